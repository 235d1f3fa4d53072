"""An outcome that was recorded by mistake is taken back, with all that it brought about."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from domain.booking import IntakeOutcome
from domain.moves import MoveKind
from domain.outbox import Kind
from domain.person import Role
from domain.registration import Status
from services.intake_facilitator import RecordOutcome, TakeBackOutcome
from services.intake_outcome import CORRECTED
from tests.services.intake_scene import at

if TYPE_CHECKING:
    from datetime import datetime

    from domain.slot import Slot
    from tests.services.intake_scene import Scene

OUTCOMES = (Kind.INTAKE_GOES_ON, Kind.INTAKE_SECOND_TALK, Kind.INTAKE_STOPS)
OFFICE = (Kind.INTAKE_STOPPED, Kind.INTAKE_STOP_TAKEN_BACK)


@pytest.fixture
async def slot(scene: Scene) -> Slot:
    (slot,) = await scene.publish(hours=(9,))
    return slot


def soon_after(slot: Slot) -> datetime:
    return slot.ends_at + timedelta(hours=2)


async def takes_back(scene: Scene, booking_id: int, now: datetime, *, by: int | None = None) -> TakeBackOutcome:
    done = await scene.services.facilitator_intakes.take_back(by or scene.ellen, booking_id, now, scene.update())
    return done.outcome


@pytest.mark.parametrize("outcome", IntakeOutcome)
async def test_what_nobody_heard_yet_is_undone_without_a_trace(
    scene: Scene, slot: Slot, outcome: IntakeOutcome
) -> None:
    booking_id = await scene.held(scene.marijke, slot, outcome)
    registration_id = await scene.registration_of(scene.marijke)

    done = await takes_back(scene, booking_id, soon_after(slot))

    assert done is TakeBackOutcome.TAKEN_BACK
    assert await scene.queued(*OUTCOMES, *OFFICE) == []
    assert not await scene.waits(MoveKind.NO_GROUP, registration_id)
    assert not await scene.waits(MoveKind.NO_BOOKING, registration_id)
    assert await scene.waits(MoveKind.INTAKE_OUTCOME, booking_id)
    registration = await scene.database.reads.registrations.get(registration_id)
    assert (registration.status, registration.reason) == (Status.ADMITTED, None)
    assert (await scene.services.people.get(scene.marijke)).role is Role.PARTICIPANT
    booking = await scene.database.reads.bookings.get(booking_id)
    assert (booking.outcome, booking.outcome_reason) == (None, None)


async def test_who_heard_another_outcome_hears_that_it_was_put_right_and_so_does_the_office(
    scene: Scene, slot: Slot
) -> None:
    booking_id = await scene.held(scene.marijke, slot, IntakeOutcome.STOPS)
    await scene.deliver()

    await takes_back(scene, booking_id, soon_after(slot))
    recorded = await scene.services.facilitator_intakes.record(
        scene.ellen, booking_id, IntakeOutcome.GOES_ON, None, soon_after(slot), update_id=scene.update()
    )

    assert recorded.outcome is RecordOutcome.RECORDED
    (told,) = await scene.queued(*OUTCOMES)
    assert (told.kind, told.recipient_id, told.detail) == (Kind.INTAKE_GOES_ON, scene.marijke, CORRECTED)
    assert await scene.told(*OFFICE) == [(Kind.INTAKE_STOP_TAKEN_BACK, scene.annelies)]
    assert await scene.waits(MoveKind.NO_GROUP, await scene.registration_of(scene.marijke))


async def test_the_same_outcome_again_is_not_told_twice(scene: Scene, slot: Slot) -> None:
    booking_id = await scene.held(scene.marijke, slot)
    await scene.deliver()

    await takes_back(scene, booking_id, soon_after(slot))
    await scene.services.facilitator_intakes.record(
        scene.ellen, booking_id, IntakeOutcome.GOES_ON, None, soon_after(slot), update_id=scene.update()
    )

    assert await scene.queued(*OUTCOMES) == []


async def test_it_can_be_taken_back_on_the_same_day_only_and_by_who_holds_it(scene: Scene, slot: Slot) -> None:
    booking_id = await scene.held(scene.marijke, slot)

    foreign = await takes_back(scene, booking_id, soon_after(slot), by=scene.joost)
    late = await takes_back(scene, booking_id, at(slot.day + timedelta(days=1), 0))
    in_time = await takes_back(scene, booking_id, at(slot.day, 23, 59))
    twice = await takes_back(scene, booking_id, at(slot.day, 23, 59))

    assert (foreign, late) == (TakeBackOutcome.UNKNOWN, TakeBackOutcome.TOO_LATE)
    assert (in_time, twice) == (TakeBackOutcome.TAKEN_BACK, TakeBackOutcome.TAKEN_BACK)


async def test_who_booked_again_waits_in_line_or_left_keeps_what_they_did(scene: Scene, slot: Slot) -> None:
    slots = await scene.publish(slot.day, (10, 11))
    held = [
        await scene.held(who, on, IntakeOutcome.SECOND_TALK)
        for who, on in ((scene.marijke, slot), (scene.jeroen, slots[0]), (scene.fatima, slots[1]))
    ]
    now = at(slot.day, 15)
    await scene.services.waiting.join(scene.jeroen, None, now, scene.update())
    (later,) = await scene.publish(date(2027, 2, 2), (9,), now=now)
    await scene.booked(scene.marijke, later, now)
    await scene.services.leaving.take_out(
        await scene.registration_of(scene.fatima), scene.annelies, None, now, scene.update()
    )

    done = [await takes_back(scene, each, now) for each in held]

    assert done == [TakeBackOutcome.ACTED] * 3
    booking = await scene.database.reads.bookings.live_of(scene.marijke)
    assert booking is not None
    assert booking.slot_id == later.id
    assert len(await scene.services.facilitator_intakes.line()) == 1
