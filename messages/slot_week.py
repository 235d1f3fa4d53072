"""Days, times and slots in words, as a facilitator's screens show them."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from domain.time import local
from texts.buttons import Button
from texts.dates import calendar_day, hour, short_calendar_day
from texts.speech import Html, lines
from texts.wall import wall_time

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from domain.slot import Interval, Layout, Omission
    from texts.buttons import ButtonData
    from texts.speech import Speech

# A reason a line: more of them say nothing new on a phone.
MOST_OMISSIONS = 8


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def weeks_of(layout: Layout) -> list[date]:
    """The Mondays of the weeks in which there is something, or something was left out."""
    days = {local(slot.starts_at).date() for slot in layout.slots} | {omission.day for omission in layout.left_out}
    return sorted({monday_of(day) for day in days})


def week_title(speech: Speech, monday: date, now: datetime) -> Html:
    return speech.html("slot-week-title", day=calendar_day(monday, speech.language, now))


def laid_out_week(speech: Speech, layout: Layout, monday: date) -> Html:
    """The moments of one week, a day a line, and what is left out with the reason."""
    in_week = [slot for slot in layout.slots if monday_of(local(slot.starts_at).date()) == monday]
    left_out = [omission for omission in layout.left_out if monday_of(omission.day) == monday]
    days = [_day_line(speech, day, slots) for day, slots in groupby(in_week, lambda slot: local(slot.starts_at).date())]
    return lines(lines(*days) or speech.html("slot-week-empty"), _omissions(speech, left_out), between="\n\n")


def _day_line(speech: Speech, day: date, slots: Iterable[Interval]) -> Html:
    times = " · ".join(hour(slot.starts_at, speech.language) for slot in slots)
    return speech.html("slot-week-day", day=short_calendar_day(day, speech.language), times=times)


def _omissions(speech: Speech, left_out: list[Omission]) -> Html:
    if not left_out:
        return Html()
    shown = [_omission_line(speech, omission) for omission in left_out[:MOST_OMISSIONS]]
    rest = len(left_out) - len(shown)
    more = speech.html("slot-left-out-more", number=rest) if rest else Html()
    return lines(speech.html("slot-left-out-title"), *shown, more)


def _omission_line(speech: Speech, omission: Omission) -> Html:
    day = short_calendar_day(omission.day, speech.language)
    when = day if omission.at is None else f"{day}, {wall_time(omission.at, speech.language)}"
    return speech.html("slot-left-out", when=when, why=speech.html(f"slot-left-out-{omission.reason}"))


def week_turns(
    speech: Speech, monday: date, weeks: Sequence[date], data: type[ButtonData]
) -> tuple[tuple[Button, ...], ...]:
    """A row to the week before and the week after, as far as there are any among these."""
    before = [each for each in weeks if each < monday]
    after = [each for each in weeks if each > monday]
    row = [
        *([_week_button(speech, "slot-week-before", max(before), data)] if before else []),
        *([_week_button(speech, "slot-week-after", min(after), data)] if after else []),
    ]
    return (tuple(row),) if row else ()


def _week_button(speech: Speech, key: str, monday: date, data: type[ButtonData]) -> Button:
    day = short_calendar_day(monday, speech.language)
    return Button(speech.plain(key, day=day), data(monday=monday.isoformat()))  # type: ignore[call-arg]  # each of them has a Monday
