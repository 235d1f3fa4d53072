from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from domain.moves import Move, MoveKind
from domain.outbox import Kind, OutboxStatus
from domain.person import Role
from domain.registration import Answers
from tests.scheduling.fakes import NOON, Gate, Scene

if TYPE_CHECKING:
    from datetime import datetime

    from domain.person import Person
    from storage.database import Database


@pytest.fixture
def scene(database: Database) -> Scene:
    return Scene(database)


async def a_draft(scene: Scene, person: Person) -> int:
    async with scene.database.transaction() as work:
        draft = await work.registrations.add(person.id, None, Answers(), scene.clock.now())
        await work.moves.open(MoveKind.HALF_FINISHED, draft.id, scene.clock.now(), person.id)
        return draft.id


async def test_what_falls_due_is_carried_out_and_its_message_sent_in_the_same_beat(scene: Scene) -> None:
    marijke = await scene.person(11)
    await a_draft(scene, marijke)
    scene.clock.forward(timedelta(days=3))

    await scene.beat()

    assert [sent.chat_id for sent in scene.sender.arrived] == [11]
    assert scene.sender.arrived[0].html.startswith("registration-nudge")


async def test_nothing_happens_before_it_is_due(scene: Scene) -> None:
    await a_draft(scene, await scene.person(11))
    scene.clock.forward(timedelta(days=3, seconds=-1))

    await scene.beat()

    assert scene.sender.arrived == []
    assert await scene.heartbeat.next_due() == NOON + timedelta(days=3)


async def test_the_next_due_moment_is_the_first_of_messages_and_moves(scene: Scene) -> None:
    marijke = await scene.person(11)

    nothing = await scene.heartbeat.next_due()
    await a_draft(scene, marijke)
    of_move = await scene.heartbeat.next_due()
    await scene.queue(marijke, rule_at=NOON + timedelta(hours=1))
    of_message = await scene.heartbeat.next_due()

    assert (nothing, of_move, of_message) == (None, NOON + timedelta(days=3), NOON + timedelta(hours=1))


async def test_a_move_that_fails_stops_no_other_and_is_told_to_the_coordinator_once(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    coordinator = await scene.person(1)
    async with scene.database.transaction() as work:
        await work.people.give_role(coordinator.id, Role.COORDINATOR)
    failing = await a_draft(scene, await scene.person(11))
    await a_draft(scene, await scene.person(12))
    scene.clock.forward(timedelta(days=3))
    carry_out = scene.services.moves.carry_out

    async def fail_with_one(move: Move, now: datetime) -> bool:
        if move.subject_id == failing:
            raise ValueError("a rule is broken")
        return await carry_out(move, now)

    monkeypatch.setattr(scene.services.moves, "carry_out", fail_with_one)

    for _ in range(5):
        await scene.beat()
        scene.time.seconds += 60

    kinds = sorted((sent.chat_id, sent.html.split()[0]) for sent in scene.sender.arrived)
    assert kinds == [(1, "error-reported"), (12, "registration-nudge")]


async def test_a_move_that_failed_is_carried_out_when_it_can_be(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    await a_draft(scene, await scene.person(11))
    scene.clock.forward(timedelta(days=3))
    carry_out, failures = scene.services.moves.carry_out, [ValueError("not now")] * 3

    async def fail_at_first(move: Move, now: datetime) -> bool:
        if failures:
            raise failures.pop()
        return await carry_out(move, now)

    monkeypatch.setattr(scene.services.moves, "carry_out", fail_at_first)

    await scene.beat_until(scene.nothing_due)

    assert len(scene.sender.arrived) == 1


async def test_what_was_handled_more_than_a_week_ago_is_forgotten_once_a_day(scene: Scene) -> None:
    async with scene.database.transaction() as work:
        for update_id, age in ((1, 9), (2, 7)):
            await work.inbox.receive(update_id, 11, b"{}", NOON - timedelta(days=age))
            await work.inbox.finish(update_id)
        await work.inbox.receive(3, 11, b"{}", NOON - timedelta(days=30))

    await scene.beat()

    known = {update_id: not await _is_new(scene, update_id) for update_id in (1, 2, 3)}
    assert known == {1: False, 2: True, 3: True}


async def test_the_running_heartbeat_beats_at_once_when_it_is_woken(scene: Scene) -> None:
    scene.database.after_commit = lambda work: scene.heartbeat.wake() if work.outbox.added else None
    arrived = asyncio.Event()
    scene.heartbeat.on_change = lambda: arrived.set() if scene.sender.arrived else None
    await scene.heartbeat.start()

    message_id = await scene.queue(await scene.person(11))
    async with asyncio.timeout(5):
        await arrived.wait()
    await scene.heartbeat.stop()

    assert (await scene.row(message_id)).status is OutboxStatus.SENT
    assert scene.sender.times == {f"admitted {message_id}": 1}


async def test_the_running_heartbeat_finds_what_becomes_due_by_itself(scene: Scene) -> None:
    arrived = asyncio.Event()
    message_id = await scene.queue(await scene.person(11), rule_at=NOON + timedelta(minutes=1))
    scene.heartbeat.on_change = lambda: arrived.set() if scene.sender.arrived else None
    await scene.heartbeat.start()

    scene.clock.forward(timedelta(minutes=1))
    async with asyncio.timeout(10):
        await arrived.wait()
    await scene.heartbeat.stop()

    assert scene.sender.times == {f"admitted {message_id}": 1}


async def test_starting_settles_what_an_earlier_life_was_sending(scene: Scene) -> None:
    message_id = await scene.queue(await scene.person(11), Kind.ADMITTED)
    await scene.services.outbox.claim(message_id)
    arrived = asyncio.Event()
    scene.heartbeat.on_change = lambda: arrived.set() if scene.sender.arrived else None

    await scene.heartbeat.start()
    async with asyncio.timeout(5):
        await arrived.wait()
    await scene.heartbeat.stop()

    assert (await scene.row(message_id)).deliveries == 2


async def test_it_is_busy_while_something_is_being_sent_and_stopping_leaves_no_half_done_work(scene: Scene) -> None:
    gate = scene.sender.gate = Gate()
    message_id = await scene.queue(await scene.person(11))
    await scene.heartbeat.start()
    await gate.reached_by(1)
    busy_while_sending = scene.heartbeat.busy

    await scene.heartbeat.stop()

    assert busy_while_sending
    assert not scene.heartbeat.busy
    assert (await scene.row(message_id)).status is OutboxStatus.QUEUED


async def test_a_heartbeat_with_nothing_to_do_reads_indexes_and_sorts_nothing(scene: Scene) -> None:
    await scene.beat()
    asked: list[str] = []
    reader = scene.database._reader
    await reader.set_trace_callback(asked.append)

    await scene.beat()
    await scene.heartbeat.next_due()
    await scene.database.reads.outbox.left_sending()

    await reader.set_trace_callback(None)  # type: ignore[arg-type]  # None turns it off, says sqlite3
    assert len(asked) >= 5
    for statement in asked:
        steps = await _query_plan(scene, statement)
        assert any("USING" in step and "INDEX" in step for step in steps), (statement, steps)
        assert not {step for step in steps if "TEMP B-TREE" in step or step in {"SCAN outbox", "SCAN move"}}, steps


async def _query_plan(scene: Scene, statement: str) -> list[str]:
    async with scene.database._reader.execute(f"EXPLAIN QUERY PLAN {statement}") as cursor:
        return [row["detail"] for row in await cursor.fetchall()]


async def _is_new(scene: Scene, update_id: int) -> bool:
    async with scene.database.transaction() as work:
        return await work.inbox.receive(update_id, 11, b"{}", NOON)
