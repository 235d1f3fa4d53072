import asyncio

import httpx
import pytest

from playground.changes import Changes
from playground.shapes import JsonObject
from playground.updates import UpdateQueue
from tests.playground.conftest import MARIJKE, TOKEN, Playground, until


def ids(updates: list[JsonObject]) -> list[int]:
    return [update["update_id"] for update in updates]


async def write(playground: Playground, *texts: str) -> None:
    for text in texts:
        await playground.did(MARIJKE, "messages", text=text)


async def test_an_update_comes_again_until_it_is_confirmed(started: Playground) -> None:
    await write(started, "een", "twee")

    first = await started.updates()
    again = await started.updates()
    confirmed = await started.updates(offset=first[0]["update_id"] + 1)
    none = await started.updates(offset=first[1]["update_id"] + 1)

    assert [update["message"]["text"] for update in first] == ["een", "twee"]
    assert again == first
    assert confirmed == first[1:]
    assert none == []


async def test_ids_rise_one_by_one(started: Playground) -> None:
    await write(started, "een", "twee", "drie")

    numbers = ids(await started.updates())

    assert numbers == list(range(numbers[0], numbers[0] + 3))


async def test_the_limit_is_kept(started: Playground) -> None:
    await write(started, "een", "twee", "drie")

    assert len(await started.updates(limit=2)) == 2


async def test_a_negative_offset_leaves_the_last(started: Playground) -> None:
    await write(started, "een", "twee", "drie")

    last = await started.updates(offset=-1)

    assert [update["message"]["text"] for update in last] == ["drie"]
    assert await started.updates() == last


async def test_a_long_poll_waits_for_what_comes(started: Playground) -> None:
    poll = asyncio.create_task(started.updates(timeout=20))
    await asyncio.sleep(0)

    await write(started, "later")

    assert [update["message"]["text"] for update in await poll] == ["later"]


async def test_the_newer_of_two_pollers_wins(started: Playground) -> None:
    older = asyncio.create_task(started.bot("getUpdates", timeout=20))
    await until(lambda: started.world.queue.poll_open)

    newer = asyncio.create_task(started.updates(timeout=20))
    refused = await older
    await write(started, "voor de nieuwe")

    assert refused == {
        "ok": False,
        "error_code": 409,
        "description": "Conflict: terminated by other getUpdates request; "
        "make sure that only one bot instance is running",
    }
    assert len(await newer) == 1


async def test_what_was_not_asked_for_is_never_queued(started: Playground) -> None:
    await started.updates(allowed_updates=["callback_query"])
    await write(started, "dit niet")

    await started.updates(allowed_updates=["message"])
    await write(started, "dit wel")

    assert [update["message"]["text"] for update in await started.updates()] == ["dit wel"]


def test_by_default_all_comes_but_chat_members_and_reactions() -> None:
    queue = UpdateQueue(Changes())

    queued = [queue.add(kind, {}) is not None for kind in ("message", "my_chat_member", "chat_member")]

    assert queued == [True, True, False]


def test_an_update_is_gone_after_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    queue = UpdateQueue(Changes())
    queue.add("message", {})
    monkeypatch.setattr("playground.updates.KEPT_SECONDS", -1)

    queue.confirm(0)

    assert queue.pending == 0


async def test_pending_updates_can_be_dropped_and_are_counted(started: Playground) -> None:
    await write(started, "een", "twee")

    before = await started.result("getWebhookInfo")
    await started.result("deleteWebhook", drop_pending_updates=True)
    after = (await started.http.get("/bot-info")).json()

    assert before["pending_update_count"] == 2
    assert after["pending_updates"] == 0


async def test_a_poller_that_is_gone_takes_nothing_with_it(served: Playground) -> None:
    async with httpx.AsyncClient(base_url=served.address) as doomed:
        with pytest.raises(httpx.ReadTimeout):
            await doomed.post(f"/bot{TOKEN}/getUpdates", data={"timeout": 20}, timeout=0.1)
    await until(lambda: not served.world.queue.poll_open)

    await served.did(MARIJKE, "start")

    assert served.world.queue.waiting
    assert len(await served.updates(timeout=5)) == 1


async def test_the_page_is_told_whether_the_bot_polls(playground: Playground) -> None:
    before = (await playground.http.get("/bot-info")).json()["polling"]

    await playground.updates()

    assert (before, (await playground.http.get("/bot-info")).json()["polling"]) == (False, True)
