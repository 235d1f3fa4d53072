"""A message before it is Telegram's: words and buttons, made from models."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from domain.outbox import Delivered
    from texts.buttons import Keyboard
    from texts.speech import Html


@dataclass(frozen=True, slots=True)
class ContactKeyboard:
    """The keyboard below the chat with which one shares one's own telephone number; the words of its buttons."""

    share: str
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with a message."""

    name: str
    content: bytes = field(repr=False)
    # Shown as a picture rather than offered as a file.
    picture: bool = False


@dataclass(frozen=True, slots=True)
class NativePoll:
    """A poll of Telegram's own, which shows who chose what; votes can be changed."""

    # At most 300 characters.
    question: str
    # 2 to 12 of at most 100 characters, no two the same.
    options: tuple[str, ...]
    several_answers: bool = True


@dataclass(frozen=True, slots=True)
class Message:
    # With a poll: what stands above its options, which may be nothing.
    html: Html
    keyboard: Keyboard | None = None
    contact_keyboard: ContactKeyboard | None = None
    # Takes a contact keyboard away that an earlier message brought; a message with buttons of its own cannot.
    removes_keyboard: bool = False
    attachment: Attachment | None = None
    # Confidential: cannot be forwarded or saved.
    protect: bool = False
    # Goes with neither an attachment nor another keyboard.
    poll: NativePoll | None = None


class Sender(Protocol):
    """What brings a message to a chat. Errors of the line or of Telegram come through as they are."""

    async def send(self, chat_id: int, message: Message) -> int:
        """The id of the new message."""
        ...

    async def send_poll(self, chat_id: int, message: Message) -> Delivered:
        """The new message, and what Telegram calls the poll. Raises ValueError for a message without one."""
        ...

    async def stop_poll(self, chat_id: int, message_id: int) -> Delivered:
        """Nobody votes any more; `missing` when the message is gone. Stopped already is as good."""
        ...

    async def change(self, chat_id: int, message_id: int, message: Message) -> int:
        """Give an earlier message other words and buttons; a new one is sent when it cannot be changed any more.

        The id of the message that has them now.
        """
        ...

    async def without_buttons(self, chat_id: int, message_id: int) -> None:
        """Take the buttons from a message; nothing happens when it has none or is gone."""
        ...
