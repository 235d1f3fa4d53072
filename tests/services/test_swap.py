"""Swaps: asked in private, the first to accept has it, and nothing that breaks a rule without the leader."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from domain.moves import MoveKind
from domain.outbox import Kind
from domain.poll import Answer
from domain.rota import Lineup
from domain.swap import SwapStatus
from domain.turn import TurnRole
from services.swap import AcceptOutcome, AskOutcome, DecideOutcome
from tests.services.rota_scene import NOW, RotaScene, set_rota_scene

if TYPE_CHECKING:
    from domain.swap import Swap
    from storage.database import Database


@pytest.fixture
async def rota(database: Database) -> RotaScene:
    """0 and 1 present in March, 2 and 3 in April, 4 and 5 in June, 6 and 7 in September, 0 and 3 in October."""
    scene = await set_rota_scene(database)
    await scene.fixed(*(lineup(scene, *who) for who in ((0, 1, 2), (2, 3, 4), (4, 5, 6), (6, 7, 0), (0, 3, 5))))
    return scene


def lineup(scene: RotaScene, one: int, other: int, reserve: int) -> Lineup:
    return Lineup((scene.people[one], scene.people[other]), scene.people[reserve])


async def ask(rota: RotaScene, session: int, to: int | None, position: int = 1) -> Swap:
    """Who presents first at this session (by number) offers that turn."""
    turn = await rota.turn(rota.sessions[session - 1], TurnRole.PRESENTER, position)
    done = await rota.services.swaps.ask(turn.person_id or 0, turn.id, to, NOW, rota.update())
    assert done.outcome is AskOutcome.ASKED
    return await rota.database.reads.swaps.get(done.swap_id or 0)


async def accept(rota: RotaScene, swap: Swap, by: int, session: int, position: int = 1) -> AcceptOutcome:
    theirs = await rota.turn(rota.sessions[session - 1], TurnRole.PRESENTER, position)
    return (await rota.services.swaps.accept(swap.id, by, theirs.id, NOW, rota.update())).outcome


async def test_two_exchange_their_turns_and_who_asked_hears_it(rota: RotaScene) -> None:
    jeroen, peter = rota.people[1], rota.people[7]
    swap = await ask(rota, 2, peter, position=2)
    assert await rota.heard() == [(Kind.SWAP_ASKED, peter)]

    assert await accept(rota, swap, peter, 5, position=2) is AcceptOutcome.SWAPPED

    assert (await rota.lineup(rota.second)).presenters == (rota.people[0], peter)
    assert (await rota.lineup(rota.sessions[4])).presenters == (rota.people[6], jeroen)
    assert (Kind.SWAP_DONE, jeroen) in await rota.heard()
    # Whom they present with keeps the turn and hears nothing; the two themselves heard it by the swap.
    assert await rota.heard(Kind.TURN_CHANGED) == []
    turn = await rota.turn(rota.second, TurnRole.PRESENTER, 2)
    assert turn.original_person_id == jeroen


async def test_of_all_who_were_asked_the_first_to_accept_has_it(rota: RotaScene) -> None:
    swap = await ask(rota, 2, None, position=2)
    asked = {each.person_id for each in await rota.database.reads.swaps.asks(swap.id)}
    assert rota.people[7] in asked
    assert rota.people[5] in asked

    first = await accept(rota, swap, rota.people[7], 5, position=2)
    second = await accept(rota, swap, rota.people[5], 4, position=2)

    assert (first, second) == (AcceptOutcome.SWAPPED, AcceptOutcome.GONE)
    assert rota.people[5] in (await rota.lineup(rota.sessions[3])).presenters


async def test_accepting_twice_swaps_once(rota: RotaScene) -> None:
    swap = await ask(rota, 2, rota.people[7], position=2)

    await accept(rota, swap, rota.people[7], 5, position=2)
    again = await accept(rota, swap, rota.people[7], 2, position=2)

    assert again is AcceptOutcome.GONE
    assert rota.people[7] in (await rota.lineup(rota.second)).presenters


async def test_who_was_not_asked_cannot_accept(rota: RotaScene) -> None:
    swap = await ask(rota, 2, rota.people[7], position=2)

    assert await accept(rota, swap, rota.people[5], 4, position=2) is AcceptOutcome.NOT_ASKED
    assert await accept(rota, swap, rota.piet, 5) is AcceptOutcome.NOT_ASKED


async def test_nobody_is_asked_for_a_date_they_said_no_to(rota: RotaScene) -> None:
    await rota.votes(rota.people[7], rota.second, Answer.NO)
    turn = await rota.turn(rota.second, TurnRole.PRESENTER, 2)

    done = await rota.services.swaps.ask(rota.people[1], turn.id, rota.people[7], NOW, rota.update())

    assert done.outcome is AskOutcome.NOBODY


async def test_who_says_no_to_the_date_after_being_asked_does_not_get_the_turn(rota: RotaScene) -> None:
    swap = await ask(rota, 2, rota.people[7], position=2)
    await rota.services.absences.report(rota.people[7], rota.second, NOW, rota.update())

    assert await accept(rota, swap, rota.people[7], 5, position=2) is AcceptOutcome.GONE
    assert rota.people[7] not in (await rota.lineup(rota.second)).people


@pytest.mark.parametrize("allow", [True, False])
async def test_what_breaks_a_rule_is_for_the_leader_to_decide(rota: RotaScene, *, allow: bool) -> None:
    """Marijke would present in March and in April, and Fatima, who was reserve in March, would not be next."""
    marijke, fatima = rota.marijke, rota.people[2]
    swap = await ask(rota, 6, fatima)
    outcome = await accept(rota, swap, fatima, 3)

    assert outcome is AcceptOutcome.TO_DECIDE
    assert (Kind.SWAP_TO_DECIDE, rota.ellen) in await rota.heard()
    assert marijke not in (await rota.lineup(rota.sessions[2])).presenters

    refused = await rota.services.swaps.decide(swap.id, rota.joost, NOW, rota.update(), allow=True)
    done = await rota.services.swaps.decide(swap.id, rota.ellen, NOW, rota.update(), allow=allow)

    assert refused is DecideOutcome.NOT_YOURS
    assert done is (DecideOutcome.SWAPPED if allow else DecideOutcome.REFUSED)
    kind = Kind.SWAP_DONE if allow else Kind.SWAP_FAILED
    assert {marijke, fatima} == {who for each, who in await rota.heard() if each is kind}
    assert (marijke in (await rota.lineup(rota.sessions[2])).presenters) is allow
    assert not await rota.waits(MoveKind.SWAP_DECISION, swap.id)


async def test_when_everybody_said_no_who_asked_hears_it(rota: RotaScene) -> None:
    swap = await ask(rota, 2, rota.people[7], position=2)

    declined = await rota.services.swaps.decline(swap.id, rota.people[7], NOW, rota.update())
    again = await rota.services.swaps.decline(swap.id, rota.people[7], NOW, rota.update())

    assert (declined, again) == (True, False)
    assert (await rota.database.reads.swaps.get(swap.id)).status is SwapStatus.REFUSED
    assert (Kind.SWAP_FAILED, rota.people[1]) in await rota.heard()


async def test_a_swap_nobody_answers_is_reminded_of_and_lapses(rota: RotaScene) -> None:
    swap = await ask(rota, 2, rota.people[7], position=2)

    await rota.let_pass(NOW + timedelta(days=5))

    assert (await rota.database.reads.swaps.get(swap.id)).status is SwapStatus.LAPSED
    heard = await rota.heard()
    assert (Kind.SWAP_REMINDER, rota.people[7]) not in heard
    assert (Kind.SWAP_FAILED, rota.people[1]) in heard
    assert await accept(rota, swap, rota.people[7], 5, position=2) is AcceptOutcome.GONE


async def test_a_swap_taken_back_cannot_be_accepted(rota: RotaScene) -> None:
    swap = await ask(rota, 2, rota.people[7], position=2)

    assert not await rota.services.swaps.withdraw(swap.id, rota.people[7], NOW, rota.update())
    assert await rota.services.swaps.withdraw(swap.id, rota.people[1], NOW, rota.update())

    assert await accept(rota, swap, rota.people[7], 5, position=2) is AcceptOutcome.GONE
    assert await rota.heard() == []


async def test_a_turn_that_changed_hands_meanwhile_is_not_exchanged(rota: RotaScene) -> None:
    """Jeroen asks Peter, and then reports absence: the reserve has his turn."""
    swap = await ask(rota, 2, rota.people[7], position=2)
    await rota.services.absences.report(rota.people[1], rota.second, NOW, rota.update())

    assert await accept(rota, swap, rota.people[7], 5, position=2) is AcceptOutcome.GONE
    assert rota.people[2] in (await rota.lineup(rota.second)).presenters


async def test_a_turn_is_offered_once_at_a_time(rota: RotaScene) -> None:
    await ask(rota, 2, rota.people[7], position=2)
    turn = await rota.turn(rota.second, TurnRole.PRESENTER, 2)

    again = await rota.services.swaps.ask(rota.people[1], turn.id, None, NOW, rota.update())
    others = await rota.services.swaps.ask(rota.people[5], turn.id, None, NOW, rota.update())

    assert (again.outcome, others.outcome) == (AskOutcome.ASKED_BEFORE, AskOutcome.NOT_YOURS)
