"""What a facilitator does with the intakes: the agenda, moving for somebody, nudging, and what came of it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from domain.booking import IntakeOutcome, Side
from domain.moves import MoveKind
from domain.outbox import Kind
from domain.registration import Status
from services.intake import BookOutcome
from services.intake_facilitator import HandleOutcome, NudgeOutcome, RecordOutcome
from services.intake_steps import PLANNED
from tests.services.intake_scene import MONDAY, NOW, at

if TYPE_CHECKING:
    from domain.slot import Slot
    from tests.services.intake_scene import Scene


@pytest.fixture
async def slots(scene: Scene) -> list[Slot]:
    return await scene.publish()


async def test_the_agenda_says_whom_when_and_how_to_reach_them(scene: Scene, slots: list[Slot]) -> None:
    for person, slot in ((scene.jeroen, slots[2]), (scene.marijke, slots[0])):
        await scene.booked(person, slot)

    agenda = await scene.services.facilitator_intakes.agenda(scene.ellen, MONDAY, MONDAY)

    assert [(entry.card.person.id, entry.card.slot) for entry in agenda] == [
        (scene.marijke, slots[0]),
        (scene.jeroen, slots[2]),
    ]
    assert (agenda[0].contact.phone, agenda[0].contact.email) == ("+31612345678", "iemand@gemeente.example")
    assert await scene.services.facilitator_intakes.agenda(scene.joost, MONDAY, MONDAY) == []


async def test_the_unbooked_are_those_admitted_without_an_intake_the_line_included(
    scene: Scene, slots: list[Slot]
) -> None:
    await scene.booked(scene.marijke, slots[0])
    await scene.held(scene.jeroen, slots[1])
    await scene.held(scene.fatima, slots[2], IntakeOutcome.SECOND_TALK)
    await scene.services.waiting.join(scene.koen, None, NOW, scene.update())

    unbooked = await scene.services.facilitator_intakes.unbooked()

    assert [each.person.id for each in unbooked] == [scene.fatima, scene.koen, *scene.people[4:]]
    assert [each.person.id for each in unbooked if each.waiting is not None] == [scene.koen]


async def test_a_nudge_takes_one_tap_and_comes_once_a_day(scene: Scene, slots: list[Slot]) -> None:
    await scene.booked(scene.jeroen, slots[0])
    nudge = scene.services.facilitator_intakes.nudge

    outcomes = [
        await nudge(who, moment, scene.update())
        for who, moment in (
            (scene.marijke, NOW),
            (scene.marijke, NOW + timedelta(hours=23)),
            (scene.marijke, NOW + timedelta(hours=25)),
            (scene.jeroen, NOW),
            (scene.piet, NOW),
        )
    ]

    assert outcomes == [
        NudgeOutcome.NUDGED,
        NudgeOutcome.NUDGED_BEFORE,
        NudgeOutcome.NUDGED,
        NudgeOutcome.NOT_NEEDED,
        NudgeOutcome.NOT_NEEDED,
    ]


@pytest.mark.parametrize("tell", [True, False])
async def test_a_facilitator_moves_somebody_outside_the_rules_and_tells_them_or_not(
    scene: Scene, slots: list[Slot], *, tell: bool
) -> None:
    booking_id = await scene.booked(scene.marijke, slots[0])
    await scene.deliver_notices()
    same_morning = at(MONDAY, 8, 30)

    moved = await scene.services.facilitator_intakes.move_for(
        scene.ellen, booking_id, slots[2].id, same_morning, scene.update(), tell=tell
    )

    assert moved.outcome is HandleOutcome.MOVED
    told = await scene.told(Kind.INTAKE_MOVED)
    assert ((Kind.INTAKE_MOVED, scene.marijke) in told) is tell
    assert (Kind.INTAKE_MOVED, scene.ellen) in told
    reminded = {each.recipient_id for each in await scene.queued(Kind.INTAKE_SOON)}
    assert reminded == {scene.marijke, scene.ellen}


async def test_a_facilitator_moves_to_the_own_free_slots_only(scene: Scene, slots: list[Slot]) -> None:
    booking_id = await scene.booked(scene.marijke, slots[0])
    await scene.booked(scene.jeroen, slots[1])
    (foreign,) = await scene.publish(date(2027, 1, 28), (9,), by=scene.joost)
    move_for = scene.services.facilitator_intakes.move_for

    outcomes = [
        (await move_for(who, booking_id, slot_id, NOW, scene.update(), tell=True)).outcome
        for who, slot_id in (
            (scene.ellen, slots[1].id),
            (scene.ellen, foreign.id),
            (scene.ellen, slots[0].id),
            (scene.joost, foreign.id),
            (scene.annelies, slots[2].id),
        )
    ]

    assert outcomes == [
        HandleOutcome.TAKEN,
        HandleOutcome.TAKEN,
        HandleOutcome.ALREADY,
        HandleOutcome.UNKNOWN,
        HandleOutcome.UNKNOWN,
    ]


@pytest.mark.parametrize("tell", [True, False])
async def test_a_facilitator_cancels_for_somebody_who_is_told_or_not_and_books_again(
    scene: Scene, slots: list[Slot], *, tell: bool
) -> None:
    booking_id = await scene.booked(scene.marijke, slots[0])
    await scene.deliver_notices()
    cancel_for = scene.services.facilitator_intakes.cancel_for

    done = await cancel_for(scene.ellen, booking_id, "Ik ben ziek", NOW, scene.update(), tell=tell)
    twice = await cancel_for(scene.ellen, booking_id, None, NOW, scene.update(), tell=tell)

    assert (done.outcome, twice.outcome) == (HandleOutcome.CANCELLED, HandleOutcome.SETTLED)
    assert ((Kind.INTAKE_CANCELLED, scene.marijke) in await scene.told()) is tell
    assert await scene.queued(*PLANNED) == []
    booking = await scene.database.reads.bookings.get(booking_id)
    assert (booking.cancelled_by, booking.cancel_reason) == (Side.FACILITATOR, "Ik ben ziek")
    assert await scene.waits(MoveKind.NO_BOOKING, await scene.registration_of(scene.marijke))


async def test_who_goes_on_waits_for_a_group_and_hears_so(scene: Scene, slots: list[Slot]) -> None:
    await scene.held(scene.marijke, slots[0])

    assert Kind.INTAKE_GOES_ON in [kind for kind, who in await scene.told() if who == scene.marijke]
    assert await scene.waits(MoveKind.NO_GROUP, await scene.registration_of(scene.marijke))
    assert (await scene.book(scene.marijke, slots[1])).outcome is BookOutcome.NOT_ADMITTED
    assert await scene.queued(*PLANNED) == []


async def test_a_second_talk_is_booked_as_the_first_was(scene: Scene, slots: list[Slot]) -> None:
    first = await scene.held(scene.marijke, slots[0], IntakeOutcome.SECOND_TALK)
    later = at(date(2027, 1, 26), 12)
    (slot,) = await scene.publish(date(2027, 2, 2), (9,), now=later)

    again = await scene.booked(scene.marijke, slot, later)

    assert again != first
    assert Kind.INTAKE_SECOND_TALK in [kind for kind, who in await scene.told() if who == scene.marijke]


async def test_who_does_not_go_on_hears_why_and_the_coordinator_that(scene: Scene, slots: list[Slot]) -> None:
    booking_id = await scene.held(scene.marijke, slots[0], IntakeOutcome.STOPS)

    registration = await scene.database.reads.registrations.get(await scene.registration_of(scene.marijke))
    assert (registration.status, registration.reason, registration.decided_by) == (
        Status.DECLINED,
        "Past niet",
        scene.ellen,
    )
    assert (await scene.database.reads.bookings.get(booking_id)).outcome_reason == "Past niet"
    told = await scene.told(Kind.INTAKE_STOPS, Kind.INTAKE_STOPPED)
    assert told == [(Kind.INTAKE_STOPS, scene.marijke), (Kind.INTAKE_STOPPED, scene.annelies)]
    assert (await scene.services.people.get(scene.marijke)).role is None


async def test_an_outcome_is_recorded_once_not_before_it_began_and_by_who_holds_it(
    scene: Scene, slots: list[Slot]
) -> None:
    booking_id = await scene.booked(scene.marijke, slots[0])
    record = scene.services.facilitator_intakes.record
    after = slots[0].ends_at

    outcomes = [
        (await record(who, booking_id, IntakeOutcome.GOES_ON, None, moment, update_id=scene.update())).outcome
        for who, moment in (
            (scene.ellen, slots[0].starts_at - timedelta(seconds=1)),
            (scene.joost, after),
            (scene.marijke, after),
            (scene.ellen, after),
            (scene.ellen, after),
        )
    ]

    assert outcomes == [
        RecordOutcome.TOO_EARLY,
        RecordOutcome.UNKNOWN,
        RecordOutcome.UNKNOWN,
        RecordOutcome.RECORDED,
        RecordOutcome.SETTLED,
    ]
    assert await scene.services.facilitator_intakes.without_outcome(scene.ellen, after) == []


async def test_what_was_held_without_an_outcome_is_listed(scene: Scene, slots: list[Slot]) -> None:
    await scene.booked(scene.marijke, slots[0])
    await scene.booked(scene.jeroen, slots[2])

    listed = await scene.services.facilitator_intakes.without_outcome(scene.ellen, slots[0].ends_at)

    assert [card.person.id for card in listed] == [scene.marijke]


async def test_who_registers_again_later_starts_with_a_new_intake(scene: Scene, slots: list[Slot]) -> None:
    await scene.held(scene.marijke, slots[0])
    await scene.services.registrations.withdraw(
        scene.marijke, await scene.registration_of(scene.marijke), NOW, scene.update()
    )
    later = at(date(2027, 3, 1), 12)
    async with scene.database.transaction() as work:
        earlier = await work.registrations.latest_of(scene.marijke)
        assert earlier is not None
        draft = await work.registrations.add(scene.marijke, None, earlier.answers, later)
        await work.registrations.save(draft.model_copy(update={"status": Status.ADMITTED}))
    (slot,) = await scene.publish(date(2027, 3, 3), (9,), now=later)

    done = await scene.book(scene.marijke, slot, later)

    assert done.outcome is BookOutcome.BOOKED
