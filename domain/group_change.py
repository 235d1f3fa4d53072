"""What has to be decided when people come and go: a group of fewer than six, and somebody who might join."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class ShortageWish(StrEnum):
    GO_ON = "go-on"
    FILL_UP = "fill-up"


class ShortageOutcome(StrEnum):
    GO_ON = "go-on"
    FILL_UP = "fill-up"
    # There are six again, or the group is no more.
    LAPSED = "lapsed"


class Shortage(BaseModel):
    """A group of fewer than six in the middle of a cycle: its leader and the coordinator choose."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: int
    group_id: int
    opened_at: datetime
    leader_wish: ShortageWish | None = None
    office_wish: ShortageWish | None = None
    outcome: ShortageOutcome | None = None
    settled_at: datetime | None = None

    @property
    def open(self) -> bool:
        return self.outcome is None

    def decided(self) -> ShortageOutcome | None:
        """Filling up takes one of the two, going on both; None while that is open."""
        wishes = {self.leader_wish, self.office_wish}
        if ShortageWish.FILL_UP in wishes:
            return ShortageOutcome.FILL_UP
        return ShortageOutcome.GO_ON if wishes == {ShortageWish.GO_ON} else None


class NewcomerStatus(StrEnum):
    # The members are asked.
    ASKED = "asked"
    JOINED = "joined"
    # Not every member agreed in time, or the rules speak against it by now.
    REFUSED = "refused"
    # They take no part any more, the group is no more, or the coordinator took the question back.
    WITHDRAWN = "withdrawn"


class NewcomerAnswer(StrEnum):
    """What each member answers in private, without a reason; nobody learns whose it was."""

    FITS = "fits"
    DOES_NOT_FIT = "does-not-fit"


class Newcomer(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    id: int
    group_id: int
    person_id: int
    registration_id: int
    status: NewcomerStatus
    proposed_by: int | None
    opened_at: datetime
    settled_at: datetime | None = None

    @property
    def open(self) -> bool:
        return self.status is NewcomerStatus.ASKED


def all_answered(members: Iterable[int], answers: Mapping[int, NewcomerAnswer]) -> bool:
    """Whether nobody's answer is missing. Settled only then: an earlier end would tell whose "past niet" it was."""
    return all(member in answers for member in members)


def all_agree(members: Iterable[int], answers: Mapping[int, NewcomerAnswer]) -> bool:
    """Each member who remains; no answer is no yes."""
    return all(answers.get(member) is NewcomerAnswer.FITS for member in members)
