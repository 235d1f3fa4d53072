"""The database: one writer, one reader, explicit transactions."""

from __future__ import annotations

import asyncio
import contextlib
import sqlite3
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import aiosqlite

from storage.migrate import apply, load_migrations, pending, version_of
from storage.work import Reads, Work

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
    from pathlib import Path

    from storage.cipher import MainKey
    from storage.migrate import Migration

# FULL: what was committed survives a power cut too, which is what "written down" promises to Telegram.
PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA busy_timeout = 5000",
    "PRAGMA trusted_schema = OFF",
)


class Database:
    """Open with `Database.open`; close it, or the interpreter hangs on its threads.

    Writes go one at a time through one connection, each in `async with database.transaction() as work`. Reads that
    belong to no write go through another connection: `database.reads`.
    """

    def __init__(self, path: Path, writer: aiosqlite.Connection, reader: aiosqlite.Connection, key: MainKey) -> None:
        self.path = path
        self.reads = Reads(reader, key)
        self._writer = writer
        self._reader = reader
        self._key = key
        self._lock = asyncio.Lock()
        # Told after each commit what was done in it; bot/ wires it, to wake the outbox.
        self.after_commit: Callable[[Work], None] | None = None

    @classmethod
    async def open(cls, path: Path, key: MainKey, migrations: Sequence[Migration] | None = None) -> Database:
        """Open, and bring the schema up to date with a backup before it.

        Raises NewerDatabaseError when a later version of the program wrote it.
        """
        path.parent.mkdir(parents=True, exist_ok=True)
        writer = await _connect(path)
        try:
            await _migrate(path, writer, load_migrations() if migrations is None else migrations)
            reader = await _connect(path)
        except BaseException:
            await writer.close()
            raise
        return cls(path, writer, reader, key)

    async def close(self) -> None:
        async with self._lock:
            await self._reader.close()
            await self._writer.close()

    @contextlib.asynccontextmanager
    async def transaction(self, applies: int | None = None) -> AsyncIterator[Work]:
        """A write transaction: all of it or nothing.

        `applies` is the id of the update whose wish this is: it is marked as applied in the same transaction, so that
        it is never carried out twice.
        """
        async with self._lock:
            # Cancelled half-way through BEGIN, the transaction would stay open without anyone to end it.
            await _finish(self._writer.execute("BEGIN IMMEDIATE"), on_cancel=self._roll_back)
            work = Work(self._writer, self._key, applies)
            try:
                yield work
                if applies is not None:
                    await work.inbox.mark_applied(applies)
            except BaseException:
                await asyncio.shield(self._roll_back())
                raise
            await _finish(self._writer.commit())
        if self.after_commit is not None:
            self.after_commit(work)

    @contextlib.asynccontextmanager
    async def statement(self) -> AsyncIterator[Work]:
        """For a write that is one statement: SQLite itself makes it whole or nothing, with two errands less.

        The callback after a commit is not told: what it is for always takes a transaction.
        """
        async with self._lock:
            yield Work(self._writer, self._key, None)

    async def _roll_back(self) -> None:
        if self._writer.in_transaction:
            await self._writer.rollback()

    async def backup(self, target: Path) -> None:
        """Write a copy that is whole, also while the bot is running. Raises FileExistsError."""
        await backup(self.path, target)


async def backup(source: Path, target: Path) -> None:
    """Copy a database in use; a copy of the file alone would miss what is in the WAL. Raises FileExistsError."""
    _make_room(target)
    try:
        connection = await aiosqlite.connect(source, isolation_level=None)
        try:
            await connection.execute("VACUUM INTO ?", (str(target),))
        finally:
            await connection.close()
    except BaseException:
        _clear_away(target)
        raise


def _make_room(target: Path) -> None:
    """An empty file that only its owner can read, for the copy to fill. Raises FileExistsError."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.touch(mode=0o600, exist_ok=False)


def _clear_away(target: Path) -> None:
    """Half a copy must not be taken for a backup."""
    target.unlink(missing_ok=True)


async def _connect(path: Path) -> aiosqlite.Connection:
    connection = await aiosqlite.connect(path, isolation_level=None)
    try:
        connection.row_factory = sqlite3.Row
        for pragma in PRAGMAS:
            await connection.execute(pragma)
    except BaseException:
        await connection.close()
        raise
    return connection


async def _migrate(path: Path, connection: aiosqlite.Connection, migrations: Sequence[Migration]) -> None:
    todo = await pending(connection, migrations)
    version = await version_of(connection)
    if todo and version:
        stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
        await backup(path, path.parent / "backups" / f"{path.stem}-version-{version}-{stamp}.db")
    for migration in todo:
        await apply(connection, migration)


async def _finish(step: Awaitable[object], on_cancel: Callable[[], Awaitable[None]] | None = None) -> None:
    """Await a step to its end even when cancelled meanwhile; then undo it if asked, and let the cancellation go on."""
    task = asyncio.ensure_future(step)
    try:
        await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait({task})
        if on_cancel is not None:
            await on_cancel()
        raise
