"""Who was at a session: the leader says so, or whoever did not report absence was there."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from domain.moves import MoveKind
from domain.outbox import Kind
from domain.session import SessionStatus
from services import session
from services.attendance import AttendanceCard, NoteOutcome
from tests.services.poll_scene import NOW as AFTER_THE_FIRST
from tests.services.poll_scene import PollScene, set_poll_scene
from tests.services.rota_scene import NOW, RotaScene, set_rota_scene

if TYPE_CHECKING:
    from datetime import datetime

    from storage.database import Database


@pytest.fixture
async def scene(database: Database) -> RotaScene:
    scene = await set_rota_scene(database)
    await scene.deliver()
    return scene


async def moved_so_that_it_is_awaited(scene: RotaScene) -> datetime:
    """The second session, by way of the service that awaits its attendance; when it ends."""
    async with scene.database.transaction() as work:
        its = await work.sessions.get(scene.second)
        return (await session.move(work, scene.second, its.starts_at + timedelta(days=7), NOW)).ends_at


def away(card: AttendanceCard | None) -> list[str]:
    assert card is not None
    return [seat.member.first_name for seat in card.seats if not seat.present]


async def test_a_tap_notes_one_member_and_pressing_twice_notes_it_once(scene: RotaScene) -> None:
    ends_at = await moved_so_that_it_is_awaited(scene)
    attendance = scene.services.attendance

    await attendance.note(scene.ellen, scene.second, scene.jeroen, ends_at, scene.update(), present=False)
    noted = await attendance.note(scene.ellen, scene.second, scene.jeroen, ends_at, scene.update(), present=False)

    assert noted.outcome is NoteOutcome.NOTED
    assert away(noted.card) == ["Jeroen"]


async def test_when_the_leader_settles_it_the_session_was_held_and_nobody_is_asked_any_more(scene: RotaScene) -> None:
    ends_at = await moved_so_that_it_is_awaited(scene)
    async with scene.database.transaction() as work:
        await work.attendance.report(scene.second, scene.marijke, NOW)

    settled = await scene.services.attendance.settle(scene.ellen, scene.second, ends_at, scene.update())

    assert settled.outcome is NoteOutcome.SETTLED
    assert away(settled.card) == ["Marijke"]
    assert (await scene.database.reads.sessions.get(scene.second)).status is SessionStatus.HELD
    assert not await scene.waits(MoveKind.ATTENDANCE, scene.second)


async def test_what_was_settled_can_still_be_corrected(scene: RotaScene) -> None:
    ends_at = await moved_so_that_it_is_awaited(scene)
    await scene.services.attendance.settle(scene.ellen, scene.second, ends_at, scene.update())

    noted = await scene.services.attendance.note(
        scene.ellen, scene.second, scene.jeroen, ends_at, scene.update(), present=False
    )

    assert noted.outcome is NoteOutcome.NOTED
    assert away(noted.card) == ["Jeroen"]


async def test_in_silence_the_leader_is_asked_reminded_and_then_who_reported_no_absence_was_there(
    scene: RotaScene,
) -> None:
    ends_at = await moved_so_that_it_is_awaited(scene)
    async with scene.database.transaction() as work:
        await work.attendance.report(scene.second, scene.marijke, NOW)
    await scene.deliver()

    await scene.let_pass(ends_at)
    asked = await scene.heard()
    await scene.deliver()
    await scene.let_pass(ends_at + timedelta(days=2))
    reminded = await scene.heard()
    await scene.deliver()
    await scene.let_pass(ends_at + timedelta(days=3))

    assert (Kind.ATTENDANCE_ASKED, scene.ellen) in asked
    assert (Kind.ATTENDANCE_REMINDER, scene.ellen) in reminded
    assert (Kind.ATTENDANCE_SETTLED, scene.ellen) in await scene.heard()
    assert away(await scene.services.attendance.card(scene.second)) == ["Marijke"]
    assert (await scene.database.reads.sessions.get(scene.second)).status is SessionStatus.HELD


@pytest.mark.parametrize("who", ["joost", "annelies", "piet", "marijke"])
async def test_nobody_but_who_leads_the_group_notes_anything(scene: RotaScene, who: str) -> None:
    ends_at = await moved_so_that_it_is_awaited(scene)
    person_id: int = getattr(scene, who)
    attendance = scene.services.attendance

    noted = await attendance.note(person_id, scene.second, scene.jeroen, ends_at, scene.update(), present=False)
    settled = await attendance.settle(person_id, scene.second, ends_at, scene.update())

    assert noted.outcome is settled.outcome is NoteOutcome.NOT_YOURS
    assert noted.card is settled.card is None
    assert await scene.database.reads.attendance.of(scene.second) == []


async def test_a_stand_in_may_what_the_facilitator_may(scene: RotaScene) -> None:
    ends_at = await moved_so_that_it_is_awaited(scene)
    async with scene.database.transaction() as work:
        group = await work.groups.get(scene.group_id)
        await work.groups.save(group.model_copy(update={"stand_in_id": scene.joost}))

    settled = await scene.services.attendance.settle(scene.joost, scene.second, ends_at, scene.update())

    assert settled.outcome is NoteOutcome.SETTLED


async def test_what_has_not_begun_was_cancelled_or_is_about_a_stranger_is_refused(scene: RotaScene) -> None:
    ends_at = await moved_so_that_it_is_awaited(scene)
    attendance = scene.services.attendance

    early = await attendance.settle(scene.ellen, scene.second, NOW, scene.update())
    stranger = await attendance.note(scene.ellen, scene.second, scene.piet, ends_at, scene.update(), present=True)
    unknown = await attendance.settle(scene.ellen, 999, ends_at, scene.update())
    async with scene.database.transaction() as work:
        await session.cancel(work, scene.second, NOW)
    cancelled = await attendance.settle(scene.ellen, scene.second, ends_at, scene.update())

    assert early.outcome is NoteOutcome.TOO_EARLY
    assert stranger.outcome is NoteOutcome.NOT_A_MEMBER
    assert unknown.outcome is NoteOutcome.NOT_YOURS
    assert cancelled.outcome is NoteOutcome.CANCELLED


@pytest.fixture(params=["with a chat", "without a chat"])
async def after_the_first(database: Database, request: pytest.FixtureRequest) -> PollScene:
    """The first session of a group has just ended; its other dates are to be found."""
    scene = await set_poll_scene(database)
    if request.param == "with a chat":
        await scene.link()
    return scene


async def settles(scene: PollScene) -> None:
    (first,) = await scene.database.reads.sessions.of_group(scene.group_id)
    for _ in range(2):
        settled = await scene.services.attendance.settle(scene.ellen, first.id, AFTER_THE_FIRST, scene.update())
        assert settled.outcome is NoteOutcome.SETTLED


async def test_after_the_first_session_the_leader_hears_once_what_comes_next(after_the_first: PollScene) -> None:
    await settles(after_the_first)

    (told,) = await after_the_first.queued(Kind.NEXT_STEP)
    assert (told.recipient_id, told.subject_id) == (after_the_first.ellen, after_the_first.group_id)


async def test_in_silence_about_who_was_there_the_leader_hears_what_comes_next_as_well(
    after_the_first: PollScene,
) -> None:
    (first,) = await after_the_first.database.reads.sessions.of_group(after_the_first.group_id)
    async with after_the_first.database.transaction() as work:
        await work.moves.open(MoveKind.ATTENDANCE, first.id, first.ends_at, after_the_first.ellen)

    await after_the_first.let_pass(AFTER_THE_FIRST + timedelta(days=7))

    assert (await after_the_first.database.reads.sessions.get(first.id)).status is SessionStatus.HELD
    assert [each.recipient_id for each in await after_the_first.queued(Kind.NEXT_STEP)] == [after_the_first.ellen]


@pytest.mark.parametrize("closed", [False, True])
async def test_while_the_other_dates_are_asked_about_or_wait_to_be_confirmed_nothing_comes_next(
    after_the_first: PollScene, *, closed: bool
) -> None:
    poll = await after_the_first.opens(7, 14, 21, 28, 35)
    if closed:
        update = after_the_first.update()
        await after_the_first.services.polls.close_by_hand(poll.id, after_the_first.ellen, AFTER_THE_FIRST, update)

    await settles(after_the_first)

    assert not await after_the_first.queued(Kind.NEXT_STEP)


async def test_when_the_other_dates_are_planned_nothing_comes_next(scene: RotaScene) -> None:
    first = (await scene.database.reads.sessions.of_group(scene.group_id))[0]

    settled = await scene.services.attendance.settle(scene.ellen, first.id, first.ends_at, scene.update())

    assert settled.outcome is NoteOutcome.SETTLED
    assert first.planned
    assert (Kind.NEXT_STEP, scene.ellen) not in await scene.heard()
