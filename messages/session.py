"""What everybody of a group is told about its sessions: planned, changed, cancelled. No other person is named.

So it can be forwarded to a secretariat, with its file.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from domain.session import Form, Told
from messages.message import Message
from messages.session_buttons import ShowAgenda
from texts.buttons import Button, Keyboard
from texts.dates import day, span
from texts.lists import all_of
from texts.speech import Html, lines

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from domain.group import Group
    from domain.municipality import Municipalities
    from domain.session import Session, Where
    from messages.message import Attachment
    from texts.speech import Speech


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads about the sessions of a group."""

    speech: Speech
    municipalities: Municipalities
    now: datetime


def planned(
    reader: Reader, group: Group, sessions: Sequence[Session], file: Attachment, absent: Sequence[Session] = ()
) -> Message:
    """What is new, in one message with one file; `absent`: those of which the reader said that they cannot come."""
    title = reader.speech.html("session-planned", group=group.number, number=len(sessions))
    listed = lines(*(line(reader, session) for session in sessions))
    days = all_of([day(each.starts_at, reader.speech.language, reader.now) for each in absent], reader.speech.language)
    excused = reader.speech.html("session-planned-absent", days=days) if absent else Html()
    words = lines(title, listed, excused, reader.speech.html("session-file", number=len(sessions)), between="\n\n")
    return Message(words, Keyboard((agenda_row(reader.speech),)), attachment=file)


class Part(StrEnum):
    """What the reader is at a session, as far as it matters for what a move means to them."""

    MEMBER = "member"
    # Arranges it, and may have to look for another room.
    HOST = "host"
    # Said already that they cannot come at the new moment.
    ABSENT = "absent"
    LEADER = "leader"


@dataclass(frozen=True, slots=True)
class Change:
    """A session that is not any more as the reader knew it."""

    was: Told
    session: Session
    part: Part

    @property
    def moved(self) -> bool:
        return self.was.starts_at != self.session.starts_at


def changed(reader: Reader, changes: Sequence[Change], file: Attachment) -> Message:
    """The old and the new of each; several that are only somewhere else stand in a list."""
    placed = [each for each in changes if not each.moved]
    apart = changes if len(placed) == 1 else [each for each in changes if each.moved]
    parts = [_changed(reader, each) for each in apart]
    if len(placed) > 1:
        title = reader.speech.html("session-places", number=len(placed))
        parts += [title, lines(*(_placed_line(reader, each) for each in placed))]
    replaces = reader.speech.html("session-file-replaces", number=len(changes))
    between = "\n" if len(changes) == 1 else "\n\n"
    return Message(lines(*parts, replaces, between=between), Keyboard((agenda_row(reader.speech),)), attachment=file)


def cancelled(reader: Reader, session: Session, file: Attachment) -> Message:
    words = reader.speech.html("session-cancelled", moment=when(reader, session))
    return Message(lines(words, reader.speech.html("session-file-removes", number=1)), attachment=file)


def dropped(reader: Reader, sessions: Sequence[Session], file: Attachment, *, led: bool) -> Message:
    """To who is of the group no longer, as a member or (`led`) as its leader."""
    key = "session-dropped-leader" if led else "session-dropped"
    words = reader.speech.html(key, number=len(sessions))
    return Message(lines(words, reader.speech.html("session-file-removes", number=len(sessions))), attachment=file)


def line(reader: Reader, session: Session) -> Html:
    return reader.speech.html("session-line", moment=when(reader, session), place=place(reader, session.where))


def when(reader: Reader, session: Session) -> str:
    return span(session.starts_at, session.ends_at, reader.speech.language, reader.now)


def place(reader: Reader, where: Where) -> str:
    """The municipality, "online", or that it is still to be settled."""
    if where.form is Form.ONLINE:
        return reader.speech.plain("session-online")
    if where.municipality_code is None:
        return reader.speech.plain("session-place-open")
    return municipality_name(reader.municipalities, where.municipality_code)


def location(speech: Speech, municipalities: Municipalities, where: Where) -> str | None:
    """For a calendar; None as long as it is not settled."""
    if where.form is Form.ONLINE:
        return speech.plain("session-location-online")
    return None if where.municipality_code is None else municipality_name(municipalities, where.municipality_code)


def municipality_name(municipalities: Municipalities, code: str) -> str:
    return municipalities.by_code(code).display_name


def agenda_row(speech: Speech) -> tuple[Button, ...]:
    return (Button(speech.plain("session-agenda"), ShowAgenda()),)


def _changed(reader: Reader, its: Change) -> Html:
    speech, was, session = reader.speech, its.was, its.session
    place_told = _place_told(reader, was.where, session)
    if not its.moved:
        return lines(speech.html("session-about", moment=when(reader, session)), place_told)
    old = span(was.starts_at, was.starts_at + (session.ends_at - session.starts_at), speech.language, reader.now)
    to_do = Html() if its.part is Part.LEADER else speech.html(f"session-moved-{its.part}")
    return lines(speech.html("session-moved", old=old, new=when(reader, session)), place_told, to_do)


def _placed_line(reader: Reader, its: Change) -> Html:
    if not its.was.where.settled:
        return line(reader, its.session)
    return reader.speech.html(
        "session-line-elsewhere",
        moment=when(reader, its.session),
        place=place(reader, its.session.where),
        old=place(reader, its.was.where),
    )


def _place_told(reader: Reader, was: Where, session: Session) -> Html:
    speech, now_is = reader.speech, place(reader, session.where)
    if was == session.where:
        return speech.html("session-place-stays", place=now_is) if session.municipality_code else Html()
    if was.settled:
        return speech.html("session-place-changed", old=place(reader, was), new=now_is)
    return speech.html("session-place", place=now_is)
