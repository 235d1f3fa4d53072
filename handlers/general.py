"""Commands for everybody: /help, /privacy, /taal, and /annuleren where no conversation has its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telegram.ext import CallbackQueryHandler, CommandHandler

from domain.access import Action
from handlers.access import only
from handlers.menu import show_menu
from messages import general, privacy

if TYPE_CHECKING:
    from telegram import Update
    from telegram.ext import BaseHandler

    from domain.person import Language
    from handlers.context import Context


async def show_help(update: Update, context: Context) -> None:
    await context.say(general.help_for(context.speech, context.role))


async def show_privacy(update: Update, context: Context) -> None:
    await context.say(privacy.privacy(context.speech))


async def ask_language(update: Update, context: Context) -> None:
    await context.say(general.choose_language(context.speech))


async def choose_language(update: Update, context: Context) -> None:
    await context.acknowledge()
    language: Language = "nl" if isinstance(context.button, general.ChooseDutch) else "en"
    context.known = await context.services.people.speak(context.person.id, language, context.update_id)
    await context.change(general.language_chosen(context.speech))
    await show_menu(context.bot, context.dependencies.texts, context.known)
    if context.conversation is not None:
        question = context.dependencies.current_questions[context.conversation.name]
        await context.ask_again(await question(context.dependencies, context.known, context.conversation))


async def stop(update: Update, context: Context) -> None:
    if context.conversation is None:
        await context.say(general.nothing_to_stop(context.speech))
        return
    await context.services.people.stop_conversation(context.person.id, context.update_id)
    await context.say(general.stopped(context.speech))


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    return [
        CommandHandler("help", only(Action.SEE_HELP, show_help)),
        CommandHandler("privacy", only(Action.SEE_PRIVACY, show_privacy)),
        CommandHandler("taal", only(Action.CHOOSE_LANGUAGE, ask_language)),
        CommandHandler("annuleren", only(Action.STOP, stop)),
        CallbackQueryHandler(only(Action.CHOOSE_LANGUAGE, choose_language), general.ChooseDutch.pattern),
        CallbackQueryHandler(only(Action.CHOOSE_LANGUAGE, choose_language), general.ChooseEnglish.pattern),
    ]
