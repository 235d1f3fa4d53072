"""The words of what polls send by themselves: to the chat, and to each in private."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.outbox import Kind
from messages import poll as messages
from messages import poll_vote
from messages.poll import Teller
from scheduling.words import Nothing, StopPoll
from services.poll_voting import UNSENT

if TYPE_CHECKING:
    from domain.group import Group
    from domain.outbox import OutboxMessage
    from domain.person import Person
    from domain.poll_view import Ballot, PollView
    from messages.message import Message
    from scheduling.words import GroupRenderer, Materials, Renderer

GONE = Nothing("the poll is gone")
CLOSED = Nothing("the poll is closed")


async def part(materials: Materials, message: OutboxMessage, group: Group) -> Message | Nothing:
    try:
        its = await materials.services.polls.part(message.subject_id or 0)
    except LookupError:
        return GONE
    if not its.view.poll.is_open or its.part.ended_at is not None:
        return CLOSED
    return messages.native(_in_group(materials), its)


async def tally(materials: Materials, message: OutboxMessage, group: Group) -> Message | Nothing:
    view = await _view(materials, message)
    if view is None or message.detail != str(view.poll.opening):
        return GONE
    if not view.poll.is_open and message.replaces_id is None:
        return CLOSED
    return messages.tally(_in_group(materials), view)


async def stop(materials: Materials, message: OutboxMessage, group: Group) -> StopPoll | Nothing:
    try:
        its = await materials.services.polls.part(message.subject_id or 0)
    except LookupError:
        return GONE
    if its.part.message_id is None:
        return Nothing("it never arrived")
    chat = await materials.services.chats.of_group(group.id)
    if chat is None or chat.chat_id != its.part.chat_id:
        # The numbers of messages belong to the chat that it was (Bot API, migrate_to_chat_id).
        return Nothing("the chat became another")
    return StopPoll(its.part.message_id, its.part.chat_id)


async def asked(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    ballot = await _open_ballot(materials, message, recipient)
    return CLOSED if ballot is None else poll_vote.asked(_to(materials, recipient), ballot)


async def nudge(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    ballot = await _open_ballot(materials, message, recipient)
    if ballot is None:
        return CLOSED
    if recipient.id not in ballot.view.standings.awaited:
        return Nothing("they have answered")
    return poll_vote.nudged(_to(materials, recipient), ballot)


async def ended(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    ballot = await materials.services.polls.ballot(message.subject_id or 0, recipient.id)
    if ballot is None:
        return GONE
    if ballot.view.poll.is_open:
        return Nothing("the poll is open again")
    return poll_vote.closed(_to(materials, recipient), ballot)


async def too_late(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    view = await _view(materials, message)
    return GONE if view is None else messages.too_late(_to(materials, recipient), view)


async def lost(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    view = await _view(materials, message)
    if view is None or not view.poll.is_open:
        return CLOSED
    return messages.lost(_to(materials, recipient), view, unsent=message.detail == UNSENT)


async def _open_ballot(materials: Materials, message: OutboxMessage, recipient: Person) -> Ballot | None:
    ballot = await materials.services.polls.ballot(message.subject_id or 0, recipient.id)
    return ballot if ballot is not None and ballot.view.poll.is_open else None


async def _view(materials: Materials, message: OutboxMessage) -> PollView | None:
    try:
        return await materials.services.polls.view(message.subject_id or 0)
    except LookupError:
        return None


def _in_group(materials: Materials) -> Teller:
    return Teller(materials.group_speech, materials.services.municipalities, materials.now)


def _to(materials: Materials, recipient: Person) -> Teller:
    return Teller(materials.speech(recipient), materials.services.municipalities, materials.now)


WORDS: dict[Kind, Renderer] = {
    Kind.POLL_ASKED: asked,
    Kind.POLL_NUDGE: nudge,
    Kind.POLL_ENDED: ended,
    Kind.POLL_TOO_LATE: too_late,
    Kind.POLL_LOST: lost,
}

GROUP_WORDS: dict[Kind, GroupRenderer] = {
    Kind.POLL_PART: part,
    Kind.POLL_TALLY: tally,
    Kind.POLL_STOP: stop,
}
