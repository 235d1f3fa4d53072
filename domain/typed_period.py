"""From one day to another, as people type it: "12 januari t/m 29 januari", "3 weken" or "t/m 5 februari"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from domain.closing_date import DateFault, InvalidClosingDate, parse_closing_date
from domain.slot import LONGEST_PERIOD
from domain.typed_text import tidy

_LONGEST: Final = 80
_BETWEEN = re.compile(r"\s*(?: [-–—] |\btot(?: en met)?\b|\bt/m\b|\bto\b|\buntil\b|\bthrough\b)\s*")
_INTRODUCTION = re.compile(r"^(?:van|vanaf|from|de|the|komende|next|de komende|the next) ")
_WEEKS = re.compile(r"(?P<number>\d{1,2}) (?:weken|week|weeks)")


class PeriodFault(StrEnum):
    UNREADABLE = "unreadable"
    NO_SUCH_DAY = "no-such-day"
    PAST = "past"
    REVERSED = "reversed"
    TOO_LONG = "too-long"


class InvalidPeriod(ValueError):  # noqa: N818 - an answer that is refused, not a program that fails
    def __init__(self, reason: PeriodFault) -> None:
        super().__init__(f"No period: {reason}")
        self.reason = reason


def parse_period(text: str, today: date) -> tuple[date, date]:
    """The first and the last day, both included; from today on when only an end is named. Raises InvalidPeriod."""
    typed = tidy(text).casefold()
    if not typed or len(typed) > _LONGEST:
        raise InvalidPeriod(PeriodFault.UNREADABLE)
    typed = _INTRODUCTION.sub("", typed, count=1)
    if weeks := _WEEKS.fullmatch(typed):
        return checked_period(today, weeks_from(today, int(weeks["number"])), today)
    parts = [part.strip() for part in _BETWEEN.split(typed)]
    match parts:
        case ["", last] | [last]:
            return checked_period(today, _day(last, today), today)
        case [first, last]:
            begins = _day(first, today)
            return checked_period(begins, _day_after(last, begins, today), today)
        case _:
            raise InvalidPeriod(PeriodFault.UNREADABLE)


def checked_period(first: date, last: date, today: date) -> tuple[date, date]:
    """Both themselves. Raises InvalidPeriod."""
    if first < today:
        raise InvalidPeriod(PeriodFault.PAST)
    if last < first:
        raise InvalidPeriod(PeriodFault.REVERSED)
    if last - first > LONGEST_PERIOD:
        raise InvalidPeriod(PeriodFault.TOO_LONG)
    return first, last


def weeks_from(first: date, number: int) -> date:
    """The last day of so many weeks that begin on this day."""
    return first + timedelta(weeks=number) - timedelta(days=1)


def _day(typed: str, today: date) -> date:
    try:
        return parse_closing_date(typed, today)
    except InvalidClosingDate as refusal:
        raise InvalidPeriod(_FAULTS[refusal.reason]) from None


def _day_after(typed: str, begins: date, today: date) -> date:
    """Without a year the end is the first such day from the beginning on."""
    last = _day(typed, today)
    if last >= begins or re.search(r"\d{4}", typed):
        return last
    try:
        return parse_closing_date(typed, begins)
    except InvalidClosingDate:
        return last


_FAULTS: Final = {
    DateFault.UNREADABLE: PeriodFault.UNREADABLE,
    DateFault.NO_SUCH_DAY: PeriodFault.NO_SUCH_DAY,
    DateFault.PAST: PeriodFault.PAST,
    DateFault.TOO_FAR: PeriodFault.TOO_LONG,
}
