"""/aanwezig: who was at a session; for who leads the group, in private."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telegram.ext import CommandHandler

from domain.access import Action
from domain.session import SessionStatus
from handlers.answers import pressed
from handlers.leading import leading
from handlers.refusal import old_button
from handlers.screen import number_of, reader_of
from messages import attendance
from messages import session_buttons as buttons
from services.attendance import NoteOutcome

if TYPE_CHECKING:
    from telegram import Update
    from telegram.ext import BaseHandler

    from handlers.context import Context
    from services.attendance import Noted

MAY = Action.NOTE_ATTENDANCE


async def show(update: Update, context: Context) -> None:
    """The session that the group had last, or is having."""
    if context.group is None:
        raise LookupError("no group was settled on")
    session = await context.services.attendance.last_begun(context.group.id, context.now)
    card = None if session is None else await context.services.attendance.card(session.id)
    if card is None:
        upcoming = await context.services.programmes.next_session(context.group.id, context.now)
        next_at = None if upcoming is None else upcoming.starts_at
        await context.say(attendance.none_yet(context.speech, context.group, next_at))
    elif card.session.status is SessionStatus.HELD:
        await context.say(attendance.settled(reader_of(context), card))
    else:
        await context.say(attendance.card(reader_of(context), card))


async def show_session(update: Update, context: Context) -> None:
    """From a button: the card, also when it was settled, to correct it."""
    await _show_session(context)


async def _show_session(context: Context) -> None:
    session = await context.services.session_views.led(number_of(context, "session"), context.person.id)
    card = None if session is None else await context.services.attendance.card(session.id)
    if card is None or card.session.status is SessionStatus.CANCELLED:
        await context.change(attendance.gone(context.speech))
    elif card.session.starts_at > context.now:
        await context.change(attendance.too_early(reader_of(context), card.session))
    else:
        await context.change(attendance.card(reader_of(context), card))


async def note(update: Update, context: Context) -> None:
    data = context.button
    if not isinstance(data, buttons.NotePresent):
        await old_button(context)
        return
    noted = await context.services.attendance.note(
        context.person.id, data.session, data.person, context.now, context.update_id, present=data.present
    )
    await _tell(context, noted)


async def settle(update: Update, context: Context) -> None:
    session_id = number_of(context, "session")
    await _tell(
        context,
        await context.services.attendance.settle(context.person.id, session_id, context.now, context.update_id),
    )


async def _tell(context: Context, noted: Noted) -> None:
    match noted.outcome:
        case NoteOutcome.NOTED | NoteOutcome.NOT_A_MEMBER if noted.card is not None:
            await context.change(attendance.card(reader_of(context), noted.card))
        case NoteOutcome.SETTLED if noted.card is not None:
            await context.change(attendance.settled(reader_of(context), noted.card))
        case NoteOutcome.TOO_EARLY:
            await _show_session(context)
        case _:
            await context.change(attendance.gone(context.speech))


def handlers() -> list[BaseHandler[Any, Any, Any]]:
    return [
        CommandHandler("aanwezig", leading(MAY, show)),
        pressed(MAY, buttons.ShowAttendance, show_session),
        pressed(MAY, buttons.NotePresent, note),
        pressed(MAY, buttons.SettleAttendance, settle),
    ]
