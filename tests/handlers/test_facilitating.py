"""The tables of states of a facilitator's conversations: every question is in one, and takes whatever comes."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from telegram import Chat, Message, Sticker, Update, User

from domain.slot_draft import SlotQuestion
from handlers import goal_proposal, intake_outcome, slot
from services.goal import GoalQuestion
from services.intake_facilitator import FacilitatorQuestion

if TYPE_CHECKING:
    from enum import StrEnum

    from handlers.conversation import RowConversation

NOW = datetime(2027, 1, 19, 11, 0, tzinfo=UTC)
ELLEN = User(2, "Ellen", is_bot=False)
STICKER = Sticker("a", "b", 1, 1, is_animated=False, is_video=False, type=Sticker.REGULAR)
ASKED: list[tuple[RowConversation, StrEnum]] = [
    *((slot.conversation(), question) for question in SlotQuestion),
    *((intake_outcome.conversation(), question) for question in FacilitatorQuestion),
    (goal_proposal.conversation(), GoalQuestion.PROPOSAL),
]


def sent(**content: object) -> Update:
    message = Message(1, NOW, Chat(2, Chat.PRIVATE), from_user=ELLEN, **content)  # type: ignore[arg-type]  # any content
    return Update(1, message=message)


@pytest.mark.parametrize(("conversation", "question"), ASKED, ids=[str(question) for _, question in ASKED])
def test_every_question_has_an_answer_for_whatever_comes(conversation: RowConversation, question: StrEnum) -> None:
    handlers = [*conversation.states[question], *conversation.fallbacks]

    for update in (sent(text="zomaar iets"), sent(sticker=STICKER), sent(text="x" * 5_000)):
        assert any(handler.check_update(update) for handler in handlers)


def test_what_owners_answer_about_their_goals_is_left_to_their_own_conversation() -> None:
    conversation = goal_proposal.conversation()

    assert set(conversation.states) == {GoalQuestion.PROPOSAL}
    assert conversation.fallbacks == []
