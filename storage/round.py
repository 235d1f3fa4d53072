"""Rounds; their names sealed with the office's key, for they were typed by a person."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from domain.round import Round, RoundStatus
from storage.moments import moment_if, stored_if
from storage.rows import change, every, insert, one

if TYPE_CHECKING:
    import sqlite3

    import aiosqlite

    from storage.cipher import MainKey

NAME = "round.name"
COLUMNS = "id, status, slug, name_sealed, closes_on, places, created_by, opened_at, closed_at"


class Rounds:
    def __init__(self, connection: aiosqlite.Connection, key: MainKey) -> None:
        self._connection = connection
        self._key = key

    async def add(self, slug: str, created_by: int) -> Round:
        """A draft, which its coordinator fills in."""
        round_id = await insert(
            self._connection,
            "INSERT INTO round (status, slug, created_by) VALUES ('draft', :slug, :created_by)",
            {"slug": slug, "created_by": created_by},
        )
        return await self.get(round_id)

    async def get(self, round_id: int) -> Round:
        """Raises LookupError when there is no such round."""
        row = await one(self._connection, f"SELECT {COLUMNS} FROM round WHERE id = :id", {"id": round_id})
        if row is None:
            raise LookupError(f"no round {round_id}")
        return self._round(row)

    async def by_slug(self, slug: str) -> Round | None:
        row = await one(self._connection, f"SELECT {COLUMNS} FROM round WHERE slug = :slug", {"slug": slug})
        return None if row is None else self._round(row)

    async def open_rounds(self) -> list[Round]:
        """Those that were not closed, the newest first; a closing date may have passed."""
        rows = await every(self._connection, f"SELECT {COLUMNS} FROM round WHERE status = 'open' ORDER BY id DESC", {})
        return [self._round(row) for row in rows]

    async def all(self) -> list[Round]:
        """Every round that was opened, the newest first."""
        rows = await every(
            self._connection, f"SELECT {COLUMNS} FROM round WHERE status <> 'draft' ORDER BY id DESC", {}
        )
        return [self._round(row) for row in rows]

    async def save(self, round_: Round) -> None:
        """Write every column that can change."""
        await change(
            self._connection,
            "UPDATE round SET status = :status, name_sealed = :name, closes_on = :closes_on, places = :places,"
            " opened_at = :opened_at, closed_at = :closed_at WHERE id = :id",
            {
                "id": round_.id,
                "status": round_.status,
                "name": None if round_.name is None else self._key.seal(round_.name, NAME),
                "closes_on": None if round_.closes_on is None else round_.closes_on.isoformat(),
                "places": round_.places,
                "opened_at": stored_if(round_.opened_at),
                "closed_at": stored_if(round_.closed_at),
            },
        )

    async def remove_drafts_of(self, person_id: int) -> None:
        await change(
            self._connection,
            "DELETE FROM round WHERE created_by = :person_id AND status = 'draft'",
            {"person_id": person_id},
        )

    def _round(self, row: sqlite3.Row) -> Round:
        name, closes_on = row["name_sealed"], row["closes_on"]
        return Round(
            id=row["id"],
            status=RoundStatus(row["status"]),
            slug=row["slug"],
            name=None if name is None else self._key.open(name, NAME),
            closes_on=None if closes_on is None else date.fromisoformat(closes_on),
            places=row["places"],
            created_by=row["created_by"],
            opened_at=moment_if(row["opened_at"]),
            closed_at=moment_if(row["closed_at"]),
        )
