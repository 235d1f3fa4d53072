"""A group on its way: a stand-in, somebody who is no alderman any more, fewer than six, and a newcomer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.journeys.composing import six_are_published
from tests.journeys.facilitating import becomes_facilitator

if TYPE_CHECKING:
    from tests.journeys.harness import Phone, Town


async def test_people_come_and_go_and_everybody_concerned_decides_what_is_theirs(town: Town) -> None:
    waiting = await six_are_published(town)
    annelies, ellen, six = waiting.annelies, waiting.ellen, waiting.eight[:6]
    ayse = waiting.eight[6]
    await town.newcomer("Joost", "Kuipers")
    joost = await becomes_facilitator(town, "Joost", annelies)

    await _joost_stands_in(ellen, joost, six[0])
    await _koen_is_no_alderman_any_more(ellen, six[3])
    await _sanne_leaves_and_five_remain(annelies, ellen, six[4])
    await _the_group_is_asked_about(annelies, ayse, [*six[:4], six[5]])


async def _joost_stands_in(ellen: Phone, joost: Phone, marijke: Phone) -> None:
    """Until he gives it back himself."""
    await ellen.taps("Wie zitten erin")
    await ellen.taps("Vervanger kiezen")
    await ellen.taps("Joost Kuipers")
    await ellen.sees("Geregeld", "Joost Kuipers neemt waar")
    await marijke.sees("Joost Kuipers neemt je groep een tijd waar voor Ellen Vos")
    await joost.sees("Je neemt groep 1 waar voor Ellen Vos", "Koen Hoekstra, Súdwest-Fryslân")
    await joost.taps("Wie zitten erin")
    await joost.taps("Waarneming stoppen")
    await joost.sees("wordt nu begeleid door Ellen Vos")
    await joost.types("/intakes")
    await joost.forges("grp_led:1")
    await joost.sees("niet (meer) van jou")
    await marijke.sees("begeleid door Ellen Vos")


async def _koen_is_no_alderman_any_more(ellen: Phone, koen: Phone) -> None:
    await koen.types("/mijn")
    await koen.taps("Ik ben geen wethouder meer")
    await koen.sees("Je kunt deze cyclus afmaken")
    await koen.taps("Deze cyclus afmaken")
    await koen.sees("Ik vraag het je begeleider")
    await ellen.sees("Koen Hoekstra uit Súdwest-Fryslân is geen wethouder meer")
    await ellen.taps("Afmaken", last=True)
    await ellen.sees("Koen maakt de cyclus af")
    await koen.sees("je maakt deze cyclus af")
    await koen.types("/mijn")
    await koen.sees("een volgende cyclus is er niet bij")


async def _sanne_leaves_and_five_remain(annelies: Phone, ellen: Phone, sanne: Phone) -> None:
    """The leader takes her out; going on would take both, filling up takes one."""
    await ellen.forges("grp_led:1")
    await ellen.taps("Sanne Willems")
    await ellen.taps("Doet niet meer mee")
    await ellen.taps("Ja, haal Sanne eruit")
    await sanne.sees("niet meer mee")
    await ellen.sees("Groep 1 is nu met 5")
    await ellen.taps("Zo doorgaan")
    await ellen.sees("Nu het bureau nog")
    await annelies.taps("Aanvullen", under="Groep 1 is nu met 5")
    await annelies.sees("wordt aangevuld", "Nieuwkomer zoeken")


async def _the_group_is_asked_about(annelies: Phone, ayse: Phone, five: list[Phone]) -> None:
    """Each in private; she hears nothing before they all agreed."""
    await annelies.taps("Nieuwkomer zoeken")
    await annelies.taps(ayse.name)
    await annelies.sees("ieder apart")
    await annelies.taps("Vraag het de groep")
    await annelies.sees("Gevraagd")
    for phone in five:
        await phone.sees("Ayşe Yılmaz uit Enschede zou bij jullie groep kunnen komen")
    await ayse.sees_not("Je groep is er")

    await five[0].taps("Past niet")
    for phone in five[1:]:
        await phone.taps("Past")
    await five[0].sees_not("komt bij jullie groep")
    await five[0].forges("grp_nc_ans:1:fits")
    await five[0].sees("al afgerond")

    await annelies.sees("komt niet bij groep 1")
    await ayse.sees_not("Je groep is er")
