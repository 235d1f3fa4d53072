"""Somebody who might join a group that is on its way: each remaining member is asked in private."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from domain.group import LARGEST, Group
from domain.group_composition import CommonGround, common_ground
from domain.moves import MoveKind
from domain.outbox import Kind
from services.group_candidates import CandidatePool
from services.group_composing import minutes_between
from services.group_membership import settle_newcomer, tell_members, withdraw_newcomer

if TYPE_CHECKING:
    from datetime import datetime

    from domain.group_change import Newcomer, NewcomerAnswer
    from domain.group_composition import Candidate
    from domain.municipality import Municipalities
    from domain.person import Person
    from storage.database import Database
    from storage.work import Reads


@dataclass(frozen=True, slots=True)
class NewcomerCard:
    newcomer: Newcomer
    group: Group
    person: Person
    name: str
    municipality_code: str | None


@dataclass(frozen=True, slots=True)
class Proposal:
    """Somebody who could be asked about, with what they have in common with those in the group."""

    group: Group
    candidate: Candidate
    ground: CommonGround
    # How many will be asked.
    members: int


class ProposeOutcome(StrEnum):
    ASKED = "asked"
    # The members are asked about somebody already.
    BUSY = "busy"
    # Somebody of that municipality is in it.
    ONE_MUNICIPALITY = "one-municipality"
    FULL = "full"
    # They left, were picked, or something lacks by now.
    NO_CANDIDATE = "no-candidate"
    NO_GROUP = "no-group"


class AnswerOutcome(StrEnum):
    NOTED = "noted"
    # Everybody had answered, or the question was ended.
    SETTLED = "settled"
    # Not a member of that group (any more).
    NOT_ASKED = "not-asked"


class GroupNewcomers:
    def __init__(self, database: Database, municipalities: Municipalities) -> None:
        self._database = database
        self._pool = CandidatePool(municipalities)

    async def candidates(self, group_id: int) -> list[Candidate]:
        """Who could be asked about for this group: of no municipality that is in it."""
        reads = self._database.reads
        group = await _published(reads, group_id)
        if group is None:
            return []
        there = await _codes(reads, group)
        free, _ = await self._pool.free(reads)
        asked = [await reads.newcomers.open_of_person(each.person_id) for each in free]
        return [
            each
            for each, about in zip(free, asked, strict=True)
            if about is None and each.municipality.code not in there
        ]

    async def proposal(self, group_id: int, registration_id: int) -> Proposal | None:
        """What they have in common with the group, before anybody is asked; None when they cannot be proposed."""
        reads = self._database.reads
        group = await _published(reads, group_id)
        candidate = await self._pool.candidate(reads, registration_id)
        if group is None or candidate is None:
            return None
        members = await reads.groups.members(group.id)
        looked = [await self._pool.candidate(reads, each.registration_id) for each in members]
        together = [each for each in looked if each is not None]
        ground = common_ground([*together, candidate], minutes_between).of(candidate)
        return Proposal(group, candidate, ground, len(members))

    async def propose(
        self, coordinator_id: int, group_id: int, registration_id: int, now: datetime, update_id: int
    ) -> ProposeOutcome:
        """Ask each member in private; nobody else hears of it before they all answered."""
        async with self._database.transaction(applies=update_id) as work:
            group = await _published(work, group_id)
            if group is None:
                return ProposeOutcome.NO_GROUP
            candidate = await self._pool.candidate(work, registration_id)
            refusal = await self._refusal(work, group, candidate)
            if refusal is not None or candidate is None:
                return refusal or ProposeOutcome.NO_CANDIDATE
            newcomer = await work.newcomers.propose(
                group.id, candidate.person_id, candidate.registration_id, coordinator_id, now
            )
            await work.moves.open(MoveKind.NEWCOMER, newcomer.id, now)
            await tell_members(work, Kind.NEWCOMER_ASKED, group.id, newcomer.id, now)
            return ProposeOutcome.ASKED

    async def answer(
        self, person_id: int, newcomer_id: int, answer: NewcomerAnswer, now: datetime, update_id: int
    ) -> AnswerOutcome:
        """Can be changed until everybody has answered; the last answer settles it."""
        async with self._database.transaction(applies=update_id) as work:
            try:
                newcomer = await work.newcomers.get(newcomer_id)
            except LookupError:
                return AnswerOutcome.NOT_ASKED
            group = await work.groups.of_participant(person_id)
            if group is None or group.id != newcomer.group_id or person_id == newcomer.person_id:
                return AnswerOutcome.NOT_ASKED
            if not newcomer.open:
                return AnswerOutcome.SETTLED
            await work.newcomers.answer(newcomer_id, person_id, answer, now)
            for kind in (Kind.NEWCOMER_ASKED, Kind.NEWCOMER_REMINDER):
                await work.outbox.withdraw_for(person_id, kind, newcomer_id, now, "answered")
            await settle_newcomer(work, newcomer, now, final=False)
            return AnswerOutcome.NOTED

    async def take_back(self, newcomer_id: int, now: datetime, update_id: int) -> bool:
        """The coordinator ends the question. False when it was settled before."""
        async with self._database.transaction(applies=update_id) as work:
            try:
                newcomer = await work.newcomers.get(newcomer_id)
            except LookupError:
                return False
            if not newcomer.open:
                return False
            await withdraw_newcomer(work, newcomer, now)
            return True

    async def card(self, newcomer_id: int) -> NewcomerCard | None:
        """None when it is gone: erased."""
        reads = self._database.reads
        try:
            newcomer = await reads.newcomers.get(newcomer_id)
            registration = await reads.registrations.get(newcomer.registration_id)
        except LookupError:
            return None
        person = await reads.people.get(newcomer.person_id)
        name = registration.answers.name or person.name or ""
        group = await reads.groups.get(newcomer.group_id)
        return NewcomerCard(newcomer, group, person, name, registration.answers.municipality_code)

    async def has_answered(self, newcomer_id: int, person_id: int) -> bool:
        return person_id in await self._database.reads.newcomers.answers(newcomer_id)

    async def _refusal(self, reads: Reads, group: Group, candidate: Candidate | None) -> ProposeOutcome | None:
        if await reads.newcomers.open_of_group(group.id) is not None:
            return ProposeOutcome.BUSY
        if candidate is None or await reads.groups.live_membership(candidate.person_id) is not None:
            return ProposeOutcome.NO_CANDIDATE
        if await reads.newcomers.open_of_person(candidate.person_id) is not None:
            return ProposeOutcome.NO_CANDIDATE
        if candidate.municipality.code in await _codes(reads, group):
            return ProposeOutcome.ONE_MUNICIPALITY
        return ProposeOutcome.FULL if len(await reads.groups.members(group.id)) >= LARGEST else None


async def _published(reads: Reads, group_id: int) -> Group | None:
    try:
        group = await reads.groups.get(group_id)
    except LookupError:
        return None
    return group if group.published else None


async def _codes(reads: Reads, group: Group) -> set[str | None]:
    members = await reads.groups.members(group.id)
    return {(await reads.registrations.get(each.registration_id)).answers.municipality_code for each in members}
