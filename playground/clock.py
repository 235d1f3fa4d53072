"""The clock that the bot lives by: real time plus an offset, moved forward from one due moment to the next.

The bot reports each time it has nothing to do, with its next due moment. A report counts for the version of the clock
that the bot had seen, and only until an update is handed out that it had not received yet.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from playground.changes import Changes
from playground.errors import PersonError
from playground.events import Events
from playground.shapes import JsonObject
from playground.updates import UpdateQueue

LONG_POLL_SECONDS = 20.0
# Without a report for so long there is no bot that reports, and the clock jumps at once.
REPORT_VALID_SECONDS = 60.0
# How often it is looked whether a bot that seems to be gone comes back.
LOOK_AGAIN_SECONDS = 0.1
# How often a bot may say that it is idle and leave what is due undone, before that is called an error.
MOST_KNOCKS = 3


@dataclass(frozen=True, slots=True)
class IdleReport:
    seen: int
    next_due: datetime | None
    last_update_id: int | None


@dataclass(slots=True)
class ClockSetting:
    """What is kept of the clock between runs."""

    offset_seconds: float
    version: int


class Clock:
    def __init__(self, queue: UpdateQueue, events: Events, changes: Changes, being_sent: Callable[[], int]) -> None:
        self._setting = ClockSetting(0.0, 1)
        self._queue = queue
        self._events = events
        self._changes = changes
        self._being_sent = being_sent
        self._report: IdleReport | None = None
        self._handed_out_at_report = 0
        self._reported_at: float | None = None
        self._moving = False
        self._closed = False
        self._listening = 0
        self._turned = asyncio.Event()
        self._next_of_telegram: Callable[[], datetime | None] = lambda: None
        self._after_jump: Callable[[], None] = lambda: None

    def also_visit(self, next_moment: Callable[[], datetime | None], act: Callable[[], None]) -> None:
        """Lets Telegram itself `act` when the clock has jumped, and stop at its own `next_moment` on the way."""
        self._next_of_telegram = next_moment
        self._after_jump = act

    def restore(self, setting: ClockSetting) -> None:
        self._setting = setting

    @property
    def version(self) -> int:
        return self._setting.version

    def now(self) -> datetime:
        return datetime.now(UTC) + timedelta(seconds=self._setting.offset_seconds)

    def unix(self) -> int:
        """Now in whole seconds since 1970, as the Bot API dates messages."""
        return int(time.time() + self._setting.offset_seconds)

    def as_json(self) -> JsonObject:
        due = self._report.next_due if self._report else None
        return {
            "version": self.version,
            "now": self.now().isoformat(),
            "next_due": due.isoformat() if due else None,
            "idle": self.idle,
            "moving": self._moving,
        }

    @property
    def idle(self) -> bool:
        """Whether the bot has said that it is idle, now, with nothing on its way to it or from it."""
        report = self._report
        if report is None or report.seen != self.version:
            return False
        return not self._queue.waiting and not self._being_sent() and self._has_received_all(report)

    def _has_received_all(self, report: IdleReport) -> bool:
        if report.last_update_id is not None:
            return self._queue.last_handed_out <= report.last_update_id
        # A bot that has just started has received nothing: what an earlier one took and confirmed was not for it.
        return self._queue.pending == 0 and self._queue.last_handed_out == self._handed_out_at_report

    def jump(self, moment: datetime) -> None:
        """Sets the clock; the version rises and the bot, which waits for it, is told."""
        offset = (moment - datetime.now(UTC)).total_seconds()
        self._setting = ClockSetting(offset, self.version + 1)
        self._changes.put("clock", "self", self._setting)
        self._after_jump()
        self._events.tell("clock")
        self.stir()

    def stir(self) -> None:
        """Lets everything that waits for the clock, or for the bot to be idle, look again."""
        turned, self._turned = self._turned, asyncio.Event()
        turned.set()

    async def report_idle(self, report: IdleReport, gone: "asyncio.Future[None]") -> JsonObject:
        """Takes a report and answers when the version differs from what the bot has seen, or after 20 s.

        A report counts as long as it waits for its answer: a bot that has `gone` away has stopped or is busy, and one
        that got its answer reports again if it is still idle.
        """
        changed = self._report != report
        self._report = report
        self._handed_out_at_report = self._queue.last_handed_out
        self._reported_at = time.monotonic()
        self.stir()
        if changed:
            self._events.tell("clock")
        await self._listen(report, gone)
        if self._report is report:
            self._report = None
            self.stir()
        self._reported_at = time.monotonic()
        return {"version": self.version, "now": self.now().isoformat()}

    async def _listen(self, report: IdleReport, gone: "asyncio.Future[None]") -> None:
        end = time.monotonic() + LONG_POLL_SECONDS
        self._listening += 1
        try:
            while report.seen == self.version and time.monotonic() < end and not gone.done() and not self._closed:
                await self._until_turned(end, gone)
        finally:
            self._listening -= 1

    def close(self) -> None:
        """Answers every open report, so that the server can stop."""
        self._closed = True
        self.stir()

    async def settle(self, seconds: float) -> JsonObject:
        """Waits until the bot is idle. Raises PersonError 504 after `seconds`."""
        await self._until_idle(seconds, "The bot did not become idle in time.")
        due = self._report.next_due if self._report else None
        return {"now": self.now().isoformat(), "next_due": due.isoformat() if due else None}

    async def forward(self, target: datetime | None, seconds: float) -> JsonObject:
        """Visits each due moment up to `target` in order, waiting each time until the bot is idle.

        Without a target it goes to the next due moment only. `seconds`, of real time, is how long the bot may take at
        each moment: a month may hold a hundred of them.
        Raises PersonError 409 while another move is going on, 504 naming the moment at which the bot did not settle.
        """
        async with self._move():
            if not await self._bot_is_there():
                return self._forward_alone(target)
            return await self._forward_with_bot(target, seconds)

    def _forward_alone(self, target: datetime | None) -> JsonObject:
        if target is not None:
            self.jump(target)
        return {"now": self.now().isoformat(), "visited": [], "bot": False}

    async def _forward_with_bot(self, target: datetime | None, seconds: float) -> JsonObject:
        await self._until_idle(seconds, f"The bot is not idle now, at {self.now().isoformat()}.")
        target = target or self._next_due()
        visited: list[datetime] = []
        knocks = 0
        while target is not None:
            due, own = self._next_due(), self._next_of_telegram()
            if own is not None and own <= min(target, due or target):
                await self._visit(own, seconds)
                continue
            if due is None or due > target:
                break
            if visited and due <= visited[-1]:
                knocks += 1
                if knocks > MOST_KNOCKS:
                    raise PersonError(504, f"The bot says that it is idle, but leaves undone what was due at {due}.")
            else:
                visited.append(due)
            await self._visit(due, seconds)
        if target is not None and self.now() < target:
            await self._visit(target, seconds)
        return {
            "now": self.now().isoformat(),
            "visited": [moment.isoformat() for moment in visited],
            "bot": True,
        }

    async def _visit(self, moment: datetime, seconds: float) -> None:
        self.jump(max(moment, self.now()))
        await self._until_idle(seconds, f"The bot did not become idle in time at {moment.isoformat()}.")

    @asynccontextmanager
    async def _move(self) -> AsyncIterator[None]:
        if self._moving:
            raise PersonError(409, "The clock is being moved already; wait until that is done.")
        self._moving = True
        self._events.tell("clock")
        try:
            yield
        finally:
            self._moving = False
            self._events.tell("clock")

    @property
    def bot_listens(self) -> bool:
        """Whether a report of the bot is open, waiting for the clock to move."""
        return self._listening > 0

    async def _bot_is_there(self) -> bool:
        """Whether a bot that reports is running.

        One that was killed has no connection left; one that is busy, or between two polls, soon has one again.
        """
        reported = self._reported_at is not None and time.monotonic() - self._reported_at < REPORT_VALID_SECONDS
        while reported and not (self.bot_listens or self._queue.poll_open):
            if not self._queue.polling:
                return False
            await self._until_turned(time.monotonic() + LOOK_AGAIN_SECONDS)
        return reported

    def _next_due(self) -> datetime | None:
        return self._report.next_due if self._report else None

    async def _until_idle(self, seconds: float, otherwise: str) -> None:
        end = time.monotonic() + seconds
        while not self.idle:
            if time.monotonic() >= end:
                raise PersonError(504, otherwise)
            await self._until_turned(end)

    async def _until_turned(self, end: float, gone: "asyncio.Future[None] | None" = None) -> None:
        turned = asyncio.ensure_future(self._turned.wait())
        try:
            waited: set[asyncio.Future[Any]] = {turned, gone} if gone else {turned}
            seconds = max(0.0, end - time.monotonic())
            await asyncio.wait(waited, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        finally:
            turned.cancel()
