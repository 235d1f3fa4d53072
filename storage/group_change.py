"""Groups of fewer than six, and people who might join one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.group_change import (
    Newcomer,
    NewcomerAnswer,
    NewcomerStatus,
    Shortage,
    ShortageOutcome,
    ShortageWish,
)
from storage.moments import moment, moment_if, stored, stored_if
from storage.rows import change, every, insert, one

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime

    import aiosqlite

SHORTAGE_COLUMNS = "id, group_id, opened_at, leader_wish, office_wish, outcome, settled_at"
NEWCOMER_COLUMNS = "id, group_id, person_id, registration_id, status, proposed_by, opened_at, settled_at"


class Shortages:
    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    async def open(self, group_id: int, at: datetime) -> Shortage:
        """Raises sqlite3.IntegrityError while one is open for this group."""
        shortage_id = await insert(
            self._connection,
            "INSERT INTO shortage (group_id, opened_at) VALUES (:group_id, :at)",
            {"group_id": group_id, "at": stored(at)},
        )
        return await self.get(shortage_id)

    async def get(self, shortage_id: int) -> Shortage:
        """Raises LookupError when there is no such shortage."""
        row = await one(
            self._connection, f"SELECT {SHORTAGE_COLUMNS} FROM shortage WHERE id = :id", {"id": shortage_id}
        )
        if row is None:
            raise LookupError(f"no shortage {shortage_id}")
        return _shortage(row)

    async def open_of(self, group_id: int) -> Shortage | None:
        row = await one(
            self._connection,
            f"SELECT {SHORTAGE_COLUMNS} FROM shortage WHERE group_id = :group_id AND outcome IS NULL",
            {"group_id": group_id},
        )
        return None if row is None else _shortage(row)

    async def latest_of(self, group_id: int) -> Shortage | None:
        row = await one(
            self._connection,
            f"SELECT {SHORTAGE_COLUMNS} FROM shortage WHERE group_id = :group_id ORDER BY id DESC LIMIT 1",
            {"group_id": group_id},
        )
        return None if row is None else _shortage(row)

    async def save(self, shortage: Shortage) -> None:
        """Write every column that can change."""
        await change(
            self._connection,
            "UPDATE shortage SET leader_wish = :leader_wish, office_wish = :office_wish, outcome = :outcome,"
            " settled_at = :settled_at WHERE id = :id",
            {
                "id": shortage.id,
                "leader_wish": shortage.leader_wish,
                "office_wish": shortage.office_wish,
                "outcome": shortage.outcome,
                "settled_at": stored_if(shortage.settled_at),
            },
        )


class Newcomers:
    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    async def propose(
        self, group_id: int, person_id: int, registration_id: int, proposed_by: int, at: datetime
    ) -> Newcomer:
        """Raises sqlite3.IntegrityError while another is asked about, or this one for another group."""
        newcomer_id = await insert(
            self._connection,
            "INSERT INTO newcomer (group_id, person_id, registration_id, status, proposed_by, opened_at)"
            " VALUES (:group_id, :person_id, :registration_id, 'asked', :proposed_by, :at)",
            {
                "group_id": group_id,
                "person_id": person_id,
                "registration_id": registration_id,
                "proposed_by": proposed_by,
                "at": stored(at),
            },
        )
        return await self.get(newcomer_id)

    async def get(self, newcomer_id: int) -> Newcomer:
        """Raises LookupError when there is no such newcomer."""
        row = await one(
            self._connection, f"SELECT {NEWCOMER_COLUMNS} FROM newcomer WHERE id = :id", {"id": newcomer_id}
        )
        if row is None:
            raise LookupError(f"no newcomer {newcomer_id}")
        return _newcomer(row)

    async def open_of_group(self, group_id: int) -> Newcomer | None:
        row = await one(
            self._connection,
            f"SELECT {NEWCOMER_COLUMNS} FROM newcomer WHERE group_id = :group_id AND status = 'asked'",
            {"group_id": group_id},
        )
        return None if row is None else _newcomer(row)

    async def open_of_person(self, person_id: int) -> Newcomer | None:
        row = await one(
            self._connection,
            f"SELECT {NEWCOMER_COLUMNS} FROM newcomer WHERE person_id = :person_id AND status = 'asked'",
            {"person_id": person_id},
        )
        return None if row is None else _newcomer(row)

    async def answer(self, newcomer_id: int, person_id: int, answer: NewcomerAnswer, at: datetime) -> None:
        """The later answer of a member stands."""
        await change(
            self._connection,
            "INSERT INTO newcomer_answer (newcomer_id, person_id, answer, answered_at)"
            " VALUES (:newcomer_id, :person_id, :answer, :at)"
            " ON CONFLICT (newcomer_id, person_id) DO UPDATE SET answer = excluded.answer,"
            " answered_at = excluded.answered_at",
            {"newcomer_id": newcomer_id, "person_id": person_id, "answer": answer, "at": stored(at)},
        )

    async def answers(self, newcomer_id: int) -> dict[int, NewcomerAnswer]:
        """By member, as long as the question is open; nothing afterwards."""
        rows = await every(
            self._connection,
            "SELECT person_id, answer FROM newcomer_answer WHERE newcomer_id = :newcomer_id",
            {"newcomer_id": newcomer_id},
        )
        return {row["person_id"]: NewcomerAnswer(row["answer"]) for row in rows}

    async def settle(self, newcomer_id: int, status: NewcomerStatus, at: datetime) -> bool:
        """End the question and erase who answered what; False when it was settled before."""
        settled = await change(
            self._connection,
            "UPDATE newcomer SET status = :status, settled_at = :at WHERE id = :id AND status = 'asked'",
            {"status": status, "at": stored(at), "id": newcomer_id},
        )
        await change(self._connection, "DELETE FROM newcomer_answer WHERE newcomer_id = :id", {"id": newcomer_id})
        return settled > 0


def _shortage(row: sqlite3.Row) -> Shortage:
    leader_wish, office_wish, outcome = row["leader_wish"], row["office_wish"], row["outcome"]
    return Shortage(
        id=row["id"],
        group_id=row["group_id"],
        opened_at=moment(row["opened_at"]),
        leader_wish=None if leader_wish is None else ShortageWish(leader_wish),
        office_wish=None if office_wish is None else ShortageWish(office_wish),
        outcome=None if outcome is None else ShortageOutcome(outcome),
        settled_at=moment_if(row["settled_at"]),
    )


def _newcomer(row: sqlite3.Row) -> Newcomer:
    return Newcomer(
        id=row["id"],
        group_id=row["group_id"],
        person_id=row["person_id"],
        registration_id=row["registration_id"],
        status=NewcomerStatus(row["status"]),
        proposed_by=row["proposed_by"],
        opened_at=moment(row["opened_at"]),
        settled_at=moment_if(row["settled_at"]),
    )
