"""/deelnemers: who takes part and how far they are; and taking somebody out, for the office and the own facilitator."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telegram.ext import CommandHandler

from domain.access import Action
from domain.person import Role
from handlers.access import only
from handlers.answers import pressed
from handlers.menu import show_menu
from handlers.screen import desk_of, number_of
from messages import participant
from messages import participant_buttons as buttons
from services.leaving import TakeOutOutcome

if TYPE_CHECKING:
    from telegram import Update
    from telegram.ext import BaseHandler

    from handlers.context import Context


async def show(update: Update, context: Context) -> None:
    people = await context.services.participation.all()
    await context.change(participant.overview(desk_of(context), people, number_of(context, "page")))


async def show_one(update: Update, context: Context) -> None:
    card = await context.services.participation.one(number_of(context, "registration"), context.now)
    await context.change(participant.gone(context.speech) if card is None else participant.card(desk_of(context), card))


async def ask_take_out(update: Update, context: Context) -> None:
    registration_id = number_of(context, "registration")
    person = await context.services.leaving.candidate(registration_id, context.person.id)
    if person is None:
        await context.change(participant.gone(context.speech))
    else:
        await context.change(participant.take_out_sure(context.speech, person, registration_id))


async def take_out(update: Update, context: Context) -> None:
    """Nobody is asked why (design.md, "Coming, going and roles")."""
    registration_id = number_of(context, "registration")
    person = await context.services.leaving.candidate(registration_id, context.person.id)
    outcome = await context.services.leaving.take_out(
        registration_id, context.person.id, None, context.now, context.update_id
    )
    if person is None or outcome is not TakeOutOutcome.TAKEN_OUT:
        await context.change(participant.gone(context.speech))
        return
    await context.change(participant.taken_out(context.speech, person))
    await show_menu(context.bot, context.dependencies.texts, await context.services.people.get(person.id))


async def leave_in(update: Update, context: Context) -> None:
    if context.role is Role.COORDINATOR:
        await show_one(update, context)
    else:
        await context.change(participant.left_in(context.speech))


def handlers() -> list[BaseHandler[Any, Any, Any]]:
    return [
        CommandHandler("deelnemers", only(Action.SEE_PARTICIPANTS, show)),
        pressed(Action.SEE_PARTICIPANTS, buttons.ShowParticipants, show),
        pressed(Action.SEE_PARTICIPANTS, buttons.ShowParticipant, show_one),
        pressed(Action.TAKE_OUT, buttons.AskTakeOut, ask_take_out),
        pressed(Action.TAKE_OUT, buttons.ConfirmTakeOut, take_out),
        pressed(Action.TAKE_OUT, buttons.LeaveIn, leave_in),
    ]
