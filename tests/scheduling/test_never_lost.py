"""Whatever goes wrong, nobody gets a message more than twice, and none is lost without a reason."""

from __future__ import annotations

import asyncio
import tempfile
from collections import Counter
from datetime import timedelta
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.outbox import Kind, OutboxStatus, Why
from scheduling.departure import before_leaving
from storage.cipher import MainKey
from storage.database import Database
from tests.scheduling.fakes import RecordingSender, Scene, Sent, blocked, not_connected, server_error, timed_out

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.outbox import OutboxMessage


class Fate(StrEnum):
    """What becomes of one try to send."""

    ARRIVES = "arrives"
    ARRIVES_UNHEARD = "arrives, and the answer is lost"
    LOST_UNHEARD = "is lost, and nothing tells"
    NOT_CONNECTED = "no connection"
    SERVER_ERROR = "an error of the server"
    BLOCKED = "blocked"
    KILLED_WAITING = "the process dies before its turn"
    KILLED_BEFORE = "the process dies before it arrives"
    KILLED_AFTER = "the process dies after it arrived"


class Between(StrEnum):
    """What happens between two beats."""

    NOTHING = "nothing"
    RESTART = "restart"
    WITHDRAWAL = "withdrawal"
    AN_HOUR = "an hour passes"


# Neither we nor anybody else can know whether it arrived.
UNCERTAIN = {Fate.ARRIVES_UNHEARD, Fate.LOST_UNHEARD, Fate.KILLED_BEFORE, Fate.KILLED_AFTER}
ERRORS = {
    Fate.ARRIVES_UNHEARD: timed_out,
    Fate.LOST_UNHEARD: timed_out,
    Fate.NOT_CONNECTED: not_connected,
    Fate.SERVER_ERROR: server_error,
    Fate.BLOCKED: blocked,
}


class KilledError(BaseException):
    """Nothing catches it, as nothing catches a kill."""


class FatefulSender(RecordingSender):
    def __init__(self, fates: Sequence[Fate]) -> None:
        super().__init__()
        self.fates = list(fates)
        self.killed = False
        self.uncertain: Counter[str] = Counter()

    async def _bring(self, sent: Sent) -> None:
        fate = self.fates.pop(0) if self.fates else Fate.ARRIVES
        if fate is Fate.KILLED_WAITING:
            self._die()
        await before_leaving()
        if fate in UNCERTAIN:
            self.uncertain[sent.html] += 1
        if fate is Fate.KILLED_BEFORE:
            self._die()
        if fate in {Fate.ARRIVES, Fate.ARRIVES_UNHEARD, Fate.KILLED_AFTER}:
            self.arrived.append(sent)
        if fate is Fate.KILLED_AFTER:
            self._die()
        if fate in ERRORS:
            error = ERRORS[fate]()
            raise error

    def _die(self) -> None:
        self.killed = True
        raise KilledError


async def live_through(fates: Sequence[Fate], between: Sequence[Between], folder: Path) -> None:
    database = await Database.open(folder / "intervisie.db", MainKey(MainKey.generate()))
    # The library's loop tells of every task that died; here that is what we want.
    asyncio.get_running_loop().set_exception_handler(lambda *_: None)
    try:
        scene = Scene(database)
        sender = FatefulSender(fates)
        scene.sender = sender
        scene.restart()
        rows = await _queue_some(scene)
        await _play(scene, sender, list(between))
        for row in rows:
            _must_hold(await scene.row(row), sender)
    finally:
        await database.close()


async def _queue_some(scene: Scene) -> list[int]:
    people = [await scene.person(11 + number) for number in range(3)]
    rows = [await scene.queue(person, subject_id=1) for person in people for _ in range(2)]
    soon = scene.clock.now() + timedelta(hours=2)
    return [*rows, await scene.queue(people[0], Kind.DECLINED, subject_id=2, expires_at=soon)]


async def _play(scene: Scene, sender: FatefulSender, between: list[Between]) -> None:
    for _ in range(300):
        await scene.beat()
        event = between.pop(0) if between else Between.NOTHING
        if sender.killed or event is Between.RESTART:
            sender.killed = False
            await _kill(scene)
            scene.restart()
            await scene.delivery.recover()
        elif event is Between.WITHDRAWAL:
            async with scene.database.transaction() as work:
                await work.outbox.withdraw((Kind.ADMITTED,), 1, scene.clock.now(), "left")
        elif event is Between.AN_HOUR:
            scene.clock.forward(timedelta(hours=1))
        if not between and await scene.nothing_due():
            return
        scene.time.seconds += 61
        await asyncio.sleep(0)
    raise AssertionError("something was still due after 300 beats")


async def _kill(scene: Scene) -> None:
    """Whatever the old life was still doing ends where it is."""
    await scene.delivery._line.stop()
    tasks = [attempt.task for attempt in scene.delivery._under_way.values()]
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


def _must_hold(row: OutboxMessage, sender: FatefulSender) -> None:
    words = f"{row.kind} {row.id}"
    arrived, uncertain = sender.times[words], sender.uncertain[words]
    assert arrived <= 2
    assert arrived <= 1 or uncertain, "a message arrived twice that was known to have arrived"
    assert row.status in {OutboxStatus.SENT, OutboxStatus.WITHDRAWN, OutboxStatus.MISSED, OutboxStatus.FAILED}
    if row.status is OutboxStatus.SENT:
        assert arrived
        return
    assert row.reason in {"left", Why.EXPIRED, Why.UNREACHABLE, Why.PERHAPS_DELIVERED}
    if row.reason == Why.PERHAPS_DELIVERED:
        assert uncertain == 2


@settings(max_examples=40, deadline=None)
@given(
    fates=st.lists(st.sampled_from(Fate), max_size=25),
    between=st.lists(st.sampled_from(Between), max_size=15),
)
def test_no_message_comes_a_third_time_and_none_is_lost_without_a_reason(
    fates: list[Fate], between: list[Between]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(live_through(fates, between, Path(folder)))
