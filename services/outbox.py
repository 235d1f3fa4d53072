"""What leaves by itself: taken from the outbox, and what became of it written down; one transaction each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from domain.outbox import MOST_DELIVERIES, REMINDERS, REPEATABLE, Delivered, Kind, OutboxMessage, OutboxStatus, Why
from domain.quiet import is_open, sending_moment
from services.admission import settle_cards
from services.delivered import ON_FAILED, ON_SENT
from services.gathered import Gathered

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime

    from domain.group import Group
    from domain.person import Person
    from storage.database import Database
    from storage.outbox import Waiting
    from storage.work import Work

# What the office decided about a registration, on its way to the person.
DECISIONS: Final = frozenset({Kind.ADMITTED, Kind.DECLINED, Kind.PRICE_ASKED})


@dataclass(frozen=True, slots=True)
class Letter:
    """A message that may be sent now: to whom, and in place of which of Telegram's messages."""

    message: OutboxMessage
    # Telegram's id of the chat; a private chat with a person has the person's own id (Bot API, Chat).
    chat_id: int
    # One of the two, as the message is for a person or for a group.
    recipient: Person | None
    group: Group | None
    replaced_message_id: int | None


@dataclass(frozen=True, slots=True)
class _Arrival:
    message: OutboxMessage
    delivered: Delivered
    at: datetime


class Outbox:
    def __init__(self, database: Database) -> None:
        self._database = database
        # In the second in which thirty leave, each would otherwise wait for the disk behind the others.
        self._claims = Gathered(self._claim_each)
        self._arrivals = Gathered(self._settle_each)

    async def waiting(self, now: datetime, limit: int, *, apart_from: Collection[int] = ()) -> list[Waiting]:
        """The first that are due, in the order of sending, without those of these lanes."""
        return await self._database.reads.outbox.waiting(now, limit, apart_from=apart_from)

    async def next_due(self) -> datetime | None:
        return await self._database.reads.outbox.next_due()

    async def undelivered(self, limit: int = 50) -> list[OutboxMessage]:
        """What failed or was missed, the newest first, each with its reason."""
        return await self._database.reads.outbox.undelivered(limit)

    async def recover(self, now: datetime) -> int:
        """Once, at the start: what a process was sending when it died may have arrived. Returns how many there were."""
        async with self._database.transaction() as work:
            left = await work.outbox.left_sending()
            for message in left:
                if message.deliveries < MOST_DELIVERIES or message.kind in REPEATABLE:
                    await work.outbox.put_back(message.id, undelivered=message.kind in REPEATABLE)
                else:
                    await self._has_failed(work, message, Why.PERHAPS_DELIVERED, now)
            return len(left)

    async def open(self, message_id: int, now: datetime) -> Letter | None:
        """The message as it can be sent now; None when it is settled here, or waits for the end of the quiet.

        It is settled when it expired, was overtaken by a newer reminder, or its recipient cannot be reached. What was
        due by day and is late (a standstill) may no longer go when it has become quiet, unless it would expire.
        """
        reads = self._database.reads
        try:
            message = await reads.outbox.get(message_id)
            recipient = None if message.recipient_id is None else await reads.people.get(message.recipient_id)
            group = None if message.group_id is None else await reads.groups.get(message.group_id)
        except LookupError:
            # Who was erased meanwhile took the message along.
            return None
        if message.status is not OutboxStatus.QUEUED:
            return None
        if obstacle := await self._obstacle(message, recipient, now):
            await self._put_aside(message, *obstacle, now)
            return None
        chat_id = await self._chat_id(message, recipient)
        if chat_id is None:
            return None
        opens = _opens(message, now)
        if opens > now:
            async with self._database.transaction() as work:
                await work.outbox.postpone(message.id, opens)
            return None
        return Letter(message, chat_id, recipient, group, await self._replaced(message))

    async def _replaced(self, message: OutboxMessage) -> int | None:
        """Telegram's id of what it takes the place of; of what that was to replace, when that never came through."""
        while message.replaces_id is not None:
            message = await self._database.reads.outbox.get(message.replaces_id)
            if message.message_id is not None:
                return message.message_id
        return None

    async def _chat_id(self, message: OutboxMessage, recipient: Person | None) -> int | None:
        """Of the group's chat as it is called now; None when it has none any more: then it waits."""
        if recipient is not None:
            return recipient.telegram_id
        chat = None if message.group_id is None else await self._database.reads.chats.of_group(message.group_id)
        return None if chat is None or chat.lost else chat.chat_id

    async def _obstacle(
        self, message: OutboxMessage, recipient: Person | None, now: datetime
    ) -> tuple[OutboxStatus, Why] | None:
        """What settles it without sending."""
        if message.expires_at is not None and message.expires_at <= now:
            return OutboxStatus.MISSED, Why.EXPIRED
        if message.kind in REMINDERS and await self._database.reads.outbox.newer_due(message, now):
            return OutboxStatus.WITHDRAWN, Why.OVERTAKEN
        return None if recipient is None or recipient.reachable else (OutboxStatus.FAILED, Why.UNREACHABLE)

    async def claim(self, message_id: int) -> bool:
        """The last thing before it is sent: from now on it may have arrived. False when it was withdrawn meanwhile."""
        return await self._claims.ask(message_id)

    async def _claim_each(self, message_ids: Sequence[int]) -> list[bool]:
        async with self._database.transaction() as work:
            return [await work.outbox.claim(message_id) for message_id in message_ids]

    async def sent(self, message: OutboxMessage, delivered: Delivered, now: datetime) -> None:
        """It left; what is waiting for that is done in the same transaction (services/delivered.py)."""
        await self._arrivals.ask(_Arrival(message, delivered, now))

    async def _settle_each(self, arrivals: Sequence[_Arrival]) -> list[None]:
        async with self._database.transaction() as work:
            for arrival in arrivals:
                await work.outbox.settle(
                    arrival.message.id,
                    OutboxStatus.SENT,
                    arrival.at,
                    telegram_message_id=arrival.delivered.message_id,
                )
                if (then := ON_SENT.get(arrival.message.kind)) is not None:
                    await then(work, arrival.message, arrival.delivered, arrival.at)
        return [None] * len(arrivals)

    async def withdraw(self, message: OutboxMessage, reason: str, now: datetime) -> None:
        """There is nothing to say any more."""
        await self._put_aside(message, OutboxStatus.WITHDRAWN, reason, now)

    async def fail(self, message: OutboxMessage, why: Why, now: datetime) -> None:
        """Telegram said no for good, or there are no words for it."""
        async with self._database.transaction() as work:
            await self._has_failed(work, message, why, now)

    @staticmethod
    async def _has_failed(work: Work, message: OutboxMessage, why: Why, now: datetime) -> None:
        await work.outbox.settle(message.id, OutboxStatus.FAILED, now, reason=why)
        if (then := ON_FAILED.get(message.kind)) is not None:
            await then(work, message, now)

    async def lose(self, message: OutboxMessage, now: datetime) -> None:
        """The bot may not write to the recipient: so it is with everything for them until the next start."""
        async with self._database.transaction() as work:
            await work.outbox.settle(message.id, OutboxStatus.FAILED, now, reason=Why.UNREACHABLE)
            if message.recipient_id is not None:
                await work.people.unreachable(message.recipient_id, now)
            if message.kind in DECISIONS and message.subject_id is not None:
                # The office has to phone or mail instead: its cards say so, with the number and the address.
                await settle_cards(work, message.subject_id, now)

    async def put_back(self, message_id: int, now: datetime, *, undelivered: bool) -> bool:
        """To be tried again; `undelivered` when this try certainly did not arrive.

        False when it may have arrived as often as a message may: then it has failed.
        """
        async with self._database.transaction() as work:
            message = await work.outbox.get(message_id)
            undelivered = undelivered or message.kind in REPEATABLE
            if not undelivered and message.deliveries >= MOST_DELIVERIES:
                await self._has_failed(work, message, Why.PERHAPS_DELIVERED, now)
                return False
            await work.outbox.put_back(message_id, undelivered=undelivered)
            return True

    async def _put_aside(self, message: OutboxMessage, status: OutboxStatus, reason: str, now: datetime) -> None:
        """Settle what was not claimed; nothing happens when it was withdrawn meanwhile."""
        async with self._database.transaction() as work:
            if (await work.outbox.get(message.id)).status is OutboxStatus.QUEUED:
                await work.outbox.settle(message.id, status, now, reason=reason)


def _opens(message: OutboxMessage, now: datetime) -> datetime:
    """When it may go. What was given a moment in the quiet was exempt from it, and stays so."""
    if is_open(now) or not is_open(message.due_at):
        return now
    return sending_moment(message.due_at, now, message.expires_at)
