"""Coming and going in a group: everybody concerned hears it, nobody why, and nothing waits for ever."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from domain.booking import Side
from domain.group import Costs, FinishWish, MembershipStatus
from domain.group_change import NewcomerAnswer, NewcomerStatus
from domain.moves import MoveKind
from domain.outbox import Kind
from domain.registration import Question, Status
from services.group_change import DecideOutcome
from services.group_leading import LeadOutcome
from services.group_newcomer import AnswerOutcome, ProposeOutcome
from services.leaving import DepartureOutcome, TakeOutOutcome
from tests.services.group_scene import (
    LATER,
    asked_newcomer,
    candidate,
    draft_of,
    eight,
    leaves,
    member_ids,
    publish,
    shortage_of,
)
from tests.services.intake_scene import NOW

if TYPE_CHECKING:
    from tests.services.intake_scene import Scene

FRIDAY = datetime(2027, 3, 12, 10, 0, tzinfo=UTC)


async def test_who_leaves_is_out_at_once_and_everybody_concerned_hears_that_once_and_nobody_why(scene: Scene) -> None:
    group_id = await publish(scene)
    first, *others = await member_ids(scene, group_id)

    await leaves(scene, first)

    assert await member_ids(scene, group_id) == others
    assert await scene.told(Kind.MEMBER_LEFT) == [(Kind.MEMBER_LEFT, scene.ellen)]
    assert sorted(await scene.told(Kind.MEMBER_GONE)) == sorted((Kind.MEMBER_GONE, each) for each in others)
    assert await scene.told(Kind.LEAVING_COSTS_ASKED) == [(Kind.LEAVING_COSTS_ASKED, scene.annelies)]
    assert await scene.told(Kind.LEFT, Kind.REGISTRATION_WITHDRAWN) == []
    assert (await scene.database.reads.people.get(first)).role is None


async def test_nothing_is_said_of_the_costs_of_who_is_still_in_the_group(scene: Scene) -> None:
    group_id = await publish(scene)
    member = (await scene.database.reads.groups.members(group_id))[0]

    outcome = await scene.services.group_changes.decide_costs(
        scene.annelies, member.id, Costs.DUE, LATER, scene.update()
    )

    assert outcome is DecideOutcome.NOT_YOURS
    assert (await scene.database.reads.groups.membership(member.id)).costs is None


async def test_who_leaves_before_the_others_heard_of_the_group_is_simply_not_in_it(scene: Scene) -> None:
    """Published on a Friday night: by Saturday morning everybody hears of the group as it is then."""
    card = await draft_of(scene, await eight(scene))
    await scene.services.composing.publish(card.group.id, card.version, NOW, scene.update())
    first = (await member_ids(scene, card.group.id))[0]
    await scene.services.leading.assign(card.group.id, scene.joost, scene.annelies, NOW, scene.update())

    await leaves(scene, first)

    assert len(await scene.told(Kind.GROUP_PUBLISHED)) == 7
    assert await scene.told(Kind.GROUP_ASSIGNED) == [(Kind.GROUP_ASSIGNED, scene.joost)]
    assert await scene.told(Kind.MEMBER_GONE, Kind.MEMBER_LEFT, Kind.GROUP_LEADER_CHANGED) == []
    assert await scene.told(Kind.LEAVING_COSTS_ASKED) == [(Kind.LEAVING_COSTS_ASKED, scene.annelies)]


async def test_the_leader_takes_out_a_member_and_another_facilitator_does_not(scene: Scene) -> None:
    group_id = await publish(scene)
    first = (await member_ids(scene, group_id))[0]
    registration_id = await scene.registration_of(first)

    refused = await scene.services.leaving.take_out(registration_id, scene.joost, None, LATER, scene.update())
    done = await scene.services.leaving.take_out(registration_id, scene.ellen, None, LATER, scene.update())

    assert (refused, done) == (TakeOutOutcome.NOT_YOURS, TakeOutOutcome.TAKEN_OUT)
    (left,) = await scene.database.reads.groups.left(group_id)
    assert left.left_by == Side.FACILITATOR
    assert await scene.told(Kind.MEMBER_LEFT) == []
    assert (Kind.TAKEN_OUT, first) in await scene.told(Kind.TAKEN_OUT)


async def test_the_coordinator_decides_on_the_costs_once_and_it_is_recorded(scene: Scene) -> None:
    group_id = await publish(scene)
    await leaves(scene, (await member_ids(scene, group_id))[0])
    (left,) = await scene.database.reads.groups.left(group_id)
    changes = scene.services.group_changes

    outcomes = [
        await changes.decide_costs(scene.annelies, left.id, costs, LATER, scene.update())
        for costs in (Costs.WAIVED, Costs.DUE)
    ]

    (recorded,) = await scene.database.reads.groups.left(group_id)
    assert outcomes == [DecideOutcome.DECIDED, DecideOutcome.SETTLED]
    assert (recorded.costs, recorded.costs_by) == (Costs.WAIVED, scene.annelies)
    assert not await scene.waits(MoveKind.LEAVING_COSTS, left.id)


async def test_nobody_at_the_office_is_reminded_on_a_day_off_of_a_group_that_nobody_leads(scene: Scene) -> None:
    """A Sunday's reminder would come on Monday, together with Monday's own."""
    group_id = await publish(scene)
    await scene.services.leaving.facilitator_leaves(scene.ellen, None, FRIDAY, scene.update(), bookings_told=0)
    await scene.deliver_notices()

    await scene.let_pass(FRIDAY + timedelta(days=3))

    assert await scene.waits(MoveKind.GROUP_WITHOUT_LEADER, group_id)
    reminders = await scene.queued(Kind.GROUP_WITHOUT_LEADER)
    assert [each.rule_at for each in reminders] == [FRIDAY + timedelta(days=3)]


async def test_a_newcomer_joins_once_each_member_agreed_and_answers_are_erased(scene: Scene) -> None:
    group_id = await publish(scene, 6)
    people = await member_ids(scene, group_id)
    newcomer = await asked_newcomer(scene, group_id)
    answer = scene.services.newcomers.answer

    for person_id in people[:-1]:
        await answer(person_id, newcomer.id, NewcomerAnswer.FITS, LATER, scene.update())
    before = await member_ids(scene, group_id)
    await answer(people[-1], newcomer.id, NewcomerAnswer.FITS, LATER, scene.update())
    late = await answer(people[0], newcomer.id, NewcomerAnswer.DOES_NOT_FIT, LATER, scene.update())

    assert before == people
    assert await member_ids(scene, group_id) == [*people, newcomer.person_id]
    assert late is AnswerOutcome.SETTLED
    assert await scene.database.reads.newcomers.answers(newcomer.id) == {}
    assert await scene.told(Kind.GROUP_PUBLISHED) == [(Kind.GROUP_PUBLISHED, newcomer.person_id)]
    assert len(await scene.told(Kind.NEWCOMER_JOINED)) == 6


async def test_one_who_does_not_agree_is_enough_and_nothing_shows_before_everybody_answered(scene: Scene) -> None:
    """An outcome at the moment of a "past niet" would tell whose it was."""
    group_id = await publish(scene, 6)
    people = await member_ids(scene, group_id)
    newcomer = await asked_newcomer(scene, group_id)
    answer = scene.services.newcomers.answer

    await answer(people[0], newcomer.id, NewcomerAnswer.DOES_NOT_FIT, LATER, scene.update())
    still_open = (await scene.database.reads.newcomers.get(newcomer.id)).open
    for person_id in people[1:]:
        await answer(person_id, newcomer.id, NewcomerAnswer.FITS, LATER, scene.update())

    assert still_open
    assert (await scene.database.reads.newcomers.get(newcomer.id)).status is NewcomerStatus.REFUSED
    assert await scene.told(Kind.NEWCOMER_JOINED, Kind.GROUP_PUBLISHED) == []
    assert await scene.told(Kind.NEWCOMER_SETTLED) == [
        (Kind.NEWCOMER_SETTLED, scene.ellen),
        (Kind.NEWCOMER_SETTLED, scene.annelies),
    ]


async def test_who_says_nothing_about_a_newcomer_is_reminded_and_has_not_agreed(scene: Scene) -> None:
    group_id = await publish(scene, 6)
    people = await member_ids(scene, group_id)
    newcomer = await asked_newcomer(scene, group_id)
    for person_id in people[1:]:
        await scene.services.newcomers.answer(person_id, newcomer.id, NewcomerAnswer.FITS, LATER, scene.update())

    await scene.let_pass(LATER + timedelta(days=3))
    reminded = await scene.told(Kind.NEWCOMER_REMINDER)
    await scene.let_pass(LATER + timedelta(days=6))

    assert reminded == [(Kind.NEWCOMER_REMINDER, people[0])]
    assert (await scene.database.reads.newcomers.get(newcomer.id)).status is NewcomerStatus.REFUSED


async def test_when_the_last_who_had_not_answered_leaves_the_others_decide(scene: Scene) -> None:
    group_id = await publish(scene, 6)
    people = await member_ids(scene, group_id)
    newcomer = await asked_newcomer(scene, group_id)
    for person_id in people[1:]:
        await scene.services.newcomers.answer(person_id, newcomer.id, NewcomerAnswer.FITS, LATER, scene.update())

    await leaves(scene, people[0])

    assert await member_ids(scene, group_id) == [*people[1:], newcomer.person_id]
    assert await scene.told(Kind.SHORTAGE_ASKED) == []


async def test_a_newcomer_from_a_municipality_that_is_in_the_group_is_refused(scene: Scene) -> None:
    group_id = await publish(scene, 6)
    same = await candidate(scene, "Piet de Boer", "GM0796")

    outcome = await scene.services.newcomers.propose(scene.annelies, group_id, same, LATER, scene.update())

    assert outcome is ProposeOutcome.ONE_MUNICIPALITY
    assert await scene.services.newcomers.candidates(group_id) == []


async def test_a_newcomer_who_withdraws_is_asked_about_no_longer(scene: Scene) -> None:
    group_id = await publish(scene, 6)
    newcomer = await asked_newcomer(scene, group_id)

    await leaves(scene, newcomer.person_id)

    assert (await scene.database.reads.newcomers.get(newcomer.id)).status is NewcomerStatus.WITHDRAWN
    assert await scene.told(Kind.NEWCOMER_ASKED) == []
    assert not await scene.waits(MoveKind.NEWCOMER, newcomer.id)


@pytest.mark.parametrize("wish", FinishWish)
async def test_who_is_no_alderman_any_more_finishes_the_cycle_if_the_leader_agrees(
    scene: Scene, wish: FinishWish
) -> None:
    group_id = await publish(scene)
    first = (await member_ids(scene, group_id))[0]
    changes = scene.services.group_changes
    asked = await changes.leave_office(first, FinishWish.FINISH, LATER, scene.update())
    card = await changes.own_membership(first)
    assert card is not None

    by_other = await changes.answer_leaver(scene.joost, card.membership.id, wish, LATER, scene.update())
    outcomes = [
        await changes.answer_leaver(scene.ellen, card.membership.id, wish, LATER, scene.update()) for _ in range(2)
    ]

    assert asked is DecideOutcome.NOTED
    assert by_other is DecideOutcome.NOT_YOURS
    assert outcomes == [DecideOutcome.DECIDED, DecideOutcome.SETTLED]
    membership = await scene.database.reads.groups.membership(card.membership.id)
    stays = wish is FinishWish.FINISH
    assert (membership.status is MembershipStatus.MEMBER) is stays
    assert membership.out_of_office_at == LATER
    assert await scene.told(Kind.OUT_OF_OFFICE_SETTLED) == [(Kind.OUT_OF_OFFICE_SETTLED, first)]


async def test_who_is_no_alderman_any_more_can_stop_at_once(scene: Scene) -> None:
    group_id = await publish(scene)
    first, *others = await member_ids(scene, group_id)

    outcome = await scene.services.group_changes.leave_office(first, FinishWish.STOP, LATER, scene.update())

    registration = await scene.database.reads.registrations.latest_of(first)
    assert outcome is DecideOutcome.DECIDED
    assert await member_ids(scene, group_id) == others
    assert registration is not None
    assert registration.status is Status.WITHDRAWN


async def _moves_to(scene: Scene, person_id: int, code: str | None) -> None:
    """As with "Wijzigen" on /mijn."""
    registration_id = await scene.registration_of(person_id)
    answers = scene.services.answers
    await answers.open_changes(person_id, registration_id, LATER, scene.update())
    await answers.change(person_id, Question.MUNICIPALITY, LATER, scene.update())
    await answers.answer(person_id, Question.MUNICIPALITY, LATER, scene.update(), municipality_code=code)


async def test_two_from_one_municipality_after_a_change_are_for_the_coordinator_until_it_is_solved(
    scene: Scene,
) -> None:
    group_id = await publish(scene)
    first, second = (await member_ids(scene, group_id))[:2]
    theirs = await scene.database.reads.registrations.latest_of(second)
    assert theirs is not None
    card = await scene.services.group_changes.own_membership(first)
    assert card is not None

    await _moves_to(scene, first, theirs.answers.municipality_code)
    told = await scene.told(Kind.MUNICIPALITY_CLASH)
    await _moves_to(scene, first, "GM0014")

    assert told == [(Kind.MUNICIPALITY_CLASH, scene.annelies)]
    assert await scene.told(Kind.MUNICIPALITY_CLASH) == []
    assert not await scene.waits(MoveKind.MUNICIPALITY_CLASH, card.membership.id)


async def test_a_stand_in_may_what_the_facilitator_may_until_it_is_given_back(scene: Scene) -> None:
    group_id = await publish(scene)
    leading = scene.services.leading

    taken = await leading.stand_in(group_id, scene.joost, scene.ellen, LATER, scene.update())
    both = [await leading.leads(group_id, each) for each in (scene.ellen, scene.joost)]
    told = await scene.told(Kind.GROUP_ASSIGNED)
    members_told = len(await scene.told(Kind.GROUP_LEADER_CHANGED))
    back = await leading.give_back(group_id, scene.joost, LATER, scene.update())

    assert (taken.outcome, back.outcome) == (LeadOutcome.CHANGED, LeadOutcome.CHANGED)
    assert both == [True, True]
    assert told == [(Kind.GROUP_ASSIGNED, scene.joost)]
    assert members_told == 8
    assert not await leading.leads(group_id, scene.joost)
    assert back.card is not None
    assert back.card.leader is not None
    assert back.card.leader.id == scene.ellen


async def test_the_facilitator_hears_who_stands_in_and_that_it_was_given_back_unless_they_did_it(scene: Scene) -> None:
    group_id = await publish(scene)
    leading = scene.services.leading
    told: list[bool] = []

    for by_office in (True, False):
        by = scene.annelies if by_office else scene.ellen
        await leading.stand_in(group_id, scene.joost, by, LATER, scene.update())
        told.append((Kind.GROUP_LEADER_CHANGED, scene.ellen) in await scene.told(Kind.GROUP_LEADER_CHANGED))
        await leading.give_back(group_id, scene.joost if by_office else scene.ellen, LATER, scene.update())
        told.append((Kind.GROUP_LEADER_CHANGED, scene.ellen) in await scene.told(Kind.GROUP_LEADER_CHANGED))

    assert told == [True, True, False, False]


async def test_what_waits_for_who_leads_the_group_waits_for_the_stand_in(scene: Scene) -> None:
    group_id = await publish(scene, 6)
    await leaves(scene, (await member_ids(scene, group_id))[0])
    shortage_id = await shortage_of(scene, group_id)

    await scene.services.leading.stand_in(group_id, scene.joost, scene.ellen, LATER, scene.update())

    move = await scene.database.reads.moves.current(MoveKind.SHORTAGE, shortage_id)
    assert move is not None
    assert move.person_id == scene.joost


async def test_another_facilitator_neither_sees_a_group_nor_arranges_anything_in_it(scene: Scene) -> None:
    group_id = await publish(scene)
    leading = scene.services.leading

    card = await leading.card(group_id, scene.joost)
    stands_in = await leading.stand_in(group_id, scene.joost, scene.joost, LATER, scene.update())
    assigns = await leading.assign(group_id, scene.joost, scene.ellen, LATER, scene.update())

    assert card is None
    assert (stands_in.outcome, assigns.outcome) == (LeadOutcome.NOT_YOURS, LeadOutcome.NOT_YOURS)


async def test_a_facilitator_who_stops_leaves_the_group_to_the_coordinator_until_somebody_leads_it(
    scene: Scene,
) -> None:
    group_id = await publish(scene)
    leaving = scene.services.leaving
    told = len((await leaving.preview_facilitator(scene.ellen, LATER)).bookings)

    done = await leaving.facilitator_leaves(scene.ellen, None, LATER, scene.update(), bookings_told=told)
    waited = await scene.waits(MoveKind.GROUP_WITHOUT_LEADER, group_id)
    asked = await scene.told(Kind.GROUP_WITHOUT_LEADER)
    assigned = await scene.services.leading.assign(group_id, scene.joost, scene.annelies, LATER, scene.update())

    assert done.outcome is DepartureOutcome.LEFT
    assert waited
    assert asked == [(Kind.GROUP_WITHOUT_LEADER, scene.annelies)]
    assert assigned.outcome is LeadOutcome.CHANGED
    assert not await scene.waits(MoveKind.GROUP_WITHOUT_LEADER, group_id)
    assert await scene.told(Kind.GROUP_WITHOUT_LEADER) == []


async def test_a_successor_takes_over_the_groups_too(scene: Scene) -> None:
    group_id = await publish(scene)
    leaving = scene.services.leaving
    told = len((await leaving.preview_facilitator(scene.ellen, LATER)).bookings)

    await leaving.facilitator_leaves(scene.ellen, scene.joost, LATER, scene.update(), bookings_told=told)

    group = await scene.database.reads.groups.get(group_id)
    assert group.facilitator_id == scene.joost
    assert not await scene.waits(MoveKind.GROUP_WITHOUT_LEADER, group_id)
    assert (Kind.GROUP_ASSIGNED, scene.joost) in await scene.told(Kind.GROUP_ASSIGNED)
