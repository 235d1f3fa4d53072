"""/start: who comes in, by which link, and where they were."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telegram.ext import CallbackQueryHandler, CommandHandler, filters

from domain.access import Action
from domain.invitation import InvitationOutcome
from domain.person import Role
from domain.price import Cycle, price_of
from domain.registration import Status
from domain.standing import EnrolmentState
from domain.time import local
from handlers.access import only
from handlers.invitation import open_invitation
from handlers.own import own_message
from handlers.registration_screen import screen_of
from messages import general, registration, start
from messages.links import INVITATION, ROUND
from messages.registration_buttons import LearnMore

if TYPE_CHECKING:
    from telegram import Update
    from telegram.ext import BaseHandler

    from domain.standing import Standing
    from handlers.context import Context
    from messages.message import Message

# A registration that is over: one can begin again.
OVER = frozenset({Status.DECLINED, Status.WITHDRAWN})
GOES_ON = frozenset({InvitationOutcome.REGISTRATION, InvitationOutcome.DONE_BEFORE})


async def arrive(update: Update, context: Context) -> None:
    payload = context.args[0] if context.args else ""
    if payload.startswith(INVITATION):
        await accept_invitation(update, context, payload.removeprefix(INVITATION))
        return
    slug = payload.removeprefix(ROUND) if payload.startswith(ROUND) else None
    context.known = await context.services.people.greet(context.chat_id, context.now, context.update_id)
    await context.say(await welcome(context, slug))


async def accept_invitation(update: Update, context: Context, token: str) -> None:
    """A one-time link; one for a registration goes on with its next question."""
    acceptance = await open_invitation(update, context, token)
    context.conversation = await context.services.people.conversation_of(acceptance.person.id)
    if acceptance.outcome in GOES_ON and context.conversation is not None:
        await context.say(await _question_of_now(context))


async def welcome(context: Context, slug: str | None) -> Message:
    """What fits where this person is: in the middle of a question, half-way, registered, or new."""
    standing = await context.services.registrations.standing(context.person.id)
    if context.conversation is not None and not await _leads_to_another_round(context, slug, standing):
        return await _question_of_now(context)
    if context.role in {Role.COORDINATOR, Role.FACILITATOR}:
        return general.help_for(context.speech, context.role)
    its = standing.registration
    if its is not None and its.status is Status.DRAFT:
        return registration.offer_to_resume(screen_of(context, its), slug)
    if its is not None and its.status not in OVER:
        return await own_message(context)
    enrolment = await context.services.registrations.enrolment(slug, context.now)
    return start.welcome(context.speech, enrolment)


async def _leads_to_another_round(context: Context, slug: str | None, standing: Standing) -> bool:
    """A link to another open round than that of the draft, which is then offered to go on with in that one."""
    its = standing.registration
    if slug is None or its is None or its.status is not Status.DRAFT:
        return False
    enrolment = await context.services.registrations.enrolment(slug, context.now)
    return enrolment.state is EnrolmentState.OPEN and enrolment.round != standing.round


async def _question_of_now(context: Context) -> Message:
    if context.conversation is None:
        raise LookupError("nothing is asked")
    ask = context.dependencies.current_questions[context.conversation.name]
    return await ask(context.dependencies, context.person, context.conversation)


async def learn_more(update: Update, context: Context) -> None:
    await context.acknowledge()
    button = context.button
    slug = button.slug if isinstance(button, LearnMore) else None
    enrolment = await context.services.registrations.enrolment(slug, context.now)
    await context.change(
        start.learn_more(
            context.speech,
            enrolment,
            member_cents=_first_cycle_cents(context, member=True),
            other_cents=_first_cycle_cents(context, member=False),
        )
    )


def _first_cycle_cents(context: Context, *, member: bool) -> int:
    return price_of(Cycle.FIRST, member=member, on=local(context.now).date()).cents


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    return [
        CommandHandler("start", arrive, filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE),
        CallbackQueryHandler(only(Action.REGISTER, learn_more), LearnMore.pattern),
    ]
