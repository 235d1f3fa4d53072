"""Forgetting what has been kept for long enough."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from domain.chat import STRANGERS_KEPT
from domain.goal import KEPT_AFTER_LEAVING

if TYPE_CHECKING:
    from datetime import datetime

    from storage.database import Database

INBOX_KEPT: Final = timedelta(days=8)
"""Longer than the week after which Telegram may begin to number its updates anew, and than an update can be late."""


class Retention:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def sweep(self, now: datetime) -> None:
        async with self._database.transaction() as work:
            await work.inbox.sweep(now - INBOX_KEPT)
            await work.goals.sweep(now - KEPT_AFTER_LEAVING)
            await work.chats.sweep(now - STRANGERS_KEPT)
            await work.polls.sweep(now - INBOX_KEPT)
