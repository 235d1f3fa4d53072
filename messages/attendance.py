"""/aanwezig: who was at a session; for who leads the group, in private."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Protocol

from messages import session_buttons as buttons
from messages.message import Message
from messages.session import when
from texts.buttons import Button, Keyboard
from texts.lists import all_of
from texts.speech import Html, lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from domain.group import Group
    from domain.session import Session
    from messages.session import Reader
    from texts.speech import Speech


class Member(Protocol):
    @property
    def person(self) -> HasId: ...
    @property
    def first_name(self) -> str: ...
    @property
    def name(self) -> str: ...


class HasId(Protocol):
    @property
    def id(self) -> int: ...


class Seat(Protocol):
    @property
    def member(self) -> Member: ...
    @property
    def present(self) -> bool: ...
    @property
    def reported_absent(self) -> bool: ...


class Card(Protocol):
    @property
    def group(self) -> Group: ...
    @property
    def session(self) -> Session: ...
    @property
    def seats(self) -> Sequence[Seat]: ...
    @property
    def present(self) -> int: ...


def card(reader: Reader, its: Card, key: str = "attendance-who") -> Message:
    """A button for each member, that says how it stands and turns it round."""
    speech = reader.speech
    title = speech.html(key, group=its.group.number, moment=when(reader, its.session))
    names = names_of(seat.member for seat in its.seats)
    rows = tuple((_seat_button(speech, its.session, seat, name),) for seat, name in zip(its.seats, names, strict=True))
    settle = Button(speech.plain("attendance-settle"), buttons.SettleAttendance(its.session.id))
    words = lines(title, _reported(speech, its), speech.html("attendance-how"), between="\n\n")
    return Message(words, Keyboard((*rows, (settle,))))


def reminder(reader: Reader, its: Card, settles_on: str) -> Message:
    asked = card(reader, its)
    lead = reader.speech.html("attendance-reminder", day=settles_on)
    return Message(lines(lead, asked.html, between="\n\n"), asked.keyboard)


def settled(reader: Reader, its: Card, *, by_itself: bool = False) -> Message:
    """What was written down; `by_itself`: because nobody said anything."""
    speech = reader.speech
    key = "attendance-settled-itself" if by_itself else "attendance-settled"
    words = speech.html(
        key, group=its.group.number, moment=when(reader, its.session), present=its.present, members=len(its.seats)
    )
    away = [name for seat, name in _named(its) if not seat.present]
    told = speech.html("attendance-away", names=all_of(away, speech.language)) if away else Html()
    again = Button(speech.plain("attendance-change"), buttons.ShowAttendance(its.session.id))
    return Message(lines(words, told), Keyboard(((again,),)))


def too_early(reader: Reader, session: Session) -> Message:
    return Message(reader.speech.html("attendance-too-early", moment=when(reader, session)))


def none_yet(speech: Speech, group: Group, next_at: datetime | None) -> Message:
    """Before the first session."""
    return Message(speech.html("attendance-none" if next_at is None else "attendance-not-yet", group=group.number))


def gone(speech: Speech) -> Message:
    return Message(speech.html("attendance-gone"))


def names_of(members: Iterable[Member]) -> list[str]:
    """First names; in full for those who share one."""
    people = list(members)
    times = Counter(member.first_name for member in people)
    return [member.first_name if times[member.first_name] == 1 else member.name for member in people]


def _named(its: Card) -> list[tuple[Seat, str]]:
    return list(zip(its.seats, names_of(seat.member for seat in its.seats), strict=True))


def _reported(speech: Speech, its: Card) -> Html:
    away = [name for seat, name in _named(its) if seat.reported_absent]
    return speech.html("attendance-reported", names=all_of(away, speech.language)) if away else Html()


def _seat_button(speech: Speech, session: Session, seat: Seat, name: str) -> Button:
    words = speech.plain("attendance-was" if seat.present else "attendance-was-not", name=name)
    return Button(words, buttons.NotePresent(session.id, seat.member.person.id, present=not seat.present))
