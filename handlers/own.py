"""/mijn: where one stands, and what one can do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telegram.ext import CallbackQueryHandler, CommandHandler, filters

from domain.access import Action
from domain.person import Role
from handlers.access import only
from handlers.booking_screen import about_intake
from handlers.registration_screen import screen_of
from messages import own
from messages.registration_buttons import ShowOwn

if TYPE_CHECKING:
    from telegram import Update
    from telegram.ext import BaseHandler

    from handlers.context import Context
    from messages.message import Message


async def show(update: Update, context: Context) -> None:
    await context.say(await own_message(context))


async def show_in_place(update: Update, context: Context) -> None:
    await context.acknowledge()
    await context.change(await own_message(context))


async def own_message(context: Context) -> Message:
    if context.role in {Role.COORDINATOR, Role.FACILITATOR}:
        return own.nobody(context.speech, context.role)
    standing = await context.services.registrations.standing(context.person.id)
    if standing.registration is None:
        return own.nobody(context.speech, context.role)
    return own.standing(screen_of(context, standing.registration), standing, await about_intake(context))


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    return [
        CommandHandler("mijn", only(Action.SEE_OWN, show), filters.ChatType.PRIVATE),
        CallbackQueryHandler(only(Action.SEE_OWN, show_in_place), ShowOwn.pattern),
    ]
