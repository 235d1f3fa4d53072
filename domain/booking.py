"""An intake that somebody booked, and what came of it."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from pydantic import BaseModel, ConfigDict, Field

from domain.time import local, to_utc

REASON_LONGEST: Final = 500


class BookingStatus(StrEnum):
    # It will be held, or was and the outcome is still to be recorded.
    BOOKED = "booked"
    # Its outcome is recorded.
    HELD = "held"
    CANCELLED = "cancelled"


class IntakeOutcome(StrEnum):
    GOES_ON = "goes-on"
    # With a reason, which is passed on to the person.
    STOPS = "stops"
    # Another intake has to be booked: the first was not enough, or somebody was not there.
    SECOND_TALK = "second-talk"


class Side(StrEnum):
    """Who of the two did something."""

    PERSON = "person"
    FACILITATOR = "facilitator"
    # The office, or what happens by itself.
    OFFICE = "office"


class Booking(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    id: int
    slot_id: int
    person_id: int
    status: BookingStatus
    # Of the event in everybody's calendar: it stays the same through every change (RFC 5545, 3.8.4.7).
    uid: str
    # Rises with every change that a calendar has to know of (RFC 5545, 3.8.7.4).
    sequence: int
    # "Ik ben er": when either of them said so about this moment.
    person_coming_at: datetime | None
    facilitator_coming_at: datetime | None
    # The facilitator allowed to move it after the cut-off.
    free_to_move: bool
    outcome: IntakeOutcome | None
    outcome_reason: str | None = Field(repr=False)
    outcome_at: datetime | None
    cancelled_by: Side | None
    cancel_reason: str | None = Field(repr=False)
    created_at: datetime
    changed_at: datetime

    @property
    def live(self) -> bool:
        return self.status is BookingStatus.BOOKED

    @property
    def asks_for_another(self) -> bool:
        return self.outcome is IntakeOutcome.SECOND_TALK

    def correctable(self, now: datetime) -> bool:
        """Whether what came of it can still be taken back: until the end of the day, in Europe/Amsterdam."""
        return self.outcome_at is not None and local(self.outcome_at).date() == local(now).date()

    def moved_to(self, slot_id: int, at: datetime) -> Booking:
        """To another moment, about which nobody has said yet that they will be there."""
        return self.model_copy(
            update={
                "slot_id": slot_id,
                "sequence": self.sequence + 1,
                "person_coming_at": None,
                "facilitator_coming_at": None,
                "free_to_move": False,
                "changed_at": at,
            }
        )

    def cancelled(self, by: Side, reason: str | None, at: datetime) -> Booking:
        return self.model_copy(
            update={
                "status": BookingStatus.CANCELLED,
                "sequence": self.sequence + 1,
                "cancelled_by": by,
                "cancel_reason": reason,
                "changed_at": at,
            }
        )

    def held(self, outcome: IntakeOutcome, reason: str | None, at: datetime) -> Booking:
        return self.model_copy(
            update={
                "status": BookingStatus.HELD,
                "outcome": outcome,
                "outcome_reason": reason,
                "outcome_at": at,
                "changed_at": at,
            }
        )

    def reopened(self, at: datetime) -> Booking:
        """It was held, and what came of it has yet to be recorded (again)."""
        outcome = {"outcome": None, "outcome_reason": None, "outcome_at": None}
        return self.model_copy(update={**outcome, "status": BookingStatus.BOOKED, "changed_at": at})


class Wish(StrEnum):
    """What somebody asks the facilitator for when it is too late to do it oneself."""

    MOVE = "move"
    CANCEL = "cancel"


class RequestStatus(StrEnum):
    OPEN = "open"
    GRANTED = "granted"
    REFUSED = "refused"
    # Nobody answered in time, or there is nothing to change any more.
    LAPSED = "lapsed"


class ChangeRequest(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    id: int
    booking_id: int
    wish: Wish
    reason: str | None = Field(repr=False)
    status: RequestStatus
    created_at: datetime
    settled_at: datetime | None


REQUEST_STANDS: Final = timedelta(days=1)


def request_ends(asked_at: datetime, starts_at: datetime) -> datetime:
    """When a request that nobody answered lapses (UTC): while there is still time to telephone.

    An hour before the intake, or when half of the time is over for a request made in its last two hours.
    """
    to_spare = min(timedelta(hours=1), (starts_at - asked_at) / 2)
    return min(asked_at + REQUEST_STANDS, starts_at - to_spare)


def day_ahead(starts_at: datetime) -> datetime:
    """The same wall time a day earlier, in UTC: across a clock change that is not 24 hours."""
    return to_utc(local(starts_at).replace(tzinfo=None) - timedelta(days=1))


def hour_ahead(starts_at: datetime) -> datetime:
    return starts_at - timedelta(hours=1)
