"""What months of registering and publishing leave in the database, for journeys that begin after them."""

from __future__ import annotations

from contextlib import asynccontextmanager
from datetime import time
from typing import TYPE_CHECKING

from domain.outbox import OutboxStatus
from domain.slot import Medium, Pattern, SlotRules
from services.catalogue import Services
from services.intake import BookOutcome
from storage.cipher import MainKey
from storage.database import Database
from tests.services.inline_worker import InlineWorker
from tests.services.intake_scene import admit

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable
    from datetime import date, datetime

    from domain.person import Role
    from domain.slot import Slot
    from tests.journeys.harness import Phone, Town


class Archive:
    """Writes into the database of a town whose bot has not been started yet."""

    def __init__(self, database: Database, now: datetime) -> None:
        self._database = database
        self._services = Services.over(database, InlineWorker())
        self._now = now
        # Telegram's are positive.
        self._update_id = 0

    async def has(self, phone: Phone, role: Role) -> int:
        """Somebody who has had this role for long; their id."""
        async with self._database.transaction() as work:
            person = await work.people.add(phone.id, "nl", self._now)
            await work.people.rename(person.id, phone.name)
            await work.people.give_role(person.id, role)
            return person.id

    async def admits(self, phone: Phone) -> int:
        """Somebody who was admitted and has yet to book; their id."""
        return await admit(self._database, phone.id, phone.name, self._now)

    async def publishes(self, facilitator_id: int, walls: Iterable[tuple[date, int]]) -> list[Slot]:
        """Slots by phone, at these hours."""
        slots: list[Slot] = []
        for day, hour in walls:
            pattern = Pattern.single(day, time(hour), SlotRules(), Medium.PHONE)
            slots += (await self._services.slots.publish(facilitator_id, pattern, self._now, self._next())).slots
        return slots

    async def books(self, person_id: int, slot: Slot) -> None:
        booked = await self._services.intakes.book(person_id, slot.id, self._now, self._next())
        assert booked.outcome is BookOutcome.BOOKED

    async def has_told(self) -> None:
        """Whatever was to be sent by now, was."""
        async with self._database.transaction() as work:
            for message in await work.outbox.waiting(self._now, 1000):
                await work.outbox.settle(message.id, OutboxStatus.SENT, self._now, telegram_message_id=1)

    def _next(self) -> int:
        self._update_id -= 1
        return self._update_id


@asynccontextmanager
async def archive_of(town: Town, now: datetime) -> AsyncIterator[Archive]:
    database = await Database.open(town.database, MainKey(town.key))
    try:
        yield Archive(database, now)
    finally:
        await database.close()
