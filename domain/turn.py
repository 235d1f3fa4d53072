"""The rota of a session: who presents a case, and whose case stands by."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Final

from pydantic import BaseModel, ConfigDict

PRESENTERS: Final = 2
"""So many bring a case to a session; a third stands by (flyer)."""


class TurnRole(StrEnum):
    PRESENTER = "presenter"
    RESERVE = "reserve"


class TurnStatus(StrEnum):
    # The facilitator has not confirmed it yet: nobody has heard of it.
    PROPOSED = "proposed"
    TOLD = "told"


class ChosenBy(StrEnum):
    """How a turn came to who has it: what somebody chose by hand is not divided again."""

    BOT = "bot"
    # A volunteer, or two who exchanged.
    MEMBER = "member"
    FACILITATOR = "facilitator"


class Turn(BaseModel):
    """One place in the rota of a session, which may be empty for the moment."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: int
    session_id: int
    role: TurnRole
    # 1 and 2 for presenters, 1 for the reserve.
    position: int
    # Who has it now; None: nobody.
    person_id: int | None
    # Who had it when the group was told: the original rota, which no swap or absence changes.
    original_person_id: int | None
    status: TurnStatus
    chosen_by: ChosenBy
    created_at: datetime
    changed_at: datetime

    @property
    def is_presenter(self) -> bool:
        return self.role is TurnRole.PRESENTER

    @property
    def told(self) -> bool:
        return self.status is TurnStatus.TOLD


class Volunteer(BaseModel):
    """Somebody who would like to present at a session."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: int
    session_id: int
    person_id: int
    created_at: datetime
    settled_at: datetime | None


class ThinDecision(StrEnum):
    """What becomes of a session to which fewer come than its quorum."""

    GOES_ON = "goes-on"
    MOVES = "moves"
    # Nobody decided: it goes on.
    LAPSED = "lapsed"


class ThinSession(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    session_id: int
    # How many came when it was asked.
    coming: int
    asked_at: datetime
    decision: ThinDecision | None
    decided_at: datetime | None
