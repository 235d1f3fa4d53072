"""/programma: the running order of a session, the rules of feedback, and who practises with whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from domain.programme import Step, case_steps
from domain.session import Lunch
from messages import session_buttons as buttons
from messages.attendance import names_of
from messages.message import Message
from messages.session import place, when
from texts.buttons import Button, Keyboard
from texts.dates import hour
from texts.speech import Html, lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.group import Group
    from domain.programme import Item
    from domain.session import Session
    from messages.attendance import Member
    from messages.session import Reader
    from texts.speech import Speech

RULES = ("permission", "seen", "effect", "one", "ask", "receive", "thank")


class View(Protocol):
    @property
    def session(self) -> Session: ...
    @property
    def presenters(self) -> Sequence[Member]: ...


class Exercise(Protocol):
    @property
    def giver(self) -> Member: ...
    @property
    def receiver(self) -> Member: ...


class Card(Protocol):
    @property
    def group(self) -> Group: ...
    @property
    def session(self) -> Session: ...
    @property
    def view(self) -> View: ...
    @property
    def items(self) -> Sequence[Item]: ...
    @property
    def exercises(self) -> Sequence[Exercise]: ...
    @property
    def outdated(self) -> bool: ...
    @property
    def has_chat(self) -> bool: ...


def card(reader: Reader, its: Card) -> Message:
    """For the leader: the order, and what can be done with it."""
    speech, session_id = reader.speech, its.session.id
    before = Button(_lunch_words(speech, its, Lunch.BEFORE), buttons.SetLunch(session_id, Lunch.BEFORE))
    after = Button(_lunch_words(speech, its, Lunch.AFTER), buttons.SetLunch(session_id, Lunch.AFTER))
    rules = Button(speech.plain("programme-show-rules"), buttons.ShowRules(session_id))
    pairs = Button(speech.plain("programme-show-pairs"), buttons.ShowPairs(session_id))
    rows = ((before, after), _send_row(speech, its, buttons.SendProgramme(session_id)), (rules, pairs))
    return Message(order(reader, its), Keyboard(rows))


def order(reader: Reader, its: Card) -> Html:
    """The running order as everybody may read it."""
    speech, session = reader.speech, its.session
    title = speech.html("programme-title", moment=when(reader, session), place=place(reader, session.where))
    parts = [_item(speech, its, item) for item in its.items]
    return lines(title, lines(*parts), between="\n\n")


def rules(reader: Reader, its: Card) -> Message:
    speech, session_id = reader.speech, its.session.id
    back = Button(speech.plain("programme-back"), buttons.ShowProgramme(session_id))
    return Message(rules_words(speech), Keyboard((_send_row(speech, its, buttons.SendRules(session_id)), (back,))))


def rules_words(speech: Speech) -> Html:
    told = [speech.html(f"feedback-{rule}", number=number) for number, rule in enumerate(RULES, start=1)]
    return lines(speech.html("feedback-title"), lines(*told), between="\n\n")


def pairs(reader: Reader, its: Card) -> Message:
    speech, session_id = reader.speech, its.session.id
    again = Button(speech.plain("programme-draw-again"), buttons.DrawAgain(session_id))
    back = Button(speech.plain("programme-back"), buttons.ShowProgramme(session_id))
    warning = speech.html("programme-pairs-outdated") if its.outdated else Html()
    words = lines(pairs_words(speech, its.exercises), warning, between="\n\n")
    return Message(words, Keyboard((_send_row(speech, its, buttons.SendPairs(session_id)), (again,), (back,))))


def pairs_words(speech: Speech, exercises: Sequence[Exercise]) -> Html:
    """Who gives to whom, as everybody of the group may read it."""
    givers = names_of(each.giver for each in exercises)
    by_id = {each.giver.person.id: name for each, name in zip(exercises, givers, strict=True)}
    told = [
        speech.html("programme-pair", giver=by_id[each.giver.person.id], receiver=_name(each.receiver, by_id))
        for each in exercises
    ]
    return lines(speech.html("programme-pairs-title"), lines(*told), speech.html("programme-pairs-how"), between="\n\n")


def own_pair(speech: Speech, receiver: Member, giver: Member) -> Message:
    """To one member in private."""
    words = speech.html("programme-pair-own", receiver=receiver.first_name, giver=giver.first_name)
    return Message(lines(words, speech.html("programme-pairs-how"), between="\n\n"))


def with_word(said: Message, word: Html) -> Message:
    """What came of a tap, above what is shown."""
    return Message(lines(word, said.html, between="\n\n"), said.keyboard)


def nothing_planned(speech: Speech, group: Group) -> Message:
    return Message(speech.html("programme-none", group=group.number))


def gone(speech: Speech) -> Message:
    return Message(speech.html("programme-gone"))


def _item(speech: Speech, its: Card, item: Item) -> Html:
    told = speech.html(
        "programme-item", time=hour(item.starts_at, speech.language), what=speech.plain(f"programme-{item.step}")
    )
    if not item.step.is_case:
        return told
    steps = [
        speech.html("programme-case-step", minutes=minutes, what=speech.plain(f"programme-case-{step}"))
        for step, minutes in case_steps(item.minutes)
    ]
    return lines(_with_presenter(speech, told, item, its.view.presenters), *steps)


def _with_presenter(speech: Speech, told: Html, item: Item, presenters: Sequence[Member]) -> Html:
    place_in_order = 0 if item.step is Step.FIRST_CASE else 1
    if place_in_order >= len(presenters):
        return told
    return speech.html("programme-case-of", item=told, name=presenters[place_in_order].first_name)


def _lunch_words(speech: Speech, its: Card, lunch: Lunch) -> str:
    chosen = its.session.lunch is lunch
    return speech.plain(f"programme-lunch-{lunch}-chosen" if chosen else f"programme-lunch-{lunch}")


def _send_row(
    speech: Speech, its: Card, data: buttons.SendProgramme | buttons.SendRules | buttons.SendPairs
) -> tuple[Button, ...]:
    return (Button(speech.plain("programme-send" if its.has_chat else "programme-send-private"), data),)


def _name(member: Member, by_id: dict[int, str]) -> str:
    return by_id.get(member.person.id, member.first_name)
