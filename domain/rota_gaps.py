"""What fell open in a rota that was told, filled exactly: meeting by meeting, keeping the best way to each stage.

It is the answer of `domain.rota_search` by another road. With few places open it takes milliseconds, so that it can be
worked out within the transaction in which they fall open.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from domain.rota import Lineup
from domain.turn import PRESENTERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from domain.rota import Meeting, Rota, RotaQuestion


class _Cost(NamedTuple):
    """As `domain.rota.Score`, but for the unevenness: that shows at the end, in the turns of a stage."""

    unfilled: int = 0
    without_reserve: int = 0
    in_a_row: int = 0
    not_next: int = 0
    not_granted: int = 0
    hosts_presenting: int = 0
    hosts_in_reserve: int = 0
    reserves_in_a_row: int = 0
    # What it adds to the unevenness.
    uneven_next: int = 0
    unsure: int = 0

    def plus(self, other: _Cost) -> _Cost:
        return _Cost(*(one + more for one, more in zip(self, other, strict=True)))


class _Stage(NamedTuple):
    """All that matters for what comes after: everybody's turns so far, and who presents at the last two meetings."""

    turns: tuple[int, ...]
    before: tuple[int, ...]
    presenters: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Way:
    """The best way to come to a stage; its last lineup has no reserve yet, who is to present the next time."""

    cost: _Cost
    rota: Rota


def fill_gaps(question: RotaQuestion) -> Rota:
    """The best rota by `domain.rota.Score`: what is fixed stays, and every place that can be taken is."""
    if not question.meetings:
        return ()
    past = tuple(question.past.get(each, 0) for each in question.members)
    ways = {_Stage(past, (), question.before.presenters): _Way(_Cost(), ())}
    for index in range(len(question.meetings)):
        ways = _next_stages(question, index, ways)
    ended = ((stage, _with_reserve(question, stage, way, None)) for stage, way in ways.items())
    return min(ended, key=lambda each: _rank(*each))[1].rota


def _rank(stage: _Stage, way: _Way) -> tuple[int, ...]:
    """In the order of the score."""
    unfilled, without_reserve, *rest = way.cost
    return (unfilled, without_reserve, sum(number**2 for number in stage.turns), *rest)


def _next_stages(question: RotaQuestion, index: int, ways: dict[_Stage, _Way]) -> dict[_Stage, _Way]:
    meeting = question.meetings[index]
    choices = list(_presenters(question, meeting))
    found: dict[_Stage, _Way] = {}
    for stage, way in ways.items():
        for presenters in choices:
            before = _with_reserve(question, stage, way, presenters)
            cost = before.cost.plus(_cost_of(meeting, presenters, stage.presenters))
            turns = tuple(
                number + (each in presenters) for number, each in zip(stage.turns, question.members, strict=True)
            )
            new = _Stage(turns, stage.presenters, presenters)
            if new not in found or cost < found[new].cost:
                found[new] = _Way(cost, (*before.rota, Lineup(presenters)))
    return found


def _presenters(question: RotaQuestion, meeting: Meeting) -> Iterator[tuple[int, ...]]:
    """Whoever can take what is open; a place stays empty only when nobody can."""
    fixed = meeting.fixed.presenters
    if meeting.closed:
        yield fixed
        return
    able = [each for each in question.members if each in meeting.able and each not in meeting.fixed.people]
    for chosen in combinations(able, min(PRESENTERS - len(fixed), len(able))):
        yield (*fixed, *chosen)


def _cost_of(meeting: Meeting, presenters: tuple[int, ...], before: tuple[int, ...]) -> _Cost:
    return _Cost(
        unfilled=PRESENTERS - len(presenters),
        in_a_row=len(set(presenters) & set(before)),
        not_granted=len(meeting.volunteers - set(presenters)),
        hosts_presenting=int(meeting.host in presenters),
        unsure=len(meeting.unsure & set(presenters)),
    )


def _with_reserve(question: RotaQuestion, stage: _Stage, way: _Way, following: tuple[int, ...] | None) -> _Way:
    """Who stands by at the last meeting depends on who presents at the one after it; None: there is none."""
    if not way.rota:
        reserve = question.before.reserve
        missed = reserve is not None and following is not None and reserve not in following
        return _Way(way.cost.plus(_Cost(not_next=int(missed))), ())
    meeting = question.meetings[len(way.rota) - 1]
    turns = dict(zip(question.members, stage.turns, strict=True))
    costs = {
        each: _cost_of_reserve(meeting, each, stage, following, turns.get(each or 0, 0))
        for each in _reserves(question, meeting, stage.presenters)
    }
    best = min(costs, key=lambda each: costs[each])
    return _Way(way.cost.plus(costs[best]), (*way.rota[:-1], Lineup(stage.presenters, best)))


def _reserves(question: RotaQuestion, meeting: Meeting, presenters: tuple[int, ...]) -> list[int | None]:
    if meeting.closed or meeting.fixed.reserve is not None:
        return [meeting.fixed.reserve]
    return [None, *(each for each in question.members if each in meeting.able and each not in presenters)]


def _cost_of_reserve(
    meeting: Meeting, reserve: int | None, stage: _Stage, following: tuple[int, ...] | None, turns: int
) -> _Cost:
    if reserve is None:
        return _Cost(without_reserve=1)
    return _Cost(
        not_next=int(following is not None and reserve not in following),
        hosts_in_reserve=int(reserve == meeting.host),
        reserves_in_a_row=int(reserve in stage.before),
        uneven_next=2 * turns + 1 if following is None else 0,
        unsure=int(reserve in meeting.unsure),
    )
