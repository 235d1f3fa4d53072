"""The best set of dates for the sessions of a cycle, chosen together from what everybody answered.

Whatever is meant by better stands in `DateSet.rank`. The search is exact: it goes through every set that keeps the
bounds, and there are few enough of those (24 candidates have 42,504 sets of five at the very most).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PROPOSALS: Final = 3
MOST_WEEKS_APART: Final = 52

_DATES_APART: Final = 2
"""Two proposals differ in so many dates, or there is nothing to choose; in one when there are no such sets."""


class DateVotes(NamedTuple):
    """A candidate with what was answered; ids are of the option and of people."""

    id: int
    # In Europe/Amsterdam.
    day: date
    yes: frozenset[int]
    rather_not: frozenset[int] = frozenset()

    @property
    def able(self) -> frozenset[int]:
        return self.yes | self.rather_not


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a set has to keep to."""

    # How many dates.
    number: int
    # At least so many people can come to each.
    quorum: int
    # Between two sessions in a row, both included: five weeks are 35 days.
    least_weeks: int
    most_weeks: int
    # The day of the session before the first of these; None: there is none.
    after: date | None = None

    @property
    def least(self) -> timedelta:
        """Two sessions are never on one day."""
        return max(timedelta(weeks=self.least_weeks), timedelta(days=1))

    @property
    def most(self) -> timedelta:
        return timedelta(weeks=self.most_weeks)


class Rank(NamedTuple):
    """Compared from left to right; more is better. Of two that are as good the earlier dates come first."""

    attendances: int
    # Of the member who misses most: how many of the sessions they can come to.
    least_for_one: int
    # Minus a measure of how uneven the gaps are; 0 when they are all the same.
    evenness: int
    # Attendances without "rather not" among them.
    gladly: int


@dataclass(frozen=True, slots=True)
class DateSet:
    # Of the options, in the order of time.
    ids: tuple[int, ...]
    rank: Rank

    @property
    def attendances(self) -> int:
        return self.rank.attendances


class Bound(StrEnum):
    """A bound that can be loosened when no set keeps to them all."""

    MOST_WEEKS = "most-weeks"
    LEAST_WEEKS = "least-weeks"
    QUORUM = "quorum"
    NUMBER = "number"


class Loosening(NamedTuple):
    """The bound at the nearest value that makes a set possible, and the best that this gives."""

    bound: Bound
    value: int
    gives: DateSet


class Plea(NamedTuple):
    """One vote more makes a better set: who might be asked about which date."""

    person_id: int
    option_id: int
    # With that vote.
    gives: DateSet
    # No set is possible without it; otherwise everybody can come on that date with it.
    needed: bool


class Outcome(NamedTuple):
    """What the answers come to: sets that differ, the best first; without any, what would help."""

    sets: tuple[DateSet, ...]
    plea: Plea | None
    loosenings: tuple[Loosening, ...]


def work_out(dates: Sequence[DateVotes], members: Sequence[int], bounds: Bounds) -> Outcome:
    """`dates` in the order of time. Takes up to a second of computing: for the worker."""
    sets = best_sets(dates, members, bounds)
    plea = best_plea(dates, members, bounds, sets[0] if sets else None)
    return Outcome(sets, plea, () if sets else loosenings(dates, members, bounds))


def is_possible(dates: Sequence[DateVotes], bounds: Bounds) -> bool:
    """Whether any set keeps the bounds."""
    return next(_chains(dates, bounds), None) is not None


def best_sets(
    dates: Sequence[DateVotes], members: Sequence[int], bounds: Bounds, most: int = PROPOSALS
) -> tuple[DateSet, ...]:
    """The best, then the best of those that differ from it in two dates (or else in one), and so on."""
    scale = _Scale(dates, members, bounds)
    by_attendances = _by_attendances(dates, bounds)
    ranked: dict[int, list[_Weighed]] = {}
    found: list[DateSet] = []
    for apart in (_DATES_APART, 1):
        for attendances in sorted(by_attendances, reverse=True):
            if len(found) >= most:
                return tuple(found)
            if attendances not in ranked:
                ranked[attendances] = scale.weigh(by_attendances[attendances])
            scale.take_different(ranked[attendances], apart, found, most)
    return tuple(found)


def best_set(dates: Sequence[DateVotes], members: Sequence[int], bounds: Bounds) -> DateSet | None:
    return next(iter(best_sets(dates, members, bounds, most=1)), None)


def best_plea(dates: Sequence[DateVotes], members: Sequence[int], bounds: Bounds, best: DateSet | None) -> Plea | None:
    """Whose one vote more would make a set possible, or let everybody come on a date of a better set.

    None when nobody's would; of several the one that gives the best set.
    """
    pleas = [
        Plea(person, each.id, gives, needed=best is None)
        for place, each in enumerate(dates)
        for person in members
        if person not in each.able
        and _is_worth_asking(each, members, bounds, best)
        and (gives := _best_through(_granted(dates, place, person), place, members, bounds)) is not None
        and (best is None or gives.rank > best.rank)
    ]
    return max(pleas, key=lambda plea: plea.gives.rank, default=None)


def loosenings(dates: Sequence[DateVotes], members: Sequence[int], bounds: Bounds) -> tuple[Loosening, ...]:
    """For each bound by itself how little it has to be loosened; without those for which that is never enough."""
    ways = (
        (Bound.MOST_WEEKS, (replace(bounds, most_weeks=w) for w in range(bounds.most_weeks + 1, MOST_WEEKS_APART + 1))),
        (Bound.LEAST_WEEKS, (replace(bounds, least_weeks=w) for w in range(bounds.least_weeks - 1, -1, -1))),
        (Bound.QUORUM, (replace(bounds, quorum=q) for q in range(bounds.quorum - 1, 0, -1))),
        (Bound.NUMBER, (replace(bounds, number=n) for n in range(bounds.number - 1, 0, -1))),
    )
    found = ((bound, _first_possible(dates, members, looser)) for bound, looser in ways)
    return tuple(Loosening(bound, _value(bound, its[0]), its[1]) for bound, its in found if its is not None)


def _first_possible(
    dates: Sequence[DateVotes], members: Sequence[int], looser: Iterator[Bounds]
) -> tuple[Bounds, DateSet] | None:
    for bounds in looser:
        if is_possible(dates, bounds) and (best := best_set(dates, members, bounds)) is not None:
            return bounds, best
    return None


def _value(bound: Bound, bounds: Bounds) -> int:
    return {
        Bound.MOST_WEEKS: bounds.most_weeks,
        Bound.LEAST_WEEKS: bounds.least_weeks,
        Bound.QUORUM: bounds.quorum,
        Bound.NUMBER: bounds.number,
    }[bound]


def _is_worth_asking(each: DateVotes, members: Sequence[int], bounds: Bounds, best: DateSet | None) -> bool:
    """With one more everybody can come that day; or, while no set is possible, the date begins to count."""
    with_one_more = len(each.able) + 1
    return with_one_more == (bounds.quorum if best is None else len(members))


def _granted(dates: Sequence[DateVotes], place: int, person: int) -> list[DateVotes]:
    granted = dates[place]._replace(rather_not=dates[place].rather_not | {person})
    return [*dates[:place], granted, *dates[place + 1 :]]


def _best_through(dates: Sequence[DateVotes], place: int, members: Sequence[int], bounds: Bounds) -> DateSet | None:
    """The best set with this date in it."""
    with_it = [chain for chain in _chains(dates, bounds) if place in chain]
    if not with_it:
        return None
    attendances = [len(each.able) for each in dates]
    most = max(sum(attendances[each] for each in chain) for chain in with_it)
    fullest = [chain for chain in with_it if sum(attendances[each] for each in chain) == most]
    return _Scale(dates, members, bounds).best(fullest)


def _by_attendances(dates: Sequence[DateVotes], bounds: Bounds) -> dict[int, list[tuple[int, ...]]]:
    attendances = [len(each.able) for each in dates]
    chains: dict[int, list[tuple[int, ...]]] = {}
    for chain in _chains(dates, bounds):
        chains.setdefault(sum(attendances[place] for place in chain), []).append(chain)
    return chains


def _chains(dates: Sequence[DateVotes], bounds: Bounds) -> Iterator[tuple[int, ...]]:
    """Every set that keeps the bounds, as places among the dates."""
    if bounds.number < 1:
        return
    full = [place for place, each in enumerate(dates) if len(each.able) >= bounds.quorum]
    next_to = {place: _within(dates, full, dates[place].day, bounds) for place in full}
    reach = _reach(next_to, full, bounds.number)
    first = full if bounds.after is None else _within(dates, full, bounds.after, bounds)
    stack: list[tuple[int, ...]] = [(place,) for place in reversed(first)]
    while stack:
        chain = stack.pop()
        left = bounds.number - len(chain)
        if reach[chain[-1]] < left:
            continue
        if not left:
            yield chain
            continue
        stack.extend((*chain, place) for place in reversed(next_to[chain[-1]]))


def _within(dates: Sequence[DateVotes], places: Sequence[int], day: date, bounds: Bounds) -> list[int]:
    return [place for place in places if bounds.least <= dates[place].day - day <= bounds.most]


def _reach(next_to: dict[int, list[int]], places: Sequence[int], most: int) -> dict[int, int]:
    """How many dates can follow each at most; no chain is begun that cannot be finished."""
    reach: dict[int, int] = {}
    for place in reversed(places):
        reach[place] = min(most, max((1 + reach[each] for each in next_to[place]), default=0))
    return reach


_Weighed = tuple[tuple[int, int, int, int], tuple[int, ...]]
"""The fields of a Rank, and the places of the dates; plain, for there may be tens of thousands."""


class _Scale:
    """Weighs sets in whole numbers that are added up."""

    def __init__(self, dates: Sequence[DateVotes], members: Sequence[int], bounds: Bounds) -> None:
        self._ids = [each.id for each in dates]
        self._days = [each.day.toordinal() for each in dates]
        self._after = None if bounds.after is None else bounds.after.toordinal()
        self._members = len(members)
        self._able = [len(each.able) for each in dates]
        self._gladly = [len(each.yes) for each in dates]
        self._comings = [_as_bytes(members, each.able) for each in dates]

    def weigh(self, chains: Sequence[tuple[int, ...]]) -> list[_Weighed]:
        return [(self._rank(chain), chain) for chain in chains]

    def best(self, chains: Sequence[tuple[int, ...]]) -> DateSet:
        """The first of the best: chains come in the order of time."""
        return self._set(max(self.weigh(chains), key=_rank_of))

    def take_different(self, weighed: list[_Weighed], apart: int, found: list[DateSet], most: int) -> None:
        """Add the best, as long as there is one that differs from all that were found in so many dates."""
        left = weighed
        for other in found:
            left = self._different(left, other, apart)
        while left and len(found) < most:
            found.append(self._set(max(left, key=_rank_of)))
            left = self._different(left, found[-1], apart)

    def _different(self, weighed: list[_Weighed], other: DateSet, apart: int) -> list[_Weighed]:
        places = {place for place, its in enumerate(self._ids) if its in other.ids}
        return [each for each in weighed if len(places.intersection(each[1])) <= len(each[1]) - apart]

    def _set(self, weighed: _Weighed) -> DateSet:
        rank, chain = weighed
        return DateSet(tuple(self._ids[place] for place in chain), Rank(*rank))

    def _rank(self, chain: tuple[int, ...]) -> tuple[int, int, int, int]:
        attendances = comings = gladly = squares = number = 0
        previous = self._after
        first = 0 if previous is None else previous
        for place in chain:
            attendances += self._able[place]
            comings += self._comings[place]
            gladly += self._gladly[place]
            day = self._days[place]
            if previous is None:
                first = day
            else:
                squares += (day - previous) ** 2
                number += 1
            previous = day
        # The variance of the gaps in days, times the square of their number: 0 when all are the same.
        unevenness = number * squares - ((previous or first) - first) ** 2
        least = min(comings.to_bytes(self._members, "little")) if self._members else 0
        return attendances, least, -unevenness, gladly


def _rank_of(weighed: _Weighed) -> tuple[int, int, int, int]:
    return weighed[0]


def _as_bytes(members: Sequence[int], able: frozenset[int]) -> int:
    """A byte a member: added up over dates, each holds to how many of them that member can come."""
    return sum((member in able) << (8 * place) for place, member in enumerate(members))
