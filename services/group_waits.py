"""What happens when nobody moves: the rows of "Whose move it is" that concern who is in a group and who leads it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from domain.group import MembershipStatus
from domain.group_change import ShortageOutcome
from domain.moves import Deed, MoveKind
from domain.outbox import Kind
from domain.time import is_working_day, local
from services.group_membership import settle_newcomer, settle_shortage, tell_leaders
from services.notices import notify, notify_coordinators

if TYPE_CHECKING:
    from datetime import datetime

    from domain.moves import Move
    from services.deeds import Deeds
    from storage.work import Work


async def _remind_of_leader(work: Work, move: Move, now: datetime) -> None:
    group = await work.groups.get(move.subject_id)
    if not group.published or group.leader_id is not None:
        await work.moves.close(move.kind, move.subject_id, now)
        return
    if not is_working_day(local(now).date()):
        # Nobody is at the office, and the next day brings the next reminder.
        return
    await notify_coordinators(work, Kind.GROUP_WITHOUT_LEADER, now, subject_id=group.id)


async def _remind_of_costs(work: Work, move: Move, now: datetime) -> None:
    left = await work.groups.membership(move.subject_id)
    if left.costs is not None:
        await work.moves.close(move.kind, move.subject_id, now)
        return
    await notify_coordinators(work, Kind.LEAVING_COSTS_REMINDER, now, subject_id=left.id)


async def _remind_of_leaver(work: Work, move: Move, now: datetime) -> None:
    member = await work.groups.membership(move.subject_id)
    if not await _undecided(work, move, now):
        return
    await tell_leaders(work, Kind.OUT_OF_OFFICE_REMINDER, member.group_id, member.id, now)


async def _tell_leaver_undecided(work: Work, move: Move, now: datetime) -> None:
    if await _undecided(work, move, now):
        await notify_coordinators(work, Kind.OUT_OF_OFFICE_UNANSWERED, now, subject_id=move.subject_id)


async def _undecided(work: Work, move: Move, now: datetime) -> bool:
    member = await work.groups.membership(move.subject_id)
    if member.status is not MembershipStatus.MEMBER or member.leader_wish is not None:
        await work.moves.close(move.kind, move.subject_id, now)
        return False
    return True


async def _remind_of_clash(work: Work, move: Move, now: datetime) -> None:
    await notify_coordinators(work, Kind.MUNICIPALITY_CLASH_REMINDER, now, subject_id=move.subject_id)


async def _remind_of_shortage(work: Work, move: Move, now: datetime) -> None:
    """Who has not said yet what they want."""
    shortage = await work.shortages.get(move.subject_id)
    if shortage.leader_wish is None:
        await tell_leaders(work, Kind.SHORTAGE_REMINDER, shortage.group_id, shortage.id, now)
    if shortage.office_wish is None:
        await notify_coordinators(work, Kind.SHORTAGE_REMINDER, now, subject_id=shortage.id)


async def _remind_of_filling_up(work: Work, move: Move, now: datetime) -> None:
    """Not while the members are asked about somebody: then it is their move."""
    shortage = await work.shortages.get(move.subject_id)
    if await work.newcomers.open_of_group(shortage.group_id) is None:
        await notify_coordinators(work, Kind.SHORTAGE_SETTLED, now, subject_id=shortage.id)


async def _go_on_short(work: Work, move: Move, now: datetime) -> None:
    shortage = await work.shortages.get(move.subject_id)
    if shortage.open:
        await settle_shortage(work, shortage, ShortageOutcome.GO_ON, now)


async def _remind_of_newcomer(work: Work, move: Move, now: datetime) -> None:
    newcomer = await work.newcomers.get(move.subject_id)
    answered = await work.newcomers.answers(newcomer.id)
    for member in await work.groups.members(newcomer.group_id):
        if member.person_id not in answered:
            await notify(work, Kind.NEWCOMER_REMINDER, member.person_id, now, subject_id=newcomer.id)


async def _count_as_no(work: Work, move: Move, now: datetime) -> None:
    newcomer = await work.newcomers.get(move.subject_id)
    if newcomer.open:
        await settle_newcomer(work, newcomer, now, final=True)


GROUP_DEEDS: Final[Deeds] = {
    (MoveKind.GROUP_WITHOUT_LEADER, Deed.REMIND): _remind_of_leader,
    (MoveKind.LEAVING_COSTS, Deed.REMIND): _remind_of_costs,
    (MoveKind.OUT_OF_OFFICE, Deed.REMIND): _remind_of_leaver,
    (MoveKind.OUT_OF_OFFICE, Deed.TELL_COORDINATOR): _tell_leaver_undecided,
    (MoveKind.MUNICIPALITY_CLASH, Deed.REMIND): _remind_of_clash,
    (MoveKind.SHORTAGE, Deed.REMIND): _remind_of_shortage,
    (MoveKind.SHORTAGE, Deed.GO_ON): _go_on_short,
    (MoveKind.FILLING_UP, Deed.REMIND): _remind_of_filling_up,
    (MoveKind.NEWCOMER, Deed.REMIND): _remind_of_newcomer,
    (MoveKind.NEWCOMER, Deed.COUNT_AS_NO): _count_as_no,
}
