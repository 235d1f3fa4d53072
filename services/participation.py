"""Who takes part, and how far they are: what the office looks up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.registration import Status
from services.intake_views import IntakeStanding, standing_of

if TYPE_CHECKING:
    from datetime import datetime

    from domain.person import Person
    from domain.registration import Registration
    from storage.database import Database


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody who was admitted."""

    registration: Registration
    person: Person


@dataclass(frozen=True, slots=True)
class ParticipantCard:
    """Somebody who was admitted, with where they stand with the intake."""

    registration: Registration
    person: Person
    standing: IntakeStanding


class Participation:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def all(self) -> list[Participant]:
        """Everybody who was admitted, who was so first in front."""
        reads = self._database.reads
        registrations = await reads.registrations.with_status(Status.ADMITTED)
        return [Participant(each, await reads.people.get(each.person_id)) for each in registrations]

    async def one(self, registration_id: int, now: datetime) -> ParticipantCard | None:
        """None when there is no such registration, or it is not admitted (any more)."""
        reads = self._database.reads
        try:
            registration = await reads.registrations.get(registration_id)
        except LookupError:
            return None
        if registration.status is not Status.ADMITTED:
            return None
        person = await reads.people.get(registration.person_id)
        return ParticipantCard(registration, person, await standing_of(reads, person.id, now))
