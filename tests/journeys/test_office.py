"""The office at work: mistakes, second thoughts, old buttons and people who may not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.journeys.stories import opens_a_round, registers

if TYPE_CHECKING:
    from tests.journeys.harness import Town


async def test_a_round_is_opened_with_mistakes_a_step_back_a_change_and_a_restart(town: Town) -> None:
    annelies = await town.coordinator()
    await annelies.types("/ronde")
    await annelies.sends("sticker")
    await annelies.sees("zoek ik een antwoord in woorden", "Hoe heet hij?")
    await annelies.types("x" * 5_000)
    await annelies.sees("te lang", "Hoe heet hij?")
    await annelies.types("Voorjaar <b>2027</b>")
    await annelies.sees("Tot en met welke dag")
    await annelies.types("gisteren")
    await annelies.sees("Daar herken ik geen dag in")
    await annelies.types("1-1-2020")
    await annelies.sees("al voorbij")
    await annelies.taps("Terug")
    await annelies.sees("Hoe heet hij?")
    await town.restart_bot()
    await annelies.types("Najaar & winter")
    await annelies.types("over 3 weken")
    await annelies.types("veel")
    await annelies.sees("één getal van 1 tot 200")
    await annelies.taps("16")
    await annelies.sees("Plaatsen: 16", "Klopt dit?", "Najaar & winter", "dinsdag 2 februari")
    await annelies.types("ja hoor")
    await annelies.sees("Kies een van de knoppen")
    await annelies.taps("Wijzigen")
    await annelies.taps("Aantal plaatsen")
    await annelies.types("9")
    await annelies.sees("met precies 9 deelnemers")
    summary = (await annelies.last())["message_id"]
    await annelies.taps("Openen")
    await annelies.sees("Najaar & winter is open", "https://t.me/")

    await annelies.forges("rnd_open:1", summary)

    await annelies.sees("al beantwoord")
    assert town.rows("SELECT status, places FROM round") == [("open", 9)]


async def test_cancelling_leaves_nothing_and_a_command_in_between_loses_nothing(town: Town) -> None:
    annelies = await town.coordinator()
    await annelies.types("/ronde")
    await annelies.types("Voorjaar")
    await annelies.types("/help")
    await annelies.types("/ronde")
    await annelies.sees("Tot en met welke dag")

    await annelies.types("/annuleren")

    await annelies.sees("Gestopt")
    assert town.rows("SELECT * FROM round") == []
    assert town.rows("SELECT * FROM conversation") == []


async def test_entering_somebody_by_a_shaky_spelling(town: Town) -> None:
    annelies = await town.coordinator()
    await annelies.types("/invoeren")
    await annelies.types("12345")
    await annelies.sees("geen letters", "Hoe heet de wethouder?")
    await annelies.types("Willem Dekker")
    await annelies.types("den bosch")
    await annelies.taps("Nee, een andere")
    await annelies.sees("Van welke gemeente")
    await annelies.types("Bergen")
    await annelies.taps("Bergen (Limburg)")
    await annelies.sees("Gemeente: Bergen (Limburg)", "e-mailadres")
    await annelies.types("willem@bergen")
    await annelies.sees("mist nog een stukje")
    await annelies.taps("Overslaan")
    await annelies.sees("Willem Dekker, Bergen (Limburg)", "Geen e-mailadres")
    await annelies.taps("Maak de link")
    first = await annelies.link()

    await annelies.types("/invoeren")
    await annelies.sees("openden hun link nog niet")
    await annelies.taps("Willem Dekker")
    second = await annelies.link()

    willem = await town.phone("Willem")
    await willem.follows(first)
    await willem.sees("Deze link ken ik niet")
    await willem.follows(second)
    await willem.sees("Voor welke partij")


async def test_somebody_without_the_role_can_do_nothing_of_the_office(town: Town) -> None:
    annelies = await town.coordinator()
    await registers(await town.phone("Sanne"), municipality="Venlo")
    kees = await town.newcomer("Kees", "Vreemd")
    await kees.starts()

    for command in ("/ronde", "/aanmeldingen", "/invoeren", "/uitnodigen"):
        await kees.types(command)
        await kees.sees("hoort bij een andere rol")
    for data in ("adm:1:1", "adm_no:1", "adm_show:1", "adm_no_ok:1", "rnd_new", "rnd_close_ok:1", "ent_again:1"):
        await kees.forges(data)

    await kees.sees_not("Sanne", "Venlo")
    assert town.rows("SELECT status FROM registration") == [("submitted",)]
    await annelies.types("/aanmeldingen")
    await annelies.sees("Sanne Willems")


async def test_nobody_answers_the_price_of_somebody_else(town: Town) -> None:
    annelies = await town.coordinator()
    koen, kees = await town.phone("Koen"), await town.newcomer("Kees", "Vreemd")
    await registers(koen, municipality="Venlo")
    await annelies.taps("Toelaten als niet-lid")
    await kees.starts()
    welcome = (await kees.last())["message_id"]

    for data in ("price_ok:1", "price_no:1", "price_no_ok:1", "price_back:1"):
        await kees.forges(data, welcome)

    await kees.sees_not("€", "Koen")
    assert town.rows("SELECT status FROM registration") == [("price",)]


async def test_declining_can_be_reconsidered_until_it_is_sent(town: Town) -> None:
    annelies = await town.coordinator()
    koen = await town.phone("Koen")
    await registers(koen, municipality="Venlo")
    await annelies.taps("Afwijzen")
    await annelies.sends("voice")
    await annelies.sees("Luisteren kan ik niet", "Wat is de reden?")
    await annelies.taps("De ronde is vol")
    await annelies.sees("Zo krijgt Koen het te lezen", "Deze ronde is vol")
    await annelies.taps("Andere reden")
    await annelies.types("Bel me even.")
    await annelies.sees("Bel me even.")
    await annelies.taps("Annuleren")
    await annelies.sees("Niet afgewezen")
    await koen.sees_not("Helaas", "Bel me even")

    await annelies.taps("Toelaten als lid")

    await koen.sees("je doet mee")


async def test_closing_a_round_asks_whether_it_is_sure(town: Town) -> None:
    annelies = await town.coordinator()
    link = await opens_a_round(annelies)
    await annelies.types("/ronde")
    await annelies.taps("Ronde sluiten")
    await annelies.taps("Nee, openlaten")
    await annelies.sees("blijft open")
    await annelies.types("/ronde")
    await annelies.taps("Link en QR-code")
    assert await annelies.link() == link

    await annelies.taps("Ronde sluiten")
    sure = (await annelies.last())["message_id"]
    await annelies.presses_again(sure, "Ja, sluiten")
    await annelies.forges("rnd_close_ok:1", sure)

    await annelies.sees("was al gesloten")
    koen = await town.phone("Koen")
    await koen.follows(link)
    await koen.sees("Deze ronde is gesloten")


async def test_everybody_has_the_menu_of_their_role_in_their_own_language(town: Town) -> None:
    kees = await town.newcomer("Kees", "Vreemd")
    await kees.starts()
    annelies = await town.coordinator()
    strangers = {command["command"] for command in (await kees.chat())["commands"]}
    office = {command["command"] for command in (await annelies.chat())["commands"]}
    await annelies.types("/taal")
    await annelies.taps("English")
    english = {command["description"] for command in (await annelies.chat())["commands"]}

    await town.fault(method="setMyCommands", kind="500", times=1)
    await annelies.types("/taal")
    await annelies.taps("Nederlands")

    assert {"start", "mijn", "help"} <= strangers
    assert not {"ronde", "aanmeldingen"} & strangers
    assert {"ronde", "aanmeldingen", "invoeren", "uitnodigen"} <= office
    assert "Who waits for admission" in english
    await annelies.sees("Vanaf nu spreek ik Nederlands")
