"""Coming into a group and going out of it: the steps, each within a transaction, and what hangs on them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from domain.group import LARGEST, SMALLEST, GroupStatus, MembershipStatus
from domain.group_change import NewcomerStatus, ShortageOutcome, all_agree, all_answered
from domain.moves import MoveKind
from domain.outbox import Kind
from domain.registration import Status
from services import absence, chat, hosting_steps, moving, poll_voting, rota_steps, session
from services.intake_steps import end_search, introduce
from services.notices import notify, notify_coordinators

if TYPE_CHECKING:
    from datetime import datetime

    from domain.booking import Side
    from domain.group import Group, Membership
    from domain.group_change import Newcomer, Shortage
    from storage.work import Reads, Work

ABOUT_NO_GROUP: Final = (Kind.NO_GROUP_YET, Kind.NO_GROUP_REMINDER)
ABOUT_MEMBERSHIP: Final = (
    Kind.OUT_OF_OFFICE_ASKED,
    Kind.OUT_OF_OFFICE_REMINDER,
    Kind.OUT_OF_OFFICE_UNANSWERED,
    Kind.MUNICIPALITY_CLASH,
    Kind.MUNICIPALITY_CLASH_REMINDER,
)
ABOUT_SHORTAGE: Final = (Kind.SHORTAGE_ASKED, Kind.SHORTAGE_REMINDER)
ABOUT_NEWCOMER: Final = (Kind.NEWCOMER_ASKED, Kind.NEWCOMER_REMINDER)
TOLD_TO_MEMBERS: Final = (Kind.GROUP_PUBLISHED, Kind.GROUP_LEADER_CHANGED)


async def become_member(work: Work, group: Group, pick: Membership, now: datetime) -> None:
    """From picked to member: no wait for an intake or a group goes on, and who leads it may read what goals there are.

    Who wrote them for another facilitator is asked first. The member hears who is in it and what comes next.
    """
    member = pick.model_copy(update={"status": MembershipStatus.MEMBER, "joined_at": now})
    await work.groups.save_membership(member)
    await work.moves.close(MoveKind.NO_GROUP, pick.registration_id, now)
    await work.outbox.withdraw(ABOUT_NO_GROUP, pick.registration_id, now, "in a group")
    await end_search(work, await work.registrations.get(pick.registration_id), now, "in a group")
    for leader_id in sorted(group.leaders):
        await introduce(work, pick.person_id, leader_id, now)
    await notify(work, Kind.GROUP_PUBLISHED, pick.person_id, now, subject_id=group.id)


async def leave_group(work: Work, registration_id: int, person_id: int, now: datetime, *, by: Side) -> bool:
    """Off the card, or out of the group with all that hangs on it, and who has to act hears it; nobody is asked why.

    False when they were in no group, published or not: before publication leaving costs nothing and nobody is told.
    """
    await _withdraw_candidate(work, person_id, now)
    membership = await work.groups.live_membership(person_id)
    if membership is None or membership.registration_id != registration_id:
        return False
    if membership.status is MembershipStatus.PICKED:
        await work.groups.drop(membership.group_id, person_id)
        return False
    left = membership.model_copy(update={"status": MembershipStatus.LEFT, "left_at": now, "left_by": by.value})
    await work.groups.save_membership(left)
    await _end_waits(work, left, now)
    group = await work.groups.get(left.group_id)
    await release(work, group.id, person_id, now)
    await _tell_departure(work, group, left, now)
    await review_clashes(work, group.id, now)
    await _review_newcomer(work, group.id, now)
    await watch_size(work, group, now)
    return True


async def release(work: Work, group_id: int, person_id: int, now: datetime) -> None:
    """All that others planned with this member of the group: each subject ends its own."""
    await poll_voting.drop_voter(work, group_id, person_id, now)
    await hosting_steps.release(work, group_id, person_id, now)
    await rota_steps.release(work, group_id, person_id, now)
    await session.drop_member(work, group_id, person_id, now)
    await absence.review_quorum(work, group_id, now)
    await chat.remove(work, group_id, person_id, now)


async def end_hosting(work: Work, group_id: int, person_id: int, now: datetime) -> None:
    """Who is no alderman any more, or of another municipality, hosts nothing that is to come."""
    await hosting_steps.release(work, group_id, person_id, now)


async def watch_size(work: Work, group: Group, now: datetime) -> None:
    """A group of fewer than six in the middle of a cycle is somebody's move; of six again, nobody's; of none, over."""
    if not group.published:
        return
    members = len(await work.groups.members(group.id))
    shortage = await work.shortages.open_of(group.id)
    filling_up = await _filling_up(work, group.id)
    if members == 0:
        await _end_group(work, group, now)
    if filling_up is not None and (members == 0 or members >= SMALLEST):
        await work.moves.close(MoveKind.FILLING_UP, filling_up.id, now)
    if shortage is not None and (members == 0 or members >= SMALLEST):
        await settle_shortage(work, shortage, ShortageOutcome.LAPSED, now)
    running = await work.groups.current_cycle(group.id) is not None
    if shortage is None and filling_up is None and 0 < members < SMALLEST and running:
        await _ask_about_shortage(work, group, now)


async def settle_shortage(
    work: Work, shortage: Shortage, outcome: ShortageOutcome, now: datetime, *, by: int | None = None
) -> None:
    """End the wait; the other leaders and coordinators hear what was decided, unless it was overtaken."""
    await work.shortages.save(shortage.model_copy(update={"outcome": outcome, "settled_at": now}))
    await work.moves.close(MoveKind.SHORTAGE, shortage.id, now)
    await work.outbox.withdraw(ABOUT_SHORTAGE, shortage.id, now, "settled")
    if outcome is ShortageOutcome.FILL_UP:
        await work.moves.open(MoveKind.FILLING_UP, shortage.id, now)
    else:
        await work.moves.close(MoveKind.FILLING_UP, shortage.id, now)
    if outcome is not ShortageOutcome.LAPSED:
        await tell_leaders(work, Kind.SHORTAGE_SETTLED, shortage.group_id, shortage.id, now, apart_from=by)
        await notify_coordinators(work, Kind.SHORTAGE_SETTLED, now, subject_id=shortage.id, apart_from=by)


async def _filling_up(reads: Reads, group_id: int) -> Shortage | None:
    """The shortage because of which somebody is looked for; None when nobody is."""
    shortage = await reads.shortages.latest_of(group_id)
    if shortage is None or await reads.moves.current(MoveKind.FILLING_UP, shortage.id) is None:
        return None
    return shortage


async def settle_newcomer(work: Work, newcomer: Newcomer, now: datetime, *, final: bool) -> NewcomerStatus:
    """Let them in when each remaining member agreed; `final`: who has not answered does not agree.

    Until everybody has answered nothing is settled otherwise, so that no moment tells whose answer it was.
    """
    members = [each.person_id for each in await work.groups.members(newcomer.group_id)]
    answers = await work.newcomers.answers(newcomer.id)
    if not final and not all_answered(members, answers):
        return NewcomerStatus.ASKED
    fits = bool(members) and all_agree(members, answers) and await still_fits(work, newcomer)
    status = NewcomerStatus.JOINED if fits else NewcomerStatus.REFUSED
    await _end_question(work, newcomer, status, now)
    if fits:
        await _let_in(work, newcomer, now)
    await tell_leaders(work, Kind.NEWCOMER_SETTLED, newcomer.group_id, newcomer.id, now)
    await notify_coordinators(work, Kind.NEWCOMER_SETTLED, now, subject_id=newcomer.id)
    return status


async def still_fits(reads: Reads, newcomer: Newcomer) -> bool:
    """Whether the rules let them in: admitted, in no group, nobody of their municipality in it, and a place."""
    group = await reads.groups.get(newcomer.group_id)
    registration = await reads.registrations.get(newcomer.registration_id)
    if not group.published or registration.status is not Status.ADMITTED:
        return False
    if await reads.groups.live_membership(newcomer.person_id) is not None:
        return False
    members = await reads.groups.members(group.id)
    return len(members) < LARGEST and registration.answers.municipality_code not in await _codes(reads, members)


async def review_clashes(work: Work, group_id: int, now: datetime) -> None:
    """Two members from one municipality are the coordinator's to solve; what has solved itself is no wait any more."""
    members = await work.groups.members(group_id)
    codes = await _codes(work, members)
    for member, code in zip(members, codes, strict=True):
        if codes.count(code) == 1:
            await close_clash(work, member.id, now)


async def close_clash(work: Work, membership_id: int, now: datetime) -> bool:
    """False when there was none."""
    kinds = (Kind.MUNICIPALITY_CLASH, Kind.MUNICIPALITY_CLASH_REMINDER)
    await work.outbox.withdraw(kinds, membership_id, now, "no clash any more")
    return await work.moves.close(MoveKind.MUNICIPALITY_CLASH, membership_id, now)


async def check_municipality(work: Work, person_id: int, before: str | None, now: datetime) -> None:
    """A member may be of another municipality than `before`: never two from one, so a clash goes to the coordinator."""
    membership = await work.groups.live_membership(person_id)
    if membership is None or membership.status is not MembershipStatus.MEMBER:
        return
    code = (await work.registrations.get(membership.registration_id)).answers.municipality_code
    if code == before:
        return
    await end_hosting(work, membership.group_id, person_id, now)
    await review_clashes(work, membership.group_id, now)
    members = await work.groups.members(membership.group_id)
    if (await _codes(work, members)).count(code) > 1:
        await work.moves.open(MoveKind.MUNICIPALITY_CLASH, membership.id, now)
        await notify_coordinators(work, Kind.MUNICIPALITY_CLASH, now, subject_id=membership.id)


async def tell_leaders(
    work: Work, kind: Kind, group_id: int, subject_id: int, now: datetime, *, apart_from: int | None = None
) -> None:
    """Facilitator and stand-in; not the one who did it."""
    for leader_id in sorted((await work.groups.get(group_id)).leaders - {apart_from}):
        await notify(work, kind, leader_id, now, subject_id=subject_id)


async def tell_members(
    work: Work, kind: Kind, group_id: int, subject_id: int, now: datetime, *, apart_from: int | None = None
) -> None:
    for member in await work.groups.members(group_id):
        if member.person_id != apart_from:
            await notify(work, kind, member.person_id, now, subject_id=subject_id)


async def tell_who_know(work: Work, kind: Kind, group_id: int, subject_id: int, now: datetime) -> None:
    """The members who were told of their group: who has yet to hear of it, hears of it as it is by then."""
    members = [each.person_id for each in await work.groups.members(group_id)]
    for person_id in await _who_know(work, Kind.GROUP_PUBLISHED, group_id, members):
        await notify(work, kind, person_id, now, subject_id=subject_id)


async def _who_know(reads: Reads, told_by: Kind, group_id: int, people: list[int]) -> list[int]:
    return [each for each in people if await reads.outbox.queued(told_by, each, group_id) is None]


async def _codes(reads: Reads, members: list[Membership]) -> list[str | None]:
    return [(await reads.registrations.get(each.registration_id)).answers.municipality_code for each in members]


async def _withdraw_candidate(work: Work, person_id: int, now: datetime) -> None:
    newcomer = await work.newcomers.open_of_person(person_id)
    if newcomer is not None:
        await withdraw_newcomer(work, newcomer, now)
        await tell_leaders(work, Kind.NEWCOMER_SETTLED, newcomer.group_id, newcomer.id, now)
        await notify_coordinators(work, Kind.NEWCOMER_SETTLED, now, subject_id=newcomer.id)


async def withdraw_newcomer(work: Work, newcomer: Newcomer, now: datetime) -> None:
    """The members are asked no longer."""
    await _end_question(work, newcomer, NewcomerStatus.WITHDRAWN, now)


async def _end_question(work: Work, newcomer: Newcomer, status: NewcomerStatus, now: datetime) -> None:
    await work.newcomers.settle(newcomer.id, status, now)
    await work.moves.close(MoveKind.NEWCOMER, newcomer.id, now)
    await work.outbox.withdraw(ABOUT_NEWCOMER, newcomer.id, now, "settled")


async def _let_in(work: Work, newcomer: Newcomer, now: datetime) -> None:
    group = await work.groups.get(newcomer.group_id)
    await tell_members(work, Kind.NEWCOMER_JOINED, group.id, newcomer.id, now)
    pick = await work.groups.pick(group.id, newcomer.person_id, newcomer.registration_id, now)
    await become_member(work, group, pick, now)
    await include(work, group.id, newcomer.person_id, now)
    await watch_size(work, group, now)


async def include(work: Work, group_id: int, person_id: int, now: datetime) -> None:
    """What was planned before this member came: each subject brings its own."""
    await session.include(work, group_id, person_id, now)
    await poll_voting.include_voter(work, group_id, person_id, now)
    await chat.roster_changed(work, group_id, now)


async def _review_newcomer(work: Work, group_id: int, now: datetime) -> None:
    """Who left has no say any more; perhaps everybody else had answered."""
    newcomer = await work.newcomers.open_of_group(group_id)
    if newcomer is not None:
        await settle_newcomer(work, newcomer, now, final=False)


async def _end_waits(work: Work, left: Membership, now: datetime) -> None:
    for wait in (MoveKind.OUT_OF_OFFICE, MoveKind.MUNICIPALITY_CLASH):
        await work.moves.close(wait, left.id, now)
    await work.outbox.withdraw(ABOUT_MEMBERSHIP, left.id, now, "left the group")
    for kind in TOLD_TO_MEMBERS:
        await work.outbox.withdraw_for(left.person_id, kind, left.group_id, now, "left the group")
    newcomer = await work.newcomers.open_of_group(left.group_id)
    if newcomer is not None:
        for kind in ABOUT_NEWCOMER:
            await work.outbox.withdraw_for(left.person_id, kind, newcomer.id, now, "left the group")


async def _tell_departure(work: Work, group: Group, left: Membership, now: datetime) -> None:
    """Who leads it and the other members hear that, never why; what it costs is for the coordinator to decide."""
    if left.left_by != "facilitator":
        for leader_id in await _who_know(work, Kind.GROUP_ASSIGNED, group.id, sorted(group.leaders)):
            await notify(work, Kind.MEMBER_LEFT, leader_id, now, subject_id=left.id)
    await tell_who_know(work, Kind.MEMBER_GONE, group.id, left.id, now)
    await work.moves.open(MoveKind.LEAVING_COSTS, left.id, now)
    await notify_coordinators(work, Kind.LEAVING_COSTS_ASKED, now, subject_id=left.id)


async def _ask_about_shortage(work: Work, group: Group, now: datetime) -> None:
    shortage = await work.shortages.open(group.id, now)
    await work.moves.open(MoveKind.SHORTAGE, shortage.id, now, group.leader_id)
    await tell_leaders(work, Kind.SHORTAGE_ASKED, group.id, shortage.id, now)
    await notify_coordinators(work, Kind.SHORTAGE_ASKED, now, subject_id=shortage.id)


async def _end_group(work: Work, group: Group, now: datetime) -> None:
    await work.groups.end_cycle(group.id, now)
    await work.groups.save(group.model_copy(update={"status": GroupStatus.ENDED, "ended_at": now}))
    await work.moves.close(MoveKind.GROUP_WITHOUT_LEADER, group.id, now)
    for each in await work.sessions.upcoming(group.id, now):
        await moving.cancel_all(work, each, now)
    newcomer = await work.newcomers.open_of_group(group.id)
    if newcomer is not None:
        await withdraw_newcomer(work, newcomer, now)
