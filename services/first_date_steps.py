"""Steps of the first date that are part of other transactions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from domain.moves import Deed, MoveKind
from domain.outbox import Kind
from domain.poll import PollPurpose
from services.hosting_steps import notify_leader
from services.notices import notify_coordinators

if TYPE_CHECKING:
    from datetime import datetime

    from domain.moves import Move
    from domain.poll import Poll
    from services.deeds import Deeds
    from storage.work import Work

FIRST: Final = 1


async def await_first_date(work: Work, group_id: int, now: datetime) -> None:
    """The group was published: it is its leader's move to propose dates for the first session."""
    group = await work.groups.get(group_id)
    await work.moves.open(MoveKind.FIRST_DATE, group_id, now, group.leader_id)


async def propose_first_date(work: Work, poll: Poll, now: datetime) -> None:
    """Put what the answers come to (anew) before who leads the group; the picture is drawn when the message is made."""
    await work.outbox.withdraw((Kind.FIRST_DATE_PROPOSED,), poll.id, now, "counted anew")
    await notify_leader(work, Kind.FIRST_DATE_PROPOSED, poll.group_id, poll.id, now)


async def _is_still_wanted(work: Work, move: Move, now: datetime) -> bool:
    """Whether nothing was asked about a first date yet; what was is the members' move, and then a proposal."""
    group = await work.groups.get(move.subject_id)
    cycle = await work.groups.current_cycle(group.id)
    planned = cycle is not None and await work.sessions.numbered(group.id, cycle.number, FIRST) is not None
    if not group.published or planned:
        await work.moves.close(move.kind, move.subject_id, now)
        return False
    return await work.polls.unsettled(group.id, PollPurpose.FIRST_DATE) is None


async def _remind(work: Work, move: Move, now: datetime) -> None:
    if await _is_still_wanted(work, move, now):
        await notify_leader(work, Kind.FIRST_DATE_REMINDER, move.subject_id, move.subject_id, now)


async def _tell_office(work: Work, move: Move, now: datetime) -> None:
    if await _is_still_wanted(work, move, now):
        await notify_coordinators(work, Kind.PLACE_WAITS, now, subject_id=move.subject_id)


FIRST_DATE_DEEDS: Final[Deeds] = {
    (MoveKind.FIRST_DATE, Deed.REMIND): _remind,
    (MoveKind.FIRST_DATE, Deed.TELL_COORDINATOR): _tell_office,
}
