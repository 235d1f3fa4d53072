"""Learning goals: their owner's; the facilitator of the intake reads them, the coordinator never does."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from domain.booking import IntakeOutcome
from domain.goal import MOST_GOALS
from domain.outbox import Kind
from services.goal import GoalOutcome, GoalQuestion, ProposalOutcome, ProposeOutcome, ReadOutcome
from tests.services.intake_scene import NOW, at

if TYPE_CHECKING:
    from domain.goal import Goal
    from tests.services.intake_scene import Scene


@pytest.fixture
async def goal(scene: Scene) -> Goal:
    """Marijke's, who had her intake with Ellen."""
    (slot,) = await scene.publish(hours=(9,))
    await scene.held(scene.marijke, slot)
    written = await scene.services.goals.add(scene.marijke, "Leren luisteren", NOW, scene.update())
    await scene.deliver()
    assert written.goal is not None
    return written.goal


async def test_a_goal_is_private_until_its_owner_shares_it_and_can_be_taken_back(scene: Scene, goal: Goal) -> None:
    goals = scene.services.goals

    shared = await goals.share(scene.marijke, goal.id, NOW, scene.update(), shared=True)
    same = await goals.share(scene.marijke, goal.id, NOW, scene.update(), shared=True)
    private = await goals.share(scene.marijke, goal.id, NOW, scene.update(), shared=False)

    assert not goal.shared
    assert shared.goal is not None
    assert (shared.outcome, shared.goal.shared) == (GoalOutcome.SAVED, True)
    assert same.outcome is GoalOutcome.SAME
    assert private.goal is not None
    assert not private.goal.shared


async def test_there_are_five_at_most_and_each_can_be_changed_and_removed(scene: Scene, goal: Goal) -> None:
    goals = scene.services.goals
    for number in range(MOST_GOALS - 1):
        await goals.add(scene.marijke, f"Doel {number}", NOW, scene.update())

    full = await goals.add(scene.marijke, "Nog een", NOW, scene.update())
    reworded = await goals.reword(scene.marijke, goal.id, "Beter luisteren", NOW, scene.update())
    removed = await goals.remove(scene.marijke, goal.id, NOW, scene.update())

    assert (full.outcome, len(full.goals)) == (GoalOutcome.FULL, MOST_GOALS)
    assert reworded.goal is not None
    assert reworded.goal.words == "Beter luisteren"
    assert (removed.outcome, len(removed.goals)) == (GoalOutcome.REMOVED, MOST_GOALS - 1)


async def test_nobody_touches_the_goal_of_another(scene: Scene, goal: Goal) -> None:
    goals = scene.services.goals

    outcomes = [
        (await goals.reword(who, goal.id, "Iets anders", NOW, scene.update())).outcome
        for who in (scene.jeroen, scene.ellen, scene.annelies, scene.piet)
    ]

    assert outcomes == [GoalOutcome.UNKNOWN] * 4
    assert await goals.get(scene.jeroen, goal.id) is None
    assert await goals.mine(scene.marijke) == [goal]
    assert (await goals.add(scene.piet, "Van niemand", NOW, scene.update())).outcome is GoalOutcome.NOT_ADMITTED


async def test_the_facilitator_of_the_intake_reads_them_and_nobody_else(scene: Scene, goal: Goal) -> None:
    read = scene.services.goals.read

    readings = {who: await read(who, scene.marijke) for who in (scene.ellen, scene.joost, scene.annelies, scene.piet)}

    assert readings[scene.ellen].goals == (goal,)
    assert {readings[who].outcome for who in (scene.joost, scene.annelies, scene.piet)} == {ReadOutcome.NOT_YOURS}
    assert {readings[who].goals for who in (scene.joost, scene.annelies, scene.piet)} == {()}


async def test_a_coordinator_reads_no_goal_whatever_they_did_before(scene: Scene, goal: Goal) -> None:
    """Ellen changed sides: the role of now counts."""
    async with scene.database.transaction() as work:
        await work.people.give_role(scene.ellen, (await work.people.get(scene.annelies)).role)

    reading = await scene.services.goals.read(scene.ellen, scene.marijke)

    assert (reading.outcome, reading.goals) == (ReadOutcome.NOT_YOURS, ())
    assert (
        await scene.services.goals.propose(scene.ellen, goal.id, "Anders", NOW, scene.update())
        is ProposeOutcome.UNKNOWN
    )


async def test_a_second_talk_with_another_facilitator_asks_the_owner_first(scene: Scene) -> None:
    (slot,) = await scene.publish(hours=(9,))
    await scene.held(scene.marijke, slot, IntakeOutcome.SECOND_TALK)
    goals = scene.services.goals
    await goals.add(scene.marijke, "Leren luisteren", NOW, scene.update())
    later = at(date(2027, 1, 26), 12)
    (other,) = await scene.publish(date(2027, 2, 2), (9,), by=scene.joost, now=later)

    await scene.booked(scene.marijke, other, later)
    asked = await goals.read(scene.joost, scene.marijke)
    answered = await goals.let_read(scene.marijke, scene.joost, later, scene.update(), granted=False)
    refused = await goals.read(scene.joost, scene.marijke)

    assert asked.outcome is ReadOutcome.ASKED
    assert answered
    assert (refused.outcome, refused.goals) == (ReadOutcome.REFUSED, ())
    assert await scene.told(Kind.GOALS_READER_ASKED) == []
    assert not await goals.let_read(scene.marijke, scene.ellen, later, scene.update(), granted=True)


async def test_the_owner_hears_a_proposal_and_takes_it_over_or_not(scene: Scene, goal: Goal) -> None:
    goals = scene.services.goals

    proposed = await goals.propose(scene.ellen, goal.id, "Luisteren zonder oordeel", NOW, scene.update())
    told = await scene.told()
    accepted = await goals.accept_proposal(scene.marijke, goal.id, NOW, scene.update())
    twice = await goals.accept_proposal(scene.marijke, goal.id, NOW, scene.update())

    assert (proposed, told) == (ProposeOutcome.PROPOSED, [(Kind.GOAL_PROPOSED, scene.marijke)])
    assert (accepted, twice) == (ProposalOutcome.ACCEPTED, ProposalOutcome.STALE)
    (kept,) = await goals.mine(scene.marijke)
    assert (kept.words, kept.proposal) == ("Luisteren zonder oordeel", None)
    assert await scene.told() == [(Kind.GOAL_PROPOSAL_SETTLED, scene.ellen)]


async def test_a_declined_proposal_leaves_the_words_and_a_changed_goal_takes_it_back(scene: Scene, goal: Goal) -> None:
    goals = scene.services.goals

    await goals.propose(scene.ellen, goal.id, "Een ander doel", NOW, scene.update())
    declined = await goals.decline_proposal(scene.marijke, goal.id, NOW, scene.update())
    await goals.propose(scene.ellen, goal.id, "Nog een ander doel", NOW, scene.update())
    await goals.reword(scene.marijke, goal.id, "Leren zwijgen", NOW, scene.update())
    stale = await goals.accept_proposal(scene.marijke, goal.id, NOW, scene.update())

    assert (declined, stale) == (ProposalOutcome.DECLINED, ProposalOutcome.STALE)
    (kept,) = await goals.mine(scene.marijke)
    assert kept.words == "Leren zwijgen"
    assert await scene.told(Kind.GOAL_PROPOSED) == []


async def test_only_the_facilitator_who_may_read_a_goal_proposes_wording(scene: Scene, goal: Goal) -> None:
    goals = scene.services.goals

    foreign = await goals.ask_proposal(scene.joost, goal.id, NOW, scene.update())
    own = await goals.ask_proposal(scene.ellen, goal.id, NOW, scene.update())
    same = await goals.propose(scene.ellen, goal.id, goal.words, NOW, scene.update())

    assert (foreign, own, same) == (None, goal, ProposeOutcome.SAME)
    assert await scene.database.reads.conversations.of(scene.joost) is None


async def test_writing_ends_the_conversation_about_goals_in_the_same_transaction(scene: Scene) -> None:
    goals = scene.services.goals
    await goals.ask(scene.marijke, GoalQuestion.WORDS, None, NOW, scene.update())

    await goals.add(scene.marijke, "Leren luisteren", NOW, scene.update())

    assert await scene.database.reads.conversations.of(scene.marijke) is None
