"""What is kept between runs: one SQLite file, a row for each thing, as JSON.

Every request ends with one transaction that holds all that it changed, so that a process killed at any moment leaves
the state between two requests. The write-ahead log is not synced at each transaction: a kill loses nothing, a power
cut the last moments at most, and neither corrupts.
"""

import json
import sqlite3
from pathlib import Path
from typing import Any, TypeVar

from playground.clock import Clock, ClockSetting
from playground.groups import Group, Member
from playground.invite_links import InviteLink, JoinRequest
from playground.polls import Poll
from playground.shapes import JsonObject
from playground.state import Bot, Chat, Message, Person, State, StoredFile
from playground.updates import QueuedUpdate, UpdateQueue

SCHEMA = """
CREATE TABLE IF NOT EXISTS documents (
    position INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    body TEXT NOT NULL,
    UNIQUE (kind, key)
) STRICT
"""
# A document that changes keeps its position: people stay in the order in which they joined.
KEEP = """
INSERT INTO documents (kind, key, body) VALUES (?, ?, ?)
ON CONFLICT (kind, key) DO UPDATE SET body = excluded.body
"""

Thing = TypeVar(
    "Thing",
    Person,
    Chat,
    Message,
    StoredFile,
    QueuedUpdate,
    Bot,
    ClockSetting,
    Group,
    Member,
    InviteLink,
    JoinRequest,
    Poll,
)


class StorageError(Exception):
    """The data directory cannot be used; the message says why."""


class Storage:
    """The file in `folder`, which is made when it is not there. Raises StorageError when another holds it."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._connection = sqlite3.connect(folder / "playground.sqlite3", isolation_level=None, timeout=0)
        try:
            # One playground a directory: whoever comes second is told so.
            self._connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA synchronous = NORMAL")
            self._connection.execute(SCHEMA)
        except sqlite3.OperationalError as error:
            self._connection.close()
            raise StorageError(
                f"The data in {folder} cannot be opened ({error}); is a playground running on it?"
            ) from error

    def write(self, changes: dict[tuple[str, str], object | None]) -> None:
        """All of the changes, or none of them; None removes a thing."""
        if not changes:
            return
        kept = [(kind, key, _as_json(value)) for (kind, key), value in changes.items() if value is not None]
        gone = [which for which, value in changes.items() if value is None]
        with self._connection:
            self._connection.execute("BEGIN IMMEDIATE")
            if kept:
                self._connection.executemany(KEEP, kept)
            if gone:
                self._connection.executemany("DELETE FROM documents WHERE kind = ? AND key = ?", gone)

    def restore(self, state: State, queue: UpdateQueue, clock: Clock) -> None:
        """Fills an empty state with what was written by an earlier run."""
        for bot in self._things("bot", Bot):
            bot.id = state.bot.id
            state.bot = bot
        state.people = {person.id: person for person in self._things("person", Person)}
        self._restore_chats(state)
        state.files = {file.file_id: file for file in self._things("file", StoredFile)}
        self._restore_messages(state)
        self._restore_commands(state)
        state.groups.restore(self._things("group", Group), self._things("member", Member))
        state.invite_links.restore(self._things("invite_link", InviteLink), self._things("join_request", JoinRequest))
        state.polls.restore(self._things("poll", Poll))
        queue.restore(self._things("update", QueuedUpdate))
        for setting in self._things("clock", ClockSetting):
            clock.restore(setting)
        for key, value in self._rows("counter"):
            if key == "message":
                state.last_message_id = value
            else:
                queue.last_update_id = value
        for _, kinds in self._rows("allowed_updates"):
            queue.allowed = kinds

    def close(self) -> None:
        self._connection.close()

    def _restore_chats(self, state: State) -> None:
        for chat in self._things("chat", Chat):
            # JSON knows no numbers as keys.
            chat.read = {int(person_id): message_id for person_id, message_id in chat.read.items()}
            state.restore_chat(chat)

    def _restore_messages(self, state: State) -> None:
        for message in sorted(self._things("message", Message), key=lambda message: message.message_id):
            state.messages[message.chat_id][message.message_id] = message

    def _restore_commands(self, state: State) -> None:
        for key, commands in self._rows("commands"):
            scope, _, language_code = key.rpartition("|")
            state.commands[scope, language_code] = commands

    def _rows(self, kind: str) -> list[tuple[str, Any]]:
        rows = self._connection.execute("SELECT key, body FROM documents WHERE kind = ? ORDER BY position", (kind,))
        return [(key, json.loads(body)) for key, body in rows]

    def _things(self, kind: str, type_: type[Thing]) -> list[Thing]:
        return [type_(**body) for _, body in self._rows(kind)]


def _as_json(value: object) -> str:
    return json.dumps(value, default=_fields, ensure_ascii=False, separators=(",", ":"))


def _fields(thing: Any) -> JsonObject:  # noqa: ANN401 - the signature of json's `default`
    return {name: getattr(thing, name) for name in thing.__slots__}
