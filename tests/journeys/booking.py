"""Parts of stories about the intake that several journeys tell."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from tests.journeys.facilitating import becomes_facilitator, publishes_a_pattern
from tests.journeys.stories import registers

if TYPE_CHECKING:
    from tests.journeys.harness import Phone, Town


async def is_admitted(town: Town, coordinator: Phone, name: str, municipality: str = "Amersfoort") -> Phone:
    phone = await town.phone(name)
    await registers(phone, municipality=municipality)
    await coordinator.taps("Toelaten als lid")
    return phone


async def opens_the_diary(town: Town, *, medium: str = "Per telefoon") -> tuple[Phone, Phone]:
    """A coordinator, and a facilitator with twelve slots: Mondays and Wednesdays from 18 to 29 January, 9 to 11."""
    annelies = await town.coordinator()
    ellen = await becomes_facilitator(town, "Ellen", annelies)
    await publishes_a_pattern(ellen, medium=medium)
    return annelies, ellen


async def books(phone: Phone, day: str, time: str) -> None:
    """Four taps from the button in the invitation."""
    await phone.taps("Kies een moment")
    await phone.taps(day)
    await phone.taps(time)
    await phone.taps("Vastleggen")


async def publishes_one(facilitator: Phone, day: str, time: str, *, medium: str = "Per telefoon") -> None:
    await facilitator.types("/slots")
    await facilitator.taps("Nieuwe momenten")
    await facilitator.taps("Eén moment")
    await facilitator.types(day)
    await facilitator.types(time)
    await facilitator.taps(medium)
    await facilitator.taps("Publiceren")


async def comes(town: Town, moment: datetime) -> None:
    """Put the clock forward to this moment."""
    now = datetime.fromisoformat((await town.ask("GET", "/clock"))["now"])
    await town.forward(seconds=(moment - now).total_seconds())
