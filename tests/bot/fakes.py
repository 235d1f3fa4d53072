"""Recording fakes: a time that moves when it is told to, an inbox in memory, updates as Telegram sends them."""

import asyncio
import heapq
import itertools
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from telegram import Bot, Update

from storage.inbox import InboxRow

NOON = datetime(2027, 1, 15, 12, 0, tzinfo=UTC)


async def until_nothing_moves() -> None:
    """Lets every task run as far as it can without time passing."""
    for _ in range(60):
        await asyncio.sleep(0)


class FakeTime:
    """Monotonic seconds that pass only in `pass_by`, waking every sleeper at its own moment."""

    def __init__(self) -> None:
        self._now = 1000.0
        self._order = itertools.count()
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []

    def now(self) -> float:
        return self._now

    async def sleep(self, seconds: float) -> None:
        woken: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._sleepers, (self._now + seconds, next(self._order), woken))
        await woken

    async def pass_by(self, seconds: float) -> None:
        target = self._now + seconds
        await until_nothing_moves()
        while self._sleepers and self._sleepers[0][0] <= target:
            at, _, woken = heapq.heappop(self._sleepers)
            if woken.done():
                continue
            self._now = max(self._now, at)
            woken.set_result(None)
            await until_nothing_moves()
        self._now = target
        await until_nothing_moves()


class StoreError(Exception):
    pass


class MemoryInbox:
    """An inbox store that survives the process in a test: give it to a new queue and processor."""

    def __init__(self) -> None:
        self.rows: dict[int, InboxRow] = {}
        self.done: list[int] = []
        self.failed: dict[int, str] = {}
        self.log: list[tuple[str, int]] = []
        self.errors: dict[str, list[Exception]] = {}
        self.commits_before_error = False
        self.dead = False

    def fail_next(self, method: str, *errors: Exception) -> None:
        self.errors.setdefault(method, []).extend(errors)

    async def receive(self, update_id: int, lane: int, payload: bytes, at: datetime) -> bool:
        is_new = update_id not in self.rows and update_id not in self.done and update_id not in self.failed

        def write() -> None:
            if is_new:
                self.rows[update_id] = InboxRow(
                    update_id=update_id, lane=lane, payload=payload, applied=False, attempts=1
                )

        await self._write("receive", update_id, write)
        return is_new

    async def unfinished(self) -> list[InboxRow]:
        return [self.rows[update_id] for update_id in sorted(self.rows)]

    async def begin_again(self, update_id: int) -> None:
        row = self.rows[update_id]
        await self._write("begin_again", update_id, lambda: self._change(update_id, attempts=row.attempts + 1))

    async def mark_applied(self, update_id: int) -> None:
        await self._write("mark_applied", update_id, lambda: self._change(update_id, applied=True))

    async def finish(self, update_id: int) -> None:
        def write() -> None:
            del self.rows[update_id]
            self.done.append(update_id)

        await self._write("finish", update_id, write)

    async def fail(self, update_id: int, error_id: str) -> None:
        def write() -> None:
            del self.rows[update_id]
            self.failed[update_id] = error_id

        await self._write("fail", update_id, write)

    async def latest(self) -> int | None:
        return max([*self.rows, *self.done, *self.failed], default=None)

    def _change(self, update_id: int, **changes: Any) -> None:
        self.rows[update_id] = self.rows[update_id].model_copy(update=changes)

    async def _write(self, method: str, update_id: int, write: Callable[[], None]) -> None:
        """Takes a moment before and after the commit, so that a kill can come on either side."""
        await asyncio.sleep(0)
        if self.dead:
            raise StoreError("written after the process was killed")
        waiting = self.errors.get(method)
        if waiting and not self.commits_before_error:
            raise waiting.pop(0)
        write()
        self.log.append((method, update_id))
        if waiting:
            raise waiting.pop(0)
        await asyncio.sleep(0)


def raw_update(update_id: int, user_id: int = 11, text: str = "Amersfoort") -> dict[str, Any]:
    person = {"id": user_id, "is_bot": False, "first_name": "Jeroen"}
    chat = {"id": user_id, "type": "private", "first_name": "Jeroen"}
    message = {"message_id": update_id, "date": 1_800_000_000, "chat": chat, "from": person, "text": text}
    return {"update_id": update_id, "message": message}


def an_update(update_id: int, user_id: int = 11, bot: Bot | None = None) -> Update:
    return Update.de_json(raw_update(update_id, user_id), bot)
