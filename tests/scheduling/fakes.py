"""Recording fakes: a sender that does what it is told, a clock that stands where it is put."""

from __future__ import annotations

import asyncio
import itertools
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import httpx
from telegram.error import BadRequest, Forbidden, NetworkError, TimedOut

from domain.outbox import Delivered, Kind, SentPoll
from messages.message import Message
from scheduling.delivery import Delivery
from scheduling.departure import before_leaving
from scheduling.heartbeat import Heartbeat
from scheduling.words import Materials, Nothing
from services.catalogue import Services
from services.notices import notify
from tests.services.inline_worker import InlineWorker
from texts.speech import Html, Texts

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import timedelta

    from domain.outbox import OutboxMessage
    from domain.person import Person
    from storage.database import Database

# A Tuesday at noon in Amsterdam, in no holiday.
NOON = datetime(2027, 1, 19, 11, 0, tzinfo=UTC)


class HandSetClock:
    def __init__(self, moment: datetime = NOON) -> None:
        self.moment = moment

    def now(self) -> datetime:
        return self.moment

    def forward(self, by: timedelta) -> None:
        self.moment += by


class RealTime:
    """Monotonic seconds of which a sleep takes none: pauses are over at once, and are written down."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.slept: list[float] = []
        # Until it is set, a sleep goes on.
        self.gate: asyncio.Event | None = None

    def monotonic(self) -> float:
        return self.seconds

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        if self.gate is not None:
            await self.gate.wait()
        self.seconds += seconds
        await asyncio.sleep(0)


def timed_out() -> TimedOut:
    """The request went out, and nothing came back: it may have arrived."""
    error = TimedOut()
    error.__cause__ = httpx.ReadTimeout("nothing came back")
    return error


def not_connected() -> NetworkError:
    """No connection was made: it certainly did not arrive."""
    error = NetworkError("httpx.ConnectError")
    error.__cause__ = httpx.ConnectError("refused")
    return error


def server_error() -> NetworkError:
    return NetworkError("Internal Server Error")


def blocked() -> Forbidden:
    return Forbidden("Forbidden: bot was blocked by the user")


def no_such_chat() -> BadRequest:
    return BadRequest("Chat not found")


@dataclass(frozen=True, slots=True)
class Sent:
    chat_id: int
    html: str
    replaced: int | None = None


class Gate:
    """Before it every message waits until it is opened."""

    def __init__(self) -> None:
        self._reached: asyncio.Queue[None] = asyncio.Queue()
        self._opened = asyncio.Event()
        self.number = 0

    async def go_through(self) -> None:
        self.number += 1
        self._reached.put_nowait(None)
        await self._opened.wait()

    async def reached_by(self, number: int) -> None:
        for _ in range(number):
            await self._reached.get()

    def open(self) -> None:
        self._opened.set()


@dataclass
class RecordingSender:
    """Keeps what arrived. An entry of `errors` is raised instead: before it arrives, or after it as well."""

    arrived: list[Sent] = field(default_factory=list)
    errors: list[Exception] = field(default_factory=list)
    # Of one chat alone.
    errors_in: dict[int, list[Exception]] = field(default_factory=dict)
    # Raised, with the message delivered all the same.
    after: bool = False
    gate: Gate | None = None
    _ids: itertools.count[int] = field(default_factory=lambda: itertools.count(1001))

    async def send(self, chat_id: int, message: Message) -> int:
        await self._bring(Sent(chat_id, str(message.html)))
        return next(self._ids)

    async def send_poll(self, chat_id: int, message: Message) -> Delivered:
        number = await self.send(chat_id, message)
        options = message.poll.options if message.poll else ()
        names = tuple(f"option-{number}-{position}" for position, _ in enumerate(options))
        return Delivered(
            message_id=number,
            chat_id=chat_id,
            poll=SentPoll(telegram_poll_id=f"poll-{number}", persistent_ids=names),
        )

    async def stop_poll(self, chat_id: int, message_id: int) -> Delivered:
        await self._bring(Sent(chat_id, "(poll stopped)", replaced=message_id))
        return Delivered(message_id=message_id, chat_id=chat_id)

    async def change(self, chat_id: int, message_id: int, message: Message) -> int:
        await self._bring(Sent(chat_id, str(message.html), replaced=message_id))
        return message_id

    async def without_buttons(self, chat_id: int, message_id: int) -> None:
        raise AssertionError("the delivery takes no buttons away")

    async def _bring(self, sent: Sent) -> None:
        if self.gate is not None:
            await self.gate.go_through()
        await before_leaving()
        waiting = self.errors_in.get(sent.chat_id) or self.errors
        error = waiting.pop(0) if waiting else None
        if error is None or self.after:
            self.arrived.append(sent)
        if error is not None:
            raise error

    @property
    def times(self) -> Counter[str]:
        return Counter(sent.html for sent in self.arrived)


async def say_what_it_is(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    """Words that tell which row they are for."""
    if message.detail == "gone":
        return Nothing("its reason is gone")
    if message.detail == "broken":
        raise KeyError("a text is missing")
    return Message(Html(f"{message.kind} {message.id}"))


class Scene:
    """A bot without Telegram: real services on a real database, a fake sender, clocks set by hand."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.services = Services.over(database, InlineWorker())
        self.clock = HandSetClock()
        self.time = RealTime()
        self.sender = RecordingSender()
        self.probe_errors: list[Exception] = []
        self.error_ids = itertools.count(1)
        self.restart()

    def restart(self) -> None:
        """A new life of the process: what was in memory is gone."""
        self.delivery = Delivery(
            self.services,
            self.sender,
            dict.fromkeys(Kind, say_what_it_is),
            self.materials,
            now=self.clock.now,
            probe=self.probe,
            new_error_id=self.new_error_id,
            monotonic=self.time.monotonic,
            sleep=self.time.sleep,
        )
        self.heartbeat = Heartbeat(
            self.services,
            self.delivery,
            now=self.clock.now,
            new_error_id=self.new_error_id,
            monotonic=self.time.monotonic,
        )

    def materials(self, now: datetime) -> Materials:
        return Materials(self.services, Texts({}), now, "IntervisieBot")

    async def probe(self) -> object:
        if self.probe_errors:
            raise self.probe_errors.pop(0)
        return True

    def new_error_id(self) -> str:
        return f"E{next(self.error_ids)}"

    async def person(self, telegram_id: int | None = None) -> Person:
        async with self.database.transaction() as work:
            return await work.people.add(telegram_id, "nl", self.clock.now())

    async def queue(self, recipient: Person, kind: Kind = Kind.ADMITTED, **about: Any) -> int:
        async with self.database.transaction() as work:
            return await notify(work, kind, recipient.id, about.pop("at", self.clock.now()), **about)

    async def row(self, message_id: int) -> OutboxMessage:
        return await self.database.reads.outbox.get(message_id)

    async def beat(self) -> None:
        """One beat, and the end of what it began."""
        await self.heartbeat.beat(self.clock.now())
        await self.delivery.finish()

    async def beat_until(self, done: Callable[[], Awaitable[bool]], beats: int = 200) -> None:
        """Beats with real seconds passing in between, as in a running bot."""
        for _ in range(beats):
            await self.beat()
            if await done():
                return
            self.time.seconds += 1
            await until_nothing_moves()
        raise AssertionError(f"not done after {beats} beats")

    async def nothing_due(self) -> bool:
        due = await self.heartbeat.next_due()
        return due is None or due > self.clock.now()


async def until_nothing_moves() -> None:
    for _ in range(20):
        await asyncio.sleep(0)
