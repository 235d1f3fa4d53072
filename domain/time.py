"""Time is stored in UTC and thought of in Europe/Amsterdam: here the one is turned into the other, and nowhere else."""

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Protocol
from zoneinfo import ZoneInfo

from holidays import country_holidays

AMSTERDAM = ZoneInfo("Europe/Amsterdam")

_SATURDAY = 5


class Clock(Protocol):
    def now(self) -> datetime:
        """The present moment: aware, in UTC."""


def local(moment: datetime) -> datetime:
    """The wall time in Amsterdam. Raises ValueError on a moment without a time zone."""
    if moment.tzinfo is None:
        raise ValueError("A moment needs a time zone: only wall times go without")
    return moment.astimezone(AMSTERDAM)


def to_utc(wall: datetime) -> datetime:
    """The moment at which the clocks in Amsterdam show this wall time, given without a time zone.

    In the doubled hour of autumn it is the first of the two. In the missing hour of spring it is as long after the
    change as the wall time lies past it: 02:30 becomes 03:30 summer time.
    """
    if wall.tzinfo is not None:
        raise ValueError("A wall time has no time zone: this is a moment already")
    return wall.replace(tzinfo=AMSTERDAM, fold=0).astimezone(UTC)


@lru_cache(maxsize=32)
def public_holidays(year: int) -> frozenset[date]:
    """The public holidays of the Netherlands. Liberation Day counts once in five years, Good Friday always."""
    return frozenset(country_holidays("NL", years=year))


def is_public_holiday(day: date) -> bool:
    return day in public_holidays(day.year)


def is_working_day(day: date) -> bool:
    return day.weekday() < _SATURDAY and not is_public_holiday(day)


def add_working_days(moment: datetime, days: int) -> datetime:
    """So many working days later, in UTC, at the same wall time in Amsterdam. Zero days later is the moment itself."""
    if days < 0:
        raise ValueError("Working days are only counted forward")
    wall = local(moment).replace(tzinfo=None)
    if days == 0:
        return moment.astimezone(UTC)
    while days > 0:
        wall += timedelta(days=1)
        days -= is_working_day(wall.date())
    return to_utc(wall)
