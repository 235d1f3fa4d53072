"""Polls, their options, the polls of Telegram's that they consist of, and the votes."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from domain.outbox import Kind
from domain.poll import (
    Answer,
    ClosedWhy,
    Option,
    Part,
    PartEnded,
    Poll,
    PollPurpose,
    PollSettings,
    PollStatus,
    Venue,
    Vote,
    Word,
)
from storage.moments import moment, moment_if, stored, stored_if
from storage.rows import change, every, insert, one

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from typing import Any

    import aiosqlite

    from domain.poll import NewOption

COLUMNS = (
    "id, group_id, purpose, session_id, venue, status, opened_by, opened_at, opening, closes_at, closed_at,"
    " closed_why, proposed_at, settled_at, settings"
)
OPTION_COLUMNS = "id, poll_id, position, starts_at, ends_at, municipality_code, word, withdrawn_at"
PART_COLUMNS = (
    "id, poll_id, opening, number, total, telegram_poll_id, chat_id, message_id, ended_at, ended_why,"
    " (SELECT json_group_array(option_id) FROM (SELECT option_id FROM poll_part_option"
    " WHERE part_id = poll_part.id ORDER BY position)) AS option_ids"
)

NUMBERED_FOR: Final = timedelta(days=7)
"""So long the numbers of updates certainly rise."""


class Polls:
    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    async def add(
        self,
        group_id: int,
        purpose: PollPurpose,
        venue: Venue,
        *,
        by: int | None,
        at: datetime,
        closes_at: datetime,
        session_id: int | None = None,
        settings: PollSettings | None = None,
    ) -> int:
        """Its id. Raises sqlite3.IntegrityError when the group has such a question already that is not settled."""
        return await insert(
            self._connection,
            "INSERT INTO poll (group_id, purpose, session_id, venue, status, opened_by, opened_at, closes_at, settings)"
            " VALUES (:group_id, :purpose, :session_id, :venue, 'open', :by, :at, :closes_at, :settings)",
            {
                "group_id": group_id,
                "purpose": purpose,
                "session_id": session_id,
                "venue": venue,
                "by": by,
                "at": stored(at),
                "closes_at": stored(closes_at),
                "settings": (settings or PollSettings()).model_dump_json(exclude_none=True),
            },
        )

    async def get(self, poll_id: int) -> Poll:
        """Raises LookupError when there is no such poll."""
        row = await one(self._connection, f"SELECT {COLUMNS} FROM poll WHERE id = :id", {"id": poll_id})
        if row is None:
            raise LookupError(f"no poll {poll_id}")
        return _poll(row)

    async def unsettled(self, group_id: int, purpose: PollPurpose, session_id: int | None = None) -> Poll | None:
        """The one that is open, or closed without an outcome yet."""
        polls = await self._polls(
            "group_id = :group_id AND purpose = :purpose AND session_id IS :session_id"
            " AND status IN ('open', 'closed') ORDER BY id DESC LIMIT 1",
            {"group_id": group_id, "purpose": purpose, "session_id": session_id},
        )
        return polls[0] if polls else None

    async def latest(self, group_id: int, purpose: PollPurpose, session_id: int | None = None) -> Poll | None:
        """The last, whatever became of it."""
        polls = await self._polls(
            "group_id = :group_id AND purpose = :purpose AND session_id IS :session_id ORDER BY id DESC LIMIT 1",
            {"group_id": group_id, "purpose": purpose, "session_id": session_id},
        )
        return polls[0] if polls else None

    async def open_of(self, group_id: int) -> list[Poll]:
        """Those that take votes, the first opened first."""
        return await self._polls("group_id = :group_id AND status = 'open' ORDER BY id", {"group_id": group_id})

    async def unsettled_of(self, group_id: int) -> list[Poll]:
        """Open, or closed without an outcome yet."""
        return await self._polls(
            "group_id = :group_id AND status IN ('open', 'closed') ORDER BY id", {"group_id": group_id}
        )

    async def save(self, poll: Poll) -> None:
        """Write every column that can change."""
        await change(
            self._connection,
            "UPDATE poll SET venue = :venue, status = :status, opened_at = :opened_at, opening = :opening,"
            " closes_at = :closes_at, closed_at = :closed_at, closed_why = :closed_why, proposed_at = :proposed_at,"
            " settled_at = :settled_at, settings = :settings WHERE id = :id",
            {
                "id": poll.id,
                "venue": poll.venue,
                "status": poll.status,
                "opened_at": stored(poll.opened_at),
                "opening": poll.opening,
                "closes_at": stored(poll.closes_at),
                "closed_at": stored_if(poll.closed_at),
                "closed_why": poll.closed_why,
                "proposed_at": stored_if(poll.proposed_at),
                "settled_at": stored_if(poll.settled_at),
                "settings": poll.settings.model_dump_json(exclude_none=True),
            },
        )

    async def add_option(self, poll_id: int, position: int, new: NewOption) -> int:
        """Returns its id."""
        return await insert(
            self._connection,
            "INSERT INTO poll_option (poll_id, position, starts_at, ends_at, municipality_code, word)"
            " VALUES (:poll_id, :position, :starts_at, :ends_at, :municipality_code, :word)",
            {
                "poll_id": poll_id,
                "position": position,
                "starts_at": stored_if(new.moment.starts_at if new.moment else None),
                "ends_at": stored_if(new.moment.ends_at if new.moment else None),
                "municipality_code": new.municipality_code,
                "word": new.word,
            },
        )

    async def place_option(self, option: Option) -> None:
        """Write its position and whether it was withdrawn."""
        await change(
            self._connection,
            "UPDATE poll_option SET position = :position, withdrawn_at = :withdrawn_at WHERE id = :id",
            {"id": option.id, "position": option.position, "withdrawn_at": stored_if(option.withdrawn_at)},
        )

    async def options(self, poll_id: int) -> list[Option]:
        """As they are shown, those withdrawn among them."""
        rows = await every(
            self._connection,
            f"SELECT {OPTION_COLUMNS} FROM poll_option WHERE poll_id = :poll_id ORDER BY position, id",
            {"poll_id": poll_id},
        )
        return [_option(row) for row in rows]

    async def option(self, option_id: int) -> Option:
        """Raises LookupError when there is no such option."""
        row = await one(self._connection, f"SELECT {OPTION_COLUMNS} FROM poll_option WHERE id = :id", {"id": option_id})
        if row is None:
            raise LookupError(f"no option {option_id}")
        return _option(row)

    async def add_part(self, poll: Poll, number: int, total: int, option_ids: Sequence[int | None]) -> int:
        """A poll of Telegram's that is to be sent; its id. None among the options: "op geen van deze"."""
        part_id = await insert(
            self._connection,
            "INSERT INTO poll_part (poll_id, opening, number, total) VALUES (:poll_id, :opening, :number, :total)",
            {"poll_id": poll.id, "opening": poll.opening, "number": number, "total": total},
        )
        for position, option_id in enumerate(option_ids):
            await change(
                self._connection,
                "INSERT INTO poll_part_option (part_id, position, option_id) VALUES (:part_id, :position, :option_id)",
                {"part_id": part_id, "position": position, "option_id": option_id},
            )
        return part_id

    async def part(self, part_id: int) -> Part:
        """Raises LookupError when there is no such part."""
        parts = await self._parts("id = :id", {"id": part_id})
        if not parts:
            raise LookupError(f"no part {part_id}")
        return parts[0]

    async def part_by_telegram(self, telegram_poll_id: str) -> Part | None:
        """Also when it is the twin of one that was sent twice."""
        parts = await self._parts(
            "telegram_poll_id = :id OR id IN (SELECT part_id FROM poll_twin WHERE telegram_poll_id = :id)",
            {"id": telegram_poll_id},
        )
        return parts[0] if parts else None

    async def perhaps_sent_twice(self) -> list[Part]:
        """Those that left more often than Telegram told an id of, the newest first."""
        return await self._parts(
            "EXISTS (SELECT 1 FROM outbox WHERE subject_id = poll_part.id AND kind = :kind"
            " AND deliveries > (poll_part.telegram_poll_id IS NOT NULL)) ORDER BY id DESC",
            {"kind": Kind.POLL_PART},
        )

    async def add_twin(self, telegram_poll_id: str, part_id: int) -> None:
        await change(
            self._connection,
            "INSERT INTO poll_twin (telegram_poll_id, part_id) VALUES (:telegram_poll_id, :part_id)"
            " ON CONFLICT (telegram_poll_id) DO NOTHING",
            {"telegram_poll_id": telegram_poll_id, "part_id": part_id},
        )

    async def parts(self, poll_id: int) -> list[Part]:
        """All, of earlier openings too, in their order."""
        return await self._parts("poll_id = :poll_id ORDER BY opening, number, id", {"poll_id": poll_id})

    async def part_sent(
        self,
        part_id: int,
        *,
        telegram_poll_id: str,
        chat_id: int,
        message_id: int,
        persistent_ids: Sequence[str],
    ) -> None:
        """Write down under which ids Telegram knows it; the persistent ids in the order of its options."""
        await change(
            self._connection,
            "UPDATE poll_part SET telegram_poll_id = :telegram_poll_id, chat_id = :chat_id, message_id = :message_id"
            " WHERE id = :id",
            {
                "id": part_id,
                "telegram_poll_id": telegram_poll_id,
                "chat_id": chat_id,
                "message_id": message_id,
            },
        )
        for position, persistent_id in enumerate(persistent_ids):
            await change(
                self._connection,
                "UPDATE poll_part_option SET persistent_id = :persistent_id"
                " WHERE part_id = :part_id AND position = :position",
                {"part_id": part_id, "position": position, "persistent_id": persistent_id},
            )

    async def end_part(self, part_id: int, why: PartEnded, at: datetime) -> bool:
        """Telegram takes no votes for it any more; False when that was known."""
        ended = await change(
            self._connection,
            "UPDATE poll_part SET ended_at = :at, ended_why = :why WHERE id = :id AND ended_at IS NULL",
            {"id": part_id, "why": why, "at": stored(at)},
        )
        return ended > 0

    async def votes(self, poll_id: int) -> list[Vote]:
        rows = await every(
            self._connection,
            "SELECT vote.option_id, vote.person_id, vote.answer, vote.via, vote.update_id, vote.answered_at FROM vote"
            " JOIN poll_option ON poll_option.id = vote.option_id WHERE poll_option.poll_id = :poll_id"
            " ORDER BY vote.option_id, vote.person_id",
            {"poll_id": poll_id},
        )
        return [_vote(row) for row in rows]

    async def keep_vote(self, vote: Vote) -> bool:
        """The later update stands: False, and nothing changes, when one as late is known.

        After a week in which nothing happens Telegram numbers its updates anew (Bot API, Update): then time decides.
        """
        kept = await change(
            self._connection,
            "INSERT INTO vote (option_id, person_id, answer, via, update_id, answered_at)"
            " VALUES (:option_id, :person_id, :answer, :via, :update_id, :answered_at)"
            " ON CONFLICT (option_id, person_id) DO UPDATE SET answer = excluded.answer, via = excluded.via,"
            " update_id = excluded.update_id, answered_at = excluded.answered_at"
            " WHERE excluded.update_id > vote.update_id OR vote.answered_at <= :a_week_before",
            {
                **dict(vote),
                "answered_at": stored(vote.answered_at),
                "a_week_before": stored(vote.answered_at - NUMBERED_FOR),
            },
        )
        return kept > 0

    async def drop_votes(self, person_id: int, poll_id: int) -> None:
        await change(
            self._connection,
            "DELETE FROM vote WHERE person_id = :person_id"
            " AND option_id IN (SELECT id FROM poll_option WHERE poll_id = :poll_id)",
            {"person_id": person_id, "poll_id": poll_id},
        )

    async def keep_early(
        self, telegram_poll_id: str, person_id: int, update_id: int, positions: Sequence[int], at: datetime
    ) -> None:
        """A vote for a poll that is not known yet; the later of one person's stands."""
        await change(
            self._connection,
            "INSERT INTO early_vote (telegram_poll_id, person_id, update_id, positions, answered_at)"
            " VALUES (:poll, :person_id, :update_id, :positions, :at)"
            " ON CONFLICT (telegram_poll_id, person_id) DO UPDATE SET update_id = excluded.update_id,"
            " positions = excluded.positions, answered_at = excluded.answered_at"
            " WHERE excluded.update_id > early_vote.update_id",
            {
                "poll": telegram_poll_id,
                "person_id": person_id,
                "update_id": update_id,
                "positions": json.dumps(list(positions)),
                "at": stored(at),
            },
        )

    async def early_voters(self, telegram_poll_id: str) -> list[int]:
        rows = await every(
            self._connection,
            "SELECT person_id FROM early_vote WHERE telegram_poll_id = :poll ORDER BY person_id",
            {"poll": telegram_poll_id},
        )
        return [row["person_id"] for row in rows]

    async def take_early(self, telegram_poll_id: str) -> list[tuple[int, int, list[int], datetime]]:
        """Person, update, positions and moment of each early vote for it; they are taken out."""
        rows = await every(
            self._connection,
            "DELETE FROM early_vote WHERE telegram_poll_id = :poll"
            " RETURNING person_id, update_id, positions, answered_at",
            {"poll": telegram_poll_id},
        )
        return [
            (row["person_id"], row["update_id"], json.loads(row["positions"]), moment(row["answered_at"]))
            for row in rows
        ]

    async def sweep(self, before: datetime) -> None:
        """Forget votes for polls of which nobody found out what they are."""
        await change(self._connection, "DELETE FROM early_vote WHERE answered_at < :at", {"at": stored(before)})

    async def _polls(self, where: str, values: Mapping[str, Any]) -> list[Poll]:
        rows = await every(self._connection, f"SELECT {COLUMNS} FROM poll WHERE {where}", values)
        return [_poll(row) for row in rows]

    async def _parts(self, where: str, values: Mapping[str, Any]) -> list[Part]:
        rows = await every(self._connection, f"SELECT {PART_COLUMNS} FROM poll_part WHERE {where}", values)
        return [_part(row) for row in rows]


def _poll(row: sqlite3.Row) -> Poll:
    return Poll(
        id=row["id"],
        group_id=row["group_id"],
        purpose=PollPurpose(row["purpose"]),
        session_id=row["session_id"],
        venue=Venue(row["venue"]),
        status=PollStatus(row["status"]),
        opened_by=row["opened_by"],
        opened_at=moment(row["opened_at"]),
        opening=row["opening"],
        closes_at=moment(row["closes_at"]),
        closed_at=moment_if(row["closed_at"]),
        closed_why=None if row["closed_why"] is None else ClosedWhy(row["closed_why"]),
        proposed_at=moment_if(row["proposed_at"]),
        settled_at=moment_if(row["settled_at"]),
        settings=PollSettings.model_validate_json(row["settings"]),
    )


def _option(row: sqlite3.Row) -> Option:
    return Option(
        id=row["id"],
        poll_id=row["poll_id"],
        position=row["position"],
        starts_at=moment_if(row["starts_at"]),
        ends_at=moment_if(row["ends_at"]),
        municipality_code=row["municipality_code"],
        word=None if row["word"] is None else Word(row["word"]),
        withdrawn_at=moment_if(row["withdrawn_at"]),
    )


def _part(row: sqlite3.Row) -> Part:
    return Part(
        id=row["id"],
        poll_id=row["poll_id"],
        opening=row["opening"],
        number=row["number"],
        total=row["total"],
        telegram_poll_id=row["telegram_poll_id"],
        chat_id=row["chat_id"],
        message_id=row["message_id"],
        ended_at=moment_if(row["ended_at"]),
        ended_why=None if row["ended_why"] is None else PartEnded(row["ended_why"]),
        option_ids=tuple(json.loads(row["option_ids"])),
    )


def _vote(row: sqlite3.Row) -> Vote:
    return Vote(
        option_id=row["option_id"],
        person_id=row["person_id"],
        answer=None if row["answer"] is None else Answer(row["answer"]),
        via=Venue(row["via"]),
        update_id=row["update_id"],
        answered_at=moment(row["answered_at"]),
    )
