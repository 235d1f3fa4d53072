"""The first date, where sessions are and who hosts them, as messages show it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import datetime

    from domain.group import Group
    from domain.hosting import HostingPlan
    from domain.person import Person
    from domain.place import Hosting, PlaceChoice
    from domain.poll import Poll, Standings
    from domain.session import Session
    from domain.travel import RankedTownHall


class Member(Protocol):
    """Somebody of a group, as far as others may know."""

    @property
    def person(self) -> Person: ...
    @property
    def first_name(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def municipality_code(self) -> str | None: ...


class FirstDateFault(StrEnum):
    """Why a moment is no candidate."""

    TOO_SOON = "too-soon"
    TOO_FAR = "too-far"
    HOLIDAY = "holiday"
    # The facilitator leads another session then.
    CLASH = "clash"
    THERE_ALREADY = "there-already"
    TOO_MANY = "too-many"


@dataclass(frozen=True, slots=True)
class FirstDateCard:
    """How far a group is with its first date."""

    group: Group
    members: tuple[Member, ...]
    # In the order of time, in UTC: as long as nobody was asked.
    candidates: tuple[datetime, ...]
    # The members are asked, or have answered.
    poll: Poll | None
    standings: Standings | None
    # The first session, once it is confirmed.
    session: Session | None

    def name_of(self, person_id: int) -> str:
        return next((view.first_name for view in self.members if view.person.id == person_id), "")


@dataclass(frozen=True, slots=True)
class RankedHost:
    member: Member
    town_hall: RankedTownHall


@dataclass(frozen=True, slots=True)
class SessionPlaceCard:
    """Where one session is, or could be."""

    group: Group
    session: Session
    hosting: Hosting | None
    # Who hosts, or is asked to.
    host: Member | None
    # The town halls of the members by longest, then total journey.
    ranked: tuple[RankedHost, ...]
    # Who said no, or did not answer, about this session.
    refused: frozenset[int]


@dataclass(frozen=True, slots=True)
class PlacedSession:
    session: Session
    hosting: Hosting | None
    host: Member | None


@dataclass(frozen=True, slots=True)
class PlaceCard:
    """Where a group meets for the rest of a cycle, as who leads it sees it."""

    group: Group
    members: tuple[Member, ...]
    choice: PlaceChoice | None
    # Open: the members are voting.
    poll: Poll | None
    # Of the running cycle, to come.
    sessions: tuple[PlacedSession, ...]
    # Between which the leader has to choose; empty unless a town hall is to be decided.
    tied: tuple[RankedTownHall, ...]
    # With hosts in turn: what the journeys amount to.
    plan: HostingPlan | None
    # The first name of who leads the group, where the votes did not decide.
    decider: str | None

    def name_of(self, person_id: int) -> str:
        return next((view.first_name for view in self.members if view.person.id == person_id), "")


@dataclass(frozen=True, slots=True)
class HostingView:
    hosting: Hosting
    session: Session
    group: Group
    # None when the host is no member any more.
    host: Member | None
    # How many sessions the answer is about: all of them with a central town hall.
    sessions: int

    @property
    def all_of_them(self) -> bool:
        return self.sessions > 1
