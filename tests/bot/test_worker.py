"""The process beside the bot: it survives its own death, ends when idle, and alone imports what is heavy."""

from __future__ import annotations

import asyncio
import os
import sys
from concurrent.futures.process import BrokenProcessPool
from typing import TYPE_CHECKING

import pytest

from bot.worker import WorkerProcess

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path


@pytest.fixture
async def worker() -> AsyncIterator[WorkerProcess]:
    worker = WorkerProcess()
    yield worker
    worker.close()


def process_id() -> int:
    return os.getpid()


def add(one: int, other: int) -> int:
    return one + other


def refuse(why: str) -> None:
    raise LookupError(why)


def die() -> None:
    os._exit(1)


def die_the_first_time(mark: Path) -> int:
    if not mark.exists():
        mark.touch()
        os._exit(1)
    return os.getpid()


def draw() -> bool:
    import matplotlib.pyplot  # noqa: ICN001, PLC0415 - the test is about where it is imported

    return "matplotlib" in sys.modules and matplotlib.pyplot is not None


async def test_work_is_done_in_one_other_process(worker: WorkerProcess) -> None:
    results = await asyncio.gather(*(worker.run(process_id) for _ in range(4)))

    assert len(set(results)) == 1
    assert results[0] != os.getpid()
    assert await worker.run(add, 3, 4) == 7


async def test_what_goes_wrong_there_is_raised_here_and_the_process_lives_on(worker: WorkerProcess) -> None:
    before = await worker.run(process_id)

    with pytest.raises(LookupError, match="nowhere"):
        await worker.run(refuse, "nowhere")

    assert await worker.run(process_id) == before


async def test_a_process_that_dies_is_followed_by_another_that_does_the_work(
    worker: WorkerProcess, tmp_path: Path
) -> None:
    before = await worker.run(process_id)

    after = await worker.run(die_the_first_time, tmp_path / "died")

    assert after not in {before, os.getpid()}


async def test_what_kills_it_twice_is_given_up_and_the_next_work_is_done(worker: WorkerProcess) -> None:
    with pytest.raises(BrokenProcessPool):
        await worker.run(die)

    assert await worker.run(add, 1, 1) == 2


async def test_without_work_it_ends_and_with_new_work_it_begins_again() -> None:
    worker = WorkerProcess(idle_seconds=0)
    first = await worker.run(process_id)

    while worker.alive:
        await asyncio.sleep(0)
    second = await worker.run(process_id)
    worker.close()

    assert first != second


async def test_what_draws_pictures_is_imported_there_and_not_here(worker: WorkerProcess) -> None:
    here = "matplotlib" in sys.modules

    assert await worker.run(draw)

    assert ("matplotlib" in sys.modules) == here
