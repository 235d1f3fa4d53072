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
from texts.dates import span
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


def planned(reader: Reader, group: Group, sessions: Sequence[Session], file: Attachment) -> Message:
    """What is new, in one message with one file."""
    title = reader.speech.html("session-planned", group=group.number, number=len(sessions))
    listed = lines(*(line(reader, session) for session in sessions))
    words = lines(title, listed, reader.speech.html("session-file", number=len(sessions)), between="\n\n")
    return Message(words, Keyboard((agenda_row(reader.speech),)), attachment=file)


class Part(StrEnum):
    """What the reader is at a session, as far as it matters for what a move means to them."""

    MEMBER = "member"
    # Arranges it, and may have to look for another room.
    HOST = "host"
    # Said already that they cannot come at the new moment.
    ABSENT = "absent"
    LEADER = "leader"


def changed(reader: Reader, was: Told, session: Session, file: Attachment, part: Part) -> Message:
    """The old and the new."""
    speech = reader.speech
    moved, elsewhere = was.starts_at != session.starts_at, was.where != session.where
    old = span(was.starts_at, was.starts_at + (session.ends_at - session.starts_at), speech.language, reader.now)
    parts = [
        speech.html("session-moved", old=old, new=when(reader, session))
        if moved
        else speech.html("session-about", moment=when(reader, session)),
        _place_told(reader, was.where, session) if elsewhere or moved else Html(),
        speech.html(f"session-moved-{part}") if moved and part is not Part.LEADER else Html(),
        speech.html("session-file-replaces"),
    ]
    return Message(lines(*parts), Keyboard((agenda_row(speech),)), attachment=file)


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


def _place_told(reader: Reader, was: Where, session: Session) -> Html:
    speech, now_is = reader.speech, place(reader, session.where)
    if was == session.where:
        return speech.html("session-place-stays", place=now_is) if session.municipality_code else Html()
    settled = was.form is Form.ONLINE or was.municipality_code is not None
    if settled:
        return speech.html("session-place-changed", old=place(reader, was), new=now_is)
    return speech.html("session-place", place=now_is)
