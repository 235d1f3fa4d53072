"""The group's chat: linking it, who comes in and who does not, and what becomes of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from domain.chat import (
    Chat,
    Door,
    Place,
    Why,
)
from domain.moves import MoveKind
from domain.outbox import Kind
from services.chat_steps import (
    RENEW,
    came_in,
    do_now,
    invite_missing,
    look_now,
    look_tomorrow,
    missing,
    roster,
    settle_trouble,
    stranger_asked,
    stranger_inside,
    strangers,
    went_out,
)
from services.group_views import leads, member_view
from services.poll import chat_migrated

if TYPE_CHECKING:
    from datetime import datetime

    from domain.chat import Seat, Visitor
    from domain.group import Group
    from domain.person import Person
    from services.group_views import MemberView
    from storage.database import Database
    from storage.work import Reads, Work


@dataclass(frozen=True, slots=True)
class ChatCard:
    """How a group's chat stands, for who leads it."""

    group: Group
    # None: there is none (yet).
    chat: Chat | None
    # It was chosen to do without.
    declined: bool
    # Who belongs in it and is not in it.
    missing: tuple[Person, ...]
    strangers: tuple[Seat, ...]


class LookedOutcome(StrEnum):
    SETTLED = "settled"
    # There is more to look at than was shown; nothing was changed.
    CHANGED = "changed"
    # What is the matter does not go away by looking; Telegram is asked again.
    ASKED_AGAIN = "asked-again"
    NOTHING = "nothing"
    NOT_YOURS = "not-yours"


class RemoveOutcome(StrEnum):
    REMOVING = "removing"
    # Not in the chat any more.
    GONE = "gone"
    # A member of the group, by now.
    BELONGS = "belongs"
    NOT_YOURS = "not-yours"


class Chats:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def of_chat(self, chat_id: int) -> Group | None:
        """The group whose chat this is, also while nothing is said there; None for any other chat."""
        reads = self._database.reads
        chat = await _kept(reads, chat_id)
        return None if chat is None else await reads.groups.get(chat.group_id)

    async def knows(self, chat_id: int) -> bool:
        """Whether it is, or was, the chat of a group."""
        return await self._database.reads.chats.by_chat_id(chat_id) is not None

    async def belongs(self, group_id: int, telegram_id: int) -> bool:
        return telegram_id in await roster(self._database.reads, group_id)

    async def card(self, group_id: int, person_id: int) -> ChatCard | None:
        """None for who does not lead this group."""
        if not await leads(self._database.reads, group_id, person_id):
            return None
        return await self.card_for_office(group_id)

    async def card_for_office(self, group_id: int) -> ChatCard | None:
        """Of any published group; None for another."""
        reads = self._database.reads
        try:
            group = await reads.groups.get(group_id)
        except LookupError:
            return None
        if not group.published:
            return None
        return ChatCard(
            group=group,
            chat=await reads.chats.of_group(group_id),
            declined=await reads.chats.declined(group_id),
            missing=tuple(await missing(reads, group_id)),
            strangers=tuple(await strangers(reads, group_id)),
        )

    async def group(self, group_id: int) -> Group:
        """Raises LookupError when there is no such group."""
        return await self._database.reads.groups.get(group_id)

    async def led_by(self, person_id: int) -> list[Group]:
        return await self._database.reads.groups.led_by(person_id)

    async def member(self, membership_id: int) -> MemberView | None:
        """None for nobody, and for who is a member no more."""
        reads = self._database.reads
        try:
            membership = await reads.groups.membership(membership_id)
        except LookupError:
            return None
        return await self.member_of(membership.group_id, membership.person_id)

    async def member_of(self, group_id: int, person_id: int) -> MemberView | None:
        reads = self._database.reads
        for membership in await reads.groups.members(group_id):
            if membership.person_id == person_id:
                return await member_view(reads, membership)
        return None

    async def seat(self, seat_id: int) -> Seat | None:
        try:
            return await self._database.reads.chats.seat(seat_id)
        except LookupError:
            return None

    async def of_group(self, group_id: int) -> Chat | None:
        return await self._database.reads.chats.of_group(group_id)

    async def is_missing(self, group_id: int, person_id: int) -> bool:
        """Whether this person belongs in the chat and is not in it."""
        return any(person.id == person_id for person in await missing(self._database.reads, group_id))

    async def anybody_missing(self, group_id: int) -> bool:
        return bool(await missing(self._database.reads, group_id))

    async def to_look_after(self, group_id: int) -> frozenset[int]:
        """The Telegram ids of whom the bot can ask whether they are in the chat."""
        reads = self._database.reads
        seen = {seat.telegram_id for seat in await reads.chats.seats(group_id) if seat.place is Place.INSIDE}
        return frozenset({*await roster(reads, group_id), *seen})

    async def asked(self, chat_id: int, who: Visitor, user_chat_id: int, now: datetime, update_id: int) -> Door:
        """Somebody asks to be let in: a member of the group is, nobody else."""
        async with self._database.transaction(applies=update_id) as work:
            chat = await _kept(work, chat_id)
            if chat is None:
                return Door.NOT_OURS
            person = (await roster(work, chat.group_id)).get(who.telegram_id)
            if person is None:
                await stranger_asked(work, chat, who, user_chat_id, now)
                return Door.TURNED_AWAY
            seat = await work.chats.take_seat(chat.group_id, who.telegram_id, person.id, Place.ASKED, now)
            await work.chats.save_seat(seat.model_copy(update={"user_chat_id": user_chat_id}))
            await do_now(work, Kind.CHAT_ADMIT, chat.group_id, now, subject_id=seat.id)
            return Door.ADMITTED

    async def seen(self, chat_id: int, who: Visitor, now: datetime, update_id: int | None, *, inside: bool) -> None:
        """Somebody came into the chat, was heard there, or went out of it."""
        async with self._database.transaction(applies=update_id) as work:
            chat = await _kept(work, chat_id)
            if chat is None:
                return
            person = (await roster(work, chat.group_id)).get(who.telegram_id)
            if not inside:
                await went_out(work, chat, who.telegram_id, now)
            elif person is None:
                await stranger_inside(work, chat, who, now)
            else:
                await came_in(work, chat, person, now, greet=True)

    async def is_news(self, chat_id: int, telegram_id: int) -> bool:
        """Whether `seen` has something to write down of somebody who was heard in this chat."""
        reads = self._database.reads
        chat = await _kept(reads, chat_id)
        if chat is None:
            return False
        seat = await reads.chats.seat_of(chat.group_id, telegram_id)
        belongs = telegram_id in await roster(reads, chat.group_id)
        return seat is None or seat.place is not Place.INSIDE or (not belongs and seat.reported_at is None)

    async def of_poll(self, telegram_poll_id: str) -> int | None:
        """Telegram's id of the chat in which one of its polls stands; None for a poll that is not the bot's."""
        reads = self._database.reads
        part = await reads.polls.part_by_telegram(telegram_poll_id)
        if part is None:
            return None
        chat = await reads.chats.of_group((await reads.polls.get(part.poll_id)).group_id)
        return None if chat is None else chat.chat_id

    async def migrated(self, chat_id: int, new_chat_id: int, now: datetime, update_id: int | None = None) -> None:
        """It became a supergroup: everything goes on there. Telegram tells of it twice, and a send may tell of it."""
        async with self._database.transaction(applies=update_id) as work:
            chat = await work.chats.by_chat_id(chat_id)
            if chat is None:
                return
            moved = chat.model_copy(update={"chat_id": new_chat_id, "invite_link": None, "link_made_at": None})
            if chat.why in {Why.REMOVED, Why.GONE}:
                # The old chat was reported gone before it was told where it went.
                moved = moved.because(Why.RIGHTS)
            await work.chats.save(moved)
            if moved.lost:
                return
            await chat_migrated(work, chat.group_id, now)
            await look_now(work, chat.group_id, now)
            if await missing(work, chat.group_id):
                await do_now(work, Kind.CHAT_LINK, chat.group_id, now, detail=RENEW)

    async def lost(self, chat_id: int, why: Why, now: datetime, update_id: int | None = None) -> None:
        """The bot is not in it any more."""
        await self._settle(chat_id, why, now, update_id)

    async def powerless(self, chat_id: int, now: datetime, update_id: int | None = None) -> None:
        """The bot misses a right that it cannot do without."""
        await self._settle(chat_id, Why.RIGHTS, now, update_id)

    async def _settle(self, chat_id: int, why: Why, now: datetime, update_id: int | None) -> None:
        async with self._database.transaction(applies=update_id) as work:
            chat = await work.chats.by_chat_id(chat_id)
            if chat is None or chat.lost:
                return
            await settle_trouble(work, chat, why, now)
            if why is Why.RIGHTS:
                await look_tomorrow(work, chat.group_id, now)

    async def back(self, chat_id: int, now: datetime, update_id: int) -> None:
        """The bot is in it, and may do what it has to: Telegram is asked how it stands there, and then it goes on."""
        async with self._database.transaction(applies=update_id) as work:
            chat = await work.chats.by_chat_id(chat_id)
            if chat is None or chat.why not in {Why.REMOVED, Why.RIGHTS, Why.HISTORY}:
                return
            if chat.lost:
                await work.chats.save(chat.because(Why.RIGHTS))
            await look_now(work, chat.group_id, now)
            await do_now(work, Kind.CHAT_LINK, chat.group_id, now, detail=RENEW)

    async def looked(self, person_id: int, shown: tuple[int, int, int], now: datetime, update_id: int) -> LookedOutcome:
        """The leader has looked who is in the chat, and found it right.

        `shown`: the group, how many people the bot does not know of, and how many it knows who do not belong there.
        """
        group_id, unknown, named = shown
        async with self._database.transaction(applies=update_id) as work:
            chat = await work.chats.of_group(group_id)
            if not await leads(work, group_id, person_id):
                return LookedOutcome.NOT_YOURS
            if chat is None or chat.lost or chat.open:
                return LookedOutcome.NOTHING
            if chat.why in {Why.RIGHTS, Why.HISTORY}:
                await look_now(work, group_id, now, asked=True)
                return LookedOutcome.ASKED_AGAIN
            inside = await strangers(work, group_id)
            if chat.unknown > unknown or len(inside) > named:
                return LookedOutcome.CHANGED
            for seat in inside:
                await work.chats.save_seat(seat.model_copy(update={"accepted_at": now}))
            accepted = chat.model_copy(update={"unknown_accepted": chat.unknown})
            await settle_trouble(work, accepted, None, now, tell=False)
            return LookedOutcome.SETTLED

    async def invite_again(self, group_id: int, person_id: int, now: datetime, update_id: int) -> bool:
        """A new link, for a while, to whoever is missing: the last may be revoked. False when there is nothing to do.

        It is nothing to who does not lead this group, while the chat takes nothing, and when all are in.
        """
        async with self._database.transaction(applies=update_id) as work:
            chat = await work.chats.of_group(group_id)
            if not await leads(work, group_id, person_id) or chat is None or not chat.open:
                return False
            if not await missing(work, group_id):
                return False
            await work.outbox.withdraw_in_group((Kind.CHAT_LINK,), group_id, now, "asked again")
            await do_now(work, Kind.CHAT_LINK, group_id, now, detail=RENEW)
            return True

    async def remove_stranger(self, seat_id: int, person_id: int, now: datetime, update_id: int) -> RemoveOutcome:
        """Out of the chat, by who leads its group; never anybody who belongs there."""
        async with self._database.transaction(applies=update_id) as work:
            try:
                seat = await work.chats.seat(seat_id)
            except LookupError:
                return RemoveOutcome.GONE
            if not await leads(work, seat.group_id, person_id):
                return RemoveOutcome.NOT_YOURS
            if seat.telegram_id in await roster(work, seat.group_id):
                return RemoveOutcome.BELONGS
            if seat.place is not Place.INSIDE:
                return RemoveOutcome.GONE
            await work.outbox.withdraw((Kind.CHAT_REMOVE,), seat.id, now, "asked again")
            await do_now(work, Kind.CHAT_REMOVE, seat.group_id, now, subject_id=seat.id)
            return RemoveOutcome.REMOVING


async def remove(work: Work, group_id: int, person_id: int, now: datetime) -> None:
    """Who leaves the group leaves the chat, and the link that they may still have lets nobody ask any more.

    Call it when the membership has ended, in the same transaction.
    """
    for membership in [each for each in await work.groups.left(group_id) if each.person_id == person_id]:
        await work.moves.close(MoveKind.JOINING_CHAT, membership.id, now)
        await work.outbox.withdraw((Kind.CHAT_NOT_JOINED,), membership.id, now, "left")
    await work.outbox.withdraw_for(person_id, Kind.CHAT_INVITED, group_id, now, "left")
    chat = await work.chats.of_group(group_id)
    if chat is None or chat.lost:
        return
    for seat in await work.chats.seats(group_id):
        if seat.person_id == person_id:
            await work.outbox.withdraw((Kind.CHAT_WELCOME,), seat.id, now, "left")
            await do_now(work, Kind.CHAT_REMOVE, group_id, now, subject_id=seat.id)
    if chat.invite_link is not None:
        await do_now(work, Kind.CHAT_LINK, group_id, now, detail=RENEW)


async def roster_changed(work: Work, group_id: int, now: datetime) -> None:
    """Somebody belongs in the chat who did not before (a newcomer, another leader): they get the link.

    Who belongs there no more is taken out by `remove`.
    """
    chat = await work.chats.of_group(group_id)
    if chat is None or chat.lost:
        return
    await look_now(work, group_id, now)
    if chat.invite_link is not None:
        await invite_missing(work, await work.groups.get(group_id), now)
    elif await missing(work, group_id):
        await do_now(work, Kind.CHAT_LINK, group_id, now, detail=RENEW)


async def _kept(reads: Reads, chat_id: int) -> Chat | None:
    """The chat, if the bot keeps its door: it does not for a group that is over, whose chat is its own affair."""
    chat = await reads.chats.by_chat_id(chat_id)
    if chat is None or chat.lost or not (await reads.groups.get(chat.group_id)).published:
        return None
    return chat
