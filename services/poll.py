"""Polls as the subjects that ask something use them: opened, opened again, read, and settled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from domain.moves import MoveKind
from domain.outbox import Kind, OutboxStatus
from domain.poll import NewOption, PartEnded, Poll, PollPurpose, PollStatus, Venue, counted, parts_of
from services.notices import not_reached, notify, notify_group

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from domain.outbox import OutboxMessage
    from domain.poll import Option, PollSettings, Standings
    from storage.work import Reads, Work

PRIVATE_KINDS: Final = (Kind.POLL_ASKED, Kind.POLL_NUDGE)


class AlreadyAskedError(Exception):
    """The group has such a question already, and its outcome is not settled."""


async def open_poll(  # noqa: PLR0917 - who is asked what until when: in the order in which it is said
    work: Work,
    group_id: int,
    purpose: PollPurpose,
    options: Sequence[NewOption],
    closes_at: datetime,
    by: int | None,
    now: datetime,
    *,
    session_id: int | None = None,
    settings: PollSettings | None = None,
) -> Poll:
    """Ask the group: in its chat, or each in private when there is none. Raises AlreadyAskedError."""
    if await work.polls.unsettled(group_id, purpose, session_id) is not None:
        raise AlreadyAskedError(f"group {group_id} has an unsettled poll: {purpose}")
    venue = await venue_for(work, group_id, purpose)
    poll_id = await work.polls.add(
        group_id, purpose, venue, by=by, at=now, closes_at=closes_at, session_id=session_id, settings=settings
    )
    for position, new in enumerate(options, start=1):
        await work.polls.add_option(poll_id, position, new)
    poll = await work.polls.get(poll_id)
    await _ask(work, poll, now)
    return poll


async def reopen(
    work: Work, poll: Poll, options: Sequence[NewOption], closes_at: datetime, now: datetime, *, settings: PollSettings
) -> Poll:
    """Ask again, with these options: what was voted for those that were there stands until it is replaced."""
    await end_asking(work, poll, now, PartEnded.REPLACED)
    await _renew_options(work, poll.id, options, now)
    fresh = {"closed_at": None, "closed_why": None, "proposed_at": None, "settled_at": None}
    opened = poll.model_copy(
        update={
            **fresh,
            "status": PollStatus.OPEN,
            "venue": await venue_for(work, poll.group_id, poll.purpose),
            "opened_at": now,
            "opening": poll.opening + 1,
            "closes_at": closes_at,
            "settings": settings,
        }
    )
    await work.polls.save(opened)
    await work.moves.close(MoveKind.PROPOSAL, poll.id, now)
    await work.moves.close(MoveKind.POLL, poll.id, now)
    await _ask(work, opened, now)
    return opened


async def settle(work: Work, poll: Poll, now: datetime) -> None:
    """Its outcome is known and carried out: nobody has to do anything about it any more."""
    await end_asking(work, poll, now, PartEnded.STOPPED)
    await work.polls.save(poll.model_copy(update={"status": PollStatus.SETTLED, "settled_at": now}))
    if poll.is_open:
        await end_screens(work, poll.id, now)
    await work.moves.close(MoveKind.PROPOSAL, poll.id, now)


async def withdraw_poll(work: Work, poll: Poll, now: datetime) -> None:
    """Nothing comes of it: the group ended, or what it asked is no question any more."""
    await end_asking(work, poll, now, PartEnded.STOPPED)
    await work.polls.save(poll.model_copy(update={"status": PollStatus.WITHDRAWN}))
    await work.moves.close(MoveKind.PROPOSAL, poll.id, now)


async def standings(reads: Reads, poll: Poll) -> Standings:
    """Who can, would rather not, cannot, and who has yet to answer: of those who take part now."""
    voters = [member.person_id for member in await reads.groups.members(poll.group_id)]
    return counted(poll, await reads.polls.options(poll.id), voters, await reads.polls.votes(poll.id))


async def awaiting_vote(reads: Reads, group_id: int, person_id: int) -> list[Poll]:
    """The open polls in which this member has yet to answer something."""
    polls = await reads.polls.open_of(group_id)
    return [poll for poll in polls if person_id in (await standings(reads, poll)).awaited]


async def venue_for(reads: Reads, group_id: int, purpose: PollPurpose) -> Venue:
    """The first date is settled in private (flyer: before there is a chat); all else in the chat while it works."""
    chat = None if purpose is PollPurpose.FIRST_DATE else await reads.chats.of_group(group_id)
    return Venue.CHAT if chat is not None and chat.open else Venue.PRIVATE


async def end_asking(work: Work, poll: Poll, now: datetime, why: PartEnded) -> None:
    """Nothing more is asked for it: not in private, and the polls of Telegram's take no more votes."""
    await work.moves.close(MoveKind.POLL, poll.id, now)
    await work.outbox.withdraw((*PRIVATE_KINDS, Kind.POLL_ENDED), poll.id, now, "poll closed")
    for part in await work.polls.parts(poll.id):
        if await work.polls.end_part(part.id, why, now):
            await work.outbox.withdraw((Kind.POLL_PART,), part.id, now, "poll closed")
            await notify_group(work, Kind.POLL_STOP, poll.group_id, now, subject_id=part.id, event_at=now)


async def end_screens(work: Work, poll_id: int, now: datetime, *, shown_to: int | None = None) -> None:
    """Whoever was asked in private sees on the last of those messages that it closed: no button says otherwise.

    `shown_to` sees it already, in the answer to what they tapped.
    """
    last = {row.recipient_id: row for row in await work.outbox.sent((*PRIVATE_KINDS, Kind.POLL_ENDED), poll_id)}
    for row in last.values():
        if row.kind is not Kind.POLL_ENDED and row.recipient_id != shown_to:
            await end_screen(work, row, now)


async def end_screen(work: Work, asked: OutboxMessage, now: datetime) -> None:
    """In the place of this question. An edit makes no sound, so the quiet is not for it."""
    if asked.recipient_id is not None:
        await notify(
            work,
            Kind.POLL_ENDED,
            asked.recipient_id,
            now,
            subject_id=asked.subject_id,
            replaces_id=asked.id,
            event_at=now,
        )


async def send_again(work: Work, poll: Poll, now: datetime) -> None:
    """The polls are gone from the chat, or were never seen there: new ones, in which every vote stands."""
    for part in await work.polls.parts(poll.id):
        if await work.polls.end_part(part.id, PartEnded.REPLACED, now):
            await work.outbox.withdraw((Kind.POLL_PART,), part.id, now, "sent again")
            await notify_group(work, Kind.POLL_STOP, poll.group_id, now, subject_id=part.id, event_at=now)
    again = poll.model_copy(
        update={"opening": poll.opening + 1, "venue": await venue_for(work, poll.group_id, poll.purpose)}
    )
    await work.polls.save(again)
    if again.venue is Venue.CHAT:
        await _send_parts(work, again, now)
    await _ask_outside(work, again, now)


async def chat_migrated(work: Work, group_id: int, now: datetime) -> None:
    """The chat became another one, in which there is no message to change or to stop: open polls are sent there anew.

    What is voted in the old messages still counts.
    """
    for poll in await work.polls.open_of(group_id):
        if poll.venue is Venue.PRIVATE:
            continue
        for part in await work.polls.parts(poll.id):
            await work.polls.end_part(part.id, PartEnded.LOST, now)
            await work.outbox.withdraw((Kind.POLL_PART,), part.id, now, "the chat became another")
        again = poll.model_copy(update={"opening": poll.opening + 1})
        await work.polls.save(again)
        await _send_parts(work, again, now)


async def chat_lost(work: Work, group_id: int, now: datetime) -> None:
    """The bot is in the chat no more: whatever is asked there, and is not answered yet, is asked in private."""
    for poll in await work.polls.open_of(group_id):
        if poll.venue is Venue.CHAT:
            await _ask_outside(work, poll, now)


async def refresh_tally(work: Work, poll: Poll, now: datetime) -> None:
    """The count under the polls is made anew from the votes of the moment at which it is sent."""
    rows = [
        row
        for row in await work.outbox.standing(Kind.POLL_TALLY, poll.id)
        if row.group_id is not None and row.detail == str(poll.opening)
    ]
    if rows and rows[-1].status is not OutboxStatus.QUEUED:
        # An edit makes no sound, so the quiet is not for it.
        await notify_group(
            work,
            Kind.POLL_TALLY,
            poll.group_id,
            now,
            subject_id=poll.id,
            replaces_id=rows[-1].id,
            detail=str(poll.opening),
            event_at=now,
        )


async def _send_parts(work: Work, poll: Poll, now: datetime) -> None:
    """New polls of Telegram's for what is asked, and the count under them.

    They go at once: somebody has just asked for them, as a rule with the group around the table.
    """
    options = [option.id for option in await work.polls.options(poll.id) if option.withdrawn_at is None]
    parts = parts_of(options)
    for number, option_ids in enumerate(parts, start=1):
        none = (None,) if poll.purpose.is_about_dates else ()
        part_id = await work.polls.add_part(poll, number, len(parts), (*option_ids, *none))
        await notify_group(work, Kind.POLL_PART, poll.group_id, now, subject_id=part_id, event_at=now)
    await work.outbox.withdraw((Kind.POLL_TALLY,), poll.id, now, "asked anew")
    await notify_group(
        work, Kind.POLL_TALLY, poll.group_id, now, subject_id=poll.id, detail=str(poll.opening), event_at=now
    )


async def _ask(work: Work, poll: Poll, now: datetime) -> None:
    await work.moves.open(MoveKind.POLL, poll.id, now, ends_by=poll.closes_at)
    if poll.venue is Venue.CHAT:
        await _send_parts(work, poll, now)
    await _ask_outside(work, poll, now)


async def _ask_outside(work: Work, poll: Poll, now: datetime) -> None:
    """In private, whom a poll in the chat does not reach, and has yet to answer."""
    chat = await work.chats.of_group(poll.group_id) if poll.venue is Venue.CHAT else None
    awaited = (await standings(work, poll)).awaited
    for person_id in await not_reached(work, poll.group_id, chat):
        if person_id in awaited:
            await notify(work, Kind.POLL_ASKED, person_id, now, subject_id=poll.id, expires_at=poll.closes_at)


async def _renew_options(work: Work, poll_id: int, options: Sequence[NewOption], now: datetime) -> None:
    """The same ones stay themselves, with their votes; others are withdrawn or new."""
    old = {_new(option): option for option in await work.polls.options(poll_id)}
    for new, option in old.items():
        if new not in options and option.withdrawn_at is None:
            await work.polls.place_option(option.model_copy(update={"withdrawn_at": now}))
    for position, new in enumerate(options, start=1):
        known = old.get(new)
        if known is None:
            await work.polls.add_option(poll_id, position, new)
        else:
            await work.polls.place_option(known.model_copy(update={"position": position, "withdrawn_at": None}))


def _new(option: Option) -> NewOption:
    moment = option.moment if option.starts_at is not None else None
    return NewOption(moment, option.municipality_code, option.word)
