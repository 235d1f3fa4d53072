from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from services.gathered import Gathered

if TYPE_CHECKING:
    from collections.abc import Sequence


class Doubling:
    """Doubles what it is asked to, one lot at a time, and keeps the lots."""

    def __init__(self) -> None:
        self.lots: list[list[int]] = []
        self.errors: list[Exception] = []

    async def carry_out(self, numbers: Sequence[int]) -> list[int]:
        self.lots.append([*numbers])
        await asyncio.sleep(0)
        if self.errors:
            raise self.errors.pop(0)
        return [2 * number for number in numbers]


async def test_what_is_asked_at_one_moment_is_done_in_one_lot_and_each_gets_an_answer() -> None:
    doubling = Doubling()
    gathered = Gathered(doubling.carry_out)

    answers = await asyncio.gather(*(gathered.ask(number) for number in range(5)))
    later = await gathered.ask(21)

    assert answers == [0, 2, 4, 6, 8]
    assert later == 42
    assert doubling.lots == [[0, 1, 2, 3, 4], [21]]


async def test_what_comes_while_a_lot_is_being_done_is_the_next_lot() -> None:
    doubling = Doubling()
    gathered = Gathered(doubling.carry_out)
    first = asyncio.create_task(gathered.ask(1))
    while not doubling.lots:
        await asyncio.sleep(0)

    answers = tuple(await asyncio.gather(first, gathered.ask(2), gathered.ask(3)))

    assert answers == (2, 4, 6)
    assert doubling.lots == [[1], [2, 3]]


async def test_an_error_is_raised_to_all_of_its_lot_and_to_nobody_after_it() -> None:
    doubling = Doubling()
    doubling.errors = [ValueError("no room")]
    gathered = Gathered(doubling.carry_out)

    outcomes = await asyncio.gather(gathered.ask(1), gathered.ask(2), return_exceptions=True)
    after = await gathered.ask(3)

    assert [type(outcome) for outcome in outcomes] == [ValueError, ValueError]
    assert after == 6


async def test_who_gave_up_waiting_is_left_out() -> None:
    doubling = Doubling()
    gathered = Gathered(doubling.carry_out)
    impatient = asyncio.create_task(gathered.ask(1))
    patient = asyncio.create_task(gathered.ask(2))
    await asyncio.sleep(0)

    impatient.cancel()

    assert await patient == 4
    with pytest.raises(asyncio.CancelledError):
        await impatient
