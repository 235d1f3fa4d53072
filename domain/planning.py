"""Planning the dates of a cycle: what a facilitator puts together, and what the votes then come to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from pydantic import BaseModel, ConfigDict

from domain.candidate import LEAST_WEEKS, MOST_WEEKS, Candidate, Preference, Wish, lay_out, suggest, year_after
from domain.date_set import MOST_WEEKS_APART
from domain.registration import PartOfDay, Weekday
from domain.session import LENGTH
from domain.slot import Interval
from domain.time import local

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.date_set import DateSet, Loosening
    from domain.group import Group
    from domain.poll_view import PollView


class PlanningQuestion(StrEnum):
    """What the facilitator is asked; the conversation's states."""

    RECESS = "recess"
    # The dates as they would be put to the vote; what follows is asked from there.
    CANDIDATES = "candidates"
    PERIOD = "period"
    WEEKDAYS = "weekdays"
    PARTS = "parts"
    SPACING = "spacing"
    ADD = "add"


class PlanningStand(StrEnum):
    """Why there are no dates to put together now."""

    # The first session comes first, and in private.
    FIRST_MISSING = "first-missing"
    ALL_PLANNED = "all-planned"
    # No cycle is running.
    NO_CYCLE = "no-cycle"
    POLL_OPEN = "poll-open"
    # The votes are in: a set is to be chosen.
    POLL_CLOSED = "poll-closed"


SUGGESTED_SPACINGS: Final = ((3, 6), (4, 8), (5, 9), (6, 10), (4, 12))
"""Least and most weeks between two sessions, as buttons offer them."""


class PlanningDraft(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    wish: Wish
    # Starts, in UTC.
    dropped: frozenset[datetime] = frozenset()
    added: tuple[datetime, ...] = ()
    # The poll that is opened again with these dates.
    reopens: int | None = None

    def without(self, starts_at: datetime) -> PlanningDraft:
        return self.model_copy(update={"dropped": self.dropped | {starts_at}})

    def with_again(self, starts_at: datetime) -> PlanningDraft:
        return self.model_copy(update={"dropped": self.dropped - {starts_at}})

    def adding(self, starts_at: datetime) -> PlanningDraft:
        added = (*(each for each in self.added if each != starts_at), starts_at)
        return self.with_again(starts_at).model_copy(update={"added": added})


@dataclass(frozen=True, slots=True)
class ToPlan:
    """Which sessions still need a date."""

    group: Group
    cycle: int
    first_number: int
    sessions: int
    # The day of the session before them, in Europe/Amsterdam; None: there is none.
    after: date | None
    members: int


class Shown(NamedTuple):
    """A date on the facilitator's card; dropped ones stay on it, to be taken back."""

    candidate: Candidate
    dropped: bool


class Material(NamedTuple):
    """What the dates are made from."""

    preferences: tuple[Preference, ...]
    # What the facilitator leads elsewhere.
    occupied: tuple[Interval, ...]


@dataclass(frozen=True, slots=True)
class PlanningTurn:
    """Where the conversation is."""

    question: PlanningQuestion
    draft: PlanningDraft
    to_plan: ToPlan
    shown: tuple[Shown, ...]
    # Whether sets that keep the spacing can be made of them at all.
    possible: bool

    @property
    def chosen(self) -> tuple[Interval, ...]:
        return tuple(each.candidate.moment for each in self.shown if not each.dropped)


def usual_wish(to_plan: ToPlan, preferences: Sequence[Preference], now: datetime) -> Wish:
    """What most members said they can: the two best weekdays with the best part of the day, over a year."""
    first = earliest(to_plan, LEAST_WEEKS, now)
    return Wish(
        first=first,
        last=max(first, latest(to_plan, now)),
        weekdays=_best_weekdays(preferences),
        parts_of_day=frozenset({_best_part(preferences)}),
        least_weeks=LEAST_WEEKS,
        most_weeks=MOST_WEEKS,
    )


def earliest(to_plan: ToPlan, least_weeks: int, now: datetime) -> date:
    """The first day that the spacing leaves, and not before next week."""
    soon = local(now).date() + timedelta(weeks=1)
    return soon if to_plan.after is None else max(soon, to_plan.after + timedelta(weeks=least_weeks))


def latest(to_plan: ToPlan, now: datetime) -> date:
    return year_after(to_plan.after or local(now).date())


def shown_dates(draft: PlanningDraft, to_plan: ToPlan, material: Material, now: datetime) -> tuple[Shown, ...]:
    """The suggested dates and the added ones, in the order of time; what passed or clashes by now is gone."""
    laid_out = lay_out(draft.wish, material.preferences, material.occupied, now)
    suggested = suggest(laid_out, to_plan.after, to_plan.sessions, draft.wish)
    by_start = {each.moment.starts_at: each for each in suggested}
    for starts_at in draft.added:
        moment = Interval(starts_at.astimezone(UTC), starts_at.astimezone(UTC) + LENGTH)
        if starts_at > now and not any(moment.clashes_with(other) for other in material.occupied):
            by_start.setdefault(starts_at, Candidate(moment, 0))
    dates = sorted(by_start.values(), key=lambda each: each.moment)
    return tuple(Shown(each, each.moment.starts_at in draft.dropped) for each in dates)


def is_spacing(least_weeks: int, most_weeks: int) -> bool:
    return 1 <= least_weeks <= most_weeks <= MOST_WEEKS_APART


def _best_weekdays(preferences: Sequence[Preference]) -> frozenset[Weekday]:
    liked = {day: sum(not each.weekdays or day in each.weekdays for each in preferences) for day in Weekday}
    best = sorted(Weekday, key=lambda day: -liked[day])[:2]
    return frozenset(best)


def _best_part(preferences: Sequence[Preference]) -> PartOfDay:
    # Of two that are liked as much: the afternoon, with its lunch before.
    order = (PartOfDay.AFTERNOON, PartOfDay.MORNING, PartOfDay.EVENING)
    return max(order, key=lambda part: sum(not each.parts_of_day or part in each.parts_of_day for each in preferences))


class Plea(BaseModel):
    """One person is asked whether one date could be done if it must."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: int
    poll_id: int
    option_id: int
    person_id: int
    asked_at: datetime
    # None until it is answered.
    possible: bool | None
    answered_at: datetime | None


@dataclass(frozen=True, slots=True)
class Proposed:
    """What the votes of a closed poll come to."""

    view: PollView
    # Who can vote, with first names, in the order of the picture.
    people: tuple[tuple[int, str], ...]
    sets: tuple[DateSet, ...]
    loosenings: tuple[Loosening, ...]
    quorum: int
    # Somebody was asked for one vote more, and has not answered.
    waits_for_plea: bool
    # How many sessions are to be planned.
    sessions: int
    # Ids of the options that can still be planned: time goes on, and the leader's diary fills up.
    possible: frozenset[int]
