"""A member's side: no alderman any more, and whether somebody who might join fits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from domain.access import Action
from domain.group import FinishWish
from handlers.answers import pressed
from handlers.menu import show_menu
from handlers.screen import desk_of
from messages import common, group_own, group_told
from messages import group_buttons as buttons
from services.group_change import DecideOutcome
from services.group_newcomer import AnswerOutcome

if TYPE_CHECKING:
    from telegram import Update
    from telegram.ext import BaseHandler

    from handlers.context import Context

MAY = Action.BE_IN_GROUP


async def ask_what_next(update: Update, context: Context) -> None:
    """Nothing happens yet."""
    if await context.services.group_changes.own_membership(context.person.id) is None:
        await context.change(common.old_button(context.speech))
        return
    await context.change(group_own.leave_office_question(context.speech))


async def leave_office(update: Update, context: Context) -> None:
    data = context.button
    if not isinstance(data, buttons.ConfirmLeaveOffice):
        await context.say(common.old_button(context.speech))
        return
    outcome = await context.services.group_changes.leave_office(
        context.person.id, data.wish, context.now, context.update_id
    )
    own = await context.services.group_changes.own_membership(context.person.id)
    if outcome is DecideOutcome.NOT_YOURS:
        await context.change(common.old_button(context.speech))
    elif outcome is DecideOutcome.SETTLED and own is not None:
        await context.change(group_own.wanted_to_finish(context.speech, own))
    elif data.wish is FinishWish.FINISH:
        await context.change(group_own.wants_to_finish(context.speech))
    else:
        await context.change(group_own.stopped(context.speech))
        # Who was a participant is one no longer.
        await show_menu(context.bot, context.dependencies.texts, await context.services.people.get(context.person.id))


async def answer_newcomer(update: Update, context: Context) -> None:
    data = context.button
    if not isinstance(data, buttons.AnswerNewcomer):
        await context.say(common.old_button(context.speech))
        return
    outcome = await context.services.newcomers.answer(
        context.person.id, data.newcomer, data.answer, context.now, context.update_id
    )
    its = await context.services.newcomers.card(data.newcomer)
    if its is None or outcome is not AnswerOutcome.NOTED:
        await context.change(group_told.newcomer_over(context.speech))
        return
    await context.change(group_told.newcomer_answered(desk_of(context), its, data.answer))


def handlers() -> list[BaseHandler[Any, Any, Any]]:
    return [
        pressed(MAY, buttons.LeaveOffice, ask_what_next),
        pressed(MAY, buttons.ConfirmLeaveOffice, leave_office),
        pressed(MAY, buttons.AnswerNewcomer, answer_newcomer),
    ]
