"""Learning goals as their owner sees them. What shows them cannot be forwarded or saved."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from domain.goal import MOST_GOALS
from messages import goal_buttons as buttons
from messages.booking import facilitator_name
from messages.message import Message
from texts.buttons import Button, Keyboard
from texts.speech import Html, lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.goal import Goal
    from domain.person import Person
    from texts.speech import Speech

GOALS_IN_ROW = 3


@dataclass(frozen=True, slots=True)
class Numbered:
    """One of somebody's goals, with its place among them."""

    goal: Goal
    number: int


def proposed_at(goal: Goal) -> int:
    """Milliseconds since 1970: which proposal a button is about. Any change of the goal makes it another."""
    return round(goal.changed_at.timestamp() * 1000)


def overview(speech: Speech, goals: Sequence[Goal], before: Html | None = None) -> Message:
    """All of them, each with who may see it; with none yet, what they are for."""
    if not goals:
        write = Button(speech.plain("goal-add"), buttons.AddGoal())
        later = Button(speech.plain("common-later"), buttons.GoalsLater())
        return _confidential(lines(before or Html(), speech.html("goal-none"), between="\n\n"), ((write, later),))
    items = [
        speech.html("goal-item-shared" if goal.shared else "goal-item", number=number, words=goal.words)
        for number, goal in enumerate(goals, start=1)
    ]
    words = lines(before or Html(), speech.html("goal-title"), *items, _what_next(speech, goals), between="\n\n")
    pick = [
        Button(speech.plain("goal-pick", number=number), buttons.ShowGoal(goal.id))
        for number, goal in enumerate(goals, start=1)
    ]
    rows = [tuple(pick[at : at + GOALS_IN_ROW]) for at in range(0, len(pick), GOALS_IN_ROW)]
    if len(goals) < MOST_GOALS:
        rows.append((Button(speech.plain("goal-add"), buttons.AddGoal()),))
    return _confidential(words, tuple(rows))


def one(speech: Speech, its: Numbered, before: Html | None = None) -> Message:
    """A goal with what can be done about it; and the facilitator's wording, while that waits for an answer."""
    goal = its.goal
    words = lines(
        before or Html(),
        speech.html("goal-one", number=its.number, words=goal.words),
        speech.html("goal-is-shared" if goal.shared else "goal-is-private"),
        speech.html("goal-proposal", proposal=goal.proposal) if goal.proposal is not None else Html(),
        between="\n\n",
    )
    share = Button(
        speech.plain("goal-unshare" if goal.shared else "goal-share"), buttons.ShareGoal(goal.id, not goal.shared)
    )
    reword = Button(speech.plain("goal-reword"), buttons.RewordGoal(goal.id))
    remove = Button(speech.plain("goal-remove"), buttons.RemoveGoal(goal.id))
    back = Button(speech.plain("goal-back"), buttons.ShowGoals())
    proposal = (_answers(speech, goal),) if goal.proposal is not None else ()
    return _confidential(words, (*proposal, (share,), (reword, remove), (back,)))


def question(speech: Speech, its: Numbered | None) -> Message:
    """For the words of a new goal (None), or for other words of this one."""
    stop = Button(speech.plain("common-cancel"), buttons.StopGoals())
    if its is None:
        return _confidential(speech.html("goal-question"), ((stop,),))
    words = speech.html("goal-reword-question", number=its.number, words=its.goal.words)
    return _confidential(words, ((stop,),))


def ask_after(complaint: Html, asked: Message) -> Message:
    """What was wrong with the answer, and the question again; as confidential as the question."""
    return replace(asked, html=lines(complaint, asked.html, between="\n\n"))


def sure_to_remove(speech: Speech, its: Numbered) -> Message:
    yes = Button(speech.plain("goal-remove-yes"), buttons.ConfirmRemoveGoal(its.goal.id))
    no = Button(speech.plain("goal-remove-no"), buttons.ShowGoal(its.goal.id))
    words = speech.html("goal-remove-sure", number=its.number, words=its.goal.words)
    return _confidential(words, ((yes,), (no,)))


def proposed(speech: Speech, its: Numbered, facilitator: Person) -> Message:
    """The facilitator would put it otherwise."""
    words = speech.html(
        "goal-proposed",
        facilitator=facilitator_name(speech, facilitator),
        words=its.goal.words,
        proposal=its.goal.proposal or "",
    )
    return _confidential(words, (_answers(speech, its.goal),))


def may_read(speech: Speech, facilitator: Person) -> Message:
    """Another facilitator than the one for whom the goals were written."""
    who = facilitator_name(speech, facilitator)
    yes = Button(speech.plain("goal-read-yes"), buttons.LetRead(facilitator.id, granted=True))
    no = Button(speech.plain("goal-read-no"), buttons.LetRead(facilitator.id, granted=False))
    return Message(speech.html("goal-read-question", facilitator=who), Keyboard(((yes, no),)))


def reading_settled(speech: Speech, facilitator: Person, *, granted: bool) -> Message:
    """With the way back: it can be answered anew."""
    who = facilitator_name(speech, facilitator)
    words = speech.html("goal-read-granted" if granted else "goal-read-refused", facilitator=who)
    other = Button(
        speech.plain("goal-read-no-after-all" if granted else "goal-read-yes-after-all"),
        buttons.LetRead(facilitator.id, not granted),
    )
    return Message(words, Keyboard(((other,),)))


def noted(speech: Speech) -> Message:
    """The short line into which the question for the words is edited."""
    return Message(speech.html("goal-saved"))


def later(speech: Speech) -> Message:
    return Message(speech.html("goal-later"))


def not_admitted(speech: Speech) -> Message:
    return Message(speech.html("goal-not-admitted"))


def _what_next(speech: Speech, goals: Sequence[Goal]) -> Html:
    return speech.html("goal-full" if len(goals) >= MOST_GOALS else "goal-what-next")


def _answers(speech: Speech, goal: Goal) -> tuple[Button, ...]:
    at = proposed_at(goal)
    return (
        Button(speech.plain("goal-accept"), buttons.AcceptProposal(goal.id, at)),
        Button(speech.plain("goal-decline"), buttons.DeclineProposal(goal.id, at)),
    )


def _confidential(words: Html, rows: tuple[tuple[Button, ...], ...]) -> Message:
    return Message(words, Keyboard(rows), protect=True)
