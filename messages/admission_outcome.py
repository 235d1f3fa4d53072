"""What the person hears of the decision, and how they answer another price."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.admission import offered_reason, price_at_admission
from messages.admission_buttons import AgreeToPrice, BackToPrice, ConfirmRefusePrice, RefusePrice
from messages.booking_card import Reader, invitation
from messages.invitation import addressed
from messages.message import Message
from messages.registration_buttons import StartSupplement
from messages.registration_card import Screen, open_supplement
from texts.amounts import euros
from texts.buttons import Button, Keyboard
from texts.speech import Html, lines

if TYPE_CHECKING:
    from domain.registration import Registration
    from texts.speech import Speech


def admitted(screen: Screen, *, room: bool) -> Message:
    """What comes next, and what there is to complete meanwhile. `room`: whether an intake can be booked now."""
    speech, registration = screen.speech, screen.registration
    words = speech.html(
        "admission-admitted",
        name=_addressed(registration),
        price=euros(registration.agreed_cents or 0, speech.language),
    )
    intake = invitation(Reader(speech, screen.now, registration), room=room)
    missing = open_supplement(screen)
    if not missing:
        return intake.message(before=words)
    button = Button(speech.plain("admission-supplement-button"), StartSupplement(registration.id))
    wanted = speech.html("admission-supplement", missing=missing)
    return Message(lines(words, intake.html, wanted, between="\n\n"), Keyboard((*intake.rows, (button,))))


def declined(speech: Speech, registration: Registration) -> Message:
    words = speech.html("admission-declined", name=_addressed(registration), reason=_reason(speech, registration))
    return Message(words)


def price_asked(speech: Speech, registration: Registration, *, reminder: bool = False) -> Message:
    asked = price_at_admission(registration, as_member=bool(registration.confirmed_member))
    why = "admission-price-member" if registration.confirmed_member else "admission-price-non-member"
    question = speech.html(
        "admission-price-asked",
        name=_addressed(registration),
        reason=speech.html(why),
        asked=euros(asked.cents, speech.language),
        agreed=euros(registration.agreed_cents or 0, speech.language),
        total=euros(asked.cents_with_vat, speech.language),
    )
    buttons = (
        Button(speech.plain("admission-price-agree"), AgreeToPrice(registration.id)),
        Button(speech.plain("admission-price-refuse"), RefusePrice(registration.id)),
    )
    first = speech.html("admission-price-reminder") if reminder else Html()
    return Message(lines(first, question, between="\n\n"), Keyboard((buttons,)))


def refuse_price_sure(speech: Speech, registration_id: int) -> Message:
    buttons = (
        Button(speech.plain("admission-price-refuse-yes"), ConfirmRefusePrice(registration_id)),
        Button(speech.plain("admission-price-refuse-no"), BackToPrice(registration_id)),
    )
    return Message(speech.html("admission-price-refuse-sure"), Keyboard(tuple((button,) for button in buttons)))


def price_refused(speech: Speech) -> Message:
    return Message(speech.html("admission-price-refused"))


def price_settled(speech: Speech) -> Message:
    return Message(speech.html("admission-price-settled"))


def _reason(speech: Speech, registration: Registration) -> Html:
    kept = registration.reason or ""
    reason = offered_reason(kept)
    return (
        speech.html("admission-reason-own", reason=kept)
        if reason is None
        else speech.html(f"admission-reason-{reason}")
    )


def _addressed(registration: Registration) -> str:
    name = registration.answers.name
    return addressed(name.split()[0] if name else None)
