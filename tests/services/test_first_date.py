"""The first date: proposed by who leads the group, answered in private, confirmed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from domain.moves import MoveKind
from domain.outbox import Kind
from domain.place import MOST_FIRST_DATES
from domain.place_view import FirstDateFault
from domain.poll import Answer, PollPurpose
from services.first_date import FirstDateOutcome, closes_at
from services.session import plan
from tests.services.place_scene import FIRST, NOW, PlaceScene, at, set_place_scene

if TYPE_CHECKING:
    from datetime import datetime

    from domain.poll import Option
    from services.first_date import Added, FirstDateDone
    from storage.database import Database

OTHER = FIRST + timedelta(days=2)
LEADERS = FirstDateOutcome.NOT_YOURS


@pytest.fixture
async def scene(database: Database) -> PlaceScene:
    return await set_place_scene(database)


async def add(scene: PlaceScene, *moments: datetime, by: int | None = None) -> Added | None:
    return await scene.services.first_dates.add(
        by or scene.ellen, scene.group_id, moments, now=NOW, update_id=scene.update()
    )


async def asks(scene: PlaceScene, *days: date) -> None:
    await add(scene, *(at(day) for day in days))
    done = await scene.services.first_dates.open(scene.ellen, scene.group_id, NOW, scene.update())
    assert done.outcome is FirstDateOutcome.DONE


async def options(scene: PlaceScene) -> list[Option]:
    poll = await scene.open_poll(PollPurpose.FIRST_DATE)
    return await scene.database.reads.polls.options(poll.id)


async def confirm(scene: PlaceScene, position: int, by: int | None = None) -> FirstDateDone:
    option = (await options(scene))[position - 1]
    return await scene.services.first_dates.confirm(
        by or scene.ellen, option.poll_id, option.id, now=NOW, update_id=scene.update()
    )


async def all_answer(scene: PlaceScene, days: int) -> None:
    for person_id in scene.people:
        for position in range(1, days + 1):
            await scene.votes(person_id, PollPurpose.FIRST_DATE, position)


async def test_what_can_be_asked_is_kept_and_of_the_rest_is_said_why_not(scene: PlaceScene) -> None:
    added = await add(scene, at(FIRST), at(FIRST), NOW + timedelta(days=1), at(date(2027, 4, 27)), at(date(2028, 6, 1)))

    assert added is not None
    assert added.added == (at(FIRST),)
    assert [fault for _, fault in added.refused] == [
        FirstDateFault.THERE_ALREADY,
        FirstDateFault.TOO_SOON,
        FirstDateFault.HOLIDAY,
        FirstDateFault.TOO_FAR,
    ]
    assert added.card.candidates == (at(FIRST),)


async def test_no_more_than_twelve_are_asked_and_one_that_is_dropped_makes_room(scene: PlaceScene) -> None:
    days = [at(FIRST + timedelta(days=number)) for number in range(MOST_FIRST_DATES + 1)]

    added = await add(scene, *days)

    assert added is not None
    assert added.refused == ((days[-1], FirstDateFault.TOO_MANY),)
    card = await scene.services.first_dates.drop(scene.ellen, scene.group_id, days[0], scene.update())
    assert card is not None
    assert len(card.candidates) == MOST_FIRST_DATES - 1


async def test_what_clashes_with_another_session_of_the_facilitator_is_refused(scene: PlaceScene) -> None:
    async with scene.database.transaction() as work:
        other = await work.groups.add(scene.annelies, NOW)
        await work.groups.save(
            other.model_copy(update={"status": "published", "facilitator_id": scene.ellen, "published_at": NOW})
        )
        await plan(work, other.id, 1, 1, at(FIRST, 15), NOW)

    added = await add(scene, at(FIRST))

    assert added is not None
    assert [fault for _, fault in added.refused] == [FirstDateFault.CLASH]


async def test_every_member_is_asked_in_private_once_and_nobody_else(scene: PlaceScene) -> None:
    await asks(scene, FIRST, OTHER)
    again = await scene.services.first_dates.open(scene.ellen, scene.group_id, NOW, scene.update())

    assert again.outcome is FirstDateOutcome.ALREADY
    asked = await scene.heard(Kind.POLL_ASKED)
    assert sorted(recipient for _, recipient in asked if recipient) == sorted(scene.people)


async def test_without_candidates_nobody_is_asked(scene: PlaceScene) -> None:
    done = await scene.services.first_dates.open(scene.ellen, scene.group_id, NOW, scene.update())

    assert done.outcome is FirstDateOutcome.NO_CANDIDATES
    assert not await scene.heard(Kind.POLL_ASKED)


async def test_when_all_have_answered_the_leader_sees_it_at_once_the_best_first(scene: PlaceScene) -> None:
    """Ranked by (can + rather not), then can."""
    await asks(scene, FIRST, OTHER)
    for person_id in scene.people:
        await scene.votes(person_id, PollPurpose.FIRST_DATE, 1, Answer.RATHER_NOT)
        no = person_id == scene.people[0]
        await scene.votes(person_id, PollPurpose.FIRST_DATE, 2, Answer.NO if no else Answer.YES)

    poll = await scene.open_poll(PollPurpose.FIRST_DATE)
    card = await scene.services.first_dates.proposal(poll.id)

    assert card is not None
    assert card.standings is not None
    assert [each.option.position for each in card.standings.ranked()] == [1, 2]
    assert await scene.heard(Kind.FIRST_DATE_PROPOSED) == [(Kind.FIRST_DATE_PROPOSED, scene.ellen)]


async def test_confirming_plans_the_session_once_however_often_it_is_pressed(scene: PlaceScene) -> None:
    await asks(scene, FIRST, OTHER)
    await all_answer(scene, 2)
    option = (await options(scene))[1]

    done = await confirm(scene, 2)
    again = await scene.services.first_dates.confirm(
        scene.ellen, option.poll_id, option.id, now=NOW, update_id=scene.update()
    )

    assert done.outcome is FirstDateOutcome.DONE
    assert again.outcome is FirstDateOutcome.ALREADY
    (session,) = await scene.sessions()
    assert session.starts_at == at(OTHER)
    assert not await scene.waits(MoveKind.FIRST_DATE, scene.group_id)
    assert await scene.waits(MoveKind.SESSION_PLACE, session.id)
    told = [recipient for _, recipient in await scene.heard(Kind.SESSION_PLANNED)]
    assert sorted(each for each in told if each) == sorted([*scene.people, scene.ellen])


async def test_while_the_members_answer_it_cannot_be_confirmed(scene: PlaceScene) -> None:
    await asks(scene, FIRST)

    done = await confirm(scene, 1)

    assert done.outcome is FirstDateOutcome.ALREADY
    assert await scene.sessions() == []


async def test_other_dates_take_the_place_of_those_that_suit_nobody(scene: PlaceScene) -> None:
    await asks(scene, FIRST)
    poll = await scene.open_poll(PollPurpose.FIRST_DATE)

    done = await scene.services.first_dates.begin_anew(scene.ellen, poll.id, NOW, scene.update())
    await asks(scene, OTHER)

    assert done.outcome is FirstDateOutcome.DONE
    assert (await scene.open_poll(PollPurpose.FIRST_DATE)).id != poll.id
    assert not await scene.waits(MoveKind.POLL, poll.id)


@pytest.mark.parametrize("who", ["joost", "annelies", "piet"])
async def test_somebody_else_learns_and_changes_nothing(scene: PlaceScene, who: str) -> None:
    await asks(scene, FIRST)
    await all_answer(scene, 1)
    stranger = getattr(scene, who)
    poll = await scene.open_poll(PollPurpose.FIRST_DATE)

    assert await scene.services.first_dates.card(stranger, scene.group_id) is None
    assert await add(scene, at(OTHER), by=stranger) is None
    assert (await confirm(scene, 1, by=stranger)).outcome is LEADERS
    done = await scene.services.first_dates.begin_anew(stranger, poll.id, NOW, scene.update())
    assert (done.outcome, done.card) == (LEADERS, None)
    assert await scene.sessions() == []


async def test_a_leader_who_proposes_nothing_is_reminded_and_then_the_office_hears_it(scene: PlaceScene) -> None:
    await scene.let_pass(NOW + timedelta(days=6))
    reminded = await scene.heard(Kind.FIRST_DATE_REMINDER)
    await scene.let_pass(NOW + timedelta(days=15))

    assert reminded == [(Kind.FIRST_DATE_REMINDER, scene.ellen)]
    assert await scene.heard(Kind.PLACE_WAITS) == [(Kind.PLACE_WAITS, scene.annelies)]


def test_it_closes_in_time_before_the_first_of_the_dates() -> None:
    monday = at((NOW + timedelta(days=6)).date(), 8)
    assert closes_at([NOW + timedelta(days=30)], NOW) == monday
    assert closes_at([NOW + timedelta(days=5)], NOW) == NOW + timedelta(days=3)
    assert closes_at([NOW + timedelta(days=2)], NOW) == NOW + timedelta(days=1)
