"""What a coordinator sees of a round stays within Telegram's limits."""

from __future__ import annotations

from datetime import UTC, date, datetime
from urllib.parse import parse_qs, urlparse

from domain.municipality import Municipalities
from domain.registration import Answers, Registration, Status
from domain.round import Round, RoundStatus
from messages import round as messages
from texts.speech import Texts

NOW = datetime(2027, 1, 19, 11, 0, tzinfo=UTC)
TEXTS, MUNICIPALITIES = Texts.load(), Municipalities.load()
LONGEST_MESSAGE, LONGEST_CAPTION = 4_096, 1_024


def round_(name: str = "Voorjaar 2027", places: int = 24) -> Round:
    return Round(
        id=3,
        status=RoundStatus.OPEN,
        slug="AbCdEfGhIjKl",
        name=name,
        closes_on=date(2027, 2, 12),
        places=places,
        created_by=1,
        opened_at=NOW,
        closed_at=None,
    )


def registration(name: str) -> Registration:
    return Registration(
        id=1,
        person_id=1,
        round_id=3,
        status=Status.PRICE,
        answers=Answers(name=name, municipality_code="GM1931"),
        created_at=NOW,
        changed_at=NOW,
    )


def test_an_overview_of_many_with_long_names_fits_a_message() -> None:
    people = [registration("W" * 80) for _ in range(200)]

    message = messages.overview(
        TEXTS.speech("nl"), round_(), people, MUNICIPALITIES, free=0, drafts=3, is_open=True, now=NOW
    )

    assert len(message.html) <= LONGEST_MESSAGE
    assert "en nog 175" in message.html


def test_the_link_is_in_the_caption_of_its_picture_which_fits() -> None:
    message = messages.link(TEXTS.speech("nl"), round_("<" * 80), "Bot", b"png", NOW)

    assert "<code>https://t.me/Bot?start=r-AbCdEfGhIjKl</code>" in message.html
    assert len(message.html) <= LONGEST_CAPTION
    assert message.attachment is not None
    assert message.attachment.picture


def test_sharing_passes_the_link_on_whole() -> None:
    message = messages.link(TEXTS.speech("nl"), round_("Voor & na"), "Bot", b"png", NOW)

    assert message.keyboard is not None
    url = message.keyboard.rows[0][0].url
    assert url is not None
    query = parse_qs(urlparse(url).query)
    assert query["url"] == ["https://t.me/Bot?start=r-AbCdEfGhIjKl"]
    assert query["text"][0].startswith("Voor & na")


def test_a_number_that_makes_no_groups_is_warned_of() -> None:
    odd = messages.summary(TEXTS.speech("nl"), round_(places=9), 0, NOW)
    even = messages.summary(TEXTS.speech("nl"), round_(places=24), 2, NOW)

    assert "Let op: met precies 9 deelnemers" in odd.html
    assert "Let op" not in even.html
    assert "2 vrije aanmeldingen" in even.html
