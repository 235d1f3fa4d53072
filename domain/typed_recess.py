"""Periods in which a council does not meet, as people type them: several, on lines or with commas between.

"19 juli t/m 29 augustus, 18 t/m 22 oktober" are two; "5 mei" is one day.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from domain.candidate import MOST_RECESSES
from domain.closing_date import DateFault, InvalidClosingDate, parse_closing_date
from domain.typed_period import InvalidPeriod, PeriodFault
from domain.typed_text import tidy

LONGEST: Final = timedelta(days=120)
"""No recess is longer: a longer one is a slip of the pen."""

_LONGEST_TYPED: Final = 600
_APART = re.compile(r"[\n;,]+|\s+en\s+(?=\d)|\s+and\s+(?=\d)")
_BETWEEN = re.compile(r"\s*(?:[-–—]|\btot(?: en met)?\b|\bt/m\b|\bto\b|\buntil\b|\bthrough\b)\s*")
_INTRODUCTION = re.compile(r"^(?:van|vanaf|from|de|the) ")
_BARE_DAY = re.compile(r"(?:[a-z]+ )?\d{1,2}")
_MONTH_BEHIND = re.compile(r"^(?:[a-z]+ )?\d{1,2}\s+(?P<rest>\D.*)$")


def parse_recesses(text: str, today: date) -> tuple[tuple[date, date], ...]:
    """The first and the last day of each, both included, in the order of time. Raises InvalidPeriod."""
    typed = text.casefold()
    if len(typed) > _LONGEST_TYPED:
        raise InvalidPeriod(PeriodFault.UNREADABLE)
    pieces = [piece for each in _APART.split(typed) if (piece := tidy(each))]
    if not pieces or len(pieces) > MOST_RECESSES:
        raise InvalidPeriod(PeriodFault.UNREADABLE)
    return tuple(sorted(_recess(piece, today) for piece in pieces))


def parse_span(text: str, today: date) -> tuple[date | None, date]:
    """A first day, if there is one, and a last; not held to any length. Raises InvalidPeriod."""
    parts = [part for each in _BETWEEN.split(tidy(text).casefold()) if (part := _INTRODUCTION.sub("", each).strip())]
    match parts:
        case [last]:
            return None, _day(last, today)
        case [first, last]:
            return _first_and_last(first, last, today)
        case _:
            raise InvalidPeriod(PeriodFault.UNREADABLE)


def _recess(piece: str, today: date) -> tuple[date, date]:
    first, last = parse_span(piece, today)
    first = first or last
    if last - first > LONGEST:
        raise InvalidPeriod(PeriodFault.TOO_LONG)
    return first, last


def _first_and_last(first: str, last: str, today: date) -> tuple[date, date]:
    month = _MONTH_BEHIND.match(last)
    begins = _day(f"{first} {month['rest']}" if month and _BARE_DAY.fullmatch(first) else first, today)
    # Without a year it is the first such day from the beginning on, across the turn of the year too.
    ends = _day(last, today if re.search(r"\d{4}", last) else begins)
    if ends < begins:
        raise InvalidPeriod(PeriodFault.REVERSED)
    return begins, ends


def _day(typed: str, today: date) -> date:
    try:
        return parse_closing_date(typed, today)
    except InvalidClosingDate as refusal:
        raise InvalidPeriod(_FAULTS[refusal.reason]) from None


_FAULTS: Final = {
    DateFault.UNREADABLE: PeriodFault.UNREADABLE,
    DateFault.NO_SUCH_DAY: PeriodFault.NO_SUCH_DAY,
    DateFault.PAST: PeriodFault.PAST,
    DateFault.TOO_FAR: PeriodFault.TOO_LONG,
}
