"""The exercise in feedback: everyone gives to one and receives from another, and each session someone new."""

from __future__ import annotations

from collections import Counter
from itertools import permutations
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.pairing import Pair, draw_pairs

PEOPLE = st.sets(st.integers(1, 50), min_size=2, max_size=8)
SEEDS = st.integers(0, 1000).map(Random)


def repetitions(pairs: list[Pair], past: list[Pair]) -> int:
    times = Counter(past)
    return sum(times[pair] for pair in pairs)


def mutual(pairs: list[Pair]) -> int:
    return sum(Pair(pair.receiver, pair.giver) in pairs for pair in pairs) // 2


def every_pairing(people: list[int]) -> list[list[Pair]]:
    orders = (list(zip(people, order, strict=True)) for order in permutations(people))
    return [[Pair(*pair) for pair in order] for order in orders if all(giver != receiver for giver, receiver in order)]


@given(PEOPLE, SEEDS)
@settings(max_examples=60)
def test_everyone_gives_to_one_and_receives_from_another(people: set[int], random: Random) -> None:
    pairs = draw_pairs(people, [], random)

    assert sorted(pair.giver for pair in pairs) == sorted(people)
    assert sorted(pair.receiver for pair in pairs) == sorted(people)
    assert all(pair.giver != pair.receiver for pair in pairs)
    assert mutual(pairs) == 0 or len(people) == 2


@given(st.sets(st.integers(1, 9), min_size=2, max_size=6), st.data(), SEEDS)
@settings(max_examples=60, deadline=None)
def test_no_other_pairing_repeats_less_or_has_fewer_who_give_to_each_other(
    people: set[int], data: st.DataObject, random: Random
) -> None:
    pair = st.tuples(st.sampled_from(sorted(people)), st.sampled_from(sorted(people)))
    past = [Pair(*each) for each in data.draw(st.lists(pair, max_size=30))]

    pairs = draw_pairs(people, past, random)

    best = min((repetitions(each, past), mutual(each)) for each in every_pairing(sorted(people)))
    assert (repetitions(pairs, past), mutual(pairs)) == best


@given(PEOPLE, SEEDS)
@settings(max_examples=30, deadline=None)
def test_nobody_meets_the_same_person_again_before_having_given_to_everybody(people: set[int], random: Random) -> None:
    past: list[Pair] = []

    for _ in range(len(people) - 1):
        past += draw_pairs(people, past, random)

    assert len(set(past)) == len(past) == len(people) * (len(people) - 1)


def test_with_fewer_than_two_there_is_no_exercise() -> None:
    assert draw_pairs([7], [], Random(1)) == []
    assert draw_pairs([], [], Random(1)) == []


def test_chance_decides_among_pairings_that_are_as_good() -> None:
    drawn = {tuple(draw_pairs(range(8), [], Random(seed))) for seed in range(20)}

    assert len(drawn) > 10
