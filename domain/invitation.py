"""One-time links: for a role, or for a registration that the coordinator entered after a call."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from pydantic import BaseModel, ConfigDict


class InvitationKind(StrEnum):
    COORDINATOR = "coordinator"
    FACILITATOR = "facilitator"
    REGISTRATION = "registration"


class InvitationOutcome(StrEnum):
    """What became of somebody who opened a one-time link."""

    COORDINATOR = "coordinator"
    FACILITATOR = "facilitator"
    # The registration that the office entered is theirs now, and goes on.
    REGISTRATION = "registration"
    # The same person, the same link, once more: nothing to be done.
    DONE_BEFORE = "done-before"
    # Somebody else was earlier.
    USED = "used"
    EXPIRED = "expired"
    UNKNOWN = "unknown"
    # Participant, facilitator and coordinator are different people; the link stays good for who it is meant for.
    HAS_ROLE = "has-role"
    HAS_REGISTRATION = "has-registration"


# How long a link can be used. The first is made at a terminal and used at once; the others travel by mail.
VALID_FOR = {
    InvitationKind.COORDINATOR: timedelta(hours=24),
    InvitationKind.FACILITATOR: timedelta(days=7),
    InvitationKind.REGISTRATION: timedelta(days=14),
}


class Invitation(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    id: int
    kind: InvitationKind
    person_id: int | None
    created_by: int | None
    created_at: datetime
    expires_at: datetime
    used_at: datetime | None
    used_by: int | None

    def usable_at(self, moment: datetime) -> bool:
        return self.used_at is None and moment < self.expires_at
