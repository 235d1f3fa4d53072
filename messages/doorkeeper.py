"""What is done in a chat besides speaking: who comes in, who goes out, and how it stands there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection

    from domain.chat import ChatFacts
    from messages.message import Message


class Doorkeeper(Protocol):
    """Errors of the line or of Telegram come through as they are; whatever is done already is as good as done."""

    async def admit(self, chat_id: int, telegram_id: int) -> None:
        """Let in who asked; nothing happens when they are in, or ask no more."""
        ...

    async def turn_away(self, chat_id: int, telegram_id: int, user_chat_id: int, message: Message) -> None:
        """Tell why in private, as far as they can be reached, and decline the request."""
        ...

    async def remove(self, chat_id: int, telegram_id: int) -> bool:
        """Take somebody out, without keeping them from ever coming back. Nothing happens when they are not in it.

        False for an administrator, whom a bot cannot take out.
        """
        ...

    async def new_link(self, chat_id: int) -> str:
        """A link with which one asks to be let in."""
        ...

    async def revoke_link(self, chat_id: int, invite_link: str) -> None:
        """Nothing happens when there is no such link any more."""
        ...

    async def look(self, chat_id: int, telegram_ids: Collection[int]) -> ChatFacts:
        """How it stands there, and which of these are in it."""
        ...
