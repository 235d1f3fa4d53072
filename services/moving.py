"""Moving a session, or cancelling it: what its leader does, and everything that moves along."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from domain.conversation import Conversation, ConversationName
from domain.outbox import Kind
from domain.poll import NewOption, PollPurpose, voting_ends
from domain.slot import Interval
from domain.time import is_public_holiday, local
from services import absence, hosting_steps, session
from services.engagements import engagements, span_of_days
from services.group_views import leads, member_views
from services.notices import notify
from services.poll import open_poll, settle, standings, withdraw_poll

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from domain.poll import Poll, Standings
    from domain.session import Session
    from services.group_views import MemberView
    from storage.database import Database
    from storage.work import Reads, Work

MOST_CANDIDATES: Final = 6
"""A small poll: it all fits in one."""

LEAST_POLL: Final = timedelta(hours=2)
"""However near the session: shorter than this nobody has a chance to answer."""

KNOWN_AHEAD: Final = timedelta(days=1)
"""So long before the first of the moments it speaks of a poll closes, if it can."""


class MoveQuestion(StrEnum):
    """What a leader is asked who moves a session; the conversation's state."""

    MOMENTS = "moments"


class CandidateProblem(StrEnum):
    """Why a moment cannot be put before the group."""

    PUBLIC_HOLIDAY = "public-holiday"
    # It is there now.
    SAME = "same"
    # Its leader has something else then: a session of another group, or of this one, or an intake.
    CLASH = "clash"
    TOO_MANY = "too-many"


class MoveOutcome(StrEnum):
    DONE = "done"
    # The group is asked.
    ASKED = "asked"
    # The group is being asked already.
    ASKED_BEFORE = "asked-before"
    MOVED = "moved"
    # It is there already: confirmed twice.
    ALREADY = "already"
    # It stays where it is.
    LEFT = "left"
    CANCELLED = "cancelled"
    # There is nothing to ask about.
    NO_CANDIDATES = "no-candidates"
    # The moment is past by now, or the leader has something else then by now.
    NOT_POSSIBLE = "not-possible"
    # It began, is over or was cancelled; or it is at another moment than what was read.
    CHANGED = "changed"
    # Not a session of a group that this person leads, or no such session.
    NOT_YOURS = "not-yours"


@dataclass(frozen=True, slots=True)
class MoveCard:
    """A session that has to move, and how far that is."""

    session: Session
    candidates: tuple[datetime, ...]
    # The poll that runs, or whose outcome is to be confirmed.
    poll: Poll | None
    standings: Standings | None
    members: tuple[MemberView, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    outcome: MoveOutcome
    card: MoveCard | None = None
    # What was typed and is no candidate, in the order in which it was typed.
    refused: tuple[tuple[datetime, CandidateProblem], ...] = ()


class Moving:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def sessions(self, leader_id: int, group_id: int, now: datetime) -> list[Session]:
        """What can be moved or cancelled: what has not begun, of a group that this person leads."""
        reads = self._database.reads
        if not await leads(reads, group_id, leader_id):
            return []
        return [each for each in await reads.sessions.upcoming(group_id, now) if each.starts_at > now]

    async def card(self, leader_id: int, session_id: int, now: datetime) -> Moved:
        reads = self._database.reads
        its, refusal = await _movable(reads, leader_id, session_id, now)
        return refusal if its is None else Moved(MoveOutcome.DONE, await card_of(reads, its))

    async def poll_card(self, leader_id: int, poll_id: int, now: datetime) -> Moved:
        """The session that a poll is about."""
        poll = await _move_poll(self._database.reads, poll_id)
        if poll is None or poll.session_id is None:
            return Moved(MoveOutcome.NOT_YOURS)
        return await self.card(leader_id, poll.session_id, now)

    async def begin(self, leader_id: int, session_id: int, now: datetime, update_id: int) -> Moved:
        """What is typed from now on are moments for this session, until it is settled or left."""
        async with self._database.transaction(applies=update_id) as work:
            its, refusal = await _movable(work, leader_id, session_id, now)
            if its is None:
                return refusal
            conversation = Conversation(
                name=ConversationName.MOVE_SESSION, question=MoveQuestion.MOMENTS, subject_id=session_id
            )
            await work.conversations.ask(leader_id, conversation, now)
            return Moved(MoveOutcome.DONE, await card_of(work, its))

    async def stop(self, leader_id: int, update_id: int) -> None:
        """Nothing more is typed; what was put together stays."""
        async with self._database.transaction(applies=update_id) as work:
            await _end_talk(work, leader_id)

    async def add(
        self, leader_id: int, session_id: int, moments: Iterable[datetime], now: datetime, update_id: int
    ) -> Moved:
        """Moments at which it might be; those that cannot are told with the reason."""
        async with self._database.transaction(applies=update_id) as work:
            its, refusal = await _movable(work, leader_id, session_id, now)
            if its is None:
                return refusal
            refused = []
            for moment in moments:
                problem = await _problem(work, leader_id, its, moment)
                if problem is None:
                    await work.sessions.add_candidate(session_id, moment)
                else:
                    refused.append((moment, problem))
            return Moved(MoveOutcome.DONE, await card_of(work, its), tuple(refused))

    async def drop(self, leader_id: int, session_id: int, moment: datetime, now: datetime, update_id: int) -> Moved:
        async with self._database.transaction(applies=update_id) as work:
            its, refusal = await _movable(work, leader_id, session_id, now)
            if its is None:
                return refusal
            await work.sessions.drop_candidate(session_id, moment)
            return Moved(MoveOutcome.DONE, await card_of(work, its))

    async def ask(self, leader_id: int, session_id: int, now: datetime, update_id: int) -> Moved:
        """Put the moments before the group: in its chat, or to each in private."""
        async with self._database.transaction(applies=update_id) as work:
            its, refusal = await _movable(work, leader_id, session_id, now)
            if its is None:
                return refusal
            if await _poll_of(work, its) is not None:
                return Moved(MoveOutcome.ASKED_BEFORE, await card_of(work, its))
            candidates = [each for each in await work.sessions.candidates(session_id) if each > now]
            if not candidates:
                return Moved(MoveOutcome.NO_CANDIDATES, await card_of(work, its))
            options = [NewOption(moment=Interval(each, each + _length(its))) for each in candidates]
            closes_at = _closes_at(now, min(*candidates, its.starts_at))
            await open_poll(
                work, its.group_id, PollPurpose.MOVE, options, closes_at, leader_id, now, session_id=session_id
            )
            await work.sessions.drop_candidate(session_id)
            await _end_talk(work, leader_id)
            return Moved(MoveOutcome.ASKED, await card_of(work, its))

    async def confirm(self, leader_id: int, poll_id: int, option_id: int, now: datetime, update_id: int) -> Moved:
        """What the group said is settled: the session moves there, and everything that hangs on it."""
        async with self._database.transaction(applies=update_id) as work:
            poll = await _move_poll(work, poll_id)
            if poll is None or poll.session_id is None:
                return Moved(MoveOutcome.NOT_YOURS)
            its, refusal = await _movable(work, leader_id, poll.session_id, now)
            if its is None:
                return refusal
            option = next((each for each in await work.polls.options(poll.id) if each.id == option_id), None)
            if option is None or option.withdrawn_at is not None:
                return Moved(MoveOutcome.CHANGED, await card_of(work, its))
            if option.moment.starts_at == its.starts_at:
                return Moved(MoveOutcome.ALREADY, await card_of(work, its))
            if not poll.is_unsettled:
                return Moved(MoveOutcome.CHANGED, await card_of(work, its))
            return await _carry_out(work, leader_id, its, option.moment.starts_at, now)

    async def move_now(self, leader_id: int, session_id: int, moment: datetime, now: datetime, update_id: int) -> Moved:
        """Without asking anybody: the leader knows that it suits."""
        async with self._database.transaction(applies=update_id) as work:
            its, refusal = await _movable(work, leader_id, session_id, now)
            if its is None:
                return refusal
            if its.starts_at == moment:
                return Moved(MoveOutcome.ALREADY, await card_of(work, its))
            if moment not in await work.sessions.candidates(session_id):
                return Moved(MoveOutcome.CHANGED, await card_of(work, its))
            return await _carry_out(work, leader_id, its, moment, now)

    async def leave(self, leader_id: int, session_id: int, now: datetime, update_id: int) -> Moved:
        """It stays where it is: what was put together or asked for it is dropped."""
        async with self._database.transaction(applies=update_id) as work:
            its, refusal = await _movable(work, leader_id, session_id, now)
            if its is None:
                return refusal
            await _end_search(work, its, now)
            await _end_talk(work, leader_id)
            return Moved(MoveOutcome.LEFT, await card_of(work, its))

    async def cancel(self, leader_id: int, session_id: int, moment: datetime, now: datetime, update_id: int) -> Moved:
        """`moment` is the one that was read when the button was pressed: about another nothing was asked."""
        async with self._database.transaction(applies=update_id) as work:
            its, refusal = await _movable(work, leader_id, session_id, now)
            if its is None:
                return refusal
            if its.starts_at != moment:
                return Moved(MoveOutcome.CHANGED, await card_of(work, its))
            await cancel_all(work, its, now)
            await _end_talk(work, leader_id)
            return Moved(MoveOutcome.CANCELLED, await card_of(work, its))


async def cancel_all(work: Work, its: Session, now: datetime) -> None:
    """It does not take place, and nothing about it is waited for or asked any more."""
    await _end_search(work, its, now)
    await session.cancel(work, its.id, now)
    await hosting_steps.session_cancelled(work, its.id, now)
    await absence.follow_cancel(work, its.id, now)


async def propose_move(work: Work, poll: Poll, now: datetime) -> None:
    """The poll about another moment is closed: who leads the group is told what it came to."""
    await work.outbox.withdraw((Kind.SESSION_MOVE_PROPOSED,), poll.id, now, "counted anew")
    await work.polls.save(poll.model_copy(update={"proposed_at": now}))
    leader_id = (await work.groups.get(poll.group_id)).leader_id
    if leader_id is not None:
        await notify(work, Kind.SESSION_MOVE_PROPOSED, leader_id, now, subject_id=poll.id, event_at=now)


async def card_of(reads: Reads, its: Session) -> MoveCard:
    poll = await _poll_of(reads, its)
    counted = None if poll is None else await standings(reads, poll)
    candidates = tuple(await reads.sessions.candidates(its.id))
    return MoveCard(its, candidates, poll, counted, tuple(await member_views(reads, its.group_id)))


async def _carry_out(work: Work, leader_id: int, its: Session, moment: datetime, now: datetime) -> Moved:
    """Place and host, presenters, calendars and what is queued move along; each is told once."""
    if moment <= now or await _clashes(work, leader_id, its, moment):
        return Moved(MoveOutcome.NOT_POSSIBLE, await card_of(work, its))
    poll = await _poll_of(work, its)
    await work.sessions.drop_candidate(its.id)
    moved = await session.move(work, its.id, moment, now)
    if poll is not None:
        await settle(work, poll, now)
        await _absent_who_cannot(work, poll, moved, now)
    await hosting_steps.session_moved(work, its.id, now)
    await absence.follow_move(work, its.id, now)
    await absence.check_quorum(work, moved, now)
    await _end_talk(work, leader_id)
    return Moved(MoveOutcome.MOVED, await card_of(work, moved))


async def _absent_who_cannot(work: Work, poll: Poll, moved: Session, now: datetime) -> None:
    """Who said no to the moment that was chosen need not say so again; a host among them is asked for no longer."""
    counted = await standings(work, poll)
    chosen = next((each for each in counted.options if each.option.starts_at == moved.starts_at), None)
    for person_id in sorted(chosen.no) if chosen is not None else []:
        await work.attendance.report(moved.id, person_id, now)
        await hosting_steps.release_from(work, moved.id, person_id, now)


async def _end_search(work: Work, its: Session, now: datetime) -> None:
    await work.sessions.drop_candidate(its.id)
    poll = await _poll_of(work, its)
    if poll is not None:
        await withdraw_poll(work, poll, now)
        await work.outbox.withdraw((Kind.SESSION_MOVE_PROPOSED,), poll.id, now, "it stays where it is")


async def _end_talk(work: Work, leader_id: int) -> None:
    conversation = await work.conversations.of(leader_id)
    if conversation is not None and conversation.name is ConversationName.MOVE_SESSION:
        await work.conversations.end(leader_id)


async def _poll_of(reads: Reads, its: Session) -> Poll | None:
    return await reads.polls.unsettled(its.group_id, PollPurpose.MOVE, its.id)


async def _move_poll(reads: Reads, poll_id: int) -> Poll | None:
    try:
        poll = await reads.polls.get(poll_id)
    except LookupError:
        return None
    return poll if poll.purpose is PollPurpose.MOVE else None


async def _movable(
    reads: Reads, leader_id: int, session_id: int, now: datetime
) -> tuple[Session, Moved] | tuple[None, Moved]:
    """The session, or why nothing can be done about it."""
    try:
        its = await reads.sessions.get(session_id)
    except LookupError:
        return None, Moved(MoveOutcome.NOT_YOURS)
    if not await leads(reads, its.group_id, leader_id):
        return None, Moved(MoveOutcome.NOT_YOURS)
    if not its.planned or its.starts_at <= now:
        return None, Moved(MoveOutcome.CHANGED)
    return its, Moved(MoveOutcome.DONE)


async def _problem(work: Work, leader_id: int, its: Session, moment: datetime) -> CandidateProblem | None:
    if is_public_holiday(local(moment).date()):
        return CandidateProblem.PUBLIC_HOLIDAY
    if moment == its.starts_at:
        return CandidateProblem.SAME
    there = await work.sessions.candidates(its.id)
    if moment not in there and len(there) >= MOST_CANDIDATES:
        return CandidateProblem.TOO_MANY
    return CandidateProblem.CLASH if await _clashes(work, leader_id, its, moment) else None


async def _clashes(reads: Reads, leader_id: int, its: Session, moment: datetime) -> bool:
    wanted = Interval(moment, moment + _length(its))
    around = span_of_days(*wanted)
    taken = await engagements(reads, leader_id, around, apart_from=its.id)
    return any(wanted.clashes_with(other) for other in taken)


def _length(its: Session) -> timedelta:
    return its.ends_at - its.starts_at


def _closes_at(now: datetime, first: datetime) -> datetime:
    """Five days, less when the first of the moments is near; but never so short that nobody can answer."""
    return voting_ends(now, before=first - KNOWN_AHEAD, least=LEAST_POLL)
