"""Votes: cast in the chat and in private, counted, and what happens when the last is in or time is up."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, Final, NamedTuple

from domain.moves import Deed, MoveKind
from domain.outbox import Kind
from domain.poll import Answer, ClosedWhy, PartEnded, PollStatus, Venue, Vote
from services.group_views import leads
from services.notices import notify, notify_coordinators, notify_group
from services.poll import (
    PRIVATE_KINDS,
    end_asking,
    end_screen,
    end_screens,
    refresh_tally,
    send_again,
    standings,
    withdraw_poll,
)
from services.poll_purposes import ON_CLOSED, ON_VOTER_GONE
from services.poll_views import ballot_of, part_view, poll_view

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from domain.moves import Move
    from domain.outbox import Delivered, OutboxMessage
    from domain.poll import Count, Option, Part, Poll
    from domain.poll_view import Ballot, PartView, PollView
    from services.deeds import Deeds
    from storage.database import Database
    from storage.work import Reads, Work


UNSENT: Final = "unsent"
"""The detail of a POLL_LOST when it is not certain that a poll ever stood in the chat."""


class VoteOutcome(Enum):
    COUNTED = auto()
    # It takes no votes any more.
    CLOSED = auto()
    # There is no such poll, or this person has no vote in it.
    NOT_YOURS = auto()


class PollDeed(Enum):
    """What became of what a leader asked of a poll."""

    DONE = auto()
    # Somebody did it before, or time was up.
    ALREADY = auto()
    NOT_YOURS = auto()


class Choice(NamedTuple):
    """A vote with a private button."""

    poll_id: int
    option_id: int
    answer: Answer


class Polls:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def view(self, poll_id: int) -> PollView:
        """Raises LookupError when there is no such poll."""
        return await poll_view(self._database.reads, poll_id)

    async def part(self, part_id: int) -> PartView:
        """Raises LookupError when there is no such part."""
        return await part_view(self._database.reads, part_id)

    async def led(self, poll_id: int, leader_id: int) -> PollView | None:
        """None when this person does not lead the group that it is of."""
        poll = await _led(self._database.reads, poll_id, leader_id)
        return None if poll is None else await poll_view(self._database.reads, poll.id)

    async def ballot(self, poll_id: int, person_id: int) -> Ballot | None:
        """The poll with this person's answers; None for whoever has no vote in it."""
        return await ballot_of(self._database.reads, poll_id, person_id)

    async def answer_in_chat(
        self, telegram_poll_id: str, person_id: int, positions: Sequence[int], now: datetime, update_id: int
    ) -> None:
        """A vote in a poll of Telegram's; no positions: it is taken back. Only a participant's counts."""
        async with self._database.transaction(applies=update_id) as work:
            part = await work.polls.part_by_telegram(telegram_poll_id)
            if part is None:
                # Telegram may tell of a vote before our sending is written down; a stranger's is nothing to keep.
                if await work.groups.of_participant(person_id) is not None:
                    await work.polls.keep_early(telegram_poll_id, person_id, update_id, positions, now)
                return
            poll = await work.polls.get(part.poll_id)
            if not await _takes_part(work, poll, person_id):
                return
            if not poll.is_open:
                await notify(work, Kind.POLL_TOO_LATE, person_id, now, subject_id=poll.id)
                return
            answers = _answers_in_chat(part.option_ids, positions)
            await _vote(work, poll, person_id, answers, Venue.CHAT, now, update_id)

    async def perhaps_sent(self, telegram_poll_id: str) -> list[PartView]:
        """The parts that a poll of Telegram's may be which nobody knows; none when it is known.

        After a time-out a poll is sent again, and then there may be two in the chat: people vote in either.
        """
        reads = self._database.reads
        if await reads.polls.part_by_telegram(telegram_poll_id) is not None:
            return []
        voters = await reads.polls.early_voters(telegram_poll_id)
        groups = [await reads.groups.of_participant(person_id) for person_id in voters]
        theirs = {group.id for group in groups if group is not None}
        views = [await part_view(reads, part.id) for part in await reads.polls.perhaps_sent_twice()]
        return [its for its in views if not theirs or its.view.group.id in theirs]

    async def recognise(self, telegram_poll_id: str, part_id: int, now: datetime, update_id: int) -> None:
        """Take a poll of Telegram's for that part: what is and was voted in it counts."""
        async with self._database.transaction(applies=update_id) as work:
            if await work.polls.part_by_telegram(telegram_poll_id) is None:
                await work.polls.add_twin(telegram_poll_id, part_id)
            await _take_early(work, telegram_poll_id, await work.polls.part(part_id), now)

    async def answer(self, choice: Choice, person_id: int, now: datetime, update_id: int) -> VoteOutcome:
        """A vote with a private button. In a poll that takes one answer, a yes is a no to the others."""
        async with self._database.transaction(applies=update_id) as work:
            poll = await _voted_in(work, choice.poll_id, person_id)
            options = [] if poll is None else await _live_options(work, poll)
            if poll is None or choice.option_id not in {option.id for option in options}:
                return VoteOutcome.NOT_YOURS
            if not poll.is_open:
                return VoteOutcome.CLOSED
            answers: dict[int, Answer | None] = {choice.option_id: choice.answer}
            if poll.purpose.takes_one_answer:
                answers = {each.id: Answer.YES if each.id == choice.option_id else Answer.NO for each in options}
            await _vote(work, poll, person_id, answers, Venue.PRIVATE, now, update_id)
            return VoteOutcome.COUNTED

    async def answer_none(self, poll_id: int, person_id: int, now: datetime, update_id: int) -> VoteOutcome:
        """None of those to which this person has not answered yet; the other answers stay as they are."""
        async with self._database.transaction(applies=update_id) as work:
            poll = await _voted_in(work, poll_id, person_id)
            if poll is None:
                return VoteOutcome.NOT_YOURS
            if not poll.is_open:
                return VoteOutcome.CLOSED
            ballot = await ballot_of(work, poll_id, person_id)
            if ballot is None:
                return VoteOutcome.NOT_YOURS
            answers = {each.id: ballot.answers.get(each.id, Answer.NO) for each in ballot.view.options}
            await _vote(work, poll, person_id, answers, Venue.PRIVATE, now, update_id)
            return VoteOutcome.COUNTED

    async def close_by_hand(self, poll_id: int, leader_id: int, now: datetime, update_id: int) -> PollDeed:
        async with self._database.transaction(applies=update_id) as work:
            poll = await _led(work, poll_id, leader_id)
            if poll is None:
                return PollDeed.NOT_YOURS
            if not poll.is_open:
                return PollDeed.ALREADY
            await close(work, poll, ClosedWhy.HAND, now)
            return PollDeed.DONE

    async def send_again(self, poll_id: int, leader_id: int, now: datetime, update_id: int) -> PollDeed:
        """New polls in the chat, in which every vote stands; in private when there is no chat any more."""
        async with self._database.transaction(applies=update_id) as work:
            poll = await _led(work, poll_id, leader_id)
            if poll is None:
                return PollDeed.NOT_YOURS
            if not poll.is_open:
                return PollDeed.ALREADY
            await send_again(work, poll, now)
            return PollDeed.DONE


async def close(work: Work, poll: Poll, why: ClosedWhy, now: datetime, *, shown_to: int | None = None) -> None:
    """No more votes; what it was for goes on from here, in the same transaction. `shown_to` sees it in an answer."""
    closed = poll.model_copy(update={"status": PollStatus.CLOSED, "closed_at": now, "closed_why": why})
    await work.polls.save(closed)
    await end_asking(work, closed, now, PartEnded.STOPPED)
    await end_screens(work, closed.id, now, shown_to=shown_to)
    if closed.venue is Venue.CHAT:
        await refresh_tally(work, closed, now)
    if closed.purpose.is_about_dates:
        leader_id = (await work.groups.get(closed.group_id)).leader_id
        await work.moves.open(MoveKind.PROPOSAL, closed.id, now, leader_id)
    await ON_CLOSED[closed.purpose](work, closed, now)


async def include_voter(work: Work, group_id: int, person_id: int, now: datetime) -> None:
    """Somebody became a member: what is being asked in private is asked of them as well; the chat shows the rest."""
    for poll in await work.polls.open_of(group_id):
        if poll.venue is Venue.PRIVATE:
            await notify(work, Kind.POLL_ASKED, person_id, now, subject_id=poll.id, expires_at=poll.closes_at)


async def drop_voter(work: Work, group_id: int, person_id: int, now: datetime) -> None:
    """Somebody is no member any more: their votes count no longer, and they are asked nothing."""
    for poll in await work.polls.unsettled_of(group_id):
        await work.polls.drop_votes(person_id, poll.id)
        for kind in (*PRIVATE_KINDS, Kind.POLL_ENDED):
            await work.outbox.withdraw_for(person_id, kind, poll.id, now, "left the group")
        if not await work.groups.members(group_id):
            await withdraw_poll(work, poll, now)
        elif poll.is_open:
            await after_vote(work, poll, now)
        else:
            await ON_VOTER_GONE[poll.purpose](work, poll, now)


async def _vote(  # noqa: PLR0917 - whose vote, in what, which way and when
    work: Work,
    poll: Poll,
    person_id: int,
    answers: Mapping[int, Answer | None],
    via: Venue,
    now: datetime,
    update_id: int,
) -> None:
    before = (await standings(work, poll)).count
    for option_id, answer in answers.items():
        await work.polls.keep_vote(
            Vote(
                option_id=option_id,
                person_id=person_id,
                answer=answer,
                via=via,
                update_id=update_id,
                answered_at=now,
            )
        )
    await after_vote(work, poll, now, before, shown_to=person_id if via is Venue.PRIVATE else None)


async def after_vote(
    work: Work, poll: Poll, now: datetime, before: Count | None = None, *, shown_to: int | None = None
) -> None:
    """The last vote closes the poll; any other may change the count in the chat.

    A chat takes twenty messages a minute, edits too: one that would say the same as `before` is left out. Who voted
    with a private button sees in the answer to it that the poll closed: `shown_to`.
    """
    after = await standings(work, poll)
    if after.everybody_answered:
        await close(work, poll, ClosedWhy.ALL, now, shown_to=shown_to)
    elif poll.venue is Venue.CHAT and after.count != before:
        await refresh_tally(work, poll, now)


async def part_sent(work: Work, message: OutboxMessage, delivered: Delivered, now: datetime) -> None:
    """Telegram's ids of it are written down with its sending, and the votes that were quicker than that count."""
    sent = delivered.poll
    if sent is None or message.subject_id is None or delivered.message_id is None or delivered.chat_id is None:
        return
    await work.polls.part_sent(
        message.subject_id,
        telegram_poll_id=sent.telegram_poll_id,
        chat_id=delivered.chat_id,
        message_id=delivered.message_id,
        persistent_ids=sent.persistent_ids,
    )
    part = await work.polls.part(message.subject_id)
    await _take_early(work, sent.telegram_poll_id, part, now)
    if part.ended_at is not None:
        # It closed while it was on its way.
        await notify_group(work, Kind.POLL_STOP, (await work.polls.get(part.poll_id)).group_id, now, subject_id=part.id)


async def _take_early(work: Work, telegram_poll_id: str, part: Part, now: datetime) -> None:
    """Count what was voted in it before it was known which poll it is."""
    for person_id, update_id, positions, at in await work.polls.take_early(telegram_poll_id):
        poll = await work.polls.get(part.poll_id)
        if not await _takes_part(work, poll, person_id):
            continue
        if poll.is_open:
            await _vote(work, poll, person_id, _answers_in_chat(part.option_ids, positions), Venue.CHAT, at, update_id)
        else:
            await notify(work, Kind.POLL_TOO_LATE, person_id, now, subject_id=poll.id)


async def part_failed(work: Work, message: OutboxMessage, now: datetime) -> None:
    """Telegram refused it, or never said whether it took it: the leader looks, and can have it sent again."""
    if message.subject_id is None:
        return
    part = await work.polls.part(message.subject_id)
    poll = await work.polls.get(part.poll_id)
    leader_id = (await work.groups.get(poll.group_id)).leader_id
    if poll.is_open and part.ended_at is None and leader_id is not None:
        await notify(work, Kind.POLL_LOST, leader_id, now, subject_id=poll.id, detail=UNSENT)


async def tally_sent(work: Work, message: OutboxMessage, delivered: Delivered, now: datetime) -> None:
    """The count could not be found to change it: then the polls above it may be gone from the chat as well."""
    if not delivered.missing or message.subject_id is None:
        return
    poll = await work.polls.get(message.subject_id)
    leader_id = (await work.groups.get(poll.group_id)).leader_id
    if poll.is_open and leader_id is not None:
        await notify(work, Kind.POLL_LOST, leader_id, now, subject_id=poll.id)


async def question_sent(work: Work, message: OutboxMessage, delivered: Delivered, now: datetime) -> None:
    """The poll may have closed while the question was on its way."""
    if message.subject_id is None:
        return
    poll = await work.polls.get(message.subject_id)
    if poll.status in {PollStatus.CLOSED, PollStatus.SETTLED}:
        await end_screen(work, message, now)


POLL_SENT: Final = {
    Kind.POLL_PART: part_sent,
    Kind.POLL_TALLY: tally_sent,
    **dict.fromkeys(PRIVATE_KINDS, question_sent),
}
POLL_FAILED: Final = {Kind.POLL_PART: part_failed}


def _answers_in_chat(option_ids: Sequence[int | None], positions: Sequence[int]) -> dict[int, Answer | None]:
    """Chosen is yes and the rest no; nothing chosen at all is no answer. "None of these" beside dates says nothing."""
    chosen = {option_ids[position] for position in positions if 0 <= position < len(option_ids)}
    if not chosen:
        return {option_id: None for option_id in option_ids if option_id is not None}
    return {
        option_id: Answer.YES if option_id in chosen else Answer.NO for option_id in option_ids if option_id is not None
    }


async def _takes_part(reads: Reads, poll: Poll, person_id: int) -> bool:
    return person_id in {member.person_id for member in await reads.groups.members(poll.group_id)}


async def _voted_in(reads: Reads, poll_id: int, person_id: int) -> Poll | None:
    try:
        poll = await reads.polls.get(poll_id)
    except LookupError:
        return None
    return poll if await _takes_part(reads, poll, person_id) else None


async def _led(reads: Reads, poll_id: int, leader_id: int) -> Poll | None:
    try:
        poll = await reads.polls.get(poll_id)
    except LookupError:
        return None
    return poll if await leads(reads, poll.group_id, leader_id) else None


async def _live_options(reads: Reads, poll: Poll) -> list[Option]:
    return [option for option in await reads.polls.options(poll.id) if option.withdrawn_at is None]


async def _nudge(work: Work, move: Move, now: datetime) -> None:
    """Only those who have yet to answer, each in private; not when it closes within the hour."""
    poll = await _still_open(work, move, now)
    if poll is None or poll.closes_at <= now:
        return
    for person_id in sorted((await standings(work, poll)).awaited):
        await notify(
            work,
            Kind.POLL_NUDGE,
            person_id,
            now,
            subject_id=poll.id,
            event_at=poll.closes_at,
            expires_at=poll.closes_at,
        )


async def _close_by_deadline(work: Work, move: Move, now: datetime) -> None:
    poll = await _still_open(work, move, now)
    if poll is not None:
        await close(work, poll, ClosedWhy.DEADLINE, now)


async def _still_open(work: Work, move: Move, now: datetime) -> Poll | None:
    poll = await work.polls.get(move.subject_id)
    if poll.is_open:
        return poll
    await work.moves.close(move.kind, move.subject_id, now)
    return None


async def _tell_office(work: Work, move: Move, now: datetime) -> None:
    poll = await work.polls.get(move.subject_id)
    if poll.status is not PollStatus.CLOSED:
        await work.moves.close(move.kind, move.subject_id, now)
        return
    await notify_coordinators(work, Kind.PROPOSAL_WAITS, now, subject_id=poll.id)


POLL_DEEDS: Final[Deeds] = {
    (MoveKind.POLL, Deed.REMIND): _nudge,
    (MoveKind.POLL, Deed.PROPOSE): _close_by_deadline,
    (MoveKind.PROPOSAL, Deed.TELL_COORDINATOR): _tell_office,
}
