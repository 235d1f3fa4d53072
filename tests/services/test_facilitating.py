"""What a facilitator prepares, gives and changes; and whom the office, or a facilitator, may take out."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING

import pytest

from domain.booking import IntakeOutcome
from domain.conversation import ConversationName
from domain.outbox import Kind
from domain.slot import Medium
from domain.slot_draft import SlotQuestion
from services.intake_facilitator import FacilitatorQuestion
from tests.services.intake_scene import NOW

if TYPE_CHECKING:
    from datetime import datetime

    from domain.slot import Slot
    from tests.services.intake_scene import Scene


@pytest.fixture
async def slots(scene: Scene) -> list[Slot]:
    slots = await scene.publish(medium=Medium.VIDEO)
    await scene.deliver()
    return slots


def after(slot: Slot) -> datetime:
    return slot.ends_at + timedelta(hours=1)


async def test_a_reason_is_kept_until_it_is_confirmed_and_forgotten_when_left(scene: Scene, slots: list[Slot]) -> None:
    booking = await scene.booked(scene.marijke, slots[0])
    intakes, now = scene.services.facilitator_intakes, after(slots[0])
    await intakes.ask(scene.ellen, FacilitatorQuestion.STOP_REASON, booking, now, scene.update())

    prepared = await intakes.prepare_stop(scene.ellen, booking, "Past niet", now, scene.update())
    asked = await scene.database.reads.conversations.of(scene.ellen)
    await intakes.leave(scene.ellen, scene.update())

    assert prepared is not None
    assert prepared.card.booking.outcome_reason == "Past niet"
    assert asked is not None
    assert asked.question == FacilitatorQuestion.STOP_CONFIRM
    left = await scene.database.reads.bookings.get(booking)
    assert left.live
    assert left.outcome_reason is None
    assert await scene.database.reads.conversations.of(scene.ellen) is None


async def test_nothing_is_prepared_about_anothers_intake_or_one_that_was_settled(
    scene: Scene, slots: list[Slot]
) -> None:
    booking = await scene.booked(scene.marijke, slots[0])
    held = await scene.held(scene.jeroen, slots[1])
    intakes, now = scene.services.facilitator_intakes, after(slots[1])

    anothers = await intakes.prepare_stop(scene.joost, booking, "Past niet", now, scene.update())
    settled = await intakes.prepare_stop(scene.ellen, held, "Past niet", now, scene.update())

    assert anothers is None
    assert settled is None
    assert (await scene.database.reads.bookings.get(held)).outcome is IntakeOutcome.GOES_ON


async def test_a_link_that_is_given_reaches_who_booked_and_a_move_takes_the_message_back(
    scene: Scene, slots: list[Slot]
) -> None:
    booking = await scene.booked(scene.marijke, slots[0])
    intakes = scene.services.facilitator_intakes

    given = await intakes.give_link(scene.ellen, booking, "https://example.org/nieuw", NOW, scene.update())
    told = await scene.told(Kind.INTAKE_LINK)
    await intakes.move_for(scene.ellen, booking, slots[1].id, NOW, scene.update(), tell=True)

    assert given is not None
    assert given.card.slot.link == "https://example.org/nieuw"
    assert told == [(Kind.INTAKE_LINK, scene.marijke)]
    assert await scene.told(Kind.INTAKE_LINK) == []


async def test_nobody_else_gives_the_link_and_not_when_it_is_over(scene: Scene, slots: list[Slot]) -> None:
    booking = await scene.booked(scene.marijke, slots[0])
    intakes = scene.services.facilitator_intakes

    anothers = await intakes.give_link(scene.joost, booking, "https://example.org/x", NOW, scene.update())
    too_late = await intakes.give_link(scene.ellen, booking, "https://example.org/x", after(slots[0]), scene.update())

    assert anothers is None
    assert too_late is None
    assert await scene.told(Kind.INTAKE_LINK) == []


async def test_one_answer_is_changed_from_the_preview_and_leads_back_there(scene: Scene) -> None:
    slots, ellen = scene.services.slots, scene.ellen
    await slots.begin(ellen, NOW, scene.update())
    day = date(2027, 1, 25)
    await slots.answer(ellen, SlotQuestion.SHAPE, NOW, scene.update(), single=True)
    await slots.answer(ellen, SlotQuestion.PERIOD, NOW, scene.update(), first=day, last=day)
    await slots.answer(ellen, SlotQuestion.HOURS, NOW, scene.update(), starts=time(9))
    await slots.answer(ellen, SlotQuestion.MEDIUM, NOW, scene.update(), medium=Medium.PHONE)

    asked = await slots.change(ellen, SlotQuestion.HOURS, NOW, scene.update())
    back = await slots.back(ellen, NOW, scene.update())
    await slots.change(ellen, SlotQuestion.HOURS, NOW, scene.update())
    changed = await slots.answer(ellen, SlotQuestion.HOURS, NOW, scene.update(), starts=time(11))

    assert asked is not None
    assert asked.question is SlotQuestion.HOURS
    assert back is not None
    assert back.question is SlotQuestion.PREVIEW
    assert back.draft.starts == time(9)
    assert changed is not None
    assert changed.question is SlotQuestion.PREVIEW
    assert changed.draft.starts == time(11)


async def test_nothing_is_changed_before_there_is_a_preview(scene: Scene) -> None:
    await scene.services.slots.begin(scene.ellen, NOW, scene.update())

    turn = await scene.services.slots.change(scene.ellen, SlotQuestion.HOURS, NOW, scene.update())

    assert turn is None
    conversation = await scene.database.reads.conversations.of(scene.ellen)
    assert conversation is not None
    assert (conversation.name, conversation.question) == (ConversationName.SLOTS, SlotQuestion.SHAPE)


async def test_the_office_takes_out_anybody_and_a_facilitator_the_own_participants_only(
    scene: Scene, slots: list[Slot]
) -> None:
    await scene.booked(scene.marijke, slots[0])
    registration = await scene.registration_of(scene.marijke)
    leaving = scene.services.leaving

    candidates = [
        await leaving.candidate(registration, by) for by in (scene.annelies, scene.ellen, scene.joost, scene.jeroen)
    ]

    assert [None if each is None else each.id for each in candidates] == [scene.marijke, scene.marijke, None, None]
    assert await leaving.candidate(4711, scene.annelies) is None


async def test_the_office_sees_who_takes_part_and_how_far_they_are(scene: Scene, slots: list[Slot]) -> None:
    booking = await scene.booked(scene.marijke, slots[0])
    registration = await scene.registration_of(scene.marijke)

    everybody = await scene.services.participation.all()
    card = await scene.services.participation.one(registration, NOW)
    await scene.services.leaving.take_out(registration, scene.annelies, None, NOW, scene.update())

    assert [each.person.id for each in everybody] == scene.people
    assert card is not None
    assert card.standing.card is not None
    assert card.standing.card.booking.id == booking
    assert await scene.services.participation.one(registration, NOW) is None
    assert len(await scene.services.participation.all()) == len(scene.people) - 1


async def test_whose_goal_it_is_only_the_own_facilitator_learns(scene: Scene, slots: list[Slot]) -> None:
    await scene.booked(scene.marijke, slots[0])
    goal = (await scene.services.goals.add(scene.marijke, "Rustig blijven", NOW, scene.update())).goal
    assert goal is not None

    owners = [await scene.services.goals.owner(by, goal.id) for by in (scene.ellen, scene.joost, scene.annelies)]

    assert [None if each is None else each.id for each in owners] == [scene.marijke, None, None]
    assert await scene.services.goals.readable(scene.ellen, goal.id) == goal
    assert await scene.services.goals.readable(scene.joost, goal.id) is None


async def test_the_number_of_those_without_an_intake_is_that_of_the_list(scene: Scene, slots: list[Slot]) -> None:
    await scene.booked(scene.marijke, slots[0])
    await scene.held(scene.jeroen, slots[1])
    await scene.held(scene.fatima, slots[2], IntakeOutcome.SECOND_TALK)
    joined = await scene.services.waiting.join(scene.koen, scene.joost, NOW, scene.update())

    intakes = scene.services.facilitator_intakes

    assert joined.outcome == "joined"
    assert await intakes.number_unbooked() == len(await intakes.unbooked()) == len(scene.people) - 2
