"""Whether anything can be sent at all, and who has to wait: in real, monotonic seconds, kept in memory."""

from __future__ import annotations

import asyncio
import contextlib
import time
from typing import TYPE_CHECKING, Final

import structlog

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

log = structlog.get_logger(__name__)

PAUSES: Final = (0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 30.0, 60.0)
"""Seconds before Telegram is asked again whether it answers, growing until something is sent."""

RESTS: Final = (0.0, 1.0, 2.0, 5.0, 10.0, 30.0, 60.0)
"""Seconds before the same thing is tried again, growing with each failure of that thing alone."""


class Line:
    """The line to Telegram. Broken, it is open again when Telegram answers a question that nobody sees.

    So a message that may have arrived is not sent again into a line that is still dead: in a long outage it would
    otherwise use up its deliveries without arriving once.
    """

    def __init__(
        self,
        probe: Callable[[], Awaitable[object]],
        *,
        on_open: Callable[[], None],
        monotonic: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._probe = probe
        self._on_open = on_open
        self._monotonic = monotonic
        self._sleep = sleep
        self._failures = 0
        self._halted_until = 0.0
        self._closed: asyncio.Task[None] | None = None

    @property
    def is_open(self) -> bool:
        return self._closed is None

    def works(self) -> None:
        self._failures = 0

    def halt(self, seconds: float) -> None:
        """Telegram asks to wait so long."""
        self._halted_until = max(self._halted_until, self._monotonic() + seconds)
        self._close(self._wait_out_halt)

    def broke(self) -> None:
        """A connection failed. What fails while the line is known to be broken says nothing new."""
        self._close(self._mend)

    async def stop(self) -> None:
        if self._closed is not None:
            self._closed.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._closed

    def _close(self, until_open: Callable[[], Awaitable[None]]) -> None:
        if self._closed is None:
            self._closed = asyncio.create_task(self._stay_closed(until_open), name="line")

    async def _stay_closed(self, until_open: Callable[[], Awaitable[None]]) -> None:
        try:
            await until_open()
        finally:
            self._closed = None
        self._on_open()

    async def _wait_out_halt(self) -> None:
        while (left := self._halted_until - self._monotonic()) > 0:
            await self._sleep(left)

    async def _mend(self) -> None:
        answers = False
        while not answers:
            pause = PAUSES[min(self._failures, len(PAUSES) - 1)]
            self._failures += 1
            log.warning("telegram_away", again_in_seconds=pause)
            await self._sleep(pause)
            answers = await self._answers()
        await self._wait_out_halt()

    async def _answers(self) -> bool:
        try:
            await self._probe()
        except Exception as error:  # noqa: BLE001 - whatever it is, it is no answer; the line stays closed
            log.info("telegram_still_away", error=type(error).__name__)
            return False
        return True


class Rests:
    """What failed and rests a while before it is tried again; each by its id."""

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._monotonic = monotonic
        self._failures: dict[int, int] = {}
        self._until: dict[int, float] = {}

    def failed(self, subject: int) -> None:
        failures = self._failures.get(subject, 0)
        self._failures[subject] = failures + 1
        self._until[subject] = self._monotonic() + RESTS[min(failures, len(RESTS) - 1)]

    def over(self, subject: int) -> None:
        """It succeeded, or will not be tried again."""
        self._failures.pop(subject, None)
        self._until.pop(subject, None)

    def resting(self) -> set[int]:
        now = self._monotonic()
        return {subject for subject, until in self._until.items() if until > now}

    def failures(self, subject: int) -> int:
        return self._failures.get(subject, 0)
