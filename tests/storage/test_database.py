"""A transaction is whole or nothing, whatever happens meanwhile, and nothing confidential can be read in the file."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from domain.registration import Answers, Question
from domain.round import RoundStatus

if TYPE_CHECKING:
    from pathlib import Path

    from storage.database import Database
    from storage.work import Work

NOW = datetime(2027, 1, 12, 9, 0, tzinfo=UTC)
MARKER = "Zwanenbloem"


async def test_what_fails_half_way_leaves_nothing(database: Database) -> None:
    async def fail_half_way() -> None:
        async with database.transaction() as work:
            await work.people.add(1001, "nl", NOW)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await fail_half_way()

    assert await database.reads.people.by_telegram(1001) is None


async def test_a_cancelled_transaction_does_not_hold_up_the_next(database: Database) -> None:
    async def never_ending() -> None:
        async with database.transaction() as work:
            await work.people.add(1001, "nl", NOW)
            await asyncio.Event().wait()

    waiting = [asyncio.create_task(never_ending()) for _ in range(3)]
    for task in waiting:
        for _ in range(5):
            await asyncio.sleep(0)
        task.cancel()
    for task in waiting:
        with suppress(asyncio.CancelledError):
            await task

    async with database.transaction() as work:
        await work.people.add(1002, "nl", NOW)
    assert await database.reads.people.by_telegram(1001) is None
    assert await database.reads.people.by_telegram(1002) is not None


async def test_an_update_is_marked_as_applied_in_the_transaction_that_carries_it_out(database: Database) -> None:
    async with database.transaction() as work:
        await work.inbox.receive(5, 1001, b"{}", NOW)
    with pytest.raises(RuntimeError):
        async with database.transaction(applies=5):
            raise RuntimeError
    (unapplied,) = await database.reads.inbox.unfinished()

    async with database.transaction(applies=5) as work:
        await work.people.add(1001, "nl", NOW)

    (applied,) = await database.reads.inbox.unfinished()
    assert (unapplied.applied, applied.applied) == (False, True)


async def test_the_callback_hears_of_a_commit_and_not_of_a_failure(database: Database) -> None:
    heard: list[Work] = []
    database.after_commit = heard.append

    with pytest.raises(RuntimeError):
        async with database.transaction():
            raise RuntimeError
    async with database.transaction(applies=3):
        pass

    assert [work.applies for work in heard] == [3]


async def test_nothing_that_somebody_typed_can_be_read_in_the_files(database: Database, tmp_path: Path) -> None:
    async with database.transaction() as work:
        await work.inbox.receive(5, 1001, f'{{"text": "{MARKER}"}}'.encode(), NOW)
        person = await work.people.add(1001, "nl", NOW)
        await work.people.rename(person.id, f"{MARKER} de Groot")
        round_ = await work.rounds.add("abc", person.id)
        await work.rounds.save(round_.model_copy(update={"name": MARKER, "status": RoundStatus.OPEN}))
        registration = await work.registrations.add(person.id, round_.id, Answers(), NOW)
        answers = registration.answers.settle(Question.PARTY, party=MARKER)
        await work.registrations.save(registration.model_copy(update={"answers": answers, "reason": MARKER}))
    await database.backup(tmp_path / "copy.db")

    saved = await database.reads.registrations.get(registration.id)

    assert (saved.answers.party, saved.reason) == (MARKER, MARKER)
    readable = [file.name for file in sorted(tmp_path.iterdir()) if MARKER.encode() in file.read_bytes()]  # noqa: ASYNC240 - a test may wait
    assert readable == []


async def test_what_was_sealed_for_an_erased_person_is_gone_with_their_key(database: Database) -> None:
    async with database.transaction() as work:
        person = await work.people.add(1001, "nl", NOW)
        registration = await work.registrations.add(person.id, None, Answers(), NOW)

    async with database.transaction() as work:
        await work.people.erase(person.id)

    with pytest.raises(LookupError):
        await database.reads.people.key_of(person.id)
    with pytest.raises(LookupError):
        await database.reads.registrations.get(registration.id)
