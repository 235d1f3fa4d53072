"""Parts of stories about facilitators that several journeys tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.journeys.harness import Phone, Town


async def becomes_facilitator(town: Town, name: str, coordinator: Phone | None = None) -> Phone:
    """Somebody of the cast follows the coordinator's one-time link."""
    coordinator = coordinator or await town.coordinator()
    await coordinator.types("/uitnodigen")
    phone = await town.phone(name)
    await phone.follows(await coordinator.link())
    return phone


async def publishes_a_pattern(facilitator: Phone, *, medium: str = "Per telefoon") -> None:
    """Mondays and Wednesdays from 18 to 29 January, at 9, 10 and 11: twelve slots."""
    await facilitator.types("/slots")
    await facilitator.taps("Nieuwe momenten")
    await facilitator.taps("Een vast weekpatroon")
    await facilitator.taps("maandag")
    await facilitator.taps("woensdag")
    await facilitator.taps("Klaar")
    await facilitator.types("18 januari t/m 29 januari")
    await facilitator.types("9 tot 12")
    await facilitator.taps("Geen pauze")
    await facilitator.taps(medium)
    if medium == "Via beeld":
        await facilitator.types("https://teams.microsoft.com/l/meetup-join/42")
    await facilitator.taps("Publiceren")
