"""The story that plays by itself ends well, and tells in one line what it waits for."""

from __future__ import annotations

import asyncio
import sys
from typing import TYPE_CHECKING

import pytest

from playground.actors import JEROEN, ROUND
from playground.play import Stage, scene
from playground.script_intake import Alderman, registers
from playground.story import Pace, Story
from tests.journeys.harness import town_in
from tests.journeys.stories import opens_a_round

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.journeys.harness import Town

# A Sunday evening: the story finds a working day by itself.
SUNDAY = ("--now", "2027-01-10T19:00:00Z")


@pytest.fixture
async def evening(tmp_path: Path) -> AsyncIterator[Town]:
    async with town_in(tmp_path, *SUNDAY, "--no-limits", settings={"INTERVISIE_PACING": "false"}) as town:
        yield town


async def told(town: Town, *options: str) -> tuple[int, str]:
    """The exit code of the story, and what it said."""
    link = await town.intervisie("coordinator-link")
    story = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "playground.story", "--address", town.address, "--coordinator-link", link, *options),
        cwd=town.folder,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    said, _ = await story.communicate()
    return story.returncode or 0, said.decode()


async def test_a_viewer_who_plays_along_is_followed(evening: Town, capsys: pytest.CaptureFixture[str]) -> None:
    town = evening
    link = await opens_a_round(await town.coordinator())
    jeroen = await town.phone("Jeroen")
    await jeroen.follows(link)
    await jeroen.taps("Aanmelden")
    await jeroen.taps("Ja, zo heet ik")
    answers = Alderman(JEROEN, "Amersfoort", "D66", ("Financiën",), 2022, "j.visser@amersfoort.nl")
    playing = Story(Stage(town, **{ROUND: link}), Pace(between=0, patience=30))

    await playing.play([scene("Jeroen meldt zich aan.", *registers(answers))])

    assert "Iemand was het verhaal voor" in capsys.readouterr().out
    await jeroen.sees("je aanmelding is binnen")
    assert (await town.ask("GET", "/story"))["state"] == "over"


async def test_the_whole_story_ends_well(evening: Town) -> None:
    code, said = await told(evening, "--pace", "0", "--patience", "20")

    assert code == 0, f"{said}\n{evening.bot_log[-3000:]}"
    assert said.rstrip().endswith("Het verhaal is uit; speel zelf verder.")
    assert "verhaal wacht" not in said
    assert "het verhaal voor" not in said
    assert "error" not in evening.bot_log
    assert [call for call in await evening.journal() if not call["ok"]] == []
    assert (await evening.ask("GET", "/story"))["state"] == "over"
    assert evening.rows("SELECT status, count(*) FROM registration GROUP BY status") == [("admitted", 8)]
    assert dict(evening.rows("SELECT status, count(*) FROM booking GROUP BY status"))["cancelled"] == 1
    assert evening.rows("SELECT outcome, count(*) FROM booking WHERE outcome IS NOT NULL GROUP BY outcome") == [
        ("goes-on", 8)
    ]
    assert evening.rows("SELECT count(DISTINCT person_id) FROM booking") == [(8,)]
    assert evening.rows("SELECT status FROM offer") == [("accepted",)]
    assert evening.rows("SELECT shared, count(*) FROM goal GROUP BY shared") == [(0, 1), (1, 1)]
    assert evening.rows("SELECT status, count(*) FROM membership GROUP BY status") == [("member", 8)]
    assert evening.rows("SELECT count(*), count(host_id) FROM session WHERE status = 'planned'") == [(5, 5)]
    turns = "SELECT role, count(*) FROM turn WHERE status = 'told' GROUP BY role"
    assert evening.rows(turns) == [("presenter", 10), ("reserve", 5)]
    assert evening.rows("SELECT status, count(*) FROM swap GROUP BY status") == [("done", 1)]
