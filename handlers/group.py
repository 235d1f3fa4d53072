"""/groepen: the office composes groups by hand, and publishes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telegram.ext import CommandHandler, filters

from domain.access import Action
from handlers import group_led
from handlers.access import only
from handlers.answers import pressed
from handlers.screen import desk_of, number_of
from messages import common, group
from messages import group_buttons as buttons
from services.group_composing import AssignOutcome, PickOutcome, PublishOutcome

if TYPE_CHECKING:
    from telegram import Update
    from telegram.ext import BaseHandler

    from handlers.context import Context
    from services.group_composing import DraftCard, Picked

MAY = Action.MANAGE_GROUPS


async def show(update: Update, context: Context) -> None:
    its = await context.services.composing.overview()
    await context.change(group.overview(desk_of(context), its, number_of(context, "page")))


async def show_lacking(update: Update, context: Context) -> None:
    its = await context.services.composing.overview()
    await context.change(group.lacking(desk_of(context), its.lacking, number_of(context, "page")))


async def begin(update: Update, context: Context) -> None:
    card = await context.services.composing.begin(context.person.id, context.now, context.update_id)
    await context.change(group.card(desk_of(context), card))


async def show_one(update: Update, context: Context) -> None:
    """The card of a draft; of a group that was published, who is in it."""
    card = await context.services.composing.card(number_of(context, "group"))
    if card is None:
        await group_led.show(update, context)
    else:
        await context.change(group.card(desk_of(context), card))


async def show_candidates(update: Update, context: Context) -> None:
    card = await _card(context)
    if card is not None:
        free = (await context.services.composing.overview()).free
        await context.change(group.candidates(desk_of(context), card, free, number_of(context, "page")))


async def pick(update: Update, context: Context) -> None:
    done = await context.services.composing.pick(
        number_of(context, "group"), number_of(context, "registration"), context.now, context.update_id
    )
    await _show_pick(context, done)


async def show_picks(update: Update, context: Context) -> None:
    card = await _card(context)
    if card is not None:
        await context.change(group.picks_to_drop(desk_of(context), card))


async def drop(update: Update, context: Context) -> None:
    done = await context.services.composing.drop(
        number_of(context, "group"), number_of(context, "registration"), context.update_id
    )
    await _show_pick(context, done)


async def _show_pick(context: Context, done: Picked) -> None:
    """The card as it is now, with what came of it on top."""
    desk, card, who = desk_of(context), done.card, done.candidate
    if card is None:
        await context.change(group.gone(context.speech))
        return
    if done.outcome is PickOutcome.PICKED and who is not None and done.ground is not None:
        await context.change(group.picked(desk, card, who, done.ground))
    elif done.outcome is PickOutcome.ONE_MUNICIPALITY and who is not None and done.other is not None:
        await context.change(group.refused_municipality(desk, card, who, done.other))
    else:
        await context.change(group.card(desk, card, group.said_of(context.speech, done.outcome, who)))


async def choose_facilitator(update: Update, context: Context) -> None:
    card = await context.services.composing.card(number_of(context, "group"))
    if card is None:
        await group_led.choose_facilitator(context)
        return
    facilitators = await context.services.leading.facilitators()
    await context.change(group.facilitator_choice(context.speech, card, facilitators))


async def assign(update: Update, context: Context) -> None:
    """For a draft its facilitator to be; for a published group who leads it from now on."""
    if await context.services.composing.card(number_of(context, "group")) is None:
        await group_led.assign(context)
        return
    outcome, card = await context.services.composing.assign(
        number_of(context, "group"), number_of(context, "person"), context.update_id
    )
    if card is None:
        await context.change(group.gone(context.speech))
        return
    refused = outcome is AssignOutcome.NO_FACILITATOR
    said = context.speech.html("group-no-facilitator") if refused else None
    await context.change(group.card(desk_of(context), card, said))


async def ask_publish(update: Update, context: Context) -> None:
    """What everybody would hear; nobody does yet."""
    card = await _card(context)
    if card is None:
        return
    sure = group.publish_sure if card.why_not is None else group.card
    await context.change(sure(desk_of(context), card))


async def publish(update: Update, context: Context) -> None:
    data = context.button
    if not isinstance(data, buttons.Publish):
        await context.say(common.old_button(context.speech))
        return
    done = await context.services.composing.publish(data.group, data.version, context.now, context.update_id)
    match done.outcome:
        case PublishOutcome.PUBLISHED if done.card is not None:
            await context.change(group.published(desk_of(context), done.card, done.told_at))
        case PublishOutcome.CHANGED | PublishOutcome.NOT_YET if done.card is not None:
            said = context.speech.html("group-changed")
            await context.change(group.card(desk_of(context), done.card, said))
        case PublishOutcome.BEFORE:
            await context.change(group.published_before(context.speech, data.group))
        case _:
            await context.change(group.gone(context.speech))


async def ask_throw_away(update: Update, context: Context) -> None:
    card = await _card(context)
    if card is not None:
        await context.change(group.throw_away_sure(context.speech, card))


async def throw_away(update: Update, context: Context) -> None:
    number = number_of(context, "group")
    thrown = await context.services.composing.throw_away(number, context.now, context.update_id)
    await context.change(group.thrown_away(context.speech, number) if thrown else group.gone(context.speech))


async def _card(context: Context) -> DraftCard | None:
    """The draft that the button is about; None once it was said that there is none."""
    card = await context.services.composing.card(number_of(context, "group"))
    if card is None:
        await context.change(group.gone(context.speech))
    return card


def handlers() -> list[BaseHandler[Any, Any, Any]]:
    return [
        CommandHandler("groepen", only(MAY, show), filters.ChatType.PRIVATE),
        pressed(MAY, buttons.ShowGroups, show),
        pressed(MAY, buttons.ShowLacking, show_lacking),
        pressed(MAY, buttons.NewGroup, begin),
        pressed(MAY, buttons.ShowGroup, show_one),
        pressed(MAY, buttons.ShowCandidates, show_candidates),
        pressed(MAY, buttons.Pick, pick),
        pressed(MAY, buttons.ShowPicks, show_picks),
        pressed(MAY, buttons.Drop, drop),
        pressed(MAY, buttons.ChooseFacilitator, choose_facilitator),
        pressed(MAY, buttons.AssignFacilitator, assign),
        pressed(MAY, buttons.AskPublish, ask_publish),
        pressed(MAY, buttons.Publish, publish),
        pressed(MAY, buttons.AskThrowAway, ask_throw_away),
        pressed(MAY, buttons.ThrowAway, throw_away),
    ]
