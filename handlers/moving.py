"""/verzetten: another moment for a session, or no session; for who leads the group, in private."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from telegram.ext import CommandHandler, ConversationHandler, MessageHandler

from domain.access import Action
from domain.conversation import ConversationName
from domain.typed_moment import InvalidMoment, lines_of, parse_moment
from handlers.access import only
from handlers.answers import ANSWERS, kind_key, pressed, typed_text, written
from handlers.conversation import RowConversation
from handlers.leading import leading, pressed_leading
from handlers.refusal import old_button
from handlers.screen import number_of, reader_of
from messages import moving
from messages import session_buttons as buttons
from messages.session import Reader
from services.moving import MoveOutcome, MoveQuestion
from texts.dates import moment as moment_in_words
from texts.speech import lines

if TYPE_CHECKING:
    from telegram import Update
    from telegram.ext import BaseHandler

    from domain.conversation import Conversation
    from domain.person import Person
    from handlers.context import Context
    from handlers.dependencies import Dependencies
    from messages.message import Message
    from services.moving import Moved
    from texts.speech import Html

END: int = ConversationHandler.END
MAY = Action.MOVE_SESSION
LONGEST_QUOTED = 60
Step = MoveQuestion | int | None
"""What is asked now, the end of the conversation, or nothing new."""


async def show(update: Update, context: Context) -> None:
    """Which session of the group?"""
    if context.group is None:
        raise LookupError("no group was settled on")
    sessions = await context.services.moving.sessions(context.person.id, context.group.id, context.now)
    await context.say(moving.which(reader_of(context), context.group, sessions))


async def begin(update: Update, context: Context) -> Step:
    done = await context.services.moving.begin(
        context.person.id, number_of(context, "session"), context.now, context.update_id
    )
    return await tell(context, done)


async def type_moments(update: Update, context: Context) -> Step:
    """One or several; what can be read is kept, and of the rest is said why not."""
    moments, complaints = [], []
    for line in lines_of(typed_text(update)):
        try:
            moments.append(parse_moment(line, context.now))
        except InvalidMoment as refusal:
            complaints.append(context.speech.html(f"moving-error-{refusal.reason}", typed=line[:LONGEST_QUOTED]))
    session_id = _subject(context)
    done = await context.services.moving.add(context.person.id, session_id, moments, context.now, context.update_id)
    if done.card is None:
        await context.say(moving.gone(context.speech))
        return END
    problems = [
        context.speech.html(
            f"moving-problem-{problem}", moment=moment_in_words(at, context.speech.language, context.now)
        )
        for at, problem in done.refused
    ]
    await context.ask(moving.card(reader_of(context), done.card, lines(*complaints, *problems)))
    return MoveQuestion.MOMENTS


async def something_else(update: Update, context: Context) -> Step:
    """A sticker, a photo: no moment."""
    done = await context.services.moving.card(context.person.id, _subject(context), context.now)
    if done.card is None or update.message is None:
        await context.say(moving.gone(context.speech))
        return END
    await context.ask(moving.card(reader_of(context), done.card, context.speech.html(kind_key(update.message))))
    return MoveQuestion.MOMENTS


async def stop(update: Update, context: Context) -> Step:
    await context.services.moving.stop(context.person.id, context.update_id)
    await context.say(moving.stopped(context.speech))
    return END


async def drop(update: Update, context: Context) -> Step:
    data = context.button
    if not isinstance(data, buttons.DropCandidate):
        return await old_button(context)
    at = moment_of(data.moment)
    return await tell(
        context,
        await context.services.moving.drop(context.person.id, data.session, at, context.now, context.update_id),
    )


async def ask(update: Update, context: Context) -> Step:
    session_id = number_of(context, "session")
    return await tell(
        context, await context.services.moving.ask(context.person.id, session_id, context.now, context.update_id)
    )


async def move_at_once(update: Update, context: Context) -> Step:
    data = context.button
    if not isinstance(data, buttons.MoveAtOnce):
        return await old_button(context)
    at = moment_of(data.moment)
    return await tell(
        context,
        await context.services.moving.move_now(context.person.id, data.session, at, context.now, context.update_id),
    )


async def confirm(update: Update, context: Context) -> Step:
    data = context.button
    if not isinstance(data, buttons.ConfirmMoveSession):
        return await old_button(context)
    return await tell(
        context,
        await context.services.moving.confirm(
            context.person.id, data.poll, data.option, context.now, context.update_id
        ),
    )


async def leave(update: Update, context: Context) -> Step:
    session_id = number_of(context, "session")
    return await tell(
        context, await context.services.moving.leave(context.person.id, session_id, context.now, context.update_id)
    )


async def ask_cancel(update: Update, context: Context) -> Step:
    done = await context.services.moving.card(context.person.id, number_of(context, "session"), context.now)
    if done.card is None:
        await context.change(moving.gone(context.speech))
    else:
        await context.change(moving.sure_to_cancel(reader_of(context), done.card))
    return None


async def cancel(update: Update, context: Context) -> Step:
    data = context.button
    if not isinstance(data, buttons.CancelSession):
        return await old_button(context)
    at = moment_of(data.moment)
    return await tell(
        context,
        await context.services.moving.cancel(context.person.id, data.session, at, context.now, context.update_id),
    )


async def tell(context: Context, done: Moved) -> Step:
    """What came of it, in the message under which the button was pressed."""
    if done.card is None:
        await context.change(moving.gone(context.speech))
        return END
    reader, card = reader_of(context), done.card
    match done.outcome:
        case MoveOutcome.MOVED:
            await context.change(moving.moved(reader, card))
        case MoveOutcome.ALREADY:
            await context.change(moving.already(reader, card))
        case MoveOutcome.LEFT:
            await context.change(moving.left(reader, card))
        case MoveOutcome.CANCELLED:
            await context.change(moving.cancelled(reader, card))
        case MoveOutcome.ASKED:
            await context.change(moving.card(reader, card, context.speech.html("moving-asked-group")))
        case _:
            await context.ask_instead(moving.card(reader, card, _said(context, done.outcome)))
            return MoveQuestion.MOMENTS
    return END


def _said(context: Context, outcome: MoveOutcome) -> Html | None:
    return None if outcome is MoveOutcome.DONE else context.speech.html(f"moving-{outcome}")


async def current_question(dependencies: Dependencies, person: Person, conversation: Conversation) -> Message:
    """The card again."""
    speech, now = dependencies.texts.speech(person.language), dependencies.clock.now()
    done = await dependencies.services.moving.card(person.id, conversation.subject_id or 0, now)
    if done.card is None:
        return moving.gone(speech)
    return moving.card(Reader(speech, dependencies.services.municipalities, now), done.card)


def moment_of(seconds: int) -> datetime:
    """From what a button carries; what is odd becomes a moment at which there is nothing."""
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, ValueError, OSError):
        return datetime.fromtimestamp(0, UTC)


def _subject(context: Context) -> int:
    return 0 if context.conversation is None else context.conversation.subject_id or 0


def conversation() -> RowConversation:
    return RowConversation(
        ConversationName.MOVE_SESSION,
        MoveQuestion,
        entry_points=[pressed(MAY, buttons.StartMove, begin)],
        states={
            MoveQuestion.MOMENTS: [
                *buttons_of_the_card(),
                written(MAY, type_moments),
                MessageHandler(ANSWERS, only(MAY, something_else)),
            ]
        },
        fallbacks=[CommandHandler("annuleren", only(Action.STOP, stop))],
    )


def buttons_of_the_card() -> list[BaseHandler[Any, Any, Any]]:
    return [
        pressed(MAY, buttons.DropCandidate, drop),
        pressed(MAY, buttons.OpenMovePoll, ask),
        pressed(MAY, buttons.MoveAtOnce, move_at_once),
        pressed(MAY, buttons.ConfirmMoveSession, confirm),
        pressed(MAY, buttons.LeaveSession, leave),
        pressed(MAY, buttons.AskCancelSession, ask_cancel),
        pressed(MAY, buttons.CancelSession, cancel),
    ]


def handlers() -> list[BaseHandler[Any, Any, Any]]:
    return [
        CommandHandler("verzetten", leading(MAY, show)),
        pressed_leading(MAY, buttons.ChooseToMove, show),
        *buttons_of_the_card(),
    ]
