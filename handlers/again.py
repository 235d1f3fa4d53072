"""Saying again what somebody is asked, when a reply may have been lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram.constants import ChatType

from handlers.group_arrival import command_in
from handlers.menu import IN_GROUPS
from messages import common

if TYPE_CHECKING:
    from telegram import Update

    from handlers.dependencies import Dependencies


async def ask_again(dependencies: Dependencies, update: Update) -> None:
    """The update was carried out; whether its answer arrived is not known. Nothing changes by saying it again."""
    user, chat = update.effective_user, update.effective_chat
    if user is None or chat is None:
        return
    person = await dependencies.services.people.find(user.id)
    if chat.type != ChatType.PRIVATE and (person is None or not _asked_in_group(dependencies, update)):
        return
    speech = dependencies.texts.speech(person.language if person else "nl")
    conversation = await dependencies.services.people.conversation_of(person.id) if person else None
    if person is None:
        message = common.press_start(speech)
    elif conversation is None:
        message = common.interrupted(speech)
    else:
        message = await dependencies.current_questions[conversation.name](dependencies, person, conversation)
    # The private chat with a person has the person's own id (Bot API, Chat).
    asked = await dependencies.sender.send(user.id, message)
    if person is not None and conversation is not None:
        await dependencies.services.people.note_asked(person.id, asked)


def _asked_in_group(dependencies: Dependencies, update: Update) -> bool:
    """A command in a group is answered in private, and so it is again; all else there was no question to the bot."""
    return update.message is not None and command_in(update.message, dependencies.username()) in IN_GROUPS
