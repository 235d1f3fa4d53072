"""/invoeren: the office enters somebody who phoned or mailed, and gets a personal link for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telegram.ext import CommandHandler, ConversationHandler, MessageHandler

from domain.access import Action
from domain.contact import InvalidEmail, parse_email
from domain.conversation import ConversationName
from domain.entry import EntryQuestion
from domain.municipality import Exact
from domain.typed_text import InvalidWords, parse_name
from handlers.access import only
from handlers.answers import ANSWERS, complaint_about_words, pressed, typed_text, written
from handlers.conversation import RowConversation
from handlers.refusal import old_button, refuse, wrong_kind
from messages import entry, entry_buttons

if TYPE_CHECKING:
    from telegram import Update
    from telegram.ext import BaseHandler

    from domain.conversation import Conversation
    from domain.person import Person
    from handlers.access import Callback
    from handlers.context import Context
    from handlers.dependencies import Dependencies
    from messages.message import Message
    from services.catalogue import Services
    from services.entry import Entered, EntryTurn
    from texts.buttons import ButtonData
    from texts.speech import Speech

END: int = ConversationHandler.END
MAY = Action.ENTER_REGISTRATION
Step = EntryQuestion | int | None
"""The question that is asked now, the end of the conversation, or nothing new."""


async def begin(update: Update, context: Context) -> Step:
    """In the middle of entering somebody, the question again; else a new one, beside those with an unopened link."""
    if context.conversation is not None and context.conversation.name is ConversationName.ENTRY:
        return await ask(context, await context.services.entries.current(context.conversation))
    unopened = await context.services.entries.unopened()
    turn = await context.services.entries.begin(context.person.id, context.now, context.update_id)
    if unopened:
        await context.say(entry.unopened(context.speech, unopened))
    return await ask(context, turn)


async def type_name(update: Update, context: Context) -> Step:
    try:
        name = parse_name(typed_text(update))
    except InvalidWords as refusal:
        return await refuse(context, complaint_about_words(context.speech, refusal))
    turn = await context.services.entries.name(context.person.id, name, context.now, context.update_id)
    return await go_on(context, turn)


async def type_municipality(update: Update, context: Context) -> Step:
    """One that is certain is taken; otherwise it is asked which one is meant."""
    match = context.services.municipalities.match(typed_text(update))
    if isinstance(match, Exact):
        return await take_municipality(context, match.municipality.code)
    turn = None if context.conversation is None else await context.services.entries.current(context.conversation)
    if turn is None or turn.registration is None:
        return await old_button(context)
    await context.say(entry.which(context.speech, turn.registration, match))
    return None


async def choose_municipality(update: Update, context: Context) -> Step:
    data = context.button
    known = {municipality.code for municipality in context.services.municipalities}
    if not isinstance(data, entry_buttons.ChooseEntryMunicipality) or data.code not in known:
        return await old_button(context)
    return await take_municipality(context, data.code)


async def take_municipality(context: Context, code: str) -> Step:
    turn = await context.services.entries.municipality(context.person.id, code, context.now, context.update_id)
    if turn is not None and turn.registration is not None and context.button is not None:
        await context.change(
            entry.municipality_done(context.speech, turn.registration, context.services.municipalities)
        )
    return await go_on(context, turn)


async def ask_municipality_again(update: Update, context: Context) -> Step:
    if context.conversation is None:
        return await old_button(context)
    return await ask(context, await context.services.entries.current(context.conversation), instead=True)


async def type_email(update: Update, context: Context) -> Step:
    try:
        email = parse_email(typed_text(update))
    except InvalidEmail as refusal:
        return await refuse(context, context.speech.html(f"error-email-{refusal.reason}"))
    turn = await context.services.entries.email(context.person.id, email, context.now, context.update_id)
    return await go_on(context, turn)


async def skip_email(update: Update, context: Context) -> Step:
    turn = await context.services.entries.email(context.person.id, None, context.now, context.update_id)
    if turn is not None:
        await context.change(entry.email_skipped(context.speech))
    return await go_on(context, turn)


async def make_link(update: Update, context: Context) -> Step:
    entered = await context.services.entries.finish(
        context.person.id, registration_of(context), context.now, context.update_id
    )
    if entered is None:
        return await old_button(context)
    await context.change(entry.done(context.speech, entered.registration))
    await context.say(link(context, entered))
    return END


async def make_link_again(update: Update, context: Context) -> None:
    """For somebody who was entered before; it belongs to no question."""
    entered = await context.services.entries.link_again(
        context.person.id, registration_of(context), context.now, context.update_id
    )
    await context.say(entry.opened_meanwhile(context.speech) if entered is None else link(context, entered))


async def go_back(update: Update, context: Context) -> Step:
    turn = await context.services.entries.back(context.person.id, context.now, context.update_id)
    return await old_button(context) if turn is None else await ask(context, turn, instead=True)


async def cancel(update: Update, context: Context) -> Step:
    await context.services.entries.cancel(context.person.id, context.update_id)
    await context.change(entry.stopped(context.speech))
    return END


async def go_on(context: Context, turn: EntryTurn | None) -> Step:
    return await old_button(context) if turn is None else await ask(context, turn)


async def ask(context: Context, turn: EntryTurn, *, instead: bool = False) -> Step:
    """In a new message, or instead of the one under which the button was pressed."""
    message = question(context.services, context.speech, turn)
    await (context.change(message) if instead else context.say(message))
    return turn.question


def question(services: Services, speech: Speech, turn: EntryTurn) -> Message:
    if turn.registration is None:
        return entry.name_question(speech)
    match turn.question:
        case EntryQuestion.NAME:
            return entry.name_question(speech)
        case EntryQuestion.MUNICIPALITY:
            return entry.municipality_question(speech, turn.registration)
        case EntryQuestion.EMAIL:
            return entry.email_question(speech, turn.registration)
        case EntryQuestion.SUMMARY:
            return entry.summary(speech, turn.registration, turn.round, services.municipalities)


async def current_question(dependencies: Dependencies, person: Person, conversation: Conversation) -> Message:
    turn = await dependencies.services.entries.current(conversation)
    return question(dependencies.services, dependencies.texts.speech(person.language), turn)


def link(context: Context, entered: Entered) -> Message:
    username = context.dependencies.username()
    return entry.personal_link(context.speech, entered.registration, username, entered.token, context.now)


def registration_of(context: Context) -> int:
    """The registration that the button is about; 0, which is none, for a button about none."""
    number = getattr(context.button, "registration", 0)
    return number if isinstance(number, int) else 0


def of_this(data: type[ButtonData], callback: Callback) -> BaseHandler[Any, Any, Any]:
    """A button of whom is being entered, under the question that is asked; of another it is old."""

    async def checked(update: Update, context: Context) -> object:
        asked, button = context.conversation, context.button
        if asked is None or getattr(button, "question", asked.question) != asked.question:
            return await old_button(context)
        if getattr(button, "registration", asked.subject_id) != asked.subject_id:
            return await old_button(context)
        return await callback(update, context)

    return pressed(MAY, data, checked)


def conversation() -> RowConversation:
    below = [of_this(entry_buttons.EntryBack, go_back), of_this(entry_buttons.EntryCancel, cancel)]
    return RowConversation(
        ConversationName.ENTRY,
        EntryQuestion,
        entry_points=[CommandHandler("invoeren", only(MAY, begin))],
        states={
            EntryQuestion.NAME: [written(MAY, type_name), *below],
            EntryQuestion.MUNICIPALITY: [
                of_this(entry_buttons.ChooseEntryMunicipality, choose_municipality),
                of_this(entry_buttons.OtherEntryMunicipality, ask_municipality_again),
                written(MAY, type_municipality),
                *below,
            ],
            EntryQuestion.EMAIL: [
                of_this(entry_buttons.SkipEntryEmail, skip_email),
                written(MAY, type_email),
                *below,
            ],
            EntryQuestion.SUMMARY: [of_this(entry_buttons.MakeLink, make_link), *below],
        },
        fallbacks=[
            CommandHandler("annuleren", only(Action.STOP, cancel)),
            MessageHandler(ANSWERS, only(MAY, wrong_kind)),
        ],
    )


def handlers() -> list[BaseHandler[Any, Any, Any]]:
    return [pressed(MAY, entry_buttons.MakeLinkAgain, make_link_again)]
