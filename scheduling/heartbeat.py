"""The heartbeat: asks the database what is due, every second and whenever there is reason to.

A beat:

1. Did something fall due? What nobody moved on in time is carried out, one at a time (services/moves.py).
2. Is something waiting to be sent? The delivery begins with it (scheduling/delivery.py).
3. Is it another day? What was kept for long enough is forgotten (services/retention.py).

The database is the schedule: APScheduler only beats, so a restart, a standstill or a clock that jumps loses nothing.
"""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, timedelta
from typing import TYPE_CHECKING, Final

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from scheduling.line import Rests

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from domain.moves import Move
    from scheduling.delivery import Delivery
    from services.catalogue import Services

log = structlog.get_logger(__name__)

EVERY: Final = 1
"""Seconds between two beats that nobody asked for."""

MOVES_READ: Final = 50

SWEEPS_EVERY: Final = timedelta(days=1)


class Heartbeat:
    def __init__(
        self,
        services: Services,
        delivery: Delivery,
        *,
        now: Callable[[], datetime],
        new_error_id: Callable[[], str],
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._services = services
        self._delivery = delivery
        self._now = now
        self._new_error_id = new_error_id
        self._rests = Rests(monotonic)
        self._called = asyncio.Event()
        self._acting = False
        self._stopping = False
        self._swept_at: datetime | None = None
        self._scheduler: AsyncIOScheduler | None = None
        self._beating: asyncio.Task[None] | None = None
        # Told when something began or ended; the idleness of the bot hangs on it.
        self.on_change: Callable[[], None] = lambda: None
        delivery.on_change = self._delivered

    @property
    def busy(self) -> bool:
        """Something is being carried out or sent; what is merely due shows in `next_due`."""
        return self._acting or self._delivery.busy

    async def next_due(self) -> datetime | None:
        """The first moment at which something is due, which may have passed; None when nothing is planned."""
        moments = (await self._services.outbox.next_due(), await self._services.moves.next_due())
        return min((moment for moment in moments if moment is not None), default=None)

    async def start(self) -> None:
        """Settle what an earlier life of the process left half-sent, and begin to beat."""
        await self._delivery.recover()
        self._beating = asyncio.create_task(self._keep_beating(), name="heartbeat")
        self._scheduler = AsyncIOScheduler(timezone=UTC)
        self._scheduler.add_job(
            self._tick, "interval", seconds=EVERY, misfire_grace_time=None, coalesce=True, max_instances=1
        )
        self._scheduler.start()

    def wake(self) -> None:
        """Beat at once: something was queued, or the clock was set."""
        self._called.set()

    async def stop(self) -> None:
        """Begin nothing more, and wait for what is being done."""
        if self._scheduler is not None:
            self._scheduler.shutdown(wait=False)
        self._stopping = True
        self.wake()
        if self._beating is not None:
            await self._beating
        await self._delivery.stop()

    async def beat(self, now: datetime) -> None:
        """Do what is due at this moment; what is sent goes on behind it. Errors are logged, and stop nothing else."""
        await self._carry_out_due_moves(now)
        try:
            await self._delivery.send_due(now)
            await self._sweep_daily(now)
        except Exception as error:  # noqa: BLE001 - the next beat comes, whatever is wrong with this one
            log.error("beat_failed", error=type(error).__name__)  # noqa: TRY400 - a traceback may show what people wrote

    async def _tick(self) -> None:
        self.wake()

    async def _keep_beating(self) -> None:
        while not self._stopping:
            await self.beat(self._now())
            self.on_change()
            await self._called.wait()
            self._called.clear()

    def _delivered(self) -> None:
        self.wake()
        self.on_change()

    async def _carry_out_due_moves(self, now: datetime) -> None:
        while not self._stopping and (due := await self._due_moves(now)):
            self._acting = True
            self.on_change()
            for move in due:
                await self._carry_out(move, now)
            self._acting = False

    async def _due_moves(self, now: datetime) -> list[Move]:
        """Those that failed rest a while, and do not keep the others waiting."""
        resting = self._rests.resting()
        try:
            due = await self._services.moves.due(now, MOVES_READ + len(resting))
        except Exception as error:  # noqa: BLE001 - what waits to be sent must not wait for this
            log.error("moves_not_read", error=type(error).__name__)  # noqa: TRY400 - as above
            return []
        return [move for move in due if move.id not in resting]

    async def _carry_out(self, move: Move, now: datetime) -> None:
        try:
            done = await self._services.moves.carry_out(move, now)
        except Exception as error:  # noqa: BLE001 - one move at a time: the others go on
            await self._note_failed(move, error, now)
            return
        self._rests.over(move.id)
        log.info("move_carried_out", move_id=move.id, kind=move.kind, step=move.step, done=done)

    async def _note_failed(self, move: Move, error: Exception, now: datetime) -> None:
        first = self._rests.failures(move.id) == 0
        self._rests.failed(move.id)
        error_id = self._new_error_id()
        log.error("move_failed", move_id=move.id, kind=move.kind, error_id=error_id, error=type(error).__name__)
        if not first:
            return
        try:
            await self._services.errors.report(error_id, now)
        except Exception as report_error:  # noqa: BLE001 - the other moves go on; the error itself is in the log
            log.warning("report_failed", error_id=error_id, error=type(report_error).__name__)

    async def _sweep_daily(self, now: datetime) -> None:
        if self._swept_at is not None and now - self._swept_at < SWEEPS_EVERY:
            return
        await self._services.retention.sweep(now)
        self._swept_at = now
