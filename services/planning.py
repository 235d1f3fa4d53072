"""/planning: putting the dates of a cycle together, and opening the poll about them."""

from __future__ import annotations

from datetime import UTC, timedelta
from enum import Enum, auto
from typing import TYPE_CHECKING

from domain.candidate import CandidateFault, Preference, Wish, fault_of
from domain.conversation import Conversation, ConversationName
from domain.date_set import Bounds, DateVotes, is_possible
from domain.planning import (
    Material,
    PlanningDraft,
    PlanningQuestion,
    PlanningStand,
    PlanningTurn,
    ToPlan,
    earliest,
    latest,
    shown_dates,
    usual_wish,
)
from domain.poll import NewOption, Poll, PollPurpose, PollSettings, voting_ends
from domain.session import LENGTH
from domain.slot import Interval, stretch
from domain.time import local
from services.engagements import engagements
from services.group_views import leads, member_views
from services.poll import open_poll, reopen
from storage.planning import KeptDraft

if TYPE_CHECKING:
    from datetime import datetime

    from domain.session import Session
    from storage.database import Database
    from storage.work import Reads, Work


class OpenOutcome(Enum):
    OPENED = auto()
    # There are fewer dates than sessions to plan.
    TOO_FEW = auto()
    # It is not what the facilitator is asked (any more).
    NOT_ASKED = auto()
    # Meanwhile it was asked, or planned, by somebody else.
    ALREADY = auto()


class Planning:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def stand(self, group_id: int, leader_id: int, now: datetime) -> PlanningStand | None:
        """Why there is nothing to put together; None when there is. Raises LookupError for a group not led."""
        if not await leads(self._database.reads, group_id, leader_id):
            raise LookupError(f"group {group_id} is not led by {leader_id}")
        found = await _to_plan(self._database.reads, group_id)
        return found if isinstance(found, PlanningStand) else None

    async def unsettled(self, group_id: int) -> Poll | None:
        """The poll about the dates that is open, or waits to be settled."""
        return await self._database.reads.polls.unsettled(group_id, PollPurpose.DATES)

    async def planned(self, poll_id: int) -> list[Session]:
        """The sessions that came of this poll and stand, in the order of time."""
        reads = self._database.reads
        try:
            poll = await reads.polls.get(poll_id)
        except LookupError:
            return []
        if poll.purpose is not PollPurpose.DATES or poll.settings.cycle is None:
            return []
        sessions = await reads.sessions.of_group(poll.group_id, poll.settings.cycle)
        return [session for session in sessions if session.number >= (poll.settings.first_number or 1)]

    async def turn(self, facilitator_id: int, now: datetime) -> PlanningTurn | None:
        """What the facilitator is asked now; None when it is nothing of this."""
        reads = self._database.reads
        conversation = await reads.conversations.of(facilitator_id)
        if conversation is None or conversation.name is not ConversationName.PLANNING:
            return None
        return await _turn(reads, facilitator_id, PlanningQuestion(conversation.question), now)

    async def begin(
        self, group_id: int, facilitator_id: int, now: datetime, update_id: int
    ) -> PlanningTurn | PlanningStand | None:
        """A new draft with the usual wishes, in the place of the one there was; None for a group not led."""
        async with self._database.transaction(applies=update_id) as work:
            if not await leads(work, group_id, facilitator_id):
                return None
            to_plan = await _to_plan(work, group_id)
            if isinstance(to_plan, PlanningStand):
                return to_plan
            wish = usual_wish(to_plan, await _preferences(work, group_id), now)
            draft = PlanningDraft(wish=wish)
            return await _ask(work, facilitator_id, KeptDraft(group_id, draft), PlanningQuestion.RECESS, now)

    async def begin_again(
        self, poll_id: int, facilitator_id: int, now: datetime, update_id: int
    ) -> PlanningTurn | PlanningStand | None:
        """With the dates of a poll, to open it again; None when it is none that this person can open."""
        async with self._database.transaction(applies=update_id) as work:
            poll = await _reopenable(work, poll_id, facilitator_id)
            if poll is None:
                return None
            to_plan = await _to_plan(work, poll.group_id, reopening=True)
            if isinstance(to_plan, PlanningStand):
                return to_plan
            draft = await _draft_of(work, poll, to_plan, now)
            return await _ask(work, facilitator_id, KeptDraft(poll.group_id, draft), PlanningQuestion.CANDIDATES, now)

    async def ask(
        self, facilitator_id: int, question: PlanningQuestion, now: datetime, update_id: int
    ) -> PlanningTurn | None:
        """Ask for something else, from the dates; or return to them. None when nothing of this is asked."""
        async with self._database.transaction(applies=update_id) as work:
            kept = await _kept(work, facilitator_id)
            return None if kept is None else await _ask(work, facilitator_id, kept, question, now)

    async def wish(
        self, facilitator_id: int, question: PlanningQuestion, now: datetime, update_id: int, **values: object
    ) -> PlanningTurn | None:
        """Answer a question about the wish, which leads back to the dates. None when it is not what is asked."""
        async with self._database.transaction(applies=update_id) as work:
            kept = await _kept(work, facilitator_id, question)
            if kept is None:
                return None
            group_id, draft = kept
            asked = draft.model_copy(update={"wish": await _wished(work, group_id, draft.wish, now, values)})
            return await _ask(work, facilitator_id, KeptDraft(group_id, asked), PlanningQuestion.CANDIDATES, now)

    async def tick(
        self, facilitator_id: int, question: PlanningQuestion, now: datetime, update_id: int, **values: object
    ) -> PlanningTurn | None:
        """As `wish`, of one tick among several; the question stays."""
        async with self._database.transaction(applies=update_id) as work:
            kept = await _kept(work, facilitator_id, question)
            if kept is None:
                return None
            group_id, draft = kept
            ticked = draft.model_copy(update={"wish": Wish.model_validate({**dict(draft.wish), **values})})
            return await _ask(work, facilitator_id, KeptDraft(group_id, ticked), question, now)

    async def drop(
        self, facilitator_id: int, starts_at: datetime, now: datetime, update_id: int, *, dropped: bool
    ) -> PlanningTurn | None:
        """Leave a date out, or take it back. None when the dates are not what is shown, or it is none of them."""
        async with self._database.transaction(applies=update_id) as work:
            kept = await _kept(work, facilitator_id, PlanningQuestion.CANDIDATES)
            if kept is None:
                return None
            group_id, draft = kept
            changed = draft.without(starts_at) if dropped else draft.with_again(starts_at)
            return await _ask(work, facilitator_id, KeptDraft(group_id, changed), PlanningQuestion.CANDIDATES, now)

    async def add(
        self, facilitator_id: int, starts_at: datetime, now: datetime, update_id: int
    ) -> PlanningTurn | CandidateFault | None:
        """A date that the facilitator typed; or why it is none. None when it is not what is asked."""
        async with self._database.transaction(applies=update_id) as work:
            kept = await _kept(work, facilitator_id, PlanningQuestion.ADD)
            turn = await _turn(work, facilitator_id, PlanningQuestion.ADD, now)
            if kept is None or turn is None:
                return None
            group_id, draft = kept
            moment = Interval(starts_at.astimezone(UTC), starts_at.astimezone(UTC) + LENGTH)
            elsewhere = await engagements(
                work, facilitator_id, stretch(local(starts_at).date(), local(starts_at).date())
            )
            fault = fault_of(moment, turn.chosen, turn.to_plan.after, elsewhere, now)
            if fault is not None:
                return fault
            added = draft.adding(moment.starts_at)
            return await _ask(work, facilitator_id, KeptDraft(group_id, added), PlanningQuestion.CANDIDATES, now)

    async def stop(self, facilitator_id: int, update_id: int) -> None:
        """Out of the conversation; what was put together is thrown away."""
        async with self._database.transaction(applies=update_id) as work:
            await _end(work, facilitator_id)

    async def open(self, facilitator_id: int, now: datetime, update_id: int) -> tuple[OpenOutcome, Poll | None]:
        """Put the dates to the vote. What is not opened stays as it is."""
        async with self._database.transaction(applies=update_id) as work:
            turn = await _turn(work, facilitator_id, PlanningQuestion.CANDIDATES, now)
            if turn is None or await _kept(work, facilitator_id, PlanningQuestion.CANDIDATES) is None:
                return OpenOutcome.NOT_ASKED, None
            if len(turn.chosen) < turn.to_plan.sessions:
                return OpenOutcome.TOO_FEW, None
            poll = await _open(work, turn, facilitator_id, now)
            if poll is None:
                return OpenOutcome.ALREADY, None
            await _end(work, facilitator_id)
            return OpenOutcome.OPENED, poll


async def _open(work: Work, turn: PlanningTurn, by: int, now: datetime) -> Poll | None:
    to_plan, wish = turn.to_plan, turn.draft.wish
    settings = PollSettings(
        cycle=to_plan.cycle,
        first_number=to_plan.first_number,
        sessions=to_plan.sessions,
        least_weeks=wish.least_weeks,
        most_weeks=wish.most_weeks,
    )
    options = [NewOption(moment=moment) for moment in turn.chosen]
    unsettled = await work.polls.unsettled(to_plan.group.id, PollPurpose.DATES)
    if turn.draft.reopens is None:
        if unsettled is not None:
            return None
        return await open_poll(
            work, to_plan.group.id, PollPurpose.DATES, options, voting_ends(now), by, now, settings=settings
        )
    if unsettled is None or unsettled.id != turn.draft.reopens:
        return None
    return await reopen(work, unsettled, options, voting_ends(now), now, settings=settings)


async def _to_plan(reads: Reads, group_id: int, *, reopening: bool = False) -> ToPlan | PlanningStand:
    group = await reads.groups.get(group_id)
    poll = await reads.polls.unsettled(group_id, PollPurpose.DATES)
    if poll is not None and not reopening:
        return PlanningStand.POLL_OPEN if poll.is_open else PlanningStand.POLL_CLOSED
    cycle = await reads.groups.current_cycle(group_id)
    if cycle is None:
        return PlanningStand.NO_CYCLE
    sessions = await reads.sessions.of_group(group_id, cycle.number)
    last = max((session.number for session in sessions), default=0)
    if last >= cycle.sessions:
        return PlanningStand.ALL_PLANNED
    if cycle.number == 1 and last == 0:
        return PlanningStand.FIRST_MISSING
    earlier = [session for session in await reads.sessions.of_group(group_id) if session.cycle <= cycle.number]
    return ToPlan(
        group=group,
        cycle=cycle.number,
        first_number=last + 1,
        sessions=cycle.sessions - last,
        after=max((session.day for session in earlier), default=None),
        members=len(await reads.groups.members(group_id)),
    )


async def _turn(reads: Reads, facilitator_id: int, question: PlanningQuestion, now: datetime) -> PlanningTurn | None:
    kept = await reads.plannings.draft_of(facilitator_id)
    if kept is None or not await leads(reads, kept.group_id, facilitator_id):
        return None
    to_plan = await _to_plan(reads, kept.group_id, reopening=kept.draft.reopens is not None)
    if isinstance(to_plan, PlanningStand):
        return None
    wish = kept.draft.wish
    material = Material(
        preferences=await _preferences(reads, kept.group_id),
        occupied=tuple(await engagements(reads, facilitator_id, stretch(wish.first, wish.last))),
    )
    shown = shown_dates(kept.draft, to_plan, material, now)
    everybody = frozenset(range(1))
    dates = [DateVotes(place, each.candidate.day, everybody) for place, each in enumerate(shown) if not each.dropped]
    bounds = Bounds(to_plan.sessions, 1, wish.least_weeks, wish.most_weeks, to_plan.after)
    return PlanningTurn(question, kept.draft, to_plan, shown, is_possible(dates, bounds))


async def _preferences(reads: Reads, group_id: int) -> tuple[Preference, ...]:
    members = await member_views(reads, group_id)
    return tuple(Preference(frozenset(each.weekdays), frozenset(each.parts_of_day)) for each in members)


async def _wished(reads: Reads, group_id: int, wish: Wish, now: datetime, values: dict[str, object]) -> Wish:
    """Another spacing begins at another day, as long as the period was the usual one; nothing lies beyond a year."""
    changed = Wish.model_validate({**dict(wish), **values})
    to_plan = await _to_plan(reads, group_id, reopening=True)
    if isinstance(to_plan, PlanningStand):
        return changed
    first = changed.first
    if "least_weeks" in values and wish.first == earliest(to_plan, wish.least_weeks, now):
        first = earliest(to_plan, changed.least_weeks, now)
    soonest = first if to_plan.after is None else max(first, to_plan.after + timedelta(days=1))
    last = min(changed.last, latest(to_plan, now))
    return changed.model_copy(update={"first": soonest, "last": max(last, soonest)})


async def _draft_of(reads: Reads, poll: Poll, to_plan: ToPlan, now: datetime) -> PlanningDraft:
    """The dates of the poll themselves, without suggestions beside them until weekdays are chosen."""
    options = [each for each in await reads.polls.options(poll.id) if each.withdrawn_at is None]
    usual = usual_wish(to_plan, await _preferences(reads, poll.group_id), now)
    settings = poll.settings
    wish = usual.model_copy(
        update={
            "weekdays": frozenset(),
            "least_weeks": settings.least_weeks or usual.least_weeks,
            "most_weeks": settings.most_weeks or usual.most_weeks,
        }
    )
    return PlanningDraft(wish=wish, added=tuple(each.moment.starts_at for each in options), reopens=poll.id)


async def _reopenable(reads: Reads, poll_id: int, leader_id: int) -> Poll | None:
    try:
        poll = await reads.polls.get(poll_id)
    except LookupError:
        return None
    if poll.purpose is not PollPurpose.DATES or not poll.is_unsettled:
        return None
    return poll if await leads(reads, poll.group_id, leader_id) else None


async def _kept(reads: Reads, facilitator_id: int, question: PlanningQuestion | None = None) -> KeptDraft | None:
    """The group and its draft, when the facilitator is asked this (or anything) about it."""
    conversation = await reads.conversations.of(facilitator_id)
    if conversation is None or conversation.name is not ConversationName.PLANNING:
        return None
    if question is not None and conversation.question != question:
        return None
    kept = await reads.plannings.draft_of(facilitator_id)
    if kept is None or not await leads(reads, kept.group_id, facilitator_id):
        return None
    return kept


async def _ask(
    work: Work, facilitator_id: int, kept: KeptDraft, question: PlanningQuestion, now: datetime
) -> PlanningTurn | None:
    await work.plannings.keep_draft(facilitator_id, kept.group_id, kept.draft, now)
    conversation = Conversation(name=ConversationName.PLANNING, question=question, subject_id=kept.group_id)
    await work.conversations.ask(facilitator_id, conversation, now)
    return await _turn(work, facilitator_id, question, now)


async def _end(work: Work, facilitator_id: int) -> None:
    await work.plannings.drop_draft(facilitator_id)
    conversation = await work.conversations.of(facilitator_id)
    if conversation is not None and conversation.name is ConversationName.PLANNING:
        await work.conversations.end(facilitator_id)
