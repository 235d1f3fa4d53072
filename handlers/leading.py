"""Which group a facilitator means, and whether they lead it: the one place where that is settled.

In a group chat it is the chat's. In private it is that of the pressed button, or the one group that they lead; who
leads several is asked which, and goes on where they were with a tap.
"""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any

from telegram.ext import CallbackQueryHandler

from domain.access import Action
from handlers.access import only
from messages import common, leading_question
from messages.group_buttons import LedGroup

if TYPE_CHECKING:
    from telegram import Update
    from telegram.ext import BaseHandler

    from handlers.access import Callback
    from handlers.context import Context
    from texts.buttons import ButtonData

# What a facilitator was about to do when asked which group, by the name that the button carries; filled while the
# handlers are put together, and the same in every process.
_ASKED_FOR: dict[str, Callback] = {}


def leading(action: Action, callback: Callback) -> Callback:
    """The callback for who leads the group it is about, which is `context.group` by then; a kind refusal otherwise."""
    name = f"{callback.__module__.rpartition('.')[2]}.{callback.__name__}"

    @wraps(callback)
    async def for_the_leader(update: Update, context: Context) -> object:
        if context.group is None and not await _settle_group(context, name):
            return None
        if context.group is None or context.person.id not in context.group.leaders or _is_about_another(context):
            context.group = None
            await context.say(common.not_allowed(context.speech))
            return None
        return await callback(update, context)

    guarded = only(action, for_the_leader)
    _ASKED_FOR[name] = guarded
    return guarded


def pressed_leading(action: Action, data: type[ButtonData], callback: Callback) -> CallbackQueryHandler[Context, Any]:
    """A button about a group, heard at once, for who leads it; the button's `group` says which."""
    for_the_leader = leading(action, callback)

    @wraps(callback)
    async def heard(update: Update, context: Context) -> object:
        await context.acknowledge()
        return await for_the_leader(update, context)

    return CallbackQueryHandler(only(action, heard), data.pattern)


def _is_about_another(context: Context) -> bool:
    """A button of one group, pressed in the chat of another."""
    wanted = getattr(context.button, "group", None)
    return isinstance(wanted, int) and context.group is not None and wanted != context.group.id


async def _settle_group(context: Context, name: str) -> bool:
    """Settle on a group, or ask which; False when there is nothing to go on with yet."""
    groups = await context.services.leading.led_by(context.person.id)
    wanted = getattr(context.button, "group", None)
    if isinstance(wanted, int):
        context.group = next((each for each in groups if each.id == wanted), None)
        return True
    if not groups:
        await context.say(leading_question.none(context.speech))
        return False
    if len(groups) > 1:
        cards = [await context.services.leading.told_card(each.id) for each in groups]
        known = [card for card in cards if card is not None]
        await context.say(leading_question.which(context.speech, known, context.services.municipalities, name))
        return False
    context.group = groups[0]
    return True


async def go_on(update: Update, context: Context) -> object:
    """The group was chosen: what was about to be done is done for that one."""
    data = context.button
    callback = _ASKED_FOR.get(data.what) if isinstance(data, LedGroup) else None
    await context.acknowledge()
    if callback is None:
        await context.say(common.old_button(context.speech))
        return None
    return await callback(update, context)


def handlers() -> list[BaseHandler[Any, Any, Any]]:
    return [CallbackQueryHandler(only(Action.LEAD_GROUP, go_on), LedGroup.pattern)]
