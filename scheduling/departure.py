"""The last moment before a message of the outbox leaves: only then it counts as perhaps delivered.

A message can wait long for its turn in the limiter. So the claim is made when it is its turn: a kill during the wait
costs none of its two deliveries, and what is withdrawn during the wait does not leave.
"""

from __future__ import annotations

from contextvars import ContextVar
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable


class HeldBackError(Exception):
    """The message may not leave (any more), or not now; nothing was sent."""


class Departure:
    """One message on its way out. `claim` writes down that it leaves, and tells whether it may."""

    def __init__(self, claim: Callable[[], Awaitable[bool]]) -> None:
        self._claim = claim
        self.claimed = False
        # From here on the attempt must not be cancelled: it would stay "sending" in the outbox.
        self.leaving = False

    async def leave(self) -> None:
        """Raises HeldBackError when it may not, and what the database raises."""
        if self.claimed:
            return
        self.leaving = True
        if not await self._claim():
            self.leaving = False
            raise HeldBackError
        self.claimed = True


CURRENT: ContextVar[Departure | None] = ContextVar("departure", default=None)


async def before_leaving() -> None:
    """Asked by whoever gives a request its turn, for every request that carries a message.

    Does nothing outside the delivery of the outbox. Raises HeldBackError; then nothing may be sent.
    """
    departure = CURRENT.get()
    if departure is not None:
        await departure.leave()
