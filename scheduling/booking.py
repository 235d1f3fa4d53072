"""The words of what a participant hears about the intake by itself.

Some kinds go to either of the two: `TO_PERSON` has the words for the one who booked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.booking import BookingStatus, IntakeOutcome, RequestStatus, Wish
from domain.outbox import Kind
from domain.registration import Status
from domain.waiting import OfferStatus
from messages import booking_card, booking_notice
from messages.booking_card import Reader
from scheduling.calendar import calendar_attachment
from scheduling.words import Nothing

if TYPE_CHECKING:
    from collections.abc import Callable

    from domain.booking import Booking
    from domain.outbox import OutboxMessage
    from domain.person import Person
    from domain.slot import Slot
    from messages.booking_notice import Told
    from messages.message import Message
    from scheduling.words import Materials, Renderer
    from services.intake_facilitator import RequestCard
    from services.intake_views import IntakeCard, IntakeStanding

GONE = Nothing("the intake is gone")
OVERTAKEN = Nothing("the intake was moved, cancelled or held")
SETTLED = Nothing("settled")
NOT_SEARCHING = Nothing("booked, or takes no part any more")


def _about_moment(words: Callable[[Reader, Told], Message], *, with_file: bool) -> Renderer:
    """About an intake that stands at the moment for which this was written."""

    async def render(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
        card = await _card(materials, message)
        if card is None:
            return GONE
        if not card.booking.live or str(card.slot.id) != message.detail or card.slot.ends_at <= materials.now:
            return OVERTAKEN
        reader = await _reader(materials, recipient)
        said = words(reader, card)
        return _with_file(reader, said, card.booking, card.slot, cancelled=False) if with_file else said

    return render


async def cancelled(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    """With the file that takes it out of the calendar; its reason is told when it was not their own doing."""
    card = await _card(materials, message)
    if card is None or message.detail is None:
        return GONE
    if card.booking.status is not BookingStatus.CANCELLED:
        return OVERTAKEN
    its = await materials.services.intakes.standing(recipient.id, materials.now)
    reader = Reader(materials.speech(recipient), materials.now, its.registration)
    said = booking_notice.cancelled(reader, card, searches=_searches(its))
    return _with_file(reader, said, card.booking, card.slot, cancelled=True)


def _searching(words: Callable[[Reader, IntakeStanding], Message]) -> Renderer:
    """To somebody whose move it is to book, or who stands in line."""

    async def render(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
        its = await materials.services.intakes.standing(recipient.id, materials.now)
        if not _searches(its):
            return NOT_SEARCHING
        return words(Reader(materials.speech(recipient), materials.now, its.registration), its)

    return render


async def nudge(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    its = await materials.services.intakes.standing(recipient.id, materials.now)
    if not _searches(its):
        return NOT_SEARCHING
    if not its.room:
        return Nothing("there is nothing to choose from")
    return booking_notice.nudge(Reader(materials.speech(recipient), materials.now, its.registration))


async def published(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    its = await materials.services.intakes.standing(recipient.id, materials.now)
    if not _searches(its):
        return NOT_SEARCHING
    if not its.room:
        return Nothing("the new slots are taken")
    return booking_notice.published(Reader(materials.speech(recipient), materials.now, its.registration))


async def offer(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    offered = None if message.subject_id is None else await materials.services.waiting.offer(message.subject_id)
    if offered is None:
        return GONE
    if offered.offer.status is not OfferStatus.OPEN:
        return SETTLED
    return booking_card.offer(await _reader(materials, recipient), offered).message()


async def offer_expired(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    offered = None if message.subject_id is None else await materials.services.waiting.offer(message.subject_id)
    its = await materials.services.intakes.standing(recipient.id, materials.now)
    if offered is None:
        return GONE
    if its.waiting is None:
        return NOT_SEARCHING
    return booking_notice.offer_expired(
        Reader(materials.speech(recipient), materials.now, its.registration), offered, its
    )


def _outcome(outcome: IntakeOutcome, words: Callable[[Reader, Told, IntakeStanding], Message]) -> Renderer:
    async def render(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
        card = await _card(materials, message)
        if card is None:
            return GONE
        if card.booking.outcome is not outcome:
            return OVERTAKEN
        its = await materials.services.intakes.standing(recipient.id, materials.now)
        said = words(Reader(materials.speech(recipient), materials.now, its.registration), card, its)
        return said if message.detail is None else booking_notice.corrected(materials.speech(recipient), said)

    return render


def _request(status: RequestStatus, words: Callable[[Reader, Told, Wish], Message]) -> Renderer:
    """The answer to what was asked after the cut-off, as long as the intake stands."""

    async def render(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
        asked = await _asked(materials, message)
        if asked is None:
            return GONE
        if asked.request.status is not status or not asked.card.booking.live:
            return SETTLED
        if asked.card.slot.starts_at <= materials.now:
            return OVERTAKEN
        return words(await _reader(materials, recipient), asked.card, asked.request.wish)

    return render


async def taken_out(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    try:
        registration = await materials.services.registrations.get(message.subject_id or 0)
    except LookupError:
        return Nothing("the registration is gone")
    if registration.status is not Status.WITHDRAWN:
        return SETTLED
    return booking_notice.taken_out(materials.speech(recipient), registration.reason)


async def no_group_yet(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    its = await materials.services.intakes.standing(recipient.id, materials.now)
    if its.card is None or its.card.booking.outcome is not IntakeOutcome.GOES_ON:
        return NOT_SEARCHING
    return booking_notice.no_group_yet(materials.speech(recipient))


def _searches(its: IntakeStanding) -> bool:
    """Admitted, and without an intake to come or one that sufficed."""
    if its.registration is None:
        return False
    return its.card is None or its.card.booking.asks_for_another


def _with_file(reader: Reader, said: Message, booking: Booking, slot: Slot, *, cancelled: bool) -> Message:
    file = calendar_attachment(reader.speech, booking, slot, reader.now, cancelled=cancelled)
    return booking_notice.with_file(said, file)


async def _card(materials: Materials, message: OutboxMessage) -> IntakeCard | None:
    return None if message.subject_id is None else await materials.services.intakes.card(message.subject_id)


async def _asked(materials: Materials, message: OutboxMessage) -> RequestCard | None:
    if message.subject_id is None:
        return None
    return await materials.services.facilitator_intakes.request(message.subject_id)


async def _reader(materials: Materials, recipient: Person) -> Reader:
    its = await materials.services.intakes.standing(recipient.id, materials.now)
    return Reader(materials.speech(recipient), materials.now, its.registration)


WORDS: dict[Kind, Renderer] = {
    Kind.INTAKE_FILE: _about_moment(booking_notice.file, with_file=True),
    Kind.INTAKE_TAKEN_OVER: _about_moment(booking_notice.taken_over, with_file=True),
    Kind.INTAKE_NUDGE: nudge,
    Kind.INTAKE_WAITLISTED: _searching(booking_notice.waitlisted),
    Kind.INTAKE_SLOTS_PUBLISHED: published,
    Kind.INTAKE_OFFER: offer,
    Kind.INTAKE_OFFER_EXPIRED: offer_expired,
    Kind.INTAKE_GOES_ON: _outcome(IntakeOutcome.GOES_ON, booking_notice.goes_on),
    Kind.INTAKE_STOPS: _outcome(IntakeOutcome.STOPS, booking_notice.stops),
    Kind.INTAKE_SECOND_TALK: _outcome(IntakeOutcome.SECOND_TALK, booking_notice.second_talk),
    Kind.INTAKE_CHANGE_GRANTED: _request(RequestStatus.GRANTED, booking_notice.granted),
    Kind.INTAKE_CHANGE_REFUSED: _request(RequestStatus.REFUSED, booking_notice.refused),
    Kind.INTAKE_CHANGE_LAPSED: _request(RequestStatus.LAPSED, booking_notice.lapsed),
    Kind.TAKEN_OUT: taken_out,
    Kind.NO_GROUP_YET: no_group_yet,
}

TO_PERSON: dict[Kind, Renderer] = {
    Kind.INTAKE_MOVED: _about_moment(booking_notice.moved, with_file=True),
    Kind.INTAKE_CANCELLED: cancelled,
    Kind.INTAKE_TOMORROW: _about_moment(booking_notice.reminder, with_file=False),
    Kind.INTAKE_SOON: _about_moment(booking_notice.reminder, with_file=False),
}
