"""What the outcome of an intake brings about, and how that is undone when it was recorded by mistake."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from domain.booking import IntakeOutcome, Side
from domain.moves import MoveKind
from domain.outbox import Kind
from domain.person import Role
from domain.registration import Status
from services.admission import settle_cards
from services.intake_steps import ABOUT_SEARCH, admitted, search
from services.leaving import end_participation, ended
from services.notices import notify, notify_coordinators

if TYPE_CHECKING:
    from datetime import datetime

    from domain.booking import Booking
    from domain.registration import Registration
    from storage.work import Work

TOLD: Final = {
    IntakeOutcome.GOES_ON: Kind.INTAKE_GOES_ON,
    IntakeOutcome.SECOND_TALK: Kind.INTAKE_SECOND_TALK,
    IntakeOutcome.STOPS: Kind.INTAKE_STOPS,
}
"""What the person hears."""

CORRECTED: Final = "corrected"
"""The detail of a message to somebody who had heard another outcome before."""


async def follow_up(work: Work, booking: Booking, facilitator_id: int, now: datetime) -> None:
    """Set in motion what comes next, and tell it to whom it concerns."""
    registration = await admitted(work, booking.person_id)
    if registration is None or booking.outcome is None:
        return
    match booking.outcome:
        case IntakeOutcome.GOES_ON:
            await work.moves.open(MoveKind.NO_GROUP, registration.id, now)
        case IntakeOutcome.SECOND_TALK:
            await search(work, booking.person_id, now)
        case IntakeOutcome.STOPS:
            over = ended(registration, Status.DECLINED, by=facilitator_id, reason=booking.outcome_reason, at=now)
            await end_participation(work, over, now, by=Side.FACILITATOR)
    await _tell(work, booking, booking.outcome, now)
    if booking.outcome is IntakeOutcome.STOPS:
        await notify_coordinators(work, Kind.INTAKE_STOPPED, now, subject_id=registration.id)


async def undo(work: Work, booking: Booking, now: datetime) -> bool:
    """Take back what `follow_up` did. False, and nothing is changed, when the person acted on it or left meanwhile."""
    registration = await work.registrations.latest_of(booking.person_id)
    latest = await work.bookings.latest_of(booking.person_id)
    if registration is None or latest is None or latest.id != booking.id:
        return False
    if await _is_placed(work, booking.person_id):
        return False
    if booking.outcome is IntakeOutcome.STOPS:
        if not await _readmit(work, registration, now):
            return False
    elif registration.status is not Status.ADMITTED or await work.waiting.of(booking.person_id) is not None:
        return False
    for kind in (MoveKind.NO_GROUP, MoveKind.NO_BOOKING):
        await work.moves.close(kind, registration.id, now)
    await work.outbox.withdraw(ABOUT_SEARCH, registration.id, now, "outcome taken back")
    await work.outbox.withdraw(tuple(TOLD.values()), booking.id, now, "outcome taken back")
    return True


async def _is_placed(work: Work, person_id: int) -> bool:
    """In a group, or the members of one are asked about them. Who is only on a draft's card blocks its publication."""
    if await work.groups.of_participant(person_id) is not None:
        return True
    return await work.newcomers.open_of_person(person_id) is not None


async def _readmit(work: Work, registration: Registration, now: datetime) -> bool:
    """They take part again, as before; False when they have registered anew or have another role by now."""
    person = await work.people.get(registration.person_id)
    if registration.status is not Status.DECLINED or person.role is not None:
        return False
    again = {"status": Status.ADMITTED, "decided_at": now, "reason": None, "changed_at": now}
    await work.registrations.save(registration.model_copy(update=again))
    await work.people.give_role(person.id, Role.PARTICIPANT)
    await work.goals.keep_from(person.id, None)
    await settle_cards(work, registration.id, now)
    await work.outbox.withdraw((Kind.INTAKE_STOPPED,), registration.id, now, "outcome taken back")
    if await work.outbox.sent((Kind.INTAKE_STOPPED,), registration.id):
        await notify_coordinators(work, Kind.INTAKE_STOP_TAKEN_BACK, now, subject_id=registration.id)
    return True


async def _tell(work: Work, booking: Booking, outcome: IntakeOutcome, now: datetime) -> None:
    """Once; whoever heard another outcome before is told that this one holds. A reason may be another than before."""
    kind = TOLD[outcome]
    heard = await work.outbox.sent(tuple(TOLD.values()), booking.id)
    if heard and heard[-1].kind is kind and outcome is not IntakeOutcome.STOPS:
        return
    detail = CORRECTED if heard else None
    await notify(work, kind, booking.person_id, now, subject_id=booking.id, detail=detail)
