"""Fetching rows, typed: the few shapes in which the repositories ask.

Each is one errand to the connection's thread: those errands, not SQLite, are what a statement costs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping

    import aiosqlite


async def one(connection: aiosqlite.Connection, sql: str, values: Mapping[str, Any]) -> sqlite3.Row | None:
    """The first row, if any; the statement should not find many."""
    return next(iter(await connection.execute_fetchall(sql, values)), None)


async def every(connection: aiosqlite.Connection, sql: str, values: Mapping[str, Any]) -> Iterable[sqlite3.Row]:
    return await connection.execute_fetchall(sql, values)


async def insert(connection: aiosqlite.Connection, sql: str, values: Mapping[str, Any]) -> int:
    """Insert one row; its id. Raises sqlite3.IntegrityError as the table's rules say."""
    row = await connection.execute_insert(sql, values)
    if row is None:
        raise ValueError("not an insert")
    return int(row[0])


async def change(connection: aiosqlite.Connection, sql: str, values: Mapping[str, Any]) -> int:
    """Run a statement that returns no rows; how many rows it changed."""
    # Such a statement has ended when execute returns: nothing is left to close.
    cursor = await connection.execute(sql, values)
    return cursor.rowcount
