"""A fixed cast around the intake, and the few things that its tests do over and over."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from domain.booking import IntakeOutcome
from domain.outbox import Kind, OutboxMessage, OutboxStatus
from domain.person import Role
from domain.registration import Answers, Status
from domain.slot import Medium, Pattern, Slot, SlotRules
from domain.time import to_utc
from services.catalogue import Services
from services.intake import BookOutcome
from services.intake_steps import begin_intake
from tests.services.inline_worker import InlineWorker

if TYPE_CHECKING:
    from collections.abc import Iterator

    from domain.moves import MoveKind
    from services.intake import Booked
    from storage.database import Database

# A Tuesday at noon in Amsterdam, weeks before any holiday.
NOW = datetime(2027, 1, 19, 11, 0, tzinfo=UTC)
MONDAY = date(2027, 1, 25)
NAMES = ("Marijke de Groot", "Jeroen Bakker", "Fatima El Amrani", "Koen Visser", "Sanne Mulder", "Henk Prins")


def at(day: date, hour: int, minute: int = 0) -> datetime:
    """The moment at which the clocks in Amsterdam show this."""
    return to_utc(datetime.combine(day, time(hour, minute)))


@dataclass
class Scene:
    """Ellen and Joost lead groups, Annelies is the office, the others were admitted; Piet is nobody."""

    database: Database
    services: Services
    ellen: int
    joost: int
    annelies: int
    piet: int
    people: list[int]
    _updates: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    @property
    def marijke(self) -> int:
        return self.people[0]

    @property
    def jeroen(self) -> int:
        return self.people[1]

    @property
    def fatima(self) -> int:
        return self.people[2]

    @property
    def koen(self) -> int:
        return self.people[3]

    def update(self) -> int:
        """The id of a next update."""
        return next(self._updates)

    async def publish(
        self,
        day: date = MONDAY,
        hours: tuple[int, ...] = (9, 10, 11),
        *,
        by: int | None = None,
        now: datetime = NOW,
        medium: Medium = Medium.PHONE,
    ) -> list[Slot]:
        """One slot at each of these hours."""
        facilitator = by or self.ellen
        slots: list[Slot] = []
        for hour in hours:
            pattern = Pattern.single(day, time(hour), SlotRules(), medium, "https://example.org/kamer-ellen")
            slots += (await self.services.slots.publish(facilitator, pattern, now, self.update())).slots
        return slots

    async def book(self, person_id: int, slot: Slot, now: datetime = NOW) -> Booked:
        return await self.services.intakes.book(person_id, slot.id, now, self.update())

    async def booked(self, person_id: int, slot: Slot, now: datetime = NOW) -> int:
        """Book what can be booked; the booking's id."""
        done = await self.book(person_id, slot, now)
        assert done.outcome is BookOutcome.BOOKED
        assert done.card is not None
        return done.card.booking.id

    async def held(self, person_id: int, slot: Slot, outcome: IntakeOutcome = IntakeOutcome.GOES_ON) -> int:
        """Book a slot and record what came of it, an hour after it ended."""
        booking_id = await self.booked(person_id, slot)
        then = slot.ends_at + timedelta(hours=1)
        await self.services.facilitator_intakes.record(
            slot.facilitator_id, booking_id, outcome, "Past niet", then, update_id=self.update()
        )
        return booking_id

    async def queued(self, *kinds: Kind) -> list[OutboxMessage]:
        """What waits to be sent, whenever it is due, in the order in which it was queued; of these kinds, or of all."""
        rows = await self.database.reads.outbox.waiting(NOW + timedelta(days=1000), 1000)
        messages = [await self.database.reads.outbox.get(row.id) for row in rows]
        return sorted((each for each in messages if not kinds or each.kind in kinds), key=lambda each: each.id)

    async def told(self, *kinds: Kind) -> list[tuple[Kind, int]]:
        """Kind and recipient of what waits to be sent."""
        queued = await self.queued(*kinds)
        return [(each.kind, each.recipient_id) for each in queued if each.recipient_id is not None]

    async def deliver(self) -> None:
        """All that waits is sent."""
        async with self.database.transaction() as work:
            for message in await self.queued():
                await work.outbox.settle(message.id, OutboxStatus.SENT, NOW, telegram_message_id=1)

    async def deliver_notices(self) -> None:
        """All that waits is sent, but for what is planned for a later moment."""
        async with self.database.transaction() as work:
            for message in await self.queued():
                if message.rule_at <= message.created_at:
                    await work.outbox.settle(message.id, OutboxStatus.SENT, NOW, telegram_message_id=1)

    async def let_pass(self, until: datetime) -> None:
        """The bot carries out whatever falls due, each at its own moment."""
        moves = self.services.moves
        while (moment := await moves.next_due()) is not None and moment <= until:
            for move in await moves.due(moment, 10):
                await moves.carry_out(move, moment)

    async def waits(self, kind: MoveKind, subject_id: int) -> bool:
        return await self.database.reads.moves.current(kind, subject_id) is not None

    async def registration_of(self, person_id: int) -> int:
        registration = await self.database.reads.registrations.latest_of(person_id)
        assert registration is not None
        return registration.id


async def admit(database: Database, telegram_id: int, name: str, at_moment: datetime = NOW) -> int:
    """Somebody whose registration was admitted at this moment, with everything that begins then."""
    answers = Answers(name=name, phone="+31612345678", email="iemand@gemeente.example")
    async with database.transaction() as work:
        person = await work.people.add(telegram_id, "nl", at_moment)
        await work.people.rename(person.id, name)
        await work.people.give_role(person.id, Role.PARTICIPANT)
        draft = await work.registrations.add(person.id, None, answers, at_moment)
        admitted = draft.model_copy(update={"status": Status.ADMITTED, "decided_at": at_moment})
        await work.registrations.save(admitted)
        await begin_intake(work, admitted, at_moment)
        return person.id


async def set_scene(database: Database) -> Scene:
    async with database.transaction() as work:
        cast: dict[str, int] = {}
        roles = (("Ellen Vos", Role.FACILITATOR), ("Joost Kuipers", Role.FACILITATOR), ("Annelies", Role.COORDINATOR))
        for number, (name, role) in enumerate((*roles, ("Piet", None)), start=1):
            person = await work.people.add(number, "nl", NOW)
            await work.people.rename(person.id, name)
            await work.people.give_role(person.id, role)
            cast[name.split()[0].lower()] = person.id
    people = [await admit(database, 100 + number, name) for number, name in enumerate(NAMES)]
    return Scene(
        database,
        Services.over(database, InlineWorker()),
        ellen=cast["ellen"],
        joost=cast["joost"],
        annelies=cast["annelies"],
        piet=cast["piet"],
        people=people,
    )
