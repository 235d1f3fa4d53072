"""When a handler fails: the person hears what to do, the coordinator a code, and nobody's words go anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram import Update
from telegram.constants import ChatType
from telegram.error import ChatMigrated, Forbidden

from domain.chat import Why
from messages import common

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from handlers.context import Context


def tell(error_id: Callable[[], str | None]) -> Callable[[object, Context], Coroutine[None, None, None]]:
    """An error handler; `error_id` gives the code under which the error that is being handled was logged."""

    async def tell_both(update: object, context: Context) -> None:
        code = error_id()
        if code is None or not isinstance(update, Update):
            return
        if isinstance(context.error, ChatMigrated) and update.effective_chat is not None:
            await context.services.chats.migrated(update.effective_chat.id, context.error.new_chat_id, context.now)
            return
        if isinstance(context.error, Forbidden):
            await _lost(update, context)
            return
        await context.services.errors.report(code, context.now)
        if update.effective_chat is not None and update.effective_chat.type == ChatType.PRIVATE:
            await context.say(common.broken(context.speech, code))

    return tell_both


async def _lost(update: Update, context: Context) -> None:
    """Blocked, or put out of a group, while we were answering: no error, but nobody to tell it to either."""
    if _says_put_out(context.error) and update.effective_chat is not None:
        await context.services.chats.lost(update.effective_chat.id, Why.REMOVED, context.now)
    elif context.known is not None:
        await context.services.people.lost(context.known.id, context.now)


def _says_put_out(error: Exception | None) -> bool:
    """As in `bot was kicked from the supergroup chat`, and not in `bot was blocked by the user`."""
    return error is not None and "group chat" in str(error).lower()
