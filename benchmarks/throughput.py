"""Updates a second with limits and pacing off: typed answers of a registration, each kept on disk (aim: 100)."""

from __future__ import annotations

import asyncio
import contextlib
import sqlite3
import struct
import tempfile
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.population import open_round
from tests.journeys.harness import Town, free_port

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator, Sequence

    from tests.journeys.harness import Phone

PEOPLE = 150
# To the questions in their order: the name, the municipality, the party.
ANSWERS = ("Anna van der Meer", "Amersfoort", "Gemeentebelangen Vooruit")
UPDATES = PEOPLE * len(ANSWERS)
NO_PACING = {"INTERVISIE_PACING": "false", "INTERVISIE_CLOCK": "system"}
SIDE_BY_SIDE = 16
DONE_WITHIN = 120.0
# Looking at the journal more often would take from the playground what is measured.
LOOK_EVERY = 0.3


async def measure() -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        town = Town(Path(folder), free_port())
        try:
            await open_round(town.database, town.key)
            await town.open("--no-limits")
            people = [await town.newcomer(f"Deelnemer{number}") for number in range(PEOPLE)]
            await begin_registrations(town, people)
            with _counting_commits(town) as commits:
                product = await _rate(town, people, "bot", "run")
                each = commits() / UPDATES
            echo = await _rate(town, people, "benchmarks.echo")
        finally:
            await town.close()
    return [
        f"intervisie: {product:.0f} updates/s ({UPDATES} typed answers, {each:.1f} commits each)",
        f"bare echo bot of the same library: {echo:.0f} updates/s, nothing kept",
        f"ratio: {product / echo:.2f}",
    ]


async def begin_registrations(town: Town, people: Sequence[Phone]) -> None:
    """Everybody is asked their name, by a bot that is stopped again."""
    await town.start_bot(settings=NO_PACING, wait=False)
    await side_by_side(people, lambda phone: town.ask("POST", f"{phone.path}/start", {}))
    await side_by_side(people, lambda phone: _press_when_there(phone, "Aanmelden"))
    await side_by_side(people, lambda phone: _sees(phone, "Hoe heet je"))
    await town.stop_bot()


async def side_by_side(people: Sequence[Phone], act: Callable[[Phone], Awaitable[Any]]) -> None:
    places = asyncio.Semaphore(SIDE_BY_SIDE)

    async def one(phone: Phone) -> None:
        async with places:
            await act(phone)

    await asyncio.gather(*(one(phone) for phone in people))


async def _rate(town: Town, people: Sequence[Phone], module: str, *arguments: str) -> float:
    """Updates a second of a bot that finds all of them waiting, from the first answer to the last."""
    for answer in ANSWERS:
        await side_by_side(people, partial(_says, answer))
    read = (await town.ask("GET", "/journal"))["next"]
    process = await town.launch(module, *arguments)
    moments: list[datetime] = []
    try:
        async with asyncio.timeout(DONE_WITHIN):
            while len(moments) < UPDATES:
                await asyncio.sleep(LOOK_EVERY)
                journal = await town.ask("GET", f"/journal?after={read}")
                read = journal["next"]
                moments += [datetime.fromisoformat(call["at"]) for call in journal["entries"] if is_answer(call)]
    finally:
        process.terminate()
        await process.wait()
    return (UPDATES - 1) / (moments[UPDATES - 1] - moments[0]).total_seconds()


def is_answer(call: dict[str, Any]) -> bool:
    return bool(call["method"] == "sendMessage" and call["ok"])


@contextlib.contextmanager
def _counting_commits(town: Town) -> Iterator[Callable[[], int]]:
    """Tells how many transactions the database has seen meanwhile.

    That is iChange of the WAL-index header (sqlite.org/walformat.html, section 2.1); the file is there as long as
    somebody has the database open.
    """
    witness = sqlite3.connect(town.database)
    try:
        witness.execute("SELECT count(*) FROM inbox").fetchone()
        before = _transactions(town)
        yield lambda: _transactions(town) - before
    finally:
        witness.close()


def _transactions(town: Town) -> int:
    with town.database.with_name(f"{town.database.name}-shm").open("rb") as index:
        return int(struct.unpack_from("=3I", index.read(12))[2])


async def _says(text: str, phone: Phone) -> None:
    await phone.town.ask("POST", f"{phone.path}/messages", {"text": text})


async def _press_when_there(phone: Phone, words: str) -> None:
    await _sees(phone, words)
    message = await phone.last()
    await phone.town.ask("POST", f"{phone.path}/taps", {"message_id": message["message_id"], "text": words})


async def _sees(phone: Phone, words: str) -> None:
    for _ in range(int(DONE_WITHIN / LOOK_EVERY)):
        if words in await phone.screen():
            return
        await asyncio.sleep(LOOK_EVERY)
    raise TimeoutError(f"no {words!r} on this screen:\n{await phone.screen()}\n{phone.town.bot_log[-3000:]}")
