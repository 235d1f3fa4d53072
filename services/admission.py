"""Admission: the coordinator decides on a registration, and the person agrees to another price first if it differs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from domain import admission
from domain.admission import DECIDABLE, DeclineQuestion, NotDecidableError, reason_on_offer
from domain.conversation import Conversation, ConversationName
from domain.moves import MoveKind
from domain.outbox import Kind
from domain.person import Role
from domain.registration import Status
from services.intake_steps import begin_intake
from services.notices import notify, notify_coordinators

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from domain.admission import DeclineReason
    from domain.person import Person
    from domain.registration import Registration
    from domain.round import Round
    from storage.database import Database
    from storage.work import Reads, Work

PRICE_KINDS = (Kind.PRICE_ASKED, Kind.PRICE_REMINDER, Kind.PRICE_UNANSWERED)


class Outcome(StrEnum):
    """What became of a decision, or of an answer to another price."""

    ADMITTED = "admitted"
    # Admitted at another price than they agreed to: it is their move.
    PRICE_ASKED = "price-asked"
    DECLINED = "declined"
    PRICE_REFUSED = "price-refused"
    # It was settled before; the card tells by whom.
    SETTLED_BEFORE = "settled-before"
    # The registration is gone, or not theirs.
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Card:
    """A registration as a coordinator sees it."""

    registration: Registration
    person: Person
    # None: free enrolment.
    round: Round | None
    decided_by: Person | None

    @property
    def waits(self) -> bool:
        return self.registration.status is Status.SUBMITTED


@dataclass(frozen=True, slots=True)
class Decision:
    outcome: Outcome
    card: Card | None = None


class Admissions:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def waiting(self) -> list[Registration]:
        """What waits for a coordinator, the oldest first."""
        return await self._database.reads.registrations.with_status(Status.SUBMITTED)

    async def card(self, registration_id: int) -> Card | None:
        """None when the registration is gone."""
        try:
            return await _card(self._database.reads, registration_id)
        except LookupError:
            return None

    async def admit(self, registration_id: int, by: int, now: datetime, update_id: int, *, as_member: bool) -> Decision:
        """The first coordinator to act settles it: later ones hear who that was."""
        async with self._database.transaction(applies=update_id) as work:
            return await _decide(
                work,
                registration_id,
                now,
                lambda registration: admission.admit(registration, as_member=as_member, by=by, at=now),
            )

    async def admit_as_agreed(self, registration_id: int, by: int, now: datetime, update_id: int) -> Decision:
        """At the price that the person agreed to, while they were asked for another."""
        async with self._database.transaction(applies=update_id) as work:
            return await _decide(
                work,
                registration_id,
                now,
                lambda registration: admission.admit_as_agreed(registration, by=by, at=now),
            )

    async def ask_reason(self, registration_id: int, by: int, now: datetime, update_id: int) -> Card | None:
        """A coordinator is going to decline, and is asked why; the card tells when it was settled before."""
        async with self._database.transaction(applies=update_id) as work:
            card = await _card_if(work, registration_id)
            if card is not None and card.registration.status in DECIDABLE:
                await _ask(work, by, DeclineQuestion.REASON, registration_id, now)
            return card

    async def prepare_decline(self, by: int, reason: DeclineReason | str, now: datetime, update_id: int) -> Card | None:
        """Keep the reason with the registration and ask to confirm. None when no reason is asked for (any more)."""
        async with self._database.transaction(applies=update_id) as work:
            asked = await _asked(work, by)
            card = None if asked is None or asked.subject_id is None else await _card_if(work, asked.subject_id)
            if card is None:
                return None
            registration = card.registration
            if registration.status not in DECIDABLE:
                await work.conversations.end(by)
                return card
            kept = reason_on_offer(reason) if isinstance(reason, admission.DeclineReason) else reason
            await work.registrations.save(
                registration.model_copy(update={"reason": kept, "decided_by": by, "changed_at": now})
            )
            await _ask(work, by, DeclineQuestion.CONFIRM, registration.id, now)
            return await _card(work, registration.id)

    async def decline(self, registration_id: int, by: int, now: datetime, update_id: int) -> Decision:
        """With the reason that this coordinator prepared. UNKNOWN when there is none of theirs."""
        async with self._database.transaction(applies=update_id) as work:
            asked = await _asked(work, by)
            if asked is None or asked.subject_id != registration_id or asked.question != DeclineQuestion.CONFIRM:
                return Decision(Outcome.UNKNOWN)
            card = await _card_if(work, registration_id)
            if card is None:
                await work.conversations.end(by)
                return Decision(Outcome.UNKNOWN)
            registration = card.registration
            reason = registration.reason
            if registration.status in DECIDABLE and (reason is None or registration.decided_by != by):
                # A colleague was writing a reason at the same time: nobody sends the words of another.
                await _ask(work, by, DeclineQuestion.REASON, registration_id, now)
                return Decision(Outcome.UNKNOWN, card)
            await work.conversations.end(by)
            return await _decide(
                work,
                registration_id,
                now,
                lambda before: admission.decline(before, reason=reason or "", by=by, at=now),
            )

    async def declining(self, conversation: Conversation) -> Card | None:
        """Which registration a coordinator is declining; None when it is gone."""
        return None if conversation.subject_id is None else await self.card(conversation.subject_id)

    async def reconsider_reason(self, by: int, now: datetime, update_id: int) -> Card | None:
        """Back from the confirmation to the reason."""
        async with self._database.transaction(applies=update_id) as work:
            asked = await _asked(work, by)
            if asked is None or asked.subject_id is None:
                return None
            await _ask(work, by, DeclineQuestion.REASON, asked.subject_id, now)
            return await _card_if(work, asked.subject_id)

    async def stop_declining(self, by: int, now: datetime, update_id: int) -> Card | None:
        """It stays as it was; the reason that was written is thrown away."""
        async with self._database.transaction(applies=update_id) as work:
            asked = await _asked(work, by)
            if asked is None or asked.subject_id is None:
                return None
            await work.conversations.end(by)
            card = await _card_if(work, asked.subject_id)
            if card is None or not _prepared_by(card.registration, by):
                return card
            kept = {"reason": None, "changed_at": now}
            if card.registration.status is Status.SUBMITTED:
                kept["decided_by"] = None
            await work.registrations.save(card.registration.model_copy(update=kept))
            return await _card(work, asked.subject_id)

    async def agree_to_price(self, registration_id: int, person_id: int, now: datetime, update_id: int) -> Decision:
        """The person agrees to the other price, and is admitted by it. UNKNOWN for anybody else's registration."""
        async with self._database.transaction(applies=update_id) as work:
            if not await _owns(work, registration_id, person_id):
                return Decision(Outcome.UNKNOWN)
            return await _decide(
                work,
                registration_id,
                now,
                lambda registration: admission.agree_to_price(registration, now),
                told_directly=True,
            )

    async def refuse_price(self, registration_id: int, person_id: int, now: datetime, update_id: int) -> Decision:
        """The person does not: the registration is withdrawn, and the coordinators hear it."""
        async with self._database.transaction(applies=update_id) as work:
            if not await _owns(work, registration_id, person_id):
                return Decision(Outcome.UNKNOWN)
            return await _decide(
                work, registration_id, now, lambda registration: admission.refuse_price(registration, now)
            )


async def settle_cards(work: Work, registration_id: int, now: datetime) -> None:
    """Every coordinator's card shows what became of it; those not sent yet stay away. Also when a person withdraws."""
    await work.outbox.withdraw((Kind.ADMISSION_ASKED,), registration_id, now, "settled")
    await _change_cards(work, Kind.ADMISSION_SETTLED, registration_id, now)


async def refresh_cards(work: Work, registration_id: int, now: datetime) -> None:
    """The person changed an answer: nobody decides on what it was. A card not sent yet gets the words of then."""
    await _change_cards(work, Kind.ADMISSION_CHANGED, registration_id, now)


async def _change_cards(work: Work, kind: Kind, registration_id: int, now: datetime) -> None:
    await work.outbox.withdraw((Kind.ADMISSION_CHANGED,), registration_id, now, "changed again")
    for asked in await work.outbox.sent((Kind.ADMISSION_ASKED,), registration_id):
        if asked.recipient_id is None:
            continue
        # Changing a message makes no sound, and concerns what somebody just did: it may break the quiet.
        await notify(
            work,
            kind,
            asked.recipient_id,
            now,
            subject_id=registration_id,
            replaces_id=asked.id,
            event_at=now,
        )


async def _decide(
    work: Work,
    registration_id: int,
    now: datetime,
    decision: Callable[[Registration], Registration],
    *,
    told_directly: bool = False,
) -> Decision:
    """Carry out a transition and all that hangs on it. `told_directly`: the person is the one who acted."""
    before = await _card_if(work, registration_id)
    if before is None:
        return Decision(Outcome.UNKNOWN)
    try:
        after = decision(before.registration)
    except NotDecidableError:
        return Decision(Outcome.SETTLED_BEFORE, before)
    await work.registrations.save(after)
    outcome = await _follow_up(work, after, now, told_directly=told_directly)
    await settle_cards(work, registration_id, now)
    return Decision(outcome, await _card(work, registration_id))


async def _follow_up(work: Work, registration: Registration, now: datetime, *, told_directly: bool) -> Outcome:
    await work.moves.close(MoveKind.ADMISSION, registration.id, now)
    await work.moves.close(MoveKind.PRICE, registration.id, now)
    await work.outbox.withdraw(PRICE_KINDS, registration.id, now, "settled")
    match registration.status:
        case Status.ADMITTED:
            await _welcome(work, registration, now, told_directly=told_directly)
            return Outcome.ADMITTED
        case Status.PRICE:
            await work.moves.open(MoveKind.PRICE, registration.id, now, registration.person_id)
            await notify(work, Kind.PRICE_ASKED, registration.person_id, now, subject_id=registration.id)
            return Outcome.PRICE_ASKED
        case Status.DECLINED:
            await _end_registration_conversation(work, registration.person_id)
            await notify(work, Kind.DECLINED, registration.person_id, now, subject_id=registration.id)
            return Outcome.DECLINED
        case _:
            await _end_registration_conversation(work, registration.person_id)
            await notify_coordinators(work, Kind.PRICE_REFUSED, now, subject_id=registration.id)
            return Outcome.PRICE_REFUSED


async def _welcome(work: Work, registration: Registration, now: datetime, *, told_directly: bool) -> None:
    await work.people.give_role(registration.person_id, Role.PARTICIPANT)
    if registration.answers.name is not None:
        await work.people.rename(registration.person_id, registration.answers.name)
    await begin_intake(work, registration, now)
    if not told_directly:
        await notify(work, Kind.ADMITTED, registration.person_id, now, subject_id=registration.id)


async def _end_registration_conversation(work: Work, person_id: int) -> None:
    conversation = await work.conversations.of(person_id)
    if conversation is not None and conversation.name is ConversationName.REGISTRATION:
        await work.conversations.end(person_id)


async def _card(reads: Reads, registration_id: int) -> Card:
    registration = await reads.registrations.get(registration_id)
    return Card(
        registration=registration,
        person=await reads.people.get(registration.person_id),
        round=None if registration.round_id is None else await reads.rounds.get(registration.round_id),
        decided_by=None if registration.decided_by is None else await reads.people.get(registration.decided_by),
    )


async def _card_if(reads: Reads, registration_id: int) -> Card | None:
    try:
        return await _card(reads, registration_id)
    except LookupError:
        return None


async def _owns(work: Work, registration_id: int, person_id: int) -> bool:
    try:
        registration = await work.registrations.get(registration_id)
    except LookupError:
        return False
    return registration.person_id == person_id


def _prepared_by(registration: Registration, by: int) -> bool:
    return registration.status in DECIDABLE and registration.reason is not None and registration.decided_by == by


async def _asked(work: Work, coordinator_id: int) -> Conversation | None:
    conversation = await work.conversations.of(coordinator_id)
    return conversation if conversation and conversation.name is ConversationName.DECLINE else None


async def _ask(work: Work, coordinator_id: int, question: DeclineQuestion, registration_id: int, now: datetime) -> None:
    await work.conversations.ask(
        coordinator_id,
        Conversation(name=ConversationName.DECLINE, question=question, subject_id=registration_id),
        now,
    )
