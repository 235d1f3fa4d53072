from datetime import date
from decimal import Decimal

import pytest

from domain.price import Cycle, NoPriceError, price_of


@pytest.mark.parametrize(
    ("cycle", "member", "cents"),
    [
        (Cycle.FIRST, True, 60_000),
        (Cycle.FIRST, False, 95_000),
        (Cycle.EXTENSION, True, 60_000),
        (Cycle.EXTENSION, False, 60_000),
    ],
)
def test_a_cycle_costs_what_the_flyer_says(cycle: Cycle, member: bool, cents: int) -> None:
    assert price_of(cycle, member=member, on=date(2026, 11, 22)).cents == cents


def test_vat_is_exact_and_in_whole_cents() -> None:
    price = price_of(Cycle.FIRST, member=False, on=date(2026, 11, 22))

    assert price.vat_rate == Decimal("0.21")
    assert (price.vat_cents, price.cents_with_vat) == (19_950, 114_950)


def test_there_is_no_price_before_the_first_one() -> None:
    with pytest.raises(NoPriceError):
        price_of(Cycle.FIRST, member=True, on=date(2025, 12, 31))
