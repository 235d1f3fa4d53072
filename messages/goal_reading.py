"""What a facilitator sees of the learning goals of the own participants. Always protected."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from messages import intake_buttons as buttons
from messages.intake import to_agenda
from messages.message import Message
from texts.buttons import Button, Keyboard
from texts.speech import Html, lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.goal import Goal
    from domain.person import Person
    from texts.speech import Speech


class Read(Protocol):
    # One of services.goal.ReadOutcome.
    @property
    def outcome(self) -> str: ...
    @property
    def person(self) -> Person | None: ...
    @property
    def goals(self) -> Sequence[Goal]: ...


def goals(speech: Speech, reading: Read, before: Html = Html()) -> Message:  # noqa: B008 - words are immutable
    """All that this facilitator may read of somebody's goals, or why that is nothing."""
    name = _name(reading.person)
    if reading.outcome != "read":
        return Message(speech.html(f"intake-goals-{reading.outcome}", name=name), Keyboard((to_agenda(speech),)))
    if not reading.goals:
        return Message(speech.html("intake-goals-none", name=name), Keyboard((to_agenda(speech),)))
    numbered = list(enumerate(reading.goals, start=1))
    rows = [
        (Button(speech.plain("intake-goal-propose", number=number), buttons.ProposeWording(goal.id)),)
        for number, goal in numbered
    ]
    words = lines(
        before,
        speech.html("intake-goals-title", name=name),
        *(_goal(speech, number, goal) for number, goal in numbered),
        between="\n\n",
    )
    return Message(words, Keyboard((*rows, to_agenda(speech))), protect=True)


def _goal(speech: Speech, number: int, goal: Goal) -> Html:
    proposal = speech.html("intake-goal-proposal", words=goal.proposal) if goal.proposal else Html()
    return lines(speech.html("intake-goal", number=number, words=goal.words), proposal)


def proposal_question(speech: Speech, goal: Goal, owner: Person) -> Message:
    leave = (Button(speech.plain("common-cancel"), buttons.LeaveProposal(goal.id)),)
    words = speech.html("intake-goal-question", name=_name(owner), words=goal.words)
    return Message(words, Keyboard((leave,)), protect=True)


def gone(speech: Speech) -> Message:
    return Message(speech.html("intake-goal-gone"), Keyboard((to_agenda(speech),)))


def _name(person: Person | None) -> str:
    return (person.first_name if person else None) or "–"
