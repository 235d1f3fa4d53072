"""The answers of "nog aanvullen", in the order in which they are asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.contact import parse_email, parse_phone
from domain.registration import MOST_KEPT_APART, Question, TooManyKeptApart
from domain.typed_number import parse_travel_minutes
from domain.typed_text import BILLING_REFERENCE_LONGEST, MOTIVATION_LONGEST, parse_lines, parse_name, parse_reference
from handlers.answers import typed_text
from handlers.registration_answers import (
    answer,
    chosen_code,
    data_of,
    match_municipality,
    tick,
    typed,
)
from handlers.registration_screen import REFUSALS, complaint_about, go_on, refuse, screen_at
from messages import registration_buttons as buttons
from messages import registration_supplement as supplement
from services.registration_turn import NotAskedError

if TYPE_CHECKING:
    from telegram import Update

    from handlers.context import Context
    from handlers.registration_screen import Step
    from messages.message import Message
    from services.registration_turn import Turn

type_motivation_get = typed(
    Question.MOTIVATION_GET, lambda _, text: {"motivation_get": parse_lines(text, MOTIVATION_LONGEST)}
)
type_motivation_bring = typed(
    Question.MOTIVATION_BRING, lambda _, text: {"motivation_bring": parse_lines(text, MOTIVATION_LONGEST)}
)
type_travel = typed(Question.TRAVEL, lambda _, text: {"travel_minutes": parse_travel_minutes(text)})
type_phone = typed(Question.PHONE, lambda _, text: {"phone": parse_phone(text)})
type_secretariat = typed(Question.SECRETARIAT, lambda _, text: {"secretariat_email": parse_email(text)})
type_billing = typed(
    Question.BILLING, lambda _, text: {"billing_reference": parse_reference(text, BILLING_REFERENCE_LONGEST)}
)


async def choose_travel(update: Update, context: Context) -> Step:
    minutes = data_of(context, buttons.ChooseTravel).minutes
    if minutes not in supplement.TRAVEL_MINUTES:
        raise NotAskedError
    return await answer(context, Question.TRAVEL, travel_minutes=minutes)


async def tick_weekday(update: Update, context: Context) -> Step:
    data = data_of(context, buttons.TickWeekday)
    return await tick(context, Question.DAYS, data.weekday, lambda turn: _days(context, turn), ticked=data.ticked)


async def tick_part(update: Update, context: Context) -> Step:
    data = data_of(context, buttons.TickPartOfDay)
    return await tick(context, Question.DAYS, data.part, lambda turn: _days(context, turn), ticked=data.ticked)


def _days(context: Context, turn: Turn) -> Message:
    return supplement.days(screen_at(context, turn))


async def share_phone(update: Update, context: Context) -> Step:
    """One's own number by the button; a number of somebody else is not taken."""
    contact = update.message.contact if update.message else None
    sender = update.effective_user
    if contact is None or sender is None or contact.user_id != sender.id:
        return await refuse(context, context.speech.html("error-not-own-contact"))
    try:
        phone = parse_phone(contact.phone_number)
    except REFUSALS as refusal:
        return await refuse(context, complaint_about(context.speech, Question.PHONE, refusal))
    return await answer(context, Question.PHONE, phone=phone)


async def keep_apart_from_nobody(update: Update, context: Context) -> Step:
    return await answer(context, Question.NOT_WITH, not_with=())


async def finish_not_with(update: Update, context: Context) -> Step:
    turn = await context.services.answers.keep(context.person.id, Question.NOT_WITH, context.now, context.update_id)
    return await go_on(context, turn, Question.NOT_WITH)


async def type_not_with(update: Update, context: Context) -> Step:
    return await match_municipality(update, context, Question.NOT_WITH, lambda code: _keep_apart(context, code))


async def choose_not_with(update: Update, context: Context) -> Step:
    return await _keep_apart(context, chosen_code(context))


async def _keep_apart(context: Context, code: str) -> Step:
    try:
        turn = await context.services.answers.keep_apart(context.person.id, code, context.now, context.update_id)
    except TooManyKeptApart:
        return await refuse(context, context.speech.html("registration-not-with-full", most=MOST_KEPT_APART))
    asked = supplement.not_with_name(screen_at(context, turn))
    await (context.say(asked) if context.button is None else context.change(asked))
    return turn.question


async def type_not_with_name(update: Update, context: Context) -> Step:
    try:
        name = parse_name(typed_text(update))
    except REFUSALS as refusal:
        return await refuse(context, complaint_about(context.speech, Question.NOT_WITH_NAME, refusal))
    return await _name_apart(context, name)


async def keep_apart_from_everybody(update: Update, context: Context) -> Step:
    return await _name_apart(context, "")


async def _name_apart(context: Context, name: str) -> Step:
    turn = await context.services.answers.name_apart(context.person.id, name, context.now, context.update_id)
    asked = supplement.not_with(screen_at(context, turn))
    await (context.say(asked) if context.button is None else context.change(asked))
    return turn.question
