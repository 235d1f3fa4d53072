"""Nobody who was admitted is forgotten: the rows of "Whose move it is" that concern the intake."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from domain.moves import MoveKind
from domain.outbox import Kind
from domain.slot import Medium, Pattern
from tests.services.intake_scene import MONDAY, NOW, at

if TYPE_CHECKING:
    from tests.services.intake_scene import Scene


async def of_marijke(scene: Scene, *kinds: Kind) -> list[Kind]:
    """What is told to Marijke, or about her registration."""
    registration = await scene.registration_of(scene.marijke)
    return [each.kind for each in await scene.queued(*kinds) if each.subject_id == registration]


async def publish_for_long(scene: Scene) -> None:
    """Slots for every day of the next two months."""
    pattern = Pattern(
        weekdays=frozenset(range(5)),
        starts=time(9),
        until=time(12),
        length_minutes=45,
        buffer_minutes=15,
        first=MONDAY,
        last=MONDAY + timedelta(days=60),
        medium=Medium.PHONE,
    )
    await scene.services.slots.publish(scene.ellen, pattern, NOW, scene.update())


async def test_who_does_not_book_is_nudged_after_three_seven_and_fourteen_days(scene: Scene) -> None:
    await publish_for_long(scene)

    counts = []
    for days in (2.9, 3, 7, 14):
        await scene.let_pass(NOW + timedelta(days=days))
        counts.append(len(await of_marijke(scene, Kind.INTAKE_NUDGE)))

    assert counts == [0, 1, 2, 3]


async def test_after_fourteen_days_the_facilitators_hear_and_after_twenty_one_one_waits_in_line(scene: Scene) -> None:
    await publish_for_long(scene)
    registration = await scene.registration_of(scene.marijke)

    await scene.let_pass(NOW + timedelta(days=20))
    told = [each.recipient_id for each in await scene.queued(Kind.INTAKE_UNBOOKED) if each.subject_id == registration]
    before = (await scene.services.intakes.standing(scene.marijke, NOW)).waiting
    await scene.let_pass(NOW + timedelta(days=21))

    assert told == [scene.ellen, scene.joost]
    assert before is None
    assert Kind.INTAKE_WAITLISTED in await of_marijke(scene)
    assert (await scene.services.intakes.standing(scene.marijke, NOW)).waiting is not None
    assert not await scene.waits(MoveKind.NO_BOOKING, registration)


async def test_who_has_nothing_to_choose_from_waits_in_line_instead_of_being_nudged(scene: Scene) -> None:
    await scene.let_pass(NOW + timedelta(days=3))

    assert await of_marijke(scene) == [Kind.INTAKE_WAITLISTED]
    assert len(await scene.services.facilitator_intakes.line()) == len(scene.people)


async def test_facilitators_are_asked_for_slots_once_however_many_wait_and_then_the_coordinator(scene: Scene) -> None:
    await scene.let_pass(NOW + timedelta(days=5))
    facilitators = await scene.told(Kind.INTAKE_SLOTS_WANTED)
    await scene.let_pass(NOW + timedelta(days=10))

    assert facilitators == [(Kind.INTAKE_SLOTS_WANTED, scene.ellen), (Kind.INTAKE_SLOTS_WANTED, scene.joost)]
    told = await scene.told(Kind.INTAKE_SLOTS_WANTED)
    assert told.count((Kind.INTAKE_SLOTS_WANTED, scene.annelies)) == 1


async def test_who_waits_in_line_while_there_is_room_is_told_so(scene: Scene) -> None:
    await scene.let_pass(NOW + timedelta(days=3))
    await publish_for_long(scene)

    await scene.let_pass(NOW + timedelta(days=5))

    told = await of_marijke(scene, Kind.INTAKE_WAITLISTED, Kind.INTAKE_NUDGE)
    assert told == [Kind.INTAKE_WAITLISTED, Kind.INTAKE_NUDGE]
    assert await scene.told(Kind.INTAKE_SLOTS_WANTED) == []


async def test_who_books_is_nudged_no_more_and_what_waited_to_be_sent_is_withdrawn(scene: Scene) -> None:
    await publish_for_long(scene)
    await scene.let_pass(NOW + timedelta(days=3))
    slot = (await scene.services.intakes.times(scene.marijke, date(2027, 2, 1), NOW))[0]

    await scene.booked(scene.marijke, slot, NOW + timedelta(days=3))
    await scene.let_pass(NOW + timedelta(days=12))

    assert await of_marijke(scene, Kind.INTAKE_NUDGE, Kind.INTAKE_UNBOOKED) == []


async def test_the_facilitator_is_reminded_of_the_outcome_after_two_days_and_the_coordinator_hears_after_seven(
    scene: Scene,
) -> None:
    (slot,) = await scene.publish(hours=(9,))
    booking_id = await scene.booked(scene.marijke, slot)

    kinds = (Kind.INTAKE_OUTCOME_REMINDER, Kind.INTAKE_OUTCOME_MISSING)
    counts = []
    for days in (1.9, 2, 6.9, 7, 14):
        await scene.let_pass(slot.ends_at + timedelta(days=days))
        counts.append([kind for kind, _ in await scene.told(*kinds)])

    reminder, missing = kinds
    weekly = [reminder, missing]
    assert counts == [[], [reminder], [reminder], [reminder, *weekly], [reminder, *weekly, *weekly]]
    assert await scene.waits(MoveKind.INTAKE_OUTCOME, booking_id)


async def test_who_goes_on_without_a_group_hears_after_sixty_days_and_every_month(scene: Scene) -> None:
    (slot,) = await scene.publish(hours=(9,))
    await scene.held(scene.marijke, slot)
    recorded = slot.ends_at + timedelta(hours=1)

    counts = []
    for days in (59, 60, 90, 120):
        await scene.let_pass(recorded + timedelta(days=days))
        counts.append(len(await of_marijke(scene, Kind.NO_GROUP_YET)))

    assert counts == [0, 1, 2, 3]


async def test_after_a_standstill_each_is_nudged_once(scene: Scene) -> None:
    await publish_for_long(scene)
    moves, end = scene.services.moves, at(date(2027, 2, 4), 12)

    while due := await moves.due(end, 100):
        for move in due:
            await moves.carry_out(move, end)

    assert await of_marijke(scene, Kind.INTAKE_NUDGE) == [Kind.INTAKE_NUDGE]
    assert (await of_marijke(scene, Kind.INTAKE_UNBOOKED)).count(Kind.INTAKE_UNBOOKED) == 2
