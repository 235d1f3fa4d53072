"""/rooster: who presents when; dividing and confirming it, and setting it by hand, for who leads the group."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telegram.ext import CommandHandler

from domain.access import Action
from domain.person import Role
from handlers.access import only
from handlers.answers import pressed
from handlers.leading import leading, pressed_leading
from handlers.refusal import old_button
from handlers.screen import number_of
from messages import planned, rota, rota_edit, swap, volunteer
from messages import rota_buttons as buttons
from messages.message import Message
from messages.rota import Reader
from services.rota import RotaOutcome, SetOutcome
from services.swap import DecideOutcome
from services.volunteer import GrantOutcome
from texts.buttons import Keyboard
from texts.speech import lines

if TYPE_CHECKING:
    from telegram import Update
    from telegram.ext import BaseHandler

    from handlers.context import Context
    from services.rota import Divided, RotaView

LEADS = Action.DIVIDE_TURNS

SAID = {
    SetOutcome.ALREADY: "rota-edit-already",
    SetOutcome.TOO_LATE: "rota-edit-too-late",
    SetOutcome.NOT_A_MEMBER: "rota-edit-not-a-member",
}


async def show(update: Update, context: Context) -> None:
    """In the group for all to read; in private with what one can do about it."""
    if context.group is not None and context.typed_in is not None:
        view = await context.services.rotas.view(context.group.id, context.now)
        if view is not None:
            await context.say_in_group(rota.in_group(Reader(context.group_speech, context.now), view))
        return
    if context.role is Role.FACILITATOR:
        await show_led(update, context)
        return
    await show_own(update, context)


async def show_own(update: Update, context: Context) -> None:
    group = await context.services.volunteers.group_of(context.person.id)
    view = None if group is None else await context.services.rotas.view(group.id, context.now)
    if view is None:
        await context.say(rota.no_group(context.speech))
    else:
        await context.say(rota.for_member(reader_of(context), view, context.person.id))


async def _show_led(update: Update, context: Context) -> None:
    view = await _view(context)
    message = rota.for_leader(reader_of(context), view)
    if context.button is None:
        await context.say(message)
    else:
        await context.change(message)


show_led = leading(LEADS, _show_led)


async def divide(update: Update, context: Context) -> None:
    group_id = number_of(context, "group")
    done = await context.services.rotas.divide(group_id, context.person.id, context.now, context.update_id)
    keys = {RotaOutcome.NOTHING: "rota-nothing", RotaOutcome.CHANGED: "rota-changed"}
    await _show_divided(context, done, keys.get(done.outcome))


async def confirm(update: Update, context: Context) -> None:
    """What was settled, and what comes next."""
    data = context.button
    if not isinstance(data, buttons.ConfirmRota):
        await old_button(context)
        return
    done = await context.services.rotas.confirm(
        data.group, context.person.id, data.mark, context.now, context.update_id
    )
    if done.outcome is not RotaOutcome.TOLD or done.view is None:
        keys = {RotaOutcome.NOTHING: "rota-nothing", RotaOutcome.CHANGED: "rota-changed"}
        await _show_divided(context, done, keys.get(done.outcome))
        return
    message = rota.for_leader(reader_of(context), done.view, "rota-told-done")
    plan = await context.services.planned.plan(data.group, context.person.id, context.now)
    if plan is not None:
        words = lines(message.html, planned.what_next(context.speech, plan), between="\n\n")
        rows = planned.next_rows(context.speech, done.view.group, plan)
        message = Message(words, Keyboard((*rows, *(message.keyboard.rows if message.keyboard else ()))))
    await context.change(message)


async def edit(update: Update, context: Context) -> None:
    data, view = context.button, await _view(context)
    if not isinstance(data, buttons.EditRota):
        await old_button(context)
        return
    row = None if data.session is None else view.row(data.session)
    if data.session is None:
        await context.change(rota_edit.which_session(reader_of(context), view))
    elif row is None:
        await context.change(rota.for_leader(reader_of(context), view, "rota-edit-too-late"))
    else:
        await context.change(rota_edit.which_place(reader_of(context), view, row))


async def edit_place(update: Update, context: Context) -> None:
    data, view = context.button, await _view(context)
    row = view.row(number_of(context, "session"))
    if not isinstance(data, buttons.EditPlace) or row is None:
        await context.change(rota.for_leader(reader_of(context), view, "rota-edit-too-late"))
        return
    able = await context.services.rotas.able(row.session.id, context.now)
    await context.change(rota_edit.who(reader_of(context), view, row, (data.role, data.position), able))


async def put(update: Update, context: Context) -> None:
    data = context.button
    if not isinstance(data, buttons.PutPlace):
        await old_button(context)
        return
    done = await context.services.rotas.put(
        data.session,
        context.person.id,
        data.role,
        data.position,
        data.person,
        now=context.now,
        update_id=context.update_id,
        anyhow=data.anyhow,
    )
    if done.outcome is SetOutcome.NOT_YOURS:
        await old_button(context)
        return
    view = await _view(context)
    if done.outcome is SetOutcome.BREAKS:
        await context.change(rota_edit.breaks(reader_of(context), view, data, done.faults))
        return
    row = view.row(data.session)
    untold = row is not None and not row.told
    changed = "rota-edit-done-untold" if untold else "rota-edit-done"
    await context.change(rota.for_leader(reader_of(context), view, SAID.get(done.outcome, changed)))


async def show_rules(update: Update, context: Context) -> None:
    await context.change(rota_edit.rules(reader_of(context), await _view(context)))


async def set_rules(update: Update, context: Context) -> None:
    data = context.button
    if not isinstance(data, buttons.SetPresentingFrom | buttons.SetQuorum):
        await old_button(context)
        return
    starts = isinstance(data, buttons.SetPresentingFrom)
    done = await context.services.rotas.set_rules(
        data.group,
        context.person.id,
        context.now,
        context.update_id,
        presenting_from=data.number if starts else None,
        quorum=None if starts else data.number,
    )
    before = "rota-rules-done" if done else "rota-rules-odd"
    await context.change(rota_edit.rules(reader_of(context), await _view(context), before))


async def decide_swap(update: Update, context: Context) -> None:
    data = context.button
    if not isinstance(data, buttons.DecideSwap):
        await old_button(context)
        return
    done = await context.services.swaps.decide(
        data.swap, context.person.id, context.now, context.update_id, allow=data.allow
    )
    keys = {
        DecideOutcome.SWAPPED: "swap-allowed",
        DecideOutcome.REFUSED: "swap-refused",
        DecideOutcome.GONE: "swap-gone",
        DecideOutcome.NOT_YOURS: "swap-gone",
    }
    await context.change(swap.about(reader_of(context), keys[done]))


async def grant_volunteer(update: Update, context: Context) -> None:
    data = context.button
    if not isinstance(data, buttons.GrantVolunteer):
        await old_button(context)
        return
    card = await context.services.volunteers.card(data.volunteer, context.now)
    done = await context.services.volunteers.grant(
        data.volunteer, context.person.id, data.turn, context.now, context.update_id
    )
    if card is None or done not in (GrantOutcome.GRANTED, GrantOutcome.DECLINED):
        await context.change(volunteer.gone(reader_of(context)))
        return
    granted = done is GrantOutcome.GRANTED
    await context.change(volunteer.decided(reader_of(context), card.member.first_name, granted=granted))


def reader_of(context: Context) -> Reader:
    return Reader(context.speech, context.now)


async def _view(context: Context) -> RotaView:
    """Of the group that was settled on. Raises LookupError without one."""
    view = None if context.group is None else await context.services.rotas.view(context.group.id, context.now)
    if view is None:
        raise LookupError("no group was settled on")
    return view


async def _show_divided(context: Context, done: Divided, before: str | None) -> None:
    if done.view is None:
        await old_button(context)
    else:
        await context.change(rota.for_leader(reader_of(context), done.view, before))


def handlers() -> list[BaseHandler[Any, Any, Any]]:
    return [
        CommandHandler("rooster", only(Action.SEE_ROTA, show)),
        pressed(Action.TRADE_TURNS, buttons.OwnRota, show_own),
        pressed_leading(LEADS, buttons.ShowRota, _show_led),
        pressed_leading(LEADS, buttons.DivideRota, divide),
        pressed_leading(LEADS, buttons.ConfirmRota, confirm),
        pressed_leading(LEADS, buttons.EditRota, edit),
        pressed_leading(LEADS, buttons.EditPlace, edit_place),
        pressed_leading(LEADS, buttons.PutPlace, put),
        pressed_leading(LEADS, buttons.ShowRotaRules, show_rules),
        pressed_leading(LEADS, buttons.SetPresentingFrom, set_rules),
        pressed_leading(LEADS, buttons.SetQuorum, set_rules),
        pressed_leading(LEADS, buttons.DecideSwap, decide_swap),
        pressed_leading(LEADS, buttons.GrantVolunteer, grant_volunteer),
    ]
