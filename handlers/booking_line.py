"""The waiting list, offers, and "ik ben er"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.booking_screen import reader_of, standing_part
from handlers.refusal import old_button
from messages import booking_buttons as buttons
from messages import booking_card, booking_change
from services.intake import ComingOutcome
from services.waiting import JoinOutcome, OfferOutcome

if TYPE_CHECKING:
    from telegram import Update

    from handlers.context import Context


async def join_line(update: Update, context: Context) -> None:
    joined = await context.services.waiting.join(context.person.id, None, context.now, context.update_id)
    part = await standing_part(context)
    room = joined.outcome is JoinOutcome.ROOM
    message = part.message(before=context.speech.html("booking-room-by-now")) if room else part.message()
    stays = isinstance(context.button, buttons.JoinLine) and not context.button.instead
    await (context.say(message) if stays else context.change(message))


async def leave_line(update: Update, context: Context) -> None:
    left = await context.services.waiting.leave(context.person.id, context.now, context.update_id)
    part = await standing_part(context)
    await context.change(part.message(before=context.speech.html("booking-line-left")) if left else part.message())


async def accept_offer(update: Update, context: Context) -> None:
    answer = await context.services.waiting.accept(
        context.person.id, _offer_of(context), context.now, context.update_id
    )
    if answer.outcome is OfferOutcome.ACCEPTED and answer.card is not None:
        await context.change(booking_card.booked(await reader_of(context), answer.card, moved=False))
        return
    part = await standing_part(context)
    gone = answer.outcome is OfferOutcome.GONE
    await context.change(part.message(before=context.speech.html("booking-offer-gone")) if gone else part.message())


async def decline_offer(update: Update, context: Context) -> None:
    answer = await context.services.waiting.decline(
        context.person.id, _offer_of(context), context.now, context.update_id
    )
    part = await standing_part(context)
    declined = answer.outcome is OfferOutcome.DECLINED
    before = context.speech.html("booking-offer-declined")
    await context.change(part.message(before=before) if declined else part.message())


async def coming(update: Update, context: Context) -> None:
    data = context.button
    if not isinstance(data, buttons.Coming):
        await old_button(context)
        return
    noted = await context.services.intakes.coming(
        context.person.id, data.booking, data.slot, context.now, context.update_id
    )
    card = await context.services.intakes.card(data.booking) if noted is ComingOutcome.NOTED else None
    if card is None:
        await context.change((await standing_part(context)).message())
    else:
        await context.change(booking_change.coming(await reader_of(context), card))


async def not_coming(update: Update, context: Context) -> None:
    """What can be done about it: oneself, or by asking the facilitator."""
    part = await standing_part(context)
    await context.change(
        part.message(before=context.speech.html("booking-not-coming")) if part.rows else part.message()
    )


def _offer_of(context: Context) -> int:
    """0, which is no offer, for a button about none."""
    number = getattr(context.button, "offer", 0)
    return number if isinstance(number, int) else 0
