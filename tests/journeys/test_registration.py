"""A wethouder registers: the straight way, and with everything that happens to people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.journeys.stories import answers_until_the_summary, opens_a_round, registers

if TYPE_CHECKING:
    from tests.journeys.harness import Town

# Taps and messages, from /start to "ontvangen", for one who accepts what is offered.
MOST_ACTS = 15


async def test_who_accepts_what_is_offered_is_done_in_fifteen_taps_and_messages(strict_town: Town) -> None:
    town = strict_town
    annelies = await town.coordinator()
    link = await opens_a_round(annelies)
    jeroen = await town.phone("Jeroen")

    await registers(jeroen, link, municipality="Amersfoort")

    await jeroen.sees("je aanmelding is binnen", "uiterlijk", "dinsdag 19 januari")
    assert jeroen.acts <= MOST_ACTS
    assert [call for call in await town.journal() if not call["ok"]] == []
    await annelies.sees("Jeroen Visser", "Amersfoort", "D66", "jeroen@gemeente.nl")


async def test_a_registration_with_mistakes_a_step_back_a_change_and_a_restart_in_the_middle(town: Town) -> None:
    annelies = await town.coordinator()
    link = await opens_a_round(annelies)
    marijke = await town.phone("Marijke")

    await marijke.follows(link)
    await marijke.sees("Welkom")
    await marijke.taps("Aanmelden")
    await marijke.sees("In Telegram heet je Marijke de Groot")
    await marijke.taps("Anders")
    await marijke.types("👍👍")
    await marijke.sees("letters")
    await marijke.types("Marijke de Groot-Jansen")

    await marijke.sees("Van welke gemeente")
    await marijke.types("den bosch")
    await marijke.sees("'s-Hertogenbosch")
    await marijke.taps("Ja")

    await marijke.sees("Voor welke partij")
    await marijke.taps("Terug")
    await marijke.sees("Van welke gemeente")
    await marijke.types("Bergen")
    await marijke.sees("Bergen (Noord-Holland)", "Bergen (Limburg)")
    await marijke.taps("Bergen (Limburg)")
    await marijke.taps("GroenLinks-PvdA")

    await marijke.taps("Klaar")
    await marijke.sees("minstens één")
    await marijke.taps("Volgende")
    await marijke.taps("Onderwijs")
    await marijke.types("Grensoverschrijdende samenwerking")
    await marijke.taps("Klaar")

    await town.restart_bot()
    await marijke.types("negentienhonderd")
    await marijke.sees("vier cijfers")
    await marijke.types("2019")
    await marijke.taps("Ja")
    await marijke.sends("sticker")
    await marijke.sees("e-mailadres")
    await marijke.types("marijke@gmail")
    await marijke.sees("Daar mist nog een stukje")
    await marijke.types("marijke@bergen.nl")

    await marijke.sees("€ 600", "exclusief btw", "je gemeente kan dit vergoeden")
    await marijke.taps("Akkoord")
    await marijke.sees("Klopt dit?", "Marijke de Groot-Jansen", "Bergen (Limburg)", "GroenLinks-PvdA", "2019")

    await marijke.taps("Wijzigen")
    await marijke.taps("E-mail")
    await marijke.types("marijke@elders.nl")
    await marijke.sees("Klopt dit?", "marijke@elders.nl", "Grensoverschrijdende samenwerking")
    await marijke.taps("Klopt, ik meld me aan")

    await marijke.sees("Dank je, Marijke, je aanmelding is binnen")
    await annelies.sees("Marijke de Groot-Jansen", "marijke@elders.nl", "Bergen (Limburg)")
    assert town.rows("SELECT status, count(*) FROM registration GROUP BY status") == [("submitted", 1)]


async def test_somebody_from_a_merged_municipality_is_told_what_it_is_now_part_of(town: Town) -> None:
    fatima = await town.phone("Fatima")
    await fatima.starts()
    await fatima.taps("Aanmelden")
    await fatima.taps("Ja, zo heet ik")

    await fatima.types("Haaren")

    await fatima.sees("2021", "Boxtel", "Oisterwijk", "Tilburg", "Vught")
    await fatima.taps("Oisterwijk")
    await fatima.sees("Voor welke partij")


async def test_a_change_of_membership_asks_for_consent_to_the_other_price(town: Town) -> None:
    koen = await town.phone("Koen")
    await koen.starts()
    await answers_until_the_summary(koen, municipality="Venlo", email="koen@venlo.nl")

    await koen.taps("Wijzigen")
    await koen.taps("Lid van de")
    await koen.taps("Nee")

    await koen.sees("€ 950")
    await koen.taps("Akkoord")
    await koen.sees("Klopt dit?", "€ 950")


async def test_consent_and_sending_pressed_twice_count_once(town: Town) -> None:
    annelies = await town.coordinator()
    sanne = await town.phone("Sanne")
    await sanne.starts()
    await answers_until_the_summary(sanne, municipality="Venlo", email="sanne@venlo.nl")
    consent = next(m for m in reversed(await sanne.bot_messages()) if "Klopt dit?" in (m["text"] or ""))

    await sanne.presses_again(consent["message_id"], "Klopt, ik meld me aan")
    await sanne.forges(await button_data(sanne.id, town, consent), consent["message_id"])

    assert town.rows("SELECT status FROM registration") == [("submitted",)]
    cards = [m for m in await annelies.bot_messages() if "Sanne Willems" in (m["text"] or "")]
    assert len(cards) == 1


async def button_data(person: int, town: Town, message: dict[str, object]) -> str:
    """What the "Klopt" button carried before it was pressed."""
    rows = message["inline_keyboard"]
    assert isinstance(rows, list)
    return str(next(b["callback_data"] for row in rows for b in row if b["text"].startswith("Klopt")))


async def test_half_finished_is_nudged_after_three_days_and_gone_after_thirty(town: Town) -> None:
    willem = await town.phone("Willem")
    await willem.starts()
    await willem.taps("Aanmelden")
    await willem.taps("Ja, zo heet ik")

    await town.forward(days=3, hours=1)
    await willem.sees("Je aanmelding voor intervisie staat nog open")
    await willem.taps("Verder gaan")
    await willem.sees("Van welke gemeente")
    await town.forward(days=28)

    await willem.sees("ik heb alles gewist")
    assert town.rows("SELECT count(*) FROM registration") == [(0,)]
    assert town.rows("SELECT count(*) FROM person WHERE name_sealed IS NOT NULL") == [(0,)]


async def test_cancelling_keeps_what_was_filled_in_until_one_goes_on_or_erases_it(town: Town) -> None:
    ayse = await town.phone("Ayşe")
    await ayse.starts()
    await ayse.taps("Aanmelden")
    await ayse.taps("Ja, zo heet ik")
    await ayse.types("/annuleren")
    await ayse.sees("Wat je invulde bewaar ik")

    await ayse.starts()
    await ayse.taps("Verder gaan")
    await ayse.sees("Van welke gemeente")
    await ayse.types("/annuleren")
    await ayse.taps("Alles wissen")
    await ayse.taps("Ja, wis alles")

    await ayse.sees("gewist")
    assert town.rows("SELECT count(*) FROM registration") == [(0,)]


async def test_start_in_the_middle_asks_the_same_question_again(town: Town) -> None:
    ayse = await town.phone("Ayşe")
    await ayse.starts()
    await ayse.taps("Aanmelden")
    await ayse.taps("Ja, zo heet ik")

    await ayse.starts()

    await ayse.sees("Van welke gemeente")


async def test_registering_twice_after_closing_and_when_full_tells_what_is_possible(town: Town) -> None:
    annelies = await town.coordinator()
    link = await opens_a_round(annelies, places="1")
    jeroen, fatima, koen = [await town.phone(name) for name in ("Jeroen", "Fatima", "Koen")]
    await registers(jeroen, link, municipality="Amersfoort")

    await jeroen.follows(link)
    await jeroen.sees("binnen")
    await fatima.follows(link)
    await fatima.sees("Deze ronde is vol", "Aanmelden voor een volgende ronde")
    await annelies.types("/ronde")
    await annelies.taps("Ronde sluiten")
    await annelies.taps("Ja, sluiten")
    await koen.follows(link)

    await koen.sees("Deze ronde is gesloten", "Aanmelden voor een volgende ronde")


async def test_mijn_shows_what_was_registered_and_whose_move_it_is_and_withdraws(town: Town) -> None:
    annelies = await town.coordinator()
    jeroen = await town.phone("Jeroen")
    await jeroen.starts()
    await answers_until_the_summary(jeroen, municipality="Amersfoort", email="jeroen@amersfoort.nl")
    await jeroen.taps("Klopt, ik meld me aan")

    await jeroen.types("/mijn")
    await jeroen.sees("Amersfoort", "jeroen@amersfoort.nl", "bureau")
    await jeroen.taps("Intrekken")
    await jeroen.taps("Ja, trek")

    await jeroen.sees("ingetrokken")
    assert town.rows("SELECT status FROM registration") == [("withdrawn",)]
    await annelies.sees("Jeroen Visser")


async def test_what_can_wait_is_asked_after_it_and_can_be_left(town: Town) -> None:
    sanne = await town.phone("Sanne")
    await registers(sanne, municipality="Venlo")

    await sanne.taps("Nu aanvullen")
    await sanne.types("Leren hoe anderen omgaan met een verdeelde raad.")
    await sanne.taps("Overslaan")
    await sanne.sees("Hoe ")
    await sanne.taps("Later")

    await sanne.sees("/mijn")


async def test_taal_switches_between_dutch_and_english(town: Town) -> None:
    willem = await town.phone("Willem")
    await willem.starts()

    await willem.types("/taal")
    await willem.taps("English")
    await willem.starts()

    await willem.sees("Welcome")


async def test_another_language_asks_the_question_of_now_again_in_it(town: Town) -> None:
    willem = await town.phone("Willem")
    await willem.starts()
    await willem.taps("volgende ronde")
    await willem.taps("Ja, zo heet ik")
    in_dutch = (await willem.last())["message_id"]

    await willem.types("/taal")
    await willem.taps("English")

    await willem.sees("Of which municipality are you an alderman?")
    (before,) = [each for each in await willem.bot_messages() if each["message_id"] == in_dutch]
    assert before["inline_keyboard"] == []
    await willem.types("Goes")
    await willem.sees("Municipality: Goes", "For which party")


async def test_a_link_to_a_round_without_a_place_leads_to_one_that_has(town: Town) -> None:
    annelies = await town.coordinator()
    full = await opens_a_round(annelies, name="Intervisie voorjaar", places="1")
    await opens_a_round(annelies, name="Intervisie najaar")
    await registers(await town.phone("Jeroen"), full, municipality="Amersfoort")
    fatima, koen = await town.phone("Fatima"), await town.phone("Koen")

    await fatima.follows(full)
    await fatima.sees("Deze ronde is vol", "Intervisie najaar")
    await fatima.taps("Aanmelden voor die ronde")
    await fatima.sees("Hoe heet je")
    await koen.starts("r-printedwrong")

    await koen.sees("ken ik niet", "Intervisie najaar")


async def test_the_link_of_a_round_takes_along_what_was_begun_without_one(town: Town) -> None:
    koen = await town.phone("Koen")
    await koen.starts()
    await koen.taps("Aanmelden")
    await koen.taps("Ja, zo heet ik")
    annelies = await town.coordinator()
    link = await opens_a_round(annelies)

    await koen.follows(link)
    await koen.taps("Verder gaan")

    await koen.sees("Van welke gemeente")
    assert town.rows("SELECT count(*) FROM registration WHERE round_id IS NOT NULL") == [(1,)]
