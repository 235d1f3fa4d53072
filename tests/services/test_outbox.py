from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from domain.outbox import Kind, OutboxStatus, Why
from services.notices import notify
from services.outbox import Outbox

if TYPE_CHECKING:
    from domain.outbox import OutboxMessage
    from domain.person import Person
    from storage.database import Database

NOON = datetime(2027, 1, 19, 11, 0, tzinfo=UTC)
LATE = datetime(2027, 1, 19, 21, 30, tzinfo=UTC)  # 22:30 in Amsterdam
NEXT_MORNING = datetime(2027, 1, 20, 7, 0, tzinfo=UTC)  # 08:00 in Amsterdam


@pytest.fixture
async def people(database: Database) -> list[Person]:
    async with database.transaction() as work:
        return [await work.people.add(telegram_id, "nl", NOON) for telegram_id in (11, 12, 13)]


async def queue(database: Database, recipient: Person, at: datetime = NOON, subject_id: int | None = None) -> int:
    async with database.transaction() as work:
        return await notify(work, Kind.ADMITTED, recipient.id, at, subject_id=subject_id)


async def row(database: Database, message_id: int) -> OutboxMessage:
    return await database.reads.outbox.get(message_id)


async def test_what_waits_comes_in_the_order_of_sending_without_who_is_being_written_to(
    database: Database, people: list[Person]
) -> None:
    later = await queue(database, people[0], NOON + timedelta(minutes=1))
    earlier = await queue(database, people[1], NOON)
    await queue(database, people[2], NOON)
    await queue(database, people[0], NOON + timedelta(hours=1))

    waiting = await Outbox(database).waiting(NOON + timedelta(minutes=5), 10, apart_from={people[2].id})

    assert [message.id for message in waiting] == [earlier, later]


async def test_a_message_is_claimed_once(database: Database, people: list[Person]) -> None:
    message_id = await queue(database, people[0])
    outbox = Outbox(database)

    claimed = [await outbox.claim(message_id) for _ in range(2)]

    assert claimed == [True, False]
    assert (await row(database, message_id)).status is OutboxStatus.SENDING


async def test_a_try_that_did_not_arrive_is_no_delivery(database: Database, people: list[Person]) -> None:
    message_id = await queue(database, people[0])
    outbox = Outbox(database)

    for _ in range(5):
        await outbox.claim(message_id)
        await outbox.put_back(message_id, NOON, undelivered=True)

    after = await row(database, message_id)
    assert (after.status, after.deliveries) == (OutboxStatus.QUEUED, 0)


async def test_the_second_try_that_may_have_arrived_is_the_last(database: Database, people: list[Person]) -> None:
    message_id = await queue(database, people[0])
    outbox = Outbox(database)

    again = []
    for _ in range(2):
        await outbox.claim(message_id)
        again.append(await outbox.put_back(message_id, NOON, undelivered=False))

    after = await row(database, message_id)
    assert again == [True, False]
    assert (after.status, after.reason, after.settled_at) == (OutboxStatus.FAILED, Why.PERHAPS_DELIVERED, NOON)
    assert not await outbox.claim(message_id)


async def test_quiet_hours_hold_back_what_is_asked_for_in_them(database: Database, people: list[Person]) -> None:
    message_id = await queue(database, people[0], LATE)

    waiting = await Outbox(database).waiting(NEXT_MORNING - timedelta(seconds=1), 10)

    assert waiting == []
    assert (await row(database, message_id)).due_at == NEXT_MORNING
    assert (await row(database, message_id)).rule_at == LATE


async def test_what_was_withdrawn_is_not_settled_over_again(database: Database, people: list[Person]) -> None:
    message_id = await queue(database, people[0], subject_id=3)
    outbox = Outbox(database)
    message = await row(database, message_id)
    async with database.transaction() as work:
        await work.outbox.withdraw((Kind.ADMITTED,), 3, NOON, "left")

    await outbox.withdraw(message, "nothing to say", NOON)
    letter = await outbox.open(message_id, NOON)

    assert letter is None
    assert (await row(database, message_id)).reason == "left"


async def test_who_erased_everything_leaves_no_messages_behind(database: Database, people: list[Person]) -> None:
    await queue(database, people[0])

    async with database.transaction() as work:
        await work.people.erase(people[0].id)

    assert await Outbox(database).waiting(NOON, 10) == []


async def test_a_row_that_is_gone_is_nothing_to_send(database: Database, people: list[Person]) -> None:
    letter = await Outbox(database).open(4711, NOON)

    assert letter is None
