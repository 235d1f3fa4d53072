"""A playground inside the test's own loop, and a client that is the bot and the people.

`playground` is called without a network between; `served` listens on a free port, for tests about connections.
"""

import asyncio
import json
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
import uvicorn

from playground.app import create_app
from playground.connection import DroppableConnection
from playground.shapes import Json, JsonObject
from playground.world import World

TOKEN = "7123456789:AAE-a-secret-of-the-test"
MARIJKE = 6390175248
JEROEN = 734928105
WILLEM = 402915867


class Playground:
    """Two clients of one running playground: `bot` calls the Bot API, the rest is what people do."""

    def __init__(self, world: World, address: str, client: httpx.AsyncClient) -> None:
        self.world = world
        self.address = address
        self.http = client

    async def bot(self, method: str, **fields: Json) -> JsonObject:
        """Calls a method as a form, nested values as JSON; the whole answer."""
        form = {name: value if isinstance(value, str) else json.dumps(value) for name, value in fields.items()}
        return await self.call(method, data=form)

    async def call(self, method: str, **request: Any) -> JsonObject:
        answer = await self.http.post(f"/bot{TOKEN}/{method}", **request)
        body: JsonObject = answer.json()
        assert answer.status_code == (200 if body["ok"] else body["error_code"])
        return body

    async def result(self, method: str, **fields: Json) -> Json:
        answer = await self.bot(method, **fields)
        assert answer["ok"], answer
        return answer["result"]

    async def updates(self, **fields: Json) -> list[JsonObject]:
        found: list[JsonObject] = await self.result("getUpdates", **fields)
        return found

    async def refusal(self, method: str, **fields: Json) -> str:
        """The description of an error that must come."""
        answer = await self.bot(method, **fields)
        assert not answer["ok"], answer
        description: str = answer["description"]
        return description

    async def does(self, person: int, deed: str, *, within: int | None = None, **body: Json) -> httpx.Response:
        """A deed in the private chat, or `within` a group."""
        return await self.http.post(f"/people/{person}/chats/{within or person}/{deed}", json=body)

    async def did(self, person: int, deed: str, *, within: int | None = None, **body: Json) -> JsonObject:
        return _done(await self.does(person, deed, within=within, **body))

    async def sees(self, person: int, within: int | None = None) -> JsonObject:
        chat: JsonObject = (await self.http.get(f"/people/{person}/chats/{within or person}")).json()
        return chat

    async def makes_group(
        self, creator: int, *members: int, bot: str | None = "administrator", title: str = "Intervisie 12"
    ) -> int:
        """The number of a new group, with the bot in it unless `bot`, its status, is None."""
        made = await self.http.post(f"/people/{creator}/groups", json={"title": title, "members": members})
        chat_id: int = _done(made)["chat_id"]
        if bot is not None:
            await self.manages(creator, chat_id, "bot", status=bot)
        return chat_id

    async def tries(self, person: int, chat_id: int, deed: str, **body: Json) -> httpx.Response:
        return await self.http.post(f"/people/{person}/groups/{chat_id}/{deed}", json=body)

    async def manages(self, person: int, chat_id: int, deed: str, **body: Json) -> int:
        """Does something with a group; its number after that."""
        number: int = _done(await self.tries(person, chat_id, deed, **body))["chat_id"]
        return number

    async def news(self, kind: str | None = None) -> list[Json]:
        """What the updates that wait hold, all or of one kind, which are confirmed by this."""
        updates = await self.updates()
        if updates:
            await self.updates(offset=updates[-1]["update_id"] + 1)
        return [update if kind is None else update[kind] for update in updates if kind is None or kind in update]


def _done(answer: httpx.Response) -> JsonObject:
    assert answer.is_success, answer.text
    result: JsonObject = answer.json()
    return result


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.listening = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.listening.set()


@asynccontextmanager
async def running(folder: Path, **options: Any) -> AsyncIterator[Playground]:
    """A playground without a network; limits are off unless the options say otherwise."""
    world = World(folder, TOKEN, **{"limits": False, **options})
    address = "http://playground"
    transport = httpx.ASGITransport(create_app(world), raise_app_exceptions=False)
    try:
        async with httpx.AsyncClient(transport=transport, base_url=address) as client:
            yield Playground(world, address, client)
    finally:
        world.hang_up()
        world.close()


@asynccontextmanager
async def serving(folder: Path) -> AsyncIterator[Playground]:
    """A playground that listens on a port of this machine."""
    world = World(folder, TOKEN, limits=False)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        config = uvicorn.Config(create_app(world), http=DroppableConnection, log_level="critical", access_log=False)
        server = _Server(config)
        running_server = asyncio.create_task(server.serve([listener]))
        address = f"http://127.0.0.1:{port}"
        async with httpx.AsyncClient(base_url=address, timeout=10) as client:
            await server.listening.wait()
            yield Playground(world, address, client)
        world.hang_up()
        server.should_exit = True
        await running_server


async def until(condition: Callable[[], bool]) -> None:
    """Waits until something is so; fails after half a minute, for machines that have no time."""
    loop = asyncio.get_running_loop()
    done = loop.create_future()

    def look() -> None:
        if condition():
            done.set_result(None)
        elif not done.cancelled():
            loop.call_later(0.001, look)

    look()
    await asyncio.wait_for(done, 30)


@pytest.fixture
async def playground(tmp_path: Path) -> AsyncIterator[Playground]:
    async with running(tmp_path / "data") as playground:
        yield playground


@pytest.fixture
async def served(tmp_path: Path) -> AsyncIterator[Playground]:
    async with serving(tmp_path / "data") as playground:
        yield playground


@pytest.fixture
async def started(playground: Playground) -> Playground:
    """Marijke has started the bot, and the bot has heard of it."""
    await playground.did(MARIJKE, "start")
    updates = await playground.updates()
    await playground.updates(offset=updates[-1]["update_id"] + 1)
    return playground
