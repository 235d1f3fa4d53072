from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.closing_date import (
    FURTHEST,
    DateFault,
    InvalidClosingDate,
    parse_closing_date,
    suggested_closing_days,
)
from domain.time import is_working_day

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("15 januari", date(2027, 1, 15)),
        ("15 jan", date(2027, 1, 15)),
        ("15 jan.", date(2027, 1, 15)),
        ("Vrijdag 15 januari 2027", date(2027, 1, 15)),
        ("vr 15 jan", date(2027, 1, 15)),
        ("t/m 15 januari", date(2027, 1, 15)),
        ("15-1-2027", date(2027, 1, 15)),
        ("15/01/27", date(2027, 1, 15)),
        ("15.1.2027", date(2027, 1, 15)),
        ("15-1", date(2027, 1, 15)),
        ("2027-01-15", date(2027, 1, 15)),
        ("1e maart", date(2027, 3, 1)),
        ("January 15th", None),
        ("15th January", date(2027, 1, 15)),
        ("  30   DECEMBER ", date(2026, 12, 30)),
        ("vandaag", TODAY),
        ("morgen", date(2026, 11, 23)),
        ("over 3 weken", date(2026, 12, 13)),
        ("over een week", date(2026, 11, 29)),
        ("over 10 dagen", date(2026, 12, 2)),
        ("over drie maanden", date(2027, 2, 22)),
        ("in 2 months", date(2027, 1, 22)),
    ],
)
def test_a_day_is_understood_as_people_type_it(typed: str, day: date | None) -> None:
    if day is None:
        with pytest.raises(InvalidClosingDate):
            parse_closing_date(typed, TODAY)
    else:
        assert parse_closing_date(typed, TODAY) == day


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("", DateFault.UNREADABLE),
        ("binnenkort", DateFault.UNREADABLE),
        ("15", DateFault.UNREADABLE),
        ("15 brumaire", DateFault.UNREADABLE),
        ("🙂", DateFault.UNREADABLE),
        ("1" * 5_000, DateFault.UNREADABLE),
        ("<b>15 januari</b>", DateFault.UNREADABLE),
        ("30 februari", DateFault.NO_SUCH_DAY),
        ("31-4-2027", DateFault.NO_SUCH_DAY),
        ("0-0-0000", DateFault.NO_SUCH_DAY),
        ("15-13-2027", DateFault.NO_SUCH_DAY),
        ("15-1-2026", DateFault.PAST),
        ("20 november", DateFault.PAST),
        ("over 0 dagen", None),
        ("15 januari 2028", DateFault.TOO_FAR),
        ("over 999 weken", DateFault.TOO_FAR),
        ("over 999 maanden", DateFault.TOO_FAR),
    ],
)
def test_what_cannot_be_a_closing_day_says_why(typed: str, fault: DateFault | None) -> None:
    if fault is None:
        assert parse_closing_date(typed, TODAY) == TODAY
        return
    with pytest.raises(InvalidClosingDate) as refused:
        parse_closing_date(typed, TODAY)

    assert refused.value.reason is fault


def test_a_month_later_ends_where_a_short_month_ends() -> None:
    assert parse_closing_date("over 1 maand", date(2027, 1, 31)) == date(2027, 2, 28)


@given(st.text(), st.dates(date(2026, 1, 1), date(2099, 1, 1)))
def test_whatever_is_typed_is_a_day_within_a_year_or_refused(typed: str, today: date) -> None:
    try:
        day = parse_closing_date(typed, today)
    except InvalidClosingDate:
        return

    assert today <= day <= today + FURTHEST


@given(st.dates(date(2026, 1, 1), date(2099, 1, 1)))
def test_suggestions_are_working_days_some_weeks_ahead(today: date) -> None:
    days = suggested_closing_days(today)

    assert list(days) == sorted(set(days))
    assert all(is_working_day(day) for day in days)
    assert all(today + timedelta(days=7) < day <= today + timedelta(weeks=9) for day in days)
