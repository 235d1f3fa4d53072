"""What a facilitator has published: looking at it, taking it back, and the rules. No question is open for these."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from domain.access import Action
from domain.slot import LONGEST_PERIOD, Selection
from domain.time import local
from handlers.answers import pressed
from handlers.refusal import old_button
from messages import slot_buttons as buttons
from messages import slot_overview
from messages.slot_week import monday_of
from services.slot import WithdrawOutcome

if TYPE_CHECKING:
    from telegram import Update
    from telegram.ext import BaseHandler

    from handlers.context import Context
    from services.slot import SlotView

MAY = Action.PUBLISH_SLOTS


async def show_overview(context: Context, monday: date | None = None) -> None:
    monday = monday or monday_of(today(context))
    views = await of_days(context, monday, monday + timedelta(days=6))
    await context.change(slot_overview.overview(context.speech, views, monday, context.now))


async def show_week(update: Update, context: Context) -> None:
    day = day_of(context, "monday")
    if day is None:
        await old_button(context)
    else:
        await show_overview(context, monday_of(day))


async def choose_withdrawal(update: Update, context: Context) -> None:
    day = day_of(context, "monday")
    if day is None:
        await old_button(context)
        return
    monday = monday_of(day)
    views = await to_come(context, monday, monday + timedelta(days=6))
    await context.change(slot_overview.choose_withdrawal(context.speech, views, monday))


async def show_day(update: Update, context: Context) -> None:
    day = day_of(context, "day")
    if day is None:
        await old_button(context)
        return
    await context.change(slot_overview.day(context.speech, await to_come(context, day, day), day, context.now))


async def ask_first_day(update: Update, context: Context) -> None:
    data = context.button
    page = data.page if isinstance(data, buttons.WithdrawFrom) else 0
    days = await days_to_come(context, today(context))
    await context.change(slot_overview.first_day(context.speech, days, page, monday_of(today(context))))


async def ask_last_day(update: Update, context: Context) -> None:
    data, first = context.button, day_of(context, "first")
    if not isinstance(data, buttons.WithdrawUntil) or first is None:
        await old_button(context)
        return
    days = await days_to_come(context, first)
    await context.change(slot_overview.last_day(context.speech, days, first, data.page, context.now))


async def ask_withdrawal(update: Update, context: Context) -> None:
    """What would happen; nothing is taken back yet."""
    selection = selection_of(context)
    if selection is None:
        await old_button(context)
        return
    planned = await context.services.slots.preview_withdrawal(context.person.id, selection, context.now)
    await context.change(slot_overview.withdrawal(context.speech, selection, planned, context.now))


async def withdraw(update: Update, context: Context) -> None:
    data, selection = context.button, selection_of(context)
    if not isinstance(data, buttons.ConfirmWithdrawal) or selection is None:
        await old_button(context)
        return
    done = await context.services.slots.withdraw(
        context.person.id, selection, context.now, context.update_id, bookings_told=data.told
    )
    if done.outcome is WithdrawOutcome.CHANGED:
        await context.change(slot_overview.withdrawal(context.speech, selection, done, context.now))
    else:
        await context.change(slot_overview.withdrawn(context.speech, done))


async def show_rules(update: Update, context: Context) -> None:
    rules = await context.services.slots.rules_of(context.person.id)
    await context.change(slot_overview.rules(context.speech, rules, monday_of(today(context))))


async def choose_rule(update: Update, context: Context) -> None:
    data = context.button
    if not isinstance(data, buttons.ChooseRule):
        await old_button(context)
        return
    rules = await context.services.slots.rules_of(context.person.id)
    await context.change(slot_overview.rule_question(context.speech, rules, data.rule))


async def set_rule(update: Update, context: Context) -> None:
    data = context.button
    if not isinstance(data, buttons.SetRule) or data.value not in slot_overview.RULE_VALUES[data.rule]:
        await old_button(context)
        return
    rules = await context.services.slots.rules_of(context.person.id)
    changed = rules.model_copy(update={data.rule.value: data.value})
    await context.services.slots.set_rules(context.person.id, changed, context.now, context.update_id)
    await context.change(slot_overview.rules(context.speech, changed, monday_of(today(context)), changed=True))


async def of_days(context: Context, first: date, last: date) -> list[SlotView]:
    return await context.services.slots.mine(context.person.id, first, last)


async def to_come(context: Context, first: date, last: date) -> list[SlotView]:
    """What began cannot be taken back."""
    return [view for view in await of_days(context, first, last) if view.slot.starts_at > context.now]


async def days_to_come(context: Context, first: date) -> list[date]:
    """The days from this one on that have slots."""
    views = await to_come(context, first, today(context) + 2 * LONGEST_PERIOD)
    return sorted({view.slot.day for view in views})


def selection_of(context: Context) -> Selection | None:
    """What the button is about; None for a forged one."""
    data = context.button
    if not isinstance(data, buttons.AskWithdrawal | buttons.ConfirmWithdrawal):
        return None
    if data.slot is not None:
        return Selection.one(data.slot)
    first, last = day_of(context, "first"), day_of(context, "last")
    return None if first is None or last is None else Selection.period(first, last)


def day_of(context: Context, name: str) -> date | None:
    """The day that the button carries; None for a forged one."""
    try:
        return date.fromisoformat(getattr(context.button, name, None) or "")
    except ValueError:
        return None


def today(context: Context) -> date:
    return local(context.now).date()


def handlers() -> list[BaseHandler[Any, Any, Any]]:
    return [
        pressed(MAY, buttons.ShowWeek, show_week),
        pressed(MAY, buttons.ChooseWithdrawal, choose_withdrawal),
        pressed(MAY, buttons.ShowDay, show_day),
        pressed(MAY, buttons.WithdrawFrom, ask_first_day),
        pressed(MAY, buttons.WithdrawUntil, ask_last_day),
        pressed(MAY, buttons.AskWithdrawal, ask_withdrawal),
        pressed(MAY, buttons.ConfirmWithdrawal, withdraw),
        pressed(MAY, buttons.ShowRules, show_rules),
        pressed(MAY, buttons.ChooseRule, choose_rule),
        pressed(MAY, buttons.SetRule, set_rule),
    ]
