"""A group of eight with its first session behind it, in a chat or without, and what tests of polls do over and over."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from domain.chat import Chat, ChatStatus
from domain.group import GroupStatus
from domain.outbox import Delivered, Kind, OutboxStatus, SentPoll
from domain.person import Role
from domain.poll import STANDS_OPEN, NewOption, PollPurpose, PollSettings
from domain.session import LENGTH
from domain.slot import Interval
from domain.time import to_utc
from services.catalogue import Services
from services.delivered import ON_SENT
from services.intake_uid import new_uid
from services.poll import open_poll
from tests.services.inline_worker import InlineWorker
from tests.services.rota_scene import NAMES, join, person

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from domain.outbox import OutboxMessage
    from domain.poll import Part, Poll, Standings
    from storage.database import Database

# A Tuesday evening in Amsterdam, at the end of the first session.
NOW = datetime(2027, 1, 12, 15, 0, tzinfo=UTC)
CHAT_ID = -4711


def week(number: int, hour: int = 13) -> Interval:
    """So many weeks after the first session, at one in the afternoon."""
    starts = to_utc(datetime(2027, 1, 12, hour) + timedelta(weeks=number))  # noqa: DTZ001 - a wall time has no zone
    return Interval(starts, starts + LENGTH)


@dataclass
class PollScene:
    """Ellen leads the eight, Joost leads nobody, Annelies is the office, Piet is a member of no group."""

    database: Database
    services: Services
    ellen: int
    joost: int
    annelies: int
    piet: int
    people: list[int]
    group_id: int
    _updates: Iterator[int] = field(default_factory=lambda: itertools.count(1))
    _telegram: Iterator[int] = field(default_factory=lambda: itertools.count(100))

    def update(self) -> int:
        return next(self._updates)

    async def link(self) -> None:
        async with self.database.transaction() as work:
            chat = Chat(
                group_id=self.group_id,
                chat_id=CHAT_ID,
                status=ChatStatus.LINKED,
                why=None,
                linked_by=self.ellen,
                linked_at=NOW,
            )
            await work.chats.save(chat)

    async def opens(self, *weeks: int, purpose: PollPurpose = PollPurpose.DATES, sessions: int = 5) -> Poll:
        settings = PollSettings(cycle=1, first_number=2, sessions=sessions, least_weeks=5, most_weeks=9)
        async with self.database.transaction() as work:
            return await open_poll(
                work,
                self.group_id,
                purpose,
                [NewOption(moment=week(number)) for number in weeks],
                NOW + STANDS_OPEN,
                self.ellen,
                NOW,
                settings=settings,
            )

    async def poll(self, poll_id: int) -> Poll:
        return await self.database.reads.polls.get(poll_id)

    async def standings(self, poll_id: int) -> Standings:
        return (await self.services.polls.view(poll_id)).standings

    async def parts(self, poll_id: int) -> list[Part]:
        """Those of Telegram's polls that take votes."""
        return [part for part in await self.database.reads.polls.parts(poll_id) if part.ended_at is None]

    async def votes_in_chat(
        self, part: Part, person_id: int, positions: Sequence[int], *, update: int | None = None, at: datetime = NOW
    ) -> None:
        update_id = self.update() if update is None else update
        poll_id = part.telegram_poll_id or ""
        await self.services.polls.answer_in_chat(poll_id, person_id, positions, at, update_id)

    async def queued(self, *kinds: Kind) -> list[OutboxMessage]:
        """What waits to be sent, to the chat as well."""
        rows = await self.database.reads.outbox.waiting(NOW + timedelta(days=1000), 1000)
        messages = [await self.database.reads.outbox.get(row.id) for row in rows]
        return sorted((each for each in messages if not kinds or each.kind in kinds), key=lambda each: each.id)

    async def deliver(self, *, missing: bool = False) -> None:
        """All that waits is sent; `missing`: what is changed or stopped there is gone."""
        for message in await self.queued():
            number = next(self._telegram)
            poll = None
            if message.kind is Kind.POLL_PART:
                poll = SentPoll(
                    telegram_poll_id=f"poll-{number}", persistent_ids=tuple(f"o{place}" for place in range(12))
                )
            delivered = Delivered(message_id=number, chat_id=CHAT_ID, poll=poll, missing=missing)
            async with self.database.transaction() as work:
                await work.outbox.claim(message.id)
                await work.outbox.settle(message.id, OutboxStatus.SENT, NOW, telegram_message_id=number)
                if (then := ON_SENT.get(message.kind)) is not None:
                    await then(work, message, delivered, NOW)

    async def let_pass(self, until: datetime) -> None:
        """The bot carries out whatever falls due, each at its own moment."""
        moves = self.services.moves
        while (moment := await moves.next_due()) is not None and moment <= until:
            for move in await moves.due(moment, 10):
                await moves.carry_out(move, moment)


async def set_poll_scene(database: Database) -> PollScene:
    async with database.transaction() as work:
        ellen = await person(work, 1, "Ellen Vos", Role.FACILITATOR)
        joost = await person(work, 2, "Joost Kuipers", Role.FACILITATOR)
        annelies = await person(work, 3, "Annelies", Role.COORDINATOR)
        piet = await person(work, 4, "Piet", Role.PARTICIPANT)
        group = await work.groups.add(annelies, NOW)
        published = {"status": GroupStatus.PUBLISHED, "facilitator_id": ellen, "published_at": NOW}
        await work.groups.save(group.model_copy(update=published))
        await work.groups.begin_cycle(group.id, 1, NOW)
        people = [
            await join(work, group.id, 100 + number, name, code, at=NOW) for number, (name, code) in enumerate(NAMES)
        ]
        await work.sessions.add(group.id, 1, 1, week(0, 12), uid=new_uid(), at=NOW)
    return PollScene(
        database=database,
        services=Services.over(database, InlineWorker()),
        ellen=ellen,
        joost=joost,
        annelies=annelies,
        piet=piet,
        people=people,
        group_id=group.id,
    )
