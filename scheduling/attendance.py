"""The words with which a leader is asked who was at a session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.moves import MoveKind, due_at_step
from domain.outbox import Kind
from domain.session import SessionStatus
from messages import attendance as messages
from messages.session import Reader
from scheduling.words import Nothing
from texts.dates import moment

if TYPE_CHECKING:
    from domain.outbox import OutboxMessage
    from domain.person import Person
    from messages.message import Message
    from scheduling.words import Materials, Renderer
    from services.attendance import AttendanceCard

SETTLED = Nothing("settled, cancelled or gone")
_LAPSES = 2


async def asked(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    card = await _open_card(materials, message, recipient)
    return card if isinstance(card, Nothing) else messages.card(_reader(materials, recipient), card, "attendance-asked")


async def reminder(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    card = await _open_card(materials, message, recipient)
    if isinstance(card, Nothing):
        return card
    lapses = due_at_step(MoveKind.ATTENDANCE, card.session.ends_at, _LAPSES)
    if lapses is None:
        raise ValueError("the wait for an attendance ends by itself")
    reader = _reader(materials, recipient)
    return messages.reminder(reader, card, moment(lapses, reader.speech.language, materials.now))


async def settled(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    card = await materials.services.attendance.card(message.subject_id or 0)
    if card is None or recipient.id not in card.group.leaders:
        return SETTLED
    return messages.settled(_reader(materials, recipient), card, by_itself=True)


async def _open_card(materials: Materials, message: OutboxMessage, recipient: Person) -> AttendanceCard | Nothing:
    card = await materials.services.attendance.card(message.subject_id or 0)
    if card is None or card.session.status is not SessionStatus.PLANNED or recipient.id not in card.group.leaders:
        return SETTLED
    return card


def _reader(materials: Materials, recipient: Person) -> Reader:
    return Reader(materials.speech(recipient), materials.services.municipalities, materials.now)


WORDS: dict[Kind, Renderer] = {
    Kind.ATTENDANCE_ASKED: asked,
    Kind.ATTENDANCE_REMINDER: reminder,
    Kind.ATTENDANCE_SETTLED: settled,
}
