"""The steps of which the use cases of an intake consist, each within a transaction."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from domain.booking import RequestStatus, Side, day_ahead, hour_ahead
from domain.conversation import ConversationName
from domain.goal import GoalReading
from domain.moves import MoveKind
from domain.outbox import Kind
from domain.registration import Status
from domain.slot import bookable_until, stretch, why_not_bookable
from domain.time import local
from domain.waiting import OfferStatus, can_be_answered, offer_ends
from services.notices import notify

if TYPE_CHECKING:
    from datetime import datetime

    from domain.booking import Booking
    from domain.registration import Registration
    from domain.slot import NotBookable, Slot
    from domain.waiting import Offer
    from storage.work import Reads, Work

# Planned for the moment of an intake: another moment, or none, takes them back.
PLANNED: Final = (Kind.INTAKE_TOMORROW, Kind.INTAKE_SOON, Kind.INTAKE_OUTCOME_ASKED, Kind.INTAKE_OUTCOME_REMINDER)
ABOUT_MOMENT: Final = (Kind.INTAKE_FILE, Kind.INTAKE_MOVED, Kind.INTAKE_TAKEN_OVER, Kind.INTAKE_LINK)
ABOUT_SEARCH: Final = (Kind.INTAKE_NUDGE, Kind.INTAKE_UNBOOKED, Kind.INTAKE_WAITLISTED)
ABOUT_REQUEST: Final = (Kind.INTAKE_CHANGE_ASKED, Kind.INTAKE_CHANGE_REMINDER, Kind.INTAKE_CHANGE_GRANTED)


async def admitted(reads: Reads, person_id: int) -> Registration | None:
    """The registration that lets this person book; None for everybody else."""
    registration = await reads.registrations.live_of(person_id)
    return registration if registration is not None and registration.status is Status.ADMITTED else None


async def current_booking(reads: Reads, registration: Registration) -> Booking | None:
    """The last intake on account of this registration, to come or held; what an earlier one came to does not count."""
    booking = await reads.bookings.latest_of(registration.person_id)
    return booking if booking is not None and booking.created_at >= registration.created_at else None


async def begin_intake(work: Work, registration: Registration, now: datetime) -> None:
    """Somebody was admitted: from now on it is their move to book."""
    await work.moves.open(MoveKind.NO_BOOKING, registration.id, now, registration.person_id)
    await work.goals.keep_from(registration.person_id, None)


async def obstacle(reads: Reads, slot: Slot, now: datetime) -> NotBookable | None:
    """Which rule keeps this slot from being booked now; whether somebody has it is another question."""
    rules = await reads.slots.rules_of(slot.facilitator_id)
    that_day = await reads.slots.taken_in(slot.facilitator_id, stretch(slot.day, slot.day), apart_from=slot.id)
    return why_not_bookable(slot, rules, that_day, now)


async def bookable(
    reads: Reads, now: datetime, *, person_id: int | None = None, facilitator_id: int | None = None
) -> list[Slot]:
    """What can be booked now, in the order of time; what is held for this person included."""
    free = await reads.slots.free_after(now, person_id=person_id, facilitator_id=facilitator_id)
    taken = await reads.slots.taken_after(local(now) - timedelta(days=1))
    a_day = Counter((each.facilitator_id, local(each.starts_at).date()) for each in taken)
    # What is held for this person is among the free and among the taken.
    held = {each.id for each in taken}
    rules = {each: await reads.slots.rules_of(each) for each in {slot.facilitator_id for slot in free}}
    return [
        slot
        for slot in free
        if why_not_bookable(
            slot, rules[slot.facilitator_id], a_day[slot.facilitator_id, slot.day] - (slot.id in held), now
        )
        is None
    ]


async def book(work: Work, slot: Slot, person_id: int, uid: str, now: datetime) -> Booking:
    """Book for this person, who did it and is told at once; everything that hangs on it.

    Raises sqlite3.IntegrityError when somebody has the slot, or the person has another.
    """
    booking = await work.bookings.add(slot.id, person_id, uid, now)
    await _end_search(work, person_id, slot, now)
    await _plan(work, booking, slot, now)
    await introduce(work, person_id, slot.facilitator_id, now)
    await _tell(work, Kind.INTAKE_FILE, booking, slot, now, to=person_id, at_once=True)
    await _tell(work, Kind.INTAKE_BOOKED, booking, slot, now, to=slot.facilitator_id)
    return booking


async def move(
    work: Work, booking: Booking, old: Slot, new: Slot, now: datetime, *, by: Side, tell: bool = True
) -> Booking:
    """To another slot; both hear of it, with a new calendar file. `tell`: whether the person does, too.

    Raises sqlite3.IntegrityError when somebody has the slot.
    """
    moved = booking.moved_to(new.id, now)
    await work.bookings.save(moved)
    unheard = await _take_back_plans(work, booking, now)
    await _end_search(work, booking.person_id, new, now)
    await _plan(work, moved, new, now)
    await introduce(work, moved.person_id, new.facilitator_id, now)
    if by is Side.PERSON:
        await _tell(work, Kind.INTAKE_FILE, moved, new, now, to=moved.person_id, at_once=True)
    elif tell:
        await _tell(work, Kind.INTAKE_MOVED, moved, new, now, to=moved.person_id)
    await _tell_facilitators_of_move(work, moved, old, new, now, by=by, unheard=unheard)
    await offer_next(work, old.id, now)
    return moved


async def cancel(
    work: Work,
    booking: Booking,
    slot: Slot,
    now: datetime,
    *,
    by: Side,
    reason: str | None = None,
    tell: bool = True,
    search_again: bool = True,
) -> Booking:
    """Both hear of it, with a calendar file that takes it out; the slot goes to who waits.

    `tell`: whether the person does; `search_again`: whether they will have to book another.
    """
    cancelled = booking.cancelled(by, reason, now)
    await work.bookings.save(cancelled)
    unheard = await _take_back_plans(work, booking, now)
    if tell or by is Side.PERSON:
        at_once = by is Side.PERSON
        await _tell(work, Kind.INTAKE_CANCELLED, cancelled, slot, now, to=cancelled.person_id, at_once=at_once)
    if not unheard:
        at_once = by is Side.FACILITATOR
        await _tell(work, Kind.INTAKE_CANCELLED, cancelled, slot, now, to=slot.facilitator_id, at_once=at_once)
    if search_again:
        await search(work, cancelled.person_id, now)
    await offer_next(work, slot.id, now)
    return cancelled


async def hand_over(work: Work, booking: Booking, slot: Slot, successor_id: int, now: datetime) -> Booking:
    """The intake stays when it is, and is held by another facilitator: both hear it."""
    changed = booking.moved_to(slot.id, now)
    await work.bookings.save(changed)
    unheard = await _take_back_plans(work, booking, now)
    await work.slots.hand_over(slot.id, successor_id)
    taken_over = await work.slots.get(slot.id)
    await _plan(work, changed, taken_over, now)
    await introduce(work, changed.person_id, successor_id, now)
    await _tell(work, Kind.INTAKE_TAKEN_OVER, changed, taken_over, now, to=changed.person_id)
    await _tell(work, Kind.INTAKE_BOOKED, changed, taken_over, now, to=successor_id)
    if not unheard:
        await _tell(work, Kind.INTAKE_CANCELLED, changed, slot, now, to=slot.facilitator_id, at_once=True)
    return changed


async def settle_plans(work: Work, booking: Booking, now: datetime) -> None:
    """It was held: nothing is planned for it any longer."""
    await _take_back_plans(work, booking, now)


async def search(work: Work, person_id: int, now: datetime) -> None:
    """It is this person's move to book (again), unless they take no part any more."""
    registration = await admitted(work, person_id)
    if registration is not None:
        await work.moves.open(MoveKind.NO_BOOKING, registration.id, now, person_id)


async def wait_in_line(work: Work, registration: Registration, facilitator_id: int | None, now: datetime) -> bool:
    """Put somebody on the waiting list; from now on they wait for slots. False when they stood on it already."""
    joined = await work.waiting.join(registration.person_id, facilitator_id, now)
    await work.moves.close(MoveKind.NO_BOOKING, registration.id, now)
    await work.moves.open(MoveKind.WAITING_LIST, registration.id, now, facilitator_id)
    return joined


async def leave_line(work: Work, registration: Registration, now: datetime) -> bool:
    """Off the waiting list; what was on offer goes to the next. False when they did not stand on it."""
    left = await work.waiting.leave(registration.person_id)
    await work.moves.close(MoveKind.WAITING_LIST, registration.id, now)
    offer = await work.waiting.offer_to(registration.person_id)
    if offer is not None:
        await settle_offer(work, offer, OfferStatus.WITHDRAWN, now)
        await offer_next(work, offer.slot_id, now)
    return left


async def end_search(work: Work, registration: Registration, now: datetime, why: str) -> None:
    """Nobody waits for this person to book an intake, nor they for a slot; what was on offer goes to the next."""
    await leave_line(work, registration, now)
    await work.moves.close(MoveKind.NO_BOOKING, registration.id, now)
    await work.outbox.withdraw(ABOUT_SEARCH, registration.id, now, why)


async def offer_next(work: Work, slot_id: int, now: datetime) -> Offer | None:
    """Offer this slot to the first in line; None when it cannot be booked, or nobody waits for it.

    It is not offered either when it could hardly be answered in time: then it is free for who comes first.
    """
    slot = await work.slots.get(slot_id)
    if not await work.slots.is_free(slot_id) or await obstacle(work, slot, now) is not None:
        return None
    rules = await work.slots.rules_of(slot.facilitator_id)
    expires_at = min(offer_ends(now), bookable_until(slot, rules))
    first = await work.waiting.next_for(slot.id, slot.facilitator_id)
    if first is None or not can_be_answered(now, expires_at):
        return None
    offer = await work.waiting.offer(slot.id, first.person_id, now, expires_at)
    await work.moves.open(MoveKind.INTAKE_OFFER, offer.id, now, first.person_id, ends_by=expires_at)
    await notify(work, Kind.INTAKE_OFFER, first.person_id, now, subject_id=offer.id, expires_at=expires_at)
    return offer


async def settle_offer(work: Work, offer: Offer, status: OfferStatus, now: datetime) -> bool:
    """End an offer, and what hangs on it; False when it was settled before."""
    settled = await work.waiting.settle_offer(offer.id, status, now)
    await work.moves.close(MoveKind.INTAKE_OFFER, offer.id, now)
    await work.outbox.withdraw((Kind.INTAKE_OFFER,), offer.id, now, "offer settled")
    return settled


async def end_talk(work: Work, person_id: int) -> None:
    """Nothing about the intake is asked of this person any more."""
    conversation = await work.conversations.of(person_id)
    if conversation is not None and conversation.name is ConversationName.INTAKE:
        await work.conversations.end(person_id)


async def lapse_request(work: Work, booking_id: int, now: datetime) -> None:
    """What was asked about this booking has no object any more."""
    request = await work.bookings.open_request(booking_id)
    if request is not None:
        await settle_request(work, request.id, RequestStatus.LAPSED, now)


async def settle_request(work: Work, request_id: int, status: RequestStatus, now: datetime) -> bool:
    """False when it was settled before."""
    settled = await work.bookings.settle_request(request_id, status, now)
    await work.moves.close(MoveKind.INTAKE_CHANGE, request_id, now)
    await work.outbox.withdraw(ABOUT_REQUEST, request_id, now, "request settled")
    return settled


async def _end_search(work: Work, person_id: int, slot: Slot, now: datetime) -> None:
    """Who has an intake neither waits nor is nudged; an offer of another slot goes to the next in line."""
    offer = await work.waiting.offer_to(person_id)
    if offer is not None and offer.slot_id == slot.id:
        await settle_offer(work, offer, OfferStatus.ACCEPTED, now)
    registration = await admitted(work, person_id)
    if registration is not None:
        await end_search(work, registration, now, "booked")


async def _plan(work: Work, booking: Booking, slot: Slot, now: datetime) -> None:
    """Reminders to both, a day and an hour ahead as far as those lie ahead, and the question what came of it."""
    starts_at, soon = slot.starts_at, hour_ahead(slot.starts_at)
    reminders = ((Kind.INTAKE_TOMORROW, day_ahead(starts_at), soon), (Kind.INTAKE_SOON, soon, starts_at))
    for kind, rule_at, expires_at in reminders:
        if rule_at <= now:
            continue
        for recipient_id in (booking.person_id, slot.facilitator_id):
            await notify(
                work,
                kind,
                recipient_id,
                now,
                subject_id=booking.id,
                rule_at=rule_at,
                event_at=starts_at,
                expires_at=expires_at,
                detail=str(slot.id),
            )
    await notify(work, Kind.INTAKE_OUTCOME_ASKED, slot.facilitator_id, now, subject_id=booking.id, rule_at=slot.ends_at)
    await work.moves.open(MoveKind.INTAKE_OUTCOME, booking.id, slot.ends_at, slot.facilitator_id)


async def _take_back_plans(work: Work, booking: Booking, now: datetime) -> bool:
    """All that was planned for the moment that it had. True when its facilitator had not heard of it yet."""
    await work.outbox.withdraw((*PLANNED, *ABOUT_MOMENT), booking.id, now, "moved or cancelled")
    await work.moves.close(MoveKind.INTAKE_OUTCOME, booking.id, now)
    await lapse_request(work, booking.id, now)
    return await work.outbox.withdraw((Kind.INTAKE_BOOKED,), booking.id, now, "moved or cancelled") > 0


async def _tell_facilitators_of_move(
    work: Work, moved: Booking, old: Slot, new: Slot, now: datetime, *, by: Side, unheard: bool
) -> None:
    same = old.facilitator_id == new.facilitator_id
    at_once = by is Side.FACILITATOR
    kind = Kind.INTAKE_MOVED if same and not unheard else Kind.INTAKE_BOOKED
    await _tell(work, kind, moved, new, now, to=new.facilitator_id, at_once=at_once)
    if not same and not unheard:
        await _tell(work, Kind.INTAKE_CANCELLED, moved, old, now, to=old.facilitator_id, at_once=at_once)


async def _tell(
    work: Work, kind: Kind, booking: Booking, slot: Slot, now: datetime, *, to: int, at_once: bool = False
) -> None:
    """`at_once`: the recipient is the one who did it, so that no quiet holds it back (design.md, section 4)."""
    event_at = now if at_once else slot.starts_at
    await notify(work, kind, to, now, subject_id=booking.id, event_at=event_at, detail=str(slot.id))


async def introduce(work: Work, person_id: int, facilitator_id: int, now: datetime) -> None:
    """Who has goals that were written for another facilitator is asked whether this one may read them."""
    if not await work.goals.of(person_id):
        return
    if await work.goals.reading_of(person_id, facilitator_id) is not None:
        return
    if not await work.goals.has_readers(person_id):
        await work.goals.set_reading(person_id, facilitator_id, GoalReading.GRANTED, now)
        return
    await work.goals.set_reading(person_id, facilitator_id, GoalReading.ASKED, now)
    await notify(work, Kind.GOALS_READER_ASKED, person_id, now, subject_id=facilitator_id)
