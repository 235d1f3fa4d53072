"""What happens when nobody moves: the rows of "Whose move it is" that concern the intake."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from domain.booking import BookingStatus, RequestStatus
from domain.moves import Deed, MoveKind
from domain.outbox import Kind
from domain.person import Role
from domain.registration import Status
from domain.waiting import OfferStatus
from services.intake_steps import bookable, offer_next, settle_offer, settle_request, wait_in_line
from services.intake_views import IntakeCard, card_of
from services.notices import notify, notify_coordinators

if TYPE_CHECKING:
    from datetime import datetime

    from domain.moves import Move
    from domain.registration import Registration
    from services.deeds import Deeds
    from storage.work import Work

SLOTS_WANTED_EVERY: Final = timedelta(days=1)
"""However many wait, facilitators and coordinators are asked for slots at most once a day."""


async def _nudge(work: Work, move: Move, now: datetime) -> None:
    """Who cannot book because there is nothing waits for slots, not for oneself."""
    registration = await _unbooked(work, move, now)
    if registration is None:
        return
    if await bookable(work, now, person_id=registration.person_id):
        await notify(work, Kind.INTAKE_NUDGE, registration.person_id, now, subject_id=registration.id)
    else:
        await _put_in_line(work, registration, now)


async def _tell_facilitators(work: Work, move: Move, now: datetime) -> None:
    registration = await _unbooked(work, move, now)
    if registration is None:
        return
    for facilitator in await work.people.with_role(Role.FACILITATOR):
        await notify(work, Kind.INTAKE_UNBOOKED, facilitator.id, now, subject_id=registration.id)


async def _put_on_waiting_list(work: Work, move: Move, now: datetime) -> None:
    registration = await _unbooked(work, move, now)
    if registration is not None:
        await _put_in_line(work, registration, now)


async def _ask_facilitators_for_slots(work: Work, move: Move, now: datetime) -> None:
    registration = await _in_line(work, move, now)
    if registration is None:
        return
    if await _has_room(work, registration, now):
        await notify(work, Kind.INTAKE_NUDGE, registration.person_id, now, subject_id=registration.id)
        return
    await _want_slots(work, Role.FACILITATOR, now)


async def _ask_coordinators_for_slots(work: Work, move: Move, now: datetime) -> None:
    """With slots to be had and still nothing booked it is the person of whom the coordinator hears."""
    registration = await _in_line(work, move, now)
    if registration is None:
        return
    if await _has_room(work, registration, now):
        await notify(work, Kind.INTAKE_NUDGE, registration.person_id, now, subject_id=registration.id)
        await notify_coordinators(work, Kind.INTAKE_UNBOOKED, now, subject_id=registration.id)
        return
    await _want_slots(work, Role.FACILITATOR, now)
    await _want_slots(work, Role.COORDINATOR, now)


async def _let_offer_lapse(work: Work, move: Move, now: datetime) -> None:
    """Unanswered in time: to the next in line, and behind all who wait now."""
    offer = await work.waiting.get_offer(move.subject_id)
    unheard = await work.outbox.withdraw((Kind.INTAKE_OFFER,), offer.id, now, "expired")
    if not await settle_offer(work, offer, OfferStatus.EXPIRED, now):
        return
    await work.waiting.to_the_back(offer.person_id, now)
    if not unheard:
        await notify(work, Kind.INTAKE_OFFER_EXPIRED, offer.person_id, now, subject_id=offer.id)
    await offer_next(work, offer.slot_id, now)


async def _remind_of_outcome(work: Work, move: Move, now: datetime) -> None:
    card = await _without_outcome(work, move, now)
    if card is not None:
        await notify(work, Kind.INTAKE_OUTCOME_REMINDER, card.facilitator.id, now, subject_id=card.booking.id)


async def _tell_outcome_missing(work: Work, move: Move, now: datetime) -> None:
    card = await _without_outcome(work, move, now)
    if card is not None:
        await notify(work, Kind.INTAKE_OUTCOME_REMINDER, card.facilitator.id, now, subject_id=card.booking.id)
        await notify_coordinators(work, Kind.INTAKE_OUTCOME_MISSING, now, subject_id=card.booking.id)


async def _remind_of_request(work: Work, move: Move, now: datetime) -> None:
    request = await work.bookings.request(move.subject_id)
    card = await card_of(work, await work.bookings.get(request.booking_id))
    if request.status is not RequestStatus.OPEN or not card.booking.live or card.slot.starts_at <= now:
        await settle_request(work, request.id, RequestStatus.LAPSED, now)
        return
    await notify(
        work,
        Kind.INTAKE_CHANGE_REMINDER,
        card.facilitator.id,
        now,
        subject_id=request.id,
        event_at=card.slot.starts_at,
        expires_at=card.slot.starts_at,
    )


async def _let_request_lapse(work: Work, move: Move, now: datetime) -> None:
    """Unanswered: it stays as it is, and the person hears so as long as that helps."""
    request = await work.bookings.request(move.subject_id)
    card = await card_of(work, await work.bookings.get(request.booking_id))
    if not await settle_request(work, request.id, RequestStatus.LAPSED, now):
        return
    if card.booking.live and card.slot.starts_at > now:
        starts_at = card.slot.starts_at
        await notify(
            work,
            Kind.INTAKE_CHANGE_LAPSED,
            card.person.id,
            now,
            subject_id=request.id,
            event_at=starts_at,
            expires_at=starts_at,
        )


async def _tell_where_it_stands(work: Work, move: Move, now: datetime) -> None:
    registration = await _still_admitted(work, move, now)
    if registration is not None:
        await notify(work, Kind.NO_GROUP_YET, registration.person_id, now, subject_id=registration.id)
        await notify_coordinators(work, Kind.NO_GROUP_REMINDER, now, subject_id=registration.id)


async def _put_in_line(work: Work, registration: Registration, now: datetime) -> None:
    await wait_in_line(work, registration, None, now)
    await notify(work, Kind.INTAKE_WAITLISTED, registration.person_id, now, subject_id=registration.id)


async def _has_room(work: Work, registration: Registration, now: datetime) -> bool:
    waiting = await work.waiting.of(registration.person_id)
    wish = None if waiting is None else waiting.facilitator_id
    return bool(await bookable(work, now, person_id=registration.person_id, facilitator_id=wish))


async def _want_slots(work: Work, role: Role, now: datetime) -> None:
    for person in await work.people.with_role(role):
        if not await work.outbox.told_since(Kind.INTAKE_SLOTS_WANTED, person.id, now - SLOTS_WANTED_EVERY):
            await notify(work, Kind.INTAKE_SLOTS_WANTED, person.id, now)


async def _still_admitted(work: Work, move: Move, now: datetime) -> Registration | None:
    """The registration that is waited for; when it has ended, so has the wait."""
    try:
        registration = await work.registrations.get(move.subject_id)
    except LookupError:
        registration = None
    if registration is None or registration.status is not Status.ADMITTED:
        await work.moves.close(move.kind, move.subject_id, now)
        return None
    return registration


async def _unbooked(work: Work, move: Move, now: datetime) -> Registration | None:
    registration = await _still_admitted(work, move, now)
    if registration is not None and await work.bookings.live_of(registration.person_id) is not None:
        await work.moves.close(move.kind, move.subject_id, now)
        return None
    return registration


async def _in_line(work: Work, move: Move, now: datetime) -> Registration | None:
    registration = await _unbooked(work, move, now)
    if registration is not None and await work.waiting.of(registration.person_id) is None:
        await work.moves.close(move.kind, move.subject_id, now)
        return None
    return registration


async def _without_outcome(work: Work, move: Move, now: datetime) -> IntakeCard | None:
    booking = await work.bookings.get(move.subject_id)
    if booking.status is not BookingStatus.BOOKED:
        await work.moves.close(move.kind, move.subject_id, now)
        return None
    return await card_of(work, booking)


INTAKE_DEEDS: Final[Deeds] = {
    (MoveKind.NO_BOOKING, Deed.REMIND): _nudge,
    (MoveKind.NO_BOOKING, Deed.TELL_FACILITATOR): _tell_facilitators,
    (MoveKind.NO_BOOKING, Deed.PUT_ON_WAITING_LIST): _put_on_waiting_list,
    (MoveKind.WAITING_LIST, Deed.TELL_FACILITATOR): _ask_facilitators_for_slots,
    (MoveKind.WAITING_LIST, Deed.TELL_COORDINATOR): _ask_coordinators_for_slots,
    (MoveKind.INTAKE_OFFER, Deed.LAPSE): _let_offer_lapse,
    (MoveKind.INTAKE_OUTCOME, Deed.REMIND): _remind_of_outcome,
    (MoveKind.INTAKE_OUTCOME, Deed.TELL_COORDINATOR): _tell_outcome_missing,
    (MoveKind.INTAKE_CHANGE, Deed.REMIND): _remind_of_request,
    (MoveKind.INTAKE_CHANGE, Deed.LAPSE): _let_request_lapse,
    (MoveKind.NO_GROUP, Deed.TELL_PERSON): _tell_where_it_stands,
}
