"""The limits as Telegram keeps them, whatever the network does; who goes first; and what a 429 stops."""

import asyncio
import itertools
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from telegram.error import RetryAfter, TimedOut

from bot.handling import CURRENT, Handling
from bot.limiter import FORGET_ABOVE, TRIES, Limiter
from tests.bot.fakes import FakeTime, MemoryInbox, until_nothing_moves

GROUP = -100_200


class RecordingTelegram:
    """Notes every request at the moment at which Telegram would count it: somewhere between start and end."""

    def __init__(self, time: FakeTime, latency: Callable[[], float] = lambda: 0.0) -> None:
        self._time = time
        self._latency = latency
        self.received: list[tuple[float, str, Any]] = []
        self.errors: list[Exception] = []

    async def __call__(self, endpoint: str, data: dict[str, Any]) -> bool:
        if way_there := self._latency():
            await self._time.sleep(way_there)
        self.received.append((self._time.now(), endpoint, data.get("chat_id")))
        if self.errors:
            raise self.errors.pop(0)
        if way_back := self._latency():
            await self._time.sleep(way_back)
        return True

    def moments(self, chat: Any = None) -> list[float]:
        return [at for at, _, to in self.received if chat is None or to == chat]


class Sender:
    """Sends through the limiter as the bot does, each request in a task of its own."""

    def __init__(self, limiter: Limiter, telegram: RecordingTelegram) -> None:
        self._limiter = limiter
        self._telegram = telegram
        self.tasks: list[asyncio.Task[Any]] = []

    def send(
        self, chat: int | None, endpoint: str = "sendMessage", handling: Handling | None = None
    ) -> asyncio.Task[Any]:
        token = CURRENT.set(handling)
        task = asyncio.create_task(self._request(endpoint, {} if chat is None else {"chat_id": chat}))
        CURRENT.reset(token)
        self.tasks.append(task)
        return task

    async def _request(self, endpoint: str, data: dict[str, Any]) -> Any:
        return await self._limiter.process_request(self._telegram, (endpoint, data), {}, endpoint, data, None)


@pytest.fixture
def time() -> FakeTime:
    return FakeTime()


@pytest.fixture
def telegram(time: FakeTime) -> RecordingTelegram:
    return RecordingTelegram(time)


@pytest.fixture
def limiter(time: FakeTime) -> Limiter:
    return Limiter(now=time.now, sleep=time.sleep)


@pytest.fixture
def sender(limiter: Limiter, telegram: RecordingTelegram) -> Sender:
    return Sender(limiter, telegram)


def uneven(*seconds: float) -> Callable[[], float]:
    """Latencies that follow each other for ever; an odd number of them differs from way there to way back."""
    return itertools.cycle(seconds).__next__


def a_handling(update_id: int = 1) -> Handling:
    return Handling(MemoryInbox(), update_id, applied=True)


def most_within(moments: list[float], window: float) -> int:
    return max(sum(1 for at in moments if start <= at < start + window) for start in moments)


async def test_no_second_sees_more_than_thirty_messages_whatever_the_network_does(time: FakeTime) -> None:
    telegram = RecordingTelegram(time, latency=uneven(0.001, 0.2, 0.01, 0.03, 0.15, 0.002, 0.08))
    sender = Sender(Limiter(now=time.now, sleep=time.sleep), telegram)
    for chat in range(1, 201):
        sender.send(chat)

    await time.pass_by(15)

    assert len(telegram.received) == 200
    assert most_within(telegram.moments(), 1.0) <= 29


async def test_twenty_nine_messages_leave_at_once_and_the_thirtieth_a_second_later(
    time: FakeTime, telegram: RecordingTelegram, sender: Sender
) -> None:
    for chat in range(1, 31):
        sender.send(chat)

    await time.pass_by(0.9)
    sent_at_once = len(telegram.received)
    await time.pass_by(0.2)

    assert sent_at_once == 29
    assert len(telegram.received) == 30


async def test_a_private_chat_gets_one_message_a_second_in_order_whatever_the_network_does(time: FakeTime) -> None:
    telegram = RecordingTelegram(time, latency=uneven(0.3, 0.001, 0.05, 0.2, 0.002))
    sender = Sender(Limiter(now=time.now, sleep=time.sleep), telegram)
    for number in range(5):
        sender.send(11, endpoint=["sendMessage", "sendPhoto", "sendDocument", "copyMessage", "forwardMessage"][number])

    await time.pass_by(12)

    moments = telegram.moments(11)
    assert [endpoint for _, endpoint, _ in telegram.received] == [
        "sendMessage",
        "sendPhoto",
        "sendDocument",
        "copyMessage",
        "forwardMessage",
    ]
    assert min(later - earlier for earlier, later in itertools.pairwise(moments)) > 1.0


async def test_a_group_gets_twenty_messages_and_edits_a_minute(
    time: FakeTime, telegram: RecordingTelegram, sender: Sender
) -> None:
    for number in range(45):
        sender.send(GROUP, endpoint="sendMessage" if number % 2 else "editMessageText")

    await time.pass_by(59)
    in_the_first_minute = len(telegram.received)
    await time.pass_by(70)

    assert in_the_first_minute == 20
    assert len(telegram.received) == 45
    assert most_within(telegram.moments(GROUP), 60.0) == 20


async def test_a_chat_that_waits_holds_up_no_other(time: FakeTime, telegram: RecordingTelegram, sender: Sender) -> None:
    for _ in range(40):
        sender.send(11)
        sender.send(GROUP)

    sender.send(12)
    await time.pass_by(0)

    assert len(telegram.moments(12)) == 1


async def test_what_is_no_message_is_not_paced(time: FakeTime, telegram: RecordingTelegram, sender: Sender) -> None:
    endpoints = ["answerCallbackQuery", "getMe", "sendChatAction", "editMessageText", "setMyCommands"]

    for _ in range(20):
        for endpoint in endpoints:
            sender.send(None if endpoint == "getMe" else 11, endpoint=endpoint)
    await time.pass_by(0)

    assert len(telegram.received) == 100


async def test_replies_go_before_the_outbox_and_each_in_order(
    time: FakeTime, telegram: RecordingTelegram, sender: Sender
) -> None:
    for chat in range(1, 30):
        sender.send(chat)
    await time.pass_by(0)

    for chat in (101, 102):
        sender.send(chat)
    for chat in (201, 202):
        sender.send(chat, handling=a_handling(chat))
    await time.pass_by(2)

    assert [chat for _, _, chat in telegram.received[29:]] == [201, 202, 101, 102]


async def test_a_halt_stops_all_messages_and_ends_on_time(
    time: FakeTime, telegram: RecordingTelegram, sender: Sender
) -> None:
    telegram.errors = [RetryAfter(7)]
    reply = sender.send(11, handling=a_handling())
    await time.pass_by(0)

    sender.send(12)
    sender.send(13, endpoint="answerCallbackQuery")
    await time.pass_by(6.9)
    during_the_halt = len(telegram.received)
    await time.pass_by(0.2)

    assert during_the_halt == 1
    assert {chat for _, _, chat in telegram.received[1:]} == {11, 12, 13}
    assert await reply is True


async def test_a_request_that_ends_during_a_halt_does_not_end_the_halt(time: FakeTime) -> None:
    slow = RecordingTelegram(time, latency=lambda: 0.5)
    sender = Sender(Limiter(now=time.now, sleep=time.sleep), slow)
    slow.errors = [RetryAfter(5)]
    sender.send(11, handling=a_handling())
    sender.send(12)
    await time.pass_by(1.1)

    sender.send(13)
    await time.pass_by(4.3)
    during_the_halt = slow.moments(13)
    await time.pass_by(1)

    assert during_the_halt == []
    assert len(slow.moments(13)) == 1


async def test_the_outbox_hears_of_a_429_itself(time: FakeTime, telegram: RecordingTelegram, sender: Sender) -> None:
    telegram.errors = [RetryAfter(7)]

    sent = sender.send(11)
    await time.pass_by(20)

    assert isinstance(sent.exception(), RetryAfter)
    assert len(telegram.received) == 1


async def test_a_reply_is_given_up_after_so_many_429s(
    time: FakeTime, telegram: RecordingTelegram, sender: Sender
) -> None:
    telegram.errors = [RetryAfter(1) for _ in range(TRIES)]

    reply = sender.send(11, handling=a_handling())
    await time.pass_by(60)

    assert isinstance(reply.exception(), RetryAfter)
    assert len(telegram.received) == TRIES


async def test_a_429_on_another_method_halts_that_method_only(
    time: FakeTime, telegram: RecordingTelegram, sender: Sender
) -> None:
    telegram.errors = [RetryAfter(30)]
    sender.send(None, endpoint="setMyCommands")
    await time.pass_by(0)

    sender.send(11)
    await time.pass_by(29)
    before_its_end = [endpoint for _, endpoint, _ in telegram.received]
    await time.pass_by(2)

    assert before_its_end == ["setMyCommands", "sendMessage"]
    assert [endpoint for _, endpoint, _ in telegram.received][2:] == ["setMyCommands"]


async def test_other_errors_are_the_callers(time: FakeTime, telegram: RecordingTelegram, sender: Sender) -> None:
    telegram.errors = [TimedOut()]

    sent = sender.send(11)
    sender.send(11)
    await time.pass_by(2)

    assert isinstance(sent.exception(), TimedOut)
    assert len(telegram.received) == 2


async def test_those_who_stop_waiting_hold_up_nobody(
    time: FakeTime, telegram: RecordingTelegram, sender: Sender
) -> None:
    under_way = RecordingTelegram(time, latency=lambda: 5.0)
    sender._telegram = under_way
    first = sender.send(11)
    await time.pass_by(0)
    sender._telegram = telegram
    second, third = sender.send(11), sender.send(11)
    await until_nothing_moves()

    second.cancel()
    first.cancel()
    await time.pass_by(1.2)

    assert third.done()
    assert len(telegram.moments(11)) == 1


async def test_a_turn_that_is_granted_to_a_cancelled_request_is_given_back(
    time: FakeTime, limiter: Limiter, sender: Sender
) -> None:
    first = sender.send(11)
    second = sender.send(11)
    await time.pass_by(0)
    await first
    time._now += 2
    limiter._grant()
    second.cancel()
    await until_nothing_moves()

    third = sender.send(11)
    await time.pass_by(1.1)

    assert second.cancelled()
    assert third.done()
    assert limiter._under_way == 0


async def test_without_pacing_all_go_at_once_but_halts_hold(time: FakeTime, telegram: RecordingTelegram) -> None:
    sender = Sender(Limiter(paced=False, now=time.now, sleep=time.sleep), telegram)
    for _ in range(100):
        sender.send(11)
    await time.pass_by(0)
    at_once = len(telegram.received)
    telegram.errors = [RetryAfter(3)]
    sender.send(11, handling=a_handling())
    await time.pass_by(0)

    sender.send(12)
    await time.pass_by(2.9)
    during_the_halt = len(telegram.moments(12))
    await time.pass_by(0.2)

    assert at_once == 100
    assert during_the_halt == 0
    assert len(telegram.moments(12)) == 1


async def test_chats_that_are_idle_are_forgotten(time: FakeTime, limiter: Limiter, sender: Sender) -> None:
    for chat in range(1, FORGET_ABOVE + 100):
        sender.send(chat)
    await time.pass_by(60)

    sender.send(1)
    await time.pass_by(2)

    assert len(limiter._chats) <= FORGET_ABOVE


async def test_stopping_waits_for_no_halt(
    time: FakeTime, limiter: Limiter, telegram: RecordingTelegram, sender: Sender
) -> None:
    telegram.errors = [RetryAfter(600)]
    sender.send(11, handling=a_handling())
    sender.send(12, endpoint="answerCallbackQuery", handling=a_handling())
    await time.pass_by(1)
    sender.send(13, handling=a_handling())
    await time.pass_by(1)

    limiter.give_up_waiting()
    sender.send(14, handling=a_handling())
    await time.pass_by(1)

    assert [type(task.exception()) for task in sender.tasks] == [RetryAfter] * 4
    assert len(telegram.received) == 1


async def test_stopping_lets_those_who_are_only_paced_go(
    time: FakeTime, limiter: Limiter, telegram: RecordingTelegram, sender: Sender
) -> None:
    sender.send(11, handling=a_handling())
    sender.send(11, handling=a_handling())
    await until_nothing_moves()

    limiter.give_up_waiting()
    await time.pass_by(2)

    assert len(telegram.received) == 2


async def test_shutting_down_ends_the_waiting(time: FakeTime, limiter: Limiter, sender: Sender) -> None:
    sender.send(11)
    waiting = sender.send(11)
    await until_nothing_moves()

    await limiter.shutdown()
    await until_nothing_moves()

    assert waiting.cancelled()
    assert limiter._alarm is None


@pytest.mark.parametrize("endpoint", ["sendMessage", "sendPhoto", "editMessageText", "copyMessage"])
async def test_an_update_is_applied_before_anything_is_said_about_it(
    time: FakeTime, telegram: RecordingTelegram, sender: Sender, endpoint: str
) -> None:
    store = MemoryInbox()
    await store.receive(5, 11, b"{}", None)  # type: ignore[arg-type]  # the moment plays no part here
    store_when_sent: list[list[tuple[str, int]]] = []
    request: Callable[..., Awaitable[bool]] = telegram.__call__

    async def look_then_send(endpoint: str, data: dict[str, Any]) -> bool:
        store_when_sent.append(list(store.log))
        return await request(endpoint, data)

    sender._telegram = look_then_send  # type: ignore[assignment]  # only called, like the fake it wraps
    handling = Handling(store, 5)
    sender.send(11, endpoint="answerCallbackQuery", handling=handling)
    sender.send(11, endpoint="sendChatAction", handling=handling)
    sender.send(11, endpoint=endpoint, handling=handling)
    sender.send(11, endpoint=endpoint, handling=handling)
    await time.pass_by(3)

    applied = [("receive", 5), ("mark_applied", 5)]
    assert store_when_sent == [[("receive", 5)], [("receive", 5)], applied, applied]


async def test_nothing_is_said_when_the_update_cannot_be_marked(
    time: FakeTime, telegram: RecordingTelegram, sender: Sender
) -> None:
    store = MemoryInbox()
    store.fail_next("mark_applied", OSError("disk full"))

    reply = sender.send(11, handling=Handling(store, 5))
    await time.pass_by(0)

    assert isinstance(reply.exception(), OSError)
    assert telegram.received == []


async def test_a_task_that_outlives_its_update_sends_as_the_outbox(
    time: FakeTime, telegram: RecordingTelegram, sender: Sender
) -> None:
    store = MemoryInbox()
    handling = Handling(store, 5)
    handling.over = True

    sender.send(11, handling=handling)
    await time.pass_by(0)

    assert store.log == []
    assert len(telegram.received) == 1
