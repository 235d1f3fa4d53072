"""What many ask for at the same moment, done in one transaction: the disk is waited for once, not once each."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

Wish = TypeVar("Wish")
Answer = TypeVar("Answer")


class Gathered(Generic[Wish, Answer]):
    """Hands what is asked for while the last lot is being done to `carry_out` as one lot, in the order of asking.

    `carry_out` answers each wish, in their order. What it raises, everybody of that lot is told.
    """

    def __init__(self, carry_out: Callable[[Sequence[Wish]], Awaitable[Sequence[Answer]]]) -> None:
        self._carry_out = carry_out
        self._wishes: list[tuple[Wish, asyncio.Future[Answer]]] = []
        self._running: asyncio.Task[None] | None = None

    async def ask(self, wish: Wish) -> Answer:
        answer: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self._wishes.append((wish, answer))
        if self._running is None:
            self._running = asyncio.create_task(self._run(), name="gathered")
        return await answer

    async def _run(self) -> None:
        try:
            while self._wishes:
                lot, self._wishes = self._wishes, []
                await self._answer(lot)
        finally:
            self._running = None

    async def _answer(self, lot: list[tuple[Wish, asyncio.Future[Answer]]]) -> None:
        asking = [(wish, answer) for wish, answer in lot if not answer.done()]
        try:
            answers = await self._carry_out([wish for wish, _ in asking])
        except Exception as error:  # noqa: BLE001 - it is raised where it was asked for
            for _, answer in asking:
                if not answer.done():
                    answer.set_exception(error)
            return
        for (_, waiting), given in zip(asking, answers, strict=True):
            if not waiting.done():
                waiting.set_result(given)
