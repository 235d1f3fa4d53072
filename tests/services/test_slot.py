"""Publishing slots and taking them back: said first, then done, and everybody concerned hears it."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING

import pytest

from domain.moves import MoveKind
from domain.outbox import Kind
from domain.slot import LeftOut, Medium, Pattern, PatternFault, Selection, SlotRules
from domain.slot_draft import SlotQuestion
from services.intake import BookOutcome
from services.slot import PublishOutcome, WithdrawOutcome
from tests.services.intake_scene import MONDAY, NOW, at

if TYPE_CHECKING:
    from tests.services.intake_scene import Scene

MORNING = Pattern(
    weekdays=frozenset({0}),
    starts=time(9),
    until=time(12),
    length_minutes=45,
    buffer_minutes=15,
    first=MONDAY,
    last=MONDAY,
    medium=Medium.VIDEO,
    link="https://example.org/kamer-ellen",
)


async def test_what_is_published_is_what_was_shown(scene: Scene) -> None:
    preview = await scene.services.slots.preview(scene.ellen, MORNING, NOW)

    published = await scene.services.slots.publish(scene.ellen, MORNING, NOW, scene.update())

    assert published.outcome is PublishOutcome.PUBLISHED
    assert tuple(slot.interval for slot in published.slots) == preview.layout.slots
    views = await scene.services.slots.mine(scene.ellen, MONDAY, MONDAY)
    assert [view.slot for view in views] == list(published.slots)
    assert {slot.link for slot in published.slots} == {"https://example.org/kamer-ellen"}
    assert await scene.services.slots.mine(scene.joost, MONDAY, MONDAY) == []


async def test_publishing_the_same_twice_leaves_one_of_each(scene: Scene) -> None:
    await scene.services.slots.publish(scene.ellen, MORNING, NOW, scene.update())

    again = await scene.services.slots.publish(scene.ellen, MORNING, NOW, scene.update())

    assert again.outcome is PublishOutcome.NOTHING_LEFT
    assert {each.reason for each in again.layout.left_out} == {LeftOut.CLASH}
    assert len(await scene.services.slots.mine(scene.ellen, MONDAY, MONDAY)) == 3


async def test_two_facilitators_can_have_the_same_hour(scene: Scene) -> None:
    await scene.services.slots.publish(scene.ellen, MORNING, NOW, scene.update())

    other = await scene.services.slots.publish(scene.joost, MORNING, NOW, scene.update())

    assert len(other.slots) == 3


async def test_yesterday_is_refused_and_a_wrong_pattern_says_why(scene: Scene) -> None:
    yesterday = Pattern.single(date(2027, 1, 18), time(10), SlotRules(), Medium.PHONE)

    past = await scene.services.slots.publish(scene.ellen, yesterday, NOW, scene.update())
    faulty = await scene.services.slots.publish(
        scene.ellen, MORNING.model_copy(update={"weekdays": frozenset()}), NOW, scene.update()
    )

    assert past.outcome is PublishOutcome.NOTHING_LEFT
    assert [each.reason for each in past.layout.left_out] == [LeftOut.PAST]
    assert (faulty.outcome, faulty.fault) == (PublishOutcome.FAULTY, PatternFault.NO_WEEKDAYS)


async def test_a_clash_across_midnight_is_seen(scene: Scene) -> None:
    sunday_night = Pattern.single(date(2027, 1, 24), time(23, 14), SlotRules(), Medium.PHONE)
    monday_night = Pattern.single(MONDAY, time(0, 10), SlotRules(), Medium.PHONE)
    await scene.services.slots.publish(scene.ellen, sunday_night, NOW, scene.update())

    after_midnight = await scene.services.slots.publish(scene.ellen, monday_night, NOW, scene.update())

    assert [each.reason for each in after_midnight.layout.left_out] == [LeftOut.CLASH]


async def test_a_withdrawn_slot_makes_room_for_another(scene: Scene) -> None:
    (slot,) = await scene.publish(hours=(9,))
    await scene.services.slots.withdraw(scene.ellen, Selection.one(slot.id), NOW, scene.update(), bookings_told=0)

    again = await scene.publish(hours=(9,))

    assert len(again) == 1
    assert (await scene.book(scene.marijke, slot)).outcome is BookOutcome.NOT_BOOKABLE


async def test_withdrawing_a_day_says_first_whose_intake_goes_and_then_tells_them(scene: Scene) -> None:
    nine, _, _ = await scene.publish()
    (tuesday,) = await scene.publish(date(2027, 1, 26), (9,))
    booking_id = await scene.booked(scene.marijke, nine)
    await scene.deliver_notices()
    slots = scene.services.slots

    said = await slots.preview_withdrawal(scene.ellen, Selection.day(MONDAY), NOW)
    done = await slots.withdraw(scene.ellen, Selection.day(MONDAY), NOW, scene.update(), bookings_told=1)

    assert (len(said.slots), [card.person.id for card in said.cancelled]) == (3, [scene.marijke])
    assert done.outcome is WithdrawOutcome.WITHDRAWN
    assert [view.slot for view in await slots.mine(scene.ellen, MONDAY, date(2027, 1, 31))] == [tuesday]
    assert await scene.told() == [(Kind.INTAKE_CANCELLED, scene.marijke), (Kind.INTAKE_CANCELLED, scene.ellen)]
    assert await scene.waits(MoveKind.NO_BOOKING, await scene.registration_of(scene.marijke))
    assert not await scene.waits(MoveKind.INTAKE_OUTCOME, booking_id)


async def test_who_books_between_saying_and_doing_stops_it(scene: Scene) -> None:
    nine, _, _ = await scene.publish()
    slots = scene.services.slots
    said = await slots.preview_withdrawal(scene.ellen, Selection.day(MONDAY), NOW)
    await scene.booked(scene.marijke, nine)

    done = await slots.withdraw(
        scene.ellen, Selection.day(MONDAY), NOW, scene.update(), bookings_told=len(said.cancelled)
    )

    assert done.outcome is WithdrawOutcome.CHANGED
    assert [card.person.id for card in done.cancelled] == [scene.marijke]
    assert len(await slots.mine(scene.ellen, MONDAY, MONDAY)) == 3


async def test_nobody_withdraws_what_is_another_s_or_past(scene: Scene) -> None:
    (slot,) = await scene.publish(hours=(9,))
    withdraw = scene.services.slots.withdraw

    foreign = await withdraw(scene.joost, Selection.one(slot.id), NOW, scene.update(), bookings_told=0)
    past = await withdraw(scene.ellen, Selection.one(slot.id), slot.starts_at, scene.update(), bookings_told=0)
    unknown = await withdraw(scene.ellen, Selection.one(4711), NOW, scene.update(), bookings_told=0)

    assert [each.outcome for each in (foreign, past, unknown)] == [WithdrawOutcome.NOTHING] * 3


async def test_a_period_is_withdrawn_from_its_first_day_to_its_last(scene: Scene) -> None:
    days = [MONDAY + timedelta(days=number) for number in range(4)]
    for day in days:
        await scene.publish(day, (9,))
    period = Selection.period(days[1], days[2])

    done = await scene.services.slots.withdraw(scene.ellen, period, NOW, scene.update(), bookings_told=0)

    assert [slot.day for slot in done.slots] == days[1:3]


async def test_rules_hold_for_what_was_published_before(scene: Scene) -> None:
    await scene.publish()
    strict = SlotRules(notice_days=10)

    await scene.services.slots.set_rules(scene.ellen, strict, NOW, scene.update())

    assert await scene.services.slots.rules_of(scene.ellen) == strict
    assert await scene.services.slots.rules_of(scene.joost) == SlotRules()
    assert await scene.services.intakes.days(scene.marijke, NOW) == []


async def test_the_first_slots_of_all_are_announced_to_who_has_yet_to_book(scene: Scene) -> None:
    await scene.services.slots.publish(scene.ellen, MORNING, NOW, scene.update())
    once = await scene.told(Kind.INTAKE_SLOTS_PUBLISHED)
    await scene.deliver()

    await scene.publish(date(2027, 1, 28))

    assert once == [(Kind.INTAKE_SLOTS_PUBLISHED, person) for person in scene.people]
    assert await scene.told(Kind.INTAKE_SLOTS_PUBLISHED) == []


async def test_slots_are_put_together_question_by_question_and_the_draft_survives(scene: Scene) -> None:
    slots, ellen = scene.services.slots, scene.ellen

    await slots.begin(ellen, NOW, scene.update())
    await slots.answer(ellen, SlotQuestion.SHAPE, NOW, scene.update(), single=False)
    ticked = await slots.tick(ellen, 0, NOW, scene.update(), ticked=True)
    await slots.answer(ellen, SlotQuestion.WEEKDAYS, NOW, scene.update())
    await slots.answer(ellen, SlotQuestion.PERIOD, NOW, scene.update(), first=MONDAY, last=MONDAY)
    await slots.answer(ellen, SlotQuestion.HOURS, NOW, scene.update(), starts=time(9), until=time(12))
    await slots.answer(ellen, SlotQuestion.PAUSE, NOW, scene.update(), pause_asked=True)
    await slots.answer(ellen, SlotQuestion.MEDIUM, NOW, scene.update(), medium=Medium.VIDEO)
    stale = await slots.answer(ellen, SlotQuestion.MEDIUM, NOW, scene.update(), medium=Medium.PHONE)
    shown = await slots.answer(ellen, SlotQuestion.LINK, NOW, scene.update(), link="https://example.org/kamer-ellen")
    published = await slots.publish_draft(ellen, NOW, scene.update())

    assert ticked is not None
    assert ticked.question is SlotQuestion.WEEKDAYS
    assert stale is None
    assert shown is not None
    assert shown.preview is not None
    assert published.outcome is PublishOutcome.PUBLISHED
    assert tuple(slot.interval for slot in published.slots) == shown.preview.layout.slots
    assert (await slots.turn(ellen, NOW)).question is None
    assert (await slots.publish_draft(ellen, NOW, scene.update())).outcome is PublishOutcome.INCOMPLETE


async def test_back_keeps_the_answers_and_leads_out_before_the_first_question(scene: Scene) -> None:
    slots, ellen = scene.services.slots, scene.ellen
    await slots.begin(ellen, NOW, scene.update())
    await slots.answer(ellen, SlotQuestion.SHAPE, NOW, scene.update(), single=True)

    back = await slots.back(ellen, NOW, scene.update())
    out = await slots.back(ellen, NOW, scene.update())

    assert back is not None
    assert (back.question, back.draft.single) == (SlotQuestion.SHAPE, True)
    assert out is None
    assert await scene.database.reads.conversations.of(ellen) is None


@pytest.mark.parametrize("hour", [0, 23])
async def test_a_day_is_a_day_in_amsterdam(scene: Scene, hour: int) -> None:
    rules = SlotRules(length_minutes=30)
    pattern = Pattern.single(MONDAY, time(hour), rules, Medium.PHONE)

    await scene.services.slots.publish(scene.ellen, pattern, NOW, scene.update())

    (view,) = await scene.services.slots.mine(scene.ellen, MONDAY, MONDAY)
    assert view.slot.starts_at == at(MONDAY, hour)
    assert await scene.services.intakes.days(scene.marijke, NOW) == [MONDAY]
