"""How long an offer stands: four hours, of those in which one can be written to."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.quiet import is_open
from domain.time import local, to_utc
from domain.waiting import offer_ends


def wall(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2027, month, day, hour, minute)  # noqa: DTZ001 - a wall time


@pytest.mark.parametrize(
    ("offered", "ends"),
    [
        # A Tuesday.
        (wall(1, 19, 12), wall(1, 19, 16)),
        (wall(1, 19, 17), wall(1, 19, 21)),
        # An hour is left before the quiet, and three the next morning.
        (wall(1, 19, 20), wall(1, 20, 11)),
        (wall(1, 19, 23), wall(1, 20, 12)),
        (wall(1, 20, 3), wall(1, 20, 12)),
        # Saturday evening: on Sunday nobody is written to.
        (wall(1, 23, 19), wall(1, 25, 10)),
        (wall(1, 24, 12), wall(1, 25, 12)),
        # Saturday before Easter, over the clock change, Easter Sunday and Easter Monday.
        (wall(3, 27, 20), wall(3, 30, 11)),
    ],
)
def test_an_offer_stands_four_hours_of_the_day(offered: datetime, ends: datetime) -> None:
    assert offer_ends(to_utc(offered)) == to_utc(ends)


@given(st.datetimes(datetime(2027, 1, 1), datetime(2028, 12, 31)))  # noqa: DTZ001 - wall times
def test_an_offer_never_ends_in_the_quiet_nor_before_four_hours(offered: datetime) -> None:
    offered_at = to_utc(offered)

    ends = offer_ends(offered_at)

    assert ends - offered_at >= timedelta(hours=4)
    assert is_open(ends - timedelta(microseconds=1))
    assert ends - offered_at < timedelta(days=5)
    assert local(ends).hour in range(8, 22)
