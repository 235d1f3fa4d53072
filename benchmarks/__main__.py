"""`make bench`: the figures, measured on this machine in one run. None of them is asserted: machines are noisy."""

from __future__ import annotations

import asyncio
import os
import platform
import sys

from benchmarks import dates, latency, race, startup, storm, throughput


async def measure() -> None:
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.machine()}\n", flush=True)
    for benchmark in (startup, throughput, latency, race, dates, storm):
        print((benchmark.__doc__ or "").strip().splitlines()[0])
        for line in await benchmark.measure():
            print(f"  {line}")
        print(flush=True)


if __name__ == "__main__":
    sys.exit(asyncio.run(measure()))
