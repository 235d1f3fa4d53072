"""Composing a group on a card, by hand, and publishing it: nothing reaches anybody before."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from domain.group import LARGEST, Group, GroupStatus
from domain.group_composition import (
    CommonGround,
    Division,
    NotYet,
    common_ground,
    default_facilitator,
    division,
    why_not_publishable,
)
from domain.outbox import Kind
from domain.person import Role
from domain.quiet import sending_moment
from domain.travel import journey
from services.first_date_steps import await_first_date
from services.group_candidates import CandidatePool
from services.group_membership import become_member
from services.notices import notify

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from domain.group import Membership
    from domain.group_composition import Candidate
    from domain.municipality import Municipalities
    from domain.person import Person
    from services.group_candidates import Lacking
    from storage.database import Database
    from storage.work import Reads, Work


@dataclass(frozen=True, slots=True)
class GroupLine:
    group: Group
    # Picked for a draft, members of any other.
    people: int
    leader: Person | None


@dataclass(frozen=True, slots=True)
class GroupsOverview:
    groups: tuple[GroupLine, ...]
    # Who can be picked, and how they could be divided.
    free: tuple[Candidate, ...]
    division: Division
    lacking: tuple[Lacking, ...]


@dataclass(frozen=True, slots=True)
class DraftCard:
    group: Group
    picks: tuple[Candidate, ...]
    # Picked, and something lacks since: they left out an answer, or their municipality was merged.
    lost: tuple[Person, ...]
    ground: CommonGround
    # Who would lead it: as assigned, or else who held most of the intakes.
    facilitator: Person | None
    why_not: NotYet | None
    # Stands for exactly these people and this facilitator: what is published is what was read.
    version: int

    @property
    def picked(self) -> int:
        return len(self.picks) + len(self.lost)


class PickOutcome(StrEnum):
    PICKED = "picked"
    DROPPED = "dropped"
    # Somebody of that municipality is on the card: never two (flyer).
    ONE_MUNICIPALITY = "one-municipality"
    # Eight are on the card.
    FULL = "full"
    # Picked for this or another group meanwhile.
    TAKEN = "taken"
    # They left, or something lacks by now.
    NO_CANDIDATE = "no-candidate"
    # Not on the card.
    NOT_PICKED = "not-picked"
    # The draft was published or thrown away meanwhile.
    NO_DRAFT = "no-draft"


@dataclass(frozen=True, slots=True)
class Picked:
    outcome: PickOutcome
    card: DraftCard | None = None
    # Whom it was about, and what they have in common with the others on the card.
    candidate: Candidate | None = None
    ground: CommonGround | None = None
    # With ONE_MUNICIPALITY: who of that municipality is on the card.
    other: Candidate | None = None


class AssignOutcome(StrEnum):
    ASSIGNED = "assigned"
    # No facilitator (any more).
    NO_FACILITATOR = "no-facilitator"
    NO_DRAFT = "no-draft"


class PublishOutcome(StrEnum):
    PUBLISHED = "published"
    # Published before: pressed twice, or by another coordinator.
    BEFORE = "before"
    # The card is another than was read.
    CHANGED = "changed"
    # Something stands in the way; the card says what.
    NOT_YET = "not-yet"
    NO_DRAFT = "no-draft"


@dataclass(frozen=True, slots=True)
class Published:
    outcome: PublishOutcome
    card: DraftCard | None = None
    # When everybody hears it, if that is not at once: what was published in the quiet waits for the morning.
    told_at: datetime | None = None


class Composing:
    """The card on which a group is composed. Whatever picks, a thumb or a program, picks through `put`."""

    def __init__(self, database: Database, municipalities: Municipalities) -> None:
        self._database = database
        self._pool = CandidatePool(municipalities)

    async def overview(self) -> GroupsOverview:
        reads = self._database.reads
        free, lacking = await self._pool.free(reads)
        shown = [each for each in await reads.groups.all() if each.status in (GroupStatus.DRAFT, GroupStatus.PUBLISHED)]
        return GroupsOverview(
            groups=tuple([await _line(reads, each) for each in shown]),
            free=tuple(free),
            division=division(len(free)),
            lacking=tuple(lacking),
        )

    async def card(self, group_id: int) -> DraftCard | None:
        """None when there is no such draft (any more)."""
        reads = self._database.reads
        group = await _draft(reads, group_id)
        return None if group is None else await self._card(reads, group)

    async def begin(self, coordinator_id: int, now: datetime, update_id: int) -> DraftCard:
        """A new draft. One of theirs on which nobody was picked is taken up again: a double tap makes no two."""
        async with self._database.transaction(applies=update_id) as work:
            for draft in await work.groups.with_status(GroupStatus.DRAFT):
                if draft.created_by == coordinator_id and not await work.groups.picked(draft.id):
                    return await self._card(work, draft)
            return await self._card(work, await work.groups.add(coordinator_id, now))

    async def throw_away(self, group_id: int, now: datetime, update_id: int) -> bool:
        """Who was picked can be picked again. False when it was no draft any more."""
        async with self._database.transaction(applies=update_id) as work:
            group = await _draft(work, group_id)
            if group is None:
                return False
            for pick in await work.groups.picked(group.id):
                await work.groups.drop(group.id, pick.person_id)
            await work.groups.save(group.model_copy(update={"status": GroupStatus.CANCELLED, "ended_at": now}))
            return True

    async def pick(self, group_id: int, registration_id: int, now: datetime, update_id: int) -> Picked:
        return await self.put(group_id, [registration_id], now, update_id)

    async def put(self, group_id: int, registration_ids: Sequence[int], now: datetime, update_id: int) -> Picked:
        """Put these on the card, all of them or, when one is refused, none; what is said is about the last of them."""
        async with self._database.transaction(applies=update_id) as work:
            group = await _draft(work, group_id)
            if group is None:
                return Picked(PickOutcome.NO_DRAFT)
            there = {each.registration_id for each in await work.groups.picked(group.id)}
            done = Picked(PickOutcome.NO_CANDIDATE, await self._card(work, group))
            put: list[int] = []
            for registration_id in registration_ids:
                if registration_id in there and len(registration_ids) > 1:
                    continue
                done = await self._pick(work, group, registration_id, now)
                if done.outcome is not PickOutcome.PICKED:
                    for person_id in put:
                        await work.groups.drop(group.id, person_id)
                    return Picked(done.outcome, await self._card(work, group), done.candidate, other=done.other)
                put.append(done.candidate.person_id if done.candidate else 0)
            return done

    async def drop(self, group_id: int, registration_id: int, update_id: int) -> Picked:
        """Off the card: they can be picked again."""
        async with self._database.transaction(applies=update_id) as work:
            group = await _draft(work, group_id)
            if group is None:
                return Picked(PickOutcome.NO_DRAFT)
            candidate = await self._pool.candidate(work, registration_id)
            picks = [each for each in await work.groups.picked(group.id) if each.registration_id == registration_id]
            if not picks:
                return Picked(PickOutcome.NOT_PICKED, await self._card(work, group), candidate)
            await work.groups.drop(group.id, picks[0].person_id)
            return Picked(PickOutcome.DROPPED, await self._card(work, group), candidate)

    async def assign(
        self, group_id: int, facilitator_id: int, update_id: int
    ) -> tuple[AssignOutcome, DraftCard | None]:
        async with self._database.transaction(applies=update_id) as work:
            group = await _draft(work, group_id)
            if group is None:
                return AssignOutcome.NO_DRAFT, None
            if facilitator_id not in {each.id for each in await work.people.with_role(Role.FACILITATOR)}:
                return AssignOutcome.NO_FACILITATOR, await self._card(work, group)
            assigned = group.model_copy(update={"facilitator_id": facilitator_id})
            await work.groups.save(assigned)
            return AssignOutcome.ASSIGNED, await self._card(work, assigned)

    async def publish(self, group_id: int, version: int, now: datetime, update_id: int) -> Published:
        """Everybody hears it, once: who, with whom, what next. `version` is that of the card that was read."""
        async with self._database.transaction(applies=update_id) as work:
            group = await _draft(work, group_id)
            if group is None:
                return Published(await _why_no_draft(work, group_id))
            card = await self._card(work, group)
            if card.version != version:
                return Published(PublishOutcome.CHANGED, card)
            if card.why_not is not None or card.facilitator is None:
                return Published(PublishOutcome.NOT_YET, card)
            await _publish(work, card, card.facilitator.id, now)
            told_at = sending_moment(now, now)
            return Published(PublishOutcome.PUBLISHED, card, told_at if told_at > now else None)

    async def _pick(self, work: Work, group: Group, registration_id: int, now: datetime) -> Picked:
        card = await self._card(work, group)
        candidate = await self._pool.candidate(work, registration_id)
        if candidate is None:
            return Picked(PickOutcome.NO_CANDIDATE, card)
        if await work.groups.live_membership(candidate.person_id) is not None or await _is_asked_about(work, candidate):
            return Picked(PickOutcome.TAKEN, card, candidate)
        same = [each for each in card.picks if each.municipality.code == candidate.municipality.code]
        if same:
            return Picked(PickOutcome.ONE_MUNICIPALITY, card, candidate, other=same[0])
        if card.picked >= LARGEST:
            return Picked(PickOutcome.FULL, card, candidate)
        await work.groups.pick(group.id, candidate.person_id, candidate.registration_id, now)
        with_them = await self._card(work, group)
        return Picked(PickOutcome.PICKED, with_them, candidate, with_them.ground.of(candidate))

    async def _card(self, reads: Reads, group: Group) -> DraftCard:
        picks: list[Candidate] = []
        lost: list[Person] = []
        memberships = await reads.groups.picked(group.id)
        for pick in memberships:
            candidate = await self._pool.candidate(reads, pick.registration_id)
            if candidate is None:
                lost.append(await reads.people.get(pick.person_id))
            else:
                picks.append(candidate)
        facilitator = await _facilitator(reads, group, picks)
        facilitator_id = None if facilitator is None else facilitator.id
        return DraftCard(
            group=group,
            picks=tuple(picks),
            lost=tuple(lost),
            ground=common_ground(picks, minutes_between),
            facilitator=facilitator,
            why_not=why_not_publishable(picks, len(memberships), facilitator_id),
            version=_version(memberships, facilitator_id),
        )


def minutes_between(from_code: str, to_code: str) -> int:
    return journey(from_code, to_code).minutes


async def _line(reads: Reads, group: Group) -> GroupLine:
    draft = group.status is GroupStatus.DRAFT
    people = await (reads.groups.picked(group.id) if draft else reads.groups.members(group.id))
    leader_id = group.leader_id
    return GroupLine(group, len(people), None if leader_id is None else await reads.people.get(leader_id))


async def _draft(reads: Reads, group_id: int) -> Group | None:
    try:
        group = await reads.groups.get(group_id)
    except LookupError:
        return None
    return group if group.status is GroupStatus.DRAFT else None


async def _why_no_draft(reads: Reads, group_id: int) -> PublishOutcome:
    try:
        group = await reads.groups.get(group_id)
    except LookupError:
        return PublishOutcome.NO_DRAFT
    return PublishOutcome.BEFORE if group.published else PublishOutcome.NO_DRAFT


async def _is_asked_about(reads: Reads, candidate: Candidate) -> bool:
    """Whether the members of another group are being asked about them."""
    return await reads.newcomers.open_of_person(candidate.person_id) is not None


async def _facilitator(reads: Reads, group: Group, picks: Sequence[Candidate]) -> Person | None:
    facilitators = {each.id: each for each in await reads.people.with_role(Role.FACILITATOR)}
    if group.facilitator_id in facilitators:
        return facilitators[group.facilitator_id]
    by_default = default_facilitator([each for each in picks if each.intake_by in facilitators])
    return None if by_default is None else facilitators[by_default]


def _version(memberships: Sequence[Membership], facilitator_id: int | None) -> int:
    told = ",".join(str(each.id) for each in sorted(memberships, key=lambda each: each.id))
    return zlib.crc32(f"{told};{facilitator_id}".encode())


async def _publish(work: Work, card: DraftCard, facilitator_id: int, now: datetime) -> None:
    rounds = {(await work.registrations.get(each.registration_id)).round_id for each in card.picks}
    group = card.group.model_copy(
        update={
            "status": GroupStatus.PUBLISHED,
            "facilitator_id": facilitator_id,
            "round_id": rounds.pop() if len(rounds) == 1 else None,
            "published_at": now,
        }
    )
    await work.groups.save(group)
    await work.groups.begin_cycle(group.id, 1, now)
    for pick in await work.groups.picked(group.id):
        await become_member(work, group, pick, now)
    await notify(work, Kind.GROUP_ASSIGNED, facilitator_id, now, subject_id=group.id)
    await await_first_date(work, group.id, now)
