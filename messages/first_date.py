"""The first date: the candidates that a facilitator puts together, and what the answers come to."""

from __future__ import annotations

import calendar
from datetime import date, time
from typing import TYPE_CHECKING, Final

from domain.candidate import session_at
from domain.place import MOST_FIRST_DATES
from domain.time import is_public_holiday, local
from messages import place_buttons as buttons
from messages.message import Message
from messages.poll import date_words
from messages.poll_buttons import ClosePoll
from messages.registration_keyboard import rows_of
from texts.buttons import Button, Keyboard
from texts.dates import moment, month, short_calendar_day
from texts.speech import Html, lines

if TYPE_CHECKING:
    from datetime import datetime

    from domain.group import Group
    from domain.place_view import FirstDateCard, FirstDateFault
    from domain.poll import OptionStanding, Standings
    from domain.typed_moment import MomentFault
    from messages.message import Attachment
    from messages.session import Reader
    from texts.speech import Speech

HOURS: Final = (time(9), time(9, 30), time(10), time(13), time(13, 30), time(14), time(18, 30), time(19))
"""What is offered at a tap; any other time is typed."""

WORKING_WEEK: Final = 5
MONTHS_AHEAD: Final = 12


def card(reader: Reader, its: FirstDateCard, before: Html | None = None) -> Message:
    """How far it is; with what somebody should know first above it."""
    if its.session is not None:
        shown = _settled(reader, its)
    elif its.standings is not None and its.poll is not None and its.poll.is_open:
        shown = _running(reader, its, its.standings)
    elif its.standings is not None:
        shown = proposal(reader, its, None)
    else:
        shown = _candidates(reader, its)
    if before is None:
        return shown
    return Message(lines(before, shown.html, between="\n\n"), shown.keyboard, attachment=shown.attachment)


def asked(reader: Reader) -> Message:
    return Message(reader.speech.html("first-date-asked"))


def proposal(reader: Reader, its: FirstDateCard, picture: Attachment | None) -> Message:
    """What the answers come to, the best date first."""
    speech, standings = reader.speech, its.standings
    if standings is None or its.poll is None:
        return gone(speech)
    nobody = not any(each.able or each.no for each in standings.options)
    words = speech.html("first-date-proposed-nobody" if nobody else "first-date-proposed", group=its.group.number)
    rows = tuple((_choice(reader, its.poll.id, each, standings),) for each in standings.ranked())
    anew = Button(speech.plain("first-date-anew"), buttons.FirstDatesAnew(its.poll.id))
    return Message(words, Keyboard((*rows, (anew,))), attachment=picture)


def confirmed(reader: Reader, its: FirstDateCard) -> Message:
    """Just now, and what comes next."""
    if its.session is None:
        return gone(reader.speech)
    words = reader.speech.html("first-date-settled", date=_in_full(reader, its.session.starts_at))
    return Message(words, Keyboard((_where_row(reader.speech, its.session.id),)))


def reminder(speech: Speech, group: Group) -> Message:
    start = Button(speech.plain("first-date-start"), buttons.ShowFirstDates(group.id))
    return Message(speech.html("first-date-reminder", group=group.number), Keyboard(((start,),)))


def gone(speech: Speech) -> Message:
    return Message(speech.html("first-date-gone"))


def left(speech: Speech) -> Message:
    return Message(speech.html("first-date-left"))


def month_view(reader: Reader, group_id: int, year: int, number: int) -> Message:
    """The working days of a month that can be chosen; a dot for the others."""
    speech, today = reader.speech, local(reader.now).date()
    here = buttons.ShowFirstMonth(group_id, year, number)
    weeks = calendar.Calendar().monthdatescalendar(year, number)
    days = [[_day_button(here, day, today) for day in week[:WORKING_WEEK]] for week in weeks]
    rows = tuple(tuple(week) for week in days if any(isinstance(each.data, buttons.ChooseFirstDay) for each in week))
    words = speech.html("first-date-month", month=month(date(year, number, 1), speech.language))
    return Message(words, Keyboard((*rows, _turns(speech, here, today), _back_row(speech, group_id))))


def times_view(reader: Reader, group_id: int, day: date) -> Message:
    speech = reader.speech
    moments = [session_at(day, starts).starts_at for starts in HOURS]
    choices = [
        Button(f"{starts.hour}.{starts.minute:02}", buttons.AddFirstDate(group_id, int(at.timestamp())))
        for starts, at in zip(HOURS, moments, strict=True)
    ]
    back = Button(speech.plain("common-back"), buttons.ShowFirstMonth(group_id, day.year, day.month))
    words = speech.html("first-date-times", day=short_calendar_day(day, speech.language))
    return Message(words, Keyboard((*rows_of(choices, 4), (back,))))


def month_in_reach(year: int, number: int, today: date) -> bool:
    """Whether the calendar goes there: from this month to a year on. For whatever a button may carry."""
    return 1 <= number <= MONTHS_AHEAD and 0 <= _months_from(today, year, number) <= MONTHS_AHEAD


def refused(reader: Reader, at: datetime, fault: FirstDateFault) -> Html:
    speech, key = reader.speech, f"first-date-{fault}"
    wanted = speech.placeholders(key)
    if "date" in wanted:
        return speech.html(key, date=date_words(speech, at, reader.now))
    return speech.html(key, **({"most": MOST_FIRST_DATES} if wanted else {}))


def unreadable(speech: Speech, typed: str, fault: MomentFault) -> Html:
    key = f"first-date-{fault}"
    return speech.html(key, **({"typed": typed} if speech.placeholders(key) else {}))


def _candidates(reader: Reader, its: FirstDateCard) -> Message:
    speech = reader.speech
    title = speech.html("first-date-propose", group=its.group.number, most=MOST_FIRST_DATES)
    choose = Button(speech.plain("first-date-calendar"), _first_month(reader, its.group.id))
    if not its.candidates:
        return Message(title, Keyboard(((choose,),)))
    words = [date_words(speech, each, reader.now) for each in its.candidates]
    drops = tuple(
        (Button(speech.plain("first-date-drop", date=each), buttons.DropFirstDate(its.group.id, int(at.timestamp()))),)
        for each, at in zip(words, its.candidates, strict=True)
    )
    opening = Button(speech.plain("first-date-open", number=len(words)), buttons.OpenFirstPoll(its.group.id))
    listed = lines(*(speech.html("first-date-line", date=each) for each in words))
    told = lines(title, listed, speech.html("first-date-listed"), between="\n\n")
    return Message(told, Keyboard(((opening,), (choose,), *drops)))


def _running(reader: Reader, its: FirstDateCard, standings: Standings) -> Message:
    speech, poll = reader.speech, standings.poll
    words = speech.html(
        "first-date-running",
        answered=len(standings.complete_now),
        all=len(standings.voters),
        until=moment(poll.closes_at, speech.language, reader.now),
    )
    close = Button(speech.plain("first-date-close"), ClosePoll(poll.id, sure=False))
    anew = Button(speech.plain("first-date-anew"), buttons.FirstDatesAnew(poll.id))
    return Message(words, Keyboard(((close,), (anew,))))


def _settled(reader: Reader, its: FirstDateCard) -> Message:
    if its.session is None:
        return gone(reader.speech)
    date_ = _in_full(reader, its.session.starts_at)
    words = reader.speech.html("first-date-is-settled", group=its.group.number, date=date_)
    return Message(words, Keyboard((_where_row(reader.speech, its.session.id),)))


def _choice(reader: Reader, poll_id: int, its: OptionStanding, standings: Standings) -> Button:
    date_ = date_words(reader.speech, its.option.moment.starts_at, reader.now)
    words = reader.speech.plain("first-date-choose", date=date_, able=len(its.able), all=len(standings.voters))
    return Button(words, buttons.ConfirmFirstDate(poll_id, its.option.id))


def _in_full(reader: Reader, at: datetime) -> str:
    return moment(at, reader.speech.language, reader.now)


def _where_row(speech: Speech, session_id: int) -> tuple[Button, ...]:
    return (Button(speech.plain("first-date-where"), buttons.ShowSessionPlace(session_id)),)


def _back_row(speech: Speech, group_id: int) -> tuple[Button, ...]:
    return (Button(speech.plain("first-date-back"), buttons.ShowFirstDates(group_id)),)


def _first_month(reader: Reader, group_id: int) -> buttons.ShowFirstMonth:
    today = local(reader.now).date()
    return buttons.ShowFirstMonth(group_id, today.year, today.month)


def _day_button(here: buttons.ShowFirstMonth, day: date, today: date) -> Button:
    if day.month != here.month or day <= today or is_public_holiday(day):
        return Button("·", here)
    return Button(str(day.day), buttons.ChooseFirstDay(here.group, day.isoformat()))


def _turns(speech: Speech, here: buttons.ShowFirstMonth, today: date) -> tuple[Button, ...]:
    found = []
    for key, step in (("first-date-month-earlier", -1), ("first-date-month-later", 1)):
        years, zero_based = divmod(here.year * 12 + here.month - 1 + step, 12)
        if month_in_reach(years, zero_based + 1, today):
            found.append(Button(speech.plain(key), buttons.ShowFirstMonth(here.group, years, zero_based + 1)))
    return tuple(found)


def _months_from(today: date, year: int, number: int) -> int:
    return (year - today.year) * 12 + number - today.month
