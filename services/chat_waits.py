"""What happens in a group's chat by itself: what its link, its check and its removals brought, and who did not come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from domain.chat import LINK_LASTS, Place, Why
from domain.moves import Deed, MoveKind
from domain.outbox import Kind
from services.chat_steps import (
    ASKED,
    EXPIRE,
    invite_missing,
    look_now,
    look_tomorrow,
    take_facts,
    tell_leader,
)

if TYPE_CHECKING:
    from datetime import datetime

    from domain.moves import Move
    from domain.outbox import Delivered, OutboxMessage
    from services.deeds import Deeds
    from storage.work import Work


async def linked_anew(work: Work, message: OutboxMessage, delivered: Delivered, now: datetime) -> None:
    """The old link was revoked; a new one, when there is one, goes to whoever is missing, and lasts for a while."""
    group_id = message.group_id or 0
    chat = await work.chats.of_group(group_id)
    if chat is None or chat.lost or chat.chat_id != delivered.chat_id:
        return
    link = delivered.invite_link
    await work.chats.save(chat.model_copy(update={"invite_link": link, "link_made_at": now if link else None}))
    await work.outbox.withdraw((Kind.CHAT_INVITED,), group_id, now, "its link was revoked")
    if link is None:
        return
    await invite_missing(work, await work.groups.get(group_id), now)
    over = now + LINK_LASTS
    await work.outbox.add_to_group(Kind.CHAT_LINK, group_id, rule_at=over, due_at=over, at=now, detail=EXPIRE)


async def looked(work: Work, message: OutboxMessage, delivered: Delivered, now: datetime) -> None:
    group_id = message.group_id or 0
    chat = await work.chats.of_group(group_id)
    if chat is None or chat.lost or not (await work.groups.get(group_id)).published:
        return
    if delivered.facts is not None and chat.chat_id == delivered.chat_id:
        after = await take_facts(work, chat, delivered.facts, now)
        if message.detail == ASKED and after.why is not None and after.why is chat.why:
            await tell_leader(work, group_id, Kind.CHAT_TROUBLE, now, subject_id=group_id, detail=after.why)
    await look_tomorrow(work, group_id, now)


async def not_looked(work: Work, message: OutboxMessage, now: datetime) -> None:
    """Telegram did not take the question: it is asked again tomorrow."""
    if message.group_id is not None:
        await look_tomorrow(work, message.group_id, now)


async def removed(work: Work, message: OutboxMessage, delivered: Delivered, now: datetime) -> None:
    """Out of the chat; or an administrator, whom only a person can take out."""
    try:
        seat = await work.chats.seat(message.subject_id or 0)
    except LookupError:
        return
    if delivered.missing:
        await tell_leader(work, seat.group_id, Kind.CHAT_NOT_REMOVED, now, subject_id=seat.id)
        return
    if seat.place is Place.INSIDE:
        await work.chats.save_seat(seat.model_copy(update={"place": Place.OUTSIDE, "changed_at": now}))
    chat = await work.chats.of_group(seat.group_id)
    if chat is not None and chat.why in {Why.STRANGER, Why.DIFFERENCE}:
        await look_now(work, seat.group_id, now)


async def not_joined(work: Work, move: Move, now: datetime) -> None:
    """A member did not come into the chat in time: everything goes in private, and the leader knows."""
    try:
        membership = await work.groups.membership(move.subject_id)
        person = await work.people.get(membership.person_id)
    except LookupError:
        return
    chat = await work.chats.of_group(membership.group_id)
    if chat is None or chat.lost or person.telegram_id is None:
        return
    seat = await work.chats.seat_of(membership.group_id, person.telegram_id)
    if seat is None or seat.place is Place.INSIDE:
        return
    await work.chats.save_seat(seat.model_copy(update={"wait_over_at": now}))
    await work.moves.close(move.kind, move.subject_id, now)
    await tell_leader(work, membership.group_id, Kind.CHAT_NOT_JOINED, now, subject_id=membership.id)


CHAT_SENT: Final = {
    Kind.CHAT_LINK: linked_anew,
    Kind.CHAT_CHECK: looked,
    Kind.CHAT_REMOVE: removed,
}

CHAT_FAILED: Final = {Kind.CHAT_CHECK: not_looked}

CHAT_DEEDS: Final[Deeds] = {
    (MoveKind.JOINING_CHAT, Deed.TELL_FACILITATOR): not_joined,
}
