"""Saying again what somebody is asked, when a reply may have been lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram.constants import ChatType

from messages import common

if TYPE_CHECKING:
    from telegram import Update

    from handlers.dependencies import Dependencies


async def ask_again(dependencies: Dependencies, update: Update) -> None:
    """The update was carried out; whether its answer arrived is not known. Nothing changes by saying it again."""
    user, chat = update.effective_user, update.effective_chat
    if user is None or chat is None or chat.type != ChatType.PRIVATE:
        return
    person = await dependencies.services.people.find(user.id)
    speech = dependencies.texts.speech(person.language if person else "nl")
    conversation = await dependencies.services.people.conversation_of(person.id) if person else None
    if person is None:
        message = common.press_start(speech)
    elif conversation is None:
        message = common.interrupted(speech)
    else:
        message = await dependencies.current_questions[conversation.name](dependencies, person, conversation)
    asked = await dependencies.sender.send(chat.id, message)
    if person is not None and conversation is not None:
        await dependencies.services.people.note_asked(person.id, asked)
