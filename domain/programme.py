"""The running order of a session of 3 to 3.5 hours, with a light lunch before or after.

What comes from the association's flyers: the length; the lunch; that the first session dwells on feedback, which is
then practised, and plans the others; two cases, in which one first listens and asks before offering alternatives or
own experiences; that feedback is applied throughout. How long each part takes is ours.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from domain.session import Lunch

if TYPE_CHECKING:
    from domain.group import Group
    from domain.session import Session

LUNCH: Final = timedelta(minutes=45)


class Step(StrEnum):
    LUNCH = "lunch"
    # The first time: who is who.
    MEETING = "meeting"
    AGREEMENTS = "agreements"
    FEEDBACK = "feedback"
    EXERCISE = "exercise"
    GOALS = "goals"
    PLANNING = "planning"
    # Later: how was it since the last time?
    OPENING = "opening"
    FIRST_CASE = "first-case"
    SECOND_CASE = "second-case"
    BREAK = "break"
    CLOSING = "closing"

    @property
    def is_case(self) -> bool:
        return self in {Step.FIRST_CASE, Step.SECOND_CASE}


class CaseStep(StrEnum):
    """Within a case: first listening and asking, then alternatives and own experiences (flyer)."""

    TELLS = "tells"
    ASKS = "asks"
    ADVISES = "advises"
    TAKES_ALONG = "takes-along"


class Item(NamedTuple):
    step: Step
    # In UTC.
    starts_at: datetime
    minutes: int


# Minutes in a session of 3.5 hours; a shorter or longer one has the same parts in proportion.
FIRST: Final = (
    (Step.MEETING, 40),
    (Step.AGREEMENTS, 20),
    (Step.FEEDBACK, 30),
    (Step.BREAK, 15),
    (Step.EXERCISE, 45),
    (Step.GOALS, 25),
    (Step.PLANNING, 20),
    (Step.CLOSING, 15),
)
LATER: Final = (
    (Step.OPENING, 15),
    (Step.FIRST_CASE, 65),
    (Step.BREAK, 15),
    (Step.SECOND_CASE, 65),
    (Step.EXERCISE, 30),
    (Step.CLOSING, 20),
)
CASE: Final = (
    (CaseStep.TELLS, 10),
    (CaseStep.ASKS, 20),
    (CaseStep.ADVISES, 25),
    (CaseStep.TAKES_ALONG, 10),
)


def is_introduction(group: Group, session: Session) -> bool:
    """The very first session is about meeting and feedback, unless cases are presented in it already (a setting)."""
    return session.cycle == 1 and session.number == 1 and group.presenting_from > 1


def running_order(group: Group, session: Session) -> list[Item]:
    """What happens when; the parts fill the session exactly, and begin at multiples of five minutes after its start."""
    parts = FIRST if is_introduction(group, session) else LATER
    length = round((session.ends_at - session.starts_at) / timedelta(minutes=1))
    items, at = [], session.starts_at
    for (step, _), minutes in zip(parts, _fitted([minutes for _, minutes in parts], length), strict=True):
        items.append(Item(step, at, minutes))
        at += timedelta(minutes=minutes)
    lunch_minutes = round(LUNCH / timedelta(minutes=1))
    if session.lunch is Lunch.BEFORE:
        return [Item(Step.LUNCH, session.starts_at - LUNCH, lunch_minutes), *items]
    return [*items, Item(Step.LUNCH, session.ends_at, lunch_minutes)] if session.lunch is Lunch.AFTER else items


def case_steps(minutes: int) -> list[tuple[CaseStep, int]]:
    """How a case of so many minutes is divided."""
    fitted = _fitted([part for _, part in CASE], minutes)
    return [(step, part) for (step, _), part in zip(CASE, fitted, strict=True)]


def _fitted(parts: list[int], length: int) -> list[int]:
    """In proportion to `parts`, each a multiple of five, together this length; what is left goes to the last."""
    total, reached, fitted, scaled = sum(parts), 0, [], 0
    for part in parts[:-1]:
        reached += part
        until = round(reached * length / total / 5) * 5
        fitted.append(until - scaled)
        scaled = until
    return [*fitted, length - scaled]
