"""A ConversationHandler whose state comes from the database row, at every update."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any

from telegram.ext import ConversationHandler
from telegram.warnings import PTBUserWarning

if TYPE_CHECKING:
    from enum import StrEnum

    from telegram import Update
    from telegram.ext import BaseHandler

    from domain.conversation import Conversation, ConversationName
    from handlers.context import Context


class RowConversation(ConversationHandler["Context"]):
    """The library moves its state after a callback returns, in memory: a kill or a failed reply would leave it behind.

    Here the row is the truth (design.md, section 5): `follow` sets the library's memory from it before each update, so
    what a callback returns never has to be remembered.
    """

    def __init__(
        self,
        name: ConversationName,
        questions: type[StrEnum],
        *,
        entry_points: list[BaseHandler[Update, Context, Any]],
        states: dict[object, list[BaseHandler[Update, Context, Any]]],
        fallbacks: list[BaseHandler[Update, Context, Any]],
    ) -> None:
        with warnings.catch_warnings():
            # A conversation here is kept by chat and person, and its buttons carry what they are about.
            warnings.filterwarnings("ignore", "If 'per_message=False'", PTBUserWarning)
            super().__init__(entry_points, states, fallbacks, name=name, allow_reentry=True)
        self._questions = questions

    def follow(self, update: Update, conversation: Conversation | None) -> None:
        """Be where the row says that this person is."""
        if update.effective_chat is None or update.effective_user is None:
            return
        key = self._get_key(update)
        question = None
        if conversation is not None and conversation.name == self.name:
            question = self._questions(conversation.question)
        # Two sides may share a name, each with questions of its own: an owner's goals, and what a facilitator proposes.
        if question is None or question not in self.states:
            self._conversations.pop(key, None)
        else:
            self._conversations[key] = question
