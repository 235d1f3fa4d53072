"""Bookings of an intake, and requests to change one; what was written sealed with the key of the person who booked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.booking import Booking, BookingStatus, ChangeRequest, IntakeOutcome, RequestStatus, Side, Wish
from storage.cipher import open_for, seal_for
from storage.moments import moment, moment_if, stored, stored_if
from storage.rows import change, every, insert, one

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime

    import aiosqlite

    from domain.slot import Interval
    from storage.cipher import PersonKey
    from storage.person import People

OUTCOME_REASON = "booking.outcome_reason"
CANCEL_REASON = "booking.cancel_reason"
REQUEST_REASON = "change_request.reason"
COLUMNS = (
    "booking.id, booking.slot_id, booking.person_id, booking.status, booking.uid, booking.sequence,"
    " booking.person_coming_at, booking.facilitator_coming_at, booking.free_to_move, booking.outcome,"
    " booking.outcome_reason_sealed, booking.outcome_at, booking.cancelled_by, booking.cancel_reason_sealed,"
    " booking.created_at, booking.changed_at"
)
REQUEST_COLUMNS = "id, booking_id, wish, reason_sealed, status, created_at, settled_at"


class Bookings:
    def __init__(self, connection: aiosqlite.Connection, people: People) -> None:
        self._connection = connection
        self._people = people

    async def add(self, slot_id: int, person_id: int, uid: str, at: datetime) -> Booking:
        """Raises sqlite3.IntegrityError when somebody has this slot, or this person has another."""
        booking_id = await insert(
            self._connection,
            "INSERT INTO booking (slot_id, person_id, status, uid, created_at, changed_at)"
            " VALUES (:slot_id, :person_id, 'booked', :uid, :at, :at)",
            {"slot_id": slot_id, "person_id": person_id, "uid": uid, "at": stored(at)},
        )
        return await self.get(booking_id)

    async def get(self, booking_id: int) -> Booking:
        """Raises LookupError when there is no such booking."""
        booking = await self._first(f"SELECT {COLUMNS} FROM booking WHERE id = :id", booking_id)
        if booking is None:
            raise LookupError(f"no booking {booking_id}")
        return booking

    async def live_of(self, person_id: int) -> Booking | None:
        """The one that this person has now."""
        return await self._first(
            f"SELECT {COLUMNS} FROM booking WHERE person_id = :id AND status = 'booked'", person_id
        )

    async def latest_of(self, person_id: int) -> Booking | None:
        """The last that was not cancelled."""
        return await self._first(
            f"SELECT {COLUMNS} FROM booking WHERE person_id = :id AND status <> 'cancelled' ORDER BY id DESC LIMIT 1",
            person_id,
        )

    async def of_slot(self, slot_id: int) -> Booking | None:
        """The one that holds this slot."""
        return await self._first(
            f"SELECT {COLUMNS} FROM booking WHERE slot_id = :id AND status <> 'cancelled'", slot_id
        )

    async def of_facilitator(self, facilitator_id: int, span: Interval) -> list[Booking]:
        """Those not cancelled that begin in this span, in the order of time."""
        rows = await every(
            self._connection,
            f"SELECT {COLUMNS} FROM booking JOIN slot ON slot.id = booking.slot_id"
            " WHERE slot.facilitator_id = :facilitator_id AND booking.status <> 'cancelled'"
            " AND slot.starts_at >= :begins AND slot.starts_at < :ends ORDER BY slot.starts_at",
            {"facilitator_id": facilitator_id, "begins": stored(span.starts_at), "ends": stored(span.ends_at)},
        )
        return [await self._booking(row) for row in rows]

    async def live_of_facilitator(self, facilitator_id: int) -> list[Booking]:
        """Those that still have to be held, or have no outcome yet, in the order of time."""
        rows = await every(
            self._connection,
            f"SELECT {COLUMNS} FROM booking JOIN slot ON slot.id = booking.slot_id"
            " WHERE slot.facilitator_id = :facilitator_id AND booking.status = 'booked' ORDER BY slot.starts_at",
            {"facilitator_id": facilitator_id},
        )
        return [await self._booking(row) for row in rows]

    async def people_of(self, facilitator_id: int) -> list[int]:
        """Whose last booking that was not cancelled is with this facilitator: the facilitator's own participants."""
        rows = await every(
            self._connection,
            "SELECT booking.person_id FROM booking JOIN slot ON slot.id = booking.slot_id"
            " WHERE slot.facilitator_id = :facilitator_id AND booking.id = (SELECT max(id) FROM booking AS last"
            " WHERE last.person_id = booking.person_id AND last.status <> 'cancelled') ORDER BY slot.starts_at",
            {"facilitator_id": facilitator_id},
        )
        return [row["person_id"] for row in rows]

    async def searching(self) -> list[int]:
        """Whose move it is to book: admitted, without an intake and not in line."""
        rows = await every(
            self._connection,
            "SELECT person_id FROM move WHERE kind = 'no-booking' AND closed_at IS NULL AND person_id IS NOT NULL"
            " ORDER BY id",
            {},
        )
        return [row["person_id"] for row in rows]

    async def save(self, booking: Booking) -> None:
        """Write every column that can change. Raises sqlite3.IntegrityError when somebody has the slot."""
        key = await self._people.key_of(booking.person_id)
        await change(
            self._connection,
            "UPDATE booking SET slot_id = :slot_id, status = :status, sequence = :sequence,"
            " person_coming_at = :person_coming_at, facilitator_coming_at = :facilitator_coming_at,"
            " free_to_move = :free_to_move, outcome = :outcome, outcome_reason_sealed = :outcome_reason,"
            " outcome_at = :outcome_at, cancelled_by = :cancelled_by, cancel_reason_sealed = :cancel_reason,"
            " changed_at = :changed_at WHERE id = :id",
            {
                "id": booking.id,
                "slot_id": booking.slot_id,
                "status": booking.status,
                "sequence": booking.sequence,
                "person_coming_at": stored_if(booking.person_coming_at),
                "facilitator_coming_at": stored_if(booking.facilitator_coming_at),
                "free_to_move": booking.free_to_move,
                "outcome": booking.outcome,
                "outcome_reason": _sealed(key, booking.outcome_reason, OUTCOME_REASON),
                "outcome_at": stored_if(booking.outcome_at),
                "cancelled_by": booking.cancelled_by,
                "cancel_reason": _sealed(key, booking.cancel_reason, CANCEL_REASON),
                "changed_at": stored(booking.changed_at),
            },
        )

    async def ask_change(self, booking: Booking, wish: Wish, reason: str | None, at: datetime) -> ChangeRequest:
        """Raises sqlite3.IntegrityError when a request about this booking is open."""
        key = await self._people.key_of(booking.person_id)
        request_id = await insert(
            self._connection,
            "INSERT INTO change_request (booking_id, wish, reason_sealed, status, created_at)"
            " VALUES (:booking_id, :wish, :reason, 'open', :at)",
            {
                "booking_id": booking.id,
                "wish": wish,
                "reason": _sealed(key, reason, REQUEST_REASON),
                "at": stored(at),
            },
        )
        return await self.request(request_id)

    async def request(self, request_id: int) -> ChangeRequest:
        """Raises LookupError when there is no such request."""
        row = await one(
            self._connection, f"SELECT {REQUEST_COLUMNS} FROM change_request WHERE id = :id", {"id": request_id}
        )
        if row is None:
            raise LookupError(f"no request {request_id}")
        return await self._request(row)

    async def open_request(self, booking_id: int) -> ChangeRequest | None:
        row = await one(
            self._connection,
            f"SELECT {REQUEST_COLUMNS} FROM change_request WHERE booking_id = :booking_id AND status = 'open'",
            {"booking_id": booking_id},
        )
        return None if row is None else await self._request(row)

    async def settle_request(self, request_id: int, status: RequestStatus, at: datetime) -> bool:
        """False when it was settled before."""
        settled = await change(
            self._connection,
            "UPDATE change_request SET status = :status, settled_at = :at WHERE id = :id AND status = 'open'",
            {"status": status, "at": stored(at), "id": request_id},
        )
        return settled > 0

    async def _first(self, sql: str, subject_id: int) -> Booking | None:
        row = await one(self._connection, sql, {"id": subject_id})
        return None if row is None else await self._booking(row)

    async def _request(self, row: sqlite3.Row) -> ChangeRequest:
        booking = await self.get(row["booking_id"])
        key = await self._people.key_of(booking.person_id)
        return ChangeRequest(
            id=row["id"],
            booking_id=row["booking_id"],
            wish=Wish(row["wish"]),
            reason=_opened(key, row["reason_sealed"], REQUEST_REASON),
            status=RequestStatus(row["status"]),
            created_at=moment(row["created_at"]),
            settled_at=moment_if(row["settled_at"]),
        )

    async def _booking(self, row: sqlite3.Row) -> Booking:
        key = await self._people.key_of(row["person_id"])
        return Booking(
            id=row["id"],
            slot_id=row["slot_id"],
            person_id=row["person_id"],
            status=BookingStatus(row["status"]),
            uid=row["uid"],
            sequence=row["sequence"],
            person_coming_at=moment_if(row["person_coming_at"]),
            facilitator_coming_at=moment_if(row["facilitator_coming_at"]),
            free_to_move=bool(row["free_to_move"]),
            outcome=None if row["outcome"] is None else IntakeOutcome(row["outcome"]),
            outcome_reason=_opened(key, row["outcome_reason_sealed"], OUTCOME_REASON),
            outcome_at=moment_if(row["outcome_at"]),
            cancelled_by=None if row["cancelled_by"] is None else Side(row["cancelled_by"]),
            cancel_reason=_opened(key, row["cancel_reason_sealed"], CANCEL_REASON),
            created_at=moment(row["created_at"]),
            changed_at=moment(row["changed_at"]),
        )


def _sealed(key: PersonKey, words: str | None, purpose: str) -> bytes | None:
    return None if words is None else seal_for(key, words, purpose)


def _opened(key: PersonKey, sealed: bytes | None, purpose: str) -> str | None:
    return None if sealed is None else open_for(key, sealed, purpose)
