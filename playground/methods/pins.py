"""Pinned messages of a group."""

from playground.errors import bad_request
from playground.methods.chats import need_right, reachable_chat
from playground.posting import is_service, post
from playground.shapes import JsonObject
from playground.state import Chat
from playground.world import World

PIN = "manage pinned messages in the chat"


def pin_chat_message(world: World, fields: JsonObject) -> bool:
    chat = _chat(world, fields)
    message = world.state.message(chat.id, fields["message_id"])
    if message is None:
        raise bad_request("message to pin not found")
    if is_service(message.content):
        raise bad_request("service messages can't be pinned")
    group = world.state.groups.of(chat.id)
    if message.message_id not in group.pinned:
        group.pinned.append(message.message_id)
        world.state.groups.keep(group)
        pinned = world.state.message_object(message, with_reply=False)
        post(world, chat, world.state.bot.id, {"pinned_message": pinned})
    return True


def unpin_chat_message(world: World, fields: JsonObject) -> bool:
    chat = _chat(world, fields)
    group = world.state.groups.of(chat.id)
    message_id = fields.get("message_id", max(group.pinned, default=0))
    if message_id not in group.pinned:
        raise bad_request("message to unpin not found")
    group.pinned.remove(message_id)
    world.state.groups.keep(group)
    world.events.tell("people", None, chat.id)
    return True


def _chat(world: World, fields: JsonObject) -> Chat:
    chat = reachable_chat(world, fields["chat_id"])
    if chat.private:
        raise bad_request("the playground pins messages in groups only")
    need_right(world, chat, "can_pin_messages", PIN)
    return chat
