"""Putting what people and Telegram itself say into a chat; and which of it the bot hears."""

import re

from playground.shapes import JsonObject
from playground.state import Chat, Message
from playground.world import World

# What tells of something that happened; nobody wrote it.
SERVICE = frozenset(
    {
        "group_chat_created",
        "supergroup_chat_created",
        "new_chat_members",
        "left_chat_member",
        "new_chat_title",
        "migrate_to_chat_id",
        "migrate_from_chat_id",
        "pinned_message",
        "poll_option_added",
    }
)
COMMAND = re.compile(r"/[A-Za-z0-9_]{1,64}(?:@(?P<bot>[A-Za-z0-9_]{3,32}))?(?![\w/])")


def post(
    world: World,
    chat: Chat,
    sender_id: int,
    content: JsonObject,
    *,
    reply_to: int | None = None,
    as_group: bool = False,
) -> Message:
    """Puts a message of a person into a chat and lets the bot hear it if Telegram would.

    It is sent in the name of the group by an administrator who stays anonymous, or when `as_group` says so.
    """
    message = Message(
        message_id=world.state.next_message_id(chat),
        chat_id=chat.id,
        sender_id=sender_id,
        date=world.clock.unix(),
        content=content,
        reply_to=reply_to,
        anonymous=as_group or stays_anonymous(world, chat, sender_id),
    )
    world.state.keep_message(message)
    world.events.tell("message", world.person_of(chat.id), chat.id)
    if hears(world, message):
        world.post_update("message", world.state.message_object(message))
    return message


def stays_anonymous(world: World, chat: Chat, user_id: int) -> bool:
    """Whether the group speaks for this administrator."""
    if chat.private:
        return False
    member = world.state.groups.member(chat.id, user_id)
    return member.manages and member.anonymous


def hears(world: World, message: Message) -> bool:
    """Whether the bot gets a message: in a group privacy mode is on, which holds for all but administrators.

    The rule is in Telegram's "Bots FAQ", what messages will my bot get.
    """
    chat = world.state.chats[message.chat_id]
    if chat.private:
        return True
    member = world.state.groups.member(chat.id, world.state.bot.id)
    if not member.inside:
        return False
    return member.manages or is_service(message.content) or _meant_for(world, message)


def is_service(content: JsonObject) -> bool:
    return not SERVICE.isdisjoint(content)


def _meant_for(world: World, message: Message) -> bool:
    if _commands(world, message):
        return True
    answered = None if message.reply_to is None else world.state.message(message.chat_id, message.reply_to)
    return answered is not None and (answered.sender_id == world.state.bot.id or _commands(world, answered))


def _commands(world: World, message: Message) -> bool:
    """Whether a message begins with a command that is not for another bot."""
    command = COMMAND.match(message.content.get("text") or message.content.get("caption") or "")
    if command is None:
        return False
    bot = command["bot"]
    return bot is None or bot.lower() == world.state.bot.username.lower()
