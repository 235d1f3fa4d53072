"""Booking, moving and cancelling an intake: one slot, one person, and everybody hears what they have to."""

from __future__ import annotations

import asyncio
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from domain.booking import BookingStatus, RequestStatus, Side, Wish, hour_ahead
from domain.conversation import Conversation, ConversationName
from domain.moves import MoveKind
from domain.outbox import Kind
from domain.slot import NotBookable, SlotRules
from services.intake import AskOutcome, BookOutcome, CancelOutcome, ComingOutcome, IntakeQuestion
from tests.services.intake_scene import MONDAY, NOW, at

if TYPE_CHECKING:
    from domain.slot import Slot
    from tests.services.intake_scene import Scene

PLANNED = (Kind.INTAKE_TOMORROW, Kind.INTAKE_SOON, Kind.INTAKE_OUTCOME_ASKED)
# Too late to change an intake on MONDAY oneself.
LATE = at(date(2027, 1, 24), 12)


@pytest.fixture
async def slots(scene: Scene) -> list[Slot]:
    slots = await scene.publish()
    await scene.deliver()
    return slots


async def test_days_and_times_show_what_can_be_booked(scene: Scene, slots: list[Slot]) -> None:
    theirs = await scene.publish(date(2027, 1, 27), (14,), by=scene.joost)
    await scene.booked(scene.jeroen, slots[0])

    days = await scene.services.intakes.days(scene.marijke, NOW)
    times = await scene.services.intakes.times(scene.marijke, MONDAY, NOW)
    with_joost = await scene.services.intakes.days(scene.marijke, NOW, scene.joost)
    choices = await scene.services.intakes.facilitators(scene.marijke, NOW)

    assert days == [MONDAY, date(2027, 1, 27)]
    assert times == slots[1:]
    assert with_joost == [date(2027, 1, 27)]
    assert [(each.facilitator.id, list(each.slots)) for each in choices] == [
        (scene.ellen, slots[1:]),
        (scene.joost, theirs),
    ]


async def test_who_books_gets_the_calendar_file_and_the_facilitator_hears_it(scene: Scene, slots: list[Slot]) -> None:
    done = await scene.book(scene.marijke, slots[0])

    assert done.outcome is BookOutcome.BOOKED
    assert done.card is not None
    assert (done.card.slot, done.card.facilitator.id, done.card.person.id) == (slots[0], scene.ellen, scene.marijke)
    notices = await scene.queued(Kind.INTAKE_FILE, Kind.INTAKE_BOOKED)
    assert [(each.kind, each.recipient_id) for each in notices] == [
        (Kind.INTAKE_FILE, scene.marijke),
        (Kind.INTAKE_BOOKED, scene.ellen),
    ]
    assert {each.detail for each in notices} == {str(slots[0].id)}
    assert {each.subject_id for each in notices} == {done.card.booking.id}


async def test_the_file_comes_at_once_also_at_night_and_the_facilitator_hears_it_in_the_morning(
    scene: Scene, slots: list[Slot]
) -> None:
    night = at(date(2027, 1, 19), 23)

    await scene.booked(scene.marijke, slots[0], night)

    file, booked = await scene.queued(Kind.INTAKE_FILE, Kind.INTAKE_BOOKED)
    assert file.due_at == night
    assert booked.due_at == at(date(2027, 1, 20), 8)


async def test_both_are_reminded_a_day_and_an_hour_ahead_and_the_facilitator_is_asked_what_came_of_it(
    scene: Scene,
) -> None:
    (wednesday,) = await scene.publish(date(2027, 1, 27), (11,))

    await scene.booked(scene.marijke, wednesday)

    planned = [(each.kind, each.recipient_id, each.due_at) for each in await scene.queued(*PLANNED)]
    day, hour = at(date(2027, 1, 26), 11), at(date(2027, 1, 27), 10)
    assert planned == [
        (Kind.INTAKE_TOMORROW, scene.marijke, day),
        (Kind.INTAKE_TOMORROW, scene.ellen, day),
        (Kind.INTAKE_SOON, scene.marijke, hour),
        (Kind.INTAKE_SOON, scene.ellen, hour),
        (Kind.INTAKE_OUTCOME_ASKED, scene.ellen, wednesday.ends_at),
    ]


async def test_a_reminder_that_would_come_on_a_sunday_comes_on_saturday_evening(
    scene: Scene, slots: list[Slot]
) -> None:
    """The slot is on Monday at nine."""
    await scene.booked(scene.marijke, slots[0])

    reminders = await scene.queued(Kind.INTAKE_TOMORROW)

    assert {each.due_at for each in reminders} == {at(date(2027, 1, 23), 20)}
    assert {each.expires_at for each in reminders} == {hour_ahead(slots[0].starts_at)}


async def test_what_is_booked_within_the_day_gets_no_reminder_that_lies_behind(scene: Scene) -> None:
    await scene.services.slots.set_rules(scene.ellen, SlotRules(notice_days=0), NOW, scene.update())
    (today,) = await scene.publish(date(2027, 1, 19), (15,))
    (soon,) = await scene.publish(date(2027, 1, 19), (13,), by=scene.ellen, now=NOW)

    await scene.booked(scene.marijke, today)
    await scene.booked(scene.jeroen, soon, at(date(2027, 1, 19), 12, 30))

    assert await scene.told(*PLANNED[:2]) == [(Kind.INTAKE_SOON, scene.marijke), (Kind.INTAKE_SOON, scene.ellen)]


async def test_two_bookings_at_the_same_moment_give_one_the_slot_and_the_other_what_is_left(
    scene: Scene, slots: list[Slot]
) -> None:
    both = await asyncio.gather(scene.book(scene.marijke, slots[0]), scene.book(scene.jeroen, slots[0]))

    assert sorted(each.outcome for each in both) == [BookOutcome.BOOKED, BookOutcome.TAKEN]
    (second,) = [each for each in both if each.outcome is BookOutcome.TAKEN]
    assert second.left == tuple(slots[1:])


async def test_booking_a_second_time_changes_nothing_and_points_to_moving(scene: Scene, slots: list[Slot]) -> None:
    await scene.booked(scene.marijke, slots[0])

    again = await scene.book(scene.marijke, slots[0])
    another = await scene.book(scene.marijke, slots[1])

    assert again.outcome is BookOutcome.ALREADY
    assert another.outcome is BookOutcome.HAS_ANOTHER
    assert another.card is not None
    assert another.card.slot == slots[0]
    assert await scene.services.intakes.times(scene.jeroen, MONDAY, NOW) == slots[1:]


async def test_the_rules_hold_when_it_is_written_not_only_when_it_is_shown(scene: Scene, slots: list[Slot]) -> None:
    """A button of last week: by now it is Monday, and notice is a day."""
    late = await scene.book(scene.marijke, slots[2], at(MONDAY, 9, 30))
    past = await scene.book(scene.marijke, slots[0], at(MONDAY, 9, 30))

    assert (late.outcome, late.why) == (BookOutcome.NOT_BOOKABLE, NotBookable.TOO_SOON)
    assert (past.outcome, past.why) == (BookOutcome.NOT_BOOKABLE, NotBookable.STARTED)
    assert await scene.told() == []


async def test_a_full_day_takes_no_more(scene: Scene, slots: list[Slot]) -> None:
    await scene.services.slots.set_rules(scene.ellen, SlotRules(most_a_day=1), NOW, scene.update())
    await scene.booked(scene.marijke, slots[0])

    refused = await scene.book(scene.jeroen, slots[1])

    assert (refused.outcome, refused.why) == (BookOutcome.NOT_BOOKABLE, NotBookable.DAY_FULL)
    assert await scene.services.intakes.days(scene.jeroen, NOW) == []


async def test_only_who_was_admitted_books(scene: Scene, slots: list[Slot]) -> None:
    outsiders = [scene.piet, scene.annelies, scene.joost]

    outcomes = [(await scene.book(person, slots[0])).outcome for person in outsiders]

    assert outcomes == [BookOutcome.NOT_ADMITTED] * 3
    assert (await scene.book(scene.marijke, slots[0].model_copy(update={"id": 4711}))).outcome is BookOutcome.UNKNOWN


async def test_booking_ends_the_conversation_and_the_wait_in_the_same_transaction(
    scene: Scene, slots: list[Slot]
) -> None:
    registration = await scene.registration_of(scene.marijke)
    question = IntakeQuestion.CONFIRM
    await scene.services.intakes.ask(scene.marijke, question, slots[0].id, NOW, scene.update())

    await scene.booked(scene.marijke, slots[0])

    assert await scene.database.reads.conversations.of(scene.marijke) is None
    assert not await scene.waits(MoveKind.NO_BOOKING, registration)


async def test_a_conversation_about_something_else_goes_on(scene: Scene, slots: list[Slot]) -> None:
    goals = Conversation(name=ConversationName.GOALS, question="words", subject_id=None)
    async with scene.database.transaction() as work:
        await work.conversations.ask(scene.marijke, goals, NOW)

    await scene.booked(scene.marijke, slots[0])

    assert await scene.database.reads.conversations.of(scene.marijke) == goals


async def test_a_move_frees_the_old_slot_and_takes_all_that_was_planned_along(scene: Scene, slots: list[Slot]) -> None:
    await scene.booked(scene.marijke, slots[0])
    await scene.database.reads.outbox.due(NOW, 10)
    before = (await scene.services.intakes.standing(scene.marijke, NOW)).card

    moved = await scene.services.intakes.move(scene.marijke, slots[2].id, NOW, scene.update())

    assert moved.outcome is BookOutcome.MOVED
    assert moved.card is not None
    assert before is not None
    assert (moved.card.booking.uid, moved.card.booking.sequence) == (before.booking.uid, 1)
    assert {each.detail for each in await scene.queued(Kind.INTAKE_TOMORROW, Kind.INTAKE_SOON)} == {str(slots[2].id)}
    assert len(await scene.queued(*PLANNED)) == 5
    assert await scene.services.intakes.times(scene.jeroen, MONDAY, NOW) == slots[:2]


async def test_a_facilitator_who_heard_of_a_booking_hears_of_its_move_and_else_only_where_it_went(
    scene: Scene, slots: list[Slot]
) -> None:
    await scene.booked(scene.marijke, slots[0])
    await scene.booked(scene.jeroen, slots[1])
    heard = [each for each in await scene.queued(Kind.INTAKE_BOOKED) if each.detail == str(slots[0].id)]
    async with scene.database.transaction() as work:
        for message in heard:
            await work.outbox.claim(message.id)

    await scene.services.intakes.move(scene.marijke, slots[2].id, NOW, scene.update())
    await scene.services.intakes.move(scene.jeroen, slots[0].id, NOW, scene.update())

    told = [(each.kind, each.detail) for each in await scene.queued() if each.recipient_id == scene.ellen]
    notices = [each for each in told if each[0] in (Kind.INTAKE_BOOKED, Kind.INTAKE_MOVED)]
    assert notices == [(Kind.INTAKE_MOVED, str(slots[2].id)), (Kind.INTAKE_BOOKED, str(slots[0].id))]


async def test_a_move_to_another_facilitator_takes_it_out_of_the_diary_of_the_first(
    scene: Scene, slots: list[Slot]
) -> None:
    (other,) = await scene.publish(date(2027, 1, 27), (14,), by=scene.joost)
    await scene.booked(scene.marijke, slots[0])
    await scene.deliver()

    await scene.services.intakes.move(scene.marijke, other.id, NOW, scene.update())

    notices = await scene.queued(Kind.INTAKE_FILE, Kind.INTAKE_BOOKED, Kind.INTAKE_MOVED, Kind.INTAKE_CANCELLED)
    assert [(each.kind, each.recipient_id, each.detail) for each in notices] == [
        (Kind.INTAKE_FILE, scene.marijke, str(other.id)),
        (Kind.INTAKE_BOOKED, scene.joost, str(other.id)),
        (Kind.INTAKE_CANCELLED, scene.ellen, str(slots[0].id)),
    ]


async def test_a_move_to_what_somebody_has_leaves_everything_as_it_was(scene: Scene, slots: list[Slot]) -> None:
    await scene.booked(scene.marijke, slots[0])
    await scene.booked(scene.jeroen, slots[1])
    queued = await scene.queued()

    refused = await scene.services.intakes.move(scene.marijke, slots[1].id, NOW, scene.update())
    same = await scene.services.intakes.move(scene.marijke, slots[0].id, NOW, scene.update())
    nothing = await scene.services.intakes.move(scene.fatima, slots[2].id, NOW, scene.update())

    assert (refused.outcome, refused.left) == (BookOutcome.TAKEN, (slots[2],))
    assert same.outcome is BookOutcome.ALREADY
    assert nothing.outcome is BookOutcome.NO_BOOKING
    assert await scene.queued() == queued


async def test_a_cancellation_withdraws_every_reminder_and_it_is_their_move_again(
    scene: Scene, slots: list[Slot]
) -> None:
    booking_id = await scene.booked(scene.marijke, slots[0])
    await scene.deliver_notices()

    done = await scene.services.intakes.cancel(scene.marijke, "De raad vergadert", NOW, scene.update())

    assert done.outcome is CancelOutcome.CANCELLED
    assert await scene.queued(*PLANNED) == []
    assert await scene.told() == [(Kind.INTAKE_CANCELLED, scene.marijke), (Kind.INTAKE_CANCELLED, scene.ellen)]
    booking = await scene.database.reads.bookings.get(booking_id)
    assert (booking.status, booking.cancelled_by, booking.cancel_reason, booking.sequence) == (
        BookingStatus.CANCELLED,
        Side.PERSON,
        "De raad vergadert",
        1,
    )
    assert await scene.waits(MoveKind.NO_BOOKING, await scene.registration_of(scene.marijke))
    assert not await scene.waits(MoveKind.INTAKE_OUTCOME, booking_id)
    assert (await scene.book(scene.jeroen, slots[0])).outcome is BookOutcome.BOOKED


async def test_a_facilitator_who_never_heard_of_a_booking_does_not_hear_that_it_is_off(
    scene: Scene, slots: list[Slot]
) -> None:
    night = at(date(2027, 1, 19), 23)
    await scene.booked(scene.marijke, slots[0], night)

    await scene.services.intakes.cancel(scene.marijke, None, night, scene.update())

    assert await scene.told() == [(Kind.INTAKE_CANCELLED, scene.marijke)]


async def test_after_the_cut_off_it_stays_and_the_facilitator_is_to_be_asked(scene: Scene, slots: list[Slot]) -> None:
    await scene.booked(scene.marijke, slots[0])
    (later,) = await scene.publish(date(2027, 1, 29), (9,))

    moved = await scene.services.intakes.move(scene.marijke, later.id, LATE, scene.update())
    cancelled = await scene.services.intakes.cancel(scene.marijke, None, LATE, scene.update())
    begun = await scene.services.intakes.cancel(scene.marijke, None, slots[0].starts_at, scene.update())

    assert moved.outcome is BookOutcome.PAST_CUT_OFF
    assert cancelled.outcome is CancelOutcome.PAST_CUT_OFF
    assert begun.outcome is CancelOutcome.STARTED
    assert (await scene.services.intakes.standing(scene.marijke, LATE)).card is not None


async def test_before_the_cut_off_nobody_needs_to_be_asked(scene: Scene, slots: list[Slot]) -> None:
    await scene.booked(scene.marijke, slots[0])

    asked = await scene.services.intakes.ask_change(scene.marijke, Wish.MOVE, None, NOW, scene.update())

    assert asked.outcome is AskOutcome.NOT_NEEDED


async def test_a_granted_wish_to_move_opens_the_choice_once(scene: Scene, slots: list[Slot]) -> None:
    await scene.booked(scene.marijke, slots[0])
    later, latest = await scene.publish(date(2027, 1, 29), (9, 11))
    intakes, facilitator = scene.services.intakes, scene.services.facilitator_intakes

    asked = await intakes.ask_change(scene.marijke, Wish.MOVE, "Ik ben ziek", LATE, scene.update())
    again = await intakes.ask_change(scene.marijke, Wish.MOVE, None, LATE, scene.update())
    assert asked.request is not None
    granted = await facilitator.grant(scene.ellen, asked.request.id, LATE, scene.update())
    cancelled = await intakes.cancel(scene.marijke, None, LATE, scene.update())
    moved = await intakes.move(scene.marijke, later.id, LATE, scene.update())
    in_time = await intakes.move(scene.marijke, latest.id, at(date(2027, 1, 28), 9), scene.update())

    assert (asked.outcome, again.outcome) == (AskOutcome.ASKED, AskOutcome.ASKED_BEFORE)
    assert asked.request.reason == "Ik ben ziek"
    assert granted.card is not None
    assert granted.outcome.value == "granted"
    assert cancelled.outcome is CancelOutcome.PAST_CUT_OFF
    assert moved.outcome is BookOutcome.MOVED
    assert in_time.outcome is BookOutcome.PAST_CUT_OFF


async def test_a_granted_wish_to_cancel_is_carried_out_and_a_refused_one_is_not(
    scene: Scene, slots: list[Slot]
) -> None:
    intakes, facilitator = scene.services.intakes, scene.services.facilitator_intakes
    requests = []
    for person, slot in ((scene.marijke, slots[0]), (scene.jeroen, slots[1])):
        await scene.booked(person, slot)
        asked = await intakes.ask_change(person, Wish.CANCEL, None, LATE, scene.update())
        assert asked.request is not None
        requests.append(asked.request.id)
    await scene.deliver_notices()

    await facilitator.grant(scene.ellen, requests[0], LATE, scene.update())
    await facilitator.refuse(scene.ellen, requests[1], LATE, scene.update())
    twice = await facilitator.grant(scene.ellen, requests[1], LATE, scene.update())
    foreign = await facilitator.grant(scene.joost, requests[1], LATE, scene.update())

    assert (await intakes.standing(scene.marijke, LATE)).card is None
    assert (await intakes.standing(scene.jeroen, LATE)).card is not None
    assert await scene.told(Kind.INTAKE_CANCELLED, Kind.INTAKE_CHANGE_REFUSED) == [
        (Kind.INTAKE_CANCELLED, scene.marijke),
        (Kind.INTAKE_CANCELLED, scene.ellen),
        (Kind.INTAKE_CHANGE_REFUSED, scene.jeroen),
    ]
    assert (twice.outcome.value, foreign.outcome.value) == ("settled", "unknown")


async def test_an_unanswered_wish_lapses_after_a_day_and_the_person_hears_it(scene: Scene) -> None:
    await scene.services.slots.set_rules(scene.ellen, SlotRules(cut_off_days=10), NOW, scene.update())
    (slot,) = await scene.publish(hours=(9,))
    await scene.booked(scene.marijke, slot)
    await scene.services.intakes.ask_change(scene.marijke, Wish.CANCEL, None, NOW, scene.update())

    await scene.let_pass(NOW + timedelta(days=1))

    assert await scene.told(Kind.INTAKE_CHANGE_REMINDER, Kind.INTAKE_CHANGE_LAPSED) == [
        (Kind.INTAKE_CHANGE_LAPSED, scene.marijke)
    ]
    card = (await scene.services.intakes.standing(scene.marijke, NOW)).card
    assert card is not None
    assert card.request is None
    request = await scene.database.reads.bookings.request(1)
    assert request.status is RequestStatus.LAPSED


@pytest.mark.parametrize(
    ("asked_before", "told_before"),
    [
        (timedelta(hours=20), timedelta(hours=1)),
        (timedelta(hours=3), timedelta(hours=1)),
        (timedelta(minutes=30), timedelta(minutes=15)),
    ],
)
async def test_a_late_wish_that_nobody_answers_lapses_while_the_person_can_still_telephone(
    scene: Scene, slots: list[Slot], asked_before: timedelta, told_before: timedelta
) -> None:
    starts_at = slots[0].starts_at
    await scene.booked(scene.marijke, slots[0])
    asked = await scene.services.intakes.ask_change(
        scene.marijke, Wish.CANCEL, None, starts_at - asked_before, scene.update()
    )
    assert asked.request is not None

    await scene.let_pass(starts_at - told_before - timedelta(seconds=1))
    before = (await scene.database.reads.bookings.request(asked.request.id)).status
    await scene.let_pass(starts_at - told_before)

    (lapsed,) = await scene.queued(Kind.INTAKE_CHANGE_LAPSED)
    assert before is RequestStatus.OPEN
    assert (lapsed.recipient_id, lapsed.due_at) == (scene.marijke, starts_at - told_before)
    assert await scene.queued(Kind.INTAKE_CHANGE_REMINDER) == []


async def test_both_can_say_that_they_come_about_the_moment_for_which_they_were_asked(
    scene: Scene, slots: list[Slot]
) -> None:
    booking_id = await scene.booked(scene.marijke, slots[0])
    intakes = scene.services.intakes

    said = [
        await intakes.coming(who, booking_id, slot.id, NOW, scene.update())
        for who, slot in (
            (scene.marijke, slots[0]),
            (scene.ellen, slots[0]),
            (scene.jeroen, slots[0]),
            (scene.marijke, slots[1]),
        )
    ]

    assert said == [ComingOutcome.NOTED, ComingOutcome.NOTED, ComingOutcome.STALE, ComingOutcome.STALE]
    booking = await scene.database.reads.bookings.get(booking_id)
    assert (booking.person_coming_at, booking.facilitator_coming_at) == (NOW, NOW)


async def test_on_the_evening_before_a_clock_change_days_and_hours_are_those_of_the_wall(scene: Scene) -> None:
    """The clock goes back in the night to Sunday 31 October 2027; the intake is on Monday at one."""
    monday, saturday = date(2027, 11, 1), date(2027, 10, 30)
    evening = at(saturday, 19)
    (slot, other) = await scene.publish(monday, (13, 15), now=evening)

    await scene.booked(scene.marijke, slot, evening)
    last_moment = await scene.services.intakes.move(scene.marijke, other.id, at(saturday, 23, 59), scene.update())
    too_late = await scene.services.intakes.move(scene.marijke, slot.id, at(date(2027, 10, 31), 0), scene.update())

    assert slot.starts_at - evening == timedelta(hours=43)
    assert last_moment.outcome is BookOutcome.MOVED
    assert too_late.outcome is BookOutcome.PAST_CUT_OFF
    soon = await scene.queued(Kind.INTAKE_SOON)
    assert {each.due_at for each in soon} == {at(monday, 14)}
    tomorrow = await scene.queued(Kind.INTAKE_TOMORROW)
    assert {each.rule_at for each in tomorrow} == {at(date(2027, 10, 31), 15)}


async def test_what_is_held_for_somebody_counts_for_the_most_a_day_but_not_against_them(
    scene: Scene, slots: list[Slot]
) -> None:
    await scene.services.slots.set_rules(scene.ellen, SlotRules(most_a_day=1), NOW, scene.update())
    await scene.booked(scene.marijke, slots[0])
    await scene.services.waiting.join(scene.jeroen, None, NOW, scene.update())
    await scene.services.intakes.cancel(scene.marijke, None, NOW, scene.update())

    theirs = await scene.services.intakes.times(scene.jeroen, MONDAY, NOW)
    others = await scene.services.intakes.times(scene.fatima, MONDAY, NOW)

    assert (theirs, others) == ([slots[0]], [])


async def test_a_booking_and_its_update_as_applied_are_one_transaction(scene: Scene, slots: list[Slot]) -> None:
    async with scene.database.transaction() as work:
        await work.inbox.receive(900, 1, b"{}", NOW)

    await scene.services.intakes.book(scene.marijke, slots[0].id, NOW, 900)

    assert [(row.update_id, row.applied) for row in await scene.database.reads.inbox.unfinished()] == [(900, True)]
