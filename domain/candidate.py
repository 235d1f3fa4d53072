"""Dates that might suit a group: laid out from what its facilitator asks for, before anybody votes."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from pydantic import BaseModel, ConfigDict

from domain.registration import PartOfDay, Weekday
from domain.session import LENGTH
from domain.slot import Interval
from domain.time import is_public_holiday, local, to_utc

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

MOST_CANDIDATES: Final = 24
FOR_EACH_SESSION: Final = 4
"""So many dates are proposed for each session: five sessions make twenty, two polls of Telegram's."""

LEAST_WEEKS: Final = 5
MOST_WEEKS: Final = 9
MOST_RECESSES: Final = 12

STARTS: Final = {PartOfDay.MORNING: time(9, 30), PartOfDay.AFTERNOON: time(13), PartOfDay.EVENING: time(18, 30)}
"""When a session begins in each part of the day: wall times in Europe/Amsterdam."""

WEEKDAYS: Final = tuple(Weekday)
"""Monday first, as date.weekday() counts."""

_LIKING: Final = 2
"""A member who likes a day weighs as much as so many days nearer to an even gap."""


class CandidateFault(StrEnum):
    """Why a date that somebody typed is no candidate."""

    PAST = "past"
    # Before or on the day of the session that it comes after.
    BEFORE_FIRST = "before-first"
    BEYOND_YEAR = "beyond-year"
    THERE_ALREADY = "there-already"
    # The facilitator leads another session then.
    CLASH = "clash"
    TOO_MANY = "too-many"


class Preference(NamedTuple):
    """When one member said that they can usually come; empty: they did not say."""

    weekdays: frozenset[Weekday]
    parts_of_day: frozenset[PartOfDay]

    def likes(self, weekday: Weekday, part: PartOfDay) -> bool:
        return (not self.weekdays or weekday in self.weekdays) and (not self.parts_of_day or part in self.parts_of_day)


class Wish(BaseModel):
    """What the facilitator asks for. Days are in Europe/Amsterdam, first and last included."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    first: date
    last: date
    weekdays: frozenset[Weekday]
    parts_of_day: frozenset[PartOfDay]
    recesses: tuple[tuple[date, date], ...] = ()
    least_weeks: int = LEAST_WEEKS
    most_weeks: int = MOST_WEEKS

    def allows(self, day: date) -> bool:
        """Neither a public holiday, nor in a recess, nor on another weekday."""
        if day.weekday() >= len(WEEKDAYS) or WEEKDAYS[day.weekday()] not in self.weekdays:
            return False
        return not is_public_holiday(day) and not any(first <= day <= last for first, last in self.recesses)


class Candidate(NamedTuple):
    """A moment, in UTC, and how many members usually can then."""

    moment: Interval
    liked_by: int

    @property
    def day(self) -> date:
        return local(self.moment.starts_at).date()


def session_at(day: date, starts: time) -> Interval:
    """A session that begins at this wall time; it lasts as long in real time, whatever the clocks do."""
    starts_at = to_utc(datetime.combine(day, starts))
    return Interval(starts_at, starts_at + LENGTH)


def year_after(first: date) -> date:
    """The last day on which a session of the trajectory that began then may be: twelve months on (flyer: in a year)."""
    return _same_day(first, first.year + 1) - timedelta(days=1)


def _same_day(day: date, year: int) -> date:
    try:
        return day.replace(year=year)
    except ValueError:
        return date(year, 3, 1)


def lay_out(
    wish: Wish, preferences: Sequence[Preference], occupied: Sequence[Interval], now: datetime
) -> list[Candidate]:
    """Every moment that the wish stands for, in the order of time.

    What has begun, and what clashes with `occupied` (the facilitator's other sessions, in UTC), is left out.
    """
    return [
        _candidate(day, starts, part, preferences)
        for day in _days(wish)
        for part, starts in STARTS.items()
        if part in wish.parts_of_day and _is_free(session_at(day, starts), occupied, now)
    ]


def suggest(laid_out: Sequence[Candidate], after: date | None, number: int, wish: Wish) -> list[Candidate]:
    """So many as can well be asked about, spread so that sets of `number` sessions can be made of them.

    One series that keeps the spacing is laid out first, as even and as well liked as can be. Around each of its days
    come those that suit most members, then the nearest; two of one week only when there are no others.
    """
    chosen: set[Candidate] = set()
    for anchor in _series(laid_out, after, number, wish):
        free = [each for each in laid_out if each not in chosen and each != anchor]
        chosen.update([anchor, *_around(anchor, free, wish, number)])
    return sorted(chosen)[:MOST_CANDIDATES]


def fault_of(
    moment: Interval, there: Iterable[Interval], after: date | None, occupied: Sequence[Interval], now: datetime
) -> CandidateFault | None:
    """What is wrong with a date that the facilitator adds by hand: a weekend or a recess is their own affair."""
    already = list(there)
    day = local(moment.starts_at).date()
    checks = (
        (moment.starts_at <= now, CandidateFault.PAST),
        (after is not None and day <= after, CandidateFault.BEFORE_FIRST),
        (after is not None and day > year_after(after), CandidateFault.BEYOND_YEAR),
        (any(moment.starts_at == other.starts_at for other in already), CandidateFault.THERE_ALREADY),
        (any(moment.clashes_with(other) for other in occupied), CandidateFault.CLASH),
        (len(already) >= MOST_CANDIDATES, CandidateFault.TOO_MANY),
    )
    return next((fault for is_wrong, fault in checks if is_wrong), None)


def _days(wish: Wish) -> Iterator[date]:
    for number in range((wish.last - wish.first).days + 1):
        day = wish.first + timedelta(days=number)
        if wish.allows(day):
            yield day


def _is_free(moment: Interval, occupied: Sequence[Interval], now: datetime) -> bool:
    return moment.starts_at > now and not any(moment.clashes_with(other) for other in occupied)


def _candidate(day: date, starts: time, part: PartOfDay, preferences: Sequence[Preference]) -> Candidate:
    weekday = WEEKDAYS[day.weekday()]
    return Candidate(session_at(day, starts), sum(each.likes(weekday, part) for each in preferences))


def _series(laid_out: Sequence[Candidate], after: date | None, number: int, wish: Wish) -> list[Candidate]:
    """The days around which is asked; without a series that keeps the spacing as many of it as there can be."""
    days = _best_of_each_day(laid_out)
    for wanted in range(number, 0, -1):
        if (found := _best_series(days, after, wanted, wish)) is not None:
            return found
    return []


def _best_of_each_day(laid_out: Sequence[Candidate]) -> list[Candidate]:
    best: dict[date, Candidate] = {}
    for each in laid_out:
        if each.day not in best or each.liked_by > best[each.day].liked_by:
            best[each.day] = each
    return list(best.values())


def _best_series(days: Sequence[Candidate], after: date | None, number: int, wish: Wish) -> list[Candidate] | None:
    """The least far from even gaps, a day being worth less than a member who likes it; None when there is none."""
    least, most = timedelta(weeks=wish.least_weeks), timedelta(weeks=wish.most_weeks)
    begin = after or days[0].day - least if days else None
    if begin is None:
        return None
    middle = (wish.least_weeks + wish.most_weeks) * 7 // 2
    ideal = max(7 * wish.least_weeks, min(middle, (days[-1].day - begin).days // number))
    # By the last of the series so far: how far it is from ideal, and the series.
    series: dict[date, tuple[int, list[Candidate]]] = {begin: (0, [])}
    for _ in range(number):
        longer: dict[date, tuple[int, list[Candidate]]] = {}
        for each in days:
            before = [
                (cost + abs((each.day - day).days - ideal) - _LIKING * each.liked_by, day)
                for day, (cost, _row) in series.items()
                if least <= each.day - day <= most
            ]
            if before:
                cost, day = min(before)
                longer[each.day] = (cost, [*series[day][1], each])
        series = longer
    return min(series.values(), key=lambda its: its[0])[1] if series else None


def _around(anchor: Candidate, free: Sequence[Candidate], wish: Wish, number: int) -> list[Candidate]:
    """The others for the same session, at most so many that all sessions get as many."""
    reach = timedelta(weeks=max((wish.most_weeks - wish.least_weeks) / 2, 1))
    near = [each for each in free if abs(each.day - anchor.day) <= reach]
    near.sort(key=lambda each: (-each.liked_by, abs(each.day - anchor.day), each.moment))
    wanted = min(FOR_EACH_SESSION, MOST_CANDIDATES // max(number, 1)) - 1
    one_a_week: dict[tuple[int, int], Candidate] = {}
    for each in near:
        if each.day.isocalendar()[:2] != anchor.day.isocalendar()[:2]:
            one_a_week.setdefault(each.day.isocalendar()[:2], each)
    firsts = list(one_a_week.values())[:wanted]
    others = [each for each in near if each not in firsts]
    return [*firsts, *others[: wanted - len(firsts)]]
