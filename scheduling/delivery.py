"""The outbox leaves: what is due is given its words, sent, and what became of it is written down.

What becomes of a message:

1. It is due, and the earlier ones to the same person or chat are settled: its obstacles are looked at
   (services/outbox.py).
2. Its words are made now, from the state of now. Without a reason any more it is withdrawn.
3. When it is its turn in the limiter it is claimed: "sending", one delivery more (scheduling/departure.py).
4. The outcome is written: sent; failed, when Telegram said no for good; back in the queue, when it is worth trying
   again. A try that may have arrived counts as a delivery, and there are never more than two.
5. The process died in between: at the next start it is put back, or failed when it had its two deliveries.
"""

from __future__ import annotations

import asyncio
import sqlite3
import time
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

import structlog
from telegram.error import ChatMigrated, RetryAfter, TelegramError

from domain.chat import Why as ChatWhy
from domain.outbox import Delivered, Kind, OutboxMessage, Why
from scheduling.departure import CURRENT, Departure, HeldBackError
from scheduling.failure import Failure, judge, judge_in_group
from scheduling.line import Line, Rests
from scheduling.words import Errand, Nothing, StopPoll

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping
    from datetime import datetime

    from messages.doorkeeper import Doorkeeper
    from messages.message import Sender
    from scheduling.words import GroupRenderer, Leaving, Materials, Renderer
    from services.catalogue import Services
    from services.outbox import Letter

log = structlog.get_logger(__name__)

T = TypeVar("T")

AT_ONCE: Final = 40
"""People written to side by side: more than Telegram takes in a second, so that the limiter is never short of work."""

LOOKED_AT: Final = 4 * AT_ONCE
"""Due rows read at a time; several may be for one person, who gets them one by one."""

WRITE_PAUSES: Final = (0.05, 0.2, 1.0, 5.0)
"""Seconds between the tries to write an outcome down while the database is busy."""


class _UnderWay(NamedTuple):
    task: asyncio.Task[None]
    departure: Departure


class Delivery:
    """Sends what is due. `now` is the bot's clock; pauses are real, monotonic seconds.

    The sender must ask scheduling.departure.before_leaving before each request that carries a message.
    """

    def __init__(
        self,
        services: Services,
        sender: Sender,
        words: Mapping[Kind, Renderer],
        materials: Callable[[datetime], Materials],
        *,
        now: Callable[[], datetime],
        probe: Callable[[], Awaitable[object]],
        new_error_id: Callable[[], str],
        group_words: Mapping[Kind, GroupRenderer] = MappingProxyType({}),
        doorkeeper: Doorkeeper | None = None,
        monotonic: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        """`probe` asks Telegram something without effect (getMe), and raises TelegramError while it is away.

        `doorkeeper` is needed as soon as one of `group_words` does something in a chat.
        """
        self._services = services
        self._group_words = group_words
        self._doorkeeper = doorkeeper
        self._outbox = services.outbox
        self._sender = sender
        self._words = words
        self._materials = materials
        self._now = now
        self._new_error_id = new_error_id
        self._sleep = sleep
        self._line = Line(probe, on_open=self._tell, monotonic=monotonic, sleep=sleep)
        self._rests = Rests(monotonic)
        self._under_way: dict[int, _UnderWay] = {}
        self._stopping = False
        # Told whenever there is room again; the heartbeat wires it.
        self.on_change: Callable[[], None] = lambda: None

    @property
    def busy(self) -> bool:
        return bool(self._under_way)

    async def recover(self) -> None:
        """Once, before the first beat: settle or put back what an earlier life of the process was sending."""
        left = await self._outbox.recover(self._now())
        if left:
            log.warning("messages_left_sending", number=left)

    async def send_due(self, now: datetime) -> None:
        """Begin to send what is due, as far as there is room; the first of each person's."""
        while self._has_room():
            occupied = self._rests.resting() | self._under_way.keys()
            waiting = await self._outbox.waiting(now, LOOKED_AT, apart_from=occupied)
            for row in waiting:
                if self._has_room() and row.lane not in self._under_way:
                    self._begin(row.id, row.lane)
            if len(waiting) < LOOKED_AT:
                return

    async def finish(self) -> None:
        """Wait for what is under way, and for nothing that is not."""
        while self._under_way:
            await asyncio.wait({attempt.task for attempt in self._under_way.values()})

    async def stop(self) -> None:
        """What is leaving gets its outcome; what still waits for its turn stays in the queue."""
        self._stopping = True
        for attempt in self._under_way.values():
            if not attempt.departure.leaving:
                attempt.task.cancel()
        await self.finish()
        await self._line.stop()

    def _has_room(self) -> bool:
        return self._line.is_open and not self._stopping and len(self._under_way) < AT_ONCE

    def _begin(self, message_id: int, lane: int) -> None:
        departure = Departure(lambda: self._claim(message_id))
        task = asyncio.create_task(self._attempt(message_id, lane, departure), name=f"outbox:{message_id}")
        self._under_way[lane] = _UnderWay(task, departure)
        task.add_done_callback(lambda _: self._end(lane))

    def _end(self, lane: int) -> None:
        del self._under_way[lane]
        self._tell()

    def _tell(self) -> None:
        self.on_change()

    async def _claim(self, message_id: int) -> bool:
        """Not into a line that broke while it waited for its turn, nor when the process is to stop."""
        return self._line.is_open and not self._stopping and await self._outbox.claim(message_id)

    async def _attempt(self, message_id: int, lane: int, departure: Departure) -> None:
        CURRENT.set(departure)
        try:
            letter = await self._outbox.open(message_id, self._now())
            words = None if letter is None else await self._made(letter)
            if letter is not None and words is not None:
                await self._send(letter, words, departure)
        except Exception as error:  # noqa: BLE001 - one message at a time: the others go on
            log.error("delivery_interrupted", message_id=message_id, error=type(error).__name__)  # noqa: TRY400 - a traceback may show what people wrote
            self._rests.failed(lane)

    async def _made(self, letter: Letter) -> Leaving | None:
        """What is to leave; None when there is nothing, and the message is settled."""
        message = letter.message
        try:
            words = await self._rendered(letter)
        except sqlite3.OperationalError:
            raise
        except Exception as error:  # noqa: BLE001 - a text that cannot be made stops its own message only
            await self._fail(message, Why.NO_WORDS, error)
            return None
        if isinstance(words, Nothing):
            await self._outbox.withdraw(message, words.reason, self._now())
            return None
        return words

    async def _rendered(self, letter: Letter) -> Leaving | Nothing:
        message, materials = letter.message, self._materials(self._now())
        if letter.recipient is not None:
            return await self._words[message.kind](materials, message, letter.recipient)
        if letter.group is None:
            raise ValueError("a letter to nobody")
        return await self._group_words[message.kind](materials, message, letter.group)

    async def _send(self, letter: Letter, words: Leaving, departure: Departure) -> None:
        message = letter.message
        try:
            delivered = await self._hand_over(letter, words, departure)
        except HeldBackError:
            return
        except TelegramError as error:
            await self._take(error, letter)
            return
        except Exception as error:
            if not departure.claimed:
                raise
            await self._fail(message, Why.REFUSED, error)
            return
        if not departure.claimed:
            # To leave it queued would be to send it for ever.
            log.error("message_left_unclaimed", message_id=message.id)
        await self._written(partial(self._outbox.sent, message, delivered, self._now()))
        self._line.works()
        self._rests.over(message.lane)

    async def _hand_over(self, letter: Letter, words: Leaving, departure: Departure) -> Delivered:
        chat_id, replaced = letter.chat_id, letter.replaced_message_id
        if isinstance(words, StopPoll):
            await departure.leave()
            return await self._stop_poll(words, chat_id)
        if isinstance(words, Errand):
            if self._doorkeeper is None:
                raise ValueError("nobody to do it")
            # Whatever it asks of Telegram is one errand, of which the limiter sees the parts.
            await departure.leave()
            return await words.do(self._doorkeeper, chat_id)
        if words.poll is not None:
            return await self._sender.send_poll(chat_id, words)
        if replaced is None:
            return Delivered(message_id=await self._sender.send(chat_id, words), chat_id=chat_id)
        now_in = await self._sender.change(chat_id, replaced, words)
        return Delivered(message_id=now_in, chat_id=chat_id, missing=now_in != replaced)

    async def _stop_poll(self, poll: StopPoll, chat_id: int) -> Delivered:
        """A poll in a chat that goes on under another id stays behind there, out of everybody's reach."""
        try:
            return await self._sender.stop_poll(poll.chat_id or chat_id, poll.message_id)
        except ChatMigrated:
            if poll.chat_id in {None, chat_id}:
                raise
            return Delivered(message_id=poll.message_id, chat_id=poll.chat_id, missing=True)

    async def _take(self, error: TelegramError, letter: Letter) -> None:
        """Write down what an error means, and draw the conclusions for what comes after it."""
        message = letter.message
        if letter.group is not None and await self._take_of_chat(error, letter):
            return
        match judge(error) if letter.group is None else judge_in_group(error):
            case Failure.UNREACHABLE:
                log.info("recipient_unreachable", message_id=message.id, person_id=message.recipient_id)
                await self._written(partial(self._outbox.lose, message, self._now()))
            case Failure.REFUSED:
                await self._fail(message, Why.REFUSED, error)
            case Failure.WAIT:
                self._line.halt(_seconds(error))
                await self._put_back(message, undelivered=True)
            case Failure.UNDELIVERED:
                self._note_broken(message, error)
                await self._put_back(message, undelivered=True)
            case Failure.PERHAPS_DELIVERED:
                self._note_broken(message, error)
                await self._put_back(message, undelivered=False)

    async def _take_of_chat(self, error: TelegramError, letter: Letter) -> bool:
        """What an error says of the chat as a whole; then the message waits for what becomes of that."""
        chats, chat_id, now = self._services.chats, letter.chat_id, self._now()
        match judge_in_group(error):
            case Failure.MIGRATED if isinstance(error, ChatMigrated):
                conclude = partial(chats.migrated, chat_id, error.new_chat_id, now)
            case Failure.PUT_OUT:
                conclude = partial(chats.lost, chat_id, ChatWhy.REMOVED, now)
            case Failure.GONE:
                conclude = partial(chats.lost, chat_id, ChatWhy.GONE, now)
            case Failure.POWERLESS:
                conclude = partial(chats.powerless, chat_id, now)
            case _:
                return False
        log.info("chat_cannot_take_it", message_id=letter.message.id, error=type(error).__name__)
        # In this order, since what waits for a chat that is lost may go to each member in private.
        await self._put_back(letter.message, undelivered=True)
        await self._written(conclude)
        return True

    def _note_broken(self, message: OutboxMessage, error: TelegramError) -> None:
        log.warning("message_not_sent", message_id=message.id, error=type(error).__name__)
        self._line.broke()
        self._rests.failed(message.lane)

    async def _put_back(self, message: OutboxMessage, *, undelivered: bool) -> None:
        again = await self._written(partial(self._outbox.put_back, message.id, self._now(), undelivered=undelivered))
        if not again:
            self._rests.over(message.lane)
            log.error("message_perhaps_delivered_twice", message_id=message.id, kind=message.kind)

    async def _fail(self, message: OutboxMessage, why: Why, error: Exception) -> None:
        """For good, and through no fault of the recipient: somebody has to look at it."""
        error_id = self._new_error_id()
        log.error(
            "message_failed",
            message_id=message.id,
            kind=message.kind,
            why=why,
            error_id=error_id,
            error=type(error).__name__,
        )
        await self._written(partial(self._outbox.fail, message, why, self._now()))
        if message.kind is not Kind.ERROR_REPORTED:
            await self._services.errors.report(error_id, self._now())

    async def _written(self, write: Callable[[], Awaitable[T]]) -> T:
        """Raises what stands in the way for longer; the row then stays "sending" until the next start."""
        for pause in WRITE_PAUSES:
            try:
                return await write()
            except sqlite3.OperationalError as error:
                log.warning("outcome_not_written", error=type(error).__name__, again_in_seconds=pause)
                await self._sleep(pause)
        return await write()


def _seconds(error: TelegramError) -> float:
    if not isinstance(error, RetryAfter):
        raise TypeError("only a RetryAfter says how long to wait")
    given = error.retry_after
    return float(given) if isinstance(given, int) else given.total_seconds()
