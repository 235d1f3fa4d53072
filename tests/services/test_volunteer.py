"""'Ik heb een casus voor ...': noted before the turns are divided, and for the leader to decide afterwards."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from domain.moves import MoveKind
from domain.outbox import Kind
from domain.poll import Answer
from domain.rota import Breach, Lineup
from services.volunteer import GrantOutcome, VolunteerOutcome
from tests.services.rota_scene import NOW, RotaScene, set_rota_scene

if TYPE_CHECKING:
    from storage.database import Database


@pytest.fixture
async def rota(database: Database) -> RotaScene:
    return await set_rota_scene(database)


async def planned(scene: RotaScene) -> None:
    people = scene.people
    await scene.fixed(Lineup((people[0], people[1]), people[2]), Lineup((people[2], people[3]), people[4]))


async def volunteer(scene: RotaScene, who: int, session: int = 2) -> VolunteerOutcome:
    person_id, session_id = scene.people[who], scene.sessions[session - 1]
    return (await scene.services.volunteers.volunteer(person_id, session_id, NOW, scene.update())).outcome


async def asked(scene: RotaScene, session: int = 2) -> int:
    return (await scene.database.reads.turns.volunteers(scene.sessions[session - 1]))[0].id


async def test_before_the_turns_are_divided_it_counts_when_they_are(rota: RotaScene) -> None:
    outcome = await volunteer(rota, 6, 4)

    await rota.divided()

    assert outcome is VolunteerOutcome.NOTED
    assert rota.people[6] in (await rota.lineup(rota.sessions[3])).presenters


async def test_a_place_that_nobody_has_is_given_at_once(rota: RotaScene) -> None:
    await rota.fixed(Lineup((rota.people[0],), rota.people[2]))

    outcome = await volunteer(rota, 5)

    assert outcome is VolunteerOutcome.PRESENTS
    assert rota.people[5] in (await rota.lineup(rota.second)).presenters
    assert Kind.TURN_CHANGED not in {kind for kind, _ in await rota.heard()}


async def test_afterwards_the_leader_sees_what_each_way_breaks_and_grants_one(rota: RotaScene) -> None:
    await planned(rota)
    assert await volunteer(rota, 3) is VolunteerOutcome.ASKED
    assert await rota.heard() == [(Kind.VOLUNTEER_ASKED, rota.ellen)]
    volunteer_id = await asked(rota)
    card = await rota.services.volunteers.card(volunteer_id, NOW)
    assert card is not None
    assert Breach.TWICE_IN_A_ROW in {fault.breach for fault in card.ways[0].faults}

    other = await rota.services.volunteers.grant(volunteer_id, rota.joost, None, NOW, rota.update())
    done = await rota.services.volunteers.grant(volunteer_id, rota.ellen, card.ways[1].turn.id, NOW, rota.update())
    again = await rota.services.volunteers.grant(volunteer_id, rota.ellen, None, NOW, rota.update())

    assert (other, done, again) == (GrantOutcome.NOT_YOURS, GrantOutcome.GRANTED, GrantOutcome.GONE)
    assert (await rota.lineup(rota.second)).presenters == (rota.people[0], rota.people[3])
    heard = await rota.heard()
    assert (Kind.VOLUNTEER_SETTLED, rota.people[3]) in heard
    assert (Kind.TURN_CHANGED, rota.people[1]) in heard


async def test_a_reserve_who_has_a_case_changes_places(rota: RotaScene) -> None:
    await planned(rota)
    await volunteer(rota, 2)
    card = await rota.services.volunteers.card(await asked(rota), NOW)
    assert card is not None

    await rota.services.volunteers.grant(card.volunteer.id, rota.ellen, card.ways[0].turn.id, NOW, rota.update())

    lineup = await rota.lineup(rota.second)
    assert lineup == Lineup((rota.people[2], rota.people[1]), rota.people[0])


async def test_who_cannot_come_presents_already_or_asked_before_is_told_so(rota: RotaScene) -> None:
    await planned(rota)
    await rota.votes(rota.people[7], rota.second, Answer.NO)
    await volunteer(rota, 6)

    assert await volunteer(rota, 7) is VolunteerOutcome.CANNOT_COME
    assert await volunteer(rota, 0) is VolunteerOutcome.ALREADY
    assert await volunteer(rota, 6) is VolunteerOutcome.ASKED_BEFORE
    assert await volunteer(rota, 6, 1) is VolunteerOutcome.NOT_POSSIBLE


async def test_without_a_decision_the_rota_stays_and_the_volunteer_hears_so(rota: RotaScene) -> None:
    await planned(rota)
    await volunteer(rota, 6)
    volunteer_id = await asked(rota)

    await rota.let_pass(NOW + timedelta(days=3))
    assert (Kind.VOLUNTEER_REMINDER, rota.ellen) in await rota.heard()
    await rota.let_pass(NOW + timedelta(days=6))

    assert (Kind.VOLUNTEER_SETTLED, rota.people[6]) in await rota.heard()
    assert not await rota.waits(MoveKind.VOLUNTEER, volunteer_id)
    assert rota.people[6] not in (await rota.lineup(rota.second)).people
