"""The clock as a setting, against the playground's own clock in its own process."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from bot.clock import SettableClock, SystemClock
from bot.idleness import Idleness
from tests.journeys.harness import Town, free_port

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

SOON = timedelta(seconds=5)


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    town = Town(tmp_path, free_port())
    await town.open("--now", "2027-01-19T11:00:00+00:00")
    yield town
    await town.close()


class Calendar:
    """A bot that has nothing but appointments, and keeps each when it is woken in time for it."""

    busy = False
    last_update_id: int | None = None

    def __init__(self, clock: SettableClock) -> None:
        self.clock = clock
        self.due: list[datetime] = []
        self.kept: list[datetime] = []
        self.idleness = Idleness(self, self, clock.now)

    async def next_due(self) -> datetime | None:
        return min(self.due, default=None)

    def wake(self) -> None:
        self.kept += sorted(moment for moment in self.due if moment <= self.clock.now())
        self.due = [moment for moment in self.due if moment > self.clock.now()]
        self.idleness.stir()


@pytest.fixture
async def calendar(town: Town) -> AsyncIterator[Calendar]:
    clock = SettableClock(f"{town.address}/clock")
    await clock.start()
    yield Calendar(clock)
    await clock.stop()


async def its_time(town: Town) -> datetime:
    return datetime.fromisoformat((await town.ask("GET", "/clock"))["now"])


async def test_the_system_clock_tells_the_systems_time_in_utc() -> None:
    now = SystemClock().now()

    assert now.tzinfo is UTC
    assert abs(now - datetime.now(UTC)) < SOON


def test_a_clock_without_a_time_tells_none() -> None:
    clock = SettableClock("http://127.0.0.1:9/clock")

    with pytest.raises(RuntimeError, match="not started"):
        clock.now()


async def test_it_takes_its_time_from_the_address(town: Town, calendar: Calendar) -> None:
    theirs = await its_time(town)

    ours = calendar.clock.now()

    assert ours.year == 2027
    assert abs(ours - theirs) < SOON


async def test_it_reports_its_next_due_moment_when_it_is_idle(town: Town, calendar: Calendar) -> None:
    due = calendar.clock.now() + timedelta(hours=3)
    calendar.due = [due]
    calendar.clock.follow(calendar.idleness, calendar.wake)

    settled = await town.ask("POST", "/clock/settle", {"timeout": 10})

    assert datetime.fromisoformat(settled["next_due"]) == due


async def test_putting_the_clock_forward_visits_every_due_moment_in_order(town: Town, calendar: Calendar) -> None:
    now = calendar.clock.now()
    dues = [now + timedelta(hours=1), now + timedelta(hours=2), now + timedelta(days=3)]
    calendar.due = [*reversed(dues)]
    calendar.clock.follow(calendar.idleness, calendar.wake)
    await town.ask("POST", "/clock/settle", {"timeout": 10})

    answer = await town.ask("POST", "/clock/forward", {"seconds": 86400, "timeout": 20})

    assert [datetime.fromisoformat(moment) for moment in answer["visited"]] == dues[:2]
    assert calendar.kept == dues[:2]
    assert calendar.clock.now() - now >= timedelta(days=1)
    assert abs(calendar.clock.now() - await its_time(town)) < SOON


async def test_a_new_plan_is_reported_without_being_asked(town: Town, calendar: Calendar) -> None:
    calendar.clock.follow(calendar.idleness, calendar.wake)
    await town.ask("POST", "/clock/settle", {"timeout": 10})
    due = calendar.clock.now() + timedelta(hours=1)

    calendar.due = [due]
    calendar.idleness.stir()

    await _until_it_knows(town, due)


async def test_a_busy_bot_does_not_count_as_idle(town: Town, calendar: Calendar) -> None:
    calendar.clock.follow(calendar.idleness, calendar.wake)
    await town.ask("POST", "/clock/settle", {"timeout": 10})

    calendar.busy = True
    calendar.idleness.stir()
    while_busy = await town.http.post("/clock/settle", json={"timeout": 1.0}) if await _is_busy(town) else None
    calendar.busy = False
    calendar.idleness.stir()

    assert while_busy is not None
    assert while_busy.status_code == 504
    await town.ask("POST", "/clock/settle", {"timeout": 10})


async def test_without_the_address_time_goes_on_and_it_reports_again_when_it_is_back(
    town: Town, calendar: Calendar
) -> None:
    calendar.clock.follow(calendar.idleness, calendar.wake)
    await town.ask("POST", "/clock/settle", {"timeout": 10})
    before = calendar.clock.now()
    assert town.playground is not None
    town.playground.kill()
    await town.playground.wait()

    while_away = calendar.clock.now()
    await town.open()

    assert while_away > before
    await town.ask("POST", "/clock/settle", {"timeout": 20})
    assert abs(calendar.clock.now() - await its_time(town)) < SOON


async def test_it_starts_when_the_address_comes_up_later(tmp_path: Path) -> None:
    town = Town(tmp_path, free_port())
    clock = SettableClock(f"{town.address}/clock")
    starting = asyncio.create_task(clock.start())
    try:
        await town.open("--now", "2027-01-19T11:00:00+00:00")
        await starting

        assert abs(clock.now() - await its_time(town)) < SOON
    finally:
        await clock.stop()
        await town.close()


async def _until_it_knows(town: Town, due: datetime) -> None:
    async with asyncio.timeout(10):
        while (known := (await town.ask("GET", "/clock"))["next_due"]) is None or datetime.fromisoformat(known) != due:
            await town.ask("POST", "/clock/settle", {"timeout": 10})


async def _is_busy(town: Town) -> bool:
    async with asyncio.timeout(10):
        clock: dict[str, Any] = await town.ask("GET", "/clock")
        while clock["idle"]:
            clock = await town.ask("GET", "/clock")
    return True
