"""The last ten slots go to ten people, however many want them at once; `make bench` prints how fast."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.journeys.harness import Town, free_port
from tests.journeys.race import PEOPLE, SLOTS, TUESDAY_MORNING, latencies, run_race

if TYPE_CHECKING:
    from pathlib import Path

    from tests.journeys.race import Finish, Race

ANSWERED_WITHIN = 15.0
# They tap within a second; this is for a machine that has other things to do.
LATEST_TAP = 2.0


@pytest.mark.timeout(300)
async def test_of_two_hundred_who_tap_the_last_ten_slots_ten_have_one_and_all_know(tmp_path: Path) -> None:
    town = Town(tmp_path, free_port())
    try:
        await town.open("--now", TUESDAY_MORNING, "--no-limits")

        race = await run_race(town)

        assert len(race.finishes) == PEOPLE
        assert race.tapped_within < LATEST_TAP
        each_slot_has_one_person(town, race)
        for finish in race.others:
            knows_what_is_left(finish)
        assert max(finish.seconds for finish in race.finishes) < ANSWERED_WITHIN, latencies(race.finishes)
        nothing_is_said_twice(race)
        assert all(call["ok"] for call in race.calls), [call for call in race.calls if not call["ok"]]
        assert (await town.ask("GET", "/limits"))["incidents"] == 0
        assert '"level": "error"' not in town.bot_log
    finally:
        await town.close()


def each_slot_has_one_person(town: Town, race: Race) -> None:
    """On the screens as in the database."""
    booked = town.rows(
        "SELECT person.telegram_id, count(*) FROM booking JOIN person ON person.id = booking.person_id"
        " WHERE booking.status = 'booked' GROUP BY booking.slot_id"
    )
    assert sorted(booked) == sorted((finish.racer.phone.id, 1) for finish in race.winners)
    assert len(race.winners) == SLOTS
    assert len({finish.racer.wants for finish in race.winners}) == SLOTS
    for finish in race.winners:
        day, hour = finish.racer.wants
        assert f"{day.split()[1]} januari, {hour} tot" in finish.screen
        assert finish.buttons == ("Verzetten", "Afzeggen")


def knows_what_is_left(finish: Finish) -> None:
    """Another moment of that day, another day, or the waiting list; not what was just taken."""
    day, hour = finish.racer.wants
    assert finish.screen.startswith("Dat moment is net vergeven."), finish
    choices = set(finish.buttons) - {"Andere dag", "Annuleren"}
    assert choices, finish
    if "Er is nu geen moment vrij" in finish.screen:
        assert choices == {"Zet me op de wachtlijst"}, finish
    elif "Dit is er die dag nog" in finish.screen:
        assert all(choice.endswith(" telefoon") and choice != f"{hour} telefoon" for choice in choices), finish
    else:
        assert day not in choices, finish
        assert all(choice.endswith(" jan") for choice in choices), finish


def nothing_is_said_twice(race: Race) -> None:
    """Every tap is acknowledged and answered once; ten calendar files go out, and the facilitator hears of each."""
    everybody = {finish.racer.phone.id: 1 for finish in race.finishes}
    assert sum(1 for call in race.calls if call["method"] == "answerCallbackQuery") == PEOPLE
    assert dict(race.count("edit")) == everybody
    files = {finish.racer.phone.id: 1 for finish in race.winners}
    assert dict(race.count("send")) == {**files, race.facilitator.id: SLOTS}
