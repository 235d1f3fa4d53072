"""How a message of the outbox gets its words: at the moment of sending, from the state of then."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.group import Group
from domain.outbox import Delivered, OutboxMessage
from domain.person import Person
from messages.message import Message

if TYPE_CHECKING:
    from datetime import datetime

    from messages.doorkeeper import Doorkeeper
    from services.catalogue import Services
    from texts.speech import Speech, Texts


@dataclass(frozen=True, slots=True)
class Materials:
    """What words are made from. `username` is the bot's own, for its deep links; `now` is aware, in UTC."""

    services: Services
    texts: Texts
    now: datetime
    username: str

    def speech(self, recipient: Person) -> Speech:
        return self.texts.speech(recipient.language)

    @property
    def group_speech(self) -> Speech:
        """In a group always Dutch."""
        return self.texts.speech("nl")


@dataclass(frozen=True, slots=True)
class Nothing:
    """There is nothing to say any more: the message is withdrawn for this reason, which holds nothing of a person."""

    reason: str


@dataclass(frozen=True, slots=True)
class StopPoll:
    """Instead of words: nobody votes any more in a poll of Telegram's own.

    `chat_id` is where it was sent; None: the chat of now.
    """

    message_id: int
    chat_id: int | None = None


@dataclass(frozen=True, slots=True)
class Errand:
    """Instead of words: something that is done in a chat, given Telegram's id of it.

    It may be done twice when a process dies, so doing it again must come to the same.
    """

    do: Callable[[Doorkeeper, int], Awaitable[Delivered]]


Leaving = Message | StopPoll | Errand
"""What can leave: words, or something that is done."""

# Reads what the message is about through the services. What is no longer there is Nothing, never an error.
Renderer = Callable[[Materials, OutboxMessage, Person], Awaitable[Message | Nothing]]

# The same for what goes to the chat of a group; its words are always Dutch (`materials.group_speech`).
GroupRenderer = Callable[[Materials, OutboxMessage, Group], Awaitable[Message | StopPoll | Errand | Nothing]]
