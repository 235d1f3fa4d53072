"""What falls open in a rota that was told is filled as well as can be, by two other exact methods."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.rota import Breach, Lineup, Meeting, Rota, RotaQuestion, faults, may_be_given, score, turns_in
from domain.rota_gaps import fill_gaps
from domain.rota_search import best_rota
from tests.domain.test_rota import ALL, EIGHT, least, meetings, questions

if TYPE_CHECKING:
    from collections.abc import Iterable

MARIJKE, JEROEN, FATIMA, KOEN, SANNE, HENK, LAURA, PETER = EIGHT


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(questions())
def test_no_rota_at_all_is_better_than_the_one_with_its_gaps_filled(question: RotaQuestion) -> None:
    found = fill_gaps(question)

    assert may_be_given(question, found)
    assert score(question, found) == least(question)


def left_by(question: RotaQuestion, rota: Rota, leaver: int) -> RotaQuestion:
    """The same rota without one of them: all that the others have is fixed."""
    meetings_left = tuple(
        replace(meeting, able=meeting.able - {leaver}, fixed=_without(lineup, leaver))
        for meeting, lineup in zip(question.meetings, rota, strict=True)
    )
    members = tuple(each for each in question.members if each != leaver)
    return RotaQuestion(members, meetings_left, question.past)


def _without(lineup: Lineup, leaver: int) -> Lineup:
    reserve = None if lineup.reserve == leaver else lineup.reserve
    return Lineup(tuple(each for each in lineup.presenters if each != leaver), reserve)


@st.composite
def departures(draw: st.DrawFn) -> RotaQuestion:
    """Six to eight with a whole cycle divided, of whom one stops."""
    members = tuple(range(1, draw(st.integers(6, 8)) + 1))
    some = st.frozensets(st.sampled_from(members), max_size=2)
    planned = tuple(
        Meeting(index, frozenset(members) - draw(some), host=draw(st.sampled_from([None, *members])))
        for index in range(5)
    )
    past = draw(st.fixed_dictionaries({each: st.integers(1, 2) for each in members}))
    question = RotaQuestion(members, planned, past)
    return left_by(question, best_rota(question).rota, draw(st.sampled_from(members)))


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(departures())
def test_after_a_departure_the_solver_finds_nothing_better(question: RotaQuestion) -> None:
    found = fill_gaps(question)

    assert score(question, found) == best_rota(question).score
    assert all(set(_kept(meeting)) <= set(_kept_in(lineup)) for meeting, lineup in _both(question, found))


def _kept(meeting: Meeting) -> Iterable[tuple[str, int | None]]:
    return _kept_in(meeting.fixed)


def _kept_in(lineup: Lineup) -> Iterable[tuple[str, int | None]]:
    presenting = [("presenter", each) for each in lineup.presenters]
    return presenting if lineup.reserve is None else [*presenting, ("reserve", lineup.reserve)]


def _both(question: RotaQuestion, rota: Rota) -> Iterable[tuple[Meeting, Lineup]]:
    return zip(question.meetings, rota, strict=True)


@pytest.mark.parametrize("leaver", EIGHT)
def test_whoever_leaves_nobody_presents_twice_in_a_row_and_nobody_is_left_out(leaver: int) -> None:
    question = RotaQuestion(EIGHT, meetings(5))
    remaining = left_by(question, best_rota(question).rota, leaver)

    found = fill_gaps(remaining)

    assert Breach.TWICE_IN_A_ROW not in {each.breach for each in faults(remaining, found)}
    assert sorted(turns_in(remaining, found).values()) == [1, 1, 1, 1, 2, 2, 2]
    assert not any(one.reserve == other.reserve for one, other in pairwise(found))


def test_a_place_that_nobody_can_take_stays_empty() -> None:
    question = RotaQuestion(EIGHT, (Meeting(0, frozenset({KOEN}), fixed=Lineup((HENK,))), Meeting(1, ALL)))

    found = fill_gaps(question)

    assert found[0] == Lineup((HENK, KOEN))
    assert len(found[1].people) == 3


def test_without_meetings_there_is_nothing_to_fill() -> None:
    assert fill_gaps(RotaQuestion(EIGHT, ())) == ()
