"""Moments that a facilitator offers for an intake: their rules, and how a weekly pattern becomes moments."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from pydantic import BaseModel, ConfigDict, Field

from domain.time import is_public_holiday, local, to_utc

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LINK_LONGEST: Final = 300
LONGEST_PERIOD: Final = timedelta(days=183)
"""A pattern is laid out over half a year at most: beyond that no diary is known."""

MOST_AT_ONCE: Final = 300


class Medium(StrEnum):
    PHONE = "phone"
    VIDEO = "video"


class SlotRules(BaseModel):
    """How a facilitator holds intakes. Days are calendar days in Europe/Amsterdam."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    length_minutes: int = Field(default=45, ge=10, le=180)
    # Between two intakes, at least.
    buffer_minutes: int = Field(default=15, ge=0, le=120)
    # 0: until it starts; 1: until the evening before.
    notice_days: int = Field(default=1, ge=0, le=30)
    # How far ahead can be booked.
    horizon_days: int = Field(default=60, ge=1, le=365)
    most_a_day: int = Field(default=6, ge=1, le=20)
    # 2, for a slot on Wednesday: it can be moved and cancelled until Monday is over.
    cut_off_days: int = Field(default=2, ge=0, le=30)


class Interval(NamedTuple):
    """From one moment to another, in UTC."""

    starts_at: datetime
    ends_at: datetime

    def clashes_with(self, other: Interval, buffer: timedelta = timedelta(0)) -> bool:
        """They overlap, or lie closer to each other than the buffer."""
        return self.starts_at < other.ends_at + buffer and other.starts_at < self.ends_at + buffer


class Slot(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    id: int
    facilitator_id: int
    # Both in UTC.
    starts_at: datetime
    ends_at: datetime
    medium: Medium
    # Where to meet on screen: confidential, and None as long as the facilitator gave none.
    link: str | None = Field(repr=False)
    withdrawn_at: datetime | None

    @property
    def day(self) -> date:
        """In Europe/Amsterdam."""
        return local(self.starts_at).date()

    @property
    def interval(self) -> Interval:
        return Interval(self.starts_at, self.ends_at)


class NotBookable(StrEnum):
    """Why nobody can book this slot now."""

    WITHDRAWN = "withdrawn"
    STARTED = "started"
    # Within the notice that its facilitator needs.
    TOO_SOON = "too-soon"
    # Beyond the horizon.
    TOO_FAR = "too-far"
    # The facilitator has as many intakes that day as the rules allow.
    DAY_FULL = "day-full"


def why_not_bookable(slot: Slot, rules: SlotRules, taken_that_day: int, now: datetime) -> NotBookable | None:
    """None when it can be booked. `taken_that_day` counts the facilitator's other intakes, those on offer included.

    Whether somebody has the slot already is for the database to say, not for a rule.
    """
    if slot.withdrawn_at is not None:
        return NotBookable.WITHDRAWN
    if slot.starts_at <= now:
        return NotBookable.STARTED
    days_ahead = (slot.day - local(now).date()).days
    if days_ahead < rules.notice_days:
        return NotBookable.TOO_SOON
    if days_ahead > rules.horizon_days:
        return NotBookable.TOO_FAR
    return NotBookable.DAY_FULL if taken_that_day >= rules.most_a_day else None


def bookable_until(slot: Slot, rules: SlotRules) -> datetime:
    """The moment (UTC) from which it is too soon: the end of the last day that gives notice, or its own start."""
    return _end_of_day_before(slot, rules.notice_days)


def changeable_until(slot: Slot, rules: SlotRules) -> datetime:
    """The moment (UTC) from which its booking can no longer be moved or cancelled without asking."""
    return _end_of_day_before(slot, rules.cut_off_days)


def last_day_to_change(slot: Slot, rules: SlotRules) -> date:
    """The last day, in Europe/Amsterdam, on which its booking can be moved or cancelled without asking."""
    return slot.day - timedelta(days=rules.cut_off_days)


def is_past_cut_off(slot: Slot, rules: SlotRules, now: datetime) -> bool:
    return now >= changeable_until(slot, rules)


def _end_of_day_before(slot: Slot, days: int) -> datetime:
    midnight = to_utc(datetime.combine(slot.day - timedelta(days=days - 1), time()))
    return min(midnight, slot.starts_at)


class PatternFault(StrEnum):
    """Why a pattern cannot be laid out at all."""

    NO_WEEKDAYS = "no-weekdays"
    PERIOD_REVERSED = "period-reversed"
    PERIOD_TOO_LONG = "period-too-long"
    # Not one slot fits between from and to.
    NO_ROOM = "no-room"
    # More than MOST_AT_ONCE.
    TOO_MANY = "too-many"


class Pattern(BaseModel):
    """Slots on some weekdays, from one wall time to another, over a period; one slot is a pattern of one day."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    # As date.weekday(): 0 is Monday.
    weekdays: frozenset[int]
    # The last slot ends at `until` at the latest. Wall times in Europe/Amsterdam.
    starts: time
    until: time
    length_minutes: int = Field(ge=10, le=180)
    buffer_minutes: int = Field(ge=0, le=120)
    # No slot overlaps with it.
    pause: tuple[time, time] | None = None
    # The first and the last day, both included.
    first: date
    last: date
    medium: Medium
    link: str | None = Field(default=None, repr=False)

    @classmethod
    def single(cls, day: date, starts: time, rules: SlotRules, medium: Medium, link: str | None = None) -> Pattern:
        """One slot that starts at this wall time. One that would run past midnight does not fit (NO_ROOM)."""
        ends = datetime.combine(day, starts) + timedelta(minutes=rules.length_minutes)
        return cls(
            weekdays=frozenset({day.weekday()}),
            starts=starts,
            until=ends.time() if ends.date() == day else starts,
            length_minutes=rules.length_minutes,
            buffer_minutes=rules.buffer_minutes,
            first=day,
            last=day,
            medium=medium,
            link=link,
        )

    @property
    def buffer(self) -> timedelta:
        return timedelta(minutes=self.buffer_minutes)

    def fault(self) -> PatternFault | None:
        if not self.weekdays or not self.weekdays <= frozenset(range(7)):
            return PatternFault.NO_WEEKDAYS
        if self.last < self.first:
            return PatternFault.PERIOD_REVERSED
        if self.last - self.first > LONGEST_PERIOD:
            return PatternFault.PERIOD_TOO_LONG
        a_day = sum(1 for _ in self._walls_on(self.first))
        if a_day == 0:
            return PatternFault.NO_ROOM
        return PatternFault.TOO_MANY if a_day * len(self.days()) > MOST_AT_ONCE else None

    def days(self) -> list[date]:
        every = (self.first + timedelta(days=number) for number in range((self.last - self.first).days + 1))
        return [day for day in every if day.weekday() in self.weekdays]

    def lay_out(self, occupied: Iterable[Interval], now: datetime) -> Layout:
        """The moments that it stands for, with what is left out and why. `occupied`: what the facilitator has already.

        In the doubled hour of autumn a slot is in the first of the two; what would start in the missing hour of spring
        is left out. Lengths are real time: 45 minutes are 45 minutes in every night.
        """
        layout = NOTHING_LAID_OUT
        taken = list(occupied)
        for day in self.days():
            if is_public_holiday(day):
                layout = layout.without(day, None, LeftOut.PUBLIC_HOLIDAY)
                continue
            for wall in self._walls_on(day):
                layout = self._lay(wall, taken, layout, now)
        return layout

    def _lay(self, wall: datetime, taken: list[Interval], layout: Layout, now: datetime) -> Layout:
        starts_at = to_utc(wall)
        slot = Interval(starts_at, starts_at + timedelta(minutes=self.length_minutes))
        if local(starts_at).replace(tzinfo=None) != wall:
            return layout.without(wall.date(), wall.time(), LeftOut.MISSING_HOUR)
        if starts_at <= now:
            return layout.without(wall.date(), wall.time(), LeftOut.PAST)
        if any(slot.clashes_with(other, self.buffer) for other in taken):
            return layout.without(wall.date(), wall.time(), LeftOut.CLASH)
        taken.append(slot)
        return layout.model_copy(update={"slots": (*layout.slots, slot)})

    def _walls_on(self, day: date) -> Iterator[datetime]:
        length, wall = timedelta(minutes=self.length_minutes), datetime.combine(day, self.starts)
        end = datetime.combine(day, self.until)
        while wall + length <= end:
            if resumes := self._pause_over(wall, wall + length):
                wall = resumes
                continue
            yield wall
            wall += length + self.buffer

    def _pause_over(self, starts: datetime, ends: datetime) -> datetime | None:
        """When the pause is over, if it would be disturbed."""
        if self.pause is None:
            return None
        begin, over = (datetime.combine(starts.date(), wall) for wall in self.pause)
        return over if starts < over and begin < ends else None


class LeftOut(StrEnum):
    """Why a moment of a pattern does not become a slot."""

    PUBLIC_HOLIDAY = "public-holiday"
    MISSING_HOUR = "missing-hour"
    PAST = "past"
    # With another slot, or a session, of the same facilitator; the buffer counts.
    CLASH = "clash"


class Omission(NamedTuple):
    day: date
    # The wall time; None: the whole day.
    at: time | None
    reason: LeftOut


class Layout(BaseModel):
    """What a pattern comes to."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    slots: tuple[Interval, ...]
    left_out: tuple[Omission, ...]

    def without(self, day: date, at: time | None, reason: LeftOut) -> Layout:
        return self.model_copy(update={"left_out": (*self.left_out, Omission(day, at, reason))})


NOTHING_LAID_OUT: Final = Layout(slots=(), left_out=())


class Selection(BaseModel):
    """Which slots: one, or all from one day to another (both included, in Europe/Amsterdam)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    slot_id: int | None = None
    first: date | None = None
    last: date | None = None

    @classmethod
    def one(cls, slot_id: int) -> Selection:
        return cls(slot_id=slot_id)

    @classmethod
    def day(cls, day: date) -> Selection:
        return cls(first=day, last=day)

    @classmethod
    def period(cls, first: date, last: date) -> Selection:
        return cls(first=first, last=last)


def stretch(first: date, last: date) -> Interval:
    """From the first midnight of one day to the last of another, in UTC."""
    return Interval(to_utc(datetime.combine(first, time())), to_utc(datetime.combine(last + timedelta(days=1), time())))
