"""How long a journey takes, in words: an estimate, so no more exact than one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from babel.numbers import format_decimal

from texts.language import LOCALES

if TYPE_CHECKING:
    from texts.speech import Speech

IN_MINUTES: Final = 90
"""Up to this long in minutes, beyond it in hours."""

HALF_AN_HOUR: Final = 30
NEARLY: Final = 20
"""So many minutes past a half hour it is called nearly the next."""


def lasts(speech: Speech, minutes: int) -> str:
    """As in "45 min", "1,5 uur", "ruim 2 uur" or "bijna 2,5 uur"; minutes are rounded to five."""
    rounded = 5 * round(minutes / 5)
    if rounded < IN_MINUTES:
        return speech.plain("journey-minutes", minutes=rounded)
    halves, past = divmod(rounded, HALF_AN_HOUR)
    if past == 0:
        return speech.plain("journey-hours", hours=_hours(speech, halves))
    if past < NEARLY:
        return speech.plain("journey-hours-over", hours=_hours(speech, halves))
    return speech.plain("journey-hours-nearly", hours=_hours(speech, halves + 1))


def _hours(speech: Speech, halves: int) -> str:
    return str(format_decimal(halves / 2, locale=LOCALES[speech.language]))
