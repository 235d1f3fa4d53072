"""Leaving, and being taken out, at every stage: one transaction ends all that hangs on it, and tells who must act."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from domain.booking import IntakeOutcome, Side
from domain.conversation import ConversationName
from domain.moves import MoveKind
from domain.outbox import Kind
from domain.person import Role
from domain.registration import Status
from services.admission import settle_cards
from services.group_leading import leave_groups
from services.group_membership import leave_group
from services.intake_steps import (
    ABOUT_SEARCH,
    admitted,
    cancel,
    current_booking,
    hand_over,
    introduce,
    leave_line,
    search,
    settle_plans,
)
from services.intake_views import IntakeCard, card_of, facilitators_of
from services.notices import notify, notify_coordinators
from services.registration_turn import end_waits
from services.slot import withdraw_slots

if TYPE_CHECKING:
    from datetime import datetime

    from domain.group import Group
    from domain.person import Person
    from domain.registration import Registration
    from domain.slot import Slot
    from storage.database import Database
    from storage.work import Reads, Work

ABOUT_PARTICIPATION: Final = (*ABOUT_SEARCH, Kind.NO_GROUP_YET, Kind.NO_GROUP_REMINDER)


class TakeOutOutcome(StrEnum):
    TAKEN_OUT = "taken-out"
    # They left, or were taken out, before.
    SETTLED = "settled"
    # A facilitator takes out the own participants only.
    NOT_YOURS = "not-yours"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class FacilitatorDeparture:
    """What goes when a facilitator leaves, as far as it can be said beforehand."""

    # To be held, or held without an outcome yet; in the order of time.
    bookings: tuple[IntakeCard, ...]
    # Not booked: withdrawn.
    free_slots: tuple[Slot, ...]
    # Who could take over.
    successors: tuple[Person, ...]
    # Led as facilitator: they go to who takes over, or to whom the coordinator assigns.
    groups: tuple[Group, ...] = ()


class DepartureOutcome(StrEnum):
    LEFT = "left"
    # The bookings are others than were told: say it again. Nothing was changed.
    CHANGED = "changed"
    # The successor is no facilitator (any more), or is the one who leaves.
    NO_SUCCESSOR = "no-successor"
    # There is no such facilitator (any more).
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Departed:
    outcome: DepartureOutcome
    taken_over: tuple[IntakeCard, ...] = ()
    cancelled: tuple[IntakeCard, ...] = ()
    departure: FacilitatorDeparture | None = None


class Leaving:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def take_out(
        self, registration_id: int, by: int, reason: str | None, now: datetime, update_id: int
    ) -> TakeOutOutcome:
        """By a coordinator, or by who leads the group or held the intake; the person hears it, and a reason if any."""
        async with self._database.transaction(applies=update_id) as work:
            try:
                registration = await work.registrations.get(registration_id)
            except LookupError:
                return TakeOutOutcome.UNKNOWN
            who = await work.people.get(by)
            if not await _may_take_out(work, who, registration.person_id):
                return TakeOutOutcome.NOT_YOURS
            if registration.status not in (Status.SUBMITTED, Status.PRICE, Status.ADMITTED):
                return TakeOutOutcome.SETTLED
            await _tell_others(work, registration, who, now)
            side = Side.FACILITATOR if who.role is Role.FACILITATOR else Side.OFFICE
            over = ended(registration, Status.WITHDRAWN, by=by, reason=reason, at=now)
            await end_participation(work, over, now, by=side)
            await notify(work, Kind.TAKEN_OUT, registration.person_id, now, subject_id=registration.id)
            return TakeOutOutcome.TAKEN_OUT

    async def candidate(self, registration_id: int, by: int) -> Person | None:
        """Whom this registration is of. None when it is gone, over, or not for this one to end."""
        reads = self._database.reads
        try:
            registration = await reads.registrations.get(registration_id)
        except LookupError:
            return None
        if registration.status not in (Status.SUBMITTED, Status.PRICE, Status.ADMITTED):
            return None
        if not await _may_take_out(reads, await reads.people.get(by), registration.person_id):
            return None
        return await reads.people.get(registration.person_id)

    async def preview_facilitator(self, facilitator_id: int, now: datetime) -> FacilitatorDeparture:
        return await _departure(self._database.reads, facilitator_id, now)

    async def facilitator_leaves(
        self, facilitator_id: int, successor_id: int | None, now: datetime, update_id: int, *, bookings_told: int
    ) -> Departed:
        """With a successor the intakes stay when they are, as far as the successor has nothing then; the others go.

        Groups go to the successor too; without one it is the coordinator's move to assign somebody.

        `bookings_told` is how many bookings were said to be concerned: with another number nothing happens.
        """
        async with self._database.transaction(applies=update_id) as work:
            departure = await _departure(work, facilitator_id, now)
            refusal = await _refusal(work, facilitator_id, successor_id)
            if refusal is not None:
                return Departed(refusal, departure=departure)
            if len(departure.bookings) != bookings_told:
                return Departed(DepartureOutcome.CHANGED, departure=departure)
            await withdraw_slots(work, departure.free_slots, now)
            taken_over: list[IntakeCard] = []
            cancelled: list[IntakeCard] = []
            for card in departure.bookings:
                kept = await _pass_on(work, card, successor_id, now)
                (taken_over if kept else cancelled).append(card)
            if successor_id is not None:
                await _pass_on_participants(work, facilitator_id, successor_id, now)
            await leave_groups(work, facilitator_id, successor_id, now)
            await _end_role(work, facilitator_id, now)
            return Departed(DepartureOutcome.LEFT, tuple(taken_over), tuple(cancelled), departure)


def ended(registration: Registration, status: Status, *, by: int, reason: str | None, at: datetime) -> Registration:
    """As somebody else than the person ended it."""
    return registration.model_copy(
        update={"status": status, "decided_by": by, "decided_at": at, "reason": reason, "changed_at": at}
    )


async def end_participation(work: Work, over: Registration, now: datetime, *, by: Side) -> None:
    """Save a registration that has ended, and end all that hangs on it; telling the person why is for the caller."""
    await end_intake(work, over, now, by=by)
    await end_waits(work, over, now)
    await work.registrations.save(over)
    await settle_cards(work, over.id, now)
    person = await work.people.get(over.person_id)
    if person.role is Role.PARTICIPANT:
        await work.people.give_role(person.id, None)


async def end_intake(work: Work, registration: Registration, now: datetime, *, by: Side) -> None:
    """The booking, the place in line, the offer, the group and the waits of somebody who takes no part any more.

    Goals are kept for as long as design.md (section 4) says.
    """
    await leave_group(work, registration.id, registration.person_id, now, by=by)
    booking = await work.bookings.live_of(registration.person_id)
    if booking is not None:
        slot = await work.slots.get(booking.slot_id)
        await cancel(work, booking, slot, now, by=by, search_again=False)
    await leave_line(work, registration, now)
    for kind in (MoveKind.NO_BOOKING, MoveKind.WAITING_LIST, MoveKind.NO_GROUP):
        await work.moves.close(kind, registration.id, now)
    await work.outbox.withdraw(ABOUT_PARTICIPATION, registration.id, now, "takes no part any more")
    await work.goals.keep_from(registration.person_id, now)
    conversation = await work.conversations.of(registration.person_id)
    if conversation is not None and conversation.name in (ConversationName.INTAKE, ConversationName.GOALS):
        await work.conversations.end(registration.person_id)


async def tell_facilitator(work: Work, registration: Registration, now: datetime) -> None:
    """Who holds, or held, the intake hears that somebody is leaving: to be called while that intake is still there.

    Not of a member of a group: who leads that hears it (services/group_membership.py).
    """
    if await work.groups.of_participant(registration.person_id) is not None:
        return
    booking = await current_booking(work, registration)
    if booking is not None:
        slot = await work.slots.get(booking.slot_id)
        await notify(work, Kind.LEFT, slot.facilitator_id, now, subject_id=registration.id)


async def _may_take_out(reads: Reads, who: Person, person_id: int) -> bool:
    if who.role is Role.COORDINATOR:
        return True
    return who.role is Role.FACILITATOR and who.id in await facilitators_of(reads, person_id)


async def _tell_others(work: Work, registration: Registration, who: Person, now: datetime) -> None:
    """A coordinator tells the facilitator, and a facilitator the coordinators.

    Of a member of a group everybody concerned hears more than that (services/group_membership.py).
    """
    if await work.groups.of_participant(registration.person_id) is not None:
        return
    if who.role is Role.FACILITATOR:
        await notify_coordinators(work, Kind.LEFT, now, subject_id=registration.id)
        return
    await tell_facilitator(work, registration, now)


async def _departure(reads: Reads, facilitator_id: int, now: datetime) -> FacilitatorDeparture:
    live = await reads.bookings.live_of_facilitator(facilitator_id)
    others = [each for each in await reads.people.with_role(Role.FACILITATOR) if each.id != facilitator_id]
    return FacilitatorDeparture(
        bookings=tuple([await card_of(reads, booking) for booking in live]),
        free_slots=tuple(await reads.slots.unbooked_of(facilitator_id, now)),
        successors=tuple(others),
        groups=tuple(
            [each for each in await reads.groups.led_by(facilitator_id) if each.facilitator_id == facilitator_id]
        ),
    )


async def _refusal(reads: Reads, facilitator_id: int, successor_id: int | None) -> DepartureOutcome | None:
    facilitators = {each.id for each in await reads.people.with_role(Role.FACILITATOR)}
    if facilitator_id not in facilitators:
        return DepartureOutcome.UNKNOWN
    if successor_id is not None and (successor_id == facilitator_id or successor_id not in facilitators):
        return DepartureOutcome.NO_SUCCESSOR
    return None


async def _pass_on(work: Work, card: IntakeCard, successor_id: int | None, now: datetime) -> bool:
    """To the successor, unless there is none or something stands in the way; True when it is."""
    if card.slot.starts_at <= now:
        await _pass_on_held(work, card, successor_id, now)
        return successor_id is not None
    if successor_id is not None and not await work.slots.occupied(successor_id, card.slot.interval):
        await hand_over(work, card.booking, card.slot, successor_id, now)
        return True
    await work.slots.withdraw(card.slot.id, now)
    await cancel(work, card.booking, card.slot, now, by=Side.OFFICE)
    return False


async def _pass_on_held(work: Work, card: IntakeCard, successor_id: int | None, now: datetime) -> None:
    """The successor says what came of it; without one nobody can, and another is to follow."""
    booking = card.booking
    await settle_plans(work, booking, now)
    if successor_id is not None:
        await work.slots.hand_over(card.slot.id, successor_id)
        await introduce(work, booking.person_id, successor_id, now)
        await work.moves.open(MoveKind.INTAKE_OUTCOME, booking.id, now, successor_id)
        await notify(work, Kind.INTAKE_OUTCOME_ASKED, successor_id, now, subject_id=booking.id)
        return
    await work.bookings.save(booking.held(IntakeOutcome.SECOND_TALK, None, now))
    await search(work, booking.person_id, now)
    await notify(work, Kind.INTAKE_SECOND_TALK, booking.person_id, now, subject_id=booking.id)


async def _pass_on_participants(work: Work, facilitator_id: int, successor_id: int, now: datetime) -> None:
    """Who had the intake already, and goes on, is the successor's from now on; goals only with their owner's leave."""
    for person_id in await work.bookings.people_of(facilitator_id):
        registration = await admitted(work, person_id)
        booking = None if registration is None else await current_booking(work, registration)
        if booking is not None and not booking.live:
            await work.slots.hand_over(booking.slot_id, successor_id)
            await introduce(work, person_id, successor_id, now)


async def _end_role(work: Work, facilitator_id: int, now: datetime) -> None:
    await work.people.give_role(facilitator_id, None)
    await work.waiting.with_whichever(facilitator_id)
    await work.slots.drop_draft(facilitator_id)
    await work.conversations.end(facilitator_id)
    await notify_coordinators(work, Kind.FACILITATOR_LEFT, now, subject_id=facilitator_id)
