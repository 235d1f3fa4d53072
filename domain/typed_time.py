"""A wall time, or from one to another, as people type it: "9", "9.30 uur", "half tien" or "van 9 tot 12.30"."""

from __future__ import annotations

import re
from datetime import time
from enum import StrEnum
from typing import Final

from domain.typed_text import tidy

_LONGEST: Final = 60
_HOURS: Final = (
    ("een", "één", "one"),
    ("twee", "two"),
    ("drie", "three"),
    ("vier", "four"),
    ("vijf", "five"),
    ("zes", "six"),
    ("zeven", "seven"),
    ("acht", "eight"),
    ("negen", "nine"),
    ("tien", "ten"),
    ("elf", "eleven"),
    ("twaalf", "twelve"),
)
_NUMBERS: Final = {word: number for number, words in enumerate(_HOURS, start=1) for word in words}
# Somebody who says "half two" of an intake means the afternoon.
_FIRST_OF_THE_MORNING: Final = 7

_CLOCK = re.compile(r"(?P<hour>\d{1,2})(?:[.:u](?P<minute>\d{2}))?(?: ?(?:uur|u|h|o'clock))?(?: ?(?P<half>am|pm))?")
_HALF = re.compile(r"(?P<to>half|kwart voor|kwart over) (?P<hour>[a-zé]+|\d{1,2})(?: ?uur)?")
_WORD = re.compile(r"(?P<hour>[a-zé]+)(?: ?uur| o'clock)?")
_BETWEEN = re.compile(r"\s*(?:-|–|—|\btot(?: en met)?\b|\bt/m\b|\bto\b|\buntil\b|\btill\b)\s*")
_INTRODUCTION = re.compile(r"^(?:van|vanaf|om|from|at|tussen|between) ")


class TimeFault(StrEnum):
    UNREADABLE = "unreadable"
    # One time where two are asked, or the other way round.
    ONE = "one"
    TWO = "two"
    # It ends before it begins.
    REVERSED = "reversed"


class InvalidTime(ValueError):  # noqa: N818 - an answer that is refused, not a program that fails
    def __init__(self, reason: TimeFault) -> None:
        super().__init__(f"No time: {reason}")
        self.reason = reason


def parse_time(text: str) -> time:
    """One wall time. Raises InvalidTime."""
    typed = _tidied(text)
    if len(_BETWEEN.split(typed)) > 1:
        raise InvalidTime(TimeFault.TWO)
    return _meant(typed)


def parse_hours(text: str) -> tuple[time, time]:
    """From one wall time to a later one. Raises InvalidTime."""
    parts = _BETWEEN.split(re.sub(r" (?:en|and) ", " tot ", _tidied(text)))
    if len(parts) == 1:
        _meant(parts[0])
        raise InvalidTime(TimeFault.ONE)
    if len(parts) > 2:  # noqa: PLR2004 - from and to are two
        raise InvalidTime(TimeFault.UNREADABLE)
    begins, ends = (_meant(part) for part in parts)
    if ends <= begins:
        raise InvalidTime(TimeFault.REVERSED)
    return begins, ends


def _tidied(text: str) -> str:
    typed = tidy(text).casefold()
    if not typed or len(typed) > _LONGEST:
        raise InvalidTime(TimeFault.UNREADABLE)
    return _INTRODUCTION.sub("", typed, count=1)


def _meant(typed: str) -> time:
    if found := _CLOCK.fullmatch(typed):
        return _clocked(int(found["hour"]), int(found["minute"] or 0), found["half"])
    if found := _HALF.fullmatch(typed):
        return _by_the_half(found["to"], _number(found["hour"]))
    if found := _WORD.fullmatch(typed):
        return _by_day(_number(found["hour"]), 0)
    raise InvalidTime(TimeFault.UNREADABLE)


def _clocked(hour: int, minute: int, half: str | None) -> time:
    if half is not None and not 1 <= hour <= 12:  # noqa: PLR2004 - the hours of a clock face
        raise InvalidTime(TimeFault.UNREADABLE)
    if half is not None:
        hour = hour % 12 + (12 if half == "pm" else 0)
    try:
        return time(hour, minute)
    except ValueError:
        raise InvalidTime(TimeFault.UNREADABLE) from None


def _by_the_half(to: str, hour: int) -> time:
    """As one says it in Dutch: "half tien" is 9.30."""
    match to:
        case "half":
            return _by_day(hour - 1 or 12, 30)
        case "kwart voor":
            return _by_day(hour - 1 or 12, 45)
        case _:
            return _by_day(hour, 15)


def _by_day(hour: int, minute: int) -> time:
    return _clocked(hour + 12 if hour < _FIRST_OF_THE_MORNING else hour, minute, None)


def _number(word: str) -> int:
    number = int(word) if word.isdecimal() else _NUMBERS.get(word)
    if number is None or not 1 <= number <= 12:  # noqa: PLR2004 - the hours of a clock face
        raise InvalidTime(TimeFault.UNREADABLE)
    return number
