"""Migrations go forward only, each whole or not at all, with a backup before and rows kept."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from storage.database import Database
from storage.migrate import Migration, NewerDatabaseError, load_migrations

if TYPE_CHECKING:
    from pathlib import Path

    from storage.cipher import MainKey

WITH_ROWS = Migration(1, "0001_x.sql", "CREATE TABLE thing (name TEXT) STRICT; INSERT INTO thing VALUES ('one');")
FAILING = Migration(2, "0002_y.sql", "CREATE TABLE other (id INTEGER) STRICT; INSERT INTO nowhere VALUES (1);")
ADDING = Migration(2, "0002_z.sql", "-- why\nALTER TABLE thing ADD COLUMN colour TEXT;\n")


def version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def tables(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as connection:
        return {row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}


async def test_an_empty_database_is_brought_up_to_date(tmp_path: Path, key: MainKey) -> None:
    path = tmp_path / "a.db"

    database = await Database.open(path, key)
    await database.close()

    assert version(path) == len(load_migrations())
    assert {"person", "registration", "inbox", "outbox"} <= tables(path)
    assert not (tmp_path / "backups").exists()


async def test_a_failing_migration_leaves_nothing_behind(tmp_path: Path, key: MainKey) -> None:
    path = tmp_path / "a.db"
    await (await Database.open(path, key, [WITH_ROWS])).close()

    with pytest.raises(sqlite3.OperationalError):
        await Database.open(path, key, [WITH_ROWS, FAILING])

    assert version(path) == 1
    assert tables(path) == {"thing"}


async def test_rows_survive_a_migration_and_a_backup_is_made_before_it(tmp_path: Path, key: MainKey) -> None:
    path = tmp_path / "a.db"
    await (await Database.open(path, key, [WITH_ROWS])).close()

    await (await Database.open(path, key, [WITH_ROWS, ADDING])).close()

    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT name, colour FROM thing").fetchall() == [("one", None)]
    (backup,) = (tmp_path / "backups").iterdir()
    assert version(backup) == 1
    assert backup.stat().st_mode & 0o077 == 0


async def test_a_database_of_a_later_program_is_refused(tmp_path: Path, key: MainKey) -> None:
    path = tmp_path / "a.db"
    await (await Database.open(path, key, [WITH_ROWS, ADDING])).close()

    with pytest.raises(NewerDatabaseError):
        await Database.open(path, key, [WITH_ROWS])

    assert version(path) == 2


def test_a_comment_or_a_half_statement_at_the_end_is_told_apart() -> None:
    assert len(list(ADDING.statements())) == 1
    with pytest.raises(ValueError, match="not finished"):
        list(Migration(1, "0001_x.sql", "CREATE TABLE thing (name TEXT)").statements())
