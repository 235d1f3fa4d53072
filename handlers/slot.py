"""/slots: putting slots for intakes together, question by question, and publishing them."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING, Any

from telegram.ext import CommandHandler, ConversationHandler, MessageHandler

from domain.access import Action
from domain.closing_date import InvalidClosingDate, checked_closing_date, parse_closing_date
from domain.conversation import ConversationName
from domain.slot import Medium
from domain.slot_draft import SlotQuestion
from domain.time import local
from domain.typed_link import InvalidLink, parse_link
from domain.typed_period import InvalidPeriod, checked_period, parse_period
from domain.typed_time import InvalidTime, parse_hours, parse_time
from handlers.access import only
from handlers.answers import ANSWERS, pressed, typed_text, written
from handlers.conversation import RowConversation
from handlers.refusal import old_button, refuse, wrong_kind
from handlers.slot_overview import show_overview
from messages import slot
from messages import slot_buttons as buttons
from messages.slot import SlotScreen
from services.slot import PublishOutcome

if TYPE_CHECKING:
    from telegram import Update
    from telegram.ext import BaseHandler

    from domain.conversation import Conversation
    from domain.person import Person
    from handlers.access import Callback
    from handlers.context import Context
    from handlers.dependencies import Dependencies
    from messages.message import Message
    from services.slot import SlotTurn
    from texts.buttons import ButtonData

END: int = ConversationHandler.END
MAY = Action.PUBLISH_SLOTS
Step = SlotQuestion | int | None
"""The question that is asked now, the end of the conversation, or nothing new."""
FIELDS = {buttons.Rule.LENGTH: "length_minutes", buttons.Rule.BUFFER: "buffer_minutes"}


async def show(update: Update, context: Context) -> Step:
    """The slots of this week; in the middle of new slots, their question again."""
    if context.conversation is not None and context.conversation.name is ConversationName.SLOTS:
        return await ask(context, await context.services.slots.turn(context.person.id, context.now))
    await show_overview(context)
    return None


async def begin(update: Update, context: Context) -> Step:
    return await ask(context, await context.services.slots.begin(context.person.id, context.now, context.update_id))


async def choose_shape(update: Update, context: Context) -> Step:
    data = context.button
    if not isinstance(data, buttons.ChooseShape):
        return await old_button(context)
    return await answer(context, SlotQuestion.SHAPE, single=data.single)


async def tick_weekday(update: Update, context: Context) -> Step:
    data = context.button
    if not isinstance(data, buttons.TickWeekday) or data.weekday not in range(7):
        return await old_button(context)
    turn = await context.services.slots.tick(
        context.person.id, data.weekday, context.now, context.update_id, ticked=data.ticked
    )
    return await ask(context, turn)


async def finish_weekdays(update: Update, context: Context) -> Step:
    turn = await context.services.slots.answer(context.person.id, SlotQuestion.WEEKDAYS, context.now, context.update_id)
    if turn is not None and turn.question is SlotQuestion.WEEKDAYS:
        return await refuse(context, slot.no_weekdays(context.speech))
    return await ask(context, turn)


async def choose_period(update: Update, context: Context) -> Step:
    data = context.button
    try:
        days = date.fromisoformat(getattr(data, "first", "")), date.fromisoformat(getattr(data, "last", ""))
    except ValueError:
        return await old_button(context)
    try:
        first, last = checked_period(*days, today(context))
    except InvalidPeriod as refusal:
        return await refuse(context, slot.wrong_period(context.speech, refusal.reason))
    return await answer(context, SlotQuestion.PERIOD, first=first, last=last)


async def type_period(update: Update, context: Context) -> Step:
    if (await current_turn(context)).draft.single:
        return await type_day(update, context)
    try:
        first, last = parse_period(typed_text(update), today(context))
    except InvalidPeriod as refusal:
        return await refuse(context, slot.wrong_period(context.speech, refusal.reason))
    return await answer(context, SlotQuestion.PERIOD, first=first, last=last)


async def type_day(update: Update, context: Context) -> Step:
    try:
        day = checked_closing_date(parse_closing_date(typed_text(update), today(context)), today(context))
    except InvalidClosingDate as refusal:
        return await refuse(context, slot.wrong_day(context.speech, refusal.reason))
    return await answer(context, SlotQuestion.PERIOD, first=day, last=day)


async def choose_hours(update: Update, context: Context) -> Step:
    data = context.button
    single = (await current_turn(context)).draft.single
    if not isinstance(data, buttons.ChooseHours) or (data.until is None) is not single:
        return await old_button(context)
    return await take_hours(context, data.starts, data.until)


async def type_hours(update: Update, context: Context) -> Step:
    typed = typed_text(update)
    try:
        if (await current_turn(context)).draft.single:
            return await answer(context, SlotQuestion.HOURS, starts=parse_time(typed), until=None)
        starts, until = parse_hours(typed)
    except InvalidTime as refusal:
        return await refuse(context, slot.wrong_time(context.speech, refusal.reason))
    return await answer(context, SlotQuestion.HOURS, starts=starts, until=until)


async def take_hours(context: Context, starts: str, until: str | None) -> Step:
    """As a button carries them; forged ones are read as typed ones are."""
    try:
        times = (parse_time(starts), None) if until is None else parse_hours(f"{starts} tot {until}")
    except InvalidTime:
        return await old_button(context)
    return await answer(context, SlotQuestion.HOURS, starts=times[0], until=times[1])


async def choose_pause(update: Update, context: Context) -> Step:
    data = context.button
    if not isinstance(data, buttons.ChoosePause):
        return await old_button(context)
    if data.starts is None or data.until is None:
        return await answer(context, SlotQuestion.PAUSE, pause=None, pause_asked=True)
    try:
        pause: tuple[time, time] = parse_hours(f"{data.starts} tot {data.until}")
    except InvalidTime:
        return await old_button(context)
    return await answer(context, SlotQuestion.PAUSE, pause=pause, pause_asked=True)


async def type_pause(update: Update, context: Context) -> Step:
    try:
        pause = parse_hours(typed_text(update))
    except InvalidTime as refusal:
        return await refuse(context, slot.wrong_time(context.speech, refusal.reason))
    return await answer(context, SlotQuestion.PAUSE, pause=pause, pause_asked=True)


async def choose_medium(update: Update, context: Context) -> Step:
    data = context.button
    if not isinstance(data, buttons.ChooseMedium):
        return await old_button(context)
    if data.medium is Medium.PHONE:
        return await answer(context, SlotQuestion.MEDIUM, medium=data.medium, link=None)
    return await answer(context, SlotQuestion.MEDIUM, medium=data.medium)


async def keep_link(update: Update, context: Context) -> Step:
    last = (await current_turn(context)).last_link
    return await old_button(context) if last is None else await answer(context, SlotQuestion.LINK, link=last)


async def type_link(update: Update, context: Context) -> Step:
    try:
        link = parse_link(typed_text(update))
    except InvalidLink as refusal:
        return await refuse(context, slot.wrong_link(context.speech, refusal.reason))
    return await answer(context, SlotQuestion.LINK, link=link)


async def turn_preview(update: Update, context: Context) -> Step:
    """Another week of what would be published."""
    try:
        monday = date.fromisoformat(getattr(context.button, "monday", ""))
    except ValueError:
        return await old_button(context)
    turn = await current_turn(context)
    await context.change(slot.question(SlotScreen(context.speech, turn, context.now, monday)))
    return None


async def change(update: Update, context: Context) -> Step:
    """Ask what should be different, or that question again; PREVIEW leads back."""
    data = context.button
    if not isinstance(data, buttons.ChangeSlots) or data.question is SlotQuestion.SHAPE:
        return await old_button(context)
    if data.question is None:
        await context.change(slot.change_question(await screen(context)))
        return None
    if data.question is SlotQuestion.PREVIEW:
        return await ask(context, await current_turn(context))
    turn = await context.services.slots.change(context.person.id, data.question, context.now, context.update_id)
    return await ask(context, turn)


async def ask_number(update: Update, context: Context) -> Step:
    data = context.button
    if not isinstance(data, buttons.ChangeNumber) or data.rule not in FIELDS:
        return await old_button(context)
    await context.change(slot.number_question(await screen(context), data.rule))
    return None


async def set_number(update: Update, context: Context) -> Step:
    data = context.button
    if not isinstance(data, buttons.SetNumber):
        return await old_button(context)
    offered = slot.SUGGESTED_LENGTHS if data.rule is buttons.Rule.LENGTH else slot.SUGGESTED_BUFFERS
    if data.rule not in FIELDS or data.minutes not in offered:
        return await old_button(context)
    return await answer(context, SlotQuestion.PREVIEW, **{FIELDS[data.rule]: data.minutes})


async def publish(update: Update, context: Context) -> Step:
    done = await context.services.slots.publish_draft(context.person.id, context.now, context.update_id)
    match done.outcome:
        case PublishOutcome.PUBLISHED:
            await context.change(slot.published(context.speech, done))
            return END
        case PublishOutcome.INCOMPLETE:
            return await old_button(context)
        case _:
            # The preview says what is left out, or what is wrong.
            return await ask(context, await current_turn(context))


async def go_back(update: Update, context: Context) -> Step:
    asked = context.conversation
    if not isinstance(context.button, buttons.SlotBack) or asked is None or context.button.question != asked.question:
        return await old_button(context)
    turn = await context.services.slots.back(context.person.id, context.now, context.update_id)
    return await cancelled(context) if turn is None else await ask(context, turn)


async def cancel(update: Update, context: Context) -> Step:
    await context.services.slots.stop(context.person.id, context.update_id)
    return await cancelled(context)


async def cancelled(context: Context) -> Step:
    await context.change(slot.stopped(context.speech))
    return END


async def answer(context: Context, question: SlotQuestion, **values: object) -> Step:
    turn = await context.services.slots.answer(context.person.id, question, context.now, context.update_id, **values)
    return await ask(context, turn)


async def ask(context: Context, turn: SlotTurn | None) -> Step:
    """In the message under which a button was pressed; below what was typed."""
    if turn is None:
        return await old_button(context)
    await context.change(slot.question(SlotScreen(context.speech, turn, context.now)))
    return turn.question


async def current_turn(context: Context) -> SlotTurn:
    return await context.services.slots.turn(context.person.id, context.now)


async def screen(context: Context) -> SlotScreen:
    return SlotScreen(context.speech, await current_turn(context), context.now)


async def current_question(dependencies: Dependencies, person: Person, conversation: Conversation) -> Message:
    now = dependencies.clock.now()
    turn = await dependencies.services.slots.turn(person.id, now)
    return slot.question(SlotScreen(dependencies.texts.speech(person.language), turn, now))


def today(context: Context) -> date:
    return local(context.now).date()


def _button(data: type[ButtonData], callback: Callback) -> BaseHandler[Any, Any, Any]:
    return pressed(MAY, data, callback)


def conversation() -> RowConversation:
    below = [_button(buttons.SlotBack, go_back), _button(buttons.SlotCancel, cancel)]
    return RowConversation(
        ConversationName.SLOTS,
        SlotQuestion,
        entry_points=[CommandHandler("slots", only(MAY, show)), _button(buttons.NewSlots, begin)],
        states={
            SlotQuestion.SHAPE: [_button(buttons.ChooseShape, choose_shape), *below],
            SlotQuestion.WEEKDAYS: [
                _button(buttons.TickWeekday, tick_weekday),
                _button(buttons.FinishWeekdays, finish_weekdays),
                *below,
            ],
            SlotQuestion.PERIOD: [_button(buttons.ChoosePeriod, choose_period), written(MAY, type_period), *below],
            SlotQuestion.HOURS: [_button(buttons.ChooseHours, choose_hours), written(MAY, type_hours), *below],
            SlotQuestion.PAUSE: [_button(buttons.ChoosePause, choose_pause), written(MAY, type_pause), *below],
            SlotQuestion.MEDIUM: [_button(buttons.ChooseMedium, choose_medium), *below],
            SlotQuestion.LINK: [_button(buttons.KeepLink, keep_link), written(MAY, type_link), *below],
            SlotQuestion.PREVIEW: [
                _button(buttons.PublishSlots, publish),
                _button(buttons.PreviewWeek, turn_preview),
                _button(buttons.ChangeSlots, change),
                _button(buttons.ChangeNumber, ask_number),
                _button(buttons.SetNumber, set_number),
                *below,
            ],
        },
        fallbacks=[
            CommandHandler("annuleren", only(Action.STOP, cancel)),
            MessageHandler(ANSWERS, only(MAY, wrong_kind)),
        ],
    )
