"""The one limiter: every request to Telegram but getUpdates goes through it.

Telegram allows about 30 messages a second in all, one a second to a private chat and 20 a minute to a group. A request
counts from its start until the window after its end, since Telegram counts it somewhere in between: so the limits hold
whatever the network does. A chat has one message under way at a time, which keeps its messages in order too.

Telegram does not say which limit a 429 is about. So after one to a message all messages halt for as long as it says,
and with them whatever else is asked; after one to another method (setMyCommands has its own limits) only that method.
"""

import asyncio
import datetime as dt
import heapq
import itertools
import time
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any, Final

import structlog
from telegram.error import RetryAfter, TelegramError
from telegram.ext import BaseRateLimiter

from bot.handling import Handling, current_handling
from bot.inbox import pause_until
from scheduling.failure import perhaps_delivered

log = structlog.get_logger(__name__)

JsonAnswer = bool | dict[str, Any] | list[dict[str, Any]]
ChatKey = int | str

TOTAL: Final = 29
"""Messages within a second, one less than Telegram allows."""
GROUP_TOTAL: Final = 20
"""Messages, and edits of them, within a minute in one group."""
SLACK: Final = 0.02
"""Seconds added to every window and halt, against rounding in clocks on both sides."""
SECOND: Final = 1 + SLACK
MINUTE: Final = 60 + SLACK
TRIES: Final = 4
"""How often a reply is sent in all when Telegram keeps answering 429."""
FORGET_ABOVE: Final = 500
"""So many chats are remembered before those that are idle are forgotten."""

REPLY: Final = 0
OUTBOX: Final = 1

NOT_A_MESSAGE: Final = frozenset({"sendChatAction"})


def carries_a_message(endpoint: str) -> bool:
    """People see a new or another message because of it."""
    return endpoint not in NOT_A_MESSAGE and endpoint.startswith(("send", "copyMessage", "forwardMessage", "edit"))


def counts_as_message(endpoint: str, chat: ChatKey | None) -> bool:
    """Telegram counts it against its limits: what is sent, and in a group what is edited."""
    if not carries_a_message(endpoint):
        return False
    return is_group(chat) or not endpoint.startswith("edit")


def is_group(chat: ChatKey | None) -> bool:
    """Groups and channels have negative ids or a public name."""
    return isinstance(chat, str) or (chat is not None and chat < 0)


def chat_of(data: dict[str, Any]) -> ChatKey | None:
    chat = data.get("chat_id")
    if isinstance(chat, str) and chat.removeprefix("-").isdecimal():
        return int(chat)
    return chat if isinstance(chat, int | str) else None


@dataclass(slots=True)
class _Chat:
    """The pace of one chat: when its last messages ended, and whether one is under way."""

    group: bool
    under_way: bool = False
    ended: deque[float] = field(default_factory=deque)
    parked: list["_Turn"] = field(default_factory=list)

    def free_at(self, now: float) -> float:
        """The moment from which the next message may start, if none is under way."""
        most, window = (GROUP_TOTAL, MINUTE) if self.group else (1, SECOND)
        while self.ended and self.ended[0] + window <= now:
            self.ended.popleft()
        return now if len(self.ended) < most else self.ended[-most] + window

    def is_idle(self, now: float) -> bool:
        self.free_at(now)
        return not (self.under_way or self.parked or self.ended)


@dataclass(slots=True, order=True)
class _Turn:
    """A place in the row. Replies go before the outbox, and who came first goes first."""

    priority: int
    number: int
    chat: ChatKey = field(compare=False)
    granted: asyncio.Future[None] = field(compare=False)


class Limiter(BaseRateLimiter[None]):
    """Paces messages, halts after a 429, and lets nothing be said about an update that is not yet applied.

    `paced=False` turns the pacing off, for benchmarks; halts and `before_reply` stay. Times are monotonic seconds.
    A 429 on a message of the outbox is raised to the outbox, which decides; everything else is tried again.
    `before_leaving` is awaited when it is the turn of a message that answers no update; what it raises stops it.
    """

    def __init__(
        self,
        *,
        paced: bool = True,
        before_leaving: Callable[[], Awaitable[None]] | None = None,
        now: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._paced = paced
        self._before_leaving = before_leaving
        self._now = now
        self._sleep = sleep
        self._numbers = itertools.count()
        self._chats: dict[ChatKey, _Chat] = {}
        self._ready: list[_Turn] = []
        self._later: list[tuple[float, _Turn]] = []
        self._under_way = 0
        self._ended: deque[float] = deque()
        self._halted_until = 0.0
        self._stopping = asyncio.Event()
        self._methods_halted_until: dict[str, float] = {}
        self._alarm: asyncio.Task[None] | None = None
        self._alarm_at = 0.0

    async def initialize(self) -> None:
        self._stopping.clear()

    async def shutdown(self) -> None:
        """Ends the waiting: whoever still waits for a turn is cancelled."""
        if self._alarm is not None:
            self._alarm.cancel()
            self._alarm = None
        for turn in self._waiting():
            turn.granted.cancel()
        self._ready.clear()
        self._later.clear()
        for chat in self._chats.values():
            chat.parked.clear()

    def give_up_waiting(self) -> None:
        """The process is to stop: from now on nothing waits for the end of a halt, but raises RetryAfter instead."""
        self._stopping.set()
        halted_for = self._halted_until - self._now()
        if halted_for > 0:
            for turn in self._waiting():
                if not turn.granted.done():
                    turn.granted.set_exception(_retry_after(halted_for))

    def _waiting(self) -> list[_Turn]:
        parked = [turn for chat in self._chats.values() for turn in chat.parked]
        return [*self._ready, *(turn for _, turn in self._later), *parked]

    async def process_request(  # noqa: PLR0917 - the library's signature
        self,
        callback: Callable[..., Coroutine[Any, Any, JsonAnswer]],
        args: Any,  # noqa: ANN401 - the library's signature
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: None,
    ) -> JsonAnswer:
        handling = current_handling()
        chat = chat_of(data)
        number = next(self._numbers)
        for tries_left in reversed(range(TRIES)):
            try:
                return await self._request(lambda: callback(*args, **kwargs), endpoint, chat, handling, number)
            except RetryAfter as error:
                self._halt(endpoint, chat, error)
                for_outbox = handling is None and carries_a_message(endpoint)
                if for_outbox or not tries_left or self._stopping.is_set():
                    raise
        raise AssertionError("the last try returns or raises")

    async def _request(
        self,
        call: Callable[[], Coroutine[Any, Any, JsonAnswer]],
        endpoint: str,
        chat: ChatKey | None,
        handling: Handling | None,
        number: int,
    ) -> JsonAnswer:
        if not (self._paced and chat is not None and counts_as_message(endpoint, chat)):
            await self._until_no_halt(endpoint)
            return await self._call(call, endpoint, handling)
        await self._take_turn(chat, OUTBOX if handling is None else REPLY, number)
        try:
            return await self._call(call, endpoint, handling)
        finally:
            self._leave(chat)

    async def _call(
        self, call: Callable[[], Coroutine[Any, Any, JsonAnswer]], endpoint: str, handling: Handling | None
    ) -> JsonAnswer:
        if not carries_a_message(endpoint):
            return await call()
        if handling is None:
            if self._before_leaving is not None:
                await self._before_leaving()
            return await call()
        await handling.before_reply()
        try:
            answer = await call()
        except TelegramError as error:
            if perhaps_delivered(error) and not endpoint.startswith("edit"):
                handling.note_said()
            raise
        if not endpoint.startswith("edit"):
            handling.note_said()
        return answer

    def _halt(self, endpoint: str, chat: ChatKey | None, error: RetryAfter) -> None:
        given = error.retry_after
        seconds = given.total_seconds() if isinstance(given, dt.timedelta) else float(given)
        until = self._now() + seconds + SLACK
        log.warning("telegram_asks_to_wait", method=endpoint, chat=chat, seconds=seconds)
        if carries_a_message(endpoint):
            self._halted_until = max(self._halted_until, until)
            self._grant()
        else:
            self._methods_halted_until[endpoint] = until

    async def _until_no_halt(self, endpoint: str) -> None:
        while (wait := max(self._halted_until, self._methods_halted_until.get(endpoint, 0.0)) - self._now()) > 0:
            if self._stopping.is_set():
                raise _retry_after(wait)
            await pause_until(self._stopping, wait, self._sleep)

    async def _take_turn(self, chat: ChatKey, priority: int, number: int) -> None:
        halted_for = self._halted_until - self._now()
        if halted_for > 0 and self._stopping.is_set():
            raise _retry_after(halted_for)
        turn = _Turn(priority, number, chat, asyncio.get_running_loop().create_future())
        self._chats.setdefault(chat, _Chat(is_group(chat)))
        heapq.heappush(self._ready, turn)
        self._grant()
        try:
            await turn.granted
        except asyncio.CancelledError:
            if turn.granted.done() and not turn.granted.cancelled() and turn.granted.exception() is None:
                self._leave(chat)
            raise

    def _leave(self, key: ChatKey) -> None:
        """A message has been sent, or failed, or was given up: from now on its windows run."""
        now = self._now()
        chat = self._chats[key]
        chat.under_way = False
        chat.ended.append(now)
        self._under_way -= 1
        self._ended.append(now)
        for turn in chat.parked:
            heapq.heappush(self._ready, turn)
        chat.parked.clear()
        self._grant()
        self._forget_idle(now)

    def _grant(self) -> None:
        """Lets go whoever may go now, and sets the alarm for the next who may."""
        now = self._now()
        while self._later and self._later[0][0] <= now:
            heapq.heappush(self._ready, heapq.heappop(self._later)[1])
        while self._ready and self._open_at(now) <= now:
            self._place(heapq.heappop(self._ready), now)
        next_times = [self._later[0][0]] if self._later else []
        if self._ready:
            next_times.append(self._open_at(now))
        self._set_alarm(min(next_times, default=float("inf")))

    def _place(self, turn: _Turn, now: float) -> None:
        if turn.granted.done():
            return
        chat = self._chats[turn.chat]
        if chat.under_way:
            chat.parked.append(turn)
        elif (free_at := chat.free_at(now)) > now:
            heapq.heappush(self._later, (free_at, turn))
        else:
            chat.under_way = True
            self._under_way += 1
            turn.granted.set_result(None)

    def _open_at(self, now: float) -> float:
        """The moment from which a message may start at all; infinity when one under way must end first."""
        while self._ended and self._ended[0] + SECOND <= now:
            self._ended.popleft()
        if self._under_way + len(self._ended) < TOTAL:
            return max(self._halted_until, now)
        return max(self._halted_until, self._ended[0] + SECOND) if self._ended else float("inf")

    def _set_alarm(self, at: float) -> None:
        if self._alarm is not None and not self._alarm.done():
            if self._alarm_at == at:
                return
            self._alarm.cancel()
        self._alarm = None
        if at < float("inf"):
            self._alarm_at = at
            self._alarm = asyncio.create_task(self._ring(at - self._now()), name="limiter:alarm")

    async def _ring(self, seconds: float) -> None:
        await self._sleep(seconds)
        self._alarm = None
        self._grant()

    def _forget_idle(self, now: float) -> None:
        if len(self._chats) > FORGET_ABOVE:
            waiting = {turn.chat for turn in self._ready} | {turn.chat for _, turn in self._later}
            self._chats = {key: chat for key, chat in self._chats.items() if key in waiting or not chat.is_idle(now)}


def _retry_after(seconds: float) -> RetryAfter:
    return RetryAfter(dt.timedelta(seconds=seconds))
