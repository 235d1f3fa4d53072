"""Every facilitator's command is refused, kindly and without telling anything, to whoever does not lead the group."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from domain.person import Role
from handlers.menu import COMMANDS, FOR_LEADERS_IN_GROUPS
from storage.cipher import MainKey
from storage.database import Database
from tests.journeys.grouped import gathers_in_chat
from texts.speech import Texts

if TYPE_CHECKING:
    from tests.journeys.harness import Phone, Town

SPEECH = Texts.load().speech("nl")
# What a colleague adds to the menu is in the table by itself.
LEADERS_ONLY = sorted({*COMMANDS[Role.FACILITATOR], *FOR_LEADERS_IN_GROUPS} - {*COMMANDS[Role.PARTICIPANT]})


def plain(key: str, **values: str) -> str:
    return re.sub(r"<[^>]+>", "", SPEECH.html(key, **values))


ANOTHER_ROLE = plain("error-not-allowed")
IN_PRIVATE = plain("chat-not-here")
ANSWERED_IN_PRIVATE = plain("chat-look-private")
ANONYMOUS = plain("chat-anonymous")
PRESS_START = plain("start-press")


async def answers(phone: Phone, command: str, *elsewhere: Phone) -> list[str]:
    """All that the bot says anywhere this person can read it."""
    places = (phone, *elsewhere)
    before = [{message["message_id"] for message in await place.bot_messages()} for place in places]
    await phone.types(f"/{command}")
    return [
        message["text"] or ""
        for place, known in zip(places, before, strict=True)
        for message in await place.bot_messages()
        if message["message_id"] not in known
    ]


async def becomes_another_facilitator(town: Town) -> Phone:
    """Joost leads another group, of nobody yet."""
    joost = await town.newcomer("Joost", "Kuipers")
    await joost.starts()
    database = await Database.open(town.database, MainKey(town.key))
    try:
        async with database.transaction() as work:
            person = await work.people.by_telegram(joost.id)
            assert person is not None
            await work.people.give_role(person.id, Role.FACILITATOR)
    finally:
        await database.close()
    return joost


async def test_every_facilitators_command_is_refused_to_whoever_does_not_lead_the_group(town: Town) -> None:
    gathered, chat = await gathers_in_chat(town, 6)
    ellen, marijke = gathered.ellen, gathered.members[0]
    joost, dirk = await becomes_another_facilitator(town), await town.newcomer("Dirk", "Jansen")
    unknown = await town.newcomer("Truus", "Post")
    await dirk.starts()
    for outsider in (joost, dirk):
        await chat.places(outsider)
    allowed = {
        "a member, in private": (marijke, (), {ANOTHER_ROLE}),
        "a member, in the chat": (marijke.within(chat), (marijke,), {ANOTHER_ROLE, IN_PRIVATE, ANSWERED_IN_PRIVATE}),
        "another group's facilitator, in the chat": (joost.within(chat), (joost,), {ANOTHER_ROLE, IN_PRIVATE}),
        "a stranger, in private": (dirk, (), {ANOTHER_ROLE}),
        "a stranger, in the chat": (dirk.within(chat), (dirk,), {ANOTHER_ROLE, IN_PRIVATE}),
        "somebody who never pressed start": (unknown, (), {PRESS_START}),
    }

    told = {
        (who, command): said
        for who, (phone, elsewhere, refusals) in allowed.items()
        for command in LEADERS_ONLY
        if not (said := await answers(phone, command, *elsewhere)) or not refusals.issuperset(said)
    }
    await chat.stays_anonymous()
    told |= {
        ("an anonymous administrator", command): said
        for command in LEADERS_ONLY
        if (said := await answers(ellen.within(chat), command, ellen)) != [ANONYMOUS]
    }

    assert told == {}


def test_there_are_commands_to_refuse() -> None:
    assert {"koppel", "planning", "programma", "aanwezig", "slots"} <= set(LEADERS_ONLY)
