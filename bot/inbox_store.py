"""The inbox on disk, each step durable by itself: what bot/inbox.py and bot/processor.py write through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from services.gathered import Gathered

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from storage.database import Database
    from storage.inbox import InboxRow


class DurableInbox:
    def __init__(self, database: Database) -> None:
        self._database = database
        self._finishing: Gathered[int, None] = Gathered(self._finish_each)

    async def receive(self, update_id: int, lane: int, payload: bytes, at: datetime) -> bool:
        async with self._database.statement() as work:
            return await work.inbox.receive(update_id, lane, payload, at)

    async def unfinished(self) -> list[InboxRow]:
        return await self._database.reads.inbox.unfinished()

    async def begin_again(self, update_id: int) -> None:
        async with self._database.statement() as work:
            await work.inbox.begin_again(update_id)

    async def mark_applied(self, update_id: int) -> None:
        async with self._database.statement() as work:
            await work.inbox.mark_applied(update_id)

    async def finish(self, update_id: int) -> None:
        """Together with others that end at this moment: none of them waits for the disk alone."""
        await self._finishing.ask(update_id)

    async def _finish_each(self, update_ids: Sequence[int]) -> Sequence[None]:
        async with self._database.statement() as work:
            await work.inbox.finish(*update_ids)
        return [None] * len(update_ids)

    async def fail(self, update_id: int, error_id: str) -> None:
        async with self._database.statement() as work:
            await work.inbox.fail(update_id, error_id)

    async def latest(self) -> int | None:
        return await self._database.reads.inbox.latest()
