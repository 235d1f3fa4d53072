"""Who was at a session: the leader says so afterwards; without a word those who did not report absence were there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from domain.moves import Deed, MoveKind
from domain.outbox import Kind
from domain.session import SessionStatus
from services.group_views import facilitator_of, leads, member_views
from services.notices import notify
from services.planned import offer_other_dates

if TYPE_CHECKING:
    from datetime import datetime

    from domain.attendance import Attendance
    from domain.group import Group
    from domain.moves import Move
    from domain.session import Session
    from services.deeds import Deeds
    from services.group_views import MemberView
    from storage.database import Database
    from storage.work import Reads, Work


@dataclass(frozen=True, slots=True)
class Seat:
    """A member on the card of who was there."""

    member: MemberView
    # As noted; not noted yet: as they said beforehand.
    present: bool
    reported_absent: bool


@dataclass(frozen=True, slots=True)
class AttendanceCard:
    group: Group
    session: Session
    seats: tuple[Seat, ...]

    @property
    def present(self) -> int:
        return sum(seat.present for seat in self.seats)


class NoteOutcome(StrEnum):
    NOTED = "noted"
    # Everybody on the card is settled; it can still be corrected.
    SETTLED = "settled"
    # It has not begun.
    TOO_EARLY = "too-early"
    CANCELLED = "cancelled"
    # Not a session of a group that this person leads, or no such session.
    NOT_YOURS = "not-yours"
    # No member of this group, or no longer.
    NOT_A_MEMBER = "not-a-member"


@dataclass(frozen=True, slots=True)
class Noted:
    outcome: NoteOutcome
    card: AttendanceCard | None = None


class Attendances:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def card(self, session_id: int) -> AttendanceCard | None:
        """As it stands now; None when there is no such session. Whose it may be seen by is for the caller to see to."""
        try:
            return await card_of(self._database.reads, await self._database.reads.sessions.get(session_id))
        except LookupError:
            return None

    async def last_begun(self, group_id: int, now: datetime) -> Session | None:
        """The session that this group had last, or is having; None before the first."""
        begun = [each for each in await self._database.reads.sessions.of_group(group_id) if each.starts_at <= now]
        return begun[-1] if begun else None

    async def note(
        self, leader_id: int, session_id: int, person_id: int, now: datetime, update_id: int, *, present: bool
    ) -> Noted:
        """The leader says of one member whether they were there; what was said last counts."""
        async with self._database.transaction(applies=update_id) as work:
            session, refusal = await _for_leader(work, leader_id, session_id, now)
            if session is None or refusal is not None:
                return Noted(refusal or NoteOutcome.NOT_YOURS)
            if person_id not in await _member_ids(work, session.group_id):
                return Noted(NoteOutcome.NOT_A_MEMBER, await card_of(work, session))
            await work.attendance.note(session_id, person_id, now, present=present)
            return Noted(NoteOutcome.NOTED, await card_of(work, session))

    async def settle(self, leader_id: int, session_id: int, now: datetime, update_id: int) -> Noted:
        """The card is right as it stands: the session was held."""
        async with self._database.transaction(applies=update_id) as work:
            session, refusal = await _for_leader(work, leader_id, session_id, now)
            if session is None or refusal is not None:
                return Noted(refusal or NoteOutcome.NOT_YOURS)
            held = await settle(work, session, now, at_once=True)
            return Noted(NoteOutcome.SETTLED, await card_of(work, held))


async def settle(work: Work, session: Session, now: datetime, *, at_once: bool = False) -> Session:
    """Of whom nothing was noted: who did not report absence was there. It was held from then on.

    After the first the leader hears what comes next, if the other dates are still to be found; `at_once` when the
    leader did this just now.
    """
    known = {each.person_id: each for each in await work.attendance.of(session.id)}
    for person_id in await _member_ids(work, session.group_id):
        its = known.get(person_id)
        if its is None or its.present is None:
            await work.attendance.note(session.id, person_id, now, present=its is None or not its.absent)
    await work.moves.close(MoveKind.ATTENDANCE, session.id, now)
    await work.outbox.withdraw((Kind.ATTENDANCE_ASKED, Kind.ATTENDANCE_REMINDER), session.id, now, "settled")
    if not session.planned:
        return session
    held = session.held(now)
    await work.sessions.save(held)
    if held.number == 1:
        await offer_other_dates(work, held.group_id, now, at_once=at_once)
    return held


async def card_of(reads: Reads, session: Session) -> AttendanceCard:
    group = await reads.groups.get(session.group_id)
    known = {each.person_id: each for each in await reads.attendance.of(session.id)}
    seats = [_seat(view, known.get(view.person.id)) for view in await member_views(reads, group.id)]
    return AttendanceCard(group, session, tuple(seats))


def _seat(view: MemberView, known: Attendance | None) -> Seat:
    if known is None:
        return Seat(view, present=True, reported_absent=False)
    return Seat(view, present=not known.absent, reported_absent=known.absence_reported_at is not None)


async def _member_ids(reads: Reads, group_id: int) -> list[int]:
    return [each.person_id for each in await reads.groups.members(group_id)]


async def _for_leader(
    reads: Reads, leader_id: int, session_id: int, now: datetime
) -> tuple[Session | None, NoteOutcome | None]:
    try:
        session = await reads.sessions.get(session_id)
    except LookupError:
        return None, NoteOutcome.NOT_YOURS
    if not await leads(reads, session.group_id, leader_id):
        return None, NoteOutcome.NOT_YOURS
    if session.starts_at > now:
        return session, NoteOutcome.TOO_EARLY
    if session.status is SessionStatus.CANCELLED:
        return session, NoteOutcome.CANCELLED
    return session, None


async def _ask(work: Work, move: Move, now: datetime) -> None:
    session = await _awaited(work, move, now)
    if session is not None:
        await _tell_leader(work, Kind.ATTENDANCE_ASKED, session, now)


async def _remind(work: Work, move: Move, now: datetime) -> None:
    session = await _awaited(work, move, now)
    if session is not None:
        await _tell_leader(work, Kind.ATTENDANCE_REMINDER, session, now)


async def _count_as_present(work: Work, move: Move, now: datetime) -> None:
    session = await _awaited(work, move, now)
    if session is not None:
        await settle(work, session, now)
        await _tell_leader(work, Kind.ATTENDANCE_SETTLED, session, now)


async def _tell_leader(work: Work, kind: Kind, session: Session, now: datetime) -> None:
    """A group that nobody leads for a moment is told nothing: the coordinator is looking for somebody."""
    leader = await facilitator_of(work, await work.groups.get(session.group_id))
    if leader is not None:
        await notify(work, kind, leader.id, now, subject_id=session.id)


async def _awaited(work: Work, move: Move, now: datetime) -> Session | None:
    """The session, while it waits for its attendance; else nothing is waited for any longer."""
    try:
        session = await work.sessions.get(move.subject_id)
    except LookupError:
        session = None
    if session is not None and session.planned and (await work.groups.get(session.group_id)).published:
        return session
    await work.moves.close(MoveKind.ATTENDANCE, move.subject_id, now)
    return None


ATTENDANCE_DEEDS: Final[Deeds] = {
    (MoveKind.ATTENDANCE, Deed.ASK): _ask,
    (MoveKind.ATTENDANCE, Deed.REMIND): _remind,
    (MoveKind.ATTENDANCE, Deed.COUNT_AS_PRESENT): _count_as_present,
}
