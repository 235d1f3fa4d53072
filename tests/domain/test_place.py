"""Until when a host can answer."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.place import ANSWER_WITHIN, answer_by
from domain.quiet import is_open

TUESDAY_AT_TEN = datetime(2027, 1, 12, 9, 0, tzinfo=UTC)


def test_a_host_has_seven_days_or_half_of_the_time_that_is_left() -> None:
    assert answer_by(TUESDAY_AT_TEN, TUESDAY_AT_TEN + timedelta(weeks=6)) == TUESDAY_AT_TEN + ANSWER_WITHIN
    assert answer_by(TUESDAY_AT_TEN, TUESDAY_AT_TEN + timedelta(days=6)) == TUESDAY_AT_TEN + timedelta(days=3)


def test_a_deadline_in_the_night_waits_for_the_morning() -> None:
    starts_at = TUESDAY_AT_TEN + timedelta(days=3)

    assert answer_by(TUESDAY_AT_TEN, starts_at) == datetime(2027, 1, 14, 7, 0, tzinfo=UTC)


@settings(max_examples=200, deadline=None)
@given(
    asked_at=st.datetimes(datetime(2027, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC)),  # noqa: DTZ001 - Hypothesis wants naive bounds
    left=st.timedeltas(timedelta(0), timedelta(days=60)),
)
def test_the_deadline_lies_between_the_question_and_the_session_and_never_in_the_quiet_before_it(
    asked_at: datetime, left: timedelta
) -> None:
    by = answer_by(asked_at, asked_at + left)

    assert asked_at <= by <= asked_at + left
    assert is_open(by) or by == asked_at + left
