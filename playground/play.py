"""What a play is made of: a stage, acts, scenes, and time that passes.

An act waits for its cue: what stands on the actor's screen. So a viewer may do something first, and the play sees it.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from holidays import country_holidays

from playground.client import NotOnScreenError, Phone

if TYPE_CHECKING:
    from collections.abc import Callable

    from playground.client import Group, Playground

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
FORTNIGHT = 15
SUNDAY = 6


class Stage:
    """The phones, the groups and what was handed around, by name; and who plays a part that the play itself gives."""

    def __init__(self, playground: Playground, **links: str) -> None:
        self.playground = playground
        self.links = links
        self.groups: dict[str, Group] = {}
        self.parts: dict[str, str] = {}
        self._phones: dict[str, Phone] = {}

    async def phone(self, name: str, group: str = "") -> Phone:
        """Of this person, with this group open. Raises NotOnScreenError when nobody is called so, or nothing."""
        name = self.parts.get(name, name)
        if name not in self._phones:
            self._phones[name] = Phone(self.playground, await self.playground.person(name))
        if not group:
            return self._phones[name]
        if group not in self.groups:
            raise NotOnScreenError(f"there is no group {group} yet")
        return self._phones[name].within(self.groups[group])

    async def now(self) -> datetime:
        """The bot's time, as it is in Amsterdam."""
        clock = await self.playground.ask("GET", "/clock")
        return datetime.fromisoformat(clock["now"]).astimezone(AMSTERDAM)


@dataclass(frozen=True)
class Act(ABC):
    """One thing that somebody does, in private or in a group.

    `who` is a first name, or a part that the play gives to somebody; empty when nobody does it.
    """

    who: str
    group: str = field(default="", kw_only=True)

    async def phone(self, stage: Stage) -> Phone:
        """In the actor's hands, with the chat open in which it is done."""
        return await stage.phone(self.who, self.group)

    @abstractmethod
    async def is_time(self, stage: Stage) -> bool:
        """Whether its cue is on the screen."""

    @abstractmethod
    async def play(self, stage: Stage) -> None: ...

    async def is_over(self, stage: Stage) -> bool:
        """Whether once was enough; as long as not, it is done again."""
        return True

    @property
    @abstractmethod
    def waits_for(self) -> str:
        """What is missing as long as it is not time, in Dutch."""

    @property
    def has_cue(self) -> bool:
        """Whether its cue says that the acts before it are done."""
        return True


@dataclass(frozen=True)
class TimePasses(Act):
    """The clock goes forward, past all that falls due; `until` gives the moment for the time that it is."""

    until: Callable[[datetime], datetime]

    async def is_time(self, stage: Stage) -> bool:
        return True

    async def play(self, stage: Stage) -> None:
        now = await stage.now()
        target = self.until(now)
        if target > now:
            await stage.playground.forward_to(target.isoformat())

    @property
    def waits_for(self) -> str:
        return "de klok is nog onderweg"

    @property
    def has_cue(self) -> bool:
        return False


@dataclass(frozen=True)
class Scene:
    """A caption in Dutch, and what happens; at a `tempo` of 0.5 twice as fast as at the ordinary pace."""

    caption: str
    acts: tuple[Act, ...]
    tempo: float = 1.0


def scene(caption: str, *acts: Act, tempo: float = 1.0) -> Scene:
    return Scene(caption, acts, tempo)


def until_a_quiet_fortnight(weekday: int, hour: int) -> Act:
    """To this weekday (Monday is 0) at this hour in Amsterdam, a day or more away, with no holiday soon after."""
    return TimePasses("", lambda now: first_in_quiet_fortnight(now, weekday, hour))


def until(days: int, hour: int, minute: int = 0) -> Act:
    """To this time in Amsterdam, so many days on."""
    return TimePasses("", lambda now: _at(now + timedelta(days=days), hour, minute))


def in_a_minute() -> Act:
    return TimePasses("", lambda now: now + timedelta(minutes=1))


def until_working_day(days: int, hour: int) -> Act:
    """To this hour in Amsterdam, so many days on or more: no Sunday and no holiday."""
    return TimePasses("", lambda now: _at(first_open(now + timedelta(days=days)), hour))


def until_last_of(weekdays: tuple[int, ...], hour: int, minute: int = 0, *, weeks: int) -> Act:
    """To this time on the last of the days that `working_days` gives."""
    return TimePasses("", lambda now: _at(working_days(now, weekdays, weeks)[-1], hour, minute))


def first_in_quiet_fortnight(now: datetime, weekday: int, hour: int) -> datetime:
    """`now` in Amsterdam; never today. On a holiday nobody holds an intake, and the script counts on certain days."""
    day = now + timedelta(days=(weekday - now.weekday()) % 7 or 7)
    free = country_holidays("NL", years=(now.year, now.year + 1))
    while any((day + timedelta(days=ahead)).date() in free for ahead in range(FORTNIGHT)):
        day += timedelta(days=7)
    return _at(day, hour)


def working_days(now: datetime, weekdays: tuple[int, ...], weeks: int) -> list[datetime]:
    """From so many weeks after `now` in Amsterdam: one of each of these (Monday is 0), in this order, no holidays."""
    days: list[datetime] = []
    day = now + timedelta(weeks=weeks)
    free = country_holidays("NL", years=(now.year, now.year + 1, now.year + 2))
    for weekday in weekdays:
        day += timedelta(days=(weekday - day.weekday()) % 7)
        while day.date() in free:
            day += timedelta(days=7)
        days.append(day)
    return days


def first_open(day: datetime) -> datetime:
    """The day itself in Amsterdam, or the first after it that is no Sunday and no holiday."""
    free = country_holidays("NL", years=(day.year, day.year + 1))
    while day.weekday() == SUNDAY or day.date() in free:
        day += timedelta(days=1)
    return day


def _at(day: datetime, hour: int, minute: int = 0) -> datetime:
    return day.replace(hour=hour, minute=minute, second=0, microsecond=0)
