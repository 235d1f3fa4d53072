"""Who hosts which session when a group meets at its members' in turn: exact, by looking at every fair division."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


@dataclass(frozen=True, slots=True)
class TurnSession:
    """A session that needs a host."""

    id: int
    # Who cannot come, and so cannot host.
    away: frozenset[int] = frozenset()
    # Who presents a case there, and rather has somebody else arrange the room.
    presenting: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class HostingTask:
    """What is to be divided. People are ids; minutes are for one way.

    `minutes[member, host]`: the journey of each member to each who may host. `hosted`: how often each hosted this
    group before, in all cycles. `travelled`: how long each has travelled for it so far.
    """

    sessions: tuple[TurnSession, ...]
    members: tuple[int, ...]
    # Those who may be asked to host: members, apart from those who cannot.
    hosts: tuple[int, ...]
    minutes: Mapping[tuple[int, int], int]
    hosted: Mapping[int, int]
    travelled: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class HostingPlan:
    # The host of each session, in the order of the task's sessions.
    hosts: tuple[int, ...]
    # The largest sum of journeys of any member, with what was travelled before; and that of all, of these sessions.
    largest: int
    total: int
    # How many hosts cannot come or present at their own session: nothing better is possible.
    away: int
    presenting: int


Score = tuple[int, int, int, int, int]


def divide_hosting(task: HostingTask) -> HostingPlan | None:
    """The best division; None when nobody can host, or there is nothing to divide.

    In this order: nobody hosts who cannot come, as far as that can be; each hosts once before anyone twice, over all
    cycles; nobody hosts where they present; the one who travels most of all in sum travels as little as can be; all
    together travel as little as can be. What is equal then is settled by the order of `hosts`.
    """
    if not task.sessions or not task.hosts:
        return None
    best: tuple[Score, tuple[int, ...]] | None = None
    for chosen in itertools.combinations_with_replacement(task.hosts, len(task.sessions)):
        uneven, (largest, total) = _unevenness(task, chosen), _travel(task, chosen)
        if best is not None and (0, uneven, 0, largest, total) >= best[0]:
            continue
        for order in _orders(chosen):
            away, presenting = _clashes(task, order)
            score = (away, uneven, presenting, largest, total)
            if best is None or score < best[0]:
                best = score, order
    if best is None:
        return None
    (away, _, presenting, largest, total), order = best
    return HostingPlan(order, largest, total, away, presenting)


def judge(task: HostingTask, hosts: Sequence[int]) -> HostingPlan:
    """What this division by hand amounts to; as many hosts as there are sessions."""
    largest, total = _travel(task, hosts)
    away, presenting = _clashes(task, hosts)
    return HostingPlan(tuple(hosts), largest, total, away, presenting)


def _unevenness(task: HostingTask, chosen: Sequence[int]) -> int:
    """Least when nobody hosts again before everybody has: the sum of squares of how often each has."""
    return sum((task.hosted.get(host, 0) + chosen.count(host)) ** 2 for host in task.hosts)


def _travel(task: HostingTask, chosen: Sequence[int]) -> tuple[int, int]:
    sums = {member: sum(task.minutes[member, host] for host in chosen) for member in task.members}
    largest = max((task.travelled.get(member, 0) + minutes for member, minutes in sums.items()), default=0)
    return largest, sum(sums.values())


def _clashes(task: HostingTask, order: Sequence[int]) -> tuple[int, int]:
    pairs = list(zip(task.sessions, order, strict=True))
    return sum(host in session.away for session, host in pairs), sum(host in each.presenting for each, host in pairs)


def _orders(chosen: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Every different order, the first as it stands."""
    return iter(dict.fromkeys(itertools.permutations(chosen)))
