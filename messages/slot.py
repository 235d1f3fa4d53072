"""Putting slots together: the questions to a facilitator, and the week as it would be published."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from domain.slot import LINK_LONGEST, LONGEST_PERIOD, MOST_AT_ONCE, Medium
from domain.slot_draft import SlotQuestion
from domain.time import is_working_day, local
from domain.typed_period import weeks_from
from messages import slot_buttons as buttons
from messages.message import Message
from messages.registration_keyboard import rows_of, ticked_button
from messages.slot_week import laid_out_week, monday_of, week_title, week_turns, weeks_of
from texts.buttons import Button, Keyboard
from texts.dates import calendar_day, short_calendar_day
from texts.lists import all_of
from texts.speech import Html, lines
from texts.wall import short_weekday, wall_time, weekday

if TYPE_CHECKING:
    from domain.slot import Layout, PatternFault
    from domain.slot_draft import SlotDraft
    from domain.typed_link import LinkFault
    from domain.typed_period import PeriodFault
    from domain.typed_time import TimeFault
    from messages.slot_views import Published, Turn
    from texts.speech import Speech

SUGGESTED_WEEKS: Final = (2, 4, 8)
SUGGESTED_DAYS: Final = 6
SUGGESTED_HOURS: Final = ((time(9), time(12)), (time(13), time(17)), (time(9), time(17)))
SUGGESTED_STARTS: Final = tuple(time(hour) for hour in (9, 10, 11, 13, 14, 15, 16, 17))
SUGGESTED_PAUSES: Final = ((time(12), time(13)), (time(12, 30), time(13)), (time(12, 30), time(13, 30)))
SUGGESTED_LENGTHS: Final = (30, 45, 60, 90)
SUGGESTED_BUFFERS: Final = (0, 10, 15, 30)


@dataclass(frozen=True, slots=True)
class SlotScreen:
    """Where the conversation is, with what it takes to say so."""

    speech: Speech
    turn: Turn
    now: datetime
    # Which week of the preview; None: the first.
    monday: date | None = None

    @property
    def draft(self) -> SlotDraft:
        return self.turn.draft


def question(screen: SlotScreen) -> Message:
    """What is asked now, with what was answered so far above it."""
    asked = screen.turn.question
    if asked is None:
        return stopped(screen.speech)
    message = _QUESTIONS[asked](screen)
    if asked is SlotQuestion.PREVIEW:
        return message
    return Message(lines(_so_far(screen), message.html, between="\n\n"), message.keyboard)


def _shape(screen: SlotScreen) -> Message:
    speech = screen.speech
    rows = (
        (Button(speech.plain("slot-shape-pattern"), buttons.ChooseShape(single=False)),),
        (Button(speech.plain("slot-shape-single"), buttons.ChooseShape(single=True)),),
        (Button(speech.plain("common-cancel"), buttons.SlotCancel()),),
    )
    return Message(speech.html("slot-shape-question"), Keyboard(rows))


def _weekdays(screen: SlotScreen) -> Message:
    speech, ticked = screen.speech, screen.draft.weekdays
    boxes = [
        ticked_button(
            speech, weekday(day, speech.language), buttons.TickWeekday(day, day not in ticked), ticked=day in ticked
        )
        for day in range(7)
    ]
    done = (Button(speech.plain("common-done"), buttons.FinishWeekdays()),)
    return _asked(screen, SlotQuestion.WEEKDAYS, speech.html("slot-weekdays-question"), (*rows_of(boxes, 2), done))


def _period(screen: SlotScreen) -> Message:
    speech, today = screen.speech, local(screen.now).date()
    if screen.draft.single:
        days = _next_working_days(today)
        choices = [
            Button(short_calendar_day(day, speech.language), buttons.ChoosePeriod(day.isoformat(), day.isoformat()))
            for day in days
        ]
        return _asked(screen, SlotQuestion.PERIOD, speech.html("slot-day-question"), rows_of(choices, 2))
    choices = [_weeks_button(speech, today, number) for number in SUGGESTED_WEEKS]
    return _asked(screen, SlotQuestion.PERIOD, speech.html("slot-period-question"), rows_of(choices, 1))


def _weeks_button(speech: Speech, today: date, number: int) -> Button:
    last = weeks_from(today, number)
    words = speech.plain("slot-period-weeks", number=number, day=short_calendar_day(last, speech.language))
    return Button(words, buttons.ChoosePeriod(today.isoformat(), last.isoformat()))


def _hours(screen: SlotScreen) -> Message:
    speech = screen.speech
    if screen.draft.single:
        starts = [
            Button(wall_time(at, speech.language), buttons.ChooseHours(written(at), None)) for at in SUGGESTED_STARTS
        ]
        return _asked(screen, SlotQuestion.HOURS, speech.html("slot-start-question"), rows_of(starts, 4))
    choices = [
        Button(hours_words(speech, *hours), buttons.ChooseHours(written(hours[0]), written(hours[1])))
        for hours in SUGGESTED_HOURS
    ]
    return _asked(screen, SlotQuestion.HOURS, speech.html("slot-hours-question"), rows_of(choices, 1))


def _pause(screen: SlotScreen) -> Message:
    speech = screen.speech
    none = (Button(speech.plain("slot-pause-none"), buttons.ChoosePause(None, None)),)
    choices = [
        Button(hours_words(speech, *hours), buttons.ChoosePause(written(hours[0]), written(hours[1])))
        for hours in SUGGESTED_PAUSES
    ]
    return _asked(screen, SlotQuestion.PAUSE, speech.html("slot-pause-question"), (none, *rows_of(choices, 3)))


def _medium(screen: SlotScreen) -> Message:
    speech = screen.speech
    choices = tuple(Button(speech.plain(f"slot-medium-{each}"), buttons.ChooseMedium(each)) for each in Medium)
    return _asked(screen, SlotQuestion.MEDIUM, speech.html("slot-medium-question"), (choices,))


def _link(screen: SlotScreen) -> Message:
    speech, last = screen.speech, screen.turn.last_link
    if last is None:
        return _asked(screen, SlotQuestion.LINK, speech.html("slot-link-question"), ())
    keep = (Button(speech.plain("slot-link-keep"), buttons.KeepLink()),)
    return _asked(screen, SlotQuestion.LINK, speech.html("slot-link-question-again", link=last), (keep,))


def _preview(screen: SlotScreen) -> Message:
    """One week of what would be published, and how many there are in all."""
    speech, preview = screen.speech, screen.turn.preview
    if preview is None:
        return Message(lines(_so_far(screen), speech.html("slot-preview-incomplete")), _end_of_preview(screen, ()))
    if preview.fault is not None:
        words = lines(_so_far(screen), fault_words(speech, preview.fault), between="\n\n")
        return Message(words, _end_of_preview(screen, ()))
    layout, weeks = preview.layout, weeks_of(preview.layout)
    monday = screen.monday if screen.monday in weeks else _first_week(screen, layout)
    words = lines(
        lines(speech.html("slot-preview-title"), _so_far(screen), _number_line(screen, layout)),
        lines(week_title(speech, monday, screen.now), laid_out_week(speech, layout, monday)),
        between="\n\n",
    )
    turns = week_turns(speech, monday, weeks, buttons.PreviewWeek)
    publish = ((Button(speech.plain("slot-publish"), buttons.PublishSlots()),),) if layout.slots else ()
    return Message(words, _end_of_preview(screen, (*turns, *publish)))


def _first_week(screen: SlotScreen, layout: Layout) -> date:
    """The Monday of the first week in which something is left, or else in which something falls out."""
    if layout.slots:
        return monday_of(local(layout.slots[0].starts_at).date())
    return next(iter(weeks_of(layout)), monday_of(local(screen.now).date()))


def _number_line(screen: SlotScreen, layout: Layout) -> Html:
    speech = screen.speech
    if not layout.slots:
        return speech.html("slot-preview-nothing")
    first, last = (local(slot.starts_at).date() for slot in (layout.slots[0], layout.slots[-1]))
    return speech.html(
        "slot-preview-number",
        number=len(layout.slots),
        first=calendar_day(first, speech.language, screen.now),
        last=calendar_day(last, speech.language, screen.now),
    )


def _end_of_preview(screen: SlotScreen, rows: tuple[tuple[Button, ...], ...]) -> Keyboard:
    speech = screen.speech
    change = Button(speech.plain("common-change"), buttons.ChangeSlots(None))
    return Keyboard((*rows, (change, Button(speech.plain("common-cancel"), buttons.SlotCancel()))))


def change_question(screen: SlotScreen) -> Message:
    """What of the slots should be different."""
    speech, draft = screen.speech, screen.draft
    shown = [SlotQuestion.PERIOD, SlotQuestion.HOURS, SlotQuestion.MEDIUM]
    if not draft.single:
        shown = [SlotQuestion.WEEKDAYS, *shown[:2], SlotQuestion.PAUSE, shown[2]]
    if draft.medium is Medium.VIDEO:
        shown.append(SlotQuestion.LINK)
    choices = [Button(speech.plain(f"slot-change-{each}"), buttons.ChangeSlots(each)) for each in shown]
    numbers = [
        Button(speech.plain("slot-change-length"), buttons.ChangeNumber(buttons.Rule.LENGTH)),
        *(
            []
            if draft.single
            else [Button(speech.plain("slot-change-buffer"), buttons.ChangeNumber(buttons.Rule.BUFFER))]
        ),
    ]
    back = (Button(speech.plain("common-back"), buttons.ChangeSlots(SlotQuestion.PREVIEW)),)
    return Message(speech.html("slot-change-question"), Keyboard((*rows_of([*choices, *numbers], 2), back)))


def number_question(screen: SlotScreen, rule: buttons.Rule) -> Message:
    """The length of these slots, or the time between them."""
    speech, is_length = screen.speech, rule is buttons.Rule.LENGTH
    numbers = SUGGESTED_LENGTHS if is_length else SUGGESTED_BUFFERS
    choices = [Button(minutes_words(speech, number), buttons.SetNumber(rule, number)) for number in numbers]
    back = (Button(speech.plain("common-back"), buttons.ChangeSlots(SlotQuestion.PREVIEW)),)
    words = speech.html("slot-length-question") if is_length else speech.html("slot-buffer-question")
    return Message(words, Keyboard((*rows_of(choices, 2), back)))


def published(speech: Speech, publication: Published) -> Message:
    again = (
        Button(speech.plain("slot-overview"), buttons.ShowWeek(monday_of(publication.slots[0].day).isoformat())),
        Button(speech.plain("slot-new"), buttons.NewSlots()),
    )
    words = speech.html("slot-published", number=len(publication.slots), skipped=len(publication.layout.left_out))
    return Message(words, Keyboard((again,)))


def stopped(speech: Speech) -> Message:
    return Message(speech.html("slot-stopped"))


def fault_words(speech: Speech, fault: PatternFault) -> Html:
    key = f"slot-fault-{fault}"
    numbers = {"most": MOST_AT_ONCE, "weeks": LONGEST_PERIOD.days // 7}
    wanted = speech.placeholders(key)
    return speech.html(key, **{name: number for name, number in numbers.items() if name in wanted})


def wrong_time(speech: Speech, fault: TimeFault) -> Html:
    return speech.html(f"slot-time-{fault}")


def wrong_period(speech: Speech, fault: PeriodFault) -> Html:
    return speech.html(f"slot-period-{fault}")


def wrong_day(speech: Speech, fault: str) -> Html:
    return speech.html(f"slot-day-{fault}")


def wrong_link(speech: Speech, fault: LinkFault) -> Html:
    key = f"slot-link-{fault}"
    return speech.html(key, most=LINK_LONGEST) if speech.placeholders(key) else speech.html(key)


def no_weekdays(speech: Speech) -> Html:
    return speech.html("slot-fault-no-weekdays")


def hours_words(speech: Speech, starts: time, until: time) -> str:
    """As in "9.00–12.00"."""
    return f"{wall_time(starts, speech.language)}\N{EN DASH}{wall_time(until, speech.language)}"


def minutes_words(speech: Speech, minutes: int) -> str:
    return speech.plain("slot-minutes", minutes=minutes)


def written(at: time) -> str:
    """A wall time as the buttons carry it."""
    return f"{at.hour:02}.{at.minute:02}"


def _so_far(screen: SlotScreen) -> Html:
    """What was answered, in one line."""
    speech, draft = screen.speech, screen.draft
    words = " · ".join(part for part in (*_when(screen), *_how(screen)) if part)
    return speech.html("slot-so-far", words=words) if words and draft.single is not None else Html()


def _when(screen: SlotScreen) -> tuple[str, ...]:
    speech, draft = screen.speech, screen.draft
    days = all_of([short_weekday(day, speech.language) for day in sorted(draft.weekdays)], speech.language)
    return (
        days if not draft.single else "",
        _period_words(screen),
        _hours_words(speech, draft),
        speech.plain("slot-pause-done", hours=hours_words(speech, *draft.pause)) if draft.pause else "",
    )


def _how(screen: SlotScreen) -> tuple[str, ...]:
    speech, draft, rules = screen.speech, screen.draft, screen.turn.rules
    length = draft.length_minutes or rules.length_minutes
    buffer = rules.buffer_minutes if draft.buffer_minutes is None else draft.buffer_minutes
    apart = speech.plain("slot-lengths", length=length, buffer=buffer)
    numbers = minutes_words(speech, length) if draft.single else apart
    medium = speech.plain(f"slot-medium-{draft.medium}") if draft.medium else ""
    return (numbers if draft.starts else "", medium)


def _period_words(screen: SlotScreen) -> str:
    speech, draft = screen.speech, screen.draft
    if draft.first is None or draft.last is None:
        return ""
    first, last = (short_calendar_day(day, speech.language) for day in (draft.first, draft.last))
    return first if draft.single else speech.plain("slot-period-done", first=first, last=last)


def _hours_words(speech: Speech, draft: SlotDraft) -> str:
    if draft.starts is None:
        return ""
    return (
        wall_time(draft.starts, speech.language)
        if draft.until is None
        else hours_words(speech, draft.starts, draft.until)
    )


def _asked(screen: SlotScreen, asked: SlotQuestion, words: Html, rows: tuple[tuple[Button, ...], ...]) -> Message:
    below = (
        Button(screen.speech.plain("common-back"), buttons.SlotBack(asked)),
        Button(screen.speech.plain("common-cancel"), buttons.SlotCancel()),
    )
    return Message(words, Keyboard((*rows, below)))


def _next_working_days(today: date) -> list[date]:
    days = (today + timedelta(days=ahead) for ahead in range(1, 30))
    return [day for day in days if is_working_day(day)][:SUGGESTED_DAYS]


_QUESTIONS = {
    SlotQuestion.SHAPE: _shape,
    SlotQuestion.WEEKDAYS: _weekdays,
    SlotQuestion.PERIOD: _period,
    SlotQuestion.HOURS: _hours,
    SlotQuestion.PAUSE: _pause,
    SlotQuestion.MEDIUM: _medium,
    SlotQuestion.LINK: _link,
    SlotQuestion.PREVIEW: _preview,
}
