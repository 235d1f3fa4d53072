"""Learning goals: one to five, in one's own words, private unless their owner shares them."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from pydantic import BaseModel, ConfigDict, Field

MOST_GOALS: Final = 5
GOAL_LONGEST: Final = 500

KEPT_AFTER_LEAVING: Final = timedelta(days=90)
"""design.md, section 4."""


class Goal(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    id: int
    person_id: int
    words: str = Field(repr=False)
    # Whether the group may see it.
    shared: bool
    # What the facilitator would make of it; the owner takes it over or not.
    proposal: str | None = Field(repr=False)
    proposed_by: int | None
    created_at: datetime
    changed_at: datetime


class GoalReading(StrEnum):
    """Whether a facilitator may read somebody's goals."""

    GRANTED = "granted"
    # Another facilitator than the one they were written for: the owner is asked.
    ASKED = "asked"
    REFUSED = "refused"
