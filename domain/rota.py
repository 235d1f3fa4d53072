"""The rota of a cycle: who may present when, what makes one rota better than another, and what a change breaks."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from domain.turn import PRESENTERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@dataclass(frozen=True, slots=True)
class Lineup:
    """Who presents at one session, and whose case stands by."""

    presenters: tuple[int, ...] = ()
    reserve: int | None = None

    @property
    def people(self) -> tuple[int, ...]:
        return self.presenters if self.reserve is None else (*self.presenters, self.reserve)


NOBODY = Lineup()


@dataclass(frozen=True, slots=True)
class Meeting:
    """A session for which turns are divided."""

    session_id: int
    # Who did not say that they cannot come.
    able: frozenset[int]
    # Those of them who would rather not, or did not answer.
    unsure: frozenset[int] = frozenset()
    host: int | None = None
    # "Ik heb een casus voor ...".
    volunteers: frozenset[int] = frozenset()
    # Chosen by hand; with `closed` all there is, since the group was told.
    fixed: Lineup = NOBODY
    closed: bool = False


@dataclass(frozen=True, slots=True)
class RotaQuestion:
    members: tuple[int, ...]
    # In the order of time.
    meetings: tuple[Meeting, ...]
    # How often each has presented before these meetings, over all cycles; who is not in it never did.
    past: Mapping[int, int] = field(default_factory=dict)
    # Of the session before the first of these.
    before: Lineup = NOBODY


Rota = tuple[Lineup, ...]
"""A lineup for each meeting, in their order."""


class Score(NamedTuple):
    """What makes a rota better: less of the first counts for more than any amount of the next.

    Never in any rota: somebody who said no to that date, or with two places in one session, except as it was fixed.
    """

    # Places of presenters, and of reserves, that stay empty.
    unfilled: int
    without_reserve: int
    # The sum of the squares of everybody's turns over all cycles: at its least they are as even as can be,
    # within one of each other wherever that is possible at all.
    unevenness: int
    # How often somebody presents twice in a row.
    in_a_row: int
    # How often a reserve does not present the next time.
    not_next: int
    # Volunteers who do not present when they asked to.
    not_granted: int
    # How often a host presents, or is reserve.
    hosts_presenting: int
    hosts_in_reserve: int
    # How often a reserve presented the time before: to step up would be to present twice in a row.
    reserves_in_a_row: int
    # The unevenness when the last reserve has presented the time after these.
    uneven_next: int
    # Presenters and reserves who would rather not come that day, or did not answer.
    unsure: int


def score(question: RotaQuestion, rota: Rota) -> Score:
    """How good this rota is by the rules, the weightiest first: of two the lesser is the better."""
    meetings = question.meetings
    lineups = (question.before, *rota)
    turns = turns_in(question, rota)
    return Score(
        unfilled=sum(PRESENTERS - len(lineup.presenters) for lineup in rota),
        without_reserve=sum(lineup.reserve is None for lineup in rota),
        unevenness=sum(number**2 for number in turns.values()),
        in_a_row=sum(len(set(one.presenters) & set(other.presenters)) for one, other in _successive(lineups)),
        not_next=sum(
            one.reserve is not None and one.reserve not in other.presenters for one, other in _successive(lineups)
        ),
        not_granted=sum(len(meeting.volunteers - set(each.presenters)) for meeting, each in zip_of(meetings, rota)),
        hosts_presenting=sum(meeting.host in each.presenters for meeting, each in zip_of(meetings, rota)),
        hosts_in_reserve=sum(
            meeting.host is not None and meeting.host == each.reserve for meeting, each in zip_of(meetings, rota)
        ),
        reserves_in_a_row=sum(other.reserve in one.presenters for one, other in _successive(lineups)),
        uneven_next=sum((number + (person == lineups[-1].reserve)) ** 2 for person, number in turns.items()),
        unsure=sum(len(meeting.unsure & set(each.people)) for meeting, each in zip_of(meetings, rota)),
    )


def turns_in(question: RotaQuestion, rota: Rota) -> dict[int, int]:
    """How often each member will have presented, over all cycles."""
    planned = Counter(person for lineup in rota for person in lineup.presenters)
    return {person: question.past.get(person, 0) + planned[person] for person in question.members}


def may_be_given(question: RotaQuestion, rota: Rota) -> bool:
    """Whether it keeps to what no rota may break."""
    return all(_keeps(meeting, lineup, question) for meeting, lineup in zip_of(question.meetings, rota))


def _keeps(meeting: Meeting, lineup: Lineup, question: RotaQuestion) -> bool:
    if meeting.closed:
        return lineup == meeting.fixed
    chosen = set(lineup.people) - set(meeting.fixed.people)
    return (
        len(set(lineup.people)) == len(lineup.people)
        and len(lineup.presenters) <= PRESENTERS
        and set(meeting.fixed.presenters) <= set(lineup.presenters)
        and meeting.fixed.reserve in (None, lineup.reserve)
        and chosen <= meeting.able & set(question.members)
    )


class Breach(StrEnum):
    """What is wrong with one place in a rota; what the facilitator may overrule, and nobody else."""

    # Said no to that date, or reported absence.
    CANNOT_COME = "cannot-come"
    TWICE_IN_A_ROW = "twice-in-a-row"
    # Has two turns more than somebody else.
    UNEVEN = "uneven"
    # Was reserve the last time, and does not present now.
    NOT_NEXT = "not-next"
    HOSTS = "hosts"


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    session_id: int
    breach: Breach
    person_id: int


def faults(question: RotaQuestion, rota: Rota) -> set[Fault]:
    """All that breaks a rule in it, whoever chose it."""
    found: set[Fault] = set()
    previous = question.before
    for meeting, lineup in zip_of(question.meetings, rota):
        at = meeting.session_id
        found |= {Fault(at, Breach.CANNOT_COME, each) for each in lineup.people if each not in meeting.able}
        repeated = set(previous.presenters) & set(lineup.presenters)
        found |= {Fault(at, Breach.TWICE_IN_A_ROW, each) for each in repeated}
        if previous.reserve is not None and previous.reserve not in lineup.presenters:
            found.add(Fault(at, Breach.NOT_NEXT, previous.reserve))
        if meeting.host is not None and meeting.host in lineup.presenters:
            found.add(Fault(at, Breach.HOSTS, meeting.host))
        previous = lineup
    return found | _uneven(question, rota)


def broken_by(question: RotaQuestion, old: Rota, new: Rota) -> list[Fault]:
    """What a change breaks that was not broken before, the most serious first."""
    order = list(Breach)
    return sorted(
        faults(question, new) - faults(question, old), key=lambda each: (order.index(each.breach), each.session_id)
    )


def _uneven(question: RotaQuestion, rota: Rota) -> set[Fault]:
    """Of who has two turns more than somebody else; about no session in particular, so the first stands for it."""
    turns = turns_in(question, rota)
    fewest = min(turns.values(), default=0)
    first = question.meetings[0].session_id if question.meetings else 0
    return {Fault(first, Breach.UNEVEN, person) for person, number in turns.items() if number > fewest + 1}


def choose_reserve(question: RotaQuestion, rota: Rota, index: int) -> int | None:
    """A new reserve for one of the meetings: of those who can come, who has the fewest turns.

    Of those with equally many not the host, then not who presented the time before, then who presents the time after
    or still can, then who is sure to come. None when nobody can.
    """
    meeting, lineup = question.meetings[index], rota[index]
    turns = turns_in(question, rota)
    before = rota[index - 1] if index else question.before
    following = _may_present_next(question, rota, index)
    candidates = [each for each in question.members if each in meeting.able and each not in lineup.people]
    return min(
        candidates,
        key=lambda each: (
            turns[each],
            each == meeting.host,
            each in before.presenters,
            each not in following,
            each in meeting.unsure,
        ),
        default=None,
    )


def _may_present_next(question: RotaQuestion, rota: Rota, index: int) -> set[int]:
    if index + 1 == len(rota):
        return set(question.members)
    meeting, lineup = question.meetings[index + 1], rota[index + 1]
    presenting = set(lineup.presenters)
    if meeting.closed or len(presenting) >= PRESENTERS:
        return presenting
    return presenting | {each for each in meeting.able if each != lineup.reserve}


def zip_of(meetings: tuple[Meeting, ...], rota: Rota) -> Iterator[tuple[Meeting, Lineup]]:
    """Raises ValueError when the rota is of other meetings."""
    return zip(meetings, rota, strict=True)


def _successive(lineups: tuple[Lineup, ...]) -> Iterator[tuple[Lineup, Lineup]]:
    return pairwise(lineups)
