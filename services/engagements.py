"""When a facilitator has something else: sessions and intakes keep out of each other's way, both ways."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from domain.slot import Interval

if TYPE_CHECKING:
    from datetime import datetime

    from storage.work import Reads


async def busy(reads: Reads, person_id: int, span: Interval, *, apart_from: int | None = None) -> list[Interval]:
    """When a facilitator has a session, as far as it touches this span; one (by id) may be left out."""
    group_ids = [group.id for group in await reads.groups.led_by(person_id)]
    sessions = await reads.sessions.between(group_ids, span)
    return [session.interval for session in sessions if session.id != apart_from]


async def engagements(reads: Reads, person_id: int, span: Interval, *, apart_from: int | None = None) -> list[Interval]:
    """When a facilitator cannot lead a session: other sessions, and intakes that somebody booked."""
    booked = [await reads.slots.get(each.slot_id) for each in await reads.bookings.of_facilitator(person_id, span)]
    return [*await busy(reads, person_id, span, apart_from=apart_from), *(slot.interval for slot in booked)]


def span_of_days(first: datetime, last: datetime) -> Interval:
    """From a day before the one moment to a day after the other: what may clash lies within."""
    return Interval(first - timedelta(days=1), last + timedelta(days=1))
