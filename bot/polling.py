"""Polling that one bad update cannot wedge, and that cannot fall silent unnoticed.

The library parses a batch as a whole: one update with a missing field, and it drops the batch, logs what people wrote,
and asks for the same batch for ever. Here each update is parsed by itself.
"""

import asyncio
import datetime as dt
import json
import time
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Final

import structlog
from telegram import Update
from telegram.error import TelegramError
from telegram.ext import BaseRateLimiter, ExtBot, Updater
from telegram.request import BaseRequest

log = structlog.get_logger(__name__)

ALLOWED_UPDATES: Final = (
    Update.MESSAGE,
    Update.EDITED_MESSAGE,
    Update.CALLBACK_QUERY,
    Update.MY_CHAT_MEMBER,
    Update.CHAT_MEMBER,
    Update.CHAT_JOIN_REQUEST,
    Update.POLL,
    Update.POLL_ANSWER,
)
"""Passed at every start: Telegram leaves out chat_member unless it is asked for by name."""

SILENCE: Final = 300.0
"""Seconds without a successful poll after which the process is ended."""

POLLING_TASK: Final = "Updater:start_polling:polling_task"
"""The name that the library gives its polling task."""

LOOK_EVERY: Final = 5.0
"""Seconds between two looks of the watchdog."""


class GuardedBot(ExtBot[None]):
    """A bot whose `get_updates` keeps what cannot be parsed, skips it and goes on.

    `keep_unreadable(update_id, raw)` stores an update before Telegram is told that we have it, and must bear being
    called twice for one. `on_poll` is called after each poll that succeeded.
    """

    def __init__(
        self,
        token: str,
        *,
        keep_unreadable: Callable[[int, bytes], Awaitable[None]],
        on_poll: Callable[[], None],
        rate_limiter: BaseRateLimiter[None],
        base_url: str = "https://api.telegram.org/bot",
        base_file_url: str = "https://api.telegram.org/file/bot",
        request: BaseRequest | None = None,
        get_updates_request: BaseRequest | None = None,
    ) -> None:
        super().__init__(
            token,
            base_url=base_url,
            base_file_url=base_file_url,
            request=request,
            get_updates_request=get_updates_request,
            rate_limiter=rate_limiter,
        )
        self._keep_unreadable = keep_unreadable
        self._on_poll = on_poll
        self._skipped_up_to = 0

    async def get_updates(
        self,
        offset: int | None = None,
        limit: int | None = None,
        timeout: int | dt.timedelta | None = None,  # noqa: ASYNC109 - Telegram's parameter, of the long poll
        allowed_updates: Sequence[str] | None = None,
        **options: Any,  # noqa: ANN401 - the library's time-outs and api_kwargs, passed on
    ) -> tuple[Update, ...]:
        """Those updates of the batch that come before the next unreadable one. That one stands first in the next poll.

        So whatever a poll confirms has been put into the queue, or kept. Raises TelegramError, also when an
        unreadable update could not be kept: then it is fetched again.
        """
        seconds = timeout.total_seconds() if isinstance(timeout, dt.timedelta) else float(timeout or 0)
        options.setdefault("read_timeout", (self._request[0].read_timeout or 0.0) + seconds)
        batch = await self._post(
            "getUpdates",
            {
                "offset": max(offset or 0, self._skipped_up_to) or None,
                "limit": limit,
                "timeout": timeout,
                "allowed_updates": allowed_updates,
            },
            **options,
        )
        updates = await self._readable(batch)
        self._on_poll()
        return updates

    async def _readable(self, batch: Sequence[Any]) -> tuple[Update, ...]:
        updates: list[Update] = []
        for raw in batch:
            try:
                updates.append(Update.de_json(raw, self))
            except Exception as error:  # noqa: BLE001 - the library raises whatever its constructors do
                if updates:
                    break
                await self._skip(raw, error)
        return tuple(updates)

    async def _skip(self, raw: Any, reason: Exception) -> None:  # noqa: ANN401 - whatever came
        update_id = raw.get("update_id") if isinstance(raw, dict) else None
        if not isinstance(update_id, int):
            raise TelegramError("Telegram sent an update without an id") from None
        log.error("update_skipped", update_id=update_id, error=type(reason).__name__)
        try:
            await self._keep_unreadable(update_id, json.dumps(raw).encode())
        except Exception as error:
            log.warning("unreadable_update_not_kept", update_id=update_id, error=type(error).__name__)
            raise TelegramError("An unreadable update could not be kept; it will be fetched again") from error
        self._skipped_up_to = update_id + 1


class PollingWatchdog:
    """Ends the process when the bot has gone deaf: no poll succeeded for too long, or the polling task died.

    `watch` may start before polling does: the silence counts from there. `end` gets the exit code, once.
    """

    def __init__(
        self,
        *,
        end: Callable[[int], object],
        silence: float = SILENCE,
        now: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._end = end
        self._silence = silence
        self._now = now
        self._sleep = sleep
        self._last_success = now()

    def poll_succeeded(self) -> None:
        self._last_success = self._now()

    async def watch(self, updater: Updater) -> None:
        """Looks until something is wrong, or until it is cancelled."""
        self._last_success = self._now()
        seen_alive = False
        while True:
            await self._sleep(LOOK_EVERY)
            alive = polling_task_lives()
            seen_alive = seen_alive or alive
            silent_for = self._now() - self._last_success
            # While the updater stops, its task ends with its consent.
            if seen_alive and not alive and updater.running:
                log.critical("polling_died", silent_seconds=round(silent_for))
                break
            if silent_for >= self._silence:
                log.critical("polling_silent", silent_seconds=round(silent_for))
                break
        self._end(1)


def polling_task_lives() -> bool:
    return any(task.get_name() == POLLING_TASK for task in asyncio.all_tasks())
