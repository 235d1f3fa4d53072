"""A day with a time, as people type it: "di 9 maart 13.00", "9-3 om 13 uur" or "vrijdag 12 maart half twee"."""

from __future__ import annotations

import re
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from domain.closing_date import DateFault, InvalidClosingDate, parse_closing_date
from domain.time import local, to_utc
from domain.typed_text import tidy
from domain.typed_time import InvalidTime, parse_time

if TYPE_CHECKING:
    from datetime import date, time

MOST_LINES: Final = 40
_LONGEST: Final = 80
_AND: Final = re.compile(r"[\n;]+")
# What stands between a day and a time says nothing.
_JOINT: Final = re.compile(r"[\s,:–—-]+$|[\s,]*\b(?:om|at|vanaf|from)\s*$")


class MomentFault(StrEnum):
    UNREADABLE = "unreadable"
    # A day without a time.
    NO_TIME = "no-time"
    NO_SUCH_DAY = "no-such-day"
    PAST = "past"
    # More than a year ahead.
    TOO_FAR = "too-far"


class InvalidMoment(ValueError):  # noqa: N818 - an answer that is refused, not a program that fails
    def __init__(self, reason: MomentFault) -> None:
        super().__init__(f"No moment: {reason}")
        self.reason = reason


def lines_of(text: str) -> list[str]:
    """What was typed below each other, or with semicolons between; at most MOST_LINES."""
    return [line for each in _AND.split(text) if (line := tidy(each))][:MOST_LINES]


def parse_moment(text: str, now: datetime) -> datetime:
    """The moment (UTC) at which the clocks in Amsterdam show this day and time; later than `now`.

    Without a year it is the first such day from today on. Raises InvalidMoment.
    """
    typed = tidy(text).casefold()
    if not typed or len(typed) > _LONGEST:
        raise InvalidMoment(MomentFault.UNREADABLE)
    day, at = _parts(typed, local(now).date())
    moment = to_utc(datetime.combine(day, at))
    if moment <= now:
        raise InvalidMoment(MomentFault.PAST)
    # In spring an hour is missing: what was typed is no time of that night.
    if local(moment).time() != at:
        raise InvalidMoment(MomentFault.NO_SUCH_DAY)
    return moment


def _parts(typed: str, today: date) -> tuple[date, time]:
    """The longest day that leaves a time behind it."""
    words = typed.split()
    fault = MomentFault.UNREADABLE
    for until in range(len(words) - 1, 0, -1):
        at = _time_in(" ".join(words[until:]))
        if at is None:
            continue
        try:
            return parse_closing_date(_without_joint(" ".join(words[:until])), today), at
        except InvalidClosingDate as refusal:
            if refusal.reason is not DateFault.UNREADABLE:
                fault = MomentFault(refusal.reason)
    if fault is MomentFault.UNREADABLE and _is_day(typed, today):
        fault = MomentFault.NO_TIME
    raise InvalidMoment(fault)


def _time_in(words: str) -> time | None:
    try:
        return parse_time(words)
    except InvalidTime:
        return None


def _without_joint(words: str) -> str:
    while (shorter := _JOINT.sub("", words)) != words:
        words = shorter
    return words


def _is_day(typed: str, today: date) -> bool:
    try:
        parse_closing_date(typed, today)
    except InvalidClosingDate as refusal:
        return refusal.reason in {DateFault.PAST, DateFault.TOO_FAR}
    return True
