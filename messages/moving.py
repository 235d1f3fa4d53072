"""/verzetten: another moment for a session, after a small poll or at once; or no session at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from messages import session_buttons as buttons
from messages.attendance import names_of
from messages.message import Message
from messages.poll_buttons import ClosePoll
from messages.session import place, when
from texts.buttons import Button, Keyboard
from texts.dates import hour, moment, short_day
from texts.lists import all_of
from texts.speech import Html, lines

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime

    from domain.group import Group
    from domain.poll import OptionStanding, Poll, Standings
    from domain.session import Session
    from messages.attendance import Member
    from messages.session import Reader
    from texts.speech import Speech

Row = tuple[Button, ...]


class Card(Protocol):
    @property
    def session(self) -> Session: ...
    @property
    def candidates(self) -> Sequence[datetime]: ...
    @property
    def poll(self) -> Poll | None: ...
    @property
    def standings(self) -> Standings | None: ...
    @property
    def members(self) -> Sequence[Member]: ...


def which(reader: Reader, group: Group, sessions: Sequence[Session]) -> Message:
    if not sessions:
        return Message(reader.speech.html("moving-none", group=group.number))
    rows = [(Button(_short(reader.speech, session.starts_at), buttons.StartMove(session.id)),) for session in sessions]
    return Message(reader.speech.html("moving-which", group=group.number), Keyboard(tuple(rows)))


def card(reader: Reader, its: Card, said: Html | None = None) -> Message:
    """How far the move of this session is, and what can be done about it."""
    if its.poll is not None and its.standings is not None:
        return _asking(reader, its, its.poll, its.standings, said)
    return _choosing(reader, its, said)


def moved(reader: Reader, its: Card) -> Message:
    return Message(reader.speech.html("moving-moved", moment=when(reader, its.session)))


def already(reader: Reader, its: Card) -> Message:
    return Message(reader.speech.html("moving-already", moment=when(reader, its.session)))


def left(reader: Reader, its: Card) -> Message:
    return Message(reader.speech.html("moving-left", moment=when(reader, its.session)))


def sure_to_cancel(reader: Reader, its: Card) -> Message:
    session = its.session
    stamp = int(session.starts_at.timestamp())
    yes = Button(reader.speech.plain("moving-cancel-yes"), buttons.CancelSession(session.id, stamp))
    no = Button(reader.speech.plain("moving-cancel-no"), buttons.StartMove(session.id))
    return Message(reader.speech.html("moving-cancel-sure", moment=when(reader, session)), Keyboard(((yes,), (no,))))


def cancelled(reader: Reader, its: Card) -> Message:
    return Message(reader.speech.html("moving-cancelled", moment=when(reader, its.session)))


def stopped(speech: Speech) -> Message:
    return Message(speech.html("moving-stopped"))


def gone(speech: Speech) -> Message:
    return Message(speech.html("moving-gone"))


def _choosing(reader: Reader, its: Card, said: Html | None) -> Message:
    speech, session = reader.speech, its.session
    words = lines(
        said or Html(),
        speech.html("moving-title", moment=when(reader, session), place=place(reader, session.where)),
        _candidates(reader, its),
        speech.html("moving-more" if its.candidates else "moving-type"),
        between="\n\n",
    )
    rows: list[Row] = []
    if its.candidates:
        rows.append((Button(speech.plain("moving-ask"), buttons.OpenMovePoll(session.id)),))
    if len(its.candidates) == 1:
        at_once = buttons.MoveAtOnce(session.id, int(its.candidates[0].timestamp()))
        rows.append((Button(speech.plain("moving-at-once"), at_once),))
    rows += [
        (
            Button(
                speech.plain("moving-drop", moment=_short(speech, each)),
                buttons.DropCandidate(session.id, int(each.timestamp())),
            ),
        )
        for each in its.candidates
    ]
    rows.append(
        (
            Button(speech.plain("moving-leave"), buttons.LeaveSession(session.id)),
            Button(speech.plain("moving-cancel"), buttons.AskCancelSession(session.id)),
        )
    )
    return Message(words, Keyboard(tuple(rows)))


def _candidates(reader: Reader, its: Card) -> Html:
    speech = reader.speech
    told = [
        speech.html("moving-candidate", moment=moment(each, speech.language, reader.now)) for each in its.candidates
    ]
    return lines(*told)


def _asking(reader: Reader, its: Card, poll: Poll, standings: Standings, said: Html | None) -> Message:
    speech, session = reader.speech, its.session
    answered = len(standings.voters) - len(standings.awaited)
    if poll.is_open:
        closes = moment(poll.closes_at, speech.language, reader.now)
        state = speech.html("moving-asking", answered=answered, members=len(standings.voters), moment=closes)
        rows: list[Row] = [(Button(speech.plain("moving-close"), ClosePoll(poll.id, sure=False)),)]
    else:
        state = speech.html("moving-asked", answered=answered, members=len(standings.voters))
        rows = [_confirm_row(speech, poll, each) for each in standings.ranked()]
    told = [_standing(reader, its, each, standings) for each in standings.ranked()]
    title = speech.html("moving-title", moment=when(reader, session), place=place(reader, session.where))
    words = lines(said or Html(), title, state, lines(*told), between="\n\n")
    rows.append((Button(speech.plain("moving-leave"), buttons.LeaveSession(session.id)),))
    return Message(words, Keyboard(tuple(rows)))


def _confirm_row(speech: Speech, poll: Poll, its: OptionStanding) -> Row:
    words = speech.plain("moving-confirm", moment=_short(speech, its.option.moment.starts_at))
    return (Button(words, buttons.ConfirmMoveSession(poll.id, its.option.id)),)


def _standing(reader: Reader, its: Card, standing: OptionStanding, standings: Standings) -> Html:
    speech = reader.speech
    known = standing.yes | standing.rather_not | standing.no
    silent = len(frozenset(standings.voters) - known)
    told = speech.html(
        "moving-standing",
        moment=moment(standing.option.moment.starts_at, speech.language, reader.now),
        able=len(standing.able),
        members=len(standings.voters),
    )
    return lines(
        told,
        _named(speech, "moving-rather-not", its, standing.rather_not),
        _named(speech, "moving-unable", its, standing.no),
        # Who is late is not named, however private.
        speech.html("moving-silent", number=silent) if silent else Html(),
    )


def _named(speech: Speech, key: str, its: Card, people: Collection[int]) -> Html:
    names = [
        name for member, name in zip(its.members, names_of(its.members), strict=True) if member.person.id in people
    ]
    return speech.html(key, names=all_of(names, speech.language)) if names else Html()


def _short(speech: Speech, at: datetime) -> str:
    """As in "di 9 mrt 13.00"."""
    return f"{short_day(at, speech.language)} {hour(at, speech.language)}"
