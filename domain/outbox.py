"""Messages that are not a direct reply: their kinds, and what becomes of one."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from pydantic import BaseModel, ConfigDict


class Kind(StrEnum):
    """What a message is about; its words are made at the moment of sending."""

    ADMISSION_ASKED = "admission-asked"
    ADMISSION_REMINDER = "admission-reminder"
    # In the place of the card: what the person has changed since, or what became of it.
    ADMISSION_CHANGED = "admission-changed"
    ADMISSION_SETTLED = "admission-settled"
    ADMITTED = "admitted"
    DECLINED = "declined"
    PRICE_ASKED = "price-asked"
    PRICE_REMINDER = "price-reminder"
    PRICE_UNANSWERED = "price-unanswered"
    PRICE_REFUSED = "price-refused"
    REGISTRATION_WITHDRAWN = "registration-withdrawn"
    REGISTRATION_NUDGE = "registration-nudge"
    REGISTRATION_GONE = "registration-gone"
    # Whom the office entered has not opened the link; what was entered is erased.
    ENTRY_UNOPENED = "entry-unopened"
    ENTRY_GONE = "entry-gone"
    INVITATION_USED = "invitation-used"
    ROUND_CLOSED = "round-closed"
    ERROR_REPORTED = "error-reported"
    # The intake; the subject is a registration.
    INTAKE_NUDGE = "intake-nudge"
    INTAKE_UNBOOKED = "intake-unbooked"
    INTAKE_WAITLISTED = "intake-waitlisted"
    INTAKE_STOPPED = "intake-stopped"
    # It was recorded by mistake that somebody does not go on.
    INTAKE_STOP_TAKEN_BACK = "intake-stop-taken-back"
    NO_GROUP_YET = "no-group-yet"
    NO_GROUP_REMINDER = "no-group-reminder"
    TAKEN_OUT = "taken-out"
    LEFT = "left"
    # The subject is the facilitator who has (too few) slots; None: any of them.
    INTAKE_SLOTS_WANTED = "intake-slots-wanted"
    INTAKE_SLOTS_PUBLISHED = "intake-slots-published"
    FACILITATOR_LEFT = "facilitator-left"
    GOALS_READER_ASKED = "goals-reader-asked"
    # The subject is an offer.
    INTAKE_OFFER = "intake-offer"
    INTAKE_OFFER_EXPIRED = "intake-offer-expired"
    # The subject is a booking, the detail the id of the slot that the calendar file is about.
    INTAKE_FILE = "intake-file"
    INTAKE_BOOKED = "intake-booked"
    INTAKE_MOVED = "intake-moved"
    INTAKE_CANCELLED = "intake-cancelled"
    INTAKE_TAKEN_OVER = "intake-taken-over"
    # Where to meet on screen, given or changed after it was booked.
    INTAKE_LINK = "intake-link"
    INTAKE_TOMORROW = "intake-tomorrow"
    INTAKE_SOON = "intake-soon"
    INTAKE_OUTCOME_ASKED = "intake-outcome-asked"
    INTAKE_OUTCOME_REMINDER = "intake-outcome-reminder"
    INTAKE_OUTCOME_MISSING = "intake-outcome-missing"
    INTAKE_GOES_ON = "intake-goes-on"
    INTAKE_STOPS = "intake-stops"
    INTAKE_SECOND_TALK = "intake-second-talk"
    # The subject is a request to change a booking after the cut-off.
    INTAKE_CHANGE_ASKED = "intake-change-asked"
    INTAKE_CHANGE_REMINDER = "intake-change-reminder"
    INTAKE_CHANGE_GRANTED = "intake-change-granted"
    INTAKE_CHANGE_REFUSED = "intake-change-refused"
    INTAKE_CHANGE_LAPSED = "intake-change-lapsed"
    # The subject is a learning goal.
    GOAL_PROPOSED = "goal-proposed"
    GOAL_PROPOSAL_SETTLED = "goal-proposal-settled"


REMINDERS = frozenset(
    {
        Kind.ADMISSION_REMINDER,
        Kind.PRICE_REMINDER,
        Kind.PRICE_UNANSWERED,
        Kind.REGISTRATION_NUDGE,
        Kind.ENTRY_UNOPENED,
        Kind.INTAKE_NUDGE,
        Kind.INTAKE_SLOTS_WANTED,
        Kind.INTAKE_SLOTS_PUBLISHED,
        Kind.INTAKE_OUTCOME_REMINDER,
        Kind.INTAKE_OUTCOME_MISSING,
        Kind.INTAKE_CHANGE_REMINDER,
        Kind.NO_GROUP_YET,
        Kind.NO_GROUP_REMINDER,
    }
)
"""Of several that are overdue for the same person about the same thing, only the newest is worth sending."""


class OutboxStatus(StrEnum):
    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    # Its reason is gone.
    WITHDRAWN = "withdrawn"
    # It came too late, and that is told where it matters.
    MISSED = "missed"
    # Telegram said no for good, or it may have arrived twice already.
    FAILED = "failed"


class Why(StrEnum):
    """Why the delivery settled a message that was not sent; others may withdraw it for reasons of their own."""

    # The bot may not write to the recipient until they press start again.
    UNREACHABLE = "unreachable"
    REFUSED = "refused by Telegram"
    PERHAPS_DELIVERED = "perhaps delivered twice"
    NO_WORDS = "its words could not be made"
    EXPIRED = "expired"
    OVERTAKEN = "overtaken"


# It may have arrived whenever a process died, or a line broke, after it was claimed.
MOST_DELIVERIES = 2


class OutboxMessage(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    id: int
    kind: Kind
    recipient_id: int
    subject_id: int | None
    replaces_id: int | None
    detail: str | None
    status: OutboxStatus
    rule_at: datetime
    due_at: datetime
    expires_at: datetime | None
    deliveries: int
    message_id: int | None
    reason: str | None
    created_at: datetime
    settled_at: datetime | None
