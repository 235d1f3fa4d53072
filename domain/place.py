"""Where a group meets: what is chosen for a cycle, and how the votes decide it."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from pydantic import BaseModel, ConfigDict

from domain.quiet import next_open

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

MOST_FIRST_DATES: Final = 12
"""So many candidates for the first session a facilitator proposes at most (one tap each, in one message)."""

TOWN_HALLS_SHOWN: Final = 3
"""The best so many stand in the second poll."""


class PlaceForm(StrEnum):
    """As the flyer has it: one central town hall, or the municipalities of the members in turn."""

    CENTRAL = "central"
    IN_TURN = "in-turn"


class ChoiceStatus(StrEnum):
    # The members: on the form, and then perhaps on the town hall.
    VOTING = "voting"
    # The facilitator, upon a tie or without a vote.
    DECIDING = "deciding"
    # Hosts in turn are shown to the facilitator, who can swap them; nobody was told.
    DRAFTED = "drafted"
    # The member of the central town hall has been asked.
    ASKING = "asking"
    SETTLED = "settled"
    WITHDRAWN = "withdrawn"


class Votes(StrEnum):
    """How the votes of a poll about the place stood."""

    MAJORITY = "majority"
    TIED = "tied"
    NONE = "none"


class PlaceChoice(BaseModel):
    """Where a group meets for the rest of a cycle."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: int
    group_id: int
    cycle: int
    status: ChoiceStatus
    # None until it is decided.
    form: PlaceForm | None
    # The central town hall; None until it is decided, and in turn.
    municipality_code: str | None
    # Of the last poll; None until they are counted, and where it followed without them.
    votes: Votes | None
    # Who leads the group, and decided where the votes did not; None: the votes did, or nobody in time.
    decided_by: int | None
    opened_by: int | None
    created_at: datetime
    changed_at: datetime

    @property
    def undecided(self) -> bool:
        return self.status in {ChoiceStatus.VOTING, ChoiceStatus.DECIDING}

    def at(self, status: ChoiceStatus, moment: datetime) -> PlaceChoice:
        return self.model_copy(update={"status": status, "changed_at": moment})

    def counted(self, votes: Votes | None) -> PlaceChoice:
        return self.model_copy(update={"votes": votes, "decided_by": None})

    def decided(self, form: PlaceForm, by: int | None, moment: datetime) -> PlaceChoice:
        decision = {"form": form, "municipality_code": None, "decided_by": by}
        return self.model_copy(update={**decision, "changed_at": moment})

    def in_town_hall(self, code: str, by: int | None, moment: datetime) -> PlaceChoice:
        decision = {"form": PlaceForm.CENTRAL, "municipality_code": code, "decided_by": by}
        return self.model_copy(update={**decision, "changed_at": moment})


def how_stood(cast: Collection[int], *, decisive: bool) -> Votes:
    """`cast`: the votes for each option; `decisive`: whether one of them has most."""
    if decisive:
        return Votes.MAJORITY
    return Votes.TIED if any(cast) else Votes.NONE


def majority(votes: Mapping[PlaceForm, int]) -> PlaceForm | None:
    """What most of the votes cast are for; None upon a tie, and when nobody voted."""
    central, in_turn = votes.get(PlaceForm.CENTRAL, 0), votes.get(PlaceForm.IN_TURN, 0)
    if central == in_turn:
        return None
    return PlaceForm.CENTRAL if central > in_turn else PlaceForm.IN_TURN


class HostingStatus(StrEnum):
    # To be asked, six weeks ahead.
    PLANNED = "planned"
    ASKED = "asked"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    # Did not answer in time.
    LAPSED = "lapsed"
    # Was taken off again: left, cannot come, or the facilitator chose otherwise.
    RELEASED = "released"


LIVE: Final = frozenset({HostingStatus.PLANNED, HostingStatus.ASKED, HostingStatus.ACCEPTED})

ASKED_AHEAD: Final = timedelta(weeks=6)
ANSWER_WITHIN: Final = timedelta(days=7)

TOO_NEAR: Final = timedelta(days=3)
"""So shortly before a session nobody can be expected to find a room and a lunch: the bot asks no next host."""


class Arrangement(StrEnum):
    """What a host arranges, in the order in which it is asked."""

    ROOM = "room"
    LUNCH = "lunch"
    DIRECTIONS = "directions"
    PARKING = "parking"
    CONTACT = "contact"


ARRANGEMENT_LONGEST: Final = 400


class Arrangements(BaseModel):
    """Addresses and entrances: in private only. Empty: not said."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    room: str | None = None
    lunch: str | None = None
    directions: str | None = None
    parking: str | None = None
    contact: str | None = None

    def of(self, arrangement: Arrangement) -> str | None:
        words: str | None = getattr(self, arrangement)
        return words

    def saying(self, arrangement: Arrangement, words: str | None) -> Arrangements:
        return self.model_copy(update={str(arrangement): words})

    @property
    def said(self) -> tuple[Arrangement, ...]:
        return tuple(each for each in Arrangement if self.of(each))


class Hosting(BaseModel):
    """Somebody who hosts a session, or was asked to."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: int
    session_id: int
    person_id: int
    municipality_code: str
    # None: of the first session, or picked by hand.
    choice_id: int | None
    status: HostingStatus
    asked_at: datetime | None
    answered_at: datetime | None
    arrangements: Arrangements
    created_at: datetime
    changed_at: datetime

    @property
    def live(self) -> bool:
        return self.status in LIVE

    def asked(self, at: datetime) -> Hosting:
        return self.model_copy(update={"status": HostingStatus.ASKED, "asked_at": at, "changed_at": at})

    def answered(self, status: HostingStatus, at: datetime) -> Hosting:
        return self.model_copy(update={"status": status, "answered_at": at, "changed_at": at})

    def ended(self, status: HostingStatus, at: datetime) -> Hosting:
        return self.model_copy(update={"status": status, "changed_at": at})

    def arranged(self, arrangements: Arrangements, at: datetime) -> Hosting:
        return self.model_copy(update={"arrangements": arrangements, "changed_at": at})


def answer_by(asked_at: datetime, starts_at: datetime) -> datetime:
    """Until when a host can answer (UTC): seven days, or half of the time that is left when that is less.

    Never in the quiet, in which nobody is to be asked next, and never after the session has begun.
    """
    half = max((starts_at - asked_at) / 2, timedelta(0))
    return max(asked_at, min(next_open(asked_at + min(ANSWER_WITHIN, half)), starts_at))


def too_near(starts_at: datetime, now: datetime) -> bool:
    """Whether nobody is asked any more to host what begins then: who leads the group says where it is."""
    return starts_at - now < TOO_NEAR


def asked_on(starts_at: datetime, now: datetime) -> datetime:
    """When a planned host is asked (UTC): six weeks ahead, or now when that has passed."""
    return max(now, starts_at - ASKED_AHEAD)
