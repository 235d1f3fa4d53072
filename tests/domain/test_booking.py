"""A booking: what a move and a cancellation change, and when its reminders come."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from domain.booking import Booking, BookingStatus, IntakeOutcome, Side, day_ahead, hour_ahead
from domain.time import local, to_utc

NOW = datetime(2027, 1, 19, 11, 0, tzinfo=UTC)
BOOKED = Booking(
    id=1,
    slot_id=2,
    person_id=3,
    status=BookingStatus.BOOKED,
    uid="u",
    sequence=0,
    person_coming_at=NOW,
    facilitator_coming_at=NOW,
    free_to_move=True,
    outcome=None,
    outcome_reason=None,
    outcome_at=None,
    cancelled_by=None,
    cancel_reason=None,
    created_at=NOW,
    changed_at=NOW,
)


def test_a_move_keeps_the_event_raises_its_sequence_and_asks_anew_who_comes() -> None:
    moved = BOOKED.moved_to(9, NOW + timedelta(days=1))

    assert (moved.slot_id, moved.uid, moved.sequence) == (9, "u", 1)
    assert moved.person_coming_at is None
    assert moved.facilitator_coming_at is None
    assert not moved.free_to_move
    assert moved.live


def test_a_cancellation_is_a_change_that_calendars_have_to_know_of() -> None:
    off = BOOKED.cancelled(Side.FACILITATOR, "ziek", NOW)

    assert (off.status, off.sequence, off.cancelled_by, off.cancel_reason) == (
        BookingStatus.CANCELLED,
        1,
        Side.FACILITATOR,
        "ziek",
    )
    assert not off.live


def test_only_a_second_talk_asks_for_another_booking() -> None:
    asks = {outcome: BOOKED.held(outcome, None, NOW).asks_for_another for outcome in IntakeOutcome}

    assert asks == {IntakeOutcome.GOES_ON: False, IntakeOutcome.STOPS: False, IntakeOutcome.SECOND_TALK: True}


def test_words_stay_out_of_a_repr() -> None:
    shown = repr(BOOKED.cancelled(Side.PERSON, "Zwanenbloem", NOW).held(IntakeOutcome.STOPS, "Zwanenbloem", NOW))

    assert "Zwanenbloem" not in shown


def test_a_day_ahead_is_the_same_wall_time_across_a_clock_change() -> None:
    sunday = to_utc(datetime(2026, 3, 29, 13, 0))  # noqa: DTZ001 - a wall time

    ahead = day_ahead(sunday)

    assert local(ahead).strftime("%d/%m %H:%M") == "28/03 13:00"
    assert sunday - ahead == timedelta(hours=23)
    assert sunday - hour_ahead(sunday) == timedelta(hours=1)
