"""The first words, for who comes in for the first time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.standing import EnrolmentState
from messages import registration_buttons as buttons
from messages.message import Message
from texts.amounts import euros
from texts.buttons import Button, Keyboard
from texts.speech import Html

if TYPE_CHECKING:
    from domain.standing import Enrolment
    from texts.speech import Speech


def welcome(speech: Speech, enrolment: Enrolment) -> Message:
    """What this is, and what can be registered for by the link that brought somebody here."""
    slug = enrolment.round.slug if enrolment.round and enrolment.state is EnrolmentState.OPEN else None
    more = Button(speech.plain("start-more"), buttons.LearnMore(slug))
    if enrolment.state is EnrolmentState.OPEN:
        register = Button(speech.plain("start-register"), buttons.Begin(slug, free=False))
        return Message(speech.html("start-welcome"), Keyboard(((register, more),)))
    reason = speech.html(f"registration-no-place-{enrolment.state}")
    free = Button(speech.plain("registration-free"), buttons.Begin(None, free=True))
    return Message(Html(f"{speech.html('start-welcome')}\n\n{reason}"), Keyboard(((free,), (more,))))


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
