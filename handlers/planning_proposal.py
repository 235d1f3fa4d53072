"""What the votes about dates come to: shown, chosen, settled; and the one who is asked for a vote more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from documents.availability import draw_availability
from documents.poll_picture import availability_of
from domain.access import Action
from handlers.answers import pressed
from handlers.poll_vote import teller
from messages import common
from messages import planning_buttons as buttons
from messages import planning_proposal as messages
from services.planning_proposal import ConfirmOutcome, PleaOutcome

if TYPE_CHECKING:
    from telegram import Update
    from telegram.ext import BaseHandler

    from domain.planning import Proposed
    from handlers.context import Context


async def show(update: Update, context: Context) -> None:
    data = context.button
    if not isinstance(data, buttons.ShowProposals):
        return await _old_button(context)
    return await show_proposals(context, data.poll)


async def show_proposals(context: Context, poll_id: int) -> None:
    its = await _led(context, poll_id)
    if its is None:
        return await _old_button(context)
    picture = await context.services.worker.run(
        draw_availability, availability_of(context.speech, its.view, its.people, its.sets)
    )
    await context.say(messages.proposed(teller(context), its, picture))
    return None


async def choose(update: Update, context: Context) -> None:
    """Says what would be settled; nothing is, yet."""
    data = context.button
    if not isinstance(data, buttons.ChooseDates):
        return await _old_button(context)
    its = await _led(context, data.poll)
    positions = buttons.positions_in(data.dates)
    if its is None or not positions:
        return await _old_button(context)
    # In a new message: the picture stays to look at.
    await context.say(messages.sure(teller(context), its.view, positions))
    return None


async def pick(update: Update, context: Context) -> None:
    data = context.button
    if not isinstance(data, buttons.PickOwn):
        return await _old_button(context)
    its = await _led(context, data.poll)
    if its is None:
        return await _old_button(context)
    await context.change(messages.own(teller(context), its, buttons.positions_in(data.dates)))
    return None


async def confirm(update: Update, context: Context) -> None:
    data = context.button
    if not isinstance(data, buttons.ConfirmDates):
        return await _old_button(context)
    positions = buttons.positions_in(data.dates)
    outcome = await context.services.proposals.confirm(
        data.poll, positions, context.person.id, context.now, context.update_id
    )
    match outcome:
        case ConfirmOutcome.CONFIRMED:
            view = await context.services.polls.view(data.poll)
            await context.change(messages.settled(teller(context), view, positions))
        case ConfirmOutcome.ALREADY:
            planned = await context.services.planning.planned(data.poll)
            await context.change(messages.settled_before(teller(context), planned))
        case ConfirmOutcome.STILL_OPEN:
            await context.change(messages.still_open(context.speech))
        case ConfirmOutcome.NOT_THESE:
            await context.change(messages.not_these(context.speech))
        case ConfirmOutcome.NOT_YOURS:
            await _old_button(context)
    return None


async def answer_plea(update: Update, context: Context) -> None:
    data = context.button
    if not isinstance(data, buttons.AnswerPlea):
        return await _old_button(context)
    outcome = await context.services.proposals.answer_plea(
        data.plea, context.person.id, context.now, context.update_id, possible=data.possible
    )
    match outcome:
        case PleaOutcome.THANKED:
            await context.change(messages.plea_answered(context.speech, possible=data.possible))
        case PleaOutcome.OVER:
            await context.change(messages.plea_over(context.speech))
        case PleaOutcome.NOT_YOURS:
            await _old_button(context)
    return None


async def _led(context: Context, poll_id: int) -> Proposed | None:
    """What a closed poll of an own group comes to."""
    if await context.services.polls.led(poll_id, context.person.id) is None:
        return None
    return await context.services.proposals.of(poll_id, context.now)


async def _old_button(context: Context) -> None:
    await context.say(common.old_button(context.speech))


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    return [
        pressed(Action.PLAN_DATES, buttons.ShowProposals, show),
        pressed(Action.PLAN_DATES, buttons.ChooseDates, choose),
        pressed(Action.PLAN_DATES, buttons.PickOwn, pick),
        pressed(Action.PLAN_DATES, buttons.ConfirmDates, confirm),
        pressed(Action.VOTE, buttons.AnswerPlea, answer_plea),
    ]
