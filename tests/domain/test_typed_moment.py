"""A day with a time, as facilitators type it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from domain.typed_moment import InvalidMoment, MomentFault, lines_of, parse_moment

NOW = datetime(2027, 1, 19, 11, 0, tzinfo=UTC)
NINTH_OF_MARCH = datetime(2027, 3, 9, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "typed",
    [
        "di 9 maart 13.00",
        "dinsdag 9 maart om 13.00 uur",
        "9 maart 2027, 13:00",
        "9-3 13u00",
        "9/3/2027 om 13 uur",
        "Dinsdag 9 mrt - 13.00",
        "tuesday 9 march at 1 pm",
        "9 maart één uur",
    ],
)
def test_a_day_and_a_time_are_read_however_they_are_typed(typed: str) -> None:
    assert parse_moment(typed, NOW) == NINTH_OF_MARCH


def test_in_summer_the_wall_time_counts() -> None:
    assert parse_moment("1 juli 13.00", NOW) == datetime(2027, 7, 1, 11, 0, tzinfo=UTC)


def test_today_is_a_day_until_the_time_is_past() -> None:
    assert parse_moment("vandaag 15.00", NOW) == datetime(2027, 1, 19, 14, 0, tzinfo=UTC)
    with pytest.raises(InvalidMoment) as refused:
        parse_moment("vandaag 9.00", NOW)
    assert refused.value.reason is MomentFault.PAST


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("", MomentFault.UNREADABLE),
        ("ergens in maart", MomentFault.UNREADABLE),
        ("13.00", MomentFault.UNREADABLE),
        ("9 maart", MomentFault.NO_TIME),
        ("30 februari 13.00", MomentFault.NO_SUCH_DAY),
        ("18 januari 13.00", MomentFault.PAST),
        ("9 maart 2029 13.00", MomentFault.TOO_FAR),
        # The night in which the clocks go forward has no such time.
        ("28 maart 2.30", MomentFault.NO_SUCH_DAY),
        ("x" * 500, MomentFault.UNREADABLE),
    ],
)
def test_what_is_no_moment_is_refused_with_the_reason(typed: str, fault: MomentFault) -> None:
    with pytest.raises(InvalidMoment) as refused:
        parse_moment(typed, NOW)

    assert refused.value.reason is fault


def test_several_are_typed_below_each_other() -> None:
    assert lines_of("di 9 maart 13.00\n\n do 11 maart 9.30 ; 12 maart 10 uur\n") == [
        "di 9 maart 13.00",
        "do 11 maart 9.30",
        "12 maart 10 uur",
    ]
