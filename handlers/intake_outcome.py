"""What came of an intake: recorded with one tap, or with a reason that the person reads; and the link of a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telegram.ext import CommandHandler, ConversationHandler, MessageHandler

from domain.access import Action
from domain.booking import REASON_LONGEST, IntakeOutcome
from domain.conversation import ConversationName
from domain.typed_link import InvalidLink, parse_link
from domain.typed_text import InvalidWords, parse_lines
from handlers.access import only
from handlers.answers import ANSWERS, complaint_about_words, pressed, typed_text, written
from handlers.conversation import RowConversation
from handlers.intake import MAY, entry_of, show_again
from handlers.refusal import old_button, refuse, wrong_kind
from handlers.screen import desk_of, number_of
from messages import intake, intake_outcome
from messages import intake_buttons as buttons
from messages.intake import Desk
from messages.slot import wrong_link
from services.intake_facilitator import FacilitatorQuestion, RecordOutcome

if TYPE_CHECKING:
    from telegram import Update
    from telegram.ext import BaseHandler

    from domain.conversation import Conversation
    from domain.person import Person
    from handlers.access import Callback
    from handlers.context import Context
    from handlers.dependencies import Dependencies
    from messages.message import Message
    from services.intake_facilitator import AgendaEntry, Recorded
    from texts.buttons import ButtonData

END: int = ConversationHandler.END
Step = FacilitatorQuestion | int | None
"""The question that is asked now, the end of the conversation, or nothing new."""


async def record(update: Update, context: Context) -> Step:
    """At once, unless it has a reason that is asked first."""
    data = context.button
    if not isinstance(data, buttons.Record):
        return await old_button(context)
    if data.outcome is IntakeOutcome.STOPS:
        return await ask_reason(context, data.booking)
    done = await context.services.facilitator_intakes.record(
        context.person.id, data.booking, data.outcome, None, context.now, update_id=context.update_id
    )
    return await tell(context, done)


async def ask_reason(context: Context, booking_id: int) -> Step:
    entry = await context.services.facilitator_intakes.entry(context.person.id, booking_id)
    if entry is None or not entry.card.booking.live or entry.card.slot.starts_at > context.now:
        return await explain(context, entry)
    await context.services.facilitator_intakes.ask(
        context.person.id, FacilitatorQuestion.STOP_REASON, booking_id, context.now, context.update_id
    )
    await context.change(intake_outcome.reason_question(context.speech, entry.card))
    return FacilitatorQuestion.STOP_REASON


async def ask_other_reason(update: Update, context: Context) -> Step:
    return await ask_reason(context, number_of(context, "booking"))


async def explain(context: Context, entry: AgendaEntry | None) -> Step:
    """Why nothing can be recorded about it."""
    if entry is None:
        await context.change(intake.gone(context.speech))
        return None
    early = entry.card.booking.live
    before = intake_outcome.too_early(context.speech) if early else context.speech.html("intake-changed")
    await context.change(intake.talk(desk_of(context), entry, before))
    return None


async def type_reason(update: Update, context: Context) -> Step:
    try:
        reason = parse_lines(typed_text(update), REASON_LONGEST)
    except InvalidWords as refusal:
        return await refuse(context, complaint_about_words(context.speech, refusal))
    entry = await context.services.facilitator_intakes.prepare_stop(
        context.person.id, subject_of(context), reason, context.now, context.update_id
    )
    if entry is None:
        return await leave(update, context)
    await context.say(intake_outcome.confirm_stop(context.speech, entry.card))
    return FacilitatorQuestion.STOP_CONFIRM


async def stop(update: Update, context: Context) -> Step:
    """They do not go on: with the reason that was shown."""
    entry = await entry_of(context)
    if entry is None:
        await context.change(intake.gone(context.speech))
        return END
    booking = entry.card.booking
    done = await context.services.facilitator_intakes.record(
        context.person.id,
        booking.id,
        IntakeOutcome.STOPS,
        booking.outcome_reason,
        context.now,
        update_id=context.update_id,
    )
    return await tell(context, done)


async def tell(context: Context, done: Recorded) -> Step:
    if done.card is None:
        await context.change(intake.gone(context.speech))
        return END
    match done.outcome:
        case RecordOutcome.RECORDED:
            await context.change(intake_outcome.recorded(context.speech, done.card))
        case RecordOutcome.TOO_EARLY:
            await show_again(context, done.card.booking.id, intake_outcome.too_early(context.speech))
        case _:
            await show_again(context, done.card.booking.id, context.speech.html("intake-changed"))
    return END


async def ask_link(update: Update, context: Context) -> Step:
    booking_id = number_of(context, "booking")
    entry = await context.services.facilitator_intakes.ask(
        context.person.id, FacilitatorQuestion.LINK, booking_id, context.now, context.update_id
    )
    if entry is None:
        await context.change(intake.gone(context.speech))
        return None
    await context.change(intake_outcome.link_question(desk_of(context), entry.card))
    return FacilitatorQuestion.LINK


async def type_link(update: Update, context: Context) -> Step:
    try:
        link = parse_link(typed_text(update))
    except InvalidLink as refusal:
        return await refuse(context, wrong_link(context.speech, refusal.reason))
    entry = await context.services.facilitator_intakes.give_link(
        context.person.id, subject_of(context), link, context.now, context.update_id
    )
    if entry is None:
        await context.say(intake.gone(context.speech))
    else:
        await context.say(intake.talk(desk_of(context), entry, context.speech.html("intake-link-given")))
    return END


async def leave(update: Update, context: Context) -> Step:
    """Nothing is recorded; the intake is shown again."""
    booking_id = subject_of(context)
    await context.services.facilitator_intakes.leave(context.person.id, context.update_id)
    await show_again(context, booking_id, context.speech.html("intake-left"))
    return END


async def current_question(dependencies: Dependencies, person: Person, conversation: Conversation) -> Message:
    speech = dependencies.texts.speech(person.language)
    entry = await dependencies.services.facilitator_intakes.entry(person.id, conversation.subject_id or 0)
    if entry is None:
        return intake.gone(speech)
    desk = Desk(speech, dependencies.services.municipalities, dependencies.clock.now())
    if not entry.card.booking.live:
        return intake.talk(desk, entry)
    match FacilitatorQuestion(conversation.question):
        case FacilitatorQuestion.STOP_REASON:
            return intake_outcome.reason_question(speech, entry.card)
        case FacilitatorQuestion.STOP_CONFIRM:
            return intake_outcome.confirm_stop(speech, entry.card)
        case FacilitatorQuestion.LINK:
            return intake_outcome.link_question(desk, entry.card)


def subject_of(context: Context) -> int:
    """The booking that the conversation is about; 0, which is none, when there is no conversation."""
    return 0 if context.conversation is None else context.conversation.subject_id or 0


def of_this(data: type[ButtonData], callback: Callback) -> BaseHandler[Any, Any, Any]:
    """A button about the intake that is talked about; about another it is old."""

    async def checked(update: Update, context: Context) -> object:
        if subject_of(context) != number_of(context, "booking"):
            return await old_button(context)
        return await callback(update, context)

    return pressed(MAY, data, checked)


def conversation() -> RowConversation:
    out = of_this(buttons.LeaveStop, leave)
    return RowConversation(
        ConversationName.INTAKES,
        FacilitatorQuestion,
        entry_points=[pressed(MAY, buttons.Record, record), pressed(MAY, buttons.GiveLink, ask_link)],
        states={
            FacilitatorQuestion.STOP_REASON: [written(MAY, type_reason), out],
            FacilitatorQuestion.STOP_CONFIRM: [
                of_this(buttons.ConfirmStop, stop),
                of_this(buttons.OtherReason, ask_other_reason),
                out,
            ],
            FacilitatorQuestion.LINK: [written(MAY, type_link), out],
        },
        fallbacks=[
            CommandHandler("annuleren", only(Action.STOP, leave)),
            MessageHandler(ANSWERS, only(MAY, wrong_kind)),
        ],
    )
