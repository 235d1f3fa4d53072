"""A playground of its own for the tests of the page: the process, the bot's side of it, and the people's."""

import asyncio
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

REPOSITORY = Path(__file__).parents[2]
TOKEN = "42:PAGE"
READY_WITHIN_SECONDS = 60.0
# For what follows upon something in the page; a getUpdates that finds something answers at once.
PATIENCE_SECONDS = 45


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def running_playground(data: Path, port: int | None = None) -> Iterator[str]:
    """Starts the playground without limits and gives its address once it answers."""
    port = port or free_port()
    command = [
        sys.executable,
        "-m",
        "playground",
        "--port",
        str(port),
        "--data",
        str(data),
        "--token",
        TOKEN,
        "--no-limits",
    ]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    with (data.parent / "playground.log").open("w") as log:
        process = subprocess.Popen(command, cwd=REPOSITORY, env=environment, stdout=log, stderr=subprocess.STDOUT)
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_until_ready(process, address, Path(log.name))
            yield address
        finally:
            process.terminate()
            process.wait(timeout=20)


def _wait_until_ready(process: subprocess.Popen[bytes], address: str, log: Path) -> None:
    deadline = time.monotonic() + READY_WITHIN_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"the playground ended with {process.returncode}: {log.read_text()}")
        try:
            httpx.get(f"{address}/bot-info", timeout=2).raise_for_status()
        except httpx.TransportError:
            # Not listening yet; asking again needs a breath, or the asking slows the start.
            time.sleep(0.05)
        else:
            return
    raise TimeoutError(f"the playground did not answer within {READY_WITHIN_SECONDS} s: {log.read_text()}")


@dataclass(frozen=True)
class Bot:
    """The bot's side, by the Bot API, as a test needs it: it says things and reads what people did."""

    http: httpx.AsyncClient
    address: str

    async def call(self, method: str, *, files: dict[str, tuple[str, bytes]] | None = None, **parameters: Any) -> Any:
        form = {name: value if isinstance(value, str) else json.dumps(value) for name, value in parameters.items()}
        answer = (await self.http.post(f"{self.address}/bot{TOKEN}/{method}", data=form, files=files)).json()
        if not answer["ok"]:
            raise AssertionError(f"{method}: {answer['description']}")
        return answer["result"]

    async def say(self, person: int, text: str, **parameters: Any) -> int:
        message = await self.call("sendMessage", chat_id=person, text=text, **parameters)
        number: int = message["message_id"]
        return number

    async def any_update(self) -> dict[str, Any]:
        """The next update, which is confirmed with that."""
        updates: list[dict[str, Any]] = await self.call("getUpdates", timeout=PATIENCE_SECONDS, limit=1)
        if not updates:
            raise AssertionError("no update came")
        await self.call("getUpdates", offset=updates[0]["update_id"] + 1, timeout=0, limit=1)
        return updates[0]

    async def next_update(self, kind: str) -> dict[str, Any]:
        """The next update of a kind; those before it are confirmed and passed over."""
        while kind not in (update := await self.any_update()):
            pass
        found: dict[str, Any] = update[kind]
        return found

    async def clear(self) -> None:
        waiting = await self.call("getUpdates", offset=-1, timeout=0)
        if waiting:
            await self.call("getUpdates", offset=waiting[-1]["update_id"] + 1, timeout=0)


@dataclass(frozen=True)
class People:
    """The people's side, by the playground's own interface."""

    http: httpx.AsyncClient
    address: str

    async def add(self, first_name: str, *, started: bool = True) -> int:
        answer = await self.http.post(f"{self.address}/people", json={"first_name": first_name, "last_name": "Test"})
        answer.raise_for_status()
        person: int = answer.json()["id"]
        if started:
            (await self.http.post(f"{self.address}/people/{person}/chats/{person}/start", json={})).raise_for_status()
        return person

    async def chat(self, person: int) -> dict[str, Any]:
        answer = await self.http.get(f"{self.address}/people/{person}/chats/{person}")
        answer.raise_for_status()
        chat: dict[str, Any] = answer.json()
        return chat

    async def make_group(self, maker: int, title: str, *members: int, bot_status: str = "administrator") -> int:
        """A group of these people with the bot in it; its chat id."""
        at = f"{self.address}/people/{maker}/groups"
        made = await self.http.post(at, json={"title": title, "members": members})
        made.raise_for_status()
        group: int = made.json()["chat_id"]
        (await self.http.post(f"{at}/{group}/bot", json={"status": bot_status})).raise_for_status()
        return group

    async def write(self, person: int, chat: int, text: str) -> None:
        at = f"{self.address}/people/{person}/chats/{chat}/messages"
        (await self.http.post(at, json={"text": text})).raise_for_status()

    async def until_read(self, person: int) -> None:
        """The page tells the playground what was read; that follows upon its being in sight."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            while (await self.chat(person))["unread"] > 0:
                # Asking again needs a breath, or the asking slows the telling.
                await asyncio.sleep(0.05)
