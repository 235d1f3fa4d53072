"""Hosting in turn: the division is the best there is, as looking at every single one shows."""

from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.hosting import HostingPlan, HostingTask, TurnSession, divide_hosting, judge


def task(
    sessions: int = 2,
    people: int = 3,
    *,
    away: dict[int, set[int]] | None = None,
    presenting: dict[int, set[int]] | None = None,
    hosted: dict[int, int] | None = None,
    travelled: dict[int, int] | None = None,
    minutes: dict[tuple[int, int], int] | None = None,
) -> HostingTask:
    """People 1, 2, ... who live on a line, ten minutes apart."""
    members = tuple(range(1, people + 1))
    line = {(one, other): 10 * abs(one - other) for one in members for other in members}
    return HostingTask(
        sessions=tuple(
            TurnSession(number, frozenset((away or {}).get(number, ())), frozenset((presenting or {}).get(number, ())))
            for number in range(sessions)
        ),
        members=members,
        hosts=members,
        minutes=minutes or line,
        hosted=hosted or {},
        travelled=travelled or {},
    )


def by_looking_at_all(its: HostingTask) -> tuple[int, int, int, int, int]:
    """The best score, from every division that can be written down."""

    def score(order: tuple[int, ...]) -> tuple[int, int, int, int, int]:
        times = [its.hosted.get(host, 0) + order.count(host) for host in its.hosts]
        sums = {
            member: its.travelled.get(member, 0) + sum(its.minutes[member, host] for host in order)
            for member in its.members
        }
        total = sum(its.minutes[member, host] for member in its.members for host in order)
        pairs = list(zip(its.sessions, order, strict=True))
        return (
            sum(host in session.away for session, host in pairs),
            sum(number * number for number in times),
            sum(host in session.presenting for session, host in pairs),
            max(sums.values()),
            total,
        )

    return min(score(order) for order in itertools.product(its.hosts, repeat=len(its.sessions)))


def score_of(its: HostingTask, plan: HostingPlan) -> tuple[int, int, int, int, int]:
    times = [its.hosted.get(host, 0) + plan.hosts.count(host) for host in its.hosts]
    return plan.away, sum(number * number for number in times), plan.presenting, plan.largest, plan.total


@st.composite
def tasks(draw: st.DrawFn) -> HostingTask:
    people, sessions = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    some = st.sets(st.integers(1, people), max_size=people)
    counts = st.dictionaries(st.integers(1, people), st.integers(0, 2))
    return task(
        sessions,
        people,
        away={number: draw(some) for number in range(sessions)},
        presenting={number: draw(some) for number in range(sessions)},
        hosted=draw(counts),
        travelled={person: 10 * times for person, times in draw(counts).items()},
        minutes={
            (one, other): 0 if one == other else draw(st.integers(1, 90))
            for one in range(1, people + 1)
            for other in range(1, people + 1)
        },
    )


@settings(max_examples=60)
@given(tasks())
def test_no_division_is_better(its: HostingTask) -> None:
    plan = divide_hosting(its)

    assert plan is not None
    assert score_of(its, plan) == by_looking_at_all(its)
    assert judge(its, plan.hosts) == plan


def test_each_hosts_once_before_anyone_twice_over_all_cycles() -> None:
    plan = divide_hosting(task(sessions=4, people=6, hosted={1: 1, 2: 1, 3: 1, 4: 1}))

    assert plan is not None
    assert {5, 6} <= set(plan.hosts)
    assert len(set(plan.hosts)) == 4


def test_who_cannot_come_does_not_host_even_if_another_then_hosts_twice() -> None:
    plan = divide_hosting(task(sessions=2, people=2, away={0: {2}, 1: {2}}))

    assert plan is not None
    assert plan.hosts == (1, 1)
    assert plan.away == 0


def test_nobody_hosts_where_they_present_if_it_can_be_avoided() -> None:
    plan = divide_hosting(task(sessions=2, people=2, presenting={0: {1}, 1: {2}}))

    assert plan is not None
    assert plan.hosts == (2, 1)


def test_who_travelled_most_so_far_is_spared() -> None:
    far = divide_hosting(task(sessions=1, people=3, travelled={1: 100}))
    fresh = divide_hosting(task(sessions=1, people=3))

    assert far is not None
    assert fresh is not None
    assert far.hosts == (1,)
    assert fresh.hosts == (2,)


def test_with_nobody_to_host_or_nothing_to_host_there_is_no_division() -> None:
    assert divide_hosting(task(sessions=0)) is None
    assert divide_hosting(HostingTask((TurnSession(1),), (1,), (), {}, {}, {})) is None
