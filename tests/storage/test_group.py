"""Groups as they are kept: one live membership a person, and one running cycle a group."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from domain.group import Group, GroupStatus, MembershipStatus
from domain.registration import Answers

if TYPE_CHECKING:
    from storage.database import Database
    from storage.work import Work

NOW = datetime(2027, 3, 2, 12, 0, tzinfo=UTC)


async def _person(work: Work, telegram_id: int) -> tuple[int, int]:
    """The ids of a person and of their registration."""
    person = await work.people.add(telegram_id, "nl", NOW)
    registration = await work.registrations.add(person.id, None, Answers(name="Koen Visser"), NOW)
    return person.id, registration.id


async def _published(work: Work, facilitator_id: int, stand_in_id: int | None = None) -> Group:
    draft = await work.groups.add(facilitator_id, NOW)
    group = draft.model_copy(
        update={
            "status": GroupStatus.PUBLISHED,
            "facilitator_id": facilitator_id,
            "stand_in_id": stand_in_id,
            "published_at": NOW,
        }
    )
    await work.groups.save(group)
    return group


async def test_nobody_is_picked_for_two_groups(database: Database) -> None:
    async with database.transaction() as work:
        koen, registration_id = await _person(work, 1)
        first, second = await work.groups.add(None, NOW), await work.groups.add(None, NOW)
        await work.groups.pick(first.id, koen, registration_id, NOW)

        with pytest.raises(sqlite3.IntegrityError):
            await work.groups.pick(second.id, koen, registration_id, NOW)


async def test_who_left_can_be_picked_again(database: Database) -> None:
    async with database.transaction() as work:
        koen, registration_id = await _person(work, 1)
        first, second = await work.groups.add(None, NOW), await work.groups.add(None, NOW)
        picked = await work.groups.pick(first.id, koen, registration_id, NOW)
        await work.groups.save_membership(
            picked.model_copy(update={"status": MembershipStatus.LEFT, "left_at": NOW, "left_by": "person"})
        )

        again = await work.groups.pick(second.id, koen, registration_id, NOW)

        assert await work.groups.live_membership(koen) == again


async def test_facilitator_and_stand_in_lead_a_published_group_and_a_draft_is_led_by_nobody(database: Database) -> None:
    async with database.transaction() as work:
        ellen, _ = await _person(work, 1)
        joost, _ = await _person(work, 2)
        group = await _published(work, ellen, joost)
        draft = await work.groups.add(None, NOW)
        await work.groups.save(draft.model_copy(update={"facilitator_id": ellen}))

    groups = database.reads.groups
    assert await groups.led_by(ellen) == [group]
    assert await groups.led_by(joost) == [group]
    assert group.leader_id == joost


async def test_who_is_only_picked_has_no_group(database: Database) -> None:
    async with database.transaction() as work:
        koen, registration_id = await _person(work, 1)
        group = await _published(work, koen)
        picked = await work.groups.pick(group.id, koen, registration_id, NOW)
        before = await work.groups.of_participant(koen)
        await work.groups.save_membership(
            picked.model_copy(update={"status": MembershipStatus.MEMBER, "joined_at": NOW})
        )

        after = await work.groups.of_participant(koen)

    assert before is None
    assert after == group


async def test_a_group_has_one_cycle_at_a_time_of_six_and_then_of_four(database: Database) -> None:
    async with database.transaction() as work:
        group = await work.groups.add(None, NOW)
        first = await work.groups.begin_cycle(group.id, 1, NOW)
        with pytest.raises(sqlite3.IntegrityError):
            await work.groups.begin_cycle(group.id, 2, NOW)
        await work.groups.end_cycle(group.id, NOW)
        second = await work.groups.begin_cycle(group.id, 2, NOW)

    assert (first.sessions, second.sessions) == (6, 4)
    assert await database.reads.groups.current_cycle(group.id) == second
