"""What the office sees of who takes part, and taking somebody out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from domain.booking import IntakeOutcome
from domain.contact import display_phone
from domain.registration import Status
from messages import participant_buttons as buttons
from messages.message import Message
from texts.buttons import Button, Keyboard
from texts.dates import day
from texts.speech import Html, lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.group import Group
    from domain.person import Person
    from domain.registration import Registration
    from domain.waiting import Waiting
    from messages.intake import Desk
    from messages.slot_views import Talk
    from texts.speech import Speech

PEOPLE_A_PAGE: Final = 10


class Listed(Protocol):
    @property
    def registration(self) -> Registration: ...
    @property
    def person(self) -> Person: ...


class Standing(Protocol):
    @property
    def card(self) -> Talk | None: ...
    @property
    def waiting(self) -> Waiting | None: ...


class Card(Listed, Protocol):
    @property
    def standing(self) -> Standing: ...
    @property
    def group(self) -> Group | None: ...


def overview(desk: Desk, people: Sequence[Listed], page: int) -> Message:
    """Everybody who was admitted, each a button."""
    speech = desk.speech
    if not people:
        return Message(speech.html("participant-none"))
    page = min(max(page, 0), (len(people) - 1) // PEOPLE_A_PAGE)
    rows = [
        (
            Button(
                desk.who(each.person.name, each.registration.answers.municipality_code),
                buttons.ShowParticipant(each.registration.id),
            ),
        )
        for each in people[page * PEOPLE_A_PAGE : (page + 1) * PEOPLE_A_PAGE]
    ]
    words = speech.html("participant-overview", number=len(people))
    return Message(words, Keyboard((*rows, *_pages(speech, page, len(people)))), protect=True)


def _pages(speech: Speech, page: int, number: int) -> tuple[tuple[Button, ...], ...]:
    before = [Button(speech.plain("common-previous"), buttons.ShowParticipants(page - 1))] if page else []
    further = number > (page + 1) * PEOPLE_A_PAGE
    after = [Button(speech.plain("common-next"), buttons.ShowParticipants(page + 1))] if further else []
    return ((*before, *after),) if before or after else ()


def card(desk: Desk, its: Card) -> Message:
    """Who it is, how to reach them, and how far they are. Goals are not the office's to see."""
    speech, answers = desk.speech, its.registration.answers
    words = lines(
        speech.html("intake-talk-who", who=desk.who(its.person.name, answers.municipality_code)),
        speech.html("admission-phone", phone=display_phone(answers.phone)) if answers.phone else Html(),
        speech.html("admission-email", email=answers.email) if answers.email else Html(),
        _stage(desk, its.registration, its.standing) if its.group is None else _in_group(desk, its.group),
    )
    rows = (
        (Button(speech.plain("intake-take-out"), buttons.AskTakeOut(its.registration.id)),),
        (Button(speech.plain("common-back"), buttons.ShowParticipants(0)),),
    )
    return Message(words, Keyboard(rows), protect=True)


def _in_group(desk: Desk, group: Group) -> Html:
    return desk.speech.html("participant-in-group", number=group.number)


def _stage(desk: Desk, registration: Registration, standing: Standing) -> Html:
    speech, talk = desk.speech, standing.card
    if registration.status is Status.PRICE:
        return speech.html("participant-price")
    if talk is not None and talk.booking.live:
        return speech.html("participant-booked", moment=desk.when(talk.slot), facilitator=talk.facilitator.name or "–")
    if talk is not None and talk.booking.outcome is IntakeOutcome.GOES_ON and talk.booking.outcome_at is not None:
        since = day(talk.booking.outcome_at, speech.language, desk.now)
        return speech.html("participant-waits-for-group", day=since)
    if standing.waiting is not None:
        return speech.html("participant-in-line")
    return speech.html("participant-unbooked" if talk is None else "participant-second-talk")


def gone(speech: Speech) -> Message:
    return Message(speech.html("participant-gone"))


def take_out_sure(speech: Speech, person: Person, registration_id: int) -> Message:
    """What happens, before it does."""
    name = person.first_name or "–"
    rows = (
        (Button(speech.plain("participant-out-yes", name=name), buttons.ConfirmTakeOut(registration_id)),),
        (Button(speech.plain("participant-out-no"), buttons.LeaveIn(registration_id)),),
    )
    return Message(speech.html("participant-out-sure", name=person.name or "–"), Keyboard(rows), protect=True)


def taken_out(speech: Speech, person: Person) -> Message:
    return Message(speech.html("participant-out-done", name=person.first_name or "–"), protect=True)


def left_in(speech: Speech) -> Message:
    return Message(speech.html("participant-out-left"))
