"""The command line as whoever runs it meets it: a process, with an environment and a folder of its own."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from storage.cipher import MainKey
from tests.journeys.harness import TOKEN, free_port

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

KEY = MainKey.generate()
WITHIN = 30.0


@dataclass(frozen=True)
class Outcome:
    code: int
    out: str
    err: str

    def is_one_sentence(self) -> bool:
        """Refused with a sentence for a person, and nothing else."""
        return self.code == 2 and not self.out and self.err.count("\n") == 1 and "Traceback" not in self.err


def environment(folder: Path, **settings: str) -> dict[str, str]:
    """Complete settings, of a Telegram that nobody is at; an empty value leaves a setting out."""
    others = {name: value for name, value in os.environ.items() if not name.startswith("INTERVISIE_")}
    ours = {
        "token": TOKEN,
        "key": KEY,
        "database": str(folder / "intervisie.db"),
        "api": f"http://127.0.0.1:{free_port()}",
        **settings,
    }
    return {**others, **{f"INTERVISIE_{name.upper()}": value for name, value in ours.items() if value}}


async def intervisie(folder: Path, *arguments: str, settings: dict[str, str] | None = None) -> Outcome:
    """Run a command to its end. No command ever shows the token or the key."""
    process = await started(folder, *arguments, settings=environment(folder) if settings is None else settings)
    async with asyncio.timeout(WITHIN):
        out, err = await process.communicate()
    outcome = Outcome(process.returncode or 0, out.decode(), err.decode())
    assert TOKEN not in outcome.out + outcome.err
    assert KEY not in outcome.out + outcome.err
    return outcome


async def started(folder: Path, *arguments: str, settings: dict[str, str]) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        *arguments,
        env=settings,
        cwd=folder,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )


async def says(process: asyncio.subprocess.Process, words: str, times: int = 1) -> str:
    """Read what it logs until these words have come so many times; the last line with them."""
    assert process.stderr is not None
    async with asyncio.timeout(WITHIN):
        while True:
            line = (await process.stderr.readline()).decode()
            assert line, f"it ended before it said {words!r}"
            times -= words in line
            if times == 0:
                return line


async def stopped(process: asyncio.subprocess.Process, number: signal.Signals = signal.SIGTERM) -> tuple[int, float]:
    """Ask a process to stop; its exit code, and how many seconds it took."""
    began = time.monotonic()
    process.send_signal(number)
    async with asyncio.timeout(WITHIN):
        await process.communicate()
    return process.returncode or 0, time.monotonic() - began


async def until(holds: Callable[[], bool]) -> None:
    """What another process does shows itself by looking alone."""
    async with asyncio.timeout(WITHIN):
        while not holds():
            await asyncio.sleep(0.05)
