"""The one place where the table of domain/access.py is applied to what people do."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import wraps
from typing import TYPE_CHECKING, Any

from domain.access import may
from messages import common

if TYPE_CHECKING:
    from telegram import Update

    from domain.access import Action
    from handlers.context import Context

# A conversation's callback returns the next question, any other nothing.
Callback = Callable[["Update", "Context"], Coroutine[Any, Any, Any]]


def only(action: Action, callback: Callback) -> Callback:
    """The callback for those who may; a kind refusal that tells nothing for anybody else."""

    @wraps(callback)
    async def checked(update: Update, context: Context) -> object:
        if may(context.role, action):
            return await callback(update, context)
        await context.acknowledge()
        await context.say(common.not_allowed(context.speech))
        return None

    # A test holds that no handler goes without.
    checked.guarded_by = action  # type: ignore[attr-defined]  # functions take attributes; their type does not say so
    return checked


def silently(action: Action, callback: Callback) -> Callback:
    """As `only`, for what comes without a chat in which to refuse it: nothing happens for anybody else."""

    @wraps(callback)
    async def checked(update: Update, context: Context) -> object:
        return await callback(update, context) if may(context.role, action) else None

    checked.guarded_by = action  # type: ignore[attr-defined]  # as above
    return checked
