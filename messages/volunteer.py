"""'Ik heb een casus voor ...': a member who would like to present, and what the leader decides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from domain.turn import TurnRole
from messages import rota_buttons as buttons
from messages.message import Message
from messages.rota import Names, fault_words
from texts.buttons import Button, Keyboard
from texts.lists import all_of
from texts.speech import Html, lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.rota import Fault
    from domain.session import Session
    from domain.turn import Turn, Volunteer
    from messages.rota import Member, Reader, View


class WayIn(Protocol):
    @property
    def turn(self) -> Turn: ...
    @property
    def instead_of(self) -> Member | None: ...
    @property
    def faults(self) -> Sequence[Fault]: ...


class Card(Protocol):
    @property
    def volunteer(self) -> Volunteer: ...
    @property
    def member(self) -> Member: ...
    @property
    def session(self) -> Session: ...
    @property
    def ways(self) -> Sequence[WayIn]: ...


def which(reader: Reader, sessions: Sequence[Session]) -> Message:
    speech = reader.speech
    if not sessions:
        return Message(speech.html("volunteer-none"))
    rows = tuple((Button(reader.short(each), buttons.VolunteerFor(each.id)),) for each in sessions)
    return Message(speech.html("volunteer-which"), Keyboard(rows))


def answer(reader: Reader, outcome: str, session: Session | None) -> Message:
    """`outcome` is one of services.volunteer.VolunteerOutcome."""
    key = f"volunteer-{outcome}"
    if session is not None and "day" in reader.speech.placeholders(key):
        return Message(reader.speech.html(key, day=reader.day(session)))
    return Message(reader.speech.html(key))


def card(reader: Reader, view: View, its: Card, before: Html | None = None) -> Message:
    """To who leads the group: whom the volunteer could take the place of, and what each would break."""
    speech, names = reader.speech, Names(reader.speech, view.members)
    row = next(each for each in view.rows if each.session.id == its.session.id)
    words = speech.html(
        "volunteer-card",
        name=names.of(its.member.person.id),
        day=reader.day(its.session),
        presenters=names.all(row.lineup.presenters),
        reserve=names.of(row.lineup.reserve),
    )
    broken = [
        speech.html(
            "volunteer-way-breaks",
            name=names.of(way.turn.person_id),
            faults=Html(all_of(fault_words(reader, view, way.faults), speech.language)),
        )
        for way in its.ways
        if way.faults
    ]
    group = view.group.id
    rows = [
        (Button(_way(reader, names, way), buttons.GrantVolunteer(group, its.volunteer.id, way.turn.id)),)
        for way in its.ways
    ]
    stays = (Button(speech.plain("volunteer-stays"), buttons.GrantVolunteer(group, its.volunteer.id, None)),)
    return Message(lines(before or Html(), words, lines(*broken), between="\n\n"), Keyboard((*rows, stays)))


def reminder(reader: Reader, view: View, its: Card) -> Message:
    return card(reader, view, its, reader.speech.html("volunteer-reminder"))


def decided(reader: Reader, name: str, *, granted: bool) -> Message:
    return Message(reader.speech.html("volunteer-granted" if granted else "volunteer-declined", name=name))


def gone(reader: Reader) -> Message:
    return Message(reader.speech.html("volunteer-gone"))


def told(reader: Reader, session: Session, duty: str) -> Message:
    """To the volunteer: `duty` is what they have to do there now (services.rota_steps.Duty)."""
    key = {"presenter": "volunteer-told-presenter", "reserve": "volunteer-told-reserve"}.get(duty, "volunteer-told-no")
    return Message(reader.speech.html(key, day=reader.day(session)))


def _way(reader: Reader, names: Names, way: WayIn) -> str:
    speech, reserve = reader.speech, way.turn.role is TurnRole.RESERVE
    if way.instead_of is None:
        return speech.plain("volunteer-way-reserve-empty" if reserve else "volunteer-way-empty")
    key = "volunteer-way-reserve" if reserve else "volunteer-way-presenter"
    return speech.plain(key, name=names.of(way.instead_of.person.id))
