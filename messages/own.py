"""/mijn: what I registered, where I stand, what comes next, whose move it is and until when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.person import Role
from domain.registration import LIVE, Status
from messages import registration_buttons as buttons
from messages.admission_buttons import BackToPrice
from messages.admission_outcome import declined
from messages.message import Message
from messages.registration_card import open_supplement, own_lines, supplement_lines
from texts.buttons import Button, Keyboard
from texts.dates import day
from texts.speech import Html, lines

if TYPE_CHECKING:
    from domain.standing import Standing
    from messages.booking_card import Part
    from messages.registration_card import Screen
    from texts.speech import Speech


def nobody(speech: Speech, role: Role | None) -> Message:
    """Without a registration: what the role brings, or how to register."""
    if role in {Role.COORDINATOR, Role.FACILITATOR}:
        return Message(speech.html(f"own-{role}"))
    register = Button(speech.plain("own-register"), buttons.Begin(None, free=False))
    return Message(speech.html("own-nobody"), Keyboard(((register,),)))


def standing(screen: Screen, its: Standing, intake: Part | None = None) -> Message:
    """A registration with where it stands; for who is admitted, with the intake and what can be done about it."""
    if screen.registration.status is Status.DRAFT:
        return _draft(screen, its)
    parts = [_card(screen, its), lines(_where(screen, its), intake.html if intake else Html())]
    missing = open_supplement(screen) if screen.registration.status in LIVE else ""
    if missing:
        parts.append(screen.speech.html("own-open", missing=missing))
    keyboard = _keyboard(screen, missing)
    return Message(Html("\n\n".join(parts)), Keyboard((*(intake.rows if intake else ()), *keyboard.rows)))


def sure_to_withdraw(speech: Speech, registration_id: int, *, of_group: bool = False) -> Message:
    """`of_group`: they are in a group that was published, and leave that as well."""
    yes = Button(speech.plain("own-withdraw-yes"), buttons.ConfirmWithdraw(registration_id))
    no = Button(speech.plain("own-withdraw-no"), buttons.ShowOwn())
    words = speech.html("group-leave-sure") if of_group else speech.html("own-withdraw-sure")
    return Message(words, Keyboard(((yes,), (no,))))


def withdrawn(speech: Speech) -> Message:
    return Message(speech.html("own-withdraw-done"))


def withdrawn_told(speech: Speech, name: str, municipality: str) -> Message:
    """To the coordinators: somebody took it back."""
    return Message(speech.html("own-withdrawn-told", name=name, municipality=municipality))


def _draft(screen: Screen, its: Standing) -> Message:
    speech, registration = screen.speech, screen.registration
    words = speech.html("own-draft-undated")
    if its.deadline is not None:
        words = speech.html("own-draft", day=day(its.deadline, speech.language, screen.now))
    go_on = Button(speech.plain("registration-go-on"), buttons.Resume(registration.id, None))
    erase = Button(speech.plain("registration-erase-all"), buttons.Erase(registration.id, again=False))
    return Message(words, Keyboard(((go_on, erase),)))


def _card(screen: Screen, its: Standing) -> Html:
    speech = screen.speech
    round_name = its.round.name if its.round else None
    lines = [
        speech.html("own-title"),
        own_lines(screen),
        speech.html("own-round", round=round_name) if round_name else speech.html("own-round-none"),
    ]
    more = supplement_lines(screen)
    return Html("\n".join([*lines, "", more] if more else lines))


def _where(screen: Screen, its: Standing) -> Html:
    speech, status = screen.speech, screen.registration.status
    title = speech.html("own-where")
    if status is Status.DECLINED:
        return Html(f"{title}\n{declined(speech, screen.registration).html}")
    if its.deadline is None or status not in {Status.SUBMITTED, Status.PRICE}:
        return Html(f"{title}\n{speech.html(_UNDATED[status])}")
    if its.deadline <= screen.now:
        return Html(f"{title}\n{speech.html(f'own-{status}-late')}")
    return Html(f"{title}\n{speech.html(f'own-{status}', day=day(its.deadline, speech.language, screen.now))}")


_UNDATED = {
    Status.SUBMITTED: "own-submitted-late",
    Status.PRICE: "own-price-late",
    Status.ADMITTED: "own-admitted",
    Status.WITHDRAWN: "own-withdrawn",
}


def _keyboard(screen: Screen, missing: str) -> Keyboard:
    speech, registration = screen.speech, screen.registration
    if registration.status not in LIVE:
        return Keyboard(((Button(speech.plain("registration-begin-anew"), buttons.Begin(None, free=False)),),))
    price = Button(speech.plain("own-price-show"), BackToPrice(registration.id))
    first = ((price,),) if registration.status is Status.PRICE else ()
    supplement = Button(speech.plain("own-supplement"), buttons.StartSupplement(registration.id))
    change = Button(speech.plain("common-change"), buttons.OpenChanges(registration.id))
    withdraw = Button(speech.plain("own-withdraw"), buttons.Withdraw(registration.id))
    return Keyboard((*first, *(((supplement, change), (withdraw,)) if missing else ((change, withdraw),))))
