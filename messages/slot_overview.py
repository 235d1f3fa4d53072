"""What a facilitator has published: by week with who booked, what goes when it is taken back, and the rules."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING, Final

from messages import slot_buttons as buttons
from messages.message import Message
from messages.registration_keyboard import rows_of, ticked_button
from messages.slot_week import monday_of, week_title
from texts.buttons import Button, Keyboard
from texts.dates import calendar_day, hour, moment, short_calendar_day
from texts.speech import Html, lines

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from domain.slot import Selection, Slot, SlotRules
    from messages.slot_views import Offering, Withdrawing
    from texts.speech import Speech

# Lines of a message, and buttons on a screen.
MOST_LINES: Final = 60
MOST_BOOKINGS: Final = 15
DAYS_A_PAGE: Final = 24

RULE_VALUES: Final[dict[buttons.Rule, tuple[int, ...]]] = {
    buttons.Rule.LENGTH: (30, 45, 60, 90),
    buttons.Rule.BUFFER: (0, 10, 15, 30),
    buttons.Rule.NOTICE: (0, 1, 2, 3, 5, 7),
    buttons.Rule.HORIZON: (30, 60, 90, 180),
    buttons.Rule.MOST_A_DAY: (2, 3, 4, 5, 6, 8, 10),
    buttons.Rule.CUT_OFF: (0, 1, 2, 3, 5, 7),
}


def overview(speech: Speech, views: Sequence[Offering], monday: date, now: datetime) -> Message:
    """One week: what is published and who has it."""
    words = lines(
        lines(speech.html("slot-overview-title"), week_title(speech, monday, now)),
        _week(speech, views),
        between="\n\n",
    )
    return Message(words, _overview_keyboard(speech, monday, some=bool(views)), protect=True)


def _week(speech: Speech, views: Sequence[Offering]) -> Html:
    if not views:
        return speech.html("slot-overview-empty")
    shown = views[:MOST_LINES]
    days = [
        lines(
            speech.html("slot-overview-day", day=short_calendar_day(day, speech.language)),
            *(_line(speech, view) for view in of_day),
        )
        for day, of_day in groupby(shown, lambda view: view.slot.day)
    ]
    rest = len(views) - len(shown)
    return lines(*days, speech.html("slot-overview-more", number=rest) if rest else Html())


def _line(speech: Speech, view: Offering) -> Html:
    return speech.html("slot-overview-line", what=_what(speech, view.slot), who=_who(speech, view))


def _what(speech: Speech, slot: Slot) -> str:
    return f"{hour(slot.starts_at, speech.language)} {speech.plain(f'slot-medium-{slot.medium}-short')}"


def _who(speech: Speech, view: Offering) -> str:
    if view.card is not None:
        return view.card.person.name or "–"
    return speech.plain("slot-offered") if view.offer is not None else speech.plain("slot-free")


def _overview_keyboard(speech: Speech, monday: date, *, some: bool) -> Keyboard:
    before, after = monday - timedelta(weeks=1), monday + timedelta(weeks=1)
    turns = tuple(
        Button(speech.plain(key, day=short_calendar_day(each, speech.language)), buttons.ShowWeek(each.isoformat()))
        for key, each in (("slot-week-before", before), ("slot-week-after", after))
    )
    withdraw = Button(speech.plain("slot-withdraw"), buttons.ChooseWithdrawal(monday.isoformat()))
    rules = Button(speech.plain("slot-rules"), buttons.ShowRules())
    new = (Button(speech.plain("slot-new"), buttons.NewSlots()),)
    period = Button(speech.plain("slot-withdraw-period"), buttons.WithdrawFrom(0))
    return Keyboard((turns, new, (withdraw, rules) if some else (period, rules)))


def choose_withdrawal(speech: Speech, views: Sequence[Offering], monday: date) -> Message:
    """Which slots of this week, or beyond."""
    days = sorted({view.slot.day for view in views})
    choices = [Button(_day_words(speech, day, views), buttons.ShowDay(day.isoformat())) for day in days]
    last = monday + timedelta(days=6)
    whole = Button(
        speech.plain("slot-withdraw-week"), buttons.AskWithdrawal(None, monday.isoformat(), last.isoformat())
    )
    period = Button(speech.plain("slot-withdraw-period"), buttons.WithdrawFrom(0))
    back = (Button(speech.plain("common-back"), buttons.ShowWeek(monday.isoformat())),)
    rows = (*rows_of(choices, 2), (whole,), (period,), back) if days else ((period,), back)
    return Message(speech.html("slot-withdraw-question"), Keyboard(rows))


def _day_words(speech: Speech, day: date, views: Sequence[Offering]) -> str:
    number = sum(view.slot.day == day for view in views)
    return speech.plain("slot-withdraw-day-button", day=short_calendar_day(day, speech.language), number=number)


def day(speech: Speech, views: Sequence[Offering], on: date, now: datetime) -> Message:
    """The slots of a day: one of them, or all."""
    back = (Button(speech.plain("common-back"), buttons.ChooseWithdrawal(monday_of(on).isoformat())),)
    if not views:
        return Message(speech.html("slot-withdraw-nothing"), Keyboard((back,)))
    choices = [
        Button(f"{_what(speech, view.slot)}: {_who(speech, view)}", buttons.AskWithdrawal(view.slot.id, None, None))
        for view in views[:DAYS_A_PAGE]
    ]
    whole = (
        Button(speech.plain("slot-withdraw-whole-day"), buttons.AskWithdrawal(None, on.isoformat(), on.isoformat())),
    )
    words = speech.html("slot-withdraw-of-day", day=calendar_day(on, speech.language, now))
    return Message(words, Keyboard((*rows_of(choices, 1), whole, back)), protect=True)


def first_day(speech: Speech, days: Sequence[date], page: int, monday: date) -> Message:
    """From which day a period goes."""
    choices = [
        Button(short_calendar_day(each, speech.language), buttons.WithdrawUntil(each.isoformat(), 0))
        for each in _paged(days, page)
    ]
    later = buttons.WithdrawFrom(page + 1)
    rows = _page_rows(speech, choices, later, more=len(days) > (page + 1) * DAYS_A_PAGE)
    back = (Button(speech.plain("common-back"), buttons.ShowWeek(monday.isoformat())),)
    words = speech.html("slot-withdraw-from" if days else "slot-withdraw-nothing")
    return Message(words, Keyboard((*rows, back)))


def last_day(speech: Speech, days: Sequence[date], first: date, page: int, now: datetime) -> Message:
    """Until which day it goes."""
    choices = [
        Button(
            short_calendar_day(each, speech.language),
            buttons.AskWithdrawal(None, first.isoformat(), each.isoformat()),
        )
        for each in _paged(days, page)
    ]
    later = buttons.WithdrawUntil(first.isoformat(), page + 1)
    rows = _page_rows(speech, choices, later, more=len(days) > (page + 1) * DAYS_A_PAGE)
    back = (Button(speech.plain("common-back"), buttons.WithdrawFrom(0)),)
    words = speech.html("slot-withdraw-until", day=calendar_day(first, speech.language, now))
    return Message(words, Keyboard((*rows, back)))


def _paged(days: Sequence[date], page: int) -> Sequence[date]:
    return days[max(page, 0) * DAYS_A_PAGE : (max(page, 0) + 1) * DAYS_A_PAGE]


def _page_rows(
    speech: Speech, choices: list[Button], later: buttons.WithdrawFrom | buttons.WithdrawUntil, *, more: bool
) -> tuple[tuple[Button, ...], ...]:
    after = ((Button(speech.plain("slot-withdraw-later"), later),),) if more else ()
    return (*rows_of(choices, 3), *after)


def withdrawal(speech: Speech, selection: Selection, planned: Withdrawing, now: datetime) -> Message:
    """What would happen, before it does."""
    if not planned.slots:
        return Message(speech.html("slot-withdraw-nothing"))
    said_anew = speech.html("slot-withdraw-changed") if planned.outcome == "changed" else Html()
    words = lines(said_anew, _which(speech, planned, now), _consequences(speech, planned), between="\n\n")
    data = (selection.slot_id, _iso(selection.first), _iso(selection.last))
    monday = monday_of(planned.slots[0].day)
    row = (
        Button(speech.plain("slot-withdraw-yes"), buttons.ConfirmWithdrawal(*data, len(planned.cancelled))),
        Button(speech.plain("slot-withdraw-no"), buttons.ShowWeek(monday.isoformat())),
    )
    return Message(words, Keyboard((row,)), protect=True)


def _which(speech: Speech, planned: Withdrawing, now: datetime) -> Html:
    if len(planned.slots) == 1:
        return speech.html("slot-withdraw-one", moment=moment(planned.slots[0].starts_at, speech.language, now))
    first, last = (calendar_day(slot.day, speech.language, now) for slot in (planned.slots[0], planned.slots[-1]))
    if first == last:
        return speech.html("slot-withdraw-day", number=len(planned.slots), day=first)
    return speech.html("slot-withdraw-days", number=len(planned.slots), first=first, last=last)


def _consequences(speech: Speech, planned: Withdrawing) -> Html:
    if not planned.cancelled:
        return speech.html("slot-withdraw-free")
    shown = [
        speech.html(
            "slot-withdraw-booking",
            day=short_calendar_day(card.slot.day, speech.language),
            time=hour(card.slot.starts_at, speech.language),
            name=card.person.name or "–",
        )
        for card in planned.cancelled[:MOST_BOOKINGS]
    ]
    rest = len(planned.cancelled) - len(shown)
    return lines(
        speech.html("slot-withdraw-booked", number=len(planned.cancelled)),
        *shown,
        speech.html("slot-overview-more", number=rest) if rest else Html(),
    )


def withdrawn(speech: Speech, done: Withdrawing) -> Message:
    if not done.slots:
        return Message(speech.html("slot-withdraw-nothing"))
    monday = monday_of(done.slots[0].day)
    overview_button = Button(speech.plain("slot-overview"), buttons.ShowWeek(monday.isoformat()))
    words = speech.html("slot-withdrawn", number=len(done.slots), told=len(done.cancelled))
    return Message(words, Keyboard(((overview_button,),)))


def rules(speech: Speech, its: SlotRules, monday: date, *, changed: bool = False) -> Message:
    """The facilitator's rules, each a button."""
    rows = [
        (
            Button(
                speech.plain("slot-rule-button", rule=_rule(speech, each), value=_value(speech, each, its)),
                buttons.ChooseRule(each),
            ),
        )
        for each in buttons.Rule
    ]
    back = (Button(speech.plain("common-back"), buttons.ShowWeek(monday.isoformat())),)
    words = lines(speech.html("slot-rules-changed") if changed else Html(), speech.html("slot-rules-title"))
    return Message(words, Keyboard((*rows, back)))


def rule_question(speech: Speech, its: SlotRules, rule: buttons.Rule) -> Message:
    """What the rule means, and the values that it can have."""
    now_ = int(getattr(its, rule))
    choices = [
        ticked_button(speech, _amount(speech, rule, value), buttons.SetRule(rule, value), ticked=value == now_)
        for value in RULE_VALUES[rule]
    ]
    back = (Button(speech.plain("common-back"), buttons.ShowRules()),)
    return Message(speech.html(f"slot-rule-{_key(rule)}-question"), Keyboard((*rows_of(choices, 2), back)))


def _rule(speech: Speech, rule: buttons.Rule) -> str:
    return speech.plain(f"slot-rule-{_key(rule)}")


def _value(speech: Speech, rule: buttons.Rule, its: SlotRules) -> str:
    return _amount(speech, rule, int(getattr(its, rule)))


def _amount(speech: Speech, rule: buttons.Rule, value: int) -> str:
    if rule in (buttons.Rule.LENGTH, buttons.Rule.BUFFER):
        return speech.plain("slot-minutes", minutes=value)
    if rule is buttons.Rule.MOST_A_DAY:
        return str(value)
    return speech.plain("slot-days", days=value)


def _key(rule: buttons.Rule) -> str:
    return rule.value.replace("_", "-")


def _iso(on: date | None) -> str | None:
    return None if on is None else on.isoformat()
