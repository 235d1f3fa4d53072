from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date, timedelta

import highspy
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.date_set import Bound, Bounds, DateVotes, best_set, best_sets, loosenings, work_out

FIRST = date(2027, 1, 12)
MEMBERS = tuple(range(1, 9))
EVERYBODY = frozenset(MEMBERS)
BOUNDS = Bounds(number=5, quorum=5, least_weeks=5, most_weeks=9, after=FIRST)


def weeks_on(number: int) -> date:
    return FIRST + timedelta(weeks=number)


def candidate(week: int, *absent: int) -> DateVotes:
    return DateVotes(week, weeks_on(week), EVERYBODY - set(absent))


def keeps(bounds: Bounds, days: list[date]) -> bool:
    row = [*([] if bounds.after is None else [bounds.after]), *days]
    gaps = [later - earlier for earlier, later in itertools.pairwise(row)]
    least = max(timedelta(weeks=bounds.least_weeks), timedelta(days=1))
    return all(least <= gap <= timedelta(weeks=bounds.most_weeks) for gap in gaps)


def by_brute_force(dates: list[DateVotes], members: tuple[int, ...], bounds: Bounds) -> list[tuple[int, ...]]:
    """Every set that keeps the bounds, the best first, straight from the words of the rule."""

    def better(chosen: tuple[DateVotes, ...]) -> tuple[object, ...]:
        coming = [[member in each.able for each in chosen].count(True) for member in members]
        row = [*([] if bounds.after is None else [bounds.after]), *(each.day for each in chosen)]
        gaps = [(later - earlier).days for earlier, later in itertools.pairwise(row)]
        mean = sum(gaps) / len(gaps) if gaps else 0
        uneven = sum((gap - mean) ** 2 for gap in gaps)
        places = [dates.index(each) for each in chosen]
        return (-sum(coming), -min(coming), round(uneven, 6), -sum(len(each.yes) for each in chosen), places)

    possible = [
        chosen
        for chosen in itertools.combinations(dates, bounds.number)
        if all(len(each.able) >= bounds.quorum for each in chosen) and keeps(bounds, [each.day for each in chosen])
    ]
    return [tuple(each.id for each in chosen) for chosen in sorted(possible, key=better)]


@st.composite
def questions(draw: st.DrawFn) -> tuple[list[DateVotes], tuple[int, ...], Bounds]:
    members = tuple(range(1, draw(st.integers(2, 6)) + 1))
    days = draw(st.lists(st.integers(1, 200), min_size=0, max_size=10))
    answers = st.sampled_from(["yes", "rather-not", "no"])
    dates = []
    for number, day in enumerate(sorted(days)):
        given_answers = {member: draw(answers) for member in members}
        dates.append(
            DateVotes(
                100 + number,
                FIRST + timedelta(days=day),
                frozenset(member for member, answer in given_answers.items() if answer == "yes"),
                frozenset(member for member, answer in given_answers.items() if answer == "rather-not"),
            )
        )
    least = draw(st.integers(0, 6))
    bounds = Bounds(
        number=draw(st.integers(1, 4)),
        quorum=draw(st.integers(1, len(members))),
        least_weeks=least,
        most_weeks=draw(st.integers(least, 20)),
        after=draw(st.sampled_from([None, FIRST])),
    )
    return dates, members, bounds


@settings(max_examples=100, deadline=None)
@given(questions())
def test_the_chosen_set_is_the_best_of_all_that_keep_the_bounds(
    question: tuple[list[DateVotes], tuple[int, ...], Bounds],
) -> None:
    dates, members, bounds = question

    best = best_set(dates, members, bounds)

    expected = by_brute_force(dates, members, bounds)
    assert (None if best is None else best.ids) == (expected[0] if expected else None)


@settings(max_examples=30, deadline=None)
@given(questions())
def test_the_most_attendances_are_those_that_an_integer_program_finds(
    question: tuple[list[DateVotes], tuple[int, ...], Bounds],
) -> None:
    """HiGHS knows nothing of our search: the highest sum over paths from date to date."""
    dates, members, bounds = question

    best = best_set(dates, members, bounds)

    assert (None if best is None else best.attendances) == most_by_highs(dates, bounds)


@settings(max_examples=50, deadline=None)
@given(questions())
def test_proposals_differ_in_two_dates_as_long_as_there_are_such_sets(
    question: tuple[list[DateVotes], tuple[int, ...], Bounds],
) -> None:
    dates, members, bounds = question

    sets = best_sets(dates, members, bounds)

    everything = by_brute_force(dates, members, bounds)
    assert len({each.ids for each in sets}) == len(sets) == min(3, len(everything))
    if len(sets) > 1 and len(set(sets[0].ids) - set(sets[1].ids)) < 2:
        assert not [ids for ids in everything if len(set(sets[0].ids) - set(ids)) >= 2]


@settings(max_examples=50, deadline=None)
@given(questions())
def test_whoever_is_asked_for_one_vote_more_makes_the_set_better_with_it(
    question: tuple[list[DateVotes], tuple[int, ...], Bounds],
) -> None:
    dates, members, bounds = question

    outcome = work_out(dates, members, bounds)

    if outcome.plea is None:
        return
    plea = outcome.plea
    asked = next(each for each in dates if each.id == plea.option_id)
    assert plea.person_id not in asked.able
    granted = [
        each._replace(rather_not=each.rather_not | {plea.person_id}) if each is asked else each for each in dates
    ]
    with_it = best_set(granted, members, bounds)
    assert with_it is not None
    assert plea.option_id in plea.gives.ids
    assert with_it.rank >= plea.gives.rank
    assert not outcome.sets or plea.gives.rank > outcome.sets[0].rank


@settings(max_examples=50, deadline=None)
@given(questions())
def test_each_bound_is_named_with_the_least_that_it_has_to_give(
    question: tuple[list[DateVotes], tuple[int, ...], Bounds],
) -> None:
    dates, members, bounds = question

    for loosening in work_out(dates, members, bounds).loosenings:
        now = value_of(bounds, loosening.bound)
        for tried in range(now, loosening.value, 1 if loosening.value > now else -1):
            assert not by_brute_force(dates, members, with_value(bounds, loosening.bound, tried))
        looser = with_value(bounds, loosening.bound, loosening.value)
        assert loosening.gives.ids == by_brute_force(dates, members, looser)[0]


def value_of(bounds: Bounds, bound: Bound) -> int:
    values = {
        Bound.MOST_WEEKS: bounds.most_weeks,
        Bound.LEAST_WEEKS: bounds.least_weeks,
        Bound.QUORUM: bounds.quorum,
        Bound.NUMBER: bounds.number,
    }
    return values[bound]


def with_value(bounds: Bounds, bound: Bound, value: int) -> Bounds:
    match bound:
        case Bound.MOST_WEEKS:
            return replace(bounds, most_weeks=value)
        case Bound.LEAST_WEEKS:
            return replace(bounds, least_weeks=value)
        case Bound.QUORUM:
            return replace(bounds, quorum=value)
        case Bound.NUMBER:
            return replace(bounds, number=value)


def most_by_highs(dates: list[DateVotes], bounds: Bounds) -> int | None:
    """Binary x[date], and of each two dates that are chosen next to each other the gap is allowed."""
    highs = highspy.Highs()  # type: ignore[no-untyped-call]  # highspy publishes no types for it
    highs.silent()
    least, most = max(timedelta(weeks=bounds.least_weeks), timedelta(days=1)), timedelta(weeks=bounds.most_weeks)
    full = [each for each in dates if len(each.able) >= bounds.quorum]
    pairs = [
        (i, j) for i, each in enumerate(full) for j, later in enumerate(full) if least <= later.day - each.day <= most
    ]
    first = [i for i, each in enumerate(full) if bounds.after is None or least <= each.day - bounds.after <= most]
    if not first:
        return None
    # A path of so many dates: position by position exactly one date, joined by allowed pairs.
    at = [[highs.addBinary() for _ in full] for _ in range(bounds.number)]
    for place, row in enumerate(at):
        highs.addConstr(sum(row) == 1)
        for j, chosen in enumerate(row):
            before = [at[place - 1][i] for i, k in pairs if k == j] if place else []
            if place:
                highs.addConstr(chosen - sum(before, start=0.0) <= 0 if before else chosen <= 0)
            elif j not in first:
                highs.addConstr(chosen <= 0)
    highs.maximize(sum(len(full[j].able) * chosen for row in at for j, chosen in enumerate(row)))
    if highs.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    return round(highs.getObjectiveValue())


def test_most_attendances_come_before_anything_but_the_quorum() -> None:
    dates = [candidate(week, *absent) for week, absent in [(5, (1,)), (6, ()), (12, ()), (18, ()), (24, ()), (30, ())]]

    best = best_set(dates, MEMBERS, BOUNDS)

    assert best is not None
    assert best.ids == (6, 12, 18, 24, 30)
    assert best.attendances == 40


def test_with_as_many_attendances_nobody_misses_more_than_can_be_helped() -> None:
    """Two absences fall on one person, or on two: the latter is fairer, though its gaps are less even."""
    dates = [candidate(7, 1), candidate(14, 1), candidate(15, 2), candidate(21), candidate(28), candidate(35)]

    best = best_set(dates, MEMBERS, BOUNDS)

    assert best is not None
    assert best.ids == (7, 15, 21, 28, 35)
    assert best.rank.least_for_one == 4


def test_with_all_else_the_same_the_most_even_gaps_are_chosen() -> None:
    dates = [candidate(week) for week in (5, 7, 9, 14, 18, 21, 23, 28, 35, 40)]

    best = best_set(dates, MEMBERS, BOUNDS)

    assert best is not None
    assert best.ids == (7, 14, 21, 28, 35)


def test_a_date_without_a_quorum_is_in_no_set() -> None:
    dates = [candidate(7), candidate(14, 1, 2, 3, 4), candidate(21), candidate(28), candidate(35)]

    outcome = work_out(dates, MEMBERS, BOUNDS)

    assert outcome.sets == ()
    assert outcome.plea is not None
    assert outcome.plea.option_id == 14
    assert outcome.plea.needed


def test_no_set_names_each_bound_that_can_be_loosened_and_what_that_gives() -> None:
    """Twelve weeks between the second and the third: only a wider bound, or fewer dates, helps."""
    dates = [candidate(week) for week in (6, 18, 24, 30, 36)]

    found = loosenings(dates, MEMBERS, BOUNDS)

    assert [(each.bound, each.value) for each in found] == [(Bound.MOST_WEEKS, 12), (Bound.NUMBER, 1)]
    assert found[0].gives.ids == (6, 18, 24, 30, 36)


def test_one_vote_with_which_everybody_can_come_is_asked_of_just_that_person() -> None:
    dates = [candidate(7), candidate(14, 3), candidate(21, 1, 2), candidate(28), candidate(35)]

    plea = work_out(dates, MEMBERS, BOUNDS).plea

    assert plea is not None
    assert (plea.person_id, plea.option_id, plea.needed) == (3, 14, False)


def test_nobody_is_asked_when_everybody_can_come_to_everything() -> None:
    dates = [candidate(week) for week in (7, 14, 21, 28, 35)]

    assert work_out(dates, MEMBERS, BOUNDS).plea is None
