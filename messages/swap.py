"""Swaps: offering a turn, being asked, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from domain.swap import SwapStatus
from messages import rota_buttons as buttons
from messages.message import Message
from messages.rota import Names, fault_lines
from texts.buttons import Button, Keyboard
from texts.speech import lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.rota import Fault
    from domain.session import Session
    from domain.swap import Swap
    from domain.turn import Turn
    from messages.rota import Member, Reader, View
    from texts.speech import Html, Speech


class Own(Protocol):
    @property
    def turn(self) -> Turn: ...
    @property
    def session(self) -> Session: ...


class Exchange(Protocol):
    @property
    def member(self) -> Member: ...
    @property
    def theirs(self) -> Own: ...
    @property
    def faults(self) -> Sequence[Fault]: ...


class Card(Protocol):
    @property
    def swap(self) -> Swap: ...
    @property
    def asker(self) -> Member | None: ...
    @property
    def offered(self) -> Own: ...
    @property
    def exchanges(self) -> Sequence[Exchange]: ...
    @property
    def taker(self) -> Member | None: ...


def which(reader: Reader, own: Sequence[Own]) -> Message:
    speech = reader.speech
    if not own:
        return Message(speech.html("swap-none"))
    rows = tuple((Button(reader.short(each.session), buttons.OfferTurn(each.turn.id)),) for each in own)
    return Message(speech.html("swap-which"), Keyboard(rows))


def with_whom(reader: Reader, view: View, offered: Own, exchanges: Sequence[Exchange]) -> Message:
    """Everybody with whom it can be done; all at once only where it breaks nothing."""
    speech, names = reader.speech, Names(reader.speech, view.members)
    its_day = reader.day(offered.session)
    if not exchanges:
        return Message(speech.html("swap-nobody", day=its_day))
    fitting = {each.member.person.id for each in exchanges if not each.faults}
    rows = []
    if len(fitting) > 1:
        rows.append((Button(speech.plain("swap-with-anyone"), buttons.AskSwap(offered.turn.id, None)),))
    seen: set[int] = set()
    for each in exchanges:
        person_id = each.member.person.id
        if person_id not in seen:
            seen.add(person_id)
            words = speech.plain("swap-with", name=names.of(person_id), day=reader.short(each.theirs.session))
            rows.append((Button(words, buttons.AskSwap(offered.turn.id, person_id)),))
    return Message(speech.html("swap-with-whom", day=its_day), Keyboard(tuple(rows)))


def asked(reader: Reader, offered: Own, people: int, swap_id: int | None) -> Message:
    speech = reader.speech
    words = speech.html("swap-asked", people=people, day=reader.day(offered.session))
    return Message(words, None if swap_id is None else Keyboard((withdraw_row(speech, swap_id),)))


def withdraw_row(speech: Speech, swap_id: int) -> tuple[Button, ...]:
    return (Button(speech.plain("swap-take-back"), buttons.WithdrawSwap(swap_id)),)


def about(reader: Reader, key: str, session: Session | None = None) -> Message:
    """A short answer, about a session where the words name one."""
    if session is None:
        return Message(reader.speech.html(key))
    return Message(reader.speech.html(key, day=reader.day(session)))


def question(reader: Reader, view: View, card: Card, before: Html | None = None) -> Message:
    """To who is asked: a button for each turn that they could give."""
    speech, names = reader.speech, Names(reader.speech, view.members)
    words = speech.html(
        f"swap-question-{card.offered.turn.role}",
        name=names.of(card.swap.asked_by),
        day=reader.day(card.offered.session),
    )
    rows = [
        (
            Button(
                speech.plain("swap-accept", day=reader.short(each.theirs.session)),
                buttons.AcceptSwap(card.swap.id, each.theirs.turn.id),
            ),
        )
        for each in card.exchanges
    ]
    rows.append((Button(speech.plain("swap-decline"), buttons.DeclineSwap(card.swap.id)),))
    return Message(words if before is None else lines(before, words, between="\n\n"), Keyboard(tuple(rows)))


def reminder(reader: Reader, view: View, card: Card) -> Message:
    return question(reader, view, card, reader.speech.html("swap-reminder"))


def done(reader: Reader, *, other: str, new: Own, old: Own) -> Message:
    """To one of the two: what they have now, and what they had."""
    return Message(
        reader.speech.html(
            f"swap-done-{new.turn.role}", name=other, day=reader.day(new.session), old=reader.day(old.session)
        )
    )


def to_decide(reader: Reader, view: View, card: Card, before: Html | None = None) -> Message:
    """To who leads the group, with what it breaks."""
    speech, names, exchange = reader.speech, Names(reader.speech, view.members), card.exchanges[0]
    words = speech.html(
        "swap-decide-card",
        one=names.of(card.swap.asked_by),
        other=names.of(card.swap.taken_by),
        day=reader.day(card.offered.session),
        other_day=reader.day(exchange.theirs.session),
    )
    listed = lines(words, *fault_lines(reader, view, exchange.faults))
    group = view.group.id
    rows = (
        (
            Button(speech.plain("swap-allow"), buttons.DecideSwap(group, card.swap.id, allow=True)),
            Button(speech.plain("swap-refuse"), buttons.DecideSwap(group, card.swap.id, allow=False)),
        ),
    )
    return Message(listed if before is None else lines(before, listed, between="\n\n"), Keyboard(rows))


def failed(reader: Reader, status: SwapStatus, session: Session) -> Message:
    key = "swap-failed-refused" if status is SwapStatus.REFUSED else "swap-failed-lapsed"
    return Message(reader.speech.html(key, day=reader.day(session)))
