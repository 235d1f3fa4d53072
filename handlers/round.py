"""/ronde: opening a round step by step, looking at the open ones, closing one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from telegram.ext import CommandHandler, ConversationHandler, MessageHandler

from documents.qr import qr_png
from domain.access import Action
from domain.closing_date import InvalidClosingDate, checked_closing_date, parse_closing_date, suggested_closing_days
from domain.conversation import ConversationName
from domain.round import SUGGESTED_PLACES, InvalidPlaces, Round, RoundQuestion, parse_places
from domain.time import local
from domain.typed_text import ROUND_NAME_LONGEST, InvalidWords, parse_words
from handlers.access import only
from handlers.answers import ANSWERS, complaint_about_words, pressed, typed_text, written
from handlers.conversation import RowConversation
from handlers.refusal import old_button, refuse, wrong_kind
from messages import common, round_buttons
from messages import round as messages
from messages.links import round_link

if TYPE_CHECKING:
    from datetime import datetime

    from telegram import Update
    from telegram.ext import BaseHandler

    from domain.conversation import Conversation
    from domain.person import Person
    from handlers.access import Callback
    from handlers.context import Context
    from handlers.dependencies import Dependencies
    from messages.message import Message
    from services.round import RoundTurn
    from texts.buttons import ButtonData
    from texts.speech import Speech

END: int = ConversationHandler.END
Step = RoundQuestion | int | None
"""The question that is asked now, the end of the conversation, or nothing new."""


async def show(update: Update, context: Context) -> Step:
    """The rounds that are open; with none, a new one begins; in the middle of one, its question again."""
    if context.conversation is not None and context.conversation.name is ConversationName.ROUND:
        return await ask(context, await context.services.rounds.current(context.conversation))
    overview = await context.services.rounds.overview()
    if not overview.rounds:
        return await begin(update, context)
    municipalities = context.services.municipalities
    for each in overview.rounds:
        message = messages.overview(
            context.speech,
            each.round,
            each.registrations,
            municipalities,
            free=each.free,
            drafts=each.drafts,
            is_open=each.round.open_on(local(context.now).date()),
            now=context.now,
        )
        await context.say(message)
    if overview.waiting:
        await context.say(messages.waiting_for_next(context.speech, overview.waiting, municipalities))
    return None


async def begin(update: Update, context: Context) -> Step:
    return await ask(context, await context.services.rounds.begin(context.person.id, context.now, context.update_id))


async def type_name(update: Update, context: Context) -> Step:
    try:
        name = parse_words(typed_text(update), ROUND_NAME_LONGEST)
    except InvalidWords as refusal:
        return await refuse(context, complaint_about_words(context.speech, refusal))
    turn = await context.services.rounds.name(context.person.id, name, context.now, context.update_id)
    return await go_on(context, turn, RoundQuestion.NAME)


async def type_closing_day(update: Update, context: Context) -> Step:
    try:
        day = parse_closing_date(typed_text(update), today(context))
    except InvalidClosingDate as refusal:
        return await refuse(context, messages.wrong_date(context.speech, refusal.reason))
    return await close_on(context, day)


async def choose_closing_day(update: Update, context: Context) -> Step:
    data = context.button
    try:
        day = date.fromisoformat(data.day) if isinstance(data, round_buttons.ChooseClosingDay) else date.min
        day = checked_closing_date(day, today(context))
    except InvalidClosingDate as refusal:
        return await refuse(context, messages.wrong_date(context.speech, refusal.reason))
    except ValueError:
        # Forged: no button of ours carries such a day.
        return await old_button(context)
    return await close_on(context, day)


async def close_on(context: Context, day: date) -> Step:
    turn = await context.services.rounds.close_on(context.person.id, day, context.now, context.update_id)
    return await go_on(context, turn, RoundQuestion.CLOSES_ON)


async def type_places(update: Update, context: Context) -> Step:
    try:
        places = parse_places(typed_text(update))
    except InvalidPlaces:
        return await refuse(context, messages.wrong_places(context.speech))
    return await limit(context, places)


async def choose_places(update: Update, context: Context) -> Step:
    data = context.button
    if not isinstance(data, round_buttons.ChoosePlaces) or data.places not in SUGGESTED_PLACES:
        return await old_button(context)
    return await limit(context, data.places)


async def limit(context: Context, places: int) -> Step:
    turn = await context.services.rounds.limit(context.person.id, places, context.now, context.update_id)
    return await go_on(context, turn, RoundQuestion.PLACES)


async def go_back(update: Update, context: Context) -> Step:
    turn = await context.services.rounds.back(context.person.id, context.now, context.update_id)
    return await old_button(context) if turn is None else await ask(context, turn, instead=True)


async def change(update: Update, context: Context) -> Step:
    data = context.button
    if not isinstance(data, round_buttons.ChangeRound) or data.question is RoundQuestion.SUMMARY:
        return await old_button(context)
    if data.question is None:
        await context.change(messages.change_question(context.speech, data.round))
        return None
    turn = await context.services.rounds.change(context.person.id, data.question, context.now, context.update_id)
    return await old_button(context) if turn is None else await ask(context, turn, instead=True)


async def show_summary(update: Update, context: Context) -> Step:
    """Back from the choice of what to change."""
    if context.conversation is None:
        return await old_button(context)
    return await ask(context, await context.services.rounds.current(context.conversation), instead=True)


async def open_round(update: Update, context: Context) -> Step:
    opened = await context.services.rounds.open(context.person.id, round_of(context), context.now, context.update_id)
    if opened is None:
        return await old_button(context)
    if not isinstance(opened, Round):
        return await ask(context, opened, instead=True)
    await context.change(messages.opened(context.speech, opened))
    await context.say(link(context, opened))
    return END


async def cancel(update: Update, context: Context) -> Step:
    await context.services.rounds.cancel(context.person.id, context.update_id)
    await context.change(messages.stopped(context.speech))
    return END


async def show_link(update: Update, context: Context) -> None:
    round_ = await known_round(context)
    await context.say(common.old_button(context.speech) if round_ is None else link(context, round_))


async def ask_to_close(update: Update, context: Context) -> None:
    round_ = await known_round(context)
    await context.say(
        common.old_button(context.speech) if round_ is None else messages.close_sure(context.speech, round_)
    )


async def close(update: Update, context: Context) -> None:
    round_ = await known_round(context)
    if round_ is None:
        await old_button(context)
        return
    closed = await context.services.rounds.close(round_.id, context.person.id, context.now, context.update_id)
    said = messages.closed_before(context.speech, round_) if closed is None else None
    await context.change(said or messages.closed_now(context.speech, round_))


async def keep_open(update: Update, context: Context) -> None:
    round_ = await known_round(context)
    await context.change(
        common.old_button(context.speech) if round_ is None else messages.kept_open(context.speech, round_)
    )


async def go_on(context: Context, turn: RoundTurn | None, answered: RoundQuestion) -> Step:
    """The answered question becomes a short line, and the next one is asked."""
    if turn is None:
        return await old_button(context)
    if context.button is not None:
        await context.change(messages.answered(context.speech, turn.round, answered, context.now))
    return await ask(context, turn)


async def ask(context: Context, turn: RoundTurn, *, instead: bool = False) -> Step:
    """In a new message, or instead of the one under which the button was pressed."""
    message = question(context.speech, turn, context.now)
    await (context.change(message) if instead else context.say(message))
    return turn.question


def question(speech: Speech, turn: RoundTurn, now: datetime) -> Message:
    match turn.question:
        case RoundQuestion.NAME:
            return messages.name_question(speech, turn.round)
        case RoundQuestion.CLOSES_ON:
            return messages.closes_on_question(speech, turn.round, suggested_closing_days(local(now).date()), now)
        case RoundQuestion.PLACES:
            return messages.places_question(speech, turn.round)
        case RoundQuestion.SUMMARY:
            return messages.summary(speech, turn.round, turn.waiting, now)


async def current_question(dependencies: Dependencies, person: Person, conversation: Conversation) -> Message:
    turn = await dependencies.services.rounds.current(conversation)
    return question(dependencies.texts.speech(person.language), turn, dependencies.clock.now())


def link(context: Context, round_: Round) -> Message:
    username = context.dependencies.username()
    picture = qr_png(round_link(username, round_.slug))
    return messages.link(context.speech, round_, username, picture, context.now)


def today(context: Context) -> date:
    return local(context.now).date()


def round_of(context: Context) -> int:
    """The round that the button is about; 0, which is no round, for a button about none."""
    number = getattr(context.button, "round", 0)
    return number if isinstance(number, int) else 0


async def known_round(context: Context) -> Round | None:
    try:
        round_ = await context.services.rounds.get(round_of(context))
    except LookupError:
        return None
    return None if round_.opened_at is None else round_


def of_draft(data: type[ButtonData], callback: Callback) -> BaseHandler[Any, Any, Any]:
    """A button of the round that is being put together, under the question that is asked; of another it is old."""

    async def checked(update: Update, context: Context) -> object:
        asked, button = context.conversation, context.button
        if asked is None or asked.subject_id != round_of(context):
            return await old_button(context)
        if isinstance(button, round_buttons.RoundBack) and button.question != asked.question:
            return await old_button(context)
        return await callback(update, context)

    return pressed(Action.MANAGE_ROUNDS, data, checked)


def conversation() -> RowConversation:
    below = [of_draft(round_buttons.RoundBack, go_back), of_draft(round_buttons.RoundCancel, cancel)]
    return RowConversation(
        ConversationName.ROUND,
        RoundQuestion,
        entry_points=[
            CommandHandler("ronde", only(Action.MANAGE_ROUNDS, show)),
            pressed(Action.MANAGE_ROUNDS, round_buttons.NewRound, begin),
        ],
        states={
            RoundQuestion.NAME: [written(Action.MANAGE_ROUNDS, type_name), *below],
            RoundQuestion.CLOSES_ON: [
                of_draft(round_buttons.ChooseClosingDay, choose_closing_day),
                written(Action.MANAGE_ROUNDS, type_closing_day),
                *below,
            ],
            RoundQuestion.PLACES: [
                of_draft(round_buttons.ChoosePlaces, choose_places),
                written(Action.MANAGE_ROUNDS, type_places),
                *below,
            ],
            RoundQuestion.SUMMARY: [
                of_draft(round_buttons.OpenRound, open_round),
                of_draft(round_buttons.ChangeRound, change),
                of_draft(round_buttons.BackToSummary, show_summary),
                *below,
            ],
        },
        fallbacks=[
            CommandHandler("annuleren", only(Action.STOP, cancel)),
            MessageHandler(ANSWERS, only(Action.MANAGE_ROUNDS, wrong_kind)),
        ],
    )


def handlers() -> list[BaseHandler[Any, Any, Any]]:
    """Buttons of rounds that are open; they belong to no question."""
    return [
        pressed(Action.MANAGE_ROUNDS, round_buttons.ShowCode, show_link),
        pressed(Action.MANAGE_ROUNDS, round_buttons.CloseRound, ask_to_close),
        pressed(Action.MANAGE_ROUNDS, round_buttons.ConfirmClose, close),
        pressed(Action.MANAGE_ROUNDS, round_buttons.KeepOpen, keep_open),
    ]
