"""From a person's message to the answer, limits and pacing on, at 20 updates a second (aim: 50 ms at the median)."""

from __future__ import annotations

import asyncio
import statistics
import tempfile
import time
from collections import defaultdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.population import open_round
from benchmarks.throughput import ANSWERS, begin_registrations, is_answer
from tests.journeys.harness import Town, free_port

if TYPE_CHECKING:
    from tests.journeys.harness import Phone

PEOPLE = 100
A_SECOND = 20
SECONDS = 20
SAID = (*ANSWERS, "/mijn")
UPDATES = PEOPLE * len(SAID)
SYSTEM_CLOCK = {"INTERVISIE_CLOCK": "system"}
# The last answers are on their way when the last message has been sent.
ANSWERED_WITHIN = 10.0


async def measure() -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        town = Town(Path(folder), free_port())
        try:
            await open_round(town.database, town.key)
            await town.open("--no-limits")
            people = [await town.newcomer(f"Deelnemer{number}") for number in range(PEOPLE)]
            await begin_registrations(town, people)
            await town.ask("PUT", "/limits", {"enforced": True})
            milliseconds = await _play(town, people)
            incidents = (await town.ask("GET", "/limits"))["incidents"]
        finally:
            await town.close()
    cuts = statistics.quantiles(milliseconds, n=20)
    return [
        f"{len(milliseconds)} answers at {A_SECOND}/s: median {statistics.median(milliseconds):.0f} ms",
        f"95% within {cuts[-1]:.0f} ms, the slowest {max(milliseconds):.0f} ms",
        f"over a limit of Telegram's: {incidents} times",
    ]


async def _play(town: Town, people: list[Phone]) -> list[float]:
    await town.start_bot(settings=SYSTEM_CLOCK, wait=False)
    await town.until_polling()
    read = (await town.ask("GET", "/journal"))["next"]
    sent: dict[int, list[datetime]] = defaultdict(list)
    acts = [(phone, text) for text in SAID for phone in people]
    began = time.monotonic()
    async with asyncio.TaskGroup() as speaking:
        for number, (phone, text) in enumerate(acts):
            # An open loop: nobody waits because the bot is slow.
            await asyncio.sleep(max(0.0, began + number / A_SECOND - time.monotonic()))
            sent[phone.id].append(datetime.now(UTC))
            speaking.create_task(town.ask("POST", f"{phone.path}/messages", {"text": text}))
    return await _delays(town, read, sent)


async def _delays(town: Town, read: int, sent: dict[int, list[datetime]]) -> list[float]:
    """Milliseconds to each answer. A person's answers come in the order of what they said."""
    async with asyncio.timeout(ANSWERED_WITHIN):
        while True:
            entries = (await town.ask("GET", f"/journal?after={read}"))["entries"]
            answers = [entry for entry in entries if is_answer(entry)]
            if len(answers) >= UPDATES:
                break
            await asyncio.sleep(0.5)
    waiting = {person: list(moments) for person, moments in sent.items()}
    return [
        1000 * (datetime.fromisoformat(answer["at"]) - waiting[answer["chat_id"]].pop(0)).total_seconds()
        for answer in answers
    ]
