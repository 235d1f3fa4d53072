"""What people do with groups: make one, let the bot in, ask to join, vote; and who gets a part on the way."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from playground.acts import in_sight
from playground.client import NotOnScreenError
from playground.play import Act

if TYPE_CHECKING:
    from playground.play import Stage

# What Telegram's dialog switches on for a new administrator.
RIGHTS = (
    "can_manage_chat",
    "can_change_info",
    "can_delete_messages",
    "can_restrict_members",
    "can_invite_users",
    "can_pin_messages",
)
# "Marijke en Jeroen · reserve: Fatima", one for each session.
TURN = re.compile(r"(\S+) en (\S+) · reserve: (\S+)")


@dataclass(frozen=True)
class Comes(Act):
    """Somebody who is not in the cast gets a phone; until then nobody can act as them."""

    first_name: str
    last_name: str

    async def is_time(self, stage: Stage) -> bool:
        return True

    async def play(self, stage: Stage) -> None:
        if self.first_name not in {person["first_name"] for person in await stage.playground.people()}:
            body = {"first_name": self.first_name, "last_name": self.last_name}
            await stage.playground.ask("POST", "/people", body)

    @property
    def waits_for(self) -> str:
        return f"{self.first_name} is er nog niet"

    @property
    def has_cue(self) -> bool:
        return False


@dataclass(frozen=True)
class MakesGroup(Act):
    """In Telegram, with the bot in it; known to the play by its title."""

    title: str

    async def is_time(self, stage: Stage) -> bool:
        return True

    async def play(self, stage: Stage) -> None:
        stage.groups[self.title] = await (await self.phone(stage)).makes_group(self.title, add_bot=True)

    @property
    def waits_for(self) -> str:
        return f"{self.who} maakt de groep nog"

    @property
    def has_cue(self) -> bool:
        return False


@dataclass(frozen=True)
class PromotesBot(Act):
    async def is_time(self, stage: Stage) -> bool:
        return self.group in stage.groups

    async def play(self, stage: Stage) -> None:
        await stage.groups[self.group].places_bot("administrator", dict.fromkeys(RIGHTS, True))

    @property
    def waits_for(self) -> str:
        return f"de groep “{self.group}” is er nog niet"


@dataclass(frozen=True)
class Copies(Act):
    """The command on the screen with something behind it, as one copies it with a tap."""

    command: str

    async def is_time(self, stage: Stage) -> bool:
        return await in_sight(self, stage, f"{self.command} ")

    async def play(self, stage: Stage) -> None:
        words = str((await (await self.phone(stage)).last())["text"])
        found = re.search(rf"{self.command} \S+", words)
        if found is None:
            raise NotOnScreenError(f"no {self.command} in: {words}")
        stage.links[self.command] = found.group()

    @property
    def waits_for(self) -> str:
        return f"{self.who} heeft nog geen {self.command} om te kopiëren"


@dataclass(frozen=True)
class Pastes(Act):
    command: str

    async def is_time(self, stage: Stage) -> bool:
        return self.command in stage.links and self.group in stage.groups

    async def play(self, stage: Stage) -> None:
        await (await self.phone(stage)).types(stage.links[self.command])

    @property
    def waits_for(self) -> str:
        return f"{self.who} heeft nog niets om te plakken"

    @property
    def has_cue(self) -> bool:
        return False


@dataclass(frozen=True)
class KeepsInvite(Act):
    """Takes the invite link on the screen, to hand to somebody by this name."""

    link: str

    async def is_time(self, stage: Stage) -> bool:
        return await _has_invite(self, stage)

    async def play(self, stage: Stage) -> None:
        stage.links[self.link] = await (await self.phone(stage)).invite_link()

    @property
    def waits_for(self) -> str:
        return f"{self.who} heeft nog geen link naar de groep"


@dataclass(frozen=True)
class AsksToJoin(Act):
    """By a link that was handed over, or the one on the screen."""

    link: str

    async def is_time(self, stage: Stage) -> bool:
        return self.link in stage.links if self.link else await _has_invite(self, stage)

    async def play(self, stage: Stage) -> None:
        phone = await self.phone(stage)
        await phone.joins(stage.links[self.link] if self.link else await phone.invite_link())

    @property
    def waits_for(self) -> str:
        return f"{self.who} heeft nog geen link naar de groep"


@dataclass(frozen=True)
class Votes(Act):
    """For these options, in the lowest poll with these words in its question."""

    options: tuple[str, ...]
    under: str

    async def is_time(self, stage: Stage) -> bool:
        return bool(await _open_polls(self, stage, self.under))

    async def play(self, stage: Stage) -> None:
        await (await self.phone(stage)).votes(*self.options, under=self.under)

    @property
    def waits_for(self) -> str:
        return f"{self.who} ziet nog geen stemming “{self.under}”"


@dataclass(frozen=True)
class VotesForDates(Act):
    """In all open polls: for each date but those that begin so and, with a full diary, every so many one."""

    never: str
    full: int
    none: str

    async def is_time(self, stage: Stage) -> bool:
        return bool(await _open_polls(self, stage))

    async def play(self, stage: Stage) -> None:
        phone = await self.phone(stage)
        asked = 0
        for question, options in await _open_polls(self, stage):
            suits = []
            for date in options:
                asked += date != self.none
                if date != self.none and not self._is_taken(date, asked):
                    suits.append(date)
            await phone.votes(*(suits or [self.none]), under=question)

    def _is_taken(self, date: str, number: int) -> bool:
        return (self.never != "" and date.startswith(self.never)) or (self.full != 0 and number % self.full == 0)

    @property
    def waits_for(self) -> str:
        return f"{self.who} ziet nog geen stemming"


@dataclass(frozen=True)
class GivesPart(Act):
    """Whoever of these has the button plays the part from here."""

    part: str
    words: str
    names: tuple[str, ...]

    async def is_time(self, stage: Stage) -> bool:
        return bool(await self._holder(stage))

    async def play(self, stage: Stage) -> None:
        stage.parts[self.part] = await self._holder(stage)

    async def _holder(self, stage: Stage) -> str:
        for name in self.names:
            if await (await stage.phone(name)).has_button(self.words):
                return name
        return ""

    @property
    def waits_for(self) -> str:
        return f"niemand heeft een knop “{self.words}”"


@dataclass(frozen=True)
class ReadsRota(Act):
    """Gives three parts: who presents first, the reserve of that time, and who presents next without being that.

    Who played the last of them before is passed over as the first.
    """

    presenter: str
    reserve: str
    following: str

    async def is_time(self, stage: Stage) -> bool:
        return len(await self._turns(stage)) > 1

    async def play(self, stage: Stage) -> None:
        (first, second, reserve), (one, other, _), *_ = await self._turns(stage)
        presenter = second if first == stage.parts.get(self.following) else first
        following = other if one == reserve else one
        stage.parts.update({self.presenter: presenter, self.reserve: reserve, self.following: following})

    async def _turns(self, stage: Stage) -> list[tuple[str, str, str]]:
        return TURN.findall(str((await (await self.phone(stage)).last())["text"]))

    @property
    def waits_for(self) -> str:
        return f"{self.who} ziet nog geen rooster"


async def _has_invite(act: Act, stage: Stage) -> bool:
    try:
        await (await act.phone(stage)).invite_link()
    except NotOnScreenError:
        return False
    return True


async def _open_polls(act: Act, stage: Stage, under: str = "") -> list[tuple[str, list[str]]]:
    """The questions with these words, oldest first, each with its options."""
    polls = [message["poll"] for message in await (await act.phone(stage)).messages() if message["poll"]]
    return [
        (str(poll["question"]), [str(option["text"]) for option in poll["options"]])
        for poll in polls
        if not poll["is_closed"] and under.lower() in str(poll["question"]).lower()
    ]
