"""What a facilitator is putting together, sealed with their key; and who was asked for one vote more."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from domain.planning import PlanningDraft, Plea
from storage.cipher import open_for, seal_for
from storage.moments import moment, moment_if, stored
from storage.rows import change, every, one

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime

    import aiosqlite

    from storage.person import People

DRAFT = "planning_draft.draft"
PLEA_COLUMNS = "id, poll_id, option_id, person_id, asked_at, possible, answered_at"


class KeptDraft(NamedTuple):
    group_id: int
    draft: PlanningDraft


class Plannings:
    def __init__(self, connection: aiosqlite.Connection, people: People) -> None:
        self._connection = connection
        self._people = people

    async def keep_draft(self, facilitator_id: int, group_id: int, draft: PlanningDraft, at: datetime) -> None:
        """A facilitator puts one together at a time: it takes the place of the last."""
        key = await self._people.key_of(facilitator_id)
        await change(
            self._connection,
            "INSERT INTO planning_draft (facilitator_id, group_id, draft_sealed, changed_at)"
            " VALUES (:id, :group_id, :draft, :at) ON CONFLICT (facilitator_id) DO UPDATE SET"
            " group_id = excluded.group_id, draft_sealed = excluded.draft_sealed, changed_at = excluded.changed_at",
            {
                "id": facilitator_id,
                "group_id": group_id,
                "draft": seal_for(key, draft.model_dump_json(), DRAFT),
                "at": stored(at),
            },
        )

    async def draft_of(self, facilitator_id: int) -> KeptDraft | None:
        row = await one(
            self._connection,
            "SELECT group_id, draft_sealed FROM planning_draft WHERE facilitator_id = :id",
            {"id": facilitator_id},
        )
        if row is None:
            return None
        key = await self._people.key_of(facilitator_id)
        draft = PlanningDraft.model_validate_json(open_for(key, row["draft_sealed"], DRAFT))
        return KeptDraft(row["group_id"], draft)

    async def drop_draft(self, facilitator_id: int) -> None:
        await change(self._connection, "DELETE FROM planning_draft WHERE facilitator_id = :id", {"id": facilitator_id})

    async def ask_plea(self, poll_id: int, option_id: int, person_id: int, at: datetime) -> Plea | None:
        """None when this person was asked about this date before: nobody is asked twice."""
        await change(
            self._connection,
            "INSERT INTO plea (poll_id, option_id, person_id, asked_at) VALUES (:poll_id, :option_id, :person_id, :at)"
            " ON CONFLICT (option_id, person_id) DO NOTHING",
            {"poll_id": poll_id, "option_id": option_id, "person_id": person_id, "at": stored(at)},
        )
        pleas = await self.pleas_of(poll_id)
        plea = next(each for each in pleas if (each.option_id, each.person_id) == (option_id, person_id))
        return plea if plea.asked_at == at and plea.possible is None else None

    async def plea(self, plea_id: int) -> Plea:
        """Raises LookupError when there is no such plea."""
        row = await one(self._connection, f"SELECT {PLEA_COLUMNS} FROM plea WHERE id = :id", {"id": plea_id})
        if row is None:
            raise LookupError(f"no plea {plea_id}")
        return _plea(row)

    async def pleas_of(self, poll_id: int) -> list[Plea]:
        rows = await every(
            self._connection,
            f"SELECT {PLEA_COLUMNS} FROM plea WHERE poll_id = :poll_id ORDER BY id",
            {"poll_id": poll_id},
        )
        return [_plea(row) for row in rows]

    async def answer_plea(self, plea_id: int, at: datetime, *, possible: bool) -> None:
        """The last answer stands for as long as nothing was settled."""
        await change(
            self._connection,
            "UPDATE plea SET possible = :possible, answered_at = :at WHERE id = :id",
            {"id": plea_id, "possible": possible, "at": stored(at)},
        )


def _plea(row: sqlite3.Row) -> Plea:
    return Plea(
        id=row["id"],
        poll_id=row["poll_id"],
        option_id=row["option_id"],
        person_id=row["person_id"],
        asked_at=moment(row["asked_at"]),
        possible=None if row["possible"] is None else bool(row["possible"]),
        answered_at=moment_if(row["answered_at"]),
    )
