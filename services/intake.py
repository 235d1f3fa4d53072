"""Booking an intake, moving and cancelling it: what a participant does."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from domain.booking import Side, request_ends
from domain.conversation import Conversation, ConversationName
from domain.moves import MoveKind
from domain.outbox import Kind
from domain.slot import is_past_cut_off
from services.intake_steps import admitted, book, bookable, cancel, current_booking, end_talk, move, obstacle
from services.intake_uid import new_uid
from services.intake_views import IntakeCard, IntakeStanding, card_of, standing_of
from services.notices import notify

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from domain.booking import Booking, ChangeRequest, Wish
    from domain.person import Person
    from domain.slot import NotBookable, Slot
    from storage.database import Database
    from storage.work import Reads, Work


class IntakeQuestion(StrEnum):
    """What somebody is asked who books, moves or cancels; the conversation's states."""

    FACILITATOR = "facilitator"
    DAY = "day"
    TIME = "time"
    CONFIRM = "confirm"
    CANCEL_REASON = "cancel-reason"
    # Why one asks the facilitator, after the cut-off, to move or to cancel.
    MOVE_REQUEST_REASON = "move-request-reason"
    CANCEL_REQUEST_REASON = "cancel-request-reason"


class BookOutcome(StrEnum):
    BOOKED = "booked"
    MOVED = "moved"
    # They have this very slot already.
    ALREADY = "already"
    # They have another: it can be moved instead. Nothing was changed.
    HAS_ANOTHER = "has-another"
    # Somebody was faster, or it is held for somebody in line.
    TAKEN = "taken"
    # A rule is against it: `why` says which.
    NOT_BOOKABLE = "not-bookable"
    # There is nothing to move.
    NO_BOOKING = "no-booking"
    # The facilitator has to be asked.
    PAST_CUT_OFF = "past-cut-off"
    # The intake began, or is over.
    STARTED = "started"
    # No registration that was admitted, or the intake was held and none is asked for.
    NOT_ADMITTED = "not-admitted"
    # There is no such slot.
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Booked:
    outcome: BookOutcome
    # What they have now.
    card: IntakeCard | None = None
    why: NotBookable | None = None
    # With TAKEN and NOT_BOOKABLE: what can be had instead, that day's first, else all.
    left: tuple[Slot, ...] = ()


class CancelOutcome(StrEnum):
    CANCELLED = "cancelled"
    NO_BOOKING = "no-booking"
    PAST_CUT_OFF = "past-cut-off"
    STARTED = "started"


@dataclass(frozen=True, slots=True)
class Cancelled:
    outcome: CancelOutcome
    # As it was.
    card: IntakeCard | None = None


class AskOutcome(StrEnum):
    ASKED = "asked"
    # A request about it is open already; it stays as it is.
    ASKED_BEFORE = "asked-before"
    # They can do it themselves.
    NOT_NEEDED = "not-needed"
    NO_BOOKING = "no-booking"
    STARTED = "started"


@dataclass(frozen=True, slots=True)
class Asked:
    outcome: AskOutcome
    card: IntakeCard | None = None
    request: ChangeRequest | None = None


class ComingOutcome(StrEnum):
    NOTED = "noted"
    # The intake was moved or cancelled meanwhile, is over, or is not theirs.
    STALE = "stale"


@dataclass(frozen=True, slots=True)
class FacilitatorChoice:
    facilitator: Person
    # What can be booked with them now, in the order of time.
    slots: tuple[Slot, ...]


class Intakes:
    def __init__(self, database: Database, new_uid: Callable[[], str] = new_uid) -> None:
        self._database = database
        self._new_uid = new_uid

    async def standing(self, person_id: int, now: datetime) -> IntakeStanding:
        return await standing_of(self._database.reads, person_id, now)

    async def card(self, booking_id: int) -> IntakeCard | None:
        """None when there is no such booking, or no longer."""
        try:
            return await card_of(self._database.reads, await self._database.reads.bookings.get(booking_id))
        except LookupError:
            return None

    async def slot(self, slot_id: int) -> Slot | None:
        """None when there is no such slot, or no longer."""
        try:
            return await self._database.reads.slots.get(slot_id)
        except LookupError:
            return None

    async def slot_of(self, person_id: int) -> Slot | None:
        """What this person has booked; None without an intake to come."""
        booking = await self._database.reads.bookings.live_of(person_id)
        return None if booking is None else await self._database.reads.slots.get(booking.slot_id)

    async def facilitators(self, person_id: int, now: datetime) -> list[FacilitatorChoice]:
        """With whom this person can book something now."""
        by_facilitator: dict[int, list[Slot]] = {}
        for slot in await bookable(self._database.reads, now, person_id=person_id):
            by_facilitator.setdefault(slot.facilitator_id, []).append(slot)
        return [
            FacilitatorChoice(await self._database.reads.people.get(facilitator_id), tuple(slots))
            for facilitator_id, slots in by_facilitator.items()
        ]

    async def days(self, person_id: int, now: datetime, facilitator_id: int | None = None) -> list[date]:
        """The days, in Europe/Amsterdam, on which this person can book something (None: with whichever facilitator)."""
        slots = await bookable(self._database.reads, now, person_id=person_id, facilitator_id=facilitator_id)
        return sorted({slot.day for slot in slots})

    async def times(self, person_id: int, day: date, now: datetime, facilitator_id: int | None = None) -> list[Slot]:
        """What this person can book that day, in the order of time."""
        slots = await bookable(self._database.reads, now, person_id=person_id, facilitator_id=facilitator_id)
        return [slot for slot in slots if slot.day == day]

    async def ask(
        self, person_id: int, question: IntakeQuestion, subject_id: int | None, now: datetime, update_id: int
    ) -> None:
        """Write down what this person is asked next; the subject is the slot, the facilitator or the booking."""
        async with self._database.transaction(applies=update_id) as work:
            conversation = Conversation(name=ConversationName.INTAKE, question=question, subject_id=subject_id)
            await work.conversations.ask(person_id, conversation, now)

    async def leave(self, person_id: int, update_id: int) -> None:
        """Out of the conversation; nothing is changed."""
        async with self._database.transaction(applies=update_id) as work:
            await end_talk(work, person_id)

    async def book(self, person_id: int, slot_id: int, now: datetime, update_id: int) -> Booked:
        """Book this slot; of two at the same moment the second hears TAKEN, and what is left."""
        async with self._database.transaction(applies=update_id) as work:
            if not await may_book(work, person_id):
                return Booked(BookOutcome.NOT_ADMITTED)
            if await work.bookings.live_of(person_id) is not None:
                return await _has_one(work, person_id, slot_id)
            refusal = await _refusal(work, person_id, slot_id, now)
            if refusal is not None:
                return refusal
            booking = await book(work, await work.slots.get(slot_id), person_id, self._new_uid(), now)
            await end_talk(work, person_id)
            return Booked(BookOutcome.BOOKED, await card_of(work, booking))

    async def move(self, person_id: int, slot_id: int, now: datetime, update_id: int) -> Booked:
        """To this slot, until the cut-off or with the facilitator's leave; it may be another facilitator's."""
        async with self._database.transaction(applies=update_id) as work:
            booking = await work.bookings.live_of(person_id)
            if booking is None:
                return Booked(BookOutcome.NO_BOOKING)
            old = await work.slots.get(booking.slot_id)
            if old.id == slot_id:
                return Booked(BookOutcome.ALREADY, await card_of(work, booking))
            if fixed := await _fixed(work, booking, old, now):
                return Booked(BookOutcome(fixed), await card_of(work, booking))
            refusal = await _refusal(work, person_id, slot_id, now)
            if refusal is not None:
                return refusal
            moved = await move(work, booking, old, await work.slots.get(slot_id), now, by=Side.PERSON)
            await end_talk(work, person_id)
            return Booked(BookOutcome.MOVED, await card_of(work, moved))

    async def cancel(self, person_id: int, reason: str | None, now: datetime, update_id: int) -> Cancelled:
        """Until the cut-off; the facilitator hears the reason, if there is one."""
        async with self._database.transaction(applies=update_id) as work:
            booking = await work.bookings.live_of(person_id)
            if booking is None:
                return Cancelled(CancelOutcome.NO_BOOKING)
            card = await card_of(work, booking)
            # Leave to move it is no leave to cancel it.
            if fixed := await _fixed(work, booking.model_copy(update={"free_to_move": False}), card.slot, now):
                return Cancelled(CancelOutcome(fixed), card)
            await cancel(work, booking, card.slot, now, by=Side.PERSON, reason=reason)
            await end_talk(work, person_id)
            return Cancelled(CancelOutcome.CANCELLED, card)

    async def ask_change(self, person_id: int, wish: Wish, reason: str | None, now: datetime, update_id: int) -> Asked:
        """After the cut-off: ask the facilitator, who grants or refuses it; unanswered it lapses (`request_ends`)."""
        async with self._database.transaction(applies=update_id) as work:
            booking = await work.bookings.live_of(person_id)
            if booking is None:
                return Asked(AskOutcome.NO_BOOKING)
            card = await card_of(work, booking)
            fixed = await _fixed(work, booking.model_copy(update={"free_to_move": False}), card.slot, now)
            if fixed is None:
                return Asked(AskOutcome.NOT_NEEDED, card)
            if fixed is _Fixed.STARTED:
                return Asked(AskOutcome.STARTED, card)
            await end_talk(work, person_id)
            if card.request is not None:
                return Asked(AskOutcome.ASKED_BEFORE, card, card.request)
            request = await work.bookings.ask_change(booking, wish, reason, now)
            facilitator_id = card.slot.facilitator_id
            starts_at = card.slot.starts_at
            ends_by = request_ends(now, starts_at)
            await work.moves.open(MoveKind.INTAKE_CHANGE, request.id, now, facilitator_id, ends_by=ends_by)
            await notify(work, Kind.INTAKE_CHANGE_ASKED, facilitator_id, now, subject_id=request.id, event_at=starts_at)
            return Asked(AskOutcome.ASKED, await card_of(work, booking), request)

    async def coming(self, by: int, booking_id: int, slot_id: int, now: datetime, update_id: int) -> ComingOutcome:
        """Either of the two says "ik ben er" about the moment for which they were reminded."""
        async with self._database.transaction(applies=update_id) as work:
            try:
                booking = await work.bookings.get(booking_id)
            except LookupError:
                return ComingOutcome.STALE
            slot = await work.slots.get(booking.slot_id)
            column = {booking.person_id: "person_coming_at", slot.facilitator_id: "facilitator_coming_at"}.get(by)
            if column is None or not booking.live or slot.id != slot_id or slot.ends_at <= now:
                return ComingOutcome.STALE
            await work.bookings.save(booking.model_copy(update={column: now, "changed_at": now}))
            return ComingOutcome.NOTED


class _Fixed(StrEnum):
    """Why a booking cannot be changed by the person who has it."""

    PAST_CUT_OFF = "past-cut-off"
    STARTED = "started"


async def may_book(reads: Reads, person_id: int) -> bool:
    """Admitted, and not yet told after an intake that they go on."""
    registration = await admitted(reads, person_id)
    if registration is None:
        return False
    booking = await current_booking(reads, registration)
    return booking is None or booking.live or booking.asks_for_another


async def _fixed(reads: Reads, booking: Booking, slot: Slot, now: datetime) -> _Fixed | None:
    if slot.starts_at <= now:
        return _Fixed.STARTED
    rules = await reads.slots.rules_of(slot.facilitator_id)
    return _Fixed.PAST_CUT_OFF if is_past_cut_off(slot, rules, now) and not booking.free_to_move else None


async def _refusal(reads: Reads, person_id: int, slot_id: int, now: datetime) -> Booked | None:
    """Why this person cannot have this slot, and what they can have; None when they can."""
    try:
        slot = await reads.slots.get(slot_id)
    except LookupError:
        return Booked(BookOutcome.UNKNOWN, left=await _left(reads, person_id, None, now))
    why = await obstacle(reads, slot, now)
    free = await reads.slots.is_free(slot_id, person_id)
    if why is None and free:
        return None
    left = await _left(reads, person_id, slot, now)
    taken = slot.withdrawn_at is None and not free
    return Booked(BookOutcome.TAKEN if taken else BookOutcome.NOT_BOOKABLE, why=None if taken else why, left=left)


async def _left(reads: Reads, person_id: int, slot: Slot | None, now: datetime) -> tuple[Slot, ...]:
    slots = await bookable(reads, now, person_id=person_id)
    if slot is None:
        return tuple(slots)
    that_day = [each for each in slots if each.day == slot.day]
    return tuple(that_day or slots)


async def _has_one(work: Work, person_id: int, slot_id: int) -> Booked:
    booking = await work.bookings.live_of(person_id)
    if booking is None:
        return Booked(BookOutcome.NO_BOOKING)
    outcome = BookOutcome.ALREADY if booking.slot_id == slot_id else BookOutcome.HAS_ANOTHER
    return Booked(outcome, await card_of(work, booking))
