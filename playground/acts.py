"""What people do on their phones: follow a link, type, tap, read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from babel.dates import format_date

from playground.play import Act, working_days

if TYPE_CHECKING:
    from playground.play import Stage

# How far up somebody still reads what the bot said.
IN_SIGHT = 4
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True)
class Follows(Act):
    link: str

    async def is_time(self, stage: Stage) -> bool:
        return self.link in stage.links

    async def play(self, stage: Stage) -> None:
        await (await self.phone(stage)).follows(stage.links[self.link])

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
        return not self.asked or await in_sight(self, stage, self.asked)

    async def play(self, stage: Stage) -> None:
        await (await self.phone(stage)).types(self.text)

    @property
    def waits_for(self) -> str:
        return f"{self.who} krijgt de vraag “{self.asked}” nog niet"

    @property
    def has_cue(self) -> bool:
        return bool(self.asked)


@dataclass(frozen=True)
class TypesDates(Act):
    """The days that `working_days` gives under one another, at this hour."""

    weekdays: tuple[int, ...]
    weeks: int
    hour: int
    asked: str

    async def is_time(self, stage: Stage) -> bool:
        return await in_sight(self, stage, self.asked)

    async def play(self, stage: Stage) -> None:
        days = working_days(await stage.now(), self.weekdays, self.weeks)
        text = "\n".join(f"{format_date(day, 'EEEEEE d MMMM', locale='nl')} {self.hour}.00" for day in days)
        await (await self.phone(stage)).types(text)

    @property
    def waits_for(self) -> str:
        return f"{self.who} krijgt de vraag “{self.asked}” nog niet"


@dataclass(frozen=True)
class SharesNumber(Act):
    asked: str

    async def is_time(self, stage: Stage) -> bool:
        return await in_sight(self, stage, self.asked)

    async def play(self, stage: Stage) -> None:
        await (await self.phone(stage)).shares_contact()

    @property
    def waits_for(self) -> str:
        return f"{self.who} krijgt de vraag “{self.asked}” nog niet"


@dataclass(frozen=True)
class Taps(Act):
    words: str
    under: str
    last: bool

    async def is_time(self, stage: Stage) -> bool:
        return await (await self.phone(stage)).has_button(self.words, under=self.under)

    async def play(self, stage: Stage) -> None:
        await (await self.phone(stage)).taps(self.words, under=self.under, last=self.last)

    @property
    def waits_for(self) -> str:
        under = f" onder “{self.under}”" if self.under else ""
        return f"op de telefoon van {self.who} staat geen knop “{self.words}”{under}"


@dataclass(frozen=True)
class KeepsTapping(Taps):
    """The same button again, as long as there is one with the words `beside`."""

    beside: str

    async def is_over(self, stage: Stage) -> bool:
        return not await (await self.phone(stage)).has_button(self.beside)


@dataclass(frozen=True)
class TapsIfAsked(Taps):
    """Whether the bot asks this depends on what came before; when it does not, nothing is done."""

    async def is_time(self, stage: Stage) -> bool:
        return True

    async def play(self, stage: Stage) -> None:
        if await super().is_time(stage):
            await super().play(stage)

    @property
    def has_cue(self) -> bool:
        return False


@dataclass(frozen=True)
class Reads(Act):
    words: str

    async def is_time(self, stage: Stage) -> bool:
        return await in_sight(self, stage, self.words)

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
        return "?start=" in await text_in_sight(self, stage)

    async def play(self, stage: Stage) -> None:
        stage.links[self.link] = await (await self.phone(stage)).link()

    @property
    def waits_for(self) -> str:
        return f"op de telefoon van {self.who} staat geen link"


async def in_sight(act: Act, stage: Stage, words: str) -> bool:
    """Whether these words stand on the screen of who acts."""
    return words.lower() in (await text_in_sight(act, stage)).lower()


async def text_in_sight(act: Act, stage: Stage) -> str:
    messages = await (await act.phone(stage)).bot_messages()
    text = "\n".join(message["text"] or "" for message in messages[-IN_SIGHT:])
    return text.replace(NO_BREAK_SPACE, " ")
