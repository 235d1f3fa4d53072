"""Looking into a database file from outside, without changing anything and without the running bot noticing."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from storage.cipher import UnreadableError
from storage.migrate import load_migrations

if TYPE_CHECKING:
    from pathlib import Path

    from storage.cipher import MainKey


@dataclass(frozen=True, slots=True)
class Examination:
    version: int
    # The latest version that this program knows.
    known: int
    # Every page was read and makes sense.
    whole: bool
    # None when nobody is in it yet, so that there is nothing to try the key on.
    key_fits: bool | None


def examine(path: Path, key: MainKey) -> Examination:
    """Reads every page of the file. Raises sqlite3.Error when it is no database, or cannot be read."""
    with closing(_connect(path)) as connection:
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        whole = connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
        known = len(load_migrations())
        readable = whole and 0 < version <= known
        return Examination(version, known, whole, _fits(connection, key) if readable else None)


def key_fits(path: Path, key: MainKey) -> bool | None:
    """Whether this is the key with which the database was made; None when nobody is in it yet. Raises sqlite3.Error."""
    with closing(_connect(path)) as connection:
        return _fits(connection, key)


def _connect(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)


def _fits(connection: sqlite3.Connection, key: MainKey) -> bool | None:
    row = connection.execute("SELECT id, wrapped_key FROM person ORDER BY id LIMIT 1").fetchone()
    if row is None:
        return None
    try:
        key.person_key(*row)
    except UnreadableError:
        return False
    return True
