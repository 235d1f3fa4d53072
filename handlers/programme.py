"""/programma: the running order, the rules of feedback and the exercise; for who leads the group, in private."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telegram.ext import CommandHandler

from domain.access import Action
from handlers.answers import pressed
from handlers.leading import leading
from handlers.refusal import old_button
from handlers.screen import number_of, reader_of
from messages import programme
from messages import session_buttons as buttons
from services.programme import Handout, ProgrammeOutcome

if TYPE_CHECKING:
    from collections.abc import Callable

    from telegram import Update
    from telegram.ext import BaseHandler

    from handlers.access import Callback
    from handlers.context import Context
    from messages.message import Message
    from messages.session import Reader
    from services.programme import ProgrammeCard, Programmed

MAY = Action.BRING_PROGRAMME


async def show(update: Update, context: Context) -> None:
    """Of the session that is going on, or comes next."""
    if context.group is None:
        raise LookupError("no group was settled on")
    session = await context.services.programmes.next_session(context.group.id, context.now)
    card = None if session is None else await context.services.programmes.card(session.id)
    if card is None:
        await context.say(programme.nothing_planned(context.speech, context.group))
    else:
        await context.say(programme.card(reader_of(context), card))


def _shows(screen: Callable[[Reader, ProgrammeCard], Message]) -> Callback:
    """A button that shows one of the screens."""

    async def show_screen(update: Update, context: Context) -> None:
        session = await context.services.session_views.led(number_of(context, "session"), context.person.id)
        card = None if session is None or not session.planned else await context.services.programmes.card(session.id)
        await context.change(programme.gone(context.speech) if card is None else screen(reader_of(context), card))

    return show_screen


async def set_lunch(update: Update, context: Context) -> None:
    data = context.button
    if not isinstance(data, buttons.SetLunch):
        await old_button(context)
        return
    done = await context.services.programmes.set_lunch(
        context.person.id, data.session, data.lunch, context.now, context.update_id
    )
    await _show(context, done, programme.card)


def _draws(*, again: bool) -> Callback:
    async def draw(update: Update, context: Context) -> None:
        session_id = number_of(context, "session")
        done = await context.services.programmes.draw(context.person.id, session_id, context.update_id, again=again)
        await _show(context, done, programme.pairs if done.outcome is ProgrammeOutcome.DONE else programme.card)

    return draw


def _sends(handout: Handout, screen: Callable[[Reader, ProgrammeCard], Message]) -> Callback:
    async def send(update: Update, context: Context) -> None:
        session_id = number_of(context, "session")
        done = await context.services.programmes.send(
            context.person.id, session_id, handout, context.now, context.update_id
        )
        await _show(context, done, screen)

    return send


async def _show(context: Context, done: Programmed, screen: Callable[[Reader, ProgrammeCard], Message]) -> None:
    """The screen, with what came of the tap above it."""
    if done.card is None:
        await context.change(programme.gone(context.speech))
        return
    said = screen(reader_of(context), done.card)
    if done.outcome is not ProgrammeOutcome.DONE:
        said = programme.with_word(said, context.speech.html(f"programme-told-{done.outcome}"))
    await context.change(said)


def handlers() -> list[BaseHandler[Any, Any, Any]]:
    return [
        CommandHandler("programma", leading(MAY, show)),
        pressed(MAY, buttons.ShowProgramme, _shows(programme.card)),
        pressed(MAY, buttons.SetLunch, set_lunch),
        pressed(MAY, buttons.SendProgramme, _sends(Handout.PROGRAMME, programme.card)),
        pressed(MAY, buttons.ShowRules, _shows(programme.rules)),
        pressed(MAY, buttons.SendRules, _sends(Handout.RULES, programme.rules)),
        pressed(MAY, buttons.ShowPairs, _draws(again=False)),
        pressed(MAY, buttons.DrawAgain, _draws(again=True)),
        pressed(MAY, buttons.SendPairs, _sends(Handout.PAIRS, programme.pairs)),
    ]
