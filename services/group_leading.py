"""Who leads a group: assigning a facilitator, standing in for one and giving back, and groups that nobody leads."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from domain.group import Group, GroupStatus
from domain.moves import MoveKind
from domain.outbox import Kind
from domain.person import Role
from services import chat, session
from services.group_membership import tell_who_know
from services.group_views import MemberView, leads, member_views
from services.intake_steps import introduce
from services.notices import notify, notify_coordinators

if TYPE_CHECKING:
    from datetime import datetime

    from domain.group_change import Newcomer, Shortage
    from domain.person import Person
    from storage.database import Database
    from storage.work import Reads, Work


@dataclass(frozen=True, slots=True)
class GroupCard:
    """A published group, as the office and who leads it see it."""

    group: Group
    members: tuple[MemberView, ...]
    facilitator: Person | None
    stand_in: Person | None
    # What has to be decided, if anything.
    shortage: Shortage | None
    newcomer: Newcomer | None
    # A session is planned, or was held: what comes next is no first date any more.
    planned: bool

    @property
    def leader(self) -> Person | None:
        return self.facilitator if self.stand_in is None else self.stand_in


class LeadOutcome(StrEnum):
    CHANGED = "changed"
    # They lead it already, or nobody stands in.
    SAME = "same"
    # No facilitator (any more).
    NO_FACILITATOR = "no-facilitator"
    # The group is another's, not published, or gone.
    NOT_YOURS = "not-yours"


@dataclass(frozen=True, slots=True)
class Lead:
    outcome: LeadOutcome
    card: GroupCard | None = None


class Leading:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def led_by(self, person_id: int) -> list[Group]:
        """The published groups that this person leads, as facilitator or as stand-in."""
        return await self._database.reads.groups.led_by(person_id)

    async def leads(self, group_id: int, person_id: int) -> bool:
        return await leads(self._database.reads, group_id, person_id)

    async def of_participant(self, person_id: int) -> GroupCard | None:
        """The group of which this person is a member."""
        group = await self._database.reads.groups.of_participant(person_id)
        return None if group is None else await group_card(self._database.reads, group)

    async def card(self, group_id: int, viewer_id: int) -> GroupCard | None:
        """For a coordinator, and for who leads it; None for everybody else, and when there is no such group."""
        reads = self._database.reads
        group = await _manageable(reads, group_id, viewer_id)
        return None if group is None else await group_card(reads, group)

    async def told_card(self, group_id: int) -> GroupCard | None:
        """For what is told about it; None when it is not published (any more)."""
        try:
            group = await self._database.reads.groups.get(group_id)
        except LookupError:
            return None
        return await group_card(self._database.reads, group) if group.published else None

    async def facilitators(self) -> list[Person]:
        return await self._database.reads.people.with_role(Role.FACILITATOR)

    async def assign(self, group_id: int, facilitator_id: int, by: int, now: datetime, update_id: int) -> Lead:
        """By a coordinator: somebody else is the group's facilitator from now on."""
        async with self._database.transaction(applies=update_id) as work:
            group = await _manageable(work, group_id, by)
            if group is None or (await work.people.get(by)).role is not Role.COORDINATOR:
                return Lead(LeadOutcome.NOT_YOURS)
            if not await _is_facilitator(work, facilitator_id):
                return Lead(LeadOutcome.NO_FACILITATOR, await group_card(work, group))
            if group.facilitator_id == facilitator_id:
                return Lead(LeadOutcome.SAME, await group_card(work, group))
            stand_in_id = None if group.stand_in_id == facilitator_id else group.stand_in_id
            changed = await change_lead(work, group, facilitator_id, stand_in_id, now, by=by)
            return Lead(LeadOutcome.CHANGED, await group_card(work, changed))

    async def stand_in(self, group_id: int, stand_in_id: int, by: int, now: datetime, update_id: int) -> Lead:
        """By a coordinator or who leads it: somebody takes over for a time, until it is given back."""
        async with self._database.transaction(applies=update_id) as work:
            group = await _manageable(work, group_id, by)
            if group is None:
                return Lead(LeadOutcome.NOT_YOURS)
            if not await _is_facilitator(work, stand_in_id):
                return Lead(LeadOutcome.NO_FACILITATOR, await group_card(work, group))
            if stand_in_id in group.leaders:
                return Lead(LeadOutcome.SAME, await group_card(work, group))
            changed = await change_lead(work, group, group.facilitator_id, stand_in_id, now, by=by)
            return Lead(LeadOutcome.CHANGED, await group_card(work, changed))

    async def give_back(self, group_id: int, by: int, now: datetime, update_id: int) -> Lead:
        """By the stand-in, the facilitator or a coordinator: the facilitator leads it again."""
        async with self._database.transaction(applies=update_id) as work:
            group = await _manageable(work, group_id, by)
            if group is None:
                return Lead(LeadOutcome.NOT_YOURS)
            if group.stand_in_id is None:
                return Lead(LeadOutcome.SAME, await group_card(work, group))
            changed = await change_lead(work, group, group.facilitator_id, None, now, by=by)
            return Lead(LeadOutcome.CHANGED, await group_card(work, changed))


async def group_card(reads: Reads, group: Group) -> GroupCard:
    people = {each: await reads.people.get(each) for each in group.leaders}
    return GroupCard(
        group=group,
        members=tuple(await member_views(reads, group.id)),
        facilitator=people.get(group.facilitator_id or 0),
        stand_in=people.get(group.stand_in_id or 0),
        shortage=await reads.shortages.open_of(group.id),
        newcomer=await reads.newcomers.open_of_group(group.id),
        planned=bool(await reads.sessions.of_group(group.id)),
    )


async def change_lead(
    work: Work, group: Group, facilitator_id: int | None, stand_in_id: int | None, now: datetime, *, by: int | None
) -> Group:
    """Who comes gets the sessions and may ask for the goals, who goes loses them; all others hear who leads now.

    `by` did it, and is not told. A group that nobody leads is the coordinator's move.
    """
    changed = group.model_copy(update={"facilitator_id": facilitator_id, "stand_in_id": stand_in_id})
    await work.groups.save(changed)
    for gone in sorted(group.leaders - changed.leaders):
        await _leave_lead(work, changed, gone, now, tell=gone != by)
    for come in sorted(changed.leaders - group.leaders):
        await _take_lead(work, changed, come, now)
    if changed.leader_id != group.leader_id:
        await work.moves.pass_on_in_group(changed.id, changed.leader_id)
        await work.outbox.withdraw((Kind.GROUP_LEADER_CHANGED,), group.id, now, "changed again")
        if changed.leader_id is not None:
            await tell_who_know(work, Kind.GROUP_LEADER_CHANGED, group.id, group.id, now)
        if changed.facilitator_id is not None and changed.facilitator_id in group.leaders - {by}:
            # Somebody took over for them, or gave it back.
            await notify(work, Kind.GROUP_LEADER_CHANGED, changed.facilitator_id, now, subject_id=group.id)
    await _watch_lead(work, changed, now)
    return changed


async def leave_groups(work: Work, facilitator_id: int, successor_id: int | None, now: datetime) -> list[Group]:
    """A facilitator stops: the groups go to the successor; without one the coordinator has to find somebody.

    Whom they stood in for leads again. Returns the groups that they led as facilitator.
    """
    led = await work.groups.led_by(facilitator_id)
    for group in led:
        follows = successor_id if group.facilitator_id == facilitator_id else group.facilitator_id
        stand_in_id = None if group.stand_in_id in {facilitator_id, follows} else group.stand_in_id
        await change_lead(work, group, follows, stand_in_id, now, by=facilitator_id)
    for draft in await work.groups.with_status(GroupStatus.DRAFT):
        if draft.facilitator_id == facilitator_id:
            await work.groups.save(draft.model_copy(update={"facilitator_id": successor_id}))
    return [group for group in led if group.facilitator_id == facilitator_id]


async def _take_lead(work: Work, group: Group, leader_id: int, now: datetime) -> None:
    await work.outbox.withdraw_for(leader_id, Kind.GROUP_GIVEN_BACK, group.id, now, "leads it again")
    await notify(work, Kind.GROUP_ASSIGNED, leader_id, now, subject_id=group.id)
    for member in await work.groups.members(group.id):
        await introduce(work, member.person_id, leader_id, now)
    await session.include(work, group.id, leader_id, now)
    await chat.roster_changed(work, group.id, now)


async def _leave_lead(work: Work, group: Group, leader_id: int, now: datetime, *, tell: bool) -> None:
    await work.outbox.withdraw_for(leader_id, Kind.GROUP_ASSIGNED, group.id, now, "leads it no longer")
    await session.drop_member(work, group.id, leader_id, now)
    await chat.remove(work, group.id, leader_id, now)
    if tell:
        await notify(work, Kind.GROUP_GIVEN_BACK, leader_id, now, subject_id=group.id)


async def _watch_lead(work: Work, group: Group, now: datetime) -> None:
    if group.leader_id is not None:
        await work.moves.close(MoveKind.GROUP_WITHOUT_LEADER, group.id, now)
        await work.outbox.withdraw((Kind.GROUP_WITHOUT_LEADER,), group.id, now, "somebody leads it")
    elif await work.moves.current(MoveKind.GROUP_WITHOUT_LEADER, group.id) is None:
        await work.moves.open(MoveKind.GROUP_WITHOUT_LEADER, group.id, now)
        await notify_coordinators(work, Kind.GROUP_WITHOUT_LEADER, now, subject_id=group.id)


async def _manageable(reads: Reads, group_id: int, by: int) -> Group | None:
    """A published group, for a coordinator or for who leads it."""
    try:
        group = await reads.groups.get(group_id)
    except LookupError:
        return None
    if not group.published:
        return None
    coordinator = (await reads.people.get(by)).role is Role.COORDINATOR
    return group if coordinator or by in group.leaders else None


async def _is_facilitator(reads: Reads, person_id: int) -> bool:
    return person_id in {each.id for each in await reads.people.with_role(Role.FACILITATOR)}
