"""The waiting list: a slot that becomes free is offered to the first in line for a few hours, then to the next."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING

import pytest

from domain.moves import MoveKind
from domain.outbox import Kind
from domain.slot import Medium, Pattern, Selection, SlotRules
from domain.waiting import OfferStatus, offer_ends
from services.intake import BookOutcome
from services.waiting import JoinOutcome, OfferOutcome
from tests.services.intake_scene import MONDAY, NOW, at

if TYPE_CHECKING:
    from domain.slot import Slot
    from domain.waiting import Offer
    from tests.services.intake_scene import Scene

OFFERS = (Kind.INTAKE_OFFER, Kind.INTAKE_OFFER_EXPIRED)


@pytest.fixture
async def slot(scene: Scene) -> Slot:
    """The only one, which Marijke has; Jeroen and then Fatima wait for it."""
    (slot,) = await scene.publish(hours=(9,), now=NOW - timedelta(minutes=1))
    await scene.booked(scene.marijke, slot)
    for person in (scene.jeroen, scene.fatima):
        joined = await scene.services.waiting.join(person, None, NOW, scene.update())
        assert joined.outcome is JoinOutcome.JOINED
    await scene.deliver_notices()
    return slot


async def freed(scene: Scene) -> Offer:
    """Marijke cancels; the offer that follows."""
    await scene.services.intakes.cancel(scene.marijke, None, NOW, scene.update())
    standing = await scene.services.intakes.standing(scene.jeroen, NOW)
    assert standing.offer is not None
    return standing.offer.offer


async def test_one_joins_when_nothing_is_free_and_hears_how_many_stand_before(scene: Scene, slot: Slot) -> None:
    koen = await scene.services.waiting.join(scene.koen, None, NOW, scene.update())
    again = await scene.services.waiting.join(scene.fatima, scene.ellen, NOW, scene.update())
    booked = await scene.services.waiting.join(scene.marijke, None, NOW, scene.update())
    nobody = await scene.services.waiting.join(scene.piet, None, NOW, scene.update())

    assert (koen.outcome, koen.before) == (JoinOutcome.JOINED, 2)
    assert (again.outcome, again.before) == (JoinOutcome.ALREADY, 1)
    assert booked.outcome is JoinOutcome.HAS_BOOKING
    assert nobody.outcome is JoinOutcome.NOT_ADMITTED


async def test_who_can_book_does_not_need_to_wait(scene: Scene) -> None:
    await scene.publish(hours=(9,))

    with_whichever = await scene.services.waiting.join(scene.marijke, None, NOW, scene.update())
    with_joost = await scene.services.waiting.join(scene.marijke, scene.joost, NOW, scene.update())

    assert with_whichever.outcome is JoinOutcome.ROOM
    assert with_joost.outcome is JoinOutcome.JOINED


async def test_a_freed_slot_is_offered_to_the_first_in_line_and_held_for_them(scene: Scene, slot: Slot) -> None:
    offer = await freed(scene)

    assert (offer.slot_id, offer.person_id, offer.expires_at) == (slot.id, scene.jeroen, offer_ends(NOW))
    assert await scene.told(*OFFERS) == [(Kind.INTAKE_OFFER, scene.jeroen)]
    assert (await scene.book(scene.koen, slot)).outcome is BookOutcome.TAKEN
    assert await scene.services.intakes.days(scene.koen, NOW) == []
    assert await scene.services.intakes.days(scene.jeroen, NOW) == [MONDAY]


async def test_accepting_books_it_and_takes_off_the_list(scene: Scene, slot: Slot) -> None:
    offer = await freed(scene)

    answer = await scene.services.waiting.accept(scene.jeroen, offer.id, NOW, scene.update())

    assert answer.outcome is OfferOutcome.ACCEPTED
    assert answer.card is not None
    assert answer.card.slot == slot
    standing = await scene.services.intakes.standing(scene.jeroen, NOW)
    assert (standing.waiting, standing.offer) == (None, None)
    assert not await scene.waits(MoveKind.INTAKE_OFFER, offer.id)
    assert not await scene.waits(MoveKind.WAITING_LIST, await scene.registration_of(scene.jeroen))


async def test_accepting_twice_or_for_somebody_else_changes_nothing(scene: Scene, slot: Slot) -> None:
    offer = await freed(scene)
    accept = scene.services.waiting.accept

    foreign = await accept(scene.fatima, offer.id, NOW, scene.update())
    await accept(scene.jeroen, offer.id, NOW, scene.update())
    twice = await accept(scene.jeroen, offer.id, NOW, scene.update())

    assert foreign.outcome is OfferOutcome.STALE
    assert twice.outcome is OfferOutcome.HAS_BOOKING
    assert (await scene.services.waiting.accept(scene.jeroen, 4711, NOW, scene.update())).outcome is OfferOutcome.STALE


async def test_declining_asks_the_next_and_keeps_the_place(scene: Scene, slot: Slot) -> None:
    offer = await freed(scene)

    answer = await scene.services.waiting.decline(scene.jeroen, offer.id, NOW, scene.update())

    assert answer.outcome is OfferOutcome.DECLINED
    assert await scene.told(*OFFERS) == [(Kind.INTAKE_OFFER, scene.fatima)]
    assert [each.person.id for each in await scene.services.facilitator_intakes.line()] == [scene.jeroen, scene.fatima]


async def test_an_offer_that_is_not_answered_goes_to_the_next_after_four_hours_and_in_the_end_to_anybody(
    scene: Scene, slot: Slot
) -> None:
    offer = await freed(scene)
    await scene.deliver_notices()

    await scene.let_pass(offer.expires_at)
    second = await scene.told(*OFFERS)
    late = await scene.services.waiting.accept(scene.jeroen, offer.id, offer.expires_at, scene.update())
    await scene.let_pass(offer_ends(offer.expires_at))

    assert second == [(Kind.INTAKE_OFFER_EXPIRED, scene.jeroen), (Kind.INTAKE_OFFER, scene.fatima)]
    assert late.outcome is OfferOutcome.GONE
    assert await scene.database.reads.waiting.offer_of(slot.id) is None
    assert [each.person.id for each in await scene.services.facilitator_intakes.line()] == [scene.jeroen, scene.fatima]
    assert (await scene.book(scene.koen, slot, offer_ends(offer.expires_at))).outcome is BookOutcome.BOOKED


async def test_an_offer_lapses_when_its_slot_cannot_be_booked_any_more(scene: Scene) -> None:
    tuesday = MONDAY + timedelta(days=1)
    (slot,) = await scene.publish(tuesday, (9,))
    booking_id = await scene.booked(scene.marijke, slot)
    await scene.services.waiting.join(scene.jeroen, None, NOW, scene.update())
    await scene.services.facilitator_intakes.cancel_for(
        scene.ellen, booking_id, None, at(MONDAY, 19, 30), scene.update(), tell=True
    )

    await scene.let_pass(at(tuesday, 0))

    assert (await scene.database.reads.waiting.get_offer(1)).status is OfferStatus.EXPIRED


async def test_who_lets_an_offer_pass_in_silence_stands_behind_the_others(scene: Scene, slot: Slot) -> None:
    offer = await freed(scene)

    await scene.let_pass(offer.expires_at)

    assert [each.person.id for each in await scene.services.facilitator_intakes.line()] == [scene.fatima, scene.jeroen]


async def test_booking_another_slot_gives_the_offer_to_the_next(scene: Scene, slot: Slot) -> None:
    offer = await freed(scene)
    (other,) = await scene.publish(date(2027, 1, 28), (9,), by=scene.joost)
    await scene.services.waiting.decline(scene.fatima, 2, NOW, scene.update())

    await scene.booked(scene.jeroen, other)

    assert (await scene.database.reads.waiting.get_offer(offer.id)).status is OfferStatus.WITHDRAWN
    held = await scene.database.reads.waiting.offer_of(slot.id)
    assert held is not None
    assert held.person_id == scene.fatima


async def test_leaving_the_list_passes_the_offer_on_and_makes_it_their_move_again(scene: Scene, slot: Slot) -> None:
    await freed(scene)

    left = await scene.services.waiting.leave(scene.jeroen, NOW, scene.update())
    twice = await scene.services.waiting.leave(scene.jeroen, NOW, scene.update())

    assert (left, twice) == (True, False)
    assert await scene.told(*OFFERS) == [(Kind.INTAKE_OFFER, scene.fatima)]
    assert await scene.waits(MoveKind.NO_BOOKING, await scene.registration_of(scene.jeroen))


async def test_a_withdrawn_slot_takes_its_offer_along_and_that_is_told(scene: Scene, slot: Slot) -> None:
    offer = await freed(scene)
    await scene.deliver_notices()

    await scene.services.slots.withdraw(scene.ellen, Selection.one(slot.id), NOW, scene.update(), bookings_told=0)

    assert await scene.told(*OFFERS) == [(Kind.INTAKE_OFFER_EXPIRED, scene.jeroen)]
    answer = await scene.services.waiting.accept(scene.jeroen, offer.id, NOW, scene.update())
    assert answer.outcome is OfferOutcome.GONE


async def test_what_could_hardly_be_answered_in_time_is_not_offered_but_free(scene: Scene) -> None:
    """On Saturday evening at half past eight, with a day of notice, Monday can be booked until Sunday is over."""
    (slot,) = await scene.publish(hours=(9,))
    await scene.services.slots.set_rules(scene.ellen, SlotRules(cut_off_days=1), NOW, scene.update())
    await scene.booked(scene.marijke, slot)
    await scene.services.waiting.join(scene.jeroen, None, NOW, scene.update())
    evening = at(date(2027, 1, 23), 20, 30)

    await scene.services.intakes.cancel(scene.marijke, None, evening, scene.update())

    assert await scene.told(*OFFERS) == []
    assert (await scene.book(scene.koen, slot, evening)).outcome is BookOutcome.BOOKED


async def test_who_cannot_be_reached_is_passed_over(scene: Scene, slot: Slot) -> None:
    await scene.services.people.lost(scene.jeroen, NOW, scene.update())

    await scene.services.intakes.cancel(scene.marijke, None, NOW, scene.update())

    assert await scene.told(*OFFERS) == [(Kind.INTAKE_OFFER, scene.fatima)]


async def test_who_waits_for_one_facilitator_is_not_offered_a_slot_of_another(scene: Scene, slot: Slot) -> None:
    await scene.services.waiting.join(scene.jeroen, scene.joost, NOW, scene.update())

    await scene.services.intakes.cancel(scene.marijke, None, NOW, scene.update())

    assert await scene.told(*OFFERS) == [(Kind.INTAKE_OFFER, scene.fatima)]


async def test_slots_published_one_by_one_are_offered_one_by_one(scene: Scene, slot: Slot) -> None:
    await scene.publish(date(2027, 1, 28), (9, 10, 11))
    await scene.publish(date(2027, 1, 29), (9, 10))

    assert await scene.told(Kind.INTAKE_SLOTS_PUBLISHED) == []
    assert await scene.told(Kind.INTAKE_OFFER) == [
        (Kind.INTAKE_OFFER, scene.jeroen),
        (Kind.INTAKE_OFFER, scene.fatima),
    ]


async def test_an_announcement_comes_at_most_once_a_day(scene: Scene, slot: Slot) -> None:
    pattern = Pattern(
        weekdays=frozenset({3, 4}),
        starts=time(9),
        until=time(12),
        length_minutes=45,
        buffer_minutes=15,
        first=date(2027, 1, 28),
        last=date(2027, 1, 29),
        medium=Medium.PHONE,
    )

    await scene.services.slots.publish(scene.joost, pattern, NOW, scene.update())
    await scene.services.slots.publish(
        scene.joost,
        pattern.model_copy(update={"first": date(2027, 2, 4), "last": date(2027, 2, 5)}),
        NOW + timedelta(hours=1),
        scene.update(),
    )

    assert await scene.told(Kind.INTAKE_SLOTS_PUBLISHED, *OFFERS) == [
        (Kind.INTAKE_SLOTS_PUBLISHED, scene.jeroen),
        (Kind.INTAKE_SLOTS_PUBLISHED, scene.fatima),
    ]
