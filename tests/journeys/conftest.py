from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.journeys.harness import Town, town_in
from tests.journeys.nursery import Nursery

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

# A Tuesday morning, far from quiet hours and holidays.
TUESDAY = ("--now", "2027-01-12T09:00:00Z")


@pytest.fixture(autouse=True, scope="session")
def nursery() -> Iterator[None]:
    """The processes of all towns of this run are born quickly."""
    Town.nursery = Nursery()
    yield
    Town.nursery.close()
    Town.nursery = None


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    """A playground and a bot of this test's own, without limits: people in stories tap faster than people do."""
    async with town_in(tmp_path, *TUESDAY, "--no-limits", settings={"INTERVISIE_PACING": "false"}) as town:
        yield town


@pytest.fixture
async def strict_town(tmp_path: Path) -> AsyncIterator[Town]:
    """The same with limits and pacing on, as on Telegram."""
    async with town_in(tmp_path, *TUESDAY) as town:
        yield town
