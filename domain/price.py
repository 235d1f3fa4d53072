"""What a cycle costs, in integer cents excluding VAT. What was agreed stays: an agreement keeps its own amount."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

VAT_RATE = Decimal("0.21")


class Cycle(StrEnum):
    FIRST = "first"
    EXTENSION = "extension"


class Price(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    cents: int
    """Excluding VAT."""
    vat_rate: Decimal
    valid_from: date

    @property
    def vat_cents(self) -> int:
        return int((self.cents * self.vat_rate).quantize(Decimal(1), ROUND_HALF_UP))

    @property
    def cents_with_vat(self) -> int:
        return self.cents + self.vat_cents


class NoPriceError(LookupError):
    """No price holds on this date: it lies before the first of them."""


class _Tariff(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    cycle: Cycle
    member: bool
    price: Price


def _from(valid_from: date, cycle: Cycle, *, member: bool, cents: int) -> _Tariff:
    return _Tariff(cycle=cycle, member=member, price=Price(cents=cents, vat_rate=VAT_RATE, valid_from=valid_from))


# The association's flyer: the first cycle is cheaper for members, a following one costs everybody the same.
_TARIFFS = (
    _from(date(2026, 1, 1), Cycle.FIRST, member=True, cents=60_000),
    _from(date(2026, 1, 1), Cycle.FIRST, member=False, cents=95_000),
    _from(date(2026, 1, 1), Cycle.EXTENSION, member=True, cents=60_000),
    _from(date(2026, 1, 1), Cycle.EXTENSION, member=False, cents=60_000),
)


def price_of(cycle: Cycle, *, member: bool, on: date) -> Price:
    """The price that holds on this date. Raises NoPriceError before the first one."""
    prices = [
        tariff.price
        for tariff in _TARIFFS
        if tariff.cycle is cycle and tariff.member is member and tariff.price.valid_from <= on
    ]
    if not prices:
        raise NoPriceError(f"No price for the {cycle} cycle on {on}")
    return max(prices, key=lambda price: price.valid_from)
