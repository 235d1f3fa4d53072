"""Swaps: a member offers a turn to one person or to all, and the first to accept has it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from domain.moves import MoveKind
from domain.outbox import Kind
from domain.rota import Fault, broken_by
from domain.swap import Swap, SwapStatus, swap_ends
from domain.turn import ChosenBy, Turn
from services.group_views import MemberView, leads, member_views
from services.notices import notify
from services.rota_board import board_of, lineup_of
from services.rota_places import places_of
from services.rota_steps import arrange, close_swap, decline_swap, end_swap

if TYPE_CHECKING:
    from datetime import datetime

    from domain.rota import Rota
    from domain.session import Session
    from services.rota_board import Board
    from storage.database import Database
    from storage.work import Reads, Work


@dataclass(frozen=True, slots=True)
class OwnTurn:
    """A turn that is told and still to come."""

    turn: Turn
    session: Session


@dataclass(frozen=True, slots=True)
class Exchange:
    """What somebody could give in return."""

    member: MemberView
    theirs: OwnTurn
    # What it breaks; then the leader decides.
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class SwapCard:
    swap: Swap
    asker: MemberView | None
    offered: OwnTurn
    # What the reader of the card could give; for a swap that was taken: what the taker gives.
    exchanges: tuple[Exchange, ...]
    taker: MemberView | None


@dataclass(frozen=True, slots=True)
class SwapOutcome:
    """What became of a swap, for one of the two."""

    swap: Swap
    # The first name of the other; empty when nobody took it.
    other: str
    # What the reader had, and got for it; the same when there was no swap.
    old: OwnTurn
    new: OwnTurn


class AskOutcome(StrEnum):
    ASKED = "asked"
    # It is on offer already.
    ASKED_BEFORE = "asked-before"
    # Nobody (of those meant) has a turn of the kind at a session that fits both.
    NOBODY = "nobody"
    # Not a turn of theirs, or the session is over.
    NOT_YOURS = "not-yours"


@dataclass(frozen=True, slots=True)
class Asked:
    outcome: AskOutcome
    offered: OwnTurn | None = None
    # How many people were asked.
    people: int = 0
    swap_id: int | None = None


class AcceptOutcome(StrEnum):
    SWAPPED = "swapped"
    # It breaks something: the leader decides.
    TO_DECIDE = "to-decide"
    # Somebody was faster, it was taken back, or it does not fit any more.
    GONE = "gone"
    NOT_ASKED = "not-asked"


@dataclass(frozen=True, slots=True)
class Accepted:
    outcome: AcceptOutcome
    # As it was before.
    card: SwapCard | None = None


class DecideOutcome(StrEnum):
    SWAPPED = "swapped"
    REFUSED = "refused"
    GONE = "gone"
    NOT_YOURS = "not-yours"


class Swaps:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def own_turns(self, person_id: int, now: datetime) -> list[OwnTurn]:
        """Those that this person could offer, in the order of time."""
        group = await self._database.reads.groups.of_participant(person_id)
        return [] if group is None else own_turns(await board_of(self._database.reads, group.id, now), person_id)

    async def exchanges(self, person_id: int, turn_id: int, now: datetime) -> list[Exchange]:
        """With whom this turn could be exchanged; empty when it is not theirs."""
        board, offered = await _offered(self._database.reads, person_id, turn_id, now)
        return [] if offered is None or board is None else await _exchanges(self._database.reads, board, offered)

    async def card(self, swap_id: int, reader_id: int, now: datetime) -> SwapCard | None:
        """None when there is nothing to exchange any more."""
        return await card_of(self._database.reads, swap_id, reader_id, now)

    async def card_for_leader(self, swap_id: int, now: datetime) -> SwapCard | None:
        """What the leader decides about, with the one exchange; None when there is nothing to decide."""
        swap = await _swap(self._database.reads, swap_id)
        if swap is None or swap.status is not SwapStatus.TO_DECIDE or swap.taken_by is None:
            return None
        return await card_of(self._database.reads, swap_id, swap.taken_by, now)

    async def outcome(self, swap_id: int, reader_id: int) -> SwapOutcome | None:
        """None for who has no part in it."""
        reads = self._database.reads
        swap = await _swap(reads, swap_id)
        if swap is None or reader_id not in (swap.asked_by, swap.taken_by):
            return None
        offered = await _turn(reads, swap.turn_id)
        taken = offered if swap.taken_turn_id is None else await _turn(reads, swap.taken_turn_id)
        old, new = (offered, taken) if reader_id == swap.asked_by else (taken, offered)
        other_id = swap.taken_by if reader_id == swap.asked_by else swap.asked_by
        other = None if other_id is None else await reads.people.get(other_id)
        return SwapOutcome(swap, (other.first_name if other else None) or "", old, new)

    async def ask(self, person_id: int, turn_id: int, to: int | None, now: datetime, update_id: int) -> Asked:
        """Offer a turn to one person; None: to everybody with whom it can be exchanged without breaking anything."""
        async with self._database.transaction(applies=update_id) as work:
            board, offered = await _offered(work, person_id, turn_id, now)
            if board is None or offered is None:
                return Asked(AskOutcome.NOT_YOURS)
            if await work.swaps.live_of_turn(turn_id):
                return Asked(AskOutcome.ASKED_BEFORE, offered)
            every = await _exchanges(work, board, offered)
            # What breaks something is for one person and the leader to agree on, not for everybody to be asked.
            fitting = [each for each in every if (not each.faults if to is None else each.member.person.id == to)]
            if not fitting:
                return Asked(AskOutcome.NOBODY, offered)
            people = sorted({each.member.person.id for each in fitting})
            swap = await _open(work, offered, people, fitting, now)
            return Asked(AskOutcome.ASKED, offered, len(people), swap.id)

    async def accept(self, swap_id: int, person_id: int, given_turn_id: int, now: datetime, update_id: int) -> Accepted:
        """The first to accept has it; what breaks a rule goes to the leader first."""
        async with self._database.transaction(applies=update_id) as work:
            card = await card_of(work, swap_id, person_id, now)
            if card is None:
                return Accepted(AcceptOutcome.GONE)
            if person_id not in {each.person_id for each in await work.swaps.asks(swap_id)}:
                return Accepted(AcceptOutcome.NOT_ASKED)
            exchange = next((each for each in card.exchanges if each.theirs.turn.id == given_turn_id), None)
            if card.swap.status is not SwapStatus.OPEN or exchange is None:
                return Accepted(AcceptOutcome.GONE, card)
            if exchange.faults:
                await _put_before_leader(work, card, exchange, now)
                return Accepted(AcceptOutcome.TO_DECIDE, card)
            await work.swaps.take(swap_id, person_id, given_turn_id, SwapStatus.DONE, now)
            await _carry_out(work, card.swap, card.offered, exchange.theirs, now)
            await notify(work, Kind.SWAP_DONE, card.swap.asked_by, now, subject_id=swap_id)
            return Accepted(AcceptOutcome.SWAPPED, card)

    async def decline(self, swap_id: int, person_id: int, now: datetime, update_id: int) -> bool:
        """False when this one was not asked, had said no, or there is nothing to answer any more."""
        async with self._database.transaction(applies=update_id) as work:
            swap = await _swap(work, swap_id)
            return (
                swap is not None and swap.status is SwapStatus.OPEN and await decline_swap(work, swap, person_id, now)
            )

    async def withdraw(self, swap_id: int, person_id: int, now: datetime, update_id: int) -> bool:
        """Who asked takes it back; False when it was settled, or is not theirs."""
        async with self._database.transaction(applies=update_id) as work:
            swap = await _swap(work, swap_id)
            if swap is None or swap.asked_by != person_id:
                return False
            return await end_swap(work, swap, SwapStatus.WITHDRAWN, now)

    async def decide(self, swap_id: int, by: int, now: datetime, update_id: int, *, allow: bool) -> DecideOutcome:
        """The leader about a swap that breaks something."""
        async with self._database.transaction(applies=update_id) as work:
            swap = await _swap(work, swap_id)
            if swap is None or not await _may_decide(work, swap, by):
                return DecideOutcome.NOT_YOURS
            card = None if swap.taken_by is None else await card_of(work, swap_id, swap.taken_by, now)
            if swap.status is not SwapStatus.TO_DECIDE or swap.taken_by is None or card is None or not card.exchanges:
                return DecideOutcome.GONE
            await end_swap(work, swap, SwapStatus.DONE if allow else SwapStatus.REFUSED, now)
            if allow:
                await _carry_out(work, swap, card.offered, card.exchanges[0].theirs, now)
            for person_id in (swap.asked_by, swap.taken_by):
                kind = Kind.SWAP_DONE if allow else Kind.SWAP_FAILED
                await notify(work, kind, person_id, now, subject_id=swap_id)
            return DecideOutcome.SWAPPED if allow else DecideOutcome.REFUSED


def own_turns(board: Board, person_id: int) -> list[OwnTurn]:
    return [
        OwnTurn(turn, session)
        for session, turns in zip(board.sessions, board.turns, strict=True)
        for turn in turns
        if turn.told and turn.person_id == person_id
    ]


async def card_of(reads: Reads, swap_id: int, reader_id: int, now: datetime) -> SwapCard | None:
    """None for a swap that is settled, and when what is offered is not (any longer) to be had."""
    swap = await _swap(reads, swap_id)
    if swap is None or not swap.live:
        return None
    board, offered = await _offered(reads, swap.asked_by, swap.turn_id, now)
    if board is None or offered is None:
        return None
    exchanges = [each for each in await _exchanges(reads, board, offered) if each.member.person.id == reader_id]
    if swap.taken_turn_id is not None:
        exchanges = [each for each in exchanges if each.theirs.turn.id == swap.taken_turn_id]
    members = {each.person.id: each for each in await member_views(reads, board.group.id)}
    taker = None if swap.taken_by is None else members.get(swap.taken_by)
    return SwapCard(swap, members.get(swap.asked_by), offered, tuple(exchanges), taker)


async def _turn(reads: Reads, turn_id: int) -> OwnTurn:
    turn = await reads.turns.get(turn_id)
    return OwnTurn(turn, await reads.sessions.get(turn.session_id))


async def _swap(reads: Reads, swap_id: int) -> Swap | None:
    try:
        return await reads.swaps.get(swap_id)
    except LookupError:
        return None


async def _offered(
    reads: Reads, person_id: int, turn_id: int, now: datetime
) -> tuple[Board, OwnTurn] | tuple[None, None]:
    """The turn as this person has it now; twice None when they do not."""
    group = await reads.groups.of_participant(person_id)
    if group is None:
        return None, None
    board = await board_of(reads, group.id, now)
    offered = next((each for each in own_turns(board, person_id) if each.turn.id == turn_id), None)
    return (None, None) if offered is None else (board, offered)


async def _exchanges(reads: Reads, board: Board, offered: OwnTurn) -> list[Exchange]:
    """Turns of the same kind at another session, of others, where each can come to what they would get."""
    found = []
    for member in await member_views(reads, board.group.id):
        for theirs in own_turns(board, member.person.id):
            if theirs.turn.role is not offered.turn.role or theirs.session.id == offered.session.id:
                continue
            new = _exchanged(board, offered, theirs)
            if new is not None:
                found.append(Exchange(member, theirs, tuple(broken_by(board.question, board.rota, new))))
    return found


def _exchanged(board: Board, one: OwnTurn, other: OwnTurn) -> Rota | None:
    """The rota after the exchange; None when somebody cannot come, or would have two places in one session."""
    rota = list(board.rota)
    for there, person_id in ((one, other.turn.person_id), (other, one.turn.person_id)):
        index = board.index(there.session.id)
        if index is None or person_id is None or person_id not in board.question.meetings[index].able:
            return None
        if person_id in rota[index].people:
            return None
        changed = [
            turn.model_copy(update={"person_id": person_id}) if turn.id == there.turn.id else turn
            for turn in board.turns[index]
        ]
        rota[index] = lineup_of(changed)
    return tuple(rota)


async def _open(work: Work, offered: OwnTurn, people: list[int], fitting: list[Exchange], now: datetime) -> Swap:
    first = min([offered.session.starts_at, *(each.theirs.session.starts_at for each in fitting)])
    asker = offered.turn.person_id or 0
    swap = await work.swaps.add(offered.turn.id, asker, people, ends_at=swap_ends(now, first), at=now)
    await work.moves.open(
        MoveKind.SWAP, swap.id, now, people[0] if len(people) == 1 else swap.asked_by, ends_by=swap.ends_at
    )
    for person_id in people:
        await notify(work, Kind.SWAP_ASKED, person_id, now, subject_id=swap.id, event_at=first, expires_at=swap.ends_at)
    return swap


async def _put_before_leader(work: Work, card: SwapCard, exchange: Exchange, now: datetime) -> None:
    group = await work.groups.get(card.offered.session.group_id)
    await work.swaps.take(card.swap.id, exchange.member.person.id, exchange.theirs.turn.id, SwapStatus.TO_DECIDE, now)
    await close_swap(work, card.swap, now)
    first = min(card.offered.session.starts_at, exchange.theirs.session.starts_at)
    ends_at = swap_ends(now, first)
    await work.moves.open(MoveKind.SWAP_DECISION, card.swap.id, now, group.leader_id, ends_by=ends_at)
    if group.leader_id is not None:
        await notify(work, Kind.SWAP_TO_DECIDE, group.leader_id, now, subject_id=card.swap.id, event_at=first)


async def _carry_out(work: Work, swap: Swap, one: OwnTurn, other: OwnTurn, now: datetime) -> None:
    """Both turns change hands; the two who swap hear so by the swap, others only where it makes a difference."""
    await close_swap(work, swap, now)
    both = {one.turn.person_id or 0, other.turn.person_id or 0}
    for there, person_id in ((one, other.turn.person_id), (other, one.turn.person_id)):
        places = places_of(await work.turns.of_session(there.session.id))
        places[there.turn.role, there.turn.position] = person_id
        await arrange(work, there.session, places, ChosenBy.MEMBER, now, apart_from=both)


async def _may_decide(work: Work, swap: Swap, by: int) -> bool:
    turn = await work.turns.get(swap.turn_id)
    return await leads(work, (await work.sessions.get(turn.session_id)).group_id, by)
