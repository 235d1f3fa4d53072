"""What a callback is given besides the update: who it is, in which language, and everything to answer with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telegram import Message as TelegramMessage
from telegram import Update
from telegram.constants import ChatType
from telegram.error import BadRequest, Forbidden
from telegram.ext import Application, ApplicationHandlerStop, CallbackContext, ExtBot

from handlers.dependencies import Dependencies
from messages import chat
from texts.buttons import decode

if TYPE_CHECKING:
    from datetime import datetime

    from domain.conversation import Conversation
    from domain.group import Group
    from domain.person import Person, Role
    from messages.message import Message
    from services.catalogue import Services
    from texts.buttons import ButtonData
    from texts.speech import Speech

NoData = dict[Any, Any]


class Context(CallbackContext[ExtBot[None], NoData, NoData, Dependencies]):
    """One update's context. `user_data` and `chat_data` stay empty: what must last is a row."""

    def __init__(self, application: Application[Any, Any, Any, Any, Any, Any], **ids: int | None) -> None:
        super().__init__(application, **ids)
        self.update_id = 0
        self._update: Update | None = None
        # Set by handlers/arrival.py before anything else sees the update; None for somebody who never pressed start.
        self.known: Person | None = None
        self.conversation: Conversation | None = None
        # Which group it is about: that of the chat, or in private the one that handlers/leading.py settled on.
        self.group: Group | None = None
        # Telegram's id of the group's chat in which a command was typed: what it asks is answered in private.
        self.typed_in: int | None = None
        self._said_in_private = False

    @classmethod
    def from_update(cls, update: object, application: Application[Any, Any, Any, Any, Any, Any]) -> Context:
        context = super().from_update(update, application)
        if isinstance(update, Update):
            context.belong_to(update)
        return context

    def belong_to(self, update: Update) -> None:
        self._update = update
        self.update_id = update.update_id

    @property
    def dependencies(self) -> Dependencies:
        return self.bot_data

    @property
    def services(self) -> Services:
        return self.bot_data.services

    @property
    def now(self) -> datetime:
        return self.bot_data.clock.now()

    @property
    def person(self) -> Person:
        """Raises LookupError for somebody who never pressed start: such an update goes no further than the arrival."""
        if self.known is None:
            raise LookupError("nobody is known by this account")
        return self.known

    @property
    def role(self) -> Role | None:
        return None if self.known is None else self.known.role

    @property
    def speech(self) -> Speech:
        """In one's own language; under a button in a group in Dutch."""
        if self._pressed_in_group:
            return self.group_speech
        return self.bot_data.texts.speech("nl" if self.known is None else self.known.language)

    @property
    def group_speech(self) -> Speech:
        """In a group always Dutch."""
        return self.bot_data.texts.speech("nl")

    @property
    def button(self) -> ButtonData | None:
        """What the pressed button carries; None for anything odd."""
        query = self._update.callback_query if self._update else None
        return decode(query.data) if query and query.data else None

    @property
    def chat_id(self) -> int:
        """The chat in which is answered: for a command that was typed in a group the private one."""
        if self.typed_in is not None and self.known is not None and self.known.telegram_id is not None:
            return self.known.telegram_id
        if self._update is None or self._update.effective_chat is None:
            raise LookupError("this update has no chat")
        return self._update.effective_chat.id

    async def say(self, message: Message) -> int:
        """Answer with a new message; its id. What was asked in a group is answered in private, with a line there.

        Raises ApplicationHandlerStop when somebody in a group cannot be written to in private; there they hear why.
        """
        if self.typed_in is None or self.chat_id == self.typed_in:
            return await self.bot_data.sender.send(self.chat_id, message)
        try:
            sent = await self.bot_data.sender.send(self.chat_id, message)
        except Forbidden:
            await self.say_in_group(chat.start_first(self.group_speech, self.bot_data.username()))
            raise ApplicationHandlerStop from None
        if not self._said_in_private:
            self._said_in_private = True
            await self.say_in_group(chat.look_private(self.group_speech))
        return sent

    async def say_in_group(self, message: Message) -> int:
        """Answer where everybody in the group reads it, in words of `group_speech`; its id.

        Raises LookupError for what did not come from a group.
        """
        if self._update is None or self._update.effective_chat is None or not self.in_group:
            raise LookupError("this did not come from a group")
        return await self.bot_data.sender.send(self._update.effective_chat.id, message)

    @property
    def in_group(self) -> bool:
        """Whether this came from a group's chat, as a command or as a button."""
        return self.typed_in is not None or self._pressed_in_group

    @property
    def _pressed_in_group(self) -> bool:
        update = self._update
        if update is None or update.callback_query is None or update.effective_chat is None:
            return False
        return update.effective_chat.type != ChatType.PRIVATE

    async def ask(self, message: Message) -> None:
        """Ask in a new message, which becomes a short line once it is answered."""
        asked = await self.say(message)
        await self.services.people.note_asked(self.person.id, asked)

    async def ask_instead(self, message: Message) -> None:
        """Ask in the message under which the button was pressed, for words that make a short line of it."""
        await self.change(message)
        pressed = self._pressed_message_id()
        if pressed is not None:
            await self.services.people.note_asked(self.person.id, pressed)

    async def answered(self, message: Message) -> None:
        """The message that asked what was just answered in words becomes this one."""
        asked = self._to_be_tidied()
        if asked is not None:
            await self.bot_data.sender.change(self.chat_id, asked, message)

    async def ask_again(self, message: Message) -> None:
        """Ask the same in a new message; the earlier one keeps its words and loses its buttons."""
        asked = self._to_be_tidied()
        if asked is not None:
            await self.bot_data.sender.without_buttons(self.chat_id, asked)
        await self.ask(message)

    async def change(self, message: Message) -> None:
        """Answer in the message under which the button was pressed, or with a new one.

        What is confidential never takes the place of what can be forwarded: editing a message does not protect it.
        A picture or a file stays what it is, for words cannot take its place.
        """
        pressed = self._pressed_message_id()
        hidden = message.protect and not self._pressed_is_protected()
        if pressed is None or hidden or self._pressed_is_file():
            await self.say(message)
        else:
            await self.bot_data.sender.change(self.chat_id, pressed, message)

    async def acknowledge(self, words: str | None = None, *, alert: bool = False) -> None:
        """Tell Telegram that the button was heard, before anything slower; with words, they show for a moment."""
        query = self._update.callback_query if self._update else None
        if query is None:
            return
        try:
            await query.answer(words, show_alert=alert)
        except BadRequest as error:
            # After a standstill the query has expired; the answer in the chat still tells.
            if "query is too old" not in error.message.lower():
                raise

    def _to_be_tidied(self) -> int | None:
        """The message that asked, unless many wait: then their answers go before a tidy chat."""
        if self.conversation is None or self.bot_data.hurried():
            return None
        return self.conversation.message_id

    def _pressed_message_id(self) -> int | None:
        query = self._update.callback_query if self._update else None
        return query.message.message_id if query and query.message else None

    def _pressed_is_protected(self) -> bool:
        """Unknown for a message that is too old to be accessible (Bot API, InaccessibleMessage): then it is not."""
        query = self._update.callback_query if self._update else None
        return bool(query and isinstance(query.message, TelegramMessage) and query.message.has_protected_content)

    def _pressed_is_file(self) -> bool:
        query = self._update.callback_query if self._update else None
        return bool(
            query and isinstance(query.message, TelegramMessage) and (query.message.photo or query.message.document)
        )
