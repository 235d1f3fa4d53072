"""The words of what admission sends by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.outbox import Kind
from domain.registration import Status
from messages import admission, admission_outcome
from messages.admission import AdmissionScreen
from messages.registration_card import Screen
from scheduling.words import Nothing

if TYPE_CHECKING:
    from collections.abc import Callable

    from domain.outbox import OutboxMessage
    from domain.person import Person
    from messages.message import Message
    from scheduling.words import Materials, Renderer
    from services.admission import Card
    from texts.speech import Speech

GONE = Nothing("the registration is gone")
SETTLED = Nothing("settled")


async def admission_asked(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    card = await _card(materials, message)
    if card is None:
        return GONE
    return admission.card(_screen(materials, card, recipient)) if card.waits else SETTLED


async def admission_reminder(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    """All that waits, of which the oldest is the reason."""
    waiting = await materials.services.admissions.waiting()
    if not waiting:
        return SETTLED
    speech, municipalities = materials.speech(recipient), materials.services.municipalities
    return admission.waiting(speech, waiting, municipalities, reminder=True)


def _to_coordinator(status: Status | None, words: Callable[[AdmissionScreen], Message]) -> Renderer:
    """About one registration, as long as it stands so (None: however it stands)."""

    async def render(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
        card = await _card(materials, message)
        if card is None:
            return GONE
        if status not in {None, card.registration.status}:
            return SETTLED
        return words(_screen(materials, card, recipient))

    return render


async def admitted(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    card = await _card(materials, message)
    if card is None:
        return GONE
    if card.registration.status is not Status.ADMITTED:
        return SETTLED
    screen = Screen(materials.speech(recipient), card.registration, materials.services.municipalities, materials.now)
    its = await materials.services.intakes.standing(recipient.id, materials.now)
    return admission_outcome.admitted(screen, room=its.room)


async def declined(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    card = await _card(materials, message)
    if card is None:
        return GONE
    if card.registration.status is not Status.DECLINED:
        return SETTLED
    return admission_outcome.declined(materials.speech(recipient), card.registration)


def _price(*, reminder: bool) -> Renderer:
    async def render(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
        card = await _card(materials, message)
        if card is None:
            return GONE
        if card.registration.status is not Status.PRICE:
            return SETTLED
        speech: Speech = materials.speech(recipient)
        return admission_outcome.price_asked(speech, card.registration, reminder=reminder)

    return render


async def _card(materials: Materials, message: OutboxMessage) -> Card | None:
    return None if message.subject_id is None else await materials.services.admissions.card(message.subject_id)


def _screen(materials: Materials, card: Card, reader: Person) -> AdmissionScreen:
    return AdmissionScreen(
        speech=materials.speech(reader),
        registration=card.registration,
        person=card.person,
        round=card.round,
        decided_by=card.decided_by,
        municipalities=materials.services.municipalities,
        now=materials.now,
    )


WORDS: dict[Kind, Renderer] = {
    Kind.ADMISSION_ASKED: admission_asked,
    Kind.ADMISSION_CHANGED: admission_asked,
    Kind.ADMISSION_REMINDER: admission_reminder,
    Kind.ADMISSION_SETTLED: _to_coordinator(None, admission.settled),
    Kind.ADMITTED: admitted,
    Kind.DECLINED: declined,
    Kind.PRICE_ASKED: _price(reminder=False),
    Kind.PRICE_REMINDER: _price(reminder=True),
    Kind.PRICE_UNANSWERED: _to_coordinator(Status.PRICE, admission.price_unanswered),
    Kind.PRICE_REFUSED: _to_coordinator(Status.WITHDRAWN, admission.price_refused_told),
}
