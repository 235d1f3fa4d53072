"""The running order of a session."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from domain.group import Group, GroupStatus
from domain.programme import CaseStep, Item, Step, case_steps, running_order
from domain.session import Form, Lunch, Session, SessionStatus

AT_ONE = datetime(2027, 3, 9, 12, 0, tzinfo=UTC)


def group(presenting_from: int = 2) -> Group:
    return Group(
        id=3,
        round_id=None,
        status=GroupStatus.PUBLISHED,
        facilitator_id=1,
        stand_in_id=None,
        quorum=5,
        presenting_from=presenting_from,
        created_by=None,
        created_at=AT_ONE,
        published_at=AT_ONE,
        ended_at=None,
    )


def session(number: int, *, minutes: int = 210, lunch: Lunch | None = None) -> Session:
    return Session(
        id=1,
        group_id=3,
        cycle=1,
        number=number,
        starts_at=AT_ONE,
        ends_at=AT_ONE + timedelta(minutes=minutes),
        status=SessionStatus.PLANNED,
        form=Form.PLACE,
        municipality_code=None,
        host_id=None,
        lunch=lunch,
        uid="u",
        sequence=0,
        created_at=AT_ONE,
        changed_at=AT_ONE,
    )


def steps(items: list[Item]) -> list[Step]:
    return [item.step for item in items]


@pytest.mark.parametrize("minutes", [180, 195, 210])
@pytest.mark.parametrize("number", [1, 2])
def test_the_parts_fill_the_session_and_follow_each_other(number: int, minutes: int) -> None:
    its = session(number, minutes=minutes)

    items = running_order(group(), its)

    assert items[0].starts_at == its.starts_at
    assert items[-1].starts_at + timedelta(minutes=items[-1].minutes) == its.ends_at
    assert all(one.starts_at + timedelta(minutes=one.minutes) == other.starts_at for one, other in pairwise(items))
    assert all(item.minutes >= 10 and item.minutes % 5 == 0 for item in items)


def test_the_first_session_explains_feedback_then_practises_it_and_plans_the_others() -> None:
    order = steps(running_order(group(), session(1)))

    assert order.index(Step.FEEDBACK) < order.index(Step.EXERCISE) < order.index(Step.PLANNING)
    assert Step.FIRST_CASE not in order


def test_later_sessions_treat_two_cases_and_practise_feedback_again() -> None:
    order = steps(running_order(group(), session(2)))

    assert order.index(Step.FIRST_CASE) < order.index(Step.BREAK) < order.index(Step.SECOND_CASE)
    assert Step.EXERCISE in order


def test_with_cases_from_the_first_session_on_that_one_has_them_too() -> None:
    assert Step.FIRST_CASE in steps(running_order(group(presenting_from=1), session(1)))


def test_lunch_comes_on_top_of_the_session_before_or_after() -> None:
    before = running_order(group(), session(2, lunch=Lunch.BEFORE))
    after = running_order(group(), session(2, lunch=Lunch.AFTER))

    assert before[0] == Item(Step.LUNCH, AT_ONE - timedelta(minutes=45), 45)
    assert after[-1] == Item(Step.LUNCH, AT_ONE + timedelta(minutes=210), 45)


def test_in_a_case_one_first_listens_and_asks_before_advising() -> None:
    parts = case_steps(65)

    assert [step for step, _ in parts] == [CaseStep.TELLS, CaseStep.ASKS, CaseStep.ADVISES, CaseStep.TAKES_ALONG]
    assert sum(minutes for _, minutes in parts) == 65
