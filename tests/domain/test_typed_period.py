from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.slot import LONGEST_PERIOD
from domain.typed_period import InvalidPeriod, PeriodFault, parse_period

TODAY = date(2027, 1, 12)


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("18 januari t/m 12 februari", date(2027, 1, 18), date(2027, 2, 12)),
        ("van 1 feb tot 5 feb", date(2027, 2, 1), date(2027, 2, 5)),
        ("2027-01-20 - 2027-02-01", date(2027, 1, 20), date(2027, 2, 1)),
        ("t/m 5 februari", TODAY, date(2027, 2, 5)),
        ("3 weken", TODAY, date(2027, 2, 1)),
        ("18 January to 12 February", date(2027, 1, 18), date(2027, 2, 12)),
    ],
)
def test_a_period_as_people_type_it(typed: str, first: date, last: date) -> None:
    assert parse_period(typed, TODAY) == (first, last)


def test_the_end_is_the_first_such_day_after_the_beginning() -> None:
    before_christmas = date(2027, 12, 1)

    assert parse_period("20 dec tot en met 8 jan", before_christmas) == (date(2027, 12, 20), date(2028, 1, 8))


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("blabla", PeriodFault.UNREADABLE),
        ("1 jan 2026 t/m 3 jan 2026", PeriodFault.PAST),
        ("10 januari t/m 20 januari", PeriodFault.PAST),
        ("12 feb 2027 t/m 1 feb 2027", PeriodFault.REVERSED),
        ("30 februari", PeriodFault.NO_SUCH_DAY),
        ("40 weken", PeriodFault.TOO_LONG),
        ("1 februari tot 1 maart tot 1 april", PeriodFault.UNREADABLE),
    ],
)
def test_a_period_that_is_none_is_refused_with_the_reason(typed: str, fault: PeriodFault) -> None:
    with pytest.raises(InvalidPeriod) as refusal:
        parse_period(typed, TODAY)

    assert refusal.value.reason is fault


@given(st.text(max_size=100))
def test_whatever_is_typed_is_a_period_or_refused(typed: str) -> None:
    try:
        first, last = parse_period(typed, TODAY)
    except InvalidPeriod:
        return

    assert TODAY <= first <= last <= first + LONGEST_PERIOD
