"""What journeys are played with: a playground and the bot as processes of their own, and phones in people's hands."""

from __future__ import annotations

import asyncio
import os
import socket
import sqlite3
import sys
from contextlib import asynccontextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

import httpx

from domain.invitation import InvitationKind
from playground.client import Phone as PersonsPhone
from playground.client import Playground, RefusedError
from services.invitation import Invitations
from storage.cipher import MainKey
from storage.database import Database

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.journeys.nursery import Nursery, Process

TOKEN = "4242424242:JOURNEYS-are-played-on-this-machine-only"
READY_WITHIN = 30.0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Town(Playground):
    """A playground with the bot in it; everything over HTTP."""

    # Where its processes are born; without one Python is started for each, which takes seconds.
    nursery: ClassVar[Nursery | None] = None

    def __init__(self, folder: Path, port: int) -> None:
        super().__init__(f"http://127.0.0.1:{port}")
        self.folder = folder
        self.port = port
        self.database = folder / "intervisie.db"
        self.key = MainKey.generate()
        self.playground: Process | None = None
        self.bot: Process | None = None
        self._settings: dict[str, str] = {}

    @property
    def environment(self) -> dict[str, str]:
        others = {name: value for name, value in os.environ.items() if not name.startswith("INTERVISIE_")}
        return {
            **others,
            "INTERVISIE_TOKEN": TOKEN,
            "INTERVISIE_KEY": self.key,
            "INTERVISIE_DATABASE": str(self.database),
            "INTERVISIE_API": self.address,
            "INTERVISIE_CLOCK": f"{self.address}/clock",
            **self._settings,
        }

    @property
    def bot_log(self) -> str:
        return (self.folder / "bot.log").read_text("utf-8") if (self.folder / "bot.log").exists() else ""

    async def open(self, *arguments: str) -> None:
        self.playground = await self.launch(
            "playground",
            "--port",
            str(self.port),
            "--data",
            str(self.folder / "playground"),
            "--token",
            TOKEN,
            *arguments,
        )
        await self._until("/bot-info", lambda answer: "username" in answer)

    async def start_bot(
        self, *, settings: dict[str, str] | None = None, wait: bool = True, module: str = "bot"
    ) -> None:
        """`module` may be one that runs the bot with something around it."""
        if settings is not None:
            self._settings = settings
        self.bot = await self.launch(module, "run")
        if wait:
            await self.settles()

    async def launch(self, module: str, *arguments: str) -> Process:
        """A Python module as a process with the bot's settings; what it prints goes to a log in the folder."""
        name = "playground" if module == "playground" else "bot"
        log_path = self.folder / f"{name}.log"
        if self.nursery is not None:
            return await self.nursery.launch(module, *arguments, env=self.environment, cwd=self.folder, log=log_path)
        with log_path.open("ab") as log:
            return await asyncio.create_subprocess_exec(
                sys.executable, "-m", module, *arguments, env=self.environment, cwd=self.folder, stdout=log, stderr=log
            )

    async def kill_bot(self) -> None:
        """As a power cut does: no warning, no goodbye."""
        if self.bot is not None and self.bot.returncode is None:
            self.bot.kill()
            await self.bot.wait()

    async def stop_bot(self) -> None:
        if self.bot is not None and self.bot.returncode is None:
            self.bot.terminate()
            await self.bot.wait()

    async def restart_bot(self) -> None:
        await self.kill_bot()
        await self.start_bot()

    async def close(self) -> None:
        await self.stop_bot()
        if self.playground is not None and self.playground.returncode is None:
            self.playground.terminate()
            await self.playground.wait()
        await super().close()

    async def until_polling(self) -> None:
        """Until the bot that was started asks for updates."""
        polls = (await self.ask("GET", "/bot-info"))["polls"]
        await self._until("/bot-info", lambda answer: answer["polls"] > polls)

    async def phone(self, name: str) -> Phone:
        """The phone of somebody in the cast, by first name."""
        return Phone(self, await self.person(name))

    async def newcomer(self, first_name: str, last_name: str = "", **facts: Any) -> Phone:
        """Somebody who is not in the cast yet."""
        return Phone(
            self, await self.ask("POST", "/people", {"first_name": first_name, "last_name": last_name, **facts})
        )

    async def coordinator(self, name: str = "Annelies") -> Phone:
        """Somebody of the cast who has claimed the coordinator's role."""
        phone = await self.phone(name)
        await phone.follows(await self.coordinator_link())
        return phone

    async def coordinator_link(self) -> str:
        """As the command line prints it, without the second that a process of its own takes."""
        now = datetime.fromisoformat((await self.ask("GET", "/clock"))["now"])
        username = (await self.ask("GET", "/bot-info"))["username"]
        database = await Database.open(self.database, MainKey(self.key))
        try:
            token = await Invitations(database).issue(InvitationKind.COORDINATOR, now)
        finally:
            await database.close()
        return f"https://t.me/{username}?start=u-{token}"

    async def intervisie(self, *arguments: str) -> str:
        """Run a command of the command line; what it printed."""
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "bot",
            *arguments,
            env=self.environment,
            cwd=self.folder,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        out, err = await process.communicate()
        assert process.returncode == 0, err.decode()
        return out.decode().strip()

    async def fault(self, **fault: Any) -> int:
        return int((await self.ask("POST", "/faults", fault))["id"])

    async def clear_faults(self) -> None:
        await self.ask("DELETE", "/faults")

    async def journal(self) -> list[dict[str, Any]]:
        """Every call that the bot made."""
        return list((await self.ask("GET", "/journal"))["entries"])

    async def ask(self, method: str, path: str, body: object = None, *, unlimited: bool = False) -> Any:
        try:
            return await super().ask(method, path, body, unlimited=unlimited)
        except RefusedError as error:
            raise AssertionError(f"{error}\n{self.bot_log[-2000:]}") from error

    def rows(self, sql: str, **values: Any) -> list[tuple[Any, ...]]:
        """Look into the bot's database, for what no screen shows."""
        connection = sqlite3.connect(f"file:{self.database}?mode=ro", uri=True)
        try:
            return connection.execute(sql, values).fetchall()
        finally:
            connection.close()

    async def _until(self, path: str, holds: Any) -> None:
        async with asyncio.timeout(READY_WITHIN):
            while True:
                try:
                    answer = await self.http.get(path)
                    if answer.is_success and holds(answer.json()):
                        return
                except httpx.TransportError:
                    pass
                # Nothing tells that a process listens but listening itself.
                await asyncio.sleep(0.05)


class Phone(PersonsPhone):
    """One person's phone, with what only a test does on it, and what a test expects to see."""

    def __init__(self, town: Town, person: dict[str, Any]) -> None:
        super().__init__(town, person)
        self.town = town

    async def forges(self, data: str, message_id: int | None = None) -> None:
        """Send callback data that no button carries, as a modified client can."""
        if message_id is None:
            message_id = next(m["message_id"] for m in reversed(await self.messages()) if m["inline_keyboard"])
        await self._act("taps", {"message_id": message_id, "callback_data": data})

    async def votes_under(self, message_id: int, *options: str) -> None:
        """In the poll of this very message: another may ask the same."""
        await self._act("votes", {"message_id": message_id, "options": list(options)})

    async def edits(self, message_id: int, text: str) -> None:
        await self._act("edits", {"message_id": message_id, "text": text})

    async def blocks(self) -> None:
        await self._act("block", {})

    async def unblocks(self) -> None:
        await self._act("unblock", {})

    async def sees(self, *expected: str) -> None:
        """Each of these is in the bot's messages since this person last acted (or in the lowest one)."""
        recent = await self.recent()
        for words in expected:
            assert words.lower() in recent.lower(), (
                f"{self.name} should see {words!r}, and sees:\n{await self.screen()}\n{self.town.bot_log[-3000:]}"
            )

    async def sees_not(self, *unexpected: str) -> None:
        everything = "\n".join(message["text"] or "" for message in await self.messages())
        for words in unexpected:
            assert words.lower() not in everything.lower(), f"{self.name} should not see {words!r}:\n{everything}"

    def surprise(self, sentence: str) -> Exception:
        return AssertionError(f"{sentence}\n{self.town.bot_log[-3000:]}")


@asynccontextmanager
async def town_in(folder: Path, *arguments: str, settings: dict[str, str] | None = None) -> AsyncIterator[Town]:
    """A playground and a bot, stopped at the end whatever happens."""
    town = Town(folder, free_port())
    try:
        await town.open(*arguments)
        await town.start_bot(settings=settings or {})
        yield town
    finally:
        await town.close()
