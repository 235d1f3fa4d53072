"""The card on which a group is composed reads well, and the fullest one fits in a message."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from domain.group import LARGEST, Group, GroupStatus
from domain.group_composition import Candidate, CommonGround, NotYet, common_ground, division
from domain.municipality import Municipalities
from domain.person import Person
from domain.portfolios import Portfolio
from domain.registration import Answers, NotWith, PartOfDay, Weekday
from domain.typed_text import NAME_LONGEST, PARTY_LONGEST
from messages import group
from messages.intake import Desk
from texts.speech import Texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from texts.language import Language

NOW = datetime(2027, 3, 2, 12, 0, tzinfo=UTC)
TEXTS, MUNICIPALITIES = Texts.load(), Municipalities.load()
LONGEST_MESSAGE = 4_096
ELLEN = Person(id=1, telegram_id=1, role=None, language="nl", name="Ellen Vos", reachable=True)


@dataclass(frozen=True)
class Card:
    picks: Sequence[Candidate]
    why_not: NotYet | None = None
    facilitator: Person | None = ELLEN
    lost: Sequence[Person] = ()
    version: int = 1

    @property
    def group(self) -> Group:
        return Group(
            id=3,
            round_id=None,
            status=GroupStatus.DRAFT,
            facilitator_id=None,
            stand_in_id=None,
            quorum=5,
            presenting_from=2,
            created_by=None,
            created_at=NOW,
            published_at=None,
            ended_at=None,
        )

    @property
    def ground(self) -> CommonGround:
        return common_ground(self.picks, lambda *_: 12)

    @property
    def picked(self) -> int:
        return len(self.picks)


def candidate(number: int, name: str, code: str, **answers: object) -> Candidate:
    return Candidate(
        person_id=number,
        registration_id=number,
        name=name,
        municipality=MUNICIPALITIES.by_code(code),
        answers=Answers.model_validate({"name": name, "municipality_code": code, **answers}),
        intake_by=1,
        since=NOW,
    )


def desk(language: Language = "nl") -> Desk:
    return Desk(TEXTS.speech(language), MUNICIPALITIES, NOW)


MARIJKE = candidate(
    1,
    "Marijke de Groot",
    "GM0796",
    party="D66",
    portfolios=(Portfolio.HOUSING, Portfolio.CULTURE),
    weekdays=(Weekday.TUESDAY,),
    parts_of_day=(PartOfDay.AFTERNOON,),
    travel_minutes=10,
)
KOEN = candidate(
    2,
    "Koen Visser",
    "GM0228",
    party="D66",
    portfolios=(Portfolio.HOUSING,),
    weekdays=(Weekday.TUESDAY,),
    parts_of_day=(PartOfDay.AFTERNOON,),
    travel_minutes=60,
    not_with=(NotWith(municipality_code="GM0796"),),
)


def test_a_card_tells_at_sight_who_is_on_it_and_what_they_have_in_common() -> None:
    words = group.card(desk(), Card((MARIJKE, KOEN), NotYet.TOO_FEW)).html

    for expected in (
        "1. <b>Marijke de Groot</b>, 's-Hertogenbosch (zuid)",
        "D66 · Wonen, Cultuur",
        "<b>Let op:</b> Koen Visser zit liever niet samen met iemand uit 's-Hertogenbosch.",
        "Zelfde portefeuille: Wonen (Marijke en Koen)",
        "Zelfde partij: D66 (Marijke en Koen)",
        "'s-Hertogenbosch en Ede, ongeveer 10 min",
        "Iedereen kan op dinsdag, in de middag.",
        "Begeleider: Ellen Vos, die 2 van deze intakes hield",
        "er moeten er nog 4 bij",
    ):
        assert expected in words


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_fullest_card_fits_in_a_message(language: Language) -> None:
    """Eight with the longest names and parties, every portfolio, and each kept apart from all the others."""
    longest = [each.code for each in sorted(MUNICIPALITIES, key=lambda each: -len(each.display_name))[:LARGEST]]
    full = [
        candidate(
            number,
            f"Wilhelmina-Geertruida {'x' * (NAME_LONGEST - 22)}",
            code,
            party="p" * PARTY_LONGEST,
            portfolios=tuple(Portfolio),
            not_with=tuple(NotWith(municipality_code=other) for other in longest if other != code),
        )
        for number, code in enumerate(longest)
    ]
    its = Card(full)

    for message in (group.card(desk(language), its), group.candidates(desk(language), its, full, 0)):
        assert len(message.html) <= LONGEST_MESSAGE
    shown = group.picked(desk(language), its, full[0], its.ground.of(full[0]))
    assert len(shown.html) <= LONGEST_MESSAGE
    assert len(group.publish_sure(desk(language), its).html) <= LONGEST_MESSAGE


def test_the_overview_says_how_those_who_wait_can_be_divided_or_what_would_help() -> None:
    @dataclass(frozen=True)
    class Overview:
        people: int

        @property
        def groups(self) -> tuple[()]:
            return ()

        @property
        def lacking(self) -> tuple[()]:
            return ()

        @property
        def free(self) -> tuple[Candidate, ...]:
            return (MARIJKE,) * self.people

        @property
        def division(self) -> object:
            return division(self.people)

    said = {number: group.overview(desk(), Overview(number), 0).html for number in (0, 4, 8, 17, 24)}  # type: ignore[arg-type]  # a division, declared late

    assert "Niemand wacht nu op een groep" in said[0]
    assert "er moeten er nog 2 bij" in said[4]
    assert "Dat past in één groep" in said[8]
    assert "als je er 1 op een volgende groep laat wachten, of met 1 erbij" in said[17]
    assert "Dat past in 3 tot 4 groepen" in said[24]


def test_a_group_that_is_published_at_night_is_not_said_to_have_been_told() -> None:
    card = Card((MARIJKE,))

    at_once = group.published(desk(), card, None).html
    by_morning = group.published(desk(), card, datetime(2027, 3, 13, 7, 0, tzinfo=UTC)).html

    assert "krijgen bericht." in at_once
    assert "krijgen bericht op zaterdag 13 maart, 8.00 uur" in by_morning
