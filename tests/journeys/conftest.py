from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.journeys.harness import town_in

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.journeys.harness import Town

# A Tuesday morning, far from quiet hours and holidays.
TUESDAY = ("--now", "2027-01-12T09:00:00Z")


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
