"""Slots: a facilitator's rules, publishing, and taking them back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from domain.booking import Side
from domain.conversation import Conversation, ConversationName
from domain.outbox import Kind
from domain.person import Role
from domain.slot import NOTHING_LAID_OUT, Interval, Layout, PatternFault, Slot, SlotRules, stretch
from domain.slot_draft import SlotDraft, SlotQuestion
from domain.waiting import OfferStatus
from services.engagements import busy
from services.intake_steps import bookable, cancel, obstacle, offer_next, settle_offer
from services.intake_views import IntakeCard, card_of, offer_card
from services.notices import notify

if TYPE_CHECKING:
    from datetime import date, datetime

    from domain.slot import Pattern, Selection
    from services.intake_views import OfferCard
    from storage.database import Database
    from storage.work import Reads, Work

ANNOUNCED_EVERY: Final = timedelta(days=1)
"""Who publishes one slot after the other does not announce each of them."""


class PublishOutcome(StrEnum):
    PUBLISHED = "published"
    # Everything in it was left out, for the reasons given.
    NOTHING_LEFT = "nothing-left"
    # The pattern itself is wrong: `fault` says how.
    FAULTY = "faulty"
    # Not all questions were answered, or there is no draft.
    INCOMPLETE = "incomplete"


@dataclass(frozen=True, slots=True)
class Publication:
    outcome: PublishOutcome
    slots: tuple[Slot, ...] = ()
    layout: Layout = NOTHING_LAID_OUT
    fault: PatternFault | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    """What a pattern would come to; nothing is written yet."""

    layout: Layout
    fault: PatternFault | None = None


@dataclass(frozen=True, slots=True)
class SlotView:
    """A slot as its facilitator sees it."""

    slot: Slot
    # Who has it.
    card: IntakeCard | None
    # For whom it is held, for a few hours.
    offer: OfferCard | None


class WithdrawOutcome(StrEnum):
    WITHDRAWN = "withdrawn"
    # Somebody booked or cancelled since it was said what would happen: say it again. Nothing was changed.
    CHANGED = "changed"
    # Nothing (left) to withdraw.
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """What goes: the slots, and among them those that somebody booked, who will hear that it is off."""

    slots: tuple[Slot, ...]
    cancelled: tuple[IntakeCard, ...]
    outcome: WithdrawOutcome


@dataclass(frozen=True, slots=True)
class SlotTurn:
    """Where the conversation of a facilitator who publishes slots is; None when nothing is asked."""

    question: SlotQuestion | None
    draft: SlotDraft
    rules: SlotRules
    # Only at PREVIEW.
    preview: Preview | None = None
    # The link that the facilitator used last; only at LINK.
    last_link: str | None = None


class Slots:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def rules_of(self, facilitator_id: int) -> SlotRules:
        return await self._database.reads.slots.rules_of(facilitator_id)

    async def set_rules(self, facilitator_id: int, rules: SlotRules, now: datetime, update_id: int) -> None:
        """They hold from now on, for slots that were published before as well; what is booked stays."""
        async with self._database.transaction(applies=update_id) as work:
            await work.slots.set_rules(facilitator_id, rules, now)

    async def preview(self, facilitator_id: int, pattern: Pattern, now: datetime) -> Preview:
        return await _preview(self._database.reads, facilitator_id, pattern, now)

    async def publish(self, facilitator_id: int, pattern: Pattern, now: datetime, update_id: int) -> Publication:
        """Clashes, holidays and what is past are left out, whatever was shown before. Who waits hears of it."""
        async with self._database.transaction(applies=update_id) as work:
            return await _publish(work, facilitator_id, pattern, now)

    async def mine(self, facilitator_id: int, first: date, last: date) -> list[SlotView]:
        """From one day to another (both included, in Europe/Amsterdam), in the order of time."""
        reads = self._database.reads
        return [await _view(reads, slot) for slot in await reads.slots.between(facilitator_id, stretch(first, last))]

    async def view(self, facilitator_id: int, slot_id: int) -> SlotView | None:
        """None when it is not theirs, or withdrawn."""
        try:
            slot = await self._database.reads.slots.get(slot_id)
        except LookupError:
            return None
        if slot.facilitator_id != facilitator_id or slot.withdrawn_at is not None:
            return None
        return await _view(self._database.reads, slot)

    async def set_link(
        self, facilitator_id: int, slot_id: int, link: str, now: datetime, update_id: int
    ) -> SlotView | None:
        """Where to meet on screen; the one before is forgotten. None when the slot is not theirs, or past."""
        async with self._database.transaction(applies=update_id) as work:
            try:
                slot = await work.slots.get(slot_id)
            except LookupError:
                return None
            if slot.facilitator_id != facilitator_id or slot.ends_at <= now:
                return None
            await work.slots.set_link(slot, link)
            return await _view(work, await work.slots.get(slot_id))

    async def preview_withdrawal(self, facilitator_id: int, selection: Selection, now: datetime) -> Withdrawal:
        """What would happen; what began already stays."""
        return await _withdrawal(self._database.reads, facilitator_id, selection, now)

    async def withdraw(
        self, facilitator_id: int, selection: Selection, now: datetime, update_id: int, *, bookings_told: int
    ) -> Withdrawal:
        """Take slots back; who had booked one hears it and books another.

        `bookings_told` is how many bookings the facilitator was told would go: with another number nothing happens.
        """
        async with self._database.transaction(applies=update_id) as work:
            planned = await _withdrawal(work, facilitator_id, selection, now)
            if planned.outcome is WithdrawOutcome.NOTHING:
                return planned
            if len(planned.cancelled) != bookings_told:
                return Withdrawal(planned.slots, planned.cancelled, WithdrawOutcome.CHANGED)
            await withdraw_slots(work, planned.slots, now)
            for card in planned.cancelled:
                await cancel(work, card.booking, card.slot, now, by=Side.FACILITATOR)
            return planned

    async def turn(self, facilitator_id: int, now: datetime) -> SlotTurn:
        """What the facilitator is asked now."""
        conversation = await self._database.reads.conversations.of(facilitator_id)
        question = None
        if conversation is not None and conversation.name is ConversationName.SLOTS:
            question = SlotQuestion(conversation.question)
        return await _turn(self._database.reads, facilitator_id, question, now)

    async def begin(self, facilitator_id: int, now: datetime, update_id: int) -> SlotTurn:
        """A new draft, in the place of the one there was."""
        async with self._database.transaction(applies=update_id) as work:
            return await _ask(work, facilitator_id, SlotDraft(), SlotQuestion.SHAPE, now)

    async def answer(
        self, facilitator_id: int, question: SlotQuestion, now: datetime, update_id: int, **values: object
    ) -> SlotTurn | None:
        """Keep fields of the draft that answer this question, and ask the next. None when it is not what is asked."""
        async with self._database.transaction(applies=update_id) as work:
            draft = await _asked(work, facilitator_id, question)
            if draft is None:
                return None
            answered = SlotDraft.model_validate({**dict(draft), **values})
            return await _ask(work, facilitator_id, answered, answered.next_question(), now)

    async def tick(
        self, facilitator_id: int, weekday: int, now: datetime, update_id: int, *, ticked: bool
    ) -> SlotTurn | None:
        """Tick a weekday (as date.weekday()) or not; the question stays. None when it is not what is asked."""
        async with self._database.transaction(applies=update_id) as work:
            draft = await _asked(work, facilitator_id, SlotQuestion.WEEKDAYS)
            if draft is None:
                return None
            weekdays = draft.weekdays | {weekday} if ticked else draft.weekdays - {weekday}
            kept = draft.model_copy(update={"weekdays": weekdays})
            conversation = await work.conversations.of(facilitator_id)
            from_summary = conversation is not None and conversation.from_summary
            return await _ask(work, facilitator_id, kept, SlotQuestion.WEEKDAYS, now, from_summary=from_summary)

    async def back(self, facilitator_id: int, now: datetime, update_id: int) -> SlotTurn | None:
        """To the question before; the answers stay. None, and out of the conversation, before the first."""
        async with self._database.transaction(applies=update_id) as work:
            conversation = await work.conversations.of(facilitator_id)
            draft = await work.slots.draft_of(facilitator_id)
            if conversation is None or conversation.name is not ConversationName.SLOTS or draft is None:
                return None
            if conversation.from_summary:
                return await _ask(work, facilitator_id, draft, SlotQuestion.PREVIEW, now)
            before = draft.previous_question(SlotQuestion(conversation.question))
            if before is None:
                await _end(work, facilitator_id)
                return None
            return await _ask(work, facilitator_id, draft, before, now)

    async def change(
        self, facilitator_id: int, question: SlotQuestion, now: datetime, update_id: int
    ) -> SlotTurn | None:
        """Ask one question again, from the preview; its answer and "back" return there. None when it is not shown."""
        async with self._database.transaction(applies=update_id) as work:
            draft = await _asked(work, facilitator_id, SlotQuestion.PREVIEW)
            if draft is None:
                return None
            return await _ask(work, facilitator_id, draft, question, now, from_summary=True)

    async def stop(self, facilitator_id: int, update_id: int) -> None:
        """Out of the conversation; the draft is thrown away."""
        async with self._database.transaction(applies=update_id) as work:
            await _end(work, facilitator_id)

    async def publish_draft(self, facilitator_id: int, now: datetime, update_id: int) -> Publication:
        """Publish what was put together. The draft stays when nothing of it could be."""
        async with self._database.transaction(applies=update_id) as work:
            draft = await _asked(work, facilitator_id, SlotQuestion.PREVIEW)
            rules = await work.slots.rules_of(facilitator_id)
            pattern = None if draft is None else draft.pattern(rules)
            if pattern is None:
                return Publication(PublishOutcome.INCOMPLETE)
            publication = await _publish(work, facilitator_id, pattern, now)
            if publication.outcome is PublishOutcome.PUBLISHED:
                await _end(work, facilitator_id)
            return publication


async def withdraw_slots(work: Work, slots: tuple[Slot, ...], now: datetime) -> None:
    """Take them back; who had one on offer hears that it is gone."""
    for slot in slots:
        await work.slots.withdraw(slot.id, now)
    for slot in slots:
        offer = await work.waiting.offer_of(slot.id)
        if offer is None:
            continue
        unheard = await work.outbox.withdraw((Kind.INTAKE_OFFER,), offer.id, now, "slot withdrawn")
        await settle_offer(work, offer, OfferStatus.WITHDRAWN, now)
        if not unheard:
            await notify(work, Kind.INTAKE_OFFER_EXPIRED, offer.person_id, now, subject_id=offer.id)


async def _preview(reads: Reads, facilitator_id: int, pattern: Pattern, now: datetime) -> Preview:
    if fault := pattern.fault():
        return Preview(NOTHING_LAID_OUT, fault)
    # A day more on both sides: the buffer may reach across midnight.
    around = stretch(pattern.first - timedelta(days=1), pattern.last + timedelta(days=1))
    occupied = [*await reads.slots.occupied(facilitator_id, around), *await busy(reads, facilitator_id, around)]
    return Preview(pattern.lay_out(occupied, now))


async def _publish(work: Work, facilitator_id: int, pattern: Pattern, now: datetime) -> Publication:
    preview = await _preview(work, facilitator_id, pattern, now)
    if preview.fault is not None:
        return Publication(PublishOutcome.FAULTY, fault=preview.fault)
    if not preview.layout.slots:
        return Publication(PublishOutcome.NOTHING_LEFT, layout=preview.layout)
    had_room = bool(await bookable(work, now))
    slots = [await _add(work, facilitator_id, interval, pattern, now) for interval in preview.layout.slots]
    await _make_known(work, facilitator_id, slots, now, had_room=had_room)
    return Publication(PublishOutcome.PUBLISHED, tuple(slots), preview.layout)


async def _add(work: Work, facilitator_id: int, interval: Interval, pattern: Pattern, now: datetime) -> Slot:
    return await work.slots.get(await work.slots.add(facilitator_id, interval, pattern.medium, pattern.link, now))


async def _make_known(work: Work, facilitator_id: int, slots: list[Slot], now: datetime, *, had_room: bool) -> None:
    """With a slot for each who waits they are announced; with fewer each is offered to the next in line.

    When there was no room at all, those who have yet to book hear of it too.
    """
    open_now = [slot for slot in slots if await obstacle(work, slot, now) is None]
    line = [each for each in await work.waiting.all() if each.facilitator_id in (None, facilitator_id)]
    if len(open_now) < len(line):
        for slot in open_now:
            await offer_next(work, slot.id, now)
        return
    if not open_now:
        return
    # What was announced before somebody joined the line is not what they wait for.
    since = {each.person_id: max(each.joined_at, now - ANNOUNCED_EVERY) for each in line}
    if not had_room:
        since |= dict.fromkeys(await work.bookings.searching(), now - ANNOUNCED_EVERY)
    for person_id, told_after in since.items():
        if not await work.outbox.told_since(Kind.INTAKE_SLOTS_PUBLISHED, person_id, told_after):
            await notify(work, Kind.INTAKE_SLOTS_PUBLISHED, person_id, now, subject_id=facilitator_id)


async def _withdrawal(reads: Reads, facilitator_id: int, selection: Selection, now: datetime) -> Withdrawal:
    slots = [slot for slot in await _selected(reads, facilitator_id, selection) if slot.starts_at > now]
    bookings = [await reads.bookings.of_slot(slot.id) for slot in slots]
    cards = [await card_of(reads, booking) for booking in bookings if booking is not None]
    outcome = WithdrawOutcome.WITHDRAWN if slots else WithdrawOutcome.NOTHING
    return Withdrawal(tuple(slots), tuple(cards), outcome)


async def _selected(reads: Reads, facilitator_id: int, selection: Selection) -> list[Slot]:
    """The facilitator's own; nothing of anybody else's."""
    if selection.slot_id is not None:
        try:
            slot = await reads.slots.get(selection.slot_id)
        except LookupError:
            return []
        return [slot] if slot.facilitator_id == facilitator_id and slot.withdrawn_at is None else []
    if selection.first is None or selection.last is None:
        return []
    return await reads.slots.between(facilitator_id, stretch(selection.first, selection.last))


async def _view(reads: Reads, slot: Slot) -> SlotView:
    booking = await reads.bookings.of_slot(slot.id)
    offer = await reads.waiting.offer_of(slot.id)
    return SlotView(
        slot,
        None if booking is None else await card_of(reads, booking),
        None if offer is None else await offer_card(reads, offer),
    )


async def _asked(work: Work, facilitator_id: int, question: SlotQuestion) -> SlotDraft | None:
    conversation = await work.conversations.of(facilitator_id)
    if conversation is None or conversation.name is not ConversationName.SLOTS or conversation.question != question:
        return None
    person = await work.people.get(facilitator_id)
    return await work.slots.draft_of(facilitator_id) if person.role is Role.FACILITATOR else None


async def _ask(
    work: Work,
    facilitator_id: int,
    draft: SlotDraft,
    question: SlotQuestion,
    now: datetime,
    *,
    from_summary: bool = False,
) -> SlotTurn:
    await work.slots.keep_draft(facilitator_id, draft, now)
    conversation = Conversation(
        name=ConversationName.SLOTS, question=question, subject_id=facilitator_id, from_summary=from_summary
    )
    await work.conversations.ask(facilitator_id, conversation, now)
    return await _turn(work, facilitator_id, question, now)


async def _turn(reads: Reads, facilitator_id: int, question: SlotQuestion | None, now: datetime) -> SlotTurn:
    draft = await reads.slots.draft_of(facilitator_id) or SlotDraft()
    rules = await reads.slots.rules_of(facilitator_id)
    preview = None
    if question is SlotQuestion.PREVIEW and (pattern := draft.pattern(rules)) is not None:
        preview = await _preview(reads, facilitator_id, pattern, now)
    last_link = await reads.slots.last_link(facilitator_id) if question is SlotQuestion.LINK else None
    return SlotTurn(question, draft, rules, preview, last_link)


async def _end(work: Work, facilitator_id: int) -> None:
    await work.slots.drop_draft(facilitator_id)
    conversation = await work.conversations.of(facilitator_id)
    if conversation is not None and conversation.name is ConversationName.SLOTS:
        await work.conversations.end(facilitator_id)
