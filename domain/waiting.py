"""The waiting list for an intake, and the offer of a slot that became free."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from pydantic import BaseModel, ConfigDict

from domain.quiet import CLOSES, next_open
from domain.time import local, to_utc

OFFER_STANDS: Final = timedelta(hours=4)

LEAST_TO_ANSWER: Final = timedelta(hours=1)
"""A slot that cannot be booked any more within so short a time is not offered: it is there for who comes first."""


class Waiting(BaseModel):
    """Somebody on the list."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    person_id: int
    # None: with whichever facilitator.
    facilitator_id: int | None
    joined_at: datetime
    # The order of the line: who let an offer pass in silence stands behind all who joined before that.
    in_line_since: datetime


class OfferStatus(StrEnum):
    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    # Not answered in time.
    EXPIRED = "expired"
    # The slot is gone, or the person needs it no longer.
    WITHDRAWN = "withdrawn"


class Offer(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    id: int
    slot_id: int
    person_id: int
    status: OfferStatus
    offered_at: datetime
    expires_at: datetime
    settled_at: datetime | None


def offer_ends(offered_at: datetime) -> datetime:
    """Four hours later (UTC), counting only from 8:00 to 21:00 on days without quiet: the offer travels only then."""
    return _after(OFFER_STANDS, offered_at)


def can_be_answered(offered_at: datetime, expires_at: datetime) -> bool:
    """Whether there is time enough, counted as for `offer_ends`, to answer an offer that ends so."""
    return _after(LEAST_TO_ANSWER, offered_at) <= expires_at


def _after(open_time: timedelta, moment: datetime) -> datetime:
    cursor, left = next_open(moment), open_time
    while True:
        closes = to_utc(datetime.combine(local(cursor).date(), CLOSES))
        if cursor + left <= closes:
            return cursor + left
        left -= closes - cursor
        cursor = next_open(closes)
