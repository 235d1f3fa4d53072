"""The last handlers: whatever nobody else took gets a fitting answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telegram.ext import CallbackQueryHandler, ChatMemberHandler, MessageHandler, filters

from messages import common

if TYPE_CHECKING:
    from telegram import Update
    from telegram.ext import BaseHandler

    from handlers.context import Context

PRIVATE = filters.ChatType.PRIVATE


async def unknown_command(update: Update, context: Context) -> None:
    await context.say(common.unknown_command(context.speech))


async def nothing_asked(update: Update, context: Context) -> None:
    await context.say(common.nothing_asked(context.speech))


async def edited(update: Update, context: Context) -> None:
    await context.say(common.edited(context.speech))


async def old_button(update: Update, context: Context) -> None:
    """A button of an answered question, of somebody else, of an earlier version, or forged: all the same calm words."""
    await context.acknowledge()
    message = common.unknown_button if context.button is None else common.old_button
    await context.say(message(context.speech))


async def blocked_or_back(update: Update, context: Context) -> None:
    """Telegram tells that the bot was blocked; that it was unblocked counts from the /start that comes with it."""
    change = update.my_chat_member
    if change is None or context.known is None:
        return
    if change.new_chat_member.status in {change.new_chat_member.BANNED, change.new_chat_member.LEFT}:
        await context.services.people.lost(context.known.id, context.now, context.update_id)


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    return [
        ChatMemberHandler(blocked_or_back, ChatMemberHandler.MY_CHAT_MEMBER),
        CallbackQueryHandler(old_button),
        MessageHandler(PRIVATE & filters.UpdateType.EDITED_MESSAGE, edited),
        MessageHandler(PRIVATE & filters.COMMAND, unknown_command),
        MessageHandler(PRIVATE, nothing_asked),
    ]
