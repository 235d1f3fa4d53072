"""What the office sees of the facilitators, and what goes when one of them stops."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from messages import participant_buttons as buttons
from messages.message import Message
from texts.buttons import Button, Keyboard
from texts.lists import all_of
from texts.speech import Html, lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.group import Group
    from domain.person import Person
    from domain.slot import Slot
    from messages.intake import Desk
    from messages.slot_views import Talk
    from texts.speech import Speech

MOST_LISTED: Final = 15


class Departure(Protocol):
    """What goes when a facilitator leaves."""

    @property
    def bookings(self) -> Sequence[Talk]: ...
    @property
    def free_slots(self) -> Sequence[Slot]: ...
    @property
    def successors(self) -> Sequence[Person]: ...
    @property
    def groups(self) -> Sequence[Group]: ...


def overview(speech: Speech, facilitators: Sequence[tuple[Person, int]]) -> Message:
    """Each with how many intakes they have to hold or to round off."""
    if not facilitators:
        return Message(speech.html("facilitator-none"))
    rows = [(Button(_name(each), buttons.ShowFacilitator(each.id)),) for each, _ in facilitators]
    shown = [speech.html("facilitator-line", name=_name(each), number=number) for each, number in facilitators]
    return Message(lines(speech.html("facilitator-title"), *shown), Keyboard(tuple(rows)))


def card(desk: Desk, facilitator: Person, departure: Departure) -> Message:
    """The intakes of one facilitator: to come, or held without an outcome yet."""
    speech, number = desk.speech, len(departure.bookings)
    rows = (
        (Button(speech.plain("facilitator-stops"), buttons.ChooseSuccessor(facilitator.id)),),
        (Button(speech.plain("common-back"), buttons.ShowFacilitators()),),
    )
    words = lines(
        speech.html("facilitator-card", name=_name(facilitator), number=number, free=len(departure.free_slots)),
        _bookings(desk, departure.bookings),
        between="\n\n",
    )
    return Message(words, Keyboard(rows), protect=True)


def _bookings(desk: Desk, bookings: Sequence[Talk]) -> Html:
    speech = desk.speech
    shown = [
        speech.html("facilitator-booking", moment=desk.when(talk.slot), name=_name(talk.person))
        for talk in bookings[:MOST_LISTED]
    ]
    rest = len(bookings) - len(shown)
    return lines(*shown, speech.html("slot-overview-more", number=rest) if rest else Html())


def successor_question(speech: Speech, facilitator: Person, departure: Departure) -> Message:
    takers = [
        (
            Button(
                speech.plain("facilitator-takes-over", name=_name(each)), buttons.AskDeparture(facilitator.id, each.id)
            ),
        )
        for each in departure.successors
    ]
    nobody = (Button(speech.plain("facilitator-nobody"), buttons.AskDeparture(facilitator.id, None)),)
    stay = (Button(speech.plain("facilitator-stays"), buttons.ShowFacilitator(facilitator.id)),)
    question = speech.html("facilitator-successor-question", name=_name(facilitator), number=len(departure.bookings))
    led = Html()
    if departure.groups:
        led = speech.html("facilitator-leads", name=_name(facilitator), groups=_named_groups(speech, departure))
    words = lines(led, question)
    return Message(words, Keyboard((*takers, nobody, stay)))


def departure_sure(
    desk: Desk, facilitator: Person, successor: Person | None, departure: Departure, *, changed: bool = False
) -> Message:
    """What would happen, before it does."""
    speech, free, number = desk.speech, len(departure.free_slots), len(departure.bookings)
    if successor is None:
        what = speech.html("facilitator-sure-cancel", name=_name(facilitator), number=number, free=free)
    else:
        what = speech.html(
            "facilitator-sure-take-over",
            name=_name(facilitator),
            successor=_name(successor),
            number=number,
            free=free,
        )
    confirm = buttons.ConfirmDeparture(facilitator.id, None if successor is None else successor.id, number)
    rows = (
        (Button(speech.plain("facilitator-sure-yes"), confirm),),
        (Button(speech.plain("facilitator-stays"), buttons.ShowFacilitator(facilitator.id)),),
    )
    said_anew = speech.html("slot-withdraw-changed") if changed else Html()
    groups = _groups(speech, departure, successor)
    words = lines(said_anew, what, groups, _bookings(desk, departure.bookings), between="\n\n")
    return Message(words, Keyboard(rows), protect=True)


def _groups(speech: Speech, departure: Departure, successor: Person | None) -> Html:
    """The groups that go to the successor, or for which the office has to find somebody."""
    if not departure.groups:
        return Html()
    named = _named_groups(speech, departure)
    if successor is None:
        return speech.html("facilitator-sure-groups-left", groups=named)
    return speech.html("facilitator-sure-groups", groups=named, successor=_name(successor))


def departed(speech: Speech, facilitator: Person, *, taken_over: int, cancelled: int) -> Message:
    words = lines(
        speech.html("facilitator-departed", name=_name(facilitator)),
        speech.html("facilitator-departed-numbers", over=taken_over, cancelled=cancelled),
    )
    return Message(words)


def gone(speech: Speech) -> Message:
    row = (Button(speech.plain("facilitator-overview"), buttons.ShowFacilitators()),)
    return Message(speech.html("facilitator-gone"), Keyboard((row,)))


def _name(person: Person) -> str:
    return person.name or "–"


def _named_groups(speech: Speech, departure: Departure) -> str:
    return all_of([speech.plain("group-show", number=each.number) for each in departure.groups], speech.language)
