"""A group's sessions: in everybody's diary, with a programme, moved once, and afterwards who was there."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from services import session
from storage.cipher import MainKey
from storage.database import Database
from tests.journeys.grouped import Gathered, gathers_in_chat

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.journeys.harness import Phone, Town

# At 13.00 in Amsterdam, in winter and in summer.
FIRST = datetime(2027, 2, 9, 12, 0, tzinfo=UTC)
SECOND = datetime(2027, 4, 13, 11, 0, tzinfo=UTC)


async def plans(gathered: Gathered, moments: Iterable[datetime]) -> None:
    """Dates that the group settled on, told to everybody."""
    town = gathered.town
    now = datetime.fromisoformat((await town.ask("GET", "/clock"))["now"])
    database = await Database.open(town.database, MainKey(town.key))
    try:
        async with database.transaction() as work:
            for number, moment in enumerate(moments, start=1):
                await session.plan(work, gathered.group_id, 1, number, moment, now)
    finally:
        await database.close()
    await town.forward(minutes=1)


async def newest_file(town: Town, phone: Phone) -> str:
    """What the lowest file in the chat holds."""
    documents = [message for message in await phone.messages() if message["kind"] == "document"]
    response = await town.http.get(documents[-1]["file"]["url"])
    return str(response.text)


async def votes_for(phone: Phone, *days: str) -> None:
    """Everything that fits one of these days, in the lowest poll."""
    options: list[dict[str, Any]] = (await phone.poll_message())["poll"]["options"]
    await phone.votes(*(option["text"] for option in options if any(day in option["text"] for day in days)))


async def test_a_group_meets_moves_a_session_and_is_asked_who_was_there(town: Town) -> None:
    gathered, chat = await gathers_in_chat(town, 6)
    ellen, marijke, jeroen = gathered.ellen, *gathered.members[:2]
    in_chat = ellen.within(chat)

    # The whole series in one message, with one file that names nobody.
    await plans(gathered, [FIRST, SECOND])
    await marijke.sees("er staan 2 bijeenkomsten vast", "dinsdag 9 februari, 13.00 tot 16.30 uur", "13 april, 13.00")
    file = await newest_file(town, marijke)
    assert file.count("BEGIN:VEVENT") == 2
    assert file.count("SUMMARY:Intervisie") == 2
    assert "CLASS:PRIVATE" in file
    assert not any(phone.name in file for phone in (ellen, *gathered.members))
    await ellen.sees("er staan 2 bijeenkomsten vast")

    await marijke.types("/agenda")
    await marijke.sees("dinsdag 9 februari", "plaats volgt", "Ellen is aan zet")
    await jeroen.types("/groep")
    await jeroen.sees("Marijke de Groot, 's-Hertogenbosch", "Begeleider: Ellen Vos", "Leerpunten die anderen delen")

    # The programme and the exercise, typed in the group, looked at in private and sent at a tap.
    await in_chat.types("/programma")
    await ellen.sees("Programma, dinsdag 9 februari", "Feedback geven en ontvangen")
    await ellen.taps("Lunch vooraf")
    await ellen.taps("Stuur naar de groep")
    await in_chat.sees("12.15", "Lunch", "Kennismaken")
    await ellen.taps("Wie oefent met wie")
    await ellen.taps("Stuur naar de groep")
    await in_chat.sees("Marijke geeft aan", "geeft aan Marijke")
    await marijke.types("/programma")
    await marijke.sees("hoort bij een andere rol")

    # Another moment: nonsense, then two dates; a poll in the group, and one outcome for everybody.
    await ellen.types("/verzetten")
    await ellen.taps("9 feb")
    await ellen.types("ergens in maart")
    await ellen.sees("kan ik niet lezen", "Wanneer zou het wel kunnen?")
    await ellen.types("di 16 februari 13.00\ndo 18 februari 13.00")
    await ellen.taps("Vraag het de groep")
    for phone in gathered.members:
        await votes_for(
            phone.within(chat), "16 feb" if phone is jeroen else "18 feb", "18 feb" if phone is marijke else "-"
        )
    await ellen.sees("De stemming is dicht", "18 februari, 13.00 uur: 5 van de 6 kunnen", "kan niet: Jeroen")
    await ellen.taps("Verzet naar do 18 feb")
    await ellen.sees("Verzet naar donderdag 18 februari")
    await marijke.sees("verzet", "Niet dinsdag 9 februari", "maar donderdag 18 februari")
    assert "SEQUENCE:1" in await newest_file(town, marijke)
    await jeroen.types("/agenda")
    await jeroen.sees("donderdag 18 februari", "Je hebt je afgemeld")

    # Afterwards: who was there?
    await town.forward_to("2027-02-18T15:31:00Z")
    await ellen.sees("zit erop", "Van tevoren afgemeld: Jeroen", "Marijke was er", "Jeroen was er niet")
    await ellen.taps("Marijke was er")
    await ellen.sees("Marijke was er niet")
    await ellen.taps("Klopt zo")
    await ellen.sees("4 van de 6 waren er", "Afwezig: Marijke en Jeroen")
