"""Registering, from the first tap to "ontvangen", and taking it back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from domain.booking import Side
from domain.moves import MoveKind, due_at_step, first_due
from domain.outbox import Kind
from domain.person import Role
from domain.registration import Question, Status, next_question
from domain.standing import Enrolment, EnrolmentState, Standing
from services.admission import settle_cards
from services.enrolment import enrolment_by, place_for
from services.leaving import end_intake, tell_facilitator
from services.notices import notify_coordinators
from services.registration_turn import (
    NotAskedError,
    Turn,
    ask,
    asked,
    end_waits,
    erase,
    held_to_terms,
    own,
    resume,
    start,
)

if TYPE_CHECKING:
    from datetime import datetime

    from domain.registration import Registration
    from storage.database import Database
    from storage.work import Reads, Work


class BeginOutcome(StrEnum):
    STARTED = "started"
    RESUMED = "resumed"
    # There is one that was sent already.
    ALREADY = "already"
    # Not started: the round has ended, is full, or there is none; without a round it can be done.
    NO_PLACE = "no-place"


@dataclass(frozen=True, slots=True)
class Begun:
    outcome: BeginOutcome
    enrolment: Enrolment
    turn: Turn | None = None


class SubmitOutcome(StrEnum):
    RECEIVED = "received"
    ALREADY = "already"
    # A question is open, or the price or the privacy text changed since consent: `turn` asks it.
    INCOMPLETE = "incomplete"
    NO_PLACE = "no-place"


@dataclass(frozen=True, slots=True)
class Submission:
    outcome: SubmitOutcome
    turn: Turn
    enrolment: Enrolment
    # When the person will have heard at the latest.
    answer_by: datetime


class Registrations:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def get(self, registration_id: int) -> Registration:
        """Raises LookupError when there is no such registration, or no longer."""
        return await self._database.reads.registrations.get(registration_id)

    async def enrolment(self, slug: str | None, now: datetime) -> Enrolment:
        """What one who comes in by this link can register for; without a link, the newest round with a place."""
        return await enrolment_by(self._database.reads, slug, now)

    async def standing(self, person_id: int) -> Standing:
        registration = await self._database.reads.registrations.latest_of(person_id)
        return Standing() if registration is None else await _standing(self._database.reads, registration)

    async def begin(
        self, person_id: int, slug: str | None, offered_name: str | None, now: datetime, update_id: int, *, free: bool
    ) -> Begun:
        """Start a registration, or go on with the one there is. `free`: without a round, even if one is open.

        The offered name is what Telegram knows: kept to be confirmed, not yet an answer.
        """
        async with self._database.transaction(applies=update_id) as work:
            enrolment = Enrolment(state=EnrolmentState.NONE) if free else await enrolment_by(work, slug, now)
            live = await work.registrations.live_of(person_id)
            if live is not None and live.status is not Status.DRAFT:
                return Begun(BeginOutcome.ALREADY, enrolment, Turn(live, None))
            if live is not None:
                return Begun(BeginOutcome.RESUMED, enrolment, await resume(work, live, enrolment, now))
            if enrolment.state is not EnrolmentState.OPEN and not free:
                return Begun(BeginOutcome.NO_PLACE, enrolment)
            turn = await start(work, person_id, enrolment.round, offered_name, now)
            return Begun(BeginOutcome.STARTED, enrolment, turn)

    async def resume(
        self, person_id: int, registration_id: int, slug: str | None, now: datetime, update_id: int
    ) -> Turn:
        """Go on where it was left; into the round of this link when that is open. Raises NotAskedError."""
        async with self._database.transaction(applies=update_id) as work:
            draft = await own(work, person_id, registration_id, Status.DRAFT)
            enrolment = await enrolment_by(work, slug, now) if slug else Enrolment(state=EnrolmentState.NONE)
            return await resume(work, draft, enrolment, now)

    async def submit(
        self, person_id: int, registration_id: int, now: datetime, update_id: int, *, free: bool
    ) -> Submission:
        """Send it in, once; `free` without a round. Raises NotAskedError when it is not theirs or has ended."""
        async with self._database.transaction(applies=update_id) as work:
            registration = await own(work, person_id, registration_id)
            answer_by = first_due(MoveKind.ADMISSION, registration.submitted_at or now)
            if registration.status is not Status.DRAFT:
                here = Enrolment(state=EnrolmentState.NONE)
                return Submission(SubmitOutcome.ALREADY, Turn(registration, None), here, answer_by)
            await asked(work, person_id, Question.SUMMARY)
            enrolment = Enrolment(state=EnrolmentState.OPEN) if free else await place_for(work, registration, now)
            if enrolment.state is not EnrolmentState.OPEN:
                turn = await ask(work, registration, next_question(registration.answers), now)
                return Submission(SubmitOutcome.NO_PLACE, turn, enrolment, answer_by)
            ready = await held_to_terms(work, registration, now)
            if not ready.answers.complete:
                turn = await ask(work, ready, next_question(ready.answers), now)
                return Submission(SubmitOutcome.INCOMPLETE, turn, enrolment, answer_by)
            round_id = enrolment.round.id if enrolment.round else None
            received = await _receive(work, ready.model_copy(update={"round_id": round_id}), now)
            return Submission(SubmitOutcome.RECEIVED, Turn(received, None), enrolment, answer_by)

    async def erase_draft(self, person_id: int, registration_id: int, now: datetime, update_id: int) -> None:
        """Erase what was entered, and the person as well when nothing else is kept of them. Raises NotAskedError."""
        async with self._database.transaction(applies=update_id) as work:
            draft = await own(work, person_id, registration_id, Status.DRAFT)
            await erase(work, draft, now)
            person = await work.people.get(person_id)
            if person.role is None and await work.registrations.latest_of(person_id) is None:
                await work.people.erase(person_id)

    async def start_over(
        self,
        person_id: int,
        registration_id: int,
        offered_name: str | None,
        now: datetime,
        update_id: int,
    ) -> Turn:
        """Erase a draft and begin again, in the same round when it still has a place. Raises NotAskedError."""
        async with self._database.transaction(applies=update_id) as work:
            draft = await own(work, person_id, registration_id, Status.DRAFT)
            enrolment = await place_for(work, draft, now)
            await erase(work, draft, now)
            place = enrolment.round if enrolment.state is EnrolmentState.OPEN else enrolment.instead
            return await start(work, person_id, place, offered_name, now)

    async def withdraw(self, person_id: int, registration_id: int, now: datetime, update_id: int) -> Registration:
        """End a registration that was sent in, with whatever waits for it. Raises NotAskedError.

        The office hears of it, unless the registration itself was still waiting in the outbox; so does the
        facilitator of an intake, who would otherwise wait for another booking.
        """
        async with self._database.transaction(applies=update_id) as work:
            registration = await own(work, person_id, registration_id)
            if registration.status is Status.DRAFT:
                raise NotAskedError
            of_group = await work.groups.of_participant(person_id) is not None
            await tell_facilitator(work, registration, now)
            await end_intake(work, registration, now, by=Side.PERSON)
            await end_waits(work, registration, now)
            withdrawn = registration.model_copy(update={"status": Status.WITHDRAWN, "changed_at": now})
            await work.registrations.save(withdrawn)
            await settle_cards(work, registration.id, now)
            person = await work.people.get(person_id)
            if person.role is Role.PARTICIPANT:
                await work.people.give_role(person_id, None)
            # Of who leaves a group the office hears more than that (services/group_membership.py).
            if not of_group and await work.outbox.sent((Kind.ADMISSION_ASKED,), registration.id):
                await notify_coordinators(work, Kind.REGISTRATION_WITHDRAWN, now, subject_id=registration.id)
            return withdrawn


async def _standing(reads: Reads, registration: Registration) -> Standing:
    round_ = None if registration.round_id is None else await reads.rounds.get(registration.round_id)
    for kind, owner in _WAITS.items():
        move = await reads.moves.current(kind, registration.id)
        if move is not None:
            deadline = due_at_step(kind, move.opened_at, _DEADLINE_STEP[kind])
            return Standing(registration=registration, round=round_, owner=owner, deadline=deadline)
    return Standing(registration=registration, round=round_)


_WAITS = {
    MoveKind.ADMISSION: Role.COORDINATOR,
    MoveKind.PRICE: Role.PARTICIPANT,
    MoveKind.HALF_FINISHED: Role.PARTICIPANT,
}
# Which step of its rule is the deadline that is told.
_DEADLINE_STEP = {MoveKind.ADMISSION: 0, MoveKind.PRICE: 2, MoveKind.HALF_FINISHED: 1}


async def _receive(work: Work, draft: Registration, now: datetime) -> Registration:
    received = draft.model_copy(update={"status": Status.SUBMITTED, "submitted_at": now, "changed_at": now})
    await work.registrations.save(received)
    if received.answers.name is not None:
        await work.people.rename(received.person_id, received.answers.name)
    await work.conversations.end(received.person_id)
    await work.moves.close(MoveKind.HALF_FINISHED, received.id, now)
    await work.outbox.withdraw((Kind.REGISTRATION_NUDGE,), received.id, now, "sent in")
    await work.moves.open(MoveKind.ADMISSION, received.id, now)
    await notify_coordinators(work, Kind.ADMISSION_ASKED, now, subject_id=received.id)
    return received
