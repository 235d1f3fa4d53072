"""Where everybody is in a conversation."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from domain.conversation import Conversation, ConversationName
from storage.moments import stored
from storage.rows import change, one

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    import aiosqlite


class Conversations:
    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    async def of(self, person_id: int) -> Conversation | None:
        """What this person is asked now; None when nothing is."""
        row = await one(
            self._connection,
            "SELECT name, question, subject_id, from_summary, message_id FROM conversation"
            " WHERE person_id = :person_id",
            {"person_id": person_id},
        )
        if row is None:
            return None
        return Conversation(
            name=ConversationName(row["name"]),
            question=row["question"],
            subject_id=row["subject_id"],
            from_summary=bool(row["from_summary"]),
            message_id=row["message_id"],
        )

    async def ask(self, person_id: int, conversation: Conversation, at: datetime) -> None:
        """From now on this is what the person is asked; it takes the place of whatever was asked before."""
        await change(
            self._connection,
            "INSERT INTO conversation (person_id, name, question, subject_id, from_summary, changed_at)"
            " VALUES (:person_id, :name, :question, :subject_id, :from_summary, :at)"
            " ON CONFLICT (person_id) DO UPDATE SET name = excluded.name, question = excluded.question,"
            " subject_id = excluded.subject_id, from_summary = excluded.from_summary, message_id = NULL,"
            " changed_at = excluded.changed_at",
            {**dict(conversation), "person_id": person_id, "at": stored(at)},
        )

    async def asked_in(self, message_ids: Mapping[int, int]) -> None:
        """The question that is open for each of these persons, by their ids, is asked by this message."""
        await change(
            self._connection,
            "UPDATE conversation SET message_id = (SELECT value FROM json_each(:messages) WHERE key = person_id)"
            " WHERE person_id IN (SELECT key FROM json_each(:messages))",
            {"messages": json.dumps(message_ids)},
        )

    async def end_about(self, name: ConversationName, subject_id: int) -> None:
        """Whoever is asked about this subject is asked nothing any more: it is gone."""
        await change(
            self._connection,
            "DELETE FROM conversation WHERE name = :name AND subject_id = :subject_id",
            {"name": name, "subject_id": subject_id},
        )

    async def end(self, person_id: int) -> None:
        await change(
            self._connection, "DELETE FROM conversation WHERE person_id = :person_id", {"person_id": person_id}
        )
