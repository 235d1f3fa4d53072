"""Who presents: divided at a tap, read in the group, swapped in private, and passed on when somebody cannot come."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from services import planned, session
from storage.cipher import MainKey
from storage.database import Database
from tests.journeys.grouped import Gathered, gathers_in_chat

if TYPE_CHECKING:
    from tests.journeys.harness import Phone, Town

# At 13.00 in Amsterdam.
MOMENTS = tuple(
    datetime(2027, month, day, hour, 0, tzinfo=UTC)
    for month, day, hour in ((2, 9, 12), (3, 11, 12), (4, 15, 11), (6, 3, 11), (9, 9, 11), (10, 28, 11))
)


async def has_dates(gathered: Gathered) -> None:
    """Six dates, online, as the group settled on them."""
    town = gathered.town
    now = datetime.fromisoformat((await town.ask("GET", "/clock"))["now"])
    database = await Database.open(town.database, MainKey(town.key))
    try:
        async with database.transaction() as work:
            for number, moment in enumerate(MOMENTS, start=1):
                its = await session.plan(work, gathered.group_id, 1, number, moment, now)
                await session.settle_place(work, its.id, None, None, now, online=True)
            await planned.offer_next(work, gathered.group_id, now)
    finally:
        await database.close()
    await town.forward(minutes=1)


def rota_in(text: str) -> list[list[str]]:
    """For each session the first names: two presenters and the reserve."""
    found = re.findall(r"\d+ \w+(?: \d{4})?, 13\.00 uur\s+(\S+) en (\S+) · reserve: (\S+)", text)
    return [list(names) for names in found]


def who(gathered: Gathered, first_name: str) -> Phone:
    return next(phone for phone in gathered.members if phone.name.split()[0] == first_name)


async def test_a_year_of_turns_is_divided_swapped_and_passed_on(town: Town) -> None:
    gathered, chat = await gathers_in_chat(town, 8)
    in_chat = gathered.ellen.within(chat)
    await has_dates(gathered)

    told = await ellen_divides(gathered, in_chat)
    await gathered.members[3].within(chat).types("/rooster")
    assert rota_in((await in_chat.last())["text"]) == told
    taker = await somebody_swaps(gathered, told)
    await taker_cannot_come(gathered, taker, told)
    await in_chat.sees_not("niet bij")
    await too_few_come(gathered, apart_from=taker)

    # None of it is for anybody else.
    stranger = await town.newcomer("Piet")
    await stranger.starts()
    await stranger.types("/afmelden")
    await stranger.sees_not("11 maart")


async def ellen_divides(gathered: Gathered, in_chat: Phone) -> list[list[str]]:
    """What comes next is said with its button, and the proposal is hers alone until she confirms it."""
    ellen = gathered.ellen
    await ellen.sees("Volgende stap: wie er wanneer inbrengt")
    await gathered.members[0].types("/rooster")
    await gathered.members[0].sees("nog niet verdeeld")
    await ellen.taps("Beurten verdelen")
    await ellen.sees("nog niemand heeft het gezien", "brengt iedereen 1 of 2 keer in", "Niemand brengt twee keer")
    proposed = rota_in(await ellen.recent())
    assert len(proposed) == 5
    await in_chat.sees_not("Het rooster staat")

    # By hand: who presents in March is put in April as well, and it is said what that breaks.
    twice = next(name for name in proposed[0][:2] if name not in proposed[1])
    for button in ("Zelf wijzigen", "15 apr", "Reserve:", "Terug", "Inbrenger:", twice):
        await ellen.taps(button)
    await ellen.sees("maar dan geldt wel", f"{twice} brengt twee keer achter elkaar in")
    for button in ("Terug", "Terug", "Terug", "Zo doen we het"):
        await ellen.taps(button)
    await ellen.sees("De groep ziet het rooster")

    # In the group by first name, in private what is one's own.
    await in_chat.sees("Het rooster staat")
    told = rota_in(await in_chat.recent())
    assert told == proposed
    for name in told[0][:2]:
        await who(gathered, name).sees("Jouw beurten", "11 maart", "je brengt een casus in")
    await who(gathered, told[0][2]).sees("11 maart", "je bent reserve")
    return told


async def somebody_swaps(gathered: Gathered, told: list[list[str]]) -> Phone:
    """Everybody whom it suits is asked; the first to say yes has the turn of March, and is returned."""
    asker = who(gathered, told[0][0])
    await asker.types("/rooster")
    for button in ("Een beurt ruilen", "11 mrt", "Iedereen bij wie het past"):
        await asker.taps(button)
    await asker.sees("Wie het eerst ja zegt")
    asked = [phone for phone in gathered.members if phone is not asker and await phone.has_button("Nee, liever niet")]
    assert len(asked) > 1
    taker, late = asked[0], asked[1]
    await taker.taps("Ja, tegen")
    await taker.sees("Geruild met", "jij brengt nu in op donderdag 11 maart")
    await asker.sees("Geruild met", "niet meer op donderdag 11 maart")
    await late.taps("Ja, tegen")
    await late.sees("al geregeld")
    return taker


async def taker_cannot_come(gathered: Gathered, taker: Phone, told: list[list[str]]) -> None:
    """The reserve steps up, and the leader hears who will not be there."""
    await taker.types("/afmelden")
    await taker.taps("Afmelden voor do 11 mrt")
    await taker.sees("ik zoek wie je plaats inneemt")
    await taker.taps("Ja, ik kan niet")
    await taker.sees("Je bent afgemeld")
    await gathered.town.forward(minutes=1)
    await who(gathered, told[0][2]).sees("Je was reserve", "nu ben je aan de beurt")
    await gathered.ellen.sees(f"{taker.name.split()[0]} is er donderdag 11 maart niet bij", "7 van de 8")
    await taker.taps("Toch erbij op")
    await taker.sees("Fijn dat je er donderdag 11 maart toch bij bent")


async def too_few_come(gathered: Gathered, apart_from: Phone) -> None:
    """With four of eight in October the leader decides."""
    ellen = gathered.ellen
    for phone in [phone for phone in gathered.members if phone is not apart_from][:4]:
        await phone.types("/afmelden")
        await phone.taps("Afmelden voor do 28 okt")
        await phone.taps("Ja, ik kan niet")
    await gathered.town.forward(minutes=1)
    await ellen.sees("komen er maar 4 van de 8")
    await ellen.taps("Het gaat door")
    await ellen.sees("28 oktober", "gaat door")
