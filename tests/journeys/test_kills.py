"""The process dies at any moment, and nobody notices more than a pause. `python -m benchmarks.kills` goes on longer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.journeys.harness import town_in
from tests.journeys.kills import play_round

if TYPE_CHECKING:
    from pathlib import Path

NO_PACING = {"INTERVISIE_PACING": "false"}
# While they register, and again while they are admitted.
MOST_KILLS = 4
# On a quick machine they are done before the bot has died so often.
FEWEST_KILLS = 2
# Of the chances that are taken, so that they can be taken again.
SEED = 12
TUESDAY_MORNING = "2027-01-12T09:00:00Z"


@pytest.mark.timeout(600)
async def test_eight_register_and_are_admitted_while_the_bot_is_killed(tmp_path: Path) -> None:
    async with town_in(tmp_path, "--now", TUESDAY_MORNING, "--no-limits", settings=NO_PACING) as town:
        report = await play_round(town, SEED, most_kills=MOST_KILLS)

    assert report.kills >= FEWEST_KILLS, report
