"""The queue between polling and handling: every update is written down before Telegram hears that we have it.

The library confirms a batch with the next `getUpdates`, so what only waits in memory is lost in a kill. `put` returns
when the update is in the store; what was not finished is put in first at the next start (`replay`).
"""

import asyncio
import json
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Protocol

import structlog
from telegram import Bot, Update

from bot.handling import ASKED_AGAIN, LAST_ATTEMPT
from storage.inbox import InboxRow

log = structlog.get_logger(__name__)

FIRST_PAUSE = 0.1
LONGEST_PAUSE = 10.0

Sleep = Callable[[float], Awaitable[None]]

Report = Callable[[int, str], Awaitable[None]]
"""Told of an update that failed: its id and the error id under which it was stored."""


class InboxStore(Protocol):
    async def receive(self, update_id: int, lane: int, payload: bytes, at: datetime) -> bool:
        """Durable when it returns; False when this update is already known."""

    async def unfinished(self) -> list[InboxRow]:
        """In order of update_id."""

    async def begin_again(self, update_id: int) -> None:
        """One attempt more."""

    async def mark_applied(self, update_id: int) -> None: ...

    async def finish(self, update_id: int) -> None:
        """Done; the payload is emptied."""

    async def fail(self, update_id: int, error_id: str) -> None: ...

    async def latest(self) -> int | None: ...


def lane_of(update: Update) -> int:
    """Whose turn it takes: the user's, else the chat's, else one lane for the rest."""
    if update.effective_user is not None:
        return update.effective_user.id
    return update.effective_chat.id if update.effective_chat is not None else 0


def in_writing(update: Update) -> bytes:
    """JSON from which the library reads the same update again.

    It leaves out whatever is empty, and cannot do without the options of a vote, which are none when it is taken back.
    """
    written = update.to_dict()
    if update.poll_answer is not None:
        written["poll_answer"] = {"option_ids": [], "option_persistent_ids": [], **written["poll_answer"]}
    return json.dumps(written).encode()


async def pause_until(event: asyncio.Event, seconds: float, sleep: Sleep) -> None:
    """Sleeps, but no longer than until the event is set."""
    sleeping = asyncio.ensure_future(sleep(seconds))
    waiting = asyncio.ensure_future(event.wait())
    try:
        await asyncio.wait({sleeping, waiting}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        sleeping.cancel()
        waiting.cancel()


class InboxQueue(asyncio.Queue[object]):
    """The application's update queue, on disk first.

    `busy` and `on_idle` speak of everything that was put in and not yet done, gaps between two tasks included.
    """

    def __init__(
        self,
        store: InboxStore,
        *,
        now: Callable[[], datetime],
        new_error_id: Callable[[], str],
        report: Report,
        on_idle: Callable[[], None] = lambda: None,
        on_stop: Callable[[], None] = lambda: None,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        super().__init__()
        self._store = store
        self._now = now
        self._new_error_id = new_error_id
        self._report = report
        self._on_idle = on_idle
        self._on_stop = on_stop
        self._sleep = sleep
        self._open = 0
        self._writes: set[asyncio.Task[None]] = set()
        self._replayed: dict[int, InboxRow] = {}
        self._last_update_id: int | None = None

    @property
    def busy(self) -> bool:
        return self._open > 0 or bool(self._writes)

    @property
    def in_hand(self) -> int:
        """How many updates were put in and are not done."""
        return self._open

    @property
    def last_update_id(self) -> int | None:
        """The highest id seen in this life or, after `replay`, in an earlier one."""
        return self._last_update_id

    async def put(self, item: object) -> None:
        """Returns when the update is durable and queued; never raises but CancelledError.

        Cancelling it (stopping does) lets a write that has begun end, and gives up one that keeps failing:
        Telegram was not told that we have it, and sends it again.
        """
        if not isinstance(item, Update):
            self._on_stop()
            self.put_nowait(item)
            return
        given_up = asyncio.Event()
        write = asyncio.create_task(self._write_down(item, given_up), name="inbox:write")
        self._writes.add(write)
        write.add_done_callback(self._written)
        try:
            await asyncio.shield(write)
        except asyncio.CancelledError:
            given_up.set()
            raise

    def put_nowait(self, item: object) -> None:
        super().put_nowait(item)
        self._open += 1

    def task_done(self) -> None:
        super().task_done()
        self._open -= 1
        self._tell_if_idle()

    async def close(self) -> None:
        """Waits for the writes that are under way; call it before the store is closed."""
        if self._writes:
            await asyncio.wait(self._writes)

    async def replay(self, bot: Bot) -> None:
        """Puts what an earlier life of the process left unfinished first; call it before polling starts."""
        self._saw(await self._store.latest())
        for row in await self._store.unfinished():
            if row.applied and row.attempts >= ASKED_AGAIN:
                await self._store.finish(row.update_id)
                log.info("update_finished_in_silence", update_id=row.update_id, attempts=row.attempts)
            elif not row.applied and row.attempts >= LAST_ATTEMPT:
                await self._fail(row.update_id, "update_failed_after_attempts")
            else:
                await self._put_again(row, bot)

    def take_replayed(self, update_id: int) -> InboxRow | None:
        """The row of an update that was replayed, once; None for one that is new."""
        return self._replayed.pop(update_id, None)

    async def keep_unreadable(self, update_id: int, raw: bytes) -> None:
        """Stores an update that the library cannot parse, as failed, and reports it. Raises what the store raises."""
        if await self._store.receive(update_id, 0, raw, self._now()):
            await self._fail(update_id, "update_unreadable")
        self._saw(update_id)

    async def _put_again(self, row: InboxRow, bot: Bot) -> None:
        try:
            update = Update.de_json(json.loads(row.payload), bot)
        except Exception:  # noqa: BLE001 - whatever a changed library raises, the next row must get its turn
            await self._fail(row.update_id, "update_unreadable")
            return
        self._replayed[row.update_id] = row
        self.put_nowait(update)

    async def _fail(self, update_id: int, event: str) -> None:
        error_id = self._new_error_id()
        await self._store.fail(update_id, error_id)
        log.error(event, update_id=update_id, error_id=error_id)
        try:
            await self._report(update_id, error_id)
        except Exception as error:  # noqa: BLE001 - a report that fails must not stop the start or the polling
            log.warning("report_failed", update_id=update_id, error_id=error_id, error=type(error).__name__)

    async def _write_down(self, update: Update, given_up: asyncio.Event) -> None:
        payload = in_writing(update)
        at = self._now()
        pause = FIRST_PAUSE
        failed_before = False
        while not (failed_before and given_up.is_set()):
            try:
                is_new = await self._store.receive(update.update_id, lane_of(update), payload, at)
            except Exception as error:  # noqa: BLE001 - an exception from put would end polling while the process lives
                log.warning("update_not_written", update_id=update.update_id, error=type(error).__name__)
                failed_before = True
                await pause_until(given_up, pause, self._sleep)
                pause = min(pause * 2, LONGEST_PAUSE)
            else:
                # A write that raised may have been committed; then the update is known because of us.
                self._enqueue(update, is_new=is_new or failed_before)
                return

    def _enqueue(self, update: Update, *, is_new: bool) -> None:
        self._saw(update.update_id)
        if is_new:
            self.put_nowait(update)
        else:
            log.info("update_already_known", update_id=update.update_id)

    def _written(self, write: asyncio.Task[None]) -> None:
        self._writes.discard(write)
        self._tell_if_idle()

    def _saw(self, update_id: int | None) -> None:
        if update_id is not None:
            self._last_update_id = max(update_id, self._last_update_id or update_id)

    def _tell_if_idle(self) -> None:
        if not self.busy:
            self._on_idle()
