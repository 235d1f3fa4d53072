"""Whoever leaves or stays away: the turns that fall open are divided as well as can be, and all others stay."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.group import MembershipStatus
from domain.outbox import Kind
from domain.poll import Answer
from domain.rota import Breach, Lineup, Rota, score
from domain.rota_search import best_rota
from services.rota import release, view_of
from services.rota_board import Board, board_of
from services.rota_places import places_of
from storage.cipher import MainKey
from storage.database import Database
from tests.services.rota_scene import NOW, RotaScene, set_rota_scene, starts

if TYPE_CHECKING:
    from datetime import datetime


@pytest.fixture
async def rota(database: Database) -> RotaScene:
    return await set_rota_scene(database)


async def leaves(scene: RotaScene, person_id: int, now: datetime = NOW) -> None:
    async with scene.database.transaction() as work:
        membership = await work.groups.live_membership(person_id)
        assert membership is not None
        await work.groups.save_membership(
            membership.model_copy(update={"status": MembershipStatus.LEFT, "left_at": now})
        )
        await release(work, scene.group_id, person_id, now)


async def lineups(scene: RotaScene) -> list[Lineup]:
    return [await scene.lineup(session_id) for session_id in scene.sessions[1:]]


@pytest.mark.parametrize("leaver", [0, 3, 7])
async def test_who_stops_half_way_leaves_a_rota_that_is_as_fair_as_before(rota: RotaScene, leaver: int) -> None:
    await rota.told()
    before = await lineups(rota)
    # The second session is over, and the third is three weeks ahead.
    half_way = starts(NOW.date() + timedelta(days=65))

    await leaves(rota, rota.people[leaver], half_way)

    view = await view_of(rota.database.reads, rota.group_id, half_way)
    assert {each.breach for each in view.faults} <= {Breach.NOT_NEXT}
    assert max(view.turns.values()) - min(view.turns.values()) <= 1
    after = await lineups(rota)
    assert after[0] == before[0]
    assert all(len(lineup.people) == 3 for lineup in after[1:])
    assert not any(one.reserve == other.reserve for one, other in pairwise(after[1:]))


async def test_who_keeps_a_turn_hears_nothing_and_the_leader_hears_all_at_once(rota: RotaScene) -> None:
    await rota.told()
    before = await lineups(rota)
    leaver = before[1].presenters[0]

    await leaves(rota, leaver)

    gained = [
        person_id
        for was, is_now in zip(before, await lineups(rota), strict=True)
        for person_id in is_now.people
        if (person_id in was.presenters, person_id == was.reserve)
        != (person_id in is_now.presenters, person_id == is_now.reserve)
    ]
    heard = await rota.heard(Kind.TURN_CHANGED)
    assert sorted(recipient for _, recipient in heard if recipient is not None) == sorted(gained)
    assert await rota.heard(Kind.ROTA_CHANGED) == [(Kind.ROTA_CHANGED, rota.ellen)]


async def test_what_changes_before_the_leader_read_it_is_told_in_the_same_message(rota: RotaScene) -> None:
    await rota.told()
    before = await lineups(rota)

    await leaves(rota, before[1].presenters[0])
    await leaves(rota, before[4].presenters[1])

    (message,) = await rota.queued(Kind.ROTA_CHANGED)
    after = await lineups(rota)
    changed = [each for each, was, is_now in zip(rota.sessions[1:], before, after, strict=True) if was != is_now]
    assert message.detail == ",".join(str(each) for each in changed)


async def test_two_weeks_ahead_people_are_preparing_and_the_reserve_steps_up(rota: RotaScene) -> None:
    await rota.told()
    was = await rota.lineup(rota.sessions[2])
    # The second session is over in March; the third is in twelve days.
    soon = starts(NOW.date() + timedelta(days=74))

    await rota.services.absences.report(was.presenters[0], rota.sessions[2], soon, rota.update())

    assert was.reserve in (await rota.lineup(rota.sessions[2])).presenters
    following = (await rota.lineup(rota.sessions[3])).presenters
    assert was.reserve not in following


async def test_who_steps_up_does_not_present_more_often_than_others_for_it(rota: RotaScene) -> None:
    """Fatima has two turns already, none of them the time after: one of them goes to who could not come."""
    people = rota.people
    divided = (((0, 1), 2), ((3, 4), 5), ((2, 5), 6), ((6, 7), 2), ((2, 3), 0))
    await rota.fixed(
        *(Lineup((people[one], people[other]), people[reserve]) for (one, other), reserve in divided),
    )

    await rota.services.absences.report(people[0], rota.second, NOW, rota.update())

    view = await view_of(rota.database.reads, rota.group_id, NOW)
    assert people[2] in (await rota.lineup(rota.second)).presenters
    assert view.turns == {each: 2 if each in (people[2], people[3]) else 1 for each in people}
    assert Breach.TWICE_IN_A_ROW not in {each.breach for each in view.faults}


def kept(board: Board, before: Board, now: datetime) -> Rota:
    """What nobody lost or gained, as the places of two presenters and a reserve; the next session wholly."""
    result = []
    for index, (had, has) in enumerate(zip(before.turns, board.turns, strict=True)):
        if index == 0 or board.sessions[index].starts_at - now <= timedelta(days=14):
            result.append(board.rota[index])
            continue
        same = [one for one, other in zip(has, had, strict=True) if one.person_id == other.person_id]
        places = places_of(same)
        *presenters, reserve = places.values()
        result.append(Lineup(tuple(each for each in presenters if each is not None), reserve))
    return tuple(result)


deeds = st.lists(
    st.tuples(st.sampled_from(["absent", "absent", "leaves"]), st.integers(0, 7), st.integers(1, 5)),
    min_size=1,
    max_size=5,
)
noes = st.lists(st.tuples(st.integers(0, 7), st.integers(1, 5)), max_size=8)


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deeds=deeds, noes=noes)
async def test_over_any_absences_and_departures_the_solver_finds_nothing_better(
    tmp_path_factory: pytest.TempPathFactory, deeds: list[tuple[str, int, int]], noes: list[tuple[int, int]]
) -> None:
    database = await Database.open(tmp_path_factory.mktemp("rota") / "intervisie.db", MainKey(MainKey.generate()))
    try:
        scene = await set_rota_scene(database)
        for who, session in noes:
            await scene.votes(scene.people[who], scene.sessions[session], Answer.NO)
        await scene.told()
        gone: set[int] = set()
        for deed, who, session in deeds:
            person_id = scene.people[who]
            before = await board_of(database.reads, scene.group_id, NOW)
            if deed == "absent":
                await scene.services.absences.report(person_id, scene.sessions[session], NOW, scene.update())
            elif len(gone) < 2 and person_id not in gone:
                await leaves(scene, person_id)
                gone.add(person_id)
            holds(await board_of(database.reads, scene.group_id, NOW), before)
    finally:
        await database.close()


def holds(board: Board, before: Board) -> None:
    fixed = kept(board, before, NOW)
    meetings = tuple(
        replace(meeting, fixed=lineup, closed=index == 0)
        for index, (meeting, lineup) in enumerate(zip(board.question.meetings, fixed, strict=True))
    )
    question = replace(board.question, meetings=meetings)
    for meeting, lineup in zip(meetings, board.rota, strict=True):
        assert set(lineup.people) <= meeting.able
    assert score(question, board.rota) == best_rota(question).score
