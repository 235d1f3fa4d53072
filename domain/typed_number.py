"""A year or a length of time as people type it in a sentence."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

EARLIEST_YEAR: Final = 1980
SHORTEST_TRAVEL: Final = 5
LONGEST_TRAVEL: Final = 300
"""Minutes one way: from one end of the country to the other."""

_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_SHORT_YEAR = re.compile(r"['’](\d{2})(?!\d)")
# The first that is found counts: "anderhalf uur" holds "half uur" as well.
_IN_WORDS = {"anderhalf": 90, "hour and a half": 90, "half": 30, "kwartier": 15, "quarter": 15}
_COUNTED_QUARTERS = re.compile(r"(?:drie ?kwartier|three quarters)")
_HOURS_AND_MINUTES = re.compile(
    r"(?P<hours>\d{1,2}(?:[.,]\d)?) ?(?:uur|uren|u|hours?|hrs?|h)(?![a-z])(?: ?(?:en|and))? ?(?P<minutes>\d{1,2})?"
)
_CLOCKED = re.compile(r"(?<!\d)(?P<hours>\d):(?P<minutes>[0-5]\d)(?!\d)")
_MINUTES = re.compile(r"(?<![\d.,])(\d{1,3})(?![\d.,]\d)")


class NumberFault(StrEnum):
    NO_NUMBER = "no-number"
    SEVERAL = "several"
    TOO_LOW = "too-low"
    TOO_HIGH = "too-high"


class InvalidNumber(ValueError):  # noqa: N818 - an answer that is refused, not a program that fails
    """What was typed cannot be taken: what is taken lies from `lowest` to `highest`."""

    def __init__(self, reason: NumberFault, *, lowest: int, highest: int) -> None:
        super().__init__(f"{reason}: {lowest} to {highest} is taken")
        self.reason = reason
        self.lowest = lowest
        self.highest = highest


def parse_year(text: str, this_year: int) -> int:
    """The one year in a text, from 1980 to this year. Raises InvalidNumber."""
    years = {int(year) for year in _YEAR.findall(text)}
    if not years:
        short = _SHORT_YEAR.search(text)
        years = {_in_full(int(short[1]), this_year)} if short else set()
    return _held_to(years, EARLIEST_YEAR, this_year)


def parse_travel_minutes(text: str) -> int:
    """A time in minutes out of "45", "5 kwartier", "1,5 uur", "1u30" or "anderhalf uur". Raises InvalidNumber."""
    minutes = _minutes(text.casefold())
    return _held_to(set() if minutes is None else {minutes}, SHORTEST_TRAVEL, LONGEST_TRAVEL)


def _in_full(short: int, this_year: int) -> int:
    century = this_year - this_year % 100
    return century + short if century + short <= this_year else century - 100 + short


def _minutes(typed: str) -> int | None:
    clocked = _CLOCKED.search(typed)
    if clocked:
        return int(clocked["hours"]) * 60 + int(clocked["minutes"])
    if _COUNTED_QUARTERS.search(typed):
        return 45
    quarters = re.search(r"(\d{1,2}) ?kwartier", typed)
    if quarters:
        return int(quarters[1]) * 15
    hours = _HOURS_AND_MINUTES.search(typed)
    if hours:
        return round(float(hours["hours"].replace(",", ".")) * 60) + int(hours["minutes"] or 0)
    in_words = next((minutes for words, minutes in _IN_WORDS.items() if words in typed), None)
    if in_words is not None:
        return in_words
    if re.search(r"\b(?:een|één|an|one) ?(?:uur|hour)\b", typed):
        return 60
    plain = _MINUTES.findall(typed)
    return int(plain[0]) if len(plain) == 1 else None


def _held_to(numbers: set[int], lowest: int, highest: int) -> int:
    if not numbers:
        raise InvalidNumber(NumberFault.NO_NUMBER, lowest=lowest, highest=highest)
    if len(numbers) > 1:
        raise InvalidNumber(NumberFault.SEVERAL, lowest=lowest, highest=highest)
    number = numbers.pop()
    if number < lowest:
        raise InvalidNumber(NumberFault.TOO_LOW, lowest=lowest, highest=highest)
    if number > highest:
        raise InvalidNumber(NumberFault.TOO_HIGH, lowest=lowest, highest=highest)
    return number
