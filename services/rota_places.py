"""Who has which place in the rota of a session, and how the places are given out when somebody loses theirs."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from domain.rota import Lineup, Rota, RotaQuestion, Score, choose_reserve, score
from domain.rota_gaps import fill_gaps
from domain.turn import PRESENTERS, ChosenBy, TurnRole

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import datetime

    from domain.turn import Turn
    from services.rota_board import Board

Place = tuple[TurnRole, int]
Places = dict[Place, int | None]
"""Who has which place in the rota of a session; None: nobody."""

RESERVE: Final = (TurnRole.RESERVE, 1)

PREPARING: Final = timedelta(days=14)
"""So long before a session people are preparing for it."""

FAIRNESS: Final = Score._fields.index("in_a_row") + 1
"""So many parts of a score, from the first, are worth taking a turn from somebody who was told of it."""


def places_of(turns: Iterable[Turn]) -> Places:
    """Every place there is, empty ones too."""
    empty: Places = {**{(TurnRole.PRESENTER, each): None for each in range(1, PRESENTERS + 1)}, RESERVE: None}
    return empty | {(turn.role, turn.position): turn.person_id for turn in turns}


def as_places(lineup: Lineup) -> Places:
    presenters = dict(enumerate(lineup.presenters, start=1))
    return {
        **{(TurnRole.PRESENTER, each): presenters.get(each) for each in range(1, PRESENTERS + 1)},
        RESERVE: lineup.reserve,
    }


def as_lineup(places: Mapping[Place, int | None]) -> Lineup:
    presenters = tuple(each for place, each in places.items() if place != RESERVE and each is not None)
    return Lineup(presenters, places[RESERVE])


def mended(board: Board, gone: Mapping[int, Collection[int]], now: datetime) -> dict[int, Places]:
    """The places by index of each session at which they change when these people cannot have a turn there any more.

    `gone` is by session; only what was told is mended. At the next session the reserve steps up, and of those who come
    who has the fewest turns stands by; who steps up is relieved of a later turn when they would present twice in a row
    or more often than others, unless it is near or was chosen by hand. Every other place, at this and at later
    sessions, is filled as well as can be (domain/rota_gaps.py), and who has one keeps it. What the leader left empty
    stays empty.
    """
    draft = _Draft(board, now)
    for index, session in enumerate(board.sessions):
        if board.told(index):
            draft.take_from(index, gone.get(session.id, ()))
    for index in range(len(board.sessions)):
        if draft.emptied[index] and draft.is_near(index):
            for person_id in draft.step_up(index):
                draft.relieve(person_id, index)
            draft.stand_by(index)
    draft.fill()
    return {
        index: places
        for index, places in enumerate(draft.places)
        if board.told(index) and places != places_of(board.turns[index])
    }


@dataclass
class _Draft:
    board: Board
    now: datetime
    # For each session; and which of them were emptied on the way.
    places: list[Places] = field(init=False)
    emptied: list[set[Place]] = field(init=False)

    def __post_init__(self) -> None:
        self.places = [places_of(turns) for turns in self.board.turns]
        self.emptied = [set() for _ in self.board.turns]

    def take_from(self, index: int, people: Collection[int]) -> None:
        for place, had in self.places[index].items():
            if had is not None and had in people:
                self._empty(index, place)

    def is_near(self, index: int) -> bool:
        """The next session, and any other for which people are preparing."""
        return index == 0 or self.board.sessions[index].starts_at - self.now <= PREPARING

    def step_up(self, index: int) -> list[int]:
        """Who presents now, and was reserve."""
        places, reserve = self.places[index], self.places[index][RESERVE]
        vacant = sorted(self.emptied[index] - {RESERVE})
        if reserve is None or not vacant:
            return []
        places[vacant[0]] = reserve
        self._empty(index, RESERVE)
        return [reserve]

    def relieve(self, person_id: int, index: int) -> None:
        """Of the later turn that somebody else has best instead, if that makes the rota fairer."""
        later = [(at, place) for at in range(index + 1, len(self.places)) for place in self._given_up(at, person_id)]
        if not later:
            return
        outcomes = {each: self._outcome(index, each) for each in later}
        best = min(later, key=lambda each: outcomes[each])
        if outcomes[best][:FAIRNESS] < self._outcome(index, None)[:FAIRNESS]:
            self._empty(*best)

    def stand_by(self, index: int) -> None:
        """A new reserve, once there are presenters."""
        places = self.places[index]
        if all(places[place] is not None for place in places if place != RESERVE) and RESERVE in self._open(index):
            places[RESERVE] = choose_reserve(self._question(), self._rota, index)

    def fill(self) -> None:
        """All that is still open."""
        if not any(self._open(index) for index in range(len(self.places))):
            return
        for index, lineup in enumerate(fill_gaps(self._question())):
            places, known = self.places[index], set(as_lineup(self.places[index]).people)
            new = iter(each for each in lineup.presenters if each not in known)
            for place in sorted(self._open(index)):
                places[place] = lineup.reserve if place == RESERVE else next(new, None)

    def _given_up(self, index: int, person_id: int) -> list[Place]:
        """The place in which they present, if it may go to somebody else."""
        if not self.board.told(index) or self.is_near(index):
            return []
        turns = [each for each in self.board.turns[index] if each.is_presenter and each.chosen_by is ChosenBy.BOT]
        places = [(each.role, each.position) for each in turns]
        return [place for place in places if self.places[index][place] == person_id]

    def _outcome(self, index: int, given_up: tuple[int, Place] | None) -> Score:
        """How good the rota becomes without this turn."""
        trial = _Draft(self.board, self.now)
        trial.places = [dict(each) for each in self.places]
        trial.emptied = [set(each) for each in self.emptied]
        if given_up is not None:
            trial._empty(*given_up)
        trial.stand_by(index)
        trial.fill()
        return score(self.board.question, trial._rota)

    def _empty(self, index: int, place: Place) -> None:
        self.places[index][place] = None
        self.emptied[index].add(place)

    def _open(self, index: int) -> set[Place]:
        """The places to be filled: none where nothing was told yet, or where all that is empty was left so by hand."""
        if not self.board.told(index):
            return set()
        empty = {place for place, had in self.places[index].items() if had is None}
        by_hand = {
            (turn.role, turn.position)
            for turn in self.board.turns[index]
            if turn.person_id is None and turn.chosen_by is ChosenBy.FACILITATOR
        }
        return set() if empty <= by_hand else empty

    @property
    def _rota(self) -> Rota:
        return tuple(as_lineup(each) for each in self.places)

    def _question(self) -> RotaQuestion:
        question = self.board.question
        meetings = tuple(
            replace(meeting, fixed=lineup, closed=not self._open(index))
            for index, (meeting, lineup) in enumerate(zip(question.meetings, self._rota, strict=True))
        )
        return replace(question, meetings=meetings)
