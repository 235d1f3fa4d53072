"""`python -m playground.story`: plays the script on a running playground, at a pace that one can follow."""

from __future__ import annotations

import argparse
import asyncio
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import httpx

from playground.actors import COORDINATOR
from playground.client import NotOnScreenError, Playground, RefusedError
from playground.play import Stage
from playground.script import SCENES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playground.play import Act, Scene

# Seconds between two things that people do.
PACE = 1.2
# A message longer than one takes in at a glance takes the pace once more for so many characters, at most so often.
AT_A_GLANCE = 100
READ_MEANWHILE = 250
LONGEST_READING = 2.0
# How long a cue may be underway before it is said that the story waits for it, and how often one looks, in seconds.
COMES_WITHIN = 5.0
LOOK_EVERY = 0.5
# How long the story waits for what does not come, in seconds.
PATIENCE = 600.0
END = "Het verhaal is uit; speel zelf verder."
TIMED_OUT = 504


class StoryStoppedError(Exception):
    """The story cannot go on; the sentence says why, in Dutch."""


@dataclass(frozen=True)
class Pace:
    """`between` and `patience` in seconds."""

    between: float = PACE
    patience: float = PATIENCE


class Story:
    """Plays scenes in order. A viewer may hold it, and may do an act before it."""

    def __init__(self, stage: Stage, pace: Pace) -> None:
        self._stage = stage
        self._pace = pace
        self._shown: tuple[str, int | None, int | None] = ("", None, None)

    async def play(self, scenes: Sequence[Scene]) -> None:
        """Raises StoryStoppedError; httpx.TransportError when the playground is gone."""
        for scene in scenes:
            _say(scene.caption)
            await self._play_scene(scene)
        await self.end(END)

    async def end(self, caption: str) -> None:
        _say(caption)
        await self._stage.playground.ask("POST", "/story", {"caption": caption, "over": True})

    async def _play_scene(self, scene: Scene) -> None:
        at = 0
        while at < len(scene.acts):
            await self._show(scene.caption, scene.acts[at])
            await self._breathe(scene, scene.acts[at])
            await self._until_not_held()
            at = await self._next_in_time(scene, at)
            if await self._done(scene.acts[at]) and await scene.acts[at].is_over(self._stage):
                at += 1

    async def _show(self, caption: str, act: Act) -> None:
        person, chat = await self._whose(act)
        if (caption, person, chat) != self._shown:
            self._shown = (caption, person, chat)
            told = {"caption": caption, "person": person, "chat": chat}
            await self._stage.playground.ask("POST", "/story", told)

    async def _whose(self, act: Act) -> tuple[int | None, int | None]:
        """Who acts, and in which chat; nobody when the clock goes on."""
        if not act.who:
            return None, None
        group = self._stage.groups.get(act.group)
        person = (await self._stage.phone(act.who)).id
        return person, group.chat_id if group else person

    async def _breathe(self, scene: Scene, act: Act) -> None:
        """The time that a person takes: a moment, and reading what is new."""
        if not self._pace.between:
            return
        messages = await (await act.phone(self._stage)).bot_messages() if act.who else []
        length = len(messages[-1]["text"] or "") if messages else 0
        reading = min(max(0, length - AT_A_GLANCE) / READ_MEANWHILE, LONGEST_READING)
        await asyncio.sleep(self._pace.between * scene.tempo * (1 + reading))

    async def _until_not_held(self) -> None:
        while True:
            try:
                await self._stage.playground.ask("POST", "/story/wait")
            except RefusedError as error:
                if error.status != TIMED_OUT:
                    raise
            else:
                return

    async def _next_in_time(self, scene: Scene, at: int) -> int:
        """The number of the act that it is time for: this one, or a later one when a viewer was first."""
        begun = time.monotonic()
        told = False
        while not await scene.acts[at].is_time(self._stage):
            waited = time.monotonic() - begun
            if waited > COMES_WITHIN and (later := await self._later_in_time(scene, at)) is not None:
                _say("Iemand was het verhaal voor; het gaat daar verder.")
                return later
            if waited > COMES_WITHIN and not told:
                told = True
                await self._tell_waiting(scene.acts[at])
            if waited > self._pace.patience:
                raise StoryStoppedError(f"Het verhaal stopt: {scene.acts[at].waits_for}. Speel zelf verder.")
            await asyncio.sleep(LOOK_EVERY)
            await self._until_not_held()
        if told:
            await self._show(scene.caption, scene.acts[at])
        return at

    async def _later_in_time(self, scene: Scene, at: int) -> int | None:
        who = scene.acts[at].who
        for later, act in enumerate(scene.acts[at + 1 :], at + 1):
            # That somebody else is further says nothing of this one.
            if act.who == who and act.has_cue and await act.is_time(self._stage):
                return later
        return None

    async def _tell_waiting(self, act: Act) -> None:
        words = f"Het verhaal wacht: {act.waits_for}."
        _say(words)
        self._shown = (words, None, None)
        await self._stage.playground.ask("POST", "/story", {"caption": words})

    async def _done(self, act: Act) -> bool:
        """Whether the act was done; not when the screen changed while the thumb was on its way."""
        try:
            await act.play(self._stage)
        except NotOnScreenError:
            return False
        except RefusedError as error:
            if error.status != TIMED_OUT:
                _say(f"Het verhaal probeert het nog eens: {error.sentence}")
                await asyncio.sleep(COMES_WITHIN)
                return False
            await self._until_settled()
        return True

    async def _until_settled(self) -> None:
        _say("Het verhaal wacht: de bot is nog bezig.")
        try:
            await self._stage.playground.settles(self._pace.patience)
        except RefusedError as error:
            if error.status == TIMED_OUT:
                raise StoryStoppedError("Het verhaal stopt: de bot komt niet tot rust. Zie bot.log.") from None
            raise


async def tell(address: str, coordinator_link: str, pace: Pace, scenes: Sequence[Scene] = SCENES) -> int:
    """Plays on the playground at this address; the exit code. What is wrong is one line."""
    playground = Playground(address)
    story = Story(Stage(playground, **{COORDINATOR: coordinator_link}), pace)
    try:
        await story.play(scenes)
    except StoryStoppedError as error:
        await story.end(str(error))
        return 1
    except (httpx.TransportError, RefusedError, NotOnScreenError) as error:
        _say(f"Het verhaal stopt: {' '.join(str(error).split()) or type(error).__name__}")
        return 1
    finally:
        await playground.close()
    return 0


def _say(words: str) -> None:
    """One line on the terminal."""
    sys.stdout.write(f"  {words}\n")
    sys.stdout.flush()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m playground.story", description="Plays the story by itself.")
    parser.add_argument("--address", required=True, help="of a running playground, with a bot that has just begun")
    parser.add_argument(
        "--coordinator-link", required=True, help="the one-time link with which the office takes charge"
    )
    parser.add_argument("--pace", type=float, default=PACE, help="seconds between two acts; 0 is as fast as it goes")
    parser.add_argument("--patience", type=float, default=PATIENCE, help="seconds to wait for what does not come")
    options = parser.parse_args()
    sys.exit(asyncio.run(tell(options.address, options.coordinator_link, Pace(options.pace, options.patience))))


if __name__ == "__main__":
    main()
