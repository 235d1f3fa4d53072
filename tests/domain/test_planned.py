"""What comes next for a group: each step after what it needs, and never one that waits for others."""

from __future__ import annotations

import pytest

from domain.planned import Plan, PlanStep, Progress

OPEN, RUNNING, DONE = Progress.OPEN, Progress.RUNNING, Progress.DONE


def plan(*progress: Progress) -> Plan:
    return Plan(dict(zip(PlanStep, progress, strict=True)))


@pytest.mark.parametrize(
    ("progress", "comes"),
    [
        ((OPEN, OPEN, OPEN, OPEN, OPEN, OPEN), PlanStep.FIRST_DATE),
        ((RUNNING, OPEN, OPEN, OPEN, OPEN, OPEN), None),
        ((DONE, OPEN, OPEN, OPEN, OPEN, OPEN), PlanStep.FIRST_PLACE),
        ((DONE, RUNNING, OPEN, OPEN, OPEN, OPEN), PlanStep.CHAT),
        ((DONE, DONE, DONE, OPEN, OPEN, OPEN), PlanStep.DATES),
        ((DONE, DONE, DONE, RUNNING, OPEN, OPEN), None),
        ((DONE, DONE, DONE, DONE, OPEN, OPEN), PlanStep.PLACE),
        ((DONE, DONE, DONE, DONE, RUNNING, OPEN), None),
        ((DONE, DONE, DONE, DONE, DONE, OPEN), PlanStep.PRESENTERS),
        ((DONE, DONE, DONE, DONE, DONE, DONE), None),
    ],
)
def test_the_next_step_is_the_first_that_can_be_begun(progress: tuple[Progress, ...], comes: PlanStep | None) -> None:
    assert plan(*progress).next_step is comes


def test_presenters_do_not_wait_for_a_chat() -> None:
    its = plan(DONE, DONE, OPEN, DONE, DONE, OPEN)

    assert its.open_steps == (PlanStep.CHAT, PlanStep.PRESENTERS)


def test_everything_done_is_complete() -> None:
    assert plan(*(DONE for _ in PlanStep)).complete
    assert not plan(*(DONE for _ in range(5)), OPEN).complete
