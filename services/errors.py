"""Telling the coordinator that something went wrong, by the id under which it stands in the log."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from domain.outbox import Kind
from services.notices import notify_coordinators

if TYPE_CHECKING:
    from datetime import datetime

    from storage.database import Database

MOST_IN_WINDOW: Final = 3
"""So many errors are told within the window; a fault that hits everybody must not bury the coordinators."""

WINDOW: Final = timedelta(hours=1)


class Errors:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def report(self, error_id: str, now: datetime) -> bool:
        """Queue the id for every coordinator. False when it was told already, or enough were told this hour.

        The log holds them all: what is not told here is found there.
        """
        async with self._database.transaction() as work:
            told = await work.outbox.details_since(Kind.ERROR_REPORTED, now - WINDOW)
            if error_id in told or len(told) >= MOST_IN_WINDOW:
                return False
            await notify_coordinators(work, Kind.ERROR_REPORTED, now, detail=error_id)
            return True
