"""A swap: two members exchange their turns."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from pydantic import BaseModel, ConfigDict

SWAP_STANDS: Final = timedelta(days=4)
"""How long those who were asked have to answer."""


class SwapStatus(StrEnum):
    OPEN = "open"
    # Somebody wants to; the facilitator decides, since it breaks a rule.
    TO_DECIDE = "to-decide"
    DONE = "done"
    # The facilitator did not allow it, or everybody who was asked said no.
    REFUSED = "refused"
    # By who asked it.
    WITHDRAWN = "withdrawn"
    # Nobody answered in time, or one of the turns changed hands meanwhile.
    LAPSED = "lapsed"


class Swap(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    id: int
    # What is offered.
    turn_id: int
    asked_by: int
    status: SwapStatus
    # Who took it, and with which turn of their own.
    taken_by: int | None
    taken_turn_id: int | None
    ends_at: datetime
    created_at: datetime
    settled_at: datetime | None

    @property
    def live(self) -> bool:
        return self.status in (SwapStatus.OPEN, SwapStatus.TO_DECIDE)

    @property
    def over_without_swap(self) -> bool:
        return self.status in (SwapStatus.REFUSED, SwapStatus.LAPSED)


class SwapAsk(BaseModel):
    """One of those who were asked."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    swap_id: int
    person_id: int
    declined_at: datetime | None


def swap_ends(asked_at: datetime, first_of_both: datetime) -> datetime:
    """When a swap that nobody took lapses (UTC): before either session, with half of the time there is at most."""
    return min(asked_at + SWAP_STANDS, asked_at + (first_of_both - asked_at) / 2)
