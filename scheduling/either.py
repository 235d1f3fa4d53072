"""Messages about an intake that go to either of the two, to each in words of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scheduling.words import Nothing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from domain.outbox import Kind, OutboxMessage
    from domain.person import Person
    from messages.message import Message
    from scheduling.words import Materials, Renderer

GONE = Nothing("the intake is gone")


def either(to_person: Mapping[Kind, Renderer], to_facilitator: Mapping[Kind, Renderer]) -> dict[Kind, Renderer]:
    """For who booked the words of `to_person`, for whoever else it was sent to those of `to_facilitator`."""
    return {kind: _of_either(kind, to_person, to_facilitator) for kind in to_person.keys() | to_facilitator.keys()}


def _of_either(kind: Kind, to_person: Mapping[Kind, Renderer], to_facilitator: Mapping[Kind, Renderer]) -> Renderer:
    async def render(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
        card = await materials.services.intakes.card(message.subject_id or 0)
        if card is None:
            return GONE
        side = to_person if recipient.id == card.person.id else to_facilitator
        return await side[kind](materials, message, recipient)

    return render
