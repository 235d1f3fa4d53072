"""What somebody sends in answer to a question, and what is said when it cannot be the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telegram.ext import CallbackQueryHandler, MessageHandler, filters

from handlers.access import only

if TYPE_CHECKING:
    from telegram import Message, Update

    from domain.access import Action
    from domain.typed_text import InvalidWords
    from handlers.access import Callback
    from handlers.context import Context
    from texts.buttons import ButtonData
    from texts.speech import Html, Speech

# An edited message is not an answer.
ANSWERS = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE & ~filters.COMMAND
WORDS = ANSWERS & filters.TEXT


def pressed(action: Action, data: type[ButtonData], callback: Callback) -> CallbackQueryHandler[Context, Any]:
    """A button, heard at once, for those who may."""

    async def heard(update: Update, context: Context) -> object:
        await context.acknowledge()
        return await callback(update, context)

    return CallbackQueryHandler(only(action, heard), data.pattern)


def written(action: Action, callback: Callback) -> MessageHandler[Context, Any]:
    """An answer in words, for those who may; forwarded words are words as well."""
    return MessageHandler(WORDS, only(action, callback))


def typed_text(update: Update) -> str:
    return (update.message.text if update.message else None) or ""


def complaint_about_words(speech: Speech, refusal: InvalidWords) -> Html:
    key = f"error-words-{refusal.reason}"
    numbers = {"limit": refusal.limit, "length": refusal.length}
    wanted = speech.placeholders(key)
    return speech.html(key, **{name: number for name, number in numbers.items() if name in wanted})


def kind_key(message: Message) -> str:
    """The text that says why this cannot be the answer; words can be refused where only a button counts."""
    if message.text is not None:
        return "error-use-buttons"
    if message.contact is not None:
        return "error-contact-unasked"
    kinds: dict[str, Any] = {
        "error-sticker": message.sticker,
        "error-photo": message.photo,
        "error-voice": message.voice or message.audio or message.video_note,
        "error-document": message.document,
    }
    return next((key for key, content in kinds.items() if content), "error-other-kind")
