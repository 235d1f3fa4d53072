from __future__ import annotations

from datetime import date

import pytest

from domain.typed_period import InvalidPeriod, PeriodFault
from domain.typed_recess import parse_recesses, parse_span

TODAY = date(2027, 1, 12)


@pytest.mark.parametrize(
    ("typed", "recesses"),
    [
        ("19 juli t/m 29 augustus", [(date(2027, 7, 19), date(2027, 8, 29))]),
        (
            "19 juli t/m 29 augustus, 18 t/m 22 oktober",
            [(date(2027, 7, 19), date(2027, 8, 29)), (date(2027, 10, 18), date(2027, 10, 22))],
        ),
        ("van 22 februari tot en met 26 februari", [(date(2027, 2, 22), date(2027, 2, 26))]),
        ("5 mei", [(date(2027, 5, 5), date(2027, 5, 5))]),
        (
            "18-22 oktober\n20 december - 2 januari",
            [(date(2027, 10, 18), date(2027, 10, 22)), (date(2027, 12, 20), date(2028, 1, 2))],
        ),
        (
            "18 t/m 22 oktober en 22 t/m 26 februari",
            [(date(2027, 2, 22), date(2027, 2, 26)), (date(2027, 10, 18), date(2027, 10, 22))],
        ),
    ],
)
def test_several_periods_are_read_as_they_are_typed(typed: str, recesses: list[tuple[date, date]]) -> None:
    assert parse_recesses(typed, TODAY) == tuple(recesses)


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("", PeriodFault.UNREADABLE),
        ("in de zomer", PeriodFault.UNREADABLE),
        ("30 februari t/m 3 maart", PeriodFault.NO_SUCH_DAY),
        ("1 maart 2027 t/m 1 februari 2027", PeriodFault.REVERSED),
        ("1 februari t/m 1 december", PeriodFault.TOO_LONG),
        ("x" * 700, PeriodFault.UNREADABLE),
        (", ".join(["5 mei"] * 13), PeriodFault.UNREADABLE),
    ],
)
def test_what_cannot_be_a_recess_is_refused_with_the_reason(typed: str, fault: PeriodFault) -> None:
    with pytest.raises(InvalidPeriod) as refused:
        parse_recesses(typed, TODAY)

    assert refused.value.reason is fault


def test_a_span_may_have_an_end_alone() -> None:
    assert parse_span("t/m 1 december", TODAY) == (None, date(2027, 12, 1))
    assert parse_span("1 maart tot 1 december", TODAY) == (date(2027, 3, 1), date(2027, 12, 1))
