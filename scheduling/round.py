"""The words of what rounds and one-time links send by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.outbox import Kind
from messages import invitation
from messages import round as messages
from scheduling.words import Nothing

if TYPE_CHECKING:
    from domain.outbox import OutboxMessage
    from domain.person import Person
    from messages.message import Message
    from scheduling.words import Materials, Renderer


async def round_closed(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    try:
        overview = await materials.services.rounds.overview_of(message.subject_id or 0)
    except LookupError:
        return Nothing("the round is gone")
    return messages.closed_told(materials.speech(recipient), overview.round, overview.registrations)


async def invitation_used(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    used = await materials.services.invitations.used(message.subject_id or 0)
    if used is None:
        return Nothing("the person is gone")
    return invitation.used(materials.speech(recipient), used.invitation.kind, used.user.name)


WORDS: dict[Kind, Renderer] = {Kind.ROUND_CLOSED: round_closed, Kind.INVITATION_USED: invitation_used}
