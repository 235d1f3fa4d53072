"""/start: who comes in, and by which link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram.ext import CommandHandler, filters

from messages import start

if TYPE_CHECKING:
    from telegram import Update

    from handlers.context import Context


async def greet(update: Update, context: Context) -> None:
    context.known = await context.services.people.greet(context.chat_id, context.now, context.update_id)
    await context.say(start.welcome(context.speech))


def handlers() -> list[CommandHandler[Context, None]]:
    return [CommandHandler("start", greet, filters.ChatType.PRIVATE)]
