"""/intakes: whom the facilitator speaks when, who has no intake yet, and moving or cancelling for somebody."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from telegram.ext import CommandHandler

from domain.access import Action
from domain.time import local
from handlers.access import only
from handlers.answers import pressed
from handlers.refusal import old_button
from handlers.screen import desk_of, number_of
from messages import intake
from messages import intake_buttons as buttons
from messages.slot_week import monday_of
from services.intake import ComingOutcome
from services.intake_facilitator import HandleOutcome, RequestOutcome

if TYPE_CHECKING:
    from telegram import Update
    from telegram.ext import BaseHandler

    from domain.slot import Slot
    from handlers.context import Context
    from services.intake_facilitator import AgendaEntry, Answered, Handled
    from texts.speech import Html

MAY = Action.HOLD_INTAKES


async def show(update: Update, context: Context) -> None:
    await show_week_of(context, local(context.now).date())


async def show_week(update: Update, context: Context) -> None:
    monday = getattr(context.button, "monday", None)
    try:
        day = date.fromisoformat(monday) if monday else local(context.now).date()
    except ValueError:
        await old_button(context)
        return
    await show_week_of(context, day)


async def show_week_of(context: Context, day: date) -> None:
    intakes, monday = context.services.facilitator_intakes, monday_of(day)
    meetings = await intakes.agenda(context.person.id, monday, monday + timedelta(days=6))
    overdue = await intakes.without_outcome(context.person.id, context.now)
    unbooked, waiting = await intakes.number_unbooked(), await intakes.line()
    await context.change(
        intake.agenda(desk_of(context), monday, meetings, overdue, unbooked=unbooked, waiting=len(waiting))
    )


async def show_talk(update: Update, context: Context) -> None:
    entry = await entry_of(context)
    await context.change(intake.gone(context.speech) if entry is None else intake.talk(desk_of(context), entry))


async def show_unbooked(update: Update, context: Context) -> None:
    people = await context.services.facilitator_intakes.unbooked()
    await context.change(intake.unbooked(desk_of(context), people, number_of(context, "page")))


async def show_line(update: Update, context: Context) -> None:
    await context.change(intake.line(desk_of(context), await context.services.facilitator_intakes.line()))


async def nudge(update: Update, context: Context) -> None:
    intakes = context.services.facilitator_intakes
    outcome = await intakes.nudge(number_of(context, "person"), context.now, context.update_id)
    people = await intakes.unbooked()
    said = context.speech.html(f"intake-{outcome}")
    await context.change(intake.unbooked(desk_of(context), people, number_of(context, "page"), said))


async def choose_new_day(update: Update, context: Context) -> None:
    entry = await movable(context)
    if entry is None:
        return
    slots = await context.services.facilitator_intakes.free_slots(context.person.id, context.now)
    days = sorted({slot.day for slot in slots})
    await context.change(intake.new_day(desk_of(context), entry.card, days, number_of(context, "page")))


async def choose_new_time(update: Update, context: Context) -> None:
    entry, data = await movable(context), context.button
    if entry is None:
        return
    try:
        day = date.fromisoformat(getattr(data, "day", ""))
    except ValueError:
        await old_button(context)
        return
    slots = await context.services.facilitator_intakes.free_slots(context.person.id, context.now)
    that_day = [slot for slot in slots if slot.day == day]
    await context.change(intake.new_time(desk_of(context), entry.card, that_day, day))


async def ask_move(update: Update, context: Context) -> None:
    """Whether the person should hear it; the slot may have gone meanwhile."""
    entry = await movable(context)
    if entry is None:
        return
    slot = await own_free_slot(context)
    if slot is None:
        await context.change(intake.talk(desk_of(context), entry, context.speech.html("intake-slot-taken")))
        return
    await context.change(intake.move_sure(desk_of(context), entry.card, slot))


async def own_free_slot(context: Context) -> Slot | None:
    slots = await context.services.facilitator_intakes.free_slots(context.person.id, context.now)
    return next((slot for slot in slots if slot.id == number_of(context, "slot")), None)


async def move(update: Update, context: Context) -> None:
    data = context.button
    if not isinstance(data, buttons.ConfirmMove):
        await old_button(context)
        return
    handled = await context.services.facilitator_intakes.move_for(
        context.person.id, data.booking, data.slot, context.now, context.update_id, tell=data.tell
    )
    await tell(context, handled, told=data.tell)


async def ask_cancel(update: Update, context: Context) -> None:
    entry = await movable(context)
    if entry is not None:
        await context.change(intake.cancel_sure(desk_of(context), entry.card))


async def cancel(update: Update, context: Context) -> None:
    data = context.button
    entry = await movable(context)
    if entry is None or not isinstance(data, buttons.ConfirmCancel):
        return
    if entry.card.slot.id != data.slot:
        # It was moved since: what should go is another moment.
        await context.change(intake.talk(desk_of(context), entry, context.speech.html("intake-changed")))
        return
    handled = await context.services.facilitator_intakes.cancel_for(
        context.person.id, data.booking, None, context.now, context.update_id, tell=data.tell
    )
    await tell(context, handled, told=data.tell)


async def tell(context: Context, handled: Handled, *, told: bool) -> None:
    """What became of moving or cancelling for somebody."""
    if handled.card is None:
        await context.change(intake.gone(context.speech))
        return
    match handled.outcome:
        case HandleOutcome.MOVED | HandleOutcome.CANCELLED:
            await context.change(intake.handled(context.speech, handled.outcome, handled.card, told=told))
        case HandleOutcome.TAKEN:
            await show_again(context, handled.card.booking.id, context.speech.html("intake-slot-taken"))
        case _:
            await show_again(context, handled.card.booking.id, context.speech.html("intake-changed"))


async def show_again(context: Context, booking_id: int, before: Html) -> None:
    entry = await context.services.facilitator_intakes.entry(context.person.id, booking_id)
    await context.change(intake.gone(context.speech) if entry is None else intake.talk(desk_of(context), entry, before))


async def grant(update: Update, context: Context) -> None:
    request = number_of(context, "request")
    intakes = context.services.facilitator_intakes
    await tell_answer(context, await intakes.grant(context.person.id, request, context.now, context.update_id))


async def refuse(update: Update, context: Context) -> None:
    request = number_of(context, "request")
    intakes = context.services.facilitator_intakes
    await tell_answer(context, await intakes.refuse(context.person.id, request, context.now, context.update_id))


async def tell_answer(context: Context, answered: Answered) -> None:
    """What became of a request after the cut-off."""
    if answered.card is None:
        await context.change(intake.gone(context.speech))
        return
    card = answered.card
    if answered.outcome is RequestOutcome.SETTLED:
        await show_again(context, card.card.booking.id, context.speech.html("intake-request-settled"))
        return
    key = f"intake-{answered.outcome}-{card.request.wish}"
    await context.change(intake.done(context.speech, key, card.card))


async def take_back(update: Update, context: Context) -> None:
    """What was recorded by mistake; then it is asked again."""
    booking = number_of(context, "booking")
    done = await context.services.facilitator_intakes.take_back(
        context.person.id, booking, context.now, context.update_id
    )
    if done.card is None:
        await context.change(intake.gone(context.speech))
        return
    await show_again(context, booking, context.speech.html(f"intake-back-{done.outcome}"))


async def be_there(update: Update, context: Context) -> None:
    """The facilitator says "ik ben er" about the moment of a reminder."""
    booking, slot = number_of(context, "booking"), number_of(context, "slot")
    outcome = await context.services.intakes.coming(context.person.id, booking, slot, context.now, context.update_id)
    key = "intake-here-noted" if outcome is ComingOutcome.NOTED else "intake-changed"
    await show_again(context, booking, context.speech.html(key))


async def movable(context: Context) -> AgendaEntry | None:
    """The intake that the button is about, while it can be moved or cancelled; otherwise how it stands is said."""
    entry = await entry_of(context)
    if entry is None:
        await context.change(intake.gone(context.speech))
        return None
    if not entry.card.booking.live or entry.card.slot.starts_at <= context.now:
        await context.change(intake.talk(desk_of(context), entry, context.speech.html("intake-changed")))
        return None
    return entry


async def entry_of(context: Context) -> AgendaEntry | None:
    return await context.services.facilitator_intakes.entry(context.person.id, number_of(context, "booking"))


def handlers() -> list[BaseHandler[Any, Any, Any]]:
    return [
        CommandHandler("intakes", only(MAY, show)),
        pressed(MAY, buttons.ShowIntakes, show_week),
        pressed(MAY, buttons.ShowTalk, show_talk),
        pressed(MAY, buttons.ShowUnbooked, show_unbooked),
        pressed(MAY, buttons.ShowLine, show_line),
        pressed(MAY, buttons.Nudge, nudge),
        pressed(MAY, buttons.ChooseNewDay, choose_new_day),
        pressed(MAY, buttons.ChooseNewTime, choose_new_time),
        pressed(MAY, buttons.AskMove, ask_move),
        pressed(MAY, buttons.ConfirmMove, move),
        pressed(MAY, buttons.AskCancel, ask_cancel),
        pressed(MAY, buttons.ConfirmCancel, cancel),
        pressed(MAY, buttons.Grant, grant),
        pressed(MAY, buttons.Refuse, refuse),
        pressed(MAY, buttons.TakeBack, take_back),
        pressed(MAY, buttons.Here, be_there),
    ]
