"""The words of what happens by itself around a registration."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.outbox import Kind
from domain.registration import Status
from messages import entry, own, registration
from messages.registration_card import Screen, municipality_name
from scheduling.words import Nothing
from texts.dates import day

if TYPE_CHECKING:
    from domain.outbox import OutboxMessage
    from domain.person import Person
    from domain.registration import Registration
    from messages.message import Message
    from scheduling.words import Materials, Renderer

ERASED = Nothing("registration erased")


async def nudge(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    draft = await _found(materials, message)
    if draft is None:
        return ERASED
    if draft.status is not Status.DRAFT:
        return Nothing("registration sent in")
    return registration.nudge(_screen(materials, draft, recipient))


async def gone(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    return registration.gone(materials.speech(recipient))


async def withdrawn(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    its = await _found(materials, message)
    if its is None:
        return ERASED
    municipality = municipality_name(materials.services.municipalities, its.answers.municipality_code)
    return own.withdrawn_told(materials.speech(recipient), its.answers.name or "", municipality)


async def entry_unopened(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    draft = await _found(materials, message)
    if draft is None:
        return ERASED
    standing = await materials.services.registrations.standing(draft.person_id)
    if draft.status is not Status.DRAFT or standing.deadline is None:
        return Nothing("registration sent in")
    speech = materials.speech(recipient)
    municipality = municipality_name(materials.services.municipalities, draft.answers.municipality_code)
    return entry.unopened_told(speech, draft, municipality, day(standing.deadline, speech.language, materials.now))


async def entry_gone(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    return entry.gone_told(materials.speech(recipient))


async def _found(materials: Materials, message: OutboxMessage) -> Registration | None:
    if message.subject_id is None:
        return None
    try:
        return await materials.services.registrations.get(message.subject_id)
    except LookupError:
        return None


def _screen(materials: Materials, its: Registration, recipient: Person) -> Screen:
    return Screen(materials.speech(recipient), its, materials.services.municipalities, materials.now)


WORDS: dict[Kind, Renderer] = {
    Kind.REGISTRATION_NUDGE: nudge,
    Kind.REGISTRATION_GONE: gone,
    Kind.REGISTRATION_WITHDRAWN: withdrawn,
    Kind.ENTRY_UNOPENED: entry_unopened,
    Kind.ENTRY_GONE: entry_gone,
}
