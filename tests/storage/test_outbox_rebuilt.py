"""The migration that rebuilds the outbox for groups loses nothing of what was in it."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from storage.database import Database
from storage.migrate import load_migrations

if TYPE_CHECKING:
    from pathlib import Path

    from storage.cipher import MainKey

BEFORE = 8
MOMENT = "2027-01-19T11:00:00.000000Z"


async def test_a_message_that_changes_an_earlier_one_still_does_after_the_outbox_was_rebuilt(
    tmp_path: Path, key: MainKey
) -> None:
    path = tmp_path / "intervisie.db"
    older = await Database.open(path, key, load_migrations()[:BEFORE])
    await older.close()
    with sqlite3.connect(path) as connection:
        connection.execute("INSERT INTO person (id, wrapped_key, created_at) VALUES (1, x'', :at)", {"at": MOMENT})
        for number, replaces in ((1, None), (2, 1)):
            connection.execute(
                "INSERT INTO outbox (id, kind, recipient_id, replaces_id, rule_at, due_at, created_at)"
                " VALUES (:id, 'admission-asked', 1, :replaces, :at, :at, :at)",
                {"id": number, "replaces": replaces, "at": MOMENT},
            )
    connection.close()

    database = await Database.open(path, key)
    earlier, later = await database.reads.outbox.get(1), await database.reads.outbox.get(2)
    await database.close()

    assert (earlier.replaces_id, later.replaces_id) == (None, 1)
    assert (later.recipient_id, later.group_id, later.in_private) == (1, None, False)


async def test_a_message_is_for_a_person_or_for_a_group_and_never_for_both_or_neither(
    tmp_path: Path, key: MainKey
) -> None:
    path = tmp_path / "intervisie.db"
    await (await Database.open(path, key)).close()
    connection = sqlite3.connect(path)

    for recipient, group in ((None, None), (1, 1)):
        with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
            connection.execute(
                "INSERT INTO outbox (kind, recipient_id, group_id, rule_at, due_at, created_at)"
                " VALUES ('chat-opened', :recipient, :group, :at, :at, :at)",
                {"recipient": recipient, "group": group, "at": MOMENT},
            )
    connection.close()
