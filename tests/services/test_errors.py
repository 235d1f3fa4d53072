from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from domain.outbox import Kind
from domain.person import Role
from services.errors import MOST_IN_WINDOW, WINDOW, Errors

if TYPE_CHECKING:
    from storage.database import Database

NOON = datetime(2027, 1, 19, 11, 0, tzinfo=UTC)


@pytest.fixture
async def coordinators(database: Database) -> list[int]:
    async with database.transaction() as work:
        people = [await work.people.add(telegram_id, "nl", NOON) for telegram_id in (1, 2)]
        for person in people:
            await work.people.give_role(person.id, Role.COORDINATOR)
        await work.people.add(11, "nl", NOON)
        return [person.id for person in people]


async def told(database: Database) -> list[tuple[Kind, int, str | None]]:
    rows = await database.reads.outbox.due(NOON + timedelta(days=9), 1000)
    return [(row.kind, row.recipient_id, row.detail) for row in rows if row.recipient_id is not None]


async def test_every_coordinator_and_nobody_else_is_told_the_code(database: Database, coordinators: list[int]) -> None:
    reported = await Errors(database).report("K7Q2", NOON)

    assert reported
    assert await told(database) == [(Kind.ERROR_REPORTED, person, "K7Q2") for person in coordinators]


async def test_a_code_is_told_once(database: Database, coordinators: list[int]) -> None:
    errors = Errors(database)

    reported = [await errors.report("K7Q2", NOON) for _ in range(2)]

    assert reported == [True, False]
    assert len(await told(database)) == len(coordinators)


async def test_a_fault_that_hits_everybody_does_not_bury_the_coordinators(
    database: Database, coordinators: list[int]
) -> None:
    errors = Errors(database)

    reported = [await errors.report(f"E{number}", NOON + timedelta(minutes=number)) for number in range(20)]
    later = await errors.report("E99", NOON + WINDOW + timedelta(seconds=1))

    assert reported == [True] * MOST_IN_WINDOW + [False] * (20 - MOST_IN_WINDOW)
    assert later
