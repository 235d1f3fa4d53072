"""An intake as its two sides see it, and where somebody stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.slot import changeable_until, is_past_cut_off, last_day_to_change
from services.intake_steps import admitted, bookable, current_booking

if TYPE_CHECKING:
    from datetime import date, datetime

    from domain.booking import Booking, ChangeRequest
    from domain.person import Person
    from domain.registration import Registration
    from domain.slot import Slot, SlotRules
    from domain.waiting import Offer, Waiting
    from storage.work import Reads


@dataclass(frozen=True, slots=True)
class IntakeCard:
    """A booking with all that belongs to it."""

    booking: Booking
    slot: Slot
    facilitator: Person
    person: Person
    # Of the facilitator.
    rules: SlotRules
    # What the person asked the facilitator after the cut-off, while it is open.
    request: ChangeRequest | None

    @property
    def changeable_until(self) -> datetime:
        """The moment (UTC) from which the person has to ask the facilitator."""
        return changeable_until(self.slot, self.rules)

    @property
    def last_day_to_change(self) -> date:
        """The last day, in Europe/Amsterdam, on which the person can do it without asking."""
        return last_day_to_change(self.slot, self.rules)

    def changeable(self, now: datetime) -> bool:
        """Whether the person can move or cancel it without asking."""
        return self.booking.live and not is_past_cut_off(self.slot, self.rules, now)


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach somebody, as they registered."""

    phone: str | None
    email: str | None
    municipality_code: str | None = None
    # The registration on account of which there is an intake; None when it is gone.
    registration_id: int | None = None


@dataclass(frozen=True, slots=True)
class OfferCard:
    offer: Offer
    slot: Slot
    facilitator: Person


@dataclass(frozen=True, slots=True)
class IntakeStanding:
    """Where somebody is with the intake. Without a registration that was admitted, nowhere."""

    registration: Registration | None = None
    # The last that was not cancelled: to come, or held.
    card: IntakeCard | None = None
    waiting: Waiting | None = None
    # How many stand before them in line.
    before: int = 0
    offer: OfferCard | None = None
    # Whether anything can be booked by them now.
    room: bool = False


@dataclass(frozen=True, slots=True)
class Unbooked:
    """An admitted person without an intake."""

    person: Person
    registration: Registration
    waiting: Waiting | None
    # Since when it is their move to book; None for who waits in line.
    since: datetime | None


async def card_of(reads: Reads, booking: Booking) -> IntakeCard:
    """The booking as it is now, with the slot that it has now."""
    slot = await reads.slots.get(booking.slot_id)
    return IntakeCard(
        booking=booking,
        slot=slot,
        facilitator=await reads.people.get(slot.facilitator_id),
        person=await reads.people.get(booking.person_id),
        rules=await reads.slots.rules_of(slot.facilitator_id),
        request=await reads.bookings.open_request(booking.id),
    )


async def offer_card(reads: Reads, offer: Offer) -> OfferCard:
    slot = await reads.slots.get(offer.slot_id)
    return OfferCard(offer, slot, await reads.people.get(slot.facilitator_id))


async def standing_of(reads: Reads, person_id: int, now: datetime) -> IntakeStanding:
    """Where this person is with the intake: booked, in line, offered a moment, or nothing yet."""
    registration = await admitted(reads, person_id)
    if registration is None:
        return IntakeStanding()
    booking = await current_booking(reads, registration)
    waiting = await reads.waiting.of(person_id)
    offer = await reads.waiting.offer_to(person_id)
    return IntakeStanding(
        registration=registration,
        card=None if booking is None else await card_of(reads, booking),
        waiting=waiting,
        before=0 if waiting is None else await reads.waiting.before(waiting),
        offer=None if offer is None else await offer_card(reads, offer),
        room=bool(await bookable(reads, now, person_id=person_id)),
    )


async def facilitators_of(reads: Reads, person_id: int) -> frozenset[int]:
    """Who leads this person's group, as facilitator or stand-in; without a group who holds, or held, the intake.

    They may read what this person wrote for them, and take them out.
    """
    group = await reads.groups.of_participant(person_id)
    if group is not None:
        return group.leaders
    facilitator_id = await _intake_facilitator(reads, person_id)
    return frozenset() if facilitator_id is None else frozenset({facilitator_id})


async def _intake_facilitator(reads: Reads, person_id: int) -> int | None:
    """The last intake that was not cancelled counts."""
    booking = await reads.bookings.latest_of(person_id)
    return None if booking is None else (await reads.slots.get(booking.slot_id)).facilitator_id
