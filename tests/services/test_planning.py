from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from domain.candidate import CandidateFault
from domain.date_set import Bound
from domain.group import GroupStatus
from domain.moves import MoveKind
from domain.outbox import Kind
from domain.planning import PlanningQuestion, PlanningStand, PlanningTurn
from domain.poll import Answer, ClosedWhy, NewOption, Poll, PollStatus
from domain.registration import PartOfDay, Weekday
from domain.time import local
from services.planning import OpenOutcome
from services.planning_proposal import ConfirmOutcome, PleaOutcome
from services.poll import reopen
from services.poll_voting import Choice
from services.session import move, plan
from tests.services.poll_scene import NOW, PollScene, set_poll_scene, week

if TYPE_CHECKING:
    from collections.abc import Mapping

    from storage.database import Database

WEEKS = (7, 9, 14, 21, 28, 35)


@pytest.fixture
async def scene(database: Database) -> PollScene:
    return await set_poll_scene(database)


async def begun(scene: PollScene) -> PlanningTurn:
    turn = await scene.services.planning.begin(scene.group_id, scene.ellen, NOW, scene.update())
    assert isinstance(turn, PlanningTurn)
    return turn


async def on_the_card(scene: PollScene) -> PlanningTurn:
    await begun(scene)
    turn = await scene.services.planning.wish(
        scene.ellen, PlanningQuestion.RECESS, NOW, scene.update(), recesses=((date(2027, 7, 5), date(2027, 8, 29)),)
    )
    assert turn is not None
    return turn


async def voted(scene: PollScene, absent: Mapping[int, tuple[int, ...]], *weeks: int) -> Poll:
    """Everybody answered: yes, but for these (by their place among the members) in these weeks."""
    poll = await scene.opens(*(weeks or WEEKS))
    options = await scene.database.reads.polls.options(poll.id)
    for place, person_id in enumerate(scene.people):
        for number, option in zip(weeks or WEEKS, options, strict=True):
            answer = Answer.NO if number in absent.get(place, ()) else Answer.YES
            await scene.services.polls.answer(Choice(poll.id, option.id, answer), person_id, NOW, scene.update())
    return await scene.poll(poll.id)


async def test_the_dates_are_there_after_one_answer_and_keep_out_of_the_recess(scene: PollScene) -> None:
    turn = await on_the_card(scene)

    days = [each.candidate.day for each in turn.shown]
    assert turn.question is PlanningQuestion.CANDIDATES
    assert turn.to_plan.sessions == 5
    assert turn.possible
    assert not [day for day in days if date(2027, 7, 5) <= day <= date(2027, 8, 29)]
    assert all(date(2027, 2, 16) <= day <= date(2028, 1, 11) for day in days)


async def test_dates_are_dropped_taken_back_and_added_by_hand(scene: PollScene) -> None:
    turn = await on_the_card(scene)
    first = turn.shown[0].candidate.moment.starts_at
    saturday = week(8, 10).starts_at + timedelta(days=4)
    planning = scene.services.planning

    await planning.drop(scene.ellen, first, NOW, scene.update(), dropped=True)
    await planning.ask(scene.ellen, PlanningQuestion.ADD, NOW, scene.update())
    added = await planning.add(scene.ellen, saturday, NOW, scene.update())

    assert isinstance(added, PlanningTurn)
    assert len(added.chosen) == len(turn.chosen)
    assert saturday in {moment.starts_at for moment in added.chosen}
    assert first not in {moment.starts_at for moment in added.chosen}
    again = await planning.drop(scene.ellen, first, NOW, scene.update(), dropped=False)
    assert again is not None
    assert len(again.chosen) == len(turn.chosen) + 1


async def test_a_date_before_the_session_that_was_is_refused(scene: PollScene) -> None:
    await on_the_card(scene)
    await scene.services.planning.ask(scene.ellen, PlanningQuestion.ADD, NOW, scene.update())

    found = await scene.services.planning.add(scene.ellen, week(0, 20).starts_at, NOW, scene.update())

    assert found is CandidateFault.BEFORE_FIRST


async def test_other_weekdays_parts_and_spacing_make_other_dates(scene: PollScene) -> None:
    await on_the_card(scene)
    planning = scene.services.planning

    await planning.ask(scene.ellen, PlanningQuestion.WEEKDAYS, NOW, scene.update())
    await planning.tick(
        scene.ellen, PlanningQuestion.WEEKDAYS, NOW, scene.update(), weekdays=frozenset({Weekday.FRIDAY})
    )
    await planning.ask(scene.ellen, PlanningQuestion.PARTS, NOW, scene.update())
    await planning.tick(
        scene.ellen, PlanningQuestion.PARTS, NOW, scene.update(), parts_of_day=frozenset({PartOfDay.MORNING})
    )
    await planning.ask(scene.ellen, PlanningQuestion.SPACING, NOW, scene.update())
    turn = await planning.wish(scene.ellen, PlanningQuestion.SPACING, NOW, scene.update(), least_weeks=3, most_weeks=6)

    assert turn is not None
    assert {each.candidate.day.weekday() for each in turn.shown} == {4}
    assert {local(each.candidate.moment.starts_at).hour for each in turn.shown} == {9}
    assert turn.draft.wish.first == date(2027, 2, 2)


async def test_only_who_leads_the_group_plans_for_it(scene: PollScene) -> None:
    for person_id in (scene.joost, scene.people[0]):
        assert await scene.services.planning.begin(scene.group_id, person_id, NOW, scene.update()) is None


async def test_opening_asks_the_group_once_though_it_is_pressed_twice(scene: PollScene) -> None:
    await on_the_card(scene)

    first, poll = await scene.services.planning.open(scene.ellen, NOW, scene.update())
    second, _ = await scene.services.planning.open(scene.ellen, NOW, scene.update())

    assert (first, second) == (OpenOutcome.OPENED, OpenOutcome.NOT_ASKED)
    assert poll is not None
    assert (poll.settings.first_number, poll.settings.sessions) == (2, 5)
    stand = await scene.services.planning.stand(scene.group_id, scene.ellen, NOW)
    assert stand is PlanningStand.POLL_OPEN


async def test_fewer_dates_than_sessions_are_not_put_to_the_vote(scene: PollScene) -> None:
    turn = await on_the_card(scene)
    for moment in turn.chosen[4:]:
        await scene.services.planning.drop(scene.ellen, moment.starts_at, NOW, scene.update(), dropped=True)

    outcome, _ = await scene.services.planning.open(scene.ellen, NOW, scene.update())

    assert outcome is OpenOutcome.TOO_FEW


async def test_the_best_set_is_proposed_and_one_person_is_asked_for_the_vote_that_helps(scene: PollScene) -> None:
    poll = await voted(scene, {2: (21,), 3: (9, 35), 4: (35,)})

    its = await scene.services.proposals.of(poll.id, NOW)
    await scene.services.proposals.of(poll.id, NOW)

    assert its is not None
    options = {option.id: option for option in its.view.options}
    assert [options[each].moment for each in its.sets[0].ids] == [week(number) for number in (7, 14, 21, 28, 35)]
    (asked,) = await scene.queued(Kind.DATES_PLEA)
    assert asked.recipient_id == scene.people[2]


async def test_who_could_if_it_must_counts_from_then_on_and_the_leader_gets_what_it_comes_to(scene: PollScene) -> None:
    poll = await voted(scene, {2: (21,)})
    before = await scene.services.proposals.of(poll.id, NOW)
    (plea,) = await scene.database.reads.plannings.pleas_of(poll.id)
    await scene.deliver()

    refused = await scene.services.proposals.answer_plea(plea.id, scene.people[3], NOW, scene.update(), possible=True)
    done = await scene.services.proposals.answer_plea(plea.id, scene.people[2], NOW, scene.update(), possible=True)
    after = await scene.services.proposals.of(poll.id, NOW)

    assert (refused, done) == (PleaOutcome.NOT_YOURS, PleaOutcome.THANKED)
    assert before is not None
    assert after is not None
    assert (before.sets[0].attendances, after.sets[0].attendances) == (39, 40)
    assert [message.recipient_id for message in await scene.queued(Kind.DATES_PROPOSED)] == [scene.ellen]


async def test_an_answer_to_a_plea_in_a_poll_that_was_opened_again_is_a_vote_that_may_be_the_last(
    scene: PollScene,
) -> None:
    poll = await voted(scene, {2: (21,)})
    await scene.services.proposals.of(poll.id, NOW)
    (plea,) = await scene.database.reads.plannings.pleas_of(poll.id)
    later = NOW + timedelta(hours=1)
    async with scene.database.transaction() as work:
        dates = [NewOption(moment=week(number)) for number in WEEKS]
        await reopen(work, poll, dates, poll.closes_at, later, settings=poll.settings)
    for person_id in (*scene.people[:2], *scene.people[3:]):
        await scene.services.polls.answer_none(poll.id, person_id, later, scene.update())

    await scene.services.proposals.answer_plea(plea.id, scene.people[2], later, scene.update(), possible=True)

    assert (await scene.poll(poll.id)).closed_why is ClosedWhy.ALL


async def test_without_a_possible_set_the_bound_is_named_that_would_help(scene: PollScene) -> None:
    poll = await voted(scene, {}, 7, 14, 24, 31, 38)

    its = await scene.services.proposals.of(poll.id, NOW)

    assert its is not None
    assert its.sets == ()
    assert (Bound.MOST_WEEKS, 10) in {(each.bound, each.value) for each in its.loosenings}


async def test_confirming_plans_each_session_once_however_often_it_is_pressed(scene: PollScene) -> None:
    poll = await voted(scene, {})
    confirm = scene.services.proposals.confirm

    outcomes = [
        await confirm(poll.id, (1, 3, 4, 5, 6), scene.ellen, NOW, scene.update()),
        await confirm(poll.id, (1, 3, 4, 5, 6), scene.ellen, NOW, scene.update()),
        await confirm(poll.id, (2, 3, 4, 5, 6), scene.ellen, NOW, scene.update()),
    ]

    assert outcomes == [ConfirmOutcome.CONFIRMED, ConfirmOutcome.ALREADY, ConfirmOutcome.ALREADY]
    sessions = await scene.database.reads.sessions.of_group(scene.group_id)
    assert [session.interval for session in sessions[1:]] == [week(number) for number in (7, 14, 21, 28, 35)]
    assert [session.number for session in sessions] == [1, 2, 3, 4, 5, 6]
    assert (await scene.poll(poll.id)).status is PollStatus.SETTLED
    assert await scene.database.reads.moves.current(MoveKind.PROPOSAL, poll.id) is None
    assert await scene.queued(Kind.DATES_PROPOSED) == []


async def test_what_was_planned_meanwhile_is_never_moved_by_confirming(scene: PollScene) -> None:
    poll = await voted(scene, {})
    async with scene.database.transaction() as work:
        await plan(work, scene.group_id, 1, 2, week(3).starts_at, NOW)

    too_many = await scene.services.proposals.confirm(poll.id, (1, 3, 4, 5, 6), scene.ellen, NOW, scene.update())
    fewer = await scene.services.proposals.confirm(poll.id, (3, 4, 5, 6), scene.ellen, NOW, scene.update())

    assert (too_many, fewer) == (ConfirmOutcome.NOT_THESE, ConfirmOutcome.CONFIRMED)
    sessions = await scene.database.reads.sessions.of_group(scene.group_id)
    assert [session.interval for session in sessions[1:]] == [week(number) for number in (3, 14, 21, 28, 35)]


@pytest.mark.parametrize("positions", [(), (1, 1), (1, 99), (1, 2, 3, 4, 5, 6)])
async def test_what_no_button_of_ours_carries_settles_nothing(scene: PollScene, positions: tuple[int, ...]) -> None:
    poll = await voted(scene, {})

    outcome = await scene.services.proposals.confirm(poll.id, positions, scene.ellen, NOW, scene.update())

    assert outcome is ConfirmOutcome.NOT_THESE
    assert len(await scene.database.reads.sessions.of_group(scene.group_id)) == 1


async def test_nobody_else_settles_it(scene: PollScene) -> None:
    poll = await voted(scene, {})

    for person_id in (scene.joost, scene.people[0], scene.annelies):
        outcome = await scene.services.proposals.confirm(poll.id, (1, 3, 4, 5, 6), person_id, NOW, scene.update())
        assert outcome is ConfirmOutcome.NOT_YOURS


async def test_opened_again_earlier_votes_stand_and_it_does_not_close_by_itself_at_once(scene: PollScene) -> None:
    poll = await voted(scene, {2: (21,)})
    planning = scene.services.planning
    await scene.deliver()

    turn = await planning.begin_again(poll.id, scene.ellen, NOW, scene.update())
    assert isinstance(turn, PlanningTurn)
    await planning.ask(scene.ellen, PlanningQuestion.ADD, NOW, scene.update())
    await planning.add(scene.ellen, week(42).starts_at, NOW, scene.update())
    outcome, again = await planning.open(scene.ellen, NOW + timedelta(hours=1), scene.update())

    assert outcome is OpenOutcome.OPENED
    assert again is not None
    assert (again.id, again.status, again.opening) == (poll.id, PollStatus.OPEN, 2)
    its = await scene.standings(poll.id)
    assert [len(each.yes) for each in its.options] == [8, 8, 8, 7, 8, 8, 0]
    assert its.awaited == set(scene.people)
    asked = {message.recipient_id for message in await scene.queued(Kind.POLL_ASKED)}
    assert asked == set(scene.people)
    still = await scene.services.proposals.confirm(poll.id, (1, 3, 4, 5, 6), scene.ellen, NOW, scene.update())
    assert still is ConfirmOutcome.STILL_OPEN


async def test_a_date_that_passed_before_it_was_settled_is_proposed_no_more(scene: PollScene) -> None:
    poll = await voted(scene, {})
    later = week(8).starts_at
    proposals = scene.services.proposals

    its = await proposals.of(poll.id, later)
    past = await proposals.confirm(poll.id, (1, 3, 4, 5, 6), scene.ellen, later, scene.update())
    to_come = await proposals.confirm(poll.id, (2, 3, 4, 5, 6), scene.ellen, later, scene.update())

    assert its is not None
    first = its.view.options[0].id
    assert first not in its.possible
    assert its.sets
    assert not [each for each in its.sets if first in each.ids]
    assert (past, to_come) == (ConfirmOutcome.NOT_THESE, ConfirmOutcome.CONFIRMED)


async def test_a_date_on_which_the_facilitator_got_another_session_is_proposed_no_more(scene: PollScene) -> None:
    """Two of her groups were asked about the same afternoons."""
    poll = await voted(scene, {})
    async with scene.database.transaction() as work:
        other = await work.groups.add(scene.annelies, NOW)
        led = {"status": GroupStatus.PUBLISHED, "facilitator_id": scene.ellen, "published_at": NOW}
        await work.groups.save(other.model_copy(update=led))
        await plan(work, other.id, 1, 1, week(9, 15).starts_at, NOW)
    proposals = scene.services.proposals

    its = await proposals.of(poll.id, NOW)
    clashing = await proposals.confirm(poll.id, (2, 3, 4, 5, 6), scene.ellen, NOW, scene.update())

    assert its is not None
    assert its.view.options[1].id not in its.possible
    assert all(its.view.options[1].id not in each.ids for each in its.sets)
    assert clashing is ConfirmOutcome.NOT_THESE


async def test_a_date_before_the_session_that_it_should_follow_is_settled_by_nobody(scene: PollScene) -> None:
    """The first session moved to after it while the group voted."""
    poll = await voted(scene, {})
    async with scene.database.transaction() as work:
        (first,) = await work.sessions.of_group(scene.group_id)
        await move(work, first.id, week(8).starts_at, NOW)

    outcome = await scene.services.proposals.confirm(poll.id, (1, 3, 4, 5, 6), scene.ellen, NOW, scene.update())

    assert outcome is ConfirmOutcome.NOT_THESE
