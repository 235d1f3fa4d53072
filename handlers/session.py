"""/agenda and /groep: what is coming, and whose move it is; always in private."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telegram.ext import CommandHandler

from domain.access import Action
from domain.person import Role
from handlers.access import only
from handlers.answers import pressed
from handlers.screen import number_of, reader_of
from messages import agenda
from messages import session_buttons as buttons

if TYPE_CHECKING:
    from telegram import Update
    from telegram.ext import BaseHandler

    from handlers.context import Context
    from messages.message import Message
    from services.session_views import GroupPlan

MAY = Action.SEE_AGENDA


async def show_agenda(update: Update, context: Context) -> None:
    its = await context.services.session_views.agenda(context.person, context.now)
    if not its.plans and context.role is Role.FACILITATOR and not its.moves:
        await context.say(agenda.no_group(reader_of(context), leads=True))
        return
    await context.say(agenda.agenda(reader_of(context), its, context.person))


async def show_group(update: Update, context: Context) -> None:
    """The own one; who leads several is asked which."""
    plans = await context.services.session_views.plans_of(context.person, context.now)
    wanted = context.group.id if context.group is not None else number_of(context, "group")
    chosen = [plan for plan in plans if plan.group.id == wanted] if wanted else plans
    if wanted and not chosen:
        await context.say(agenda.gone(reader_of(context)))
    elif not chosen:
        await context.say(agenda.no_group(reader_of(context), leads=context.role is Role.FACILITATOR))
    elif len(chosen) == 1:
        await context.say(_card(context, chosen[0]))
    else:
        await context.say(agenda.led_groups(reader_of(context), chosen))


async def show_shared(update: Update, context: Context) -> None:
    shared = await context.services.session_views.shared_goals(number_of(context, "group"), context.person.id)
    if shared is None:
        await context.say(agenda.gone(reader_of(context)))
    else:
        await context.say(agenda.shared_goals(reader_of(context), shared))


def _card(context: Context, plan: GroupPlan) -> Message:
    card = agenda.led_group if context.person.id in plan.group.leaders else agenda.own_group
    return card(reader_of(context), plan, context.person)


def handlers() -> list[BaseHandler[Any, Any, Any]]:
    return [
        CommandHandler("agenda", only(MAY, show_agenda)),
        CommandHandler("groep", only(MAY, show_group)),
        pressed(MAY, buttons.ShowAgenda, show_agenda),
        pressed(MAY, buttons.ShowGroup, show_group),
        pressed(MAY, buttons.ShowShared, show_shared),
    ]
