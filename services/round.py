"""Rounds: opening one step by step, looking at them, closing them."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.conversation import Conversation, ConversationName
from domain.moves import MoveKind
from domain.outbox import Kind
from domain.person import Role
from domain.registration import Status
from domain.round import ROUND_ORDER, Round, RoundQuestion, RoundStatus
from domain.time import local
from services.notices import notify, notify_coordinators

if TYPE_CHECKING:
    from datetime import date, datetime

    from domain.registration import Registration
    from storage.database import Database
    from storage.work import Reads, Work

# 72 bits: not to be guessed, and short enough for a QR code that prints small.
SLUG_BYTES = 9

HOLDS_PLACE = frozenset({Status.SUBMITTED, Status.PRICE, Status.ADMITTED})


@dataclass(frozen=True, slots=True)
class RoundTurn:
    """The round that is being put together, and what is asked about it now."""

    round: Round
    question: RoundQuestion
    # How many free enrolments come along when it opens.
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class RoundOverview:
    round: Round
    # Everything that was sent in, in that order.
    registrations: tuple[Registration, ...]
    # Half-finished.
    drafts: int

    @property
    def taken(self) -> int:
        return sum(registration.status in HOLDS_PLACE for registration in self.registrations)

    @property
    def free(self) -> int | None:
        """None when there is no limit."""
        return None if self.round.places is None else max(0, self.round.places - self.taken)


@dataclass(frozen=True, slots=True)
class Overview:
    rounds: tuple[RoundOverview, ...]
    # Free enrolments, that wait for the next round.
    waiting: tuple[Registration, ...]


class Rounds:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def get(self, round_id: int) -> Round:
        """Raises LookupError when there is no such round."""
        return await self._database.reads.rounds.get(round_id)

    async def overview(self) -> Overview:
        """The rounds that were not closed, the newest first, with who is in them."""
        reads = self._database.reads
        rounds = [await _overview(reads, round_) for round_ in await reads.rounds.open_rounds()]
        waiting = [each for each in await reads.registrations.in_round(None) if each.status in HOLDS_PLACE]
        return Overview(tuple(rounds), tuple(waiting))

    async def overview_of(self, round_id: int) -> RoundOverview:
        """Raises LookupError when there is no such round."""
        return await _overview(self._database.reads, await self._database.reads.rounds.get(round_id))

    async def current(self, conversation: Conversation) -> RoundTurn:
        """What is asked now. Raises LookupError when the round is gone."""
        return await _turn(self._database.reads, conversation)

    async def begin(self, coordinator_id: int, now: datetime, update_id: int) -> RoundTurn:
        """A new draft; what this coordinator left half-finished makes way."""
        async with self._database.transaction(applies=update_id) as work:
            await work.rounds.remove_drafts_of(coordinator_id)
            round_ = await work.rounds.add(secrets.token_urlsafe(SLUG_BYTES), coordinator_id)
            return await _ask(work, coordinator_id, round_, RoundQuestion.NAME, now)

    async def name(self, coordinator_id: int, name: str, now: datetime, update_id: int) -> RoundTurn | None:
        """None when this is not what is asked; so with every answer."""
        return await self._answer(coordinator_id, RoundQuestion.NAME, now, update_id, {"name": name})

    async def close_on(self, coordinator_id: int, day: date, now: datetime, update_id: int) -> RoundTurn | None:
        return await self._answer(coordinator_id, RoundQuestion.CLOSES_ON, now, update_id, {"closes_on": day})

    async def limit(self, coordinator_id: int, places: int, now: datetime, update_id: int) -> RoundTurn | None:
        return await self._answer(coordinator_id, RoundQuestion.PLACES, now, update_id, {"places": places})

    async def _answer(
        self, coordinator_id: int, question: RoundQuestion, now: datetime, update_id: int, answer: dict[str, object]
    ) -> RoundTurn | None:
        async with self._database.transaction(applies=update_id) as work:
            asked = await _asked(work, coordinator_id)
            if asked is None or asked.question != question:
                return None
            round_ = (await work.rounds.get(_round_id(asked))).model_copy(update=answer)
            await work.rounds.save(round_)
            return await _ask(work, coordinator_id, round_, round_.next_question(), now)

    async def back(self, coordinator_id: int, now: datetime, update_id: int) -> RoundTurn | None:
        """The question before this one; None when there is none, or none is asked."""
        async with self._database.transaction(applies=update_id) as work:
            asked = await _asked(work, coordinator_id)
            if asked is None or asked.question == RoundQuestion.NAME:
                return None
            before = ROUND_ORDER[ROUND_ORDER.index(RoundQuestion(asked.question)) - 1]
            question = RoundQuestion.SUMMARY if asked.from_summary else before
            return await _ask(work, coordinator_id, await work.rounds.get(_round_id(asked)), question, now)

    async def change(
        self, coordinator_id: int, question: RoundQuestion, now: datetime, update_id: int
    ) -> RoundTurn | None:
        """Ask one question again, from the summary."""
        async with self._database.transaction(applies=update_id) as work:
            asked = await _asked(work, coordinator_id)
            if asked is None or asked.question != RoundQuestion.SUMMARY:
                return None
            round_ = await work.rounds.get(_round_id(asked))
            return await _ask(work, coordinator_id, round_, question, now, from_summary=True)

    async def cancel(self, coordinator_id: int, update_id: int) -> None:
        async with self._database.transaction(applies=update_id) as work:
            await work.rounds.remove_drafts_of(coordinator_id)
            await work.conversations.end(coordinator_id)

    async def open(self, coordinator_id: int, round_id: int, now: datetime, update_id: int) -> Round | RoundTurn | None:
        """The opened round, which the free enrolments join in their order as far as there are places.

        A turn when something has to be answered again first, such as a closing date that has passed meanwhile; None
        when this round is not the one that is being put together.
        """
        async with self._database.transaction(applies=update_id) as work:
            asked = await _asked(work, coordinator_id)
            if asked is None or asked.subject_id != round_id or asked.question != RoundQuestion.SUMMARY:
                return None
            draft = await work.rounds.get(round_id)
            if draft.closes_on is None or draft.closes_on < local(now).date():
                return await _ask(work, coordinator_id, draft, RoundQuestion.CLOSES_ON, now, from_summary=True)
            opened = draft.model_copy(update={"status": RoundStatus.OPEN, "opened_at": now})
            await work.rounds.save(opened)
            await work.conversations.end(coordinator_id)
            if opened.ends_at is not None:
                await work.moves.open(MoveKind.ROUND_CLOSING, round_id, opened.ends_at)
            await _take_in(work, opened, now)
            return opened

    async def close(self, round_id: int, by: int, now: datetime, update_id: int) -> Round | None:
        """Nobody registers in it any more; the other coordinators are told. None when it was closed already."""
        async with self._database.transaction(applies=update_id) as work:
            round_ = await work.rounds.get(round_id)
            if round_.status is not RoundStatus.OPEN:
                return None
            closed = await _close(work, round_, now)
            for coordinator in await work.people.with_role(Role.COORDINATOR):
                if coordinator.id != by:
                    await notify(work, Kind.ROUND_CLOSED, coordinator.id, now, subject_id=round_id)
            return closed


async def close_by_date(work: Work, round_id: int, now: datetime) -> None:
    """Its last day is over: it closes by itself, and the coordinators are told once."""
    round_ = await work.rounds.get(round_id)
    if round_.status is not RoundStatus.OPEN:
        return
    await _close(work, round_, now)
    await notify_coordinators(work, Kind.ROUND_CLOSED, now, subject_id=round_id)


async def _close(work: Work, round_: Round, now: datetime) -> Round:
    closed = round_.model_copy(update={"status": RoundStatus.CLOSED, "closed_at": now})
    await work.rounds.save(closed)
    await work.moves.close(MoveKind.ROUND_CLOSING, round_.id, now)
    return closed


async def _take_in(work: Work, round_: Round, now: datetime) -> None:
    waiting = [each for each in await work.registrations.in_round(None) if each.status in HOLDS_PLACE]
    for registration in waiting[: round_.places]:
        await work.registrations.save(registration.model_copy(update={"round_id": round_.id, "changed_at": now}))


async def _overview(reads: Reads, round_: Round) -> RoundOverview:
    registrations = await reads.registrations.in_round(round_.id)
    return RoundOverview(round_, tuple(registrations), await reads.registrations.drafts_in(round_.id))


async def _asked(work: Reads, coordinator_id: int) -> Conversation | None:
    conversation = await work.conversations.of(coordinator_id)
    return conversation if conversation and conversation.name is ConversationName.ROUND else None


async def _ask(
    work: Work,
    coordinator_id: int,
    round_: Round,
    question: RoundQuestion,
    now: datetime,
    *,
    from_summary: bool = False,
) -> RoundTurn:
    conversation = Conversation(
        name=ConversationName.ROUND, question=question, subject_id=round_.id, from_summary=from_summary
    )
    await work.conversations.ask(coordinator_id, conversation, now)
    return await _turn(work, conversation)


async def _turn(reads: Reads, conversation: Conversation) -> RoundTurn:
    waiting = [each for each in await reads.registrations.in_round(None) if each.status in HOLDS_PLACE]
    round_ = await reads.rounds.get(_round_id(conversation))
    return RoundTurn(round_, RoundQuestion(conversation.question), len(waiting))


def _round_id(conversation: Conversation) -> int:
    if conversation.subject_id is None:
        raise LookupError("a conversation about a round names its round")
    return conversation.subject_id
