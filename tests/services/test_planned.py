"""How far a group is with its year, read from what has been settled; and telling its leader once what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from domain.moves import MoveKind
from domain.outbox import Kind
from domain.planned import PlanStep, Progress
from domain.poll import PollPurpose, Venue
from domain.session import UNSETTLED
from services.planned import offer_next, plan_of
from tests.services.rota_scene import NOW, RotaScene, set_rota_scene

if TYPE_CHECKING:
    from storage.database import Database


@pytest.fixture
async def rota(database: Database) -> RotaScene:
    """Everything is planned but who presents."""
    return await set_rota_scene(database)


async def progress(rota: RotaScene) -> dict[PlanStep, Progress]:
    return dict((await plan_of(rota.database.reads, rota.group_id, NOW)).progress)


async def test_with_dates_and_places_the_presenters_come_next_and_then_nothing(rota: RotaScene) -> None:
    before = await rota.services.planned.plan(rota.group_id, rota.ellen, NOW)
    await rota.told()
    after = await rota.services.planned.plan(rota.group_id, rota.ellen, NOW)

    assert before is not None
    assert before.next_step is PlanStep.PRESENTERS
    assert after is not None
    assert after.complete


async def test_who_does_not_lead_the_group_has_no_plan_of_it(rota: RotaScene) -> None:
    assert await rota.services.planned.plan(rota.group_id, rota.joost, NOW) is None
    assert await rota.services.planned.plan(rota.group_id, rota.marijke, NOW) is None
    assert await rota.services.planned.plan(99, rota.ellen, NOW) is None


async def test_a_session_without_a_place_asks_for_the_place_of_the_year(rota: RotaScene) -> None:
    async with rota.database.transaction() as work:
        session = await work.sessions.get(rota.second)
        await work.sessions.save(session.placed(UNSETTLED, None, NOW))

    assert (await progress(rota))[PlanStep.PLACE] is Progress.OPEN


async def test_dates_are_being_asked_while_the_poll_is_open_and_the_leaders_once_it_is_closed(rota: RotaScene) -> None:
    async with rota.database.transaction() as work:
        session = await work.sessions.get(rota.sessions[-1])
        await work.sessions.save(session.cancelled(NOW))
        poll_id = await work.polls.add(
            rota.group_id, PollPurpose.DATES, Venue.PRIVATE, by=rota.ellen, at=NOW, closes_at=session.starts_at
        )
    running = (await progress(rota))[PlanStep.DATES]
    async with rota.database.transaction() as work:
        poll = await work.polls.get(poll_id)
        closed = {"status": "closed", "closed_at": NOW, "closed_why": "hand"}
        await work.polls.save(poll.model_validate(poll.model_dump() | closed))

    assert running is Progress.RUNNING
    assert (await progress(rota))[PlanStep.DATES] is Progress.OPEN


async def test_the_leader_is_told_once_however_much_is_settled_meanwhile(rota: RotaScene) -> None:
    async with rota.database.transaction() as work:
        await offer_next(work, rota.group_id, NOW)
        await offer_next(work, rota.group_id, NOW)

    assert await rota.heard() == [(Kind.NEXT_STEP, rota.ellen)]
    assert await rota.waits(MoveKind.ROTA, rota.group_id)
