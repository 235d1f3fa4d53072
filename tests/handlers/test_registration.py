"""The table of states: every question is in it, and takes whatever comes."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from telegram import Chat, Message, Sticker, Update, User
from telegram.ext import MessageHandler

from domain.registration import Question
from handlers import registration

NOW = datetime(2027, 1, 19, 11, 0, tzinfo=UTC)
MARIJKE = User(2, "Marijke", is_bot=False)
STICKER = Sticker("a", "b", 1, 1, is_animated=False, is_video=False, type=Sticker.REGULAR)


def sent(**content: object) -> Update:
    message = Message(1, NOW, Chat(2, Chat.PRIVATE), from_user=MARIJKE, **content)  # type: ignore[arg-type]  # any content
    return Update(1, message=message)


@pytest.mark.parametrize("question", Question)
def test_every_question_has_an_answer_for_whatever_comes(question: Question) -> None:
    handlers = registration.conversation().states[question]

    for update in (sent(text="zomaar iets"), sent(sticker=STICKER), sent(text="x" * 5_000)):
        assert any(handler.check_update(update) for handler in handlers)


@pytest.mark.parametrize("question", Question)
def test_an_edited_message_is_never_an_answer(question: Question) -> None:
    handlers = registration.conversation().states[question]
    edited = Update(1, edited_message=Message(1, NOW, Chat(2, Chat.PRIVATE), from_user=MARIJKE, text="anders"))

    assert not any(handler.check_update(edited) for handler in handlers)


@pytest.mark.parametrize("question", Question)
def test_what_is_said_in_a_group_is_never_an_answer(question: Question) -> None:
    handlers = registration.conversation().states[question]
    group = Chat(-5, Chat.SUPERGROUP)
    said = Update(1, message=Message(1, NOW, group, from_user=MARIJKE, text="Amersfoort"))

    taken = [handler for handler in handlers if isinstance(handler, MessageHandler) and handler.check_update(said)]

    assert taken == []
