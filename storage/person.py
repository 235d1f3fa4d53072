"""People, their keys and their roles."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from domain.person import Person, Role
from storage.cipher import open_for, seal_for
from storage.moments import stored
from storage.rows import change, every, insert, one

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from datetime import datetime

    import aiosqlite

    from domain.person import Language
    from storage.cipher import MainKey, PersonKey

NAME = "person.name"
COLUMNS = "id, telegram_id, role, language, wrapped_key, name_sealed, unreachable_since"


class People:
    def __init__(self, connection: aiosqlite.Connection, key: MainKey) -> None:
        self._connection = connection
        self._key = key

    async def add(self, telegram_id: int | None, language: Language, at: datetime) -> Person:
        """Somebody new, with a key of their own. Raises sqlite3.IntegrityError when the account is known."""
        person_id = await insert(
            self._connection,
            "INSERT INTO person (telegram_id, language, wrapped_key, created_at)"
            " VALUES (:telegram_id, :language, x'', :at)",
            {"telegram_id": telegram_id, "language": language, "at": stored(at)},
        )
        _, wrapped = self._key.new_person_key(person_id)
        await change(
            self._connection,
            "UPDATE person SET wrapped_key = :wrapped WHERE id = :id",
            {"wrapped": wrapped, "id": person_id},
        )
        return await self.get(person_id)

    async def get(self, person_id: int) -> Person:
        """Raises LookupError when there is no such person, or no longer."""
        row = await one(self._connection, f"SELECT {COLUMNS} FROM person WHERE id = :id", {"id": person_id})
        if row is None:
            raise LookupError(f"no person {person_id}")
        return self._person(row)

    async def each(self, person_ids: Sequence[int]) -> list[Person]:
        """These people in this order, with one question. Raises LookupError when one is not there, or no longer."""
        rows = await every(
            self._connection,
            f"SELECT {COLUMNS} FROM person WHERE id IN (SELECT value FROM json_each(:ids))",
            {"ids": json.dumps(list(person_ids))},
        )
        found = {row["id"]: row for row in rows}
        lost = set(person_ids) - found.keys()
        if lost:
            raise LookupError(f"no person {min(lost)}")
        return [self._person(found[person_id]) for person_id in person_ids]

    async def by_telegram(self, telegram_id: int) -> Person | None:
        row = await one(self._connection, f"SELECT {COLUMNS} FROM person WHERE telegram_id = :id", {"id": telegram_id})
        return None if row is None else self._person(row)

    async def with_role(self, role: Role) -> list[Person]:
        rows = await every(
            self._connection, f"SELECT {COLUMNS} FROM person WHERE role = :role ORDER BY id", {"role": role}
        )
        return [self._person(row) for row in rows]

    async def key_of(self, person_id: int) -> PersonKey:
        """Raises LookupError when there is no such person: then nothing sealed for them can be read any more."""
        row = await one(self._connection, "SELECT wrapped_key FROM person WHERE id = :id", {"id": person_id})
        if row is None:
            raise LookupError(f"no person {person_id}")
        return self._key.person_key(person_id, row["wrapped_key"])

    async def rename(self, person_id: int, name: str) -> None:
        sealed = seal_for(await self.key_of(person_id), name, NAME)
        await change(
            self._connection,
            "UPDATE person SET name_sealed = :sealed WHERE id = :id",
            {"sealed": sealed, "id": person_id},
        )

    async def link(self, person_id: int, telegram_id: int) -> None:
        """The account through which this person is reached from now on."""
        await change(
            self._connection,
            "UPDATE person SET telegram_id = :telegram_id, unreachable_since = NULL WHERE id = :id",
            {"telegram_id": telegram_id, "id": person_id},
        )

    async def give_role(self, person_id: int, role: Role | None) -> None:
        await change(self._connection, "UPDATE person SET role = :role WHERE id = :id", {"role": role, "id": person_id})

    async def speak(self, person_id: int, language: Language) -> None:
        await change(
            self._connection,
            "UPDATE person SET language = :language WHERE id = :id",
            {"language": language, "id": person_id},
        )

    async def unreachable(self, person_id: int, at: datetime) -> None:
        """The bot may not write to this person until they press start again."""
        await change(
            self._connection,
            "UPDATE person SET unreachable_since = coalesce(unreachable_since, :at) WHERE id = :id",
            {"at": stored(at), "id": person_id},
        )

    async def reachable(self, person_id: int) -> None:
        await change(self._connection, "UPDATE person SET unreachable_since = NULL WHERE id = :id", {"id": person_id})

    async def forget(self, person_id: int) -> None:
        """Forget the name, and destroy the key: nothing sealed for this person opens any more, in old backups neither.

        The person stays, with a new key, to be told of it. Only when nothing else is sealed for them.
        """
        _, wrapped = self._key.new_person_key(person_id)
        await change(
            self._connection,
            "UPDATE person SET name_sealed = NULL, wrapped_key = :wrapped WHERE id = :id",
            {"wrapped": wrapped, "id": person_id},
        )

    async def erase(self, person_id: int) -> None:
        """Destroy the key, and the rows that hang on the person with it."""
        await change(self._connection, "DELETE FROM person WHERE id = :id", {"id": person_id})

    def _person(self, row: sqlite3.Row) -> Person:
        name = row["name_sealed"]
        key = self._key.person_key(row["id"], row["wrapped_key"])
        return Person(
            id=row["id"],
            telegram_id=row["telegram_id"],
            role=None if row["role"] is None else Role(row["role"]),
            language=row["language"],
            name=None if name is None else open_for(key, name, NAME),
            reachable=row["telegram_id"] is not None and row["unreachable_since"] is None,
        )
