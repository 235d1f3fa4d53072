"""Steps in a group's chat that several use cases take; each belongs to the transaction of its caller."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from domain.chat import Place, Visitor, Why, trouble
from domain.moves import MoveKind
from domain.outbox import DOOR_KEEPING, Kind, OutboxStatus
from domain.outbox import Why as NotSent
from domain.time import local, to_utc
from services.notices import notify, notify_coordinators
from services.poll import chat_lost

if TYPE_CHECKING:
    from domain.chat import Chat, ChatFacts, Seat
    from domain.group import Group
    from domain.person import Person
    from storage.work import Reads, Work

CHECKED_AT: Final = time(8, 30)
"""In Europe/Amsterdam: when every chat is looked at, once a day."""

REPORTED_AGAIN_AFTER: Final = timedelta(days=1)
"""Somebody who keeps asking to be let in is reported once a day."""

RENEW: Final = "renew"
EXPIRE: Final = "expire"
ALL_IN: Final = "all-in"
"""What a CHAT_LINK is queued for, in its detail."""

ASKED: Final = "asked"
"""The detail of a CHAT_CHECK that the leader asked for."""


async def roster(reads: Reads, group_id: int) -> dict[int, Person]:
    """Who belongs in the chat, by Telegram id: the members, and who leads them. Nobody, once the group is over."""
    group = await reads.groups.get(group_id)
    if not group.published:
        return {}
    ids = [membership.person_id for membership in await reads.groups.members(group_id)]
    people = await reads.people.each([*ids, *sorted(group.leaders)])
    return {person.telegram_id: person for person in people if person.telegram_id is not None}


async def missing(reads: Reads, group_id: int) -> list[Person]:
    """Who belongs in the chat and is not known to be in it."""
    inside = {seat.telegram_id for seat in await reads.chats.seats(group_id) if seat.place is Place.INSIDE}
    return [person for telegram_id, person in (await roster(reads, group_id)).items() if telegram_id not in inside]


async def strangers(reads: Reads, group_id: int) -> list[Seat]:
    """Who is known to be in the chat and does not belong there."""
    belong = await roster(reads, group_id)
    seats = await reads.chats.seats(group_id)
    return [seat for seat in seats if seat.place is Place.INSIDE and seat.telegram_id not in belong]


async def tell_leader(
    work: Work, group_id: int, kind: Kind, now: datetime, *, subject_id: int, detail: str | None = None
) -> None:
    """Who leads the group now; the coordinators while nobody does."""
    leader_id = (await work.groups.get(group_id)).leader_id
    if leader_id is None:
        await notify_coordinators(work, kind, now, subject_id=subject_id, detail=detail)
    else:
        await notify(work, kind, leader_id, now, subject_id=subject_id, detail=detail)


async def do_now(
    work: Work, kind: Kind, group_id: int, now: datetime, *, subject_id: int | None = None, detail: str | None = None
) -> None:
    """Queue what is done in the chat, or said there in answer to what somebody just did: no quiet holds it up."""
    await work.outbox.add_to_group(
        kind, group_id, rule_at=now, due_at=now, at=now, subject_id=subject_id, detail=detail
    )


async def look_now(work: Work, group_id: int, now: datetime, *, asked: bool = False) -> None:
    """Ask Telegram how it stands in the chat, at once instead of tomorrow; `asked`: by the leader, who hears of it."""
    await work.outbox.withdraw_in_group((Kind.CHAT_CHECK,), group_id, now, "looked earlier")
    await do_now(work, Kind.CHAT_CHECK, group_id, now, detail=ASKED if asked else None)


async def look_tomorrow(work: Work, group_id: int, now: datetime) -> None:
    await work.outbox.withdraw_in_group((Kind.CHAT_CHECK,), group_id, now, "looked just now")
    due = next_check(now)
    await work.outbox.add_to_group(Kind.CHAT_CHECK, group_id, rule_at=due, due_at=due, at=now)


def next_check(now: datetime) -> datetime:
    """The first time of the daily look that is half a day away."""
    day = local(now + timedelta(hours=12)).date()
    due = to_utc(datetime.combine(day, CHECKED_AT))
    if due >= now + timedelta(hours=12):
        return due
    return to_utc(datetime.combine(day + timedelta(days=1), CHECKED_AT))


async def settle_trouble(work: Work, chat: Chat, why: Why | None, now: datetime, *, tell: bool = True) -> Chat:
    """From now on this keeps the bot silent in the chat, or nothing does. The leader is told, once for each reason."""
    after = chat.because(why)
    await work.chats.save(after)
    if why is chat.why:
        return after
    await work.outbox.withdraw((Kind.CHAT_TROUBLE, Kind.CHAT_RESTORED), chat.group_id, now, "it changed again")
    if tell:
        kind = Kind.CHAT_RESTORED if why is None else Kind.CHAT_TROUBLE
        await tell_leader(work, chat.group_id, kind, now, subject_id=chat.group_id, detail=why)
    if why is not None:
        await go_private(work, chat.group_id, now)
    if after.lost:
        await leave_behind(work, after, now)
    return after


async def leave_behind(work: Work, chat: Chat, now: datetime) -> None:
    """The bot is in this chat no more: nothing is done there, and nobody is waited for."""
    kinds = (*sorted(DOOR_KEEPING), Kind.CHAT_CHECK, Kind.CHAT_WELCOME)
    await work.outbox.withdraw_in_group(kinds, chat.group_id, now, "the chat is lost")
    await work.outbox.withdraw((Kind.CHAT_INVITED,), chat.group_id, now, "the chat is lost")
    await work.chats.save(chat.model_copy(update={"invite_link": None, "link_made_at": None}))
    for membership in await work.groups.members(chat.group_id):
        await work.moves.close(MoveKind.JOINING_CHAT, membership.id, now)
    await chat_lost(work, chat.group_id, now)


async def go_private(work: Work, group_id: int, now: datetime) -> None:
    """What waits for the chat, and can as well be told in private, goes to each member."""
    members = [membership.person_id for membership in await work.groups.members(group_id)]
    for message in await work.outbox.queued_for_group(group_id):
        if not message.in_private:
            continue
        for person_id in members:
            await work.outbox.add(
                message.kind,
                person_id,
                rule_at=message.rule_at,
                due_at=message.due_at,
                at=now,
                subject_id=message.subject_id,
                detail=message.detail,
                expires_at=message.expires_at,
            )
        await work.outbox.settle(message.id, OutboxStatus.WITHDRAWN, now, reason=NotSent.NO_CHAT)


async def came_in(work: Work, chat: Chat, person: Person, now: datetime, *, greet: bool) -> None:
    """Somebody who belongs there is in the chat."""
    telegram_id = person.telegram_id
    if telegram_id is None:
        raise ValueError("somebody without an account comes in nowhere")
    before = await work.chats.seat_of(chat.group_id, telegram_id)
    seat = await work.chats.take_seat(chat.group_id, telegram_id, person.id, Place.INSIDE, now)
    await work.chats.save_seat(seat.model_copy(update={"wait_over_at": None, "name": None, "user_chat_id": None}))
    await work.outbox.withdraw_for(person.id, Kind.CHAT_INVITED, chat.group_id, now, "came in")
    membership = await _membership(work, chat.group_id, person.id)
    if membership is not None:
        await work.moves.close(MoveKind.JOINING_CHAT, membership, now)
        await work.outbox.withdraw((Kind.CHAT_NOT_JOINED,), membership, now, "came in")
    if before is not None and before.place is Place.INSIDE:
        return
    if greet and membership is not None:
        await do_now(work, Kind.CHAT_WELCOME, chat.group_id, now, subject_id=seat.id)
    if chat.invite_link is not None and not await missing(work, chat.group_id):
        await do_now(work, Kind.CHAT_LINK, chat.group_id, now, detail=ALL_IN)


async def went_out(work: Work, chat: Chat, telegram_id: int, now: datetime) -> None:
    """Somebody is not in the chat (any more). A member gets everything in private from now on."""
    person = (await roster(work, chat.group_id)).get(telegram_id)
    known = await work.chats.seat_of(chat.group_id, telegram_id)
    was_inside = known is not None and known.place is Place.INSIDE
    seat = await work.chats.take_seat(
        chat.group_id, telegram_id, person.id if person else known.person_id if known else None, Place.OUTSIDE, now
    )
    if person is not None and was_inside:
        await work.chats.save_seat(seat.model_copy(update={"wait_over_at": now}))
        group = await work.groups.get(chat.group_id)
        if person.id in group.leaders:
            await notify(work, Kind.CHAT_LEADER_OUTSIDE, person.id, now, subject_id=chat.group_id)
            await notify_coordinators(work, Kind.CHAT_LEADER_OUTSIDE, now, subject_id=chat.group_id)
    if was_inside and chat.why in {Why.STRANGER, Why.DIFFERENCE}:
        await look_now(work, chat.group_id, now)


async def stranger_inside(work: Work, chat: Chat, who: Visitor, now: datetime) -> None:
    """Somebody is in the chat who does not belong there: the leader hears who, and the bot is silent there."""
    seat = await _report(work, chat.group_id, who, Place.INSIDE, now)
    if chat.open and seat.accepted_at is None:
        # The leader has just been told who it is.
        await settle_trouble(work, chat, Why.STRANGER, now, tell=False)


async def stranger_asked(work: Work, chat: Chat, who: Visitor, user_chat_id: int, now: datetime) -> None:
    """Somebody asks to be let in who does not belong there: turned away, and the leader hears who."""
    seat = await _report(work, chat.group_id, who, Place.ASKED, now)
    await work.chats.save_seat(seat.model_copy(update={"user_chat_id": user_chat_id}))
    await do_now(work, Kind.CHAT_TURN_AWAY, chat.group_id, now, subject_id=seat.id)


async def _report(work: Work, group_id: int, who: Visitor, place: Place, now: datetime) -> Seat:
    """Tell the leader of a stranger, unless they know."""
    telegram_id = who.telegram_id
    before = await work.chats.seat_of(group_id, telegram_id)
    person = await work.people.by_telegram(telegram_id)
    seat = await work.chats.take_seat(group_id, telegram_id, person.id if person else None, place, now)
    same = before is not None and before.place is place
    recently = seat.reported_at is not None and now - seat.reported_at < REPORTED_AGAIN_AFTER
    if (same and place is Place.INSIDE and seat.reported_at is not None) or (place is Place.ASKED and recently):
        return seat
    group = await work.groups.get(group_id)
    reported = seat.model_copy(
        update={"name": who.name, "sealed_for": group.leader_id, "reported_at": now, "accepted_at": None}
    )
    await work.chats.save_seat(reported)
    kind = Kind.CHAT_STRANGER_INSIDE if place is Place.INSIDE else Kind.CHAT_STRANGER_TURNED_AWAY
    await tell_leader(work, group_id, kind, now, subject_id=seat.id)
    return reported


async def take_facts(work: Work, chat: Chat, facts: ChatFacts, now: datetime, *, tell: bool = True) -> Chat:
    """What Telegram said of the chat is what the bot goes by: who is in it, and whether it can speak there."""
    belong = await roster(work, chat.group_id)
    for telegram_id in sorted(facts.asked_after):
        if telegram_id in facts.inside and telegram_id in belong:
            await came_in(work, chat, belong[telegram_id], now, greet=False)
        elif telegram_id not in facts.inside:
            await _not_inside(work, chat, telegram_id, now)
    seats = {seat.telegram_id: seat for seat in await work.chats.seats(chat.group_id)}
    seen = {**dict.fromkeys(facts.inside), **facts.administrators}
    for telegram_id, name in sorted(seen.items()):
        if telegram_id not in belong:
            known = seats.get(telegram_id)
            who = Visitor(telegram_id, name or (known.name if known else None))
            await _report(work, chat.group_id, who, Place.INSIDE, now)
    return await _weigh(work, chat.group_id, facts, now, tell=tell)


async def _weigh(work: Work, group_id: int, facts: ChatFacts, now: datetime, *, tell: bool) -> Chat:
    chat = await work.chats.of_group(group_id)
    if chat is None:
        raise LookupError("there is no chat to weigh")
    known = [seat for seat in await work.chats.seats(group_id) if seat.place is Place.INSIDE]
    # The bot is one of them.
    unknown = max(facts.members - 1 - len(known), 0)
    accepted = min(chat.unknown_accepted, unknown)
    counted = chat.model_copy(update={"unknown": unknown, "unknown_accepted": accepted, "checked_at": now})
    why = trouble(
        facts.missing_rights,
        history_visible=facts.history_visible,
        strangers=await strangers(work, group_id),
        unknown=unknown,
        accepted=accepted,
    )
    if why is Why.DIFFERENCE is chat.why and unknown > chat.unknown:
        await tell_leader(work, group_id, Kind.CHAT_TROUBLE, now, subject_id=group_id, detail=why)
    return await settle_trouble(work, counted, why, now, tell=tell)


async def _not_inside(work: Work, chat: Chat, telegram_id: int, now: datetime) -> None:
    """As looked after: who is invited, or waits before the door, stays so."""
    known = await work.chats.seat_of(chat.group_id, telegram_id)
    if known is not None and known.place is Place.INSIDE:
        await went_out(work, chat.model_copy(update={"why": None}), telegram_id, now)


async def _membership(work: Work, group_id: int, person_id: int) -> int | None:
    live = await work.groups.live_membership(person_id)
    return live.id if live is not None and live.group_id == group_id else None


async def invite_missing(work: Work, group: Group, now: datetime) -> None:
    """There is a link: whoever belongs in the chat and is not in it gets it in private, and has a week to use it."""
    for person in await missing(work, group.id):
        if person.telegram_id is None:
            continue
        known = await work.chats.seat_of(group.id, person.telegram_id)
        if known is None or known.place is not Place.ASKED:
            await work.chats.take_seat(group.id, person.telegram_id, person.id, Place.INVITED, now)
        await work.outbox.withdraw_for(person.id, Kind.CHAT_INVITED, group.id, now, "there is a newer link")
        await notify(work, Kind.CHAT_INVITED, person.id, now, subject_id=group.id)
        membership = await _membership(work, group.id, person.id)
        if membership is not None and (known is None or known.wait_over_at is None):
            await work.moves.open(MoveKind.JOINING_CHAT, membership, now, person.id)
