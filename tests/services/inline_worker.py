"""A worker that does its work at once, here: for tests in which another process would prove nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, TypeVarTuple

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
Ts = TypeVarTuple("Ts")


class InlineWorker:
    async def run(self, function: Callable[[*Ts], T], *args: *Ts) -> T:
        return function(*args)
