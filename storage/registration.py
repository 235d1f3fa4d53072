"""Registrations; the answers sealed with the person's key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.registration import LIVE, Answers, Registration, Status
from storage.cipher import open_for, seal_for
from storage.moments import moment, moment_if, stored, stored_if
from storage.rows import change, every, insert, one

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime

    import aiosqlite

    from storage.cipher import PersonKey
    from storage.person import People

ANSWERS = "registration.answers"
REASON = "registration.reason"
COLUMNS = (
    "id, person_id, round_id, status, answers_sealed, privacy_version, consented_at, agreed_cents, confirmed_member,"
    " submitted_at, decided_at, decided_by, reason_sealed, created_at, changed_at"
)
LIVE_STATUSES = ", ".join(f"'{status}'" for status in sorted(LIVE))


class Registrations:
    def __init__(self, connection: aiosqlite.Connection, people: People) -> None:
        self._connection = connection
        self._people = people

    async def add(self, person_id: int, round_id: int | None, answers: Answers, at: datetime) -> Registration:
        """A new draft. Raises sqlite3.IntegrityError when the person has a registration that is going on."""
        key = await self._people.key_of(person_id)
        registration_id = await insert(
            self._connection,
            "INSERT INTO registration (person_id, round_id, status, answers_sealed, created_at, changed_at)"
            " VALUES (:person_id, :round_id, 'draft', :answers, :at, :at)",
            {
                "person_id": person_id,
                "round_id": round_id,
                "answers": seal_for(key, answers.model_dump_json(), ANSWERS),
                "at": stored(at),
            },
        )
        return await self.get(registration_id)

    async def get(self, registration_id: int) -> Registration:
        """Raises LookupError when there is no such registration, or no longer."""
        row = await one(self._connection, f"SELECT {COLUMNS} FROM registration WHERE id = :id", {"id": registration_id})
        if row is None:
            raise LookupError(f"no registration {registration_id}")
        return _registration(row, await self._people.key_of(row["person_id"]))

    async def live_of(self, person_id: int) -> Registration | None:
        """The one registration of this person that is going on."""
        return await self._newest(
            f"SELECT {COLUMNS} FROM registration WHERE person_id = :person_id AND status IN ({LIVE_STATUSES})",
            person_id,
        )

    async def latest_of(self, person_id: int) -> Registration | None:
        """The last registration of this person, going on or not."""
        return await self._newest(
            f"SELECT {COLUMNS} FROM registration WHERE person_id = :person_id ORDER BY id DESC LIMIT 1", person_id
        )

    async def _newest(self, sql: str, person_id: int) -> Registration | None:
        row = await one(self._connection, sql, {"person_id": person_id})
        return None if row is None else _registration(row, await self._people.key_of(person_id))

    async def in_round(self, round_id: int | None) -> list[Registration]:
        """Everything sent in for this round (None: for no round), in the order in which it was sent."""
        rows = await every(
            self._connection,
            f"SELECT {COLUMNS} FROM registration WHERE round_id IS :round_id AND status <> 'draft'"
            " ORDER BY submitted_at, id",
            {"round_id": round_id},
        )
        return [_registration(row, await self._people.key_of(row["person_id"])) for row in rows]

    async def with_status(self, status: Status) -> list[Registration]:
        """Those that stand so, the one that was sent first in front."""
        rows = await every(
            self._connection,
            f"SELECT {COLUMNS} FROM registration WHERE status = :status ORDER BY submitted_at, id",
            {"status": status},
        )
        return [_registration(row, await self._people.key_of(row["person_id"])) for row in rows]

    async def entered(self) -> list[Registration]:
        """Those that the office began for somebody who has a personal link and has not opened it, the oldest first."""
        rows = await every(
            self._connection,
            f"SELECT {COLUMNS} FROM registration WHERE status = 'draft'"
            " AND person_id IN (SELECT id FROM person WHERE telegram_id IS NULL)"
            " AND person_id IN (SELECT person_id FROM invitation) ORDER BY id",
            {},
        )
        return [_registration(row, await self._people.key_of(row["person_id"])) for row in rows]

    async def drafts_in(self, round_id: int) -> int:
        """How many began and have not sent anything yet."""
        row = await one(
            self._connection,
            "SELECT count(*) AS drafts FROM registration WHERE round_id = :round_id AND status = 'draft'",
            {"round_id": round_id},
        )
        return 0 if row is None else int(row["drafts"])

    async def places_taken(self, round_id: int) -> int:
        row = await one(
            self._connection,
            "SELECT count(*) AS taken FROM registration"
            " WHERE round_id = :round_id AND status IN ('submitted', 'price', 'admitted')",
            {"round_id": round_id},
        )
        return 0 if row is None else int(row["taken"])

    async def save(self, registration: Registration) -> None:
        """Write every column that can change."""
        key = await self._people.key_of(registration.person_id)
        reason = registration.reason
        await change(
            self._connection,
            "UPDATE registration SET round_id = :round_id, status = :status, answers_sealed = :answers,"
            " privacy_version = :privacy_version, consented_at = :consented_at, agreed_cents = :agreed_cents,"
            " confirmed_member = :confirmed_member, submitted_at = :submitted_at, decided_at = :decided_at,"
            " decided_by = :decided_by, reason_sealed = :reason, changed_at = :changed_at WHERE id = :id",
            {
                "id": registration.id,
                "round_id": registration.round_id,
                "status": registration.status,
                "answers": seal_for(key, registration.answers.model_dump_json(), ANSWERS),
                "privacy_version": registration.privacy_version,
                "consented_at": stored_if(registration.consented_at),
                "agreed_cents": registration.agreed_cents,
                "confirmed_member": registration.confirmed_member,
                "submitted_at": stored_if(registration.submitted_at),
                "decided_at": stored_if(registration.decided_at),
                "decided_by": registration.decided_by,
                "reason": None if reason is None else seal_for(key, reason, REASON),
                "changed_at": stored(registration.changed_at),
            },
        )

    async def erase(self, registration_id: int) -> None:
        await change(self._connection, "DELETE FROM registration WHERE id = :id", {"id": registration_id})


def _registration(row: sqlite3.Row, key: PersonKey) -> Registration:
    member, reason = row["confirmed_member"], row["reason_sealed"]
    return Registration(
        id=row["id"],
        person_id=row["person_id"],
        round_id=row["round_id"],
        status=Status(row["status"]),
        answers=Answers.model_validate_json(open_for(key, row["answers_sealed"], ANSWERS)),
        privacy_version=row["privacy_version"],
        consented_at=moment_if(row["consented_at"]),
        agreed_cents=row["agreed_cents"],
        confirmed_member=None if member is None else bool(member),
        submitted_at=moment_if(row["submitted_at"]),
        decided_at=moment_if(row["decided_at"]),
        decided_by=row["decided_by"],
        reason=None if reason is None else open_for(key, reason, REASON),
        created_at=moment(row["created_at"]),
        changed_at=moment(row["changed_at"]),
    )
