"""/eerste: the date of a group's first session; for who leads the group, in private."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from telegram.ext import CommandHandler, ConversationHandler, MessageHandler

from documents.availability import draw_availability
from documents.poll_picture import availability_of
from domain.access import Action
from domain.conversation import ConversationName
from domain.time import local
from domain.typed_moment import InvalidMoment, lines_of, parse_moment
from handlers.access import only
from handlers.answers import ANSWERS, kind_key, pressed, typed_text, written
from handlers.conversation import RowConversation
from handlers.leading import leading, pressed_leading
from handlers.moving import moment_of
from handlers.refusal import old_button
from handlers.screen import reader_of
from messages import first_date as messages
from messages import place_buttons as buttons
from messages.message import Attachment
from messages.session import Reader
from services.first_date import FirstDateOutcome, FirstDateQuestion
from texts.speech import lines

if TYPE_CHECKING:
    from telegram import Update
    from telegram.ext import BaseHandler

    from domain.conversation import Conversation
    from domain.person import Person
    from domain.place_view import FirstDateCard
    from handlers.context import Context
    from handlers.dependencies import Dependencies
    from messages.message import Message
    from services.first_date import FirstDateDone
    from texts.speech import Html

END: int = ConversationHandler.END
MAY = Action.PLAN_FIRST_DATE
LONGEST_QUOTED = 60
PICTURE = "wie-kan-wanneer.png"
Step = FirstDateQuestion | int | None
"""What is asked now, the end of the conversation, or nothing new."""


async def show(update: Update, context: Context) -> Step:
    """How far the group is; from here dates can be typed."""
    card = await _begin(context)
    if card is None:
        await context.say(messages.gone(context.speech))
        return END
    if card.poll is not None and not card.poll.is_open and card.session is None:
        await context.say(await _with_picture(context, card))
        return END
    shown = messages.card(reader_of(context), card)
    if card.poll is not None or card.session is not None:
        await context.say(shown)
        return END
    await context.ask(shown)
    return FirstDateQuestion.DATES


async def show_in_place(update: Update, context: Context) -> Step:
    """From the calendar back to the list."""
    card = await _begin(context)
    if card is None:
        await context.change(messages.gone(context.speech))
        return END
    await context.ask_instead(messages.card(reader_of(context), card))
    return FirstDateQuestion.DATES if card.poll is None and card.session is None else END


async def type_dates(update: Update, context: Context) -> Step:
    """One or several; what can be read is kept, and of the rest is said why not."""
    moments, complaints = [], []
    for line in lines_of(typed_text(update)):
        try:
            moments.append(parse_moment(line, context.now))
        except InvalidMoment as refusal:
            complaints.append(messages.unreadable(context.speech, line[:LONGEST_QUOTED], refusal.reason))
    reader, group_id = reader_of(context), _subject(context)
    done = await context.services.first_dates.add(
        context.person.id, group_id, moments, now=context.now, update_id=context.update_id
    )
    if done is None:
        return await _overtaken(context, group_id)
    refused = [messages.refused(reader, at, fault) for at, fault in done.refused]
    trouble = lines(*complaints, *refused)
    await context.ask_again(messages.card(reader, done.card, trouble or None))
    return FirstDateQuestion.DATES


async def something_else(update: Update, context: Context) -> Step:
    """A sticker, a photo: no date."""
    card = await context.services.first_dates.card(context.person.id, _subject(context))
    if card is None or update.message is None:
        await context.say(messages.gone(context.speech))
        return END
    await context.ask_again(messages.card(reader_of(context), card, context.speech.html(kind_key(update.message))))
    return FirstDateQuestion.DATES


async def leave(update: Update, context: Context) -> Step:
    await context.services.first_dates.leave(context.person.id, context.update_id)
    await context.say(messages.left(context.speech))
    return END


async def show_month(update: Update, context: Context) -> None:
    data = context.button
    if not isinstance(data, buttons.ShowFirstMonth):
        await old_button(context)
        return
    today = local(context.now).date()
    year, month = data.year, data.month
    if not messages.month_in_reach(year, month, today):
        year, month = today.year, today.month
    await context.change(messages.month_view(reader_of(context), data.group, year, month))


async def choose_day(update: Update, context: Context) -> None:
    data = context.button
    day = _day(data.day, local(context.now).date()) if isinstance(data, buttons.ChooseFirstDay) else None
    if day is None or not isinstance(data, buttons.ChooseFirstDay):
        await old_button(context)
    else:
        await context.change(messages.times_view(reader_of(context), data.group, day))


async def add(update: Update, context: Context) -> None:
    data = context.button
    if not isinstance(data, buttons.AddFirstDate):
        await old_button(context)
        return
    done = await context.services.first_dates.add(
        context.person.id, data.group, [moment_of(data.moment)], now=context.now, update_id=context.update_id
    )
    if done is None:
        await _overtaken(context, data.group)
        return
    reader = reader_of(context)
    refused = [messages.refused(reader, at, fault) for at, fault in done.refused]
    await context.ask_instead(messages.card(reader, done.card, lines(*refused) or None))


async def drop(update: Update, context: Context) -> None:
    data = context.button
    if not isinstance(data, buttons.DropFirstDate):
        await old_button(context)
        return
    card = await context.services.first_dates.drop(
        context.person.id, data.group, moment_of(data.moment), context.update_id
    )
    if card is None:
        await _overtaken(context, data.group)
    else:
        await context.ask_instead(messages.card(reader_of(context), card))


async def open_poll(update: Update, context: Context) -> Step:
    data = context.button
    if not isinstance(data, buttons.OpenFirstPoll):
        return await old_button(context)
    done = await context.services.first_dates.open(context.person.id, data.group, context.now, context.update_id)
    if done.outcome is FirstDateOutcome.DONE:
        await context.change(messages.asked(reader_of(context)))
        return END
    await _tell(context, done)
    return None


async def confirm(update: Update, context: Context) -> None:
    data = context.button
    if not isinstance(data, buttons.ConfirmFirstDate):
        await old_button(context)
        return
    done = await context.services.first_dates.confirm(
        context.person.id, data.poll, data.option, now=context.now, update_id=context.update_id
    )
    if done.outcome is FirstDateOutcome.DONE and done.card is not None:
        await context.change(messages.confirmed(reader_of(context), done.card))
    else:
        await _tell(context, done)


async def begin_anew(update: Update, context: Context) -> None:
    data = context.button
    if not isinstance(data, buttons.FirstDatesAnew):
        await old_button(context)
        return
    done = await context.services.first_dates.begin_anew(context.person.id, data.poll, context.now, context.update_id)
    await _tell(context, done)


async def current_question(dependencies: Dependencies, person: Person, conversation: Conversation) -> Message:
    """The card again."""
    speech = dependencies.texts.speech(person.language)
    card = await dependencies.services.first_dates.card(person.id, conversation.subject_id or 0)
    if card is None:
        return messages.gone(speech)
    return messages.card(Reader(speech, dependencies.services.municipalities, dependencies.clock.now()), card)


async def _begin(context: Context) -> FirstDateCard | None:
    if context.group is None:
        raise LookupError("no group was settled on")
    return await context.services.first_dates.ask(context.person.id, context.group.id, context.now, context.update_id)


async def _tell(context: Context, done: FirstDateDone) -> None:
    """What stood in the way, with how it is now."""
    if done.card is None:
        await context.change(messages.gone(context.speech))
        return
    said: Html | None = None
    if done.outcome is not FirstDateOutcome.DONE:
        said = context.speech.html(f"first-date-{done.outcome}")
    await context.change(messages.card(reader_of(context), done.card, said))


async def _overtaken(context: Context, group_id: int) -> Step:
    """The members were asked meanwhile, or it is another's group."""
    card = await context.services.first_dates.card(context.person.id, group_id)
    if card is None:
        await context.say(messages.gone(context.speech))
    else:
        await context.say(messages.card(reader_of(context), card, context.speech.html("first-date-already")))
    return END


async def _with_picture(context: Context, card: FirstDateCard) -> Message:
    if card.poll is None:
        return messages.gone(context.speech)
    view = await context.services.polls.view(card.poll.id)
    people = [(each.person.id, each.first_name) for each in card.members]
    png = await context.services.worker.run(draw_availability, availability_of(context.speech, view, people))
    return messages.proposal(reader_of(context), card, Attachment(PICTURE, png, picture=True))


def _day(written_day: str, today: date) -> date | None:
    """A day that the calendar shows; None for whatever else a button may carry."""
    try:
        day = date.fromisoformat(written_day)
    except ValueError:
        return None
    return day if messages.month_in_reach(day.year, day.month, today) else None


def _subject(context: Context) -> int:
    return 0 if context.conversation is None else context.conversation.subject_id or 0


def conversation() -> RowConversation:
    return RowConversation(
        ConversationName.FIRST_DATE,
        FirstDateQuestion,
        entry_points=[
            CommandHandler("eerste", leading(MAY, show)),
            pressed_leading(MAY, buttons.ShowFirstDates, show_in_place),
            pressed(MAY, buttons.OpenFirstPoll, open_poll),
        ],
        states={FirstDateQuestion.DATES: [written(MAY, type_dates)]},
        fallbacks=[
            CommandHandler("annuleren", only(Action.STOP, leave)),
            MessageHandler(ANSWERS, only(MAY, something_else)),
        ],
    )


def handlers() -> list[BaseHandler[Any, Any, Any]]:
    return [
        pressed(MAY, buttons.ShowFirstMonth, show_month),
        pressed(MAY, buttons.ChooseFirstDay, choose_day),
        pressed(MAY, buttons.AddFirstDate, add),
        pressed(MAY, buttons.DropFirstDate, drop),
        pressed(MAY, buttons.ConfirmFirstDate, confirm),
        pressed(MAY, buttons.FirstDatesAnew, begin_anew),
    ]
