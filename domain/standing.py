"""Where somebody stands, and what one can register for."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from domain.person import Role
from domain.registration import Registration
from domain.round import Round


class EnrolmentState(StrEnum):
    OPEN = "open"
    CLOSED = "closed"
    FULL = "full"
    # No round to register for: free enrolment waits for the next.
    NONE = "none"


class Enrolment(BaseModel):
    """What one can register for by a link, or without one."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    state: EnrolmentState
    round: Round | None = None
    # One that has a place, where this one has none.
    instead: Round | None = None


class Standing(BaseModel):
    """The last registration of a person, and the wait that it is in."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    registration: Registration | None = None
    round: Round | None = None
    # Whose move it is, and until when; None when nobody has to move.
    owner: Role | None = None
    deadline: datetime | None = None
