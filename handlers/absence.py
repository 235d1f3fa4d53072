"""/afmelden: reporting absence and taking it back; and what the leader decides about a session with too few."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telegram.ext import CommandHandler

from domain.access import Action
from handlers.access import only
from handlers.answers import pressed
from handlers.leading import pressed_leading
from handlers.refusal import old_button
from handlers.rota import reader_of
from handlers.screen import number_of
from messages import absence
from messages import rota_buttons as buttons
from services.absence import AbsenceOutcome, ThinOutcome

if TYPE_CHECKING:
    from telegram import Update
    from telegram.ext import BaseHandler

    from handlers.context import Context

MAY = Action.REPORT_ABSENCE


async def show(update: Update, context: Context) -> None:
    own = await context.services.absences.sessions(context.person.id, context.now)
    message = absence.which(reader_of(context), own)
    if context.button is None:
        await context.say(message)
    else:
        await context.change(message)


async def ask(update: Update, context: Context) -> None:
    """Says what follows from it first."""
    own = await context.services.absences.sessions(context.person.id, context.now)
    its = next((each for each in own if each.session.id == number_of(context, "session")), None)
    if its is None or its.absent:
        outcome = AbsenceOutcome.TOO_LATE if its is None else AbsenceOutcome.ALREADY
        await context.change(absence.refused(reader_of(context), outcome, own))
        return
    hosts = its.session.host_id == context.person.id
    await context.change(absence.sure(reader_of(context), its, hosts=hosts))


async def report(update: Update, context: Context) -> None:
    done = await context.services.absences.report(
        context.person.id, number_of(context, "session"), context.now, context.update_id
    )
    if done.outcome is AbsenceOutcome.REPORTED and done.session is not None:
        await context.change(absence.reported(reader_of(context), done.session, done.had, hosted=done.hosted))
    else:
        await _refuse(context, done.outcome)


async def _refuse(context: Context, outcome: AbsenceOutcome) -> None:
    own = await context.services.absences.sessions(context.person.id, context.now)
    await context.change(absence.refused(reader_of(context), outcome, own))


async def take_back(update: Update, context: Context) -> None:
    done = await context.services.absences.take_back(
        context.person.id, number_of(context, "session"), context.now, context.update_id
    )
    if done.outcome is AbsenceOutcome.TAKEN_BACK and done.session is not None:
        await context.change(absence.taken_back(reader_of(context), done.session, done.had, done.has))
    else:
        await _refuse(context, done.outcome)


async def decide_thin(update: Update, context: Context) -> None:
    data = context.button
    if not isinstance(data, buttons.DecideThin):
        await old_button(context)
        return
    session = await context.services.session_views.led(data.session, context.person.id)
    done = await context.services.absences.decide(
        data.session, context.person.id, data.decision, context.now, context.update_id
    )
    if session is None or done is not ThinOutcome.DECIDED:
        await context.change(absence.thin_settled(reader_of(context)))
        return
    await context.change(absence.thin_decided(reader_of(context), session, data.decision))


def handlers() -> list[BaseHandler[Any, Any, Any]]:
    return [
        CommandHandler("afmelden", only(MAY, show)),
        pressed(MAY, buttons.ShowAbsence, show),
        pressed(MAY, buttons.AskAbsence, ask),
        pressed(MAY, buttons.ReportAbsence, report),
        pressed(MAY, buttons.TakeBackAbsence, take_back),
        pressed_leading(Action.DIVIDE_TURNS, buttons.DecideThin, decide_thin),
    ]
