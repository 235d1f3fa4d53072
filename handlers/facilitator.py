"""/begeleiders: the facilitators with what they have to hold, and one of them who stops."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telegram.ext import CommandHandler

from domain.access import Action
from domain.person import Role
from handlers.access import only
from handlers.answers import pressed
from handlers.menu import show_menu
from handlers.screen import desk_of, number_of
from messages import common, facilitator
from messages import participant_buttons as buttons
from services.leaving import DepartureOutcome

if TYPE_CHECKING:
    from telegram import Update
    from telegram.ext import BaseHandler

    from domain.person import Person
    from handlers.context import Context

MAY = Action.MANAGE_FACILITATORS


async def show(update: Update, context: Context) -> None:
    people = await context.services.people.with_role(Role.FACILITATOR)
    numbered = [
        (each, len((await context.services.leaving.preview_facilitator(each.id, context.now)).bookings))
        for each in people
    ]
    await context.change(facilitator.overview(context.speech, numbered))


async def show_one(update: Update, context: Context) -> None:
    who = await facilitator_of(context, number_of(context, "person"))
    if who is None:
        await context.change(facilitator.gone(context.speech))
        return
    departure = await context.services.leaving.preview_facilitator(who.id, context.now)
    await context.change(facilitator.card(desk_of(context), who, departure))


async def choose_successor(update: Update, context: Context) -> None:
    who = await facilitator_of(context, number_of(context, "person"))
    if who is None:
        await context.change(facilitator.gone(context.speech))
        return
    departure = await context.services.leaving.preview_facilitator(who.id, context.now)
    await context.change(facilitator.successor_question(context.speech, who, departure))


async def ask_departure(update: Update, context: Context) -> None:
    """What would happen; nothing does yet."""
    await say_what_goes(context, changed=False)


async def say_what_goes(context: Context, *, changed: bool) -> None:
    who = await facilitator_of(context, number_of(context, "person"))
    successor_id = getattr(context.button, "successor", None)
    successor = None if successor_id is None else await facilitator_of(context, successor_id)
    if who is None or (successor is None and successor_id is not None):
        await context.change(facilitator.gone(context.speech))
        return
    departure = await context.services.leaving.preview_facilitator(who.id, context.now)
    await context.change(facilitator.departure_sure(desk_of(context), who, successor, departure, changed=changed))


async def depart(update: Update, context: Context) -> None:
    data = context.button
    if not isinstance(data, buttons.ConfirmDeparture):
        await context.say(common.old_button(context.speech))
        return
    who = await facilitator_of(context, data.person)
    done = await context.services.leaving.facilitator_leaves(
        data.person, data.successor, context.now, context.update_id, bookings_told=data.told
    )
    if done.outcome is DepartureOutcome.CHANGED:
        await say_what_goes(context, changed=True)
        return
    if who is None or done.outcome is not DepartureOutcome.LEFT:
        await context.change(facilitator.gone(context.speech))
        return
    over, cancelled = len(done.taken_over), len(done.cancelled)
    await context.change(facilitator.departed(context.speech, who, taken_over=over, cancelled=cancelled))
    await show_menu(context.bot, context.dependencies.texts, await context.services.people.get(who.id))


async def facilitator_of(context: Context, person_id: int) -> Person | None:
    """None for somebody who is no facilitator (any more), or for nobody."""
    people = await context.services.people.with_role(Role.FACILITATOR)
    return next((each for each in people if each.id == person_id), None)


def handlers() -> list[BaseHandler[Any, Any, Any]]:
    return [
        CommandHandler("begeleiders", only(MAY, show)),
        pressed(MAY, buttons.ShowFacilitators, show),
        pressed(MAY, buttons.ShowFacilitator, show_one),
        pressed(MAY, buttons.ChooseSuccessor, choose_successor),
        pressed(MAY, buttons.AskDeparture, ask_departure),
        pressed(MAY, buttons.ConfirmDeparture, depart),
    ]
