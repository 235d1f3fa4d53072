"""The handling of one update: how far it is, and what must be durable before anything is said about it.

The limiter, through which every message leaves, asks `before_reply` of the handling that is going on in its task.
So no order of steps in a handler can say something about an update that a kill would have us handle a second time.
"""

import asyncio
import sqlite3
from contextvars import ContextVar
from typing import Protocol

from scheduling.failure import is_telegram_away

LAST_ATTEMPT = 3
"""An update that was begun this many times and never applied is failed: it may be what kills the process."""

ASKED_AGAIN = LAST_ATTEMPT + 1
"""Attempts of an applied update whose question was perhaps asked a second time: nothing is said about it again."""

CURRENT: ContextVar["Handling | None"] = ContextVar("handling", default=None)


class HandlingStore(Protocol):
    async def begin_again(self, update_id: int) -> None: ...
    async def mark_applied(self, update_id: int) -> None: ...
    async def fail(self, update_id: int, error_id: str) -> None: ...


class Handling:
    """One update being handled. Its facts mirror the inbox row; `before_reply` writes them down in time.

    `attempt` counts the times that this row was begun over all lives of the process, from 1.
    """

    def __init__(
        self,
        store: HandlingStore,
        update_id: int,
        *,
        attempt: int = 1,
        applied: bool = False,
        asking_again: bool = False,
    ) -> None:
        self._store = store
        self._writing = asyncio.Lock()
        self.update_id = update_id
        self.attempt = attempt
        self.applied = applied
        self.asking_again = asking_again
        self.replied = False
        self.failed = False
        self.over = False
        self.error_id: str | None = None
        self.postponed: BaseException | None = None
        self.tries_left = 0
        self.something_said = False

    def note_applied(self) -> None:
        """The unit of work has committed this update as applied, together with what it changed."""
        self.applied = True

    def note_said(self) -> None:
        """A new message has left, and may have arrived."""
        self.something_said = True

    def may_be_postponed(self, error: BaseException) -> bool:
        """Trying again may help: Telegram is away, or the database was busy before anything was applied."""
        if is_telegram_away(error):
            return self.applied or self.tries_left > 0
        return is_database_busy(error) and not self.applied and self.tries_left > 0

    async def before_reply(self) -> None:
        """Durable before the reply: applied, or failed when an error is what will be told.

        Raises what the store raises; then nothing may be said.
        """
        async with self._writing:
            if self.failed:
                return
            if self.asking_again:
                await self._count_as_asked_again()
            elif not self.applied and self.error_id is not None:
                await self._store.fail(self.update_id, self.error_id)
                self.failed = True
            elif not self.applied:
                await self._store.mark_applied(self.update_id)
                self.applied = True
            self.replied = True

    async def _count_as_asked_again(self) -> None:
        while self.attempt < ASKED_AGAIN:
            await self._store.begin_again(self.update_id)
            self.attempt += 1


def current_handling() -> Handling | None:
    """The handling that this task works for; None outside one, and in a task that outlived it."""
    handling = CURRENT.get()
    return None if handling is None or handling.over else handling


def current_error_id() -> str | None:
    """The id under which the error of the update being handled is reported; None when there was none."""
    handling = current_handling()
    return handling.error_id if handling else None


def is_database_busy(error: BaseException) -> bool:
    """SQLite asks to try again: another connection holds the lock (result codes BUSY and LOCKED, any extended)."""
    if not isinstance(error, sqlite3.OperationalError):
        return False
    primary = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return primary in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
