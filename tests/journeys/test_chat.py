"""The chat of a group: who is let in, who is not, and what becomes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.journeys.grouped import ADMINISTRATOR, code_for, gathers, gathers_in_chat, links, makes_chat

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
