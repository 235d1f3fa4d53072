"""Menus of commands: kept by scope and language, looked up from the narrowest scope to the widest."""

import re
from collections.abc import Iterator

from playground.errors import bad_request
from playground.methods.chats import known_chat, reachable_chat
from playground.shapes import JsonObject
from playground.state import Chat, Person
from playground.world import World

MOST_COMMANDS = 100
COMMAND = re.compile(r"[a-z0-9_]{1,32}")
LONGEST_DESCRIPTION = 256
LANGUAGE = re.compile(r"(?:[a-z]{2})?")
DEFAULT = "default"


def set_my_commands(world: World, fields: JsonObject) -> bool:
    commands = fields["commands"]
    if len(commands) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        command["command"] = command["command"].removeprefix("/")
        if not COMMAND.fullmatch(command["command"]):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(command["description"].strip()) <= LONGEST_DESCRIPTION:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    world.state.keep_commands(_scope(world, fields), _language(fields), commands)
    world.events.tell("commands")
    return True


def get_my_commands(world: World, fields: JsonObject) -> list[JsonObject]:
    return world.state.commands.get((_scope(world, fields), _language(fields)), [])


def delete_my_commands(world: World, fields: JsonObject) -> bool:
    world.state.keep_commands(_scope(world, fields), _language(fields), [])
    world.events.tell("commands")
    return True


def menu_of(world: World, chat: Chat, person: Person) -> list[JsonObject]:
    """The menu that a person sees in a chat: the first that is set, in Telegram's order of scopes."""
    scopes = _private_scopes(chat) if chat.private else _group_scopes(world, chat, person)
    for scope in scopes:
        for language in (person.language_code[:2], ""):
            commands = world.state.commands.get((scope, language))
            if commands:
                return commands
    return []


def _group_scopes(world: World, chat: Chat, person: Person) -> Iterator[str]:
    manages = world.state.groups.member(chat.id, person.id).manages
    yield f"chat_member:{chat.id}:{person.id}"
    if manages:
        yield f"chat_administrators:{chat.id}"
    yield f"chat:{chat.id}"
    if manages:
        yield "all_chat_administrators"
    yield "all_group_chats"
    yield DEFAULT


def _private_scopes(chat: Chat) -> Iterator[str]:
    yield f"chat:{chat.id}"
    yield "all_private_chats"
    yield DEFAULT


def _language(fields: JsonObject) -> str:
    language: str = fields.get("language_code", "")
    if not LANGUAGE.fullmatch(language):
        raise bad_request("invalid language code specified")
    return language


def _scope(world: World, fields: JsonObject) -> str:
    """The scope as a key: its type, then whom it is for."""
    scope = fields.get("scope", {"type": DEFAULT})
    parts = [scope["type"]]
    if "chat_id" in scope:
        chat = known_chat(world, _number(scope["chat_id"]))
        if not chat.private:
            reachable_chat(world, chat.id)
        elif scope["type"] != "chat":
            raise bad_request("can't use specified scope in private chats")
        parts.append(str(chat.id))
    if "user_id" in scope:
        parts.append(str(scope["user_id"]))
    return ":".join(parts)


def _number(chat_id: int | str) -> int | str:
    return int(chat_id) if isinstance(chat_id, str) and chat_id.lstrip("-").isdecimal() else chat_id
