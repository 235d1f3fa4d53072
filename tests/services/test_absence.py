"""Absence: the reserve steps up, a new reserve is found, and with too few the leader decides."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.moves import MoveKind
from domain.outbox import Kind
from domain.poll import Answer
from domain.rota import Lineup
from domain.turn import ThinDecision, TurnRole
from services.absence import AbsenceOutcome, ThinOutcome, follow_move
from services.rota_steps import Duty
from storage.cipher import MainKey
from storage.database import Database
from tests.services.rota_scene import NOW, RotaScene, set_rota_scene, starts

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
async def rota(database: Database) -> RotaScene:
    scene = await set_rota_scene(database)
    await scene.fixed(
        *(
            Lineup((scene.people[one], scene.people[other]), scene.people[reserve])
            for one, other, reserve in ((0, 1, 2), (2, 3, 4), (4, 5, 6), (6, 7, 0), (0, 2, 5))
        )
    )
    return scene


async def absent(rota: RotaScene, *people: int, session: int = 2) -> None:
    for each in people:
        await rota.services.absences.report(rota.people[each], rota.sessions[session - 1], NOW, rota.update())


async def test_the_reserve_steps_up_and_is_relieved_of_the_turn_after_it(rota: RotaScene) -> None:
    """Fatima presents in March now, and not twice in a row; who is reserve in her place presents in April."""
    marijke, jeroen, fatima, koen = rota.people[:4]

    done = await rota.services.absences.report(marijke, rota.second, NOW, rota.update())

    march, april = await rota.lineup(rota.second), await rota.lineup(rota.sessions[2])
    assert (done.outcome, done.had) == (AbsenceOutcome.REPORTED, Duty.PRESENTER)
    assert march.presenters == (fatima, jeroen)
    assert koen in april.presenters
    assert march.reserve in april.presenters
    assert fatima not in april.presenters
    assert april.reserve == rota.people[4]
    # Who keeps a turn hears nothing of it: Fatima hears of two, and of each session so does somebody else.
    newly = next(each for each in april.presenters if each != koen)
    told = [fatima, fatima, march.reserve, newly]
    assert sorted(await rota.heard()) == sorted(
        [
            *((Kind.TURN_CHANGED, each) for each in told),
            (Kind.ABSENCE_TOLD, rota.ellen),
            (Kind.ROTA_CHANGED, rota.ellen),
        ]
    )


async def test_long_ahead_the_empty_place_goes_to_who_has_the_fewest_turns_and_the_reserve_stays(
    rota: RotaScene,
) -> None:
    await absent(rota, 6, session=5)

    lineup = await rota.lineup(rota.sessions[4])
    # Everybody else had a turn, four of them two: the second goes to one of those with one.
    assert lineup.presenters[1] == rota.people[7]
    assert lineup.presenters[0] in {rota.people[each] for each in (1, 3)}
    assert lineup.reserve == rota.people[0]
    assert await rota.heard(Kind.TURN_CHANGED) == [(Kind.TURN_CHANGED, lineup.presenters[0])]


async def test_a_turn_that_was_chosen_by_hand_is_kept_by_who_steps_up(rota: RotaScene) -> None:
    fatima, third = rota.people[2], rota.sessions[2]
    await rota.services.rotas.put(
        third, rota.ellen, TurnRole.PRESENTER, 1, None, now=NOW, update_id=rota.update(), anyhow=True
    )
    await rota.services.rotas.put(
        third, rota.ellen, TurnRole.PRESENTER, 1, fatima, now=NOW, update_id=rota.update(), anyhow=True
    )

    await absent(rota, 0)

    assert fatima in (await rota.lineup(third)).presenters


async def test_what_the_leader_left_empty_stays_empty(rota: RotaScene) -> None:
    fourth = rota.sessions[3]
    await rota.services.rotas.put(
        fourth, rota.ellen, TurnRole.PRESENTER, 1, None, now=NOW, update_id=rota.update(), anyhow=True
    )

    await absent(rota, 0)

    assert (await rota.lineup(fourth)).presenters == (rota.people[5],)


async def test_absence_twice_is_absence_once(rota: RotaScene) -> None:
    await absent(rota, 0)
    before = await rota.heard()

    again = await rota.services.absences.report(rota.people[0], rota.second, NOW, rota.update())

    assert again.outcome is AbsenceOutcome.ALREADY
    assert await rota.heard() == before


async def test_absence_can_be_taken_back_but_not_the_turn(rota: RotaScene) -> None:
    await absent(rota, 0)
    await rota.deliver()

    back = await rota.services.absences.take_back(rota.people[0], rota.second, NOW, rota.update())

    assert (back.outcome, back.has) == (AbsenceOutcome.TAKEN_BACK, Duty.NONE)
    assert await rota.heard() == [(Kind.ABSENCE_TAKEN_BACK, rota.ellen)]


async def test_taken_back_at_once_the_leader_hears_nothing_of_it(rota: RotaScene) -> None:
    await absent(rota, 7)
    await rota.services.absences.take_back(rota.people[7], rota.second, NOW, rota.update())

    assert Kind.ABSENCE_TAKEN_BACK not in {kind for kind, _ in await rota.heard()}


@pytest.mark.parametrize(("who", "session"), [("piet", 2), ("ellen", 2), ("marijke", 1)])
async def test_absence_is_for_members_and_for_what_is_to_come(rota: RotaScene, who: str, session: int) -> None:
    person_id = int(getattr(rota, who))

    done = await rota.services.absences.report(person_id, rota.sessions[session - 1], NOW, rota.update())

    assert done.outcome in (AbsenceOutcome.NOT_YOURS, AbsenceOutcome.TOO_LATE)
    assert await rota.heard() == []


async def test_below_the_quorum_the_leader_is_asked_once(rota: RotaScene) -> None:
    await absent(rota, 5, 6, 7)
    assert Kind.BELOW_QUORUM not in {kind for kind, _ in await rota.heard()}

    await absent(rota, 4)
    await absent(rota, 3)

    assert (await rota.heard()).count((Kind.BELOW_QUORUM, rota.ellen)) == 1
    card = await rota.services.absences.thin(rota.second, rota.ellen, NOW)
    assert card is not None
    assert (card.coming, card.members, card.quorum) == (3, 8, 5)


async def test_who_said_no_to_the_date_does_not_count_as_coming(rota: RotaScene) -> None:
    for each in (5, 6, 7):
        await rota.votes(rota.people[each], rota.second, Answer.NO)

    await absent(rota, 4)

    assert (Kind.BELOW_QUORUM, rota.ellen) in await rota.heard()


async def test_enough_again_and_nobody_has_to_decide(rota: RotaScene) -> None:
    await absent(rota, 4, 5, 6, 7)
    assert await rota.waits(MoveKind.BELOW_QUORUM, rota.second)

    await rota.services.absences.take_back(rota.people[7], rota.second, NOW, rota.update())

    assert not await rota.waits(MoveKind.BELOW_QUORUM, rota.second)
    assert Kind.BELOW_QUORUM not in {kind for kind, _ in await rota.heard()}


async def test_the_leader_decides_and_is_asked_again_only_when_fewer_come(rota: RotaScene) -> None:
    await absent(rota, 4, 5, 6, 7)
    absences = rota.services.absences

    other = await absences.decide(rota.second, rota.joost, ThinDecision.GOES_ON, NOW, rota.update())
    first = await absences.decide(rota.second, rota.ellen, ThinDecision.GOES_ON, NOW, rota.update())
    again = await absences.decide(rota.second, rota.ellen, ThinDecision.MOVES, NOW, rota.update())
    await rota.deliver()
    await absent(rota, 3)

    assert (other, first, again) == (ThinOutcome.NOT_YOURS, ThinOutcome.DECIDED, ThinOutcome.SETTLED)
    assert (Kind.BELOW_QUORUM, rota.ellen) in await rota.heard()


async def test_two_days_ahead_it_goes_on_by_itself(rota: RotaScene) -> None:
    await absent(rota, 4, 5, 6, 7)
    session = await rota.database.reads.sessions.get(rota.second)

    await rota.let_pass(session.starts_at - timedelta(hours=49))
    assert Kind.WENT_ON not in {kind for kind, _ in await rota.heard()}
    await rota.let_pass(session.starts_at - timedelta(hours=48))

    assert (Kind.WENT_ON, rota.ellen) in await rota.heard()
    assert not await rota.waits(MoveKind.BELOW_QUORUM, rota.second)
    thin = await rota.database.reads.turns.thin(rota.second)
    assert thin is not None
    assert thin.decision is ThinDecision.LAPSED


deeds = st.lists(
    st.tuples(
        st.sampled_from(["report", "take back", "offer", "accept"]),
        st.integers(0, 7),
        st.integers(1, 5),
        st.integers(0, 11),
    ),
    max_size=10,
)


@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deeds=deeds)
async def test_over_any_absences_and_swaps_the_rota_stays_covered_and_asks_nobody_who_said_no(
    tmp_path_factory: pytest.TempPathFactory, deeds: list[tuple[str, int, int, int]]
) -> None:
    folder: Path = tmp_path_factory.mktemp("rota")
    database = await Database.open(folder / "intervisie.db", MainKey(MainKey.generate()))
    try:
        scene = await set_rota_scene(database)
        await scene.told()
        for deed, who, session, choice in deeds:
            await act(scene, deed, scene.people[who], scene.sessions[session], choice)
            await holds(scene)
    finally:
        await database.close()


async def act(scene: RotaScene, deed: str, person_id: int, session_id: int, choice: int) -> None:
    services = scene.services
    match deed:
        case "report":
            await services.absences.report(person_id, session_id, NOW, scene.update())
        case "take back":
            await services.absences.take_back(person_id, session_id, NOW, scene.update())
        case "offer":
            for own in (await services.swaps.own_turns(person_id, NOW))[:1]:
                await services.swaps.ask(person_id, own.turn.id, None, NOW, scene.update())
        case "accept":
            for swap in (await scene.database.reads.swaps.live_of_group(scene.group_id))[:1]:
                card = await services.swaps.card(swap.id, person_id, NOW)
                if card is not None and card.exchanges:
                    given_up = card.exchanges[choice % len(card.exchanges)].theirs.turn.id
                    await services.swaps.accept(swap.id, person_id, given_up, NOW, scene.update())


async def holds(scene: RotaScene) -> None:
    """Nobody who cannot come has a turn, and no place is empty that somebody could take."""
    reads = scene.database.reads
    for session_id in scene.sessions[1:]:
        lineup = await scene.lineup(session_id)
        away = {each.person_id for each in await reads.attendance.of(session_id) if each.absent}
        free = set(scene.people) - away - set(lineup.people)
        assert not away & set(lineup.people)
        assert len(set(lineup.people)) == len(lineup.people)
        assert len(lineup.presenters) == 2 or not free
        assert lineup.reserve is not None or not free


async def test_moved_to_a_date_that_a_presenter_cannot_the_turn_goes_to_another(rota: RotaScene) -> None:
    async with rota.database.transaction() as work:
        session = await work.sessions.get(rota.second)
        moved = session.moved_to(starts(session.day + timedelta(days=7)), NOW)
        await work.sessions.save(moved)
    await rota.votes(rota.people[0], rota.second, Answer.NO)

    async with rota.database.transaction() as work:
        await follow_move(work, rota.second, NOW)

    assert rota.people[0] not in (await rota.lineup(rota.second)).people
    assert (Kind.ROTA_CHANGED, rota.ellen) in await rota.heard()
