"""Moments in words. They come in as aware moments and are shown as wall time in Amsterdam."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from babel.dates import format_date

from texts.language import LOCALES, Language

_AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def day(moment: datetime, language: Language, now: datetime) -> str:
    """As in "woensdag 20 januari"; with the year when it is another one than at `now`."""
    return calendar_day(_wall(moment).date(), language, now)


def calendar_day(on: date, language: Language, now: datetime) -> str:
    """A date that never was a moment, such as a closing date, as `day` shows it."""
    pattern = "EEEE d MMMM" if on.year == _wall(now).year else "EEEE d MMMM y"
    return format_date(on, pattern, locale=LOCALES[language])


def date_with_year(on: date, language: Language) -> str:
    """As in "22 november 2026"."""
    return format_date(on, "d MMMM y", locale=LOCALES[language])


def short_day(moment: datetime, language: Language) -> str:
    """As in "wo 20 jan"."""
    return format_date(_wall(moment).date(), "EEE d MMM", locale=LOCALES[language])


def time_of_day(moment: datetime, language: Language) -> str:
    """As in "11.00 uur", or "11:00" in English."""
    wall = _wall(moment)
    return f"{wall.hour}.{wall.minute:02} uur" if language == "nl" else f"{wall.hour}:{wall.minute:02}"


def moment(at: datetime, language: Language, now: datetime) -> str:
    """As in "woensdag 20 januari, 11.00 uur"."""
    return f"{day(at, language, now)}, {time_of_day(at, language)}"


def _wall(at: datetime) -> datetime:
    if at.tzinfo is None:
        raise ValueError("A moment needs a time zone before it can be shown")
    return at.astimezone(_AMSTERDAM)
