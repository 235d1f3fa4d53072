"""A first date and a place before there is a chat, and a year in which six members host in turn; all in private."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from services import session
from storage.cipher import MainKey
from storage.database import Database
from tests.journeys.grouped import Gathered, gathers

if TYPE_CHECKING:
    from tests.journeys.harness import Phone, Town

SECRET = "Raadhuisplein 1, zijingang"


async def test_from_a_first_date_to_a_year_of_hosts(town: Town) -> None:
    gathered = await gathers(town, 6)

    await proposes_dates(gathered)
    await settles_the_date(gathered)
    host = await finds_a_host(gathered)
    await says_how_to_get_there(gathered, host)
    await goes_by_in_turn(gathered)


async def proposes_dates(gathered: Gathered) -> None:
    """What cannot be read is said, and the rest is kept; a day from the calendar comes to it."""
    ellen = gathered.ellen
    await ellen.types("/eerste")
    await ellen.types("di 9 februari 13.00\nergens in maart\n27 april 13.00")
    await ellen.sees("ergens in maart", "kan ik niet lezen", "feestdag", "di 9 februari 13.00")
    await ellen.sends("sticker")
    await ellen.sees("antwoord in woorden", "di 9 februari 13.00")
    for button in ("Kalender", "Later", "11", "13.30"):
        await ellen.taps(button)
    await ellen.sees("do 11 februari 13.30")
    for data in ("fd_day:1:0001-01-01", "fd_day:1:gisteren", "fd_add:1:253402300799", "fd_month:1:99999:13"):
        await ellen.forges(data)
        await ellen.sees_not("Er ging bij mij iets mis")
    await ellen.types("/eerste")
    await ellen.taps("Deze 2 data voorleggen")
    await ellen.sees("Gevraagd")


async def settles_the_date(gathered: Gathered) -> None:
    """The moment that the last answers, Ellen has the picture; one tap settles it."""
    *others, last = gathered.members
    for phone in others:
        await phone.taps("Kan niet")
        await phone.taps("Kan")
    await gathered.ellen.sees_not("dit zijn de antwoorden")
    await last.taps("Kan")
    await last.taps("Kan")
    await gathered.ellen.sees(
        "dit zijn de antwoorden", "do 11 februari 13.30 (6 van 6)", "di 9 februari 13.00 (1 van 6)"
    )
    picture = await gathered.ellen.last()
    assert picture["kind"] == "photo"
    await gathered.ellen.taps("do 11 februari")
    await gathered.ellen.sees("Vastgelegd: donderdag 11 februari, 13.30 uur")
    await last.sees("donderdag 11 februari, 13.30 tot 17.00 uur")


async def finds_a_host(gathered: Gathered) -> Phone:
    """Who is asked first cannot; the next can, and everybody hears the place from the bot."""
    ellen, members = gathered.ellen, gathered.members
    await ellen.taps("Waar wordt het?")
    await ellen.sees("Waar is bijeenkomst 1", "langste reis")
    await ellen.taps("Amersfoort:")
    first = await asked_to_host(members)
    await first.taps("Nee, dat lukt niet")
    await first.sees("Ik zoek iemand anders")
    second = await asked_to_host([phone for phone in members if phone is not first])
    await ellen.sees("Nu vraag ik")
    await second.taps("Ja, dat kan")
    await second.sees("Fijn, dank je")
    await ellen.sees("ontvangt groep")
    await members[0].sees("De plaats is bekend")
    return second


async def asked_to_host(phones: list[Phone]) -> Phone:
    found = [phone for phone in phones if await phone.has_button("Ja, dat kan")]
    assert len(found) == 1
    return found[0]


async def says_how_to_get_there(gathered: Gathered, host: Phone) -> None:
    """A short conversation that can be left; the others have it in private, and nobody else."""
    await host.taps("Zeg hoe het geregeld is")
    await host.sends("sticker")
    await host.sees("antwoord in woorden", "welke kamer")
    await host.types(SECRET)
    await host.taps("Overslaan")
    await host.types("Tien minuten lopen van het station")
    await host.taps("Klaar")
    await host.sees("is bewaard", SECRET)
    await gathered.town.forward(minutes=15)
    for phone in gathered.members:
        if phone is not host:
            await phone.sees(SECRET, "Tien minuten lopen")
    await gathered.ellen.sees(SECRET)
    await gathered.annelies.sees_not("Raadhuisplein")


async def goes_by_in_turn(gathered: Gathered) -> None:
    """Two later sessions; the votes go one way, Ellen swaps two hosts and confirms."""
    ellen, town = gathered.ellen, gathered.town
    await has_two_more(gathered)
    await ellen.types("/plaats")
    await ellen.taps("Laat de groep stemmen")
    await ellen.sees("De stemming staat open")
    for phone in gathered.members:
        await phone.taps("Bij ieder om de beurt")
    await ellen.sees("gaat om de beurt bij elkaar langs", "zo eerlijk mogelijk", "Wie het meest reist")
    await ellen.taps("2. ")
    await ellen.sees("Wie ontvangt bijeenkomst 2")
    other = gathered.members[0]
    await ellen.taps(other.name.split()[0])
    await ellen.sees("2. do 15 apr", f"({other.name.split()[0]})")
    await other.sees_not("Zo gaan jullie dit jaar")
    await ellen.taps("Zo doen we het")
    await ellen.sees("Verstuurd")
    await town.forward(minutes=1)
    await other.sees("Zo gaan jullie dit jaar bij elkaar langs", "Adres en ingang")
    await town.forward_to("2027-03-04T15:00:00Z")
    await other.sees("Kan de groep bij jou terecht?", "15 april")
    await other.taps("Ja, dat kan")
    await other.sees("Je ontvangt bijeenkomst 2")


async def has_two_more(gathered: Gathered) -> None:
    town = gathered.town
    now = datetime.fromisoformat((await town.ask("GET", "/clock"))["now"])
    database = await Database.open(town.database, MainKey(town.key))
    try:
        async with database.transaction() as work:
            for number, moment in (
                (2, datetime(2027, 4, 15, 11, tzinfo=UTC)),
                (3, datetime(2027, 6, 3, 11, tzinfo=UTC)),
            ):
                await session.plan(work, gathered.group_id, 1, number, moment, now)
    finally:
        await database.close()
    await town.forward(minutes=1)
