"""A group, who is in it, and its cycles."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Final

from pydantic import BaseModel, ConfigDict

SMALLEST: Final = 6
LARGEST: Final = 8
"""A group has 6 to 8 members (flyer)."""

FIRST_CYCLE: Final = 6
LATER_CYCLE: Final = 4
"""How many sessions a cycle has (flyer)."""


class GroupStatus(StrEnum):
    # On the coordinator's card: nobody has heard of it.
    DRAFT = "draft"
    PUBLISHED = "published"
    ENDED = "ended"
    # Dropped before it was published, or without a member left.
    CANCELLED = "cancelled"


class MembershipStatus(StrEnum):
    PICKED = "picked"
    MEMBER = "member"
    LEFT = "left"


class Costs(StrEnum):
    """What the coordinator decides about who left a group after it was published."""

    DUE = "due"
    WAIVED = "waived"


class FinishWish(StrEnum):
    """What is to be done about a member who is no alderman any more."""

    FINISH = "finish"
    STOP = "stop"


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Group(_Frozen):
    id: int
    # None when its members came from several rounds, or from none.
    round_id: int | None
    status: GroupStatus
    facilitator_id: int | None
    stand_in_id: int | None
    # As set; `quorum_of` is what holds.
    quorum: int
    # The session of the first cycle from which members present a case.
    presenting_from: int
    created_by: int | None
    created_at: datetime
    published_at: datetime | None
    ended_at: datetime | None

    @property
    def number(self) -> int:
        """As it is called: "Groep 3"."""
        return self.id

    @property
    def published(self) -> bool:
        return self.status is GroupStatus.PUBLISHED

    @property
    def leaders(self) -> frozenset[int]:
        """Facilitator and stand-in: whatever the one may, the other may while there is one."""
        return frozenset(each for each in (self.facilitator_id, self.stand_in_id) if each is not None)

    @property
    def leader_id(self) -> int | None:
        """Who leads it now: the stand-in while there is one, else the facilitator; None while there is neither."""
        return self.facilitator_id if self.stand_in_id is None else self.stand_in_id

    def quorum_of(self, members: int) -> int:
        """Fewest people for a session: the lesser of the setting and all members but one."""
        return min(self.quorum, members - 1)


class Membership(_Frozen):
    id: int
    group_id: int
    person_id: int
    registration_id: int
    status: MembershipStatus
    picked_at: datetime
    joined_at: datetime | None = None
    left_at: datetime | None = None
    # "person", "facilitator" or "office" (domain.booking.Side).
    left_by: str | None = None
    costs: Costs | None = None
    costs_by: int | None = None
    costs_at: datetime | None = None
    # Since when the member is no alderman any more; hosting ended at that moment, and no further cycle follows.
    out_of_office_at: datetime | None = None
    member_wish: FinishWish | None = None
    leader_wish: FinishWish | None = None


class CycleStatus(StrEnum):
    RUNNING = "running"
    ENDED = "ended"


class Cycle(_Frozen):
    group_id: int
    number: int
    sessions: int
    status: CycleStatus
    started_at: datetime
    ended_at: datetime | None = None


PRESENTING_FROM: Final = (1, 2, 3)
"""From which session of the first cycle on members may present a case; feedback is practised before it (flyer)."""

QUORUMS: Final = (3, 4, 5, 6)


def sessions_in(cycle_number: int) -> int:
    return FIRST_CYCLE if cycle_number == 1 else LATER_CYCLE


def divisible(people: int) -> bool:
    """Whether so many people can all be in groups of 6 to 8: 5 or fewer, 9, 10, 11 and 17 cannot."""
    groups = -(-people // LARGEST)
    return people > 0 and groups * SMALLEST <= people
