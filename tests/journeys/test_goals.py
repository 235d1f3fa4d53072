"""Learning goals are written, shared, changed and removed; nobody else sees them but the facilitator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.journeys.booking import is_admitted, opens_the_diary

if TYPE_CHECKING:
    from tests.journeys.harness import Phone, Town


async def writes(phone: Phone, words: str) -> None:
    await phone.types("/leerpunten")
    await phone.taps("Leerpunt schrijven" if "Leerpunt schrijven" in await phone.buttons() else "Leerpunt toevoegen")
    await phone.types(words)


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
    await jeroen.taps("Leerpunt schrijven")
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
