"""Sessions of which nobody knows where they will be: it is the leader's move, and one message tells of all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.moves import MoveKind
from domain.outbox import Kind
from services.notices import notify

if TYPE_CHECKING:
    from datetime import datetime

    from domain.session import Session
    from storage.work import Reads, Work


async def wanting(reads: Reads, group_id: int, now: datetime) -> list[Session]:
    """The sessions to come of which the leader has to say where they are, in their order."""
    return [
        session
        for session in await reads.sessions.of_group(group_id)
        if session.is_to_come(now) and await reads.moves.current(MoveKind.SESSION_PLACE, session.id) is not None
    ]


async def want_place(work: Work, session: Session, now: datetime, *, tell: bool) -> None:
    """It is the leader's move to say where this session is."""
    group = await work.groups.get(session.group_id)
    await work.moves.open(MoveKind.SESSION_PLACE, session.id, now, group.leader_id)
    if tell:
        await tell_of_place(work, session, now)


async def tell_of_place(work: Work, session: Session, now: datetime) -> None:
    """Nothing more, when a message is on its way: its words, made when it leaves, name every session."""
    leader_id = (await work.groups.get(session.group_id)).leader_id
    if leader_id is None:
        return
    for other in await wanting(work, session.group_id, now):
        if await work.outbox.queued(Kind.SESSION_PLACE_WANTED, leader_id, other.id) is not None:
            return
    await notify(work, Kind.SESSION_PLACE_WANTED, leader_id, now, subject_id=session.id)


async def end_wanting(work: Work, session: Session, now: datetime, reason: str) -> None:
    """Nobody has to say where it is any more; what was to be told of the others still is."""
    await work.moves.close(MoveKind.SESSION_PLACE, session.id, now)
    if await work.outbox.withdraw((Kind.SESSION_PLACE_WANTED,), session.id, now, reason):
        for other in (await wanting(work, session.group_id, now))[:1]:
            await tell_of_place(work, other, now)
