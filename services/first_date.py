"""The date of a group's first session: proposed by who leads it, answered by each in private, confirmed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from domain.conversation import Conversation, ConversationName
from domain.moves import MoveKind
from domain.outbox import Kind
from domain.place import MOST_FIRST_DATES
from domain.place_view import FirstDateCard, FirstDateFault
from domain.poll import NewOption, PollPurpose, PollStatus, voting_ends
from domain.session import LENGTH
from domain.slot import Interval
from domain.time import is_public_holiday, local
from services.engagements import engagements, span_of_days
from services.first_date_steps import FIRST
from services.group_views import leads, member_views
from services.place_wanted import want_place
from services.poll import open_poll, settle, standings, withdraw_poll
from services.session import plan

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from domain.group import Cycle
    from domain.poll import Poll
    from storage.database import Database
    from storage.work import Reads, Work

NOTICE: Final = timedelta(days=3)
"""A first session is at least so far ahead: people have to answer, and then to keep the day free."""

BEFORE_FIRST: Final = timedelta(days=2)
"""So long before the first of the candidates it is closed at the latest."""

LEAST_OPEN: Final = timedelta(days=1)


class FirstDateQuestion(StrEnum):
    """What a facilitator is asked in words; the conversation's only state."""

    DATES = "dates"


class FirstDateOutcome(StrEnum):
    DONE = "done"
    # Somebody did it before: the members are asked already, or there is a date.
    ALREADY = "already"
    # Nothing to ask about.
    NO_CANDIDATES = "no-candidates"
    # All of it has passed, or clashes by now.
    STALE = "stale"
    NOT_YOURS = "not-yours"


@dataclass(frozen=True, slots=True)
class Added:
    card: FirstDateCard
    added: tuple[datetime, ...]
    refused: tuple[tuple[datetime, FirstDateFault], ...]


@dataclass(frozen=True, slots=True)
class FirstDateDone:
    outcome: FirstDateOutcome
    card: FirstDateCard | None = None


class FirstDates:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def card(self, leader_id: int, group_id: int) -> FirstDateCard | None:
        """None for a group that this person does not lead."""
        if not await leads(self._database.reads, group_id, leader_id):
            return None
        return await first_date_card(self._database.reads, group_id)

    async def proposal(self, poll_id: int) -> FirstDateCard | None:
        """What the answers come to; None once it is settled, or when there is no such poll."""
        reads = self._database.reads
        try:
            poll = await reads.polls.get(poll_id)
        except LookupError:
            return None
        if poll.purpose is not PollPurpose.FIRST_DATE or poll.status is not PollStatus.CLOSED:
            return None
        return await first_date_card(reads, poll.group_id)

    async def ask(self, leader_id: int, group_id: int, now: datetime, update_id: int) -> FirstDateCard | None:
        """From now on dates may be typed; None when there is nothing to type them for."""
        async with self._database.transaction(applies=update_id) as work:
            if not await leads(work, group_id, leader_id):
                return None
            card = await first_date_card(work, group_id)
            if card.session is None and card.poll is None:
                conversation = Conversation(
                    name=ConversationName.FIRST_DATE, question=FirstDateQuestion.DATES, subject_id=group_id
                )
                await work.conversations.ask(leader_id, conversation, now)
            return card

    async def leave(self, leader_id: int, update_id: int) -> None:
        """What was typed so far stays."""
        async with self._database.transaction(applies=update_id) as work:
            await _end_talk(work, leader_id)

    async def add(
        self, leader_id: int, group_id: int, moments: Sequence[datetime], *, now: datetime, update_id: int
    ) -> Added | None:
        """Those that can be candidates; None when this person may not, or the members were asked meanwhile."""
        async with self._database.transaction(applies=update_id) as work:
            card = await _to_be_proposed(work, leader_id, group_id)
            if card is None:
                await _end_talk(work, leader_id)
                return None
            there, added, refused = list(card.candidates), [], []
            for moment in moments:
                fault = await _fault(work, leader_id, moment, there, now)
                if fault is not None:
                    refused.append((moment, fault))
                    continue
                await work.first_dates.add(group_id, moment)
                there.append(moment)
                added.append(moment)
            return Added(await first_date_card(work, group_id), tuple(added), tuple(refused))

    async def drop(self, leader_id: int, group_id: int, moment: datetime, update_id: int) -> FirstDateCard | None:
        """None when this person may not, or the members were asked meanwhile."""
        async with self._database.transaction(applies=update_id) as work:
            if await _to_be_proposed(work, leader_id, group_id) is None:
                return None
            await work.first_dates.drop(group_id, moment)
            return await first_date_card(work, group_id)

    async def open(self, leader_id: int, group_id: int, now: datetime, update_id: int) -> FirstDateDone:
        """Each member is asked in private about each candidate; what has passed meanwhile is left out."""
        async with self._database.transaction(applies=update_id) as work:
            if not await leads(work, group_id, leader_id):
                return FirstDateDone(FirstDateOutcome.NOT_YOURS)
            card = await first_date_card(work, group_id)
            if card.session is not None or card.poll is not None:
                return FirstDateDone(FirstDateOutcome.ALREADY, card)
            if not card.candidates:
                return FirstDateDone(FirstDateOutcome.NO_CANDIDATES, card)
            holding = [each for each in card.candidates if await _still_holds(work, leader_id, each, now)]
            if not holding:
                return FirstDateDone(FirstDateOutcome.STALE, card)
            await _end_talk(work, leader_id)
            options = [NewOption(moment=Interval(each, each + LENGTH)) for each in holding]
            await open_poll(work, group_id, PollPurpose.FIRST_DATE, options, closes_at(holding, now), leader_id, now)
            await work.outbox.withdraw((Kind.FIRST_DATE_REMINDER,), group_id, now, "the members are asked")
            return FirstDateDone(FirstDateOutcome.DONE, await first_date_card(work, group_id))

    async def confirm(
        self, leader_id: int, poll_id: int, option_id: int, *, now: datetime, update_id: int
    ) -> FirstDateDone:
        """It becomes this date: the session is planned, and everybody gets it with a calendar file."""
        async with self._database.transaction(applies=update_id) as work:
            poll = await _led(work, leader_id, poll_id)
            if poll is None:
                return FirstDateDone(FirstDateOutcome.NOT_YOURS)
            cycle = await work.groups.current_cycle(poll.group_id)
            chosen = {option.id: option for option in await work.polls.options(poll.id)}.get(option_id)
            if poll.status is not PollStatus.CLOSED or cycle is None or chosen is None:
                return FirstDateDone(FirstDateOutcome.ALREADY, await first_date_card(work, poll.group_id))
            if chosen.moment.starts_at <= now or await _clashes(work, leader_id, chosen.moment.starts_at):
                return FirstDateDone(FirstDateOutcome.STALE, await first_date_card(work, poll.group_id))
            await _settle(work, poll, cycle, chosen.moment.starts_at, now)
            return FirstDateDone(FirstDateOutcome.DONE, await first_date_card(work, poll.group_id))

    async def begin_anew(self, leader_id: int, poll_id: int, now: datetime, update_id: int) -> FirstDateDone:
        """None of these: the members are asked nothing any more, and other dates can be proposed."""
        async with self._database.transaction(applies=update_id) as work:
            poll = await _led(work, leader_id, poll_id)
            if poll is None:
                return FirstDateDone(FirstDateOutcome.NOT_YOURS)
            if not poll.is_unsettled:
                return FirstDateDone(FirstDateOutcome.ALREADY, await first_date_card(work, poll.group_id))
            await withdraw_poll(work, poll, now)
            await work.outbox.withdraw((Kind.FIRST_DATE_PROPOSED,), poll.id, now, "other dates")
            await work.first_dates.clear(poll.group_id)
            return FirstDateDone(FirstDateOutcome.DONE, await first_date_card(work, poll.group_id))


async def first_date_card(reads: Reads, group_id: int) -> FirstDateCard:
    """Raises LookupError when there is no such group."""
    cycle = await reads.groups.current_cycle(group_id)
    poll = await reads.polls.unsettled(group_id, PollPurpose.FIRST_DATE)
    return FirstDateCard(
        group=await reads.groups.get(group_id),
        members=tuple(await member_views(reads, group_id)),
        candidates=tuple(await reads.first_dates.of_group(group_id)),
        poll=poll,
        standings=None if poll is None else await standings(reads, poll),
        session=None if cycle is None else await reads.sessions.numbered(group_id, cycle.number, FIRST),
    )


def closes_at(candidates: Sequence[datetime], now: datetime) -> datetime:
    """Five days on, and where it can be two days before the first of them; it stands open a day at least."""
    return voting_ends(now, before=min(candidates) - BEFORE_FIRST, least=LEAST_OPEN)


async def _to_be_proposed(reads: Reads, leader_id: int, group_id: int) -> FirstDateCard | None:
    """The card while candidates can be changed."""
    if not await leads(reads, group_id, leader_id):
        return None
    card = await first_date_card(reads, group_id)
    return card if card.session is None and card.poll is None else None


async def _fault(
    reads: Reads, leader_id: int, moment: datetime, there: Sequence[datetime], now: datetime
) -> FirstDateFault | None:
    if moment < now + NOTICE:
        return FirstDateFault.TOO_SOON
    if moment > now + timedelta(days=365):
        return FirstDateFault.TOO_FAR
    if is_public_holiday(local(moment).date()):
        return FirstDateFault.HOLIDAY
    if moment in there:
        return FirstDateFault.THERE_ALREADY
    if len(there) >= MOST_FIRST_DATES:
        return FirstDateFault.TOO_MANY
    return FirstDateFault.CLASH if await _clashes(reads, leader_id, moment) else None


async def _still_holds(reads: Reads, leader_id: int, moment: datetime, now: datetime) -> bool:
    return moment >= now + LEAST_OPEN + BEFORE_FIRST and not await _clashes(reads, leader_id, moment)


async def _clashes(reads: Reads, leader_id: int, moment: datetime) -> bool:
    occupied = await engagements(reads, leader_id, span_of_days(moment, moment))
    return any(Interval(moment, moment + LENGTH).clashes_with(other) for other in occupied)


async def _settle(work: Work, poll: Poll, cycle: Cycle, starts_at: datetime, now: datetime) -> None:
    session = await plan(work, poll.group_id, cycle.number, FIRST, starts_at, now)
    await settle(work, poll, now)
    await work.outbox.withdraw((Kind.FIRST_DATE_PROPOSED,), poll.id, now, "confirmed")
    await work.moves.close(MoveKind.FIRST_DATE, poll.group_id, now)
    await work.first_dates.clear(poll.group_id)
    await want_place(work, session, now, tell=False)


async def _led(reads: Reads, leader_id: int, poll_id: int) -> Poll | None:
    """The poll about a first date of a group that this person leads."""
    try:
        poll = await reads.polls.get(poll_id)
    except LookupError:
        return None
    if poll.purpose is not PollPurpose.FIRST_DATE or not await leads(reads, poll.group_id, leader_id):
        return None
    return poll


async def _end_talk(work: Work, leader_id: int) -> None:
    conversation = await work.conversations.of(leader_id)
    if conversation is not None and conversation.name is ConversationName.FIRST_DATE:
        await work.conversations.end(leader_id)
