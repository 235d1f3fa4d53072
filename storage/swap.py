"""Swaps of turns: what was asked, of whom, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.swap import Swap, SwapAsk, SwapStatus
from storage.moments import moment, moment_if, stored
from storage.rows import change, every, insert, one

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable
    from datetime import datetime

    import aiosqlite

COLUMNS = (
    "swap.id, swap.turn_id, swap.asked_by, swap.status, swap.taken_by, swap.taken_turn_id, swap.ends_at,"
    " swap.created_at, swap.settled_at"
)
LIVE = "swap.status IN ('open', 'to-decide')"


class Swaps:
    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    async def add(self, turn_id: int, asked_by: int, asked: Iterable[int], *, ends_at: datetime, at: datetime) -> Swap:
        """Raises sqlite3.IntegrityError when this turn is on offer already."""
        swap_id = await insert(
            self._connection,
            "INSERT INTO swap (turn_id, asked_by, status, ends_at, created_at)"
            " VALUES (:turn_id, :asked_by, 'open', :ends_at, :at)",
            {"turn_id": turn_id, "asked_by": asked_by, "ends_at": stored(ends_at), "at": stored(at)},
        )
        for person_id in asked:
            await insert(
                self._connection,
                "INSERT INTO swap_ask (swap_id, person_id) VALUES (:swap_id, :person_id)",
                {"swap_id": swap_id, "person_id": person_id},
            )
        return await self.get(swap_id)

    async def get(self, swap_id: int) -> Swap:
        """Raises LookupError when there is no such swap."""
        row = await one(self._connection, f"SELECT {COLUMNS} FROM swap WHERE id = :id", {"id": swap_id})
        if row is None:
            raise LookupError(f"no swap {swap_id}")
        return _swap(row)

    async def live_of_turn(self, turn_id: int) -> list[Swap]:
        """Those that are not settled in which this turn is offered, or given in return."""
        rows = await every(
            self._connection,
            f"SELECT {COLUMNS} FROM swap WHERE {LIVE} AND (turn_id = :id OR taken_turn_id = :id) ORDER BY id",
            {"id": turn_id},
        )
        return [_swap(row) for row in rows]

    async def live_of_group(self, group_id: int) -> list[Swap]:
        rows = await every(
            self._connection,
            f"SELECT {COLUMNS} FROM swap JOIN turn ON turn.id = swap.turn_id"
            f" JOIN session ON session.id = turn.session_id WHERE {LIVE} AND session.group_id = :id ORDER BY swap.id",
            {"id": group_id},
        )
        return [_swap(row) for row in rows]

    async def asks(self, swap_id: int) -> list[SwapAsk]:
        rows = await every(
            self._connection,
            "SELECT swap_id, person_id, declined_at FROM swap_ask WHERE swap_id = :id ORDER BY person_id",
            {"id": swap_id},
        )
        return [SwapAsk(swap_id=swap_id, person_id=row[1], declined_at=moment_if(row[2])) for row in rows]

    async def decline(self, swap_id: int, person_id: int, at: datetime) -> bool:
        """False when this person was not asked, or declined before."""
        declined = await change(
            self._connection,
            "UPDATE swap_ask SET declined_at = :at"
            " WHERE swap_id = :swap_id AND person_id = :person_id AND declined_at IS NULL",
            {"at": stored(at), "swap_id": swap_id, "person_id": person_id},
        )
        return declined > 0

    async def take(self, swap_id: int, taken_by: int, taken_turn_id: int, status: SwapStatus, at: datetime) -> bool:
        """The first to accept has it; False when somebody was faster, or it was settled."""
        taken = await change(
            self._connection,
            "UPDATE swap SET taken_by = :taken_by, taken_turn_id = :taken_turn_id, status = :status,"
            " settled_at = CASE WHEN :status = 'done' THEN :at END WHERE id = :id AND status = 'open'",
            {
                "id": swap_id,
                "taken_by": taken_by,
                "taken_turn_id": taken_turn_id,
                "status": status,
                "at": stored(at),
            },
        )
        return taken > 0

    async def settle(self, swap_id: int, status: SwapStatus, at: datetime) -> bool:
        """False when it was settled before."""
        settled = await change(
            self._connection,
            f"UPDATE swap SET status = :status, settled_at = :at WHERE id = :id AND {LIVE}",
            {"status": status, "at": stored(at), "id": swap_id},
        )
        return settled > 0


def _swap(row: sqlite3.Row) -> Swap:
    return Swap(
        id=row["id"],
        turn_id=row["turn_id"],
        asked_by=row["asked_by"],
        status=SwapStatus(row["status"]),
        taken_by=row["taken_by"],
        taken_turn_id=row["taken_turn_id"],
        ends_at=moment(row["ends_at"]),
        created_at=moment(row["created_at"]),
        settled_at=moment_if(row["settled_at"]),
    )
