"""A participant books the intake, moves it, cancels it, and waits in line."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from domain.time import AMSTERDAM
from tests.journeys.booking import books, comes, is_admitted, opens_the_diary, publishes_one
from tests.journeys.facilitating import becomes_facilitator
from tests.journeys.stories import registers

if TYPE_CHECKING:
    from tests.journeys.harness import Town


async def test_four_taps_lead_from_the_invitation_to_a_booking_in_one_message(town: Town) -> None:
    annelies, _ = await opens_the_diary(town)
    jeroen = await is_admitted(town, annelies, "Jeroen")
    await jeroen.sees("je doet mee", "Nu volgt je intake", "Kies een moment")
    before, acts = len(await jeroen.bot_messages()), jeroen.acts

    await jeroen.taps("Kies een moment")
    await jeroen.sees("plek bij Ellen", "ma 18 jan", "wo 27 jan")
    await jeroen.taps("wo 20 jan")
    await jeroen.sees("Woensdag 20 januari", "Hoe laat?", "9.00 telefoon")
    await jeroen.taps("11.00 telefoon")
    await jeroen.sees("Woensdag 20 januari, 11.00 tot 11.45 uur, per telefoon, met Ellen", "Vastleggen?")
    await jeroen.taps("Vastleggen")

    assert jeroen.acts - acts == 4
    await jeroen.sees("Je intake staat vast: woensdag 20 januari, 11.00 tot 11.45 uur", "Tot en met maandag 18 januari")
    chat = await jeroen.bot_messages()
    assert len(chat) - before == 2
    assert chat[-1]["kind"] == "document"
    assert "secretariaat" in chat[-1]["text"]
    assert town.rows("SELECT status FROM booking") == [("booked",)]


async def test_of_two_for_one_moment_the_second_sees_what_is_left_that_day(town: Town) -> None:
    annelies, _ = await opens_the_diary(town)
    jeroen = await is_admitted(town, annelies, "Jeroen")
    willem = await is_admitted(town, annelies, "Willem", "Goes")
    for phone in (jeroen, willem):
        await phone.taps("Kies een moment")
        await phone.taps("wo 20 jan")
        await phone.taps("11.00 telefoon")

    await jeroen.taps("Vastleggen")
    await willem.taps("Vastleggen")

    await willem.sees("net vergeven", "Dit is er die dag nog", "9.00 telefoon", "10.00 telefoon")
    assert "11.00 telefoon" not in await willem.buttons()
    await willem.taps("9.00 telefoon")
    await willem.taps("Vastleggen")
    await willem.sees("staat vast", "9.00 tot 9.45 uur")
    assert town.rows("SELECT count(*), count(DISTINCT slot_id) FROM booking WHERE status = 'booked'") == [(2, 2)]


async def test_a_booking_is_moved_and_not_made_twice(town: Town) -> None:
    annelies, _ = await opens_the_diary(town)
    jeroen = await is_admitted(town, annelies, "Jeroen")
    invitation = (await jeroen.last())["message_id"]
    await books(jeroen, "wo 20 jan", "11.00")

    await jeroen.presses_again(invitation, "Kies een moment")
    await jeroen.sees("staat op woensdag 20 januari", "blijft staan tot je iets anders vastlegt")
    await jeroen.taps("ma 25 jan")
    await jeroen.taps("9.00")
    await jeroen.sees("Verzetten van woensdag 20 januari", "naar maandag 25 januari")
    await jeroen.taps("Ja, verzetten")

    await jeroen.sees("staat vast: maandag 25 januari, 9.00", "vervangt het vorige", "Tot en met zaterdag 23 januari")
    assert town.rows("SELECT status, sequence FROM booking") == [("booked", 1)]
    await jeroen.types("/mijn")
    await jeroen.sees("Toegelaten", "staat vast: maandag 25 januari", "Verzetten", "Afzeggen", "Mijn leerpunten")


async def test_who_cancels_with_a_reason_can_choose_again(town: Town) -> None:
    annelies, _ = await opens_the_diary(town)
    jeroen = await is_admitted(town, annelies, "Jeroen")
    await books(jeroen, "wo 20 jan", "11.00")
    await jeroen.types("/intake")
    await jeroen.taps("Afzeggen")
    await jeroen.sees("afzeggen?", "Het hoeft niet")

    await jeroen.sends("sticker")
    await jeroen.sees("antwoord in woorden", "afzeggen?")
    await jeroen.types("x" * 501)
    await jeroen.sees("te lang", "afzeggen?")
    await jeroen.types("De raad vergadert die dag.")

    await jeroen.sees("Afgezegd: woensdag 20 januari", "haal je de intake", "Kies een moment")
    assert town.rows("SELECT status, cancelled_by FROM booking") == [("cancelled", "person")]
    await books(jeroen, "wo 20 jan", "11.00")
    await jeroen.sees("staat vast: woensdag 20 januari, 11.00")


async def test_after_the_cut_off_the_facilitator_is_asked(town: Town) -> None:
    annelies, _ = await opens_the_diary(town)
    jeroen = await is_admitted(town, annelies, "Jeroen")
    await books(jeroen, "wo 20 jan", "11.00")
    await comes(town, datetime(2027, 1, 19, 9, tzinfo=AMSTERDAM))

    await jeroen.types("/intake")
    await jeroen.sees("Zo kort van tevoren beslist Ellen", "Vraag om te verzetten")
    await jeroen.taps("Vraag om te verzetten")
    await jeroen.sees("Ik vraag het aan Ellen", "Laat staan")
    await jeroen.types("Ik moet naar de rechtbank.")

    await jeroen.sees("Ik heb het Ellen", "gevraagd", "gaat je intake van woensdag 20 januari")
    assert town.rows("SELECT wish, status FROM change_request") == [("move", "open")]
    await jeroen.types("/intake")
    await jeroen.sees("Je vroeg Ellen", "of je kunt verzetten")


async def test_reminders_ask_whether_one_will_be_there(town: Town) -> None:
    annelies, _ = await opens_the_diary(town)
    jeroen = await is_admitted(town, annelies, "Jeroen")
    await books(jeroen, "wo 20 jan", "11.00")

    await comes(town, datetime(2027, 1, 19, 11, 30, tzinfo=AMSTERDAM))
    await jeroen.sees("Morgen is je intake", "Ellen Vos belt je", "Ik ben er", "Ik kan niet")
    await jeroen.taps("Ik ben er")
    await jeroen.sees("Fijn", "Tot woensdag 20 januari")
    await town.forward(hours=23)
    await jeroen.sees("Straks is je intake")
    await jeroen.taps("Ik kan niet")

    await jeroen.sees("Dit kun je doen", "Vraag om af te zeggen")


async def test_who_finds_nothing_waits_in_line_and_gets_the_freed_moment(town: Town) -> None:
    annelies = await town.coordinator()
    await publishes_one(await becomes_facilitator(town, "Ellen", annelies), "20 januari", "11.00")
    jeroen = await is_admitted(town, annelies, "Jeroen")
    await books(jeroen, "wo 20 jan", "11.00")
    willem = await is_admitted(town, annelies, "Willem", "Goes")
    await willem.sees("nog geen moment vrij", "Zet me op de wachtlijst")

    await willem.taps("Zet me op de wachtlijst")
    await willem.sees("op de wachtlijst", "als eerste aan de beurt")
    await jeroen.taps("Afzeggen")
    await jeroen.taps("geen reden")

    await willem.sees("Er is een moment voor je vrij: woensdag 20 januari", "vast tot")
    await willem.taps("Ja, dit moment")
    await willem.sees("staat vast: woensdag 20 januari, 11.00")
    assert town.rows("SELECT status FROM offer") == [("accepted",)]


async def test_the_facilitator_grants_a_move_after_the_cut_off_and_refuses_another(town: Town) -> None:
    annelies, ellen = await opens_the_diary(town)
    jeroen = await is_admitted(town, annelies, "Jeroen")
    await books(jeroen, "wo 20 jan", "11.00")
    await comes(town, datetime(2027, 1, 19, 9, tzinfo=AMSTERDAM))
    await jeroen.types("/intake")
    await jeroen.taps("Vraag om te verzetten")
    await jeroen.taps("Vraag het, geen reden")

    await ellen.taps("Dat mag")
    await jeroen.sees("Het mag: Ellen Vos", "blijft staan tot je iets anders vastlegt")
    await jeroen.taps("Kies een moment")
    await jeroen.taps("wo 20 jan")
    await jeroen.taps("10.00")
    await jeroen.taps("Ja, verzetten")

    await jeroen.sees("staat vast: woensdag 20 januari, 10.00")
    assert town.rows("SELECT wish, status FROM change_request") == [("move", "granted")]


async def test_who_is_not_admitted_yet_hears_when_an_intake_and_goals_come(town: Town) -> None:
    jeroen = await town.phone("Jeroen")
    await registers(jeroen)

    await jeroen.types("/intake")
    await jeroen.sees("zodra je bent toegelaten", "/mijn")
    await jeroen.types("/leerpunten")

    await jeroen.sees("Leerpunten schrijf je zodra je bent toegelaten")


async def test_at_every_step_another_answer_than_a_button_gets_the_question_again_also_after_a_restart(
    town: Town,
) -> None:
    annelies, _ = await opens_the_diary(town)
    jeroen = await is_admitted(town, annelies, "Jeroen")
    await jeroen.taps("Kies een moment")
    await jeroen.types("woensdag")
    await jeroen.sees("Kies een van de knoppen", "Op deze dagen is er plek")
    await jeroen.taps("wo 20 jan")
    await jeroen.sends("voice")
    await jeroen.sees("Kies een van de knoppen", "Hoe laat?")
    await jeroen.taps("10.00")
    await town.restart_bot()
    await jeroen.sends("photo")
    await jeroen.sees("Kies een van de knoppen", "10.00 tot 10.45 uur", "Vastleggen?")
    await jeroen.forges("bk_day::2027-13-45")
    await jeroen.sees("al beantwoord")
    await jeroen.forges("bk_book:4711")
    await jeroen.sees("Dat moment kan niet meer")
    assert town.rows("SELECT count(*) FROM booking") == [(0,)]
    await jeroen.types("/annuleren")

    await jeroen.sees("We laten het zo", "Jij bent aan zet")
    assert town.rows("SELECT count(*) FROM conversation WHERE name = 'intake'") == [(0,)]


async def test_who_never_books_is_nudged_and_put_on_the_waiting_list(town: Town) -> None:
    annelies, ellen = await opens_the_diary(town)
    jeroen = await is_admitted(town, annelies, "Jeroen")

    await comes(town, datetime(2027, 1, 16, 12, tzinfo=AMSTERDAM))
    await jeroen.sees("nog geen moment gekozen", "Kies een moment")
    await comes(town, datetime(2027, 1, 27, 20, tzinfo=AMSTERDAM))
    await ellen.sees("Jeroen Visser")
    await comes(town, datetime(2027, 2, 3, 12, tzinfo=AMSTERDAM))

    await jeroen.sees("op de wachtlijst gezet", "Haal me van de lijst")
    assert town.rows("SELECT count(*) FROM waiting") == [(1,)]


async def test_who_may_cancel_after_the_cut_off_hears_so_with_the_file_that_takes_it_out(town: Town) -> None:
    annelies, ellen = await opens_the_diary(town)
    jeroen = await is_admitted(town, annelies, "Jeroen")
    await books(jeroen, "wo 20 jan", "11.00")
    await comes(town, datetime(2027, 1, 19, 9, tzinfo=AMSTERDAM))
    await jeroen.types("/intake")
    await jeroen.taps("Vraag om af te zeggen")
    await jeroen.types("Spoeddebat")

    await ellen.taps("Dat mag")

    await jeroen.sees("Het mag: Ellen Vos", "gaat niet door", "Kies een moment")
    assert (await jeroen.last())["kind"] == "document"
    assert town.rows("SELECT wish, status FROM change_request") == [("cancel", "granted")]
