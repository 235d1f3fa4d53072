"""Coming in: /start is answered through playground, inbox and bot, and survives what happens on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.journeys.harness import Town


async def test_a_newcomer_presses_start_and_is_welcomed(town: Town) -> None:
    marijke = await town.phone("Marijke")

    await marijke.starts()

    await marijke.sees("Welkom", "intervisie")


async def test_what_was_sent_while_the_bot_was_dead_is_answered_when_it_is_back(town: Town) -> None:
    marijke = await town.phone("Marijke")
    await town.kill_bot()
    await town.ask("POST", f"{marijke.path}/start", {})

    await town.start_bot()

    await marijke.sees("Welkom")


async def test_somebody_who_never_pressed_start_is_shown_how(town: Town) -> None:
    jeroen = await town.phone("Jeroen")

    await jeroen.types("hallo?")

    await jeroen.sees("/start")
