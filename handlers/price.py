"""Answering another price than the one that was agreed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from domain.access import Action
from domain.registration import Status
from handlers.admission import registration_of
from handlers.answers import pressed
from handlers.menu import show_menu
from messages import admission_buttons, admission_outcome
from messages.registration_card import Screen
from services.admission import Outcome

if TYPE_CHECKING:
    from telegram import Update
    from telegram.ext import BaseHandler

    from handlers.context import Context
    from services.admission import Card

MAY = Action.REGISTER


async def agree(update: Update, context: Context) -> None:
    decision = await context.services.admissions.agree_to_price(
        registration_of(context), context.person.id, context.now, context.update_id
    )
    if decision.outcome is not Outcome.ADMITTED or decision.card is None:
        await context.change(admission_outcome.price_settled(context.speech))
        return
    registration = decision.card.registration
    screen = Screen(context.speech, registration, context.services.municipalities, context.now)
    its = await context.services.intakes.standing(context.person.id, context.now)
    await context.change(admission_outcome.admitted(screen, room=its.room))
    await show_menu(context.bot, context.dependencies.texts, decision.card.person)


async def ask_whether_sure(update: Update, context: Context) -> None:
    card = await own_open_card(context)
    if card is None:
        await context.change(admission_outcome.price_settled(context.speech))
        return
    await context.change(admission_outcome.refuse_price_sure(context.speech, card.registration.id))


async def show_price(update: Update, context: Context) -> None:
    card = await own_open_card(context)
    if card is None:
        await context.change(admission_outcome.price_settled(context.speech))
        return
    await context.change(admission_outcome.price_asked(context.speech, card.registration))


async def refuse(update: Update, context: Context) -> None:
    decision = await context.services.admissions.refuse_price(
        registration_of(context), context.person.id, context.now, context.update_id
    )
    refused = decision.outcome is Outcome.PRICE_REFUSED
    message = admission_outcome.price_refused if refused else admission_outcome.price_settled
    await context.change(message(context.speech))


async def own_open_card(context: Context) -> Card | None:
    """One's own registration, as long as the price is waited for."""
    card = await context.services.admissions.card(registration_of(context))
    if card is None or card.person.id != context.person.id or card.registration.status is not Status.PRICE:
        return None
    return card


def handlers() -> list[BaseHandler[Any, Any, Any]]:
    return [
        pressed(MAY, admission_buttons.AgreeToPrice, agree),
        pressed(MAY, admission_buttons.RefusePrice, ask_whether_sure),
        pressed(MAY, admission_buttons.BackToPrice, show_price),
        pressed(MAY, admission_buttons.ConfirmRefusePrice, refuse),
    ]
