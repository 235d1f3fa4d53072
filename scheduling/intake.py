"""The words of what facilitators and coordinators hear about intakes by themselves.

Some kinds go to either of the two who speak: `TO_FACILITATOR` has the words for the one who holds the intake.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.booking import BookingStatus, RequestStatus
from domain.outbox import Kind
from domain.person import Role
from domain.registration import Status
from messages import intake_told
from messages.intake import Desk
from scheduling.calendar import calendar_attachment
from scheduling.words import Nothing

if TYPE_CHECKING:
    from collections.abc import Callable

    from domain.outbox import OutboxMessage
    from domain.person import Person
    from domain.slot import Slot
    from messages.message import Attachment, Message
    from messages.slot_views import Meeting
    from scheduling.words import Materials, Renderer
    from services.admission import Card
    from services.intake_views import IntakeCard

GONE = Nothing("the intake is gone")
OVERTAKEN = Nothing("the intake was moved, cancelled or held")
SETTLED = Nothing("settled")


def _with_file(words: Callable[[Desk, IntakeCard, Attachment], Message]) -> Renderer:
    """An intake that stands at the moment for which this was written, with its calendar file."""

    async def render(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
        card = await _standing(materials, message, recipient)
        if isinstance(card, Nothing):
            return card
        desk = _desk(materials, recipient)
        return words(desk, card, calendar_attachment(desk.speech, card.booking, card.slot, materials.now))

    return render


async def cancelled(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    """At the slot for which this was written nothing is held any more, or not by this facilitator."""
    card, slot = await _card(materials, message), await _slot(materials, message)
    if card is None or slot is None:
        return GONE
    if card.booking.live and card.slot.id == slot.id and card.facilitator.id == recipient.id:
        return OVERTAKEN
    desk = _desk(materials, recipient)
    file = calendar_attachment(desk.speech, card.booking, slot, materials.now, cancelled=True)
    return intake_told.cancelled(desk, card, slot, file)


async def link(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    """To the person who booked: where to meet on screen."""
    card = await _card(materials, message)
    if card is None or card.person.id != recipient.id:
        return GONE
    if not card.booking.live or str(card.slot.id) != message.detail or card.slot.ends_at <= materials.now:
        return OVERTAKEN
    return SETTLED if card.slot.link is None else intake_told.link(_desk(materials, recipient), card)


async def reminder(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    card = await _standing(materials, message, recipient)
    if isinstance(card, Nothing):
        return card
    meeting = await _meeting(materials, card)
    return GONE if meeting is None else intake_told.reminder(_desk(materials, recipient), meeting)


def _outcome(*, again: bool) -> Renderer:
    async def render(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
        card = await _card(materials, message)
        if card is None or card.facilitator.id != recipient.id:
            return GONE
        if card.booking.status is not BookingStatus.BOOKED or card.slot.starts_at > materials.now:
            return SETTLED
        return intake_told.outcome_asked(_desk(materials, recipient), card, again=again)

    return render


async def outcome_missing(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    card = await _card(materials, message)
    if card is None:
        return GONE
    if card.booking.status is not BookingStatus.BOOKED:
        return SETTLED
    return intake_told.outcome_missing(_desk(materials, recipient), card)


def _request(*, again: bool) -> Renderer:
    async def render(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
        asked = await materials.services.facilitator_intakes.request(message.subject_id or 0)
        if asked is None or asked.card.facilitator.id != recipient.id:
            return GONE
        if asked.request.status is not RequestStatus.OPEN or not asked.card.booking.live:
            return SETTLED
        return intake_told.change_asked(_desk(materials, recipient), asked.card, again=again)

    return render


async def unbooked(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    """To facilitators, and later to coordinators."""
    card = await _registration(materials, message)
    if card is None or card.registration.status is not Status.ADMITTED:
        return GONE
    standing = await materials.services.intakes.standing(card.person.id, materials.now)
    if standing.card is not None and not standing.card.booking.asks_for_another:
        return SETTLED
    desk = _desk(materials, recipient)
    if recipient.role is Role.COORDINATOR:
        return intake_told.unbooked_for_office(desk, card.registration, card.person)
    return intake_told.unbooked(desk, card.registration, card.person)


async def stopped(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    card = await _registration(materials, message)
    if card is None or card.registration.status is not Status.DECLINED:
        return GONE
    return intake_told.stopped(_desk(materials, recipient), card.registration, card.person, card.decided_by)


async def stop_taken_back(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    card = await _registration(materials, message)
    if card is None or card.registration.status is not Status.ADMITTED:
        return GONE
    return intake_told.stop_taken_back(_desk(materials, recipient), card.registration, card.person)


async def left(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    card = await _registration(materials, message)
    if card is None or card.registration.status is not Status.WITHDRAWN:
        return GONE
    return intake_told.left(_desk(materials, recipient), card.registration, card.person)


async def no_group(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    card = await _registration(materials, message)
    if card is None or card.registration.status is not Status.ADMITTED:
        return GONE
    standing = await materials.services.intakes.standing(card.person.id, materials.now)
    held_at = None if standing.card is None else standing.card.booking.outcome_at
    if held_at is None:
        return SETTLED
    days = (materials.now - held_at).days
    return intake_told.no_group(_desk(materials, recipient), card.registration, card.person, days)


async def slots_wanted(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    waiting = len(await materials.services.facilitator_intakes.line())
    if not waiting:
        return Nothing("nobody waits any more")
    speech = materials.speech(recipient)
    if recipient.role is Role.COORDINATOR:
        return intake_told.slots_wanted_for_office(speech, waiting)
    return intake_told.slots_wanted(speech, waiting)


async def facilitator_left(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    try:
        person = await materials.services.people.get(message.subject_id or 0)
    except LookupError:
        return Nothing("the facilitator is gone")
    return intake_told.facilitator_left(materials.speech(recipient), person)


async def proposal_settled(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    owner = await materials.services.goals.owner(recipient.id, message.subject_id or 0)
    if owner is None:
        return Nothing("the goal is gone, or not to be read any more")
    speech = materials.speech(recipient)
    return intake_told.proposal_settled(speech, owner, accepted=message.detail == "accepted")


async def _standing(materials: Materials, message: OutboxMessage, recipient: Person) -> IntakeCard | Nothing:
    """The intake, when this facilitator still holds it at the moment for which the message was written."""
    card = await _card(materials, message)
    if card is None or card.facilitator.id != recipient.id:
        return GONE
    if not card.booking.live or str(card.slot.id) != message.detail or card.slot.ends_at <= materials.now:
        return OVERTAKEN
    return card


async def _card(materials: Materials, message: OutboxMessage) -> IntakeCard | None:
    return None if message.subject_id is None else await materials.services.intakes.card(message.subject_id)


async def _slot(materials: Materials, message: OutboxMessage) -> Slot | None:
    """The slot that the calendar file is about."""
    return await materials.services.intakes.slot(int(message.detail)) if message.detail else None


async def _meeting(materials: Materials, card: IntakeCard) -> Meeting | None:
    return await materials.services.facilitator_intakes.entry(card.facilitator.id, card.booking.id)


async def _registration(materials: Materials, message: OutboxMessage) -> Card | None:
    return None if message.subject_id is None else await materials.services.admissions.card(message.subject_id)


def _desk(materials: Materials, recipient: Person) -> Desk:
    return Desk(materials.speech(recipient), materials.services.municipalities, materials.now)


WORDS: dict[Kind, Renderer] = {
    Kind.INTAKE_BOOKED: _with_file(intake_told.booked),
    Kind.INTAKE_LINK: link,
    Kind.INTAKE_OUTCOME_ASKED: _outcome(again=False),
    Kind.INTAKE_OUTCOME_REMINDER: _outcome(again=True),
    Kind.INTAKE_OUTCOME_MISSING: outcome_missing,
    Kind.INTAKE_CHANGE_ASKED: _request(again=False),
    Kind.INTAKE_CHANGE_REMINDER: _request(again=True),
    Kind.INTAKE_UNBOOKED: unbooked,
    Kind.INTAKE_STOPPED: stopped,
    Kind.INTAKE_STOP_TAKEN_BACK: stop_taken_back,
    Kind.LEFT: left,
    Kind.NO_GROUP_REMINDER: no_group,
    Kind.INTAKE_SLOTS_WANTED: slots_wanted,
    Kind.FACILITATOR_LEFT: facilitator_left,
    Kind.GOAL_PROPOSAL_SETTLED: proposal_settled,
}

TO_FACILITATOR: dict[Kind, Renderer] = {
    Kind.INTAKE_MOVED: _with_file(intake_told.moved),
    Kind.INTAKE_CANCELLED: cancelled,
    Kind.INTAKE_TOMORROW: reminder,
    Kind.INTAKE_SOON: reminder,
}
