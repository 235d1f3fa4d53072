"""The steps of which the use cases of the rota consist, each within a transaction."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from domain.moves import MoveKind
from domain.outbox import Kind
from domain.rota import Lineup, choose_reserve
from domain.swap import SwapStatus
from domain.turn import PRESENTERS, ChosenBy, Turn, TurnRole
from services.notices import notify
from services.rota_board import board_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import datetime

    from domain.session import Session
    from domain.swap import Swap
    from services.rota_board import Board
    from storage.work import Work

Places = dict[tuple[TurnRole, int], int | None]
"""Who has which place in the rota of a session; None: nobody."""

RESERVE: Final = (TurnRole.RESERVE, 1)
ABOUT_SWAP: Final = (Kind.SWAP_ASKED, Kind.SWAP_REMINDER, Kind.SWAP_TO_DECIDE, Kind.SWAP_DECISION_REMINDER)
ABOUT_VOLUNTEER: Final = (Kind.VOLUNTEER_ASKED, Kind.VOLUNTEER_REMINDER)


class Duty(StrEnum):
    """What somebody has to do at a session, as far as the rota goes."""

    PRESENTER = "presenter"
    RESERVE = "reserve"
    NONE = "none"


def duty_of(turns: Iterable[Turn], person_id: int) -> Duty:
    return next((Duty(turn.role) for turn in turns if turn.person_id == person_id), Duty.NONE)


def places_of(turns: Iterable[Turn]) -> Places:
    """Every place there is, empty ones too."""
    empty: Places = {**{(TurnRole.PRESENTER, each): None for each in range(1, PRESENTERS + 1)}, RESERVE: None}
    return empty | {(turn.role, turn.position): turn.person_id for turn in turns}


def as_places(lineup: Lineup) -> Places:
    presenters = dict(enumerate(lineup.presenters, start=1))
    return {
        **{(TurnRole.PRESENTER, each): presenters.get(each) for each in range(1, PRESENTERS + 1)},
        RESERVE: lineup.reserve,
    }


async def arrange(
    work: Work,
    session: Session,
    places: Mapping[tuple[TurnRole, int], int | None],
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


async def vacate(
    work: Work, board: Board, index: int, person_id: int, now: datetime, *, apart_from: Collection[int] = ()
) -> bool:
    """Somebody cannot have a turn in this session any more: the reserve steps up, and a new reserve is found.

    False when they had none.
    """
    turns = board.turns[index]
    duty = duty_of(turns, person_id)
    if duty is Duty.NONE:
        return False
    places = {place: None if had == person_id else had for place, had in places_of(turns).items()}
    _fill_up(board, index, places, person_id)
    await arrange(work, board.sessions[index], places, ChosenBy.BOT, now, apart_from=apart_from)
    return True


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
    """Somebody left the group: reserves step up, what was proposed is divided anew, and swaps with them lapse.

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
            continue
        current = await board_of(work, group_id, now, without=person_id)
        if await vacate(work, current, index, person_id, now, apart_from={person_id}):
            await tell_leader(work, session, now)
    await work.outbox.withdraw_for(person_id, Kind.TURNS_TOLD, group_id, now, "left the group")


async def tell_leader(work: Work, session: Session, now: datetime) -> None:
    """Who leads the group hears how the rota of this session is now."""
    leader_id = (await work.groups.get(session.group_id)).leader_id
    if leader_id is None or await work.outbox.queued(Kind.ROTA_CHANGED, leader_id, session.id) is not None:
        return
    await notify(work, Kind.ROTA_CHANGED, leader_id, now, subject_id=session.id, event_at=session.starts_at)


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


def _fill_up(board: Board, index: int, places: Places, leaving: int) -> None:
    """The reserve takes an empty place; then of those who come, who has the fewest turns, the reserve last.

    A place stays empty when nobody else comes.
    """
    for place in places:
        if places[place] is None and place != RESERVE:
            places[place], places[RESERVE] = places[RESERVE], None
        if places[place] is None:
            places[place] = _with_fewest_turns(board, index, places, leaving)


def _with_fewest_turns(board: Board, index: int, places: Places, leaving: int) -> int | None:
    """Counted as the turns are going to be."""
    presenters = tuple(had for (role, _), had in places.items() if role is TurnRole.PRESENTER and had is not None)
    lineup = Lineup(presenters, places[RESERVE])
    meeting = board.question.meetings[index]
    meetings = list(board.question.meetings)
    meetings[index] = replace(meeting, able=meeting.able - {leaving})
    question = replace(board.question, meetings=tuple(meetings))
    return choose_reserve(question, board.with_lineup(index, lineup), index)


async def _tell_changes(
    work: Work,
    session: Session,
    before: list[Turn],
    after: list[Turn],
    now: datetime,
    *,
    apart_from: Collection[int],
) -> None:
    people = {turn.person_id for turn in (*before, *after) if turn.person_id is not None}
    others = {turn.person_id for turn in before if turn.is_presenter} != {
        turn.person_id for turn in after if turn.is_presenter
    }
    for person_id in sorted(people - set(apart_from)):
        was, is_now = duty_of(before, person_id), duty_of(after, person_id)
        # Who presents as before still wants to know with whom.
        if was is not is_now or (is_now is Duty.PRESENTER and others):
            await _tell_change(work, session, person_id, was, now)


async def _tell_change(work: Work, session: Session, person_id: int, was: Duty, now: datetime) -> None:
    """What was not sent yet will do: its words are made of how things are by then."""
    if await work.outbox.queued(Kind.TURN_CHANGED, person_id, session.id) is None:
        await notify(
            work, Kind.TURN_CHANGED, person_id, now, subject_id=session.id, event_at=session.starts_at, detail=was
        )
