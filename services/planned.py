"""How far a group is with planning its year, and telling who leads it what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.moves import MoveKind
from domain.outbox import Kind
from domain.place import ChoiceStatus
from domain.planned import Plan, PlanStep, Progress
from domain.poll import PollPurpose
from domain.session import Form
from services.group_views import leads
from services.notices import notify
from services.rota_board import board_of

if TYPE_CHECKING:
    from datetime import datetime

    from domain.group import Cycle
    from domain.session import Session
    from storage.database import Database
    from storage.work import Reads, Work

# Of a choice of a place: these wait for the members or for a host, these for the leader.
OTHERS_MOVE = frozenset({ChoiceStatus.VOTING, ChoiceStatus.ASKING})
LEADERS_MOVE = frozenset({ChoiceStatus.DECIDING, ChoiceStatus.DRAFTED})


class Planned:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def plan(self, group_id: int, by: int, now: datetime) -> Plan | None:
        """None for a group that this person does not lead."""
        if not await leads(self._database.reads, group_id, by):
            return None
        return await plan_of(self._database.reads, group_id, now)


async def offer_next(work: Work, group_id: int, now: datetime, *, at_once: bool = False) -> None:
    """Tell who leads the group what comes next; once, however much is done in the meantime.

    To be called when dates, a place, hosts or a chat were settled. Turns that were proposed before that, and that
    nobody was told of, are divided anew; once there is nothing before them it is the leader's move to have them.
    `at_once`: it answers what the leader did just now, so that no quiet holds it back (design.md, section 4).
    """
    board = await board_of(work, group_id, now)
    for index, session in enumerate(board.sessions):
        if not board.told(index):
            await work.turns.drop_proposed_by_bot(session.id)
    plan, leader_id = await plan_of(work, group_id, now), board.group.leader_id
    if PlanStep.PRESENTERS in plan.open_steps and board.undecided:
        await work.moves.open(MoveKind.ROTA, group_id, now, leader_id)
    if leader_id is not None and await work.outbox.queued(Kind.NEXT_STEP, leader_id, group_id) is None:
        event_at = now if at_once else None
        await notify(work, Kind.NEXT_STEP, leader_id, now, subject_id=group_id, event_at=event_at)


async def offer_other_dates(work: Work, group_id: int, now: datetime, *, at_once: bool = False) -> None:
    """As `offer_next`, while the other dates of the cycle are not planned, asked about or waiting to be confirmed."""
    dates = (await plan_of(work, group_id, now)).progress[PlanStep.DATES]
    if dates is Progress.OPEN and await work.polls.unsettled(group_id, PollPurpose.DATES) is None:
        await offer_next(work, group_id, now, at_once=at_once)


async def plan_of(reads: Reads, group_id: int, now: datetime) -> Plan:
    """Of the cycle that is running. Raises LookupError when there is no such group."""
    cycle = await reads.groups.current_cycle(group_id)
    sessions = [] if cycle is None else await reads.sessions.of_group(group_id, cycle.number)
    first = next((each for each in sessions if each.cycle == 1 and each.number == 1 and each.is_to_come(now)), None)
    return Plan(
        first_session_id=None if first is None else first.id,
        progress={
            PlanStep.FIRST_DATE: await _first_date(reads, group_id, cycle, sessions),
            PlanStep.FIRST_PLACE: await _first_place(reads, cycle, sessions, now),
            PlanStep.CHAT: await _chat(reads, group_id),
            PlanStep.DATES: await _dates(reads, group_id, cycle, sessions),
            PlanStep.PLACE: await _place(reads, group_id, cycle, sessions),
            PlanStep.PRESENTERS: await _presenters(reads, group_id, now),
        },
    )


async def _first_date(reads: Reads, group_id: int, cycle: Cycle | None, sessions: list[Session]) -> Progress:
    """Of the first cycle alone: in later ones it is among the others."""
    if cycle is None or cycle.number > 1 or any(session.number == 1 for session in sessions):
        return Progress.DONE
    return await _asked(reads, group_id, PollPurpose.FIRST_DATE)


async def _first_place(reads: Reads, cycle: Cycle | None, sessions: list[Session], now: datetime) -> Progress:
    if cycle is None or cycle.number > 1:
        return Progress.DONE
    first = next((session for session in sessions if session.number == 1), None)
    if first is None:
        return Progress.OPEN
    if not first.is_to_come(now) or _is_somewhere(first):
        return Progress.DONE
    return Progress.OPEN if await reads.hostings.live(first.id) is None else Progress.RUNNING


async def _chat(reads: Reads, group_id: int) -> Progress:
    linked = await reads.chats.of_group(group_id) is not None
    return Progress.DONE if linked or await reads.chats.declined(group_id) else Progress.OPEN


async def _dates(reads: Reads, group_id: int, cycle: Cycle | None, sessions: list[Session]) -> Progress:
    if cycle is None or len(sessions) >= cycle.sessions:
        return Progress.DONE
    return await _asked(reads, group_id, PollPurpose.DATES)


async def _place(reads: Reads, group_id: int, cycle: Cycle | None, sessions: list[Session]) -> Progress:
    if cycle is None:
        return Progress.DONE
    choice = await reads.place_choices.of_cycle(group_id, cycle.number)
    if choice is not None and choice.status in OTHERS_MOVE:
        return Progress.RUNNING
    if choice is not None and choice.status not in LEADERS_MOVE:
        return Progress.DONE
    # Settled by hand, session by session, is settled as well.
    others = [session for session in sessions if session.number > 1 or cycle.number > 1]
    everywhere = choice is None and bool(others) and all(_is_somewhere(each) for each in others)
    return Progress.DONE if everywhere else Progress.OPEN


async def _presenters(reads: Reads, group_id: int, now: datetime) -> Progress:
    board = await board_of(reads, group_id, now)
    return Progress.OPEN if board.undecided or not board.sessions else Progress.DONE


async def _asked(reads: Reads, group_id: int, purpose: PollPurpose) -> Progress:
    """A poll that is closed waits for the leader, who has to confirm what comes of it."""
    poll = await reads.polls.unsettled(group_id, purpose)
    return Progress.RUNNING if poll is not None and poll.is_open else Progress.OPEN


def _is_somewhere(session: Session) -> bool:
    return session.form is Form.ONLINE or session.municipality_code is not None
