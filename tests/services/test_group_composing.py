"""Composing a group by hand: who can be picked, what is said of them, and nothing reaches anybody before."""

from __future__ import annotations

import asyncio
from collections import Counter
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from domain.group import GroupStatus
from domain.group_composition import NotYet
from domain.moves import MoveKind
from domain.outbox import Kind
from domain.registration import NotWith, Question
from services.group_composing import AssignOutcome, PickOutcome, PublishOutcome
from services.intake_facilitator import TakeBackOutcome
from services.intake_steps import offer_next, search, wait_in_line
from tests.services.group_scene import EIGHT, candidate, draft_of, eight, publish
from tests.services.intake_scene import NOW

if TYPE_CHECKING:
    from tests.services.intake_scene import Scene

TOLD = (Kind.GROUP_PUBLISHED, Kind.GROUP_ASSIGNED)


async def test_who_goes_on_and_answered_everything_can_be_picked_and_who_lacks_something_is_listed_with_it(
    scene: Scene,
) -> None:
    ready = await candidate(scene, "Anna Smit", "GM0345")
    lacking = await candidate(scene, "Bart Jansen", "GM0289", without=Question.DAYS)
    merged = await candidate(scene, "Cor de Wit", "GM0001")

    its = await scene.services.composing.overview()

    assert [each.registration_id for each in its.free] == [ready]
    assert {each.registration.id: each.questions for each in its.lacking} == {
        lacking: (Question.DAYS,),
        merged: (Question.MUNICIPALITY,),
    }


async def test_two_from_one_municipality_are_refused_by_name(scene: Scene) -> None:
    marijke = await candidate(scene, "Marijke de Groot", "GM0796")
    other = await candidate(scene, "Piet de Boer", "GM0796")
    card = await draft_of(scene, [marijke])

    done = await scene.services.composing.pick(card.group.id, other, NOW, scene.update())

    assert done.outcome is PickOutcome.ONE_MUNICIPALITY
    assert done.other is not None
    assert done.other.name == "Marijke de Groot"
    assert done.card is not None
    assert done.card.picked == 1


async def test_each_pick_tells_what_they_have_in_common_and_who_asked_to_be_kept_apart(scene: Scene) -> None:
    marijke = await candidate(scene, "Marijke de Groot", "GM0796")
    jeroen = await candidate(
        scene,
        "Jeroen Bakker",
        "GM0344",
        travel_minutes=15,
        not_with=(NotWith(municipality_code="GM0796", name="mw. De Groot"),),
    )
    card = await draft_of(scene, [marijke])

    done = await scene.services.composing.pick(card.group.id, jeroen, NOW, scene.update())

    assert done.ground is not None
    assert [each.portfolio for each in done.ground.portfolios] == ["housing"]
    assert [each.party for each in done.ground.parties] == ["D66"]
    assert [(each.who.name, each.whom.name) for each in done.ground.apart] == [("Jeroen Bakker", "Marijke de Groot")]
    assert done.ground.journeys is not None
    assert done.ground.journeys.minutes > 15
    assert done.ground.meets


async def test_nobody_is_on_two_cards_however_fast_two_coordinators_tap(scene: Scene) -> None:
    koen = await candidate(scene, "Koen Visser", "GM0202")
    other = await candidate(scene, "Anna Smit", "GM0345")
    first, second = await draft_of(scene, [other]), None
    second = await scene.services.composing.begin(scene.annelies, NOW, scene.update())

    done = await asyncio.gather(
        *(scene.services.composing.pick(each.group.id, koen, NOW, scene.update()) for each in (first, second))
    )

    assert Counter(each.outcome for each in done) == {PickOutcome.PICKED: 1, PickOutcome.TAKEN: 1}


async def test_fewer_than_six_are_not_published_and_a_ninth_is_refused(scene: Scene) -> None:
    registrations = await eight(scene)
    ninth = await candidate(scene, "Cor de Wit", "GM0363")
    few = await draft_of(scene, registrations[:5])

    refused = await scene.services.composing.publish(few.group.id, few.version, NOW, scene.update())
    for each in registrations[5:]:
        await scene.services.composing.pick(few.group.id, each, NOW, scene.update())
    full = await scene.services.composing.pick(few.group.id, ninth, NOW, scene.update())

    assert few.why_not is NotYet.TOO_FEW
    assert refused.outcome is PublishOutcome.NOT_YET
    assert full.outcome is PickOutcome.FULL
    assert await scene.told(*TOLD) == []


async def test_a_set_is_put_on_the_card_as_a_whole_or_not_at_all(scene: Scene) -> None:
    """Behind this a program can propose a whole group, by the same rules as a thumb."""
    registrations = await eight(scene, 6)
    clashing = await candidate(scene, "Piet de Boer", EIGHT[0][1])
    card = await scene.services.composing.begin(scene.annelies, NOW, scene.update())

    refused = await scene.services.composing.put(card.group.id, [*registrations, clashing], NOW, scene.update())
    done = await scene.services.composing.put(card.group.id, registrations, NOW, scene.update())

    assert refused.outcome is PickOutcome.ONE_MUNICIPALITY
    assert refused.card is not None
    assert refused.card.picked == 0
    assert done.card is not None
    assert done.card.why_not is None


async def test_who_held_most_of_the_intakes_leads_unless_somebody_else_is_assigned(scene: Scene) -> None:
    by_joost = [await candidate(scene, name, code, facilitator_id=scene.joost) for name, code in EIGHT[:4]]
    by_ellen = [await candidate(scene, name, code) for name, code in EIGHT[4:6]]
    card = await draft_of(scene, [*by_ellen, *by_joost])

    outcome, assigned = await scene.services.composing.assign(card.group.id, scene.ellen, scene.update())
    refused, _ = await scene.services.composing.assign(card.group.id, scene.piet, scene.update())

    assert card.facilitator is not None
    assert card.facilitator.id == scene.joost
    assert outcome is AssignOutcome.ASSIGNED
    assert refused is AssignOutcome.NO_FACILITATOR
    assert assigned is not None
    assert assigned.facilitator is not None
    assert assigned.facilitator.id == scene.ellen


async def test_nobody_hears_before_publication_and_then_everybody_once(scene: Scene) -> None:
    registrations = await eight(scene)
    card = await draft_of(scene, registrations)
    before = await scene.told(*TOLD)

    outcomes = [
        (await scene.services.composing.publish(card.group.id, card.version, NOW, scene.update())).outcome
        for _ in range(2)
    ]

    told = Counter(kind for kind, _ in await scene.told(*TOLD))
    assert before == []
    assert outcomes == [PublishOutcome.PUBLISHED, PublishOutcome.BEFORE]
    assert told == {Kind.GROUP_PUBLISHED: 8, Kind.GROUP_ASSIGNED: 1}
    cycle = await scene.database.reads.groups.current_cycle(card.group.id)
    assert cycle is not None
    assert (cycle.number, cycle.sessions) == (1, 6)
    assert not any([await scene.waits(MoveKind.NO_GROUP, each) for each in registrations])


async def test_whatever_was_waited_for_from_a_member_about_an_intake_ends_with_publication(scene: Scene) -> None:
    registrations = await eight(scene)
    searching, in_line = registrations[:2]
    async with scene.database.transaction() as work:
        for each in (searching, in_line):
            await search(work, (await work.registrations.get(each)).person_id, NOW)
        await wait_in_line(work, await work.registrations.get(in_line), None, NOW)
    (slot,) = await scene.publish(hours=(9,))
    async with scene.database.transaction() as work:
        offer = await offer_next(work, slot.id, NOW)
    assert offer is not None
    card = await draft_of(scene, registrations)

    done = await scene.services.composing.publish(card.group.id, card.version, NOW, scene.update())

    assert done.outcome is PublishOutcome.PUBLISHED
    kinds = (MoveKind.NO_BOOKING, MoveKind.WAITING_LIST, MoveKind.NO_GROUP)
    assert not any([await scene.waits(kind, each) for kind in kinds for each in registrations])
    assert not await scene.waits(MoveKind.INTAKE_OFFER, offer.id)
    assert await scene.told(Kind.INTAKE_OFFER) == []


async def test_what_is_published_late_on_friday_is_told_on_saturday_morning_and_the_office_knows(
    scene: Scene,
) -> None:
    card = await draft_of(scene, await eight(scene))
    late = datetime(2027, 3, 12, 21, 30, tzinfo=UTC)
    morning = datetime(2027, 3, 13, 7, 0, tzinfo=UTC)

    done = await scene.services.composing.publish(card.group.id, card.version, late, scene.update())

    assert done.told_at == morning
    assert {each.due_at for each in await scene.queued(Kind.GROUP_PUBLISHED, Kind.GROUP_ASSIGNED)} == {morning}


async def test_a_card_that_changed_since_it_was_read_is_not_published(scene: Scene) -> None:
    registrations = await eight(scene)
    card = await draft_of(scene, registrations)
    await scene.services.composing.drop(card.group.id, registrations[0], scene.update())

    done = await scene.services.composing.publish(card.group.id, card.version, NOW, scene.update())

    assert done.outcome is PublishOutcome.CHANGED
    assert await scene.told(*TOLD) == []


async def test_who_leaves_before_publication_is_off_the_card_and_nobody_decides_on_costs(scene: Scene) -> None:
    registrations = await eight(scene)
    card = await draft_of(scene, registrations)
    await scene.services.leaving.take_out(registrations[0], scene.annelies, None, NOW, scene.update())

    changed = await scene.services.composing.card(card.group.id)

    assert changed is not None
    assert changed.picked == 7
    assert await scene.told(Kind.LEAVING_COSTS_ASKED, Kind.MEMBER_LEFT) == []


async def test_what_lacks_since_somebody_was_picked_stands_in_the_way(scene: Scene) -> None:
    registrations = await eight(scene)
    card = await draft_of(scene, registrations)
    async with scene.database.transaction() as work:
        registration = await work.registrations.get(registrations[0])
        answers = registration.answers.model_copy(update={"answered": registration.answers.answered - {Question.DAYS}})
        await work.registrations.save(registration.model_copy(update={"answers": answers}))

    changed = await scene.services.composing.card(card.group.id)

    assert changed is not None
    assert changed.why_not is NotYet.LACKING
    assert [each.first_name for each in changed.lost] == ["Marijke"]


async def test_an_outcome_is_not_taken_back_once_the_group_was_published(scene: Scene) -> None:
    group_id = await publish(scene)
    member = (await scene.database.reads.groups.members(group_id))[0]
    booking = await scene.database.reads.bookings.latest_of(member.person_id)
    assert booking is not None

    done = await scene.services.facilitator_intakes.take_back(scene.ellen, booking.id, NOW, scene.update())

    assert done.outcome is TakeBackOutcome.ACTED
    assert await scene.database.reads.groups.of_participant(member.person_id) is not None


async def test_a_draft_that_is_thrown_away_sets_everybody_free(scene: Scene) -> None:
    registrations = await eight(scene)
    card = await draft_of(scene, registrations)

    thrown = await scene.services.composing.throw_away(card.group.id, NOW, scene.update())

    assert thrown
    assert len((await scene.services.composing.overview()).free) == 8
    assert (await scene.database.reads.groups.get(card.group.id)).status is GroupStatus.CANCELLED
    again = await scene.services.composing.pick(card.group.id, registrations[0], NOW, scene.update())
    assert again.outcome is PickOutcome.NO_DRAFT


async def test_a_double_tap_on_a_new_group_makes_one(scene: Scene) -> None:
    first = await scene.services.composing.begin(scene.annelies, NOW, scene.update())
    second = await scene.services.composing.begin(scene.annelies, NOW, scene.update())

    assert first.group.id == second.group.id


async def test_the_leader_reads_the_goals_of_the_group_and_who_led_before_no_longer(scene: Scene) -> None:
    group_id = await publish(scene)
    marijke = (await scene.database.reads.groups.members(group_id))[0].person_id
    await scene.services.goals.add(marijke, "Stevig blijven in de raad", NOW, scene.update())

    before = await scene.services.goals.read(scene.ellen, marijke)
    await scene.services.leading.assign(group_id, scene.joost, scene.annelies, NOW, scene.update())
    by_joost, by_ellen = [await scene.services.goals.read(each, marijke) for each in (scene.joost, scene.ellen)]

    assert before.outcome == "read"
    assert by_joost.outcome == "asked"
    assert by_ellen.outcome == "not-yours"
    assert (Kind.GOALS_READER_ASKED, marijke) in await scene.told(Kind.GOALS_READER_ASKED)
