"""The clock as a setting: the system's, or an address from which the time comes (design.md, section 4).

To the address the bot reports, whenever it is idle, its next due moment; from it, it takes a new time, upon which the
heartbeat beats at once. Whatever counts in real seconds (pauses, time-outs, Telegram's limits) never asks a clock.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final, Protocol

import httpx
import structlog
from pydantic import AwareDatetime, BaseModel, ConfigDict, ValidationError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.idleness import Idleness, IdleState

log = structlog.get_logger(__name__)

ANSWERS_WITHIN: Final = 30.0
"""Seconds after which a held answer is given up; the address answers within 20."""

FIRST_PAUSE: Final = 0.2
LONGEST_PAUSE: Final = 5.0


class RunningClock(Protocol):
    """A clock as the running bot has one: started before anything asks the time, stopped last of all."""

    def now(self) -> datetime: ...

    async def start(self) -> None: ...

    def follow(self, idleness: Idleness, wake: Callable[[], None]) -> None:
        """From now on tell when the bot is idle, and `wake` it when the time was changed."""

    async def stop(self) -> None: ...


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(UTC)

    async def start(self) -> None:
        """The system's clock runs already."""

    def follow(self, idleness: Idleness, wake: Callable[[], None]) -> None:
        """Nobody sets this clock, so nobody has to know."""

    async def stop(self) -> None:
        """Nothing was started."""


class _TimeGiven(BaseModel):
    model_config = ConfigDict(extra="ignore")

    version: int
    now: AwareDatetime


@dataclass(frozen=True, slots=True)
class _Setting:
    """The time as it was given last, and when that was in monotonic seconds."""

    version: int
    given: datetime
    at: float


class SettableClock:
    """Runs on monotonic time from the last time given: also while the address cannot be reached."""

    def __init__(
        self,
        address: str,
        *,
        monotonic: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._address = address.rstrip("/")
        self._monotonic = monotonic
        self._sleep = sleep
        self._client: httpx.AsyncClient | None = None
        self._setting: _Setting | None = None
        self._following: asyncio.Task[None] | None = None

    def now(self) -> datetime:
        """Raises RuntimeError before `start`."""
        if self._setting is None:
            raise RuntimeError("the clock was not started: it has no time yet")
        elapsed = self._monotonic() - self._setting.at
        return self._setting.given.astimezone(UTC) + timedelta(seconds=elapsed)

    async def start(self) -> None:
        """Fetch the time, as often as it takes: without it nothing may happen."""
        # The address is on this machine or next to it: a proxy from the environment is not meant for it.
        self._client = httpx.AsyncClient(timeout=httpx.Timeout(5.0, read=ANSWERS_WITHIN), trust_env=False)
        pause = FIRST_PAUSE
        while True:
            try:
                self._take(await self._ask("GET", "", None))
            except (httpx.HTTPError, ValidationError) as error:
                log.warning("clock_not_reached", error=type(error).__name__, again_in_seconds=pause)
                await self._sleep(pause)
                pause = min(pause * 2, LONGEST_PAUSE)
            else:
                return

    def follow(self, idleness: Idleness, wake: Callable[[], None]) -> None:
        self._following = asyncio.create_task(self._report(idleness, wake), name="clock")

    async def stop(self) -> None:
        if self._following is not None:
            self._following.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._following
        if self._client is not None:
            await self._client.aclose()

    async def _report(self, idleness: Idleness, wake: Callable[[], None]) -> None:
        pause = FIRST_PAUSE
        while True:
            try:
                given = await self._while_so(await idleness.until_idle(), idleness)
            except Exception as error:  # noqa: BLE001 - without reports the clock could not be put forward any more
                log.info("clock_not_reached", error=type(error).__name__, again_in_seconds=pause)
                await self._sleep(pause)
                pause = min(pause * 2, LONGEST_PAUSE)
                continue
            pause = FIRST_PAUSE
            if given is not None and given.version != self._version:
                self._take(given)
                log.info("clock_set", version=given.version)
                wake()

    async def _while_so(self, state: IdleState, idleness: Idleness) -> _TimeGiven | None:
        """The answer to the report that we are idle; None when that is no longer so, and the report is taken back.

        Dropping the connection takes it back: the address then knows that we are busy.
        """
        report: dict[str, object] = {
            "seen": self._version,
            "next_due": state.next_due.isoformat() if state.next_due else None,
            "last_update_id": state.last_update_id,
        }
        posted = asyncio.create_task(self._ask("POST", "/idle", report))
        changed = asyncio.create_task(idleness.until_other_than(state))
        try:
            await asyncio.wait({posted, changed}, return_when=asyncio.FIRST_COMPLETED)
            return posted.result() if posted.done() else None
        finally:
            await _cancelled(posted, changed)

    @property
    def _version(self) -> int | None:
        return None if self._setting is None else self._setting.version

    def _take(self, given: _TimeGiven) -> None:
        self._setting = _Setting(given.version, given.now, self._monotonic())

    async def _ask(self, method: str, path: str, body: dict[str, object] | None) -> _TimeGiven:
        if self._client is None:
            raise RuntimeError("the clock was not started")
        response = await self._client.request(method, f"{self._address}{path}", json=body)
        response.raise_for_status()
        return _TimeGiven.model_validate_json(response.content)


async def _cancelled(*tasks: asyncio.Task[_TimeGiven] | asyncio.Task[None]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
