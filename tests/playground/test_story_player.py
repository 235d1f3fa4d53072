"""The story goes at a viewer's pace: it can be held, it sees when somebody was first, and it says what it waits for."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from playground import story as player
from playground.client import NotOnScreenError, RefusedError
from playground.client import Playground as Client
from playground.play import AMSTERDAM, Act, Stage, first_in_quiet_fortnight, first_open, scene, working_days
from playground.story import END, Pace, Story, tell
from tests.playground.conftest import JEROEN, MARIJKE

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from tests.playground.conftest import Playground

QUICK = Pace(between=0.0, patience=0.2)


@dataclass(frozen=True)
class Noted(Act):
    """An act that notes that it was played; its cue is a list that holds something."""

    name: str = ""
    played: list[str] = field(default_factory=list)
    cue: Callable[[], bool] = lambda: True
    failures: list[Exception] = field(default_factory=list)

    async def is_time(self, stage: Stage) -> bool:
        return self.cue()

    async def play(self, stage: Stage) -> None:
        if self.failures:
            raise self.failures.pop()
        self.played.append(self.name)

    @property
    def waits_for(self) -> str:
        return f"{self.name} kan nog niet"


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(player, "COMES_WITHIN", 0.01)
    monkeypatch.setattr(player, "LOOK_EVERY", 0.01)


@pytest.fixture
async def stage(served: Playground) -> AsyncIterator[Stage]:
    client = Client(served.address)
    yield Stage(client)
    await client.close()


async def shown(stage: Stage) -> tuple[str, str | None, int | None]:
    story = await stage.playground.ask("GET", "/story")
    return story["state"], story["caption"], story["person"]


async def test_scenes_are_played_in_order_with_their_captions_and_then_it_is_over(
    stage: Stage, capsys: pytest.CaptureFixture[str]
) -> None:
    played: list[str] = []
    scenes = (
        scene("Eerst Marijke.", Noted("Marijke", "één", played)),
        scene("Dan Jeroen.", Noted("Jeroen", "twee", played)),
    )

    await Story(stage, QUICK).play(scenes)

    assert played == ["één", "twee"]
    assert capsys.readouterr().out.splitlines() == ["  Eerst Marijke.", "  Dan Jeroen.", f"  {END}"]
    assert await shown(stage) == ("over", END, None)


async def test_the_page_hears_who_acts_before_they_do(stage: Stage) -> None:
    seen: list[tuple[str, str | None, int | None]] = []

    class Looks(Noted):
        async def play(self, stage: Stage) -> None:
            seen.append(await shown(stage))

    await Story(stage, QUICK).play([scene("Samen.", Looks("Marijke"), Looks("Jeroen"))])

    assert seen == [("playing", "Samen.", MARIJKE), ("playing", "Samen.", JEROEN)]


async def test_a_held_story_does_nothing_until_it_may_go_on(stage: Stage) -> None:
    played: list[str] = []
    gate = asyncio.Event()

    class Holds(Noted):
        async def play(self, stage: Stage) -> None:
            await stage.playground.ask("POST", "/story/pause")
            gate.set()

    story = asyncio.create_task(
        Story(stage, QUICK).play([scene("Even wachten.", Holds("Marijke"), Noted("Jeroen", "later", played))])
    )
    await gate.wait()
    with pytest.raises(RefusedError):
        await stage.playground.ask("POST", "/story/wait", {"timeout": 0.1})
    held = list(played)
    await stage.playground.ask("POST", "/story/resume")
    await story

    assert (held, played) == ([], ["later"])


async def test_when_a_viewer_was_first_the_story_goes_on_from_there(
    stage: Stage, capsys: pytest.CaptureFixture[str]
) -> None:
    played: list[str] = []
    acts = [Noted("Marijke", "al gedaan", played, lambda: False), Noted("Marijke", "nu", played)]

    await Story(stage, QUICK).play([scene("Iemand speelt mee.", *acts)])

    assert played == ["nu"]
    assert "Iemand was het verhaal voor" in capsys.readouterr().out


async def test_that_somebody_else_is_further_moves_nobody_on(stage: Stage) -> None:
    played: list[str] = []
    looks = iter(range(100))
    acts = [Noted("Marijke", "eerst", played, lambda: next(looks) > 9), Noted("Jeroen", "dan", played)]

    await Story(stage, Pace(0, 60)).play([scene("Om de beurt.", *acts)])

    assert played == ["eerst", "dan"]


async def test_what_is_not_over_is_done_again(stage: Stage) -> None:
    played: list[str] = []

    class Thrice(Noted):
        async def is_over(self, stage: Stage) -> bool:
            return len(played) == 3

    await Story(stage, QUICK).play([scene("Nog eens.", Thrice("Marijke", "tik", played))])

    assert played == ["tik", "tik", "tik"]


async def test_a_part_is_played_by_whom_it_was_given_to(stage: Stage) -> None:
    stage.parts["de reserve"] = "Jeroen"

    await Story(stage, QUICK).play([scene("De reserve.", Noted("de reserve"))])

    assert (await stage.phone("de reserve")).id == JEROEN


async def test_nobody_acts_in_a_group_that_was_not_made(stage: Stage) -> None:
    with pytest.raises(NotOnScreenError, match="no group"):
        await stage.phone("Marijke", "Groep 1")


async def test_it_says_once_what_it_waits_for_and_goes_on_when_that_comes(
    stage: Stage, capsys: pytest.CaptureFixture[str]
) -> None:
    played: list[str] = []
    looks = iter(range(100))

    await Story(stage, Pace(0, 60)).play(
        [scene("Wachten.", Noted("Marijke", "de knop", played, lambda: next(looks) > 9))]
    )

    assert played == ["de knop"]
    assert capsys.readouterr().out.count("Het verhaal wacht: de knop kan nog niet.") == 1


async def test_what_does_not_come_ends_it_with_one_line_on_the_terminal_and_on_the_page(
    served: Playground, stage: Stage, capsys: pytest.CaptureFixture[str]
) -> None:
    code = await tell(served.address, "", QUICK, [scene("Nooit.", Noted("Marijke", "de knop", [], lambda: False))])

    said = "Het verhaal stopt: de knop kan nog niet. Speel zelf verder."
    assert code == 1
    assert capsys.readouterr().out.splitlines()[-1] == f"  {said}"
    assert await shown(stage) == ("over", said, None)


async def test_an_act_that_is_refused_is_tried_again(stage: Stage) -> None:
    played: list[str] = []
    refusal = RefusedError("POST /people/1", 409, "The clock is being moved already.")

    await Story(stage, QUICK).play([scene("Nog eens.", Noted("Marijke", "klok", played, failures=[refusal]))])

    assert played == ["klok"]


async def test_without_a_playground_it_says_so_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    code = await tell("http://127.0.0.1:1", "", QUICK, [scene("Waar is iedereen?", Noted("Marijke"))])

    assert code == 1
    assert capsys.readouterr().out.splitlines()[-1].startswith("  Het verhaal stopt: ")


@pytest.mark.parametrize(
    ("now", "then"),
    [
        # A Sunday evening.
        ("2027-01-10T20:00", "2027-01-12T09:00"),
        # On a Tuesday it is the next one.
        ("2027-01-12T08:00", "2027-01-19T09:00"),
        # Christmas and New Year are passed over.
        ("2026-12-13T12:00", "2027-01-05T09:00"),
        # Across the clock change nine o'clock stays nine o'clock; Easter and King's Day are passed over too.
        ("2027-03-26T12:00", "2027-03-30T09:00"),
    ],
)
def test_the_story_begins_on_a_tuesday_with_no_holiday_in_the_fortnight_after(now: str, then: str) -> None:
    moment = datetime.fromisoformat(now).replace(tzinfo=AMSTERDAM)

    begins = first_in_quiet_fortnight(moment, weekday=1, hour=9)

    assert begins == datetime.fromisoformat(then).replace(tzinfo=AMSTERDAM)


def test_days_are_proposed_in_order_and_never_on_a_holiday() -> None:
    # Three weeks on it is a Thursday; the Tuesdays after it are King's Day and 4 May, and 6 May is Ascension Day.
    now = datetime(2027, 4, 1, 12, tzinfo=AMSTERDAM)

    days = working_days(now, (1, 3), weeks=3)

    assert [day.date().isoformat() for day in days] == ["2027-05-04", "2027-05-13"]


def test_the_clock_goes_past_sundays_and_holidays() -> None:
    # Whit Sunday, Whit Monday.
    sunday = datetime(2027, 5, 16, 9, tzinfo=AMSTERDAM)

    assert first_open(sunday).date().isoformat() == "2027-05-18"
