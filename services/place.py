"""Where sessions are: of one session, picked by who leads the group; and of the year, chosen by its members."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from domain.hosting import HostingTask, divide_hosting
from domain.moves import MoveKind
from domain.outbox import Kind
from domain.place import ChoiceStatus, HostingStatus, PlaceChoice, PlaceForm, asked_on
from services.group_views import leads
from services.hosting_steps import ask_now, ask_to_host, end_hosting_of, may_host
from services.notices import notify_group
from services.place_steps import (
    ask_form,
    decide_form,
    decide_town_hall,
    sessions_to_place,
    tied_town_halls,
)
from services.place_views import (
    hosting_task,
    open_place_poll,
    place_card,
    session_place_card,
)
from services.place_wanted import end_wanting, wanting
from services.planned import offer_next
from services.poll import AlreadyAskedError, withdraw_poll
from services.session import settle_place

if TYPE_CHECKING:
    from datetime import datetime

    from domain.hosting import HostingPlan
    from domain.place import Hosting
    from domain.place_view import PlaceCard, SessionPlaceCard
    from domain.session import Session
    from services.worker import Worker
    from storage.database import Database
    from storage.work import Reads, Work


class PlaceOutcome(StrEnum):
    DONE = "done"
    # It is so already, or was decided meanwhile.
    ALREADY = "already"
    # There is no session to come that needs a place.
    NO_SESSIONS = "no-sessions"
    # What was chosen is not there any more.
    STALE = "stale"
    NOT_YOURS = "not-yours"


@dataclass(frozen=True, slots=True)
class SessionPlaced:
    outcome: PlaceOutcome
    card: SessionPlaceCard | None = None


@dataclass(frozen=True, slots=True)
class PlaceDone:
    outcome: PlaceOutcome
    card: PlaceCard | None = None


class Places:
    def __init__(self, database: Database, worker: Worker) -> None:
        self._database = database
        self._worker = worker

    async def session_card(self, leader_id: int, session_id: int) -> SessionPlaceCard | None:
        """None for a session of a group that this person does not lead."""
        return await _led_session(self._database.reads, leader_id, session_id)

    async def wanting(self, group_id: int, now: datetime) -> list[Session]:
        """The sessions to come of which the leader has to say where they are."""
        return await wanting(self._database.reads, group_id, now)

    async def pick(
        self, leader_id: int, session_id: int, municipality_code: str, *, now: datetime, update_id: int
    ) -> SessionPlaced:
        """The member of this municipality is asked to host; who was asked before is told that it is not needed."""
        async with self._database.transaction(applies=update_id) as work:
            card = await _led_session(work, leader_id, session_id)
            if card is None:
                return SessionPlaced(PlaceOutcome.NOT_YOURS)
            chosen = next((each for each in card.ranked if each.member.municipality_code == municipality_code), None)
            if chosen is None or not card.session.is_to_come(now):
                return SessionPlaced(PlaceOutcome.STALE, card)
            if card.hosting is not None and card.hosting.person_id == chosen.member.person.id:
                return SessionPlaced(PlaceOutcome.ALREADY, card)
            await _make_room(work, card.session, now)
            await ask_to_host(work, card.session, chosen.member.person.id, municipality_code, now)
            return SessionPlaced(PlaceOutcome.DONE, await _led_session(work, leader_id, session_id))

    async def pick_online(self, leader_id: int, session_id: int, now: datetime, update_id: int) -> SessionPlaced:
        """Meet on screen: nobody hosts it any more, and everybody of the group is told."""
        async with self._database.transaction(applies=update_id) as work:
            card = await _led_session(work, leader_id, session_id)
            if card is None:
                return SessionPlaced(PlaceOutcome.NOT_YOURS)
            if not card.session.is_to_come(now):
                return SessionPlaced(PlaceOutcome.STALE, card)
            await end_hosting_of(work, session_id, now)
            await end_wanting(work, card.session, now, "online")
            await settle_place(work, session_id, None, None, now, online=True)
            await offer_next(work, card.session.group_id, now, at_once=True)
            return SessionPlaced(PlaceOutcome.DONE, await _led_session(work, leader_id, session_id))

    async def card(self, leader_id: int, group_id: int, now: datetime) -> PlaceCard | None:
        """None for a group that this person does not lead; hosts in turn are divided first, if they are to be."""
        if not await leads(self._database.reads, group_id, leader_id):
            return None
        card = await place_card(self._database.reads, group_id, now)
        if card.choice is not None and card.choice.status is ChoiceStatus.DRAFTED:
            await self.divide(card.choice.id, now)
            return await place_card(self._database.reads, group_id, now)
        return card

    async def led(self, leader_id: int, choice_id: int, now: datetime) -> PlaceCard | None:
        """The card with this choice; None to who does not lead the group, or when it was withdrawn."""
        card = await self.told(choice_id, now)
        return card if card is not None and leader_id in card.group.leaders else None

    async def told(self, choice_id: int, now: datetime) -> PlaceCard | None:
        """The card with this choice, whoever asks; None when it was withdrawn, or there is no such choice."""
        reads = self._database.reads
        try:
            choice = await reads.place_choices.get(choice_id)
        except LookupError:
            return None
        if choice.status is ChoiceStatus.WITHDRAWN:
            return None
        if choice.status is ChoiceStatus.DRAFTED:
            await self.divide(choice.id, now)
        card = await place_card(reads, choice.group_id, now)
        return card if card.choice is not None and card.choice.id == choice_id else None

    async def open_poll(self, leader_id: int, group_id: int, now: datetime, update_id: int) -> PlaceDone:
        """The members are asked: one central town hall, or everybody's in turn."""
        async with self._database.transaction(applies=update_id) as work:
            if not await leads(work, group_id, leader_id):
                return PlaceDone(PlaceOutcome.NOT_YOURS)
            cycle = await work.groups.current_cycle(group_id)
            if cycle is None or not await sessions_to_place(work, group_id, cycle.number, now):
                return PlaceDone(PlaceOutcome.NO_SESSIONS, await place_card(work, group_id, now))
            if await work.place_choices.of_cycle(group_id, cycle.number) is not None:
                return PlaceDone(PlaceOutcome.ALREADY, await place_card(work, group_id, now))
            try:
                await ask_form(work, group_id, cycle.number, leader_id, now)
            except AlreadyAskedError:
                return PlaceDone(PlaceOutcome.ALREADY, await place_card(work, group_id, now))
            return PlaceDone(PlaceOutcome.DONE, await place_card(work, group_id, now))

    async def decide(
        self, leader_id: int, choice_id: int, form: PlaceForm, *, now: datetime, update_id: int
    ) -> PlaceDone:
        """Who leads the group decides where the votes did not."""
        async with self._database.transaction(applies=update_id) as work:
            choice = await _led_choice(work, leader_id, choice_id)
            if choice is None:
                return PlaceDone(PlaceOutcome.NOT_YOURS)
            if choice.status is not ChoiceStatus.DECIDING or choice.form is not None:
                return PlaceDone(PlaceOutcome.ALREADY, await place_card(work, choice.group_id, now))
            await decide_form(work, choice, form, now, by=leader_id)
            return PlaceDone(PlaceOutcome.DONE, await place_card(work, choice.group_id, now))

    async def decide_town_hall(
        self, leader_id: int, choice_id: int, municipality_code: str, *, now: datetime, update_id: int
    ) -> PlaceDone:
        """Upon a tie or without votes; only one of those that nobody was ahead of."""
        async with self._database.transaction(applies=update_id) as work:
            choice = await _led_choice(work, leader_id, choice_id)
            if choice is None:
                return PlaceDone(PlaceOutcome.NOT_YOURS)
            if choice.status is not ChoiceStatus.DECIDING or choice.form is not PlaceForm.CENTRAL:
                return PlaceDone(PlaceOutcome.ALREADY, await place_card(work, choice.group_id, now))
            if municipality_code not in {each.municipality_code for each in await tied_town_halls(work, choice)}:
                return PlaceDone(PlaceOutcome.STALE, await place_card(work, choice.group_id, now))
            await decide_town_hall(work, choice, municipality_code, now, by=leader_id)
            return PlaceDone(PlaceOutcome.DONE, await place_card(work, choice.group_id, now))

    async def divide(self, choice_id: int, now: datetime) -> None:
        """Put hosts in turn down for every session that has none yet, as well as can be; nobody is told.

        The search is done before the transaction: when sessions or members changed meanwhile, nothing is put down,
        and the next who looks divides again.
        """
        reads = self._database.reads
        choice = await reads.place_choices.get(choice_id)
        task = await hosting_task(reads, choice, now)
        if choice.status is not ChoiceStatus.DRAFTED or not task.sessions:
            return
        plan = await self._worker.run(divide_hosting, task)
        if plan is None:
            return
        async with self._database.transaction() as work:
            fresh = await work.place_choices.get(choice_id)
            if fresh.status is ChoiceStatus.DRAFTED and await hosting_task(work, fresh, now) == task:
                await _put_down(work, fresh, task, plan, now)

    async def set_host(
        self, leader_id: int, choice_id: int, session_id: int, *, person_id: int, now: datetime, update_id: int
    ) -> PlaceDone:
        """Before it is confirmed: this member hosts this session; two who host change places."""
        async with self._database.transaction(applies=update_id) as work:
            choice = await _led_choice(work, leader_id, choice_id)
            if choice is None:
                return PlaceDone(PlaceOutcome.NOT_YOURS)
            drafted = {each.session_id: each for each in await work.hostings.of_choice(choice.id)}
            homes = {view.person.id: view.municipality_code for view in await may_host(work, choice.group_id)}
            home = homes.get(person_id)
            if choice.status is not ChoiceStatus.DRAFTED:
                return PlaceDone(PlaceOutcome.ALREADY, await place_card(work, choice.group_id, now))
            if session_id not in drafted or home is None:
                return PlaceDone(PlaceOutcome.STALE, await place_card(work, choice.group_id, now))
            await _swap(work, choice, drafted, session_id, (person_id, home), now=now)
            return PlaceDone(PlaceOutcome.DONE, await place_card(work, choice.group_id, now))

    async def confirm(self, leader_id: int, choice_id: int, now: datetime, update_id: int) -> PlaceDone:
        """These host: the group is told, and each is asked six weeks ahead."""
        async with self._database.transaction(applies=update_id) as work:
            choice = await _led_choice(work, leader_id, choice_id)
            if choice is None:
                return PlaceDone(PlaceOutcome.NOT_YOURS)
            hostings = await work.hostings.of_choice(choice.id)
            if choice.status is not ChoiceStatus.DRAFTED:
                return PlaceDone(PlaceOutcome.ALREADY, await place_card(work, choice.group_id, now))
            if not hostings:
                return PlaceDone(PlaceOutcome.STALE, await place_card(work, choice.group_id, now))
            await work.place_choices.save(choice.at(ChoiceStatus.SETTLED, now))
            await work.moves.close(MoveKind.HOSTS_DRAFTED, choice.id, now)
            await work.outbox.withdraw((Kind.PLACE_HOSTS_DRAFTED,), choice.id, now, "confirmed")
            for hosting in hostings:
                await _begin_hosting(work, hosting, leader_id, now)
            await notify_group(work, Kind.PLACE_SETTLED, choice.group_id, now, subject_id=choice.id, in_private=True)
            await offer_next(work, choice.group_id, now, at_once=True)
            return PlaceDone(PlaceOutcome.DONE, await place_card(work, choice.group_id, now))

    async def begin_anew(self, leader_id: int, choice_id: int, now: datetime, update_id: int) -> PlaceDone:
        """What was chosen, or is being chosen, is dropped. Where sessions are stays until something else is settled."""
        async with self._database.transaction(applies=update_id) as work:
            choice = await _led_choice(work, leader_id, choice_id)
            if choice is None:
                return PlaceDone(PlaceOutcome.NOT_YOURS)
            if choice.status is not ChoiceStatus.WITHDRAWN:
                await _withdraw(work, choice, now)
            return PlaceDone(PlaceOutcome.DONE, await place_card(work, choice.group_id, now))


async def _put_down(work: Work, choice: PlaceChoice, task: HostingTask, plan: HostingPlan, now: datetime) -> None:
    homes = {view.person.id: view.municipality_code or "" for view in await may_host(work, choice.group_id)}
    for session, host in zip(task.sessions, plan.hosts, strict=True):
        await work.hostings.add(session.id, host, homes[host], now, choice.id)


async def _swap(
    work: Work,
    choice: PlaceChoice,
    drafted: dict[int, Hosting],
    session_id: int,
    host: tuple[int, str],
    *,
    now: datetime,
) -> None:
    """The two sessions change hosts when the new one hosts already; with several, the first of those."""
    old, (person_id, home) = drafted[session_id], host
    if old.person_id == person_id:
        return
    other = next((each for each in drafted.values() if each.person_id == person_id), None)
    for each in (old, other):
        if each is not None:
            await work.hostings.save(each.ended(HostingStatus.RELEASED, now))
    await work.hostings.add(session_id, person_id, home, now, choice.id)
    if other is not None:
        await work.hostings.add(other.session_id, old.person_id, old.municipality_code, now, choice.id)


async def _begin_hosting(work: Work, hosting: Hosting, leader_id: int, now: datetime) -> None:
    session = await work.sessions.get(hosting.session_id)
    if not session.is_to_come(now):
        return
    await end_wanting(work, session, now, "a host was chosen")
    await settle_place(work, session.id, hosting.municipality_code, hosting.person_id, now)
    when = asked_on(session.starts_at, now)
    if when <= now:
        await ask_now(work, hosting, session, now)
    else:
        await work.moves.open(MoveKind.HOST_ASKING, hosting.id, when, leader_id)


async def _withdraw(work: Work, choice: PlaceChoice, now: datetime) -> None:
    poll = await open_place_poll(work, choice.group_id)
    if poll is not None:
        await withdraw_poll(work, poll, now)
    for hosting in await work.hostings.of_choice(choice.id):
        await end_hosting_of(work, hosting.session_id, now, tell=choice.status is not ChoiceStatus.DRAFTED)
    for move in (MoveKind.PLACE_TIE, MoveKind.HOSTS_DRAFTED):
        await work.moves.close(move, choice.id, now)
    about = (Kind.PLACE_TIED, Kind.PLACE_TIE_REMINDER, Kind.PLACE_DECIDED, Kind.PLACE_HOSTS_DRAFTED, Kind.PLACE_SETTLED)
    await work.outbox.withdraw(about, choice.id, now, "chosen anew")
    await work.place_choices.save(choice.at(ChoiceStatus.WITHDRAWN, now))


async def _make_room(work: Work, session: Session, now: datetime) -> None:
    """Nobody hosts it any more; where it is stays until the next has said yes."""
    await end_hosting_of(work, session.id, now)
    if session.host_id is not None:
        await settle_place(work, session.id, session.municipality_code, None, now)


async def _led_session(reads: Reads, leader_id: int, session_id: int) -> SessionPlaceCard | None:
    card = await session_place_card(reads, session_id)
    return None if card is None or leader_id not in card.group.leaders else card


async def _led_choice(reads: Reads, leader_id: int, choice_id: int) -> PlaceChoice | None:
    try:
        choice = await reads.place_choices.get(choice_id)
    except LookupError:
        return None
    return choice if await leads(reads, choice.group_id, leader_id) else None
