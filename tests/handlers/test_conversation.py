"""A conversation is where its row says, whatever the library remembers."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from telegram import Chat, Message, Update, User
from telegram.ext import MessageHandler, filters

from domain.conversation import Conversation, ConversationName
from handlers.conversation import RowConversation

if TYPE_CHECKING:
    from handlers.context import Context


class Question(StrEnum):
    NAME = "name"
    PLACE = "place"


async def take_name(update: Update, context: Context) -> Question:
    return Question.PLACE


async def take_place(update: Update, context: Context) -> None:
    return None


def conversation() -> RowConversation:
    return RowConversation(
        ConversationName.REGISTRATION,
        Question,
        entry_points=[],
        states={
            Question.NAME: [MessageHandler(filters.TEXT, take_name)],
            Question.PLACE: [MessageHandler(filters.TEXT, take_place)],
        },
        fallbacks=[],
    )


def typed(text: str, by: int = 7) -> Update:
    user = User(by, "Marijke", is_bot=False)
    message = Message(1, datetime(2027, 1, 12, tzinfo=UTC), Chat(by, Chat.PRIVATE), from_user=user, text=text)
    return Update(1, message=message)


def asked(question: Question, name: ConversationName = ConversationName.REGISTRATION) -> Conversation:
    return Conversation(name=name, question=question, subject_id=1)


def handler_that_takes(conversation: RowConversation, update: Update) -> object:
    check = conversation.check_update(update)
    return check[2].callback if check else None


def test_the_row_decides_which_question_an_answer_belongs_to() -> None:
    ours, update = conversation(), typed("Amersfoort")

    ours.follow(update, asked(Question.PLACE))

    assert handler_that_takes(ours, update) is take_place


def test_a_row_that_went_back_takes_the_library_back() -> None:
    ours, update = conversation(), typed("Marijke")
    ours.follow(update, asked(Question.PLACE))

    ours.follow(update, asked(Question.NAME))

    assert handler_that_takes(ours, update) is take_name


def test_without_a_row_of_this_conversation_it_takes_nothing() -> None:
    ours, update = conversation(), typed("Marijke")
    ours.follow(update, asked(Question.PLACE))

    ours.follow(update, asked(Question.NAME, ConversationName.ROUND))
    elsewhere = handler_that_takes(ours, update)
    ours.follow(update, None)

    assert elsewhere is None
    assert handler_that_takes(ours, update) is None


def test_one_persons_row_says_nothing_of_another() -> None:
    ours = conversation()

    ours.follow(typed("Marijke", by=7), asked(Question.PLACE))

    assert handler_that_takes(ours, typed("Jeroen", by=8)) is None
