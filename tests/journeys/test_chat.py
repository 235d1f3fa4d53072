"""The chat of a group: who is let in, who is not, and what becomes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.journeys.grouped import ADMINISTRATOR, code_for, gathers, gathers_in_chat, makes_chat

if TYPE_CHECKING:
    from tests.journeys.harness import Town


async def test_a_chat_is_linked_and_lets_in_the_members_and_nobody_else(town: Town) -> None:
    gathered = await gathers(town, 6)
    ellen, marijke, jeroen = gathered.ellen, *gathered.members[:2]
    chat = await makes_chat(gathered)
    await chat.places_bot("administrator", {**ADMINISTRATOR, "can_restrict_members": False})
    code = await code_for(ellen)
    in_chat = ellen.within(chat)

    await in_chat.types(f"/koppel {code}")
    await in_chat.sees("Nog niet", "gebruikers blokkeren")
    await chat.places_bot("administrator", ADMINISTRATOR)
    await in_chat.types(f"/koppel@{(await town.ask('GET', '/bot-info'))['username']} {code.lower()}")
    await in_chat.sees("Welkom in de chat", "Geen casussen hier")
    await ellen.sees("is gekoppeld", "6 van jullie krijgen van mij een link")

    link = await marijke.invite_link()
    assert await marijke.joins(link) == "requested"
    await marijke.within(chat).sees("Welkom Marijke, uit 's-Hertogenbosch")

    stranger = await town.newcomer("Dirk", "Jansen")
    assert await stranger.joins(link) == "requested"
    await stranger.sees("alleen voor de deelnemers van één groep")
    await ellen.sees("Dirk Jansen", "hoort niet bij de groep")
    inside = {each["name"] for each in (await chat.look())["members"]}
    assert "Dirk Jansen" not in inside
    assert "Marijke de Groot" in inside

    await jeroen.joins(link)
    for phone in gathered.members[2:]:
        await phone.joins(await phone.invite_link())
    assert await stranger.joins(link) == "invalid"


async def test_what_goes_wrong_in_a_chat_is_told_and_mended_and_loses_nothing(town: Town) -> None:
    gathered, chat = await gathers_in_chat(town, 6)
    ellen = gathered.ellen

    # A stranger whom a person adds by hand.
    stranger = await town.newcomer("Dirk", "Jansen")
    await chat.places(stranger)
    await ellen.sees("Dirk Jansen", "is in de chat", "Verwijderen")
    await ellen.taps("Verwijderen")
    await ellen.sees("Alles is weer in orde")
    assert "Dirk Jansen" not in {each["name"] for each in (await chat.look())["members"]}

    # It becomes a supergroup, and everything goes on there.
    await chat.is_upgraded()
    assert town.rows("SELECT chat_id, status FROM chat") == [(chat.chat_id, "linked")]
    await ellen.within(chat).sees_not("nog niet gekoppeld")
    await ellen.within(chat).types("/koppel")
    await ellen.within(chat).sees("Zet je code erachter")

    # The bot loses a right, and gets it back.
    await chat.places_bot("administrator", {**ADMINISTRATOR, "can_invite_users": False})
    await ellen.sees("mis ik een recht")
    await chat.places_bot("administrator", ADMINISTRATOR)
    await ellen.sees("Alles is weer in orde")

    # Taken out, and put in again: nobody has to do more than that.
    await chat.places_bot("kicked")
    await ellen.sees("Ik ben uit de chat", "Koppel opnieuw")
    code = await code_for(ellen)
    await chat.places_bot("member")
    await chat.places_bot("administrator", ADMINISTRATOR)
    await ellen.sees("Alles is weer in orde")
    await ellen.within(chat).types(f"/koppel {code}")
    await ellen.within(chat).sees("al gekoppeld")

    # Deleted altogether, and done without.
    await chat.is_deleted()
    await ellen.sees("Ik ben uit de chat")
    await ellen.taps("Doe het zonder groepschat")
    await ellen.taps("Ja, zonder groepschat")
    await ellen.sees("privéberichten")
