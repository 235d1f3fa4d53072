"""What a participant hears about the intake without having asked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from domain.booking import Side
from domain.person import Role
from domain.time import local
from messages import booking_buttons as buttons
from messages.booking import facilitator_name, when
from messages.booking_card import appointment, choose_row, how, invitation, leave_row, phone_row
from messages.goal_buttons import GoalsLater, OpenGoals
from messages.message import Message
from texts.buttons import Button, Keyboard
from texts.speech import Html, lines

if TYPE_CHECKING:
    from domain.booking import Wish
    from messages.booking_card import Appointment, Offered, Reader, Standing
    from messages.message import Attachment
    from texts.speech import Speech

    Told = Appointment


def with_file(said: Message, file: Attachment) -> Message:
    """Not protected: the file is meant for the secretariat as well."""
    return replace(said, attachment=file)


def file(reader: Reader, card: Told) -> Message:
    return Message(reader.speech.html("booking-file", moment=when(reader.speech, card.slot, reader.now)))


def moved(reader: Reader, card: Told) -> Message:
    return _changed_by_another(reader, card, "booking-told-moved")


def taken_over(reader: Reader, card: Told) -> Message:
    return _changed_by_another(reader, card, "booking-told-taken-over")


def cancelled(reader: Reader, card: Told, *, searches: bool) -> Message:
    """Who cancelled it themselves gets the file alone; others hear why, and what they can do.

    What somebody who still takes part has cancelled after the cut-off was granted: they asked, and hear it here.
    """
    speech, moment = reader.speech, when(reader.speech, card.slot, reader.now)
    if card.booking.cancelled_by is Side.PERSON:
        if not searches or card.booking.changed_at < card.changeable_until:
            return Message(speech.html("booking-told-cancelled-own", moment=moment))
        granted = _answered(reader, card, "booking-told-granted-cancel").html
        return Message(granted, Keyboard((choose_row(speech, instead=False),)))
    words = speech.html("booking-told-cancelled", moment=moment)
    if card.booking.cancelled_by is Side.FACILITATOR and card.booking.cancel_reason:
        who = facilitator_name(speech, card.facilitator)
        reason = speech.html("booking-told-cancelled-reason", facilitator=who, reason=card.booking.cancel_reason)
        words = lines(words, reason)
    return Message(words, Keyboard((choose_row(speech, instead=False),)) if searches else None)


def reminder(reader: Reader, card: Told) -> Message:
    """A day or an hour ahead."""
    speech = reader.speech
    # Before a quiet day it comes a day or more earlier.
    days_ahead = (card.slot.day - local(reader.now).date()).days
    key = {0: "booking-told-later", 1: "booking-told-tomorrow"}.get(days_ahead, "booking-told-ahead")
    words = lines(
        speech.html(key, moment=when(speech, card.slot, reader.now)),
        how(reader, card),
    )
    here = Button(speech.plain("booking-here"), buttons.Coming(card.booking.id, card.slot.id))
    away = Button(speech.plain("booking-away"), buttons.NotComing(card.booking.id, card.slot.id))
    return Message(words, Keyboard(((here, away), *phone_row(reader, card))))


def nudge(reader: Reader) -> Message:
    return Message(reader.speech.html("booking-nudge"), Keyboard((choose_row(reader.speech, instead=True),)))


def waitlisted(reader: Reader, its: Standing) -> Message:
    """Put on the list by the bot: because there is nothing, or because nothing was chosen."""
    speech = reader.speech
    if its.room:
        return Message(
            speech.html("booking-told-waitlisted-room"), Keyboard((choose_row(speech, instead=True), leave_row(speech)))
        )
    return Message(speech.html("booking-told-waitlisted"), Keyboard((leave_row(speech),)))


def published(reader: Reader) -> Message:
    return Message(reader.speech.html("booking-told-published"), Keyboard((choose_row(reader.speech, instead=True),)))


def offer_expired(reader: Reader, offered: Offered, its: Standing) -> Message:
    speech = reader.speech
    key = "booking-told-offer-expired-room" if its.room else "booking-told-offer-expired"
    words = speech.html(key, moment=when(speech, offered.slot, reader.now))
    rows = (choose_row(speech, instead=True), leave_row(speech)) if its.room else (leave_row(speech),)
    return Message(words, Keyboard(rows))


def goes_on(reader: Reader, card: Told, its: Standing) -> Message:
    """What comes next; and one is asked for learning goals."""
    words = reader.speech.html("booking-told-goes-on", facilitator=facilitator_name(reader.speech, card.facilitator))
    write = Button(reader.speech.plain("booking-write-goals"), OpenGoals())
    later = Button(reader.speech.plain("common-later"), GoalsLater())
    return Message(words, Keyboard(((write, later),)))


def second_talk(reader: Reader, card: Told, its: Standing) -> Message:
    speech = reader.speech
    if card.facilitator.role is Role.FACILITATOR:
        words = speech.html("booking-told-second-talk", facilitator=facilitator_name(speech, card.facilitator))
    else:
        # Who held it left before saying what came of it.
        words = speech.html("booking-told-second-talk-other")
    key = "booking-told-choose" if its.room else "booking-told-choose-full"
    return Message(lines(words, speech.html(key)), Keyboard(invitation(reader, room=its.room, instead=True).rows))


def stops(reader: Reader, card: Told, its: Standing) -> Message:
    speech, reason = reader.speech, card.booking.outcome_reason
    if not reason:
        return Message(speech.html("booking-told-stops-no-reason"))
    who = facilitator_name(speech, card.facilitator)
    return Message(speech.html("booking-told-stops", facilitator=who, reason=reason))


def corrected(speech: Speech, said: Message) -> Message:
    """To who heard another outcome before."""
    return replace(said, html=lines(speech.html("booking-told-corrected"), said.html, between="\n\n"))


def granted(reader: Reader, card: Told, wish: Wish) -> Message:
    return _answered(reader, card, "booking-told-granted", Keyboard((choose_row(reader.speech, instead=True),)))


def refused(reader: Reader, card: Told, wish: Wish) -> Message:
    return _answered(reader, card, f"booking-told-refused-{wish}")


def lapsed(reader: Reader, card: Told, wish: Wish) -> Message:
    return _answered(reader, card, "booking-told-lapsed")


def taken_out(speech: Speech, reason: str | None) -> Message:
    why = speech.html("booking-told-taken-out-reason", reason=reason) if reason else Html()
    return Message(lines(speech.html("booking-told-taken-out"), why))


def no_group_yet(speech: Speech) -> Message:
    return Message(speech.html("booking-told-no-group"))


def _answered(reader: Reader, card: Told, key: str, keyboard: Keyboard | None = None) -> Message:
    words = reader.speech.html(
        key,
        facilitator=facilitator_name(reader.speech, card.facilitator),
        moment=when(reader.speech, card.slot, reader.now),
    )
    return Message(words, keyboard)


def _changed_by_another(reader: Reader, card: Told, key: str) -> Message:
    words = reader.speech.html(
        key,
        facilitator=facilitator_name(reader.speech, card.facilitator),
        moment=when(reader.speech, card.slot, reader.now),
    )
    return Message(lines(words, how(reader, card)), Keyboard(appointment(reader, card, instead=False).rows))
