"""/koppel: the chat of a group, as its leader sees it in private, and the command that links it where it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telegram.ext import CommandHandler

from domain.access import Action
from domain.chat import LinkOutcome
from handlers.access import only
from handlers.answers import pressed
from handlers.screen import number_of
from messages import chat as messages
from messages import chat_buttons as buttons
from services.chat import LookedOutcome, RemoveOutcome

if TYPE_CHECKING:
    from telegram import Update
    from telegram.ext import BaseHandler

    from handlers.context import Context
    from messages.message import Message

MAY = Action.LINK_CHAT


async def link(update: Update, context: Context) -> None:
    """In a group it links; in private it shows how the chat stands."""
    if context.typed_in is None:
        await show_any(context)
        return
    typed, chat_id, who = "".join(context.args or ()), context.typed_in, context.person.id
    speech, linking = context.group_speech, context.services.chat_linking
    may = await linking.may_link(typed, chat_id, who, context.now)
    if isinstance(may, LinkOutcome):
        await context.say_in_group(messages.refused(speech, may))
        return
    facts = await context.dependencies.doorkeeper.look(chat_id, await context.services.chats.to_look_after(may.id))
    outcome = await linking.link(typed, (chat_id, facts), who, context.now, context.update_id)
    if outcome is not LinkOutcome.LINKED:
        await context.say_in_group(messages.refused(speech, outcome, facts.missing_rights))


async def show_any(context: Context) -> None:
    """The one group that this person leads, or which of them."""
    groups = await context.services.chats.led_by(context.person.id)
    if not groups:
        await context.say(messages.no_groups(context.speech))
    elif len(groups) > 1:
        await context.say(messages.which_group(context.speech, groups))
    else:
        await context.say(await _card(context, groups[0].id))


async def show(update: Update, context: Context) -> None:
    await context.change(await _card(context, number_of(context, "group")))


async def _card(context: Context, group_id: int) -> Message:
    card = await context.services.chats.card(group_id, context.person.id)
    return messages.not_yours(context.speech) if card is None else messages.card(context.speech, card)


async def give_code(update: Update, context: Context) -> None:
    group_id = number_of(context, "group")
    code = await context.services.chat_linking.issue_code(group_id, context.person.id, context.now, context.update_id)
    if code is None:
        await context.change(messages.not_yours(context.speech))
        return
    group = await context.services.chats.group(group_id)
    await context.change(messages.code(context.speech, group, code, context.dependencies.username()))


async def invite_again(update: Update, context: Context) -> None:
    group_id, who = number_of(context, "group"), context.person.id
    if await context.services.chats.invite_again(group_id, who, context.now, context.update_id):
        await context.change(messages.invited_again(context.speech))
    else:
        await context.change(await _card(context, group_id))


async def ask_without(update: Update, context: Context) -> None:
    await _ask(context, messages.without_sure(context.speech, number_of(context, "group")))


async def do_without(update: Update, context: Context) -> None:
    await _unlink(context, messages.without_done(context.speech), decline=True)


async def ask_unlink(update: Update, context: Context) -> None:
    await _ask(context, messages.unlink_sure(context.speech, number_of(context, "group")))


async def unlink(update: Update, context: Context) -> None:
    await _unlink(context, messages.unlink_done(context.speech), decline=False)


async def _ask(context: Context, question: Message) -> None:
    card = await context.services.chats.card(number_of(context, "group"), context.person.id)
    await context.change(messages.not_yours(context.speech) if card is None else question)


async def _unlink(context: Context, done: Message, *, decline: bool) -> None:
    group_id, who = number_of(context, "group"), context.person.id
    unlinked = await context.services.chat_linking.unlink(
        group_id, who, context.now, context.update_id, decline=decline
    )
    await context.change(done if unlinked else messages.not_yours(context.speech))


async def looked(update: Update, context: Context) -> None:
    """The leader found it right, or has mended it."""
    button, speech = context.button, context.speech
    if not isinstance(button, buttons.Looked):
        raise TypeError("another button than the pattern lets through")
    shown = (button.group, button.unknown, button.named)
    outcome = await context.services.chats.looked(context.person.id, shown, context.now, context.update_id)
    match outcome:
        case LookedOutcome.NOT_YOURS:
            await context.change(messages.not_yours(speech))
        case LookedOutcome.CHANGED:
            await context.say(messages.looked_changed(speech))
            await context.say(await _card(context, button.group))
        case LookedOutcome.ASKED_AGAIN:
            await context.change(messages.looked_asked_again(speech))
        case LookedOutcome.NOTHING:
            await context.change(messages.looked_nothing(speech))
        case LookedOutcome.SETTLED:
            group = await context.services.chats.group(button.group)
            await context.change(messages.looked_settled(speech, group))


async def remove_stranger(update: Update, context: Context) -> None:
    seat_id, speech = number_of(context, "seat"), context.speech
    seat = await context.services.chats.seat(seat_id)
    outcome = await context.services.chats.remove_stranger(seat_id, context.person.id, context.now, context.update_id)
    if seat is None or outcome is RemoveOutcome.NOT_YOURS:
        await context.change(messages.seat_gone(speech))
        return
    words = {
        RemoveOutcome.REMOVING: messages.removing,
        RemoveOutcome.GONE: messages.removed_before,
        RemoveOutcome.BELONGS: messages.belongs_now,
    }[outcome]
    await context.change(words(speech, seat.name))


def handlers() -> list[BaseHandler[Any, Any, Any]]:
    return [
        CommandHandler("koppel", only(MAY, link)),
        pressed(MAY, buttons.ShowChat, show),
        pressed(MAY, buttons.GiveCode, give_code),
        pressed(MAY, buttons.InviteAgain, invite_again),
        pressed(MAY, buttons.DoWithout, ask_without),
        pressed(MAY, buttons.ConfirmWithout, do_without),
        pressed(MAY, buttons.Unlink, ask_unlink),
        pressed(MAY, buttons.ConfirmUnlink, unlink),
        pressed(MAY, buttons.Looked, looked),
        pressed(MAY, buttons.RemoveStranger, remove_stranger),
    ]
