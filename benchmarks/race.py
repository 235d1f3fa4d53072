"""200 people tap the last 10 slots within a second, limits and pacing on (aim: all answered within 15 s)."""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.journeys.harness import Town, free_port
from tests.journeys.race import TUESDAY_MORNING, latencies, run_race


async def measure() -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        town = Town(Path(folder), free_port())
        try:
            await town.open("--now", TUESDAY_MORNING, "--no-limits")
            race = await run_race(town)
            incidents = (await town.ask("GET", "/limits"))["incidents"]
        finally:
            await town.close()
    return [
        f"tapped within {race.tapped_within:.2f} s; from the tap to the answer in the message under the thumb:",
        f"the {len(race.winners)} who have one: {latencies(race.winners)}",
        f"the {len(race.others)} others: {latencies(race.others)}",
        f"over a limit of Telegram's: {incidents} times",
    ]
