"""The updates that came in, until they are handled; their contents sealed, and emptied when done."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field

from storage.moments import stored
from storage.rows import change, every, one

if TYPE_CHECKING:
    from datetime import datetime

    import aiosqlite

    from storage.cipher import MainKey


class InboxRow(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    update_id: int
    lane: int
    payload: bytes = Field(repr=False)
    applied: bool
    attempts: int


def _purpose(update_id: int) -> str:
    return f"inbox:{update_id}"


class Inbox:
    def __init__(self, connection: aiosqlite.Connection, key: MainKey) -> None:
        self._connection = connection
        self._key = key

    async def receive(self, update_id: int, lane: int, payload: bytes, at: datetime) -> bool:
        """Write an update down; False when it is known already, handled or not."""
        written = await change(
            self._connection,
            "INSERT INTO inbox (update_id, lane, status, payload_sealed, received_at)"
            " VALUES (:update_id, :lane, 'received', :payload, :at) ON CONFLICT (update_id) DO NOTHING",
            {
                "update_id": update_id,
                "lane": lane,
                "payload": self._key.seal(payload.decode(), _purpose(update_id)),
                "at": stored(at),
            },
        )
        return written > 0

    async def unfinished(self) -> list[InboxRow]:
        """In the order in which they came."""
        rows = await every(
            self._connection,
            "SELECT update_id, lane, payload_sealed, status, attempts FROM inbox"
            " WHERE status IN ('received', 'applied') ORDER BY update_id",
            {},
        )
        return [
            InboxRow(
                update_id=row["update_id"],
                lane=row["lane"],
                payload=self._key.open(row["payload_sealed"], _purpose(row["update_id"])).encode(),
                applied=row["status"] == "applied",
                attempts=row["attempts"],
            )
            for row in rows
        ]

    async def begin_again(self, update_id: int) -> None:
        await change(
            self._connection,
            "UPDATE inbox SET attempts = attempts + 1 WHERE update_id = :update_id",
            {"update_id": update_id},
        )

    async def mark_applied(self, update_id: int) -> None:
        """What it asked has been done: from now on it changes nothing any more."""
        await change(
            self._connection,
            "UPDATE inbox SET status = 'applied' WHERE update_id = :update_id AND status = 'received'",
            {"update_id": update_id},
        )

    async def finish(self, *update_ids: int) -> None:
        await change(
            self._connection,
            "UPDATE inbox SET status = 'done', payload_sealed = NULL"
            " WHERE update_id IN (SELECT value FROM json_each(:update_ids))",
            {"update_ids": json.dumps(update_ids)},
        )

    async def fail(self, update_id: int, error_id: str) -> None:
        """Keep it, sealed, for whoever looks into the error; it is not tried again."""
        await change(
            self._connection,
            "UPDATE inbox SET status = 'failed', error_id = :error_id WHERE update_id = :update_id",
            {"update_id": update_id, "error_id": error_id},
        )

    async def latest(self) -> int | None:
        row = await one(self._connection, "SELECT max(update_id) AS latest FROM inbox", {})
        return None if row is None else row["latest"]

    async def sweep(self, before: datetime) -> None:
        """Forget what was settled before this moment.

        Telegram may begin its numbering anew after a quiet week: an id kept for longer could shadow a new update.
        """
        await change(
            self._connection,
            "DELETE FROM inbox WHERE received_at < :before AND status IN ('done', 'failed')",
            {"before": stored(before)},
        )
