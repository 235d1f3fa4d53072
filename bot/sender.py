"""Brings messages to Telegram: where a message of messages/ becomes one of the Bot API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    InputPollOption,
    KeyboardButton,
    LinkPreviewOptions,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest

from domain.outbox import Delivered, SentPoll

if TYPE_CHECKING:
    from telegram import Bot

    from messages.message import Attachment, ContactKeyboard, Message
    from texts.buttons import Button, Keyboard

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
NOT_MODIFIED = "message is not modified"
# The message was deleted, or is too old: then the words go in a new one.
CANNOT_BE_CHANGED = ("message to edit not found", "message can't be edited", "there is no text in the message to edit")

POLL_STOPPED = "poll has already been closed"
POLL_GONE = ("message with poll to stop not found", "message to stop poll not found", "message can't be edited")


class TelegramSender:
    """The messages.message.Sender of the running bot. Raises telegram.error.TelegramError."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def send(self, chat_id: int, message: Message) -> int:
        if message.attachment is not None:
            return await self._send_with(chat_id, message, message.attachment)
        sent = await self._bot.send_message(
            chat_id,
            message.html,
            parse_mode=ParseMode.HTML,
            reply_markup=_markup(message),
            protect_content=message.protect,
            link_preview_options=NO_PREVIEW,
        )
        return sent.message_id

    async def send_poll(self, chat_id: int, message: Message) -> Delivered:
        asked = message.poll
        if asked is None:
            raise ValueError("a message without a poll")
        sent = await self._bot.send_poll(
            chat_id,
            asked.question,
            [InputPollOption(option) for option in asked.options],
            is_anonymous=False,
            allows_multiple_answers=asked.several_answers,
            allows_revoting=True,
            description=message.html or None,
            description_parse_mode=ParseMode.HTML,
            reply_markup=_inline(message.keyboard),
            protect_content=message.protect,
        )
        if sent.poll is None:
            raise BadRequest("Telegram answered with a message that is no poll")
        names = tuple(option.persistent_id for option in sent.poll.options)
        return Delivered(
            message_id=sent.message_id,
            chat_id=chat_id,
            poll=SentPoll(telegram_poll_id=sent.poll.id, persistent_ids=names),
        )

    async def stop_poll(self, chat_id: int, message_id: int) -> Delivered:
        missing = False
        try:
            await self._bot.stop_poll(chat_id, message_id)
        except BadRequest as error:
            if not _says(error, (POLL_STOPPED, *POLL_GONE)):
                raise
            missing = _says(error, POLL_GONE)
        return Delivered(message_id=message_id, chat_id=chat_id, missing=missing)

    async def change(self, chat_id: int, message_id: int, message: Message) -> int:
        try:
            await self._bot.edit_message_text(
                message.html,
                chat_id,
                message_id,
                parse_mode=ParseMode.HTML,
                reply_markup=_inline(message.keyboard),
                link_preview_options=NO_PREVIEW,
            )
        except BadRequest as error:
            if _says(error, (NOT_MODIFIED,)):
                return message_id
            if not _says(error, CANNOT_BE_CHANGED):
                raise
            return await self.send(chat_id, message)
        return message_id

    async def without_buttons(self, chat_id: int, message_id: int) -> None:
        try:
            await self._bot.edit_message_reply_markup(chat_id, message_id, reply_markup=None)
        except BadRequest as error:
            if not _says(error, (NOT_MODIFIED, *CANNOT_BE_CHANGED)):
                raise

    async def _send_with(self, chat_id: int, message: Message, attachment: Attachment) -> int:
        file = InputFile(attachment.content, filename=attachment.name)
        send = self._bot.send_photo if attachment.picture else self._bot.send_document
        sent = await send(
            chat_id,
            file,
            caption=message.html,
            parse_mode=ParseMode.HTML,
            reply_markup=_markup(message),
            protect_content=message.protect,
        )
        return sent.message_id


def _says(error: BadRequest, phrases: tuple[str, ...]) -> bool:
    return any(phrase in error.message.lower() for phrase in phrases)


def _markup(message: Message) -> InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | None:
    if message.contact_keyboard is not None:
        return _reply(message.contact_keyboard)
    return _inline(message.keyboard) or (ReplyKeyboardRemove() if message.removes_keyboard else None)


def _inline(keyboard: Keyboard | None) -> InlineKeyboardMarkup | None:
    if keyboard is None or not keyboard.rows:
        return None
    return InlineKeyboardMarkup([[_button(button) for button in row] for row in keyboard.rows])


def _button(button: Button) -> InlineKeyboardButton:
    if button.url is not None:
        return InlineKeyboardButton(button.text, url=button.url)
    return InlineKeyboardButton(button.text, callback_data=button.data.encode() if button.data else None)


def _reply(keyboard: ContactKeyboard) -> ReplyKeyboardMarkup:
    rows = [[KeyboardButton(keyboard.share, request_contact=True)], [KeyboardButton(word) for word in keyboard.others]]
    return ReplyKeyboardMarkup([row for row in rows if row], resize_keyboard=True, one_time_keyboard=True)
