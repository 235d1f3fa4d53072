"""'Ik heb een casus voor ...': a member would like to present at a session."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from domain.moves import MoveKind
from domain.outbox import Kind
from domain.rota import Fault, broken_by
from domain.turn import ChosenBy
from services.group_views import MemberView, leads, member_views
from services.notices import notify
from services.rota_board import Board, board_of, lineup_of
from services.rota_places import places_of
from services.rota_steps import Duty, arrange, duty_of, settle_volunteer

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from domain.group import Group
    from domain.rota import Lineup
    from domain.session import Session
    from domain.turn import Turn, Volunteer
    from services.rota_places import Places
    from storage.database import Database
    from storage.work import Reads, Work

ANSWERED_AHEAD: Final = timedelta(days=1)
"""So long before the session a wish that nobody decided about lapses."""


class VolunteerOutcome(StrEnum):
    # There was a place that nobody had, and it breaks nothing.
    PRESENTS = "presents"
    # It counts when the turns are divided, which they have not been yet.
    NOTED = "noted"
    # Who leads the group decides.
    ASKED = "asked"
    ASKED_BEFORE = "asked-before"
    # They present there as it is.
    ALREADY = "already"
    # They said that they cannot come that day.
    CANNOT_COME = "cannot-come"
    # Nobody presents there, it is over, or it is not of their group.
    NOT_POSSIBLE = "not-possible"


@dataclass(frozen=True, slots=True)
class Volunteered:
    outcome: VolunteerOutcome
    session: Session | None = None


@dataclass(frozen=True, slots=True)
class WayIn:
    """A place that a volunteer could have, and what that would break."""

    turn: Turn
    # Who has it now; None: nobody.
    instead_of: MemberView | None
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class VolunteerCard:
    volunteer: Volunteer
    member: MemberView
    session: Session
    ways: tuple[WayIn, ...]


class GrantOutcome(StrEnum):
    GRANTED = "granted"
    DECLINED = "declined"
    # It was settled before, or cannot be any more.
    GONE = "gone"
    NOT_YOURS = "not-yours"


class Volunteers:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def sessions(self, person_id: int, now: datetime) -> list[Session]:
        """For which this person could volunteer: to come, they can be there, and they do not present there yet."""
        reads = self._database.reads
        group = await reads.groups.of_participant(person_id)
        if group is None:
            return []
        board = await board_of(reads, group.id, now)
        return [
            session
            for session, meeting, turns in zip(board.sessions, board.question.meetings, board.turns, strict=True)
            if person_id in meeting.able
            and duty_of((turn for turn in turns if turn.told), person_id) is not Duty.PRESENTER
            and person_id not in meeting.volunteers
        ]

    async def group_of(self, person_id: int) -> Group | None:
        """The group of which this person is a member."""
        return await self._database.reads.groups.of_participant(person_id)

    async def volunteer(self, person_id: int, session_id: int, now: datetime, update_id: int) -> Volunteered:
        """Given at once where a place is empty; else a wish for the division, or once told a question to the leader."""
        async with self._database.transaction(applies=update_id) as work:
            board, index = await _own_board(work, person_id, session_id, now)
            if board is None or index is None:
                return Volunteered(VolunteerOutcome.NOT_POSSIBLE)
            session = board.sessions[index]
            if person_id not in board.question.meetings[index].able:
                return Volunteered(VolunteerOutcome.CANNOT_COME, session)
            if board.told(index) and duty_of(board.turns[index], person_id) is Duty.PRESENTER:
                return Volunteered(VolunteerOutcome.ALREADY, session)
            if any(each.person_id == person_id for each in await work.turns.volunteers(session_id)):
                return Volunteered(VolunteerOutcome.ASKED_BEFORE, session)
            return Volunteered(await _volunteer(work, board, index, person_id, now), session)

    async def card(self, volunteer_id: int, now: datetime) -> VolunteerCard | None:
        """None when it is settled, or there is nothing to decide any more."""
        return await card_of(self._database.reads, volunteer_id, now)

    async def outcome(self, volunteer_id: int, person_id: int, now: datetime) -> tuple[Session, Duty] | None:
        """What the volunteer has to do at that session now; None when it is over, or not settled."""
        reads = self._database.reads
        try:
            volunteer = await reads.turns.volunteer(volunteer_id)
        except LookupError:
            return None
        session = await reads.sessions.get(volunteer.session_id)
        if volunteer.settled_at is None or volunteer.person_id != person_id or not session.is_to_come(now):
            return None
        return session, duty_of(await reads.turns.of_session(session.id), person_id)

    async def grant(
        self, volunteer_id: int, by: int, turn_id: int | None, now: datetime, update_id: int
    ) -> GrantOutcome:
        """The leader gives the volunteer this place; None: the rota stays as it is. The volunteer hears it."""
        async with self._database.transaction(applies=update_id) as work:
            card = await card_of(work, volunteer_id, now)
            if card is None:
                return GrantOutcome.GONE
            if not await leads(work, card.session.group_id, by):
                return GrantOutcome.NOT_YOURS
            way = next((each for each in card.ways if each.turn.id == turn_id), None)
            if turn_id is not None and way is None:
                return GrantOutcome.GONE
            await settle_volunteer(work, volunteer_id, now)
            person_id = card.volunteer.person_id
            if way is not None:
                places = _with(await work.turns.of_session(card.session.id), way.turn, person_id)
                await arrange(work, card.session, places, ChosenBy.FACILITATOR, now, apart_from={person_id})
            await notify(
                work,
                Kind.VOLUNTEER_SETTLED,
                person_id,
                now,
                subject_id=volunteer_id,
                event_at=card.session.starts_at,
            )
            return GrantOutcome.DECLINED if way is None else GrantOutcome.GRANTED


async def card_of(reads: Reads, volunteer_id: int, now: datetime) -> VolunteerCard | None:
    """What the leader decides on; None when it is settled, gone, or the rota of that session was not told yet."""
    try:
        volunteer = await reads.turns.volunteer(volunteer_id)
    except LookupError:
        return None
    board, index = await _own_board(reads, volunteer.person_id, volunteer.session_id, now)
    if volunteer.settled_at is not None or board is None or index is None or not board.told(index):
        return None
    members = {each.person.id: each for each in await member_views(reads, board.group.id)}
    ways = [_way(board, index, turn, volunteer.person_id, members) for turn in board.turns[index]]
    return VolunteerCard(
        volunteer=volunteer,
        member=members[volunteer.person_id],
        session=board.sessions[index],
        ways=tuple(each for each in ways if each.turn.person_id != volunteer.person_id),
    )


async def lapse(work: Work, volunteer_id: int, now: datetime) -> None:
    """Nobody decided: the rota stays as it is, and the volunteer hears so."""
    volunteer = await work.turns.volunteer(volunteer_id)
    if await settle_volunteer(work, volunteer_id, now):
        await notify(work, Kind.VOLUNTEER_SETTLED, volunteer.person_id, now, subject_id=volunteer_id)


async def _volunteer(work: Work, board: Board, index: int, person_id: int, now: datetime) -> VolunteerOutcome:
    session = board.sessions[index]
    if not board.told(index):
        await work.turns.add_volunteer(session.id, person_id, now)
        return VolunteerOutcome.NOTED
    empty = next((each for each in board.turns[index] if each.is_presenter and each.person_id is None), None)
    if empty is not None:
        places = _with(board.turns[index], empty, person_id)
        if not broken_by(board.question, board.rota, board.with_lineup(index, _lineup(places, board.turns[index]))):
            await arrange(work, session, places, ChosenBy.MEMBER, now, apart_from={person_id})
            return VolunteerOutcome.PRESENTS
    volunteer = await work.turns.add_volunteer(session.id, person_id, now)
    leader_id = board.group.leader_id
    ends_by = max(session.starts_at - ANSWERED_AHEAD, now)
    await work.moves.open(MoveKind.VOLUNTEER, volunteer.id, now, leader_id, ends_by=ends_by)
    if leader_id is not None:
        await notify(work, Kind.VOLUNTEER_ASKED, leader_id, now, subject_id=volunteer.id, event_at=session.starts_at)
    return VolunteerOutcome.ASKED


def _way(board: Board, index: int, turn: Turn, person_id: int, members: Mapping[int, MemberView]) -> WayIn:
    lineup = _lineup(_with(board.turns[index], turn, person_id), board.turns[index])
    broken = broken_by(board.question, board.rota, board.with_lineup(index, lineup))
    return WayIn(turn, None if turn.person_id is None else members.get(turn.person_id), tuple(broken))


def _with(turns: tuple[Turn, ...] | list[Turn], turn: Turn, person_id: int) -> Places:
    """The place is theirs; a reserve who becomes presenter leaves that place to who presented instead."""
    places = places_of(turns)
    for place, had in places.items():
        if had == person_id:
            places[place] = turn.person_id
    places[turn.role, turn.position] = person_id
    return places


def _lineup(places: Places, turns: tuple[Turn, ...]) -> Lineup:
    return lineup_of(turn.model_copy(update={"person_id": places[turn.role, turn.position]}) for turn in turns)


async def _own_board(
    reads: Reads, person_id: int, session_id: int, now: datetime
) -> tuple[Board, int] | tuple[None, None]:
    group = await reads.groups.of_participant(person_id)
    if group is None:
        return None, None
    board = await board_of(reads, group.id, now)
    index = board.index(session_id)
    return (None, None) if index is None else (board, index)
