"""Who presents: dividing the turns that are to come, showing and confirming them, and setting them by hand."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from domain.group import PRESENTING_FROM, QUORUMS
from domain.moves import MoveKind
from domain.outbox import Kind
from domain.rota import Fault, Lineup, broken_by, faults, turns_in
from domain.rota_search import best_rota
from domain.turn import ChosenBy, TurnRole
from services.absence import review_quorum
from services.group_views import leads, member_views
from services.notices import notify, notify_group
from services.rota_board import board_of, lineup_of, to_divide
from services.rota_places import as_lineup, as_places, places_of
from services.rota_steps import arrange, release

if TYPE_CHECKING:
    from datetime import datetime

    from domain.group import Group
    from domain.rota import Rota, RotaQuestion
    from domain.session import Session
    from domain.turn import Turn
    from services.group_views import MemberView
    from services.rota_board import Board
    from services.worker import Worker
    from storage.database import Database
    from storage.work import Reads, Work

__all__ = ["Rotas", "release", "turns_of"]

TRIES: Final = 3
"""How often turns are divided anew when something changed while they were being divided."""


@dataclass(frozen=True, slots=True)
class RotaRow:
    session: Session
    # Presenters in their order, then the reserve; empty when nothing was divided yet.
    turns: tuple[Turn, ...]

    @property
    def lineup(self) -> Lineup:
        return lineup_of(self.turns)

    @property
    def told(self) -> bool:
        return any(turn.told for turn in self.turns)


@dataclass(frozen=True, slots=True)
class RotaView:
    """The rota of what is to come."""

    group: Group
    rows: tuple[RotaRow, ...]
    members: tuple[MemberView, ...]
    # What it breaks; the bot's own only where there was no other way.
    faults: tuple[Fault, ...]
    # How often each will have presented, over all cycles.
    turns: dict[int, int]
    # Nobody has heard of all of it, and it is complete: the leader can confirm it.
    proposed: bool

    @property
    def mark(self) -> int:
        """Another number when it says something else: what was shown is what is confirmed."""
        shown = [(row.session.id, row.lineup.presenters, row.lineup.reserve) for row in self.rows]
        return zlib.crc32(repr(shown).encode())

    def member(self, person_id: int | None) -> MemberView | None:
        return next((each for each in self.members if each.person.id == person_id), None)

    def row(self, session_id: int) -> RotaRow | None:
        return next((each for each in self.rows if each.session.id == session_id), None)


class RotaOutcome(StrEnum):
    PROPOSED = "proposed"
    TOLD = "told"
    # There is nothing (left) to divide, or to confirm.
    NOTHING = "nothing"
    # It is not what was shown (any more): look again. Nothing was told.
    CHANGED = "changed"
    # Not a group that this person leads, or no such group.
    NOT_YOURS = "not-yours"


@dataclass(frozen=True, slots=True)
class Divided:
    outcome: RotaOutcome
    view: RotaView | None = None


class SetOutcome(StrEnum):
    SET = "set"
    # It breaks something: `faults` says what; asked again with `anyhow` it is done.
    BREAKS = "breaks"
    # It is so already.
    ALREADY = "already"
    # That session is over, or nobody presents there.
    TOO_LATE = "too-late"
    # Not a member (any more).
    NOT_A_MEMBER = "not-a-member"
    NOT_YOURS = "not-yours"


@dataclass(frozen=True, slots=True)
class PlaceSet:
    outcome: SetOutcome
    faults: tuple[Fault, ...] = ()
    view: RotaView | None = None


async def turns_of(reads: Reads, session_id: int) -> list[Turn]:
    """What the group was told about this session: presenters in order, then the reserve; empty before it was told.

    `person_id` is who has the turn now, `original_person_id` who had it at first; a place may be empty.
    """
    return [turn for turn in await reads.turns.of_session(session_id) if turn.told]


class Rotas:
    def __init__(self, database: Database, worker: Worker) -> None:
        self._database = database
        self._worker = worker

    async def view(self, group_id: int, now: datetime) -> RotaView | None:
        """None when there is no such group."""
        try:
            return await view_of(self._database.reads, group_id, now)
        except LookupError:
            return None

    async def set_rules(
        self,
        group_id: int,
        by: int,
        now: datetime,
        update_id: int,
        *,
        presenting_from: int | None = None,
        quorum: int | None = None,
    ) -> bool:
        """From which session on members present, and how many have to come; None: as it is.

        What nobody was told is divided anew. False for a group that this person does not lead, or an odd number.
        """
        async with self._database.transaction(applies=update_id) as work:
            odd = presenting_from not in (None, *PRESENTING_FROM) or quorum not in (None, *QUORUMS)
            if odd or not await leads(work, group_id, by):
                return False
            group = await work.groups.get(group_id)
            changed = {
                "presenting_from": presenting_from or group.presenting_from,
                "quorum": quorum or group.quorum,
            }
            await work.groups.save(group.model_copy(update=changed))
            board = await board_of(work, group_id, now)
            for index, session in enumerate(board.sessions):
                if not board.told(index):
                    await work.turns.drop_proposed_by_bot(session.id)
            await review_quorum(work, group_id, now)
            return True

    async def able(self, session_id: int, now: datetime) -> frozenset[int]:
        """Who neither said no to this session nor reported absence; empty when it is not to come."""
        session = await self._database.reads.sessions.get(session_id)
        board = await board_of(self._database.reads, session.group_id, now)
        index = board.index(session_id)
        return frozenset() if index is None else board.question.meetings[index].able

    async def divide(self, group_id: int, by: int, now: datetime, update_id: int) -> Divided:
        """Propose the best rota for what nobody was told yet; nothing reaches anyone."""
        if not await leads(self._database.reads, group_id, by):
            return Divided(RotaOutcome.NOT_YOURS)
        for _ in range(TRIES):
            question = to_divide(await board_of(self._database.reads, group_id, now))
            best = await self._worker.run(best_rota, question)
            try:
                async with self._database.transaction(applies=update_id) as work:
                    return await _propose_best(work, group_id, by, question, rota=best.rota, now=now)
            except _ChangedMeanwhileError:
                continue
        async with self._database.transaction(applies=update_id) as work:
            return Divided(RotaOutcome.CHANGED, await view_of(work, group_id, now))

    async def confirm(self, group_id: int, by: int, mark: int, now: datetime, update_id: int) -> Divided:
        """What was shown (`RotaView.mark`) is told to the group, and to each who has a turn in it."""
        async with self._database.transaction(applies=update_id) as work:
            if not await leads(work, group_id, by):
                return Divided(RotaOutcome.NOT_YOURS)
            view = await view_of(work, group_id, now)
            if not any(not row.told for row in view.rows):
                return Divided(RotaOutcome.NOTHING, view)
            if not view.proposed or view.mark != mark:
                return Divided(RotaOutcome.CHANGED, view)
            await _tell(work, view, now)
            return Divided(RotaOutcome.TOLD, await view_of(work, group_id, now))

    async def put(
        self,
        session_id: int,
        by: int,
        role: TurnRole,
        position: int,
        person_id: int | None,
        *,
        now: datetime,
        update_id: int,
        anyhow: bool = False,
    ) -> PlaceSet:
        """The leader gives a place to somebody, or leaves it empty; who had another place there changes with them."""
        async with self._database.transaction(applies=update_id) as work:
            board, index = await _led_board(work, session_id, by, now)
            if board is None:
                return PlaceSet(SetOutcome.NOT_YOURS)
            if index is None:
                return PlaceSet(SetOutcome.TOO_LATE)
            if person_id is not None and person_id not in board.question.members:
                return PlaceSet(SetOutcome.NOT_A_MEMBER)
            places = places_of(board.turns[index])
            had = places[role, position]
            if had == person_id:
                return PlaceSet(SetOutcome.ALREADY, view=await view_of(work, board.group.id, now))
            places |= {place: had for place, each in places.items() if each is not None and each == person_id}
            places[role, position] = person_id
            new = board.with_lineup(index, as_lineup(places))
            broken = tuple(broken_by(board.question, board.rota, new))
            if broken and not anyhow:
                return PlaceSet(SetOutcome.BREAKS, broken)
            await arrange(work, board.sessions[index], places, ChosenBy.FACILITATOR, now, apart_from={by})
            return PlaceSet(SetOutcome.SET, broken, await view_of(work, board.group.id, now))


class _ChangedMeanwhileError(Exception):
    """What the turns were divided by is not how things are any more."""


async def view_of(reads: Reads, group_id: int, now: datetime) -> RotaView:
    """Raises LookupError when there is no such group."""
    board = await board_of(reads, group_id, now)
    rows = tuple(RotaRow(session, turns) for session, turns in zip(board.sessions, board.turns, strict=True))
    divided = all(board.turns)
    return RotaView(
        group=board.group,
        rows=rows,
        members=tuple(await member_views(reads, group_id)),
        faults=tuple(sorted(faults(board.question, board.rota))) if divided else (),
        turns=turns_in(board.question, board.rota),
        proposed=board.proposed,
    )


async def _propose_best(
    work: Work, group_id: int, by: int, question: RotaQuestion, *, rota: Rota, now: datetime
) -> Divided:
    board = await board_of(work, group_id, now)
    if by not in board.group.leaders:
        return Divided(RotaOutcome.NOT_YOURS)
    if not board.undecided:
        return Divided(RotaOutcome.NOTHING, await view_of(work, group_id, now))
    if to_divide(board) != question:
        raise _ChangedMeanwhileError
    await _propose(work, board, rota, now)
    return Divided(RotaOutcome.PROPOSED, await view_of(work, group_id, now))


async def _propose(work: Work, board: Board, rota: Rota, now: datetime) -> None:
    for index, lineup in enumerate(rota):
        if not board.told(index):
            by_hand = {turn.person_id for turn in board.turns[index] if turn.chosen_by is not ChosenBy.BOT}
            session = board.sessions[index]
            await work.turns.drop_proposed(session.id)
            for (role, position), person_id in as_places(lineup).items():
                chosen_by = ChosenBy.FACILITATOR if person_id in by_hand and person_id is not None else ChosenBy.BOT
                await work.turns.put(session.id, role, position, person_id=person_id, chosen_by=chosen_by, at=now)
    await work.moves.open(MoveKind.ROTA, board.group.id, now, board.group.leader_id)


async def _tell(work: Work, view: RotaView, now: datetime) -> None:
    told = [row for row in view.rows if not row.told]
    for row in told:
        await work.turns.tell(row.session.id, now)
        for volunteer in await work.turns.volunteers(row.session.id):
            await work.turns.settle_volunteer(volunteer.id, now)
            if volunteer.person_id not in row.lineup.presenters:
                await notify(work, Kind.VOLUNTEER_SETTLED, volunteer.person_id, now, subject_id=volunteer.id)
    group_id = view.group.id
    await work.moves.close(MoveKind.ROTA, group_id, now)
    await work.outbox.withdraw((Kind.NEXT_STEP, Kind.ROTA_REMINDER, Kind.ROTA_WAITS), group_id, now, "confirmed")
    await notify_group(work, Kind.ROTA_POSTED, group_id, now, subject_id=group_id, in_private=True)
    for person_id in sorted({each for row in told for each in row.lineup.people}):
        await notify(work, Kind.TURNS_TOLD, person_id, now, subject_id=group_id)


async def _led_board(work: Work, session_id: int, by: int, now: datetime) -> tuple[Board | None, int | None]:
    """None for a group that this person does not lead; no index for a session that is over, or without turns."""
    try:
        session = await work.sessions.get(session_id)
    except LookupError:
        return None, None
    if not await leads(work, session.group_id, by):
        return None, None
    board = await board_of(work, session.group_id, now)
    return board, board.index(session_id)
