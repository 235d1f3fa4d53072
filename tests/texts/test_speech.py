from typing import Any

import pytest

from texts.speech import (
    FaultyTextsError,
    Html,
    PlaceholderError,
    Speech,
    Texts,
    UnknownTextError,
    lines,
    parse,
)

SOURCE = """
-club = Wethoudersvereniging
hello = Dag <b>{ $name }</b>, welkom bij de { -club }.
places = { $count ->
    [one] Er is { $count } plaats
   *[other] Er zijn { $count } plaatsen
}
letter = { hello } { places }.
simple = Goed & wel
"""


@pytest.fixture
def speech() -> Speech:
    return Speech("nl", parse({"some.ftl": SOURCE}))


def test_what_was_typed_is_escaped_in_a_message(speech: Speech) -> None:
    said = speech.html("hello", name='<i>"Jan" & co</i>')

    assert said == "Dag <b>&lt;i&gt;&quot;Jan&quot; &amp; co&lt;/i&gt;</b>, welkom bij de Wethoudersvereniging."


def test_words_may_be_as_long_as_a_message_once_they_are_escaped(speech: Speech) -> None:
    said = speech.html("hello", name='"' * 4_000)

    assert said == f"Dag <b>{'&quot;' * 4_000}</b>, welkom bij de Wethoudersvereniging."


def test_html_is_not_escaped_twice(speech: Speech) -> None:
    inner = speech.html("hello", name="<Jan>")

    assert "<b>&lt;Jan&gt;</b>" in speech.html("hello", name=inner)


def test_lines_below_each_other_stay_html(speech: Speech) -> None:
    letter = lines(speech.html("simple"), Html(), speech.html("hello", name="<Jan>"))

    assert letter == "Goed & wel\nDag <b>&lt;Jan&gt;</b>, welkom bij de Wethoudersvereniging."
    assert isinstance(letter, Html)


def test_a_placeholder_may_be_called_key() -> None:
    assert Speech("nl", parse({"a.ftl": "lock = { $key }"})).plain("lock", key="sleutel") == "sleutel"


def test_plain_words_are_as_they_are(speech: Speech) -> None:
    assert Speech("nl", parse({"a.ftl": "who = { $name }"})).plain("who", name="'t Hart & <Zn>") == "'t Hart & <Zn>"
    assert speech.plain("simple") == "Goed & wel"


def test_html_in_plain_words_is_refused(speech: Speech) -> None:
    with pytest.raises(PlaceholderError, match="tags"):
        speech.plain("hello", name=Html("<b>Jan</b>"))


def test_numbers_choose_the_plural_and_have_no_point(speech: Speech) -> None:
    assert speech.plain("places", count=1) == "Er is 1 plaats"
    assert speech.plain("places", count=2026) == "Er zijn 2026 plaatsen"


def test_no_invisible_marks_surround_a_value(speech: Speech) -> None:
    assert speech.plain("places", count=8).isascii()


def test_the_placeholders_of_a_mentioned_text_count(speech: Speech) -> None:
    assert speech.placeholders("letter") == {"name", "count"}


@pytest.mark.parametrize("values", [{}, {"naam": "Jan"}, {"name": "Jan", "age": 3}])
def test_a_missing_or_surplus_placeholder_raises(speech: Speech, values: dict[str, Any]) -> None:
    with pytest.raises(PlaceholderError, match="hello takes"):
        speech.html("hello", **values)


@pytest.mark.parametrize("value", [True, None, 1.5])
def test_only_words_and_whole_numbers_are_taken(speech: Speech, value: Any) -> None:
    with pytest.raises(PlaceholderError):
        speech.html("hello", name=value)


def test_an_unknown_key_raises(speech: Speech) -> None:
    with pytest.raises(UnknownTextError, match="gone"):
        speech.html("gone")


@pytest.mark.parametrize(
    ("sources", "complaint"),
    [
        ({"a.ftl": "key = een", "b.ftl": "key = twee"}, "There twice: key"),
        ({"a.ftl": "-term = een\n-term = twee"}, "There twice: -term"),
        ({"a.ftl": "key = { $name"}, "a.ftl"),
        ({"a.ftl": "just words"}, "a.ftl"),
        ({"a.ftl": "key = een\n    .title = twee"}, "attributes"),
    ],
)
def test_faulty_files_are_refused(sources: dict[str, str], complaint: str) -> None:
    with pytest.raises(FaultyTextsError, match=complaint):
        parse(sources)


@pytest.mark.parametrize("source", ["a = { b }", "a = { b }\nb = { a }", "a = { -gone }", "a = { GONE() }"])
def test_a_text_that_leads_nowhere_is_refused_when_loaded(source: str) -> None:
    with pytest.raises(FaultyTextsError):
        Speech("nl", parse({"a.ftl": source}))


def test_the_texts_of_the_package_load_in_both_languages() -> None:
    texts = Texts.load()

    assert texts.speech("nl").plain("common-back") == "Terug"
    assert texts.speech("en").plain("common-back") == "Back"
    assert (texts.speech("nl").language, texts.speech("en").language) == ("nl", "en")
