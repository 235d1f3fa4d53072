"""Keeps the doors of the groups' chats: where an errand of the outbox becomes requests of the Bot API."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import structlog
from telegram.error import BadRequest, Forbidden

from domain.chat import ChatFacts
from handlers.chat_members import is_inside, rights_missing
from scheduling.failure import NO_RIGHT

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from telegram import Bot

    from messages.message import Message, Sender

log = structlog.get_logger(__name__)

LINK_NAME: Final = "Intervisie"

REQUEST_SETTLED: Final = ("user_already_participant", "hide_requester_missing")
"""Let in or declined before, by a person or by an earlier try, or withdrawn."""

NOT_THERE: Final = ("user_not_participant", "participant_id_invalid", "user not found", "member not found")
"""Nobody by this id is in the chat, or Telegram does not know them any more."""

CANNOT_BE_REMOVED: Final = ("user is an administrator of the chat", "can't remove chat owner")
LINK_GONE: Final = ("invite_hash_expired", "invite_hash_invalid")
BASIC_GROUP: Final = ("method is available for supergroup",)


class TelegramDoorkeeper:
    """The messages.doorkeeper.Doorkeeper of the running bot. Raises telegram.error.TelegramError."""

    def __init__(self, bot: Bot, sender: Sender) -> None:
        self._bot = bot
        self._sender = sender

    async def admit(self, chat_id: int, telegram_id: int) -> None:
        try:
            await self._bot.approve_chat_join_request(chat_id, telegram_id)
        except BadRequest as error:
            _unless(error, REQUEST_SETTLED)

    async def turn_away(self, chat_id: int, telegram_id: int, user_chat_id: int, message: Message) -> None:
        # First the words: the bot may write to a stranger only for as long as the request stands.
        try:
            await self._sender.send(user_chat_id, message)
        except (BadRequest, Forbidden) as error:
            log.info("turned_away_without_words", error=type(error).__name__)
        try:
            await self._bot.decline_chat_join_request(chat_id, telegram_id)
        except BadRequest as error:
            _unless(error, REQUEST_SETTLED)

    async def remove(self, chat_id: int, telegram_id: int) -> bool:
        try:
            await self._bot.ban_chat_member(chat_id, telegram_id)
        except BadRequest as error:
            if _says(error, CANNOT_BE_REMOVED):
                return False
            _unless(error, NOT_THERE)
        try:
            await self._bot.unban_chat_member(chat_id, telegram_id, only_if_banned=True)
        except BadRequest as error:
            # A basic group bans nobody for good.
            _unless(error, (*BASIC_GROUP, *NOT_THERE))
        return True

    async def new_link(self, chat_id: int) -> str:
        link = await self._bot.create_chat_invite_link(chat_id, name=LINK_NAME, creates_join_request=True)
        return link.invite_link

    async def revoke_link(self, chat_id: int, invite_link: str) -> None:
        try:
            await self._bot.revoke_chat_invite_link(chat_id, invite_link)
        except BadRequest as error:
            _unless(error, LINK_GONE)

    async def look(self, chat_id: int, telegram_ids: Collection[int]) -> ChatFacts:
        chat = await self._bot.get_chat(chat_id)
        lacking = rights_missing(await self._bot.get_chat_member(chat_id, self._bot.id))
        asked_after = frozenset[int]() if lacking else frozenset(telegram_ids)
        return ChatFacts(
            missing_rights=lacking,
            history_visible=bool(chat.has_visible_history),
            members=await self._bot.get_chat_member_count(chat_id),
            asked_after=asked_after,
            inside=frozenset([each for each in sorted(asked_after) if await self._is_inside(chat_id, each)]),
            administrators=await self._administrators(chat_id),
        )

    async def _is_inside(self, chat_id: int, telegram_id: int) -> bool:
        try:
            return is_inside(await self._bot.get_chat_member(chat_id, telegram_id))
        except BadRequest as error:
            _unless(error, NOT_THERE)
        return False

    async def _administrators(self, chat_id: int) -> dict[int, str]:
        try:
            members = await self._bot.get_chat_administrators(chat_id)
        except BadRequest as error:
            _unless(error, NO_RIGHT)
            return {}
        return {member.user.id: member.user.full_name for member in members if member.user.id != self._bot.id}


def _says(error: BadRequest, phrases: Iterable[str]) -> bool:
    return any(phrase in error.message.lower() for phrase in phrases)


def _unless(error: BadRequest, phrases: Iterable[str]) -> None:
    """Raises the error unless it says one of these: then it is as good as done."""
    if not _says(error, phrases):
        raise error
