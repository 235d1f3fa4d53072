"""Cancelling an intake, and asking the facilitator when it is too late to do it oneself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.booking import REASON_LONGEST, Wish
from domain.typed_text import InvalidWords, parse_lines
from handlers.answers import complaint_about_words, typed_text
from handlers.booking_screen import END, WISHES, reader_of, standing_part
from handlers.refusal import old_button, refuse
from messages import booking_buttons as buttons
from messages import booking_change
from services.intake import AskOutcome, CancelOutcome, IntakeQuestion

if TYPE_CHECKING:
    from telegram import Update

    from handlers.booking_screen import Step
    from handlers.context import Context
    from services.intake_views import IntakeCard

REASONS = {Wish.MOVE: IntakeQuestion.MOVE_REQUEST_REASON, Wish.CANCEL: IntakeQuestion.CANCEL_REQUEST_REASON}


async def begin_cancelling(update: Update, context: Context) -> Step:
    card = await _live_card(context)
    if card is None or not card.changeable(context.now):
        await context.change((await standing_part(context)).message())
        return None
    question = booking_change.cancel_question(await reader_of(context), card)
    await context.services.intakes.ask(
        context.person.id, IntakeQuestion.CANCEL_REASON, card.booking.id, context.now, context.update_id
    )
    await context.ask_instead(question)
    return IntakeQuestion.CANCEL_REASON


async def cancel_without_reason(update: Update, context: Context) -> Step:
    if not _is_asked(context):
        return await old_button(context)
    return await _cancel(context, None)


async def type_cancel_reason(update: Update, context: Context) -> Step:
    try:
        reason = parse_lines(typed_text(update), REASON_LONGEST)
    except InvalidWords as refusal:
        return await refuse(context, complaint_about_words(context.speech, refusal))
    step = await _cancel(context, reason)
    await context.answered(booking_change.reason_given(context.speech))
    return step


async def _cancel(context: Context, reason: str | None) -> Step:
    done = await context.services.intakes.cancel(context.person.id, reason, context.now, context.update_id)
    if done.outcome is CancelOutcome.CANCELLED and done.card is not None:
        await context.change(booking_change.cancelled(await reader_of(context), done.card))
    else:
        await context.change((await standing_part(context)).message())
    return END


async def ask_facilitator(update: Update, context: Context) -> Step:
    data, card = context.button, await _live_card(context)
    if not isinstance(data, buttons.AskFacilitator) or card is None or card.changeable(context.now) or card.request:
        await context.change((await standing_part(context)).message())
        return None
    asked = booking_change.request_question(await reader_of(context), card, data.wish)
    question = REASONS[data.wish]
    await context.services.intakes.ask(context.person.id, question, card.booking.id, context.now, context.update_id)
    await context.ask_instead(asked)
    return question


async def ask_without_reason(update: Update, context: Context) -> Step:
    if not _is_asked(context):
        return await old_button(context)
    return await _ask_change(context, None)


async def type_request_reason(update: Update, context: Context) -> Step:
    try:
        reason = parse_lines(typed_text(update), REASON_LONGEST)
    except InvalidWords as refusal:
        return await refuse(context, complaint_about_words(context.speech, refusal))
    step = await _ask_change(context, reason)
    await context.answered(booking_change.reason_given(context.speech))
    return step


async def _ask_change(context: Context, reason: str | None) -> Step:
    if context.conversation is None:
        return await old_button(context)
    wish = WISHES[IntakeQuestion(context.conversation.question)]
    asked = await context.services.intakes.ask_change(context.person.id, wish, reason, context.now, context.update_id)
    if asked.card is not None and asked.request is not None:
        before = asked.outcome is AskOutcome.ASKED_BEFORE
        reader = await reader_of(context)
        await context.change(booking_change.asked(reader, asked.card, asked.request, before=before))
    else:
        await context.change((await standing_part(context)).message())
    return END


def _is_asked(context: Context) -> bool:
    """The button is of the booking, and the wish, that is asked about now."""
    asked, button = context.conversation, context.button
    if asked is None or asked.subject_id != getattr(button, "booking", None):
        return False
    wish = getattr(button, "wish", None)
    return wish is None or REASONS[Wish(wish)] == asked.question


async def _live_card(context: Context) -> IntakeCard | None:
    """The intake that the button is about, as long as it is theirs and stands."""
    its = await context.services.intakes.standing(context.person.id, context.now)
    if its.card is None or not its.card.booking.live:
        return None
    return its.card if its.card.booking.id == getattr(context.button, "booking", None) else None
