"""Candidates for a first date, the choice of a place, and hosts with what they arranged, sealed with their own key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.place import Arrangements, ChoiceStatus, Hosting, HostingStatus, PlaceChoice, PlaceForm, Votes
from storage.cipher import open_for, seal_for
from storage.moments import moment, moment_if, stored, stored_if
from storage.rows import change, every, insert, one

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime

    import aiosqlite

    from storage.person import People

ARRANGEMENTS = "hosting.arrangements"
CHOICE_COLUMNS = (
    "id, group_id, cycle, status, form, municipality_code, votes, decided_by, opened_by, created_at, changed_at"
)
COLUMNS = (
    "hosting.id, hosting.session_id, hosting.person_id, hosting.municipality_code, hosting.choice_id, hosting.status,"
    " hosting.asked_at, hosting.answered_at, hosting.arrangements_sealed, hosting.created_at, hosting.changed_at"
)


class FirstDates:
    """What a facilitator puts together before the members are asked."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    async def of_group(self, group_id: int) -> list[datetime]:
        """In the order of time, in UTC."""
        rows = await every(
            self._connection,
            "SELECT starts_at FROM first_date_candidate WHERE group_id = :group_id ORDER BY starts_at",
            {"group_id": group_id},
        )
        return [moment(row["starts_at"]) for row in rows]

    async def add(self, group_id: int, starts_at: datetime) -> bool:
        """False when it stood there already."""
        added = await change(
            self._connection,
            "INSERT INTO first_date_candidate (group_id, starts_at) VALUES (:group_id, :starts_at)"
            " ON CONFLICT DO NOTHING",
            {"group_id": group_id, "starts_at": stored(starts_at)},
        )
        return added > 0

    async def drop(self, group_id: int, starts_at: datetime) -> bool:
        """False when it did not stand there."""
        dropped = await change(
            self._connection,
            "DELETE FROM first_date_candidate WHERE group_id = :group_id AND starts_at = :starts_at",
            {"group_id": group_id, "starts_at": stored(starts_at)},
        )
        return dropped > 0

    async def clear(self, group_id: int) -> None:
        await change(
            self._connection, "DELETE FROM first_date_candidate WHERE group_id = :group_id", {"group_id": group_id}
        )


class PlaceChoices:
    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    async def add(
        self, group_id: int, cycle: int, status: ChoiceStatus, opened_by: int | None, at: datetime
    ) -> PlaceChoice:
        """Raises sqlite3.IntegrityError when there is one for this cycle that was not withdrawn."""
        choice_id = await insert(
            self._connection,
            "INSERT INTO place_choice (group_id, cycle, status, opened_by, created_at, changed_at)"
            " VALUES (:group_id, :cycle, :status, :opened_by, :at, :at)",
            {"group_id": group_id, "cycle": cycle, "status": status, "opened_by": opened_by, "at": stored(at)},
        )
        return await self.get(choice_id)

    async def get(self, choice_id: int) -> PlaceChoice:
        """Raises LookupError when there is no such choice."""
        row = await one(
            self._connection, f"SELECT {CHOICE_COLUMNS} FROM place_choice WHERE id = :id", {"id": choice_id}
        )
        if row is None:
            raise LookupError(f"no place choice {choice_id}")
        return _choice(row)

    async def of_cycle(self, group_id: int, cycle: int) -> PlaceChoice | None:
        """The one that was not withdrawn."""
        row = await one(
            self._connection,
            f"SELECT {CHOICE_COLUMNS} FROM place_choice"
            " WHERE group_id = :group_id AND cycle = :cycle AND status <> 'withdrawn'",
            {"group_id": group_id, "cycle": cycle},
        )
        return None if row is None else _choice(row)

    async def save(self, choice: PlaceChoice) -> None:
        """Write every column that can change."""
        await change(
            self._connection,
            "UPDATE place_choice SET status = :status, form = :form, municipality_code = :municipality_code,"
            " votes = :votes, decided_by = :decided_by, changed_at = :changed_at WHERE id = :id",
            {
                "id": choice.id,
                "votes": choice.votes,
                "decided_by": choice.decided_by,
                "status": choice.status,
                "form": choice.form,
                "municipality_code": choice.municipality_code,
                "changed_at": stored(choice.changed_at),
            },
        )


class Hostings:
    def __init__(self, connection: aiosqlite.Connection, people: People) -> None:
        self._connection = connection
        self._people = people

    async def add(
        self, session_id: int, person_id: int, municipality_code: str, at: datetime, choice_id: int | None = None
    ) -> Hosting:
        """To be asked. Raises sqlite3.IntegrityError when the session has a host, or somebody who is asked."""
        hosting_id = await insert(
            self._connection,
            "INSERT INTO hosting"
            " (session_id, person_id, municipality_code, choice_id, status, created_at, changed_at)"
            " VALUES (:session_id, :person_id, :municipality_code, :choice_id, 'planned', :at, :at)",
            {
                "session_id": session_id,
                "person_id": person_id,
                "municipality_code": municipality_code,
                "choice_id": choice_id,
                "at": stored(at),
            },
        )
        return await self.get(hosting_id)

    async def get(self, hosting_id: int) -> Hosting:
        """Raises LookupError when there is no such hosting."""
        found = await self._fetch("id = :id", id=hosting_id)
        if not found:
            raise LookupError(f"no hosting {hosting_id}")
        return found[0]

    async def live(self, session_id: int) -> Hosting | None:
        """Who hosts this session, is asked to, or is going to be."""
        found = await self._fetch(
            "session_id = :session_id AND status IN ('planned', 'asked', 'accepted')", session_id=session_id
        )
        return found[0] if found else None

    async def of_session(self, session_id: int) -> list[Hosting]:
        """Everybody who was ever to host it, in the order in which they were thought of."""
        return await self._fetch("session_id = :session_id", session_id=session_id)

    async def of_choice(self, choice_id: int) -> list[Hosting]:
        """The live ones that follow from this choice of a place, in that order."""
        return await self._fetch(
            "choice_id = :choice_id AND status IN ('planned', 'asked', 'accepted')", choice_id=choice_id
        )

    async def live_of_person(self, group_id: int, person_id: int) -> list[Hosting]:
        """What this member hosts in this group, is asked to, or is going to be."""
        return await self._fetch(
            "person_id = :person_id AND status IN ('planned', 'asked', 'accepted')"
            " AND session_id IN (SELECT id FROM session WHERE group_id = :group_id)",
            person_id=person_id,
            group_id=group_id,
        )

    async def accepted_in(self, group_id: int) -> list[Hosting]:
        """Of all sessions that were not cancelled: held ones, and those to come."""
        return await self._fetch(
            "status = 'accepted' AND session_id IN"
            " (SELECT id FROM session WHERE group_id = :group_id AND status <> 'cancelled')",
            group_id=group_id,
        )

    async def save(self, hosting: Hosting) -> None:
        """Write every column that can change."""
        key = await self._people.key_of(hosting.person_id)
        said = hosting.arrangements.said
        arrangements = seal_for(key, hosting.arrangements.model_dump_json(), ARRANGEMENTS) if said else None
        await change(
            self._connection,
            "UPDATE hosting SET status = :status, asked_at = :asked_at, answered_at = :answered_at,"
            " arrangements_sealed = :arrangements, changed_at = :changed_at WHERE id = :id",
            {
                "id": hosting.id,
                "status": hosting.status,
                "asked_at": stored_if(hosting.asked_at),
                "answered_at": stored_if(hosting.answered_at),
                "arrangements": arrangements,
                "changed_at": stored(hosting.changed_at),
            },
        )

    async def _fetch(self, where: str, **values: object) -> list[Hosting]:
        rows = await every(self._connection, f"SELECT {COLUMNS} FROM hosting WHERE {where} ORDER BY id", values)
        return [await self._hosting(row) for row in rows]

    async def _hosting(self, row: sqlite3.Row) -> Hosting:
        return Hosting(
            id=row["id"],
            session_id=row["session_id"],
            person_id=row["person_id"],
            municipality_code=row["municipality_code"],
            choice_id=row["choice_id"],
            status=HostingStatus(row["status"]),
            asked_at=moment_if(row["asked_at"]),
            answered_at=moment_if(row["answered_at"]),
            arrangements=await self._arrangements(row),
            created_at=moment(row["created_at"]),
            changed_at=moment(row["changed_at"]),
        )

    async def _arrangements(self, row: sqlite3.Row) -> Arrangements:
        sealed = row["arrangements_sealed"]
        if sealed is None:
            return Arrangements()
        key = await self._people.key_of(row["person_id"])
        return Arrangements.model_validate_json(open_for(key, sealed, ARRANGEMENTS))


def _choice(row: sqlite3.Row) -> PlaceChoice:
    return PlaceChoice(
        id=row["id"],
        group_id=row["group_id"],
        cycle=row["cycle"],
        status=ChoiceStatus(row["status"]),
        form=None if row["form"] is None else PlaceForm(row["form"]),
        municipality_code=row["municipality_code"],
        votes=None if row["votes"] is None else Votes(row["votes"]),
        decided_by=row["decided_by"],
        opened_by=row["opened_by"],
        created_at=moment(row["created_at"]),
        changed_at=moment(row["changed_at"]),
    )
