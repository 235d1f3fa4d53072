from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.entities import formatted, with_found
from playground.errors import ApiError
from playground.html_markup import parse_html, utf16_length
from playground.shapes import JsonObject


def entity(kind: str, offset: int, length: int, **more: object) -> JsonObject:
    return {"type": kind, "offset": offset, "length": length, **more}


@pytest.mark.parametrize(
    ("tag", "kind"),
    [
        ("b", "bold"),
        ("strong", "bold"),
        ("i", "italic"),
        ("em", "italic"),
        ("u", "underline"),
        ("ins", "underline"),
        ("s", "strikethrough"),
        ("strike", "strikethrough"),
        ("del", "strikethrough"),
        ("code", "code"),
        ("pre", "pre"),
        ("blockquote", "blockquote"),
        ("tg-spoiler", "spoiler"),
    ],
)
def test_each_plain_tag_becomes_its_entity(tag: str, kind: str) -> None:
    text, entities = formatted(f"een <{tag}>woord</{tag}>", "HTML")

    assert text == "een woord"
    assert entities == [entity(kind, 4, 5)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('<a href="https://vng.nl/x?a=1&amp;b=2">hier</a>', entity("text_link", 0, 4, url="https://vng.nl/x?a=1&b=2")),
        ("<a href='vng.nl'>hier</a>", entity("text_link", 0, 4, url="http://vng.nl/")),
        ('<span class="tg-spoiler">hier</span>', entity("spoiler", 0, 4)),
        ("<blockquote expandable>hier</blockquote>", entity("expandable_blockquote", 0, 4)),
        ('<pre><code class="language-python">hier</code></pre>', entity("pre", 0, 4, language="python")),
        ('<code class="language-python">hier</code>', entity("code", 0, 4)),
        (
            '<tg-emoji emoji-id="5368324170671202286">hier</tg-emoji>',
            entity("custom_emoji", 0, 4, custom_emoji_id="5368324170671202286"),
        ),
        (
            '<tg-time unix="1800000000" format="d">hier</tg-time>',
            entity("date_time", 0, 4, unix_time=1800000000, date_time_format="d"),
        ),
        ("<B>hier</b>", entity("bold", 0, 4)),
        ("<b>hier</>", entity("bold", 0, 4)),
    ],
)
def test_a_tag_with_attributes_becomes_its_entity(source: str, expected: JsonObject) -> None:
    text, entities = formatted(source, "HTML")

    assert text == "hier"
    assert entities == [expected]


def test_offsets_count_utf16_units() -> None:
    text, entities = formatted("👍🏽 <b>Ayşe 🎉</b> <i>ja</i>", "HTML")

    assert text == "👍🏽 Ayşe 🎉 ja"
    assert entities == [entity("bold", 5, 7), entity("italic", 13, 2)]


def test_nested_entities_stand_from_the_outside_in() -> None:
    _, entities = formatted("<i><b>een</b> twee</i>", "HTML")

    assert entities == [entity("italic", 0, 8), entity("bold", 0, 3)]


def test_code_takes_no_other_entity_inside_it() -> None:
    _, entities = formatted("<code>een <b>twee</b> /drie</code>", "HTML")

    assert entities == [entity("code", 0, 14)]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("&lt;b&gt; &amp;amp; &quot;", '<b> &amp; "'),
        ("&eacute; &nbsp;x & y", "&eacute; &nbsp;x & y"),
        ("&#39;s &#x1F44D;", "'s 👍"),
        ("&#0;", "&#0;"),
        ("a &lt b", "a < b"),
    ],
)
def test_only_the_references_that_telegram_knows_are_decoded(source: str, text: str) -> None:
    assert formatted(source, "HTML") == (text, [])


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("é<foo>x</foo>", 'Unsupported start tag "foo" at byte offset 2'),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ('<span class="rood">x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ('<a ="x">y</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a href=x_y>y</a>", "Unexpected end of name token at byte offset 8"),
        ("<br>", 'Unsupported start tag "br" at byte offset 0'),
    ],
)
def test_markup_that_cannot_be_parsed_is_refused_in_telegrams_words(source: str, problem: str) -> None:
    with pytest.raises(ApiError) as refused:
        formatted(source, "HTML")

    assert refused.value.code == 400
    assert refused.value.description == f"Bad Request: can't parse entities: {problem}"


def test_white_space_goes_at_both_ends_and_entities_with_it() -> None:
    text, entities = formatted("  \n een <b>twee </b>\n <i> </i> ", "HTML")

    assert text == "een twee"
    assert entities == [entity("bold", 4, 4)]


def test_white_space_before_an_entity_that_begins_with_it_stays() -> None:
    text, entities = formatted("<b> een</b>", "HTML")

    assert text == " een"
    assert entities == [entity("bold", 0, 4)]


def test_a_link_that_is_no_link_leaves_its_words() -> None:
    assert formatted('<a href="zomaar">hier</a>', "HTML") == ("hier", [])


def test_a_link_to_a_person_needs_somebody_known() -> None:
    source = '<a href="tg://user?id=5">Koen</a>'
    koen = {"id": 5, "is_bot": False, "first_name": "Koen"}

    known = formatted(source, "HTML", user=lambda _: koen)
    unknown = formatted(source, "HTML")

    assert known == ("Koen", [entity("text_mention", 0, 4, user=koen)])
    assert unknown == ("Koen", [])


def test_commands_links_addresses_and_mentions_are_found() -> None:
    text = "/mijn 👍 of https://vng.nl/a?b. Mail naam@gemeente.nl, @ellenvos en 1/2, a/b"

    found = with_found(text, [])

    encoded = text.encode("utf-16-le")
    words = {
        item["type"]: encoded[item["offset"] * 2 : (item["offset"] + item["length"]) * 2].decode("utf-16-le")
        for item in found
    }
    assert words == {
        "bot_command": "/mijn",
        "url": "https://vng.nl/a?b",
        "email": "naam@gemeente.nl",
        "mention": "@ellenvos",
    }
    assert len(found) == 4


def test_nothing_is_found_inside_code_and_links() -> None:
    text, entities = formatted('<code>/mijn</code> <a href="https://vng.nl/">naam@x.nl</a>', "HTML")

    assert with_found(text, entities) == entities


@given(st.text(alphabet="ab<>/&;\"'= 👍é\n", max_size=40))
def test_whatever_comes_is_parsed_or_refused_and_entities_lie_within_the_text(source: str) -> None:
    with suppress(ApiError):
        text, entities = parse_html(source)

        assert all(0 <= item["offset"] < item["offset"] + item["length"] <= utf16_length(text) for item in entities)


@given(st.text(max_size=60))
def test_escaped_text_comes_through_as_it_was_but_for_the_trimming(source: str) -> None:
    escaped = source.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

    text, entities = parse_html(escaped)

    assert (text, entities) == (source, [])
