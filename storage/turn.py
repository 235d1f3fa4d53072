"""The rota: turns of sessions, those who volunteered, and sessions with too few to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.poll import Answer
from domain.turn import ChosenBy, ThinDecision, ThinSession, Turn, TurnRole, TurnStatus, Volunteer
from storage.moments import moment, moment_if, stored
from storage.rows import change, every, insert, one

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime

    import aiosqlite

COLUMNS = (
    "turn.id, turn.session_id, turn.role, turn.position, turn.person_id, turn.original_person_id, turn.status,"
    " turn.chosen_by, turn.created_at, turn.changed_at"
)
VOLUNTEER_COLUMNS = "id, session_id, person_id, created_at, settled_at"
IN_ORDER = "ORDER BY session.starts_at, turn.session_id, turn.role, turn.position"


class Turns:
    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    async def get(self, turn_id: int) -> Turn:
        """Raises LookupError when there is no such turn."""
        row = await one(self._connection, f"SELECT {COLUMNS} FROM turn WHERE id = :id", {"id": turn_id})
        if row is None:
            raise LookupError(f"no turn {turn_id}")
        return _turn(row)

    async def of_session(self, session_id: int) -> list[Turn]:
        """The presenters in their order, then the reserve; told or not yet."""
        rows = await every(
            self._connection,
            f"SELECT {COLUMNS} FROM turn WHERE session_id = :id ORDER BY role, position",
            {"id": session_id},
        )
        return [_turn(row) for row in rows]

    async def of_group(self, group_id: int) -> list[Turn]:
        """Of all sessions that were not cancelled, over all cycles, in the order of time."""
        rows = await every(
            self._connection,
            f"SELECT {COLUMNS} FROM turn JOIN session ON session.id = turn.session_id"
            f" WHERE session.group_id = :id AND session.status <> 'cancelled' {IN_ORDER}",
            {"id": group_id},
        )
        return [_turn(row) for row in rows]

    async def put(
        self,
        session_id: int,
        role: TurnRole,
        position: int,
        *,
        person_id: int | None,
        chosen_by: ChosenBy,
        at: datetime,
    ) -> None:
        """Give this place to somebody, or to nobody; who had it when the group was told is kept.

        Raises sqlite3.IntegrityError when this person has another place in this session.
        """
        await change(
            self._connection,
            "INSERT INTO turn (session_id, role, position, person_id, status, chosen_by, created_at, changed_at)"
            " VALUES (:session_id, :role, :position, :person_id, 'proposed', :chosen_by, :at, :at)"
            " ON CONFLICT (session_id, role, position) DO UPDATE SET person_id = excluded.person_id,"
            " chosen_by = excluded.chosen_by, changed_at = excluded.changed_at",
            {
                "session_id": session_id,
                "role": role,
                "position": position,
                "person_id": person_id,
                "chosen_by": chosen_by,
                "at": stored(at),
            },
        )

    async def clear(self, session_id: int, at: datetime) -> None:
        """Nobody has a place in this session, for as long as its places are given out anew."""
        await change(
            self._connection,
            "UPDATE turn SET person_id = NULL, changed_at = :at WHERE session_id = :id AND person_id IS NOT NULL",
            {"id": session_id, "at": stored(at)},
        )

    async def drop_proposed(self, session_id: int) -> None:
        await change(
            self._connection,
            "DELETE FROM turn WHERE session_id = :id AND status = 'proposed'",
            {"id": session_id},
        )

    async def drop_proposed_by_bot(self, session_id: int) -> None:
        """What the leader chose by hand stays in the proposal that follows."""
        await change(
            self._connection,
            "DELETE FROM turn WHERE session_id = :id AND status = 'proposed' AND chosen_by = 'bot'",
            {"id": session_id},
        )

    async def tell(self, session_id: int, at: datetime) -> bool:
        """What is proposed becomes the original rota; False when there was nothing to tell."""
        told = await change(
            self._connection,
            "UPDATE turn SET status = 'told', original_person_id = person_id, changed_at = :at"
            " WHERE session_id = :id AND status = 'proposed'",
            {"id": session_id, "at": stored(at)},
        )
        return told > 0

    async def tell_added(self, session_id: int, at: datetime) -> None:
        """A place that was added to what was told counts as told, with nobody in it at first."""
        await change(
            self._connection,
            "UPDATE turn SET status = 'told', changed_at = :at WHERE session_id = :id AND status = 'proposed'",
            {"id": session_id, "at": stored(at)},
        )

    async def add_volunteer(self, session_id: int, person_id: int, at: datetime) -> Volunteer:
        """Raises sqlite3.IntegrityError when what this person asked before is not settled yet."""
        volunteer_id = await insert(
            self._connection,
            "INSERT INTO volunteer (session_id, person_id, created_at) VALUES (:session_id, :person_id, :at)",
            {"session_id": session_id, "person_id": person_id, "at": stored(at)},
        )
        return await self.volunteer(volunteer_id)

    async def volunteer(self, volunteer_id: int) -> Volunteer:
        """Raises LookupError when there is no such volunteer."""
        row = await one(
            self._connection, f"SELECT {VOLUNTEER_COLUMNS} FROM volunteer WHERE id = :id", {"id": volunteer_id}
        )
        if row is None:
            raise LookupError(f"no volunteer {volunteer_id}")
        return _volunteer(row)

    async def volunteers(self, session_id: int) -> list[Volunteer]:
        """Who has no answer yet; the first to say so in front."""
        rows = await every(
            self._connection,
            f"SELECT {VOLUNTEER_COLUMNS} FROM volunteer WHERE session_id = :id AND settled_at IS NULL ORDER BY id",
            {"id": session_id},
        )
        return [_volunteer(row) for row in rows]

    async def settle_volunteer(self, volunteer_id: int, at: datetime) -> bool:
        """False when it was settled before."""
        settled = await change(
            self._connection,
            "UPDATE volunteer SET settled_at = :at WHERE id = :id AND settled_at IS NULL",
            {"at": stored(at), "id": volunteer_id},
        )
        return settled > 0

    async def answers_to(self, session_id: int) -> dict[int, Answer]:
        """What members last answered to the date that this session has now; who never answered is not in it."""
        rows = await every(
            self._connection,
            "SELECT vote.person_id, vote.answer FROM session"
            " JOIN poll ON poll.group_id = session.group_id"
            " JOIN poll_option ON poll_option.poll_id = poll.id AND poll_option.starts_at = session.starts_at"
            " JOIN vote ON vote.option_id = poll_option.id AND vote.answer IS NOT NULL"
            " WHERE session.id = :id ORDER BY vote.update_id",
            {"id": session_id},
        )
        return {row["person_id"]: Answer(row["answer"]) for row in rows}

    async def thin(self, session_id: int) -> ThinSession | None:
        """None when it was never below its quorum."""
        row = await one(
            self._connection,
            "SELECT session_id, coming, asked_at, decision, decided_at FROM thin_session WHERE session_id = :id",
            {"id": session_id},
        )
        if row is None:
            return None
        return ThinSession(
            session_id=row["session_id"],
            coming=row["coming"],
            asked_at=moment(row["asked_at"]),
            decision=None if row["decision"] is None else ThinDecision(row["decision"]),
            decided_at=moment_if(row["decided_at"]),
        )

    async def ask_thin(self, session_id: int, coming: int, at: datetime) -> None:
        """So few come; what was decided before, with more of them, holds no longer."""
        await change(
            self._connection,
            "INSERT INTO thin_session (session_id, coming, asked_at) VALUES (:id, :coming, :at)"
            " ON CONFLICT (session_id) DO UPDATE SET coming = excluded.coming, asked_at = excluded.asked_at,"
            " decision = NULL, decided_at = NULL",
            {"id": session_id, "coming": coming, "at": stored(at)},
        )

    async def decide_thin(self, session_id: int, decision: ThinDecision, at: datetime) -> bool:
        """False when it was decided before, or never asked."""
        decided = await change(
            self._connection,
            "UPDATE thin_session SET decision = :decision, decided_at = :at"
            " WHERE session_id = :id AND decision IS NULL",
            {"id": session_id, "decision": decision, "at": stored(at)},
        )
        return decided > 0

    async def forget_thin(self, session_id: int) -> None:
        """Enough come (again), or it takes place at another moment."""
        await change(self._connection, "DELETE FROM thin_session WHERE session_id = :id", {"id": session_id})


def _turn(row: sqlite3.Row) -> Turn:
    return Turn(
        id=row["id"],
        session_id=row["session_id"],
        role=TurnRole(row["role"]),
        position=row["position"],
        person_id=row["person_id"],
        original_person_id=row["original_person_id"],
        status=TurnStatus(row["status"]),
        chosen_by=ChosenBy(row["chosen_by"]),
        created_at=moment(row["created_at"]),
        changed_at=moment(row["changed_at"]),
    )


def _volunteer(row: sqlite3.Row) -> Volunteer:
    return Volunteer(
        id=row["id"],
        session_id=row["session_id"],
        person_id=row["person_id"],
        created_at=moment(row["created_at"]),
        settled_at=moment_if(row["settled_at"]),
    )
