"""What happens to every update before its own handler sees it: who is it, and where are they?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram import Update
from telegram.constants import ChatType
from telegram.ext import ApplicationHandlerStop, TypeHandler

from handlers import chat_events, group_arrival, poll_vote
from messages import common

if TYPE_CHECKING:
    from handlers.context import Context

# Before the conversations and commands, which are in group 0.
GROUP = -1


async def arrive(update: Update, context: Context) -> None:
    """Set who somebody is and let every conversation follow the row.

    Only a start lets a stranger in: until then the bot may not write to them on its own either.
    """
    if update.effective_chat is not None and not _is_private(update):
        await group_arrival.arrive(update, context)
        return
    if update.poll is not None:
        await poll_vote.recognise(update.poll, context)
    user = update.effective_user
    if user is None:
        return
    if update.poll_answer is not None:
        await chat_events.voted(update.poll_answer, context)
    context.known = await context.services.people.find(user.id)
    if context.known is not None:
        context.conversation = await context.services.people.conversation_of(context.known.id)
    for conversation in context.dependencies.conversations:
        conversation.follow(update, context.conversation)
    if context.known is None and not _is_start(update) and _is_private(update):
        await context.acknowledge()
        if update.my_chat_member is None:
            await context.say(common.press_start(context.speech))
        raise ApplicationHandlerStop


def _is_start(update: Update) -> bool:
    text = update.message.text if update.message else None
    return text is not None and (text == "/start" or text.startswith("/start "))


def _is_private(update: Update) -> bool:
    return update.effective_chat is not None and update.effective_chat.type == ChatType.PRIVATE


def handlers() -> list[TypeHandler[Update, Context, None]]:
    return [TypeHandler(Update, arrive)]
