"""Recording what came of an intake, and giving its link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.booking import IntakeOutcome
from messages import intake_buttons as buttons
from messages.intake import first_name, take_back_row, to_agenda
from messages.message import Message
from texts.buttons import Button, Keyboard
from texts.speech import Html, lines

if TYPE_CHECKING:
    from messages.intake import Desk
    from messages.slot_views import Talk
    from texts.speech import Speech


def reason_question(speech: Speech, its: Talk) -> Message:
    leave = (Button(speech.plain("common-cancel"), buttons.LeaveStop(its.booking.id)),)
    return Message(speech.html("intake-stop-question", name=first_name(its)), Keyboard((leave,)), protect=True)


def confirm_stop(speech: Speech, its: Talk) -> Message:
    """The reason as the person is going to read it."""
    booking = its.booking
    preview = speech.html("intake-stop-preview", reason=booking.outcome_reason or "–")
    rows = (
        (Button(speech.plain("intake-stop-yes"), buttons.ConfirmStop(booking.id)),),
        (
            Button(speech.plain("intake-stop-other"), buttons.OtherReason(booking.id)),
            Button(speech.plain("common-cancel"), buttons.LeaveStop(booking.id)),
        ),
    )
    words = lines(speech.html("intake-stop-confirm", name=first_name(its)), preview)
    return Message(words, Keyboard(rows), protect=True)


def recorded(speech: Speech, its: Talk) -> Message:
    """What was recorded, and what the person hears of it."""
    outcome = its.booking.outcome or IntakeOutcome.SECOND_TALK
    goals = Button(speech.plain("intake-goals"), buttons.ReadGoals(its.person.id))
    row = (goals,) if outcome is IntakeOutcome.GOES_ON else ()
    undo = take_back_row(speech, its)
    words = speech.html(f"intake-recorded-{outcome}", name=first_name(its))
    return Message(words, Keyboard(tuple(each for each in (row, undo, to_agenda(speech)) if each)), protect=True)


def too_early(speech: Speech) -> Html:
    return speech.html("intake-too-early")


def link_question(desk: Desk, its: Talk) -> Message:
    speech = desk.speech
    leave = (Button(speech.plain("common-cancel"), buttons.LeaveStop(its.booking.id)),)
    words = speech.html("intake-link-question", name=first_name(its), moment=desk.when(its.slot))
    return Message(words, Keyboard((leave,)), protect=True)
