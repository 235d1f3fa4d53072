"""What handlers work with; put together in bot/, reached through the context."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from domain.conversation import Conversation, ConversationName
    from domain.person import Person
    from domain.time import Clock
    from handlers.conversation import RowConversation
    from messages.doorkeeper import Doorkeeper
    from messages.message import Message, Sender
    from services.catalogue import Services
    from texts.speech import Texts

# Says again what somebody is asked at this moment.
CurrentQuestion = Callable[["Dependencies", "Person", "Conversation"], Awaitable["Message"]]


@dataclass(frozen=True, slots=True)
class Dependencies:
    services: Services
    texts: Texts
    clock: Clock
    sender: Sender
    doorkeeper: Doorkeeper
    # Of the bot itself, for its deep links; known once Telegram has been asked.
    username: Callable[[], str]
    # So many people wait for an answer that what only tidies the chat is left undone.
    hurried: Callable[[], bool]
    conversations: tuple[RowConversation, ...] = ()
    current_questions: dict[ConversationName, CurrentQuestion] = field(default_factory=dict)
