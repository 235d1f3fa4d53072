"""Who gives feedback to whom: everyone gives to one and receives from another, at each session someone new."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from random import Random

FEWEST: Final = 2
"""With fewer people there is nobody to give feedback to."""


class Pair(NamedTuple):
    giver: int
    receiver: int


def draw_pairs(present: Iterable[int], past: Iterable[Pair], random: Random) -> list[Pair]:
    """A pairing of those present; empty with fewer than two of them.

    Nobody gives to themselves; everybody gives to one and receives from one. Of all such pairings it is one with the
    fewest repetitions of `past` (none, as long as that can be), and of those one in which the fewest receive from the
    very person to whom they give. Chance decides among what is left.

    As long as the same people come, fresh pairings are never used up before everybody has given to everybody: what
    remains of all possible pairs is regular, and a regular bipartite graph has a perfect matching (Hall).
    """
    people = sorted(set(present))
    if len(people) < FEWEST:
        return []
    random.shuffle(people)
    search = _Search(people, Counter(past))
    return sorted(Pair(people[giver], people[receiver]) for giver, receiver in enumerate(search.best()))


class _Search:
    """Exact: a bound that is never too high for the repetitions, and a count of those that give to each other."""

    def __init__(self, people: Sequence[int], times: Counter[Pair]) -> None:
        self._size = len(people)
        self._times = [[times[Pair(giver, receiver)] for receiver in people] for giver in people]
        self._fewest = cache(self._fewest_from)
        self._found: tuple[int, ...] = ()
        self._mutual = self._size + 1

    def best(self) -> tuple[int, ...]:
        """For each giver, by position, the position of the receiver."""
        self._extend((), 0)
        return self._found

    def _extend(self, receivers: tuple[int, ...], mutual: int) -> None:
        if mutual >= self._mutual:
            return
        giver = len(receivers)
        if giver == self._size:
            self._found, self._mutual = receivers, mutual
            return
        taken = sum(1 << receiver for receiver in receivers)
        for receiver in self._without_needless_repetition(giver, taken):
            gives_back = receiver < giver and receivers[receiver] == giver
            self._extend((*receivers, receiver), mutual + int(gives_back))
            if self._mutual == 0:
                return

    def _without_needless_repetition(self, giver: int, taken: int) -> list[int]:
        fewest = self._fewest(giver, taken)
        return [
            receiver
            for receiver in self._open_to(giver, taken)
            if self._times[giver][receiver] + self._fewest(giver + 1, taken | 1 << receiver) == fewest
        ]

    def _fewest_from(self, giver: int, taken: int) -> float:
        """The fewest repetitions among this giver and those behind, when these receivers are taken."""
        if giver == self._size:
            return 0
        return min(
            (
                self._times[giver][receiver] + self._fewest(giver + 1, taken | 1 << receiver)
                for receiver in self._open_to(giver, taken)
            ),
            default=float("inf"),
        )

    def _open_to(self, giver: int, taken: int) -> list[int]:
        return [receiver for receiver in range(self._size) if receiver != giver and not taken & 1 << receiver]
