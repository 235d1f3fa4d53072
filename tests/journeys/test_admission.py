"""The office admits and declines; people hear what comes next, by day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.journeys.stories import opens_a_round, registers

if TYPE_CHECKING:
    from tests.journeys.harness import Phone, Town


async def test_one_is_admitted_and_one_is_declined_with_a_reason_in_kind_words(town: Town) -> None:
    annelies = await town.coordinator()
    link = await opens_a_round(annelies)
    jeroen, willem = await town.phone("Jeroen"), await town.phone("Willem")
    await registers(jeroen, link, municipality="Amersfoort")
    await registers(willem, link, municipality="Goes")

    await annelies.types("/aanmeldingen")
    await annelies.sees("2 aanmeldingen")
    await annelies.taps("Jeroen Visser")
    await annelies.taps("Toelaten als lid")
    await annelies.types("/aanmeldingen")
    await annelies.taps("Willem Dekker")
    await annelies.taps("Afwijzen")
    await annelies.types("Je bent vorige maand gestopt als wethouder.")
    await annelies.sees("Zo krijgt Willem", "gestopt als wethouder")
    await annelies.taps("Versturen")

    await jeroen.sees("je doet mee met de intervisie", "€ 600", "intake")
    await willem.sees("Helaas", "gestopt als wethouder", "opnieuw aanmelden kan altijd")
    assert dict(town.rows("SELECT status, count(*) FROM registration GROUP BY status")) == {
        "admitted": 1,
        "declined": 1,
    }
    assert ("participant", 1) in town.rows("SELECT role, count(*) FROM person GROUP BY role")


async def test_another_price_is_agreed_to_before_anything_else_happens(town: Town) -> None:
    annelies = await town.coordinator()
    koen = await town.phone("Koen")
    await registers(koen, municipality="Venlo", member=True)

    await annelies.taps("Toelaten als niet-lid")
    await koen.sees("€ 950", "in plaats van € 600", "Ga je daarmee akkoord")
    assert town.rows("SELECT role FROM person WHERE role = 'participant'") == []
    await koen.taps("Akkoord")

    await koen.sees("je doet mee", "€ 950")
    assert town.rows("SELECT status, agreed_cents, confirmed_member FROM registration") == [("admitted", 95000, 0)]


async def test_the_menu_follows_who_is_admitted_and_who_withdraws(town: Town) -> None:
    annelies = await town.coordinator()
    koen = await town.phone("Koen")
    await registers(koen, municipality="Venlo")
    menus = [await commands_of(koen)]

    await annelies.taps("Toelaten als lid")
    menus.append(await commands_of(koen))
    await koen.types("/mijn")
    await koen.taps("Intrekken")
    await koen.taps("Ja, trek maar in")
    menus.append(await commands_of(koen))

    assert "intake" in menus[1]
    assert "intake" not in menus[0]
    assert menus[2] == menus[0]


async def commands_of(phone: Phone) -> list[str]:
    return [each["command"] for each in (await phone.chat())["commands"]]


async def test_who_refuses_the_price_is_out_and_the_office_hears_it(town: Town) -> None:
    annelies = await town.coordinator()
    koen = await town.phone("Koen")
    await registers(koen, municipality="Venlo", member=True)
    await annelies.taps("Toelaten als niet-lid")

    await koen.taps("Niet akkoord")
    await koen.taps("Trek mijn aanmelding in")

    await koen.sees("ingetrokken")
    await annelies.sees("Koen Hoekstra", "gaat niet akkoord")


async def test_the_first_coordinator_to_act_settles_it_for_all(town: Town) -> None:
    annelies = await town.coordinator()
    bram = await town.newcomer("Bram", "Smit")
    await bram.follows(await town.coordinator_link())
    sanne = await town.phone("Sanne")
    await registers(sanne, municipality="Venlo")
    card = (await bram.last())["message_id"]
    await bram.sees("Sanne Willems", "Toelaten als lid")

    await annelies.taps("Toelaten als lid")
    (settled,) = [m for m in await bram.bot_messages() if m["message_id"] == card]

    assert "door Annelies" in settled["text"]
    assert settled["inline_keyboard"] == []
    assert len([m for m in await sanne.bot_messages() if "je doet mee" in (m["text"] or "")]) == 1


async def test_the_office_never_decides_on_an_answer_that_was_changed_since(town: Town) -> None:
    annelies = await town.coordinator()
    sanne = await town.phone("Sanne")
    await registers(sanne, municipality="Venlo")
    card = (await annelies.last())["message_id"]

    await sanne.types("/mijn")
    await sanne.taps("Wijzigen")
    await sanne.taps("Gemeente")
    await sanne.types("Zwolle")

    (shown,) = [each for each in await annelies.bot_messages() if each["message_id"] == card]
    assert "Sanne Willems, Zwolle" in shown["text"]
    await annelies.presses_again(card, "Toelaten als lid")
    await sanne.sees("je doet mee")


async def test_a_decision_in_the_evening_is_told_in_the_morning(town: Town) -> None:
    annelies = await town.coordinator()
    sanne = await town.phone("Sanne")
    await registers(sanne, municipality="Venlo")
    await town.forward(hours=12)

    await annelies.taps("Toelaten als lid")
    await sanne.sees_not("je doet mee")
    await town.forward(hours=11)

    await sanne.sees("je doet mee")


async def test_an_admission_that_waits_is_asked_for_again_every_day_after_five_working_days(town: Town) -> None:
    annelies = await town.coordinator()
    await registers(await town.phone("Sanne"), municipality="Venlo")

    await town.forward(days=6, hours=23)
    before = len([m for m in await annelies.bot_messages() if "Even een herinnering" in (m["text"] or "")])
    await town.forward(days=2, hours=1)

    reminders = [m for m in await annelies.bot_messages() if "Even een herinnering" in (m["text"] or "")]
    assert before == 0
    # The fifth working day, and the two days after it.
    assert len(reminders) == 3


async def test_who_blocked_the_bot_is_unreachable_until_the_next_start_and_the_office_sees_it(town: Town) -> None:
    annelies = await town.coordinator()
    sanne = await town.phone("Sanne")
    await registers(sanne, municipality="Venlo")
    await sanne.blocks()

    await annelies.taps("Toelaten als lid")

    await annelies.sees("kan ik Sanne nu niet bereiken")
    failed = town.rows("SELECT kind, status, reason FROM outbox WHERE kind = 'admitted'")
    assert [(kind, status) for kind, status, _ in failed] == [("admitted", "failed")]
    await sanne.starts()
    await sanne.sees("toegelaten")


async def test_somebody_who_called_is_entered_and_finishes_by_a_link_that_works_once(town: Town) -> None:
    annelies = await town.coordinator()
    await annelies.types("/invoeren")
    await annelies.types("Willem Dekker")
    await annelies.types("Goes")
    await annelies.types("w.dekker@goes.nl")
    await annelies.taps("Maak de link")
    link = await annelies.link()

    willem, other = await town.phone("Willem"), await town.phone("Jeroen")
    await willem.follows(link)
    await willem.sees("Het bureau heeft je aanmelding", "Voor welke partij")
    await other.follows(link)
    await other.sees("al gebruikt")
    await willem.taps("Zeg ik liever niet")
    await willem.taps("Financiën")
    await willem.taps("Klaar")
    await willem.taps("2026")
    await willem.taps("Ja")
    await willem.taps("Akkoord")
    await willem.sees("Klopt dit?", "Willem Dekker, Goes", "w.dekker@goes.nl")
    await willem.taps("Klopt, ik meld me aan")

    await annelies.sees("Willem Dekker", "Toelaten als lid")


async def test_a_personal_link_that_nobody_opens_is_told_to_the_office_with_a_new_one_at_hand(town: Town) -> None:
    annelies = await town.coordinator()
    await annelies.types("/invoeren")
    await annelies.types("Willem Dekker")
    await annelies.types("Goes")
    await annelies.taps("Overslaan")
    await annelies.taps("Maak de link")

    await town.forward(days=20)
    await annelies.sees("Willem Dekker", "Goes", "nog niet geopend")
    await annelies.taps("Nieuwe link maken")
    willem = await town.phone("Willem")
    await willem.follows(await annelies.link())
    await willem.sees("Het bureau heeft je aanmelding", "Voor welke partij")
    await annelies.types("/invoeren")
    await annelies.types("Fatima Yilmaz")
    await town.forward(days=31)

    await annelies.sees("bleef dertig dagen liggen")
    await annelies.types("/invoeren")
    await annelies.sees("Hoe heet de wethouder?")


async def test_a_facilitator_comes_in_by_a_link_that_expires(town: Town) -> None:
    annelies = await town.coordinator()
    await annelies.types("/uitnodigen")
    link = await annelies.link()
    ellen, late = await town.phone("Ellen"), await town.newcomer("Henk", "Laat")

    await ellen.follows(link)
    await ellen.sees("Je bent nu begeleider")
    await annelies.sees("Ellen", "is nu begeleider")
    await annelies.types("/uitnodigen")
    second = await annelies.link()
    await town.forward(days=8)
    await late.follows(second)

    await late.sees("verlopen")
    assert dict(town.rows("SELECT role, count(*) FROM person WHERE role IS NOT NULL GROUP BY role")) == {
        "coordinator": 1,
        "facilitator": 1,
    }


async def test_the_round_gives_a_link_and_a_qr_code_and_shows_who_registered(town: Town) -> None:
    annelies = await town.coordinator()
    link = await opens_a_round(annelies, name="Intervisie voorjaar 2027")
    pictures = [m for m in await annelies.bot_messages() if m["kind"] == "photo"]
    await registers(await town.phone("Jeroen"), link, municipality="Amersfoort")

    await annelies.types("/ronde")

    assert len(pictures) == 1
    assert pictures[0]["file"]["size"] > 500
    await annelies.sees("Intervisie voorjaar 2027", "Jeroen Visser, Amersfoort", "wacht op toelating", "1 van 24")


async def test_a_round_closes_by_itself_after_its_last_day_and_the_office_hears_it_once(town: Town) -> None:
    annelies = await town.coordinator()
    link = await opens_a_round(annelies)
    late = await town.phone("Koen")

    await town.forward(days=30)
    await late.follows(link)

    await late.sees("Deze ronde is gesloten")
    told = [m for m in await annelies.bot_messages() if "is gesloten" in (m["text"] or "")]
    assert len(told) == 1
