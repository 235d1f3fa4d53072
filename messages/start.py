"""The first words, for who comes in for the first time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.standing import EnrolmentState
from messages import registration_buttons as buttons
from messages.message import Message
from messages.registration import no_place
from texts.amounts import euros
from texts.buttons import Button, Keyboard
from texts.speech import Html

if TYPE_CHECKING:
    from domain.standing import Enrolment
    from texts.speech import Speech


def welcome(speech: Speech, enrolment: Enrolment) -> Message:
    """What this is, and what can be registered for by the link that brought somebody here."""
    place = enrolment.round if enrolment.state is EnrolmentState.OPEN else enrolment.instead
    more = Button(speech.plain("start-more"), buttons.LearnMore(place.slug if place else None))
    if enrolment.state is EnrolmentState.OPEN:
        register = Button(speech.plain("start-register"), buttons.Begin(place.slug if place else None, free=False))
        return Message(speech.html("start-welcome"), Keyboard(((register, more),)))
    refusal = no_place(speech, enrolment)
    rows = refusal.keyboard.rows if refusal.keyboard else ()
    return Message(Html(f"{speech.html('start-welcome')}\n\n{refusal.html}"), Keyboard((*rows, (more,))))


def learn_more(speech: Speech, enrolment: Enrolment, *, member_cents: int, other_cents: int) -> Message:
    words = speech.html(
        "start-about",
        member=euros(member_cents, speech.language),
        other=euros(other_cents, speech.language),
    )
    if enrolment.state is EnrolmentState.OPEN:
        slug = enrolment.round.slug if enrolment.round else None
        register = Button(speech.plain("start-register"), buttons.Begin(slug, free=False))
    else:
        register = Button(speech.plain("registration-free"), buttons.Begin(None, free=True))
    return Message(words, Keyboard(((register,),)))
