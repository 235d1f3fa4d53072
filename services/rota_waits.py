"""What happens when nobody moves: the rows of "Whose move it is" that concern the rota."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from domain.moves import Deed, MoveKind
from domain.outbox import Kind
from domain.swap import SwapStatus
from domain.turn import ThinDecision
from services.notices import notify, notify_coordinators
from services.rota_board import board_of
from services.rota_steps import end_swap
from services.volunteer import card_of, lapse

if TYPE_CHECKING:
    from datetime import datetime

    from domain.moves import Move
    from domain.swap import Swap
    from services.deeds import Deeds
    from storage.work import Work


async def _remind_of_rota(work: Work, move: Move, now: datetime) -> None:
    leader_id = await _awaited_leader(work, move, now)
    if leader_id is not None:
        await notify(work, Kind.ROTA_REMINDER, leader_id, now, subject_id=move.subject_id)


async def _tell_of_rota(work: Work, move: Move, now: datetime) -> None:
    """The coordinator hears that a group still has no presenters; it is never settled by itself."""
    if await _awaited_leader(work, move, now) is not None:
        await notify_coordinators(work, Kind.ROTA_WAITS, now, subject_id=move.subject_id)


async def _awaited_leader(work: Work, move: Move, now: datetime) -> int | None:
    """Who has to divide and confirm the turns; None, and nothing is waited for, when there is nothing to divide."""
    board = await board_of(work, move.subject_id, now)
    if not board.group.published or not board.undecided:
        await work.moves.close(move.kind, move.subject_id, now)
        return None
    return board.group.leader_id


async def _let_session_go_on(work: Work, move: Move, now: datetime) -> None:
    """Two days ahead nobody has decided: the session takes place with those who come."""
    await work.moves.close(move.kind, move.subject_id, now)
    if not await work.turns.decide_thin(move.subject_id, ThinDecision.LAPSED, now):
        return
    session = await work.sessions.get(move.subject_id)
    leader_id = (await work.groups.get(session.group_id)).leader_id
    await work.outbox.withdraw((Kind.BELOW_QUORUM,), session.id, now, "goes on")
    if leader_id is not None and session.planned:
        await notify(work, Kind.WENT_ON, leader_id, now, subject_id=session.id, event_at=session.starts_at)


async def _remind_of_volunteer(work: Work, move: Move, now: datetime) -> None:
    card = await card_of(work, move.subject_id, now)
    leader_id = None if card is None else (await work.groups.get(card.session.group_id)).leader_id
    if leader_id is not None:
        await notify(work, Kind.VOLUNTEER_REMINDER, leader_id, now, subject_id=move.subject_id)


async def _let_volunteer_lapse(work: Work, move: Move, now: datetime) -> None:
    await lapse(work, move.subject_id, now)


async def _remind_of_swap(work: Work, move: Move, now: datetime) -> None:
    """Those who said neither yes nor no."""
    swap = await work.swaps.get(move.subject_id)
    if swap.status is not SwapStatus.OPEN:
        return
    for ask in await work.swaps.asks(swap.id):
        if ask.declined_at is None:
            await notify(work, Kind.SWAP_REMINDER, ask.person_id, now, subject_id=swap.id, expires_at=swap.ends_at)


async def _let_swap_lapse(work: Work, move: Move, now: datetime) -> None:
    await _end(work, await work.swaps.get(move.subject_id), now)


async def _remind_of_decision(work: Work, move: Move, now: datetime) -> None:
    swap = await work.swaps.get(move.subject_id)
    turn = await work.turns.get(swap.turn_id)
    group = await work.groups.get((await work.sessions.get(turn.session_id)).group_id)
    if swap.status is SwapStatus.TO_DECIDE and group.leader_id is not None:
        await notify(work, Kind.SWAP_DECISION_REMINDER, group.leader_id, now, subject_id=swap.id)


async def _end(work: Work, swap: Swap, now: datetime) -> None:
    """Everybody keeps the own turn; who asked, and who had agreed, hear so."""
    if not await end_swap(work, swap, SwapStatus.LAPSED, now):
        return
    for person_id in (swap.asked_by, swap.taken_by):
        if person_id is not None:
            await notify(work, Kind.SWAP_FAILED, person_id, now, subject_id=swap.id)


ROTA_DEEDS: Final[Deeds] = {
    (MoveKind.ROTA, Deed.REMIND): _remind_of_rota,
    (MoveKind.ROTA, Deed.TELL_COORDINATOR): _tell_of_rota,
    (MoveKind.BELOW_QUORUM, Deed.GO_ON): _let_session_go_on,
    (MoveKind.VOLUNTEER, Deed.REMIND): _remind_of_volunteer,
    (MoveKind.VOLUNTEER, Deed.LAPSE): _let_volunteer_lapse,
    (MoveKind.SWAP, Deed.REMIND): _remind_of_swap,
    (MoveKind.SWAP, Deed.LAPSE): _let_swap_lapse,
    (MoveKind.SWAP_DECISION, Deed.REMIND): _remind_of_decision,
    (MoveKind.SWAP_DECISION, Deed.LAPSE): _let_swap_lapse,
}
