"""Parts of stories that several journeys tell: a round is opened, somebody registers."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.journeys.harness import Phone


async def opens_a_round(coordinator: Phone, *, name: str = "Intervisie voorjaar 2027", places: str = "24") -> str:
    """The coordinator opens a round; its deep link."""
    await coordinator.types("/ronde")
    if "Nieuwe ronde" in await coordinator.buttons():
        await coordinator.taps("Nieuwe ronde")
    await coordinator.types(name)
    await coordinator.types("over 4 weken")
    await coordinator.types(places)
    await coordinator.taps("Openen")
    return await coordinator.link()


async def answers_until_the_summary(phone: Phone, *, municipality: str, email: str, member: bool = True) -> None:
    """From the welcome to the summary, as somebody does who accepts what is offered."""
    await phone.taps("Aanmelden")
    await phone.taps("Ja, zo heet ik")
    await phone.types(municipality)
    await phone.taps("D66")
    await phone.taps("Zorg")
    await phone.taps("Jeugd")
    await phone.taps("Klaar")
    await phone.taps("2022")
    await phone.taps("Ja" if member else "Nee")
    await phone.types(email)
    await phone.taps("Akkoord")


async def registers(
    phone: Phone, link: str | None = None, *, municipality: str = "Amersfoort", email: str = "", member: bool = True
) -> None:
    """From the first /start to "ontvangen"."""
    if link is None:
        await phone.starts()
    else:
        await phone.follows(link)
    email = email or f"{phone.first_name.lower()}@gemeente.nl"
    await answers_until_the_summary(phone, municipality=municipality, email=email, member=member)
    await phone.taps("Klopt, ik meld me aan")
