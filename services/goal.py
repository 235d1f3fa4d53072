"""Learning goals: their owner writes, shares and removes them; the facilitator reads them and proposes wording."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from domain.conversation import Conversation, ConversationName
from domain.goal import MOST_GOALS, GoalReading
from domain.outbox import Kind
from domain.person import Role
from services.intake_steps import admitted
from services.intake_views import facilitators_of
from services.notices import notify

if TYPE_CHECKING:
    from datetime import datetime

    from domain.goal import Goal
    from domain.person import Person
    from storage.database import Database
    from storage.work import Reads, Work


class GoalQuestion(StrEnum):
    """What is asked about a goal; the conversation's states. The subject is the goal, None for a new one."""

    WORDS = "words"
    # A facilitator's.
    PROPOSAL = "proposal"


class GoalOutcome(StrEnum):
    SAVED = "saved"
    REMOVED = "removed"
    # Nothing is different from what it was.
    SAME = "same"
    # There are five.
    FULL = "full"
    # It is gone, or not theirs.
    UNKNOWN = "unknown"
    # Only who takes part writes goals.
    NOT_ADMITTED = "not-admitted"


@dataclass(frozen=True, slots=True)
class GoalChange:
    outcome: GoalOutcome
    goal: Goal | None = None
    # All of theirs, as they are now.
    goals: tuple[Goal, ...] = ()


class ReadOutcome(StrEnum):
    READ = "read"
    # Their owner is asked, and has not answered.
    ASKED = "asked"
    REFUSED = "refused"
    # Not one of the own participants.
    NOT_YOURS = "not-yours"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a facilitator may read of somebody's goals: all of them, the private ones too, or none."""

    outcome: ReadOutcome
    person: Person | None = None
    goals: tuple[Goal, ...] = ()


class ProposeOutcome(StrEnum):
    PROPOSED = "proposed"
    # The goal reads so already.
    SAME = "same"
    # It is gone, or may not be read by this facilitator.
    UNKNOWN = "unknown"


class ProposalOutcome(StrEnum):
    ACCEPTED = "accepted"
    DECLINED = "declined"
    # Answered before, taken back by a change, or the goal is gone.
    STALE = "stale"


class Goals:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def mine(self, person_id: int) -> list[Goal]:
        return await self._database.reads.goals.of(person_id)

    async def get(self, person_id: int, goal_id: int) -> Goal | None:
        """None when it is gone, or not theirs."""
        return await _own(self._database.reads, person_id, goal_id)

    async def ask(
        self, person_id: int, question: GoalQuestion, goal_id: int | None, now: datetime, update_id: int
    ) -> None:
        """Write down what is asked next."""
        async with self._database.transaction(applies=update_id) as work:
            conversation = Conversation(name=ConversationName.GOALS, question=question, subject_id=goal_id)
            await work.conversations.ask(person_id, conversation, now)

    async def leave(self, person_id: int, update_id: int) -> None:
        """Out of the conversation; the goals stay."""
        async with self._database.transaction(applies=update_id) as work:
            await _end_talk(work, person_id)

    async def add(self, person_id: int, words: str, now: datetime, update_id: int) -> GoalChange:
        """A new one, private until shared."""
        async with self._database.transaction(applies=update_id) as work:
            if await admitted(work, person_id) is None:
                return GoalChange(GoalOutcome.NOT_ADMITTED)
            before = await work.goals.of(person_id)
            if len(before) >= MOST_GOALS:
                return GoalChange(GoalOutcome.FULL, goals=tuple(before))
            if not before:
                await _first_reader(work, person_id, now)
            goal = await work.goals.add(person_id, words, now, shared=False)
            await _end_talk(work, person_id)
            return GoalChange(GoalOutcome.SAVED, goal, tuple(await work.goals.of(person_id)))

    async def reword(self, person_id: int, goal_id: int, words: str, now: datetime, update_id: int) -> GoalChange:
        """In other words of the owner's; a proposal for the old ones is taken back."""
        return await self._change(person_id, goal_id, now, update_id, words=words, proposal=None, proposed_by=None)

    async def share(self, person_id: int, goal_id: int, now: datetime, update_id: int, *, shared: bool) -> GoalChange:
        """Whether the group may see it; at any time."""
        return await self._change(person_id, goal_id, now, update_id, shared=shared)

    async def remove(self, person_id: int, goal_id: int, now: datetime, update_id: int) -> GoalChange:
        async with self._database.transaction(applies=update_id) as work:
            goal = await _own(work, person_id, goal_id)
            if goal is None:
                return GoalChange(GoalOutcome.UNKNOWN, goals=tuple(await work.goals.of(person_id)))
            await _take_back_proposal(work, goal, now)
            await work.goals.remove(goal_id)
            await _end_talk(work, person_id)
            return GoalChange(GoalOutcome.REMOVED, goal, tuple(await work.goals.of(person_id)))

    async def read(self, facilitator_id: int, person_id: int) -> Reading:
        """By who leads this person's group, or before that held the intake; by nobody else, whatever their role."""
        return await _read(self._database.reads, facilitator_id, person_id)

    async def owner(self, facilitator_id: int, goal_id: int) -> Person | None:
        """Whose goal it is. None when it is gone, or may not be read by this facilitator."""
        goal = await _readable(self._database.reads, facilitator_id, goal_id)
        return None if goal is None else await self._database.reads.people.get(goal.person_id)

    async def readable(self, facilitator_id: int, goal_id: int) -> Goal | None:
        """None when it is gone, or may not be read by this facilitator."""
        return await _readable(self._database.reads, facilitator_id, goal_id)

    async def ask_proposal(self, facilitator_id: int, goal_id: int, now: datetime, update_id: int) -> Goal | None:
        """The facilitator is asked for other wording. None when it is gone, or may not be read."""
        async with self._database.transaction(applies=update_id) as work:
            goal = await _readable(work, facilitator_id, goal_id)
            if goal is not None:
                conversation = Conversation(
                    name=ConversationName.GOALS, question=GoalQuestion.PROPOSAL, subject_id=goal_id
                )
                await work.conversations.ask(facilitator_id, conversation, now)
            return goal

    async def propose(
        self, facilitator_id: int, goal_id: int, words: str, now: datetime, update_id: int
    ) -> ProposeOutcome:
        """The owner hears it, and takes it over or not; a newer proposal takes the place of an older one."""
        async with self._database.transaction(applies=update_id) as work:
            goal = await _readable(work, facilitator_id, goal_id)
            await _end_talk(work, facilitator_id)
            if goal is None:
                return ProposeOutcome.UNKNOWN
            if words == goal.words:
                return ProposeOutcome.SAME
            changes: dict[str, object] = {"proposal": words, "proposed_by": facilitator_id, "changed_at": now}
            await _take_back_proposal(work, goal, now)
            await work.goals.save(goal.model_copy(update=changes))
            await notify(work, Kind.GOAL_PROPOSED, goal.person_id, now, subject_id=goal.id)
            return ProposeOutcome.PROPOSED

    async def accept_proposal(self, person_id: int, goal_id: int, now: datetime, update_id: int) -> ProposalOutcome:
        return await self._answer_proposal(person_id, goal_id, now, update_id, accept=True)

    async def decline_proposal(self, person_id: int, goal_id: int, now: datetime, update_id: int) -> ProposalOutcome:
        return await self._answer_proposal(person_id, goal_id, now, update_id, accept=False)

    async def reading_of(self, person_id: int, facilitator_id: int) -> GoalReading | None:
        """What this person answered about this facilitator; None when nothing was settled."""
        return await self._database.reads.goals.reading_of(person_id, facilitator_id)

    async def let_read(
        self, person_id: int, facilitator_id: int, now: datetime, update_id: int, *, granted: bool
    ) -> bool:
        """Whether this facilitator may read one's goals; can be answered anew. False when it is not theirs to read."""
        async with self._database.transaction(applies=update_id) as work:
            if facilitator_id not in await facilitators_of(work, person_id):
                return False
            reading = GoalReading.GRANTED if granted else GoalReading.REFUSED
            await work.goals.set_reading(person_id, facilitator_id, reading, now)
            await work.outbox.withdraw_for(person_id, Kind.GOALS_READER_ASKED, facilitator_id, now, "answered")
            return True

    async def _change(
        self, person_id: int, goal_id: int, now: datetime, update_id: int, **values: object
    ) -> GoalChange:
        async with self._database.transaction(applies=update_id) as work:
            goal = await _own(work, person_id, goal_id)
            if goal is None:
                return GoalChange(GoalOutcome.UNKNOWN, goals=tuple(await work.goals.of(person_id)))
            changed = goal.model_copy(update=values)
            await _end_talk(work, person_id)
            if changed == goal:
                return GoalChange(GoalOutcome.SAME, goal, tuple(await work.goals.of(person_id)))
            if goal.proposal is not None and changed.proposal is None:
                await _take_back_proposal(work, goal, now)
            await work.goals.save(changed.model_copy(update={"changed_at": now}))
            goals = await work.goals.of(person_id)
            return GoalChange(GoalOutcome.SAVED, await work.goals.get(goal_id), tuple(goals))

    async def _answer_proposal(
        self, person_id: int, goal_id: int, now: datetime, update_id: int, *, accept: bool
    ) -> ProposalOutcome:
        async with self._database.transaction(applies=update_id) as work:
            goal = await _own(work, person_id, goal_id)
            if goal is None or goal.proposal is None:
                return ProposalOutcome.STALE
            words = goal.proposal if accept else goal.words
            changes: dict[str, object] = {"words": words, "proposal": None, "proposed_by": None, "changed_at": now}
            await work.goals.save(goal.model_copy(update=changes))
            await work.outbox.withdraw((Kind.GOAL_PROPOSED,), goal.id, now, "answered")
            outcome = ProposalOutcome.ACCEPTED if accept else ProposalOutcome.DECLINED
            if goal.proposed_by is not None:
                await notify(
                    work, Kind.GOAL_PROPOSAL_SETTLED, goal.proposed_by, now, subject_id=goal.id, detail=outcome
                )
            return outcome


async def _own(reads: Reads, person_id: int, goal_id: int) -> Goal | None:
    try:
        goal = await reads.goals.get(goal_id)
    except LookupError:
        return None
    return goal if goal.person_id == person_id else None


async def _read(reads: Reads, facilitator_id: int, person_id: int) -> Reading:
    reader = await reads.people.get(facilitator_id)
    if reader.role is not Role.FACILITATOR or facilitator_id not in await facilitators_of(reads, person_id):
        return Reading(ReadOutcome.NOT_YOURS)
    if await admitted(reads, person_id) is None:
        return Reading(ReadOutcome.NOT_YOURS)
    person = await reads.people.get(person_id)
    match await reads.goals.reading_of(person_id, facilitator_id):
        case GoalReading.ASKED:
            return Reading(ReadOutcome.ASKED, person)
        case GoalReading.REFUSED:
            return Reading(ReadOutcome.REFUSED, person)
        case GoalReading.GRANTED:
            return Reading(ReadOutcome.READ, person, tuple(await reads.goals.of(person_id)))
        case None:
            # Nothing was settled because nothing is written.
            return Reading(ReadOutcome.READ, person)


async def _readable(reads: Reads, facilitator_id: int, goal_id: int) -> Goal | None:
    try:
        goal = await reads.goals.get(goal_id)
    except LookupError:
        return None
    reading = await _read(reads, facilitator_id, goal.person_id)
    return goal if reading.outcome is ReadOutcome.READ else None


async def _first_reader(work: Work, person_id: int, now: datetime) -> None:
    """Goals are written for the facilitator of the moment; what was settled about earlier ones is forgotten."""
    await work.goals.forget_readers(person_id)
    for facilitator_id in await facilitators_of(work, person_id):
        await work.goals.set_reading(person_id, facilitator_id, GoalReading.GRANTED, now)


async def _take_back_proposal(work: Work, goal: Goal, now: datetime) -> None:
    await work.outbox.withdraw((Kind.GOAL_PROPOSED,), goal.id, now, "goal changed")


async def _end_talk(work: Work, person_id: int) -> None:
    conversation = await work.conversations.of(person_id)
    if conversation is not None and conversation.name is ConversationName.GOALS:
        await work.conversations.end(person_id)
