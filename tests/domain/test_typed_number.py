"""Years and travel times, as people type them."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.typed_number import (
    LONGEST_TRAVEL,
    SHORTEST_TRAVEL,
    InvalidNumber,
    NumberFault,
    parse_travel_minutes,
    parse_year,
)

THIS_YEAR = 2027


@pytest.mark.parametrize(
    ("typed", "year"),
    [("2018", 2018), ("sinds 2018", 2018), ("mei 2022.", 2022), ("'18", 2018), ("’99", 1999), ("1980", 1980)],
)
def test_a_year_is_found_in_a_sentence(typed: str, year: int) -> None:
    assert parse_year(typed, THIS_YEAR) == year


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("vorig jaar", NumberFault.NO_NUMBER),
        ("20189", NumberFault.NO_NUMBER),
        ("2014 en 2018", NumberFault.SEVERAL),
        ("1979", NumberFault.TOO_LOW),
        ("2028", NumberFault.TOO_HIGH),
    ],
)
def test_what_is_no_year_in_office_says_why(typed: str, fault: NumberFault) -> None:
    with pytest.raises(InvalidNumber) as refusal:
        parse_year(typed, THIS_YEAR)

    assert refusal.value.reason is fault


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("45", 45),
        ("45 minuten", 45),
        ("maximaal 50 min", 50),
        ("1 uur", 60),
        ("een uur", 60),
        ("1,5 uur", 90),
        ("1.5 hours", 90),
        ("anderhalf uur", 90),
        ("half uur", 30),
        ("een halfuur", 30),
        ("1u30", 90),
        ("1 uur en 15 minuten", 75),
        ("1:15", 75),
        ("drie kwartier", 45),
        ("5 kwartier", 75),
        ("kwartier", 15),
    ],
)
def test_a_travel_time_is_understood(typed: str, minutes: int) -> None:
    assert parse_travel_minutes(typed) == minutes


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("niet ver", NumberFault.NO_NUMBER),
        ("30 of 60", NumberFault.NO_NUMBER),
        ("2", NumberFault.TOO_LOW),
        ("12 uur", NumberFault.TOO_HIGH),
    ],
)
def test_what_is_no_travel_time_says_why(typed: str, fault: NumberFault) -> None:
    with pytest.raises(InvalidNumber) as refusal:
        parse_travel_minutes(typed)

    assert refusal.value.reason is fault


@given(st.text(max_size=60))
def test_any_text_gives_minutes_within_the_bounds_or_a_reason(typed: str) -> None:
    with contextlib.suppress(InvalidNumber):
        assert SHORTEST_TRAVEL <= parse_travel_minutes(typed) <= LONGEST_TRAVEL
