"""/plaats: where a group meets; for who leads it, in private."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telegram.ext import CommandHandler

from domain.access import Action
from handlers.answers import pressed
from handlers.leading import leading, pressed_leading
from handlers.refusal import old_button
from handlers.screen import number_of, reader_of
from messages import place as messages
from messages import place_buttons as buttons
from services.place import PlaceOutcome

if TYPE_CHECKING:
    from telegram import Update
    from telegram.ext import BaseHandler

    from handlers.context import Context
    from services.place import PlaceDone, SessionPlaced

MAY = Action.SETTLE_PLACE


async def show(update: Update, context: Context) -> None:
    """Where the group meets for the rest of the cycle."""
    if context.group is None:
        raise LookupError("no group was settled on")
    card = await context.services.places.card(context.person.id, context.group.id, context.now)
    if card is None:
        await context.say(messages.gone(context.speech))
    else:
        await context.say(messages.year_card(reader_of(context), card))


async def show_in_place(update: Update, context: Context) -> None:
    if context.group is None:
        raise LookupError("no group was settled on")
    card = await context.services.places.card(context.person.id, context.group.id, context.now)
    if card is None:
        await context.change(messages.gone(context.speech))
    else:
        await context.change(messages.year_card(reader_of(context), card))


async def show_session(update: Update, context: Context) -> None:
    """Where one session could be."""
    card = await context.services.places.session_card(context.person.id, number_of(context, "session"))
    if card is None:
        await context.change(messages.gone(context.speech))
    else:
        await context.change(messages.session_card(reader_of(context), card))


async def pick(update: Update, context: Context) -> None:
    data = context.button
    if not isinstance(data, buttons.PickTownHall):
        await old_button(context)
        return
    done = await context.services.places.pick(
        context.person.id, data.session, data.municipality, now=context.now, update_id=context.update_id
    )
    await _tell_session(context, done)


async def pick_online(update: Update, context: Context) -> None:
    done = await context.services.places.pick_online(
        context.person.id, number_of(context, "session"), context.now, context.update_id
    )
    await _tell_session(context, done)


async def open_poll(update: Update, context: Context) -> None:
    if context.group is None:
        raise LookupError("no group was settled on")
    done = await context.services.places.open_poll(context.person.id, context.group.id, context.now, context.update_id)
    await _tell(context, done, "year-asked")


async def decide(update: Update, context: Context) -> None:
    data = context.button
    if not isinstance(data, buttons.DecidePlace):
        await old_button(context)
        return
    done = await context.services.places.decide(
        context.person.id, data.choice, data.form, now=context.now, update_id=context.update_id
    )
    await _tell(context, done)


async def decide_town_hall(update: Update, context: Context) -> None:
    data = context.button
    if not isinstance(data, buttons.DecideTownHall):
        await old_button(context)
        return
    done = await context.services.places.decide_town_hall(
        context.person.id, data.choice, data.municipality, now=context.now, update_id=context.update_id
    )
    await _tell(context, done)


async def choose_host(update: Update, context: Context) -> None:
    data = context.button
    if not isinstance(data, buttons.ChooseHost):
        await old_button(context)
        return
    card = await context.services.places.led(context.person.id, data.choice, context.now)
    if card is None:
        await context.change(messages.gone(context.speech))
    else:
        await context.change(messages.choose_host(reader_of(context), card, data.session))


async def set_host(update: Update, context: Context) -> None:
    data = context.button
    if not isinstance(data, buttons.SetHost):
        await old_button(context)
        return
    done = await context.services.places.set_host(
        context.person.id,
        data.choice,
        data.session,
        person_id=data.person,
        now=context.now,
        update_id=context.update_id,
    )
    await _tell(context, done)


async def confirm(update: Update, context: Context) -> None:
    done = await context.services.places.confirm(
        context.person.id, number_of(context, "choice"), context.now, context.update_id
    )
    await _tell(context, done, "year-confirmed")


async def begin_anew(update: Update, context: Context) -> None:
    done = await context.services.places.begin_anew(
        context.person.id, number_of(context, "choice"), context.now, context.update_id
    )
    await _tell(context, done, "year-dropped")


async def _tell_session(context: Context, done: SessionPlaced) -> None:
    if done.card is None:
        await context.change(messages.gone(context.speech))
    elif done.outcome is PlaceOutcome.DONE:
        await context.change(messages.picked(reader_of(context), done.card))
    else:
        said = context.speech.html("place-already" if done.outcome is PlaceOutcome.ALREADY else "place-stale")
        await context.change(messages.session_card(reader_of(context), done.card, said))


async def _tell(context: Context, done: PlaceDone, well_done: str | None = None) -> None:
    """How it is now, with what came of what was pressed."""
    if done.card is None:
        await context.change(messages.gone(context.speech))
        return
    # A draft of hosts in turn is divided when it is looked at.
    card = await context.services.places.card(context.person.id, done.card.group.id, context.now) or done.card
    match done.outcome:
        case PlaceOutcome.DONE:
            said = None if well_done is None else context.speech.html(well_done)
        case PlaceOutcome.ALREADY:
            said = context.speech.html("place-already")
        case PlaceOutcome.STALE:
            said = context.speech.html("place-stale")
        case _:
            said = None
    await context.change(messages.year_card(reader_of(context), card, said))


def handlers() -> list[BaseHandler[Any, Any, Any]]:
    return [
        CommandHandler("plaats", leading(MAY, show)),
        pressed_leading(MAY, buttons.ShowPlace, show_in_place),
        pressed_leading(MAY, buttons.OpenPlacePoll, open_poll),
        pressed(MAY, buttons.ShowSessionPlace, show_session),
        pressed(MAY, buttons.PickTownHall, pick),
        pressed(MAY, buttons.PickOnline, pick_online),
        pressed(MAY, buttons.DecidePlace, decide),
        pressed(MAY, buttons.DecideTownHall, decide_town_hall),
        pressed(MAY, buttons.ChooseHost, choose_host),
        pressed(MAY, buttons.SetHost, set_host),
        pressed(MAY, buttons.ConfirmHosts, confirm),
        pressed(MAY, buttons.ChoosePlaceAnew, begin_anew),
    ]
