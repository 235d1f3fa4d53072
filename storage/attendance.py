"""Who said beforehand that they would be absent, and who was there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.attendance import Attendance
from storage.moments import moment_if, stored
from storage.rows import change, every

if TYPE_CHECKING:
    from datetime import datetime

    import aiosqlite


class Attendances:
    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    async def of(self, session_id: int) -> list[Attendance]:
        """Of whom something is known about this session."""
        rows = await every(
            self._connection,
            "SELECT session_id, person_id, absence_reported_at, present, noted_at FROM attendance"
            " WHERE session_id = :session_id ORDER BY person_id",
            {"session_id": session_id},
        )
        return [
            Attendance(
                session_id=row["session_id"],
                person_id=row["person_id"],
                absence_reported_at=moment_if(row["absence_reported_at"]),
                present=None if row["present"] is None else bool(row["present"]),
                noted_at=moment_if(row["noted_at"]),
            )
            for row in rows
        ]

    async def report(self, session_id: int, person_id: int, at: datetime) -> bool:
        """Somebody will be absent; False when they had said so already."""
        reported = await change(
            self._connection,
            "INSERT INTO attendance (session_id, person_id, absence_reported_at) VALUES (:session_id, :person_id, :at)"
            " ON CONFLICT (session_id, person_id) DO UPDATE SET absence_reported_at = excluded.absence_reported_at"
            " WHERE attendance.absence_reported_at IS NULL",
            {"session_id": session_id, "person_id": person_id, "at": stored(at)},
        )
        return reported > 0

    async def withdraw(self, session_id: int, person_id: int) -> bool:
        """They will be there after all, which is kept; False when they had not said otherwise."""
        withdrawn = await change(
            self._connection,
            "UPDATE attendance SET absence_reported_at = NULL WHERE session_id = :session_id"
            " AND person_id = :person_id AND absence_reported_at IS NOT NULL",
            {"session_id": session_id, "person_id": person_id},
        )
        return withdrawn > 0

    async def note(self, session_id: int, person_id: int, at: datetime, *, present: bool) -> None:
        """Whether somebody was there; what was noted last counts. What they said beforehand stays."""
        await change(
            self._connection,
            "INSERT INTO attendance (session_id, person_id, present, noted_at)"
            " VALUES (:session_id, :person_id, :present, :at)"
            " ON CONFLICT (session_id, person_id) DO UPDATE SET present = excluded.present,"
            " noted_at = excluded.noted_at",
            {"session_id": session_id, "person_id": person_id, "present": present, "at": stored(at)},
        )

    async def forget_reports(self, session_id: int) -> None:
        """It is at another moment now: what was said about the old one says nothing."""
        await change(
            self._connection,
            "UPDATE attendance SET absence_reported_at = NULL WHERE session_id = :session_id",
            {"session_id": session_id},
        )
        await change(
            self._connection,
            "DELETE FROM attendance WHERE session_id = :session_id AND present IS NULL",
            {"session_id": session_id},
        )

    async def forget(self, session_id: int, person_id: int) -> None:
        """Nothing is known of this person about this session any more."""
        await change(
            self._connection,
            "DELETE FROM attendance WHERE session_id = :session_id AND person_id = :person_id",
            {"session_id": session_id, "person_id": person_id},
        )
