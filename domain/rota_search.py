"""The best rota, found exactly: mixed integer programming with HiGHS, one rule after the other.

For each part of `domain.rota.Score` in turn the least that can be had is worked out, and held while the next is: so
what comes out is best in the order of that score, with HiGHS's proof for each part. It takes some hundred milliseconds:
it is for the worker process.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from domain.rota import Lineup, Score, score
from domain.turn import PRESENTERS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from domain.rota import Meeting, Rota, RotaQuestion

HALF: Final = 0.5
"""The solver keeps to whole numbers within a tolerance: this tells one from the next."""

Term = Any
"""A variable or an expression of highspy, whose types are not published."""


@dataclass(frozen=True, slots=True)
class BestRota:
    rota: Rota
    score: Score


def best_rota(question: RotaQuestion) -> BestRota:
    """Raises RuntimeError when the solver does not come to a proof; a rota, perhaps an empty one, always exists."""
    model = _Model(question)
    rota = model.solve(model.parts[0])
    for number, part in enumerate(model.parts):
        known = score(question, rota)[number]
        # What is at zero cannot be less: nothing is to be proved.
        if number and known > 0:
            rota = model.solve(part)
            known = score(question, rota)[number]
        model.hold(part, known)
    return BestRota(rota, score(question, rota))


class _Parts(NamedTuple):
    """As `domain.rota.Score`, in its order, with expressions of the model for numbers."""

    unfilled: Term
    without_reserve: Term
    unevenness: Term
    in_a_row: Term
    not_next: Term
    not_granted: Term
    hosts_presenting: Term
    hosts_in_reserve: Term
    reserves_in_a_row: Term
    uneven_next: Term
    unsure: Term


class _Model:
    """x and y say whether a person is presenter, or reserve, at a meeting."""

    def __init__(self, question: RotaQuestion) -> None:
        # Loaded here: only the worker process is to bear its weight.
        from highspy import Highs  # noqa: PLC0415

        self._question = question
        self._highs = Highs()  # type: ignore[no-untyped-call]  # highspy publishes no types for it
        for option, value in (("output_flag", False), ("threads", 1), ("mip_rel_gap", 0.0), ("mip_abs_gap", 0.0)):
            self._highs.setOptionValue(option, value)
        meetings = range(len(question.meetings))
        # A variable that is always one: what is constant in a sum is a term like any other.
        self._one = self._highs.addVariable(1, 1)
        self._x = [[self._highs.addBinary() for _ in question.members] for _ in meetings]
        self._y = [[self._highs.addBinary() for _ in question.members] for _ in meetings]
        for index, meeting in enumerate(question.meetings):
            self._allow(index, meeting)
        self.parts = self._score()

    def solve(self, objective: Term) -> Rota:
        from highspy import HighsModelStatus  # noqa: PLC0415

        self._highs.minimize(objective)
        if self._highs.getModelStatus() != HighsModelStatus.kOptimal:
            raise RuntimeError(f"no best rota: {self._highs.getModelStatus()}")
        values = self._highs.getSolution().col_value
        return tuple(self._lineup(index, values) for index in range(len(self._question.meetings)))

    def hold(self, part: Term, most: int) -> None:
        """No rota from now on has more of this."""
        self._highs.addConstr(part <= most + HALF)

    def _lineup(self, index: int, values: list[float]) -> Lineup:
        members = self._question.members
        presenters = [each for each, x in zip(members, self._x[index], strict=True) if values[x.index] > HALF]
        reserves = [each for each, y in zip(members, self._y[index], strict=True) if values[y.index] > HALF]
        meeting = self._question.meetings[index]
        if meeting.closed:
            return meeting.fixed
        return Lineup(_in_order(meeting, presenters), reserves[0] if reserves else None)

    def _allow(self, index: int, meeting: Meeting) -> None:
        x, y = self._x[index], self._y[index]
        for person, presents, stands_by in zip(self._question.members, x, y, strict=True):
            fixed = meeting.fixed
            chosen = person in fixed.presenters
            standing_by = person == fixed.reserve
            if chosen or standing_by or meeting.closed or person not in meeting.able:
                self._fix(presents, on=chosen)
                self._fix(stands_by, on=standing_by)
            elif fixed.reserve is not None:
                self._fix(stands_by, on=False)
            self._highs.addConstr(presents + stands_by <= 1)
        if not meeting.closed:
            self._highs.addConstr(self._sum(x) <= max(PRESENTERS, len(meeting.fixed.presenters)))
            self._highs.addConstr(self._sum(y) <= 1)

    def _unevenness(self, places: list[list[Term]]) -> Term:
        """The squares, step by step: a person's k-th turn adds 2k - 1, so that the cheaper steps come first."""
        steps = []
        for column, person in enumerate(self._question.members):
            past = self._question.past.get(person, 0)
            turns = [row[column] for row in places]
            taken = [self._highs.addVariable(0, 1) for _ in turns]
            self._highs.addConstr(self._sum(taken) == self._sum(turns))
            steps += [(2 * (past + number) - 1) * step for number, step in enumerate(taken, start=1)]
            # What is behind them already counts as well, so that this is the same number as in the score.
            steps.append(past**2 * self._one)
        return self._sum(steps)

    def _in_a_row(self, places: list[list[Term]]) -> Term:
        """Who presents at one meeting, and has one of these places at the next."""
        found = [
            self._both(one, other)
            for row, following in zip(self._x, places[1:], strict=False)
            for one, other in zip(row, following, strict=True)
        ]
        before = set(self._question.before.presenters)
        return self._sum([*found, *self._of(before, places[0])]) if places else 0 * self._one

    def _not_next(self) -> Term:
        """A reserve who does not present at the next meeting."""
        missed = []
        for reserves, following in zip(self._y, self._x[1:], strict=False):
            for stands_by, presents in zip(reserves, following, strict=True):
                missed.append(self._highs.addVariable(0, 1))
                self._highs.addConstr(missed[-1] >= stands_by - presents)
        reserve = self._question.before.reserve
        if reserve is not None and self._x:
            missed += [self._one, *(-1 * x for x in self._of({reserve}, self._x[0]))]
        return self._sum(missed)

    def _not_granted(self) -> Term:
        meetings = self._question.meetings
        asked = sum(len(meeting.volunteers) for meeting in meetings)
        granted = [x for meeting, row in zip(meetings, self._x, strict=True) for x in self._of(meeting.volunteers, row)]
        return asked * self._one - self._sum(granted)

    def _of_hosts(self, places: list[list[Term]]) -> Term:
        meetings = zip(self._question.meetings, places, strict=True)
        return self._sum([x for meeting, row in meetings for x in self._of({meeting.host}, row)])

    def _unsure(self) -> Term:
        meetings = zip(self._question.meetings, self._x, self._y, strict=True)
        return self._sum([x for meeting, *rows in meetings for row in rows for x in self._of(meeting.unsure, row)])

    def _of(self, people: Iterable[int | None], row: list[Term]) -> list[Term]:
        """The variables of these people; who is no member has none."""
        wanted = set(people)
        return [x for person, x in zip(self._question.members, row, strict=True) if person in wanted]

    def _both(self, one: Term, other: Term) -> Term:
        both = self._highs.addVariable(0, 1)
        self._highs.addConstr(both >= one + other - 1)
        return both

    def _sum(self, terms: Iterable[Term]) -> Term:
        """Of a sum without terms highspy makes no expression: a nought stands in for it."""
        return self._highs.qsum([0 * self._one, *terms])

    def _fix(self, variable: Term, *, on: bool) -> None:
        self._highs.changeColBounds(variable.index, float(on), float(on))

    def _score(self) -> _Parts:
        meetings = self._question.meetings
        return _Parts(
            unfilled=PRESENTERS * len(meetings) * self._one - self._sum(x for row in self._x for x in row),
            without_reserve=len(meetings) * self._one - self._sum(y for row in self._y for y in row),
            unevenness=self._unevenness(self._x),
            in_a_row=self._in_a_row(self._x),
            not_next=self._not_next(),
            not_granted=self._not_granted(),
            hosts_presenting=self._of_hosts(self._x),
            hosts_in_reserve=self._of_hosts(self._y),
            reserves_in_a_row=self._in_a_row(self._y),
            uneven_next=self._unevenness([*self._x, *self._y[-1:]]),
            unsure=self._unsure(),
        )


def _in_order(meeting: Meeting, presenters: list[int]) -> tuple[int, ...]:
    """Who was fixed keeps the place in front."""
    fixed = [each for each in meeting.fixed.presenters if each in presenters]
    return (*fixed, *(each for each in presenters if each not in fixed))
