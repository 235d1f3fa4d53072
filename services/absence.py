"""Absence from a session, reported beforehand and without a reason; and sessions to which too few come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from domain.moves import MoveKind
from domain.outbox import Kind
from services.group_views import leads
from services.hosting_steps import release_from
from services.notices import notify
from services.rota_board import board_of, who_can
from services.rota_steps import Duty, duty_of, fill, give_up, lapse_swaps, settle_volunteer, tell_leader

if TYPE_CHECKING:
    from datetime import datetime

    from domain.session import Session
    from domain.turn import ThinDecision, ThinSession
    from storage.database import Database
    from storage.work import Reads, Work

DECIDED_AHEAD: Final = timedelta(hours=48)
"""A session with too few goes on when nobody decided so long before it."""


class AbsenceOutcome(StrEnum):
    REPORTED = "reported"
    # They will be there after all.
    TAKEN_BACK = "taken-back"
    # It was so already.
    ALREADY = "already"
    # It has begun, is over, or does not take place.
    TOO_LATE = "too-late"
    # Not a session of their group.
    NOT_YOURS = "not-yours"


@dataclass(frozen=True, slots=True)
class AbsenceDone:
    outcome: AbsenceOutcome
    session: Session | None = None
    # What they had to do there (of an absence taken back: in the original rota), and have to do now.
    had: Duty = Duty.NONE
    has: Duty = Duty.NONE
    hosted: bool = False


@dataclass(frozen=True, slots=True)
class OwnSession:
    """A session to come as one member sees it."""

    session: Session
    absent: bool
    duty: Duty


@dataclass(frozen=True, slots=True)
class ThinCard:
    """A session to which fewer come than its quorum."""

    session: Session
    coming: int
    members: int
    quorum: int
    thin: ThinSession | None


class ThinOutcome(StrEnum):
    DECIDED = "decided"
    # It was decided before, or enough come by now.
    SETTLED = "settled"
    NOT_YOURS = "not-yours"


class Absences:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def sessions(self, person_id: int, now: datetime) -> list[OwnSession]:
        """Those to come of the group of which this person is a member, in the order of time."""
        reads = self._database.reads
        group = await reads.groups.of_participant(person_id)
        if group is None:
            return []
        to_come = [each for each in await reads.sessions.upcoming(group.id, now) if each.starts_at > now]
        return [await _own(reads, session, person_id) for session in to_come]

    async def report(self, person_id: int, session_id: int, now: datetime, update_id: int) -> AbsenceDone:
        """The reserve steps up, a new reserve is found, another host is asked, and who leads the group hears of it."""
        async with self._database.transaction(applies=update_id) as work:
            session, refusal = await _of_member(work, person_id, session_id, now)
            if session is None:
                return AbsenceDone(refusal)
            if not await work.attendance.report(session_id, person_id, now):
                return AbsenceDone(AbsenceOutcome.ALREADY, session)
            had = duty_of(await work.turns.of_session(session_id), person_id)
            await step_back(work, session, person_id, now)
            await release_from(work, session_id, person_id, now)
            await check_quorum(work, session, now)
            await _tell_leader_of(work, Kind.ABSENCE_TOLD, session, person_id, now)
            return AbsenceDone(AbsenceOutcome.REPORTED, session, had, hosted=session.host_id == person_id)

    async def take_back(self, person_id: int, session_id: int, now: datetime, update_id: int) -> AbsenceDone:
        """They come after all. A turn that went to somebody else stays there, unless a place is empty."""
        async with self._database.transaction(applies=update_id) as work:
            session, refusal = await _of_member(work, person_id, session_id, now)
            if session is None:
                return AbsenceDone(refusal)
            if not await work.attendance.withdraw(session_id, person_id):
                return AbsenceDone(AbsenceOutcome.ALREADY, session)
            board = await board_of(work, session.group_id, now)
            index = board.index(session_id)
            if index is not None and board.told(index):
                await fill(work, board, index, person_id, now)
            await check_quorum(work, session, now)
            await _tell_taken_back(work, session, person_id, now)
            turns = await work.turns.of_session(session_id)
            had = next((Duty(turn.role) for turn in turns if turn.original_person_id == person_id), Duty.NONE)
            return AbsenceDone(AbsenceOutcome.TAKEN_BACK, session, had, duty_of(turns, person_id))

    async def is_absent(self, session_id: int, person_id: int) -> bool:
        """As far as is known."""
        return any(
            each.absent for each in await self._database.reads.attendance.of(session_id) if each.person_id == person_id
        )

    async def thin(self, session_id: int, by: int, now: datetime) -> ThinCard | None:
        """How many come to a session; None when it is over, or not of a group that this person leads."""
        reads = self._database.reads
        try:
            session = await reads.sessions.get(session_id)
        except LookupError:
            return None
        if not await leads(reads, session.group_id, by) or not session.is_to_come(now):
            return None
        return await thin_card(reads, session)

    async def decide(
        self, session_id: int, by: int, decision: ThinDecision, now: datetime, update_id: int
    ) -> ThinOutcome:
        """The leader about a session to which too few come: it goes on, or gets another date (services/moving.py)."""
        async with self._database.transaction(applies=update_id) as work:
            try:
                session = await work.sessions.get(session_id)
            except LookupError:
                return ThinOutcome.NOT_YOURS
            if not await leads(work, session.group_id, by):
                return ThinOutcome.NOT_YOURS
            if not session.is_to_come(now) or not await work.turns.decide_thin(session_id, decision, now):
                return ThinOutcome.SETTLED
            await work.moves.close(MoveKind.BELOW_QUORUM, session_id, now)
            return ThinOutcome.DECIDED


async def step_back(work: Work, session: Session, person_id: int, now: datetime) -> None:
    """Nothing at this session is up to this person any more; they are not told themselves."""
    for volunteer in await work.turns.volunteers(session.id):
        if volunteer.person_id == person_id:
            await settle_volunteer(work, volunteer.id, now)
    board = await board_of(work, session.group_id, now)
    index = board.index(session.id)
    if index is None:
        return
    if board.told(index):
        changed = await give_up(work, board, {session.id: (person_id,)}, now, told=False)
        # Of this session the leader hears with the absence.
        await tell_leader(work, session.group_id, [each for each in changed if each.id != session.id], now)
    elif person_id in board.rota[index].people:
        # Nobody has heard of it: it is divided anew when the leader looks at it.
        await work.turns.drop_proposed(session.id)


async def review_quorum(work: Work, group_id: int, now: datetime) -> None:
    """Somebody left the group: there may be too few at a session now, or enough by a lower quorum."""
    for session in await work.sessions.upcoming(group_id, now):
        if session.starts_at > now:
            await check_quorum(work, session, now)


async def check_quorum(work: Work, session: Session, now: datetime) -> None:
    """Somebody comes, or does not: with too few it is the leader's move, with enough nobody's.

    It is asked again only when even fewer come than when it was decided.
    """
    card = await thin_card(work, session)
    if card.coming >= card.quorum:
        if card.thin is not None:
            await _close_thin(work, session, now)
        return
    if card.thin is not None and (card.thin.decision is None or card.coming >= card.thin.coming):
        return
    await work.turns.ask_thin(session.id, card.coming, now)
    leader_id = (await work.groups.get(session.group_id)).leader_id
    ends_at = session.starts_at - DECIDED_AHEAD
    if ends_at > now:
        await work.moves.open(MoveKind.BELOW_QUORUM, session.id, ends_at, leader_id)
    if leader_id is not None:
        await notify(
            work, Kind.BELOW_QUORUM, leader_id, now, subject_id=session.id, event_at=min(session.starts_at, ends_at)
        )


async def thin_card(reads: Reads, session: Session) -> ThinCard:
    group = await reads.groups.get(session.group_id)
    members = [each.person_id for each in await reads.groups.members(session.group_id)]
    return ThinCard(
        session=session,
        coming=len(await who_can(reads, session, members)),
        members=len(members),
        quorum=group.quorum_of(len(members)),
        thin=await reads.turns.thin(session.id),
    )


async def follow_move(work: Work, session_id: int, now: datetime) -> None:
    """A session takes place at another moment: who said no to it gives up the turn, and whether enough come is new."""
    session = await work.sessions.get(session_id)
    await _close_thin(work, session, now)
    board = await board_of(work, session.group_id, now)
    index = board.index(session_id)
    if index is not None and not board.told(index):
        await work.turns.drop_proposed(session_id)
        return
    if index is not None:
        cannot = [each for each in board.rota[index].people if each not in board.question.meetings[index].able]
        await tell_leader(work, session.group_id, await give_up(work, board, {session_id: cannot}, now), now)


async def follow_cancel(work: Work, session_id: int, now: datetime) -> None:
    """A session does not take place: its turns are not exchanged any more, and nothing is asked about it."""
    session = await work.sessions.get(session_id)
    await _close_thin(work, session, now)
    for volunteer in await work.turns.volunteers(session_id):
        await settle_volunteer(work, volunteer.id, now)
    for turn in await work.turns.of_session(session_id):
        await lapse_swaps(work, turn, now)
        if turn.person_id is not None:
            await work.outbox.withdraw_for(turn.person_id, Kind.TURN_CHANGED, session_id, now, "session cancelled")


async def _close_thin(work: Work, session: Session, now: datetime) -> None:
    await work.turns.forget_thin(session.id)
    await work.moves.close(MoveKind.BELOW_QUORUM, session.id, now)
    await work.outbox.withdraw((Kind.BELOW_QUORUM, Kind.WENT_ON), session.id, now, "enough come, or it moved")


async def _own(reads: Reads, session: Session, person_id: int) -> OwnSession:
    absent = any(each.absent for each in await reads.attendance.of(session.id) if each.person_id == person_id)
    told = [turn for turn in await reads.turns.of_session(session.id) if turn.told]
    return OwnSession(session, absent, duty_of(told, person_id))


async def _of_member(
    work: Work, person_id: int, session_id: int, now: datetime
) -> tuple[Session, AbsenceOutcome] | tuple[None, AbsenceOutcome]:
    """The session when this member can still say something about it, else why not."""
    try:
        session = await work.sessions.get(session_id)
    except LookupError:
        return None, AbsenceOutcome.NOT_YOURS
    group = await work.groups.of_participant(person_id)
    if group is None or group.id != session.group_id:
        return None, AbsenceOutcome.NOT_YOURS
    if not session.planned or session.starts_at <= now:
        return None, AbsenceOutcome.TOO_LATE
    return session, AbsenceOutcome.REPORTED


async def _tell_leader_of(work: Work, kind: Kind, session: Session, person_id: int, now: datetime) -> None:
    leader_id = (await work.groups.get(session.group_id)).leader_id
    if leader_id is not None:
        await notify(
            work, kind, leader_id, now, subject_id=session.id, event_at=session.starts_at, detail=str(person_id)
        )


async def _tell_taken_back(work: Work, session: Session, person_id: int, now: datetime) -> None:
    """Who leads the group has nothing to hear when the absence was not told yet: that message finds nobody absent."""
    leader_id = (await work.groups.get(session.group_id)).leader_id
    waiting = None
    if leader_id is not None:
        waiting = await work.outbox.queued(Kind.ABSENCE_TOLD, leader_id, session.id)
    if waiting is None or waiting.detail != str(person_id):
        await _tell_leader_of(work, Kind.ABSENCE_TAKEN_BACK, session, person_id, now)
