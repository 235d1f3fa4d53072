"""One-time links: /uitnodigen makes one for a facilitator; whoever opens one becomes what it is for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telegram.ext import CommandHandler

from domain.access import Action
from domain.invitation import InvitationKind, InvitationOutcome
from handlers.access import only
from handlers.menu import show_menu
from messages import invitation

if TYPE_CHECKING:
    from telegram import Update
    from telegram.ext import BaseHandler

    from handlers.context import Context
    from services.invitation import Acceptance

GIVES_ROLE = frozenset({InvitationOutcome.COORDINATOR, InvitationOutcome.FACILITATOR})


async def invite_facilitator(update: Update, context: Context) -> None:
    token = await context.services.invitations.issue(
        InvitationKind.FACILITATOR, context.now, created_by=context.person.id, update_id=context.update_id
    )
    username = context.dependencies.username()
    await context.say(invitation.facilitator_link(context.speech, username, token, context.now))


async def open_invitation(update: Update, context: Context, token: str) -> Acceptance:
    """Somebody came in by a one-time link: they hear what it made of them.

    The outcome tells whether a registration goes on from here: its question is then the one in the row.
    """
    user = update.effective_user
    acceptance = await context.services.invitations.accept(
        token, context.chat_id, context.now, context.update_id, name=user.full_name if user else None
    )
    context.known = acceptance.person
    await context.say(invitation.opened(context.speech, acceptance.outcome, acceptance.person.first_name))
    if acceptance.outcome in GIVES_ROLE:
        await show_menu(context.bot, context.dependencies.texts, acceptance.person)
    return acceptance


def handlers() -> list[BaseHandler[Any, Any, Any]]:
    return [CommandHandler("uitnodigen", only(Action.INVITE_FACILITATOR, invite_facilitator))]
