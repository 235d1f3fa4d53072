"""The best five of 24 dates: the set, the vote that would help and what could be loosened (aim: a second)."""

from __future__ import annotations

import random
import time
from datetime import date, timedelta
from typing import Final

from domain.date_set import Bounds, DateVotes, work_out

RUNS: Final = 5
FIRST: Final = date(2027, 1, 12)
MEMBERS: Final = tuple(range(1, 9))
USUAL: Final = Bounds(number=5, quorum=5, least_weeks=5, most_weeks=9, after=FIRST)
# Every one of the 42,504 sets of five is possible.
LOOSE: Final = Bounds(number=5, quorum=1, least_weeks=0, most_weeks=52, after=FIRST)


def dates(chance: random.Random, comes: float) -> list[DateVotes]:
    """24 in a year; each member can come to each with this likelihood."""
    days = sorted(chance.sample(range(14, 364), 24))
    return [
        DateVotes(number, FIRST + timedelta(days=day), frozenset(m for m in MEMBERS if chance.random() < comes))
        for number, day in enumerate(days)
    ]


async def measure() -> list[str]:
    chance = random.Random(24)
    return [
        _timed("usual bounds, full diaries", [dates(chance, 0.75) for _ in range(RUNS)], USUAL),
        _timed("usual bounds, hardly anybody can", [dates(chance, 0.4) for _ in range(RUNS)], USUAL),
        _timed("no bounds to speak of, everybody can", [dates(chance, 1.0) for _ in range(RUNS)], LOOSE),
        _timed("no bounds to speak of, all but one can", [dates(chance, 0.95) for _ in range(RUNS)], LOOSE),
    ]


def _timed(what: str, questions: list[list[DateVotes]], bounds: Bounds) -> str:
    seconds = []
    for question in questions:
        began = time.perf_counter()
        work_out(question, MEMBERS, bounds)
        seconds.append(time.perf_counter() - began)
    return f"{what}: {max(seconds):.2f} s at the most (of {len(questions)})"
