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


def hour(moment: datetime, language: Language) -> str:
    """As in "11.00", or "11:00" in English: where there is no room for "uur"."""
    return time_of_day(moment, language).removesuffix(" uur")


def span(starts_at: datetime, ends_at: datetime, language: Language, now: datetime) -> str:
    """As in "woensdag 20 januari, 11.00 tot 11.45 uur".

    When the clocks change meanwhile, which the end goes by is said: 45 minutes from 2.30 may end at 2.15 "wintertijd".
    """
    to = "tot" if language == "nl" else "to"
    times = f"{hour(starts_at, language)} {to} {time_of_day(ends_at, language)}"
    changes = _wall(starts_at).utcoffset() != _wall(ends_at).utcoffset()
    return f"{day(starts_at, language, now)}, {times}{' ' + _season(ends_at, language) if changes else ''}"


def _season(moment: datetime, language: Language) -> str:
    summer = bool(_wall(moment).dst())
    if language == "nl":
        return "zomertijd" if summer else "wintertijd"
    return "summer time" if summer else "winter time"


def short_calendar_day(on: date, language: Language, *, with_month: bool = True) -> str:
    """As in "wo 20 jan", or "wo 20" where the month is clear."""
    return format_date(on, "EEE d MMM" if with_month else "EEE d", locale=LOCALES[language])


def month(on: date, language: Language) -> str:
    """As in "januari 2027"."""
    return format_date(on, "MMMM y", locale=LOCALES[language])


def moment(at: datetime, language: Language, now: datetime) -> str:
    """As in "woensdag 20 januari, 11.00 uur"."""
    return f"{day(at, language, now)}, {time_of_day(at, language)}"


def _wall(at: datetime) -> datetime:
    if at.tzinfo is None:
        raise ValueError("A moment needs a time zone before it can be shown")
    return at.astimezone(_AMSTERDAM)
