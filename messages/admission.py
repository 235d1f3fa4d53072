"""What a coordinator sees of a registration on which to decide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.admission import DeclineReason, price_at_admission
from domain.contact import display_phone
from domain.registration import Status
from messages.admission_buttons import (
    Admit,
    AdmitAsAgreed,
    ChooseReason,
    ConfirmDecline,
    Decline,
    OtherReason,
    ShowAdmission,
    StopDeclining,
)
from messages.admission_outcome import declined
from messages.message import Message
from messages.registration_card import (
    Screen,
    municipality_name,
    open_supplement,
    required_lines,
    supplement_lines,
)
from texts.amounts import euros
from texts.buttons import Button, Keyboard
from texts.dates import day
from texts.speech import Html, lines

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from domain.municipality import Municipalities
    from domain.person import Person
    from domain.registration import Registration
    from domain.round import Round
    from texts.speech import Speech

# As many buttons as a phone scrolls through without losing the thread.
MOST_LISTED = 12


@dataclass(frozen=True, slots=True)
class AdmissionScreen:
    """A registration with all that a coordinator needs to decide."""

    speech: Speech
    registration: Registration
    person: Person
    # None: free enrolment.
    round: Round | None
    decided_by: Person | None
    municipalities: Municipalities
    now: datetime

    @property
    def name(self) -> str:
        return self.registration.answers.name or self.person.name or "–"

    @property
    def first_name(self) -> str:
        return self.name.split()[0]

    @property
    def municipality(self) -> str:
        return municipality_name(self.municipalities, self.registration.answers.municipality_code)

    @property
    def answers(self) -> Screen:
        return Screen(self.speech, self.registration, self.municipalities, self.now)


def card(screen: AdmissionScreen, title: str = "admission-asked") -> Message:
    """All answers, and the decision to take; what was settled shows how instead."""
    if screen.registration.status is not Status.SUBMITTED:
        return settled(screen)
    speech = screen.speech
    words = lines(
        lines(speech.html(title), _where(screen)),
        required_lines(screen.answers),
        lines(supplement_lines(screen.answers), _still_open(screen)),
        _unreachable(screen),
        between="\n\n",
    )
    # "Not with" is for this office alone.
    return Message(words, Keyboard(_decisions(screen)), protect=True)


def waiting_card(screen: AdmissionScreen) -> Message:
    return card(screen, "admission-waits")


def settled(screen: AdmissionScreen) -> Message:
    """What became of it and by whom, in the place of the card."""
    return Message(lines(_who(screen), _outcome(screen), _unreachable(screen)))


def settled_before(screen: AdmissionScreen) -> Message:
    """To a coordinator who pressed a button of a card that was settled already."""
    return Message(lines(screen.speech.html("admission-settled-before"), settled(screen).html))


def decided(screen: AdmissionScreen) -> Message:
    """To the coordinator who decided just now: what it leads to."""
    speech, status = screen.speech, screen.registration.status
    match status:
        case Status.ADMITTED:
            leads_to = speech.html("admission-told-admitted", name=screen.first_name)
        case Status.PRICE:
            leads_to = speech.html("admission-told-price", name=screen.first_name, price=_asked_price(screen))
        case _:
            leads_to = speech.html("admission-told-declined", name=screen.first_name)
    # Somebody who cannot be reached hears nothing: saying so would be a promise not kept.
    return Message(lines(settled(screen).html, leads_to if screen.person.reachable else Html()))


def gone(speech: Speech) -> Message:
    return Message(speech.html("admission-gone"))


def waiting(
    speech: Speech, registrations: Sequence[Registration], municipalities: Municipalities, *, reminder: bool = False
) -> Message:
    """Who waits for admission, each a button that shows the card."""
    if not registrations:
        return Message(speech.html("admission-none"))
    shown, rest = registrations[:MOST_LISTED], len(registrations) - MOST_LISTED
    words = lines(
        speech.html("admission-reminder") if reminder else Html(),
        speech.html("admission-list", number=len(registrations)),
        speech.html("admission-list-more", number=rest) if rest > 0 else Html(),
    )
    return Message(words, Keyboard(tuple((_listed(speech, each, municipalities),) for each in shown)))


def reason_question(screen: AdmissionScreen) -> Message:
    speech, registration_id = screen.speech, screen.registration.id
    reasons = [
        (Button(speech.plain(f"admission-reason-label-{reason}"), ChooseReason(registration_id, reason)),)
        for reason in DeclineReason
    ]
    cancel = (Button(speech.plain("common-cancel"), StopDeclining(registration_id)),)
    return Message(speech.html("admission-reason-question", name=screen.name), Keyboard((*reasons, cancel)))


def confirm_decline(screen: AdmissionScreen, recipient_speech: Speech) -> Message:
    """Exactly what the person is going to read, in their language."""
    speech, registration_id = screen.speech, screen.registration.id
    preview = Html(f"<blockquote>{declined(recipient_speech, screen.registration).html}</blockquote>")
    rows = (
        (Button(speech.plain("admission-confirm-send"), ConfirmDecline(registration_id)),),
        (
            Button(speech.plain("admission-confirm-other"), OtherReason(registration_id)),
            Button(speech.plain("common-cancel"), StopDeclining(registration_id)),
        ),
    )
    return Message(lines(speech.html("admission-confirm", name=screen.first_name), preview), Keyboard(rows))


def not_declined(screen: AdmissionScreen) -> Message:
    return Message(screen.speech.html("admission-not-declined", name=screen.name))


def price_refused_told(screen: AdmissionScreen) -> Message:
    words = screen.speech.html(
        "admission-price-refused-told", name=screen.name, municipality=screen.municipality, price=_asked_price(screen)
    )
    return Message(lines(words, contact(screen)))


def price_unanswered(screen: AdmissionScreen) -> Message:
    """To the coordinators: the person does not answer; three ways out, of which phoning is one."""
    speech, registration = screen.speech, screen.registration
    agreed = _agreed_price(screen)
    words = speech.html(
        "admission-price-unanswered",
        name=screen.name,
        municipality=screen.municipality,
        price=_asked_price(screen),
        agreed=agreed,
    )
    rows = (
        (Button(speech.plain("admission-price-admit-agreed", agreed=agreed), AdmitAsAgreed(registration.id)),),
        (Button(speech.plain("admission-decline"), Decline(registration.id)),),
    )
    return Message(lines(words, contact(screen)), Keyboard(rows))


def contact(screen: AdmissionScreen) -> Html:
    """How else to reach the person."""
    speech, answers = screen.speech, screen.registration.answers
    return lines(
        speech.html("admission-phone", phone=display_phone(answers.phone)) if answers.phone else Html(),
        speech.html("admission-email", email=answers.email) if answers.email else Html(),
    )


def _decisions(screen: AdmissionScreen) -> tuple[tuple[Button, ...], ...]:
    """What the person declared comes first."""
    speech, registration = screen.speech, screen.registration
    member = (Button(speech.plain("admission-admit-member"), Admit(registration.id, as_member=True)),)
    non_member = (Button(speech.plain("admission-admit-non-member"), Admit(registration.id, as_member=False)),)
    admit = (member, non_member) if registration.answers.member else (non_member, member)
    return (*admit, (Button(speech.plain("admission-decline"), Decline(registration.id)),))


def _listed(speech: Speech, registration: Registration, municipalities: Municipalities) -> Button:
    municipality = municipality_name(municipalities, registration.answers.municipality_code)
    words = speech.plain("admission-list-item", name=registration.answers.name or "–", municipality=municipality)
    return Button(words, ShowAdmission(registration.id))


def _where(screen: AdmissionScreen) -> Html:
    speech, registration = screen.speech, screen.registration
    since = registration.submitted_at
    return lines(
        speech.html("admission-free")
        if screen.round is None
        else speech.html("admission-round", round=screen.round.name or "–"),
        speech.html("admission-since", day=day(since, speech.language, screen.now)) if since else Html(),
    )


def _still_open(screen: AdmissionScreen) -> Html:
    missing = open_supplement(screen.answers)
    return screen.speech.html("admission-still-open", missing=missing) if missing else Html()


def _unreachable(screen: AdmissionScreen) -> Html:
    if screen.person.reachable:
        return Html()
    return lines(screen.speech.html("admission-unreachable", name=screen.first_name), contact(screen))


def _who(screen: AdmissionScreen) -> Html:
    return screen.speech.html("admission-who", name=screen.name, municipality=screen.municipality)


def _outcome(screen: AdmissionScreen) -> Html:
    speech, registration = screen.speech, screen.registration
    by = (screen.decided_by.first_name if screen.decided_by else None) or speech.plain("admission-somebody")
    kind = "member" if registration.confirmed_member else "non-member"
    match registration.status:
        case Status.ADMITTED:
            return speech.html(f"admission-settled-admitted-{kind}", by=by)
        case Status.PRICE:
            return speech.html(f"admission-settled-price-{kind}", by=by, price=_asked_price(screen))
        case Status.DECLINED:
            return speech.html("admission-settled-declined", by=by)
        case Status.WITHDRAWN if registration.confirmed_member is not None:
            return _withdrawn_after_decision(screen)
        case Status.WITHDRAWN:
            return speech.html("admission-settled-withdrawn")
        case _:
            return speech.html("admission-settled-draft")


def _withdrawn_after_decision(screen: AdmissionScreen) -> Html:
    """Either over another price, or later for a reason that nobody asks for."""
    asked = price_at_admission(screen.registration, as_member=bool(screen.registration.confirmed_member))
    if asked.cents == screen.registration.agreed_cents:
        return screen.speech.html("admission-settled-withdrawn")
    return screen.speech.html("admission-settled-price-refused", price=_asked_price(screen))


def _asked_price(screen: AdmissionScreen) -> str:
    asked = price_at_admission(screen.registration, as_member=bool(screen.registration.confirmed_member))
    return euros(asked.cents, screen.speech.language)


def _agreed_price(screen: AdmissionScreen) -> str:
    return euros(screen.registration.agreed_cents or 0, screen.speech.language)
