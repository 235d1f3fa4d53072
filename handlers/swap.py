"""Swapping a turn, and "ik heb een casus voor ...": what a member does about the rota."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from domain.access import Action
from handlers.answers import pressed
from handlers.refusal import old_button
from handlers.rota import reader_of
from handlers.screen import number_of
from messages import rota_buttons as buttons
from messages import swap, volunteer
from services.swap import AcceptOutcome, AskOutcome

if TYPE_CHECKING:
    from telegram import Update
    from telegram.ext import BaseHandler

    from handlers.context import Context

MAY = Action.TRADE_TURNS


async def offer(update: Update, context: Context) -> None:
    """Which of the own turns, and then with whom."""
    data = context.button
    if not isinstance(data, buttons.OfferTurn):
        await old_button(context)
        return
    own = await context.services.swaps.own_turns(context.person.id, context.now)
    if data.turn is None:
        await context.say(swap.which(reader_of(context), own))
        return
    offered = next((each for each in own if each.turn.id == data.turn), None)
    view = None if offered is None else await context.services.rotas.view(offered.session.group_id, context.now)
    if offered is None or view is None:
        await context.change(swap.about(reader_of(context), "swap-not-yours"))
        return
    exchanges = await context.services.swaps.exchanges(context.person.id, data.turn, context.now)
    await context.change(swap.with_whom(reader_of(context), view, offered, exchanges))


async def ask(update: Update, context: Context) -> None:
    data = context.button
    if not isinstance(data, buttons.AskSwap):
        await old_button(context)
        return
    done = await context.services.swaps.ask(context.person.id, data.turn, data.person, context.now, context.update_id)
    reader, session = reader_of(context), None if done.offered is None else done.offered.session
    match done.outcome:
        case AskOutcome.ASKED if done.offered is not None:
            await context.change(swap.asked(reader, done.offered, done.people, done.swap_id))
        case AskOutcome.ASKED_BEFORE:
            await context.change(swap.about(reader, "swap-asked-before", session))
        case AskOutcome.NOBODY:
            await context.change(swap.about(reader, "swap-nobody", session))
        case _:
            await context.change(swap.about(reader, "swap-not-yours"))


async def accept(update: Update, context: Context) -> None:
    data = context.button
    if not isinstance(data, buttons.AcceptSwap):
        await old_button(context)
        return
    done = await context.services.swaps.accept(data.swap, context.person.id, data.turn, context.now, context.update_id)
    outcome = await context.services.swaps.outcome(data.swap, context.person.id)
    if done.outcome is AcceptOutcome.SWAPPED and outcome is not None:
        await context.change(swap.done(reader_of(context), other=outcome.other, new=outcome.new, old=outcome.old))
        return
    key = "swap-to-decide" if done.outcome is AcceptOutcome.TO_DECIDE else "swap-gone"
    await context.change(swap.about(reader_of(context), key))


async def decline(update: Update, context: Context) -> None:
    declined = await context.services.swaps.decline(
        number_of(context, "swap"), context.person.id, context.now, context.update_id
    )
    await context.change(swap.about(reader_of(context), "swap-declined" if declined else "swap-gone"))


async def withdraw(update: Update, context: Context) -> None:
    withdrawn = await context.services.swaps.withdraw(
        number_of(context, "swap"), context.person.id, context.now, context.update_id
    )
    await context.change(swap.about(reader_of(context), "swap-taken-back" if withdrawn else "swap-gone"))


async def volunteer_for(update: Update, context: Context) -> None:
    data = context.button
    if not isinstance(data, buttons.VolunteerFor):
        await old_button(context)
        return
    if data.session is None:
        sessions = await context.services.volunteers.sessions(context.person.id, context.now)
        await context.say(volunteer.which(reader_of(context), sessions))
        return
    done = await context.services.volunteers.volunteer(context.person.id, data.session, context.now, context.update_id)
    await context.change(volunteer.answer(reader_of(context), done.outcome, done.session))


def handlers() -> list[BaseHandler[Any, Any, Any]]:
    return [
        pressed(MAY, buttons.OfferTurn, offer),
        pressed(MAY, buttons.AskSwap, ask),
        pressed(MAY, buttons.AcceptSwap, accept),
        pressed(MAY, buttons.DeclineSwap, decline),
        pressed(MAY, buttons.WithdrawSwap, withdraw),
        pressed(MAY, buttons.VolunteerFor, volunteer_for),
    ]
