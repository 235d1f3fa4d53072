"""What journeys are played with: a playground and the bot as processes of their own, and phones in people's hands."""

from __future__ import annotations

import asyncio
import os
import re
import socket
import sqlite3
import sys
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import httpx

from storage.cipher import MainKey

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

TOKEN = "4242424242:JOURNEYS-are-played-on-this-machine-only"
READY_WITHIN = 30.0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Town:
    """A playground with the bot in it; everything over HTTP."""

    def __init__(self, folder: Path, port: int) -> None:
        self.folder = folder
        self.address = f"http://127.0.0.1:{port}"
        self.port = port
        self.database = folder / "intervisie.db"
        self.key = MainKey.generate()
        self.http = httpx.AsyncClient(base_url=self.address, timeout=60)
        self.playground: asyncio.subprocess.Process | None = None
        self.bot: asyncio.subprocess.Process | None = None
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

    async def launch(self, module: str, *arguments: str) -> asyncio.subprocess.Process:
        """A Python module as a process with the bot's settings; what it prints goes to a log in the folder."""
        name = "playground" if module == "playground" else "bot"
        with (self.folder / f"{name}.log").open("ab") as log:
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
        await self.http.aclose()

    async def until_polling(self) -> None:
        """Until the bot that was started asks for updates."""
        polls = (await self.ask("GET", "/bot-info"))["polls"]
        await self._until("/bot-info", lambda answer: answer["polls"] > polls)

    async def settles(self, seconds: float = 30) -> None:
        """Wait until the bot has done all there is to do at this moment."""
        await self.ask("POST", "/clock/settle", {"timeout": seconds})

    async def forward(self, *, seconds: float = 0, minutes: float = 0, hours: float = 0, days: float = 0) -> list[str]:
        """Put the clock forward, past every due moment on the way; the moments that were visited."""
        seconds += 60 * minutes + 3600 * hours + 86400 * days
        answer = await self.ask("POST", "/clock/forward", {"seconds": seconds, "timeout": 60})
        await self.settles()
        return list(answer["visited"])

    async def to_next(self) -> None:
        await self.ask("POST", "/clock/forward", {"next": True, "timeout": 60})
        await self.settles()

    async def phone(self, name: str) -> Phone:
        """The phone of somebody in the cast, by first name."""
        for person in await self.ask("GET", "/people"):
            if person["first_name"] == name:
                return Phone(self, person)
        raise AssertionError(f"nobody is called {name}")

    async def newcomer(self, first_name: str, last_name: str = "", **facts: Any) -> Phone:
        """Somebody who is not in the cast yet."""
        return Phone(
            self, await self.ask("POST", "/people", {"first_name": first_name, "last_name": last_name, **facts})
        )

    async def coordinator(self, name: str = "Annelies") -> Phone:
        """Somebody of the cast who has claimed the coordinator's role."""
        phone = await self.phone(name)
        await phone.follows(await self.intervisie("coordinator-link"))
        return phone

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

    async def ask(self, method: str, path: str, body: object = None) -> Any:
        answer = await self.http.request(method, path, json=body)
        assert answer.is_success, f"{method} {path}: {answer.status_code} {answer.text}\n{self.bot_log[-2000:]}"
        return answer.json() if answer.content else None

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


class Phone:
    """One person's phone: what they do, and what they see of it."""

    def __init__(self, town: Town, person: dict[str, Any]) -> None:
        self.town = town
        self.id = int(person["id"])
        self.first_name = str(person["first_name"])
        self.name = f"{person['first_name']} {person['last_name'] or ''}".strip()
        self.number = str(person["phone_number"])
        self.path = f"/people/{self.id}/chats/{self.id}"
        # Taps and messages so far: what it costs a person.
        self.acts = 0
        self._seen = 0

    async def starts(self, payload: str | None = None) -> None:
        await self._act("start", {"payload": payload} if payload else {})

    async def follows(self, link: str) -> None:
        """Open a deep link: https://t.me/<bot>?start=<payload>."""
        await self.starts(link.partition("?start=")[2])

    async def types(self, text: str, **more: Any) -> None:
        await self._act("messages", {"text": text, **more})

    async def taps(self, words: str) -> None:
        """Press the lowest button on the screen with these words."""
        message_id = await self._message_with(words)
        await self._act("taps", {"message_id": message_id, "text": await self._whole_words(message_id, words)})

    async def forges(self, data: str, message_id: int | None = None) -> None:
        """Send callback data that no button carries, as a modified client can."""
        if message_id is None:
            message_id = next(m["message_id"] for m in reversed(await self.messages()) if m["inline_keyboard"])
        await self._act("taps", {"message_id": message_id, "callback_data": data})

    async def presses_again(self, message_id: int, words: str) -> None:
        """A button of an earlier message, wherever it is on the screen."""
        await self._act("taps", {"message_id": message_id, "text": words})

    async def shares_contact(self, **contact: Any) -> None:
        await self._act("contact", contact)

    async def sends(self, kind: str, **what: Any) -> None:
        """A sticker, photo, voice or document."""
        await self._act(kind, what)

    async def edits(self, message_id: int, text: str) -> None:
        await self._act("edits", {"message_id": message_id, "text": text})

    async def blocks(self) -> None:
        await self._act("block", {})

    async def unblocks(self) -> None:
        await self._act("unblock", {})

    async def chat(self) -> dict[str, Any]:
        return dict(await self.town.ask("GET", self.path))

    async def messages(self) -> list[dict[str, Any]]:
        return list((await self.chat())["messages"])

    async def bot_messages(self) -> list[dict[str, Any]]:
        return [message for message in await self.messages() if not message["outgoing"]]

    async def last(self) -> dict[str, Any]:
        """The lowest message of the bot."""
        messages = await self.bot_messages()
        assert messages, f"{self.name} has heard nothing\n{self.town.bot_log[-3000:]}"
        return messages[-1]

    async def buttons(self) -> list[str]:
        """The words of the buttons under the bot's lowest message."""
        return [button["text"] for row in (await self.last())["inline_keyboard"] for button in row]

    async def sees(self, *expected: str) -> None:
        """Each of these is in the bot's messages since this person last acted (or in the lowest one)."""
        # Amounts have a no-break space, which a reader does not see.
        recent = (await self._recent()).replace("\N{NO-BREAK SPACE}", " ")
        for words in expected:
            assert words.lower() in recent.lower(), (
                f"{self.name} should see {words!r}, and sees:\n{await self.screen()}\n{self.town.bot_log[-3000:]}"
            )

    async def sees_not(self, *unexpected: str) -> None:
        everything = "\n".join(message["text"] or "" for message in await self.messages())
        for words in unexpected:
            assert words.lower() not in everything.lower(), f"{self.name} should not see {words!r}:\n{everything}"

    async def screen(self, lowest: int = 6) -> str:
        """The last messages, as one would read them aloud."""
        lines = []
        for message in (await self.messages())[-lowest:]:
            who = ">" if message["outgoing"] else " "
            buttons = " ".join(f"[{b['text']}]" for row in message["inline_keyboard"] for b in row)
            lines.append(f"{who} ({message['kind']}) {message['text'] or ''} {buttons}".rstrip())
        return "\n".join(lines)

    async def link(self) -> str:
        """The lowest deep link in the chat."""
        for message in reversed(await self.bot_messages()):
            found = re.search(r"https://t\.me/\w+\?start=[\w-]+", message["text"] or "")
            if found:
                return found.group()
        raise AssertionError(f"no link on the screen:\n{await self.screen()}")

    async def _act(self, what: str, body: dict[str, Any]) -> None:
        before = await self.bot_messages() if what != "start" or self._seen else []
        self._seen = max((message["message_id"] for message in before), default=0)
        await self.town.ask("POST", f"{self.path}/{what}", body)
        self.acts += 1
        await self.town.settles()

    async def _recent(self) -> str:
        messages = await self.bot_messages()
        newer = [message for message in messages if message["message_id"] > self._seen] or messages[-1:]
        # An edited message may stand above what was last seen.
        edited = [message for message in messages if message["edited"] and message not in newer][-2:]
        shown = [
            (message["text"] or "") + " " + " ".join(b["text"] for row in message["inline_keyboard"] for b in row)
            for message in [*edited, *newer]
        ]
        return "\n".join(shown)

    async def _message_with(self, words: str) -> int:
        for message in reversed(await self.bot_messages()):
            if any(words.lower() in b["text"].lower() for row in message["inline_keyboard"] for b in row):
                return int(message["message_id"])
        raise AssertionError(
            f"{self.name} has no button {words!r}:\n{await self.screen()}\n{self.town.bot_log[-3000:]}"
        )

    async def _whole_words(self, message_id: int, words: str) -> str:
        message = next(m for m in await self.messages() if m["message_id"] == message_id)
        found = [b["text"] for row in message["inline_keyboard"] for b in row if words.lower() in b["text"].lower()]
        return str(next((text for text in found if text.lower() == words.lower()), found[0]))


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
