"""What happens to every update from a group's chat before its own handler sees it; most go no further.

The bot is an administrator there, so it gets whatever is said. It hears who speaks, and takes what is asked of it:
commands and the buttons of the group's own messages, from who belongs there. All else it passes by in silence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram.constants import ChatID, MessageEntityType
from telegram.ext import ApplicationHandlerStop

from domain.chat import Visitor
from handlers import chat_events
from handlers.menu import EVERY_COMMAND, IN_GROUPS
from messages import chat, common

if TYPE_CHECKING:
    from telegram import Message, Update, User

    from handlers.context import Context

LINKING = "koppel"


async def arrive(update: Update, context: Context) -> None:
    """Set whose chat it is and who asks something there. Raises ApplicationHandlerStop for what goes no further."""
    if await chat_events.take(update, context):
        raise ApplicationHandlerStop
    for conversation in context.dependencies.conversations:
        # A question that is open in private is not answered in a group.
        conversation.follow(update, None)
    if update.callback_query is not None:
        await _button(update, context)
    elif update.message is not None:
        await _message(update.message, context)
    else:
        raise ApplicationHandlerStop


async def _message(message: Message, context: Context) -> None:
    command = command_in(message, context.dependencies.username())
    if _is_anonymous(message):
        if command in EVERY_COMMAND:
            await context.dependencies.sender.send(message.chat.id, chat.anonymous(context.group_speech))
        raise ApplicationHandlerStop
    if message.from_user is None or message.sender_chat is not None:
        raise ApplicationHandlerStop
    await _know(message.chat.id, message.from_user, context)
    if command not in EVERY_COMMAND or (context.group is None and command != LINKING):
        raise ApplicationHandlerStop
    context.typed_in = message.chat.id
    if command not in IN_GROUPS:
        await context.say_in_group(chat.not_here(context.group_speech))
        raise ApplicationHandlerStop
    if context.group is not None and not await _belongs(message.from_user, context):
        await context.say_in_group(common.not_allowed(context.group_speech))
        raise ApplicationHandlerStop


async def _button(update: Update, context: Context) -> None:
    query, where = update.callback_query, update.effective_chat
    if query is None or where is None:
        raise ApplicationHandlerStop
    await _know(where.id, query.from_user, context)
    button = context.button
    if context.group is None or button is None or not button.in_groups or not await _belongs(query.from_user, context):
        await context.acknowledge(context.group_speech.plain("chat-button-not-yours"), alert=True)
        raise ApplicationHandlerStop


async def _know(chat_id: int, user: User, context: Context) -> None:
    context.group = await context.services.chats.of_chat(chat_id)
    context.known = await context.services.people.find(user.id)
    if context.group is not None and await context.services.chats.is_news(chat_id, user.id):
        # Not the wish of this update, which may still ask something.
        await context.services.chats.seen(chat_id, Visitor(user.id, user.full_name), context.now, None, inside=True)
    if context.known is not None:
        context.conversation = await context.services.people.conversation_of(context.known.id)


async def _belongs(user: User, context: Context) -> bool:
    return context.group is not None and await context.services.chats.belongs(context.group.id, user.id)


def _is_anonymous(message: Message) -> bool:
    """An administrator who speaks as the group itself (Bot API, Message.sender_chat)."""
    return message.from_user is not None and message.from_user.id == ChatID.ANONYMOUS_ADMIN


def command_in(message: Message, username: str) -> str | None:
    """The command with which a message begins, without its slash; None for another bot's, and without one."""
    first = message.entities[0] if message.entities else None
    if first is None or first.type != MessageEntityType.BOT_COMMAND or first.offset != 0:
        return None
    name, _, bot = message.parse_entity(first).removeprefix("/").partition("@")
    return name.lower() if bot.lower() in {"", username.lower()} else None
