"""A member who is asked to host: yes or no with one tap, and then what the others need to know."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telegram.ext import CommandHandler, ConversationHandler, MessageHandler

from domain.access import Action
from domain.conversation import ConversationName
from domain.place import ARRANGEMENT_LONGEST, Arrangement
from domain.typed_text import InvalidWords, parse_reference
from handlers.access import only
from handlers.answers import ANSWERS, complaint_about_words, pressed, typed_text, written
from handlers.conversation import RowConversation
from handlers.refusal import old_button, refuse, wrong_kind
from handlers.screen import number_of, reader_of
from messages import hosting as messages
from messages import place_buttons as buttons
from services.hosting import HostAnswer

if TYPE_CHECKING:
    from telegram import Update
    from telegram.ext import BaseHandler

    from domain.conversation import Conversation
    from domain.person import Person
    from handlers.context import Context
    from handlers.dependencies import Dependencies
    from messages.message import Message
    from services.hosting import Arranging

END: int = ConversationHandler.END
MAY = Action.HOST
Step = Arrangement | int | None
"""What is asked now, the end of the conversation, or nothing new."""


async def answer(update: Update, context: Context) -> None:
    data = context.button
    if not isinstance(data, buttons.AnswerHosting):
        await old_button(context)
        return
    done = await context.services.hosts.answer(
        context.person.id, data.hosting, context.now, context.update_id, yes=data.yes
    )
    if done.view is None:
        await context.change(messages.gone(context.speech))
        return
    match done.outcome:
        case HostAnswer.ACCEPTED:
            await context.change(messages.accepted(reader_of(context), done.view))
        case HostAnswer.DECLINED:
            await context.change(messages.declined(context.speech))
        case HostAnswer.ALREADY if data.yes:
            await context.change(messages.own(reader_of(context), done.view, context.speech.html("host-already")))
        case HostAnswer.ALREADY:
            await context.change(messages.declined(context.speech))
        case _:
            await context.change(messages.stale(context.speech))


async def show(update: Update, context: Context) -> None:
    """What was arranged: to the host with buttons, to the others of the group to read."""
    view = await context.services.hosts.view(context.person.id, number_of(context, "hosting"))
    if view is None:
        await context.say(messages.gone(context.speech))
    elif view.hosting.person_id == context.person.id:
        await context.change(messages.own(reader_of(context), view))
    else:
        await context.say(messages.arranged(reader_of(context), view))


async def begin(update: Update, context: Context) -> Step:
    data = context.button
    if not isinstance(data, buttons.Arrange):
        return await old_button(context)
    done = await context.services.hosts.ask(
        context.person.id, data.hosting, data.arrangement, context.now, context.update_id
    )
    if done is None:
        await context.change(messages.stale(context.speech))
        return END
    return await _go_on(context, done, in_place=True)


async def type_words(update: Update, context: Context) -> Step:
    asked = _asked(context)
    if asked is None:
        return await old_button(context)
    try:
        words = parse_reference(typed_text(update), ARRANGEMENT_LONGEST)
    except InvalidWords as refusal:
        return await refuse(context, complaint_about_words(context.speech, refusal))
    done = await context.services.hosts.say(context.person.id, words, context.now, context.update_id)
    if done is None:
        await context.say(messages.stale(context.speech))
        return END
    await context.answered(messages.answered(context.speech, asked, words))
    return await _go_on(context, done, in_place=False)


async def skip(update: Update, context: Context) -> Step:
    data = context.button
    if not isinstance(data, buttons.SkipArrangement) or data.arrangement is not _asked(context):
        return await old_button(context)
    done = await context.services.hosts.say(context.person.id, None, context.now, context.update_id)
    if done is None:
        await context.change(messages.stale(context.speech))
        return END
    return await _go_on(context, done, in_place=True)


async def stop(update: Update, context: Context) -> Step:
    """Done for now; what was said is told to the others."""
    view = await context.services.hosts.stop(context.person.id, context.update_id)
    if view is None:
        return await old_button(context)
    await context.say(messages.own(reader_of(context), view, context.speech.html("host-arranging-left")))
    return END


async def current_question(dependencies: Dependencies, person: Person, conversation: Conversation) -> Message:
    speech = dependencies.texts.speech(person.language)
    return messages.question(speech, conversation.subject_id or 0, Arrangement(conversation.question))


async def _go_on(context: Context, done: Arranging, *, in_place: bool) -> Step:
    """The next question, or all that was said."""
    if done.question is None:
        thanks = context.speech.html("host-arranged-thanks") if done.view.hosting.arrangements.said else None
        await context.say(messages.own(reader_of(context), done.view, thanks))
        return END
    question = messages.question(context.speech, done.view.hosting.id, done.question)
    if in_place:
        await context.ask_instead(question)
    else:
        await context.ask(question)
    return done.question


def _asked(context: Context) -> Arrangement | None:
    """What the host is asked now."""
    conversation = context.conversation
    if conversation is None or conversation.name is not ConversationName.HOSTING:
        return None
    return Arrangement(conversation.question)


def conversation() -> RowConversation:
    answers = [
        written(MAY, type_words),
        pressed(MAY, buttons.SkipArrangement, skip),
        pressed(MAY, buttons.StopArranging, stop),
    ]
    return RowConversation(
        ConversationName.HOSTING,
        Arrangement,
        entry_points=[pressed(MAY, buttons.Arrange, begin)],
        states=dict.fromkeys(Arrangement, answers),
        fallbacks=[
            CommandHandler("annuleren", only(Action.STOP, stop)),
            MessageHandler(ANSWERS, only(MAY, wrong_kind)),
        ],
    )


def handlers() -> list[BaseHandler[Any, Any, Any]]:
    return [pressed(MAY, buttons.AnswerHosting, answer), pressed(MAY, buttons.ShowHosting, show)]
