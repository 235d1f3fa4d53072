"""An open enrolment."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from pydantic import BaseModel, ConfigDict


class RoundStatus(StrEnum):
    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"


class RoundQuestion(StrEnum):
    """What the coordinator is asked to open a round."""

    NAME = "name"
    CLOSES_ON = "closes-on"
    PLACES = "places"
    SUMMARY = "summary"


class Round(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    id: int
    status: RoundStatus
    # The payload of the public deep link.
    slug: str
    name: str | None
    # The last day on which one can register, in Europe/Amsterdam.
    closes_on: date | None
    places: int | None
    created_by: int | None
    opened_at: datetime | None
    closed_at: datetime | None

    def open_on(self, day: date) -> bool:
        return self.status is RoundStatus.OPEN and (self.closes_on is None or day <= self.closes_on)
