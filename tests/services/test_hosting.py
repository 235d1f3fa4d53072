"""Hosts: asked one after the other until somebody says yes, and followed up whenever one falls away."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from domain.moves import MoveKind
from domain.outbox import Kind
from domain.place import Arrangement, HostingStatus, too_near
from domain.quiet import is_open
from domain.session import Form
from services.hosting import HostAnswer
from services.hosting_steps import next_hosts, release_from, session_moved
from services.place import PlaceOutcome
from services.session import move
from tests.services.place_scene import FIRST, NOW, PlaceScene, at, set_place_scene

if TYPE_CHECKING:
    from domain.place import Hosting
    from domain.session import Session
    from storage.database import Database

AMERSFOORT = "GM0307"


@pytest.fixture
async def scene(database: Database) -> PlaceScene:
    scene = await set_place_scene(database)
    await scene.plan(FIRST)
    await scene.deliver()
    return scene


async def first(scene: PlaceScene) -> Session:
    return (await scene.sessions())[0]


async def pick(scene: PlaceScene, code: str = AMERSFOORT, by: int | None = None) -> PlaceOutcome:
    done = await scene.services.places.pick(
        by or scene.ellen, (await first(scene)).id, code, now=NOW, update_id=scene.update()
    )
    return done.outcome


async def answers(scene: PlaceScene, hosting: Hosting, *, yes: bool, by: int | None = None) -> HostAnswer:
    done = await scene.services.hosts.answer(by or hosting.person_id, hosting.id, NOW, scene.update(), yes=yes)
    return done.outcome


async def accepted(scene: PlaceScene) -> Hosting:
    await pick(scene)
    hosting = await scene.hosting((await first(scene)).id)
    assert await answers(scene, hosting, yes=True) is HostAnswer.ACCEPTED
    return await scene.hosting(hosting.session_id)


async def moves_to(scene: PlaceScene, session_id: int, day: date) -> None:
    async with scene.database.transaction() as work:
        await move(work, session_id, at(day), NOW)
        await session_moved(work, session_id, NOW)


async def test_town_halls_are_shown_by_longest_then_total_journey(scene: PlaceScene) -> None:
    card = await scene.services.places.session_card(scene.ellen, (await first(scene)).id)

    assert card is not None
    order = [(each.town_hall.longest, each.town_hall.total) for each in card.ranked]
    assert order == sorted(order)
    assert len(order) == len(scene.people)
    assert [each.member.municipality_code for each in card.ranked][-1] == "GM0014"


async def test_the_member_of_the_town_hall_is_asked_and_everybody_hears_where_once_it_is_settled(
    scene: PlaceScene,
) -> None:
    await pick(scene)
    hosting = await scene.hosting((await first(scene)).id)
    before = await scene.heard(Kind.SESSION_CHANGED)

    outcome = await answers(scene, hosting, yes=True)

    assert outcome is HostAnswer.ACCEPTED
    assert before == []
    session = await first(scene)
    assert (session.municipality_code, session.host_id) == (AMERSFOORT, scene.living_in(AMERSFOORT))
    told = [recipient for _, recipient in await scene.heard(Kind.SESSION_CHANGED) if recipient]
    assert sorted(told) == sorted([*scene.people, scene.ellen])
    assert await scene.heard(Kind.HOST_FOUND) == [(Kind.HOST_FOUND, scene.ellen)]


async def test_yes_pressed_twice_is_one_yes_and_no_afterwards_finds_another(scene: PlaceScene) -> None:
    hosting = await accepted(scene)

    assert await answers(scene, hosting, yes=True) is HostAnswer.ALREADY
    assert await answers(scene, hosting, yes=False) is HostAnswer.DECLINED

    following = await scene.hosting(hosting.session_id)
    assert following.person_id != hosting.person_id
    assert (await first(scene)).host_id is None
    assert await answers(scene, hosting, yes=True) is HostAnswer.STALE


async def test_somebody_elses_button_does_nothing(scene: PlaceScene) -> None:
    await pick(scene)
    hosting = await scene.hosting((await first(scene)).id)

    for stranger in (scene.piet, scene.ellen, scene.people[0]):
        assert await answers(scene, hosting, yes=True, by=stranger) is HostAnswer.NOT_YOURS
    assert await pick(scene, by=scene.joost) is PlaceOutcome.NOT_YOURS
    assert (await scene.hosting(hosting.session_id)).status is HostingStatus.ASKED


async def test_after_a_no_the_next_best_is_asked_until_nobody_is_left(scene: PlaceScene) -> None:
    await pick(scene)
    session = await first(scene)
    asked: list[int] = []

    while (hosting := await scene.database.reads.hostings.live(session.id)) is not None:
        asked.append(hosting.person_id)
        await answers(scene, hosting, yes=False)

    assert sorted(asked) == sorted(scene.people)
    assert await scene.waits(MoveKind.SESSION_PLACE, session.id)
    assert await scene.heard(Kind.SESSION_PLACE_WANTED) == [(Kind.SESSION_PLACE_WANTED, scene.ellen)]


async def test_silence_is_followed_by_two_reminders_and_the_next_host(scene: PlaceScene) -> None:
    await pick(scene)
    hosting = await scene.hosting((await first(scene)).id)

    await scene.let_pass(NOW + timedelta(days=6))
    reminded = await scene.heard(Kind.HOST_REMINDER)
    await scene.let_pass(NOW + timedelta(days=7))

    assert reminded == [(Kind.HOST_REMINDER, hosting.person_id)] * 2
    assert await scene.heard(Kind.HOST_REMINDER) == []
    assert (Kind.HOST_LAPSED, hosting.person_id) in await scene.heard(Kind.HOST_LAPSED)
    assert (await scene.database.reads.hostings.get(hosting.id)).status is HostingStatus.LAPSED
    assert (await scene.hosting(hosting.session_id)).status is HostingStatus.ASKED


async def test_nobody_is_asked_to_host_in_the_quiet_or_when_the_session_is_about_to_begin(scene: PlaceScene) -> None:
    """Everybody keeps silent until the day itself."""
    await pick(scene)
    session = await first(scene)

    await scene.let_pass(session.starts_at)

    hostings = await scene.database.reads.hostings.of_session(session.id)
    asked = [each.asked_at for each in hostings if each.asked_at is not None]
    assert 2 < len(asked) < len(scene.people)
    assert all(is_open(moment) and not too_near(session.starts_at, moment) for moment in asked)
    assert {each.status for each in hostings} == {HostingStatus.LAPSED}
    assert (Kind.SESSION_PLACE_WANTED, scene.ellen) in await scene.heard(Kind.SESSION_PLACE_WANTED)


async def test_a_host_who_leaves_or_cannot_come_is_followed_by_another(scene: PlaceScene) -> None:
    hosting = await accepted(scene)

    async with scene.database.transaction() as work:
        released = await release_from(work, hosting.session_id, hosting.person_id, NOW)
    following = await scene.hosting(hosting.session_id)
    registration = await scene.database.reads.registrations.latest_of(following.person_id)
    assert registration is not None
    await scene.services.leaving.take_out(registration.id, scene.annelies, None, NOW, scene.update())

    assert released
    last = await scene.hosting(hosting.session_id)
    assert last.person_id not in {hosting.person_id, following.person_id}
    assert not await scene.waits(MoveKind.HOST_ANSWER, following.id)


async def test_who_said_to_be_absent_is_not_asked(scene: PlaceScene) -> None:
    session = await first(scene)
    async with scene.database.transaction() as work:
        await work.attendance.report(session.id, scene.people[0], NOW)

    candidates = await next_hosts(scene.database.reads, session)

    assert scene.people[0] not in {view.person.id for view in candidates}


async def test_a_session_that_moves_asks_again_who_had_not_answered_and_keeps_who_said_yes(scene: PlaceScene) -> None:
    await pick(scene)
    session = await first(scene)
    hosting = await scene.hosting(session.id)
    await scene.deliver()

    await moves_to(scene, session.id, FIRST + timedelta(days=7))

    assert await scene.heard(Kind.HOST_ASKED) == [(Kind.HOST_ASKED, hosting.person_id)]
    await answers(scene, await scene.hosting(session.id), yes=True)
    await moves_to(scene, session.id, FIRST + timedelta(days=14))
    assert (await scene.hosting(session.id)).status is HostingStatus.ACCEPTED


async def test_online_ends_the_hosting_and_tells_the_host(scene: PlaceScene) -> None:
    hosting = await accepted(scene)

    done = await scene.services.places.pick_online(scene.ellen, hosting.session_id, NOW, scene.update())

    assert done.outcome is PlaceOutcome.DONE
    assert (await first(scene)).form is Form.ONLINE
    assert await scene.database.reads.hostings.live(hosting.session_id) is None
    assert await scene.heard(Kind.HOST_RELEASED) == [(Kind.HOST_RELEASED, hosting.person_id)]


async def test_what_is_arranged_is_sealed_and_told_once_to_the_others(scene: PlaceScene) -> None:
    hosting = await accepted(scene)
    asked = await scene.services.hosts.ask(hosting.person_id, hosting.id, None, NOW, scene.update())
    assert asked is not None
    assert asked.question is Arrangement.ROOM

    last = None
    for words in ("Raadhuisplein 1", None, "Zijingang", None, "Bode, 06-12345678"):
        last = await scene.services.hosts.say(hosting.person_id, words, NOW, scene.update())

    assert last is not None
    assert last.question is None
    assert last.view.hosting.arrangements.said == (Arrangement.ROOM, Arrangement.DIRECTIONS, Arrangement.CONTACT)
    told = [recipient for _, recipient in await scene.heard(Kind.HOST_ARRANGED) if recipient]
    assert sorted(told) == sorted([scene.ellen, *(each for each in scene.people if each != hosting.person_id)])
    assert b"Raadhuisplein" not in scene.database.path.read_bytes()


async def test_what_was_arranged_is_for_the_group_alone(scene: PlaceScene) -> None:
    hosting = await accepted(scene)

    assert await scene.services.hosts.view(scene.people[0], hosting.id) is not None
    assert await scene.services.hosts.view(scene.ellen, hosting.id) is not None
    for stranger in (scene.piet, scene.joost, scene.annelies):
        assert await scene.services.hosts.view(stranger, hosting.id) is None
        assert await scene.services.hosts.ask(stranger, hosting.id, None, NOW, scene.update()) is None
