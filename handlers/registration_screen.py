"""What every callback of a registration does: check that the button still counts, answer, ask what comes next."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import wraps
from typing import TYPE_CHECKING, Any

from telegram.ext import CallbackQueryHandler, ConversationHandler, MessageHandler, filters

from domain.access import Action
from domain.contact import InvalidEmail, InvalidPhone
from domain.registration import Question
from domain.typed_number import InvalidNumber
from domain.typed_text import InvalidWords
from handlers.access import only
from handlers.answers import WORDS, complaint_about_words, kind_key
from handlers.booking_screen import about_intake
from messages import common, own, registration
from messages.registration_card import Screen
from services.registration_turn import NotAskedError

if TYPE_CHECKING:
    from telegram import Message as TelegramMessage
    from telegram import Update

    from domain.conversation import Conversation
    from domain.person import Person
    from domain.registration import Registration
    from handlers.context import Context
    from handlers.dependencies import Dependencies
    from messages.message import Message
    from services.registration_turn import Turn
    from texts.buttons import ButtonData
    from texts.speech import Html, Speech

Step = Question | int | None
"""The question that is asked now, the end of the conversation, or nothing new."""
Callback = Callable[["Update", "Context"], Coroutine[Any, Any, Step]]

END: int = ConversationHandler.END
REFUSALS = (InvalidWords, InvalidEmail, InvalidPhone, InvalidNumber)
Refusal = InvalidWords | InvalidEmail | InvalidPhone | InvalidNumber


def screen_of(context: Context, its: Registration, *, from_summary: bool = False) -> Screen:
    return Screen(context.speech, its, context.services.municipalities, context.now, from_summary)


def screen_at(context: Context, turn: Turn) -> Screen:
    return screen_of(context, turn.registration, from_summary=turn.from_summary)


async def current_question(dependencies: Dependencies, person: Person, conversation: Conversation) -> Message:
    """What this person is asked now. Raises LookupError when the registration is gone."""
    its = await dependencies.services.registrations.get(conversation.subject_id or 0)
    speech, now = dependencies.texts.speech(person.language), dependencies.clock.now()
    screen = Screen(speech, its, dependencies.services.municipalities, now, conversation.from_summary)
    return registration.ask(screen, Question(conversation.question))


async def own_registration(context: Context) -> Registration:
    """The one that the conversation is about. Raises NotAskedError when there is none, or no longer."""
    if context.conversation is None or context.conversation.subject_id is None:
        raise NotAskedError
    try:
        return await context.services.registrations.get(context.conversation.subject_id)
    except LookupError as error:
        raise NotAskedError from error


async def question_of_now(context: Context) -> Message:
    """What is asked, again. Raises NotAskedError."""
    its, conversation = await own_registration(context), context.conversation
    if conversation is None:
        raise NotAskedError
    screen = screen_of(context, its, from_summary=conversation.from_summary)
    return registration.ask(screen, Question(conversation.question))


def pressed(data: type[ButtonData], callback: Callback) -> CallbackQueryHandler[Context, Step]:
    """A button: heard at once; and only of the question and the registration that this person is at."""

    @wraps(callback)
    async def checked(update: Update, context: Context) -> Step:
        await context.acknowledge()
        if not _fits(context):
            await context.say(common.old_button(context.speech))
            return None
        return await _unless_old(callback, update, context, common.old_button)

    return CallbackQueryHandler(only(Action.REGISTER, checked), data.pattern)


def opening(data: type[ButtonData], callback: Callback) -> CallbackQueryHandler[Context, Step]:
    """A button that belongs to no question; the service checks whose registration it is about."""

    @wraps(callback)
    async def checked(update: Update, context: Context) -> Step:
        await context.acknowledge()
        return await _unless_old(callback, update, context, common.old_button)

    return CallbackQueryHandler(only(Action.REGISTER, checked), data.pattern)


def written(callback: Callback, kinds: filters.BaseFilter = WORDS) -> MessageHandler[Context, Step]:
    """An answer in words, or of another kind; forwarded words are words as well."""
    return MessageHandler(kinds, while_asked(callback))


def while_asked(callback: Callback) -> Callback:
    """What is sent, as long as it is asked for."""

    @wraps(callback)
    async def checked(update: Update, context: Context) -> Step:
        return await _unless_old(callback, update, context, common.nothing_asked)

    return only(Action.REGISTER, checked)


async def _unless_old(
    callback: Callback, update: Update, context: Context, otherwise: Callable[[Speech], Message]
) -> Step:
    try:
        return await callback(update, context)
    except NotAskedError:
        await context.say(otherwise(context.speech))
        return None


def _fits(context: Context) -> bool:
    conversation, button = context.conversation, context.button
    if conversation is None or getattr(button, "registration", None) != conversation.subject_id:
        return False
    # The question of ChangeAnswer is the one to go to, not the one that is asked.
    return conversation.question in {getattr(button, "question", conversation.question), Question.CHANGE}


async def go_on(context: Context, turn: Turn, answered: Question) -> Step:
    """The answered question becomes a short line, and the next one is asked."""
    screen = screen_at(context, turn)
    if context.button is not None:
        await context.change(registration.passed(screen, answered))
    elif answered is Question.PHONE:
        # A message with a keyboard below the chat cannot be changed; a new one takes the keyboard away.
        await context.say(registration.without_keyboard(registration.passed(screen, answered)))
    else:
        await context.answered(registration.passed(screen, answered))
    return await ask(context, turn)


async def ask(context: Context, turn: Turn) -> Step:
    """The next question in a new message; at the end, where one stands."""
    screen = screen_at(context, turn)
    if turn.question is not None:
        await context.ask(registration.ask(screen, turn.question))
        return turn.question
    if context.conversation is not None and context.conversation.from_summary:
        standing = await context.services.registrations.standing(context.person.id)
        await context.say(own.standing(screen, standing, await about_intake(context)))
    else:
        await context.say(registration.supplemented(screen))
    return END


async def refuse(context: Context, complaint: Html) -> Step:
    """What was wrong with the answer, and the question again."""
    await context.ask_again(registration.ask_after(complaint, await question_of_now(context)))
    return None


def complaint_about(speech: Speech, question: Question, refusal: Refusal) -> Html:
    match refusal:
        case InvalidWords():
            return complaint_about_words(speech, refusal)
        case InvalidEmail(reason=reason):
            return speech.html(f"error-email-{reason}")
        case InvalidPhone(reason=reason):
            return speech.html(f"error-phone-{reason}")
        case InvalidNumber(reason=reason, lowest=lowest, highest=highest):
            return _said(speech, f"registration-{question}-{reason}", lowest=lowest, highest=highest)


def _said(speech: Speech, key: str, **numbers: int) -> Html:
    """With those of the numbers that the text mentions."""
    wanted = speech.placeholders(key)
    return speech.html(key, **{name: number for name, number in numbers.items() if name in wanted})


KINDS_WITH_WORDS_OF_THEIR_OWN = {
    Question.EMAIL: "error-email-kind",
    Question.SECRETARIAT: "error-email-kind",
    Question.PHONE: "error-phone-kind",
}


async def wrong_kind(update: Update, context: Context) -> Step:
    """Something else than what the question can be answered with."""
    if update.message is None or context.conversation is None:
        return None
    question = Question(context.conversation.question)
    return await refuse(context, context.speech.html(_kind_key(update.message, question)))


def _kind_key(message: TelegramMessage, question: Question) -> str:
    if message.text is None and message.contact is None and question in KINDS_WITH_WORDS_OF_THEIR_OWN:
        return KINDS_WITH_WORDS_OF_THEIR_OWN[question]
    return kind_key(message)


async def edited(update: Update, context: Context) -> Step:
    """An edited message is not an answer."""
    return await refuse(context, context.speech.html("error-edited"))
