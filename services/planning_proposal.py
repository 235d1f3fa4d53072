"""What the votes about dates come to: the best sets, the one vote that would help, and confirming a set."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from domain.date_set import Bounds, DateVotes, Outcome, work_out
from domain.outbox import Kind
from domain.planning import Plea, Proposed
from domain.poll import Answer, PollPurpose, PollStatus, Venue, Vote
from domain.slot import stretch
from domain.time import local
from services.engagements import engagements
from services.group_views import leads, member_views
from services.notices import notify, notify_group
from services.planned import offer_next
from services.planning_steps import propose_dates
from services.poll import settle
from services.poll_views import poll_view
from services.poll_voting import after_vote
from services.session import plan

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from domain.poll import Option, Poll
    from domain.poll_view import PollView
    from domain.slot import Interval
    from services.worker import Worker
    from storage.database import Database
    from storage.work import Reads, Work


class ConfirmOutcome(Enum):
    CONFIRMED = auto()
    # These very dates, or others, were confirmed before.
    ALREADY = auto()
    # It takes votes (again).
    STILL_OPEN = auto()
    # Not all of them are dates of the poll that are still to come, or there are too many.
    NOT_THESE = auto()
    NOT_YOURS = auto()


class PleaOutcome(Enum):
    THANKED = auto()
    # It was settled without.
    OVER = auto()
    NOT_YOURS = auto()


class PleaView(NamedTuple):
    plea: Plea
    view: PollView
    option: Option


class Question(NamedTuple):
    """What is asked of the worker."""

    dates: tuple[DateVotes, ...]
    members: tuple[int, ...]
    bounds: Bounds


class Proposals:
    def __init__(self, database: Database, worker: Worker) -> None:
        self._database = database
        self._worker = worker

    async def of(self, poll_id: int, now: datetime) -> Proposed | None:
        """What the votes come to; None when it is no closed poll about dates.

        The first time, whoever could make a better set possible with one vote more is asked.
        """
        reads = self._database.reads
        view = await _closed_view(reads, poll_id)
        if view is None:
            return None
        question = await _question(reads, view, now)
        outcome = await self._worker.run(work_out, question.dates, question.members, question.bounds)
        if view.poll.proposed_at is None:
            await self._plead(view.poll, outcome, now)
        return await _proposed(reads, view, question, outcome)

    async def confirm(
        self, poll_id: int, positions: Sequence[int], leader_id: int, now: datetime, update_id: int
    ) -> ConfirmOutcome:
        """Plan a session on each of these dates, by their positions in the poll. All of it, once, or nothing."""
        async with self._database.transaction(applies=update_id) as work:
            poll = await _led(work, poll_id, leader_id)
            if poll is None:
                return ConfirmOutcome.NOT_YOURS
            if poll.status is not PollStatus.CLOSED:
                return ConfirmOutcome.STILL_OPEN if poll.is_open else ConfirmOutcome.ALREADY
            chosen = await _chosen(work, poll, positions, now)
            first_number = await _first_number(work, poll, len(chosen))
            if not chosen or first_number is None:
                return ConfirmOutcome.NOT_THESE
            await _plan(work, poll, chosen, first_number, now)
            return ConfirmOutcome.CONFIRMED

    async def plea(self, plea_id: int, person_id: int) -> PleaView | None:
        """None for anybody but who was asked, and when it was settled."""
        return await _plea_view(self._database.reads, plea_id, person_id)

    async def answer_plea(
        self, plea_id: int, person_id: int, now: datetime, update_id: int, *, possible: bool
    ) -> PleaOutcome:
        """A yes counts as "rather not": it could be done. Then the leader gets what it comes to now."""
        async with self._database.transaction(applies=update_id) as work:
            asked = await _plea_view(work, plea_id, person_id)
            if asked is None:
                return PleaOutcome.NOT_YOURS
            poll = asked.view.poll
            if not poll.is_unsettled:
                return PleaOutcome.OVER
            await work.plannings.answer_plea(plea_id, now, possible=possible)
            answer = Answer.RATHER_NOT if possible else Answer.NO
            vote = Vote(
                option_id=asked.option.id,
                person_id=person_id,
                answer=answer,
                via=Venue.PRIVATE,
                update_id=update_id,
                answered_at=now,
            )
            await work.polls.keep_vote(vote)
            if poll.is_open:
                # Asked anew meanwhile: it is a vote like another.
                await after_vote(work, poll, now, asked.view.standings.count)
            elif possible or asked.plea.possible:
                await propose_dates(work, poll, now)
            return PleaOutcome.THANKED

    async def _plead(self, poll: Poll, outcome: Outcome, now: datetime) -> None:
        """Once for each state of the votes, also when two ask at the same moment."""
        async with self._database.transaction() as work:
            fresh = await work.polls.get(poll.id)
            if fresh.status is not PollStatus.CLOSED or fresh.proposed_at is not None:
                return
            await work.polls.save(fresh.model_copy(update={"proposed_at": now}))
            if outcome.plea is None:
                return
            plea = await work.plannings.ask_plea(poll.id, outcome.plea.option_id, outcome.plea.person_id, now)
            if plea is not None:
                await notify(work, Kind.DATES_PLEA, plea.person_id, now, subject_id=plea.id)


async def _plan(work: Work, poll: Poll, chosen: Sequence[Option], first_number: int, now: datetime) -> None:
    for number, option in enumerate(chosen, start=first_number):
        await plan(work, poll.group_id, poll.settings.cycle or 1, number, option.moment.starts_at, now)
    for plea in await work.plannings.pleas_of(poll.id):
        await work.outbox.withdraw((Kind.DATES_PLEA,), plea.id, now, "dates settled")
    await work.outbox.withdraw((Kind.DATES_PROPOSED, Kind.PROPOSAL_WAITS), poll.id, now, "dates settled")
    await settle(work, poll, now)
    # Somebody has just confirmed it, as a rule with the group around the table.
    await notify_group(work, Kind.DATES_SETTLED, poll.group_id, now, subject_id=poll.id, event_at=now)
    await offer_next(work, poll.group_id, now)


async def _first_number(reads: Reads, poll: Poll, number: int) -> int | None:
    """Behind what is planned already, which is never moved from here; None when the cycle has no room for so many."""
    cycle = await reads.groups.current_cycle(poll.group_id)
    if cycle is None or cycle.number != poll.settings.cycle:
        return None
    last = max((each.number for each in await reads.sessions.of_group(poll.group_id, cycle.number)), default=0)
    return last + 1 if last + number <= cycle.sessions else None


async def _chosen(reads: Reads, poll: Poll, positions: Sequence[int], now: datetime) -> list[Option]:
    """The options in the order of time; empty when they cannot all be planned."""
    possible = {option.position: option for option in await _possible(reads, poll, now)}
    if len(set(positions)) != len(positions) or not set(positions) <= possible.keys():
        return []
    chosen = sorted((possible[position] for position in positions), key=lambda option: option.moment)
    days = {local(option.moment.starts_at).date() for option in chosen}
    if len(chosen) > (poll.settings.sessions or 0) or len(days) < len(chosen):
        return []
    return chosen


async def _possible(reads: Reads, poll: Poll, now: datetime) -> list[Option]:
    """The dates that can still be planned: to come, after the session before them, and the leader is free."""
    options = [option for option in await reads.polls.options(poll.id) if option.withdrawn_at is None]
    leader_id = (await reads.groups.get(poll.group_id)).leader_id
    elsewhere: list[Interval] = []
    if leader_id is not None and options:
        days = [local(option.moment.starts_at).date() for option in options]
        elsewhere = await engagements(reads, leader_id, stretch(min(days), max(days)))
    after = await _after(reads, poll)
    return [
        option
        for option in options
        if option.moment.starts_at > now
        and (after is None or local(option.moment.starts_at).date() > after)
        and not any(option.moment.clashes_with(other) for other in elsewhere)
    ]


async def _after(reads: Reads, poll: Poll) -> date | None:
    """The day of the session before those that are planned; None: there is none."""
    first = (poll.settings.cycle or 1, poll.settings.first_number or 1)
    sessions = await reads.sessions.of_group(poll.group_id)
    return max((each.day for each in sessions if (each.cycle, each.number) < first), default=None)


async def _closed_view(reads: Reads, poll_id: int) -> PollView | None:
    try:
        view = await poll_view(reads, poll_id)
    except LookupError:
        return None
    is_dates = view.poll.purpose is PollPurpose.DATES
    return view if is_dates and view.poll.status is PollStatus.CLOSED else None


async def _question(reads: Reads, view: PollView, now: datetime) -> Question:
    standing, settings = view.standings, view.poll.settings
    possible = {option.id for option in await _possible(reads, view.poll, now)}
    in_time = sorted(standing.options, key=lambda each: each.option.moment)
    bounds = Bounds(
        number=settings.sessions or 1,
        quorum=view.group.quorum_of(len(standing.voters)),
        least_weeks=settings.least_weeks or 1,
        most_weeks=settings.most_weeks or 1,
        after=await _after(reads, view.poll),
    )
    dates = tuple(
        DateVotes(each.option.id, local(each.option.moment.starts_at).date(), each.yes, each.rather_not)
        for each in in_time
        if each.option.id in possible
    )
    return Question(dates, standing.voters, bounds)


async def _proposed(reads: Reads, view: PollView, question: Question, outcome: Outcome) -> Proposed:
    people = [(each.person.id, each.first_name) for each in await member_views(reads, view.poll.group_id)]
    pleas = await reads.plannings.pleas_of(view.poll.id)
    return Proposed(
        view=view,
        people=tuple(people),
        sets=outcome.sets,
        loosenings=outcome.loosenings,
        quorum=question.bounds.quorum,
        waits_for_plea=any(plea.possible is None for plea in pleas),
        sessions=question.bounds.number,
        possible=frozenset(each.id for each in question.dates),
    )


async def _plea_view(reads: Reads, plea_id: int, person_id: int) -> PleaView | None:
    try:
        plea = await reads.plannings.plea(plea_id)
    except LookupError:
        return None
    view = await poll_view(reads, plea.poll_id)
    if plea.person_id != person_id or person_id not in view.standings.voters:
        return None
    return PleaView(plea, view, await reads.polls.option(plea.option_id))


async def _led(reads: Reads, poll_id: int, leader_id: int) -> Poll | None:
    try:
        poll = await reads.polls.get(poll_id)
    except LookupError:
        return None
    if poll.purpose is not PollPurpose.DATES:
        return None
    return poll if await leads(reads, poll.group_id, leader_id) else None
