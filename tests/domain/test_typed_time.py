from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.typed_time import InvalidTime, TimeFault, parse_hours, parse_time


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("9", time(9)),
        ("9.30 uur", time(9, 30)),
        ("om 09:05", time(9, 5)),
        ("14u30", time(14, 30)),
        ("half tien", time(9, 30)),
        ("half 2", time(13, 30)),
        ("kwart over drie", time(15, 15)),
        ("kwart voor een", time(12, 45)),
        ("twee uur", time(14)),
        ("at 5 pm", time(17)),
        ("12 am", time(0)),
    ],
)
def test_one_time_as_people_type_it(typed: str, meant: time) -> None:
    assert parse_time(typed) == meant


@pytest.mark.parametrize(
    ("typed", "begins", "ends"),
    [
        ("9-12", time(9), time(12)),
        ("van 9 tot 12.30", time(9), time(12, 30)),
        ("9:00 – 17:00", time(9), time(17)),
        ("tussen 9 en 12", time(9), time(12)),
        ("half tien tot half een", time(9, 30), time(12, 30)),
        ("9am to 5pm", time(9), time(17)),
    ],
)
def test_from_one_time_to_another(typed: str, begins: time, ends: time) -> None:
    assert parse_hours(typed) == (begins, ends)


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("9", TimeFault.ONE),
        ("12 tot 9", TimeFault.REVERSED),
        ("9 tot 9", TimeFault.REVERSED),
        ("9 tot 12 tot 15", TimeFault.UNREADABLE),
        ("25 tot 26", TimeFault.UNREADABLE),
        ("", TimeFault.UNREADABLE),
        ("x" * 5_000, TimeFault.UNREADABLE),
        ("'s ochtends", TimeFault.UNREADABLE),
    ],
)
def test_hours_that_are_none_are_told_apart(typed: str, fault: TimeFault) -> None:
    with pytest.raises(InvalidTime) as refusal:
        parse_hours(typed)

    assert refusal.value.reason is fault


def test_two_times_are_not_one() -> None:
    with pytest.raises(InvalidTime) as refusal:
        parse_time("9 tot 12")

    assert refusal.value.reason is TimeFault.TWO


@given(st.text(max_size=80))
def test_whatever_is_typed_is_a_time_or_refused(typed: str) -> None:
    for parse in (parse_time, parse_hours):
        try:
            parsed = parse(typed)
        except InvalidTime:
            continue
        assert isinstance(parsed, time) or parsed[0] < parsed[1]
