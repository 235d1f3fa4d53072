"""What is asked every second, and at every update and vote, looks things up; it reads through no table.

Counted in instructions of SQLite's virtual machine, which are the same on every machine.
"""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from domain.outbox import Kind
from services.chat_steps import roster
from storage.moments import stored
from tests.services.poll_scene import CHAT_ID, NOW, set_poll_scene

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    import aiosqlite

    from domain.poll import Part
    from storage.database import Database
    from tests.services.poll_scene import PollScene

ROWS = 100_000
# The progress handler is called once in so many instructions.
STRIDE = 50
# A look-up takes tens of instructions; to read through the rows would take several for each of them.
A_FEW_LOOK_UPS = 3_000

NUMBERS = (
    "CREATE TEMP TABLE n AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :rows)"
    " SELECT i FROM n"
)
MESSAGES_SENT = (
    "INSERT INTO outbox (kind, recipient_id, subject_id, status, rule_at, due_at, deliveries, created_at, settled_at)"
    " SELECT :kind, :person_id, 1000000 + i, 'sent', :at, :at, 1, :at, :at FROM n"
)
REMINDERS_TO_COME = (
    "INSERT INTO outbox (kind, recipient_id, subject_id, rule_at, due_at, created_at)"
    " SELECT :kind, :person_id, 2000000 + i, :later, :later, :at FROM n WHERE i % 20 = 0"
)
# One in twenty is still open.
MOVES = (
    "INSERT INTO move (kind, subject_id, person_id, opened_at, due_at, closed_at)"
    " SELECT 'no-group', 1000000 + i, :person_id, :at, CASE WHEN i % 20 THEN :at ELSE :later END,"
    " CASE WHEN i % 20 THEN :at END FROM n"
)


@dataclass
class Effort:
    instructions: int = 0


@pytest.fixture
async def scene(database: Database) -> PollScene:
    """After years: 100,000 messages and moves, of which thousands are still to come; and an open poll in the chat."""
    scene = await set_poll_scene(database)
    await scene.link()
    values = {
        "rows": ROWS,
        "kind": Kind.POLL_PART,
        "person_id": scene.piet,
        "at": stored(NOW),
        "later": stored(NOW.replace(year=NOW.year + 1)),
    }
    for statement in (NUMBERS, MESSAGES_SENT, REMINDERS_TO_COME, MOVES):
        async with database.transaction():
            await database._writer.execute(statement, values)
    return scene


@asynccontextmanager
async def effort_of(*connections: aiosqlite.Connection) -> AsyncIterator[Effort]:
    effort = Effort()

    def note() -> int:
        effort.instructions += STRIDE
        return 0

    for connection in connections:
        await connection.set_progress_handler(note, STRIDE)
    try:
        yield effort
    finally:
        for connection in connections:
            # None takes it off again (sqlite3.Connection.set_progress_handler); aiosqlite is typed without it.
            await connection.set_progress_handler(None, 0)  # type: ignore[arg-type]


async def part_of_a_poll(scene: PollScene) -> Part:
    poll = await scene.opens(5, 6, 11, 12, 17, 18, 23, 24, 29, 30)
    async with scene.database.transaction() as work:
        part = (await work.polls.parts(poll.id))[0]
        await work.polls.part_sent(
            part.id, telegram_poll_id="1", chat_id=CHAT_ID, message_id=1, persistent_ids=[str(n) for n in range(12)]
        )
    return (await scene.parts(poll.id))[0]


async def test_a_beat_with_nothing_to_do_reads_through_no_table(scene: PollScene) -> None:
    services = scene.services

    async with effort_of(scene.database._reader) as effort:
        assert await services.moves.due(NOW, 50) == []
        assert await services.outbox.waiting(NOW, 50) == []
        assert await services.moves.next_due() is not None
        assert await services.outbox.next_due() is not None

    assert effort.instructions <= A_FEW_LOOK_UPS


async def test_who_comes_by_is_known_without_reading_through_a_table(scene: PollScene) -> None:
    services, marijke = scene.services, scene.people[0]

    async with effort_of(scene.database._reader) as effort:
        assert await services.people.find(100) is not None
        assert await services.people.conversation_of(marijke) is None
        assert await services.chats.of_chat(CHAT_ID) is not None
        assert await scene.database.reads.groups.of_participant(marijke) is not None
        assert await scene.database.reads.moves.open_of(marijke) == []

    assert effort.instructions <= A_FEW_LOOK_UPS


async def test_who_belongs_in_a_chat_takes_one_question_about_them_all(scene: PollScene) -> None:
    asked: list[str] = []
    await scene.database._reader.set_trace_callback(asked.append)

    found = await roster(scene.database.reads, scene.group_id)

    await scene.database._reader.set_trace_callback(lambda _: None)
    assert [person.id for person in found.values()] == [*scene.people, scene.ellen]
    assert len([statement for statement in asked if "FROM person" in statement]) == 1


async def test_a_vote_reads_through_no_table(scene: PollScene) -> None:
    part = await part_of_a_poll(scene)

    async with effort_of(scene.database._reader, scene.database._writer) as effort:
        assert await scene.services.chats.of_poll("1") == CHAT_ID
        await scene.votes_in_chat(part, scene.people[0], [0, 2])

    assert scene.people[0] not in (await scene.standings(part.poll_id)).awaited
    # Its ten answers are written down one by one, and counted before and after.
    assert effort.instructions <= 10 * A_FEW_LOOK_UPS


async def test_a_poll_that_nobody_knows_is_looked_for_among_those_sent_twice_only(scene: PollScene) -> None:
    await part_of_a_poll(scene)

    async with effort_of(scene.database._reader) as effort:
        assert await scene.services.polls.perhaps_sent("nobody's") == []

    assert effort.instructions <= A_FEW_LOOK_UPS
