"""Putting the dates of a cycle together: the questions to who leads the group, and the card with the dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.candidate import MOST_CANDIDATES
from domain.date_set import MOST_WEEKS_APART
from domain.planning import SUGGESTED_SPACINGS, PlanningQuestion, PlanningStand
from domain.registration import PartOfDay, Weekday
from messages import planning_buttons as buttons
from messages import poll_buttons
from messages.message import Message
from messages.poll import date_words
from messages.registration_keyboard import rows_of, ticked_button
from texts.buttons import Button, Keyboard
from texts.dates import date_with_year, short_calendar_day
from texts.lists import all_of
from texts.speech import Html, lines
from texts.wall import short_weekday, weekday

if TYPE_CHECKING:
    from domain.candidate import CandidateFault
    from domain.planning import PlanningTurn, Shown
    from domain.poll import Poll
    from domain.poll_view import PollView
    from domain.typed_moment import MomentFault
    from domain.typed_period import PeriodFault
    from messages.poll import Teller
    from texts.speech import Speech


def question(teller: Teller, turn: PlanningTurn) -> Message:
    """What is asked now."""
    return _QUESTIONS[turn.question](teller, turn)


def _recess(teller: Teller, turn: PlanningTurn) -> Message:
    speech = teller.speech
    rows = [(Button(speech.plain("planning-recess-none"), buttons.NoRecess()),)]
    if turn.draft.wish.recesses:
        rows.append((_back(speech),))
    rows.append((Button(speech.plain("common-cancel"), buttons.CancelPlanning()),))
    return Message(lines(_title(speech, turn), speech.html("planning-recess-question")), Keyboard(tuple(rows)))


def _candidates(teller: Teller, turn: PlanningTurn) -> Message:
    speech = teller.speech
    number = len(turn.chosen)
    said = speech.html("planning-number", number=number) if turn.shown else speech.html("planning-nothing")
    dates = [_date(teller, turn, each) for each in turn.shown]
    words = lines(
        lines(_title(speech, turn), _so_far(teller, turn)),
        said,
        _warning(speech, turn) if turn.shown else Html(),
        between="\n\n",
    )
    return Message(words, Keyboard((*rows_of(dates, 2), *_below(speech, turn))))


def _warning(speech: Speech, turn: PlanningTurn) -> Html:
    if turn.possible:
        return Html()
    wish = turn.draft.wish
    return speech.html(
        "planning-impossible", sessions=turn.to_plan.sessions, least=wish.least_weeks, most=wish.most_weeks
    )


def _below(speech: Speech, turn: PlanningTurn) -> tuple[tuple[Button, ...], ...]:
    asked = (
        PlanningQuestion.ADD,
        PlanningQuestion.RECESS,
        PlanningQuestion.WEEKDAYS,
        PlanningQuestion.PARTS,
        PlanningQuestion.PERIOD,
        PlanningQuestion.SPACING,
    )
    changes = [Button(speech.plain(f"planning-change-{each}"), buttons.AskPlanning(each)) for each in asked]
    opening = Button(speech.plain("planning-open", number=len(turn.chosen)), buttons.OpenDates())
    cancel = Button(speech.plain("common-cancel"), buttons.CancelPlanning())
    return (*rows_of(changes, 2), *(((opening,),) if turn.chosen else ()), (cancel,))


def _date(teller: Teller, turn: PlanningTurn, shown: Shown) -> Button:
    """How many members usually can then is behind it, as long as they said so."""
    starts_at = shown.candidate.moment.starts_at
    words = date_words(teller.speech, starts_at, teller.now)
    if shown.candidate.liked_by:
        words = teller.speech.plain("planning-date", date=words, liked=shown.candidate.liked_by)
    data = buttons.DropDate(int(starts_at.timestamp()), not shown.dropped)
    return ticked_button(teller.speech, words, data, ticked=not shown.dropped)


def _weekdays(teller: Teller, turn: PlanningTurn) -> Message:
    speech, ticked = teller.speech, turn.draft.wish.weekdays
    boxes = [
        ticked_button(
            speech,
            weekday(number, speech.language),
            buttons.TickDay(each, each not in ticked),
            ticked=each in ticked,
        )
        for number, each in enumerate(Weekday)
    ]
    return _asked(speech, speech.html("planning-weekdays-question"), rows_of(boxes, 2))


def _parts(teller: Teller, turn: PlanningTurn) -> Message:
    speech, ticked = teller.speech, turn.draft.wish.parts_of_day
    boxes = [
        ticked_button(
            speech,
            speech.plain(f"planning-part-{each}"),
            buttons.TickPart(each, each not in ticked),
            ticked=each in ticked,
        )
        for each in PartOfDay
    ]
    return _asked(speech, speech.html("planning-parts-question"), rows_of(boxes, 1))


def _period(teller: Teller, turn: PlanningTurn) -> Message:
    speech = teller.speech
    whole = Button(speech.plain("planning-period-whole"), buttons.WholePeriod())
    return _asked(speech, speech.html("planning-period-question"), ((whole,),))


def _spacing(teller: Teller, turn: PlanningTurn) -> Message:
    speech = teller.speech
    choices = [
        Button(speech.plain("planning-spacing-choice", least=least, most=most), buttons.ChooseSpacing(least, most))
        for least, most in SUGGESTED_SPACINGS
    ]
    return _asked(speech, speech.html("planning-spacing-question"), rows_of(choices, 2))


def _add(teller: Teller, turn: PlanningTurn) -> Message:
    speech = teller.speech
    return Message(speech.html("planning-add-question"), Keyboard(((_back(speech),),)))


def _asked(speech: Speech, words: Html, rows: tuple[tuple[Button, ...], ...]) -> Message:
    return Message(words, Keyboard((*rows, (_back(speech, "common-done"),))))


def _back(speech: Speech, key: str = "common-back") -> Button:
    return Button(speech.plain(key), buttons.AskPlanning(PlanningQuestion.CANDIDATES))


def _title(speech: Speech, turn: PlanningTurn) -> Html:
    first, last = turn.to_plan.first_number, turn.to_plan.first_number + turn.to_plan.sessions - 1
    return speech.html(
        "planning-title",
        number=turn.to_plan.group.number,
        sessions=turn.to_plan.sessions,
        first=first,
        last=last,
    )


def _so_far(teller: Teller, turn: PlanningTurn) -> Html:
    """What the dates are made from, in one line."""
    speech, wish = teller.speech, turn.draft.wish
    days = [short_weekday(number, speech.language) for number, each in enumerate(Weekday) if each in wish.weekdays]
    parts = [speech.plain(f"planning-part-{each}-short") for each in PartOfDay if each in wish.parts_of_day]
    recesses = [
        speech.plain(
            "planning-so-far-recess",
            first=short_calendar_day(first, speech.language),
            last=short_calendar_day(last, speech.language),
        )
        for first, last in wish.recesses
    ]
    period = speech.plain(
        "planning-so-far-period",
        first=short_calendar_day(wish.first, speech.language),
        last=date_with_year(wish.last, speech.language),
    )
    spacing = speech.plain("planning-spacing-choice", least=wish.least_weeks, most=wish.most_weeks)
    said = [
        all_of(days, speech.language),
        all_of(parts, speech.language),
        *([period] if days else []),
        spacing,
        *recesses,
    ]
    return speech.html("planning-so-far", words=" · ".join(part for part in said if part))


def stand(speech: Speech, its: PlanningStand) -> Message:
    """Why there is nothing to put together."""
    return Message(speech.html(f"planning-{its}"))


def opened(teller: Teller, poll: Poll) -> Message:
    key = f"planning-opened-{poll.venue}"
    return Message(teller.speech.html(key, moment=teller.moment(poll.closes_at)))


def running(teller: Teller, view: PollView) -> Message:
    """The poll takes votes: how many have voted, and what can be done about it."""
    speech, its = teller.speech, view.standings
    words = speech.html(
        "planning-running",
        number=view.group.number,
        voted=len(its.complete_now),
        all=len(its.voters),
        moment=teller.moment(view.poll.closes_at),
    )
    rows = (
        (Button(speech.plain("planning-close"), poll_buttons.ClosePoll(view.poll.id, sure=False)),),
        (Button(speech.plain("poll-send-again"), poll_buttons.SendPollAgain(view.poll.id)),),
        (Button(speech.plain("planning-other-dates"), buttons.ReopenDates(view.poll.id)),),
    )
    return Message(words, Keyboard(rows))


def too_few(speech: Speech, turn: PlanningTurn) -> Html:
    return speech.html("planning-too-few", sessions=turn.to_plan.sessions)


def stopped(speech: Speech) -> Message:
    return Message(speech.html("planning-stopped"))


def wrong_recess(speech: Speech, fault: PeriodFault) -> Html:
    return speech.html(f"planning-recess-{fault}")


def wrong_period(speech: Speech, fault: PeriodFault) -> Html:
    return speech.html(f"planning-period-{fault}")


def wrong_spacing(speech: Speech) -> Html:
    return speech.html("planning-spacing-unreadable", most=MOST_WEEKS_APART)


def wrong_moment(speech: Speech, fault: MomentFault) -> Html:
    return speech.html(f"planning-add-{fault}")


def wrong_date(speech: Speech, fault: CandidateFault) -> Html:
    key = f"planning-date-{fault}"
    return speech.html(key, most=MOST_CANDIDATES) if speech.placeholders(key) else speech.html(key)


_QUESTIONS = {
    PlanningQuestion.RECESS: _recess,
    PlanningQuestion.CANDIDATES: _candidates,
    PlanningQuestion.WEEKDAYS: _weekdays,
    PlanningQuestion.PARTS: _parts,
    PlanningQuestion.PERIOD: _period,
    PlanningQuestion.SPACING: _spacing,
    PlanningQuestion.ADD: _add,
}
