"""What comes next for a group: from its first date to a year in which everything is planned."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping


class PlanStep(StrEnum):
    """In the order in which they follow."""

    FIRST_DATE = "first-date"
    # Where the first session is.
    FIRST_PLACE = "first-place"
    # A group chat, or the choice to do without.
    CHAT = "chat"
    # Of the other sessions of the cycle.
    DATES = "dates"
    # Of the year: one town hall, or everybody's in turn, and who hosts.
    PLACE = "place"
    PRESENTERS = "presenters"


class Progress(StrEnum):
    # The leader has to begin it, or to decide something about it.
    OPEN = "open"
    # Others have been asked.
    RUNNING = "running"
    DONE = "done"


AFTER: Final[Mapping[PlanStep, tuple[PlanStep, ...]]] = {
    PlanStep.FIRST_PLACE: (PlanStep.FIRST_DATE,),
    # The first session is where the chat comes of use; before its date is known there is little to say there.
    PlanStep.CHAT: (PlanStep.FIRST_DATE,),
    PlanStep.DATES: (PlanStep.FIRST_DATE,),
    PlanStep.PLACE: (PlanStep.DATES,),
    # A host is spared, so hosts come first.
    PlanStep.PRESENTERS: (PlanStep.DATES, PlanStep.PLACE),
}
"""What has to be done before a step makes sense."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How far a group is."""

    progress: Mapping[PlanStep, Progress]
    # The first session, as long as it is to come.
    first_session_id: int | None = None

    @property
    def next_step(self) -> PlanStep | None:
        """What the leader can do now; None when others are to move, or when everything is planned."""
        return next(iter(self.open_steps), None)

    @property
    def open_steps(self) -> tuple[PlanStep, ...]:
        """All that could be begun now: nothing that comes before them is still to be done."""
        return tuple(step for step in PlanStep if self._can_be_taken(step))

    @property
    def running(self) -> tuple[PlanStep, ...]:
        return tuple(step for step in PlanStep if self.progress[step] is Progress.RUNNING)

    @property
    def done(self) -> tuple[PlanStep, ...]:
        return tuple(step for step in PlanStep if self.progress[step] is Progress.DONE)

    @property
    def complete(self) -> bool:
        return len(self.done) == len(PlanStep)

    def _can_be_taken(self, step: PlanStep) -> bool:
        before = all(self.progress[each] is Progress.DONE for each in AFTER.get(step, ()))
        return before and self.progress[step] is Progress.OPEN
