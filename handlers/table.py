"""Every handler in order: who is asked first, who takes what nobody else took."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from handlers import arrival, fallback, general, start

if TYPE_CHECKING:
    from collections.abc import Sequence

    from telegram.ext import BaseHandler

    from domain.conversation import ConversationName
    from handlers.conversation import RowConversation
    from handlers.dependencies import CurrentQuestion

# What somebody is asked at this moment, for each conversation: said again after a restart, or a /start in between.
CURRENT_QUESTIONS: dict[ConversationName, CurrentQuestion] = {}


def conversations() -> tuple[RowConversation, ...]:
    return ()


def in_order(conversations: tuple[RowConversation, ...]) -> dict[int, Sequence[BaseHandler[Any, Any, Any]]]:
    """The handlers by group: in each the first that fits takes the update."""
    return {
        arrival.GROUP: [*arrival.handlers()],
        0: [*start.handlers(), *conversations, *general.handlers(), *fallback.handlers()],
    }
