"""Messages that wait to be sent, and what became of those that were: kinds and ids, never words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from domain.outbox import DOOR_KEEPING, MOST_DELIVERIES, Kind, OutboxMessage, OutboxStatus
from storage.moments import moment, moment_if, stored, stored_if
from storage.rows import change, every, insert, one

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection
    from datetime import datetime

    import aiosqlite

COLUMNS = (
    "id, kind, recipient_id, group_id, subject_id, replaces_id, detail, status, rule_at, due_at, expires_at,"
    " deliveries, message_id, reason, created_at, settled_at, in_private"
)

_DOOR_KEEPING = ", ".join(f"'{kind}'" for kind in sorted(DOOR_KEEPING))

# What is for a group waits while its chat cannot take it; looking how it stands there finds out, so that goes always.
CAN_LEAVE = (
    "(group_id IS NULL OR EXISTS (SELECT 1 FROM chat WHERE chat.group_id = outbox.group_id AND ("
    f"chat.status = 'linked' OR (chat.status = 'halted' AND kind IN ({_DOOR_KEEPING}))"
    f" OR (chat.status <> 'lost' AND kind = '{Kind.CHAT_CHECK}'))))"
)


class Waiting(NamedTuple):
    id: int
    # Of a person, or of a group (domain.outbox.lane_of).
    lane: int


class Outbox:
    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection
        # Tells the callback after the commit that there is something to send.
        self.added = 0

    async def add(
        self,
        kind: Kind,
        recipient_id: int,
        *,
        rule_at: datetime,
        due_at: datetime,
        at: datetime,
        subject_id: int | None = None,
        replaces_id: int | None = None,
        detail: str | None = None,
        expires_at: datetime | None = None,
    ) -> int:
        """Queue a message; its id. `rule_at` is when the rule asks for it, `due_at` when quiet hours let it go."""
        self.added += 1
        return await insert(
            self._connection,
            "INSERT INTO outbox"
            " (kind, recipient_id, subject_id, replaces_id, detail, rule_at, due_at, expires_at, created_at)"
            " VALUES (:kind, :recipient_id, :subject_id, :replaces_id, :detail, :rule_at, :due_at, :expires_at, :at)",
            {
                "kind": kind,
                "recipient_id": recipient_id,
                "subject_id": subject_id,
                "replaces_id": replaces_id,
                "detail": detail,
                "rule_at": stored(rule_at),
                "due_at": stored(due_at),
                "expires_at": stored_if(expires_at),
                "at": stored(at),
            },
        )

    async def add_to_group(
        self,
        kind: Kind,
        group_id: int,
        *,
        rule_at: datetime,
        due_at: datetime,
        at: datetime,
        subject_id: int | None = None,
        replaces_id: int | None = None,
        detail: str | None = None,
        expires_at: datetime | None = None,
        in_private: bool = False,
    ) -> int:
        """Queue a message for the chat of a group, where it waits until the chat can take it; its id.

        `in_private`: it goes to each member in private when the group turns out to have no chat.
        """
        self.added += 1
        return await insert(
            self._connection,
            "INSERT INTO outbox (kind, group_id, subject_id, replaces_id, detail, rule_at, due_at, expires_at,"
            " created_at, in_private) VALUES (:kind, :group_id, :subject_id, :replaces_id, :detail, :rule_at, :due_at,"
            " :expires_at, :at, :in_private)",
            {
                "kind": kind,
                "group_id": group_id,
                "subject_id": subject_id,
                "replaces_id": replaces_id,
                "detail": detail,
                "rule_at": stored(rule_at),
                "due_at": stored(due_at),
                "expires_at": stored_if(expires_at),
                "at": stored(at),
                "in_private": in_private,
            },
        )

    async def get(self, message_id: int) -> OutboxMessage:
        """Raises LookupError when there is no such row."""
        row = await one(self._connection, f"SELECT {COLUMNS} FROM outbox WHERE id = :id", {"id": message_id})
        if row is None:
            raise LookupError(f"no outbox row {message_id}")
        return _message(row)

    async def due(self, at: datetime, limit: int) -> list[OutboxMessage]:
        rows = await every(
            self._connection,
            f"SELECT {COLUMNS} FROM outbox WHERE status = 'queued' AND due_at <= :at AND {CAN_LEAVE}"
            " ORDER BY due_at, id LIMIT :limit",
            {"at": stored(at), "limit": limit},
        )
        return [_message(row) for row in rows]

    async def waiting(self, at: datetime, limit: int, *, apart_from: Collection[int] = ()) -> list[Waiting]:
        """The first `limit` that are due, in the order of sending, without those of these lanes."""
        rows = await every(
            self._connection,
            "SELECT id, coalesce(recipient_id, -group_id) AS lane FROM outbox WHERE status = 'queued'"
            " AND due_at <= :at AND coalesce(recipient_id, -group_id) NOT IN (SELECT value FROM json_each(:apart_from))"
            f" AND {CAN_LEAVE} ORDER BY due_at, id LIMIT :limit",
            {"at": stored(at), "apart_from": json.dumps(sorted(apart_from)), "limit": limit},
        )
        return [Waiting(row["id"], row["lane"]) for row in rows]

    async def next_due(self) -> datetime | None:
        row = await one(
            self._connection,
            f"SELECT min(due_at) AS due_at FROM outbox WHERE status = 'queued' AND {CAN_LEAVE}",
            {},
        )
        return None if row is None else moment_if(row["due_at"])

    async def claim(self, message_id: int) -> bool:
        """Take it to be sent; False when it was withdrawn, or somebody else took it."""
        claimed = await change(
            self._connection,
            "UPDATE outbox SET status = 'sending', deliveries = deliveries + 1"
            " WHERE id = :id AND status = 'queued' AND deliveries < :most",
            {"id": message_id, "most": MOST_DELIVERIES},
        )
        return claimed > 0

    async def put_back(self, message_id: int, *, undelivered: bool) -> None:
        """To be tried again; `undelivered` when it is certain that this try did not reach the recipient."""
        await change(
            self._connection,
            "UPDATE outbox SET status = 'queued', deliveries = deliveries - :undelivered"
            " WHERE id = :id AND status = 'sending'",
            {"id": message_id, "undelivered": int(undelivered)},
        )

    async def postpone(self, message_id: int, due_at: datetime) -> None:
        """Send it at this later moment; nothing happens when it is no longer queued."""
        await change(
            self._connection,
            "UPDATE outbox SET due_at = :due_at WHERE id = :id AND status = 'queued'",
            {"id": message_id, "due_at": stored(due_at)},
        )

    async def settle(
        self,
        message_id: int,
        status: OutboxStatus,
        at: datetime,
        *,
        reason: str | None = None,
        telegram_message_id: int | None = None,
    ) -> None:
        """Write down what became of it; `reason` holds nothing of a person."""
        await change(
            self._connection,
            "UPDATE outbox SET status = :status, settled_at = :at, reason = :reason, message_id = :message_id"
            " WHERE id = :id",
            {
                "id": message_id,
                "status": status,
                "at": stored(at),
                "reason": reason,
                "message_id": telegram_message_id,
            },
        )

    async def left_sending(self) -> list[OutboxMessage]:
        """Those that a process was sending when it died: they may have arrived."""
        rows = await every(self._connection, f"SELECT {COLUMNS} FROM outbox WHERE status = 'sending' ORDER BY id", {})
        return [_message(row) for row in rows]

    async def added_since(self, kind: Kind, subject_id: int | None, moment: datetime) -> int:
        """How many of this kind about this subject were put in since then, and not withdrawn."""
        row = await one(
            self._connection,
            "SELECT count(*) AS added FROM outbox WHERE subject_id IS :subject_id AND kind = :kind"
            " AND created_at > :moment AND status <> 'withdrawn'",
            {"subject_id": subject_id, "kind": kind, "moment": stored(moment)},
        )
        return 0 if row is None else int(row["added"])

    async def withdraw(self, kinds: tuple[Kind, ...], subject_id: int, at: datetime, reason: str) -> int:
        """Their reason is gone: what was not sent yet will not be. Returns how many there were."""
        marks = ", ".join(f"'{kind}'" for kind in kinds)
        return await change(
            self._connection,
            f"UPDATE outbox SET status = 'withdrawn', settled_at = :at, reason = :reason"
            f" WHERE kind IN ({marks}) AND subject_id = :subject_id AND status = 'queued'",
            {"at": stored(at), "reason": reason, "subject_id": subject_id},
        )

    async def withdraw_for(self, recipient_id: int, kind: Kind, subject_id: int, at: datetime, reason: str) -> int:
        """As `withdraw`, of one person's: others may be told the same of this subject. Returns how many there were."""
        return await change(
            self._connection,
            "UPDATE outbox SET status = 'withdrawn', settled_at = :at, reason = :reason WHERE kind = :kind"
            " AND recipient_id = :recipient_id AND subject_id = :subject_id AND status = 'queued'",
            {
                "at": stored(at),
                "reason": reason,
                "kind": kind,
                "recipient_id": recipient_id,
                "subject_id": subject_id,
            },
        )

    async def queued(self, kind: Kind, recipient_id: int, subject_id: int) -> OutboxMessage | None:
        """The first of this kind for this person about this subject that is not being sent yet."""
        row = await one(
            self._connection,
            f"SELECT {COLUMNS} FROM outbox WHERE kind = :kind AND recipient_id = :recipient_id"
            " AND subject_id = :subject_id AND status = 'queued' ORDER BY id LIMIT 1",
            {"kind": kind, "recipient_id": recipient_id, "subject_id": subject_id},
        )
        return None if row is None else _message(row)

    async def queued_for_group(self, group_id: int) -> list[OutboxMessage]:
        """What waits for the chat of a group, the oldest first."""
        rows = await every(
            self._connection,
            f"SELECT {COLUMNS} FROM outbox WHERE group_id = :group_id AND status = 'queued' ORDER BY id",
            {"group_id": group_id},
        )
        return [_message(row) for row in rows]

    async def withdraw_in_group(self, kinds: tuple[Kind, ...], group_id: int, at: datetime, reason: str) -> int:
        """As `withdraw`, of what waits for the chat of a group, whatever it is about."""
        marks = ", ".join(f"'{kind}'" for kind in kinds)
        return await change(
            self._connection,
            f"UPDATE outbox SET status = 'withdrawn', settled_at = :at, reason = :reason"
            f" WHERE kind IN ({marks}) AND group_id = :group_id AND status = 'queued'",
            {"at": stored(at), "reason": reason, "group_id": group_id},
        )

    async def standing(self, kind: Kind, subject_id: int) -> list[OutboxMessage]:
        """Those of this kind about this subject that were sent, are being sent or wait for it, the oldest first."""
        rows = await every(
            self._connection,
            f"SELECT {COLUMNS} FROM outbox WHERE kind = :kind AND subject_id = :subject_id"
            " AND status IN ('queued', 'sending', 'sent') ORDER BY id",
            {"kind": kind, "subject_id": subject_id},
        )
        return [_message(row) for row in rows]

    async def sent(self, kinds: tuple[Kind, ...], subject_id: int) -> list[OutboxMessage]:
        """Messages of these kinds about this subject that reached somebody, to change them in place."""
        marks = ", ".join(f"'{kind}'" for kind in kinds)
        rows = await every(
            self._connection,
            f"SELECT {COLUMNS} FROM outbox WHERE kind IN ({marks}) AND subject_id = :subject_id"
            " AND status = 'sent' AND message_id IS NOT NULL ORDER BY id",
            {"subject_id": subject_id},
        )
        return [_message(row) for row in rows]

    async def told_since(self, kind: Kind, recipient_id: int, since: datetime) -> bool:
        """Whether a message of this kind for this person was queued since then, and not withdrawn."""
        row = await one(
            self._connection,
            "SELECT 1 FROM outbox WHERE recipient_id = :recipient_id AND kind = :kind AND created_at >= :since"
            " AND status <> 'withdrawn' LIMIT 1",
            {"recipient_id": recipient_id, "kind": kind, "since": stored(since)},
        )
        return row is not None

    async def undelivered(self, limit: int) -> list[OutboxMessage]:
        """What never came to its recipient, and never will: the newest first."""
        rows = await every(
            self._connection,
            f"SELECT {COLUMNS} FROM outbox WHERE status IN ('missed', 'failed') ORDER BY id DESC LIMIT :limit",
            {"limit": limit},
        )
        return [_message(row) for row in rows]

    async def details_since(self, kind: Kind, since: datetime) -> set[str]:
        """The details of the messages of this kind, about no subject, that were queued since then."""
        rows = await every(
            self._connection,
            "SELECT DISTINCT detail FROM outbox WHERE subject_id IS NULL AND kind = :kind AND created_at >= :since"
            " AND detail IS NOT NULL",
            {"kind": kind, "since": stored(since)},
        )
        return {row["detail"] for row in rows}

    async def newer_due(self, message: OutboxMessage, at: datetime) -> int:
        """How many due rows of the same kind, recipient and subject are newer: then this one need not be sent."""
        row = await one(
            self._connection,
            "SELECT count(*) AS newer FROM outbox WHERE status = 'queued' AND due_at <= :at AND id > :id"
            " AND kind = :kind AND recipient_id IS :recipient_id AND group_id IS :group_id"
            " AND subject_id IS :subject_id",
            {
                "at": stored(at),
                "id": message.id,
                "kind": message.kind,
                "recipient_id": message.recipient_id,
                "group_id": message.group_id,
                "subject_id": message.subject_id,
            },
        )
        return 0 if row is None else int(row["newer"])


def _message(row: sqlite3.Row) -> OutboxMessage:
    return OutboxMessage(
        id=row["id"],
        kind=Kind(row["kind"]),
        recipient_id=row["recipient_id"],
        group_id=row["group_id"],
        subject_id=row["subject_id"],
        replaces_id=row["replaces_id"],
        detail=row["detail"],
        status=OutboxStatus(row["status"]),
        rule_at=moment(row["rule_at"]),
        due_at=moment(row["due_at"]),
        expires_at=moment_if(row["expires_at"]),
        deliveries=row["deliveries"],
        message_id=row["message_id"],
        reason=row["reason"],
        created_at=moment(row["created_at"]),
        settled_at=moment_if(row["settled_at"]),
        in_private=bool(row["in_private"]),
    )
