"""What a leader brings to a session: sent to the group, once, and a pairing that is new each time."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from domain.outbox import Kind
from domain.session import Lunch
from services.programme import Handout, ProgrammeOutcome
from tests.services.rota_scene import NOW, RotaScene, set_rota_scene

if TYPE_CHECKING:
    from services.programme import ProgrammeCard
    from storage.database import Database


@pytest.fixture
async def scene(database: Database) -> RotaScene:
    scene = await set_rota_scene(database)
    await scene.deliver()
    return scene


def pairs(card: ProgrammeCard | None) -> set[tuple[int, int]]:
    assert card is not None
    return {(each.giver.person.id, each.receiver.person.id) for each in card.exercises}


async def draw(scene: RotaScene, session_id: int, *, again: bool = False) -> ProgrammeCard | None:
    return (await scene.services.programmes.draw(scene.ellen, session_id, scene.update(), again=again)).card


async def test_everybody_who_comes_is_paired_and_at_a_later_session_with_somebody_new(scene: RotaScene) -> None:
    async with scene.database.transaction() as work:
        await work.attendance.report(scene.sessions[2], scene.marijke, NOW)

    first = pairs(await draw(scene, scene.sessions[1]))
    second = pairs(await draw(scene, scene.sessions[2]))

    assert {giver for giver, _ in first} == set(scene.people)
    assert {giver for giver, _ in second} == set(scene.people) - {scene.marijke}
    assert not first & second


async def test_a_pairing_stays_until_it_is_drawn_again(scene: RotaScene) -> None:
    drawn = pairs(await draw(scene, scene.second))

    shown = pairs(await draw(scene, scene.second))
    others = [pairs(await draw(scene, scene.second, again=True)) for _ in range(5)]

    assert shown == drawn
    assert any(each != drawn for each in others)


async def test_a_pairing_is_out_of_date_once_somebody_does_not_come(scene: RotaScene) -> None:
    card = await draw(scene, scene.second)
    async with scene.database.transaction() as work:
        await work.attendance.report(scene.second, scene.marijke, NOW)

    later = await scene.services.programmes.card(scene.second)

    assert card is not None
    assert later is not None
    assert (card.outdated, later.outdated) == (False, True)


@pytest.mark.parametrize(
    ("handout", "kind"),
    [
        (Handout.PROGRAMME, Kind.SESSION_PROGRAMME),
        (Handout.RULES, Kind.FEEDBACK_RULES),
        (Handout.PAIRS, Kind.EXERCISE_PAIRS),
    ],
)
async def test_without_a_chat_each_gets_it_in_private_and_pressing_twice_sends_it_once(
    scene: RotaScene, handout: Handout, kind: Kind
) -> None:
    await draw(scene, scene.second)
    programmes = scene.services.programmes

    sent = await programmes.send(scene.ellen, scene.second, handout, NOW, scene.update())
    twice = await programmes.send(scene.ellen, scene.second, handout, NOW + timedelta(seconds=2), scene.update())

    assert (sent.outcome, twice.outcome) == (ProgrammeOutcome.SENT_IN_PRIVATE, ProgrammeOutcome.SENT_BEFORE)
    assert await scene.heard(kind) == [(kind, person_id) for person_id in scene.people]


async def test_an_exercise_for_one_or_none_is_not_drawn_nor_sent(scene: RotaScene) -> None:
    async with scene.database.transaction() as work:
        for person_id in scene.people[1:]:
            await work.attendance.report(scene.second, person_id, NOW)
    programmes = scene.services.programmes

    drawn = await programmes.draw(scene.ellen, scene.second, scene.update(), again=False)
    sent = await programmes.send(scene.ellen, scene.second, Handout.PAIRS, NOW, scene.update())

    assert drawn.outcome is ProgrammeOutcome.TOO_FEW
    assert sent.outcome is ProgrammeOutcome.NO_PAIRS


async def test_lunch_is_chosen_and_pressed_again_left_open(scene: RotaScene) -> None:
    programmes = scene.services.programmes

    chosen = await programmes.set_lunch(scene.ellen, scene.second, Lunch.BEFORE, NOW, scene.update())
    open_again = await programmes.set_lunch(scene.ellen, scene.second, Lunch.BEFORE, NOW, scene.update())

    assert chosen.card is not None
    assert open_again.card is not None
    assert (chosen.card.session.lunch, open_again.card.session.lunch) == (Lunch.BEFORE, None)


@pytest.mark.parametrize("who", ["joost", "annelies", "piet", "marijke"])
async def test_nobody_but_who_leads_the_group_brings_anything(scene: RotaScene, who: str) -> None:
    person_id: int = getattr(scene, who)
    programmes = scene.services.programmes

    outcomes = {
        (await programmes.draw(person_id, scene.second, scene.update(), again=True)).outcome,
        (await programmes.set_lunch(person_id, scene.second, Lunch.AFTER, NOW, scene.update())).outcome,
        (await programmes.send(person_id, scene.second, Handout.RULES, NOW, scene.update())).outcome,
    }

    assert outcomes == {ProgrammeOutcome.NOT_YOURS}
    assert await scene.queued() == []


async def test_a_pairing_with_somebody_who_does_not_come_is_not_sent(scene: RotaScene) -> None:
    await draw(scene, scene.second)
    async with scene.database.transaction() as work:
        await work.attendance.report(scene.second, scene.marijke, NOW)

    sent = await scene.services.programmes.send(scene.ellen, scene.second, Handout.PAIRS, NOW, scene.update())

    assert sent.outcome is ProgrammeOutcome.OUTDATED
    assert await scene.heard() == []


async def test_what_is_for_a_session_is_not_sent_when_it_is_over(scene: RotaScene) -> None:
    """It would never arrive, and the leader would read that it was sent."""
    sent = await scene.services.programmes.send(scene.ellen, scene.sessions[0], Handout.PROGRAMME, NOW, scene.update())

    assert sent.outcome is ProgrammeOutcome.OVER
    assert await scene.heard() == []
