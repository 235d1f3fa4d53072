"""Where somebody stands with the intake: booked, in line, still to choose, or held; and what can be done about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from domain.booking import IntakeOutcome, Wish, request_ends
from domain.contact import display_phone
from messages import booking_buttons as buttons
from messages.booking import NOTHING, Row, facilitator_name, when
from messages.goal_buttons import OpenGoals
from messages.message import Message
from messages.registration_buttons import StartSupplement
from texts.buttons import Button, Keyboard
from texts.dates import calendar_day, moment
from texts.speech import Html, lines

if TYPE_CHECKING:
    from datetime import date, datetime

    from domain.booking import Booking, ChangeRequest
    from domain.person import Person
    from domain.registration import Registration
    from domain.slot import Slot
    from domain.waiting import Offer, Waiting
    from texts.speech import Speech


class Appointment(Protocol):
    """A booking with its slot, and until when its person can change it."""

    @property
    def booking(self) -> Booking: ...
    @property
    def slot(self) -> Slot: ...
    @property
    def facilitator(self) -> Person: ...
    @property
    def request(self) -> ChangeRequest | None: ...
    @property
    def changeable_until(self) -> datetime: ...
    @property
    def last_day_to_change(self) -> date: ...
    def changeable(self, now: datetime) -> bool: ...


class Offered(Protocol):
    @property
    def offer(self) -> Offer: ...
    @property
    def slot(self) -> Slot: ...
    @property
    def facilitator(self) -> Person: ...


class Standing(Protocol):
    @property
    def registration(self) -> Registration | None: ...
    @property
    def card(self) -> Appointment | None: ...
    @property
    def waiting(self) -> Waiting | None: ...
    @property
    def before(self) -> int: ...
    @property
    def offer(self) -> Offered | None: ...
    @property
    def room(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads about the own intake."""

    speech: Speech
    now: datetime
    # The registration on account of which there is an intake; None for who is not admitted.
    registration: Registration | None


@dataclass(frozen=True, slots=True)
class Part:
    """What there is to say and to press, as part of a larger message or as all of it."""

    html: Html
    rows: tuple[Row, ...] = ()

    def message(self, before: Html = NOTHING) -> Message:
        return Message(lines(before, self.html, between="\n\n"), Keyboard(self.rows) if self.rows else None)


def standing(reader: Reader, its: Standing, *, instead: bool) -> Part:
    """`instead`: what is chosen next takes the place of this message."""
    if reader.registration is None:
        return Part(reader.speech.html("booking-not-admitted"))
    card = its.card
    if card is not None and card.booking.live:
        return appointment(reader, card, instead=instead)
    if its.offer is not None:
        return offer(reader, its.offer)
    if card is not None and card.booking.outcome is IntakeOutcome.GOES_ON:
        return _held(reader)
    return _to_choose(reader, its, instead=instead)


def appointment(reader: Reader, card: Appointment, *, instead: bool = True) -> Part:
    """What was booked: when, how, and until when one can change it oneself."""
    if card.slot.ends_at <= reader.now:
        who = facilitator_name(reader.speech, card.facilitator)
        spoken = reader.speech.html("booking-spoken", moment=_when(reader, card.slot), facilitator=who)
        return Part(spoken)
    words = lines(
        reader.speech.html("booking-fixed", moment=_when(reader, card.slot)),
        how(reader, card),
        _how_to_change(reader, card),
    )
    return Part(words, (*phone_row(reader, card), *_change_rows(reader, card, instead=instead)))


def booked(reader: Reader, card: Appointment, *, moved: bool) -> Message:
    """What the choice of a moment becomes; the calendar file comes below it."""
    part = appointment(reader, card)
    words = lines(part.html, reader.speech.html("booking-file-follows-move" if moved else "booking-file-follows"))
    return Message(words, Keyboard(part.rows))


def how(reader: Reader, card: Appointment) -> Html:
    """By phone or on screen, with whom, and on which number or link."""
    speech, who = reader.speech, facilitator_name(reader.speech, card.facilitator)
    if card.slot.medium == "video":
        if card.slot.link is None:
            return speech.html("booking-how-video-later", facilitator=who)
        return speech.html("booking-how-video", facilitator=who, link=card.slot.link)
    phone = _phone(reader)
    if phone is None:
        return speech.html("booking-how-phone-unknown", facilitator=who)
    return speech.html("booking-how-phone", facilitator=who, phone=display_phone(phone))


def offer(reader: Reader, offered: Offered) -> Part:
    """A moment that is held for this person for a while."""
    speech = reader.speech
    words = speech.html(
        f"booking-offer-{offered.slot.medium}",
        moment=_when(reader, offered.slot),
        facilitator=facilitator_name(speech, offered.facilitator),
        until=moment(offered.offer.expires_at, speech.language, reader.now),
    )
    yes = Button(speech.plain("booking-offer-yes"), buttons.AcceptOffer(offered.offer.id))
    no = Button(speech.plain("booking-offer-no"), buttons.DeclineOffer(offered.offer.id))
    return Part(words, ((yes,), (no,)))


def invitation(reader: Reader, *, room: bool, instead: bool = False) -> Part:
    """To choose a moment; with nothing to choose from, to wait."""
    if not room:
        wait = Button(reader.speech.plain("booking-join-line"), buttons.JoinLine(instead))
        return Part(reader.speech.html("booking-invite-full"), ((wait,),))
    return Part(reader.speech.html("booking-invite"), (choose_row(reader.speech, instead=instead),))


def choose_row(speech: Speech, *, instead: bool) -> Row:
    return (Button(speech.plain("booking-choose"), buttons.OpenBooking(instead)),)


def leave_row(speech: Speech) -> Row:
    return (Button(speech.plain("booking-leave-line"), buttons.LeaveLine()),)


def can_move(card: Appointment, now: datetime) -> bool:
    """Without asking the facilitator, or with the facilitator's leave."""
    if not card.booking.live or card.slot.starts_at <= now:
        return False
    return card.changeable(now) or card.booking.free_to_move


def _to_choose(reader: Reader, its: Standing, *, instead: bool) -> Part:
    """In line, or free to choose."""
    speech = reader.speech
    choose = choose_row(speech, instead=instead)
    if its.waiting is None:
        again = its.card is not None
        if not its.room:
            return invitation(reader, room=False, instead=instead)
        return Part(speech.html("booking-your-move-again" if again else "booking-your-move"), (choose,))
    leave = leave_row(speech)
    place = speech.html("booking-in-line", before=its.before)
    if its.room:
        return Part(lines(place, speech.html("booking-in-line-room")), (choose, leave))
    return Part(place, (leave,))


def with_goals(reader: Reader, part: Part) -> Part:
    """With the way to the own learning goals, once."""
    goals: Row = (Button(reader.speech.plain("booking-goals"), OpenGoals()),)
    return part if goals in part.rows else Part(part.html, (*part.rows, goals))


def _held(reader: Reader) -> Part:
    return with_goals(reader, Part(reader.speech.html("booking-held")))


def _how_to_change(reader: Reader, card: Appointment) -> Html:
    speech, who = reader.speech, facilitator_name(reader.speech, card.facilitator)
    if card.slot.starts_at <= reader.now:
        return Html()
    if card.request is not None:
        until = moment(request_ends(card.request.created_at, card.slot.starts_at), speech.language, reader.now)
        return speech.html(f"booking-request-open-{card.request.wish}", facilitator=who, until=until)
    if card.changeable(reader.now):
        day = calendar_day(card.last_day_to_change, speech.language, reader.now)
        return speech.html("booking-change-until", day=day, facilitator=who)
    if card.booking.free_to_move:
        return speech.html("booking-change-granted", facilitator=who)
    return speech.html("booking-change-asks", facilitator=who)


def _change_rows(reader: Reader, card: Appointment, *, instead: bool) -> tuple[Row, ...]:
    speech, booking = reader.speech, card.booking
    if card.slot.starts_at <= reader.now:
        return ()
    move = Button(speech.plain("booking-move"), buttons.OpenBooking(instead))
    if card.changeable(reader.now):
        return ((move, Button(speech.plain("booking-cancel"), buttons.Cancel(booking.id))),)
    if booking.free_to_move:
        return ((move,),)
    if card.request is not None:
        return ()
    ask_move = Button(speech.plain("booking-ask-move"), buttons.AskFacilitator(booking.id, Wish.MOVE))
    ask_cancel = Button(speech.plain("booking-ask-cancel"), buttons.AskFacilitator(booking.id, Wish.CANCEL))
    return ((ask_move,), (ask_cancel,))


def phone_row(reader: Reader, card: Appointment) -> tuple[Row, ...]:
    """Who has to be called and gave no number is asked for it."""
    if card.slot.medium != "phone" or _phone(reader) is not None or reader.registration is None:
        return ()
    return ((Button(reader.speech.plain("booking-give-phone"), StartSupplement(reader.registration.id)),),)


def _phone(reader: Reader) -> str | None:
    return None if reader.registration is None else reader.registration.answers.phone


def _when(reader: Reader, slot: Slot) -> str:
    return when(reader.speech, slot, reader.now)
