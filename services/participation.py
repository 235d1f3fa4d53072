"""Who takes part, and how far they are: what the office looks up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from domain.registration import Status
from services.intake_views import IntakeStanding, standing_of

if TYPE_CHECKING:
    from datetime import datetime

    from domain.group import Group
    from domain.person import Person
    from domain.registration import Registration
    from storage.database import Database


# From the decision of the office on: also who has yet to agree to another price.
TAKING_PART: Final = (Status.PRICE, Status.ADMITTED)


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
    # The group that was published and of which they are a member.
    group: Group | None = None


class Participation:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def all(self) -> list[Participant]:
        """Everybody who was admitted, those first who have yet to agree to another price."""
        reads = self._database.reads
        registrations = [each for status in TAKING_PART for each in await reads.registrations.with_status(status)]
        return [Participant(each, await reads.people.get(each.person_id)) for each in registrations]

    async def one(self, registration_id: int, now: datetime) -> ParticipantCard | None:
        """None when there is no such registration, or it is not admitted (any more)."""
        reads = self._database.reads
        try:
            registration = await reads.registrations.get(registration_id)
        except LookupError:
            return None
        if registration.status not in TAKING_PART:
            return None
        person = await reads.people.get(registration.person_id)
        standing = await standing_of(reads, person.id, now)
        return ParticipantCard(registration, person, standing, await reads.groups.of_participant(person.id))
