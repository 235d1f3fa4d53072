"""Choosing a moment: facilitator, day, time, and fixing it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from handlers.booking_screen import END, desk_of, reader_of, standing_part
from handlers.refusal import old_button
from messages import booking, booking_card
from messages import booking_buttons as buttons
from services.intake import BookOutcome, IntakeQuestion

if TYPE_CHECKING:
    from telegram import Update

    from handlers.booking_screen import Step
    from handlers.context import Context
    from messages.message import Message
    from services.intake import Booked


async def begin(update: Update, context: Context) -> Step:
    """With one facilitator it begins with the day. Who cannot choose (any more) sees where they stand."""
    its = await context.services.intakes.standing(context.person.id, context.now)
    card = its.card
    fixed = card is not None and card.booking.live and not booking_card.can_move(card, context.now)
    done = card is not None and not card.booking.live and not card.booking.asks_for_another
    if its.registration is None or fixed or done:
        await _answer(context, (await standing_part(context)).message())
        return None
    choices = await context.services.intakes.facilitators(context.person.id, context.now)
    if not choices:
        await _answer(context, booking.nothing_left(await desk_of(context).choosing()))
        return None
    if len(choices) > 1:
        return await _ask(context, IntakeQuestion.FACILITATOR, None, await desk_of(context).facilitators())
    only_one = choices[0].facilitator.id
    return await _ask(context, IntakeQuestion.DAY, only_one, await desk_of(context).days(only_one))


async def choose_facilitator(update: Update, context: Context) -> Step:
    data = context.button
    if not isinstance(data, buttons.ChooseFacilitator):
        return await old_button(context)
    return await _ask(context, IntakeQuestion.DAY, data.facilitator, await desk_of(context).days(data.facilitator))


async def show_days(update: Update, context: Context) -> Step:
    """Another month, or back from the times of a day."""
    data = context.button
    if not isinstance(data, buttons.ShowDays):
        return await old_button(context)
    days = await desk_of(context).days(data.facilitator, data.month)
    return await _ask(context, IntakeQuestion.DAY, data.facilitator, days)


async def choose_day(update: Update, context: Context) -> Step:
    data = context.button
    try:
        day = date.fromisoformat(data.day) if isinstance(data, buttons.ChooseDay) else None
    except ValueError:
        # Forged: no button of ours carries such a day.
        day = None
    if day is None or not isinstance(data, buttons.ChooseDay):
        return await old_button(context)
    message, first = await desk_of(context).times(data.facilitator, day)
    if first is None:
        return await _ask(context, IntakeQuestion.DAY, data.facilitator, message)
    return await _ask(context, IntakeQuestion.TIME, first.id, message)


async def choose_slot(update: Update, context: Context) -> Step:
    data = context.button
    if not isinstance(data, buttons.ChooseSlot):
        return await old_button(context)
    summary = await desk_of(context).summary(data.facilitator, data.slot)
    if summary is None:
        return await _gone_meanwhile(context, data)
    return await _ask(context, IntakeQuestion.CONFIRM, data.slot, summary)


async def book(update: Update, context: Context) -> Step:
    data = context.button
    if not isinstance(data, buttons.Book):
        return await old_button(context)
    booked = await context.services.intakes.book(context.person.id, data.slot, context.now, context.update_id)
    return await _tell(context, booked, data.slot)


async def move_to(update: Update, context: Context) -> Step:
    data = context.button
    if not isinstance(data, buttons.MoveTo):
        return await old_button(context)
    moved = await context.services.intakes.move(context.person.id, data.slot, context.now, context.update_id)
    return await _tell(context, moved, data.slot)


async def _tell(context: Context, booked: Booked, slot_id: int) -> Step:
    match booked.outcome:
        case BookOutcome.BOOKED | BookOutcome.MOVED:
            return await _fixed(context, booked)
        case BookOutcome.HAS_ANOTHER:
            # The summary again, now as a move: a second booking is not made.
            summary = await desk_of(context).summary(None, slot_id)
            await context.change(summary or (await standing_part(context)).message())
            return IntakeQuestion.CONFIRM
        case BookOutcome.TAKEN | BookOutcome.NOT_BOOKABLE | BookOutcome.UNKNOWN:
            screen, slot = await desk_of(context).choosing(), await context.services.intakes.slot(slot_id)
            wanted, taken = slot.day if slot else None, booked.outcome is BookOutcome.TAKEN
            await context.change(booking.what_is_left(screen, booked.left, wanted=wanted, taken=taken))
            return IntakeQuestion.CONFIRM
        case _:
            await context.change((await standing_part(context)).message())
            return None


async def _fixed(context: Context, booked: Booked) -> Step:
    if booked.card is not None:
        moved = booked.outcome is BookOutcome.MOVED
        await context.change(booking_card.booked(await reader_of(context), booked.card, moved=moved))
    return END


async def _gone_meanwhile(context: Context, data: buttons.ChooseSlot) -> Step:
    """Somebody was faster than the thumb: what is left of that day, else the days."""
    slot = await context.services.intakes.slot(data.slot)
    left = await context.services.intakes.times(context.person.id, slot.day, context.now) if slot else []
    screen = await desk_of(context).choosing(None if left else data.facilitator)
    if slot and left:
        message = booking.what_is_left(screen, left, wanted=slot.day, taken=True)
    else:
        message = await desk_of(context).days(data.facilitator, before=context.speech.html("booking-taken"))
    return await _ask(context, IntakeQuestion.DAY, data.facilitator, message)


async def _ask(context: Context, question: IntakeQuestion, subject_id: int | None, message: Message) -> Step:
    await context.services.intakes.ask(context.person.id, question, subject_id, context.now, context.update_id)
    await _answer(context, message)
    return question


async def _answer(context: Context, message: Message) -> None:
    """In the message with the button, unless that has more to say and stays."""
    stays = isinstance(context.button, buttons.OpenBooking) and not context.button.instead
    await (context.say(message) if stays else context.change(message))
