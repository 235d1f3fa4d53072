"""Nothing waits for ever: what happens when nobody has moved in time (design.md, "Whose move it is")."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from domain.conversation import Conversation, ConversationName
from domain.moves import RULES, Move, MoveKind
from domain.outbox import Kind, OutboxStatus
from domain.person import Role
from domain.registration import Answers, Question, Registration, Status
from services.moves import DEEDS, Moves

if TYPE_CHECKING:
    from domain.person import Person
    from storage.database import Database

# A Tuesday at noon in Amsterdam, weeks before any holiday.
BEGAN = datetime(2027, 1, 19, 11, 0, tzinfo=UTC)


@pytest.fixture
async def marijke(database: Database) -> Person:
    async with database.transaction() as work:
        person = await work.people.add(11, "nl", BEGAN)
        await work.people.rename(person.id, "Marijke de Groot")
        return await work.people.get(person.id)


@pytest.fixture
async def coordinators(database: Database) -> list[int]:
    async with database.transaction() as work:
        people = [await work.people.add(telegram_id, "nl", BEGAN) for telegram_id in (1, 2)]
        for person in people:
            await work.people.give_role(person.id, Role.COORDINATOR)
        return [person.id for person in people]


async def waiting_in(database: Database, person: Person, status: Status, kind: MoveKind) -> Registration:
    """A registration in this status, and somebody whose move it has been since BEGAN."""
    async with database.transaction() as work:
        draft = await work.registrations.add(person.id, None, Answers(name="Marijke de Groot"), BEGAN)
        registration = draft.model_copy(update={"status": status})
        await work.registrations.save(registration)
        owner = None if kind is MoveKind.ADMISSION else person.id
        await work.moves.open(kind, registration.id, BEGAN, owner)
        return registration


async def let_pass(database: Database, days: float, *, standstill: bool = False) -> None:
    """Days in which the bot carries out whatever falls due, or (a standstill) only at their end."""
    moves, end = Moves(database), BEGAN + timedelta(days=days)
    if standstill:
        while due := await moves.due(end, 10):
            await moves.carry_out(due[0], end)
        return
    while (moment := await moves.next_due()) is not None and moment <= end:
        for move in await moves.due(moment, 10):
            await moves.carry_out(move, moment)


async def queued(database: Database) -> list[tuple[Kind, int]]:
    """Kind and recipient of all that waits to be sent, whenever it is due."""
    rows = [
        await database.reads.outbox.get(row.id)
        for row in await database.reads.outbox.waiting(BEGAN + timedelta(days=1000), 1000)
    ]
    in_order = sorted(rows, key=lambda row: row.id)
    return [(row.kind, row.recipient_id) for row in in_order if row.recipient_id is not None]


async def current(database: Database, kind: MoveKind, registration: Registration) -> Move | None:
    return await database.reads.moves.current(kind, registration.id)


def test_every_step_of_every_rule_has_its_deed() -> None:
    steps = {(kind, step.deed) for kind, rule in RULES.items() for step in rule.steps}

    assert steps == DEEDS.keys()


async def test_the_coordinators_are_reminded_of_an_admission_after_five_working_days_and_daily_after_that(
    database: Database, marijke: Person, coordinators: list[int]
) -> None:
    await waiting_in(database, marijke, Status.SUBMITTED, MoveKind.ADMISSION)

    await let_pass(database, 6.9)
    before = await queued(database)
    await let_pass(database, 9)

    assert before == []
    assert await queued(database) == [(Kind.ADMISSION_REMINDER, person) for person in coordinators] * 3


async def test_one_reminder_a_day_is_enough_however_many_wait(
    database: Database, marijke: Person, coordinators: list[int]
) -> None:
    await waiting_in(database, marijke, Status.SUBMITTED, MoveKind.ADMISSION)
    async with database.transaction() as work:
        jeroen = await work.people.add(12, "nl", BEGAN)
    await waiting_in(database, jeroen, Status.SUBMITTED, MoveKind.ADMISSION)

    await let_pass(database, 9)

    assert await queued(database) == [(Kind.ADMISSION_REMINDER, person) for person in coordinators] * 3


async def test_nobody_at_the_office_is_reminded_on_a_day_off(
    database: Database, marijke: Person, coordinators: list[int]
) -> None:
    await waiting_in(database, marijke, Status.SUBMITTED, MoveKind.ADMISSION)

    await let_pass(database, 11)
    until_saturday = await queued(database)
    await let_pass(database, 12.9)
    until_sunday_night = await queued(database)
    await let_pass(database, 13)

    assert len(until_saturday) == len(until_sunday_night) == 4 * len(coordinators)
    assert len(await queued(database)) == 5 * len(coordinators)


async def test_a_half_finished_registration_is_nudged_after_three_days(database: Database, marijke: Person) -> None:
    await waiting_in(database, marijke, Status.DRAFT, MoveKind.HALF_FINISHED)

    await let_pass(database, 2.9)
    before = await queued(database)
    await let_pass(database, 3)

    assert before == []
    assert await queued(database) == [(Kind.REGISTRATION_NUDGE, marijke.id)]


async def test_a_half_finished_registration_is_gone_after_thirty_days_and_that_is_told(
    database: Database, marijke: Person
) -> None:
    draft = await waiting_in(database, marijke, Status.DRAFT, MoveKind.HALF_FINISHED)
    question = Conversation(name=ConversationName.REGISTRATION, question=Question.PARTY, subject_id=draft.id)
    async with database.transaction() as work:
        await work.conversations.ask(marijke.id, question, BEGAN)
        sealed = await work.people.key_of(marijke.id)

    await let_pass(database, 30)

    assert await database.reads.registrations.latest_of(marijke.id) is None
    assert await database.reads.conversations.of(marijke.id) is None
    assert (await database.reads.people.get(marijke.id)).name is None
    assert await database.reads.people.key_of(marijke.id) != sealed
    assert await queued(database) == [(Kind.REGISTRATION_GONE, marijke.id)]
    assert await current(database, MoveKind.HALF_FINISHED, draft) is None


async def test_the_name_stays_when_an_earlier_registration_still_needs_it(database: Database, marijke: Person) -> None:
    await waiting_in(database, marijke, Status.DECLINED, MoveKind.PRICE)
    await waiting_in(database, marijke, Status.DRAFT, MoveKind.HALF_FINISHED)

    await let_pass(database, 30)

    earlier = await database.reads.registrations.latest_of(marijke.id)
    assert earlier is not None
    assert (earlier.status, earlier.answers.name) == (Status.DECLINED, "Marijke de Groot")
    assert (await database.reads.people.get(marijke.id)).name == "Marijke de Groot"


async def test_an_answer_begins_the_wait_for_a_half_finished_registration_anew(
    database: Database, marijke: Person
) -> None:
    draft = await waiting_in(database, marijke, Status.DRAFT, MoveKind.HALF_FINISHED)
    answered_at = BEGAN + timedelta(days=2)
    async with database.transaction() as work:
        await work.registrations.save(draft.model_copy(update={"changed_at": answered_at}))

    await let_pass(database, 4.9)
    before = await queued(database)
    await let_pass(database, 31.9)

    assert before == []
    assert await queued(database) == [(Kind.REGISTRATION_NUDGE, marijke.id)]
    assert await database.reads.registrations.latest_of(marijke.id) is not None


async def test_who_does_not_answer_about_the_price_is_reminded_twice_and_then_the_coordinators_hear(
    database: Database, marijke: Person, coordinators: list[int]
) -> None:
    await waiting_in(database, marijke, Status.PRICE, MoveKind.PRICE)

    await let_pass(database, 28)

    told = [(Kind.PRICE_UNANSWERED, person) for person in coordinators]
    assert await queued(database) == [(Kind.PRICE_REMINDER, marijke.id)] * 2 + told * 2


async def test_after_a_standstill_each_deed_is_done_once_and_the_rest_comes_at_its_own_time(
    database: Database, marijke: Person, coordinators: list[int]
) -> None:
    registration = await waiting_in(database, marijke, Status.PRICE, MoveKind.PRICE)

    await let_pass(database, 60, standstill=True)

    told = [(Kind.PRICE_UNANSWERED, person) for person in coordinators]
    assert await queued(database) == [(Kind.PRICE_REMINDER, marijke.id), *told]
    move = await current(database, MoveKind.PRICE, registration)
    assert move is not None
    assert move.due_at == BEGAN + timedelta(days=14 + 14 * 4)


async def test_a_deed_is_done_once_however_often_it_is_asked_for(
    database: Database, marijke: Person, coordinators: list[int]
) -> None:
    registration = await waiting_in(database, marijke, Status.SUBMITTED, MoveKind.ADMISSION)
    move = await current(database, MoveKind.ADMISSION, registration)
    assert move is not None
    moves, then = Moves(database), BEGAN + timedelta(days=7)

    done = [await moves.carry_out(move, then) for _ in range(3)]

    assert done == [True, False, False]
    assert len(await queued(database)) == len(coordinators)


async def test_nothing_is_done_once_somebody_moved(
    database: Database, marijke: Person, coordinators: list[int]
) -> None:
    registration = await waiting_in(database, marijke, Status.SUBMITTED, MoveKind.ADMISSION)
    move = await current(database, MoveKind.ADMISSION, registration)
    assert move is not None
    async with database.transaction() as work:
        await work.moves.close(MoveKind.ADMISSION, registration.id, BEGAN)

    done = await Moves(database).carry_out(move, BEGAN + timedelta(days=7))

    assert not done
    assert await queued(database) == []


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        (MoveKind.ADMISSION, Status.WITHDRAWN),
        (MoveKind.HALF_FINISHED, Status.SUBMITTED),
        (MoveKind.PRICE, Status.ADMITTED),
    ],
)
async def test_a_wait_that_was_left_open_ends_without_a_word(
    database: Database, marijke: Person, coordinators: list[int], kind: MoveKind, status: Status
) -> None:
    registration = await waiting_in(database, marijke, status, kind)

    await let_pass(database, 60)

    assert await queued(database) == []
    assert await current(database, kind, registration) is None


async def test_a_nudge_that_still_waits_is_withdrawn_when_the_registration_is_erased(
    database: Database, marijke: Person
) -> None:
    await waiting_in(database, marijke, Status.DRAFT, MoveKind.HALF_FINISHED)

    await let_pass(database, 40, standstill=True)

    assert await queued(database) == [(Kind.REGISTRATION_GONE, marijke.id)]
    nudge = await database.reads.outbox.get(1)
    assert (nudge.kind, nudge.status) == (Kind.REGISTRATION_NUDGE, OutboxStatus.WITHDRAWN)
