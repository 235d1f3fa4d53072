"""Learning goals, sealed with their owner's key, and who may read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.goal import Goal, GoalReading
from storage.cipher import open_for, seal_for
from storage.moments import moment, stored
from storage.rows import change, every, insert, one

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime

    import aiosqlite

    from storage.cipher import PersonKey
    from storage.person import People

WORDS = "goal.words"
PROPOSAL = "goal.proposal"
COLUMNS = "id, person_id, words_sealed, proposal_sealed, shared, proposed_by, created_at, changed_at"


class Goals:
    def __init__(self, connection: aiosqlite.Connection, people: People) -> None:
        self._connection = connection
        self._people = people

    async def add(self, person_id: int, words: str, at: datetime, *, shared: bool) -> Goal:
        key = await self._people.key_of(person_id)
        goal_id = await insert(
            self._connection,
            "INSERT INTO goal (person_id, words_sealed, shared, created_at, changed_at)"
            " VALUES (:person_id, :words, :shared, :at, :at)",
            {"person_id": person_id, "words": seal_for(key, words, WORDS), "shared": shared, "at": stored(at)},
        )
        return await self.get(goal_id)

    async def get(self, goal_id: int) -> Goal:
        """Raises LookupError when there is no such goal, or no longer."""
        row = await one(self._connection, f"SELECT {COLUMNS} FROM goal WHERE id = :id", {"id": goal_id})
        if row is None:
            raise LookupError(f"no goal {goal_id}")
        return _goal(row, await self._people.key_of(row["person_id"]))

    async def of(self, person_id: int) -> list[Goal]:
        """In the order in which they were written."""
        rows = await every(
            self._connection,
            f"SELECT {COLUMNS} FROM goal WHERE person_id = :person_id ORDER BY id",
            {"person_id": person_id},
        )
        if not rows:
            return []
        key = await self._people.key_of(person_id)
        return [_goal(row, key) for row in rows]

    async def save(self, goal: Goal) -> None:
        """Write every column that can change."""
        key = await self._people.key_of(goal.person_id)
        await change(
            self._connection,
            "UPDATE goal SET words_sealed = :words, proposal_sealed = :proposal, shared = :shared,"
            " proposed_by = :proposed_by, changed_at = :changed_at WHERE id = :id",
            {
                "id": goal.id,
                "words": seal_for(key, goal.words, WORDS),
                "proposal": None if goal.proposal is None else seal_for(key, goal.proposal, PROPOSAL),
                "shared": goal.shared,
                "proposed_by": goal.proposed_by,
                "changed_at": stored(goal.changed_at),
            },
        )

    async def remove(self, goal_id: int) -> None:
        await change(self._connection, "DELETE FROM goal WHERE id = :id", {"id": goal_id})

    async def keep_from(self, person_id: int, left_at: datetime | None) -> None:
        """Since when the owner takes no part any more; None: takes part (again)."""
        await change(
            self._connection,
            "UPDATE goal SET left_at = :left_at WHERE person_id = :person_id",
            {"left_at": None if left_at is None else stored(left_at), "person_id": person_id},
        )

    async def sweep(self, left_before: datetime) -> int:
        """Erase those whose owners left before this moment; returns how many there were."""
        return await change(
            self._connection, "DELETE FROM goal WHERE left_at < :left_before", {"left_before": stored(left_before)}
        )

    async def reading_of(self, person_id: int, facilitator_id: int) -> GoalReading | None:
        """None when nobody asked yet."""
        row = await one(
            self._connection,
            "SELECT reading FROM goal_reader WHERE person_id = :person_id AND facilitator_id = :facilitator_id",
            {"person_id": person_id, "facilitator_id": facilitator_id},
        )
        return None if row is None else GoalReading(row["reading"])

    async def has_readers(self, person_id: int) -> bool:
        """Whether anything was settled with any facilitator."""
        row = await one(
            self._connection, "SELECT 1 FROM goal_reader WHERE person_id = :person_id", {"person_id": person_id}
        )
        return row is not None

    async def forget_readers(self, person_id: int) -> None:
        await change(self._connection, "DELETE FROM goal_reader WHERE person_id = :person_id", {"person_id": person_id})

    async def set_reading(self, person_id: int, facilitator_id: int, reading: GoalReading, at: datetime) -> None:
        await change(
            self._connection,
            "INSERT INTO goal_reader (person_id, facilitator_id, reading, changed_at)"
            " VALUES (:person_id, :facilitator_id, :reading, :at)"
            " ON CONFLICT (person_id, facilitator_id) DO UPDATE SET reading = excluded.reading,"
            " changed_at = excluded.changed_at",
            {"person_id": person_id, "facilitator_id": facilitator_id, "reading": reading, "at": stored(at)},
        )


def _goal(row: sqlite3.Row, key: PersonKey) -> Goal:
    proposal = row["proposal_sealed"]
    return Goal(
        id=row["id"],
        person_id=row["person_id"],
        words=open_for(key, row["words_sealed"], WORDS),
        shared=bool(row["shared"]),
        proposal=None if proposal is None else open_for(key, proposal, PROPOSAL),
        proposed_by=row["proposed_by"],
        created_at=moment(row["created_at"]),
        changed_at=moment(row["changed_at"]),
    )
