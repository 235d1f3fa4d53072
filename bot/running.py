"""Starting the bot, and stopping it in good order."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
from typing import TYPE_CHECKING

import structlog
from telegram.error import InvalidToken, NetworkError, TelegramError

from bot.application import Assistant
from bot.clock import SettableClock, SystemClock
from bot.polling import ALLOWED_UPDATES
from bot.settings import SettingsError
from storage.database import Database

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.clock import RunningClock
    from bot.settings import Settings

log = structlog.get_logger(__name__)

POLL_SECONDS = 25
LONGEST_PAUSE = 30.0


async def run(settings: Settings) -> int:
    """Run until a signal, or until the bot went deaf; the exit code. Raises SettingsError, NewerDatabaseError."""
    # The library's durations as timedelta; without it every RetryAfter warns that this is coming.
    os.environ.setdefault("PTB_TIMEDELTA", "true")
    ended: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    def end(code: int) -> None:
        if not ended.done():
            ended.set_result(code)

    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, end, 0)
    database = await Database.open(settings.database, settings.main_key())
    try:
        clock = clock_of(settings)
        await clock.start()
        try:
            assistant = Assistant(settings, database, clock, end)
            async with _listening(assistant, clock, ended):
                log.info("started", bot=assistant.bot.username)
                code = await ended
        finally:
            await clock.stop()
    finally:
        await database.close()
    log.info("stopped", code=code)
    return code


def clock_of(settings: Settings) -> RunningClock:
    return SystemClock() if settings.clock == "system" else SettableClock(str(settings.clock))


@contextlib.asynccontextmanager
async def _listening(assistant: Assistant, clock: RunningClock, ended: asyncio.Future[int]) -> AsyncIterator[None]:
    application = assistant.application
    await _meet_telegram(assistant, ended)
    async with application:
        await assistant.queue.replay(assistant.bot)
        await application.start()
        updater = application.updater
        if updater is None:
            raise RuntimeError("the application was built without an updater")
        watching = asyncio.create_task(assistant.watchdog.watch(updater), name="watchdog")
        try:
            await assistant.heartbeat.start()
            clock.follow(assistant.idleness, assistant.heartbeat.wake)
            await updater.start_polling(
                timeout=POLL_SECONDS,
                bootstrap_retries=-1,
                allowed_updates=ALLOWED_UPDATES,
                error_callback=_note_failed_poll,
            )
            yield
        finally:
            watching.cancel()
            assistant.give_up_waiting()
            if updater.running:
                await updater.stop()
            await application.stop()
            await assistant.heartbeat.stop()
            await assistant.queue.close()


def _note_failed_poll(error: TelegramError) -> None:
    log.warning("poll_failed", error=type(error).__name__)


async def _meet_telegram(assistant: Assistant, ended: asyncio.Future[int]) -> None:
    """Ask who we are, as often as it takes: after a power cut the bot is often up before the network is."""
    pause = 1.0
    while not ended.done():
        try:
            await assistant.bot.initialize()
        except InvalidToken:
            raise SettingsError(
                "Telegram does not know the token in INTERVISIE_TOKEN: copy it anew from @BotFather."
            ) from None
        except NetworkError as error:
            log.warning("telegram_not_reached", error=type(error).__name__, again_in_seconds=pause)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(asyncio.shield(ended), pause)
            pause = min(pause * 2, LONGEST_PAUSE)
        else:
            return
