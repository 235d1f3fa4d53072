"""One process beside the bot's own, in which the heavy work is done; it ends when there is none."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
import threading
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TYPE_CHECKING, TypeVar, TypeVarTuple

import structlog

if TYPE_CHECKING:
    from collections.abc import Callable

log = structlog.get_logger(__name__)

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

# Real seconds without work after which the process ends and gives its memory back.
IDLE_SECONDS = 60.0


class WorkerProcess:
    """A `services.worker.Worker`. Close it when the bot stops."""

    def __init__(self, idle_seconds: float = IDLE_SECONDS) -> None:
        self._idle_seconds = idle_seconds
        self._executor: ProcessPoolExecutor | None = None
        self._running = 0
        self._end_later: asyncio.TimerHandle | None = None

    @property
    def alive(self) -> bool:
        """Whether there is a process now."""
        return self._executor is not None

    async def run(self, function: Callable[[*Ts], T], *args: *Ts) -> T:
        """Raises what the function raises, and BrokenProcessPool when the process died over it twice."""
        self._stay()
        self._running += 1
        try:
            return await self._once_more_if_it_dies(function, *args)
        finally:
            self._running -= 1
            if self._running == 0:
                self._end_later = asyncio.get_running_loop().call_later(self._idle_seconds, self.close)

    def close(self) -> None:
        """End the process, without waiting for what it was doing."""
        self._stay()
        executor, self._executor = self._executor, None
        if executor is not None:
            executor.shutdown(wait=False, cancel_futures=True)

    async def _once_more_if_it_dies(self, function: Callable[[*Ts], T], *args: *Ts) -> T:
        executor = self._process()
        try:
            return await self._in(executor, function, *args)
        except BrokenProcessPool:
            log.warning("worker_died", function=function.__name__)
            self._give_up(executor)
        return await self._in(self._process(), function, *args)

    async def _in(self, executor: ProcessPoolExecutor, function: Callable[[*Ts], T], *args: *Ts) -> T:
        try:
            return await asyncio.get_running_loop().run_in_executor(executor, function, *args)
        except BrokenProcessPool:
            self._give_up(executor)
            raise

    def _process(self) -> ProcessPoolExecutor:
        if self._executor is None:
            # A fork would take the database's threads and locks along, without what holds them.
            spawning = multiprocessing.get_context("spawn")
            self._executor = ProcessPoolExecutor(max_workers=1, mp_context=spawning, initializer=_begin)
        return self._executor

    def _give_up(self, broken: ProcessPoolExecutor) -> None:
        """Others may have begun a new one meanwhile: that one stays."""
        if self._executor is broken:
            self._executor = None
            broken.shutdown(wait=False)

    def _stay(self) -> None:
        if self._end_later is not None:
            self._end_later.cancel()
            self._end_later = None


def _begin() -> None:
    """In the new process: Ctrl-C is for the bot, which ends this one; and without the bot it is of no use."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True, name="end-with-parent").start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
    # A bot that was killed leaves the pipe open, at which the process would wait for ever.
    os._exit(0)
