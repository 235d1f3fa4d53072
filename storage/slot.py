"""Slots, the rules of who publishes them, and what is being put together; links sealed with the facilitator's key."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from domain.slot import Interval, Medium, Slot, SlotRules
from domain.slot_draft import SlotDraft
from storage.cipher import open_for, seal_for
from storage.moments import moment, moment_if, stored
from storage.rows import change, every, insert, one

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable
    from datetime import datetime

    import aiosqlite

    from storage.cipher import PersonKey
    from storage.person import People

LINK = "slot.link"
DRAFT = "slot_draft.draft"
COLUMNS = "slot.id, slot.facilitator_id, slot.starts_at, slot.ends_at, slot.medium, slot.link_sealed, slot.withdrawn_at"
RULES = "length_minutes, buffer_minutes, notice_days, horizon_days, most_a_day, cut_off_days"
# Nobody has it, and it is held for nobody but perhaps for :person_id.
FREE = (
    "slot.withdrawn_at IS NULL"
    " AND NOT EXISTS (SELECT 1 FROM booking WHERE slot_id = slot.id AND status <> 'cancelled')"
    " AND NOT EXISTS (SELECT 1 FROM offer WHERE slot_id = slot.id AND status = 'open' AND person_id IS NOT :person_id)"
)

TAKEN = (
    "(EXISTS (SELECT 1 FROM booking WHERE slot_id = slot.id AND status <> 'cancelled')"
    " OR EXISTS (SELECT 1 FROM offer WHERE slot_id = slot.id AND status = 'open'))"
)


class TakenSlot(NamedTuple):
    """Booked, or on offer."""

    id: int
    facilitator_id: int
    starts_at: datetime


class Slots:
    def __init__(self, connection: aiosqlite.Connection, people: People) -> None:
        self._connection = connection
        self._people = people

    async def rules_of(self, facilitator_id: int) -> SlotRules:
        """Those that the facilitator set, or else the usual ones."""
        row = await one(
            self._connection, f"SELECT {RULES} FROM slot_rules WHERE facilitator_id = :id", {"id": facilitator_id}
        )
        return SlotRules() if row is None else SlotRules(**dict(row))

    async def set_rules(self, facilitator_id: int, rules: SlotRules, at: datetime) -> None:
        await change(
            self._connection,
            f"INSERT INTO slot_rules (facilitator_id, {RULES}, changed_at) VALUES (:facilitator_id, :length_minutes,"
            " :buffer_minutes, :notice_days, :horizon_days, :most_a_day, :cut_off_days, :at)"
            " ON CONFLICT (facilitator_id) DO UPDATE SET length_minutes = excluded.length_minutes,"
            " buffer_minutes = excluded.buffer_minutes, notice_days = excluded.notice_days,"
            " horizon_days = excluded.horizon_days, most_a_day = excluded.most_a_day,"
            " cut_off_days = excluded.cut_off_days, changed_at = excluded.changed_at",
            {**dict(rules), "facilitator_id": facilitator_id, "at": stored(at)},
        )

    async def add(self, facilitator_id: int, interval: Interval, medium: Medium, link: str | None, at: datetime) -> int:
        """Publish one; its id. That it clashes with no other is for the service to see to."""
        return await insert(
            self._connection,
            "INSERT INTO slot (facilitator_id, starts_at, ends_at, medium, link_sealed, created_at)"
            " VALUES (:facilitator_id, :starts_at, :ends_at, :medium, :link, :at)",
            {
                "facilitator_id": facilitator_id,
                "starts_at": stored(interval.starts_at),
                "ends_at": stored(interval.ends_at),
                "medium": medium,
                "link": await self._sealed(facilitator_id, link),
                "at": stored(at),
            },
        )

    async def get(self, slot_id: int) -> Slot:
        """Raises LookupError when there is no such slot."""
        row = await one(self._connection, f"SELECT {COLUMNS} FROM slot WHERE id = :id", {"id": slot_id})
        if row is None:
            raise LookupError(f"no slot {slot_id}")
        return await self._slot(row)

    async def between(self, facilitator_id: int, span: Interval) -> list[Slot]:
        """Those of a facilitator that begin in this span and were not withdrawn, in the order of time."""
        rows = await every(
            self._connection,
            f"SELECT {COLUMNS} FROM slot WHERE facilitator_id = :facilitator_id AND withdrawn_at IS NULL"
            " AND starts_at >= :begins AND starts_at < :ends ORDER BY starts_at",
            {"facilitator_id": facilitator_id, "begins": stored(span.starts_at), "ends": stored(span.ends_at)},
        )
        return await self._slots(rows)

    async def unbooked_of(self, facilitator_id: int, after: datetime) -> list[Slot]:
        """Those of a facilitator that begin after this moment and that nobody has; an offer of one does not count."""
        rows = await every(
            self._connection,
            f"SELECT {COLUMNS} FROM slot WHERE facilitator_id = :facilitator_id AND withdrawn_at IS NULL"
            " AND starts_at > :after"
            " AND NOT EXISTS (SELECT 1 FROM booking WHERE slot_id = slot.id AND status <> 'cancelled')"
            " ORDER BY starts_at",
            {"facilitator_id": facilitator_id, "after": stored(after)},
        )
        return await self._slots(rows)

    async def occupied(self, facilitator_id: int, span: Interval) -> list[Interval]:
        """When the facilitator has something, as far as it touches this span."""
        rows = await every(
            self._connection,
            "SELECT starts_at, ends_at FROM slot WHERE facilitator_id = :facilitator_id AND withdrawn_at IS NULL"
            " AND ends_at > :begins AND starts_at < :ends",
            {"facilitator_id": facilitator_id, "begins": stored(span.starts_at), "ends": stored(span.ends_at)},
        )
        return [Interval(moment(row["starts_at"]), moment(row["ends_at"])) for row in rows]

    async def free_after(
        self, at: datetime, *, person_id: int | None = None, facilitator_id: int | None = None
    ) -> list[Slot]:
        """Those that nobody has and that are held for no other than this person, in the order of time."""
        rows = await every(
            self._connection,
            f"SELECT {COLUMNS} FROM slot WHERE {FREE} AND starts_at > :at"
            " AND (:facilitator_id IS NULL OR facilitator_id = :facilitator_id) ORDER BY starts_at, id",
            {"at": stored(at), "person_id": person_id, "facilitator_id": facilitator_id},
        )
        return await self._slots(rows)

    async def is_free(self, slot_id: int, person_id: int | None = None) -> bool:
        """Nobody has it, and it is held for no other than this person."""
        row = await one(
            self._connection,
            f"SELECT 1 FROM slot WHERE id = :slot_id AND {FREE}",
            {"slot_id": slot_id, "person_id": person_id},
        )
        return row is not None

    async def taken_after(self, at: datetime) -> list[TakenSlot]:
        """All that begin later and are booked or on offer, of every facilitator."""
        rows = await every(
            self._connection,
            "SELECT id, facilitator_id, starts_at FROM slot"
            f" WHERE withdrawn_at IS NULL AND starts_at > :at AND {TAKEN}",
            {"at": stored(at)},
        )
        return [TakenSlot(row["id"], row["facilitator_id"], moment(row["starts_at"])) for row in rows]

    async def taken_in(self, facilitator_id: int, span: Interval, *, apart_from: int) -> int:
        """How many of the facilitator's slots in this span are booked or on offer, without this one."""
        row = await one(
            self._connection,
            "SELECT count(*) AS taken FROM slot WHERE facilitator_id = :facilitator_id AND id <> :apart_from"
            " AND withdrawn_at IS NULL AND starts_at >= :begins AND starts_at < :ends"
            f" AND {TAKEN}",
            {
                "facilitator_id": facilitator_id,
                "apart_from": apart_from,
                "begins": stored(span.starts_at),
                "ends": stored(span.ends_at),
            },
        )
        return 0 if row is None else int(row["taken"])

    async def withdraw(self, slot_id: int, at: datetime) -> bool:
        """False when it was withdrawn before."""
        withdrawn = await change(
            self._connection,
            "UPDATE slot SET withdrawn_at = :at WHERE id = :id AND withdrawn_at IS NULL",
            {"at": stored(at), "id": slot_id},
        )
        return withdrawn > 0

    async def hand_over(self, slot_id: int, facilitator_id: int) -> None:
        """To another facilitator, without the link: that was the other one's own room."""
        await change(
            self._connection,
            "UPDATE slot SET facilitator_id = :facilitator_id, link_sealed = NULL WHERE id = :id",
            {"facilitator_id": facilitator_id, "id": slot_id},
        )

    async def set_link(self, slot: Slot, link: str | None) -> None:
        await change(
            self._connection,
            "UPDATE slot SET link_sealed = :link WHERE id = :id",
            {"link": await self._sealed(slot.facilitator_id, link), "id": slot.id},
        )

    async def last_link(self, facilitator_id: int) -> str | None:
        """The one that this facilitator used last, to offer it again."""
        row = await one(
            self._connection,
            f"SELECT {COLUMNS} FROM slot WHERE facilitator_id = :id AND link_sealed IS NOT NULL"
            " ORDER BY id DESC LIMIT 1",
            {"id": facilitator_id},
        )
        return None if row is None else (await self._slot(row)).link

    async def keep_draft(self, facilitator_id: int, draft: SlotDraft, at: datetime) -> None:
        key = await self._people.key_of(facilitator_id)
        await change(
            self._connection,
            "INSERT INTO slot_draft (facilitator_id, draft_sealed, changed_at) VALUES (:id, :draft, :at)"
            " ON CONFLICT (facilitator_id) DO UPDATE SET draft_sealed = excluded.draft_sealed,"
            " changed_at = excluded.changed_at",
            {"id": facilitator_id, "draft": seal_for(key, draft.model_dump_json(), DRAFT), "at": stored(at)},
        )

    async def draft_of(self, facilitator_id: int) -> SlotDraft | None:
        row = await one(
            self._connection, "SELECT draft_sealed FROM slot_draft WHERE facilitator_id = :id", {"id": facilitator_id}
        )
        if row is None:
            return None
        key = await self._people.key_of(facilitator_id)
        return SlotDraft.model_validate_json(open_for(key, row["draft_sealed"], DRAFT))

    async def drop_draft(self, facilitator_id: int) -> None:
        await change(self._connection, "DELETE FROM slot_draft WHERE facilitator_id = :id", {"id": facilitator_id})

    async def _sealed(self, facilitator_id: int, link: str | None) -> bytes | None:
        return None if link is None else seal_for(await self._people.key_of(facilitator_id), link, LINK)

    async def _slot(self, row: sqlite3.Row) -> Slot:
        (slot,) = await self._slots([row])
        return slot

    async def _slots(self, rows: Iterable[sqlite3.Row]) -> list[Slot]:
        """One facilitator's key opens many links: it is asked for once."""
        keys: dict[int, PersonKey] = {}
        slots = []
        for row in rows:
            facilitator_id = row["facilitator_id"]
            if row["link_sealed"] is not None and facilitator_id not in keys:
                keys[facilitator_id] = await self._people.key_of(facilitator_id)
            slots.append(_slot(row, keys.get(facilitator_id)))
        return slots


def _slot(row: sqlite3.Row, key: PersonKey | None) -> Slot:
    sealed = row["link_sealed"]
    return Slot(
        id=row["id"],
        facilitator_id=row["facilitator_id"],
        starts_at=moment(row["starts_at"]),
        ends_at=moment(row["ends_at"]),
        medium=Medium(row["medium"]),
        link=None if sealed is None or key is None else open_for(key, sealed, LINK),
        withdrawn_at=moment_if(row["withdrawn_at"]),
    )
