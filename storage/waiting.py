"""The waiting list for an intake, and offers of slots that became free."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.waiting import Offer, OfferStatus, Waiting
from storage.moments import moment, moment_if, stored
from storage.rows import change, every, insert, one

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime

    import aiosqlite

COLUMNS = "person_id, facilitator_id, joined_at, in_line_since"
OFFER_COLUMNS = "id, slot_id, person_id, status, offered_at, expires_at, settled_at"


class WaitingList:
    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    async def join(self, person_id: int, facilitator_id: int | None, at: datetime) -> bool:
        """False when the person stands on it already: the place stays, the wish for a facilitator is the newest."""
        known = await self.of(person_id) is not None
        await change(
            self._connection,
            "INSERT INTO waiting (person_id, facilitator_id, joined_at, in_line_since)"
            " VALUES (:person_id, :facilitator_id, :at, :at)"
            " ON CONFLICT (person_id) DO UPDATE SET facilitator_id = excluded.facilitator_id",
            {"person_id": person_id, "facilitator_id": facilitator_id, "at": stored(at)},
        )
        return not known

    async def of(self, person_id: int) -> Waiting | None:
        row = await one(
            self._connection, f"SELECT {COLUMNS} FROM waiting WHERE person_id = :person_id", {"person_id": person_id}
        )
        return None if row is None else _waiting(row)

    async def all(self) -> list[Waiting]:
        """The first in line in front."""
        rows = await every(self._connection, f"SELECT {COLUMNS} FROM waiting ORDER BY in_line_since, person_id", {})
        return [_waiting(row) for row in rows]

    async def before(self, waiting: Waiting) -> int:
        """How many stand before this one in line."""
        row = await one(
            self._connection,
            "SELECT count(*) AS before FROM waiting WHERE (in_line_since, person_id) < (:in_line_since, :person_id)",
            {"in_line_since": stored(waiting.in_line_since), "person_id": waiting.person_id},
        )
        return 0 if row is None else int(row["before"])

    async def next_for(self, slot_id: int, facilitator_id: int) -> Waiting | None:
        """The first in line who can be offered this slot.

        Who had it on offer before, who has another on offer and who cannot be reached are passed over.
        """
        row = await one(
            self._connection,
            f"SELECT {COLUMNS} FROM waiting WHERE (facilitator_id IS NULL OR facilitator_id = :facilitator_id)"
            " AND NOT EXISTS (SELECT 1 FROM offer WHERE offer.person_id = waiting.person_id"
            " AND (offer.status = 'open' OR (offer.slot_id = :slot_id AND offer.status <> 'withdrawn')))"
            " AND EXISTS (SELECT 1 FROM person WHERE person.id = waiting.person_id"
            " AND person.telegram_id IS NOT NULL AND person.unreachable_since IS NULL)"
            " ORDER BY in_line_since, person_id LIMIT 1",
            {"slot_id": slot_id, "facilitator_id": facilitator_id},
        )
        return None if row is None else _waiting(row)

    async def to_the_back(self, person_id: int, at: datetime) -> None:
        await change(
            self._connection,
            "UPDATE waiting SET in_line_since = :at WHERE person_id = :person_id",
            {"at": stored(at), "person_id": person_id},
        )

    async def leave(self, person_id: int) -> bool:
        """False when the person did not stand on it."""
        left = await change(
            self._connection, "DELETE FROM waiting WHERE person_id = :person_id", {"person_id": person_id}
        )
        return left > 0

    async def with_whichever(self, facilitator_id: int) -> None:
        """Who waited for a facilitator who leaves waits for whoever there is."""
        await change(
            self._connection,
            "UPDATE waiting SET facilitator_id = NULL WHERE facilitator_id = :facilitator_id",
            {"facilitator_id": facilitator_id},
        )

    async def offer(self, slot_id: int, person_id: int, at: datetime, expires_at: datetime) -> Offer:
        """Raises sqlite3.IntegrityError when the slot is on offer, or the person has an offer."""
        offer_id = await insert(
            self._connection,
            "INSERT INTO offer (slot_id, person_id, status, offered_at, expires_at)"
            " VALUES (:slot_id, :person_id, 'open', :at, :expires_at)",
            {"slot_id": slot_id, "person_id": person_id, "at": stored(at), "expires_at": stored(expires_at)},
        )
        return await self.get_offer(offer_id)

    async def get_offer(self, offer_id: int) -> Offer:
        """Raises LookupError when there is no such offer."""
        row = await one(self._connection, f"SELECT {OFFER_COLUMNS} FROM offer WHERE id = :id", {"id": offer_id})
        if row is None:
            raise LookupError(f"no offer {offer_id}")
        return _offer(row)

    async def offer_to(self, person_id: int) -> Offer | None:
        """The open one of this person."""
        row = await one(
            self._connection,
            f"SELECT {OFFER_COLUMNS} FROM offer WHERE person_id = :person_id AND status = 'open'",
            {"person_id": person_id},
        )
        return None if row is None else _offer(row)

    async def offer_of(self, slot_id: int) -> Offer | None:
        """The open one of this slot."""
        row = await one(
            self._connection,
            f"SELECT {OFFER_COLUMNS} FROM offer WHERE slot_id = :slot_id AND status = 'open'",
            {"slot_id": slot_id},
        )
        return None if row is None else _offer(row)

    async def settle_offer(self, offer_id: int, status: OfferStatus, at: datetime) -> bool:
        """False when it was settled before."""
        settled = await change(
            self._connection,
            "UPDATE offer SET status = :status, settled_at = :at WHERE id = :id AND status = 'open'",
            {"status": status, "at": stored(at), "id": offer_id},
        )
        return settled > 0


def _waiting(row: sqlite3.Row) -> Waiting:
    return Waiting(
        person_id=row["person_id"],
        facilitator_id=row["facilitator_id"],
        joined_at=moment(row["joined_at"]),
        in_line_since=moment(row["in_line_since"]),
    )


def _offer(row: sqlite3.Row) -> Offer:
    return Offer(
        id=row["id"],
        slot_id=row["slot_id"],
        person_id=row["person_id"],
        status=OfferStatus(row["status"]),
        offered_at=moment(row["offered_at"]),
        expires_at=moment(row["expires_at"]),
        settled_at=moment_if(row["settled_at"]),
    )
