"""Where sessions are, as who leads the group sees it, and what there is to divide when hosts take turns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.hosting import HostingTask, TurnSession, judge
from domain.place import ChoiceStatus, HostingStatus, PlaceForm
from domain.place_view import PlaceCard, PlacedSession, RankedHost, SessionPlaceCard
from domain.poll import PollPurpose
from domain.travel import journey, rank_town_halls
from services.group_views import member_views
from services.hosting_steps import may_host
from services.place_steps import sessions_to_place, tied_town_halls
from services.rota import turns_of
from services.rota_board import who_can

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime

    from domain.hosting import HostingPlan
    from domain.place import PlaceChoice
    from domain.poll import Poll
    from domain.session import Session
    from services.group_views import MemberView
    from storage.work import Reads


async def place_card(reads: Reads, group_id: int, now: datetime) -> PlaceCard:
    """Raises LookupError when there is no such group."""
    group = await reads.groups.get(group_id)
    members = await member_views(reads, group_id)
    cycle = await reads.groups.current_cycle(group_id)
    choice = None if cycle is None else await reads.place_choices.of_cycle(group_id, cycle.number)
    upcoming = [] if cycle is None else await reads.sessions.upcoming(group_id, now)
    sessions = [
        await _placed(reads, each, members) for each in upcoming if cycle is not None and each.cycle == cycle.number
    ]
    deciding = choice is not None and choice.status is ChoiceStatus.DECIDING and choice.form is PlaceForm.CENTRAL
    return PlaceCard(
        group=group,
        members=tuple(members),
        choice=choice,
        poll=await open_place_poll(reads, group_id),
        sessions=tuple(sessions),
        tied=tuple(await tied_town_halls(reads, choice)) if choice is not None and deciding else (),
        plan=await _plan(reads, choice, sessions, now),
        decider=await _decider(reads, choice),
    )


async def open_place_poll(reads: Reads, group_id: int) -> Poll | None:
    for purpose in (PollPurpose.PLACE, PollPurpose.TOWN_HALL):
        poll = await reads.polls.unsettled(group_id, purpose)
        if poll is not None:
            return poll
    return None


async def _placed(reads: Reads, session: Session, members: Sequence[MemberView]) -> PlacedSession:
    hosting = await reads.hostings.live(session.id)
    by_id = {view.person.id: view for view in members}
    return PlacedSession(session, hosting, None if hosting is None else by_id.get(hosting.person_id))


async def _decider(reads: Reads, choice: PlaceChoice | None) -> str | None:
    if choice is None or choice.decided_by is None:
        return None
    return (await reads.people.get(choice.decided_by)).first_name


async def _plan(
    reads: Reads, choice: PlaceChoice | None, sessions: Sequence[PlacedSession], now: datetime
) -> HostingPlan | None:
    if choice is None or choice.form is not PlaceForm.IN_TURN:
        return None
    mine = [each for each in sessions if each.hosting is not None and each.hosting.choice_id == choice.id]
    hosts = [each.hosting.person_id for each in mine if each.hosting is not None]
    task = await _task_for(reads, choice, [each.session for each in mine])
    return judge(task, hosts) if hosts and set(hosts) <= set(task.hosts) else None


async def hosting_task(reads: Reads, choice: PlaceChoice, now: datetime) -> HostingTask:
    """What is still to be divided: nothing once hosts are put down."""
    if await reads.hostings.of_choice(choice.id):
        return await _task_for(reads, choice, [])
    return await _task_for(reads, choice, await sessions_to_place(reads, choice.group_id, choice.cycle, now))


async def _task_for(reads: Reads, choice: PlaceChoice, sessions: Sequence[Session]) -> HostingTask:
    members = [view for view in await member_views(reads, choice.group_id) if view.municipality_code is not None]
    hosts = list(await may_host(reads, choice.group_id))
    accepted = await reads.hostings.accepted_in(choice.group_id)
    before = [each for each in accepted if each.choice_id != choice.id]
    homes = {view.person.id: view.municipality_code or "" for view in members}
    return HostingTask(
        sessions=tuple([await _turn_session(reads, session, homes) for session in sessions]),
        members=tuple(homes),
        hosts=tuple(view.person.id for view in hosts),
        minutes={
            (one, host.person.id): journey(homes[one], homes[host.person.id]).minutes for one in homes for host in hosts
        },
        hosted={view.person.id: sum(each.person_id == view.person.id for each in before) for view in hosts},
        travelled={
            one: sum(journey(home, each.municipality_code).minutes for each in before) for one, home in homes.items()
        },
    )


async def _turn_session(reads: Reads, session: Session, members: Collection[int]) -> TurnSession:
    presenting = {turn.person_id for turn in await turns_of(reads, session.id) if turn.is_presenter}
    return TurnSession(
        id=session.id,
        away=frozenset(members) - await who_can(reads, session, members),
        presenting=frozenset(each for each in presenting if each is not None),
    )


async def session_place_card(reads: Reads, session_id: int) -> SessionPlaceCard | None:
    """None when there is no such session, or its group is over."""
    try:
        session = await reads.sessions.get(session_id)
    except LookupError:
        return None
    group = await reads.groups.get(session.group_id)
    if not group.published:
        return None
    hosts = {view.municipality_code: view for view in await may_host(reads, group.id) if view.municipality_code}
    homes = [view.municipality_code for view in await member_views(reads, group.id) if view.municipality_code]
    ranked = rank_town_halls(homes, list(hosts))
    hosting = await reads.hostings.live(session.id)
    ended = {HostingStatus.DECLINED, HostingStatus.LAPSED}
    return SessionPlaceCard(
        group=group,
        session=session,
        hosting=hosting,
        host=None if hosting is None else next((v for v in hosts.values() if v.person.id == hosting.person_id), None),
        ranked=tuple(RankedHost(hosts[each.municipality_code], each) for each in ranked),
        refused=frozenset(e.person_id for e in await reads.hostings.of_session(session.id) if e.status in ended),
    )
