"""Whatever is asked, in whatever order it is heard, however often it is tried: a stranger never gets in."""

from __future__ import annotations

import asyncio
import tempfile
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from services.chat_steps import roster
from storage.cipher import MainKey
from storage.database import Database
from tests.services.chat_scene import BOT, DIRK, MEMBERS, TRUUS, ChatScene, set_chat_scene

if TYPE_CHECKING:
    from collections.abc import Coroutine

ANYBODY = st.sampled_from([*MEMBERS, DIRK, TRUUS])
MEMBER = st.sampled_from([*MEMBERS])
NUMBER = st.integers(0, 50)


class Doors(RuleBasedStateMachine):
    """The real services and the real delivery, between people who do as they like and a Telegram that is made up."""

    def __init__(self) -> None:
        super().__init__()
        self._directory = tempfile.TemporaryDirectory()
        self._path = Path(self._directory.name) / "machine.db"
        self._loop = asyncio.new_event_loop()
        # Every link there ever was: people keep them, and pass them on.
        self.links: list[str] = []

    def _run(self, work: Coroutine[Any, Any, Any]) -> Any:
        return self._loop.run_until_complete(work)

    @initialize()
    def link_the_chat(self) -> None:
        async def linked() -> ChatScene:
            scene = await set_chat_scene(await Database.open(self._path, MainKey(MainKey.generate())))
            await scene.link()
            await scene.settles()
            return scene

        self.scene: ChatScene = self._run(linked())

    def teardown(self) -> None:
        if hasattr(self, "scene"):
            self._run(self.scene.database.close())
        self._loop.close()
        self._directory.cleanup()

    @rule(who=ANYBODY, number=NUMBER)
    def ask_to_be_let_in(self, who: int, number: int) -> None:
        self.links += sorted(self.scene.telegram.links - set(self.links))
        if self.links:
            self.scene.telegram.asks(who, self.links[number % len(self.links)])

    @rule(who=MEMBER)
    def leave_the_group(self, who: int) -> None:
        self._run(self.scene.leaves_group(who))

    @rule(who=MEMBER)
    def leave_the_chat(self, who: int) -> None:
        if who in self.scene.telegram.inside:
            self.scene.telegram.leaves(who)

    @precondition(lambda self: self.scene.telegram.chat_id > -3_000_000)
    @rule()
    def become_a_supergroup(self) -> None:
        self.scene.telegram.becomes_supergroup()

    @rule(manages=st.booleans())
    def promote_or_demote_the_bot(self, *, manages: bool) -> None:
        self.scene.telegram.bot_manages = manages
        chats, where = self.scene.services.chats, self.scene.telegram.chat_id
        self._run((chats.back if manages else chats.powerless)(where, self.scene.now, self.scene.update()))

    @rule(times=st.integers(1, 3))
    def lose_answers(self, times: int) -> None:
        self.scene.telegram.silent = times

    @precondition(lambda self: self.scene.telegram.news)
    @rule(number=NUMBER, again=st.booleans())
    def hear_something_late_or_twice(self, number: int, *, again: bool) -> None:
        self._run(self.scene.hears(number % len(self.scene.telegram.news), again=again))

    @rule()
    def beat(self) -> None:
        self._run(self.scene.one_beat())

    @rule()
    def restart(self) -> None:
        self._run(self.scene.restarts())

    @rule(days=st.sampled_from((0, 1, 7)))
    def time_passes(self, days: int) -> None:
        self._run(self.scene.passes(timedelta(days=days)))

    @invariant()
    def no_stranger_is_in(self) -> None:
        assert not self.scene.telegram.inside & {DIRK, TRUUS}

    @invariant()
    def nobody_was_let_in_who_did_not_belong_there_just_then(self) -> None:
        assert self.scene.telegram.wrongly_admitted == []

    @rule()
    def in_the_end_only_the_groups_own_are_in(self) -> None:
        self.scene.telegram.silent = 0
        self.promote_or_demote_the_bot(manages=True)
        self._run(self.scene.settles())

        belong = self._run(roster(self.scene.database.reads, self.scene.group_id))

        assert self.scene.telegram.inside - {BOT} <= set(belong) | self._outlived(belong)

    def _outlived(self, belong: dict[int, Any]) -> set[int]:
        """A group that is over: the chat is its own affair."""
        return set() if belong else self.scene.telegram.inside


TestDoors = Doors.TestCase
TestDoors.settings = settings(max_examples=6, stateful_step_count=20, deadline=None)
