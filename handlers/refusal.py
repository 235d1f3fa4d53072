"""What is said when an answer cannot be taken: what was wrong with it and the question again, or the button was old."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.answers import kind_key
from messages import common
from messages.registration import ask_after

if TYPE_CHECKING:
    from telegram import Update

    from handlers.context import Context
    from texts.speech import Html


# A conversation's callback returns the next question; None leaves it where it is.
Stays = int | None


async def wrong_kind(update: Update, context: Context) -> Stays:
    """A sticker, a photo, or words where a button counts."""
    if update.message is None:
        return None
    return await refuse(context, context.speech.html(kind_key(update.message)))


async def refuse(context: Context, complaint: Html) -> Stays:
    """What was wrong with the answer, and the question again."""
    if context.conversation is None:
        return await old_button(context)
    ask = context.dependencies.current_questions[context.conversation.name]
    asked = await ask(context.dependencies, context.person, context.conversation)
    await context.ask_again(ask_after(complaint, asked))
    return None


async def old_button(context: Context) -> Stays:
    await context.say(common.old_button(context.speech))
    return None
