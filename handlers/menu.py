"""The menu of commands that Telegram shows: per role, in one's own language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import structlog
from telegram import (
    BotCommand,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
)
from telegram.error import TelegramError

from domain.person import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from telegram import BotCommandScope
    from telegram.ext import ExtBot

    from domain.person import Person
    from services.people import People
    from texts.speech import Speech, Texts

log = structlog.get_logger()

FOR_EVERYBODY = ("help", "annuleren", "privacy", "taal")
COMMANDS: dict[Role | None, tuple[str, ...]] = {
    None: ("start", "mijn", *FOR_EVERYBODY),
    Role.PARTICIPANT: ("mijn", "agenda", "groep", "rooster", "afmelden", "intake", "leerpunten", *FOR_EVERYBODY),
    Role.FACILITATOR: (
        "agenda",
        "groep",
        "rooster",
        "planning",
        "eerste",
        "plaats",
        "programma",
        "aanwezig",
        "verzetten",
        "intakes",
        "slots",
        "koppel",
        "mijn",
        *FOR_EVERYBODY,
    ),
    Role.COORDINATOR: (
        "ronde",
        "aanmeldingen",
        "deelnemers",
        "groepen",
        "begeleiders",
        "invoeren",
        "uitnodigen",
        *FOR_EVERYBODY,
    ),
}

# What can be asked in a group's chat too. The answer comes in private, unless its handler says it in the group.
FOR_GROUPS: tuple[str, ...] = ("agenda", "groep", "rooster", "afmelden")
FOR_LEADERS_IN_GROUPS: tuple[str, ...] = (
    "planning",
    "eerste",
    "plaats",
    "programma",
    "aanwezig",
    "verzetten",
    "koppel",
)
IN_GROUPS = frozenset({*FOR_GROUPS, *FOR_LEADERS_IN_GROUPS})
EVERY_COMMAND = frozenset({*(name for names in COMMANDS.values() for name in names), *IN_GROUPS})


async def show_menu(bot: ExtBot[Any], texts: Texts, person: Person) -> None:
    """Give this person the menu of their role. When Telegram refuses, they keep the one they had: no answer fails."""
    if person.telegram_id is None:
        return
    scope = BotCommandScopeChat(person.telegram_id)
    await _set(bot, _commands(texts.speech(person.language), COMMANDS[person.role]), scope)


async def show_menus(bot: ExtBot[Any], texts: Texts, people: People) -> None:
    """At the start: the menu of everybody, in private and in groups, and those of the office and the facilitators.

    Participants got theirs when they were admitted: asking Telegram for each of a thousand would hold up the rest.
    """
    dutch = texts.speech("nl")
    await _set(bot, _commands(dutch, COMMANDS[None]), BotCommandScopeAllPrivateChats())
    await _set(bot, _commands(dutch, FOR_GROUPS), BotCommandScopeAllGroupChats())
    in_groups = (*FOR_LEADERS_IN_GROUPS, *FOR_GROUPS)
    await _set(bot, _commands(dutch, in_groups), BotCommandScopeAllChatAdministrators())
    for role in (Role.COORDINATOR, Role.FACILITATOR):
        for person in await people.with_role(role):
            await show_menu(bot, texts, person)


def _commands(speech: Speech, names: Sequence[str]) -> list[BotCommand]:
    return [BotCommand(name, speech.plain(f"menu-{name}")) for name in names]


async def _set(bot: ExtBot[Any], commands: list[BotCommand], scope: BotCommandScope) -> None:
    try:
        await bot.set_my_commands(commands, scope=scope)
    except TelegramError as error:
        log.warning("menu not set", scope=scope.type, error=type(error).__name__)
