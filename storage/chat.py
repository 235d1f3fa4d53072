"""Group chats: which is whose, who is seen in them, and the codes that link them."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from domain.chat import Chat, ChatCode, ChatStatus, Place, Seat, Why
from storage.cipher import open_for, seal_for
from storage.moments import moment, moment_if, stored, stored_if
from storage.rows import change, every, insert, one

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime

    import aiosqlite

    from storage.person import People

NAME = "chat_seat.name"
COLUMNS = (
    "group_id, chat_id, status, why, linked_by, linked_at, invite_link, link_made_at, unknown, unknown_accepted,"
    " checked_at"
)
SEAT_COLUMNS = (
    "id, group_id, telegram_id, person_id, place, name_sealed, sealed_for, user_chat_id, reported_at, accepted_at,"
    " wait_over_at, changed_at"
)
CODE_COLUMNS = "id, group_id, person_id, expires_at, used_at"


def _hash(code: str) -> bytes:
    """SHA-256: the code is random, short-lived, and good for one person only."""
    return hashlib.sha256(code.encode()).digest()


class Chats:
    def __init__(self, connection: aiosqlite.Connection, people: People) -> None:
        self._connection = connection
        self._people = people

    async def of_group(self, group_id: int) -> Chat | None:
        """Whatever its status; `Chat.open` tells whether messages go there."""
        row = await one(
            self._connection, f"SELECT {COLUMNS} FROM chat WHERE group_id = :group_id", {"group_id": group_id}
        )
        return None if row is None else _chat(row)

    async def by_chat_id(self, chat_id: int) -> Chat | None:
        row = await one(self._connection, f"SELECT {COLUMNS} FROM chat WHERE chat_id = :chat_id", {"chat_id": chat_id})
        return None if row is None else _chat(row)

    async def save(self, chat: Chat) -> None:
        """Write it, new or changed. Raises sqlite3.IntegrityError when the chat is another group's."""
        await change(
            self._connection,
            f"INSERT INTO chat ({COLUMNS}) VALUES (:group_id, :chat_id, :status, :why, :linked_by, :linked_at,"
            " :invite_link, :link_made_at, :unknown, :unknown_accepted, :checked_at)"
            " ON CONFLICT (group_id) DO UPDATE SET chat_id = excluded.chat_id, status = excluded.status,"
            " why = excluded.why, linked_by = excluded.linked_by, linked_at = excluded.linked_at,"
            " invite_link = excluded.invite_link, link_made_at = excluded.link_made_at, unknown = excluded.unknown,"
            " unknown_accepted = excluded.unknown_accepted, checked_at = excluded.checked_at",
            {
                **chat.model_dump(exclude={"linked_at", "link_made_at", "checked_at"}),
                "linked_at": stored(chat.linked_at),
                "link_made_at": stored_if(chat.link_made_at),
                "checked_at": stored_if(chat.checked_at),
            },
        )

    async def forget(self, group_id: int) -> None:
        """The group has no chat any more, and nobody sits in it."""
        for table in ("chat", "chat_seat"):
            await change(self._connection, f"DELETE FROM {table} WHERE group_id = :group_id", {"group_id": group_id})

    async def declined(self, group_id: int) -> bool:
        """Whether the leader chose to do without a chat."""
        row = await one(
            self._connection, "SELECT 1 FROM chat_declined WHERE group_id = :group_id", {"group_id": group_id}
        )
        return row is not None

    async def decline(self, group_id: int, at: datetime) -> None:
        await change(
            self._connection,
            "INSERT INTO chat_declined (group_id, chosen_at) VALUES (:group_id, :at) ON CONFLICT DO NOTHING",
            {"group_id": group_id, "at": stored(at)},
        )

    async def want(self, group_id: int) -> None:
        """A chat after all."""
        await change(self._connection, "DELETE FROM chat_declined WHERE group_id = :group_id", {"group_id": group_id})

    async def seats(self, group_id: int) -> list[Seat]:
        rows = await every(
            self._connection,
            f"SELECT {SEAT_COLUMNS} FROM chat_seat WHERE group_id = :group_id ORDER BY id",
            {"group_id": group_id},
        )
        return [await self._seat(row) for row in rows]

    async def seat(self, seat_id: int) -> Seat:
        """Raises LookupError when there is no such seat."""
        row = await one(self._connection, f"SELECT {SEAT_COLUMNS} FROM chat_seat WHERE id = :id", {"id": seat_id})
        if row is None:
            raise LookupError(f"no seat {seat_id}")
        return await self._seat(row)

    async def seat_of(self, group_id: int, telegram_id: int) -> Seat | None:
        row = await one(
            self._connection,
            f"SELECT {SEAT_COLUMNS} FROM chat_seat WHERE group_id = :group_id AND telegram_id = :telegram_id",
            {"group_id": group_id, "telegram_id": telegram_id},
        )
        return None if row is None else await self._seat(row)

    async def take_seat(
        self, group_id: int, telegram_id: int, person_id: int | None, place: Place, at: datetime
    ) -> Seat:
        """Write down where somebody is, known before or not; whatever else was known of them stays."""
        await change(
            self._connection,
            "INSERT INTO chat_seat (group_id, telegram_id, person_id, place, changed_at)"
            " VALUES (:group_id, :telegram_id, :person_id, :place, :at) ON CONFLICT (group_id, telegram_id) DO UPDATE"
            " SET person_id = excluded.person_id, place = excluded.place, changed_at = excluded.changed_at",
            {
                "group_id": group_id,
                "telegram_id": telegram_id,
                "person_id": person_id,
                "place": place,
                "at": stored(at),
            },
        )
        seat = await self.seat_of(group_id, telegram_id)
        if seat is None:
            raise LookupError("a seat that was just taken is gone")
        return seat

    async def save_seat(self, seat: Seat) -> None:
        """Write every column that can change; a name needs somebody for whom it is sealed."""
        sealed = None
        if seat.name is not None and seat.sealed_for is not None:
            sealed = seal_for(await self._people.key_of(seat.sealed_for), seat.name, NAME)
        await change(
            self._connection,
            "UPDATE chat_seat SET person_id = :person_id, place = :place, name_sealed = :name_sealed,"
            " sealed_for = :sealed_for, user_chat_id = :user_chat_id, reported_at = :reported_at,"
            " accepted_at = :accepted_at, wait_over_at = :wait_over_at, changed_at = :changed_at WHERE id = :id",
            {
                "id": seat.id,
                "person_id": seat.person_id,
                "place": seat.place,
                "name_sealed": sealed,
                "sealed_for": None if sealed is None else seat.sealed_for,
                "user_chat_id": seat.user_chat_id,
                "reported_at": stored_if(seat.reported_at),
                "accepted_at": stored_if(seat.accepted_at),
                "wait_over_at": stored_if(seat.wait_over_at),
                "changed_at": stored(seat.changed_at),
            },
        )

    async def clear_out(self, group_id: int) -> None:
        """Another chat: nobody is known to be in it."""
        await change(self._connection, "DELETE FROM chat_seat WHERE group_id = :group_id", {"group_id": group_id})

    async def sweep(self, before: datetime) -> int:
        """Forget strangers who are not in any chat, of whom nothing was heard since then. Returns how many."""
        return await change(
            self._connection,
            "DELETE FROM chat_seat WHERE name_sealed IS NOT NULL AND place <> 'inside' AND changed_at < :before",
            {"before": stored(before)},
        )

    async def add_code(self, group_id: int, person_id: int, code: str, *, expires_at: datetime, at: datetime) -> None:
        """A new code takes the place of those of this group that were not used."""
        await change(
            self._connection,
            "DELETE FROM chat_code WHERE group_id = :group_id AND used_at IS NULL",
            {"group_id": group_id},
        )
        await insert(
            self._connection,
            "INSERT INTO chat_code (group_id, person_id, code_hash, created_at, expires_at)"
            " VALUES (:group_id, :person_id, :code_hash, :at, :expires_at)",
            {
                "group_id": group_id,
                "person_id": person_id,
                "code_hash": _hash(code),
                "at": stored(at),
                "expires_at": stored(expires_at),
            },
        )

    async def code(self, code: str) -> ChatCode | None:
        """Used and expired ones as well; None when there never was one."""
        row = await one(
            self._connection,
            f"SELECT {CODE_COLUMNS} FROM chat_code WHERE code_hash = :code_hash",
            {"code_hash": _hash(code)},
        )
        if row is None:
            return None
        return ChatCode(
            id=row["id"],
            group_id=row["group_id"],
            person_id=row["person_id"],
            expires_at=moment(row["expires_at"]),
            used_at=moment_if(row["used_at"]),
        )

    async def use_code(self, code_id: int, at: datetime) -> bool:
        """Spend it; False when it was spent. The condition in the statement is what makes it one-time."""
        spent = await change(
            self._connection,
            "UPDATE chat_code SET used_at = :at WHERE id = :id AND used_at IS NULL",
            {"at": stored(at), "id": code_id},
        )
        return spent > 0

    async def _seat(self, row: sqlite3.Row) -> Seat:
        sealed = row["name_sealed"]
        name = None if sealed is None else open_for(await self._people.key_of(row["sealed_for"]), sealed, NAME)
        return Seat(
            id=row["id"],
            group_id=row["group_id"],
            telegram_id=row["telegram_id"],
            person_id=row["person_id"],
            place=Place(row["place"]),
            name=name,
            sealed_for=row["sealed_for"],
            user_chat_id=row["user_chat_id"],
            reported_at=moment_if(row["reported_at"]),
            accepted_at=moment_if(row["accepted_at"]),
            wait_over_at=moment_if(row["wait_over_at"]),
            changed_at=moment(row["changed_at"]),
        )


def _chat(row: sqlite3.Row) -> Chat:
    return Chat(
        group_id=row["group_id"],
        chat_id=row["chat_id"],
        status=ChatStatus(row["status"]),
        why=None if row["why"] is None else Why(row["why"]),
        linked_by=row["linked_by"],
        linked_at=moment(row["linked_at"]),
        invite_link=row["invite_link"],
        link_made_at=moment_if(row["link_made_at"]),
        unknown=row["unknown"],
        unknown_accepted=row["unknown_accepted"],
        checked_at=moment_if(row["checked_at"]),
    )
