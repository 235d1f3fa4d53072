"""Cancelling an intake, asking for a change after the cut-off, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.booking import request_ends
from messages import booking_buttons as buttons
from messages.booking import facilitator_name, when
from messages.booking_card import choose_row
from messages.message import Message
from texts.buttons import Button, Keyboard
from texts.dates import moment

if TYPE_CHECKING:
    from domain.booking import ChangeRequest, Wish
    from messages.booking_card import Appointment, Reader
    from texts.speech import Speech


def cancel_question(reader: Reader, card: Appointment) -> Message:
    without = Button(reader.speech.plain("booking-cancel-without"), buttons.CancelWithoutReason(card.booking.id))
    return _question(reader, card, "booking-cancel-question", without)


def request_question(reader: Reader, card: Appointment, wish: Wish) -> Message:
    without = Button(reader.speech.plain("booking-ask-without"), buttons.AskWithoutReason(card.booking.id, wish))
    return _question(reader, card, f"booking-ask-{wish}-question", without)


def cancelled(reader: Reader, card: Appointment) -> Message:
    """They did it themselves; a file that takes it out of the calendar follows."""
    words = reader.speech.html(
        "booking-cancelled",
        moment=when(reader.speech, card.slot, reader.now),
        facilitator=facilitator_name(reader.speech, card.facilitator),
    )
    return Message(words, Keyboard((choose_row(reader.speech, instead=True),)))


def asked(reader: Reader, card: Appointment, request: ChangeRequest, *, before: bool) -> Message:
    """`before`: it had been asked already."""
    words = reader.speech.html(
        "booking-asked-before" if before else "booking-asked",
        facilitator=facilitator_name(reader.speech, card.facilitator),
        moment=when(reader.speech, card.slot, reader.now),
        until=moment(request_ends(request.created_at, card.slot.starts_at), reader.speech.language, reader.now),
    )
    return Message(words)


def coming(reader: Reader, card: Appointment) -> Message:
    words = reader.speech.html(
        "booking-coming",
        moment=when(reader.speech, card.slot, reader.now),
        facilitator=facilitator_name(reader.speech, card.facilitator),
    )
    return Message(words)


def reason_given(speech: Speech) -> Message:
    """The short line into which the question for a reason is edited."""
    return Message(speech.html("booking-reason-given"))


def _question(reader: Reader, card: Appointment, key: str, without: Button) -> Message:
    words = reader.speech.html(
        key,
        moment=when(reader.speech, card.slot, reader.now),
        facilitator=facilitator_name(reader.speech, card.facilitator),
    )
    stays = Button(reader.speech.plain("booking-leave-it"), buttons.StopBooking())
    return Message(words, Keyboard(((without,), (stays,))))
