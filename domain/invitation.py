"""One-time links: for a role, or for a registration that the coordinator entered after a call."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from pydantic import BaseModel, ConfigDict


class InvitationKind(StrEnum):
    COORDINATOR = "coordinator"
    FACILITATOR = "facilitator"
    REGISTRATION = "registration"


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
