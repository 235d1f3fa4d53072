"""The calendar file that goes with a message about an intake, to either of the two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from documents.calendar import CalendarEvent, Method, calendar_file
from messages.message import Attachment

if TYPE_CHECKING:
    from datetime import datetime

    from domain.booking import Booking
    from domain.slot import Slot
    from texts.speech import Speech


def calendar_attachment(
    speech: Speech, booking: Booking, slot: Slot, now: datetime, *, cancelled: bool = False
) -> Attachment:
    """The intake at this slot; `cancelled` takes it out of the calendar. Nobody is named in it, the file name included.

    It is meant to be forwarded to a secretariat, so the message with it is not to be protected.
    """
    event = CalendarEvent(
        uid=booking.uid,
        sequence=booking.sequence,
        starts_at=slot.starts_at,
        ends_at=slot.ends_at,
        location=speech.plain(f"booking-location-{slot.medium}"),
    )
    file = calendar_file(event, Method.CANCEL if cancelled else Method.PUBLISH, now)
    return Attachment(f"intervisie-{slot.day.isoformat()}.ics", file)
