"""The steps of which the use cases of the rota consist, each within a transaction."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from domain.moves import MoveKind
from domain.outbox import Kind
from domain.swap import SwapStatus
from domain.turn import ChosenBy, Turn
from services.notices import notify
from services.rota_board import board_of
from services.rota_places import mended, places_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import datetime

    from domain.session import Session
    from domain.swap import Swap
    from services.rota_board import Board
    from services.rota_places import Place
    from storage.work import Work

ABOUT_SWAP: Final = (Kind.SWAP_ASKED, Kind.SWAP_REMINDER, Kind.SWAP_TO_DECIDE, Kind.SWAP_DECISION_REMINDER)
ABOUT_VOLUNTEER: Final = (Kind.VOLUNTEER_ASKED, Kind.VOLUNTEER_REMINDER)


class Duty(StrEnum):
    """What somebody has to do at a session, as far as the rota goes."""

    PRESENTER = "presenter"
    RESERVE = "reserve"
    NONE = "none"


def duty_of(turns: Iterable[Turn], person_id: int) -> Duty:
    return next((Duty(turn.role) for turn in turns if turn.person_id == person_id), Duty.NONE)


async def arrange(
    work: Work,
    session: Session,
    places: Mapping[Place, int | None],
    chosen_by: ChosenBy,
    now: datetime,
    *,
    apart_from: Collection[int] = (),
) -> None:
    """Give out the places of a session; what was told before, is told anew to whom it makes a difference.

    Not to those `apart_from`, who hear it otherwise. A swap of a turn that changes hands lapses.
    """
    before = await work.turns.of_session(session.id)
    had = {(turn.role, turn.position): turn for turn in before}
    await work.turns.clear(session.id, now)
    for (role, position), person_id in places.items():
        turn = had.get((role, position))
        unchanged = turn is not None and turn.person_id == person_id
        by = turn.chosen_by if turn is not None and unchanged else chosen_by
        await work.turns.put(session.id, role, position, person_id=person_id, chosen_by=by, at=now)
    after = await work.turns.of_session(session.id)
    if not any(turn.told for turn in before):
        return
    await work.turns.tell_added(session.id, now)
    for turn in before:
        if turn.person_id != places.get((turn.role, turn.position)):
            await lapse_swaps(work, turn, now)
    await _tell_changes(work, session, before, after, now, apart_from=apart_from)


async def give_up(
    work: Work, board: Board, gone: Mapping[int, Collection[int]], now: datetime, *, told: bool = True
) -> list[Session]:
    """By session: those who cannot have a turn there any more; others take their places (services/rota_places.py).

    Returns the sessions of which the rota changed. Each hears of the turns that they get and lose; those who gave
    theirs up only when they are to be `told`.
    """
    changed = mended(board, gone, now)
    for index, places in changed.items():
        session = board.sessions[index]
        apart_from = () if told else gone.get(session.id, ())
        await arrange(work, session, places, ChosenBy.BOT, now, apart_from=apart_from)
    await _divide_rest_anew(work, board, changed)
    return [board.sessions[index] for index in changed]


async def fill(work: Work, board: Board, index: int, person_id: int, now: datetime) -> bool:
    """Somebody can come after all: they get the first place that is empty. False when there is none."""
    places = places_of(board.turns[index])
    vacancy = next((place for place, had in places.items() if had is None), None)
    if not board.turns[index] or vacancy is None or person_id in places.values():
        return False
    places[vacancy] = person_id
    await arrange(work, board.sessions[index], places, ChosenBy.BOT, now)
    return True


async def lapse_swaps(work: Work, turn: Turn, now: datetime) -> None:
    """A turn goes to somebody else: nobody can exchange it any more."""
    for swap in await work.swaps.live_of_turn(turn.id):
        await end_swap(work, swap, SwapStatus.LAPSED, now)
        if swap.asked_by != turn.person_id or turn.id != swap.turn_id:
            await notify(work, Kind.SWAP_FAILED, swap.asked_by, now, subject_id=swap.id)


async def end_swap(work: Work, swap: Swap, status: SwapStatus, now: datetime) -> bool:
    """Settle it, and take back what was asked about it; False when it was settled before."""
    settled = await work.swaps.settle(swap.id, status, now)
    await close_swap(work, swap, now)
    return settled


async def close_swap(work: Work, swap: Swap, now: datetime) -> None:
    await work.moves.close(MoveKind.SWAP, swap.id, now)
    await work.moves.close(MoveKind.SWAP_DECISION, swap.id, now)
    await work.outbox.withdraw(ABOUT_SWAP, swap.id, now, "swap settled")


async def settle_volunteer(work: Work, volunteer_id: int, now: datetime) -> bool:
    """False when it was settled before."""
    settled = await work.turns.settle_volunteer(volunteer_id, now)
    await work.moves.close(MoveKind.VOLUNTEER, volunteer_id, now)
    await work.outbox.withdraw(ABOUT_VOLUNTEER, volunteer_id, now, "settled")
    return settled


async def release(work: Work, group_id: int, person_id: int, now: datetime) -> None:
    """Somebody left the group: others take their turns, what was proposed is divided anew, and swaps with them lapse.

    Those concerned are told, and who leads the group; the leaver is not. It makes no difference whether the
    membership has been ended by now.
    """
    await _leave_swaps(work, group_id, person_id, now)
    board = await board_of(work, group_id, now, without=person_id)
    for index, session in enumerate(board.sessions):
        for volunteer in await work.turns.volunteers(session.id):
            if volunteer.person_id == person_id:
                await settle_volunteer(work, volunteer.id, now)
        await work.outbox.withdraw_for(person_id, Kind.TURN_CHANGED, session.id, now, "left the group")
        if not board.told(index):
            await work.turns.drop_proposed(session.id)
    gone = {session.id: (person_id,) for session in board.sessions}
    await tell_leader(work, group_id, await give_up(work, board, gone, now, told=False), now)
    await work.outbox.withdraw_for(person_id, Kind.TURNS_TOLD, group_id, now, "left the group")


async def tell_leader(work: Work, group_id: int, sessions: Collection[Session], now: datetime) -> None:
    """Who leads the group hears, in one message, how the rota of these sessions is now."""
    leader_id = (await work.groups.get(group_id)).leader_id
    if leader_id is None or not sessions:
        return
    changed = {session.id: session for session in sessions}
    waiting = await work.outbox.queued(Kind.ROTA_CHANGED, leader_id, group_id)
    for session_id in sessions_in(None if waiting is None else waiting.detail):
        changed[session_id] = await work.sessions.get(session_id)
    await work.outbox.withdraw_for(leader_id, Kind.ROTA_CHANGED, group_id, now, "told with what changed after it")
    first = min(session.starts_at for session in changed.values())
    detail = ",".join(str(session_id) for session_id in sorted(changed))
    await notify(work, Kind.ROTA_CHANGED, leader_id, now, subject_id=group_id, event_at=first, detail=detail)


def sessions_in(detail: str | None) -> list[int]:
    """The sessions that a message of the kind ROTA_CHANGED is about."""
    return [int(each) for each in (detail or "").split(",") if each]


async def _leave_swaps(work: Work, group_id: int, person_id: int, now: datetime) -> None:
    for swap in await work.swaps.live_of_group(group_id):
        if person_id in (swap.asked_by, swap.taken_by):
            await end_swap(work, swap, SwapStatus.LAPSED, now)
            if swap.asked_by != person_id:
                await notify(work, Kind.SWAP_FAILED, swap.asked_by, now, subject_id=swap.id)
            continue
        await work.outbox.withdraw_for(person_id, Kind.SWAP_ASKED, swap.id, now, "left the group")
        await decline_swap(work, swap, person_id, now)


async def decline_swap(work: Work, swap: Swap, person_id: int, now: datetime) -> bool:
    """When all who were asked said no, who asked hears so. False when this one was not asked, or had said no."""
    if not await work.swaps.decline(swap.id, person_id, now):
        return False
    if all(each.declined_at is not None for each in await work.swaps.asks(swap.id)):
        await end_swap(work, swap, SwapStatus.REFUSED, now)
        await notify(work, Kind.SWAP_FAILED, swap.asked_by, now, subject_id=swap.id)
    return True


async def _divide_rest_anew(work: Work, board: Board, changed: Collection[int]) -> None:
    """What was proposed after a session that changed, and told to nobody, went by who had the turns there."""
    for index in range(len(board.sessions)):
        if index - 1 in changed and not board.told(index):
            await work.turns.drop_proposed_by_bot(board.sessions[index].id)


async def _tell_changes(
    work: Work,
    session: Session,
    before: list[Turn],
    after: list[Turn],
    now: datetime,
    *,
    apart_from: Collection[int],
) -> None:
    """Who keeps the turn hears nothing: with whom one presents is in the rota."""
    people = {turn.person_id for turn in (*before, *after) if turn.person_id is not None}
    for person_id in sorted(people - set(apart_from)):
        was = duty_of(before, person_id)
        if was is not duty_of(after, person_id):
            await _tell_change(work, session, person_id, was, now)


async def _tell_change(work: Work, session: Session, person_id: int, was: Duty, now: datetime) -> None:
    """What was not sent yet will do: its words are made of how things are by then."""
    if await work.outbox.queued(Kind.TURN_CHANGED, person_id, session.id) is None:
        await notify(
            work, Kind.TURN_CHANGED, person_id, now, subject_id=session.id, event_at=session.starts_at, detail=was
        )
