"""The office composes a group by hand and publishes it; then somebody leaves, and everybody concerned hears it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.journeys.composing import nine_wait

if TYPE_CHECKING:
    from tests.journeys.harness import Phone, Town

REFUSED = "het hoort bij een andere rol"


async def picks(annelies: Phone, phone: Phone) -> None:
    """From whichever page."""
    await annelies.taps("Iemand erbij", last=True)
    while not await annelies.has_button(phone.name):
        await annelies.taps("Volgende")
    await annelies.taps(phone.name)


async def test_the_office_composes_and_publishes_eight_and_nobody_hears_before(town: Town) -> None:
    waiting = await nine_wait(town)
    annelies, ellen, eight = waiting.annelies, waiting.ellen, waiting.eight
    marijke, jeroen = eight[:2]

    await annelies.types("/groepen")
    await annelies.sees(
        "9 mensen wachten op een groep", "kun je zo niet verdelen", "er 1 op een volgende groep laat wachten"
    )

    await annelies.taps("Nieuwe groep")
    await annelies.sees("concept", "er moeten er nog 6 bij")
    await picks(annelies, marijke)
    await picks(annelies, jeroen)
    await annelies.sees("Jeroen Visser staat erbij", "Zelfde portefeuille: Wonen", "Zelfde partij: D66", "Langste reis")
    await picks(annelies, waiting.ninth)
    await annelies.sees("kan er niet bij", "Jeroen Visser is ook van Amersfoort", "er moeten er nog 4 bij")
    for phone in eight[2:]:
        await picks(annelies, phone)
    await annelies.sees("Klaar om te publiceren", "Begeleider: Ellen Vos", "zuid")
    assert not await annelies.has_button("Iemand erbij", under="Willem Dekker staat erbij")

    await annelies.taps("Publiceren")
    await annelies.sees("krijgen dan bericht", "Koen Hoekstra, Súdwest-Fryslân")
    for phone in (*eight, ellen, waiting.ninth):
        await phone.sees_not("groep 1", "Je groep is er")
    sure = await annelies.last()
    await annelies.taps("Ja, publiceer")
    await annelies.sees("is gepubliceerd")

    for phone in eight:
        await phone.sees("Je groep is er", "Je begeleider is Ellen Vos", "data voor de eerste bijeenkomst")
        await phone.sees_not("D66", "Piet Puk")
    await marijke.sees("Koen Hoekstra, Súdwest-Fryslân")
    await ellen.sees("Je begeleidt groep 1, met 8 deelnemers", "Marijke de Groot, 's-Hertogenbosch")
    await waiting.ninth.sees_not("Je groep is er")
    await _nothing_comes_of_old_and_odd_buttons(annelies, marijke, sure["message_id"])
    await _one_of_them_leaves(annelies, ellen, marijke, jeroen)


async def _nothing_comes_of_old_and_odd_buttons(annelies: Phone, marijke: Phone, sure: int) -> None:
    """Pressed again, or forged by somebody whose it is not."""
    told = len(await marijke.bot_messages())
    await annelies.forges("grp_pub_ok:1:0", sure)
    await annelies.sees("was al gepubliceerd")
    await annelies.forges("grp_pick:1:1", sure)
    await annelies.sees("Dit concept is er niet meer")
    assert len(await marijke.bot_messages()) == told

    for data in ("grp_all:0", "grp_pub_ok:1:0", "grp_cost:1:due", "grp_fac_ok:1:1", "grp_led:1"):
        await marijke.forges(data)
        await marijke.sees(REFUSED)


async def _one_of_them_leaves(annelies: Phone, ellen: Phone, marijke: Phone, jeroen: Phone) -> None:
    """By /mijn, without a reason; the coordinator decides on the costs."""
    await ellen.taps("Wie zitten erin")
    await ellen.sees("Groep 1", "Jeroen Visser, Amersfoort")
    await marijke.types("/mijn")
    await marijke.sees("groep 1")
    await marijke.taps("Intrekken")
    await marijke.sees("Je gaat dan ook uit je groep", "Het bureau beslist of er kosten zijn")
    await marijke.taps("Ja, trek maar in")

    await ellen.sees("Marijke de Groot uit 's-Hertogenbosch doet niet meer mee in groep 1", "nu met 7")
    await jeroen.sees("Marijke uit 's-Hertogenbosch doet niet meer mee")
    await annelies.sees("breng je de kosten in rekening")
    await annelies.taps("Geen kosten")
    await annelies.sees("geen kosten in rekening gebracht")
    await annelies.types("/groepen")
    await annelies.sees("Groep 1: 7 deelnemers, Ellen Vos")
