"""Dividing turns: proposed to the leader alone, confirmed once, kept to over absences, swaps and departures."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from domain.moves import MoveKind
from domain.outbox import Kind
from domain.poll import Answer
from domain.rota import Breach, Lineup
from domain.turn import TurnRole
from services.planned import offer_next
from services.rota import RotaOutcome, SetOutcome, release, turns_of
from services.rota_board import past_of
from tests.services.rota_scene import NOW, RotaScene, give, join, set_rota_scene, starts

if TYPE_CHECKING:
    from datetime import datetime

    from storage.database import Database
    from storage.work import Reads


@pytest.fixture
async def rota(database: Database) -> RotaScene:
    return await set_rota_scene(database)


async def test_a_proposal_is_complete_from_the_second_session_on_and_reaches_nobody(rota: RotaScene) -> None:
    view = await rota.divided()

    assert [row.session.id for row in view.rows] == rota.sessions[1:]
    assert all(len(row.lineup.presenters) == 2 and row.lineup.reserve for row in view.rows)
    assert view.faults == ()
    assert await rota.heard() == []
    assert await turns_of(rota.database.reads, rota.second) == []


async def test_who_said_no_to_a_date_or_hosts_there_is_not_asked_to_present(rota: RotaScene) -> None:
    for person_id in rota.people[:3]:
        await rota.votes(person_id, rota.second, Answer.NO)
    for person_id in rota.people[3:]:
        await rota.votes(person_id, rota.second, Answer.YES)
    async with rota.database.transaction() as work:
        session = await work.sessions.get(rota.second)
        await work.sessions.save(session.model_copy(update={"host_id": rota.people[4]}))

    await rota.divided()

    lineup = await rota.lineup(rota.second)
    assert not set(lineup.people) & set(rota.people[:3])
    assert rota.people[4] not in lineup.presenters


async def test_confirmed_the_group_and_each_with_a_turn_hear_it_once(rota: RotaScene) -> None:
    view = await rota.divided()
    first = await rota.services.rotas.confirm(rota.group_id, rota.ellen, view.mark, NOW, rota.update())
    again = await rota.services.rotas.confirm(rota.group_id, rota.ellen, view.mark, NOW, rota.update())

    assert (first.outcome, again.outcome) == (RotaOutcome.TOLD, RotaOutcome.NOTHING)
    # There is no chat: the table goes to each member in private.
    assert sorted(await rota.heard(Kind.ROTA_POSTED)) == [(Kind.ROTA_POSTED, each) for each in rota.people]
    assert sorted(await rota.heard(Kind.TURNS_TOLD)) == [(Kind.TURNS_TOLD, each) for each in rota.people]
    assert not await rota.waits(MoveKind.ROTA, rota.group_id)


async def test_what_was_not_shown_is_not_confirmed(rota: RotaScene) -> None:
    view = await rota.divided()
    presenter = view.rows[0].lineup.presenters[0]
    other = next(each for each in rota.people if each not in view.rows[0].lineup.people)
    await rota.services.rotas.put(
        rota.second, rota.ellen, TurnRole.PRESENTER, 1, other, now=NOW, update_id=rota.update(), anyhow=True
    )

    done = await rota.services.rotas.confirm(rota.group_id, rota.ellen, view.mark, NOW, rota.update())

    assert done.outcome is RotaOutcome.CHANGED
    assert await rota.heard() == []
    assert presenter not in (await rota.lineup(rota.second)).presenters


@pytest.mark.parametrize("who", ["joost", "annelies", "marijke", "piet"])
async def test_nobody_but_who_leads_the_group_divides_confirms_or_sets(rota: RotaScene, who: str) -> None:
    other = int(getattr(rota, who))
    view = await rota.divided()
    rotas = rota.services.rotas

    divided = await rotas.divide(rota.group_id, other, NOW, rota.update())
    confirmed = await rotas.confirm(rota.group_id, other, view.mark, NOW, rota.update())
    put = await rotas.put(rota.second, other, TurnRole.RESERVE, 1, other, now=NOW, update_id=rota.update())

    assert (divided.outcome, confirmed.outcome) == (RotaOutcome.NOT_YOURS, RotaOutcome.NOT_YOURS)
    assert put.outcome is SetOutcome.NOT_YOURS


async def test_what_was_told_stays_when_the_rest_is_divided_again(rota: RotaScene) -> None:
    told = Lineup((rota.people[0], rota.people[1]), rota.people[2])
    await rota.fixed(told)

    await rota.divided()

    assert await rota.lineup(rota.second) == told
    third = await rota.lineup(rota.sessions[2])
    assert rota.people[2] in third.presenters
    assert not set(told.presenters) & set(third.presenters)


async def test_other_hosts_have_what_nobody_was_told_divided_again(rota: RotaScene) -> None:
    view = await rota.divided()

    async with rota.database.transaction() as work:
        await offer_next(work, rota.group_id, NOW)
    done = await rota.services.rotas.confirm(rota.group_id, rota.ellen, view.mark, NOW, rota.update())

    assert done.outcome is RotaOutcome.CHANGED
    assert await rota.heard() == [(Kind.NEXT_STEP, rota.ellen)]


async def test_the_leader_can_set_anything_and_hears_first_what_it_breaks(rota: RotaScene) -> None:
    await rota.told()
    rotas, third = rota.services.rotas, rota.sessions[2]
    twice = (await rota.lineup(rota.second)).presenters[0]

    asked = await rotas.put(third, rota.ellen, TurnRole.PRESENTER, 2, twice, now=NOW, update_id=rota.update())
    assert asked.outcome is SetOutcome.BREAKS
    assert Breach.TWICE_IN_A_ROW in {each.breach for each in asked.faults}
    done = await rotas.put(
        third, rota.ellen, TurnRole.PRESENTER, 2, twice, now=NOW, update_id=rota.update(), anyhow=True
    )

    assert done.outcome is SetOutcome.SET
    assert twice in (await rota.lineup(third)).presenters
    assert (Kind.TURN_CHANGED, twice) in await rota.heard()


async def test_the_original_rota_is_kept_beside_the_present_one(rota: RotaScene) -> None:
    view = await rota.told()
    was = view.rows[0].lineup

    await rota.services.absences.report(was.presenters[0], rota.second, NOW, rota.update())

    turn = await rota.turn(rota.second, TurnRole.PRESENTER)
    assert (turn.person_id, turn.original_person_id) == (was.reserve, was.presenters[0])


async def turns_had(reads: Reads, group_id: int, by: datetime) -> dict[int, int]:
    over = [each for each in await reads.sessions.of_group(group_id) if each.starts_at <= by]
    return await past_of(reads, await reads.groups.members(group_id), over)


async def test_past_turns_count_and_absence_does_not(rota: RotaScene) -> None:
    await rota.fixed(Lineup((rota.people[0], rota.people[1]), rota.people[2]))
    async with rota.database.transaction() as work:
        await work.attendance.note(rota.second, rota.people[1], NOW, present=False)
    after = starts(date(2027, 3, 12))

    counted = await turns_had(rota.database.reads, rota.group_id, after)

    assert counted == {each: int(each == rota.people[0]) for each in rota.people}


async def test_a_newcomer_does_not_have_to_catch_up(rota: RotaScene) -> None:
    pairs = [(0, 1), (2, 3), (4, 5), (6, 7)]
    await rota.fixed(*(Lineup((rota.people[one], rota.people[other])) for one, other in pairs))
    async with rota.database.transaction() as work:
        newcomer = await join(work, rota.group_id, 200, "Nadia Bos", "GM0200", at=NOW + timedelta(days=240))
        counted = await turns_had(work, rota.group_id, NOW + timedelta(days=241))

    assert counted[newcomer] == 1


async def test_who_leaves_is_followed_by_the_reserve_and_somebody_with_few_turns(rota: RotaScene) -> None:
    await rota.told()
    was = await rota.lineup(rota.second)
    leaver = was.presenters[0]

    async with rota.database.transaction() as work:
        await release(work, rota.group_id, leaver, NOW)

    now_is = await rota.lineup(rota.second)
    assert was.reserve in now_is.presenters
    assert now_is.reserve is not None
    for session_id in rota.sessions[1:]:
        assert leaver not in (await rota.lineup(session_id)).people
        assert len((await rota.lineup(session_id)).presenters) == 2
    assert (Kind.ROTA_CHANGED, rota.ellen) in await rota.heard()
    assert leaver not in {recipient for _, recipient in await rota.heard()}


async def test_nobody_confirms_for_days_so_the_leader_and_then_the_office_hear_it(rota: RotaScene) -> None:
    await rota.let_pass(NOW + timedelta(days=3, hours=1))

    assert await rota.heard() == [(Kind.ROTA_REMINDER, rota.ellen), (Kind.ROTA_WAITS, rota.annelies)]


async def test_places_that_nobody_can_take_stay_empty_and_a_late_yes_fills_them(rota: RotaScene) -> None:
    some = rota.people[:2]
    async with rota.database.transaction() as work:
        for person_id in rota.people[2:]:
            await work.attendance.report(rota.second, person_id, NOW)
        await give(work, rota.second, Lineup(tuple(some)))

    back = await rota.services.absences.take_back(rota.people[5], rota.second, NOW, rota.update())

    assert back.has == "reserve"
    assert (await rota.lineup(rota.second)).reserve == rota.people[5]


async def test_the_leader_sets_from_which_session_on_members_present_and_the_quorum(rota: RotaScene) -> None:
    await rota.divided()
    rotas = rota.services.rotas

    refused = await rotas.set_rules(rota.group_id, rota.joost, NOW, rota.update(), quorum=3)
    odd = await rotas.set_rules(rota.group_id, rota.ellen, NOW, rota.update(), quorum=99)
    done = await rotas.set_rules(rota.group_id, rota.ellen, NOW, rota.update(), presenting_from=3, quorum=4)

    group = await rota.database.reads.groups.get(rota.group_id)
    assert (refused, odd, done) == (False, False, True)
    assert (group.presenting_from, group.quorum) == (3, 4)
    assert [row.session.id for row in (await rota.divided()).rows] == rota.sessions[2:]
