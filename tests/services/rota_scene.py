"""A group of eight with its dates planned, and the few things that tests of the rota do over and over."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, ClassVar

from domain.group import GroupStatus, MembershipStatus
from domain.person import Role
from domain.poll import Answer, NewOption, PollPurpose, Venue, Vote
from domain.registration import Answers, Status
from domain.session import LENGTH, ONLINE
from domain.slot import Interval
from domain.time import to_utc
from domain.turn import ChosenBy
from services.catalogue import Services
from services.intake_uid import new_uid
from services.planned import offer_next
from services.rota import RotaOutcome, RotaView
from services.rota_board import lineup_of
from services.rota_places import as_places
from tests.services.inline_worker import InlineWorker
from tests.services.waiting_scene import WaitingScene

if TYPE_CHECKING:
    from collections.abc import Iterator

    from domain.rota import Lineup
    from domain.turn import Turn, TurnRole
    from storage.database import Database
    from storage.work import Work

# A Tuesday at noon in Amsterdam: the first session is over, the second is in March.
NOW = datetime(2027, 1, 19, 11, 0, tzinfo=UTC)
DAYS = (date(2027, 1, 12), date(2027, 3, 11), date(2027, 4, 15), date(2027, 6, 3), date(2027, 9, 9), date(2027, 10, 28))
NAMES = (
    ("Marijke de Groot", "GM0796"),
    ("Jeroen Bakker", "GM0307"),
    ("Fatima El Amrani", "GM0855"),
    ("Koen Visser", "GM0193"),
    ("Sanne Mulder", "GM0014"),
    ("Henk Prins", "GM0344"),
    ("Laura Smit", "GM0363"),
    ("Peter Kok", "GM0518"),
)


def starts(day: date) -> datetime:
    return to_utc(datetime.combine(day, time(13)))


@dataclass
class RotaScene(WaitingScene):
    """Ellen leads the eight, Joost leads nobody, Annelies is the office, Piet is a member of no group."""

    now: ClassVar[datetime] = NOW
    database: Database
    services: Services
    ellen: int
    joost: int
    annelies: int
    piet: int
    people: list[int]
    group_id: int
    # The first is over; members present from the second on.
    sessions: list[int]
    _updates: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    @property
    def marijke(self) -> int:
        return self.people[0]

    @property
    def jeroen(self) -> int:
        return self.people[1]

    @property
    def second(self) -> int:
        return self.sessions[1]

    def update(self) -> int:
        return next(self._updates)

    async def divided(self) -> RotaView:
        done = await self.services.rotas.divide(self.group_id, self.ellen, NOW, self.update())
        assert done.outcome is RotaOutcome.PROPOSED
        assert done.view is not None
        return done.view

    async def told(self) -> RotaView:
        """Divided, confirmed, and everything sent."""
        view = await self.divided()
        done = await self.services.rotas.confirm(self.group_id, self.ellen, view.mark, NOW, self.update())
        assert done.outcome is RotaOutcome.TOLD
        assert done.view is not None
        await self.deliver()
        return done.view

    async def fixed(self, *lineups: Lineup) -> None:
        """As if this were divided and told, from the second session on."""
        async with self.database.transaction() as work:
            for session_id, lineup in zip(self.sessions[1:], lineups, strict=False):
                await give(work, session_id, lineup)

    async def turns(self, session_id: int) -> list[Turn]:
        return await self.database.reads.turns.of_session(session_id)

    async def lineup(self, session_id: int) -> Lineup:
        return lineup_of(await self.turns(session_id))

    async def turn(self, session_id: int, role: TurnRole, position: int = 1) -> Turn:
        return next(each for each in await self.turns(session_id) if (each.role, each.position) == (role, position))

    async def votes(self, person_id: int, session_id: int, answer: Answer) -> None:
        """What somebody answered when the dates were polled."""
        async with self.database.transaction() as work:
            session = await work.sessions.get(session_id)
            poll = await work.polls.latest(self.group_id, PollPurpose.DATES)
            closes_at = NOW + timedelta(days=5)
            poll_id = (
                await work.polls.add(
                    self.group_id, PollPurpose.DATES, Venue.PRIVATE, by=self.ellen, at=NOW, closes_at=closes_at
                )
                if poll is None
                else poll.id
            )
            options = await work.polls.options(poll_id)
            option_id = next((each.id for each in options if each.starts_at == session.starts_at), None)
            if option_id is None:
                option_id = await work.polls.add_option(poll_id, len(options) + 1, NewOption(moment=session.interval))
            await work.polls.keep_vote(
                Vote(
                    option_id=option_id,
                    person_id=person_id,
                    answer=answer,
                    via=Venue.PRIVATE,
                    update_id=self.update(),
                    answered_at=NOW,
                )
            )


async def give(work: Work, session_id: int, lineup: Lineup) -> None:
    for (role, position), person_id in as_places(lineup).items():
        await work.turns.put(session_id, role, position, person_id=person_id, chosen_by=ChosenBy.BOT, at=NOW)
    await work.turns.tell(session_id, NOW)


async def person(work: Work, telegram_id: int, name: str, role: Role | None) -> int:
    added = await work.people.add(telegram_id, "nl", NOW)
    await work.people.rename(added.id, name)
    await work.people.give_role(added.id, role)
    return added.id


async def join(work: Work, group_id: int, telegram_id: int, name: str, code: str, *, at: datetime = NOW) -> int:
    """A member of the group, with a registration that was admitted."""
    person_id = await person(work, telegram_id, name, Role.PARTICIPANT)
    draft = await work.registrations.add(person_id, None, Answers(name=name, municipality_code=code), at)
    await work.registrations.save(draft.model_copy(update={"status": Status.ADMITTED}))
    membership = await work.groups.pick(group_id, person_id, draft.id, at)
    member = membership.model_copy(update={"status": MembershipStatus.MEMBER, "joined_at": at})
    await work.groups.save_membership(member)
    return person_id


async def set_rota_scene(database: Database) -> RotaScene:
    async with database.transaction() as work:
        ellen = await person(work, 1, "Ellen Vos", Role.FACILITATOR)
        joost = await person(work, 2, "Joost Kuipers", Role.FACILITATOR)
        annelies = await person(work, 3, "Annelies", Role.COORDINATOR)
        piet = await person(work, 4, "Piet", Role.PARTICIPANT)
        group = await work.groups.add(annelies, NOW)
        published = {"status": GroupStatus.PUBLISHED, "facilitator_id": ellen, "published_at": NOW}
        await work.groups.save(group.model_copy(update=published))
        await work.groups.begin_cycle(group.id, 1, NOW)
        earlier = starts(DAYS[0]) - timedelta(days=30)
        people = [
            await join(work, group.id, 100 + number, name, code, at=earlier)
            for number, (name, code) in enumerate(NAMES)
        ]
        sessions = []
        for number, day in enumerate(DAYS, start=1):
            interval = Interval(starts(day), starts(day) + LENGTH)
            session = await work.sessions.add(group.id, 1, number, interval, uid=new_uid(), at=NOW)
            await work.sessions.save(session.placed(ONLINE, None, NOW))
            sessions.append(session.id)
        await work.chats.decline(group.id, NOW)
        await offer_next(work, group.id, NOW)
    scene = RotaScene(
        database=database,
        services=Services.over(database, InlineWorker()),
        ellen=ellen,
        joost=joost,
        annelies=annelies,
        piet=piet,
        people=people,
        group_id=group.id,
        sessions=sessions,
    )
    await scene.deliver()
    return scene
