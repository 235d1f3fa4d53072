from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.journeys.harness import town_in

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.journeys.harness import Town


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    """A playground and a bot of this test's own."""
    # A Tuesday morning, far from quiet hours and holidays.
    async with town_in(tmp_path, "--now", "2027-01-12T09:00:00Z") as town:
        yield town
