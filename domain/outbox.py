"""Messages that are not a direct reply: their kinds, and what becomes of one."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from pydantic import BaseModel, ConfigDict


class Kind(StrEnum):
    """What a message is about; its words are made at the moment of sending."""

    ADMISSION_ASKED = "admission-asked"
    ADMISSION_REMINDER = "admission-reminder"
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
    INVITATION_USED = "invitation-used"
    ROUND_CLOSED = "round-closed"
    ERROR_REPORTED = "error-reported"


REMINDERS = frozenset({Kind.ADMISSION_REMINDER, Kind.PRICE_REMINDER, Kind.PRICE_UNANSWERED, Kind.REGISTRATION_NUDGE})
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
