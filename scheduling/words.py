"""How a message of the outbox gets its words: at the moment of sending, from the state of then."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.outbox import OutboxMessage
from domain.person import Person
from messages.message import Message

if TYPE_CHECKING:
    from datetime import datetime

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


@dataclass(frozen=True, slots=True)
class Nothing:
    """There is nothing to say any more: the message is withdrawn for this reason, which holds nothing of a person."""

    reason: str


# Reads what the message is about through the services. What is no longer there is Nothing, never an error.
Renderer = Callable[[Materials, OutboxMessage, Person], Awaitable[Message | Nothing]]
