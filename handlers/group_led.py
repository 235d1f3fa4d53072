"""A group that was published: who is in it, who leads it, and what is decided when people come and go."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from domain.access import Action
from domain.person import Role
from handlers.answers import pressed
from handlers.menu import show_menu
from handlers.screen import desk_of, number_of
from messages import common, group_led, group_told
from messages import group_buttons as buttons
from services.group_change import DecideOutcome
from services.group_leading import LeadOutcome
from services.group_newcomer import ProposeOutcome

if TYPE_CHECKING:
    from telegram import Update
    from telegram.ext import BaseHandler

    from handlers.context import Context
    from services.group_leading import GroupCard, Lead

EITHER = Action.ARRANGE_GROUP
OFFICE = Action.MANAGE_GROUPS
LEADER = Action.LEAD_GROUP


async def show(update: Update, context: Context) -> None:
    card = await _card(context, number_of(context, "group"))
    if card is not None:
        await context.change(group_led.card(desk_of(context), card, office=_office(context)))


async def show_member(update: Update, context: Context) -> None:
    its = await context.services.group_changes.membership(number_of(context, "membership"))
    if its is None or await context.services.leading.card(its.group.id, context.person.id) is None:
        await context.change(group_led.not_yours(context.speech))
        return
    await context.change(group_led.member_card(desk_of(context), its.view, its.group, office=_office(context)))


async def choose_facilitator(context: Context) -> None:
    card = await _card(context, number_of(context, "group"))
    if card is not None:
        facilitators = await context.services.leading.facilitators()
        await context.change(group_led.facilitator_choice(context.speech, card, facilitators))


async def assign(context: Context) -> None:
    done = await context.services.leading.assign(
        number_of(context, "group"), number_of(context, "person"), context.person.id, context.now, context.update_id
    )
    await _show_lead(context, done)


async def choose_stand_in(update: Update, context: Context) -> None:
    card = await _card(context, number_of(context, "group"))
    if card is not None:
        facilitators = await context.services.leading.facilitators()
        office = _office(context)
        await context.change(group_led.stand_in_choice(context.speech, card, facilitators, office=office))


async def stand_in(update: Update, context: Context) -> None:
    done = await context.services.leading.stand_in(
        number_of(context, "group"), number_of(context, "person"), context.person.id, context.now, context.update_id
    )
    await _show_lead(context, done)


async def give_back(update: Update, context: Context) -> None:
    done = await context.services.leading.give_back(
        number_of(context, "group"), context.person.id, context.now, context.update_id
    )
    await _show_lead(context, done)


async def _show_lead(context: Context, done: Lead) -> None:
    """Who leads it now; a stand-in who gave it back sees it no longer."""
    if done.card is None:
        await context.change(group_led.not_yours(context.speech))
        return
    card, office = done.card, _office(context)
    if not office and context.person.id not in card.group.leaders:
        await context.change(group_told.given_back(context.speech, card))
        return
    said = {
        LeadOutcome.CHANGED: context.speech.html("group-lead-changed"),
        LeadOutcome.NO_FACILITATOR: context.speech.html("group-no-facilitator"),
    }.get(done.outcome)
    await context.change(group_led.card(desk_of(context), card, office=office, said=said))


async def decide_costs(update: Update, context: Context) -> None:
    data = context.button
    if not isinstance(data, buttons.DecideCosts):
        await context.say(common.old_button(context.speech))
        return
    outcome = await context.services.group_changes.decide_costs(
        context.person.id, data.membership, data.costs, context.now, context.update_id
    )
    its = await context.services.group_changes.membership(data.membership)
    if outcome is DecideOutcome.NOT_YOURS or its is None:
        await context.change(common.old_button(context.speech))
        return
    await context.change(group_told.costs_decided(desk_of(context), its.view, its.group))


async def wish_about_shortage(update: Update, context: Context) -> None:
    data = context.button
    if not isinstance(data, buttons.WishAboutShortage):
        await context.say(common.old_button(context.speech))
        return
    outcome = await context.services.group_changes.wish_about_shortage(
        context.person.id, data.shortage, data.wish, context.now, context.update_id
    )
    its = await context.services.group_changes.shortage(data.shortage)
    if outcome is DecideOutcome.NOT_YOURS or its is None:
        await context.change(group_led.not_yours(context.speech))
        return
    await context.change(group_told.shortage_wished(context.speech, its, office=_office(context)))


async def answer_leaver(update: Update, context: Context) -> None:
    data = context.button
    if not isinstance(data, buttons.AnswerLeaver):
        await context.say(common.old_button(context.speech))
        return
    outcome = await context.services.group_changes.answer_leaver(
        context.person.id, data.membership, data.wish, context.now, context.update_id
    )
    its = await context.services.group_changes.membership(data.membership)
    if outcome is DecideOutcome.NOT_YOURS or its is None:
        await context.change(group_led.not_yours(context.speech))
        return
    await context.change(group_told.leaver_answered(context.speech, its.view))
    if outcome is DecideOutcome.DECIDED:
        await show_menu(context.bot, context.dependencies.texts, await context.services.people.get(its.view.person.id))


async def let_clash_be(update: Update, context: Context) -> None:
    await context.services.group_changes.let_clash_be(number_of(context, "membership"), context.now, context.update_id)
    await context.change(group_told.clash_left(context.speech))


async def show_newcomers(update: Update, context: Context) -> None:
    group_id = number_of(context, "group")
    people = await context.services.newcomers.candidates(group_id)
    await context.change(group_led.newcomers(desk_of(context), group_id, people, number_of(context, "page")))


async def show_proposal(update: Update, context: Context) -> None:
    its = await context.services.newcomers.proposal(number_of(context, "group"), number_of(context, "registration"))
    if its is None:
        await context.change(group_told.newcomer_refused(context.speech, ProposeOutcome.NO_CANDIDATE))
    else:
        await context.change(group_led.proposal(desk_of(context), its))


async def propose_newcomer(update: Update, context: Context) -> None:
    outcome = await context.services.newcomers.propose(
        context.person.id,
        number_of(context, "group"),
        number_of(context, "registration"),
        context.now,
        context.update_id,
    )
    await context.change(group_told.newcomer_refused(context.speech, outcome))


async def take_back_newcomer(update: Update, context: Context) -> None:
    taken = await context.services.newcomers.take_back(number_of(context, "newcomer"), context.now, context.update_id)
    await context.change(group_told.newcomer_taken_back(context.speech, in_time=taken))


async def _card(context: Context, group_id: int) -> GroupCard | None:
    """For a coordinator or who leads it; None once it was said that it is not theirs."""
    card = await context.services.leading.card(group_id, context.person.id)
    if card is None:
        await context.change(group_led.not_yours(context.speech))
    return card


def _office(context: Context) -> bool:
    return context.role is Role.COORDINATOR


def handlers() -> list[BaseHandler[Any, Any, Any]]:
    return [
        pressed(LEADER, buttons.ShowLedGroup, show),
        pressed(EITHER, buttons.ShowMember, show_member),
        pressed(EITHER, buttons.ChooseStandIn, choose_stand_in),
        pressed(EITHER, buttons.StandIn, stand_in),
        pressed(EITHER, buttons.GiveBack, give_back),
        pressed(OFFICE, buttons.DecideCosts, decide_costs),
        pressed(EITHER, buttons.WishAboutShortage, wish_about_shortage),
        pressed(LEADER, buttons.AnswerLeaver, answer_leaver),
        pressed(OFFICE, buttons.LetClashBe, let_clash_be),
        pressed(OFFICE, buttons.ShowNewcomers, show_newcomers),
        pressed(OFFICE, buttons.ShowProposal, show_proposal),
        pressed(OFFICE, buttons.ProposeNewcomer, propose_newcomer),
        pressed(OFFICE, buttons.TakeBackNewcomer, take_back_newcomer),
    ]
