"""What anybody can ask at any moment, without losing their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from domain.privacy import PRIVACY_VERSION

if TYPE_CHECKING:
    from tests.journeys.harness import Town


@pytest.mark.parametrize("who", ["coordinator", "newcomer"])
async def test_everybody_can_read_what_happens_with_their_data(town: Town, who: str) -> None:
    reader = await (town.coordinator() if who == "coordinator" else town.phone("Marijke"))
    await reader.starts()

    await reader.types("/privacy")

    await reader.sees(f"Versie {PRIVACY_VERSION}", "versleuteld", "Autoriteit Persoonsgegevens")


async def test_privacy_and_help_in_the_middle_of_a_question_leave_it_where_it_was(town: Town) -> None:
    marijke = await town.phone("Marijke")
    await marijke.starts()
    await marijke.taps("Aanmelden")
    await marijke.taps("Ja, zo heet ik")

    await marijke.types("/privacy")
    await marijke.sees("Wat ik met je gegevens doe")
    await marijke.types("/help")
    await marijke.sees("Dit kan ik voor je doen")
    await marijke.types("Amersfoort")

    await marijke.sees("Voor welke partij")
