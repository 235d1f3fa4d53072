"""What can wait until after registering: answered, skipped, changed, and with everything that can go wrong in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.journeys.stories import registers

if TYPE_CHECKING:
    from tests.journeys.harness import Phone, Town


@pytest.fixture
async def marijke(town: Town) -> Phone:
    """Somebody whose registration is in, without a round."""
    await town.coordinator()
    phone = await town.phone("Marijke")
    await registers(phone)
    return phone


async def goes_to(phone: Phone, question: str) -> None:
    """One question by itself, from /mijn."""
    await phone.types("/mijn")
    await phone.taps("Wijzigen")
    await phone.taps(question)


async def test_all_that_can_wait_is_completed_and_mijn_shows_it(town: Town, marijke: Phone) -> None:
    await marijke.taps("Nu aanvullen")
    await marijke.types("Rust in de raad")
    await marijke.types("Tien jaar <b>ervaring</b> & humor")
    await marijke.types("anderhalf uur")
    await marijke.taps("dinsdag")
    await marijke.taps("middag")
    await marijke.taps("Klaar")
    await marijke.shares_contact()
    await marijke.sees("Telefoon: 06")
    await marijke.types("secretariaat@gemeente.nl")
    await marijke.types("4500012345")
    await marijke.types("Utrecht")
    await marijke.types("Piet de Vries")
    await marijke.taps("Klaar")
    await marijke.sees("dat is alles")

    await marijke.types("/mijn")

    await marijke.sees(
        "Tien jaar <b>ervaring</b> & humor",
        "Reistijd: 1,5 uur",
        "dinsdag; middag",
        "secretariaat@gemeente.nl",
        "4500012345",
        "Piet de Vries (Utrecht)",
    )
    assert "Aanvullen" not in await marijke.buttons()


async def test_what_is_skipped_stays_open_and_comes_back_later(town: Town, marijke: Phone) -> None:
    await marijke.taps("Nu aanvullen")
    await marijke.taps("Overslaan")
    await marijke.types("Ervaring met lastige dossiers")
    await marijke.taps("Later")

    await marijke.types("/mijn")
    await marijke.sees("Nog aan te vullen: wat je komt halen, je reistijd")
    await marijke.taps("Aanvullen")

    await marijke.sees("Wat kom je halen?")


async def test_somebody_elses_number_and_half_a_number_are_kindly_refused(town: Town, marijke: Phone) -> None:
    await goes_to(marijke, "Telefoon")

    await marijke.shares_contact(phone_number="+31611111111", user_id=1)
    await marijke.sees("nummer van iemand anders")
    await marijke.types("06 12")
    await marijke.sees("missen cijfers")
    await marijke.sends("photo")
    await marijke.sees("telefoonnummer")
    await marijke.types("06 12 34 56 78")

    await marijke.sees("Telefoon: 06 12 34 56 78", "Waar je staat")


async def test_the_words_below_the_chat_lead_back_and_out(town: Town, marijke: Phone) -> None:
    await goes_to(marijke, "Telefoon")
    await marijke.types("Terug")
    await marijke.sees("Waar je staat")

    await goes_to(marijke, "Telefoon")
    await marijke.types("Annuleren")

    await marijke.sees("we laten het zo")
    assert town.rows("SELECT count(*) FROM conversation") == [(0,)]
    assert (await marijke.chat())["reply_keyboard"] is None


async def test_a_restart_between_municipality_and_name_asks_for_the_name(town: Town, marijke: Phone) -> None:
    await goes_to(marijke, "Liever niet samen met")
    await marijke.types("Utrecht")

    await town.restart_bot()
    await marijke.types("Piet de Vries")

    await marijke.sees("Piet de Vries (Utrecht)", "Nog iemand?")


async def test_nobody_takes_everybody_off_the_list(town: Town, marijke: Phone) -> None:
    await goes_to(marijke, "Liever niet samen met")
    await marijke.types("Utrecht")
    await marijke.taps("Iedereen daar")
    await marijke.sees("iedereen uit Utrecht")

    await marijke.taps("Niemand")

    await marijke.sees("Liever niet samen met: Niemand")


async def test_the_membership_is_not_among_what_can_be_changed_once_it_is_in(town: Town, marijke: Phone) -> None:
    await marijke.types("/mijn")
    await marijke.taps("Wijzigen")

    buttons = await marijke.buttons()
    assert "E-mail" in buttons
    assert "Lid van de vereniging" not in buttons


async def test_what_was_withdrawn_can_be_registered_anew(town: Town, marijke: Phone) -> None:
    await marijke.types("/mijn")
    await marijke.taps("Intrekken")
    await marijke.taps("Ja, trek maar in")

    await marijke.types("/mijn")
    await marijke.sees("Je hebt je aanmelding ingetrokken")
    await marijke.taps("Opnieuw aanmelden")

    await marijke.sees("Aanmelden voor een volgende ronde")
