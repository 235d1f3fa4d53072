"""The rota of a cycle: fair over all cycles, nobody twice in a row, the reserve next, never somebody who said no."""

from __future__ import annotations

from itertools import combinations, pairwise, product
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.rota import (
    NOBODY,
    Breach,
    Fault,
    Lineup,
    Meeting,
    Rota,
    RotaQuestion,
    Score,
    broken_by,
    choose_reserve,
    faults,
    may_be_given,
    score,
    turns_in,
)
from domain.rota_search import best_rota
from domain.turn import PRESENTERS

if TYPE_CHECKING:
    from collections.abc import Iterator

EIGHT = tuple(range(1, 9))
MARIJKE, JEROEN, FATIMA, KOEN, SANNE, HENK, LAURA, PETER = EIGHT
ALL = frozenset(EIGHT)


def meetings(number: int, **changes: Meeting) -> tuple[Meeting, ...]:
    return tuple(changes.get(f"m{index}", Meeting(index, ALL)) for index in range(number))


def lineups(question: RotaQuestion, meeting: Meeting) -> Iterator[Lineup]:
    """Every lineup that keeps to what no rota may break: an independent reading of that rule."""
    if meeting.closed:
        yield meeting.fixed
        return
    able = [each for each in question.members if each in meeting.able or each in meeting.fixed.people]
    for size in range(PRESENTERS + 1):
        for presenters in combinations(able, size):
            if not set(meeting.fixed.presenters) <= set(presenters):
                continue
            if meeting.fixed.reserve is not None:
                reserves: list[int | None] = [meeting.fixed.reserve]
            else:
                reserves = [None, *(each for each in able if each in meeting.able)]
            for reserve in reserves:
                free = (set(presenters) - set(meeting.fixed.presenters)) <= meeting.able
                if reserve not in presenters and free:
                    yield Lineup(presenters, reserve)


def least(question: RotaQuestion) -> Score:
    """By looking at every rota that there is."""
    every = product(*(list(lineups(question, meeting)) for meeting in question.meetings))
    return min(score(question, rota) for rota in every)


@st.composite
def questions(draw: st.DrawFn) -> RotaQuestion:
    """Small enough to look at every rota: some say no, some have presented more often, some are set by hand."""
    members = tuple(range(1, draw(st.integers(3, 5)) + 1))
    some = st.frozensets(st.sampled_from(members))
    most = 2 if len(members) == 5 else 3
    planned: list[Meeting] = []
    for index in range(draw(st.integers(1, most))):
        able = draw(some)
        closed = draw(st.booleans()) and index == 0
        fixed = NOBODY
        if draw(st.booleans()):
            chosen = draw(st.lists(st.sampled_from(members), max_size=3, unique=True))
            fixed = Lineup(tuple(chosen[:2]), chosen[2] if len(chosen) == 3 else None)
        planned.append(
            Meeting(
                index,
                able=able,
                unsure=able & draw(some),
                host=draw(st.sampled_from([None, *members])),
                volunteers=draw(some) if draw(st.booleans()) else frozenset(),
                fixed=fixed,
                closed=closed,
            )
        )
    past = draw(st.dictionaries(st.sampled_from(members), st.integers(0, 4)))
    before = draw(st.sampled_from([NOBODY, Lineup((1, 2), 3), Lineup((3,), 1)]))
    return RotaQuestion(members, tuple(planned), past, before)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(questions())
def test_no_rota_at_all_is_better_than_the_one_that_is_chosen(question: RotaQuestion) -> None:
    found = best_rota(question)

    assert may_be_given(question, found.rota)
    assert found.score == score(question, found.rota)
    assert found.score == least(question)


@st.composite
def cycles(draw: st.DrawFn) -> RotaQuestion:
    """As large as they come: six to eight members, five sessions."""
    members = tuple(range(1, draw(st.integers(6, 8)) + 1))
    some = st.frozensets(st.sampled_from(members), max_size=3)
    planned = tuple(Meeting(index, frozenset(members) - draw(some)) for index in range(5))
    past = draw(st.fixed_dictionaries({each: st.integers(1, 2) for each in members}))
    return RotaQuestion(members, planned, past)


def can_be_within_one(question: RotaQuestion) -> bool:
    """By going through every way to pair people up, one session at a time, remembering the counts alone."""
    reached = {tuple(question.past.get(each, 0) for each in question.members)}
    for meeting in question.meetings:
        places = [index for index, each in enumerate(question.members) if each in meeting.able]
        reached = {
            tuple(number + (index in pair) for index, number in enumerate(counts))
            for counts in reached
            for pair in combinations(places, PRESENTERS)
        }
    return any(max(counts) - min(counts) <= 1 for counts in reached)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(cycles())
def test_turns_are_within_one_of_each_other_wherever_that_is_possible(question: RotaQuestion) -> None:
    found = best_rota(question)

    turns = turns_in(question, found.rota).values()
    assert all(len(lineup.presenters) == PRESENTERS and lineup.reserve is not None for lineup in found.rota)
    assert all(
        set(lineup.people) <= meeting.able for meeting, lineup in zip(question.meetings, found.rota, strict=True)
    )
    assert (max(turns) - min(turns) <= 1) == can_be_within_one(question)


def test_five_sessions_of_eight_are_divided_without_breaking_anything() -> None:
    question = RotaQuestion(EIGHT, meetings(5))

    found = best_rota(question)

    turns = turns_in(question, found.rota)
    assert sorted(turns.values()) == [1, 1, 1, 1, 1, 1, 2, 2]
    assert faults(question, found.rota) == set()
    # Who presented the time before does not stand by, and who stands by at the end presents next with few turns.
    assert not any(other.reserve in one.presenters for one, other in pairwise(found.rota))
    assert turns[found.rota[-1].reserve or 0] == 1


def test_who_presented_more_often_in_earlier_cycles_presents_less() -> None:
    past = dict.fromkeys(EIGHT, 1) | {MARIJKE: 3}
    question = RotaQuestion(EIGHT, meetings(4), past)

    found = best_rota(question)

    assert turns_in(question, found.rota)[MARIJKE] == 3
    assert found.score.unevenness == 3**2 + 3**2 + 6 * 2**2


def test_the_reserve_of_the_last_session_presents_at_the_first_of_these() -> None:
    question = RotaQuestion(EIGHT, meetings(2), before=Lineup((MARIJKE, JEROEN), FATIMA))

    found = best_rota(question)

    assert FATIMA in found.rota[0].presenters
    assert not {MARIJKE, JEROEN} & set(found.rota[0].presenters)


def test_a_host_is_spared_when_another_can_present() -> None:
    question = RotaQuestion(EIGHT, tuple(Meeting(index, ALL, host=EIGHT[index]) for index in range(4)))

    found = best_rota(question)

    assert found.score.hosts_presenting == 0


def test_a_volunteer_presents_then_where_that_is_as_fair() -> None:
    question = RotaQuestion(EIGHT, meetings(4, m2=Meeting(2, ALL, volunteers=frozenset({PETER}))))

    found = best_rota(question)

    assert PETER in found.rota[2].presenters


def test_what_was_set_by_hand_and_what_was_told_stay_as_they_are() -> None:
    told = Meeting(0, ALL, fixed=Lineup((MARIJKE, JEROEN), FATIMA), closed=True)
    by_hand = Meeting(1, ALL - {KOEN}, fixed=Lineup((KOEN,)))
    question = RotaQuestion(EIGHT, meetings(3, m0=told, m1=by_hand))

    found = best_rota(question)

    assert found.rota[0] == told.fixed
    assert found.rota[1].presenters[0] == KOEN


@pytest.mark.parametrize(
    ("able", "presenters", "reserves"),
    [(frozenset(), 0, 0), (frozenset({KOEN}), 1, 0), (frozenset({KOEN, HENK}), 2, 0), (frozenset({1, 2, 3}), 2, 1)],
)
def test_with_too_few_who_can_come_places_stay_empty_the_reserve_first(
    able: frozenset[int], presenters: int, reserves: int
) -> None:
    found = best_rota(RotaQuestion(EIGHT, (Meeting(0, able),)))

    assert len(found.rota[0].presenters) == presenters
    assert (found.rota[0].reserve is not None) == bool(reserves)


def test_nothing_to_divide_is_divided_at_once() -> None:
    assert best_rota(RotaQuestion(EIGHT, ())).rota == ()


QUESTION = RotaQuestion(EIGHT, meetings(3, m1=Meeting(1, ALL - {HENK}, host=SANNE)))
FINE: Rota = (Lineup((MARIJKE, JEROEN), FATIMA), Lineup((FATIMA, KOEN), LAURA), Lineup((LAURA, PETER), HENK))


@pytest.mark.parametrize(
    ("changed", "broken"),
    [
        (Lineup((FATIMA, HENK), LAURA), [Fault(1, Breach.CANNOT_COME, HENK)]),
        (
            Lineup((FATIMA, MARIJKE), LAURA),
            [Fault(1, Breach.TWICE_IN_A_ROW, MARIJKE), Fault(0, Breach.UNEVEN, MARIJKE)],
        ),
        (Lineup((KOEN, SANNE), LAURA), [Fault(1, Breach.NOT_NEXT, FATIMA), Fault(1, Breach.HOSTS, SANNE)]),
        # Peter presents the next time anyhow.
        (Lineup((KOEN, FATIMA), PETER), []),
    ],
)
def test_a_change_by_hand_says_what_it_breaks(changed: Lineup, broken: list[Fault]) -> None:
    rota = (FINE[0], changed, FINE[2])

    found = broken_by(QUESTION, FINE, rota)

    assert found == broken


def test_the_new_reserve_is_who_has_the_fewest_turns_of_those_who_come() -> None:
    question = RotaQuestion(EIGHT, meetings(3, m1=Meeting(1, ALL - {HENK}, host=SANNE)), {LAURA: 2, PETER: 1})

    chosen = choose_reserve(question, (FINE[0], Lineup((FATIMA, KOEN)), FINE[2]), 1)

    # Marijke and Jeroen have one turn, Laura and Peter more; Henk cannot come, and Sanne has none: host or not.
    assert chosen == SANNE


def test_nobody_is_reserve_when_nobody_else_comes() -> None:
    question = RotaQuestion(EIGHT, (Meeting(0, frozenset({MARIJKE, JEROEN})),))

    assert choose_reserve(question, (Lineup((MARIJKE, JEROEN)),), 0) is None
