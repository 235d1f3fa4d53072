"""One-time links, by the hash of their token."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from domain.invitation import Invitation, InvitationKind
from storage.moments import moment, moment_if, stored
from storage.rows import change, insert, one

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime

    import aiosqlite

COLUMNS = "id, kind, person_id, created_by, created_at, expires_at, used_at, used_by"


def token_hash(token: str) -> bytes:
    """SHA-256: the token is random and long, so no slow hash is needed."""
    return hashlib.sha256(token.encode()).digest()


class Invitations:
    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    async def add(
        self,
        kind: InvitationKind,
        token: str,
        *,
        expires_at: datetime,
        at: datetime,
        person_id: int | None = None,
        created_by: int | None = None,
    ) -> Invitation:
        """A new link, by the hash of its token; the token itself is kept nowhere."""
        invitation_id = await insert(
            self._connection,
            "INSERT INTO invitation (kind, token_hash, person_id, created_by, created_at, expires_at)"
            " VALUES (:kind, :token_hash, :person_id, :created_by, :created_at, :expires_at)",
            {
                "kind": kind,
                "token_hash": token_hash(token),
                "person_id": person_id,
                "created_by": created_by,
                "created_at": stored(at),
                "expires_at": stored(expires_at),
            },
        )
        return await self.get(invitation_id)

    async def get(self, invitation_id: int) -> Invitation:
        """Raises LookupError when there is no such invitation."""
        row = await one(self._connection, f"SELECT {COLUMNS} FROM invitation WHERE id = :id", {"id": invitation_id})
        if row is None:
            raise LookupError(f"no invitation {invitation_id}")
        return _invitation(row)

    async def by_token(self, token: str) -> Invitation | None:
        row = await one(
            self._connection,
            f"SELECT {COLUMNS} FROM invitation WHERE token_hash = :token_hash",
            {"token_hash": token_hash(token)},
        )
        return None if row is None else _invitation(row)

    async def use(self, invitation_id: int, by: int, at: datetime) -> bool:
        """Spend it; False when somebody already has. The condition in the statement is what makes it one-time."""
        spent = await change(
            self._connection,
            "UPDATE invitation SET used_at = :at, used_by = :by WHERE id = :id AND used_at IS NULL",
            {"at": stored(at), "by": by, "id": invitation_id},
        )
        return spent > 0

    async def revoke_unused(self, person_id: int) -> None:
        """A newer link takes the place of the ones that this person did not use."""
        await change(
            self._connection,
            "DELETE FROM invitation WHERE person_id = :person_id AND used_at IS NULL",
            {"person_id": person_id},
        )

    async def meant_for(self, invitation_id: int, person_id: int) -> None:
        """Whose it is, when the person whom the office entered turns out to be known already."""
        await change(
            self._connection,
            "UPDATE invitation SET person_id = :person_id WHERE id = :id",
            {"person_id": person_id, "id": invitation_id},
        )


def _invitation(row: sqlite3.Row) -> Invitation:
    return Invitation(
        id=row["id"],
        kind=InvitationKind(row["kind"]),
        person_id=row["person_id"],
        created_by=row["created_by"],
        created_at=moment(row["created_at"]),
        expires_at=moment(row["expires_at"]),
        used_at=moment_if(row["used_at"]),
        used_by=row["used_by"],
    )
