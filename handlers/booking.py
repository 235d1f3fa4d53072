"""The intake of a participant: choosing a moment, moving and cancelling it; the conversation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telegram.ext import CommandHandler, MessageHandler, filters

from domain.access import Action
from domain.conversation import ConversationName
from handlers.access import only
from handlers.answers import ANSWERS, pressed, written
from handlers.booking_change import (
    ask_facilitator,
    ask_without_reason,
    begin_cancelling,
    cancel_without_reason,
    type_cancel_reason,
    type_request_reason,
)
from handlers.booking_choice import (
    begin,
    book,
    choose_day,
    choose_facilitator,
    choose_slot,
    move_to,
    show_days,
)
from handlers.booking_line import accept_offer, coming, decline_offer, join_line, leave_line, not_coming
from handlers.booking_screen import END, Step, standing_part, wrong_kind
from handlers.conversation import RowConversation
from handlers.refusal import refuse
from messages import booking_buttons as buttons
from services.intake import IntakeQuestion

if TYPE_CHECKING:
    from telegram import Update
    from telegram.ext import BaseHandler

    from handlers.access import Callback
    from handlers.context import Context
    from texts.buttons import ButtonData

MAY = Action.BOOK_INTAKE


async def show(update: Update, context: Context) -> None:
    await context.say((await standing_part(context)).message())


async def stop(update: Update, context: Context) -> Step:
    """Nothing is changed; what one has, or can do, is shown instead."""
    await context.services.intakes.leave(context.person.id, context.update_id)
    part = await standing_part(context)
    words = context.speech.html("booking-stopped")
    await context.change(part.message(before=words))
    return END


async def edited(update: Update, context: Context) -> Step:
    return await refuse(context, context.speech.html("error-edited"))


def conversation() -> RowConversation:
    """The picture of the conversation.

    The buttons of a choice carry all that was chosen before, so that a step backwards is as good as one forwards.
    """
    return RowConversation(
        ConversationName.INTAKE,
        IntakeQuestion,
        entry_points=[
            pressed(MAY, buttons.OpenBooking, begin),
            pressed(MAY, buttons.Cancel, begin_cancelling),
            pressed(MAY, buttons.AskFacilitator, ask_facilitator),
        ],
        states={
            IntakeQuestion.FACILITATOR: _choice((buttons.ChooseFacilitator, choose_facilitator)),
            IntakeQuestion.DAY: _choice((buttons.ChooseDay, choose_day), (buttons.ChooseSlot, choose_slot)),
            IntakeQuestion.TIME: _choice((buttons.ChooseSlot, choose_slot), (buttons.ChooseDay, choose_day)),
            IntakeQuestion.CONFIRM: _choice(
                (buttons.Book, book),
                (buttons.MoveTo, move_to),
                # Somebody was faster: what is left is offered at once.
                (buttons.ChooseSlot, choose_slot),
                (buttons.ChooseDay, choose_day),
            ),
            IntakeQuestion.CANCEL_REASON: [
                pressed(MAY, buttons.CancelWithoutReason, cancel_without_reason),
                pressed(MAY, buttons.StopBooking, stop),
                written(MAY, type_cancel_reason),
            ],
            IntakeQuestion.MOVE_REQUEST_REASON: _request(),
            IntakeQuestion.CANCEL_REQUEST_REASON: _request(),
        },
        fallbacks=[
            CommandHandler("annuleren", only(MAY, stop), filters.ChatType.PRIVATE),
            MessageHandler(filters.ChatType.PRIVATE & filters.UpdateType.EDITED_MESSAGE, only(MAY, edited)),
            MessageHandler(ANSWERS, only(MAY, wrong_kind)),
        ],
    )


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """What belongs to no question."""
    return [
        # Who is not admitted yet hears when this will be of use.
        CommandHandler("intake", only(Action.REGISTER, show), filters.ChatType.PRIVATE),
        pressed(MAY, buttons.Coming, coming),
        pressed(MAY, buttons.NotComing, not_coming),
        pressed(MAY, buttons.JoinLine, join_line),
        pressed(MAY, buttons.LeaveLine, leave_line),
        pressed(MAY, buttons.AcceptOffer, accept_offer),
        pressed(MAY, buttons.DeclineOffer, decline_offer),
    ]


def _choice(*answers: tuple[type[ButtonData], Callback]) -> list[BaseHandler[Update, Context, Any]]:
    return [
        *(pressed(MAY, data, callback) for data, callback in answers),
        pressed(MAY, buttons.ShowDays, show_days),
        pressed(MAY, buttons.StopBooking, stop),
    ]


def _request() -> list[BaseHandler[Update, Context, Any]]:
    return [
        pressed(MAY, buttons.AskWithoutReason, ask_without_reason),
        pressed(MAY, buttons.StopBooking, stop),
        written(MAY, type_request_reason),
    ]
