"""Putting a message in the outbox, in the transaction of the change that causes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.chat import Place
from domain.person import Role
from domain.quiet import sending_moment

if TYPE_CHECKING:
    from datetime import datetime

    from domain.chat import Chat, Seat
    from domain.outbox import Kind
    from storage.work import Work


async def notify(
    work: Work,
    kind: Kind,
    recipient_id: int,
    now: datetime,
    *,
    subject_id: int | None = None,
    rule_at: datetime | None = None,
    event_at: datetime | None = None,
    expires_at: datetime | None = None,
    replaces_id: int | None = None,
    detail: str | None = None,
) -> int:
    """Queue a message for one person; quiet hours decide when it leaves.

    `rule_at` is when the rule asks for it (by default now), `event_at` when what it is about takes place.
    """
    asked = now if rule_at is None else rule_at
    return await work.outbox.add(
        kind,
        recipient_id,
        rule_at=asked,
        due_at=sending_moment(asked, now, event_at),
        at=now,
        subject_id=subject_id,
        replaces_id=replaces_id,
        detail=detail,
        expires_at=expires_at,
    )


async def notify_coordinators(
    work: Work,
    kind: Kind,
    now: datetime,
    *,
    subject_id: int | None = None,
    detail: str | None = None,
    apart_from: int | None = None,
) -> None:
    """Queue a message for "the coordinator": it goes to all of them, and the first to act settles it.

    Not to the one who did it, and saw it happen.
    """
    for coordinator in await work.people.with_role(Role.COORDINATOR):
        if coordinator.id != apart_from:
            await notify(work, kind, coordinator.id, now, subject_id=subject_id, detail=detail)


async def notify_group(
    work: Work,
    kind: Kind,
    group_id: int,
    now: datetime,
    *,
    subject_id: int | None = None,
    rule_at: datetime | None = None,
    event_at: datetime | None = None,
    expires_at: datetime | None = None,
    replaces_id: int | None = None,
    detail: str | None = None,
    in_private: bool = False,
) -> int | None:
    """Queue a message for the chat of a group; its id, None when nothing was put in for the chat.

    Nothing goes to a chat that is halted or lost, or where there is none. `in_private`: then it goes to each member
    in private, under the same kind (which needs words for a person as well). Members who did not come into the chat
    in time get it in private besides. Without `in_private` it waits for the chat, or is left out when there is none.
    """
    chat = await work.chats.of_group(group_id)
    for_members = [] if not in_private else await not_reached(work, group_id, chat)
    for person_id in for_members:
        await notify(
            work,
            kind,
            person_id,
            now,
            subject_id=subject_id,
            rule_at=rule_at,
            event_at=event_at,
            expires_at=expires_at,
            detail=detail,
        )
    if chat is None or (in_private and not chat.open):
        return None
    asked = now if rule_at is None else rule_at
    return await work.outbox.add_to_group(
        kind,
        group_id,
        rule_at=asked,
        due_at=sending_moment(asked, now, event_at),
        at=now,
        subject_id=subject_id,
        replaces_id=replaces_id,
        detail=detail,
        expires_at=expires_at,
        in_private=in_private,
    )


async def not_reached(work: Work, group_id: int, chat: Chat | None) -> list[int]:
    """The members whom a message to the chat does not reach: all of them, when nothing goes there."""
    members = [membership.person_id for membership in await work.groups.members(group_id)]
    if chat is None or not chat.open:
        return members
    waited = {seat.person_id for seat in await work.chats.seats(group_id) if _stays_outside(seat)}
    return [person_id for person_id in members if person_id in waited]


def _stays_outside(seat: Seat) -> bool:
    return seat.place is not Place.INSIDE and seat.wait_over_at is not None
