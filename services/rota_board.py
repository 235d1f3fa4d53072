"""The rota of a group as the rules read it: who can come when, who has which turn, and what is past."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from domain.poll import Answer
from domain.rota import NOBODY, Lineup, Meeting, Rota, RotaQuestion
from domain.turn import ChosenBy, TurnRole

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from domain.group import Group, Membership
    from domain.session import Session
    from domain.turn import Turn
    from storage.work import Reads


@dataclass(frozen=True, slots=True)
class Board:
    """Everything to come of a group at which members present, in the order of time."""

    group: Group
    sessions: tuple[Session, ...]
    # For each of them, told or not yet: presenters in their order, then the reserve.
    turns: tuple[tuple[Turn, ...], ...]
    # Its meetings are these sessions.
    question: RotaQuestion

    @property
    def rota(self) -> Rota:
        return tuple(lineup_of(each) for each in self.turns)

    @property
    def undecided(self) -> bool:
        """Whether there is a session of which nothing has been told."""
        return any(not _is_told(each) for each in self.turns)

    @property
    def proposed(self) -> bool:
        """Whether there is a proposal for every session of which nothing has been told, and such a session."""
        return self.undecided and all(self.turns)

    def index(self, session_id: int) -> int | None:
        """None when it is not among those to come."""
        return next((index for index, each in enumerate(self.sessions) if each.id == session_id), None)

    def told(self, index: int) -> bool:
        return _is_told(self.turns[index])

    def with_lineup(self, index: int, lineup: Lineup) -> Rota:
        return (*self.rota[:index], lineup, *self.rota[index + 1 :])


async def board_of(reads: Reads, group_id: int, now: datetime, *, without: int | None = None) -> Board:
    """`without`: as if this member had left. Raises LookupError when there is no such group."""
    group = await reads.groups.get(group_id)
    memberships = [each for each in await reads.groups.members(group_id) if each.person_id != without]
    members = tuple(each.person_id for each in memberships)
    every = [each for each in await reads.sessions.of_group(group_id) if presents(group, each)]
    sessions = tuple(each for each in every if each.planned and each.starts_at > now)
    over = [each for each in every if each not in sessions]
    turns = tuple([tuple(await reads.turns.of_session(each.id)) for each in sessions])
    meetings = [await _meeting(reads, each, its, members) for each, its in zip(sessions, turns, strict=True)]
    return Board(
        group=group,
        sessions=sessions,
        turns=turns,
        question=RotaQuestion(
            members=members,
            meetings=tuple(meetings),
            past=await past_of(reads, memberships, over),
            before=await _told_lineup(reads, over[-1]) if over else NOBODY,
        ),
    )


def presents(group: Group, session: Session) -> bool:
    """Whether members present at this session: in the first cycle from the number on that the group has set."""
    return session.cycle > 1 or session.number >= group.presenting_from


def to_divide(board: Board) -> RotaQuestion:
    """What is still to be divided: what was told stays, and so does what somebody chose by hand."""
    meetings = [
        replace(meeting, fixed=_fixed(turns), closed=_is_told(turns))
        for meeting, turns in zip(board.question.meetings, board.turns, strict=True)
    ]
    return replace(board.question, meetings=tuple(meetings))


def lineup_of(turns: Iterable[Turn]) -> Lineup:
    """Who has which turn; empty places are left out."""
    had = [turn for turn in turns if turn.person_id is not None]
    presenters = tuple(turn.person_id for turn in had if turn.is_presenter and turn.person_id is not None)
    reserves = [turn.person_id for turn in had if turn.role is TurnRole.RESERVE]
    return Lineup(presenters, reserves[0] if reserves else None)


async def past_of(reads: Reads, memberships: Iterable[Membership], over: Iterable[Session]) -> dict[int, int]:
    """How often each member has presented; who was absent did not.

    Who came later counts from what the one with the fewest turns had by then: nobody has to catch up with years in
    which they were not there.
    """
    counts: Counter[int] = Counter()
    waiting = sorted(memberships, key=lambda each: each.joined_at or each.picked_at)
    there: list[int] = []
    for session in sorted(over, key=lambda each: each.starts_at):
        while waiting and (waiting[0].joined_at or waiting[0].picked_at) <= session.starts_at:
            _welcome(counts, there, waiting.pop(0).person_id)
        absent = {each.person_id for each in await reads.attendance.of(session.id) if each.absent}
        presented = set((await _told_lineup(reads, session)).presenters) - absent
        counts.update(presented & set(there))
    for each in waiting:
        _welcome(counts, there, each.person_id)
    return {person_id: counts[person_id] for person_id in there}


async def who_can(reads: Reads, session: Session, members: Iterable[int]) -> frozenset[int]:
    """Those who neither said no to its date nor reported that they will be absent; what they said last counts."""
    answers = await reads.turns.answers_to(session.id)
    comes = {each.person_id: not each.absent for each in await reads.attendance.of(session.id)}
    return frozenset(each for each in members if comes.get(each, answers.get(each) is not Answer.NO))


def _welcome(counts: Counter[int], there: list[int], person_id: int) -> None:
    counts[person_id] = min((counts[each] for each in there), default=0)
    there.append(person_id)


async def _meeting(reads: Reads, session: Session, turns: tuple[Turn, ...], members: tuple[int, ...]) -> Meeting:
    able = await who_can(reads, session, members)
    answers = await reads.turns.answers_to(session.id)
    sure = {each for each in able if answers.get(each) is Answer.YES}
    volunteers = {each.person_id for each in await reads.turns.volunteers(session.id)}
    return Meeting(
        session_id=session.id,
        able=able,
        # Where nobody was asked, nobody is unsure.
        unsure=able - sure if answers else frozenset(),
        host=session.host_id,
        volunteers=frozenset(volunteers & able),
    )


async def _told_lineup(reads: Reads, session: Session) -> Lineup:
    return lineup_of(turn for turn in await reads.turns.of_session(session.id) if turn.told)


def _fixed(turns: tuple[Turn, ...]) -> Lineup:
    return lineup_of(turns if _is_told(turns) else (turn for turn in turns if turn.chosen_by is not ChosenBy.BOT))


def _is_told(turns: tuple[Turn, ...]) -> bool:
    return any(turn.told for turn in turns)
