"""Who can be in a group: had the intake, goes on, and answered everything that composing needs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.booking import IntakeOutcome
from domain.group_composition import Candidate
from domain.municipality import Municipalities, UnknownMunicipalityError
from domain.registration import SUPPLEMENT, Question, Status
from services.intake_steps import current_booking

if TYPE_CHECKING:
    from domain.municipality import Municipality
    from domain.person import Person
    from domain.registration import Registration
    from storage.work import Reads


@dataclass(frozen=True, slots=True)
class Lacking:
    """Somebody who goes on after the intake and cannot be picked yet."""

    registration: Registration
    person: Person
    # What has to be answered first. The municipality when it is none of today's: it was merged.
    questions: tuple[Question, ...]


class CandidatePool:
    """Looks at people as candidates; `municipalities` are those of today."""

    def __init__(self, municipalities: Municipalities) -> None:
        self._municipalities = municipalities

    async def free(self, reads: Reads) -> tuple[list[Candidate], list[Lacking]]:
        """Who could be picked now, and who lacks something; who is in no group and not on a card. First come first."""
        ready: list[Candidate] = []
        lacking: list[Lacking] = []
        for registration in await reads.registrations.with_status(Status.ADMITTED):
            if await reads.groups.live_membership(registration.person_id) is not None:
                continue
            found = await self.look_at(reads, registration)
            if isinstance(found, Candidate):
                ready.append(found)
            elif found is not None:
                lacking.append(found)
        return sorted(ready, key=lambda each: each.since), lacking

    async def candidate(self, reads: Reads, registration_id: int) -> Candidate | None:
        """None when the registration is gone or over, no intake said yes, or something lacks; picked or not."""
        try:
            registration = await reads.registrations.get(registration_id)
        except LookupError:
            return None
        found = await self.look_at(reads, registration)
        return found if isinstance(found, Candidate) else None

    async def look_at(self, reads: Reads, registration: Registration) -> Candidate | Lacking | None:
        """None for who is not admitted, or has had no intake after which they go on."""
        if registration.status is not Status.ADMITTED:
            return None
        booking = await current_booking(reads, registration)
        if booking is None or booking.outcome is not IntakeOutcome.GOES_ON or booking.outcome_at is None:
            return None
        person = await reads.people.get(registration.person_id)
        municipality = self.municipality(registration.answers.municipality_code)
        lacks = registration.answers.open_questions(SUPPLEMENT)
        if municipality is None or lacks:
            merged = (Question.MUNICIPALITY,) if municipality is None else ()
            return Lacking(registration, person, (*merged, *lacks))
        return Candidate(
            person_id=registration.person_id,
            registration_id=registration.id,
            name=registration.answers.name or person.name or "",
            municipality=municipality,
            answers=registration.answers,
            intake_by=(await reads.slots.get(booking.slot_id)).facilitator_id,
            since=booking.outcome_at,
        )

    def municipality(self, code: str | None) -> Municipality | None:
        """None when there is none of today's with this code."""
        try:
            return None if code is None else self._municipalities.by_code(code)
        except UnknownMunicipalityError:
            return None
