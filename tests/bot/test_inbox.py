"""The inbox queue: durable before it is confirmed, never an exception into the polling task, once and in order."""

import asyncio
import json
from typing import Any

import pytest
from telegram import Bot, Update
from telegram.ext._application import _STOP_SIGNAL

from bot.inbox import InboxQueue, lane_of
from storage.inbox import InboxRow
from tests.bot.fakes import NOON, FakeTime, MemoryInbox, StoreError, an_update, raw_update, until_nothing_moves


class Calls:
    def __init__(self) -> None:
        self.reports: list[tuple[int, str]] = []
        self.idle = 0
        self.stops = 0

    async def report(self, update_id: int, error_id: str) -> None:
        self.reports.append((update_id, error_id))

    def on_idle(self) -> None:
        self.idle += 1

    def on_stop(self) -> None:
        self.stops += 1


@pytest.fixture
def store() -> MemoryInbox:
    return MemoryInbox()


@pytest.fixture
def time() -> FakeTime:
    return FakeTime()


@pytest.fixture
def calls() -> Calls:
    return Calls()


@pytest.fixture
def queue(store: MemoryInbox, time: FakeTime, calls: Calls) -> InboxQueue:
    return InboxQueue(
        store,
        now=lambda: NOON,
        new_error_id=lambda: "K7Q2",
        report=calls.report,
        on_idle=calls.on_idle,
        on_stop=calls.on_stop,
        sleep=time.sleep,
    )


@pytest.fixture
def bot() -> Bot:
    return Bot("1:token")


def a_row(update_id: int, *, applied: bool = False, attempts: int = 1, payload: bytes | None = None) -> InboxRow:
    given = json.dumps(raw_update(update_id)).encode() if payload is None else payload
    return InboxRow(update_id=update_id, lane=11, payload=given, applied=applied, attempts=attempts)


def drained(queue: InboxQueue) -> list[Any]:
    return [queue.get_nowait() for _ in range(queue.qsize())]


async def test_an_update_is_written_down_before_put_returns(queue: InboxQueue, store: MemoryInbox) -> None:
    await queue.put(an_update(5))

    assert list(store.rows) == [5]
    assert store.rows[5].lane == 11
    assert [update.update_id for update in drained(queue)] == [5]


async def test_what_is_written_down_is_the_whole_update(queue: InboxQueue, store: MemoryInbox, bot: Bot) -> None:
    await queue.put(an_update(5))

    again = Update.de_json(json.loads(store.rows[5].payload), bot)
    assert again.to_dict() == an_update(5).to_dict()


async def test_an_update_that_is_known_is_not_queued_again(queue: InboxQueue) -> None:
    await queue.put(an_update(5))

    await queue.put(an_update(5))

    assert queue.qsize() == 1


async def test_put_goes_on_trying_while_the_store_fails(queue: InboxQueue, store: MemoryInbox, time: FakeTime) -> None:
    store.fail_next("receive", *[StoreError() for _ in range(20)])

    putting = asyncio.create_task(queue.put(an_update(5)))
    await time.pass_by(60)
    queued_while_failing = queue.qsize()
    await time.pass_by(120)

    assert queued_while_failing == 0
    assert putting.exception() is None
    assert [update.update_id for update in drained(queue)] == [5]


async def test_a_write_that_raised_after_it_was_committed_is_still_queued(
    queue: InboxQueue, store: MemoryInbox, time: FakeTime
) -> None:
    store.commits_before_error = True
    store.fail_next("receive", StoreError())

    putting = asyncio.create_task(queue.put(an_update(5)))
    await time.pass_by(1)

    assert putting.done()
    assert [update.update_id for update in drained(queue)] == [5]


async def test_cancelling_put_lets_the_write_that_has_begun_end(queue: InboxQueue, store: MemoryInbox) -> None:
    putting = asyncio.create_task(queue.put(an_update(5)))
    await asyncio.sleep(0)
    assert queue._writes
    putting.cancel()

    await queue.close()

    assert putting.cancelled() or putting.cancelling()
    assert list(store.rows) == [5]
    assert queue.qsize() == 1


async def test_cancelling_put_gives_up_a_write_that_keeps_failing(
    queue: InboxQueue, store: MemoryInbox, time: FakeTime
) -> None:
    store.fail_next("receive", *[StoreError() for _ in range(100)])
    putting = asyncio.create_task(queue.put(an_update(5)))
    await time.pass_by(3)

    putting.cancel()
    await queue.close()

    assert store.rows == {}
    assert not queue.busy


async def test_the_stop_signal_passes_through_and_tells_those_who_wait(queue: InboxQueue, calls: Calls) -> None:
    await queue.put(_STOP_SIGNAL)

    assert drained(queue) == [_STOP_SIGNAL]
    assert calls.stops == 1


async def test_it_is_busy_from_the_write_until_the_update_is_done(queue: InboxQueue, calls: Calls) -> None:
    putting = asyncio.create_task(queue.put(an_update(5)))
    await asyncio.sleep(0)
    busy_while_writing = queue.busy
    await putting
    await until_nothing_moves()
    queue.get_nowait()
    busy_while_handled = queue.busy
    idle_before = calls.idle

    queue.task_done()

    assert (busy_while_writing, busy_while_handled, idle_before) == (True, True, 0)
    assert not queue.busy
    assert calls.idle == 1


async def test_a_known_update_leaves_it_idle(queue: InboxQueue, calls: Calls) -> None:
    await queue.put(an_update(5))
    queue.get_nowait()
    queue.task_done()

    await queue.put(an_update(5))
    await until_nothing_moves()

    assert not queue.busy
    assert calls.idle == 2
    assert queue.last_update_id == 5


async def test_what_was_not_finished_comes_first_and_in_order(queue: InboxQueue, store: MemoryInbox, bot: Bot) -> None:
    store.rows = {7: a_row(7), 5: a_row(5, attempts=2), 6: a_row(6, applied=True)}

    await queue.replay(bot)
    await queue.put(an_update(8))

    assert [update.update_id for update in drained(queue)] == [5, 6, 7, 8]
    assert queue.take_replayed(5) == a_row(5, attempts=2)
    assert queue.take_replayed(5) is None
    assert queue.take_replayed(8) is None


async def test_a_vote_that_was_taken_back_is_read_again_at_the_next_start(
    queue: InboxQueue, store: MemoryInbox, bot: Bot
) -> None:
    voter = {"id": 11, "is_bot": False, "first_name": "Jeroen"}
    taken_back = {"poll_id": "1", "user": voter, "option_ids": [], "option_persistent_ids": []}
    update = Update.de_json({"update_id": 5, "poll_answer": taken_back}, bot)
    await queue.put(update)
    queue.get_nowait()

    await queue.replay(bot)

    [replayed] = drained(queue)
    assert store.failed == {}
    assert replayed.poll_answer == update.poll_answer


async def test_after_three_attempts_it_is_failed_reported_and_not_replayed(
    queue: InboxQueue, store: MemoryInbox, bot: Bot, calls: Calls
) -> None:
    store.rows = {5: a_row(5, attempts=3)}

    await queue.replay(bot)

    assert queue.empty()
    assert store.failed == {5: "K7Q2"}
    assert calls.reports == [(5, "K7Q2")]


async def test_what_was_asked_twice_is_finished_in_silence(
    queue: InboxQueue, store: MemoryInbox, bot: Bot, calls: Calls
) -> None:
    store.rows = {5: a_row(5, applied=True, attempts=4)}

    await queue.replay(bot)

    assert queue.empty()
    assert store.done == [5]
    assert calls.reports == []


async def test_a_payload_that_cannot_be_read_any_more_stops_no_other(
    queue: InboxQueue, store: MemoryInbox, bot: Bot
) -> None:
    store.rows = {5: a_row(5, payload=b'{"update_id": 5, "message": {}}'), 6: a_row(6)}

    await queue.replay(bot)

    assert store.failed == {5: "K7Q2"}
    assert [update.update_id for update in drained(queue)] == [6]


async def test_the_latest_update_of_an_earlier_life_is_remembered(
    queue: InboxQueue, store: MemoryInbox, bot: Bot
) -> None:
    store.done = [41]

    await queue.replay(bot)

    assert queue.last_update_id == 41


async def test_an_unreadable_update_is_kept_as_failed_and_reported_once(
    queue: InboxQueue, store: MemoryInbox, calls: Calls
) -> None:
    await queue.keep_unreadable(5, b"{}")
    await queue.keep_unreadable(5, b"{}")

    assert store.failed == {5: "K7Q2"}
    assert calls.reports == [(5, "K7Q2")]
    assert queue.last_update_id == 5


def test_a_lane_is_the_users_else_the_chats() -> None:
    of_a_user = an_update(5, user_id=11)
    raw_channel_post = raw_update(6)
    raw_channel_post["channel_post"] = raw_channel_post.pop("message")
    del raw_channel_post["channel_post"]["from"]
    raw_channel_post["channel_post"]["chat"] = {"id": -100, "type": "channel", "title": "Nieuws"}

    assert lane_of(of_a_user) == 11
    assert lane_of(Update.de_json(raw_channel_post, None)) == -100
    assert lane_of(Update(7)) == 0
