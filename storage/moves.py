"""Whose move it is: what is waited for, and until when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.moves import Move, MoveKind, due_at_step, first_step
from storage.moments import moment, moment_if, stored, stored_if
from storage.rows import change, every, one

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime

    import aiosqlite

# What waits for who leads a group: the subjects of each kind that are of the group.
_OF_SESSION = "SELECT id FROM session WHERE group_id = :group_id"
_OF_GROUP: dict[MoveKind, str] = {
    MoveKind.SHORTAGE: "SELECT id FROM shortage WHERE group_id = :group_id",
    MoveKind.OUT_OF_OFFICE: "SELECT id FROM membership WHERE group_id = :group_id",
    MoveKind.FIRST_DATE: "SELECT :group_id",
    MoveKind.ROTA: "SELECT :group_id",
    MoveKind.ATTENDANCE: _OF_SESSION,
    MoveKind.SESSION_PLACE: _OF_SESSION,
    MoveKind.BELOW_QUORUM: _OF_SESSION,
    MoveKind.VOLUNTEER: f"SELECT id FROM volunteer WHERE session_id IN ({_OF_SESSION})",
    MoveKind.PROPOSAL: "SELECT id FROM poll WHERE group_id = :group_id",
    MoveKind.PLACE_TIE: "SELECT id FROM place_choice WHERE group_id = :group_id",
    MoveKind.HOSTS_DRAFTED: "SELECT id FROM place_choice WHERE group_id = :group_id",
    MoveKind.HOST_ASKING: f"SELECT id FROM hosting WHERE session_id IN ({_OF_SESSION})",
    MoveKind.SWAP_DECISION: f"SELECT swap.id FROM swap JOIN turn ON turn.id = swap.turn_id"
    f" WHERE turn.session_id IN ({_OF_SESSION})",
}

COLUMNS = "id, kind, subject_id, person_id, opened_at, step, due_at, ends_by, closed_at"


class Moves:
    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    async def open(
        self,
        kind: MoveKind,
        subject_id: int,
        at: datetime,
        person_id: int | None = None,
        *,
        ends_by: datetime | None = None,
    ) -> None:
        """From now on it is this person's move (None: a coordinator's). A wait that is open goes on as it is.

        `ends_by`: the last step of its rule comes then at the latest, and reminders after it not at all.
        """
        step = first_step(kind, at, ends_by)
        await change(
            self._connection,
            "INSERT INTO move (kind, subject_id, person_id, opened_at, step, due_at, ends_by)"
            " VALUES (:kind, :subject_id, :person_id, :at, :step, :due_at, :ends_by)"
            " ON CONFLICT (kind, subject_id) WHERE closed_at IS NULL DO NOTHING",
            {
                "kind": kind,
                "subject_id": subject_id,
                "person_id": person_id,
                "at": stored(at),
                "step": step,
                "due_at": stored_if(due_at_step(kind, at, step, ends_by)),
                "ends_by": stored_if(ends_by),
            },
        )

    async def close(self, kind: MoveKind, subject_id: int, at: datetime) -> bool:
        """Somebody moved; False when nobody was waiting."""
        closed = await change(
            self._connection,
            "UPDATE move SET closed_at = :at WHERE kind = :kind AND subject_id = :subject_id AND closed_at IS NULL",
            {"at": stored(at), "kind": kind, "subject_id": subject_id},
        )
        return closed > 0

    async def pass_on_in_group(self, group_id: int, leader_id: int | None) -> None:
        """Whatever waits for who leads this group waits for this one from now on (None: for a coordinator)."""
        whose = " OR ".join(f"(kind = '{kind}' AND subject_id IN ({theirs}))" for kind, theirs in _OF_GROUP.items())
        await change(
            self._connection,
            f"UPDATE move SET person_id = :leader_id WHERE closed_at IS NULL AND ({whose})",
            {"leader_id": leader_id, "group_id": group_id},
        )

    async def due(self, at: datetime, limit: int) -> list[Move]:
        rows = await every(
            self._connection,
            f"SELECT {COLUMNS} FROM move WHERE closed_at IS NULL AND due_at <= :at ORDER BY due_at, id LIMIT :limit",
            {"at": stored(at), "limit": limit},
        )
        return [_move(row) for row in rows]

    async def next_due(self) -> datetime | None:
        row = await one(
            self._connection,
            "SELECT min(due_at) AS due_at FROM move WHERE closed_at IS NULL AND due_at IS NOT NULL",
            {},
        )
        return None if row is None else moment_if(row["due_at"])

    async def open_of(self, person_id: int | None) -> list[Move]:
        """What this person (None: a coordinator) has to do, the most pressing first."""
        rows = await every(
            self._connection,
            f"SELECT {COLUMNS} FROM move WHERE closed_at IS NULL AND person_id IS :person_id ORDER BY due_at, id",
            {"person_id": person_id},
        )
        return [_move(row) for row in rows]

    async def current(self, kind: MoveKind, subject_id: int) -> Move | None:
        row = await one(
            self._connection,
            f"SELECT {COLUMNS} FROM move WHERE kind = :kind AND subject_id = :subject_id AND closed_at IS NULL",
            {"kind": kind, "subject_id": subject_id},
        )
        return None if row is None else _move(row)

    async def step_on(self, move: Move, done: int | None = None) -> bool:
        """To the step behind `done` (by default behind the move's own); False when it was taken there already."""
        step = (move.step if done is None else done) + 1
        stepped = await change(
            self._connection,
            "UPDATE move SET step = :step, due_at = :due_at WHERE id = :id AND step = :was AND closed_at IS NULL",
            {
                "step": step,
                "due_at": stored_if(due_at_step(move.kind, move.opened_at, step, move.ends_by)),
                "id": move.id,
                "was": move.step,
            },
        )
        return stepped > 0

    async def begin_anew(self, move: Move, at: datetime) -> None:
        """The wait counts from this moment on, with all its steps before it."""
        await change(
            self._connection,
            "UPDATE move SET opened_at = :at, step = 0, due_at = :due_at WHERE id = :id AND closed_at IS NULL",
            {"at": stored(at), "due_at": stored_if(due_at_step(move.kind, at, 0)), "id": move.id},
        )


def _move(row: sqlite3.Row) -> Move:
    return Move(
        id=row["id"],
        kind=MoveKind(row["kind"]),
        subject_id=row["subject_id"],
        person_id=row["person_id"],
        opened_at=moment(row["opened_at"]),
        step=row["step"],
        due_at=moment_if(row["due_at"]),
        ends_by=moment_if(row["ends_by"]),
        closed_at=moment_if(row["closed_at"]),
    )
