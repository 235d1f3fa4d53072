"""The words of what is told when something went wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.outbox import Kind
from messages.common import broken_for_coordinator
from scheduling.words import Nothing

if TYPE_CHECKING:
    from domain.outbox import OutboxMessage
    from domain.person import Person
    from messages.message import Message
    from scheduling.words import Materials, Renderer


async def error_reported(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    if message.detail is None:
        return Nothing("there is no code to tell")
    return broken_for_coordinator(materials.speech(recipient), message.detail)


WORDS: dict[Kind, Renderer] = {Kind.ERROR_REPORTED: error_reported}
