"""A facilitator looks after the intakes, and the office after the people and the facilitators."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tests.journeys.booking import books, comes, is_admitted, opens_the_diary
from tests.journeys.facilitating import becomes_facilitator

if TYPE_CHECKING:
    from tests.journeys.harness import Phone, Town

# Jeroen's intake, on Monday 18 January at 9 in Amsterdam, is over.
AFTER_NINE = datetime(2027, 1, 18, 8, 50, tzinfo=UTC)


async def with_a_booking(town: Town, day: str = "ma 18") -> tuple[Phone, Phone, Phone]:
    """The coordinator, the facilitator, and Jeroen who has the first slot of the day."""
    annelies, ellen = await opens_the_diary(town)
    jeroen = await is_admitted(town, annelies, "Jeroen")
    await books(jeroen, day, "9.00")
    return annelies, ellen, jeroen


async def opens_the_first_intake(ellen: Phone) -> None:
    await ellen.types("/intakes")
    if "ma 18 jan 9.00: Jeroen Visser" not in await ellen.buttons():
        await ellen.taps("Week van ma 18 jan")
    await ellen.taps("ma 18 jan 9.00: Jeroen Visser")


async def test_the_week_says_whom_to_speak_when_and_how_to_reach_them(town: Town) -> None:
    _, ellen, _ = await with_a_booking(town)
    await ellen.sees("Een intake met Jeroen Visser: maandag 18 januari, 9.00 tot 9.45 uur")
    assert (await ellen.last())["kind"] == "document"

    await ellen.types("/intakes")
    await ellen.sees("In deze week heb je geen intakes", "Nog niet geboekt (0)", "Wachtlijst (0)")
    await ellen.taps("Week van ma 18 jan")
    await ellen.sees("9.00 Jeroen Visser, Amersfoort")
    await ellen.taps("ma 18 jan 9.00: Jeroen Visser")

    await ellen.sees("per telefoon", "jeroen@gemeente.nl")
    assert (await ellen.last())["protected"]


async def test_who_goes_on_hears_what_comes_next(town: Town) -> None:
    _, ellen, jeroen = await with_a_booking(town)

    await opens_the_first_intake(ellen)
    assert "Gaat door" not in await ellen.buttons()
    await comes(town, AFTER_NINE)
    await ellen.sees("Je had een intake met Jeroen Visser")
    await ellen.taps("Gaat door")
    await ellen.sees("Vastgelegd: Jeroen gaat door")

    assert town.rows("SELECT status, outcome FROM booking") == [("held", "goes-on")]
    assert town.rows("SELECT count(*) FROM outbox WHERE kind = 'intake-goes-on' AND status = 'sent'") == [(1,)]
    assert "intake" in ((await jeroen.last())["text"] or "").lower()


async def test_who_does_not_go_on_reads_the_reason_and_the_office_knows(town: Town) -> None:
    annelies, ellen, jeroen = await with_a_booking(town)
    await comes(town, AFTER_NINE)

    await ellen.taps("Gaat niet door")
    await ellen.sees("Waarom gaat Jeroen niet door?")
    await ellen.sends("sticker")
    await ellen.sees("hier zoek ik een antwoord in woorden", "Waarom gaat Jeroen niet door?")
    await ellen.types("!!!")
    await ellen.sees("geen letters")
    await ellen.types("Je zoekt coaching, geen intervisie.")
    await town.restart_bot()
    await ellen.taps("Andere reden")
    await ellen.types("Je zoekt nu vooral <coaching>.")
    await ellen.sees("Zo krijgt Jeroen het te lezen", "<coaching>")
    assert town.rows("SELECT status FROM booking") == [("booked",)]
    await ellen.taps("Klopt, versturen")

    await jeroen.sees("Je zoekt nu vooral <coaching>.")
    await annelies.sees("gaat na de intake niet door")
    assert town.rows("SELECT status FROM registration") == [("declined",)]


async def test_an_outcome_can_be_left_and_a_second_talk_is_booked_as_the_first(town: Town) -> None:
    _, ellen, jeroen = await with_a_booking(town)
    await comes(town, AFTER_NINE)

    await ellen.taps("Gaat niet door")
    await ellen.types("/annuleren")
    await ellen.sees("Er is niets vastgelegd")
    await ellen.taps("Tweede gesprek")
    await ellen.sees("er komt een tweede gesprek")
    await books(jeroen, "wo 20", "9.00")

    assert town.rows("SELECT status, outcome FROM booking ORDER BY id") == [("held", "second-talk"), ("booked", None)]


async def test_a_wrong_outcome_is_put_right_the_same_day_and_both_know_what_holds(town: Town) -> None:
    annelies, ellen, jeroen = await with_a_booking(town)
    await comes(town, AFTER_NINE)
    await ellen.taps("Gaat niet door")
    await ellen.types("Je zoekt coaching.")
    await ellen.taps("Klopt, versturen")
    await jeroen.sees("Helaas doe je deze keer niet mee")

    await town.restart_bot()
    await ellen.taps("Klopt niet, wijzigen")
    await ellen.sees("De uitkomst is teruggenomen", "Wat kwam eruit?")
    await annelies.sees("doet toch mee")
    await ellen.taps("Gaat door")

    await jeroen.sees("heeft iets rechtgezet", "je gaat door")
    assert town.rows("SELECT status FROM registration") == [("admitted",)]
    await town.forward(days=1)
    await ellen.taps("Klopt niet, wijzigen")
    await ellen.sees("tot het einde van de dag", "Vastgelegd: gaat door")


async def test_a_facilitator_moves_and_cancels_for_somebody_and_is_asked_whether_to_tell(town: Town) -> None:
    _, ellen, jeroen = await with_a_booking(town)
    heard = len(await jeroen.bot_messages())

    await opens_the_first_intake(ellen)
    await ellen.taps("Verzetten")
    await ellen.taps("wo 20 jan")
    await ellen.taps("10.00 telefoon")
    await ellen.sees("woensdag 20 januari, 10.00 tot 10.45 uur", "Zal ik het Jeroen laten weten?")
    await ellen.taps("Nee, dat doe ik zelf")
    assert len(await jeroen.bot_messages()) == heard
    await ellen.types("/intakes")
    await ellen.taps("Week van ma 18 jan")
    await ellen.taps("wo 20 jan 10.00: Jeroen Visser")
    await ellen.taps("Afzeggen")
    await ellen.taps("Ja, laat Jeroen het weten")

    await jeroen.sees("woensdag 20 januari, 10.00", "gaat niet door")
    assert town.rows("SELECT status, cancelled_by FROM booking") == [("cancelled", "facilitator")]


async def test_a_facilitator_hears_who_is_out_of_reach_and_who_comes_back_sees_what_was_changed(town: Town) -> None:
    _, ellen, jeroen = await with_a_booking(town)
    await jeroen.blocks()

    await opens_the_first_intake(ellen)
    await ellen.sees("Jeroen krijgt nu geen berichten van me")
    await ellen.taps("Verzetten")
    await ellen.taps("wo 20 jan")
    await ellen.taps("10.00 telefoon")
    await ellen.taps("Ja, laat Jeroen het weten")
    await ellen.sees("Jeroen krijgt geen bericht", "Bel of mail je zelf even?")
    await jeroen.unblocks()
    await jeroen.starts()

    await jeroen.sees("Je intake staat vast: woensdag 20 januari, 10.00")


async def test_who_has_not_booked_is_reminded_with_one_tap_and_once_a_day(town: Town) -> None:
    annelies, ellen = await opens_the_diary(town)
    jeroen = await is_admitted(town, annelies, "Jeroen")
    await ellen.types("/intakes")

    await ellen.taps("Nog niet geboekt (1)")
    await ellen.sees("Jeroen Visser, Amersfoort – sinds dinsdag 12 januari")
    await ellen.taps("Herinner Jeroen Visser")
    await ellen.sees("Ik heb een herinnering gestuurd")
    await ellen.taps("Herinner Jeroen Visser")
    await ellen.sees("vandaag al herinnerd")

    nudges = [m for m in await jeroen.bot_messages() if "nog geen moment gekozen" in (m["text"] or "")]
    assert len(nudges) == 1


async def test_after_the_cut_off_the_facilitator_grants_or_refuses(town: Town) -> None:
    _, ellen, jeroen = await with_a_booking(town, "wo 20")
    await comes(town, datetime(2027, 1, 19, 10, 0, tzinfo=UTC))
    await jeroen.types("/intake")
    await jeroen.taps("Vraag om te verzetten")
    await jeroen.types("Spoeddebat")

    await ellen.sees("Jeroen vraagt of het verzet kan worden", "Spoeddebat")
    await ellen.taps("Dat mag")
    await ellen.sees("mag een ander moment kiezen")
    await jeroen.sees("Het mag")
    await jeroen.taps("Kies een moment")
    await jeroen.taps("ma 25")
    await jeroen.taps("9.00")
    await jeroen.taps("Ja, verzetten")

    await ellen.sees("De intake met Jeroen Visser is verzet: maandag 25 januari, 9.00")
    assert town.rows("SELECT status FROM change_request") == [("granted",)]


async def test_both_are_reminded_and_the_facilitator_says_to_be_there(town: Town) -> None:
    _, ellen, _ = await with_a_booking(town)

    await comes(town, datetime(2027, 1, 18, 7, 30, tzinfo=UTC))
    await ellen.sees("Straks heb je een intake", "Jeroen Visser, Amersfoort")
    await ellen.taps("Ik ben er")

    await ellen.sees("Genoteerd")
    assert town.rows("SELECT facilitator_coming_at IS NOT NULL FROM booking") == [(1,)]


async def test_a_forgotten_outcome_is_asked_for_and_then_told_to_the_office(town: Town) -> None:
    annelies, ellen, _ = await with_a_booking(town)

    await comes(town, datetime(2027, 1, 25, 12, 0, tzinfo=UTC))

    asked = [m for m in await ellen.bot_messages() if "Even een herinnering: je had een intake" in (m["text"] or "")]
    assert len(asked) == 2
    await annelies.sees("heeft nog niet vastgelegd", "Jeroen Visser")


async def test_a_facilitator_who_leaves_hands_over_and_everyone_is_told(town: Town) -> None:
    annelies, ellen, jeroen = await with_a_booking(town)
    bram = await town.newcomer("Bram", "Smit")
    await annelies.types("/uitnodigen")
    await bram.follows(await annelies.link())

    await annelies.types("/begeleiders")
    await annelies.taps("Ellen Vos")
    await annelies.sees("één intake")
    await annelies.taps("Stopt als begeleider")
    await annelies.taps("Bram Smit neemt het over")
    await annelies.sees("Bram Smit", "11 vrije momenten")
    await annelies.taps("Ja, zo doen we het")

    await annelies.sees("geen begeleider meer")
    await jeroen.sees("Je intake is voortaan met Bram Smit")
    await bram.sees("Een intake met Jeroen Visser")
    await ellen.sees("Je intake met Jeroen Visser vervalt")
    await ellen.types("/intakes")
    await ellen.sees("hoort bij een andere rol")


async def test_who_takes_over_a_talk_on_screen_gives_a_link_of_their_own(town: Town) -> None:
    annelies, _ = await opens_the_diary(town, medium="Via beeld")
    jeroen = await is_admitted(town, annelies, "Jeroen")
    await books(jeroen, "ma 18", "9.00")
    bram = await town.newcomer("Bram", "Smit")
    await annelies.types("/uitnodigen")
    await bram.follows(await annelies.link())
    await annelies.types("/begeleiders")
    await annelies.taps("Ellen Vos")
    await annelies.taps("Stopt als begeleider")
    await annelies.taps("Bram Smit neemt het over")
    await annelies.taps("Ja, zo doen we het")

    await bram.sees("Er is nog geen link")
    await bram.taps("Bekijken")
    await bram.taps("Link doorgeven")
    await bram.types("stuur ik nog")
    await bram.sees("zie ik geen link in", "Wat is de link voor maandag 18 januari")
    await bram.types("https://zoom.us/j/1234")
    await bram.sees("Bewaard", "https://zoom.us/j/1234")

    await jeroen.sees("https://zoom.us/j/1234", "met Bram Smit")
    assert town.rows("SELECT count(*) FROM slot WHERE link_sealed LIKE '%zoom%'") == [(0,)]


async def test_a_facilitator_who_leaves_without_a_successor_sets_everybody_free(town: Town) -> None:
    annelies, _, jeroen = await with_a_booking(town)

    await annelies.types("/begeleiders")
    await annelies.taps("Ellen Vos")
    await annelies.taps("Stopt als begeleider")
    await annelies.taps("Niemand: alles afzeggen")
    await annelies.taps("Ja, zo doen we het")

    await jeroen.sees("gaat niet door")
    assert town.rows("SELECT count(*) FROM slot WHERE withdrawn_at IS NULL") == [(0,)]


async def test_the_office_and_the_facilitator_take_somebody_out(town: Town) -> None:
    annelies, ellen, jeroen = await with_a_booking(town)
    sanne = await is_admitted(town, annelies, "Sanne", "Venlo")

    await annelies.types("/deelnemers")
    await annelies.sees("2 mensen zijn toegelaten")
    await annelies.taps("Sanne Willems")
    await annelies.sees("Sanne Willems, Venlo", "nog geen intake")
    await annelies.taps("Doet niet meer mee")
    await annelies.taps("Ja, haal Sanne eruit")
    await annelies.sees("Sanne doet niet meer mee")
    await opens_the_first_intake(ellen)
    await ellen.taps("Doet niet meer mee")
    await ellen.sees("Weet je het zeker?")
    await ellen.taps("Ja, haal Jeroen eruit")

    await annelies.sees("Jeroen Visser, Amersfoort doet niet meer mee")
    assert dict(town.rows("SELECT status, count(*) FROM registration GROUP BY status")) == {"withdrawn": 2}
    assert town.rows("SELECT status FROM booking") == [("cancelled",)]
    assert (await jeroen.last())["text"]
    assert (await sanne.last())["text"]


async def test_goals_are_read_by_the_own_facilitator_only_who_proposes_words(town: Town) -> None:
    annelies, ellen, jeroen = await with_a_booking(town)
    other = await becomes_facilitator(town, "Koen", annelies)
    await jeroen.types("/leerpunten")
    await jeroen.taps("Leerpunt toevoegen")
    await jeroen.types("Rustig blijven in het debat")

    await opens_the_first_intake(ellen)
    await ellen.taps("Leerpunten")
    await ellen.sees("De leerpunten van Jeroen", "Rustig blijven in het debat")
    assert (await ellen.last())["protected"]
    person_id = town.rows("SELECT person_id FROM goal")[0][0]
    await ellen.taps("Andere woorden voor nr. 1")
    await ellen.sends("photo")
    await ellen.sees("Hoe zou jij dit leerpunt verwoorden?")
    await ellen.types("Ook onder druk mijn toon bewaken")
    await ellen.sees("Voorgesteld", "Jouw voorstel: Ook onder druk")
    await jeroen.sees("Ook onder druk mijn toon bewaken")
    await other.types("/intakes")
    await other.forges(f"itk_goals:{person_id}")

    await other.sees("geen deelnemer van jou")
    await other.sees_not("Rustig blijven")


async def test_another_facilitators_intake_cannot_be_seen_or_touched_by_forged_buttons(town: Town) -> None:
    annelies, _, jeroen = await with_a_booking(town)
    koen = await becomes_facilitator(town, "Koen", annelies)
    ((booking, registration),) = town.rows(
        "SELECT booking.id, registration.id FROM booking JOIN registration USING (person_id)"
    )
    await koen.types("/intakes")
    before = town.rows("SELECT * FROM booking")

    for data in (
        f"itk:{booking}",
        f"itk_mv:{booking}:0",
        f"itk_off_ok:{booking}:1:0",
        f"itk_out:{booking}:goes-on",
        f"itk_out:{booking}:stops",
        f"itk_link:{booking}",
    ):
        await koen.forges(data)
        await koen.sees("niet (meer) van jou")
    await koen.forges(f"prt_out_ok:{registration}")
    await koen.sees("geen deelnemer van jou")
    await jeroen.forges(f"itk:{booking}")
    await jeroen.sees("hoort bij een andere rol")
    await annelies.forges(f"itk_goals:{booking}")

    await annelies.sees("hoort bij een andere rol")
    await koen.sees_not("Jeroen", "jeroen@gemeente.nl")
    assert town.rows("SELECT * FROM booking") == before
    assert town.rows("SELECT count(*) FROM conversation") == [(0,)]


async def test_a_button_pressed_twice_or_late_says_how_it_stands_now(town: Town) -> None:
    _, ellen, _ = await with_a_booking(town)
    await opens_the_first_intake(ellen)
    card = (await ellen.last())["message_id"]
    await ellen.taps("Afzeggen")
    await ellen.taps("Ja, laat Jeroen het weten")

    await ellen.forges("itk_mv:1:0", card)
    await ellen.sees("intussen iets veranderd", "Deze intake is afgezegd")
    await ellen.forges("itk_off_ok:1:1:1", card)
    await ellen.sees("intussen iets veranderd")
    await ellen.forges("itk_out:1:goes-on", card)
    await ellen.sees("intussen iets veranderd")

    assert town.rows("SELECT status FROM booking") == [("cancelled",)]
    assert town.rows("SELECT count(*) FROM outbox WHERE kind = 'intake-cancelled'") == [(2,)]
