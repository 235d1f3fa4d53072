"""The waiting list for an intake: joining, leaving, and answering an offer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from domain.waiting import OfferStatus
from services.intake import may_book
from services.intake_steps import admitted, book, bookable, end_talk, leave_line, offer_next, search, settle_offer
from services.intake_steps import wait_in_line as stand_in_line
from services.intake_uid import new_uid
from services.intake_views import IntakeCard, OfferCard, card_of, offer_card

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from domain.waiting import Offer
    from storage.database import Database
    from storage.work import Work


class JoinOutcome(StrEnum):
    JOINED = "joined"
    # They stood on it; for whom they wait is changed, their place is not.
    ALREADY = "already"
    # There is something to be booked.
    ROOM = "room"
    HAS_BOOKING = "has-booking"
    NOT_ADMITTED = "not-admitted"


@dataclass(frozen=True, slots=True)
class Joined:
    outcome: JoinOutcome
    # How many stand before them in line.
    before: int = 0


class OfferOutcome(StrEnum):
    ACCEPTED = "accepted"
    DECLINED = "declined"
    # Too late, or the slot is gone.
    GONE = "gone"
    # It was answered before, or is not theirs.
    STALE = "stale"
    # They have an intake already.
    HAS_BOOKING = "has-booking"


@dataclass(frozen=True, slots=True)
class OfferAnswer:
    outcome: OfferOutcome
    card: IntakeCard | None = None


class WaitingList:
    def __init__(self, database: Database, new_uid: Callable[[], str] = new_uid) -> None:
        self._database = database
        self._new_uid = new_uid

    async def offer(self, offer_id: int) -> OfferCard | None:
        """None when there is no such offer, or no longer."""
        try:
            return await offer_card(self._database.reads, await self._database.reads.waiting.get_offer(offer_id))
        except LookupError:
            return None

    async def join(self, person_id: int, facilitator_id: int | None, now: datetime, update_id: int) -> Joined:
        """Wait for a slot with this facilitator, or (None) with whichever."""
        async with self._database.transaction(applies=update_id) as work:
            registration = await admitted(work, person_id)
            if registration is None or not await may_book(work, person_id):
                return Joined(JoinOutcome.NOT_ADMITTED)
            if await work.bookings.live_of(person_id) is not None:
                return Joined(JoinOutcome.HAS_BOOKING)
            if await bookable(work, now, person_id=person_id, facilitator_id=facilitator_id):
                return Joined(JoinOutcome.ROOM)
            joined = await stand_in_line(work, registration, facilitator_id, now)
            await end_talk(work, person_id)
            waiting = await work.waiting.of(person_id)
            before = 0 if waiting is None else await work.waiting.before(waiting)
            return Joined(JoinOutcome.JOINED if joined else JoinOutcome.ALREADY, before)

    async def leave(self, person_id: int, now: datetime, update_id: int) -> bool:
        """Off the list; it is their move to book again. False when they did not stand on it."""
        async with self._database.transaction(applies=update_id) as work:
            registration = await admitted(work, person_id)
            if registration is None or not await leave_line(work, registration, now):
                return False
            await search(work, person_id, now)
            return True

    async def accept(self, person_id: int, offer_id: int, now: datetime, update_id: int) -> OfferAnswer:
        """Book what was offered, if it still holds and nothing else was booked meanwhile."""
        async with self._database.transaction(applies=update_id) as work:
            offer = await _own_offer(work, person_id, offer_id)
            if offer is None:
                return OfferAnswer(OfferOutcome.STALE)
            if await work.bookings.live_of(person_id) is not None:
                return OfferAnswer(OfferOutcome.HAS_BOOKING)
            slot = await work.slots.get(offer.slot_id)
            if offer.status is not OfferStatus.OPEN:
                gone = offer.status is not OfferStatus.ACCEPTED
                return OfferAnswer(OfferOutcome.GONE if gone else OfferOutcome.STALE)
            if now >= offer.expires_at or slot.withdrawn_at is not None or not await may_book(work, person_id):
                return OfferAnswer(OfferOutcome.GONE)
            booking = await book(work, slot, person_id, self._new_uid(), now)
            await end_talk(work, person_id)
            return OfferAnswer(OfferOutcome.ACCEPTED, await card_of(work, booking))

    async def decline(self, person_id: int, offer_id: int, now: datetime, update_id: int) -> OfferAnswer:
        """The next in line is asked; whoever declines keeps the place."""
        async with self._database.transaction(applies=update_id) as work:
            offer = await _own_offer(work, person_id, offer_id)
            if offer is None or not await settle_offer(work, offer, OfferStatus.DECLINED, now):
                return OfferAnswer(OfferOutcome.STALE)
            await offer_next(work, offer.slot_id, now)
            return OfferAnswer(OfferOutcome.DECLINED)


async def _own_offer(work: Work, person_id: int, offer_id: int) -> Offer | None:
    try:
        offer = await work.waiting.get_offer(offer_id)
    except LookupError:
        return None
    return offer if offer.person_id == person_id else None
