"""From eight who were admitted to a planned year, as it goes in a real group: late, divided, and with one who stops.

Ellen leads; Sanne can never on Tuesdays; Ayşe and Willem vote late, she in private and he in the group; they are four
against four on the place; the chat becomes a supergroup in the middle of the vote; a stranger knocks; a turn is
swapped, somebody cannot come, and Koen stops half-way.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from tests.journeys.composing import nine_wait
from tests.journeys.grouped import ADMINISTRATOR, code_for
from tests.journeys.test_composing import picks
from tests.journeys.test_rota import rota_in

if TYPE_CHECKING:
    from playground.client import Group as TelegramGroup
    from tests.journeys.composing import Waiting
    from tests.journeys.harness import Phone, Town

NONE_OF_THESE = "Op geen van deze"


async def composes(waiting: Waiting) -> None:
    annelies = waiting.annelies
    await annelies.types("/groepen")
    await annelies.taps("Nieuwe groep")
    for phone in waiting.eight:
        await picks(annelies, phone)
    await annelies.taps("Publiceren")
    await annelies.taps("Ja, publiceer")


async def settles_the_first_date(town: Town, ellen: Phone, eight: list[Phone]) -> None:
    """In private, for there is no chat yet; who has not answered is nudged, and nobody else."""
    await ellen.types("/eerste")
    await ellen.types("di 9 februari 13.00\ndo 11 februari 13.00")
    await ellen.taps("voorleggen")
    for phone in eight[:6]:
        await phone.taps("Liever niet")
        await phone.taps("Kan")
    await town.forward_to("2027-01-15T15:00:00Z")
    await eight[6].sees("Mag ik nog even je antwoord?")
    await eight[0].sees_not("Mag ik nog even je antwoord?")
    for phone in eight[6:]:
        await phone.taps("Kan niet")
        await phone.taps("Kan")
    await ellen.sees("do 11 februari 13.00 (8 van 8)", "di 9 februari 13.00 (6 van 8)")
    await ellen.taps("do 11 februari")
    await ellen.sees("Vastgelegd: donderdag 11 februari, 13.00 uur")


async def finds_a_host(ellen: Phone, jeroen: Phone, koen: Phone) -> None:
    await ellen.taps("Waar wordt het?")
    await ellen.taps("Amersfoort")
    await jeroen.sees("Kan de groep bij jou terecht?")
    await jeroen.taps("Ja, dat kan")
    await koen.sees("De plaats is bekend: Amersfoort")


async def opens_the_chat(town: Town, ellen: Phone, eight: list[Phone]) -> TelegramGroup:
    """All of the group come in, a stranger with the same link does not."""
    chat = await ellen.makes_group("Intervisie", add_bot=True)
    await chat.places_bot("administrator", ADMINISTRATOR)
    code = await code_for(ellen)
    await ellen.within(chat).types(f"/koppel {code}")
    link = await eight[0].invite_link()
    stranger = await town.newcomer("Dirk", "Jansen")
    await stranger.joins(link)
    await stranger.sees("alleen voor de deelnemers")
    await ellen.sees("Dirk Jansen")
    for phone in eight:
        await phone.joins(await phone.invite_link())
    await eight[7].within(chat).sees("Welkom Willem, uit Goes!")
    assert "Dirk Jansen" not in {each["name"] for each in (await chat.look())["members"]}
    return chat


async def ticks(phone: Phone, chat: TelegramGroup, *, never: str = "nooit") -> None:
    """All dates that do not begin with these letters, in every poll on dates in the chat."""
    here = phone.within(chat)
    for poll in [message["poll"] for message in await here.messages() if message["poll"]]:
        dates = [option["text"] for option in poll["options"] if option["text"] != NONE_OF_THESE]
        suits = [date for date in dates if not date.startswith(never)]
        await here.votes(*(suits or [NONE_OF_THESE]), under=poll["question"])


async def plans_the_dates(town: Town, ellen: Phone, eight: list[Phone], chat: TelegramGroup) -> None:
    sanne, ayse, willem = eight[4], eight[6], eight[7]
    await ellen.within(chat).types("/planning")
    await ellen.taps("Geen reces")
    await ellen.sees("5 tot 9 weken ertussen")
    await ellen.taps("Stemming openen")
    await willem.within(chat).sees("0 van 8 hebben gestemd")

    for phone in eight[:4]:
        await ticks(phone, chat)
    await chat.is_upgraded()
    # The polls stay behind in the old history; who has yet to vote can do so there, in the new one or in private.
    await ellen.within(chat).sees("4 van 8 hebben gestemd")
    await ticks(sanne, chat, never="di")
    await ticks(eight[5], chat)
    await town.forward_to("2027-01-18T15:00:00Z")
    await ayse.sees("Mag ik nog even je antwoord?")
    await ellen.within(chat).sees_not("Ayşe heeft", "Willem heeft")
    while await ayse.has_button("Liever niet"):
        await ayse.taps("Kan")
    await ellen.within(chat).sees("7 van 8 hebben gestemd, waarvan 1 via mij")
    await ticks(willem, chat)
    await ellen.within(chat).sees("De stemming is gesloten", "8 van 8 hebben gestemd, waarvan 1 via mij")


async def settles_the_dates(town: Town, ellen: Phone, marijke: Phone) -> None:
    """Pressed twice, it is settled once."""
    await ellen.sees("Voorstel 1", "40 van 40 keer aanwezig")
    proposal = await ellen.last()
    assert proposal["kind"] == "photo"
    await ellen.taps("Voorstel 1 vastleggen")
    sure = await ellen.last()
    agreed = sure["inline_keyboard"][0][0]["callback_data"]
    await ellen.taps("Ja, vastleggen")
    await ellen.forges(agreed, sure["message_id"])
    await ellen.sees("al afgerond")
    await marijke.sees("er staan 5 bijeenkomsten vast")
    dates = town.rows("SELECT starts_at FROM session WHERE status = 'planned' ORDER BY starts_at")
    assert len(dates) == 6


async def agrees_on_the_place(ellen: Phone, eight: list[Phone], chat: TelegramGroup) -> None:
    """Four against four: the leader decides."""
    await ellen.taps("Plek van het jaar")
    await ellen.taps("Laat de groep stemmen")
    for number, phone in enumerate(eight):
        await phone.within(chat).votes("Bij ieder om de beurt" if number % 2 else "Eén centraal gemeentehuis")
    await ellen.sees("De stemmen staken")
    await ellen.taps("Bij ieder om de beurt")
    await ellen.sees("zo eerlijk mogelijk verdeeld")
    await ellen.sees_not("Kijk je of het zo klopt?")
    await eight[0].within(chat).sees("De stemmen waren gelijk. Ellen heeft gekozen.")
    await ellen.taps("Zo doen we het")
    await eight[0].within(chat).sees("Zo gaan jullie dit jaar bij elkaar langs")
    # The first session's place was told before; that of the five comes in one message, with one file.
    await eight[0].sees("De plaats van 5 bijeenkomsten")
    told = [message["text"] or "" for message in await eight[0].messages()]
    assert sum("vervangt het vorige" in words for words in told) == 2


async def divides_the_turns(ellen: Phone, chat: TelegramGroup) -> list[list[str]]:
    await ellen.types("/rooster")
    await ellen.taps("Verdeel de beurten")
    await ellen.sees("nog niemand heeft het gezien")
    await ellen.taps("Zo doen we het")
    await ellen.within(chat).sees("Het rooster staat")
    return rota_in(await ellen.within(chat).recent())


async def swaps(ellen: Phone, named: dict[str, Phone], rota: list[list[str]]) -> list[list[str]]:
    """Who can swap with several without breaking a rule asks them all at once; the rota as it is then."""
    phone = await can_ask_all(named, [name for presenters in rota[1:] for name in presenters[:2]])
    await phone.taps("Iedereen bij wie het past")
    asked = [each for each in named.values() if await each.has_button("Ja, tegen")]
    await asked[0].taps("Ja, tegen")
    if await ellen.has_button("Goed, ruilen"):
        # Against this very turn it breaks a rule, and the leader decides.
        await ellen.taps("Goed, ruilen")
    await phone.sees("Geruild met")
    await phone.types("/rooster")
    return rota_in(await phone.recent())


async def can_ask_all(named: dict[str, Phone], names: list[str]) -> Phone:
    for phone in (named[name] for name in names):
        await phone.types("/rooster")
        await phone.taps("Een beurt ruilen")
        await phone.taps(next(words for words in await phone.buttons() if "Terug" not in words))
        if await phone.has_button("Iedereen bij wie het past"):
            return phone
    raise AssertionError(f"none of {names} can swap with several")


async def cannot_come(town: Town, ellen: Phone, named: dict[str, Phone], rota: list[list[str]]) -> None:
    """A presenter of the next session: the reserve steps up."""
    absent, reserve = rota[0][0], rota[0][2]
    await named[absent].types("/afmelden")
    day = next(words for words in await named[absent].buttons() if "Afmelden voor" in words and "11 feb" not in words)
    await named[absent].taps(day)
    await named[absent].taps("Ja, ik kan niet")
    await town.forward(minutes=1)
    await named[reserve].sees("nu ben je aan de beurt")
    await ellen.sees(f"{absent} is er", "niet bij")


async def koen_stops(town: Town, waiting: Waiting, named: dict[str, Phone], chat: TelegramGroup) -> None:
    """Half-way. His turns and his hosting go to others, and he is out of the chat."""
    koen = named["Koen"]
    # Six weeks before each session its host is asked.
    for moment in ("2027-02-19T09:00:00Z", "2027-04-09T09:00:00Z"):
        await town.forward_to(moment)
        hosts = [phone for phone in named.values() if await phone.has_button("Ja, dat kan")]
        assert len(hosts) == 1
        await hosts[0].taps("Ja, dat kan")
        await hosts[0].sees("Fijn, dank je")
    await koen.types("/mijn")
    await koen.taps("Intrekken")
    await koen.taps("Ja, trek maar in")
    await waiting.ellen.sees("Koen Hoekstra")
    await waiting.annelies.sees("breng je de kosten in rekening")
    await named["Sanne"].sees("Koen uit Súdwest-Fryslân doet niet meer mee")
    assert "Koen Hoekstra" not in {each["name"] for each in (await chat.look())["members"]}
    await town.forward(minutes=1)


async def test_from_eight_admitted_to_a_planned_year(town: Town) -> None:
    waiting = await nine_wait(town)
    ellen, eight = waiting.ellen, waiting.eight
    marijke, jeroen, koen = eight[0], eight[1], eight[3]

    await composes(waiting)
    await settles_the_first_date(town, ellen, eight)
    await finds_a_host(ellen, jeroen, koen)
    chat = await opens_the_chat(town, ellen, eight)
    await plans_the_dates(town, ellen, eight, chat)
    await settles_the_dates(town, ellen, marijke)
    await agrees_on_the_place(ellen, eight, chat)
    rota = await divides_the_turns(ellen, chat)
    named = {phone.first_name: phone for phone in eight}
    rota = await swaps(ellen, named, rota)
    await cannot_come(town, ellen, named, rota)
    await koen_stops(town, waiting, named, chat)

    # What is to come is whole: each session has its two presenters and a reserve, and none of them is Koen.
    planned = town.rows(
        "SELECT session.number, sum(turn.role = 'presenter'), sum(turn.role = 'reserve') FROM session"
        " JOIN turn ON turn.session_id = session.id JOIN membership ON membership.person_id = turn.person_id"
        " WHERE session.number > 3 AND turn.status = 'told' AND membership.status = 'member'"
        " GROUP BY session.number ORDER BY session.number"
    )
    assert planned == [(number, 2, 1) for number in (4, 5, 6)]
    # And fair: over a swap, an absence and a departure everybody presents once or twice, and nobody twice in a row.
    turns = town.rows(
        "SELECT turn.person_id, session.number FROM turn JOIN session ON session.id = turn.session_id"
        " JOIN membership ON membership.person_id = turn.person_id AND membership.status = 'member'"
        " WHERE turn.role = 'presenter' ORDER BY turn.person_id, session.number"
    )
    each = Counter(person for person, _ in turns)
    assert (len(each), set(each.values())) == (7, {1, 2})
    assert not [one for one, other in pairwise(turns) if (one[0], one[1] + 1) == other]
    assert town.rows("SELECT count(*) FROM session WHERE host_id IS NULL AND status = 'planned'") == [(0,)]
    assert '"level": "error"' not in town.bot_log
