"""Until when a poll takes votes: five days, or sooner when it has to be known, and never a deadline in the quiet."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.poll import STANDS_OPEN, voting_ends
from domain.quiet import is_open
from domain.time import to_utc

wall = datetime.fromisoformat


@pytest.mark.parametrize(
    ("opened", "before", "ends"),
    [
        pytest.param(wall("2027-01-13 10:00"), None, wall("2027-01-18 10:00"), id="a Monday: five days"),
        pytest.param(wall("2027-01-12 10:00"), None, wall("2027-01-18 08:00"), id="a Sunday: Monday"),
        pytest.param(wall("2027-01-13 22:30"), None, wall("2027-01-19 08:00"), id="late at night: the morning"),
        pytest.param(wall("2027-03-24 10:00"), None, wall("2027-03-30 08:00"), id="Easter Monday: Tuesday"),
        pytest.param(
            wall("2027-01-13 10:00"), wall("2027-01-15 13:00"), wall("2027-01-15 13:00"), id="sooner when it must"
        ),
        pytest.param(
            wall("2027-01-13 10:00"), wall("2027-01-17 13:00"), wall("2027-01-16 20:00"), id="the evening before"
        ),
        pytest.param(wall("2027-01-16 21:30"), wall("2027-01-17 13:00"), wall("2027-01-18 08:00"), id="a day at least"),
    ],
)
def test_it_ends_outside_the_quiet(opened: datetime, before: datetime | None, ends: datetime) -> None:
    assert voting_ends(to_utc(opened), None if before is None else to_utc(before)) == to_utc(ends)


@given(
    opened=st.datetimes(wall("2026-12-01 00:00"), wall("2027-06-30 00:00"), timezones=st.just(UTC)),
    lead=st.none() | st.timedeltas(timedelta(hours=1), timedelta(days=20)),
)
def test_it_is_open_for_its_least_and_never_ends_in_the_quiet(opened: datetime, lead: timedelta | None) -> None:
    before, least = None if lead is None else opened + lead, timedelta(days=1)

    ends = voting_ends(opened, before, least)

    assert is_open(ends)
    assert ends >= opened + least
    assert lead is not None or ends >= opened + STANDS_OPEN
