"""The intakes of a facilitator: whom they speak when, requests after the cut-off, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from domain.booking import BookingStatus, IntakeOutcome, RequestStatus, Side, Wish
from domain.conversation import Conversation, ConversationName
from domain.moves import MoveKind
from domain.outbox import Kind
from domain.registration import Status
from domain.slot import stretch
from services.intake_outcome import follow_up, undo
from services.intake_steps import (
    admitted,
    cancel,
    current_booking,
    move,
    settle_plans,
    settle_request,
)
from services.intake_views import Contact, IntakeCard, Unbooked, card_of
from services.notices import notify

if TYPE_CHECKING:
    from datetime import date, datetime

    from domain.booking import ChangeRequest
    from domain.person import Person
    from domain.registration import Registration
    from domain.slot import Slot
    from domain.waiting import Waiting
    from storage.database import Database
    from storage.work import Reads, Work

NUDGED_EVERY: Final = timedelta(days=1)


class FacilitatorQuestion(StrEnum):
    """What a facilitator is asked who looks after the intakes; the conversation's states."""

    # Why somebody does not go on.
    STOP_REASON = "stop-reason"
    STOP_CONFIRM = "stop-confirm"
    # Where to meet on screen, for an intake that was taken over.
    LINK = "link"


@dataclass(frozen=True, slots=True)
class AgendaEntry:
    card: IntakeCard
    contact: Contact


@dataclass(frozen=True, slots=True)
class InLine:
    waiting: Waiting
    person: Person


class HandleOutcome(StrEnum):
    MOVED = "moved"
    CANCELLED = "cancelled"
    # The slot to which it should go is somebody's, held for somebody, withdrawn or past.
    TAKEN = "taken"
    # It is there already.
    ALREADY = "already"
    # It was cancelled, or its outcome recorded, meanwhile.
    SETTLED = "settled"
    # There is no such booking, or it is another facilitator's.
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Handled:
    outcome: HandleOutcome
    card: IntakeCard | None = None


class RequestOutcome(StrEnum):
    GRANTED = "granted"
    REFUSED = "refused"
    # Answered before, or there is nothing to change any more.
    SETTLED = "settled"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class RequestCard:
    request: ChangeRequest
    card: IntakeCard


@dataclass(frozen=True, slots=True)
class Answered:
    outcome: RequestOutcome
    card: RequestCard | None = None


class RecordOutcome(StrEnum):
    RECORDED = "recorded"
    # It did not begin yet.
    TOO_EARLY = "too-early"
    # Recorded before, or cancelled.
    SETTLED = "settled"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Recorded:
    outcome: RecordOutcome
    card: IntakeCard | None = None


class TakeBackOutcome(StrEnum):
    # What came of it has yet to be recorded.
    TAKEN_BACK = "taken-back"
    # It was recorded on another day.
    TOO_LATE = "too-late"
    # They booked again, wait in line, registered again or take no part any more.
    ACTED = "acted"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class TakenBack:
    outcome: TakeBackOutcome
    card: IntakeCard | None = None


class NudgeOutcome(StrEnum):
    NUDGED = "nudged"
    # Less than a day ago, by whoever or by itself.
    NUDGED_BEFORE = "nudged-before"
    # They booked meanwhile, wait in line, or take no part any more.
    NOT_NEEDED = "not-needed"


class FacilitatorIntakes:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def agenda(self, facilitator_id: int, first: date, last: date) -> list[AgendaEntry]:
        """Whom the facilitator speaks from one day to another (both included), and how to reach them."""
        reads = self._database.reads
        bookings = await reads.bookings.of_facilitator(facilitator_id, stretch(first, last))
        return [AgendaEntry(await card_of(reads, each), await _contact(reads, each.person_id)) for each in bookings]

    async def without_outcome(self, facilitator_id: int, now: datetime) -> list[IntakeCard]:
        """Held, and nothing recorded yet; the oldest in front."""
        reads = self._database.reads
        cards = [await card_of(reads, each) for each in await reads.bookings.live_of_facilitator(facilitator_id)]
        return [card for card in cards if card.slot.ends_at <= now]

    async def entry(self, facilitator_id: int, booking_id: int) -> AgendaEntry | None:
        """None when there is no such booking, or it is another facilitator's."""
        card = await _own(self._database.reads, facilitator_id, booking_id)
        if card is None:
            return None
        return AgendaEntry(card, await _contact(self._database.reads, card.person.id))

    async def unbooked(self) -> list[Unbooked]:
        """Who was admitted and has no intake, those in line included; who was admitted first in front."""
        reads = self._database.reads
        registrations = await reads.registrations.with_status(Status.ADMITTED)
        return [await _unbooked(reads, each) for each in registrations if await _seeks(reads, each)]

    async def number_unbooked(self) -> int:
        """How many `unbooked` holds, without opening what is sealed for each of them."""
        reads = self._database.reads
        return len(await reads.bookings.searching()) + len(await reads.waiting.all())

    async def line(self) -> list[InLine]:
        """The waiting list, the first in line in front."""
        reads = self._database.reads
        return [InLine(each, await reads.people.get(each.person_id)) for each in await reads.waiting.all()]

    async def nudge(self, person_id: int, now: datetime, update_id: int) -> NudgeOutcome:
        """Remind somebody of booking; at most once a day."""
        async with self._database.transaction(applies=update_id) as work:
            registration = await admitted(work, person_id)
            if registration is None or not await _seeks(work, registration):
                return NudgeOutcome.NOT_NEEDED
            if await work.waiting.of(person_id) is not None:
                return NudgeOutcome.NOT_NEEDED
            if await work.outbox.told_since(Kind.INTAKE_NUDGE, person_id, now - NUDGED_EVERY):
                return NudgeOutcome.NUDGED_BEFORE
            await notify(work, Kind.INTAKE_NUDGE, person_id, now, subject_id=registration.id)
            return NudgeOutcome.NUDGED

    async def free_slots(self, facilitator_id: int, now: datetime) -> list[Slot]:
        """To which the facilitator can move somebody: their own, outside the rules too."""
        return await self._database.reads.slots.free_after(now, facilitator_id=facilitator_id)

    async def move_for(
        self, facilitator_id: int, booking_id: int, slot_id: int, now: datetime, update_id: int, *, tell: bool
    ) -> Handled:
        """Move somebody's intake to another of the own slots, outside the rules too. `tell`: whether they hear it."""
        async with self._database.transaction(applies=update_id) as work:
            card = await _own(work, facilitator_id, booking_id)
            if card is None or not card.booking.live:
                return Handled(HandleOutcome.UNKNOWN if card is None else HandleOutcome.SETTLED, card)
            if card.slot.id == slot_id:
                return Handled(HandleOutcome.ALREADY, card)
            free = {slot.id: slot for slot in await work.slots.free_after(now, facilitator_id=facilitator_id)}
            if slot_id not in free:
                return Handled(HandleOutcome.TAKEN, card)
            by = Side.FACILITATOR
            moved = await move(work, card.booking, card.slot, free[slot_id], now, by=by, tell=tell)
            return Handled(HandleOutcome.MOVED, await card_of(work, moved))

    async def cancel_for(
        self, facilitator_id: int, booking_id: int, reason: str | None, now: datetime, update_id: int, *, tell: bool
    ) -> Handled:
        """Cancel somebody's intake, outside the rules too; it is their move to book another."""
        async with self._database.transaction(applies=update_id) as work:
            card = await _own(work, facilitator_id, booking_id)
            if card is None or not card.booking.live:
                return Handled(HandleOutcome.UNKNOWN if card is None else HandleOutcome.SETTLED, card)
            by = Side.FACILITATOR
            await cancel(work, card.booking, card.slot, now, by=by, reason=reason, tell=tell)
            return Handled(HandleOutcome.CANCELLED, card)

    async def request(self, request_id: int) -> RequestCard | None:
        """None when there is no such request, or no longer."""
        try:
            return await _request_card(self._database.reads, request_id)
        except LookupError:
            return None

    async def grant(self, facilitator_id: int, request_id: int, now: datetime, update_id: int) -> Answered:
        """A wish to cancel is carried out; with a wish to move, the person picks another moment."""
        async with self._database.transaction(applies=update_id) as work:
            asked = await _open_request(work, facilitator_id, request_id, now)
            if asked.outcome is not RequestOutcome.GRANTED or asked.card is None:
                return asked
            request, booking, slot = asked.card.request, asked.card.card.booking, asked.card.card.slot
            await settle_request(work, request.id, RequestStatus.GRANTED, now)
            if request.wish is Wish.CANCEL:
                await cancel(work, booking, slot, now, by=Side.PERSON, reason=request.reason)
                return asked
            await work.bookings.save(booking.model_copy(update={"free_to_move": True, "changed_at": now}))
            await _tell_person(work, Kind.INTAKE_CHANGE_GRANTED, asked.card, now)
            return asked

    async def refuse(self, facilitator_id: int, request_id: int, now: datetime, update_id: int) -> Answered:
        """It stays as it is, and the person hears it."""
        async with self._database.transaction(applies=update_id) as work:
            asked = await _open_request(work, facilitator_id, request_id, now)
            if asked.outcome is not RequestOutcome.GRANTED or asked.card is None:
                return asked
            await settle_request(work, request_id, RequestStatus.REFUSED, now)
            await _tell_person(work, Kind.INTAKE_CHANGE_REFUSED, asked.card, now)
            return Answered(RequestOutcome.REFUSED, asked.card)

    async def ask(
        self, facilitator_id: int, question: FacilitatorQuestion, booking_id: int, now: datetime, update_id: int
    ) -> AgendaEntry | None:
        """Write down what the facilitator is asked next about a booking. None when it is not theirs."""
        async with self._database.transaction(applies=update_id) as work:
            card = await _own(work, facilitator_id, booking_id)
            if card is None:
                return None
            conversation = Conversation(name=ConversationName.INTAKES, question=question, subject_id=booking_id)
            await work.conversations.ask(facilitator_id, conversation, now)
            return AgendaEntry(card, await _contact(work, card.person.id))

    async def prepare_stop(
        self, facilitator_id: int, booking_id: int, reason: str, now: datetime, update_id: int
    ) -> AgendaEntry | None:
        """Keep the reason why somebody does not go on, and ask whether it is right: nothing is recorded yet.

        None when the booking is not theirs, or settled.
        """
        async with self._database.transaction(applies=update_id) as work:
            card = await _own(work, facilitator_id, booking_id)
            if card is None or not card.booking.live:
                return None
            await work.bookings.save(card.booking.model_copy(update={"outcome_reason": reason, "changed_at": now}))
            confirm = Conversation(
                name=ConversationName.INTAKES, question=FacilitatorQuestion.STOP_CONFIRM, subject_id=booking_id
            )
            await work.conversations.ask(facilitator_id, confirm, now)
            return AgendaEntry(
                await card_of(work, await work.bookings.get(booking_id)), await _contact(work, card.person.id)
            )

    async def give_link(
        self, facilitator_id: int, booking_id: int, link: str, now: datetime, update_id: int
    ) -> AgendaEntry | None:
        """Where to meet on screen; the person hears it. None when it is not theirs, settled, or over."""
        async with self._database.transaction(applies=update_id) as work:
            card = await _own(work, facilitator_id, booking_id)
            await _end_talk(work, facilitator_id)
            if card is None or not card.booking.live or card.slot.ends_at <= now:
                return None
            await work.slots.set_link(card.slot, link)
            starts_at = card.slot.starts_at
            await notify(
                work,
                Kind.INTAKE_LINK,
                card.person.id,
                now,
                subject_id=booking_id,
                event_at=starts_at,
                expires_at=card.slot.ends_at,
                detail=str(card.slot.id),
            )
            return AgendaEntry(await card_of(work, card.booking), await _contact(work, card.person.id))

    async def leave(self, facilitator_id: int, update_id: int) -> None:
        """Out of the conversation; a reason that was prepared is forgotten."""
        async with self._database.transaction(applies=update_id) as work:
            talk = await work.conversations.of(facilitator_id)
            if talk is not None and talk.name is ConversationName.INTAKES and talk.subject_id is not None:
                card = await _own(work, facilitator_id, talk.subject_id)
                if card is not None and card.booking.live and card.booking.outcome_reason is not None:
                    await work.bookings.save(card.booking.model_copy(update={"outcome_reason": None}))
            await _end_talk(work, facilitator_id)

    async def record(
        self,
        facilitator_id: int,
        booking_id: int,
        outcome: IntakeOutcome,
        reason: str | None,
        now: datetime,
        *,
        update_id: int,
    ) -> Recorded:
        """What came of it, once: the person hears what comes next.

        With STOPS the registration ends, and the reason is passed on. A second talk is booked as the first was.
        """
        async with self._database.transaction(applies=update_id) as work:
            card = await _own(work, facilitator_id, booking_id)
            if card is None or not card.booking.live:
                return Recorded(RecordOutcome.UNKNOWN if card is None else RecordOutcome.SETTLED, card)
            if card.slot.starts_at > now:
                return Recorded(RecordOutcome.TOO_EARLY, card)
            held = card.booking.held(outcome, reason if outcome is IntakeOutcome.STOPS else None, now)
            await work.bookings.save(held)
            await settle_plans(work, held, now)
            await _end_talk(work, facilitator_id)
            await follow_up(work, held, facilitator_id, now)
            return Recorded(RecordOutcome.RECORDED, await card_of(work, held))

    async def take_back(self, facilitator_id: int, booking_id: int, now: datetime, update_id: int) -> TakenBack:
        """What was recorded by mistake, until the end of that day and before the person acts on it.

        What it brought about is undone; then it has to be recorded again.
        """
        async with self._database.transaction(applies=update_id) as work:
            card = await _own(work, facilitator_id, booking_id)
            if card is None:
                return TakenBack(TakeBackOutcome.UNKNOWN)
            if card.booking.live:
                return TakenBack(TakeBackOutcome.TAKEN_BACK, card)
            if not card.booking.correctable(now):
                return TakenBack(TakeBackOutcome.TOO_LATE, card)
            if not await undo(work, card.booking, now):
                return TakenBack(TakeBackOutcome.ACTED, card)
            reopened = card.booking.reopened(now)
            await work.bookings.save(reopened)
            await work.moves.open(MoveKind.INTAKE_OUTCOME, booking_id, now, facilitator_id)
            return TakenBack(TakeBackOutcome.TAKEN_BACK, await card_of(work, reopened))


async def _own(reads: Reads, facilitator_id: int, booking_id: int) -> IntakeCard | None:
    try:
        card = await card_of(reads, await reads.bookings.get(booking_id))
    except LookupError:
        return None
    return card if card.slot.facilitator_id == facilitator_id else None


async def _request_card(reads: Reads, request_id: int) -> RequestCard:
    request = await reads.bookings.request(request_id)
    return RequestCard(request, await card_of(reads, await reads.bookings.get(request.booking_id)))


async def _open_request(work: Work, facilitator_id: int, request_id: int, now: datetime) -> Answered:
    """GRANTED stands for: it can be answered. What has no object any more lapses."""
    try:
        card = await _request_card(work, request_id)
    except LookupError:
        return Answered(RequestOutcome.UNKNOWN)
    if card.card.slot.facilitator_id != facilitator_id:
        return Answered(RequestOutcome.UNKNOWN)
    if card.request.status is not RequestStatus.OPEN:
        return Answered(RequestOutcome.SETTLED, card)
    if card.card.booking.status is not BookingStatus.BOOKED or card.card.slot.starts_at <= now:
        await settle_request(work, request_id, RequestStatus.LAPSED, now)
        return Answered(RequestOutcome.SETTLED, card)
    return Answered(RequestOutcome.GRANTED, card)


async def _tell_person(work: Work, kind: Kind, asked: RequestCard, now: datetime) -> None:
    starts_at = asked.card.slot.starts_at
    await notify(
        work,
        kind,
        asked.card.person.id,
        now,
        subject_id=asked.request.id,
        event_at=starts_at,
        expires_at=starts_at,
    )


async def _contact(reads: Reads, person_id: int) -> Contact:
    registration = await reads.registrations.latest_of(person_id)
    if registration is None:
        return Contact(None, None)
    answers = registration.answers
    return Contact(answers.phone, answers.email, answers.municipality_code, registration.id)


async def _seeks(reads: Reads, registration: Registration) -> bool:
    booking = await current_booking(reads, registration)
    return booking is None or (not booking.live and booking.asks_for_another)


async def _unbooked(reads: Reads, registration: Registration) -> Unbooked:
    move_ = await reads.moves.current(MoveKind.NO_BOOKING, registration.id)
    return Unbooked(
        person=await reads.people.get(registration.person_id),
        registration=registration,
        waiting=await reads.waiting.of(registration.person_id),
        since=None if move_ is None else move_.opened_at,
    )


async def _end_talk(work: Work, facilitator_id: int) -> None:
    conversation = await work.conversations.of(facilitator_id)
    if conversation is not None and conversation.name is ConversationName.INTAKES:
        await work.conversations.end(facilitator_id)
