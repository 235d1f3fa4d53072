"""What recurs, in words: weekdays and wall times that belong to no day in particular."""

from datetime import date, time, timedelta
from typing import Final

from babel.dates import format_date

from texts.language import LOCALES, Language

_A_MONDAY: Final = date(2027, 1, 4)


def weekday(number: int, language: Language) -> str:
    """As in "maandag"; 0 is Monday, as with date.weekday()."""
    return format_date(_A_MONDAY + timedelta(days=number), "EEEE", locale=LOCALES[language])


def short_weekday(number: int, language: Language) -> str:
    """As in "ma"; 0 is Monday, as with date.weekday()."""
    return format_date(_A_MONDAY + timedelta(days=number), "EEE", locale=LOCALES[language])


def wall_time(at: time, language: Language) -> str:
    """As in "9.00", or "9:00" in English."""
    point = "." if language == "nl" else ":"
    return f"{at.hour}{point}{at.minute:02}"
