"""What a play is written with: actors, what they do, and when it is time for it.

An act waits for its cue: what stands on the actor's screen. So a viewer may do something first, and the play sees it.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from holidays import country_holidays

from playground.client import Phone

if TYPE_CHECKING:
    from collections.abc import Callable

    from playground.client import Playground

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
# How far up somebody still reads what the bot said.
IN_SIGHT = 4
FORTNIGHT = 15
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


class Stage:
    """The phones, and the links that were handed around, by name."""

    def __init__(self, playground: Playground, **links: str) -> None:
        self.playground = playground
        self.links = links
        self._phones: dict[str, Phone] = {}

    async def phone(self, name: str) -> Phone:
        """Raises NotOnScreenError when nobody is called so."""
        if name not in self._phones:
            self._phones[name] = Phone(self.playground, await self.playground.person(name))
        return self._phones[name]

    async def now(self) -> datetime:
        """The bot's time, as it is in Amsterdam."""
        clock = await self.playground.ask("GET", "/clock")
        return datetime.fromisoformat(clock["now"]).astimezone(AMSTERDAM)


@dataclass(frozen=True)
class Act(ABC):
    """One thing that somebody does; `who` is a first name, empty when nobody does it."""

    who: str

    @abstractmethod
    async def is_time(self, stage: Stage) -> bool:
        """Whether its cue is on the screen."""

    @abstractmethod
    async def play(self, stage: Stage) -> None: ...

    @property
    @abstractmethod
    def waits_for(self) -> str:
        """What is missing as long as it is not time, in Dutch."""

    @property
    def has_cue(self) -> bool:
        """Whether its cue says that the acts before it are done."""
        return True


@dataclass(frozen=True)
class Follows(Act):
    link: str

    async def is_time(self, stage: Stage) -> bool:
        return self.link in stage.links

    async def play(self, stage: Stage) -> None:
        await (await stage.phone(self.who)).follows(stage.links[self.link])

    @property
    def waits_for(self) -> str:
        return f"er is nog geen link voor {self.who}"

    @property
    def has_cue(self) -> bool:
        return False


@dataclass(frozen=True)
class Types(Act):
    text: str
    asked: str

    async def is_time(self, stage: Stage) -> bool:
        return not self.asked or await _in_sight(stage, self.who, self.asked)

    async def play(self, stage: Stage) -> None:
        await (await stage.phone(self.who)).types(self.text)

    @property
    def waits_for(self) -> str:
        return f"{self.who} krijgt de vraag “{self.asked}” nog niet"

    @property
    def has_cue(self) -> bool:
        return bool(self.asked)


@dataclass(frozen=True)
class SharesNumber(Act):
    asked: str

    async def is_time(self, stage: Stage) -> bool:
        return await _in_sight(stage, self.who, self.asked)

    async def play(self, stage: Stage) -> None:
        await (await stage.phone(self.who)).shares_contact()

    @property
    def waits_for(self) -> str:
        return f"{self.who} krijgt de vraag “{self.asked}” nog niet"


@dataclass(frozen=True)
class Taps(Act):
    words: str
    under: str
    last: bool

    async def is_time(self, stage: Stage) -> bool:
        return await (await stage.phone(self.who)).has_button(self.words, under=self.under)

    async def play(self, stage: Stage) -> None:
        await (await stage.phone(self.who)).taps(self.words, under=self.under, last=self.last)

    @property
    def waits_for(self) -> str:
        under = f" onder “{self.under}”" if self.under else ""
        return f"op de telefoon van {self.who} staat geen knop “{self.words}”{under}"


@dataclass(frozen=True)
class Reads(Act):
    words: str

    async def is_time(self, stage: Stage) -> bool:
        return await _in_sight(stage, self.who, self.words)

    async def play(self, stage: Stage) -> None:
        """Reading takes time only."""

    @property
    def waits_for(self) -> str:
        return f"{self.who} leest nog niet “{self.words}”"


@dataclass(frozen=True)
class Keeps(Act):
    """Takes the link on the screen, to hand to others by this name."""

    link: str

    async def is_time(self, stage: Stage) -> bool:
        return "?start=" in await _text_in_sight(stage, self.who)

    async def play(self, stage: Stage) -> None:
        stage.links[self.link] = await (await stage.phone(self.who)).link()

    @property
    def waits_for(self) -> str:
        return f"op de telefoon van {self.who} staat geen link"


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
class Actor:
    """Somebody of the cast, by first name."""

    name: str

    def follows(self, link: str) -> Act:
        return Follows(self.name, link)

    def types(self, text: str, *, asked: str = "") -> Act:
        return Types(self.name, text, asked)

    def taps(self, words: str, *, under: str = "", last: bool = False) -> Act:
        return Taps(self.name, words, under, last)

    def shares_number(self, *, asked: str) -> Act:
        return SharesNumber(self.name, asked)

    def reads(self, words: str) -> Act:
        return Reads(self.name, words)

    def keeps_link(self, link: str) -> Act:
        return Keeps(self.name, link)


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


def first_in_quiet_fortnight(now: datetime, weekday: int, hour: int) -> datetime:
    """`now` in Amsterdam; never today. On a holiday nobody holds an intake, and the script counts on certain days."""
    day = now + timedelta(days=(weekday - now.weekday()) % 7 or 7)
    free = country_holidays("NL", years=(now.year, now.year + 1))
    while any((day + timedelta(days=ahead)).date() in free for ahead in range(FORTNIGHT)):
        day += timedelta(days=7)
    return _at(day, hour)


def _at(day: datetime, hour: int, minute: int = 0) -> datetime:
    return day.replace(hour=hour, minute=minute, second=0, microsecond=0)


async def _in_sight(stage: Stage, who: str, words: str) -> bool:
    return words.lower() in (await _text_in_sight(stage, who)).lower()


async def _text_in_sight(stage: Stage, who: str) -> str:
    messages = await (await stage.phone(who)).bot_messages()
    text = "\n".join(message["text"] or "" for message in messages[-IN_SIGHT:])
    return text.replace(NO_BREAK_SPACE, " ")
