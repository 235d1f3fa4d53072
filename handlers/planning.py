"""/planning: putting the dates of a cycle together, question by question, and opening the poll."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, Final

from telegram.ext import CommandHandler, ConversationHandler, MessageHandler

from domain.access import Action
from domain.candidate import CandidateFault
from domain.conversation import ConversationName
from domain.planning import PlanningQuestion, PlanningStand, PlanningTurn, is_spacing
from domain.time import local
from domain.typed_moment import InvalidMoment, parse_moment
from domain.typed_period import InvalidPeriod
from domain.typed_recess import parse_recesses, parse_span
from handlers.access import only
from handlers.answers import ANSWERS, pressed, typed_text, written
from handlers.conversation import RowConversation
from handlers.leading import leading, pressed_leading
from handlers.planning_proposal import show_proposals
from handlers.poll_vote import teller
from handlers.refusal import old_button, refuse, wrong_kind
from messages import planning as messages
from messages import planning_buttons as buttons
from messages.poll import Teller
from services.planning import OpenOutcome

if TYPE_CHECKING:
    from telegram import Update
    from telegram.ext import BaseHandler

    from domain.conversation import Conversation
    from domain.person import Person
    from handlers.access import Callback
    from handlers.context import Context
    from handlers.dependencies import Dependencies
    from messages.message import Message
    from texts.buttons import ButtonData

END: Final = ConversationHandler.END
MAY: Final = Action.PLAN_DATES
Step = PlanningQuestion | int | None
"""The question that is asked now, the end of the conversation, or nothing new."""

TWO_NUMBERS: Final = re.compile(r"\D*(\d{1,2})\D+(\d{1,2})\D*")


async def begin(update: Update, context: Context) -> Step:
    """Where the planning of this group is: its dates, its poll, or what the votes came to."""
    if context.group is None:
        return await old_button(context)
    group_id, leader_id = context.group.id, context.person.id
    going_on = await context.services.planning.turn(leader_id, context.now)
    if going_on is not None and going_on.to_plan.group.id == group_id:
        return await ask(context, going_on)
    match await context.services.planning.stand(group_id, leader_id, context.now):
        case PlanningStand.POLL_OPEN | PlanningStand.POLL_CLOSED:
            return await show_poll(context, group_id)
        case None:
            found = await context.services.planning.begin(group_id, leader_id, context.now, context.update_id)
            return await ask(context, found) if isinstance(found, PlanningTurn) else await old_button(context)
        case stand:
            await context.say(messages.stand(context.speech, stand))
            return END


async def show_poll(context: Context, group_id: int) -> Step:
    poll = await context.services.planning.unsettled(group_id)
    if poll is None:
        return await old_button(context)
    if poll.is_open:
        await context.say(messages.running(teller(context), await context.services.polls.view(poll.id)))
    else:
        await show_proposals(context, poll.id)
    return END


async def reopen(update: Update, context: Context) -> Step:
    data = context.button
    if not isinstance(data, buttons.ReopenDates):
        return await old_button(context)
    found = await context.services.planning.begin_again(data.poll, context.person.id, context.now, context.update_id)
    return await ask(context, found) if isinstance(found, PlanningTurn) else await old_button(context)


async def no_recess(update: Update, context: Context) -> Step:
    return await wish(context, PlanningQuestion.RECESS, recesses=())


async def type_recess(update: Update, context: Context) -> Step:
    try:
        recesses = parse_recesses(typed_text(update), today(context))
    except InvalidPeriod as refusal:
        return await refuse(context, messages.wrong_recess(context.speech, refusal.reason))
    return await wish(context, PlanningQuestion.RECESS, recesses=recesses)


async def ask_for(update: Update, context: Context) -> Step:
    data = context.button
    if not isinstance(data, buttons.AskPlanning):
        return await old_button(context)
    turn = await context.services.planning.ask(context.person.id, data.question, context.now, context.update_id)
    return await ask(context, turn)


async def tick_weekday(update: Update, context: Context) -> Step:
    data, turn = context.button, await current_turn(context)
    if not isinstance(data, buttons.TickDay) or turn is None:
        return await old_button(context)
    chosen = turn.draft.wish.weekdays
    weekdays = chosen | {data.weekday} if data.ticked else chosen - {data.weekday}
    return await tick(context, PlanningQuestion.WEEKDAYS, weekdays=weekdays)


async def tick_part(update: Update, context: Context) -> Step:
    data, turn = context.button, await current_turn(context)
    if not isinstance(data, buttons.TickPart) or turn is None:
        return await old_button(context)
    chosen = turn.draft.wish.parts_of_day
    parts = chosen | {data.part} if data.ticked else chosen - {data.part}
    return await tick(context, PlanningQuestion.PARTS, parts_of_day=parts)


async def whole_period(update: Update, context: Context) -> Step:
    """As late as may be: what lies beyond the year is cut off there."""
    return await wish(context, PlanningQuestion.PERIOD, last=date.max)


async def type_period(update: Update, context: Context) -> Step:
    try:
        first, last = parse_span(typed_text(update), today(context))
    except InvalidPeriod as refusal:
        return await refuse(context, messages.wrong_period(context.speech, refusal.reason))
    values = {"last": last} if first is None else {"first": first, "last": last}
    return await wish(context, PlanningQuestion.PERIOD, **values)


async def choose_spacing(update: Update, context: Context) -> Step:
    data = context.button
    if not isinstance(data, buttons.ChooseSpacing) or not is_spacing(data.least, data.most):
        return await old_button(context)
    return await wish(context, PlanningQuestion.SPACING, least_weeks=data.least, most_weeks=data.most)


async def type_spacing(update: Update, context: Context) -> Step:
    found = TWO_NUMBERS.fullmatch(typed_text(update))
    if found is None or not is_spacing(int(found[1]), int(found[2])):
        return await refuse(context, messages.wrong_spacing(context.speech))
    return await wish(context, PlanningQuestion.SPACING, least_weeks=int(found[1]), most_weeks=int(found[2]))


async def drop(update: Update, context: Context) -> Step:
    data = context.button
    if not isinstance(data, buttons.DropDate):
        return await old_button(context)
    try:
        starts_at = datetime.fromtimestamp(data.at, UTC)
    except (OverflowError, ValueError, OSError):
        return await old_button(context)
    turn = await context.services.planning.drop(
        context.person.id, starts_at, context.now, context.update_id, dropped=data.dropped
    )
    return await ask(context, turn)


async def type_date(update: Update, context: Context) -> Step:
    try:
        starts_at = parse_moment(typed_text(update), context.now)
    except InvalidMoment as refusal:
        return await refuse(context, messages.wrong_moment(context.speech, refusal.reason))
    found = await context.services.planning.add(context.person.id, starts_at, context.now, context.update_id)
    if isinstance(found, CandidateFault):
        return await refuse(context, messages.wrong_date(context.speech, found))
    return await ask(context, found)


async def open_dates(update: Update, context: Context) -> Step:
    outcome, poll = await context.services.planning.open(context.person.id, context.now, context.update_id)
    if outcome is OpenOutcome.OPENED and poll is not None:
        await context.change(messages.opened(teller(context), poll))
        return END
    turn = await current_turn(context)
    if outcome is OpenOutcome.TOO_FEW and turn is not None:
        return await refuse(context, messages.too_few(context.speech, turn))
    return await old_button(context)


async def cancel(update: Update, context: Context) -> Step:
    await context.services.planning.stop(context.person.id, context.update_id)
    await context.change(messages.stopped(context.speech))
    return END


async def wish(context: Context, question: PlanningQuestion, **values: object) -> Step:
    turn = await context.services.planning.wish(context.person.id, question, context.now, context.update_id, **values)
    return await ask(context, turn)


async def tick(context: Context, question: PlanningQuestion, **values: object) -> Step:
    turn = await context.services.planning.tick(context.person.id, question, context.now, context.update_id, **values)
    return await ask(context, turn)


async def ask(context: Context, turn: PlanningTurn | None) -> Step:
    """In the message under which a button was pressed; below what was typed."""
    if turn is None:
        return await old_button(context)
    await context.change(messages.question(teller(context), turn))
    return turn.question


async def current_turn(context: Context) -> PlanningTurn | None:
    return await context.services.planning.turn(context.person.id, context.now)


async def current_question(dependencies: Dependencies, person: Person, conversation: Conversation) -> Message:
    now = dependencies.clock.now()
    speech = dependencies.texts.speech(person.language)
    turn = await dependencies.services.planning.turn(person.id, now)
    if turn is None:
        return messages.stopped(speech)
    return messages.question(Teller(speech, dependencies.services.municipalities, now), turn)


def today(context: Context) -> date:
    return local(context.now).date()


def _button(data: type[ButtonData], callback: Callback) -> BaseHandler[Any, Any, Any]:
    return pressed(MAY, data, callback)


def conversation() -> RowConversation:
    ticked = _button(buttons.AskPlanning, ask_for)
    cancelled = _button(buttons.CancelPlanning, cancel)
    return RowConversation(
        ConversationName.PLANNING,
        PlanningQuestion,
        entry_points=[
            CommandHandler("planning", leading(MAY, begin)),
            pressed_leading(MAY, buttons.StartPlanning, begin),
            _button(buttons.ReopenDates, reopen),
        ],
        states={
            PlanningQuestion.RECESS: [
                _button(buttons.NoRecess, no_recess),
                written(MAY, type_recess),
                ticked,
                cancelled,
            ],
            PlanningQuestion.CANDIDATES: [
                _button(buttons.DropDate, drop),
                _button(buttons.OpenDates, open_dates),
                ticked,
                cancelled,
            ],
            PlanningQuestion.WEEKDAYS: [_button(buttons.TickDay, tick_weekday), ticked],
            PlanningQuestion.PARTS: [_button(buttons.TickPart, tick_part), ticked],
            PlanningQuestion.PERIOD: [_button(buttons.WholePeriod, whole_period), written(MAY, type_period), ticked],
            PlanningQuestion.SPACING: [
                _button(buttons.ChooseSpacing, choose_spacing),
                written(MAY, type_spacing),
                ticked,
            ],
            PlanningQuestion.ADD: [written(MAY, type_date), ticked],
        },
        fallbacks=[
            CommandHandler("annuleren", only(Action.STOP, cancel)),
            MessageHandler(ANSWERS, only(MAY, wrong_kind)),
        ],
    )
