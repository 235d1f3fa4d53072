"""The queue of updates and the one long poll that reads it.

As at Telegram: an update is confirmed by asking for a higher offset, and sent again until then; a second poller ends
the first with 409; what is not in allowed_updates is never queued; after 24 hours an update is gone.
"""

import asyncio
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from playground.changes import Changes
from playground.errors import ApiError
from playground.shapes import JsonObject
from playground.state import FIRST_UPDATE_ID

# What a bot that never said otherwise does not get (setWebhook, allowed_updates).
NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
KEPT_SECONDS = 24 * 3600
MOST_UPDATES = 100
LONGEST_POLL_SECONDS = 50
POLLING_SECONDS = 5
DEFAULT_HOLD_SECONDS = 1.0


@dataclass(slots=True)
class QueuedUpdate:
    """`queued_at` is real time in seconds since 1970, whatever the bot's clock says."""

    update_id: int
    kind: str
    body: JsonObject
    queued_at: float


class UpdateQueue:
    def __init__(self, changes: Changes) -> None:
        self.closed = False
        self.last_update_id = FIRST_UPDATE_ID
        self.allowed: list[str] = []
        self.last_handed_out = 0
        # getUpdates calls since the playground started.
        self.polls = 0
        self._changes = changes
        self._queue: deque[QueuedUpdate] = deque()
        self._again: list[QueuedUpdate] = []
        self._news = asyncio.Event()
        self._poll: asyncio.Future[None] | None = None
        self._polled_at: float | None = None

    def restore(self, updates: list[QueuedUpdate]) -> None:
        self._queue = deque(sorted(updates, key=lambda update: update.update_id))

    def add(self, kind: str, body: JsonObject) -> QueuedUpdate | None:
        """Queues an update, unless the bot did not ask for its kind."""
        if self.allowed and kind not in self.allowed:
            return None
        if not self.allowed and kind in NOT_BY_DEFAULT:
            return None
        self.last_update_id += 1
        update = QueuedUpdate(self.last_update_id, kind, {"update_id": self.last_update_id, kind: body}, time.time())
        self._queue.append(update)
        self._changes.put("update", update.update_id, update)
        self._changes.put("counter", "update", self.last_update_id)
        self.wake()
        return update

    def wake(self) -> None:
        """Lets a waiting poll look again."""
        self._news.set()

    @property
    def pending(self) -> int:
        return len(self._queue)

    @property
    def waiting(self) -> bool:
        """Whether something has still to be handed out for the first time, or again."""
        return bool(self._again) or (bool(self._queue) and self._queue[-1].update_id > self.last_handed_out)

    @property
    def poll_open(self) -> bool:
        return self._poll is not None

    @property
    def polling(self) -> bool:
        """Whether a poll is open, or was in the last five seconds."""
        recent = self._polled_at is not None and time.monotonic() - self._polled_at < POLLING_SECONDS
        return recent or self.poll_open

    def drop_all(self) -> None:
        self._again = []
        while self._queue:
            self._changes.remove("update", self._queue.popleft().update_id)

    def allow(self, kinds: list[str]) -> None:
        self.allowed = kinds
        self._changes.put("allowed_updates", "self", kinds)

    def confirm(self, offset: int) -> None:
        """Forgets every update before `offset`; a negative one leaves that many of the last."""
        if offset < 0:
            while len(self._queue) > -offset:
                self._changes.remove("update", self._queue.popleft().update_id)
        oldest = time.time() - KEPT_SECONDS
        while self._queue and (self._queue[0].update_id < offset or self._queue[0].queued_at < oldest):
            self._changes.remove("update", self._queue.popleft().update_id)

    def hand_out(self, limit: int, *, twice: bool = False, reversed_order: bool = False) -> list[JsonObject]:
        """The next updates. `twice` gives them once more at the next poll, even when they were confirmed by then."""
        fresh = [update for _, update in zip(range(limit), self._queue, strict=False)]
        batch = [*self._again, *fresh]
        self._again = fresh if twice else []
        if reversed_order:
            batch.reverse()
        if fresh:
            self.last_handed_out = max(self.last_handed_out, fresh[-1].update_id)
        return [update.body for update in batch]

    def take_over(self) -> "Poll":
        """Begins a poll and ends the one that is open, if any, with a conflict."""
        self.polls += 1
        if self._poll is not None and not self._poll.done():
            self._poll.set_exception(
                ApiError(
                    409,
                    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
                )
            )
        self._poll = asyncio.get_running_loop().create_future()
        return Poll(self, self._poll)

    def close(self) -> None:
        """Ends the open poll, so that the server can stop."""
        self.closed = True
        self.wake()

    async def changed(self) -> None:
        await self._news.wait()

    def look(self) -> bool:
        """Whether there is something to hand out; from here on `changed` waits for what comes after."""
        self._news.clear()
        return bool(self._queue or self._again)

    def poll_ended(self, poll: "asyncio.Future[None]") -> None:
        self._polled_at = time.monotonic()
        if self._poll is poll:
            self._poll = None
        # A conflict that nobody is left to hear is no error.
        if poll.done() and not poll.cancelled():
            poll.exception()


class Poll:
    """One getUpdates that is open: waits for updates until its time is over or another poll takes its place."""

    def __init__(self, queue: UpdateQueue, conflict: "asyncio.Future[None]") -> None:
        self._queue = queue
        self._conflict = conflict

    def __enter__(self) -> "Poll":
        return self

    def __exit__(self, *_: object) -> None:
        self._queue.poll_ended(self._conflict)

    async def wait(self, seconds: float, gone: "asyncio.Future[None]", interrupted: Callable[[], bool]) -> bool:
        """Waits for an update; False when the client has `gone` or the server stops.

        Raises ApiError 409 when another poll took over. Returns early once `interrupted` says so.
        """
        loop = asyncio.get_running_loop()
        end = loop.time() + seconds
        while not (self._queue.look() or gone.done() or self._queue.closed or interrupted()) and loop.time() < end:
            await self._next_change(end - loop.time(), gone)
        return not gone.done() and not self._queue.closed

    async def wait_for_more(self, count: int, seconds: float, gone: "asyncio.Future[None]") -> None:
        """Holds what there is until `count` updates are queued, or `seconds` have passed."""
        loop = asyncio.get_running_loop()
        end = loop.time() + seconds
        while self._queue.pending < count and not gone.done() and not self._queue.closed and loop.time() < end:
            self._queue.look()
            await self._next_change(end - loop.time(), gone)

    async def _next_change(self, seconds: float, gone: "asyncio.Future[None]") -> None:
        news = asyncio.ensure_future(self._queue.changed())
        try:
            await asyncio.wait({news, gone, self._conflict}, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        finally:
            news.cancel()
        if self._conflict.done():
            self._conflict.result()
