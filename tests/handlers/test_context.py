"""What every callback answers with."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest
from telegram.error import BadRequest

from domain.conversation import Conversation, ConversationName
from handlers.context import Context
from messages.message import Message
from texts.speech import Html

if TYPE_CHECKING:
    from telegram import Update

# As the library hands it on: without "Bad Request: ", and with a capital.
EXPIRED = BadRequest("Query is too old and response timeout expired or query ID is invalid")


def context_of_a_press(error: BadRequest, presses: list[str | None] | None = None) -> Context:
    async def answer(words: str | None, **_: Any) -> None:
        if presses is not None:
            presses.append(words)
        raise error

    context = Context(cast("Any", SimpleNamespace()))
    query = SimpleNamespace(answer=answer)
    context.belong_to(cast("Update", SimpleNamespace(update_id=1, callback_query=query)))
    return context


async def test_a_press_that_waited_too_long_to_be_acknowledged_is_answered_all_the_same() -> None:
    presses: list[str | None] = []
    context = context_of_a_press(EXPIRED, presses)

    await context.acknowledge("Gehoord")

    assert presses == ["Gehoord"]


async def test_another_error_of_telegrams_is_not_hushed_up() -> None:
    context = context_of_a_press(BadRequest("Message text is empty"))

    with pytest.raises(BadRequest, match="empty"):
        await context.acknowledge()


class Recorder:
    """A sender that keeps what it was asked to change."""

    def __init__(self) -> None:
        self.changed: list[int] = []

    async def change(self, chat_id: int, message_id: int, message: Message) -> None:
        self.changed.append(message_id)


@pytest.mark.parametrize(("hurried", "changed"), [(False, [55]), (True, [])])
async def test_a_question_becomes_a_short_line_unless_many_wait(hurried: bool, changed: list[int]) -> None:
    sender = Recorder()
    context = Context(cast("Any", SimpleNamespace(bot_data=SimpleNamespace(sender=sender, hurried=lambda: hurried))))
    context.belong_to(cast("Update", SimpleNamespace(update_id=1, effective_chat=SimpleNamespace(id=7))))
    context.conversation = Conversation(name=ConversationName.REGISTRATION, question="name", message_id=55)

    await context.answered(Message(Html("Naam: <b>Marijke</b>")))

    assert sender.changed == changed
