"""The place of the year: voted, decided, divided fairly, told, and followed up."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from domain.moves import MoveKind
from domain.outbox import Kind
from domain.place import ChoiceStatus, HostingStatus, PlaceChoice, PlaceForm, Votes
from domain.poll import PollPurpose
from domain.time import local
from services.hosting import HostAnswer
from services.hosting_steps import session_moved
from services.place import PlaceOutcome
from services.session import move
from tests.services.place_scene import FIRST, LATER, NOW, PlaceScene, at, set_place_scene

if TYPE_CHECKING:
    from domain.place import Hosting
    from domain.place_view import PlaceCard
    from domain.session import Session
    from storage.database import Database

CENTRAL, IN_TURN = 1, 2


@pytest.fixture
async def scene(database: Database) -> PlaceScene:
    """The first session is hosted already; five are without a place."""
    scene = await set_place_scene(database)
    await scene.plan(FIRST, *LATER)
    session = (await scene.sessions())[0]
    await scene.services.places.pick(
        scene.ellen, session.id, scene.home(scene.people[0]), now=NOW, update_id=scene.update()
    )
    hosting = await scene.hosting(session.id)
    await scene.services.hosts.answer(hosting.person_id, hosting.id, NOW, scene.update(), yes=True)
    await scene.deliver()
    return scene


async def asks(scene: PlaceScene) -> None:
    done = await scene.services.places.open_poll(scene.ellen, scene.group_id, NOW, scene.update())
    assert done.outcome is PlaceOutcome.DONE


async def form_votes(scene: PlaceScene, central: int, in_turn: int) -> None:
    """So many vote for the one, and so many for the other; the rest does not vote."""
    for number, person_id in enumerate(scene.people[: central + in_turn]):
        await scene.votes(person_id, PollPurpose.PLACE, CENTRAL if number < central else IN_TURN)


async def choice(scene: PlaceScene) -> PlaceChoice:
    found = await scene.database.reads.place_choices.of_cycle(scene.group_id, 1)
    assert found is not None
    return found


async def card(scene: PlaceScene) -> PlaceCard:
    found = await scene.services.places.card(scene.ellen, scene.group_id, NOW)
    assert found is not None
    return found


async def drafted(scene: PlaceScene) -> list[Hosting]:
    await asks(scene)
    await form_votes(scene, 2, 6)
    await card(scene)
    return await scene.database.reads.hostings.of_choice((await choice(scene)).id)


async def confirm(scene: PlaceScene) -> PlaceOutcome:
    done = await scene.services.places.confirm(scene.ellen, (await choice(scene)).id, NOW, scene.update())
    return done.outcome


async def test_the_majority_of_the_votes_cast_decides_at_the_deadline(scene: PlaceScene) -> None:
    await asks(scene)
    await form_votes(scene, 1, 2)

    await scene.let_pass(NOW + timedelta(days=6))

    assert (await choice(scene)).form is PlaceForm.IN_TURN
    assert sorted(await scene.heard(Kind.PLACE_DECIDED)) == sorted((Kind.PLACE_DECIDED, each) for each in scene.people)


async def test_a_poll_of_which_the_five_days_end_on_a_sunday_stands_open_until_monday(scene: PlaceScene) -> None:
    await asks(scene)
    poll = await scene.open_poll(PollPurpose.PLACE)

    await scene.let_pass(NOW + timedelta(days=5, hours=12))
    on_sunday = await scene.database.reads.polls.get(poll.id)
    await scene.let_pass(poll.closes_at)

    assert local(poll.closes_at).replace(tzinfo=None) == datetime.fromisoformat("2027-01-25 08:00")
    assert on_sunday.is_open
    assert not (await scene.database.reads.polls.get(poll.id)).is_open


async def test_a_tie_goes_to_the_leader_whose_choice_holds(scene: PlaceScene) -> None:
    await asks(scene)
    await form_votes(scene, 4, 4)
    tied = await choice(scene)

    done = await scene.services.places.decide(
        scene.ellen, tied.id, PlaceForm.IN_TURN, now=NOW, update_id=scene.update()
    )
    again = await scene.services.places.decide(
        scene.ellen, tied.id, PlaceForm.CENTRAL, now=NOW, update_id=scene.update()
    )

    assert tied.status is ChoiceStatus.DECIDING
    assert (done.outcome, again.outcome) == (PlaceOutcome.DONE, PlaceOutcome.ALREADY)
    assert (await choice(scene)).form is PlaceForm.IN_TURN
    assert not await scene.waits(MoveKind.PLACE_TIE, tied.id)
    assert ((await choice(scene)).votes, (await card(scene)).decider) == (Votes.TIED, "Ellen")


async def test_who_decided_for_turns_sees_the_hosts_already_and_is_not_told_of_them(scene: PlaceScene) -> None:
    await asks(scene)
    await form_votes(scene, 4, 4)
    tied = await choice(scene)

    await scene.services.places.decide(scene.ellen, tied.id, PlaceForm.IN_TURN, now=NOW, update_id=scene.update())

    assert await scene.waits(MoveKind.HOSTS_DRAFTED, tied.id)
    assert await scene.heard(Kind.PLACE_HOSTS_DRAFTED) == []


async def test_when_the_votes_decided_for_turns_the_leader_is_told_of_the_hosts(scene: PlaceScene) -> None:
    await drafted(scene)

    assert (await choice(scene)).votes is Votes.MAJORITY
    assert await scene.heard(Kind.PLACE_HOSTS_DRAFTED) == [(Kind.PLACE_HOSTS_DRAFTED, scene.ellen)]


async def test_without_a_vote_or_a_decision_it_becomes_central_after_three_days(scene: PlaceScene) -> None:
    await asks(scene)

    await scene.let_pass(NOW + timedelta(days=6))
    undecided = await choice(scene)
    await scene.let_pass(NOW + timedelta(days=9))

    assert undecided.status is ChoiceStatus.DECIDING
    assert (await choice(scene)).form is PlaceForm.CENTRAL
    assert ((await choice(scene)).votes, (await card(scene)).decider) == (Votes.NONE, None)
    town_halls = await scene.open_poll(PollPurpose.TOWN_HALL)
    assert len(await scene.database.reads.polls.options(town_halls.id)) == 3


async def test_the_town_hall_that_most_want_is_asked_and_one_yes_places_the_whole_year(scene: PlaceScene) -> None:
    await asks(scene)
    await form_votes(scene, 6, 2)
    poll = await scene.open_poll(PollPurpose.TOWN_HALL)
    wanted = (await scene.database.reads.polls.options(poll.id))[1].municipality_code
    await scene.votes(scene.people[0], PollPurpose.TOWN_HALL, 2)
    await scene.let_pass(NOW + timedelta(days=6))

    asked = list(await scene.queued(Kind.HOST_ASKED))
    assert [each.recipient_id for each in asked] == [scene.living_in(wanted or "")]
    host, hosting_id = asked[0].recipient_id, asked[0].subject_id
    outcome = await scene.services.hosts.answer(host or 0, hosting_id or 0, NOW, scene.update(), yes=True)

    assert outcome.outcome is HostAnswer.ACCEPTED
    assert {each.municipality_code for each in (await scene.sessions())[1:]} == {wanted}
    assert (await choice(scene)).status is ChoiceStatus.SETTLED
    assert len(await scene.heard(Kind.PLACE_SETTLED)) == len(scene.people)
    told = [who for _, who in await scene.heard(Kind.SESSION_CHANGED) if who is not None]
    assert sorted(told) == sorted([*scene.people, scene.ellen])


async def test_when_the_town_hall_cannot_the_next_best_is_asked_for_the_whole_year(scene: PlaceScene) -> None:
    await asks(scene)
    await form_votes(scene, 8, 0)
    await scene.votes(scene.people[0], PollPurpose.TOWN_HALL, 1)
    await scene.let_pass(NOW + timedelta(days=6))
    before = await choice(scene)
    (asked,) = await scene.queued(Kind.HOST_ASKED)

    await scene.services.hosts.answer(asked.recipient_id or 0, asked.subject_id or 0, NOW, scene.update(), yes=False)

    after = await choice(scene)
    assert after.municipality_code not in {None, before.municipality_code}
    hostings = await scene.database.reads.hostings.of_choice(after.id)
    assert {each.municipality_code for each in hostings} == {after.municipality_code}
    assert len(hostings) == len(LATER)


async def nobody_is_left_for_the_year(scene: PlaceScene) -> list[Session]:
    """The town hall of the year falls away, and nobody else can; the sessions without a place."""
    await asks(scene)
    await form_votes(scene, 8, 0)
    await scene.votes(scene.people[0], PollPurpose.TOWN_HALL, 1)
    await scene.let_pass(NOW + timedelta(days=6))
    following = (await scene.sessions())[1]
    while (hosting := await scene.database.reads.hostings.live(following.id)) is not None:
        await scene.services.hosts.answer(hosting.person_id, hosting.id, NOW, scene.update(), yes=False)
    return (await scene.sessions())[1:]


async def test_when_the_year_loses_its_place_the_leader_gets_one_message_and_one_reminder(scene: PlaceScene) -> None:
    sessions = await nobody_is_left_for_the_year(scene)

    told = await scene.heard(Kind.SESSION_PLACE_WANTED)
    wanting = await scene.services.places.wanting(scene.group_id, NOW)
    await scene.deliver()
    reminder = await scene.services.moves.next_due()
    assert reminder is not None
    await scene.let_pass(reminder)

    assert told == [(Kind.SESSION_PLACE_WANTED, scene.ellen)]
    assert [each.id for each in wanting] == [each.id for each in sessions]
    assert await scene.heard(Kind.SESSION_PLACE_WANTED) == [(Kind.SESSION_PLACE_WANTED, scene.ellen)]


async def test_a_place_for_the_session_that_it_was_queued_about_leaves_a_message_about_the_others(
    scene: PlaceScene,
) -> None:
    first, second, *_ = await nobody_is_left_for_the_year(scene)

    await scene.services.places.pick_online(scene.ellen, first.id, NOW, scene.update())

    (message,) = await scene.queued(Kind.SESSION_PLACE_WANTED)
    assert message.subject_id == second.id
    assert first.id not in {each.id for each in await scene.services.places.wanting(scene.group_id, NOW)}


async def test_in_turn_each_hosts_once_and_not_who_hosted_the_first(scene: PlaceScene) -> None:
    hostings = await drafted(scene)

    hosts = [each.person_id for each in hostings]
    assert len(set(hosts)) == len(LATER)
    assert scene.people[0] not in hosts
    assert {each.status for each in hostings} == {HostingStatus.PLANNED}
    assert await scene.heard(Kind.PLACE_SETTLED) == []
    assert (await card(scene)).plan is not None


async def test_before_it_is_confirmed_two_can_be_swapped_and_somebody_else_put_in(scene: PlaceScene) -> None:
    hostings = await drafted(scene)
    made, (one, other) = await choice(scene), hostings[:2]
    free = next(each for each in scene.people if each not in {hosting.person_id for hosting in hostings})

    for session_id, person_id in ((one.session_id, other.person_id), (hostings[2].session_id, free)):
        done = await scene.services.places.set_host(
            scene.ellen, made.id, session_id, person_id=person_id, now=NOW, update_id=scene.update()
        )
        assert done.outcome is PlaceOutcome.DONE

    assert (await scene.hosting(one.session_id)).person_id == other.person_id
    assert (await scene.hosting(other.session_id)).person_id == one.person_id
    assert (await scene.hosting(hostings[2].session_id)).person_id == free


async def test_confirmed_hosts_are_told_to_the_group_and_each_is_asked_six_weeks_ahead(scene: PlaceScene) -> None:
    hostings = await drafted(scene)

    assert await confirm(scene) is PlaceOutcome.DONE
    assert await confirm(scene) is PlaceOutcome.ALREADY
    told = [who for _, who in await scene.heard(Kind.SESSION_CHANGED) if who is not None]
    assert sorted(told) == sorted([*scene.people, scene.ellen])

    first = hostings[0]
    session = (await scene.sessions())[1]
    assert (session.host_id, session.municipality_code) == (first.person_id, first.municipality_code)
    assert len(await scene.heard(Kind.PLACE_SETTLED)) == len(scene.people)
    assert await scene.heard(Kind.HOST_ASKED) == []
    await scene.let_pass(session.starts_at - timedelta(weeks=6))
    assert await scene.heard(Kind.HOST_ASKED) == [(Kind.HOST_ASKED, first.person_id)]


async def test_a_member_who_leaves_before_it_is_confirmed_makes_it_divided_anew(scene: PlaceScene) -> None:
    hostings = await drafted(scene)
    gone = hostings[0].person_id
    registration = await scene.database.reads.registrations.latest_of(gone)
    assert registration is not None

    await scene.services.leaving.take_out(registration.id, scene.annelies, None, NOW, scene.update())
    await card(scene)

    anew = await scene.database.reads.hostings.of_choice((await choice(scene)).id)
    assert len(anew) == len(LATER)
    assert gone not in {each.person_id for each in anew}


async def test_a_session_that_moves_before_hosts_are_confirmed_asks_nobody(scene: PlaceScene) -> None:
    hostings = await drafted(scene)

    async with scene.database.transaction() as work:
        await move(work, hostings[0].session_id, at(LATER[0] + timedelta(days=7)), NOW)
        await session_moved(work, hostings[0].session_id, NOW)

    assert not await scene.waits(MoveKind.HOST_ASKING, hostings[0].id)
    assert await scene.heard(Kind.HOST_ASKED) == []


async def test_who_was_told_to_host_hears_when_it_is_somebody_else(scene: PlaceScene) -> None:
    hostings = await drafted(scene)
    await confirm(scene)
    free = next(each for each in scene.people if each not in {hosting.person_id for hosting in hostings})

    done = await scene.services.places.pick(
        scene.ellen, hostings[0].session_id, scene.home(free), now=NOW, update_id=scene.update()
    )

    assert done.outcome is PlaceOutcome.DONE
    assert await scene.heard(Kind.HOST_RELEASED) == [(Kind.HOST_RELEASED, hostings[0].person_id)]
    assert (Kind.HOST_ASKED, free) in await scene.heard(Kind.HOST_ASKED)


async def test_choosing_again_ends_what_was_chosen(scene: PlaceScene) -> None:
    await drafted(scene)
    await confirm(scene)
    old = await choice(scene)

    done = await scene.services.places.begin_anew(scene.ellen, old.id, NOW, scene.update())
    await asks(scene)

    assert done.outcome is PlaceOutcome.DONE
    assert (await choice(scene)).id != old.id
    assert await scene.database.reads.hostings.of_choice(old.id) == []
    assert (await scene.database.reads.place_choices.get(old.id)).status is ChoiceStatus.WITHDRAWN


@pytest.mark.parametrize("who", ["joost", "annelies", "piet"])
async def test_somebody_else_learns_and_changes_nothing(scene: PlaceScene, who: str) -> None:
    await drafted(scene)
    stranger, made = getattr(scene, who), await choice(scene)
    places = scene.services.places

    done = [
        await places.open_poll(stranger, scene.group_id, NOW, scene.update()),
        await places.decide(stranger, made.id, PlaceForm.CENTRAL, now=NOW, update_id=scene.update()),
        await places.confirm(stranger, made.id, NOW, scene.update()),
        await places.begin_anew(stranger, made.id, NOW, scene.update()),
    ]

    assert [(each.outcome, each.card) for each in done] == [(PlaceOutcome.NOT_YOURS, None)] * 4
    assert await places.card(stranger, scene.group_id, NOW) is None
    assert await places.led(stranger, made.id, NOW) is None
    assert await choice(scene) == made


async def test_without_sessions_there_is_nothing_to_vote_about(database: Database) -> None:
    scene = await set_place_scene(database)

    done = await scene.services.places.open_poll(scene.ellen, scene.group_id, NOW, scene.update())

    assert done.outcome is PlaceOutcome.NO_SESSIONS
