"""Coming into a registration, moving about in it, sending it in and leaving it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.registration import Question, Status
from domain.typed_text import InvalidWords, parse_name
from handlers.answers import typed_text
from handlers.booking_screen import about_intake
from handlers.menu import show_menu
from handlers.registration_answers import data_of
from handlers.registration_screen import END, ask, go_on, screen_at, screen_of
from messages import own, registration
from messages import registration_buttons as buttons
from services.registration import BeginOutcome, SubmitOutcome
from services.registration_turn import NotAskedError
from texts.language import LANGUAGES

if TYPE_CHECKING:
    from telegram import Update

    from handlers.context import Context
    from handlers.registration_screen import Callback, Step
    from messages.message import Message
    from services.registration import Submission
    from services.registration_turn import Turn

NAVIGATION = ("common-back", "common-cancel", "common-later", "common-skip")


def offered_name(update: Update) -> str | None:
    """What Telegram knows, when it can be somebody's name."""
    user = update.effective_user
    try:
        return None if user is None else parse_name(user.full_name)
    except InvalidWords:
        return None


async def begin(update: Update, context: Context) -> Step:
    data = data_of(context, buttons.Begin)
    begun = await context.services.registrations.begin(
        context.person.id, data.slug, offered_name(update), context.now, context.update_id, free=data.free
    )
    if begun.turn is None:
        await context.change(registration.no_place(context.speech, begun.enrolment))
        return END
    if begun.outcome is BeginOutcome.ALREADY:
        await context.change(registration.sent_before(screen_at(context, begun.turn)))
        return END
    return await ask(context, begun.turn)


async def resume(update: Update, context: Context) -> Step:
    data = data_of(context, buttons.Resume)
    turn = await context.services.registrations.resume(
        context.person.id, data.registration, data.slug, context.now, context.update_id
    )
    return await _ask_in_place(context, turn)


async def _ask_in_place(context: Context, turn: Turn) -> Step:
    """So that a button pressed twice asks once."""
    if turn.question is not None:
        await context.change(registration.ask(screen_at(context, turn), turn.question))
    return turn.question


async def ask_to_erase(update: Update, context: Context) -> Step:
    data = data_of(context, buttons.Erase)
    standing = await context.services.registrations.standing(context.person.id)
    draft = standing.registration
    if draft is None or draft.id != data.registration or draft.status is not Status.DRAFT:
        raise NotAskedError
    await context.change(registration.sure_to_erase(screen_of(context, draft), again=data.again))
    return None


async def erase(update: Update, context: Context) -> Step:
    """Everything that was entered; and from the first question again when that is what was asked."""
    data = data_of(context, buttons.ConfirmErase)
    if data.again:
        turn = await context.services.registrations.start_over(
            context.person.id, data.registration, offered_name(update), context.now, context.update_id
        )
        return await _ask_in_place(context, turn)
    await context.services.registrations.erase_draft(
        context.person.id, data.registration, context.now, context.update_id
    )
    await context.change(registration.erased(context.speech))
    return END


async def back(update: Update, context: Context) -> Step:
    return await _step_back(context, data_of(context, buttons.Back).question)


async def _step_back(context: Context, question: Question) -> Step:
    turn = await context.services.answers.back(context.person.id, question, context.now, context.update_id)
    left = registration.left(screen_at(context, turn), question)
    return await _move(context, await _where_back_leads(context, turn), turn, left)


async def _where_back_leads(context: Context, turn: Turn) -> Message:
    screen = screen_at(context, turn)
    if turn.question is not None:
        return registration.ask(screen, turn.question)
    if turn.registration.status is Status.DRAFT:
        return registration.offer_to_resume(screen)
    standing = await context.services.registrations.standing(context.person.id)
    return own.standing(screen, standing, await about_intake(context))


async def _move(context: Context, message: Message, turn: Turn, left: Message) -> Step:
    """In place of the question that is left, which becomes `left` when a new message has to be sent."""
    if context.button is not None and message.contact_keyboard is None:
        await context.change(message)
        return turn.question or END
    if context.button is not None:
        await context.change(left)
    elif context.conversation is not None and context.conversation.question == Question.PHONE:
        await context.say(registration.without_keyboard(left))
    await context.say(message)
    return turn.question or END


async def skip(update: Update, context: Context) -> Step:
    return await _skip(context, data_of(context, buttons.Skip).question)


async def _skip(context: Context, question: Question) -> Step:
    turn = await context.services.answers.skip(context.person.id, question, context.now, context.update_id)
    return await go_on(context, turn, question)


async def cancel(update: Update, context: Context) -> Step:
    """Stop here; whatever was entered stays."""
    turn = await context.services.answers.pause(context.person.id, context.now, context.update_id)
    paused = registration.paused(screen_at(context, turn))
    if context.button is None:
        await context.say(paused)
    else:
        await context.change(paused)
    return END


def navigable(callback: Callback) -> Callback:
    """Takes the words of a navigation button for the button itself: those below the chat send their words."""

    async def navigate(update: Update, context: Context) -> Step:
        if context.conversation is None:
            raise NotAskedError
        question = Question(context.conversation.question)
        match _navigation(context, typed_text(update)):
            case "common-back":
                return await _step_back(context, question)
            case "common-cancel" | "common-later":
                return await cancel(update, context)
            case "common-skip" if not context.conversation.from_summary:
                return await _skip(context, question)
            case _:
                return await callback(update, context)

    return navigate


def _navigation(context: Context, typed: str) -> str | None:
    """In either language: a keyboard that is there stays as it was when somebody chooses another."""
    words = typed.strip().casefold()
    speeches = [context.dependencies.texts.speech(language) for language in LANGUAGES]
    return next(
        (key for key in NAVIGATION for speech in speeches if speech.plain(key).casefold() == words),
        None,
    )


async def open_changes(update: Update, context: Context) -> Step:
    its = data_of(context, buttons.OpenChanges).registration
    turn = await context.services.answers.open_changes(context.person.id, its, context.now, context.update_id)
    await context.change(registration.ask(screen_at(context, turn), Question.CHANGE))
    return Question.CHANGE


async def change(update: Update, context: Context) -> Step:
    question = data_of(context, buttons.ChangeAnswer).question
    turn = await context.services.answers.change(context.person.id, question, context.now, context.update_id)
    screen = screen_at(context, turn)
    return await _move(context, registration.ask(screen, question), turn, registration.changing(screen, question))


async def supplement(update: Update, context: Context) -> Step:
    its = data_of(context, buttons.StartSupplement).registration
    turn = await context.services.answers.supplement(context.person.id, its, context.now, context.update_id)
    return await ask(context, turn)


async def supplement_later(update: Update, context: Context) -> Step:
    await context.say(registration.supplement_later(context.speech))
    return None


async def submit(update: Update, context: Context) -> Step:
    data = data_of(context, buttons.Submit)
    submission = await context.services.registrations.submit(
        context.person.id, data.registration, context.now, context.update_id, free=data.free
    )
    return await _told_of(context, submission)


async def _told_of(context: Context, submission: Submission) -> Step:
    screen = screen_at(context, submission.turn)
    match submission.outcome:
        case SubmitOutcome.RECEIVED:
            await context.change(registration.sent_card(screen))
            await context.say(registration.receipt(screen, submission.answer_by))
        case SubmitOutcome.ALREADY:
            await context.say(registration.sent_before(screen))
        case SubmitOutcome.NO_PLACE:
            await context.say(registration.no_place(context.speech, submission.enrolment, screen.registration.id))
            return submission.turn.question
        case SubmitOutcome.INCOMPLETE:
            return await ask(context, submission.turn)
    return END


async def ask_to_withdraw(update: Update, context: Context) -> Step:
    its = data_of(context, buttons.Withdraw).registration
    standing = await context.services.registrations.standing(context.person.id)
    if standing.registration is None or standing.registration.id != its:
        raise NotAskedError
    of_group = await context.services.group_changes.own_membership(context.person.id) is not None
    await context.change(own.sure_to_withdraw(context.speech, its, of_group=of_group))
    return None


async def withdraw(update: Update, context: Context) -> Step:
    its = data_of(context, buttons.ConfirmWithdraw).registration
    await context.services.registrations.withdraw(context.person.id, its, context.now, context.update_id)
    await context.change(own.withdrawn(context.speech))
    # Who was a participant is one no longer.
    await show_menu(context.bot, context.dependencies.texts, await context.services.people.get(context.person.id))
    return END
