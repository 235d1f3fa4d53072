"""A session that has to move: a small poll, and everything that hangs on it moves along, once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from domain.moves import MoveKind
from domain.outbox import Kind
from domain.poll import Answer, PollStatus
from domain.rota import Lineup
from domain.session import Known, SessionStatus, Told, in_municipality
from services import session
from services.moving import CandidateProblem, Moved, MoveOutcome
from services.poll_voting import Choice
from tests.services.rota_scene import NOW, RotaScene, set_rota_scene

if TYPE_CHECKING:
    from domain.poll import Option, Poll
    from domain.session import Session
    from storage.database import Database

UTRECHT = "GM0344"
# Tuesday and Thursday, at 13.00 in Amsterdam.
TUESDAY = datetime(2027, 3, 16, 12, 0, tzinfo=UTC)
THURSDAY = datetime(2027, 3, 18, 12, 0, tzinfo=UTC)


@pytest.fixture
async def scene(database: Database) -> RotaScene:
    scene = await set_rota_scene(database)
    await scene.deliver()
    return scene


async def second(scene: RotaScene) -> Session:
    return await scene.database.reads.sessions.get(scene.second)


async def propose(scene: RotaScene, *moments: datetime) -> Moved:
    return await scene.services.moving.add(scene.ellen, scene.second, moments, NOW, scene.update())


async def asked(scene: RotaScene, *moments: datetime) -> Poll:
    """The group is asked about these moments."""
    await propose(scene, *moments)
    done = await scene.services.moving.ask(scene.ellen, scene.second, NOW, scene.update())
    assert done.outcome is MoveOutcome.ASKED
    assert done.card is not None
    assert done.card.poll is not None
    return done.card.poll


async def options(scene: RotaScene, poll: Poll) -> dict[datetime | None, Option]:
    return {option.starts_at: option for option in await scene.database.reads.polls.options(poll.id)}


async def vote(scene: RotaScene, poll: Poll, moment: datetime, answers: dict[int, Answer]) -> None:
    option = (await options(scene, poll))[moment]
    for person_id in scene.people:
        choice = Choice(poll.id, option.id, answers.get(person_id, Answer.YES))
        await scene.services.polls.answer(choice, person_id, NOW, scene.update())


async def confirm(scene: RotaScene, poll: Poll, moment: datetime) -> Moved:
    option = (await options(scene, poll))[moment]
    return await scene.services.moving.confirm(scene.ellen, poll.id, option.id, NOW, scene.update())


async def test_what_cannot_be_is_refused_with_the_reason_and_the_rest_is_kept(scene: RotaScene) -> None:
    its = await second(scene)
    third = await scene.database.reads.sessions.get(scene.sessions[2])
    good_friday = datetime(2027, 3, 26, 12, 0, tzinfo=UTC)

    done = await propose(scene, TUESDAY, its.starts_at, third.starts_at, good_friday)

    assert done.card is not None
    assert done.card.candidates == (TUESDAY,)
    assert [problem for _, problem in done.refused] == [
        CandidateProblem.SAME,
        CandidateProblem.CLASH,
        CandidateProblem.PUBLIC_HOLIDAY,
    ]


async def test_more_than_fit_in_one_poll_are_refused(scene: RotaScene) -> None:
    done = await propose(scene, *(TUESDAY + timedelta(days=number) for number in range(7)))

    assert done.card is not None
    assert len(done.card.candidates) == 6
    assert [problem for _, problem in done.refused] == [CandidateProblem.TOO_MANY]


async def test_when_everybody_has_answered_the_leader_chooses_and_everything_moves_along(scene: RotaScene) -> None:
    marijke, jeroen, fatima, koen = scene.people[:4]
    await scene.fixed(Lineup((marijke, jeroen), fatima))
    async with scene.database.transaction() as work:
        await session.settle_place(work, scene.second, UTRECHT, koen, NOW)
    await scene.deliver()
    was = await second(scene)
    poll = await asked(scene, TUESDAY, THURSDAY)

    await vote(scene, poll, THURSDAY, {})
    await vote(scene, poll, TUESDAY, {jeroen: Answer.NO, fatima: Answer.RATHER_NOT})
    proposed = await scene.heard(Kind.SESSION_MOVE_PROPOSED)
    waits = await scene.waits(MoveKind.PROPOSAL, poll.id)
    await scene.deliver()
    done = await confirm(scene, poll, TUESDAY)

    now_is = await second(scene)
    assert proposed == [(Kind.SESSION_MOVE_PROPOSED, scene.ellen)]
    assert waits
    assert done.outcome is MoveOutcome.MOVED
    assert (now_is.starts_at, now_is.where, now_is.host_id) == (TUESDAY, in_municipality(UTRECHT), koen)
    assert now_is.sequence > was.sequence
    changes = await scene.queued(Kind.SESSION_CHANGED)
    assert [each.recipient_id for each in changes] == [*scene.people, scene.ellen]
    assert {each.detail for each in changes} == {Known({was.id: Told.of(was)}).write()}
    # Who said no is absent, and the reserve presents.
    assert [each.person_id for each in await scene.database.reads.attendance.of(scene.second) if each.absent] == [
        jeroen
    ]
    lineup = await scene.lineup(scene.second)
    assert jeroen not in lineup.people
    assert set(lineup.presenters) == {marijke, fatima}
    assert (await scene.database.reads.polls.get(poll.id)).status is PollStatus.SETTLED
    assert not await scene.waits(MoveKind.PROPOSAL, poll.id)


async def test_confirming_twice_moves_it_once(scene: RotaScene) -> None:
    poll = await asked(scene, TUESDAY, THURSDAY)
    await confirm(scene, poll, TUESDAY)
    moved = await second(scene)

    again = await confirm(scene, poll, TUESDAY)
    other = await confirm(scene, poll, THURSDAY)

    assert again.outcome is MoveOutcome.ALREADY
    assert other.outcome is MoveOutcome.CHANGED
    assert await second(scene) == moved
    assert len(await scene.queued(Kind.SESSION_CHANGED)) == 9


async def test_a_leader_who_knows_that_it_suits_moves_it_without_asking(scene: RotaScene) -> None:
    await propose(scene, TUESDAY)

    done = await scene.services.moving.move_now(scene.ellen, scene.second, TUESDAY, NOW, scene.update())
    again = await scene.services.moving.move_now(scene.ellen, scene.second, TUESDAY, NOW, scene.update())
    unread = await scene.services.moving.move_now(scene.ellen, scene.second, THURSDAY, NOW, scene.update())

    assert (done.outcome, again.outcome, unread.outcome) == (
        MoveOutcome.MOVED,
        MoveOutcome.ALREADY,
        MoveOutcome.CHANGED,
    )
    assert (await second(scene)).starts_at == TUESDAY


async def test_what_became_impossible_in_the_meantime_is_not_carried_out(scene: RotaScene) -> None:
    poll = await asked(scene, TUESDAY)
    async with scene.database.transaction() as work:
        await session.move(work, scene.sessions[2], TUESDAY, NOW)

    clash = await confirm(scene, poll, TUESDAY)

    assert clash.outcome is MoveOutcome.NOT_POSSIBLE
    assert (await second(scene)).starts_at != TUESDAY


async def test_leaving_it_where_it_is_ends_the_poll(scene: RotaScene) -> None:
    poll = await asked(scene, TUESDAY)

    left = await scene.services.moving.leave(scene.ellen, scene.second, NOW, scene.update())
    late = await confirm(scene, poll, TUESDAY)

    assert left.outcome is MoveOutcome.LEFT
    assert late.outcome is MoveOutcome.CHANGED
    assert (await scene.database.reads.polls.get(poll.id)).status is PollStatus.WITHDRAWN


async def test_there_is_one_poll_at_a_time_and_none_about_nothing(scene: RotaScene) -> None:
    nothing = await scene.services.moving.ask(scene.ellen, scene.second, NOW, scene.update())
    await asked(scene, TUESDAY)

    again = await scene.services.moving.ask(scene.ellen, scene.second, NOW, scene.update())

    assert nothing.outcome is MoveOutcome.NO_CANDIDATES
    assert again.outcome is MoveOutcome.ASKED_BEFORE


async def test_a_poll_closes_a_day_before_what_it_is_about(scene: RotaScene) -> None:
    its = await second(scene)
    near = its.starts_at - timedelta(days=3)
    async with scene.database.transaction() as work:
        await work.sessions.add_candidate(scene.second, TUESDAY)

    done = await scene.services.moving.ask(scene.ellen, scene.second, near, scene.update())

    assert done.card is not None
    assert done.card.poll is not None
    assert done.card.poll.closes_at == its.starts_at - timedelta(days=1)


async def test_a_session_is_cancelled_only_as_it_was_read(scene: RotaScene) -> None:
    was = await second(scene)
    poll = await asked(scene, TUESDAY)
    moving = scene.services.moving

    stale = await moving.cancel(scene.ellen, scene.second, TUESDAY, NOW, scene.update())
    done = await moving.cancel(scene.ellen, scene.second, was.starts_at, NOW, scene.update())
    again = await moving.cancel(scene.ellen, scene.second, was.starts_at, NOW, scene.update())

    assert (stale.outcome, done.outcome, again.outcome) == (
        MoveOutcome.CHANGED,
        MoveOutcome.CANCELLED,
        MoveOutcome.CHANGED,
    )
    assert (await second(scene)).status is SessionStatus.CANCELLED
    assert (await scene.database.reads.polls.get(poll.id)).status is PollStatus.WITHDRAWN
    assert len(await scene.queued(Kind.SESSION_CANCELLED)) == 9


@pytest.mark.parametrize("who", ["joost", "annelies", "piet", "marijke"])
async def test_nobody_but_who_leads_the_group_moves_anything(scene: RotaScene, who: str) -> None:
    person_id: int = getattr(scene, who)
    poll = await asked(scene, TUESDAY)
    was, moving = await second(scene), scene.services.moving
    option = (await options(scene, poll))[TUESDAY]

    outcomes = {
        (await moving.begin(person_id, scene.second, NOW, scene.update())).outcome,
        (await moving.card(person_id, scene.second, NOW)).outcome,
        (await moving.add(person_id, scene.second, [THURSDAY], NOW, scene.update())).outcome,
        (await moving.ask(person_id, scene.second, NOW, scene.update())).outcome,
        (await moving.confirm(person_id, poll.id, option.id, NOW, scene.update())).outcome,
        (await moving.move_now(person_id, scene.second, TUESDAY, NOW, scene.update())).outcome,
        (await moving.leave(person_id, scene.second, NOW, scene.update())).outcome,
        (await moving.cancel(person_id, scene.second, was.starts_at, NOW, scene.update())).outcome,
    }

    assert outcomes == {MoveOutcome.NOT_YOURS}
    assert await moving.sessions(person_id, scene.group_id, NOW) == []
    assert await second(scene) == was


async def test_what_has_begun_or_does_not_exist_cannot_be_moved(scene: RotaScene) -> None:
    moving = scene.services.moving

    begun = await moving.begin(scene.ellen, scene.sessions[0], NOW, scene.update())
    unknown = await moving.begin(scene.ellen, 999, NOW, scene.update())
    no_poll = await moving.confirm(scene.ellen, 999, 1, NOW, scene.update())

    assert begun.outcome is MoveOutcome.CHANGED
    assert unknown.outcome is no_poll.outcome is MoveOutcome.NOT_YOURS
