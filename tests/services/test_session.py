"""Sessions of a group: everybody is told once, in private, and what is still queued is not told twice."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest

from domain.moves import MoveKind
from domain.outbox import Kind
from domain.poll import Answer
from domain.session import ONLINE, Known, SessionStatus, Told, in_municipality
from domain.slot import Medium, Pattern, SlotRules
from domain.time import local, to_utc
from services import session
from services.engagements import busy, engagements, span_of_days
from services.slot import PublishOutcome
from tests.services.rota_scene import NOW, RotaScene, set_rota_scene

if TYPE_CHECKING:
    from domain.session import Session
    from storage.database import Database

UTRECHT = "GM0344"
AMERSFOORT = "GM0307"


def at(month: int, day: int, hour: int = 13) -> datetime:
    return to_utc(datetime.combine(date(2027, month, day), time(hour)))


@pytest.fixture
async def scene(database: Database) -> RotaScene:
    scene = await set_rota_scene(database)
    await scene.deliver()
    return scene


async def second(scene: RotaScene) -> Session:
    return await scene.database.reads.sessions.get(scene.second)


async def told(scene: RotaScene, kind: Kind) -> list[int | None]:
    return [each.recipient_id for each in await scene.queued(kind)]


async def test_who_said_no_to_the_date_is_absent_until_they_say_otherwise(scene: RotaScene) -> None:
    its = await second(scene)
    await scene.votes(scene.marijke, scene.second, Answer.NO)
    await scene.votes(scene.jeroen, scene.second, Answer.RATHER_NOT)
    async with scene.database.transaction() as work:
        planned = await session.plan(work, scene.group_id, 2, 1, its.starts_at, NOW)
    absences = scene.services.absences

    excused = [person_id for person_id in scene.people if await absences.is_absent(planned.id, person_id)]
    await absences.take_back(scene.marijke, planned.id, NOW, scene.update())
    card = await absences.thin(planned.id, scene.ellen, NOW)

    assert excused == [scene.marijke]
    assert card is not None
    assert card.coming == 8
    assert not await absences.is_absent(planned.id, scene.marijke)


async def test_moved_to_another_date_nothing_is_known_of_who_comes(scene: RotaScene) -> None:
    """To have come back on an absence from the old date says nothing of the new one."""
    its = await second(scene)
    await scene.services.absences.report(scene.marijke, scene.second, NOW, scene.update())
    await scene.services.absences.take_back(scene.marijke, scene.second, NOW, scene.update())
    async with scene.database.transaction() as work:
        await session.move(work, scene.second, its.starts_at + timedelta(days=7), NOW)

    assert await scene.database.reads.attendance.of(scene.second) == []


async def test_a_series_that_is_planned_at_once_comes_in_one_message_to_members_and_leader(scene: RotaScene) -> None:
    async with scene.database.transaction() as work:
        planned = [
            await session.plan(work, scene.group_id, 2, number, at(month, 11), NOW)
            for number, month in enumerate((4, 6, 9, 11), start=1)
        ]

    messages = await scene.queued(Kind.SESSION_PLANNED)
    assert [each.recipient_id for each in messages] == [*scene.people, scene.ellen]
    assert {each.detail for each in messages} == {",".join(str(each.id) for each in planned)}
    assert [local(each.starts_at).hour for each in planned] == [13, 13, 13, 13]
    assert {each.ends_at - each.starts_at for each in planned} == {timedelta(hours=3, minutes=30)}


async def test_planning_the_same_again_changes_nothing_and_another_moment_moves_it(scene: RotaScene) -> None:
    was = await second(scene)

    async with scene.database.transaction() as work:
        again = await session.plan(work, scene.group_id, 1, 2, was.starts_at, NOW)
    nothing_told = await scene.queued()
    async with scene.database.transaction() as work:
        moved = await session.plan(work, scene.group_id, 1, 2, was.starts_at + timedelta(days=7), NOW)

    assert again == was
    assert nothing_told == []
    assert (moved.id, moved.uid, moved.sequence) == (was.id, was.uid, was.sequence + 1)


async def test_a_move_tells_everybody_the_old_and_the_new_once_however_often_it_moves(scene: RotaScene) -> None:
    was = await second(scene)

    async with scene.database.transaction() as work:
        await work.attendance.report(was.id, scene.marijke, NOW)
        await session.move(work, was.id, was.starts_at + timedelta(days=7), NOW)
        await session.settle_place(work, was.id, UTRECHT, scene.jeroen, NOW)
        await session.move(work, was.id, was.starts_at + timedelta(days=14), NOW)

    messages = await scene.queued(Kind.SESSION_CHANGED)
    assert [each.recipient_id for each in messages] == [*scene.people, scene.ellen]
    assert {each.detail for each in messages} == {Known({was.id: Told.of(was)}).write()}
    now_is = await second(scene)
    assert (now_is.sequence, now_is.where, now_is.host_id) == (was.sequence + 3, in_municipality(UTRECHT), scene.jeroen)
    assert not any(each.absent for each in await scene.database.reads.attendance.of(was.id))


async def test_who_has_not_heard_of_a_session_yet_hears_of_it_as_it_is_then(scene: RotaScene) -> None:
    async with scene.database.transaction() as work:
        planned = await session.plan(work, scene.group_id, 2, 1, at(11, 11), NOW)

    async with scene.database.transaction() as work:
        await session.move(work, planned.id, at(11, 18), NOW)
        await session.settle_place(work, planned.id, UTRECHT, None, NOW)

    assert await scene.queued(Kind.SESSION_CHANGED) == []
    assert len(await scene.queued(Kind.SESSION_PLANNED)) == 9


async def test_what_was_known_is_told_as_changed_while_new_ones_are_still_queued(scene: RotaScene) -> None:
    was = await second(scene)
    async with scene.database.transaction() as work:
        await session.plan(work, scene.group_id, 2, 1, at(11, 11), NOW)

    async with scene.database.transaction() as work:
        await session.move(work, was.id, was.starts_at + timedelta(days=7), NOW)

    assert len(await scene.queued(Kind.SESSION_CHANGED)) == 9


async def test_several_sessions_that_change_together_come_in_one_message_to_each(scene: RotaScene) -> None:
    first, other = await second(scene), await scene.database.reads.sessions.get(scene.sessions[2])
    async with scene.database.transaction() as work:
        await session.settle_place(work, first.id, UTRECHT, scene.jeroen, NOW)

    async with scene.database.transaction() as work:
        await session.settle_place(work, other.id, AMERSFOORT, scene.marijke, NOW)

    messages = await scene.queued(Kind.SESSION_CHANGED)
    assert [each.recipient_id for each in messages] == [*scene.people, scene.ellen]
    assert {each.subject_id for each in messages} == {scene.group_id}
    known = Known({first.id: Told.of(first), other.id: Told.of(other)})
    assert [Known.read(each.detail or "") for each in messages] == [known] * len(messages)


async def test_another_host_in_the_same_place_is_no_news_for_a_calendar(scene: RotaScene) -> None:
    async with scene.database.transaction() as work:
        await session.settle_place(work, scene.second, UTRECHT, scene.jeroen, NOW)
    await scene.deliver()
    was = await second(scene)

    async with scene.database.transaction() as work:
        placed = await session.settle_place(work, scene.second, UTRECHT, scene.marijke, NOW)

    assert (placed.sequence, placed.host_id) == (was.sequence, scene.marijke)
    assert await scene.queued() == []


async def test_a_session_can_be_online_and_in_a_town_hall_again(scene: RotaScene) -> None:
    async with scene.database.transaction() as work:
        online = await session.settle_place(work, scene.second, None, None, NOW, online=True)
        back = await session.settle_place(work, scene.second, AMERSFOORT, None, NOW)

    assert online.where == ONLINE
    assert back.where == in_municipality(AMERSFOORT)


async def test_a_cancelled_session_is_told_once_and_leaves_its_number_free(scene: RotaScene) -> None:
    async with scene.database.transaction() as work:
        first = await session.cancel(work, scene.second, NOW)
        again = await session.cancel(work, scene.second, NOW)
        anew = await session.plan(work, scene.group_id, 1, 2, at(3, 18), NOW)

    assert (first, again) == (True, False)
    assert (await second(scene)).status is SessionStatus.CANCELLED
    assert len(await scene.queued(Kind.SESSION_CANCELLED)) == 9
    assert anew.id != scene.second
    assert not await scene.waits(MoveKind.ATTENDANCE, scene.second)


async def test_nobody_hears_that_a_session_is_off_of_which_they_had_not_heard(scene: RotaScene) -> None:
    async with scene.database.transaction() as work:
        planned = await session.plan(work, scene.group_id, 2, 1, at(11, 11), NOW)
        await session.cancel(work, planned.id, NOW)

    assert await scene.queued(Kind.SESSION_CANCELLED) == []


async def test_who_leaves_gets_a_file_that_takes_everything_out_and_nothing_more(scene: RotaScene) -> None:
    async with scene.database.transaction() as work:
        await session.plan(work, scene.group_id, 2, 1, at(11, 11), NOW)
    await scene.deliver()
    async with scene.database.transaction() as work:
        await work.attendance.report(scene.second, scene.marijke, NOW)
        await session.move(work, scene.second, at(3, 18), NOW)

    async with scene.database.transaction() as work:
        await session.drop_member(work, scene.group_id, scene.marijke, NOW)

    to_marijke = [each.kind for each in await scene.queued() if each.recipient_id == scene.marijke]
    assert to_marijke == [Kind.SESSION_DROPPED]
    assert scene.marijke not in [each.person_id for each in await scene.database.reads.attendance.of(scene.second)]


async def test_who_leaves_before_hearing_anything_hears_nothing(scene: RotaScene) -> None:
    async with scene.database.transaction() as work:
        await session.plan(work, scene.group_id, 2, 1, at(11, 11), NOW)
        await session.drop_member(work, scene.group_id, scene.marijke, NOW)

    assert scene.marijke not in [each.recipient_id for each in await scene.queued()]


async def test_who_comes_back_gets_files_newer_than_those_that_took_it_out(scene: RotaScene) -> None:
    was = await second(scene)

    async with scene.database.transaction() as work:
        await session.drop_member(work, scene.group_id, scene.marijke, NOW)
        dropped = await work.sessions.get(scene.second)
        await session.include(work, scene.group_id, scene.marijke, NOW)

    assert was.sequence < dropped.sequence < (await second(scene)).sequence
    assert await told(scene, Kind.SESSION_PLANNED) == [scene.marijke]
    assert await told(scene, Kind.SESSION_DROPPED) == []


async def test_slots_for_intakes_and_sessions_keep_out_of_each_others_way(scene: RotaScene) -> None:
    day = date(2027, 3, 18)
    morning = Pattern.single(day, time(9), SlotRules(), Medium.PHONE)
    afternoon = Pattern.single(day, time(14), SlotRules(), Medium.PHONE)
    await scene.services.slots.publish(scene.ellen, morning, NOW, scene.update())
    await scene.services.slots.publish(scene.ellen, afternoon, NOW, scene.update())

    async with scene.database.transaction() as work:
        await session.move(work, scene.second, at(3, 18), NOW)
    clashing = await scene.services.slots.publish(scene.ellen, afternoon, NOW, scene.update())

    slots = await scene.database.reads.slots.unbooked_of(scene.ellen, NOW)
    assert [local(slot.starts_at).hour for slot in slots] == [9]
    assert clashing.outcome is PublishOutcome.NOTHING_LEFT


async def test_a_facilitator_is_busy_with_the_sessions_of_every_group_and_with_intakes_that_are_booked(
    scene: RotaScene,
) -> None:
    its = await second(scene)
    around = span_of_days(its.starts_at, its.ends_at)
    reads = scene.database.reads

    assert await busy(reads, scene.ellen, around) == [its.interval]
    assert await busy(reads, scene.ellen, around, apart_from=its.id) == []
    assert await busy(reads, scene.joost, around) == []
    assert await engagements(reads, scene.ellen, around) == [its.interval]


async def test_when_the_last_member_has_gone_what_was_planned_is_off_and_the_leader_is_asked_nothing(
    scene: RotaScene,
) -> None:
    async with scene.database.transaction() as work:
        await session.move(work, scene.second, at(3, 18), NOW)
    waited_for = await scene.waits(MoveKind.ATTENDANCE, scene.second)
    for person_id in scene.people:
        registration = await scene.database.reads.registrations.latest_of(person_id)
        assert registration is not None
        await scene.services.leaving.take_out(registration.id, scene.annelies, None, NOW, scene.update())

    await scene.let_pass(NOW + timedelta(days=400))

    assert waited_for
    assert await scene.database.reads.sessions.upcoming(scene.group_id, NOW) == []
    assert await scene.heard(Kind.ATTENDANCE_ASKED) == []
    assert (Kind.SESSION_CANCELLED, scene.ellen) in await scene.heard(Kind.SESSION_CANCELLED)
