import asyncio
import os
import signal
import socket
import sqlite3
import sys
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest

from playground.storage import Storage, StorageError
from playground.world import World
from tests.playground.conftest import MARIJKE, TOKEN, Playground, running

KEYBOARD = {"inline_keyboard": [[{"text": "Ja", "callback_data": "ja"}]]}


async def fill(playground: Playground) -> None:
    await playground.did(MARIJKE, "start")
    await playground.result("setMyCommands", commands=[{"command": "mijn", "description": "Waar je staat"}])
    await playground.result("sendMessage", chat_id=MARIJKE, text="<b>Hoi</b>", parse_mode="HTML", reply_markup=KEYBOARD)
    below = {"keyboard": [[{"text": "Overslaan"}]]}
    await playground.result("sendMessage", chat_id=MARIJKE, text="Nummer?", reply_markup=below)
    await playground.call("sendDocument", data={"chat_id": MARIJKE}, files={"document": ("a.txt", b"inhoud")})
    gone = await playground.result("sendMessage", chat_id=MARIJKE, text="weg")
    await playground.result("deleteMessage", chat_id=MARIJKE, message_id=gone["message_id"])
    await playground.did(MARIJKE, "messages", text="nog niet gelezen door de bot")


async def test_all_is_there_again_in_the_next_run(tmp_path: Path) -> None:
    async with running(tmp_path) as first:
        await fill(first)
        await first.http.post("/people", json={"first_name": "Noor"})
        before = await first.sees(MARIJKE)
        pending = await first.updates()

    async with running(tmp_path) as second:
        after = await second.sees(MARIJKE)
        content = await second.http.get(next(m["file"]["url"] for m in after["messages"] if m["file"]))
        people = (await second.http.get("/people")).json()
        again = await second.updates()
        next_message = await second.result("sendMessage", chat_id=MARIJKE, text="verder")
        tap = await second.did(MARIJKE, "taps", message_id=before["messages"][1]["message_id"], text="Ja")

    assert after == before
    assert content.content == b"inhoud"
    assert [person["first_name"] for person in people][-1] == "Noor"
    assert again == pending
    assert next_message["message_id"] == before["messages"][-1]["message_id"] + 1
    assert tap["callback_query_id"]


async def test_confirmed_updates_and_their_numbers_stay_gone(tmp_path: Path) -> None:
    async with running(tmp_path) as first:
        await first.did(MARIJKE, "start")
        last = (await first.updates(allowed_updates=["message"]))[-1]["update_id"]
        await first.updates(offset=last + 1)

    async with running(tmp_path) as second:
        none = await second.updates()
        await second.did(MARIJKE, "messages", text="nieuw")
        fresh = await second.updates()
        info = await second.result("getWebhookInfo")

    assert none == []
    assert [update["update_id"] for update in fresh] == [last + 1]
    assert info["allowed_updates"] == ["message"]


async def test_the_clock_goes_on_where_it_was_unless_it_is_set(tmp_path: Path) -> None:
    async with running(tmp_path, now=datetime(2031, 5, 1, tzinfo=UTC)) as first:
        version = first.world.clock.version
    async with running(tmp_path) as second:
        continued = second.world.clock.now()
        same_version = second.world.clock.version
    async with running(tmp_path, now=datetime(2032, 1, 1, tzinfo=UTC)) as third:
        reset = third.world.clock.now()
        risen = third.world.clock.version

    assert (continued.year, continued.month, reset.year) == (2031, 5, 2032)
    assert (same_version, risen) == (version, version + 1)


def test_a_second_playground_on_the_same_data_is_refused(tmp_path: Path) -> None:
    first = World(tmp_path, TOKEN)

    with pytest.raises(StorageError, match="is a playground running on it"):
        World(tmp_path, TOKEN)

    first.close()


def test_changes_are_written_all_or_none(tmp_path: Path) -> None:
    storage = Storage(tmp_path)
    storage.write({("counter", "a"): 1, ("counter", "b"): 1})
    nameless: tuple[str, Any] = ("counter", None)

    with pytest.raises(sqlite3.IntegrityError):
        storage.write({("counter", "a"): 2, nameless: 2})
    after_failure = kept(storage, tmp_path)
    storage = Storage(tmp_path)
    storage.write({("counter", "a"): 3, ("counter", "b"): None})
    after_success = kept(storage, tmp_path)

    assert after_failure == [("a", "1"), ("b", "1")]
    assert after_success == [("a", "3")]


def kept(storage: Storage, folder: Path) -> list[tuple[str, str]]:
    """What lies on the disk; the storage, which holds the file for itself, is closed."""
    storage.close()
    with closing(sqlite3.connect(folder / "playground.sqlite3")) as connection:
        return connection.execute("SELECT key, body FROM documents ORDER BY key").fetchall()


@pytest.mark.parametrize("token", ["", "abc", "12:", ":geheim", "x:y"])
def test_a_token_that_is_none_is_refused(tmp_path: Path, token: str) -> None:
    with pytest.raises(ValueError, match="A token looks like"):
        World(tmp_path, token)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def start_process(folder: Path, port: int) -> asyncio.subprocess.Process:
    """The playground in a process of its own, once it has said that it listens."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "playground", "--port", str(port), "--data", str(folder), "--token", TOKEN),
        "--no-limits",
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    line = await asyncio.wait_for(process.stdout.readline(), 20)
    assert line.decode() == f"The playground listens at http://127.0.0.1:{port}/\n"
    return process


async def test_a_start_that_cannot_be_says_why_in_one_line(tmp_path: Path) -> None:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "playground", "--port", "0", "--data", str(tmp_path), "--token", "zomaar"),
        stderr=asyncio.subprocess.PIPE,
    )

    _, error = await process.communicate()

    assert process.returncode == 1
    assert error.decode().count("\n") == 1
    assert error.decode().startswith("A token looks like")


async def test_a_kill_loses_nothing_that_was_answered(tmp_path: Path) -> None:
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    process = await start_process(tmp_path, port)
    answered: list[int] = []

    async def write_on(client: httpx.AsyncClient) -> None:
        with suppress(httpx.TransportError):
            while True:
                fields = {"chat_id": MARIJKE, "text": f"bericht {len(answered)}"}
                answer = await client.post(f"/bot{TOKEN}/sendMessage", data=fields)
                answered.append(answer.json()["result"]["message_id"])
                if len(answered) == 40:
                    process.kill()

    async with httpx.AsyncClient(base_url=address, timeout=10) as client:
        await client.post(f"/people/{MARIJKE}/chats/{MARIJKE}/start")
        await asyncio.gather(*(write_on(client) for _ in range(4)))
    await process.wait()

    process = await start_process(tmp_path, port)
    async with httpx.AsyncClient(base_url=address, timeout=10) as client:
        chat = (await client.get(f"/people/{MARIJKE}/chats/{MARIJKE}")).json()
    process.send_signal(signal.SIGINT)
    stopped = await asyncio.wait_for(process.wait(), 10)
    kept = {message["message_id"] for message in chat["messages"]}
    assert len(answered) >= 40
    assert set(answered) <= kept
    assert stopped == 0


async def test_a_stop_does_not_wait_for_open_polls_and_pages(tmp_path: Path) -> None:
    port = free_port()
    process = await start_process(tmp_path, port)
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=10) as client:
        poll = asyncio.create_task(client.post(f"/bot{TOKEN}/getUpdates", data={"timeout": "50"}))
        idle = asyncio.create_task(client.post("/clock/idle", json={"seen": 1}))
        async with client.stream("GET", "/events") as events:
            assert events.status_code == 200

            os.kill(process.pid, signal.SIGTERM)

            await asyncio.wait_for(process.wait(), 5)
        await asyncio.gather(poll, idle, return_exceptions=True)
    assert process.returncode in (0, -signal.SIGTERM)
