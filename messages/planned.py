"""How far a group is with planning its year, and what comes next, for who leads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.planned import PlanStep
from messages.chat_buttons import ShowChat
from messages.message import Message
from messages.place_buttons import ShowFirstDates, ShowPlace, ShowSessionPlace
from messages.planning_buttons import StartPlanning
from messages.rota_buttons import DivideRota
from texts.buttons import Button, Keyboard
from texts.lists import all_of
from texts.speech import Html, lines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from domain.group import Group
    from domain.planned import Plan
    from texts.buttons import ButtonData
    from texts.speech import Speech


def card(speech: Speech, group: Group, plan: Plan) -> Message:
    title = speech.html("planned-title", group=group.number)
    return Message(lines(title, what_next(speech, plan), between="\n\n"), Keyboard(next_rows(speech, group, plan)))


def what_next(speech: Speech, plan: Plan) -> Html:
    """What is done and what is waited for in a line each, then the next step."""
    if plan.complete:
        return speech.html("planned-complete")
    done = speech.html("planned-done", steps=_listed(speech, plan.done)) if plan.done else Html()
    running = speech.html("planned-running", steps=_listed(speech, plan.running)) if plan.running else Html()
    step = plan.next_step
    follows = speech.html("planned-waits") if step is None else speech.html(f"planned-next-{step}")
    return lines(lines(done, running), follows, between="\n\n")


def next_rows(speech: Speech, group: Group, plan: Plan) -> tuple[tuple[Button, ...], ...]:
    """The button that begins the next step, to stand under any message to who leads the group."""
    step = plan.next_step
    return () if step is None else ((Button(speech.plain(f"planned-take-{step}"), begins(step, group, plan)),),)


def begins(step: PlanStep, group: Group, plan: Plan) -> ButtonData:
    match step:
        case PlanStep.FIRST_DATE:
            return ShowFirstDates(group.id)
        case PlanStep.FIRST_PLACE:
            # Without a first session there is a date to be found first, and this step does not come.
            return ShowSessionPlace(plan.first_session_id or 0)
        case PlanStep.CHAT:
            return ShowChat(group.id)
        case PlanStep.DATES:
            return StartPlanning(group.id)
        case PlanStep.PLACE:
            return ShowPlace(group.id)
        case PlanStep.PRESENTERS:
            return DivideRota(group.id)


def _listed(speech: Speech, steps: Iterable[PlanStep]) -> str:
    return all_of([speech.plain(f"planned-step-{each}") for each in steps], speech.language)
