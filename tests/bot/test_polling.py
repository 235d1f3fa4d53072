"""Polling: one bad update wedges nothing and loses nothing, and deafness ends the process."""

import asyncio
import json
from typing import Any

import pytest
from telegram.error import NetworkError, TelegramError
from telegram.ext import ApplicationBuilder, Updater
from telegram.request import BaseRequest, RequestData

from bot.limiter import Limiter
from bot.polling import ALLOWED_UPDATES, LOOK_EVERY, POLLING_TASK, GuardedBot, PollingWatchdog
from tests.bot.fakes import FakeTime, StoreError, raw_update, until_nothing_moves


class QueueOfUpdates(BaseRequest):
    """Answers getUpdates as Telegram does: what has this offset or a later one, again until it is confirmed."""

    def __init__(self, *updates: dict[str, Any]) -> None:
        self.updates = list(updates)
        self.polls: list[dict[str, Any]] = []
        self.read_timeouts: list[Any] = []
        self.errors: list[Exception] = []

    @property
    def read_timeout(self) -> float:
        return 5.0

    async def initialize(self) -> None: ...

    async def shutdown(self) -> None: ...

    async def do_request(  # type: ignore[override]  # the time-outs that play no part are taken together
        self, url: str, method: str, request_data: RequestData, read_timeout: Any = None, **_timeouts: Any
    ) -> tuple[int, bytes]:
        if self.errors:
            raise self.errors.pop(0)
        asked = request_data.parameters
        self.polls.append(asked)
        self.read_timeouts.append(read_timeout)
        result = [update for update in self.updates if update["update_id"] >= asked.get("offset", 0)]
        return 200, json.dumps({"ok": True, "result": result}).encode()


class Kept:
    def __init__(self) -> None:
        self.raw: dict[int, dict[str, Any]] = {}
        self.errors: list[Exception] = []
        self.polls = 0

    async def keep(self, update_id: int, raw: bytes) -> None:
        if self.errors:
            raise self.errors.pop(0)
        self.raw[update_id] = json.loads(raw)

    def on_poll(self) -> None:
        self.polls += 1


def a_bad_update(update_id: int) -> dict[str, Any]:
    bad = raw_update(update_id)
    del bad["message"]["from"]["is_bot"]
    return bad


def a_bot(request: QueueOfUpdates, kept: Kept) -> GuardedBot:
    return GuardedBot(
        "1:token",
        keep_unreadable=kept.keep,
        on_poll=kept.on_poll,
        rate_limiter=Limiter(),
        request=request,
        get_updates_request=request,
    )


async def everything_polled(bot: GuardedBot) -> list[int]:
    """As the library's updater polls: the next offset is the last update's id and one."""
    seen: list[int] = []
    offset = 0
    for _ in range(10):
        updates = await bot.get_updates(offset=offset, timeout=0)
        seen += [update.update_id for update in updates]
        offset = seen[-1] + 1 if seen else 0
    return seen


@pytest.mark.parametrize("bad", [{1}, {2}, {4}, {1, 2}, {2, 3}, {3, 4}, {1, 4}, {1, 2, 3, 4}, set()])
async def test_bad_updates_are_kept_and_skipped_wherever_they_stand(bad: set[int]) -> None:
    request = QueueOfUpdates(*[a_bad_update(n) if n in bad else raw_update(n) for n in range(1, 5)])
    kept = Kept()

    seen = await everything_polled(a_bot(request, kept))

    assert seen == [n for n in range(1, 5) if n not in bad]
    assert kept.raw == {n: a_bad_update(n) for n in bad}
    assert request.polls[-1]["offset"] == 5


async def test_a_bad_update_confirms_nothing_that_stands_before_it() -> None:
    request = QueueOfUpdates(raw_update(1), a_bad_update(2))
    kept = Kept()
    bot = a_bot(request, kept)

    await bot.get_updates(offset=0)
    await bot.get_updates(offset=0)

    assert "offset" not in request.polls[1]
    assert kept.raw == {}


async def test_a_bad_update_that_cannot_be_kept_is_fetched_again() -> None:
    request = QueueOfUpdates(a_bad_update(1), raw_update(2))
    kept = Kept()
    kept.errors = [StoreError()]
    bot = a_bot(request, kept)

    with pytest.raises(TelegramError):
        await bot.get_updates(offset=0)
    polls_that_succeeded = kept.polls
    updates = await bot.get_updates(offset=0)

    assert polls_that_succeeded == 0
    assert kept.raw == {1: a_bad_update(1)}
    assert [update.update_id for update in updates] == [2]


async def test_an_update_that_is_no_update_at_all_is_an_error_of_telegrams() -> None:
    bot = a_bot(QueueOfUpdates(), Kept())

    with pytest.raises(TelegramError):
        await bot._readable(["what is this"])


async def test_what_people_wrote_in_a_bad_update_is_not_logged(
    caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = a_bad_update(1)
    bad["message"]["text"] = "MARKER-7F3A"

    await a_bot(QueueOfUpdates(bad), Kept()).get_updates(offset=0)

    printed = capsys.readouterr()
    assert "update_skipped" in printed.out
    assert "MARKER-7F3A" not in caplog.text + printed.out + printed.err


async def test_errors_of_the_network_are_the_librarys_to_handle() -> None:
    request = QueueOfUpdates()
    request.errors = [NetworkError("away")]
    kept = Kept()

    with pytest.raises(NetworkError):
        await a_bot(request, kept).get_updates(offset=0)

    assert kept.polls == 0


async def test_a_long_poll_is_waited_for_longer_than_it_lasts() -> None:
    request = QueueOfUpdates()

    await a_bot(request, Kept()).get_updates(timeout=10)

    assert request.read_timeouts == [15.0]


async def test_the_librarys_own_updater_gets_past_a_bad_update() -> None:
    request = QueueOfUpdates(raw_update(1), a_bad_update(2), raw_update(3))
    kept = Kept()
    queue: asyncio.Queue[object] = asyncio.Queue()
    updater = Updater(a_bot(request, kept), queue)
    updater._initialized = True
    updater._last_update_id = 0
    bootstrap = updater._bootstrap

    async def no_bootstrap(*_arguments: Any, **_options: Any) -> None: ...

    updater._bootstrap = no_bootstrap  # type: ignore[method-assign]  # deleteWebhook is not what is tested
    await updater.start_polling(allowed_updates=ALLOWED_UPDATES, timeout=0)
    first = await queue.get()
    second = await queue.get()
    await updater.stop()

    assert bootstrap is not None
    assert [first.update_id, second.update_id] == [1, 3]  # type: ignore[attr-defined]  # what polling puts are updates
    assert list(kept.raw) == [2]


async def test_an_application_takes_the_guarded_bot() -> None:
    bot = a_bot(QueueOfUpdates(), Kept())

    application = ApplicationBuilder().bot(bot).build()

    assert application.updater is not None
    assert application.updater.bot is bot


class StandInUpdater:
    running = True


class Watched:
    def __init__(self) -> None:
        self.time = FakeTime()
        self.exits: list[int] = []
        self.updater = StandInUpdater()
        self.dog = PollingWatchdog(end=self.exits.append, now=self.time.now, sleep=self.time.sleep)

    def watch(self) -> "asyncio.Task[None]":
        return asyncio.create_task(self.dog.watch(self.updater))  # type: ignore[arg-type]  # it asks for running only


async def test_five_minutes_of_silence_end_the_process() -> None:
    watched = Watched()
    watching = watched.watch()

    await watched.time.pass_by(290)
    before = list(watched.exits)
    await watched.time.pass_by(10 + LOOK_EVERY)

    assert before == []
    assert watched.exits == [1]
    assert watching.done()


async def test_polls_that_succeed_keep_it_alive() -> None:
    watched = Watched()
    watching = watched.watch()

    for _ in range(10):
        await watched.time.pass_by(200)
        watched.dog.poll_succeeded()
    watching.cancel()
    await until_nothing_moves()

    assert watched.exits == []


async def test_a_polling_task_that_died_ends_the_process_at_once() -> None:
    watched = Watched()
    polling = asyncio.create_task(asyncio.Event().wait(), name=POLLING_TASK)
    watched.watch()
    await watched.time.pass_by(LOOK_EVERY)
    before = list(watched.exits)

    polling.cancel()
    await watched.time.pass_by(LOOK_EVERY)

    assert before == []
    assert watched.exits == [1]


async def test_polling_that_is_stopped_on_purpose_ends_nothing() -> None:
    watched = Watched()
    polling = asyncio.create_task(asyncio.Event().wait(), name=POLLING_TASK)
    watching = watched.watch()
    await watched.time.pass_by(LOOK_EVERY)

    watched.updater.running = False
    polling.cancel()
    await watched.time.pass_by(3 * LOOK_EVERY)
    watching.cancel()
    await until_nothing_moves()

    assert watched.exits == []
