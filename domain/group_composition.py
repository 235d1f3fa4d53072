"""Composing a group: what people have in common, what speaks against it, and when a group can be published.

The rules are those of the flyer: as little work in common as possible, political spread, one wind direction where it
can be, short journeys.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime
from enum import StrEnum
from itertools import combinations
from typing import Final

from pydantic import BaseModel, ConfigDict, Field

from domain.group import LARGEST, SMALLEST, divisible
from domain.municipality import Municipality, WindDirection
from domain.municipality_names import fold
from domain.party import PARTY_NAMES, Party
from domain.portfolios import Portfolio
from domain.registration import Answers, NotWith, PartOfDay, Weekday

NEAR: Final = 20
"""Minutes: town halls so near to each other count as neighbours, who meet in their work."""

Minutes = Callable[[str, str], int]
"""How long the journey from one municipality to another takes, by their codes, in minutes."""


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Candidate(_Frozen):
    """Somebody who had the intake, goes on, and answered everything that composing needs."""

    person_id: int
    registration_id: int
    name: str = Field(repr=False)
    municipality: Municipality
    answers: Answers = Field(repr=False)
    # Who held the intake.
    intake_by: int | None
    # Since when they wait for a group.
    since: datetime

    @property
    def first_name(self) -> str:
        return self.name.split()[0] if self.name else "–"


class SharedPortfolio(_Frozen):
    portfolio: Portfolio
    holders: tuple[Candidate, ...]


class SharedParty(_Frozen):
    party: str
    members: tuple[Candidate, ...]


class Near(_Frozen):
    one: Candidate
    other: Candidate
    minutes: int


class Apart(_Frozen):
    """`who` would rather not share a group with `whom`; for the coordinator's eyes alone."""

    who: Candidate
    entry: NotWith
    whom: Candidate


class Journeys(_Frozen):
    """The journeys to the town hall that suits the group best: the one with the shortest longest journey."""

    host: Candidate
    traveller: Candidate
    # Of the traveller, who has the longest.
    minutes: int
    # Whose journey is longer than they will travel.
    beyond: tuple[Candidate, ...]


class CommonGround(_Frozen):
    """What people have in common, as far as it matters for composing."""

    portfolios: tuple[SharedPortfolio, ...] = ()
    parties: tuple[SharedParty, ...] = ()
    near: tuple[Near, ...] = ()
    apart: tuple[Apart, ...] = ()
    # The most frequent in front.
    directions: tuple[tuple[WindDirection, int], ...] = ()
    weekdays: tuple[Weekday, ...] = ()
    parts_of_day: tuple[PartOfDay, ...] = ()
    # None for fewer than two.
    journeys: Journeys | None = None

    @property
    def meets(self) -> bool:
        """Whether there is a weekday, and a part of the day, that suits everybody."""
        return bool(self.weekdays and self.parts_of_day)

    def of(self, candidate: Candidate) -> CommonGround:
        """What of it this one has part in; days and journeys are everybody's."""
        return self.model_copy(
            update={
                "portfolios": tuple(each for each in self.portfolios if candidate in each.holders),
                "parties": tuple(each for each in self.parties if candidate in each.members),
                "near": tuple(each for each in self.near if candidate in (each.one, each.other)),
                "apart": tuple(each for each in self.apart if candidate in (each.who, each.whom)),
            }
        )


def common_ground(people: Sequence[Candidate], minutes: Minutes) -> CommonGround:
    """What these people share and what lies between them; `minutes` tells how long a journey takes."""
    return CommonGround(
        portfolios=_portfolios(people),
        parties=_parties(people),
        near=_near(people, minutes),
        apart=_apart(people),
        directions=tuple(Counter(each.municipality.wind_direction for each in people).most_common()),
        weekdays=tuple(day for day in Weekday if people and all(day in each.answers.weekdays for each in people)),
        parts_of_day=tuple(
            part for part in PartOfDay if people and all(part in each.answers.parts_of_day for each in people)
        ),
        journeys=journeys(people, minutes),
    )


def journeys(people: Sequence[Candidate], minutes: Minutes) -> Journeys | None:
    """To the town hall with the shortest longest journey, then the fewest minutes in all; None for fewer than two."""
    if not people[1:]:
        return None
    host = min(people, key=lambda each: _burden(each, people, minutes))
    to_host = {each.person_id: minutes(each.municipality.code, host.municipality.code) for each in people}
    traveller = max(people, key=lambda each: to_host[each.person_id])
    beyond = tuple(
        each
        for each in people
        if each.answers.travel_minutes is not None and to_host[each.person_id] > each.answers.travel_minutes
    )
    return Journeys(host=host, traveller=traveller, minutes=to_host[traveller.person_id], beyond=beyond)


def _burden(host: Candidate, people: Sequence[Candidate], minutes: Minutes) -> tuple[int, int]:
    to_host = [minutes(each.municipality.code, host.municipality.code) for each in people]
    return max(to_host), sum(to_host)


def _portfolios(people: Sequence[Candidate]) -> tuple[SharedPortfolio, ...]:
    shared = (
        SharedPortfolio(
            portfolio=portfolio, holders=tuple(each for each in people if portfolio in each.answers.portfolios)
        )
        for portfolio in Portfolio
    )
    return tuple(each for each in shared if len(each.holders) > 1)


def _parties(people: Sequence[Candidate]) -> tuple[SharedParty, ...]:
    """Two local parties have nothing in common but the word."""
    named = Counter(each.answers.party for each in people if each.answers.party is not None)
    return tuple(
        SharedParty(party=party, members=tuple(each for each in people if each.answers.party == party))
        for party, number in named.items()
        if number > 1 and party != PARTY_NAMES[Party.LOCAL]
    )


def _near(people: Sequence[Candidate], minutes: Minutes) -> tuple[Near, ...]:
    pairs = (
        Near(one=one, other=other, minutes=minutes(one.municipality.code, other.municipality.code))
        for one, other in combinations(people, 2)
    )
    return tuple(sorted((pair for pair in pairs if pair.minutes <= NEAR), key=lambda pair: pair.minutes))


def _apart(people: Sequence[Candidate]) -> tuple[Apart, ...]:
    return tuple(
        Apart(who=who, entry=entry, whom=whom)
        for who in people
        for entry in who.answers.not_with
        for whom in people
        if whom is not who and means(entry, whom)
    )


def means(entry: NotWith, candidate: Candidate) -> bool:
    """Whether this is who was meant: anybody of that municipality, or one who bears the last word of the name."""
    if entry.municipality_code != candidate.municipality.code:
        return False
    words = fold(entry.name).words
    return not words or words[-1] in fold(candidate.name).words


class NotYet(StrEnum):
    """Why a group cannot be published (yet)."""

    TOO_FEW = "too-few"
    TOO_MANY = "too-many"
    ONE_MUNICIPALITY = "one-municipality"
    # Somebody lacks something since they were picked.
    LACKING = "lacking"
    NO_FACILITATOR = "no-facilitator"


def why_not_publishable(people: Sequence[Candidate], picked: int, facilitator_id: int | None) -> NotYet | None:
    """`people` are those of the `picked` who still are candidates."""
    if picked < SMALLEST:
        return NotYet.TOO_FEW
    if picked > LARGEST:
        return NotYet.TOO_MANY
    if len(people) < picked:
        return NotYet.LACKING
    if len({each.municipality.code for each in people}) < picked:
        return NotYet.ONE_MUNICIPALITY
    return NotYet.NO_FACILITATOR if facilitator_id is None else None


class Division(_Frozen):
    """How a number of people can be divided into groups of 6 to 8."""

    people: int
    # Fewest and most groups; 0 when it cannot be done.
    fewest: int
    most: int
    # The nearest numbers that can be divided, when this one cannot; the lower is 0 when there is none.
    lower: int
    higher: int


def division(people: int) -> Division:
    if divisible(people):
        return Division(
            people=people, fewest=-(-people // LARGEST), most=people // SMALLEST, lower=people, higher=people
        )
    lower = next((fewer for fewer in range(people, 0, -1) if divisible(fewer)), 0)
    higher = next(more for more in range(people + 1, people + 2 * LARGEST) if divisible(more))
    return Division(people=people, fewest=0, most=0, lower=lower, higher=higher)


def default_facilitator(people: Sequence[Candidate]) -> int | None:
    """Who held most of these intakes; of several the one who held the first. None when nobody held any."""
    held = Counter(each.intake_by for each in people if each.intake_by is not None)
    return next(iter(held.most_common(1)), (None, 0))[0]
