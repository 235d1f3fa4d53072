"""The sessions of a group as people read them: who presents, who hosts, who said to be absent."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from domain.place import HostingStatus
from services.group_views import facilitator_of, leads, member_views
from services.planned import plan_of
from services.poll import awaiting_vote
from services.rota import turns_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from domain.goal import Goal
    from domain.group import Group
    from domain.moves import Move
    from domain.person import Person
    from domain.planned import Plan
    from domain.poll import Poll
    from domain.session import Session
    from services.group_views import MemberView
    from storage.database import Database
    from storage.work import Reads


@dataclass(frozen=True, slots=True)
class SessionView:
    session: Session
    # As far as the group was told; members who left are not in it.
    presenters: tuple[MemberView, ...]
    reserve: MemberView | None
    host: MemberView | None
    absent: frozenset[int]
    # Of who said yes to being that host; None while nobody has.
    hosting_id: int | None = None


@dataclass(frozen=True, slots=True)
class GroupPlan:
    """A group with what is to come."""

    group: Group
    facilitator: Person | None
    members: tuple[MemberView, ...]
    sessions: tuple[SessionView, ...]
    progress: Plan
    # Open polls in which the reader has yet to answer something.
    ballots: tuple[Poll, ...] = ()


@dataclass(frozen=True, slots=True)
class SharedGoals:
    member: MemberView
    goals: tuple[Goal, ...]


@dataclass(frozen=True, slots=True)
class Agenda:
    """What is coming for one person, and what is waited for from them."""

    plans: tuple[GroupPlan, ...]
    # Whose move it is: theirs, the most pressing first.
    moves: tuple[Move, ...]


class SessionViews:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def session(self, session_id: int) -> Session | None:
        """None when there is no such session."""
        try:
            return await self._database.reads.sessions.get(session_id)
        except LookupError:
            return None

    async def view(self, session_id: int) -> SessionView | None:
        """None when there is no such session."""
        session = await self.session(session_id)
        return None if session is None else await view_of(self._database.reads, session)

    async def led(self, session_id: int, person_id: int) -> Session | None:
        """A session of a group that this person leads; None for any other, and when there is no such session."""
        session = await self.session(session_id)
        if session is None or not await leads(self._database.reads, session.group_id, person_id):
            return None
        return session

    async def group(self, group_id: int) -> Group | None:
        """None when there is no such group."""
        try:
            return await self._database.reads.groups.get(group_id)
        except LookupError:
            return None

    async def plan(self, group_id: int, now: datetime) -> GroupPlan | None:
        """A group with its sessions to come, whoever asks; None when there is no such group."""
        group = await self.group(group_id)
        return None if group is None else await group_plan_of(self._database.reads, group, now)

    async def plans_of(self, person: Person, now: datetime) -> list[GroupPlan]:
        """Of the groups that this person is in, or leads."""
        reads = self._database.reads
        plans = [await group_plan_of(reads, group, now) for group in await reads.groups.led_by(person.id)]
        own = await reads.groups.of_participant(person.id)
        if own is None:
            return plans
        ballots = await awaiting_vote(reads, own.id, person.id)
        return [replace(await group_plan_of(reads, own, now), ballots=tuple(ballots)), *plans]

    async def agenda(self, person: Person, now: datetime) -> Agenda:
        moves = await self._database.reads.moves.open_of(person.id)
        begun = tuple(move for move in moves if move.opened_at <= now)
        return Agenda(tuple(await self.plans_of(person, now)), begun)

    async def shared_goals(self, group_id: int, reader_id: int) -> list[SharedGoals] | None:
        """What others of the group share, to one of its members; None to anybody else, and for any odd id."""
        reads = self._database.reads
        own = await reads.groups.of_participant(reader_id)
        if own is None or own.id != group_id:
            return None
        others = [view for view in await member_views(reads, group_id) if view.person.id != reader_id]
        goals = [
            SharedGoals(view, tuple(goal for goal in await reads.goals.of(view.person.id) if goal.shared))
            for view in others
        ]
        return [each for each in goals if each.goals]


async def group_plan_of(reads: Reads, group: Group, now: datetime) -> GroupPlan:
    members = await member_views(reads, group.id)
    by_id = {view.person.id: view for view in members}
    sessions = [await _view(reads, each, by_id) for each in await reads.sessions.upcoming(group.id, now)]
    return GroupPlan(
        group=group,
        facilitator=await facilitator_of(reads, group),
        members=tuple(members),
        sessions=tuple(sessions),
        progress=await plan_of(reads, group.id, now),
    )


async def view_of(reads: Reads, session: Session) -> SessionView:
    members = {view.person.id: view for view in await member_views(reads, session.group_id)}
    return await _view(reads, session, members)


async def _view(reads: Reads, session: Session, members: Mapping[int, MemberView]) -> SessionView:
    turns = await turns_of(reads, session.id)
    by_turn = [(turn, members[turn.person_id]) for turn in turns if turn.person_id and turn.person_id in members]
    absent = {each.person_id for each in await reads.attendance.of(session.id) if each.absent}
    hosting = await reads.hostings.live(session.id)
    return SessionView(
        session,
        tuple(member for turn, member in by_turn if turn.is_presenter),
        next((member for turn, member in by_turn if not turn.is_presenter), None),
        None if session.host_id is None else members.get(session.host_id),
        frozenset(absent),
        hosting.id if hosting is not None and hosting.status is HostingStatus.ACCEPTED else None,
    )
