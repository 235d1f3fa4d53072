"""Hands the updates to the handlers: one person's in order, different people's side by side.

What becomes of an update:

- Handled: finished.
- Raised before anything was applied: when the database was busy or Telegram away, it is handled again after a pause,
  a few times; otherwise the error handlers tell the person, and it is failed under an error id and never replayed.
- Raised after it was applied: finished. When the reply did not get out because Telegram was away, we wait until it
  answers a question that nobody sees, and send the person's current question: again and again as long as we know
  that nothing arrived, but only once more when something may have. So nothing is said more than twice.
- The process was killed: replayed at the next start. Applied already, only the current question is sent again.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, Final, Protocol

import structlog
from telegram import Update
from telegram.error import RetryAfter
from telegram.ext import ApplicationHandlerStop, BaseUpdateProcessor

from bot.handling import (
    CURRENT,
    Handling,
    current_handling,
    is_database_busy,
)
from bot.inbox import InboxStore, Report, Sleep, lane_of, pause_until
from scheduling.failure import is_telegram_away
from storage.inbox import InboxRow

log = structlog.get_logger(__name__)

AT_ONCE: Final = 256
"""Updates handled side by side; what waits for its lane takes no place."""

PAUSES: Final = (0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 30.0, 30.0, 60.0, 60.0)
"""Seconds between the tries to reach Telegram again. The watchdog of the polling ends the process before their end."""

BUSY_PAUSES: Final = (0.05, 0.2, 1.0)
"""Seconds between the tries of an update for which the database was busy."""

_WITHOUT_BOUND: Final = 2**31


class ErrorContext(Protocol):
    @property
    def error(self) -> Exception | None: ...


class _Lane:
    """Whose turn it is among the updates of one person. The lock is fair: first come, first served."""

    __slots__ = ("lock", "users")

    def __init__(self) -> None:
        self.lock = asyncio.Lock()
        self.users = 0


class LaneProcessor(BaseUpdateProcessor):
    """Built before the application; `attach` gives it what it needs of the application, before that is initialized.

    The library takes its own semaphore before it asks us, so that fifty updates of one lane would hold fifty of its
    places. It is given no bound; ours is taken when it is an update's turn in its lane.
    """

    def __init__(
        self,
        store: InboxStore,
        *,
        take_replayed: Callable[[int], InboxRow | None],
        ask_again: Callable[[Update], Awaitable[None]],
        probe: Callable[[], Awaitable[object]],
        report: Report,
        new_error_id: Callable[[], str],
        at_once: int = AT_ONCE,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        """`probe` asks Telegram something without effect, and raises while it is away (getMe)."""
        super().__init__(_WITHOUT_BOUND)
        self._store = store
        self._take_replayed = take_replayed
        self._ask_again = ask_again
        self._probe = probe
        self._report = report
        self._new_error_id = new_error_id
        self._sleep = sleep
        self._places = asyncio.Semaphore(at_once)
        self._lanes: dict[int, _Lane] = {}
        self._left: set[int] = set()
        self._stopping = asyncio.Event()
        self._handle: Callable[[Update], Coroutine[Any, Any, None]] | None = None

    @property
    def busy(self) -> bool:
        """An update is being handled or waits for its lane. The queue's `busy` sees those on their way here too."""
        return bool(self._lanes)

    def attach(self, handle: Callable[[Update], Coroutine[Any, Any, None]]) -> None:
        """`handle` is `Application.process_update`; with it an update can be handled again in its place."""
        self._handle = handle

    async def initialize(self) -> None:
        self._stopping.clear()
        self._left.clear()

    async def shutdown(self) -> None:
        """Nothing runs any more: the application has waited for its updates."""

    def give_up_waiting(self) -> None:
        """The process is to stop: whoever waits for Telegram leaves the update for the next start."""
        self._stopping.set()

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        if not isinstance(update, Update):
            await coroutine
            return
        key = lane_of(update)
        lane = self._lanes.setdefault(key, _Lane())
        lane.users += 1
        try:
            async with lane.lock:
                if key not in self._left and not await self._process(update, coroutine):
                    self._left.add(key)
        except Exception as error:  # noqa: BLE001 - the lane goes on with its next update; this one is replayed later
            log.warning("update_left_unfinished", update_id=update.update_id, error=type(error).__name__)
        finally:
            _close(coroutine)
            lane.users -= 1
            if not lane.users:
                del self._lanes[key]

    async def note_error(self, update: object, context: ErrorContext) -> None:
        """An error handler, that decides whether the others speak.

        Register it after the one that sets the conversation's memory from its row, and before the one that tells the
        person: it keeps that one silent when the update will be handled again, and otherwise gives the error its id
        (`current_error_id`).
        """
        handling = current_handling()
        if handling is None or context.error is None:
            return
        if handling.may_be_postponed(context.error):
            handling.postponed = context.error
            raise ApplicationHandlerStop
        self._take_as_error(handling, context.error)

    async def _process(self, update: Update, coroutine: Awaitable[Any]) -> bool:
        """False when the update was left for the next start.

        Then what comes after it in its lane is left as well, or the next start would bring them out of order.
        """
        row = self._take_replayed(update.update_id)
        handling = Handling(
            self._store,
            update.update_id,
            attempt=row.attempts if row else 1,
            applied=row.applied if row else False,
            asking_again=row.applied if row else False,
        )
        token = CURRENT.set(handling)
        try:
            if row is not None:
                await self._begin_again(handling)
            if handling.asking_again:
                done = await self._say_again(update, handling)
            else:
                done = await self._handle_until_settled(update, coroutine, handling)
            if done:
                await self._settle(handling)
            return done
        finally:
            handling.over = True
            CURRENT.reset(token)

    async def _begin_again(self, handling: Handling) -> None:
        await self._patiently(lambda: self._store.begin_again(handling.update_id))
        handling.attempt += 1
        log.info("update_replayed", update_id=handling.update_id, attempt=handling.attempt, applied=handling.applied)

    async def _handle_until_settled(self, update: Update, coroutine: Awaitable[Any], handling: Handling) -> bool:
        """True when the update can be settled, False when it is to be left for the next start."""
        handling.tries_left = len(BUSY_PAUSES)
        await self._run(coroutine, handling)
        while handling.postponed is not None and not handling.applied:
            await self._until_worth_trying(handling.postponed, BUSY_PAUSES[-handling.tries_left])
            if self._stopping.is_set():
                return False
            handling.tries_left -= 1
            handling.postponed = None
            log.info("update_handled_again", update_id=update.update_id)
            await self._run(self._handled_by_application(update), handling)
        return handling.postponed is None or await self._say_again(update, handling, after=handling.postponed)

    def _handled_by_application(self, update: Update) -> Coroutine[Any, Any, None]:
        if self._handle is None:
            raise RuntimeError("attach() was not called: an update cannot be handled again")
        return self._handle(update)

    async def _run(self, coroutine: Awaitable[Any], handling: Handling) -> None:
        try:
            async with self._places:
                await coroutine
        except Exception as error:  # noqa: BLE001 - handlers' errors go to note_error; this is from around them
            self._take_as_error(handling, error)
            await self._tell(handling)

    async def _say_again(self, update: Update, handling: Handling, after: BaseException | None = None) -> bool:
        """Sends the person's current question. True when there is nothing more to do, False to leave it.

        Without `after` it is a replay: an earlier life of the process may have said it once.
        """
        may_have_arrived = after is None or handling.something_said
        for pause in PAUSES:
            if after is not None and not await self._telegram_answers(after, pause):
                if self._stopping.is_set():
                    return False
                continue
            handling.asking_again = True
            handling.something_said = False
            error = await self._ask(update)
            if error is None:
                return True
            if not is_telegram_away(error):
                self._take_as_error(handling, error)
                await self._tell(handling)
                return True
            if handling.something_said and may_have_arrived:
                log.warning("question_perhaps_said_twice", update_id=update.update_id)
                return True
            may_have_arrived = may_have_arrived or handling.something_said
            after = error
        log.error("reply_given_up", update_id=update.update_id)
        return True

    async def _ask(self, update: Update) -> Exception | None:
        try:
            async with self._places:
                await self._ask_again(update)
        except Exception as error:  # noqa: BLE001 - the caller decides by its kind; the lane must go on
            return error
        return None

    async def _until_worth_trying(self, error: BaseException, pause: float) -> None:
        if not is_telegram_away(error):
            await pause_until(self._stopping, pause, self._sleep)
            return
        for wait in PAUSES:
            if self._stopping.is_set() or await self._telegram_answers(error, wait):
                return

    async def _telegram_answers(self, error: BaseException, pause: float) -> bool:
        """Whether Telegram is back after this pause, in which no place is held. The limiter waits out a 429 itself."""
        if isinstance(error, RetryAfter):
            return not self._stopping.is_set()
        await pause_until(self._stopping, pause, self._sleep)
        if self._stopping.is_set():
            return False
        try:
            await self._probe()
        except Exception as probe_error:
            if not is_telegram_away(probe_error):
                raise
            return False
        return True

    async def _settle(self, handling: Handling) -> None:
        if handling.failed:
            return
        if handling.error_id is not None and not handling.applied:
            error_id = handling.error_id
            await self._patiently(lambda: self._store.fail(handling.update_id, error_id))
        else:
            await self._patiently(lambda: self._store.finish(handling.update_id))

    async def _patiently(self, write: Callable[[], Awaitable[None]]) -> None:
        """Writes, also when the database is busy for a moment. Raises what stands in the way for longer."""
        for pause in BUSY_PAUSES:
            try:
                return await write()
            except Exception as error:
                if not is_database_busy(error):
                    raise
                await self._sleep(pause)
        return await write()

    async def _tell(self, handling: Handling) -> None:
        """Reports an error of which the error handlers know nothing."""
        try:
            await self._report(handling.update_id, handling.error_id or "")
        except Exception as error:  # noqa: BLE001 - a report that fails must not keep the update open
            log.warning("report_failed", update_id=handling.update_id, error=type(error).__name__)

    def _take_as_error(self, handling: Handling, error: BaseException) -> None:
        if handling.error_id is None:
            handling.error_id = self._new_error_id()
        log.error(
            "update_raised",
            update_id=handling.update_id,
            error_id=handling.error_id,
            exc_info=error,
            applied=handling.applied,
        )


def _close(coroutine: Awaitable[Any]) -> None:
    """Tells Python that the library's coroutine was not awaited on purpose; nothing to one that has ended."""
    if isinstance(coroutine, Coroutine):
        coroutine.close()
