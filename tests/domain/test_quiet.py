from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.quiet import is_exempt, is_open, last_open, next_open, sending_moment
from domain.time import local, to_utc

wall = datetime.fromisoformat

# Both clock changes and the holidays of a spring and a winter lie in it.
MOMENTS = st.datetimes(wall("2026-09-01 00:00"), wall("2027-12-31 00:00"), timezones=st.just(UTC))
LEADS = st.none() | st.timedeltas(timedelta(hours=-30), timedelta(days=20))


@pytest.mark.parametrize(
    ("shown", "opens"),
    [
        (wall("2027-01-20 08:00"), wall("2027-01-20 08:00")),
        (wall("2027-01-20 20:59"), wall("2027-01-20 20:59")),
        (wall("2027-01-20 21:00"), wall("2027-01-21 08:00")),
        (wall("2027-01-20 07:59"), wall("2027-01-20 08:00")),
        (wall("2027-01-16 12:00"), wall("2027-01-16 12:00")),
        (wall("2027-01-16 22:00"), wall("2027-01-18 08:00")),
        (wall("2027-01-17 12:00"), wall("2027-01-18 08:00")),
        (wall("2027-03-27 22:00"), wall("2027-03-30 08:00")),
        (wall("2027-10-30 22:00"), wall("2027-11-01 08:00")),
        (wall("2026-12-24 23:00"), wall("2026-12-28 08:00")),
    ],
)
def test_the_next_open_hour_is_eight_on_a_day_without_quiet(shown: datetime, opens: datetime) -> None:
    assert next_open(to_utc(shown)) == to_utc(opens)


@pytest.mark.parametrize(
    ("shown", "before"),
    [
        (wall("2027-01-20 08:00"), wall("2027-01-20 08:00")),
        (wall("2027-01-20 20:59"), wall("2027-01-20 20:59")),
        (wall("2027-01-20 21:00"), wall("2027-01-20 20:00")),
        (wall("2027-01-20 07:59"), wall("2027-01-19 20:00")),
        (wall("2027-01-17 12:00"), wall("2027-01-16 20:00")),
        (wall("2027-03-29 12:00"), wall("2027-03-27 20:00")),
    ],
)
def test_the_last_open_hour_is_the_evening_before_the_quiet(shown: datetime, before: datetime) -> None:
    assert last_open(to_utc(shown)) == to_utc(before)


@pytest.mark.parametrize(
    ("due", "now", "event", "goes"),
    [
        pytest.param(
            wall("2027-01-20 10:00"), wall("2027-01-01 10:00"), None, wall("2027-01-20 10:00"), id="open: when due"
        ),
        pytest.param(
            wall("2027-01-20 23:00"), wall("2027-01-01 10:00"), None, wall("2027-01-21 08:00"), id="night: morning"
        ),
        pytest.param(
            wall("2027-01-20 10:00"), wall("2027-01-21 14:00"), None, wall("2027-01-21 14:00"), id="late: now"
        ),
        pytest.param(
            wall("2027-01-20 22:00"),
            wall("2027-01-01 00:00"),
            wall("2027-01-21 09:00"),
            wall("2027-01-20 22:00"),
            id="event within 16 hours: exempt",
        ),
        pytest.param(
            wall("2027-01-17 13:00"),
            wall("2027-01-01 00:00"),
            wall("2027-01-24 13:00"),
            wall("2027-01-18 08:00"),
            id="a week ahead on a Sunday: Monday",
        ),
        pytest.param(
            wall("2027-01-17 13:00"),
            wall("2027-01-01 00:00"),
            wall("2027-01-18 13:00"),
            wall("2027-01-16 20:00"),
            id="a day ahead on a Sunday: the evening before",
        ),
        pytest.param(
            wall("2027-01-17 13:00"),
            wall("2027-01-16 20:30"),
            wall("2027-01-18 13:00"),
            wall("2027-01-16 20:30"),
            id="the evening before has begun: at once",
        ),
        pytest.param(
            wall("2027-01-17 13:00"),
            wall("2027-01-17 12:00"),
            wall("2027-01-18 13:00"),
            wall("2027-01-18 08:00"),
            id="the evening before has passed: late, but not in the quiet",
        ),
        pytest.param(
            wall("2027-01-16 22:00"),
            wall("2027-01-16 22:00"),
            wall("2027-01-17 20:00"),
            wall("2027-01-17 08:00"),
            id="an event on a Sunday: by day, within its 16 hours",
        ),
        pytest.param(
            wall("2027-03-28 12:00"),
            wall("2027-03-01 12:00"),
            wall("2027-03-29 20:00"),
            wall("2027-03-27 20:00"),
            id="an event on Easter Monday: the Saturday evening before",
        ),
    ],
)
def test_what_is_due_goes_at_a_fitting_hour(
    due: datetime, now: datetime, event: datetime | None, goes: datetime
) -> None:
    event_at = None if event is None else to_utc(event)

    assert sending_moment(to_utc(due), to_utc(now), event_at) == to_utc(goes)


@given(MOMENTS)
def test_the_next_opening_is_open_and_the_first(moment: datetime) -> None:
    opens = next_open(moment)

    assert is_open(opens)
    assert opens >= moment
    assert opens == moment or not is_open(opens - timedelta(microseconds=1))
    assert next_open(opens) == opens


@given(due=MOMENTS, wait=st.timedeltas(timedelta(days=-30), timedelta(days=5)), lead=LEADS)
def test_nothing_goes_in_the_quiet_unless_exempt_nor_before_now(
    due: datetime, wait: timedelta, lead: timedelta | None
) -> None:
    now = due + wait
    event_at = None if lead is None else due + lead

    goes = sending_moment(due, now, event_at)

    assert is_open(goes) or is_exempt(goes, event_at)
    assert goes >= now
    assert goes.tzinfo is UTC


@given(due=MOMENTS, wait=st.timedeltas(timedelta(days=-30), timedelta(days=5)), lead=LEADS)
def test_the_moment_found_is_its_own_moment(due: datetime, wait: timedelta, lead: timedelta | None) -> None:
    now = due + wait
    event_at = None if lead is None else due + lead
    goes = sending_moment(due, now, event_at)

    assert sending_moment(goes, goes, event_at) == goes
    assert sending_moment(goes, now, event_at) == goes


@given(due=MOMENTS, lead=st.timedeltas(timedelta(hours=1), timedelta(days=20)))
def test_what_is_planned_well_ahead_never_comes_after_its_event(due: datetime, lead: timedelta) -> None:
    event_at = due + lead

    goes = sending_moment(due, due - timedelta(days=10), event_at)

    assert goes <= event_at


def test_eight_in_the_morning_stays_eight_across_both_clock_changes() -> None:
    spring = next_open(to_utc(wall("2027-03-28 01:00")))
    autumn = next_open(to_utc(wall("2027-10-31 01:00")))

    assert (local(spring).hour, local(autumn).hour) == (8, 8)
    assert (spring.hour, autumn.hour) == (6, 7)
