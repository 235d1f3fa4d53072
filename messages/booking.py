"""Choosing a moment for the intake, step by step in one message."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final, TypeVar

from messages import booking_buttons as buttons
from messages.message import Message
from texts.buttons import Button, Keyboard
from texts.dates import calendar_day, hour, month, short_calendar_day, span
from texts.speech import Html, lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date, datetime

    from domain.person import Person
    from domain.slot import Slot
    from texts.speech import Speech

FEW_DAYS: Final = 9
"""As many fit on a screen with their month; more are shown as a calendar, a month at a time."""

NOTHING: Final = Html()

DAYS_IN_ROW: Final = 3
WEEKDAYS_IN_ROW: Final = 5
TIMES_IN_ROW: Final = 2

Row = tuple[Button, ...]
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Choosing:
    """How the choice of a moment is shown to somebody."""

    speech: Speech
    now: datetime
    # Whose moments are shown; None: everybody's.
    facilitator: Person | None = None
    # The moment that they have and would leave; None for a first booking.
    leaving: Slot | None = None

    @property
    def facilitator_id(self) -> int | None:
        return None if self.facilitator is None else self.facilitator.id


def facilitator_name(speech: Speech, facilitator: Person) -> str:
    return facilitator.name or speech.plain("booking-your-facilitator")


def when(speech: Speech, slot: Slot, now: datetime) -> str:
    """As in "woensdag 20 januari, 11.00 tot 11.45 uur"."""
    return span(slot.starts_at, slot.ends_at, speech.language, now)


def facilitators(screen: Choosing, choices: Sequence[Person]) -> Message:
    speech = screen.speech
    rows = [(Button(facilitator_name(speech, each), buttons.ChooseFacilitator(each.id)),) for each in choices]
    whichever = Button(speech.plain("booking-whichever"), buttons.ChooseFacilitator(None))
    return Message(
        _asked(screen, speech.html("booking-facilitator")), Keyboard(((whichever,), *rows, (_stop(screen),)))
    )


def days(
    screen: Choosing, open_days: Sequence[date], shown_month: str | None = None, before: Html = NOTHING
) -> Message:
    """The days that have room: all of them when they are few, else those of one month, a week to a row.

    `before` is said first; a month without room (any more) is the first that has.
    """
    question = _days_question(screen)
    if len(open_days) <= FEW_DAYS:
        rows = [_day_row(screen, row, with_month=True) for row in _in_rows(open_days, DAYS_IN_ROW)]
        return _choice(screen, lines(before, _asked(screen, question)), rows)
    months = sorted({_month_of(day) for day in open_days})
    at = months.index(shown_month) if shown_month in months else 0
    on_page = [day for day in open_days if _month_of(day) == months[at]]
    heading = screen.speech.html("booking-month", month=month(on_page[0], screen.speech.language))
    rows = [_day_row(screen, row, with_month=False) for week in _weeks(on_page) for row in week]
    rows.append(_turning(screen, open_days, months, at))
    return _choice(screen, lines(before, _asked(screen, question), heading), [row for row in rows if row])


def times(screen: Choosing, day: date, slots: Sequence[Slot], before: Html = NOTHING) -> Message:
    """What can be had that day. Of several facilitators at one time and by one medium, the first is offered."""
    speech = screen.speech
    offered = {(slot.starts_at, slot.medium): slot for slot in reversed(slots)}
    in_order = sorted(offered.values(), key=lambda slot: (slot.starts_at, slot.medium))
    rows = [tuple(_time(screen, slot) for slot in row) for row in _in_rows(in_order, TIMES_IN_ROW)]
    question = speech.html("booking-time", day=_capital(calendar_day(day, speech.language, screen.now)))
    other = Button(speech.plain("booking-other-day"), buttons.ShowDays(screen.facilitator_id, _month_of(day)))
    return Message(lines(before, question), Keyboard((*rows, (other, _stop(screen)))))


def summary(screen: Choosing, slot: Slot, facilitator: Person) -> Message:
    speech = screen.speech
    who = facilitator_name(speech, facilitator)
    if screen.leaving is None:
        moment = _capital(when(speech, slot, screen.now))
        words = speech.html(f"booking-summary-{slot.medium}", moment=moment, facilitator=who)
        confirm = Button(speech.plain("booking-confirm"), buttons.Book(slot.id))
    else:
        old, new = when(speech, screen.leaving, screen.now), when(speech, slot, screen.now)
        words = speech.html(f"booking-summary-move-{slot.medium}", moment=new, facilitator=who, old=old)
        confirm = Button(speech.plain("booking-confirm-move"), buttons.MoveTo(slot.id))
    other = Button(speech.plain("booking-other-moment"), buttons.ShowDays(screen.facilitator_id, _month_of(slot.day)))
    return Message(words, Keyboard(((confirm,), (other, _stop(screen)))))


def what_is_left(screen: Choosing, left: Sequence[Slot], *, wanted: date | None, taken: bool) -> Message:
    """Somebody was faster, or it can no longer be had: what else there is on the day that was wanted, or other days."""
    speech = screen.speech
    gone = speech.html("booking-taken" if taken else "booking-gone")
    if not left:
        return nothing_left(screen, gone)
    open_days = sorted({slot.day for slot in left})
    if wanted is not None and open_days == [wanted]:
        return times(screen, wanted, left, before=lines(gone, speech.html("booking-left-that-day")))
    return days(screen, open_days, before=gone)


def nothing_left(screen: Choosing, before: Html = NOTHING) -> Message:
    """Nothing can be booked: the waiting list, or what one has stays."""
    speech = screen.speech
    if screen.leaving is None:
        wait = Button(speech.plain("booking-join-line"), buttons.JoinLine(instead=True))
        return Message(lines(before, speech.html("booking-nothing")), Keyboard(((wait,), (_stop(screen),))))
    stays = speech.html("booking-nothing-to-move", moment=when(speech, screen.leaving, screen.now))
    return Message(lines(before, stays), Keyboard(((_stop(screen),),)))


def _asked(screen: Choosing, question: Html) -> Html:
    """Who moves is told from where."""
    if screen.leaving is None:
        return question
    moment = when(screen.speech, screen.leaving, screen.now)
    return lines(screen.speech.html("booking-moving", moment=moment), question)


def _days_question(screen: Choosing) -> Html:
    if screen.facilitator is None:
        return screen.speech.html("booking-days")
    return screen.speech.html("booking-days-with", facilitator=facilitator_name(screen.speech, screen.facilitator))


def _choice(screen: Choosing, words: Html, rows: Sequence[Row]) -> Message:
    return Message(words, Keyboard((*rows, (_stop(screen),))))


def _day_row(screen: Choosing, row: Iterable[date], *, with_month: bool) -> Row:
    return tuple(
        Button(
            short_calendar_day(day, screen.speech.language, with_month=with_month),
            buttons.ChooseDay(screen.facilitator_id, day.isoformat()),
        )
        for day in row
    )


def _turning(screen: Choosing, open_days: Sequence[date], months: Sequence[str], at: int) -> Row:
    """To the months before and after, by their names."""
    names = {_month_of(day): month(day, screen.speech.language) for day in open_days}
    near = [(key, other) for key, other in (("booking-earlier", at - 1), ("booking-later", at + 1))]
    return tuple(
        Button(
            screen.speech.plain(key, month=names[months[other]]),
            buttons.ShowDays(screen.facilitator_id, months[other]),
        )
        for key, other in near
        if 0 <= other < len(months)
    )


def _time(screen: Choosing, slot: Slot) -> Button:
    words = screen.speech.plain(f"booking-time-{slot.medium}", time=hour(slot.starts_at, screen.speech.language))
    return Button(words, buttons.ChooseSlot(screen.facilitator_id, slot.id))


def _stop(screen: Choosing) -> Button:
    key = "common-cancel" if screen.leaving is None else "booking-leave-it"
    return Button(screen.speech.plain(key), buttons.StopBooking())


def _month_of(day: date) -> str:
    return f"{day.year}-{day.month:02}"


def _weeks(on_page: Iterable[date]) -> Iterator[list[tuple[date, ...]]]:
    for _, week in groupby(on_page, key=lambda day: day.isocalendar()[:2]):
        yield _in_rows(tuple(week), WEEKDAYS_IN_ROW)


def _in_rows(items: Sequence[Item], length: int) -> list[tuple[Item, ...]]:
    return [tuple(items[at : at + length]) for at in range(0, len(items), length)]


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
