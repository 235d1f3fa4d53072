"""Sessions of a group: planning one, moving it, saying where it is, cancelling it; each a step of a transaction.

Everybody of the group hears of it in private, with a calendar file: the members, and who leads it. What somebody has
not been told yet is not told twice: a change takes its place among what is still queued.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from domain.moves import MoveKind
from domain.outbox import Kind
from domain.poll import Answer
from domain.session import LENGTH, ONLINE, UNSETTLED, Known, Where, in_municipality
from domain.slot import Interval
from services.intake_uid import new_uid
from services.notices import notify
from services.slot import withdraw_slots

if TYPE_CHECKING:
    from domain.session import Session
    from storage.work import Reads, Work

LONG_AGO: Final = datetime(2000, 1, 1, tzinfo=UTC)

# About one session, planned for its moment.
ABOUT_SESSION: Final = (Kind.ATTENDANCE_ASKED, Kind.ATTENDANCE_REMINDER)


async def plan(  # noqa: PLR0917 - which session of whom, and when: in the order in which it is said
    work: Work, group_id: int, cycle: int, number: int, starts_at: datetime, now: datetime
) -> Session:
    """Plan a session; everybody of the group gets a calendar file.

    Those planned in one transaction, or shortly after each other, come in one message with one file. Who said no to
    its moment when it was voted about is absent, until they say otherwise (services/absence.py). A session with
    this number that is planned already is moved there; nothing happens when it is there.
    """
    there = await work.sessions.numbered(group_id, cycle, number)
    if there is not None:
        return await move(work, there.id, starts_at, now)
    interval = Interval(starts_at.astimezone(UTC), starts_at.astimezone(UTC) + LENGTH)
    session = await work.sessions.add(group_id, cycle, number, interval, uid=new_uid(), at=now)
    await _await_attendance(work, session, now)
    await _make_room(work, session, now)
    await _excuse_who_said_no(work, session, now)
    for person_id in await everybody(work, group_id):
        await _give_files(work, group_id, person_id, [session], now)
    return session


async def move(work: Work, session_id: int, starts_at: datetime, now: datetime) -> Session:
    """To another moment, as long as before; everybody hears the old and the new one, once, with a new calendar file.

    What members said about being absent was about the old moment, and is forgotten; who said no to the new one is
    absent from it. What else hangs on the moment is
    for the use case that moves it (services/moving.py). Raises LookupError when there is no such session.
    """
    session = await work.sessions.get(session_id)
    starts_at = starts_at.astimezone(UTC)
    if not session.planned or session.starts_at == starts_at:
        return session
    moved = session.moved_to(starts_at, now)
    await work.sessions.save(moved)
    await work.attendance.forget_reports(session.id)
    await work.moves.close(MoveKind.ATTENDANCE, session.id, now)
    await work.outbox.withdraw((Kind.ATTENDANCE_ASKED, Kind.ATTENDANCE_REMINDER), session.id, now, "session moved")
    await _await_attendance(work, moved, now)
    await _make_room(work, moved, now)
    await _excuse_who_said_no(work, moved, now)
    await _tell_change(work, session, now)
    return moved


async def settle_place(
    work: Work,
    session_id: int,
    municipality_code: str | None,
    host_id: int | None,
    now: datetime,
    *,
    online: bool = False,
) -> Session:
    """Say where it is: in whose town hall and who arranges it there, online, or (neither) that it is open again.

    Everybody hears of another place, once, with a new calendar file; of another host alone nobody hears from here.
    Raises LookupError when there is no such session.
    """
    session = await work.sessions.get(session_id)
    where = _where(municipality_code, online=online)
    if not session.planned or (session.where, session.host_id) == (where, host_id):
        return session
    placed = session.placed(where, host_id, now)
    await work.sessions.save(placed)
    if placed.where != session.where:
        await _tell_change(work, session, now)
    return placed


async def cancel(work: Work, session_id: int, now: datetime) -> bool:
    """It does not take place; everybody who knew of it hears so, with a file that takes it out of the calendar.

    False when it was cancelled, or held, before. Raises LookupError when there is no such session.
    """
    session = await work.sessions.get(session_id)
    if not session.planned:
        return False
    await work.sessions.save(session.cancelled(now))
    await work.moves.close(MoveKind.ATTENDANCE, session.id, now)
    await work.outbox.withdraw(ABOUT_SESSION, session.id, now, "session cancelled")
    await work.sessions.drop_candidate(session.id)
    for person_id in await everybody(work, session.group_id):
        if await _knows_of(work, session, person_id):
            await notify(
                work, Kind.SESSION_CANCELLED, person_id, now, subject_id=session.id, event_at=session.starts_at
            )
    return True


async def drop_member(work: Work, group_id: int, person_id: int, now: datetime) -> None:
    """Somebody is no longer of this group, as member or as leader: what is to come leaves their calendar.

    Nothing is said to who had not heard of any session yet.
    """
    upcoming = await work.sessions.upcoming(group_id, now)
    for session in upcoming:
        await work.attendance.forget(session.id, person_id)
        # The file that takes it out has to be newer than the one that put it in.
        await work.sessions.save(session.model_copy(update={"sequence": session.sequence + 1}))
    for kind in (Kind.SESSION_PLANNED, Kind.SESSION_CHANGED):
        await work.outbox.withdraw_for(person_id, kind, group_id, now, "left the group")
    if upcoming and await work.outbox.told_since(Kind.SESSION_PLANNED, person_id, LONG_AGO):
        await notify(work, Kind.SESSION_DROPPED, person_id, now, subject_id=group_id, event_at=upcoming[0].starts_at)


async def include(work: Work, group_id: int, person_id: int, now: datetime) -> None:
    """Somebody came to this group, as member or to lead it: they get everything that is planned, in one file."""
    upcoming = await work.sessions.upcoming(group_id, now)
    for session in upcoming:
        # They may have had it before, and had it taken out.
        await work.sessions.save(session.model_copy(update={"sequence": session.sequence + 1}))
    await work.outbox.withdraw_for(person_id, Kind.SESSION_DROPPED, group_id, now, "came back")
    if upcoming:
        await _give_files(work, group_id, person_id, upcoming, now)


async def everybody(reads: Reads, group_id: int) -> list[int]:
    """Who has this group's sessions in the calendar: its members, then who leads it."""
    members = [each.person_id for each in await reads.groups.members(group_id)]
    leaders = sorted((await reads.groups.get(group_id)).leaders)
    return members + [each for each in leaders if each not in members]


def _where(municipality_code: str | None, *, online: bool) -> Where:
    if online:
        return ONLINE
    return UNSETTLED if municipality_code is None else in_municipality(municipality_code)


async def _excuse_who_said_no(work: Work, session: Session, now: datetime) -> None:
    answers = await work.turns.answers_to(session.id)
    for member in await work.groups.members(session.group_id):
        if answers.get(member.person_id) is Answer.NO:
            await work.attendance.report(session.id, member.person_id, now)


async def _await_attendance(work: Work, session: Session, now: datetime) -> None:
    """When it is over it is the leader's move to say who was there."""
    group = await work.groups.get(session.group_id)
    await work.moves.open(MoveKind.ATTENDANCE, session.id, max(session.ends_at, now), group.leader_id)


async def _make_room(work: Work, session: Session, now: datetime) -> None:
    """Slots for an intake at that time, which nobody has booked, are offered no longer."""
    leader_id = (await work.groups.get(session.group_id)).leader_id
    if leader_id is None:
        return
    slots = await work.slots.unbooked_of(leader_id, now)
    await withdraw_slots(work, tuple(slot for slot in slots if slot.interval.clashes_with(session.interval)), now)


async def _give_files(work: Work, group_id: int, person_id: int, news: list[Session], now: datetime) -> None:
    """These are new to somebody: in one message, which takes the place of one that is still queued."""
    waiting = await work.outbox.queued(Kind.SESSION_PLANNED, person_id, group_id)
    new = {session.id for session in news} | (set() if waiting is None else news_in(waiting.detail))
    await work.outbox.withdraw_for(person_id, Kind.SESSION_PLANNED, group_id, now, "one message for all")
    await notify(
        work,
        Kind.SESSION_PLANNED,
        person_id,
        now,
        subject_id=group_id,
        event_at=news[0].starts_at,
        detail=",".join(str(session_id) for session_id in sorted(new)),
    )


def news_in(detail: str | None) -> set[int]:
    """The ids of the sessions that a message about what was planned brings."""
    return {int(each) for each in detail.split(",")} if detail else set()


async def _tell_change(work: Work, was: Session, now: datetime) -> None:
    """From what each knew last to how it is when the message leaves: in one message about all that changed."""
    for person_id in await everybody(work, was.group_id):
        if not await _knows_of(work, was, person_id):
            continue
        waiting = await work.outbox.queued(Kind.SESSION_CHANGED, person_id, was.group_id)
        before = Known({}) if waiting is None or waiting.detail is None else Known.read(waiting.detail)
        if was.id in before.root:
            continue
        known = before.adding(was)
        await work.outbox.withdraw_for(person_id, Kind.SESSION_CHANGED, was.group_id, now, "one message for all")
        await notify(
            work,
            Kind.SESSION_CHANGED,
            person_id,
            now,
            subject_id=was.group_id,
            event_at=await _first_moment(work, known),
            detail=known.write(),
        )


async def _first_moment(reads: Reads, known: Known) -> datetime:
    """The first of all the moments, old and new, that these changes are about."""
    new = [(await reads.sessions.get(session_id)).starts_at for session_id in known.root]
    return min([told.starts_at for told in known.root.values()] + new)


async def _knows_of(work: Work, session: Session, person_id: int) -> bool:
    """Whether the message that brings this session has left, or is leaving."""
    waiting = await work.outbox.queued(Kind.SESSION_PLANNED, person_id, session.group_id)
    return waiting is None or session.id not in news_in(waiting.detail)
