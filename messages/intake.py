"""What a facilitator sees of the intakes: the week, one intake with what can be done about it, who has none yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING, Final

from domain.booking import IntakeOutcome
from domain.contact import display_phone
from domain.slot import Medium
from domain.time import local
from messages import intake_buttons as buttons
from messages.message import Message
from messages.participant_buttons import AskTakeOut
from messages.registration_card import municipality_name
from messages.registration_keyboard import rows_of
from texts.buttons import Button, Keyboard
from texts.dates import calendar_day, day, hour, short_calendar_day, span
from texts.speech import Html, lines

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from domain.municipality import Municipalities
    from domain.slot import Slot
    from messages.slot_views import Meeting, Queued, Reach, Seeker, Talk
    from texts.speech import Speech

# As many lines and buttons as a phone scrolls through without losing the thread.
MOST_MEETINGS: Final = 30
PEOPLE_A_PAGE: Final = 10
DAYS_A_PAGE: Final = 24

Row = tuple[Button, ...]


@dataclass(frozen=True, slots=True)
class Desk:
    """Who reads, and with what it is said."""

    speech: Speech
    municipalities: Municipalities
    now: datetime

    @property
    def today(self) -> date:
        return local(self.now).date()

    def when(self, slot: Slot) -> str:
        """As in "woensdag 20 januari, 11.00 tot 11.45 uur"."""
        return span(slot.starts_at, slot.ends_at, self.speech.language, self.now)

    def who(self, name: str | None, municipality_code: str | None) -> str:
        """As in "Marijke de Groot, 's-Hertogenbosch"."""
        municipality = municipality_name(self.municipalities, municipality_code)
        return ", ".join(part for part in (name or "–", municipality) if part)


def first_name(talk: Talk) -> str:
    return talk.person.first_name or "–"


def agenda(
    desk: Desk, monday: date, meetings: Sequence[Meeting], overdue: Sequence[Talk], *, unbooked: int, waiting: int
) -> Message:
    """A week: whom one speaks when, and how to reach them; and what waits for the facilitator."""
    speech = desk.speech
    shown = meetings[:MOST_MEETINGS]
    words = lines(
        speech.html("intake-agenda-title", day=calendar_day(monday, speech.language, desk.now)),
        _days(desk, shown) or speech.html("intake-agenda-empty"),
        speech.html("intake-agenda-overdue", number=len(overdue)) if overdue else Html(),
        between="\n\n",
    )
    talks = {each.booking.id: each for each in [*overdue[:MOST_MEETINGS], *(each.card for each in shown)]}
    choices = [(Button(_talk_button(desk, talk), buttons.ShowTalk(talk.booking.id)),) for talk in talks.values()]
    return Message(words, Keyboard((*choices, *_agenda_end(speech, monday, unbooked, waiting))), protect=True)


def _days(desk: Desk, meetings: Sequence[Meeting]) -> Html:
    parts = [
        lines(_day_title(desk, on), *(_meeting_line(desk, meeting) for meeting in of_day))
        for on, of_day in groupby(meetings, lambda meeting: meeting.card.slot.day)
    ]
    return lines(*parts, between="\n\n")


def _day_title(desk: Desk, on: date) -> Html:
    key = "intake-agenda-today" if on == desk.today else "intake-agenda-day"
    return desk.speech.html(key, day=calendar_day(on, desk.speech.language, desk.now))


def _meeting_line(desk: Desk, meeting: Meeting) -> Html:
    talk, speech = meeting.card, desk.speech
    return speech.html(
        "intake-agenda-line",
        time=hour(talk.slot.starts_at, speech.language),
        who=desk.who(talk.person.name, meeting.contact.municipality_code),
        how=_reach_in_short(speech, talk.slot, meeting.contact),
        state=_state(speech, talk),
    )


def _reach_in_short(speech: Speech, slot: Slot, contact: Reach) -> Html:
    if slot.medium is Medium.VIDEO:
        return speech.html("intake-how-video")
    if contact.phone is None:
        return speech.html("intake-how-phone-unknown")
    return speech.html("intake-how-phone", phone=display_phone(contact.phone))


def _state(speech: Speech, talk: Talk) -> Html:
    """What is to be known of it at a glance, behind a comma; nothing for an intake that simply stands."""
    if talk.booking.outcome is not None:
        return speech.html(f"intake-state-{talk.booking.outcome}")
    if talk.request is not None:
        return speech.html("intake-state-request")
    return speech.html("intake-state-coming") if talk.booking.person_coming_at else Html()


def _talk_button(desk: Desk, talk: Talk) -> str:
    day_ = short_calendar_day(talk.slot.day, desk.speech.language)
    return f"{day_} {hour(talk.slot.starts_at, desk.speech.language)}: {talk.person.name or '–'}"


def _agenda_end(speech: Speech, monday: date, unbooked: int, waiting: int) -> tuple[Row, ...]:
    before, after = monday - timedelta(weeks=1), monday + timedelta(weeks=1)
    turns = tuple(
        Button(speech.plain(key, day=short_calendar_day(each, speech.language)), buttons.ShowIntakes(each.isoformat()))
        for key, each in (("slot-week-before", before), ("slot-week-after", after))
    )
    lists = (
        Button(speech.plain("intake-unbooked-button", number=unbooked), buttons.ShowUnbooked(0)),
        Button(speech.plain("intake-line-button", number=waiting), buttons.ShowLine()),
    )
    return (turns, lists)


def talk(desk: Desk, meeting: Meeting, before: Html = Html()) -> Message:  # noqa: B008 - words are immutable
    """One intake: when, how to reach them, and what can be done about it."""
    its, speech = meeting.card, desk.speech
    words = lines(
        before,
        lines(
            speech.html("intake-talk-who", who=desk.who(its.person.name, meeting.contact.municipality_code)),
            speech.html(f"intake-talk-{its.slot.medium}", moment=desk.when(its.slot)),
            reach(speech, its.slot, meeting.contact),
            Html() if its.person.reachable else speech.html("intake-unreachable", name=first_name(its)),
        ),
        standing(desk, its),
        between="\n\n",
    )
    return Message(words, Keyboard(_talk_rows(desk, meeting)), protect=True)


def reach(speech: Speech, slot: Slot, contact: Reach) -> Html:
    """All the ways in which to reach somebody."""
    link = Html()
    if slot.medium is Medium.VIDEO:
        link = speech.html("intake-no-link") if slot.link is None else speech.html("intake-link", link=slot.link)
    return lines(
        link,
        speech.html("admission-phone", phone=display_phone(contact.phone)) if contact.phone else Html(),
        speech.html("admission-email", email=contact.email) if contact.email else Html(),
        speech.html("intake-no-phone") if slot.medium is Medium.PHONE and contact.phone is None else Html(),
    )


def standing(desk: Desk, its: Talk) -> Html:
    """What the person said or asked, or what came of it."""
    speech, booking = desk.speech, its.booking
    if booking.outcome is not None:
        return speech.html(f"intake-outcome-is-{booking.outcome}")
    if not booking.live:
        return speech.html("intake-is-cancelled")
    if its.request is not None:
        return request_words(speech, its)
    if its.slot.starts_at <= desk.now:
        return speech.html("intake-outcome-question", name=first_name(its))
    return speech.html("intake-is-coming", name=first_name(its)) if booking.person_coming_at else Html()


def request_words(speech: Speech, its: Talk) -> Html:
    """What somebody asks after the cut-off, and why."""
    if its.request is None:
        return Html()
    asked = speech.html(f"intake-request-{its.request.wish}", name=first_name(its))
    reason = its.request.reason
    return lines(asked, speech.html("intake-reason", reason=reason) if reason else Html())


def request_row(speech: Speech, its: Talk) -> tuple[Row, ...]:
    if its.request is None or not its.booking.live:
        return ()
    return (
        (
            Button(speech.plain("intake-grant"), buttons.Grant(its.request.id)),
            Button(speech.plain("intake-refuse"), buttons.Refuse(its.request.id)),
        ),
    )


def outcome_rows(speech: Speech, its: Talk) -> tuple[Row, ...]:
    return tuple(
        (Button(speech.plain(f"intake-record-{each}"), buttons.Record(its.booking.id, each)),) for each in IntakeOutcome
    )


def take_back_row(speech: Speech, its: Talk) -> Row:
    return (Button(speech.plain("intake-take-back"), buttons.TakeBack(its.booking.id)),)


def change_row(speech: Speech, its: Talk) -> Row:
    return (
        Button(speech.plain("intake-move"), buttons.ChooseNewDay(its.booking.id, 0)),
        Button(speech.plain("intake-cancel"), buttons.AskCancel(its.booking.id)),
    )


def _talk_rows(desk: Desk, meeting: Meeting) -> tuple[Row, ...]:
    its, speech = meeting.card, desk.speech
    goals = Button(speech.plain("intake-goals"), buttons.ReadGoals(its.person.id))
    back = Button(speech.plain("common-back"), buttons.ShowIntakes(_monday(its.slot.day).isoformat()))
    out = _take_out_row(speech, meeting)
    if not its.booking.live:
        undo = (take_back_row(speech, its),) if its.booking.correctable(desk.now) else ()
        return (*undo, (goals, back), *(out if its.booking.outcome is IntakeOutcome.GOES_ON else ()))
    if its.slot.starts_at <= desk.now:
        return (*outcome_rows(speech, its), (goals, back))
    link_key = "intake-give-link" if its.slot.link is None else "intake-change-link"
    link = ((Button(speech.plain(link_key), buttons.GiveLink(its.booking.id)),),)
    wants_link = its.slot.medium is Medium.VIDEO
    return (*request_row(speech, its), change_row(speech, its), *(link if wants_link else ()), (goals, back), *out)


def _take_out_row(speech: Speech, meeting: Meeting) -> tuple[Row, ...]:
    if meeting.contact.registration_id is None:
        return ()
    return ((Button(speech.plain("intake-take-out"), AskTakeOut(meeting.contact.registration_id)),),)


def _monday(on: date) -> date:
    return on - timedelta(days=on.weekday())


def gone(speech: Speech) -> Message:
    """There is no such intake, or it is another facilitator's by now."""
    return Message(speech.html("intake-gone"), Keyboard((to_agenda(speech),)))


def to_agenda(speech: Speech) -> Row:
    return (Button(speech.plain("intake-agenda-button"), buttons.ShowIntakes(None)),)


def unbooked(desk: Desk, people: Sequence[Seeker], page: int, before: Html = Html()) -> Message:  # noqa: B008 - words are immutable
    """Who was admitted and has no intake; one tap reminds them."""
    speech = desk.speech
    if not people:
        return Message(lines(before, speech.html("intake-unbooked-none")), Keyboard((to_agenda(speech),)))
    page = min(max(page, 0), (len(people) - 1) // PEOPLE_A_PAGE)
    shown = people[page * PEOPLE_A_PAGE : (page + 1) * PEOPLE_A_PAGE]
    nudges = [
        (Button(speech.plain("intake-nudge", name=each.person.name or "–"), buttons.Nudge(each.person.id, page)),)
        for each in shown
        if each.waiting is None
    ]
    words = lines(
        before,
        lines(speech.html("intake-unbooked-title", number=len(people)), *(_seeker_line(desk, each) for each in shown)),
        between="\n\n",
    )
    return Message(words, Keyboard((*nudges, *_pages(speech, page, len(people)), to_agenda(speech))), protect=True)


def _seeker_line(desk: Desk, seeker: Seeker) -> Html:
    speech, answers = desk.speech, seeker.registration.answers
    who = desk.who(seeker.person.name, answers.municipality_code)
    if seeker.waiting is not None:
        return speech.html("intake-unbooked-waiting", who=who)
    if seeker.since is None:
        return speech.html("intake-unbooked-line", who=who)
    return speech.html("intake-unbooked-since", who=who, day=day(seeker.since, speech.language, desk.now))


def _pages(speech: Speech, page: int, number: int) -> tuple[Row, ...]:
    before = [Button(speech.plain("common-previous"), buttons.ShowUnbooked(page - 1))] if page else []
    further = number > (page + 1) * PEOPLE_A_PAGE
    after = [Button(speech.plain("common-next"), buttons.ShowUnbooked(page + 1))] if further else []
    return ((*before, *after),) if before or after else ()


def line(desk: Desk, people: Sequence[Queued]) -> Message:
    """The waiting list, the first in line in front."""
    speech = desk.speech
    if not people:
        return Message(speech.html("intake-line-none"), Keyboard((to_agenda(speech),)))
    shown = [
        speech.html(
            "intake-line-line",
            number=number,
            who=each.person.name or "–",
            day=day(each.waiting.joined_at, speech.language, desk.now),
        )
        for number, each in enumerate(people[:MOST_MEETINGS], start=1)
    ]
    rest = len(people) - len(shown)
    more = speech.html("slot-overview-more", number=rest) if rest else Html()
    words = lines(speech.html("intake-line-title"), *shown, more)
    return Message(words, Keyboard((to_agenda(speech),)), protect=True)


def new_day(desk: Desk, its: Talk, days: Sequence[date], page: int) -> Message:
    """To which day an intake moves."""
    speech, back = desk.speech, _back_to(desk.speech, its)
    if not days:
        return Message(speech.html("intake-move-nowhere", name=first_name(its)), Keyboard((back,)))
    shown = days[max(page, 0) * DAYS_A_PAGE : (max(page, 0) + 1) * DAYS_A_PAGE]
    choices = [
        Button(short_calendar_day(each, speech.language), buttons.ChooseNewTime(its.booking.id, each.isoformat()))
        for each in shown
    ]
    further = len(days) > (max(page, 0) + 1) * DAYS_A_PAGE
    later = ((Button(speech.plain("slot-withdraw-later"), buttons.ChooseNewDay(its.booking.id, page + 1)),),)
    words = speech.html("intake-move-day", who=its.person.name or "–", moment=desk.when(its.slot))
    return Message(words, Keyboard((*rows_of(choices, 3), *(later if further else ()), back)), protect=True)


def new_time(desk: Desk, its: Talk, slots: Sequence[Slot], on: date) -> Message:
    speech = desk.speech
    choices = [
        Button(
            f"{hour(slot.starts_at, speech.language)} {speech.plain(f'slot-medium-{slot.medium}-short')}",
            buttons.AskMove(its.booking.id, slot.id),
        )
        for slot in slots
    ]
    other = (Button(speech.plain("common-back"), buttons.ChooseNewDay(its.booking.id, 0)),)
    words = speech.html("intake-move-time", day=calendar_day(on, speech.language, desk.now))
    return Message(words, Keyboard((*rows_of(choices, 2), other)))


def move_sure(desk: Desk, its: Talk, slot: Slot) -> Message:
    """Whether the person should be told."""
    speech, name = desk.speech, first_name(its)
    rows = (
        (Button(speech.plain("intake-tell-yes", name=name), buttons.ConfirmMove(its.booking.id, slot.id, tell=True)),),
        (Button(speech.plain("intake-tell-no"), buttons.ConfirmMove(its.booking.id, slot.id, tell=False)),),
        _back_to(speech, its),
    )
    words = speech.html("intake-move-sure", name=name, old=desk.when(its.slot), new=desk.when(slot))
    return Message(words, Keyboard(rows), protect=True)


def cancel_sure(desk: Desk, its: Talk) -> Message:
    """Whether the person should be told."""
    speech, name, slot_id = desk.speech, first_name(its), its.slot.id
    yes, no = (buttons.ConfirmCancel(its.booking.id, slot_id, tell=tell) for tell in (True, False))
    rows = (
        (Button(speech.plain("intake-tell-yes", name=name), yes),),
        (Button(speech.plain("intake-tell-no"), no),),
        _back_to(speech, its),
    )
    words = speech.html("intake-cancel-sure", name=name, moment=desk.when(its.slot))
    return Message(words, Keyboard(rows), protect=True)


def _back_to(speech: Speech, its: Talk) -> Row:
    return (Button(speech.plain("intake-leave-it"), buttons.ShowTalk(its.booking.id)),)


def handled(speech: Speech, what: str, its: Talk, *, told: bool) -> Message:
    """Moved or cancelled for somebody. Whom the bot cannot reach is for the facilitator to tell."""
    how = "untold" if not told else "told" if its.person.reachable else "unreachable"
    return done(speech, f"intake-{what}-{how}", its)


def done(speech: Speech, key: str, its: Talk) -> Message:
    """What was done about somebody, with the way back."""
    return Message(speech.html(key, name=first_name(its)), Keyboard((to_agenda(speech),)))
