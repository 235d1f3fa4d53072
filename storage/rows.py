"""Fetching rows, typed: the few shapes in which the repositories ask."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping

    import aiosqlite


async def one(connection: aiosqlite.Connection, sql: str, values: Mapping[str, Any]) -> sqlite3.Row | None:
    async with connection.execute(sql, values) as cursor:
        return await cursor.fetchone()


async def every(connection: aiosqlite.Connection, sql: str, values: Mapping[str, Any]) -> Iterable[sqlite3.Row]:
    return await connection.execute_fetchall(sql, values)


async def insert(connection: aiosqlite.Connection, sql: str, values: Mapping[str, Any]) -> int:
    """Insert one row; its id. Raises sqlite3.IntegrityError as the table's rules say."""
    async with connection.execute(sql, values) as cursor:
        if cursor.lastrowid is None:
            raise ValueError("not an insert")
        return cursor.lastrowid


async def change(connection: aiosqlite.Connection, sql: str, values: Mapping[str, Any]) -> int:
    """Run a statement; how many rows it changed."""
    async with connection.execute(sql, values) as cursor:
        return cursor.rowcount
