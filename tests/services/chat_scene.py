"""A group of six, a chat at a Telegram that is made up, and the bot's own delivery between the two."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from telegram.error import BadRequest, ChatMigrated, Forbidden

from domain.booking import Side
from domain.chat import ChatFacts, Right, Visitor
from domain.group import GroupStatus, MembershipStatus
from domain.person import Role
from domain.registration import Answers, Status
from scheduling.delivery import Delivery
from scheduling.table import GROUP_WORDS, WORDS
from scheduling.words import Materials
from services.catalogue import Services
from services.group_membership import leave_group
from tests.scheduling.fakes import HandSetClock, RealTime, RecordingSender, timed_out, until_nothing_moves
from tests.services.inline_worker import InlineWorker
from texts.speech import Texts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from domain.outbox import Kind, OutboxMessage
    from messages.message import Message
    from storage.database import Database

# A Tuesday at noon in Amsterdam, in no holiday.
NOON = datetime(2027, 1, 19, 11, 0, tzinfo=UTC)
CHAT = -4001
BOT, ELLEN, ANNELIES = 1, 2, 3
MEMBERS = {
    11: ("Marijke de Groot", "GM0796"),
    12: ("Jeroen Bakker", "GM0307"),
    13: ("Fatima El Amrani", "GM0855"),
    14: ("Koen Visser", "GM0193"),
    15: ("Sanne Mulder", "GM0014"),
    16: ("Henk Prins", "GM0344"),
}
DIRK, TRUUS = 98, 99
TEXTS = Texts.load()


@dataclass
class MadeUpTelegram:
    """One chat, with people in it and before its door; it tells the bot what happened when it is asked to."""

    services: Services
    chat_id: int = CHAT
    inside: set[int] = field(default_factory=lambda: {BOT, ELLEN})
    asking: set[int] = field(default_factory=set)
    links: set[str] = field(default_factory=set)
    bot_inside: bool = True
    bot_manages: bool = True
    history_visible: bool = False
    deleted: bool = False
    administrators: dict[int, str] = field(default_factory=lambda: {ELLEN: "Ellen Vos"})
    # What the bot has yet to be told: a kind of news, of whom, and in which chat.
    news: list[tuple[str, int, int]] = field(default_factory=list)
    # Who was let in without belonging there at that moment.
    wrongly_admitted: list[int] = field(default_factory=list)
    turned_away: list[int] = field(default_factory=list)
    # How many of the next requests go through and are not answered.
    silent: int = 0
    _links: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    async def admit(self, chat_id: int, telegram_id: int) -> None:
        self.reach(chat_id)
        if telegram_id in self.asking:
            group = await self.services.chats.of_chat(chat_id)
            if group is None or not await self.services.chats.belongs(group.id, telegram_id):
                self.wrongly_admitted.append(telegram_id)
            self.asking.discard(telegram_id)
            self._enter(telegram_id)
        self._answer()

    async def turn_away(self, chat_id: int, telegram_id: int, user_chat_id: int, message: Message) -> None:
        self.reach(chat_id)
        self.asking.discard(telegram_id)
        self.turned_away.append(telegram_id)
        self._answer()

    async def remove(self, chat_id: int, telegram_id: int) -> bool:
        self.reach(chat_id)
        if telegram_id in self.administrators:
            return False
        self.asking.discard(telegram_id)
        if telegram_id in self.inside:
            self.leaves(telegram_id)
        self._answer()
        return True

    async def new_link(self, chat_id: int) -> str:
        self.reach(chat_id)
        link = f"https://t.me/+{next(self._links)}"
        self.links.add(link)
        self._answer()
        return link

    async def revoke_link(self, chat_id: int, invite_link: str) -> None:
        self.reach(chat_id)
        self.links.discard(invite_link)
        self._answer()

    async def look(self, chat_id: int, telegram_ids: Collection[int]) -> ChatFacts:
        self.reach(chat_id, manages=False)
        asked_after = frozenset(telegram_ids) if self.bot_manages else frozenset[int]()
        return ChatFacts(
            missing_rights=frozenset() if self.bot_manages else frozenset(Right),
            history_visible=self.history_visible,
            members=len(self.inside),
            asked_after=asked_after,
            inside=asked_after & self.inside,
            administrators=self.administrators,
        )

    def asks(self, telegram_id: int, link: str) -> bool:
        """Somebody opens a link; False when it does nothing."""
        if link not in self.links or telegram_id in self.inside:
            return False
        self.asking.add(telegram_id)
        self.news.append(("asked", telegram_id, self.chat_id))
        return True

    def leaves(self, telegram_id: int) -> None:
        self.inside.discard(telegram_id)
        self.administrators.pop(telegram_id, None)
        self.news.append(("out", telegram_id, self.chat_id))

    def is_added(self, telegram_id: int) -> None:
        """By a person: no bot can keep an owner from it."""
        self._enter(telegram_id)

    def becomes_supergroup(self) -> None:
        """What was asked, and every link, stays behind."""
        old, self.chat_id = self.chat_id, self.chat_id - 1_000_000
        self.asking.clear()
        self.links.clear()
        self.news.append(("migrated", self.chat_id, old))

    def _enter(self, telegram_id: int) -> None:
        self.inside.add(telegram_id)
        self.news.append(("in", telegram_id, self.chat_id))

    def reach(self, chat_id: int, *, manages: bool = True) -> None:
        if self.deleted:
            raise BadRequest("Chat not found")
        if chat_id != self.chat_id:
            raise ChatMigrated(self.chat_id)
        if not self.bot_inside:
            raise Forbidden("Forbidden: bot was kicked from the group chat")
        if manages and not self.bot_manages:
            raise BadRequest("Not enough rights to manage chat invite link")

    def _answer(self) -> None:
        if self.silent:
            self.silent -= 1
            raise timed_out()


class ChatSender(RecordingSender):
    """As Telegram: what is said in the group's chat arrives there, or not."""

    def __init__(self, telegram: MadeUpTelegram) -> None:
        super().__init__()
        self._telegram = telegram

    async def send(self, chat_id: int, message: Message) -> int:
        if chat_id < 0:
            self._telegram.reach(chat_id, manages=False)
        return await super().send(chat_id, message)


class ChatScene:
    """Ellen leads the six, Annelies is the office; Dirk and Truus are strangers."""

    def __init__(self, database: Database, group_id: int, ids: dict[int, int]) -> None:
        self.database = database
        self.services = Services.over(database, InlineWorker())
        self.telegram = MadeUpTelegram(self.services)
        self.sender = ChatSender(self.telegram)
        self.clock = HandSetClock(NOON)
        self.group_id = group_id
        # Our ids by Telegram's.
        self.ids = ids
        self._time = RealTime()
        self._updates = itertools.count(1)
        self._delivery = self._new_delivery()

    def update(self) -> int:
        return next(self._updates)

    @property
    def now(self) -> datetime:
        return self.clock.now()

    async def code(self) -> str:
        code = await self.services.chat_linking.issue_code(self.group_id, self.ids[ELLEN], self.now, self.update())
        assert code is not None
        return code

    async def link(self, code: str | None = None, *, by: int = ELLEN, chat_id: int | None = None) -> Any:
        """As /koppel does, in the chat."""
        here = self.telegram.chat_id if chat_id is None else chat_id
        typed = await self.code() if code is None else code
        facts = await self.telegram.look(self.telegram.chat_id, await self.services.chats.to_look_after(self.group_id))
        return await self.services.chat_linking.link(typed, (here, facts), self.ids[by], self.now, self.update())

    async def hears(self, number: int = 0, *, again: bool = False) -> None:
        """The bot is told one of the news that it has not heard, and perhaps will hear it again."""
        what, who, where = self.telegram.news[number] if again else self.telegram.news.pop(number)
        chats, visitor = self.services.chats, Visitor(who, f"Iemand {who}")
        match what:
            case "asked":
                await chats.asked(where, visitor, who, self.now, self.update())
            case "in":
                await chats.seen(where, visitor, self.now, self.update(), inside=True)
            case "out":
                await chats.seen(where, visitor, self.now, self.update(), inside=False)
            case "migrated":
                await chats.migrated(where, who, self.now, self.update())

    async def settles(self) -> None:
        """Whatever is due leaves, and whatever happened is heard, until nothing moves any more."""
        for _ in range(300):
            await self._delivery.send_due(self.now)
            await self._delivery.finish()
            await until_nothing_moves()
            self._time.seconds += 61
            if self.telegram.news:
                await self.hears()
            elif not await self.services.outbox.waiting(self.now, 1):
                return
        raise AssertionError("it never settles")

    async def one_beat(self) -> None:
        await self._delivery.send_due(self.now)
        await self._delivery.finish()
        await until_nothing_moves()
        self._time.seconds += 61

    async def restarts(self) -> None:
        """A new life of the process."""
        await self._delivery.stop()
        self._delivery = self._new_delivery()
        await self._delivery.recover()

    async def leaves_group(self, telegram_id: int) -> bool:
        person_id = self.ids[telegram_id]
        async with self.database.transaction(applies=self.update()) as work:
            registration = await work.registrations.latest_of(person_id)
            assert registration is not None
            return await leave_group(work, registration.id, person_id, self.now, by=Side.PERSON)

    async def passes(self, time: timedelta) -> None:
        """Time goes by; what nobody moved on in time is carried out, each at its own moment."""
        until = self.now + time
        while True:
            moves, messages = await self.services.moves.next_due(), await self.services.outbox.next_due()
            moments = [moment for moment in (moves, messages) if moment is not None and moment <= until]
            if not moments:
                break
            self.clock.moment = max(self.now, min(moments))
            for move in await self.services.moves.due(self.now, 20):
                await self.services.moves.carry_out(move, self.now)
            await self.settles()
        self.clock.moment = until

    async def queued(self, *kinds: Kind) -> list[OutboxMessage]:
        """What waits to leave, also for a chat that takes nothing."""
        rows = await self.database.reads.outbox.queued_for_group(self.group_id)
        waiting = await self.database.reads.outbox.waiting(self.now + timedelta(days=1000), 1000)
        messages = [await self.database.reads.outbox.get(row.id) for row in waiting]
        return [each for each in {row.id: row for row in [*rows, *messages]}.values() if each.kind in kinds]

    def heard(self, telegram_id: int) -> str:
        """All that was said to somebody, or in the chat (a negative id)."""
        return "\n".join(sent.html for sent in self.sender.arrived if sent.chat_id == telegram_id)

    async def chat(self) -> Any:
        return await self.services.chats.of_group(self.group_id)

    def _new_delivery(self) -> Delivery:
        return Delivery(
            self.services,
            self.sender,
            WORDS,
            lambda now: Materials(self.services, TEXTS, now, "IntervisieBot"),
            now=self.clock.now,
            probe=self._probe,
            new_error_id=lambda: "E1",
            group_words=GROUP_WORDS,
            doorkeeper=self.telegram,
            monotonic=self._time.monotonic,
            sleep=self._time.sleep,
        )

    async def _probe(self) -> object:
        return True


async def set_chat_scene(database: Database) -> ChatScene:
    ids: dict[int, int] = {}
    async with database.transaction() as work:
        for telegram_id, name, role in (
            (ELLEN, "Ellen Vos", Role.FACILITATOR),
            (ANNELIES, "Annelies Bakker", Role.COORDINATOR),
        ):
            ids[telegram_id] = (await work.people.add(telegram_id, "nl", NOON)).id
            await work.people.rename(ids[telegram_id], name)
            await work.people.give_role(ids[telegram_id], role)
        group = await work.groups.add(ids[ANNELIES], NOON)
        for telegram_id, (name, code) in MEMBERS.items():
            ids[telegram_id] = (await work.people.add(telegram_id, "nl", NOON)).id
            await work.people.rename(ids[telegram_id], name)
            await work.people.give_role(ids[telegram_id], Role.PARTICIPANT)
            answers = Answers(name=name, municipality_code=code)
            draft = await work.registrations.add(ids[telegram_id], None, answers, NOON)
            await work.registrations.save(draft.model_copy(update={"status": Status.ADMITTED, "decided_at": NOON}))
            picked = await work.groups.pick(group.id, ids[telegram_id], draft.id, NOON)
            member = picked.model_copy(update={"status": MembershipStatus.MEMBER, "joined_at": NOON})
            await work.groups.save_membership(member)
        published = {"status": GroupStatus.PUBLISHED, "facilitator_id": ids[ELLEN], "published_at": NOON}
        await work.groups.save(group.model_copy(update=published))
        await work.groups.begin_cycle(group.id, 1, NOON)
    return ChatScene(database, group.id, ids)
