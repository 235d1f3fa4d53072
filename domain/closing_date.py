"""The last day on which one can register: as a coordinator types it, and as it is suggested. Days in Amsterdam."""

import calendar
import re
from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from domain.time import is_working_day
from domain.typed_text import tidy

FURTHEST: Final = timedelta(days=366)
_JUST_PAST: Final = timedelta(days=60)
_SUGGESTED_WEEKS: Final = (3, 4, 6, 8)
_FRIDAY: Final = 4
_LONGEST: Final = 60

_MONTHS: Final = (
    ("januari", "jan", "january"),
    ("februari", "feb", "february"),
    ("maart", "mrt", "march", "mar", "maa"),
    ("april", "apr"),
    ("mei", "may"),
    ("juni", "jun", "june"),
    ("juli", "jul", "july"),
    ("augustus", "aug", "august"),
    ("september", "sep", "sept"),
    ("oktober", "okt", "october", "oct"),
    ("november", "nov"),
    ("december", "dec"),
)
_MONTH_NUMBERS: Final = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names}
_WRITTEN_NUMBERS: Final = (
    ("een", "één", "a", "one"),
    ("twee", "two"),
    ("drie", "three"),
    ("vier", "four"),
    ("vijf", "five"),
    ("zes", "six"),
    ("zeven", "seven"),
    ("acht", "eight"),
)
_NUMBERS: Final = {word: number for number, words in enumerate(_WRITTEN_NUMBERS, start=1) for word in words}

_WEEKDAY = (
    r"(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag|(?:mon|tues|wednes|thurs|fri|satur|sun)day|ma|di|wo|do|vr|za|zo)"
)
_INTRODUCTION = re.compile(rf"^(?:op |tot en met |t/m |until |on )?(?:{_WEEKDAY}[ ,.]+)?")
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_DIGITS = re.compile(r"(?P<day>\d{1,2}) ?[-/.] ?(?P<month>\d{1,2})(?: ?[-/.] ?(?P<year>\d{4}|\d{2}))?")
_WORDS = re.compile(r"(?P<day>\d{1,2})(?:e|ste|de|st|nd|rd|th)?[ -](?P<name>[a-z]+)\.?(?:,?[ -](?P<year>\d{4}))?")
_LATER = re.compile(r"(?:over|in) (?P<number>\d{1,3}|[a-zé]+) (?P<unit>dag|week|weken|maand|day|month)(?:en|s)?")


class DateFault(StrEnum):
    UNREADABLE = "unreadable"
    NO_SUCH_DAY = "no-such-day"
    PAST = "past"
    TOO_FAR = "too-far"


class InvalidClosingDate(ValueError):  # noqa: N818 - an answer that is refused, not a program that fails
    def __init__(self, reason: DateFault) -> None:
        super().__init__(f"No closing date: {reason}")
        self.reason = reason


def parse_closing_date(text: str, today: date) -> date:
    """The day meant by "15-1-2027", "15 januari", "vrijdag 15 jan 2027", "over 3 weken" or the English of these.

    Without a year it is the first such day from today on. Raises InvalidClosingDate; also when it lies before today or
    more than a year ahead.
    """
    typed = tidy(text).casefold()
    if not typed or len(typed) > _LONGEST:
        raise InvalidClosingDate(DateFault.UNREADABLE)
    return checked_closing_date(_day_meant(_INTRODUCTION.sub("", typed, count=1).rstrip("."), today), today)


def checked_closing_date(day: date, today: date) -> date:
    """The day itself. Raises InvalidClosingDate when it is past, or more than a year ahead."""
    if day < today:
        raise InvalidClosingDate(DateFault.PAST)
    if day > today + FURTHEST:
        raise InvalidClosingDate(DateFault.TOO_FAR)
    return day


def suggested_closing_days(today: date) -> tuple[date, ...]:
    """Fridays some weeks ahead, or the last working day before one that is a holiday."""
    return tuple(_last_working_day(_friday_of(today + timedelta(weeks=weeks))) for weeks in _SUGGESTED_WEEKS)


def _day_meant(typed: str, today: date) -> date:
    if relative := _relative(typed, today):
        return relative
    for pattern in (_ISO, _DIGITS, _WORDS):
        found = pattern.fullmatch(typed)
        if found is None:
            continue
        parts = found.groupdict()
        month = _MONTH_NUMBERS.get(parts["name"]) if "name" in parts else int(parts["month"])
        if month is None:
            break
        return _day(int(parts["day"]), month, _year(parts["year"]), today)
    raise InvalidClosingDate(DateFault.UNREADABLE)


def _relative(typed: str, today: date) -> date | None:
    if typed in ("vandaag", "today"):
        return today
    if typed in ("morgen", "tomorrow"):
        return today + timedelta(days=1)
    found = _LATER.fullmatch(typed)
    if found is None:
        return None
    number = int(found["number"]) if found["number"].isdecimal() else _NUMBERS.get(found["number"])
    if number is None:
        return None
    match found["unit"]:
        case "dag" | "day":
            return today + timedelta(days=number)
        case "week" | "weken":
            return today + timedelta(weeks=number)
        case _:
            return _months_later(today, number)


def _months_later(today: date, number: int) -> date:
    """The same day of the month, or the last one of a month that is too short for it."""
    years, month = divmod(today.month - 1 + number, 12)
    year = today.year + years
    return date(year, month + 1, min(today.day, calendar.monthrange(year, month + 1)[1]))


def _year(written: str | None) -> int | None:
    if written is None:
        return None
    return int(written) if len(written) > len("27") else 2000 + int(written)


def _day(day: int, month: int, year: int | None, today: date) -> date:
    if year is not None:
        return _existing(year, month, day)
    this_year = _date_if(today.year, month, day)
    if this_year and today - _JUST_PAST <= this_year < today:
        # Rather a slip than a day almost a year ahead.
        return this_year
    # Nine years hold a 29 February at any time: 2100 has none.
    days = [found for ahead in range(9) if (found := _date_if(today.year + ahead, month, day)) and found >= today]
    if not days:
        raise InvalidClosingDate(DateFault.NO_SUCH_DAY)
    return days[0]


def _existing(year: int, month: int, day: int) -> date:
    found = _date_if(year, month, day)
    if found is None:
        raise InvalidClosingDate(DateFault.NO_SUCH_DAY)
    return found


def _date_if(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _friday_of(day: date) -> date:
    return day + timedelta(days=_FRIDAY - day.weekday())


def _last_working_day(day: date) -> date:
    return next(each for each in _days_back(day) if is_working_day(each))


def _days_back(day: date) -> Iterator[date]:
    while True:
        yield day
        day -= timedelta(days=1)
