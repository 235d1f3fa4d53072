"""Leaving at every stage so far: one transaction ends all that hangs on somebody, and tells who must act."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from domain.booking import BookingStatus, IntakeOutcome
from domain.goal import KEPT_AFTER_LEAVING
from domain.moves import MoveKind
from domain.outbox import Kind
from domain.registration import Status
from domain.slot import Medium
from services.goal import ReadOutcome
from services.intake_steps import PLANNED
from services.leaving import DepartureOutcome, TakeOutOutcome
from tests.services.intake_scene import MONDAY, NAMES, NOW, admit, at

if TYPE_CHECKING:
    from tests.services.intake_scene import Scene

WAITS = (MoveKind.NO_BOOKING, MoveKind.WAITING_LIST, MoveKind.NO_GROUP)


async def open_waits(scene: Scene, person_id: int) -> list[MoveKind]:
    registration = await scene.registration_of(person_id)
    return [kind for kind in WAITS if await scene.waits(kind, registration)]


async def status_of(scene: Scene, person_id: int) -> Status:
    return (await scene.database.reads.registrations.get(await scene.registration_of(person_id))).status


async def test_who_withdraws_with_an_intake_ahead_takes_everything_along(scene: Scene) -> None:
    (slot,) = await scene.publish(hours=(9,))
    await scene.booked(scene.marijke, slot)
    await scene.services.waiting.join(scene.jeroen, None, NOW, scene.update())
    await scene.deliver_notices()
    registration = await scene.registration_of(scene.marijke)

    await scene.services.registrations.withdraw(scene.marijke, registration, NOW, scene.update())

    assert await scene.queued(*PLANNED) == []
    assert await scene.told() == [
        (Kind.LEFT, scene.ellen),
        (Kind.INTAKE_CANCELLED, scene.marijke),
        (Kind.INTAKE_CANCELLED, scene.ellen),
        (Kind.INTAKE_OFFER, scene.jeroen),
    ]
    assert await open_waits(scene, scene.marijke) == []
    assert (await scene.services.intakes.standing(scene.marijke, NOW)).registration is None


async def test_who_withdraws_after_the_intake_is_not_waited_for_by_the_facilitator(scene: Scene) -> None:
    (slot,) = await scene.publish(hours=(9,))
    await scene.held(scene.marijke, slot, IntakeOutcome.SECOND_TALK)
    await scene.deliver()

    await scene.services.registrations.withdraw(
        scene.marijke, await scene.registration_of(scene.marijke), slot.ends_at + timedelta(days=1), scene.update()
    )

    assert await scene.told() == [(Kind.LEFT, scene.ellen)]
    assert await open_waits(scene, scene.marijke) == []


async def test_who_withdraws_in_line_with_an_offer_passes_it_on(scene: Scene) -> None:
    (slot,) = await scene.publish(hours=(9,))
    await scene.booked(scene.marijke, slot)
    for person in (scene.jeroen, scene.fatima):
        await scene.services.waiting.join(person, None, NOW, scene.update())
    await scene.services.intakes.cancel(scene.marijke, None, NOW, scene.update())

    await scene.services.registrations.withdraw(
        scene.jeroen, await scene.registration_of(scene.jeroen), NOW, scene.update()
    )

    assert await scene.told(Kind.INTAKE_OFFER) == [(Kind.INTAKE_OFFER, scene.fatima)]
    assert await open_waits(scene, scene.jeroen) == []


async def test_a_coordinator_takes_out_and_the_person_and_the_facilitator_hear_it(scene: Scene) -> None:
    (slot,) = await scene.publish(hours=(9,))
    await scene.held(scene.marijke, slot)
    await scene.deliver()
    registration = await scene.registration_of(scene.marijke)
    take_out = scene.services.leaving.take_out

    done = await take_out(registration, scene.annelies, "Geen wethouder meer", NOW, scene.update())
    twice = await take_out(registration, scene.annelies, None, NOW, scene.update())

    assert (done, twice) == (TakeOutOutcome.TAKEN_OUT, TakeOutOutcome.SETTLED)
    assert await scene.told() == [(Kind.LEFT, scene.ellen), (Kind.TAKEN_OUT, scene.marijke)]
    assert await open_waits(scene, scene.marijke) == []
    kept = await scene.database.reads.registrations.get(registration)
    assert (kept.status, kept.decided_by, kept.reason) == (Status.WITHDRAWN, scene.annelies, "Geen wethouder meer")
    assert (await scene.services.people.get(scene.marijke)).role is None


async def test_a_facilitator_takes_out_the_own_participants_only(scene: Scene) -> None:
    (slot,) = await scene.publish(hours=(9,))
    await scene.booked(scene.marijke, slot)
    registration = await scene.registration_of(scene.marijke)
    take_out = scene.services.leaving.take_out

    refused = [
        await take_out(registration, who, None, NOW, scene.update()) for who in (scene.joost, scene.jeroen, scene.piet)
    ]
    done = await take_out(registration, scene.ellen, None, NOW, scene.update())

    assert refused == [TakeOutOutcome.NOT_YOURS] * 3
    assert done is TakeOutOutcome.TAKEN_OUT
    assert (Kind.LEFT, scene.annelies) in await scene.told()
    assert await take_out(4711, scene.annelies, None, NOW, scene.update()) is TakeOutOutcome.UNKNOWN


@pytest.mark.parametrize("status", [Status.SUBMITTED, Status.PRICE])
async def test_one_can_be_taken_out_before_admission_too(scene: Scene, status: Status) -> None:
    registration = await scene.registration_of(scene.marijke)
    async with scene.database.transaction() as work:
        before = await work.registrations.get(registration)
        await work.registrations.save(before.model_copy(update={"status": status}))
        await work.moves.open(MoveKind.ADMISSION, registration, NOW)

    done = await scene.services.leaving.take_out(registration, scene.annelies, None, NOW, scene.update())

    assert done is TakeOutOutcome.TAKEN_OUT
    assert not await scene.waits(MoveKind.ADMISSION, registration)
    assert await status_of(scene, scene.marijke) is Status.WITHDRAWN


async def test_goals_are_erased_ninety_days_after_leaving_and_not_before(scene: Scene) -> None:
    await scene.services.goals.add(scene.marijke, "Leren luisteren", NOW, scene.update())
    await scene.services.goals.add(scene.jeroen, "Leren zwijgen", NOW, scene.update())
    await scene.services.registrations.withdraw(
        scene.marijke, await scene.registration_of(scene.marijke), NOW, scene.update()
    )

    await scene.services.retention.sweep(NOW + KEPT_AFTER_LEAVING)
    kept = await scene.services.goals.mine(scene.marijke)
    await scene.services.retention.sweep(NOW + KEPT_AFTER_LEAVING + timedelta(seconds=1))

    assert len(kept) == 1
    assert await scene.services.goals.mine(scene.marijke) == []
    assert len(await scene.services.goals.mine(scene.jeroen)) == 1


@pytest.fixture
async def twelve(scene: Scene) -> list[int]:
    """Twelve people with an intake with Ellen; all have heard of it."""
    people = [*scene.people]
    people += [await admit(scene.database, 200 + number, NAMES[number % 6]) for number in range(6)]
    for number, person in enumerate(people):
        day = MONDAY + timedelta(days=number // 4)
        (slot,) = await scene.publish(day, (9 + number % 4,), medium=Medium.VIDEO)
        await scene.booked(person, slot)
    await scene.deliver_notices()
    return people


async def test_a_facilitator_who_leaves_with_twelve_intakes_hands_them_over_and_all_are_told(
    scene: Scene, twelve: list[int]
) -> None:
    leaving = scene.services.leaving
    said = await leaving.preview_facilitator(scene.ellen, NOW)

    done = await leaving.facilitator_leaves(
        scene.ellen, scene.joost, NOW, scene.update(), bookings_told=len(said.bookings)
    )

    assert [person.id for person in said.successors] == [scene.joost]
    assert (done.outcome, len(done.taken_over), done.cancelled) == (DepartureOutcome.LEFT, 12, ())
    told = await scene.told(Kind.INTAKE_TAKEN_OVER, Kind.INTAKE_BOOKED, Kind.INTAKE_CANCELLED, Kind.FACILITATOR_LEFT)
    assert sorted(who for kind, who in told if kind is Kind.INTAKE_TAKEN_OVER) == sorted(twelve)
    assert [who for kind, who in told if kind is Kind.INTAKE_BOOKED] == [scene.joost] * 12
    assert [who for kind, who in told if kind is Kind.INTAKE_CANCELLED] == [scene.ellen] * 12
    assert [who for kind, who in told if kind is Kind.FACILITATOR_LEFT] == [scene.annelies]
    reminded = {each.recipient_id for each in await scene.queued(*PLANNED)}
    assert reminded == {*twelve, scene.joost}
    assert (await scene.services.people.get(scene.ellen)).role is None


async def test_the_room_of_the_one_who_left_is_not_handed_over(scene: Scene, twelve: list[int]) -> None:
    await scene.services.leaving.facilitator_leaves(scene.ellen, scene.joost, NOW, scene.update(), bookings_told=12)

    views = await scene.services.slots.mine(scene.joost, MONDAY, date(2027, 1, 31))

    assert len(views) == 12
    assert {view.slot.link for view in views} == {None}
    assert {view.card.booking.sequence for view in views if view.card is not None} == {1}


async def test_what_the_successor_has_at_that_moment_is_cancelled_and_all_are_told(
    scene: Scene, twelve: list[int]
) -> None:
    await scene.publish(MONDAY, (9,), by=scene.joost)

    done = await scene.services.leaving.facilitator_leaves(
        scene.ellen, scene.joost, NOW, scene.update(), bookings_told=12
    )

    assert (len(done.taken_over), [card.person.id for card in done.cancelled]) == (11, [twelve[0]])
    assert (Kind.INTAKE_CANCELLED, twelve[0]) in await scene.told()
    assert await open_waits(scene, twelve[0]) == [MoveKind.NO_BOOKING]


async def test_without_a_successor_all_are_cancelled_and_it_is_everybody_s_move_to_book_again(
    scene: Scene, twelve: list[int]
) -> None:
    done = await scene.services.leaving.facilitator_leaves(scene.ellen, None, NOW, scene.update(), bookings_told=12)

    assert (len(done.taken_over), len(done.cancelled)) == (0, 12)
    assert await scene.queued(*PLANNED) == []
    told = await scene.told(Kind.INTAKE_CANCELLED)
    assert sorted(who for _, who in told if who != scene.ellen) == sorted(twelve)
    assert {kind for person in twelve for kind in await open_waits(scene, person)} == {MoveKind.NO_BOOKING}
    assert await scene.services.intakes.days(scene.marijke, NOW) == []


async def test_who_books_between_saying_and_doing_stops_the_departure(scene: Scene, twelve: list[int]) -> None:
    leave = scene.services.leaving.facilitator_leaves

    changed = await leave(scene.ellen, None, NOW, scene.update(), bookings_told=11)
    no_successor = await leave(scene.ellen, scene.marijke, NOW, scene.update(), bookings_told=12)
    unknown = await leave(scene.piet, None, NOW, scene.update(), bookings_told=0)

    assert changed.outcome is DepartureOutcome.CHANGED
    assert changed.departure is not None
    assert len(changed.departure.bookings) == 12
    assert no_successor.outcome is DepartureOutcome.NO_SUCCESSOR
    assert unknown.outcome is DepartureOutcome.UNKNOWN
    assert len(await scene.database.reads.bookings.live_of_facilitator(scene.ellen)) == 12


async def test_free_slots_and_offers_of_who_leaves_are_gone(scene: Scene) -> None:
    (slot,) = await scene.publish(hours=(9,))
    await scene.booked(scene.marijke, slot)
    await scene.services.waiting.join(scene.jeroen, scene.ellen, NOW, scene.update())
    await scene.services.intakes.cancel(scene.marijke, None, NOW, scene.update())
    await scene.deliver()

    await scene.services.leaving.facilitator_leaves(scene.ellen, None, NOW, scene.update(), bookings_told=0)

    assert await scene.told() == [(Kind.INTAKE_OFFER_EXPIRED, scene.jeroen), (Kind.FACILITATOR_LEFT, scene.annelies)]
    (waiting,) = await scene.services.facilitator_intakes.line()
    assert waiting.waiting.facilitator_id is None


async def test_an_intake_that_was_held_passes_to_the_successor_or_is_followed_by_another(scene: Scene) -> None:
    nine, ten = await scene.publish(hours=(9, 10))
    first, second = await scene.booked(scene.marijke, nine), await scene.booked(scene.jeroen, ten)
    await scene.deliver()
    between = at(MONDAY, 10)
    leave = scene.services.leaving.facilitator_leaves

    done = await leave(scene.ellen, scene.joost, between, scene.update(), bookings_told=2)
    await leave(scene.joost, None, at(MONDAY, 12), scene.update(), bookings_told=2)

    assert len(done.taken_over) == 2
    for booking_id in (first, second):
        booking = await scene.database.reads.bookings.get(booking_id)
        assert (booking.status, booking.outcome) == (BookingStatus.HELD, IntakeOutcome.SECOND_TALK)
    assert (Kind.INTAKE_SECOND_TALK, scene.marijke) in await scene.told()
    assert await open_waits(scene, scene.jeroen) == [MoveKind.NO_BOOKING]


async def test_a_change_of_facilitator_asks_the_owner_whether_the_goals_may_be_read(scene: Scene) -> None:
    (slot,) = await scene.publish(hours=(9,))
    await scene.held(scene.marijke, slot)
    await scene.services.goals.add(scene.marijke, "Leren luisteren", NOW, scene.update())
    await scene.deliver()
    before = await scene.services.goals.read(scene.ellen, scene.marijke)

    await scene.services.leaving.facilitator_leaves(scene.ellen, scene.joost, NOW, scene.update(), bookings_told=0)
    asked = await scene.services.goals.read(scene.joost, scene.marijke)
    await scene.services.goals.let_read(scene.marijke, scene.joost, NOW, scene.update(), granted=True)
    granted = await scene.services.goals.read(scene.joost, scene.marijke)

    assert (before.outcome, len(before.goals)) == (ReadOutcome.READ, 1)
    assert (asked.outcome, asked.goals) == (ReadOutcome.ASKED, ())
    assert (granted.outcome, len(granted.goals)) == (ReadOutcome.READ, 1)
    assert (await scene.services.goals.read(scene.ellen, scene.marijke)).outcome is ReadOutcome.NOT_YOURS
