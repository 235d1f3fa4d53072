"""From start to first poll, and resident memory, with 1,500 people and 35 groups' worth of rows (aim: 2 s, 120 MB)."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from benchmarks.population import populate
from tests.journeys.harness import Town, free_port

RUNS = 3


async def measure() -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        town = Town(Path(folder), free_port())
        await populate(town.database, town.key)
        await town.open()
        try:
            figures = [await _one_start(town) for _ in range(RUNS)]
        finally:
            await town.close()
    seconds = sorted(second for second, _ in figures)
    memory = max(megabytes for _, megabytes in figures)
    return [
        f"start to first poll: {seconds[RUNS // 2]:.2f} s (of {RUNS}: {seconds[0]:.2f} to {seconds[-1]:.2f})",
        f"resident memory: {memory:.0f} MB at the most",
    ]


async def _one_start(town: Town) -> tuple[float, float]:
    began = time.monotonic()
    await town.start_bot(wait=False)
    await town.until_polling()
    seconds = time.monotonic() - began
    await town.settles()
    megabytes = resident_megabytes(town)
    await town.stop_bot()
    return seconds, megabytes


def resident_megabytes(town: Town) -> float:
    if town.bot is None:
        raise RuntimeError("the bot is not running")
    for line in Path(f"/proc/{town.bot.pid}/status").read_text("ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("this system does not tell how much memory a process has")
