"""A published group of eight, with or without its dates, for tests of the first date, hosts and places."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, ClassVar

from domain.group import GroupStatus
from domain.person import Role
from domain.poll import Answer
from domain.time import to_utc
from services.catalogue import Services
from services.first_date_steps import await_first_date
from services.poll_voting import Choice, VoteOutcome
from services.session import plan
from tests.services.inline_worker import InlineWorker
from tests.services.rota_scene import NAMES, join, person
from tests.services.waiting_scene import WaitingScene

if TYPE_CHECKING:
    from collections.abc import Iterator

    from domain.place import Hosting
    from domain.poll import Poll, PollPurpose
    from domain.session import Session
    from storage.database import Database

# A Tuesday at noon in Amsterdam, weeks before any holiday.
NOW = datetime(2027, 1, 19, 11, 0, tzinfo=UTC)
FIRST = date(2027, 2, 16)
LATER = (date(2027, 4, 15), date(2027, 6, 3), date(2027, 9, 9), date(2027, 10, 28), date(2027, 12, 9))


def at(day: date, hour: int = 13) -> datetime:
    return to_utc(datetime.combine(day, time(hour)))


@dataclass
class PlaceScene(WaitingScene):
    """Ellen leads the eight, Joost leads nobody, Annelies is the office, Piet is in no group."""

    now: ClassVar[datetime] = NOW
    database: Database
    services: Services
    ellen: int
    joost: int
    annelies: int
    piet: int
    people: list[int]
    group_id: int
    _updates: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def update(self) -> int:
        return next(self._updates)

    def home(self, person_id: int) -> str:
        return NAMES[self.people.index(person_id)][1]

    def living_in(self, code: str) -> int:
        return next(person for person in self.people if self.home(person) == code)

    async def plan(self, *days: date, first_number: int = 1) -> list[Session]:
        async with self.database.transaction() as work:
            return [
                await plan(work, self.group_id, 1, number, at(day), NOW)
                for number, day in enumerate(days, start=first_number)
            ]

    async def sessions(self) -> list[Session]:
        return await self.database.reads.sessions.of_group(self.group_id)

    async def open_poll(self, purpose: PollPurpose) -> Poll:
        poll = await self.database.reads.polls.unsettled(self.group_id, purpose)
        assert poll is not None
        return poll

    async def votes(self, person_id: int, purpose: PollPurpose, position: int, answer: Answer = Answer.YES) -> None:
        poll = await self.open_poll(purpose)
        options = await self.database.reads.polls.options(poll.id)
        option = next(each for each in options if each.position == position)
        outcome = await self.services.polls.answer(Choice(poll.id, option.id, answer), person_id, NOW, self.update())
        assert outcome is VoteOutcome.COUNTED

    async def hosting(self, session_id: int) -> Hosting:
        hosting = await self.database.reads.hostings.live(session_id)
        assert hosting is not None
        return hosting


async def set_place_scene(database: Database) -> PlaceScene:
    async with database.transaction() as work:
        ellen = await person(work, 1, "Ellen Vos", Role.FACILITATOR)
        joost = await person(work, 2, "Joost Kuipers", Role.FACILITATOR)
        annelies = await person(work, 3, "Annelies", Role.COORDINATOR)
        piet = await person(work, 4, "Piet", Role.PARTICIPANT)
        group = await work.groups.add(annelies, NOW)
        published = {"status": GroupStatus.PUBLISHED, "facilitator_id": ellen, "published_at": NOW}
        await work.groups.save(group.model_copy(update=published))
        await work.groups.begin_cycle(group.id, 1, NOW)
        people = [await join(work, group.id, 100 + number, *named) for number, named in enumerate(NAMES)]
        await work.chats.decline(group.id, NOW)
        await await_first_date(work, group.id, NOW)
    return PlaceScene(
        database=database,
        services=Services.over(database, InlineWorker()),
        ellen=ellen,
        joost=joost,
        annelies=annelies,
        piet=piet,
        people=people,
        group_id=group.id,
    )
