"""Starting the bot, and stopping it in good order."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
from typing import TYPE_CHECKING, Any

import structlog
from telegram.error import Conflict, InvalidToken, TelegramError

from bot.application import Assistant
from bot.clock import SettableClock, SystemClock
from bot.opening import alone_with, open_database
from bot.polling import ALLOWED_UPDATES
from bot.settings import SettingsError
from handlers.menu import show_menus

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Coroutine

    from telegram.ext import Updater

    from bot.clock import RunningClock
    from bot.settings import Settings
    from storage.database import Database

log = structlog.get_logger(__name__)

POLL_SECONDS = 25
LONGEST_PAUSE = 30.0
GOODBYE_WITHIN = 2.0


class _StopAskedError(Exception):
    """A signal came before the bot had started."""


async def run(settings: Settings) -> int:
    """Run until a signal, or until the bot went deaf; the exit code. Raises CannotStartError."""
    # The library's durations as timedelta; without it every RetryAfter warns that this is coming.
    os.environ.setdefault("PTB_TIMEDELTA", "true")
    ended: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    def end(code: int) -> None:
        if not ended.done():
            ended.set_result(code)

    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, end, 0)
    lock = settings.database.with_name(f"{settings.database.name}.lock")
    with alone_with(lock, f"The bot runs already with the database {settings.database}: stop that one first."):
        database = await open_database(settings)
        try:
            await _serve(settings, database, ended, end)
        except _StopAskedError:
            log.info("stopped_while_starting")
        finally:
            await database.close()
    log.info("stopped", code=ended.result())
    return ended.result()


async def _serve(
    settings: Settings, database: Database, ended: asyncio.Future[int], end: Callable[[int], None]
) -> None:
    clock = clock_of(settings)
    try:
        await _unless_ended(ended, clock.start())
        assistant = Assistant(settings, database, clock, end)
        try:
            await _unless_ended(ended, _meet_telegram(assistant))
            async with _listening(assistant, clock, ended):
                log.info("started", bot=assistant.bot.username)
                await ended
        finally:
            assistant.worker.close()
    finally:
        await clock.stop()


async def _unless_ended(ended: asyncio.Future[int], step: Coroutine[Any, Any, object]) -> None:
    """Take a step of the start that may last for ever. Raises _StopAskedError when a signal comes first."""
    task = asyncio.create_task(step)
    either: set[asyncio.Future[Any]] = {task, ended}
    await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
    if ended.done():
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        raise _StopAskedError
    await task


def clock_of(settings: Settings) -> RunningClock:
    return SystemClock() if settings.clock == "system" else SettableClock(str(settings.clock))


@contextlib.asynccontextmanager
async def _listening(assistant: Assistant, clock: RunningClock, ended: asyncio.Future[int]) -> AsyncIterator[None]:
    application = assistant.application
    async with application:
        await assistant.queue.replay(assistant.bot)
        await application.start()
        updater = application.updater
        if updater is None:
            raise RuntimeError("the application was built without an updater")
        watching = asyncio.create_task(assistant.watchdog.watch(updater), name="watchdog")
        try:
            await assistant.services.mergers.carry_through(clock.now())
            await assistant.heartbeat.start()
            clock.follow(assistant.idleness, assistant.heartbeat.wake)
            polling = updater.start_polling(
                timeout=POLL_SECONDS,
                bootstrap_retries=-1,
                allowed_updates=ALLOWED_UPDATES,
                error_callback=_note_failed_poll,
            )
            await _unless_ended(ended, polling)
            # Beside it, for nobody waits for a menu.
            menus = asyncio.create_task(
                show_menus(assistant.bot, assistant.dependencies.texts, assistant.services.people), name="menus"
            )
            try:
                yield
            finally:
                menus.cancel()
        finally:
            watching.cancel()
            assistant.give_up_waiting()
            await _stop_polling(updater)
            await application.stop()
            await assistant.heartbeat.stop()
            await assistant.queue.close()


def _note_failed_poll(error: TelegramError) -> None:
    """The library tries again by itself, after a pause that grows from 1 to 30 seconds."""
    if isinstance(error, Conflict):
        log.error("another_poller", mend="Another program uses this token: stop it, or the two take turns in vain.")
    else:
        log.warning("poll_failed", error=type(error).__name__)


async def _stop_polling(updater: Updater) -> None:
    """Stop asking for updates; what Telegram still has for us comes again at the next start.

    The library waits out its pause and then says goodbye to Telegram. While Telegram is away both can last half a
    minute, so each is cut short.
    """
    if not updater.running:
        return
    stopping = asyncio.create_task(updater.stop())
    for _part in ("pause", "goodbye"):
        await asyncio.wait({stopping}, timeout=GOODBYE_WITHIN)
        stopping.cancel()
    await asyncio.wait({stopping})
    if not stopping.cancelled():
        stopping.result()


async def _meet_telegram(assistant: Assistant) -> None:
    """Ask who we are, as often as it takes: after a power cut the bot is often up before the network is."""
    pause = 1.0
    while True:
        try:
            await assistant.bot.initialize()
        except InvalidToken:
            raise SettingsError(
                "Telegram does not know the token in INTERVISIE_TOKEN: copy it anew from @BotFather."
            ) from None
        except TelegramError as error:
            log.warning("telegram_not_reached", error=type(error).__name__, again_in_seconds=pause)
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE)
        else:
            return
