"""What the database itself refuses about intakes, what it keeps sealed, and how it came to know of them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from domain.booking import IntakeOutcome, Side, Wish
from domain.moves import MoveKind, due_at_step
from domain.person import Role
from domain.registration import Answers, Status
from domain.slot import Interval, Medium
from domain.slot_draft import SlotDraft
from storage.cipher import MainKey, UnreadableError
from storage.database import Database
from storage.migrate import load_migrations
from tests.storage.test_migrate import version

if TYPE_CHECKING:
    from pathlib import Path

    from domain.booking import Booking

NOW = datetime(2027, 1, 19, 11, 0, tzinfo=UTC)
MARKER = "Zwanenbloem"


def moment(hours: int) -> Interval:
    starts_at = NOW + timedelta(days=6, hours=hours)
    return Interval(starts_at, starts_at + timedelta(minutes=45))


@pytest.fixture
async def ellen(database: Database) -> int:
    async with database.transaction() as work:
        person = await work.people.add(1, "nl", NOW)
        await work.people.give_role(person.id, Role.FACILITATOR)
        return person.id


@pytest.fixture
async def people(database: Database) -> list[int]:
    async with database.transaction() as work:
        return [(await work.people.add(10 + number, "nl", NOW)).id for number in range(3)]


@pytest.fixture
async def slots(database: Database, ellen: int) -> list[int]:
    async with database.transaction() as work:
        return [await work.slots.add(ellen, moment(hour), Medium.VIDEO, f"{MARKER}-link", NOW) for hour in range(3)]


async def booked(database: Database, slot_id: int, person_id: int, uid: str) -> Booking:
    async with database.transaction() as work:
        return await work.bookings.add(slot_id, person_id, uid, NOW)


async def test_no_slot_is_held_by_two(database: Database, people: list[int], slots: list[int]) -> None:
    await booked(database, slots[0], people[0], "a")

    with pytest.raises(sqlite3.IntegrityError):
        await booked(database, slots[0], people[1], "b")


async def test_nobody_holds_two(database: Database, people: list[int], slots: list[int]) -> None:
    await booked(database, slots[0], people[0], "a")

    with pytest.raises(sqlite3.IntegrityError):
        await booked(database, slots[1], people[0], "b")


async def test_nobody_is_moved_to_what_another_has(database: Database, people: list[int], slots: list[int]) -> None:
    await booked(database, slots[0], people[0], "a")
    second = await booked(database, slots[1], people[1], "b")

    with pytest.raises(sqlite3.IntegrityError):
        async with database.transaction() as work:
            await work.bookings.save(second.moved_to(slots[0], NOW))


async def test_a_cancelled_booking_makes_room_and_a_held_one_does_not(
    database: Database, people: list[int], slots: list[int]
) -> None:
    off = await booked(database, slots[0], people[0], "a")
    held = await booked(database, slots[1], people[1], "b")
    async with database.transaction() as work:
        await work.bookings.save(off.cancelled(Side.PERSON, None, NOW))
        await work.bookings.save(held.held(IntakeOutcome.SECOND_TALK, None, NOW))

    again = await booked(database, slots[0], people[1], "c")

    assert again.live
    with pytest.raises(sqlite3.IntegrityError):
        await booked(database, slots[1], people[2], "d")


async def test_a_slot_is_on_offer_once_and_a_person_has_one_offer(
    database: Database, people: list[int], slots: list[int]
) -> None:
    async with database.transaction() as work:
        await work.waiting.offer(slots[0], people[0], NOW, NOW + timedelta(hours=4))

    for slot_id, person_id in ((slots[0], people[1]), (slots[1], people[0])):
        with pytest.raises(sqlite3.IntegrityError):
            async with database.transaction() as work:
                await work.waiting.offer(slot_id, person_id, NOW, NOW + timedelta(hours=4))


async def test_what_was_typed_and_where_one_meets_is_sealed(
    database: Database, ellen: int, people: list[int], slots: list[int]
) -> None:
    booking = await booked(database, slots[0], people[0], "a")
    async with database.transaction() as work:
        await work.bookings.ask_change(booking, Wish.CANCEL, f"{MARKER}-wens", NOW)
        await work.bookings.save(booking.cancelled(Side.PERSON, f"{MARKER}-reden", NOW))
        second = await work.bookings.add(slots[1], people[1], "b", NOW)
        await work.bookings.save(second.held(IntakeOutcome.STOPS, f"{MARKER}-uitkomst", NOW))
        goal = await work.goals.add(people[0], f"{MARKER}-doel", NOW, shared=False)
        await work.goals.save(goal.model_copy(update={"proposal": f"{MARKER}-voorstel", "proposed_by": ellen}))
        await work.slots.keep_draft(ellen, SlotDraft(link=f"{MARKER}-concept"), NOW)

    stored = b"".join(path.read_bytes() for path in database.path.parent.iterdir() if path.is_file())

    assert MARKER.encode() not in stored
    (kept,) = await database.reads.goals.of(people[0])
    assert (kept.words, kept.proposal) == (f"{MARKER}-doel", f"{MARKER}-voorstel")
    assert (await database.reads.bookings.get(booking.id)).cancel_reason == f"{MARKER}-reden"
    assert (await database.reads.bookings.get(second.id)).outcome_reason == f"{MARKER}-uitkomst"
    assert (await database.reads.bookings.request(1)).reason == f"{MARKER}-wens"
    assert (await database.reads.slots.get(slots[0])).link == f"{MARKER}-link"
    assert await database.reads.slots.draft_of(ellen) == SlotDraft(link=f"{MARKER}-concept")


async def test_sealed_words_of_one_place_do_not_open_in_another(database: Database, people: list[int]) -> None:
    async with database.transaction() as work:
        await work.goals.add(people[0], "Leren luisteren", NOW, shared=False)
    with closing(sqlite3.connect(database.path)) as connection, connection:
        connection.execute("UPDATE goal SET proposal_sealed = words_sealed")

    with pytest.raises(UnreadableError):
        await database.reads.goals.of(people[0])


async def test_erasing_somebody_erases_booking_line_offer_and_goals(
    database: Database, people: list[int], slots: list[int]
) -> None:
    await booked(database, slots[0], people[0], "a")
    async with database.transaction() as work:
        await work.waiting.join(people[0], None, NOW)
        await work.waiting.offer(slots[1], people[0], NOW, NOW + timedelta(hours=4))
        await work.goals.add(people[0], "Leren luisteren", NOW, shared=True)
        await work.people.erase(people[0])

    assert await database.reads.bookings.of_slot(slots[0]) is None
    assert await database.reads.waiting.all() == []
    assert await database.reads.waiting.offer_of(slots[1]) is None


async def test_who_was_admitted_before_there_were_intakes_is_not_forgotten(tmp_path: Path, key: MainKey) -> None:
    before = await Database.open(tmp_path / "old.db", key, load_migrations()[:1])
    async with before.transaction() as work:
        marijke, jeroen = [(await work.people.add(number, "nl", NOW)).id for number in (2, 3)]
        draft = await work.registrations.add(marijke, None, Answers(), NOW)
        await work.registrations.add(jeroen, None, Answers(), NOW)
        await work.registrations.save(draft.model_copy(update={"status": Status.ADMITTED, "decided_at": NOW}))
    await before.close()

    database = await Database.open(tmp_path / "old.db", key)
    try:
        (move,) = await database.reads.moves.due(NOW + timedelta(days=3), 10)
        nothing = await database.reads.moves.due(NOW + timedelta(days=2, hours=23), 10)
    finally:
        await database.close()

    assert (move.kind, move.subject_id, move.person_id) == (MoveKind.NO_BOOKING, draft.id, marijke)
    assert (move.opened_at, move.due_at) == (NOW, due_at_step(MoveKind.NO_BOOKING, NOW, 0))
    assert nothing == []


@pytest.mark.parametrize("older", range(1, len(load_migrations())))
async def test_rows_of_every_older_version_come_through_and_can_be_booked_for(
    tmp_path: Path, key: MainKey, older: int
) -> None:
    path = tmp_path / "old.db"
    before = await Database.open(path, key, load_migrations()[:older])
    async with before.transaction() as work:
        ellen = await work.people.add(1, "nl", NOW)
        await work.people.give_role(ellen.id, Role.FACILITATOR)
        marijke = await work.people.add(2, "nl", NOW)
        await work.people.rename(marijke.id, "Marijke de Groot")
        registration = await work.registrations.add(marijke.id, None, Answers(name="Marijke de Groot"), NOW)
    await before.close()

    database = await Database.open(path, key)
    try:
        async with database.transaction() as work:
            slot_id = await work.slots.add(ellen.id, moment(1), Medium.PHONE, None, NOW)
            booking = await work.bookings.add(slot_id, marijke.id, "a", NOW)
        kept = await database.reads.registrations.get(registration.id)
        person = await database.reads.people.get(marijke.id)
    finally:
        await database.close()

    assert version(path) == len(load_migrations())
    assert (person.name, kept) == ("Marijke de Groot", registration)
    assert booking.live
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
