from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.time import add_working_days, is_working_day, local, to_utc

wall = datetime.fromisoformat
MOMENTS = st.datetimes(wall("2025-01-01 00:00"), wall("2035-01-01 00:00"), timezones=st.just(UTC))


@pytest.mark.parametrize(
    ("shown", "moment"),
    [
        (wall("2027-01-20 13:00"), datetime(2027, 1, 20, 12, tzinfo=UTC)),
        (wall("2027-07-20 13:00"), datetime(2027, 7, 20, 11, tzinfo=UTC)),
        (wall("2027-03-28 01:59"), datetime(2027, 3, 28, 0, 59, tzinfo=UTC)),
        (wall("2027-03-28 02:30"), datetime(2027, 3, 28, 1, 30, tzinfo=UTC)),
        (wall("2027-03-28 03:00"), datetime(2027, 3, 28, 1, 0, tzinfo=UTC)),
        (wall("2027-10-31 02:30"), datetime(2027, 10, 31, 0, 30, tzinfo=UTC)),
        (wall("2027-10-31 03:00"), datetime(2027, 10, 31, 2, 0, tzinfo=UTC)),
    ],
)
def test_a_wall_time_is_one_moment_also_in_the_missing_and_the_doubled_hour(shown: datetime, moment: datetime) -> None:
    assert to_utc(shown) == moment


def test_a_wall_time_in_the_missing_hour_is_shown_an_hour_later() -> None:
    shown = local(to_utc(wall("2027-03-28 02:30")))

    assert (shown.hour, shown.minute) == (3, 30)


@given(MOMENTS)
def test_a_moment_comes_back_from_its_wall_time_save_in_the_second_of_the_doubled_hours(moment: datetime) -> None:
    shown = local(moment)

    assert to_utc(shown.replace(tzinfo=None, fold=0)) == moment - timedelta(hours=shown.fold)


def test_a_moment_needs_a_time_zone_and_a_wall_time_has_none() -> None:
    with pytest.raises(ValueError, match="time zone"):
        local(wall("2027-01-01 00:00"))
    with pytest.raises(ValueError, match="time zone"):
        to_utc(datetime(2027, 1, 1, tzinfo=UTC))


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (date(2026, 12, 24), True),
        (date(2026, 12, 25), False),
        (date(2026, 12, 26), False),
        (date(2027, 4, 27), False),
        (date(2027, 3, 29), False),
        (date(2027, 5, 6), False),
        (date(2027, 5, 5), True),
        (date(2030, 5, 5), False),
        (date(2027, 1, 16), False),
        (date(2027, 1, 17), False),
        (date(2027, 1, 18), True),
    ],
)
def test_working_days_are_weekdays_without_the_public_holidays(day: date, working: bool) -> None:
    assert is_working_day(day) is working


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        (wall("2027-01-08 09:00"), 5, wall("2027-01-15 09:00")),
        (wall("2027-01-09 09:00"), 1, wall("2027-01-11 09:00")),
        (wall("2026-12-24 16:30"), 1, wall("2026-12-28 16:30")),
        (wall("2027-03-25 09:00"), 2, wall("2027-03-31 09:00")),
        (wall("2027-10-29 09:00"), 1, wall("2027-11-01 09:00")),
    ],
)
def test_working_days_are_added_at_the_same_wall_time(start: datetime, days: int, end: datetime) -> None:
    assert add_working_days(to_utc(start), days) == to_utc(end)


def test_no_working_days_later_is_the_same_moment_and_fewer_are_refused() -> None:
    saturday = datetime(2027, 1, 9, 9, tzinfo=UTC)

    assert add_working_days(saturday, 0) == saturday
    with pytest.raises(ValueError, match="forward"):
        add_working_days(saturday, -1)
