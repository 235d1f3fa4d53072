"""Learning goals are written, shared, changed and removed; nobody else sees them but the facilitator."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from domain.time import AMSTERDAM
from tests.journeys.booking import books, comes, is_admitted, opens_the_diary

if TYPE_CHECKING:
    from tests.journeys.harness import Phone, Town


async def writes(phone: Phone, words: str) -> None:
    await phone.types("/leerpunten")
    await phone.taps("Leerpunt toevoegen")
    await phone.types(words)


async def proposes(facilitator: Phone, words: str) -> None:
    """Other words for the first goal of who had the first intake."""
    await facilitator.types("/intakes")
    await facilitator.taps("ma 18 jan 9.00: Jeroen Visser")
    await facilitator.taps("Leerpunten")
    await facilitator.taps("Andere woorden voor nr. 1")
    await facilitator.types(words)


async def test_goals_are_written_shared_reworded_and_removed(town: Town) -> None:
    annelies, ellen = await opens_the_diary(town)
    jeroen = await is_admitted(town, annelies, "Jeroen")
    await writes(jeroen, "Rustig blijven als de raad doorvraagt")
    await jeroen.sees("Leerpunt genoteerd", "Rustig blijven", "Voor jou en je begeleider")
    await writes(jeroen, "Grenzen stellen aan mijn <agenda> & tijd")

    await jeroen.taps("Leerpunt 2")
    await jeroen.sees("Leerpunt 2", "<agenda> & tijd", "alleen jij en je begeleider")
    await jeroen.taps("Deel met mijn groep")
    await jeroen.sees("Je groep mag dit ook zien", "Deel niet meer")
    await jeroen.taps("Anders verwoorden")
    await jeroen.sees("Nu staat er bij leerpunt 2")
    await jeroen.types("Nee zeggen zonder me te verontschuldigen")
    await jeroen.sees("Gedeeld met je groep", "Nee zeggen zonder")
    await jeroen.taps("Leerpunt 1")
    await jeroen.taps("Verwijderen")
    await jeroen.taps("Ja, verwijder")

    await jeroen.sees("Verwijderd", "1. Nee zeggen zonder")
    assert town.rows("SELECT shared FROM goal") == [(1,)]
    shown = [message["protected"] for message in await jeroen.bot_messages() if "leerpunten" in (message["text"] or "")]
    assert shown
    assert all(shown)
    for other in (annelies, ellen):
        await other.sees_not("Nee zeggen", "Rustig blijven")


async def test_a_wrong_answer_keeps_the_question_and_five_is_the_most(town: Town) -> None:
    annelies, _ = await opens_the_diary(town)
    jeroen = await is_admitted(town, annelies, "Jeroen")
    await jeroen.types("/leerpunten")
    await jeroen.taps("Leerpunt toevoegen")
    await jeroen.sends("sticker")
    await jeroen.sees("antwoord in woorden", "Wat wil je leren?")
    await jeroen.types("!!!")
    await jeroen.sees("geen letters", "Wat wil je leren?")
    await jeroen.types("w" * 501)
    await jeroen.sees("te lang")
    await jeroen.types("/annuleren")
    await jeroen.sees("niets veranderd")
    add = None
    for number in range(1, 6):
        await writes(jeroen, f"Doel nummer {number}")
        if number == 1:
            add = (await jeroen.last())["message_id"]
    await jeroen.sees("Dit zijn er vijf")
    assert "Leerpunt toevoegen" not in await jeroen.buttons()

    # The button of an earlier message, when there was still room.
    assert add is not None
    await jeroen.presses_again(add, "Leerpunt toevoegen")

    await jeroen.sees("Dit zijn er vijf")
    assert town.rows("SELECT count(*) FROM goal") == [(5,)]


async def test_after_the_intake_one_is_asked_for_goals_and_takes_over_other_words(town: Town) -> None:
    annelies, ellen = await opens_the_diary(town)
    jeroen = await is_admitted(town, annelies, "Jeroen")
    await books(jeroen, "ma 18", "9.00")
    await comes(town, datetime(2027, 1, 18, 9, 50, tzinfo=AMSTERDAM))
    await ellen.taps("Gaat door")
    await jeroen.sees("je gaat door", "wat wil je leren?")
    await jeroen.taps("Leerpunten opschrijven")
    await jeroen.taps("Leerpunt toevoegen")
    await jeroen.types("Rustig blijven in het debat")
    await proposes(ellen, "Ook onder druk mijn toon bewaken")
    await jeroen.sees("Ellen Vos stelt voor", "Jij schreef: Rustig blijven", "Ook onder druk mijn toon bewaken")
    first = (await jeroen.last())["message_id"]
    await proposes(ellen, "Mijn toon bewaken als het spant")

    await jeroen.presses_again(first, "Neem het over")
    await jeroen.sees("geldt niet meer", "Mijn toon bewaken als het spant")
    assert town.rows("SELECT proposal_sealed IS NOT NULL FROM goal") == [(1,)]
    await jeroen.taps("Neem het over")

    await jeroen.sees("Overgenomen", "Mijn toon bewaken als het spant")
    await ellen.sees("heeft jouw formulering", "overgenomen")
    assert town.rows("SELECT proposal_sealed FROM goal") == [(None,)]
    proposals = [m["protected"] for m in await jeroen.bot_messages() if "toon bewaken" in (m["text"] or "")]
    assert proposals
    assert all(proposals)
    await jeroen.types("/mijn")
    await jeroen.sees("Het bureau is aan zet", "Mijn leerpunten")


async def test_another_facilitator_reads_goals_only_when_their_owner_says_so(town: Town) -> None:
    annelies, ellen = await opens_the_diary(town)
    jeroen = await is_admitted(town, annelies, "Jeroen")
    await books(jeroen, "ma 18", "9.00")
    await writes(jeroen, "Rustig blijven in het debat")
    bram = await town.newcomer("Bram", "Smit")
    await annelies.types("/uitnodigen")
    await bram.follows(await annelies.link())

    await annelies.types("/begeleiders")
    await annelies.taps("Ellen Vos")
    await annelies.taps("Stopt als begeleider")
    await annelies.taps("Bram Smit neemt het over")
    await annelies.taps("Ja, zo doen we het")
    await jeroen.sees("voortaan met Bram Smit", "Mag Bram Smit je leerpunten lezen?")
    await bram.sees_not("Rustig blijven")
    await jeroen.taps("Nee, liever niet")
    await jeroen.sees("blijven dicht voor Bram Smit")
    await jeroen.taps("Toch wel")

    await jeroen.sees("Bram Smit kan je leerpunten lezen")
    assert ("granted",) in town.rows("SELECT reading FROM goal_reader")
    await ellen.sees_not("Rustig blijven")
