"""Sessions of groups, and the pairings of their feedback exercise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.pairing import Pair
from domain.session import Form, Lunch, Session, SessionStatus
from storage.moments import moment, stored
from storage.rows import change, every, insert, one

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable
    from datetime import datetime

    import aiosqlite

    from domain.slot import Interval

COLUMNS = (
    "id, group_id, cycle, number, starts_at, ends_at, status, form, municipality_code, host_id, lunch, uid, sequence,"
    " created_at, changed_at"
)


class Sessions:
    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    async def add(
        self, group_id: int, cycle: int, number: int, interval: Interval, *, uid: str, at: datetime
    ) -> Session:
        """Raises sqlite3.IntegrityError when this group has one with this number in this cycle."""
        session_id = await insert(
            self._connection,
            "INSERT INTO session"
            " (group_id, cycle, number, starts_at, ends_at, status, form, uid, created_at, changed_at)"
            " VALUES (:group_id, :cycle, :number, :starts_at, :ends_at, 'planned', 'place', :uid, :at, :at)",
            {
                "group_id": group_id,
                "cycle": cycle,
                "number": number,
                "starts_at": stored(interval.starts_at),
                "ends_at": stored(interval.ends_at),
                "uid": uid,
                "at": stored(at),
            },
        )
        return await self.get(session_id)

    async def get(self, session_id: int) -> Session:
        """Raises LookupError when there is no such session."""
        row = await one(self._connection, f"SELECT {COLUMNS} FROM session WHERE id = :id", {"id": session_id})
        if row is None:
            raise LookupError(f"no session {session_id}")
        return _session(row)

    async def of_group(self, group_id: int, cycle: int | None = None) -> list[Session]:
        """Those not cancelled, of one cycle or of all, in the order in which they take place."""
        rows = await every(
            self._connection,
            f"SELECT {COLUMNS} FROM session WHERE group_id = :group_id AND status <> 'cancelled'"
            " AND (:cycle IS NULL OR cycle = :cycle) ORDER BY starts_at, id",
            {"group_id": group_id, "cycle": cycle},
        )
        return [_session(row) for row in rows]

    async def numbered(self, group_id: int, cycle: int, number: int) -> Session | None:
        """The one with this number that is not cancelled."""
        row = await one(
            self._connection,
            f"SELECT {COLUMNS} FROM session WHERE group_id = :group_id AND cycle = :cycle AND number = :number"
            " AND status <> 'cancelled'",
            {"group_id": group_id, "cycle": cycle, "number": number},
        )
        return None if row is None else _session(row)

    async def upcoming(self, group_id: int, now: datetime) -> list[Session]:
        """Those planned that are not over, the next first."""
        rows = await every(
            self._connection,
            f"SELECT {COLUMNS} FROM session WHERE group_id = :group_id AND status = 'planned' AND ends_at > :now"
            " ORDER BY starts_at, id",
            {"group_id": group_id, "now": stored(now)},
        )
        return [_session(row) for row in rows]

    async def between(self, group_ids: Iterable[int], span: Interval) -> list[Session]:
        """Those of these groups, not cancelled, that touch this span; in the order of time."""
        marks = ", ".join(f"{group_id:d}" for group_id in group_ids)
        rows = await every(
            self._connection,
            f"SELECT {COLUMNS} FROM session WHERE group_id IN ({marks}) AND status <> 'cancelled'"
            " AND ends_at > :begins AND starts_at < :ends ORDER BY starts_at, id",
            {"begins": stored(span.starts_at), "ends": stored(span.ends_at)},
        )
        return [_session(row) for row in rows]

    async def save(self, session: Session) -> None:
        """Write every column that can change."""
        await change(
            self._connection,
            "UPDATE session SET starts_at = :starts_at, ends_at = :ends_at, status = :status, form = :form,"
            " municipality_code = :municipality_code, host_id = :host_id, lunch = :lunch, sequence = :sequence,"
            " changed_at = :changed_at WHERE id = :id",
            {
                "id": session.id,
                "starts_at": stored(session.starts_at),
                "ends_at": stored(session.ends_at),
                "status": session.status,
                "form": session.form,
                "municipality_code": session.municipality_code,
                "host_id": session.host_id,
                "lunch": session.lunch,
                "sequence": session.sequence,
                "changed_at": stored(session.changed_at),
            },
        )

    async def pairs(self, session_id: int) -> list[Pair]:
        """With whom the exercise is done at this session; empty as long as nobody asked for a pairing."""
        rows = await every(
            self._connection,
            "SELECT giver_id, receiver_id FROM exercise_pair WHERE session_id = :session_id ORDER BY giver_id",
            {"session_id": session_id},
        )
        return [Pair(row["giver_id"], row["receiver_id"]) for row in rows]

    async def past_pairs(self, session: Session) -> list[Pair]:
        """Those of the group's other sessions, once for each time that they worked together."""
        rows = await every(
            self._connection,
            "SELECT giver_id, receiver_id FROM exercise_pair JOIN session ON session.id = exercise_pair.session_id"
            " WHERE session.group_id = :group_id AND session.id <> :session_id AND session.status <> 'cancelled'"
            " ORDER BY session.starts_at, giver_id",
            {"group_id": session.group_id, "session_id": session.id},
        )
        return [Pair(row["giver_id"], row["receiver_id"]) for row in rows]

    async def set_pairs(self, session_id: int, pairs: Iterable[Pair]) -> None:
        """In the place of those that there were."""
        await change(
            self._connection, "DELETE FROM exercise_pair WHERE session_id = :session_id", {"session_id": session_id}
        )
        for pair in pairs:
            await insert(
                self._connection,
                "INSERT INTO exercise_pair (session_id, giver_id, receiver_id) VALUES (:session_id, :giver, :receiver)",
                {"session_id": session_id, "giver": pair.giver, "receiver": pair.receiver},
            )

    async def candidates(self, session_id: int) -> list[datetime]:
        """The moments (UTC) put together for a session that has to move, in the order of time."""
        rows = await every(
            self._connection,
            "SELECT starts_at FROM move_candidate WHERE session_id = :session_id ORDER BY starts_at",
            {"session_id": session_id},
        )
        return [moment(row["starts_at"]) for row in rows]

    async def add_candidate(self, session_id: int, starts_at: datetime) -> None:
        """One that is there already stays as it is."""
        await change(
            self._connection,
            "INSERT INTO move_candidate (session_id, starts_at) VALUES (:session_id, :starts_at)"
            " ON CONFLICT DO NOTHING",
            {"session_id": session_id, "starts_at": stored(starts_at)},
        )

    async def drop_candidate(self, session_id: int, starts_at: datetime | None = None) -> None:
        """One of them; None: all."""
        await change(
            self._connection,
            "DELETE FROM move_candidate WHERE session_id = :session_id"
            " AND (:starts_at IS NULL OR starts_at = :starts_at)",
            {"session_id": session_id, "starts_at": None if starts_at is None else stored(starts_at)},
        )


def _session(row: sqlite3.Row) -> Session:
    return Session(
        id=row["id"],
        group_id=row["group_id"],
        cycle=row["cycle"],
        number=row["number"],
        starts_at=moment(row["starts_at"]),
        ends_at=moment(row["ends_at"]),
        status=SessionStatus(row["status"]),
        form=Form(row["form"]),
        municipality_code=row["municipality_code"],
        host_id=row["host_id"],
        lunch=None if row["lunch"] is None else Lunch(row["lunch"]),
        uid=row["uid"],
        sequence=row["sequence"],
        created_at=moment(row["created_at"]),
        changed_at=moment(row["changed_at"]),
    )
