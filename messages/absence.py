"""Absence reported beforehand, and sessions to which too few come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from domain.turn import ThinDecision
from messages import rota_buttons as buttons
from messages.message import Message
from messages.session_buttons import StartMove
from texts.buttons import Button, Keyboard
from texts.speech import Html, lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.session import Session
    from messages.rota import Reader


class Own(Protocol):
    @property
    def session(self) -> Session: ...
    @property
    def absent(self) -> bool: ...
    @property
    def duty(self) -> str: ...


class Thin(Protocol):
    @property
    def session(self) -> Session: ...
    @property
    def coming(self) -> int: ...
    @property
    def members(self) -> int: ...
    @property
    def quorum(self) -> int: ...


def which(reader: Reader, own: Sequence[Own]) -> Message:
    """The state of each in words, and under it what can be changed."""
    speech = reader.speech
    if not own:
        return Message(speech.html("absence-none"))
    listed = [
        speech.html("absence-absent" if each.absent else "absence-coming", day=reader.day(each.session)) for each in own
    ]
    rows = tuple((_button(reader, each),) for each in own)
    return Message(lines(speech.html("absence-which"), lines(*listed), between="\n\n"), Keyboard(rows))


def sure(reader: Reader, its: Own, *, hosts: bool) -> Message:
    speech = reader.speech
    follows = [speech.html("absence-sure", day=reader.day(its.session))]
    if its.duty in ("presenter", "reserve"):
        follows.append(speech.html(f"absence-sure-{its.duty}"))
    if hosts:
        follows.append(speech.html("absence-sure-hosts"))
    yes = Button(speech.plain("absence-yes"), buttons.ReportAbsence(its.session.id))
    no = Button(speech.plain("absence-no"), buttons.ShowAbsence())
    rows: list[tuple[Button, ...]] = [(yes, no)]
    if its.duty != "none":
        rows.append((Button(speech.plain("absence-own-rota"), buttons.OwnRota()),))
    return Message(lines(*follows), Keyboard(tuple(rows)))


def reported(reader: Reader, session: Session, had: str, *, hosted: bool) -> Message:
    speech = reader.speech
    words = [speech.html("absence-reported", day=reader.day(session))]
    if had in ("presenter", "reserve"):
        words.append(speech.html(f"absence-reported-{had}"))
    if hosted:
        words.append(speech.html("absence-reported-hosts"))
    back = Button(speech.plain("absence-take-back", day=reader.short(session)), buttons.TakeBackAbsence(session.id))
    return Message(lines(*words), Keyboard(((back,),)))


def taken_back(reader: Reader, session: Session, had: str, has: str) -> Message:
    speech = reader.speech
    words = [speech.html("absence-taken-back", day=reader.day(session))]
    if has in ("presenter", "reserve"):
        words.append(speech.html(f"absence-taken-back-{has}"))
    elif had != "none":
        words.append(speech.html("absence-taken-back-gone"))
    return Message(lines(*words))


def refused(reader: Reader, outcome: str, own: Sequence[Own]) -> Message:
    """`outcome` is one of services.absence.AbsenceOutcome that changed nothing; how it stands, and what can be done."""
    stands = which(reader, own)
    return Message(lines(reader.speech.html(f"absence-{outcome}"), stands.html, between="\n\n"), stands.keyboard)


def told(reader: Reader, thin: Thin, name: str, *, back: bool, rota: Html) -> Message:
    """To who leads the group; `rota` is how it is now, empty where nobody presents."""
    words = reader.speech.html(
        "absence-told-back" if back else "absence-told",
        name=name,
        day=reader.day(thin.session),
        coming=thin.coming,
        members=thin.members,
    )
    if not rota:
        return Message(words)
    edit = Button(reader.speech.plain("rota-edit"), buttons.EditRota(thin.session.group_id, thin.session.id))
    return Message(lines(words, rota), Keyboard(((edit,),)))


def thin_asked(reader: Reader, thin: Thin) -> Message:
    speech = reader.speech
    words = speech.html(
        "thin-asked", day=reader.day(thin.session), coming=thin.coming, members=thin.members, quorum=thin.quorum
    )
    group, session = thin.session.group_id, thin.session.id
    rows = (
        (Button(speech.plain("thin-goes-on"), buttons.DecideThin(group, session, ThinDecision.GOES_ON)),),
        (Button(speech.plain("thin-moves"), buttons.DecideThin(group, session, ThinDecision.MOVES)),),
    )
    return Message(words, Keyboard(rows))


def went_on(reader: Reader, thin: Thin) -> Message:
    return Message(
        reader.speech.html("thin-went-on", day=reader.day(thin.session), coming=thin.coming, members=thin.members)
    )


def thin_decided(reader: Reader, session: Session, decision: ThinDecision) -> Message:
    words = reader.speech.html(f"thin-decided-{decision}", day=reader.day(session))
    if decision is not ThinDecision.MOVES:
        return Message(words)
    return Message(words, Keyboard(((Button(reader.speech.plain("thin-propose"), StartMove(session.id)),),)))


def thin_settled(reader: Reader) -> Message:
    return Message(reader.speech.html("thin-settled"))


def _button(reader: Reader, its: Own) -> Button:
    its_day = reader.short(its.session)
    if its.absent:
        return Button(reader.speech.plain("absence-take-back", day=its_day), buttons.TakeBackAbsence(its.session.id))
    return Button(reader.speech.plain("absence-report", day=its_day), buttons.AskAbsence(its.session.id))
