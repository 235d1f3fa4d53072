"""Opening the database: what stands in the way is one sentence for who runs the program."""

from __future__ import annotations

import asyncio
import fcntl
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from bot.settings import CannotStartError
from storage.database import Database
from storage.examination import key_fits
from storage.migrate import NewerDatabaseError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.settings import Settings

OTHER_KEY = "The main key does not fit this database: use the key with which it was made."


async def open_database(settings: Settings) -> Database:
    """Open it, brought up to date, with the key it was made with. Raises CannotStartError."""
    path, key = settings.database, settings.main_key()
    try:
        database = await Database.open(path, key)
    except NewerDatabaseError as error:
        raise CannotStartError(
            f"The database {path} was written by a later version of this program ({error}): install that version."
        ) from None
    except (sqlite3.Error, OSError) as error:
        raise CannotStartError(
            f"The database {path} (INTERVISIE_DATABASE) cannot be opened: {error}. See `intervisie doctor`."
        ) from None
    if await asyncio.to_thread(key_fits, path, key) is False:
        await database.close()
        raise CannotStartError(OTHER_KEY)
    return database


@contextmanager
def alone_with(path: Path, otherwise: str) -> Iterator[None]:
    """Hold a lock that the system takes back however the process ends.

    Raises CannotStartError, with the words of `otherwise` when another process holds it.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("a")
    except OSError as error:
        raise CannotStartError(f"{path} cannot be written: {error.strerror}.") from None
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise CannotStartError(otherwise) from None
        yield
