"""What is decided when people come and go: costs, fewer than six, no alderman any more, two from one municipality."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from domain.booking import Side
from domain.group import Costs, FinishWish, Group, Membership, MembershipStatus
from domain.group_change import ShortageOutcome, ShortageWish
from domain.moves import MoveKind
from domain.outbox import Kind
from domain.person import Role
from domain.registration import Status
from services.group_membership import close_clash, end_hosting, settle_shortage, tell_leaders
from services.group_views import MemberView, leads, member_view, member_views
from services.leaving import end_participation, ended
from services.notices import notify

if TYPE_CHECKING:
    from datetime import datetime

    from domain.group_change import Shortage
    from storage.database import Database
    from storage.work import Reads, Work

OFFICE_WISH: Final = "office_wish"


@dataclass(frozen=True, slots=True)
class MembershipCard:
    """A member, or somebody who was one, with the group."""

    view: MemberView
    group: Group
    # Who else of the members is from the same municipality.
    clashing: tuple[MemberView, ...] = ()

    @property
    def membership(self) -> Membership:
        return self.view.membership


@dataclass(frozen=True, slots=True)
class ShortageCard:
    shortage: Shortage
    group: Group
    members: int


class DecideOutcome(StrEnum):
    DECIDED = "decided"
    # Decided before, or nothing to decide any more.
    SETTLED = "settled"
    # With a shortage: the other one has to say so as well.
    NOTED = "noted"
    NOT_YOURS = "not-yours"


class GroupChanges:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def membership(self, membership_id: int) -> MembershipCard | None:
        """None when it is gone: erased."""
        try:
            return await _membership_card(self._database.reads, membership_id)
        except LookupError:
            return None

    async def own_membership(self, person_id: int) -> MembershipCard | None:
        """Of who is a member of a published group."""
        membership = await self._database.reads.groups.live_membership(person_id)
        if membership is None or membership.status is not MembershipStatus.MEMBER:
            return None
        return await _membership_card(self._database.reads, membership.id)

    async def shortage(self, shortage_id: int) -> ShortageCard | None:
        reads = self._database.reads
        try:
            shortage = await reads.shortages.get(shortage_id)
        except LookupError:
            return None
        group = await reads.groups.get(shortage.group_id)
        return ShortageCard(shortage, group, len(await reads.groups.members(group.id)))

    async def clash_open(self, membership_id: int) -> bool:
        return await self._database.reads.moves.current(MoveKind.MUNICIPALITY_CLASH, membership_id) is not None

    async def decide_costs(
        self, coordinator_id: int, membership_id: int, costs: Costs, now: datetime, update_id: int
    ) -> DecideOutcome:
        """Whether who left after publication owes the costs; recorded, and the first coordinator's word counts."""
        async with self._database.transaction(applies=update_id) as work:
            try:
                left = await work.groups.membership(membership_id)
            except LookupError:
                return DecideOutcome.NOT_YOURS
            if left.status is not MembershipStatus.LEFT:
                return DecideOutcome.NOT_YOURS
            if left.costs is not None:
                return DecideOutcome.SETTLED
            decided = {"costs": costs, "costs_by": coordinator_id, "costs_at": now}
            await work.groups.save_membership(left.model_copy(update=decided))
            await work.moves.close(MoveKind.LEAVING_COSTS, left.id, now)
            kinds = (Kind.LEAVING_COSTS_ASKED, Kind.LEAVING_COSTS_REMINDER)
            await work.outbox.withdraw(kinds, left.id, now, "decided")
            return DecideOutcome.DECIDED

    async def wish_about_shortage(
        self, person_id: int, shortage_id: int, wish: ShortageWish, now: datetime, update_id: int
    ) -> DecideOutcome:
        """Filling up takes a leader or a coordinator, going on both; the later word of each stands.

        When nobody can be found to fill it up, the coordinator lets it go on after all.
        """
        async with self._database.transaction(applies=update_id) as work:
            try:
                shortage = await work.shortages.get(shortage_id)
            except LookupError:
                return DecideOutcome.NOT_YOURS
            side = await _side_of(work, shortage.group_id, person_id)
            if side is None:
                return DecideOutcome.NOT_YOURS
            if not shortage.open:
                return await _give_up_filling(work, shortage, side, wish, now, by=person_id)
            wished = shortage.model_copy(update={side: wish})
            await work.shortages.save(wished)
            outcome = wished.decided()
            if outcome is None:
                return DecideOutcome.NOTED
            await settle_shortage(work, wished, outcome, now, by=person_id)
            return DecideOutcome.DECIDED

    async def leave_office(self, person_id: int, wish: FinishWish, now: datetime, update_id: int) -> DecideOutcome:
        """Somebody is no alderman any more: finish the cycle, if who leads the group agrees, or stop now.

        Hosting ends at once, and no further cycle follows.
        """
        async with self._database.transaction(applies=update_id) as work:
            member = await work.groups.live_membership(person_id)
            if member is None or member.status is not MembershipStatus.MEMBER:
                return DecideOutcome.NOT_YOURS
            if wish is FinishWish.STOP:
                await _record_office(work, member, now, member_wish=wish)
                await _stop(work, member, person_id, Side.PERSON, now)
                return DecideOutcome.DECIDED
            if member.out_of_office_at is not None:
                return DecideOutcome.SETTLED
            await _record_office(work, member, now, member_wish=wish)
            await end_hosting(work, member.group_id, person_id, now)
            group = await work.groups.get(member.group_id)
            await work.moves.open(MoveKind.OUT_OF_OFFICE, member.id, now, group.leader_id)
            await tell_leaders(work, Kind.OUT_OF_OFFICE_ASKED, group.id, member.id, now)
            return DecideOutcome.NOTED

    async def answer_leaver(
        self, leader_id: int, membership_id: int, wish: FinishWish, now: datetime, update_id: int
    ) -> DecideOutcome:
        """Who leads the group says whether a member who is no alderman any more finishes the cycle."""
        async with self._database.transaction(applies=update_id) as work:
            try:
                member = await work.groups.membership(membership_id)
            except LookupError:
                return DecideOutcome.NOT_YOURS
            if not await leads(work, member.group_id, leader_id):
                return DecideOutcome.NOT_YOURS
            if member.status is not MembershipStatus.MEMBER or member.out_of_office_at is None:
                return DecideOutcome.SETTLED
            if member.leader_wish is not None:
                return DecideOutcome.SETTLED
            await _record_office(work, member, now, leader_wish=wish)
            await work.moves.close(MoveKind.OUT_OF_OFFICE, member.id, now)
            kinds = (Kind.OUT_OF_OFFICE_ASKED, Kind.OUT_OF_OFFICE_REMINDER, Kind.OUT_OF_OFFICE_UNANSWERED)
            await work.outbox.withdraw(kinds, member.id, now, "answered")
            if wish is FinishWish.STOP:
                await _stop(work, member, leader_id, Side.FACILITATOR, now)
            await notify(work, Kind.OUT_OF_OFFICE_SETTLED, member.person_id, now, subject_id=member.id)
            return DecideOutcome.DECIDED

    async def let_clash_be(self, membership_id: int, now: datetime, update_id: int) -> DecideOutcome:
        """A coordinator lets two members from one municipality stay in a group that is on its way."""
        async with self._database.transaction(applies=update_id) as work:
            closed = await close_clash(work, membership_id, now)
            return DecideOutcome.DECIDED if closed else DecideOutcome.SETTLED


async def _membership_card(reads: Reads, membership_id: int) -> MembershipCard:
    membership = await reads.groups.membership(membership_id)
    view = await member_view(reads, membership)
    clashing = tuple(
        each
        for each in await member_views(reads, membership.group_id)
        if each.membership.id != membership.id and each.municipality_code == view.municipality_code
    )
    return MembershipCard(view, await reads.groups.get(membership.group_id), clashing)


async def _side_of(reads: Reads, group_id: int, person_id: int) -> str | None:
    """Which wish of a shortage is theirs; None for who neither leads the group nor is a coordinator."""
    if (await reads.people.get(person_id)).role is Role.COORDINATOR:
        return OFFICE_WISH
    return "leader_wish" if await leads(reads, group_id, person_id) else None


async def _give_up_filling(
    work: Work, shortage: Shortage, side: str, wish: ShortageWish, now: datetime, *, by: int
) -> DecideOutcome:
    looking = await work.moves.current(MoveKind.FILLING_UP, shortage.id) is not None
    if not looking or side != OFFICE_WISH or wish is not ShortageWish.GO_ON:
        return DecideOutcome.SETTLED
    await settle_shortage(work, shortage.model_copy(update={side: wish}), ShortageOutcome.GO_ON, now, by=by)
    return DecideOutcome.DECIDED


async def _record_office(work: Work, member: Membership, now: datetime, **wishes: FinishWish) -> None:
    current = await work.groups.membership(member.id)
    since = current.out_of_office_at or now
    await work.groups.save_membership(current.model_copy(update={"out_of_office_at": since, **wishes}))


async def _stop(work: Work, member: Membership, by: int, side: Side, now: datetime) -> None:
    registration = await work.registrations.get(member.registration_id)
    if side is Side.PERSON:
        over = registration.model_copy(update={"status": Status.WITHDRAWN, "changed_at": now})
    else:
        over = ended(registration, Status.WITHDRAWN, by=by, reason=None, at=now)
    await end_participation(work, over, now, by=side)
