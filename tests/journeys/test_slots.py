"""A facilitator publishes slots, sees who has them, and takes them back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.journeys.booking import books, is_admitted, opens_the_diary
from tests.journeys.facilitating import becomes_facilitator, publishes_a_pattern

if TYPE_CHECKING:
    from tests.journeys.harness import Town


async def test_a_weekly_pattern_is_shown_as_a_week_and_then_published(town: Town) -> None:
    ellen = await becomes_facilitator(town, "Ellen")
    await ellen.types("/slots")
    await ellen.sees("Jouw momenten", "staat niets open")

    await ellen.taps("Nieuwe momenten")
    await ellen.taps("Een vast weekpatroon")
    await ellen.taps("maandag")
    await ellen.taps("woensdag")
    await ellen.taps("Klaar")
    await ellen.types("18 januari t/m 29 januari")
    await ellen.types("9 tot 12.30")
    await ellen.taps("Geen pauze")
    await ellen.taps("Per telefoon")
    await ellen.sees(
        "Zo wordt het",
        "12 momenten",
        "van maandag 18 januari tot en met woensdag 27 januari",
        "ma 18 jan: 9.00 · 10.00 · 11.00",
    )
    assert town.rows("SELECT count(*) FROM slot") == [(0,)]
    await ellen.taps("Week van ma 25 jan")
    await ellen.sees("wo 27 jan: 9.00 · 10.00 · 11.00")
    await ellen.taps("Publiceren")

    await ellen.sees("Gepubliceerd: 12 momenten")
    assert town.rows("SELECT count(*), min(starts_at) FROM slot") == [(12, "2027-01-18T08:00:00.000000Z")]
    await ellen.taps("Mijn momenten")
    await ellen.sees("Week van maandag 18 januari", "9.00 telefoon: vrij")


async def test_every_step_takes_a_wrong_answer_calmly(town: Town) -> None:
    ellen = await becomes_facilitator(town, "Ellen")
    await ellen.types("/slots")
    await ellen.taps("Nieuwe momenten")
    await ellen.types("doe maar wat")
    await ellen.sees("Kies een van de knoppen", "Wat wil je openzetten?")
    await ellen.taps("Een vast weekpatroon")
    await ellen.taps("Klaar")
    await ellen.sees("Kies minstens één dag")
    await ellen.taps("dinsdag")
    await ellen.taps("Klaar")
    await ellen.types("gisteren")
    await ellen.sees("herken ik geen periode")
    await ellen.types("1 jan 2026 t/m 1 feb 2026")
    await ellen.sees("in het verleden")
    await ellen.types("2 weken")
    await ellen.types("12 tot 9")
    await ellen.sees("einde ligt niet na het begin")
    await ellen.types("9")
    await ellen.sees("Tot hoe laat?")
    await ellen.sends("sticker")
    await ellen.sees("hier zoek ik een antwoord in woorden")
    await ellen.types("9-9.30")
    await ellen.taps("Geen pauze")
    await ellen.taps("Via beeld")
    await ellen.types("komt nog")
    await ellen.sees("zie ik geen link in")
    await ellen.types("teams.microsoft.com/l/meetup-join/42")
    await ellen.sees("past geen enkel gesprek")

    await ellen.taps("Wijzigen")
    await ellen.taps("Tijden")
    await ellen.types("9 tot 10")
    await ellen.sees("Zo wordt het", "Eén moment, op dinsdag 19 januari", "via beeld")
    await ellen.taps("Week van ma 11 jan")
    await ellen.sees("di 12 jan, 9.00: is al voorbij")
    await ellen.taps("Publiceren")

    await ellen.sees("Gepubliceerd: één moment", "Eén viel weg")
    assert town.rows("SELECT count(*) FROM slot WHERE link_sealed IS NOT NULL") == [(1,)]


async def test_one_slot_for_yesterday_is_refused_and_holidays_and_clashes_fall_out(town: Town) -> None:
    ellen = await becomes_facilitator(town, "Ellen")
    await ellen.types("/slots")
    await ellen.taps("Nieuwe momenten")
    await ellen.taps("Eén moment")
    await ellen.types("11 januari")
    await ellen.sees("Die dag is al voorbij")
    await ellen.types("26 maart")
    await ellen.types("half tien")
    await ellen.taps("Per telefoon")

    # Good Friday.
    await ellen.sees("Er blijft geen enkel moment over", "vr 26 mrt: een feestdag")
    assert "Publiceren" not in await ellen.buttons()
    await ellen.taps("Wijzigen")
    await ellen.taps("Periode")
    await ellen.types("20 januari")
    await ellen.taps("Publiceren")
    await ellen.taps("Nieuwe momenten")
    await ellen.taps("Eén moment")
    await ellen.types("20 januari")
    await ellen.types("10.00")
    await ellen.taps("Per telefoon")

    await ellen.sees("wo 20 jan, 10.00: daar heb je al iets")


async def test_what_is_half_put_together_survives_a_restart_and_can_be_thrown_away(town: Town) -> None:
    ellen = await becomes_facilitator(town, "Ellen")
    await ellen.types("/slots")
    await ellen.taps("Nieuwe momenten")
    await ellen.taps("Een vast weekpatroon")
    await ellen.taps("donderdag")
    await town.restart_bot()

    await ellen.taps("Klaar")
    await ellen.sees("do", "Voor welke periode?")
    await ellen.taps("Terug")
    await ellen.sees("Op welke dagen?")
    await ellen.types("/annuleren")

    await ellen.sees("Gestopt")
    assert town.rows("SELECT count(*) FROM slot_draft") == [(0,)]


async def test_a_slot_a_day_or_a_period_is_taken_back_after_it_was_said_what_goes(town: Town) -> None:
    ellen = await becomes_facilitator(town, "Ellen")
    await publishes_a_pattern(ellen)
    await ellen.taps("Mijn momenten")

    await ellen.taps("Intrekken")
    await ellen.taps("ma 18 jan (3 momenten)")
    await ellen.taps("9.00 telefoon: vrij")
    await ellen.sees("Intrekken: maandag 18 januari, 9.00 uur?", "Niemand heeft er iets geboekt")
    await ellen.taps("Ja, intrekken")
    await ellen.sees("Ingetrokken: één moment")
    await ellen.taps("Mijn momenten")
    await ellen.taps("Intrekken")
    await ellen.taps("Een periode intrekken")
    await ellen.taps("wo 20 jan")
    await ellen.taps("ma 25 jan")
    await ellen.sees("6 momenten, van woensdag 20 januari tot en met maandag 25 januari")
    await ellen.taps("Nee, laten staan")
    await ellen.taps("Intrekken")
    await ellen.taps("Deze hele week")
    await ellen.taps("Ja, intrekken")

    await ellen.sees("Ingetrokken: 5 momenten")
    assert town.rows("SELECT count(*) FROM slot WHERE withdrawn_at IS NULL") == [(6,)]


async def test_who_had_booked_what_is_taken_back_hears_it_and_books_another(town: Town) -> None:
    annelies, ellen = await opens_the_diary(town)
    jeroen = await is_admitted(town, annelies, "Jeroen")
    await books(jeroen, "ma 18", "9.00")

    await ellen.types("/slots")
    await ellen.taps("Week van ma 18 jan")
    await ellen.sees("9.00 telefoon: Jeroen Visser", "10.00 telefoon: vrij")
    await ellen.taps("Intrekken")
    await ellen.taps("ma 18 jan (3 momenten)")
    await ellen.taps("De hele dag")
    await ellen.sees("Eén gesprek gaat dan niet door", "ma 18 jan, 9.00: Jeroen Visser")
    assert (await ellen.last())["protected"]
    await ellen.taps("Ja, intrekken")

    await ellen.sees("Ingetrokken: 3 momenten", "Wie geboekt had, krijgt bericht")
    await jeroen.sees("gaat niet door")
    await books(jeroen, "wo 20", "9.00")
    assert town.rows("SELECT status, cancelled_by FROM booking ORDER BY id") == [
        ("cancelled", "facilitator"),
        ("booked", None),
    ]


async def test_a_booking_that_comes_while_one_reads_what_goes_is_not_swept_along(town: Town) -> None:
    annelies, ellen = await opens_the_diary(town)
    jeroen = await is_admitted(town, annelies, "Jeroen")
    await ellen.types("/slots")
    await ellen.taps("Week van ma 18 jan")
    await ellen.taps("Intrekken")
    await ellen.taps("Deze hele week")
    await ellen.sees("Niemand heeft er iets geboekt")

    await books(jeroen, "ma 18", "9.00")
    await ellen.taps("Ja, intrekken")

    await ellen.sees("Er is net iets veranderd", "ma 18 jan, 9.00: Jeroen Visser")
    assert town.rows("SELECT count(*) FROM slot WHERE withdrawn_at IS NULL") == [(12,)]


async def test_the_rules_are_buttons(town: Town) -> None:
    ellen = await becomes_facilitator(town, "Ellen")
    await publishes_a_pattern(ellen)
    await ellen.taps("Mijn momenten")

    await ellen.taps("Mijn regels")
    await ellen.taps("Duur van een gesprek: 45 minuten")
    await ellen.taps("60 minuten")
    await ellen.sees("Gewijzigd", "Duur van een gesprek: 60 minuten")
    await ellen.taps("Zelf verzetten tot: 2 dagen")
    await ellen.taps("3 dagen")

    await ellen.sees("Zelf verzetten tot: 3 dagen")
    assert town.rows("SELECT length_minutes, buffer_minutes, cut_off_days FROM slot_rules") == [(60, 15, 3)]


async def test_nobody_else_publishes_and_a_forged_button_does_nothing(town: Town) -> None:
    ellen = await becomes_facilitator(town, "Ellen")
    await publishes_a_pattern(ellen)
    jeroen = await town.phone("Jeroen")
    await jeroen.starts()

    await jeroen.types("/slots")
    await jeroen.sees("hoort bij een andere rol")
    await jeroen.forges("slt_wd_ok:1:::0")
    await jeroen.sees("hoort bij een andere rol")
    await ellen.forges("slt_set:most_a_day:999")

    await ellen.sees("Deze knop")
    assert town.rows("SELECT count(*) FROM slot WHERE withdrawn_at IS NULL") == [(12,)]
