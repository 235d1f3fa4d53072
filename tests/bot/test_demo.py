"""The demo starts both, says what to try, and leaves nothing running however it ends."""

from __future__ import annotations

import asyncio
import json
import os
import re
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest

from bot import demo
from bot.settings import CannotStartError
from tests.bot.commands import WITHIN, Outcome, stopped, until
from tests.journeys.harness import free_port

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


class Demo:
    def __init__(self, process: asyncio.subprocess.Process, port: int) -> None:
        self.process = process
        self.address = f"http://127.0.0.1:{port}"

    async def welcome(self) -> str:
        assert self.process.stdout is not None
        async with asyncio.timeout(2 * WITHIN):
            return (await self.process.stdout.readuntil(b"make demo.")).decode()

    async def ends(self) -> Outcome:
        async with asyncio.timeout(WITHIN):
            out, err = await self.process.communicate()
        return Outcome(self.process.returncode or 0, out.decode(), err.decode())

    async def listens(self) -> bool:
        try:
            return "username" in await self.ask("GET", "/bot-info")
        except httpx.TransportError:
            return False

    async def ask(self, method: str, path: str, body: object = None) -> str:
        async with httpx.AsyncClient(base_url=self.address, trust_env=False) as client:
            return (await client.request(method, path, json=body)).raise_for_status().text


class Stage:
    """One folder of data, and every demo that a test starts over it."""

    def __init__(self, folder: Path) -> None:
        self.data = folder / "demo"
        self._demos: list[Demo] = []

    async def start(self, *options: str, port: int | None = None) -> Demo:
        port = port or free_port()
        process = await asyncio.create_subprocess_exec(
            *[sys.executable, "-m", "bot", "demo", "--port", str(port), "--data", str(self.data), *options],
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        self._demos.append(Demo(process, port))
        return self._demos[-1]

    def processes(self) -> dict[str, int]:
        """What still runs over this data: module and process id."""
        running = {}
        for process in Path("/proc").glob("[0-9]*"):
            try:
                words = (process / "cmdline").read_text().split("\0")
                where = (process / "cwd").readlink()
            except OSError:
                # It ended while we looked, or is another user's.
                continue
            if where == self.data and "-m" in words:
                running[words[words.index("-m") + 1]] = int(process.name)
        return running

    async def clear(self) -> None:
        for one in self._demos:
            if one.process.returncode is None:
                await stopped(one.process)


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    stage = Stage(tmp_path)
    yield stage
    await stage.clear()
    assert stage.processes() == {}


async def test_it_says_what_to_try_keeps_the_people_and_forgets_them_when_asked(stage: Stage) -> None:
    first = await stage.start()
    welcome = await first.welcome()
    link = re.search(r"https://t\.me/\w+\?start=(u-[\w-]+)", welcome)
    assert first.address in welcome
    assert link
    await first.ask("POST", "/people", {"first_name": "Noor"})

    code, seconds = await stopped(first.process, signal.SIGINT)
    second = await stage.start()
    await second.welcome()
    kept = await second.ask("GET", "/people")
    await stopped(second.process)
    fresh = await stage.start("--fresh")
    await fresh.welcome()
    forgotten = await fresh.ask("GET", "/people")

    assert (code, seconds < 10) == (0, True), seconds
    assert "Noor" in kept
    assert "Noor" not in forgotten


async def test_a_story_plays_by_itself_and_leaves_nothing_running(stage: Stage) -> None:
    one = await stage.start("--story")
    assert one.process.stdout is not None

    async with asyncio.timeout(2 * WITHIN):
        said = (await one.process.stdout.readuntil(b"inschrijfronde")).decode()
    told = json.loads(await one.ask("GET", "/story"))

    assert f"Open {one.address}" in said
    assert told["state"] == "playing"
    assert set(stage.processes()) == {"playground", "bot", "playground.story"}


async def test_a_demo_lives_on_when_its_story_ends(stage: Stage) -> None:
    one = await stage.start("--story")
    await until(lambda: "playground.story" in stage.processes())

    os.kill(stage.processes()["playground.story"], signal.SIGKILL)
    await until(lambda: "playground.story" not in stage.processes())

    assert await one.listens()
    assert one.process.returncode is None


async def test_a_port_that_is_taken_is_said_and_nothing_is_forgotten(stage: Stage) -> None:
    (stage.data / "playground").mkdir(parents=True)
    (stage.data / "main.key").write_text("kept")
    server = await asyncio.start_server(lambda _reader, writer: writer.close(), "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]

        refused = await (await stage.start("--fresh", port=port)).ends()

    assert refused.is_one_sentence(), refused
    assert f"Port {port} is taken" in refused.err
    assert (stage.data / "main.key").read_text() == "kept"


async def test_a_second_demo_over_the_same_data_is_refused(stage: Stage) -> None:
    first = await stage.start()
    await first.welcome()

    refused = await (await stage.start("--fresh")).ends()

    assert refused.is_one_sentence(), refused
    assert "A demo runs already" in refused.err
    assert await first.listens()


@pytest.mark.parametrize("victim", ["bot", "playground"])
async def test_when_one_dies_the_other_is_stopped(stage: Stage, victim: str) -> None:
    one = await stage.start()
    await one.welcome()

    os.kill(stage.processes()[victim], signal.SIGKILL)
    ended = await one.ends()

    assert ended.code == 1
    assert f"The {victim} stopped by itself" in ended.err
    assert f"{victim}.log" in ended.err
    assert "Traceback" not in ended.err


async def test_stopped_before_it_was_ready_it_leaves_nothing_running(stage: Stage) -> None:
    one = await stage.start()
    await until(lambda: "playground" in stage.processes())

    code, seconds = await stopped(one.process)

    assert (code, seconds < 10) == (0, True), seconds
    assert not await one.listens()


async def test_a_bot_that_does_not_start_is_told_with_its_reason(stage: Stage) -> None:
    stage.data.mkdir()
    (stage.data / "main.key").write_text("not a key")

    refused = await (await stage.start()).ends()

    assert refused.code == 2
    assert "holds no main key" in refused.err
    assert "Traceback" not in refused.err


def test_fresh_takes_away_only_what_a_demo_leaves(tmp_path: Path) -> None:
    (tmp_path / "playground").mkdir()
    (tmp_path / "intervisie.db-wal").touch()
    (tmp_path / "thesis.odt").touch()

    demo.empty(tmp_path)

    assert [path.name for path in tmp_path.iterdir()] == ["thesis.odt"]


def test_a_port_that_no_machine_has_is_refused() -> None:
    with pytest.raises(CannotStartError, match="Port 99999"):
        demo.require_free(99999)
