"""What becomes of an update, with the library's own application around it: handled, replayed, told or tried again."""

import asyncio
import itertools
import json
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from typing import Any

import httpx
import pytest
from telegram import Update
from telegram.error import BadRequest, NetworkError, TimedOut
from telegram.ext import Application, ApplicationBuilder, ContextTypes, TypeHandler
from telegram.request import BaseRequest, RequestData

from bot.handling import current_error_id, current_handling
from bot.inbox import InboxQueue
from bot.limiter import Limiter
from bot.polling import GuardedBot
from bot.processor import LaneProcessor
from tests.bot.fakes import NOON, FakeTime, MemoryInbox, an_update, until_nothing_moves

Handler = Callable[[Update, ContextTypes.DEFAULT_TYPE], Coroutine[Any, Any, None]]

QUESTION = "Van welke gemeente ben je wethouder?"
SORRY = "Er ging bij mij iets mis"


def a_dropped_connection() -> NetworkError:
    error = NetworkError("dropped")
    error.__cause__ = httpx.RemoteProtocolError("dropped")
    return error


def a_refused_connection() -> NetworkError:
    error = NetworkError("refused")
    error.__cause__ = httpx.ConnectError("refused")
    return error


def a_busy_database() -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("database is locked")
    error.sqlite_errorcode = sqlite3.SQLITE_BUSY
    return error


class Telegram(BaseRequest):
    """Receives messages. `errors` are raised one by one, each before or after the message has arrived."""

    def __init__(self) -> None:
        self.said: list[tuple[int, str]] = []
        self.probes = 0
        self.errors: list[tuple[Exception, bool]] = []
        self.away = False

    @property
    def read_timeout(self) -> float:
        return 5.0

    async def initialize(self) -> None: ...

    async def shutdown(self) -> None: ...

    def lose(self, error: Exception, *, arrives: bool) -> None:
        self.errors.append((error, arrives))

    async def do_request(  # type: ignore[override]  # the time-outs play no part
        self, url: str, method: str, request_data: RequestData, **_timeouts: Any
    ) -> tuple[int, bytes]:
        await asyncio.sleep(0)
        if self.away:
            raise a_refused_connection()
        if url.endswith("getMe"):
            self.probes += 1
            return 200, b'{"ok":true,"result":{"id":1,"is_bot":true,"first_name":"Intervisie","username":"i_bot"}}'
        chat, text = int(str(request_data.parameters["chat_id"])), str(request_data.parameters["text"])
        error, arrives = self.errors.pop(0) if self.errors else (None, True)
        if arrives:
            self.said.append((chat, text))
        await asyncio.sleep(0)
        if error is not None:
            raise error
        message = {"message_id": 1, "date": 1, "chat": {"id": chat, "type": "private"}}
        return 200, json.dumps({"ok": True, "result": message}).encode()

    def told(self, chat: int = 11) -> list[str]:
        return [text for to, text in self.said if to == chat]


class Life:
    """One life of the process over a store and a Telegram that outlive it."""

    def __init__(self, store: MemoryInbox, telegram: Telegram, time: FakeTime, handler: Handler) -> None:
        self.time = time
        self.store = store
        self.reports: list[int] = []
        self.before = asyncio.all_tasks()
        self.queue = InboxQueue(
            store,
            now=lambda: NOON,
            new_error_id=lambda: "K7Q2",
            report=self.report,
            on_stop=self.stop_waiting,
            sleep=time.sleep,
        )
        self.bot = GuardedBot(
            "1:token",
            keep_unreadable=self.queue.keep_unreadable,
            on_poll=lambda: None,
            rate_limiter=Limiter(now=time.now, sleep=time.sleep),
            request=telegram,
            get_updates_request=telegram,
        )
        self.processor = LaneProcessor(
            store,
            take_replayed=self.queue.take_replayed,
            ask_again=self.ask_again,
            probe=self.bot.get_me,
            report=self.report,
            new_error_id=lambda: "K7Q2",
            at_once=3,
            sleep=time.sleep,
        )
        self.application: Application[Any, Any, Any, Any, Any, Any] = (
            ApplicationBuilder()
            .bot(self.bot)
            .updater(None)
            .update_queue(self.queue)
            .concurrent_updates(self.processor)
            .job_queue(None)
            .build()
        )
        self.processor.attach(self.application.process_update)
        self.application.add_handler(TypeHandler(Update, handler))
        self.application.add_error_handler(self.processor.note_error)
        self.application.add_error_handler(self.tell)

    async def report(self, update_id: int, error_id: str) -> None:
        self.reports.append(update_id)

    def stop_waiting(self) -> None:
        self.processor.give_up_waiting()

    async def ask_again(self, update: Update) -> None:
        assert update.effective_chat is not None
        await self.bot.send_message(update.effective_chat.id, QUESTION)

    async def tell(self, update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        assert isinstance(update, Update)
        assert update.effective_chat is not None
        await context.bot.send_message(update.effective_chat.id, f"{SORRY} {current_error_id()}")

    async def start(self) -> "Life":
        await self.application.initialize()
        await self.queue.replay(self.bot)
        await self.application.start()
        return self

    async def receive(self, *updates: Update) -> None:
        for update in updates:
            await self.queue.put(update)
        await self.time.pass_by(0)

    async def kill(self) -> None:
        """Every task of this life ends where it is; nothing more is written."""
        self.store.dead = True
        for task in asyncio.all_tasks() - self.before:
            if task is not asyncio.current_task():
                task.cancel()
        await until_nothing_moves()
        self.store.dead = False


@pytest.fixture
def store() -> MemoryInbox:
    return MemoryInbox()


@pytest.fixture
def telegram() -> Telegram:
    return Telegram()


@pytest.fixture
def time() -> FakeTime:
    return FakeTime()


Begin = Callable[[Handler], Awaitable[Life]]


@pytest.fixture
async def begin(store: MemoryInbox, telegram: Telegram, time: FakeTime) -> AsyncIterator[Begin]:
    lives: list[Life] = []

    async def begin(handler: Handler) -> Life:
        lives.append(Life(store, telegram, time, handler))
        return await lives[-1].start()

    yield begin
    for life in lives:
        await life.kill()


async def reply(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.effective_chat is not None
    await context.bot.send_message(update.effective_chat.id, QUESTION)


async def test_an_update_is_applied_answered_and_finished(begin: Begin, store: MemoryInbox, telegram: Telegram) -> None:
    life = await begin(reply)

    await life.receive(an_update(5))

    assert store.log == [("receive", 5), ("mark_applied", 5), ("finish", 5)]
    assert telegram.told() == [QUESTION]
    assert not life.queue.busy
    assert not life.processor.busy


async def test_what_the_unit_of_work_applied_is_not_marked_again(begin: Begin, store: MemoryInbox) -> None:
    async def commit_then_reply(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        handling = current_handling()
        assert handling is not None
        handling.note_applied()
        await reply(update, context)

    life = await begin(commit_then_reply)

    await life.receive(an_update(5))

    assert store.log == [("receive", 5), ("finish", 5)]


async def test_one_lane_keeps_its_order_and_another_goes_beside_it(begin: Begin) -> None:
    gate = asyncio.Event()
    ended: list[int] = []

    async def wait_for_five(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        if update.update_id == 5:
            await gate.wait()
        ended.append(update.update_id)

    life = await begin(wait_for_five)

    await life.receive(*[an_update(n, user_id=11) for n in (5, 6, 7)], an_update(8, user_id=12))
    while_five_waits = list(ended)
    gate.set()
    await life.time.pass_by(0)

    assert while_five_waits == [8]
    assert ended == [8, 5, 6, 7]


async def test_a_lane_that_waits_takes_no_places_from_others(begin: Begin) -> None:
    ended: list[int] = []

    async def block_one(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        if update.update_id == 1:
            await asyncio.Event().wait()
        ended.append(update.update_id)

    life = await begin(block_one)

    await life.receive(*[an_update(n, user_id=11) for n in range(1, 50)], an_update(99, user_id=12))

    assert ended == [99]


async def test_no_more_are_handled_at_once_than_there_are_places(begin: Begin) -> None:
    gate = asyncio.Event()
    inside: set[int] = set()

    async def enter(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        inside.add(update.update_id)
        await gate.wait()

    life = await begin(enter)

    await life.receive(*[an_update(n, user_id=n) for n in range(1, 8)])
    at_once = len(inside)
    gate.set()
    await life.time.pass_by(0)

    assert at_once == 3
    assert len(inside) == 7


async def test_an_error_before_anything_was_applied_is_told_once_and_failed(
    begin: Begin, store: MemoryInbox, telegram: Telegram
) -> None:
    async def fail(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        raise ValueError

    life = await begin(fail)

    await life.receive(an_update(5))

    assert telegram.told() == [f"{SORRY} K7Q2"]
    assert store.failed == {5: "K7Q2"}


async def test_an_error_is_durable_before_it_is_told(begin: Begin, store: MemoryInbox, telegram: Telegram) -> None:
    async def fail(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        raise ValueError

    life = await begin(fail)
    telegram.lose(BadRequest("cannot be told"), arrives=False)

    await life.receive(an_update(5))

    assert store.failed == {5: "K7Q2"}
    assert telegram.told() == []


async def test_an_error_after_it_was_applied_is_told_and_finished(
    begin: Begin, store: MemoryInbox, telegram: Telegram
) -> None:
    async def reply_then_fail(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        await reply(update, context)
        raise ValueError

    life = await begin(reply_then_fail)

    await life.receive(an_update(5))
    await life.time.pass_by(2)

    assert telegram.told() == [QUESTION, f"{SORRY} K7Q2"]
    assert store.done == [5]


async def test_after_an_error_the_lane_goes_on(begin: Begin, store: MemoryInbox) -> None:
    async def fail_once(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        if update.update_id == 5:
            raise ValueError

    life = await begin(fail_once)

    await life.receive(an_update(5), an_update(6))

    assert store.failed == {5: "K7Q2"}
    assert store.done == [6]


async def test_a_busy_database_is_tried_again_in_its_place(
    begin: Begin, store: MemoryInbox, telegram: Telegram
) -> None:
    errors = [a_busy_database(), a_busy_database()]
    order: list[int] = []

    async def busy_at_first(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        order.append(update.update_id)
        if errors:
            raise errors.pop()
        await reply(update, context)

    life = await begin(busy_at_first)

    await life.receive(an_update(5), an_update(6))
    await life.time.pass_by(5)

    assert order == [5, 5, 5, 6]
    assert store.done == [5, 6]
    assert telegram.told() == [QUESTION, QUESTION]


async def test_a_database_that_stays_busy_is_an_error_that_is_told(
    begin: Begin, store: MemoryInbox, telegram: Telegram
) -> None:
    async def busy(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        raise a_busy_database()

    life = await begin(busy)

    await life.receive(an_update(5))
    await life.time.pass_by(5)

    assert telegram.told() == [f"{SORRY} K7Q2"]
    assert store.failed == {5: "K7Q2"}


async def test_a_busy_database_when_finishing_is_waited_for(begin: Begin, store: MemoryInbox) -> None:
    store.fail_next("finish", a_busy_database(), a_busy_database())
    life = await begin(reply)

    await life.receive(an_update(5))
    await life.time.pass_by(2)

    assert store.done == [5]


async def test_a_store_that_fails_when_finishing_leaves_the_lane_alive(begin: Begin, store: MemoryInbox) -> None:
    store.fail_next("finish", OSError("disk full"))
    life = await begin(reply)

    await life.receive(an_update(5), an_update(6))
    await life.time.pass_by(2)

    assert list(store.rows) == [5]
    assert store.done == [6]


async def test_a_reply_that_never_left_is_sent_when_telegram_is_back(
    begin: Begin, store: MemoryInbox, telegram: Telegram
) -> None:
    life = await begin(reply)
    telegram.away = True
    await life.receive(an_update(5))
    await life.time.pass_by(40)
    while_away = telegram.told()

    telegram.away = False
    await life.time.pass_by(60)

    assert while_away == []
    assert telegram.told() == [QUESTION]
    assert store.done == [5]


@pytest.mark.parametrize("error", [a_dropped_connection(), NetworkError("Bad Gateway")])
async def test_a_reply_that_was_lost_once_is_sent_again(
    begin: Begin, store: MemoryInbox, telegram: Telegram, error: Exception
) -> None:
    life = await begin(reply)
    telegram.lose(error, arrives=False)

    await life.receive(an_update(5))
    await life.time.pass_by(10)

    assert telegram.told() == [QUESTION]
    assert store.done == [5]


async def test_what_may_have_arrived_is_said_at_most_twice(
    begin: Begin, store: MemoryInbox, telegram: Telegram
) -> None:
    life = await begin(reply)
    for _ in range(9):
        telegram.lose(a_dropped_connection(), arrives=True)

    await life.receive(an_update(5))
    await life.time.pass_by(300)

    assert telegram.told() == [QUESTION, QUESTION]
    assert store.done == [5]


async def test_what_surely_did_not_arrive_does_not_count_as_said(begin: Begin, telegram: Telegram) -> None:
    life = await begin(reply)
    telegram.lose(a_dropped_connection(), arrives=False)
    for _ in range(4):
        telegram.lose(NetworkError("Bad Gateway"), arrives=False)

    await life.receive(an_update(5))
    await life.time.pass_by(300)

    assert telegram.told() == [QUESTION]


async def test_a_question_that_may_have_arrived_for_the_first_time_is_sent_once_more(
    begin: Begin, store: MemoryInbox, telegram: Telegram
) -> None:
    life = await begin(reply)
    telegram.lose(NetworkError("Bad Gateway"), arrives=False)
    telegram.lose(a_dropped_connection(), arrives=False)

    await life.receive(an_update(5))
    await life.time.pass_by(60)

    assert telegram.told() == [QUESTION]
    assert store.done == [5]


async def test_a_wrong_request_is_not_repeated(begin: Begin, store: MemoryInbox, telegram: Telegram) -> None:
    life = await begin(reply)
    telegram.lose(BadRequest("message is too long"), arrives=False)

    await life.receive(an_update(5))
    await life.time.pass_by(10)

    assert telegram.told() == [f"{SORRY} K7Q2"]
    assert store.done == [5]


async def test_while_one_waits_for_telegram_the_lane_waits_in_order(begin: Begin, telegram: Telegram) -> None:
    handled: list[int] = []

    async def note_and_reply(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        handled.append(update.update_id)
        await reply(update, context)

    life = await begin(note_and_reply)
    telegram.away = True

    await life.receive(an_update(5), an_update(6))
    await life.time.pass_by(1)
    while_away = list(handled)
    telegram.away = False
    await life.time.pass_by(60)

    assert while_away == [5]
    assert handled == [5, 6]
    assert telegram.told() == [QUESTION, QUESTION]


async def test_stopping_while_telegram_is_away_leaves_the_reply_for_the_next_start(
    begin: Begin, store: MemoryInbox, telegram: Telegram
) -> None:
    first = await begin(reply)
    telegram.away = True
    await first.receive(an_update(5), an_update(6))
    await first.time.pass_by(1)

    await asyncio.wait_for(first.application.stop(), 5)
    left = list(store.rows)
    telegram.away = False
    second = await begin(reply)
    await second.time.pass_by(5)

    assert left == [5, 6]
    assert telegram.told() == [QUESTION, QUESTION]
    assert store.done == [5, 6]


async def test_a_kill_before_it_was_applied_has_it_handled_again(
    begin: Begin, store: MemoryInbox, telegram: Telegram
) -> None:
    async def hang(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        await asyncio.Event().wait()

    first = await begin(hang)
    await first.receive(an_update(5))
    await first.kill()

    await (await begin(reply)).time.pass_by(0)

    assert telegram.told() == [QUESTION]
    assert store.log == [("receive", 5), ("begin_again", 5), ("mark_applied", 5), ("finish", 5)]


async def test_an_update_that_kills_three_times_is_failed_and_reported(
    begin: Begin, store: MemoryInbox, telegram: Telegram
) -> None:
    begun: list[int] = []

    async def kill(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        begun.append(update.update_id)
        await asyncio.Event().wait()

    life = await begin(kill)
    await life.receive(an_update(5))
    for _ in range(3):
        await life.kill()
        life = await begin(kill)
        await life.time.pass_by(0)

    assert begun == [5, 5, 5]
    assert store.failed == {5: "K7Q2"}
    assert life.reports == [5]
    assert telegram.told() == []


async def test_a_kill_after_it_was_applied_has_only_the_question_asked_again(
    begin: Begin, store: MemoryInbox, telegram: Telegram
) -> None:
    handled: list[int] = []

    async def apply_and_hang(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        handled.append(update.update_id)
        await reply(update, context)
        await asyncio.Event().wait()

    life = await begin(apply_and_hang)
    await life.receive(an_update(5))
    await life.kill()

    life = await begin(apply_and_hang)
    await life.time.pass_by(2)

    assert handled == [5]
    assert telegram.told() == [QUESTION, QUESTION]
    assert store.done == [5]


async def apply_and_reply(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    await asyncio.sleep(0)
    await reply(update, context)


async def run_for(steps: int) -> None:
    for _ in range(steps):
        await asyncio.sleep(0)


async def test_what_an_earlier_life_may_have_said_counts(begin: Begin, store: MemoryInbox, telegram: Telegram) -> None:
    async def reply_and_hang(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        await reply(update, context)
        await asyncio.Event().wait()

    first = await begin(reply_and_hang)
    await first.receive(an_update(5))
    await first.kill()
    telegram.lose(a_dropped_connection(), arrives=True)

    second = await begin(reply)
    await second.time.pass_by(60)

    assert telegram.told() == [QUESTION, QUESTION]
    assert store.done == [5]


# A kill leaves the library coroutines that it had not yet begun, and Python says so.
killed = pytest.mark.filterwarnings(
    "ignore:coroutine:RuntimeWarning", "ignore::pytest.PytestUnraisableExceptionWarning"
)


@killed
@pytest.mark.parametrize("steps", range(20))
async def test_wherever_it_is_killed_it_is_answered_once_or_twice(
    begin: Begin, store: MemoryInbox, telegram: Telegram, steps: int
) -> None:
    life = await begin(apply_and_reply)
    await life.queue.put(an_update(5))
    await run_for(steps)
    await life.kill()

    await (await begin(apply_and_reply)).time.pass_by(5)

    assert store.done == [5]
    assert telegram.told() in ([QUESTION], [QUESTION, QUESTION])


@killed
@pytest.mark.parametrize("kills", list(itertools.product(range(6), range(0, 12, 2), (3, 8))))
async def test_however_often_it_is_killed_nothing_is_said_more_than_twice(
    begin: Begin, store: MemoryInbox, telegram: Telegram, kills: tuple[int, ...]
) -> None:
    life = await begin(apply_and_reply)
    await life.queue.put(an_update(5))
    for steps in kills:
        await run_for(steps)
        await life.kill()
        life = await begin(apply_and_reply)

    await life.time.pass_by(5)

    assert telegram.told().count(QUESTION) <= 2
    assert store.rows == {}


async def test_an_applied_update_that_cannot_be_asked_again_is_finished_and_reported(
    begin: Begin, store: MemoryInbox, telegram: Telegram
) -> None:
    async def apply_and_hang(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        await reply(update, context)
        await asyncio.Event().wait()

    first = await begin(apply_and_hang)
    await first.receive(an_update(5))
    await first.kill()
    telegram.lose(BadRequest("chat not found"), arrives=False)

    second = await begin(reply)
    await second.time.pass_by(2)

    assert store.done == [5]
    assert second.reports == [5]


async def test_a_request_that_timed_out_before_anything_was_applied_has_it_handled_again(
    begin: Begin, store: MemoryInbox, telegram: Telegram
) -> None:
    errors = [TimedOut()]

    async def answer_the_button_first(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        if errors:
            raise errors.pop()
        await reply(update, context)

    life = await begin(answer_the_button_first)

    await life.receive(an_update(5))
    await life.time.pass_by(5)

    assert telegram.told() == [QUESTION]
    assert store.done == [5]
