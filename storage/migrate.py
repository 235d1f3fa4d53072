"""Numbered migrations, forward only, each in one transaction with its number."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import aiosqlite


class NewerDatabaseError(Exception):
    """The database was written by a later version of the program; starting would harm it."""


@dataclass(frozen=True, slots=True)
class Migration:
    number: int
    name: str
    script: str

    def statements(self) -> Iterator[str]:
        """One statement at a time: `executescript` would commit the transaction that is open."""
        *ended, rest = self.script.split(";")
        statement = ""
        for piece in ended:
            statement += piece + ";"
            # A semicolon inside a string, a comment or a trigger ends nothing.
            if sqlite3.complete_statement(statement):
                yield statement
                statement = ""
        if _holds_sql(statement + rest):
            raise ValueError(f"{self.name}: the last statement is not finished")


def _holds_sql(text: str) -> bool:
    return any(line.strip() and not line.strip().startswith("--") for line in text.splitlines())


def load_migrations() -> list[Migration]:
    """All migrations in order. Raises ValueError when a number is missing or stands twice."""
    files = sorted(file.name for file in resources.files("storage.migrations").iterdir() if file.name.endswith(".sql"))
    migrations = [
        Migration(int(name[:4]), name, resources.files("storage.migrations").joinpath(name).read_text("utf-8"))
        for name in files
    ]
    if [migration.number for migration in migrations] != list(range(1, len(migrations) + 1)):
        raise ValueError(f"migrations must be numbered without gaps: {files}")
    return migrations


async def version_of(connection: aiosqlite.Connection) -> int:
    async with connection.execute("PRAGMA user_version") as cursor:
        row = await cursor.fetchone()
    return int(row[0]) if row else 0


async def pending(connection: aiosqlite.Connection, migrations: Sequence[Migration]) -> list[Migration]:
    """What is still to be applied. Raises NewerDatabaseError when the database knows more than the program."""
    version = await version_of(connection)
    if version > len(migrations):
        raise NewerDatabaseError(f"the database has version {version}; this program knows up to {len(migrations)}")
    return [migration for migration in migrations if migration.number > version]


async def apply(connection: aiosqlite.Connection, migration: Migration) -> None:
    """Apply one migration whole, or not at all."""
    await connection.execute("BEGIN IMMEDIATE")
    try:
        for statement in migration.statements():
            await connection.execute(statement)
        # A pragma takes no parameters; the number is our own.
        await connection.execute(f"PRAGMA user_version = {migration.number:d}")
    except BaseException:
        await connection.rollback()
        raise
    await connection.commit()
