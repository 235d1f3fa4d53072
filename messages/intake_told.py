"""What facilitators and coordinators hear about intakes without having asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.booking import Side
from domain.contact import display_phone
from messages import intake_buttons as buttons
from messages.intake import change_row, first_name, outcome_rows, reach, request_row, request_words, to_agenda
from messages.message import Message
from messages.slot_buttons import NewSlots
from texts.buttons import Button, Keyboard
from texts.speech import Html, lines

if TYPE_CHECKING:
    from domain.person import Person
    from domain.registration import Registration
    from domain.slot import Slot
    from messages.intake import Desk
    from messages.message import Attachment
    from messages.slot_views import Meeting, Talk
    from texts.speech import Speech


def booked(desk: Desk, its: Talk, file: Attachment) -> Message:
    """Not protected, as every message with a calendar file: it is meant for the secretariat as well."""
    return _with_file(desk, its, "intake-told-booked", file)


def moved(desk: Desk, its: Talk, file: Attachment) -> Message:
    return _with_file(desk, its, "intake-told-moved", file)


def _with_file(desk: Desk, its: Talk, key: str, file: Attachment) -> Message:
    words = desk.speech.html(key, name=its.person.name or "–", moment=desk.when(its.slot))
    no_link = its.slot.medium == "video" and its.slot.link is None
    show = (Button(desk.speech.plain("intake-show"), buttons.ShowTalk(its.booking.id)),)
    return Message(
        lines(words, desk.speech.html("intake-no-link") if no_link else Html()), Keyboard((show,)), attachment=file
    )


def cancelled(desk: Desk, its: Talk, slot: Slot, file: Attachment) -> Message:
    """At this slot it is off: cancelled, or with another facilitator from now on."""
    speech, booking = desk.speech, its.booking
    reason = booking.cancel_reason if booking.cancelled_by is Side.PERSON else None
    words = lines(
        speech.html("intake-told-cancelled", name=its.person.name or "–", moment=desk.when(slot)),
        speech.html("intake-reason", reason=reason) if reason else Html(),
    )
    return Message(words, attachment=file)


def link(desk: Desk, its: Talk) -> Message:
    """To the person: where to meet on screen. It opens a room, so it is not to be forwarded."""
    words = desk.speech.html(
        "intake-told-link",
        moment=desk.when(its.slot),
        facilitator=its.facilitator.name or desk.speech.plain("booking-your-facilitator"),
        link=its.slot.link or "–",
    )
    return Message(words, protect=True)


def reminder(desk: Desk, meeting: Meeting) -> Message:
    """A day or an hour ahead: with whom, and how to reach them."""
    its, speech = meeting.card, desk.speech
    # Before a quiet day it comes a day or more earlier.
    days_ahead = (its.slot.day - desk.today).days
    key = {0: "intake-told-soon", 1: "intake-told-tomorrow"}.get(days_ahead, "intake-told-ahead")
    words = lines(
        speech.html(key),
        lines(
            speech.html("intake-talk-who", who=desk.who(its.person.name, meeting.contact.municipality_code)),
            speech.html(f"intake-talk-{its.slot.medium}", moment=desk.when(its.slot)),
            reach(speech, its.slot, meeting.contact),
            speech.html("intake-is-coming", name=first_name(its)) if its.booking.person_coming_at else Html(),
        ),
        between="\n\n",
    )
    row = (
        Button(speech.plain("booking-here"), buttons.Here(its.booking.id, its.slot.id)),
        Button(speech.plain("booking-away"), buttons.ShowTalk(its.booking.id)),
    )
    return Message(words, Keyboard((row,)), protect=True)


def outcome_asked(desk: Desk, its: Talk, *, again: bool) -> Message:
    speech = desk.speech
    key = "intake-told-outcome-again" if again else "intake-told-outcome"
    words = lines(
        speech.html(key, name=its.person.name or "–", moment=desk.when(its.slot)),
        speech.html("intake-outcome-question", name=first_name(its)),
    )
    return Message(words, Keyboard(outcome_rows(speech, its)), protect=True)


def outcome_missing(desk: Desk, its: Talk) -> Message:
    """To the coordinators."""
    words = desk.speech.html(
        "intake-told-outcome-missing",
        facilitator=its.facilitator.name or "–",
        name=its.person.name or "–",
        moment=desk.when(its.slot),
    )
    return Message(words, protect=True)


def change_asked(desk: Desk, its: Talk, *, again: bool) -> Message:
    speech = desk.speech
    words = lines(
        speech.html("intake-told-request-again") if again else Html(),
        request_words(speech, its),
        speech.html("intake-talk-who", who=its.person.name or "–"),
        desk.speech.html(f"intake-talk-{its.slot.medium}", moment=desk.when(its.slot)),
    )
    return Message(words, Keyboard((*request_row(speech, its), change_row(speech, its))), protect=True)


def unbooked(desk: Desk, registration: Registration, person: Person) -> Message:
    """To the facilitators, who can remind the person."""
    nudge = (Button(desk.speech.plain("intake-nudge", name=person.name or "–"), buttons.Nudge(person.id, 0)),)
    who = desk.who(person.name, registration.answers.municipality_code)
    words = desk.speech.html("intake-told-unbooked", who=who)
    return Message(words, Keyboard((nudge, to_agenda(desk.speech))), protect=True)


def unbooked_for_office(desk: Desk, registration: Registration, person: Person) -> Message:
    """To the coordinators, who can call."""
    speech, answers = desk.speech, registration.answers
    words = lines(
        speech.html("intake-told-unbooked-office", who=desk.who(person.name, answers.municipality_code)),
        _contact(speech, registration),
    )
    return Message(words, protect=True)


def stopped(desk: Desk, registration: Registration, person: Person, facilitator: Person | None) -> Message:
    speech = desk.speech
    words = lines(
        speech.html(
            "intake-told-stopped",
            who=desk.who(person.name, registration.answers.municipality_code),
            facilitator=(facilitator.name if facilitator else None) or "–",
        ),
        speech.html("intake-reason", reason=registration.reason) if registration.reason else Html(),
    )
    return Message(words, protect=True)


def stop_taken_back(desk: Desk, registration: Registration, person: Person) -> Message:
    """To the coordinators, who heard that somebody does not go on."""
    who = desk.who(person.name, registration.answers.municipality_code)
    return Message(desk.speech.html("intake-told-stop-taken-back", who=who))


def left(desk: Desk, registration: Registration, person: Person) -> Message:
    """Somebody takes no part any more, to whom it concerns besides. Nobody asks why."""
    who = desk.who(person.name, registration.answers.municipality_code)
    return Message(desk.speech.html("intake-told-left", who=who))


def no_group(desk: Desk, registration: Registration, person: Person, since: int) -> Message:
    """To the coordinators: so many days after the intake."""
    who = desk.who(person.name, registration.answers.municipality_code)
    return Message(desk.speech.html("intake-told-no-group", who=who, days=since))


def slots_wanted(speech: Speech, waiting: int) -> Message:
    """To a facilitator."""
    row = (Button(speech.plain("slot-new"), NewSlots()), Button(speech.plain("intake-line"), buttons.ShowLine()))
    return Message(speech.html("intake-told-slots-wanted", number=waiting), Keyboard((row,)))


def slots_wanted_for_office(speech: Speech, waiting: int) -> Message:
    return Message(speech.html("intake-told-slots-wanted-office", number=waiting))


def facilitator_left(speech: Speech, facilitator: Person) -> Message:
    return Message(speech.html("intake-told-facilitator-left", name=facilitator.name or "–"))


def proposal_settled(speech: Speech, owner: Person, *, accepted: bool) -> Message:
    key = "intake-told-proposal-accepted" if accepted else "intake-told-proposal-declined"
    show = (Button(speech.plain("intake-goals"), buttons.ReadGoals(owner.id)),)
    return Message(speech.html(key, name=owner.name or "–"), Keyboard((show,)), protect=True)


def _contact(speech: Speech, registration: Registration) -> Html:
    answers = registration.answers
    return lines(
        speech.html("admission-phone", phone=display_phone(answers.phone)) if answers.phone else Html(),
        speech.html("admission-email", email=answers.email) if answers.email else Html(),
    )
