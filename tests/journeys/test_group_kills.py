"""The process dies while a group votes and its dates are settled, and one year comes of it: the right one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.journeys.group_kills import play_group_round
from tests.journeys.harness import town_in

if TYPE_CHECKING:
    from pathlib import Path

NO_PACING = {"INTERVISIE_PACING": "false"}
# While they vote, and again while the dates are settled.
MOST_KILLS = 2
TUESDAY_MORNING = "2027-01-12T09:00:00Z"


@pytest.mark.timeout(600)
async def test_eight_vote_and_their_dates_are_settled_while_the_bot_is_killed(tmp_path: Path) -> None:
    async with town_in(tmp_path, "--now", TUESDAY_MORNING, "--no-limits", settings=NO_PACING) as town:
        report = await play_group_round(town, seed=21, most_kills=MOST_KILLS, most_changes=4)

    assert report.kills >= 1, report
