"""When the bot has nothing to do: nothing came in that is not handled, nothing is due, nothing is being sent."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

LOOKS_AGAIN: Final = 1.0
"""Seconds after which it is looked at again although nobody stirred: time itself makes things due."""


class Incoming(Protocol):
    @property
    def busy(self) -> bool: ...

    @property
    def last_update_id(self) -> int | None: ...


class Outgoing(Protocol):
    @property
    def busy(self) -> bool: ...

    async def next_due(self) -> datetime | None: ...


@dataclass(frozen=True, slots=True)
class IdleState:
    # None when nothing is planned at all.
    next_due: datetime | None
    # The highest that was received; None before the first.
    last_update_id: int | None


class Idleness:
    """Whether the bot is idle. Whoever begins or ends something calls `stir`."""

    def __init__(self, incoming: Incoming, outgoing: Outgoing, now: Callable[[], datetime]) -> None:
        self._incoming = incoming
        self._outgoing = outgoing
        self._now = now
        self._stirred = asyncio.Event()

    def stir(self) -> None:
        """Something began, ended or was planned: look again."""
        self._stirred.set()

    async def until_idle(self) -> IdleState:
        while True:
            self._stirred.clear()
            state = await self._look()
            if state is not None:
                return state
            await self._until_stirred()

    async def until_other_than(self, state: IdleState) -> None:
        """Returns when the bot is busy, or idle in another way."""
        while await self._look() == state:
            await self._until_stirred()
            self._stirred.clear()

    async def _look(self) -> IdleState | None:
        if self._busy():
            return None
        next_due = await self._outgoing.next_due()
        # Reading took a moment, in which something may have begun.
        if self._busy() or (next_due is not None and next_due <= self._now()):
            return None
        return IdleState(next_due, self._incoming.last_update_id)

    def _busy(self) -> bool:
        return self._incoming.busy or self._outgoing.busy

    async def _until_stirred(self) -> None:
        try:
            async with asyncio.timeout(LOOKS_AGAIN):
                await self._stirred.wait()
        except TimeoutError:
            return
