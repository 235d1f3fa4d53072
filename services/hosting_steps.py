"""Hosts: asked, replaced and released; each a step of a transaction.

Whoever does not host any more is followed by the next who can; when nobody is left it is the leader's move.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from domain.conversation import ConversationName
from domain.moves import Deed, Move, MoveKind
from domain.outbox import Kind
from domain.place import ChoiceStatus, HostingStatus, PlaceForm, answer_by, asked_on, too_near
from domain.travel import town_hall
from services.group_views import member_views
from services.notices import notify, notify_coordinators, notify_group
from services.place_wanted import end_wanting, tell_of_place, want_place
from services.planned import offer_next
from services.rota_board import who_can
from services.session import everybody, settle_place

if TYPE_CHECKING:
    from datetime import datetime

    from domain.place import Hosting, PlaceChoice
    from domain.session import Session
    from services.deeds import Deeds
    from services.group_views import MemberView
    from storage.work import Reads, Work

TO_HOST: Final = (Kind.HOST_ASKED, Kind.HOST_REMINDER)
TIME_TO_SAY_MORE: Final = timedelta(minutes=10)
"""After the host's last answer, before it is passed on."""

TO_LEADER: Final = (Kind.HOST_FOUND, Kind.HOST_PASSED)


async def ask_to_host(
    work: Work,
    session: Session,
    person_id: int,
    municipality_code: str,
    now: datetime,
    *,
    choice_id: int | None = None,
    ahead: bool = False,
) -> Hosting:
    """Ask this member, now or (`ahead`) six weeks before the session.

    Raises sqlite3.IntegrityError when the session has a host, or somebody who is asked.
    """
    await end_wanting(work, session, now, "somebody is asked to host")
    hosting = await work.hostings.add(session.id, person_id, municipality_code, now, choice_id)
    when = asked_on(session.starts_at, now) if ahead else now
    if when <= now:
        return await ask_now(work, hosting, session, now)
    group = await work.groups.get(session.group_id)
    await work.moves.open(MoveKind.HOST_ASKING, hosting.id, when, group.leader_id)
    return hosting


async def ask_now(work: Work, hosting: Hosting, session: Session, now: datetime) -> Hosting:
    asked = hosting.asked(now)
    await work.hostings.save(asked)
    await work.moves.close(MoveKind.HOST_ASKING, hosting.id, now)
    ends_by = answer_by(now, session.starts_at)
    await work.moves.open(MoveKind.HOST_ANSWER, hosting.id, now, hosting.person_id, ends_by=ends_by)
    await notify(work, Kind.HOST_ASKED, hosting.person_id, now, subject_id=hosting.id, event_at=session.starts_at)
    return asked


async def accept(work: Work, hosting: Hosting, session: Session, now: datetime) -> Hosting:
    """They host: everybody hears where it is, in private; with a central town hall of all sessions at once."""
    await _end_waits(work, hosting, now)
    choice = await choice_of(work, hosting)
    await notify_leader(work, Kind.HOST_FOUND, session.group_id, hosting.id, now)
    if choice is None or choice.form is not PlaceForm.CENTRAL:
        accepted = await _accept_one(work, hosting, session, now)
        if choice is None:
            await offer_next(work, session.group_id, now)
        return accepted
    for each in await work.hostings.of_choice(choice.id):
        await _accept_one(work, each, await work.sessions.get(each.session_id), now)
    if choice.status is ChoiceStatus.ASKING:
        await work.place_choices.save(choice.at(ChoiceStatus.SETTLED, now))
        await notify_group(work, Kind.PLACE_SETTLED, choice.group_id, now, subject_id=choice.id, in_private=True)
        await offer_next(work, choice.group_id, now)
    return await work.hostings.get(hosting.id)


async def pass_on(work: Work, hosting: Hosting, status: HostingStatus, now: datetime) -> Hosting | None:
    """They do not host (any more): the next is asked, and who leads the group hears so.

    None when nobody is left, or nothing is to come; then it is the leader's move.
    """
    session = await work.sessions.get(hosting.session_id)
    choice = await choice_of(work, hosting)
    if choice is not None and choice.status is ChoiceStatus.DRAFTED:
        await draft_anew(work, choice, now)
        return None
    if choice is not None and choice.form is PlaceForm.CENTRAL:
        return await _pass_on_town_hall(work, hosting, choice, status, now)
    await _end(work, hosting, status, now)
    await _without_host(work, session, hosting, now)
    return await _ask_next(work, session, choice, now)


async def release(work: Work, group_id: int, person_id: int, now: datetime) -> None:
    """Somebody hosts nothing any more in this group that is to come; others are asked."""
    for hosting in await work.hostings.live_of_person(group_id, person_id):
        fresh = await work.hostings.get(hosting.id)
        session = await work.sessions.get(hosting.session_id)
        if fresh.live and session.is_to_come(now):
            await pass_on(work, fresh, HostingStatus.RELEASED, now)


async def release_from(work: Work, session_id: int, person_id: int, now: datetime) -> bool:
    """Somebody cannot come to this session, and so does not host it; False when they did not."""
    hosting = await work.hostings.live(session_id)
    if hosting is None or hosting.person_id != person_id:
        return False
    session = await work.sessions.get(session_id)
    if not session.is_to_come(now):
        return False
    choice = await choice_of(work, hosting)
    if choice is not None and choice.status is ChoiceStatus.DRAFTED:
        await draft_anew(work, choice, now)
        return True
    await _end(work, hosting, HostingStatus.RELEASED, now)
    await _without_host(work, session, hosting, now)
    await _ask_next(work, session, choice, now)
    return True


async def draft_anew(work: Work, choice: PlaceChoice, now: datetime) -> None:
    """Who hosts when is divided again, before who leads the group, who had not confirmed it."""
    for hosting in await work.hostings.of_choice(choice.id):
        await _end(work, hosting, HostingStatus.RELEASED, now)
    await work.outbox.withdraw((Kind.PLACE_HOSTS_DRAFTED,), choice.id, now, "divided anew")
    await notify_leader(work, Kind.PLACE_HOSTS_DRAFTED, choice.group_id, choice.id, now)


async def end_hosting_of(work: Work, session_id: int, now: datetime, *, tell: bool = True) -> None:
    """Nobody hosts this session any more: it is cancelled, online, or somebody else is chosen by hand."""
    hosting = await work.hostings.live(session_id)
    if hosting is None:
        return
    choice = await choice_of(work, hosting)
    # Of hosts in turn the group is told when the order is confirmed, long before each is asked.
    knew = hosting.status is not HostingStatus.PLANNED or (choice is not None and choice.status is ChoiceStatus.SETTLED)
    await _end(work, hosting, HostingStatus.RELEASED, now)
    if tell and knew:
        await notify(work, Kind.HOST_RELEASED, hosting.person_id, now, subject_id=hosting.id)


async def session_moved(work: Work, session_id: int, now: datetime) -> None:
    """The session is at another moment: who was to be asked is asked for that one, and who was asked once more.

    Who has said yes hears of the move as everybody does, and keeps it.
    """
    hosting = await work.hostings.live(session_id)
    session = await work.sessions.get(session_id)
    if hosting is None or hosting.status is HostingStatus.ACCEPTED or not session.is_to_come(now):
        return
    choice = await choice_of(work, hosting)
    if choice is not None and choice.status is ChoiceStatus.DRAFTED:
        # Nobody was told, and nobody is asked before it is confirmed.
        return
    await _end_waits(work, hosting, now)
    if hosting.status is HostingStatus.ASKED or asked_on(session.starts_at, now) <= now:
        await ask_now(work, hosting, session, now)
        return
    group = await work.groups.get(session.group_id)
    await work.moves.open(MoveKind.HOST_ASKING, hosting.id, asked_on(session.starts_at, now), group.leader_id)


async def session_cancelled(work: Work, session_id: int, now: datetime) -> None:
    """The message that cancels the session tells the host as well."""
    await end_hosting_of(work, session_id, now, tell=False)
    await end_wanting(work, await work.sessions.get(session_id), now, "session cancelled")


async def tell_arrangements(work: Work, hosting: Hosting, now: datetime) -> None:
    """Everybody of the group, in private, once the host has had time to say the rest: it is one message then."""
    session = await work.sessions.get(hosting.session_id)
    if not session.is_to_come(now) or not hosting.arrangements.said:
        return
    for person_id in await everybody(work, session.group_id):
        if person_id == hosting.person_id:
            continue
        await work.outbox.withdraw_for(person_id, Kind.HOST_ARRANGED, hosting.id, now, "the host says more")
        await notify(
            work,
            Kind.HOST_ARRANGED,
            person_id,
            now,
            subject_id=hosting.id,
            rule_at=now + TIME_TO_SAY_MORE,
            event_at=session.starts_at,
        )


async def notify_leader(work: Work, kind: Kind, group_id: int, subject_id: int, now: datetime) -> None:
    leader_id = (await work.groups.get(group_id)).leader_id
    if leader_id is not None:
        await notify(work, kind, leader_id, now, subject_id=subject_id)


async def choice_of(reads: Reads, hosting: Hosting) -> PlaceChoice | None:
    return None if hosting.choice_id is None else await reads.place_choices.get(hosting.choice_id)


async def may_host(reads: Reads, group_id: int) -> list[MemberView]:
    """Members with a town hall: not those who are no alderman any more."""
    return [
        view
        for view in await member_views(reads, group_id)
        if view.municipality_code is not None and view.membership.out_of_office_at is None
    ]


async def next_hosts(reads: Reads, session: Session) -> list[MemberView]:
    """Who can still be asked for this session, the best first: who hosted least, then by the journeys of all.

    Not who was asked for it before, said no to its date, or reported to be absent.
    """
    members = await may_host(reads, session.group_id)
    tried = {each.person_id for each in await reads.hostings.of_session(session.id)}
    able = await who_can(reads, session, [view.person.id for view in members])
    hosted = [each.person_id for each in await reads.hostings.accepted_in(session.group_id)]
    homes = [view.municipality_code for view in members if view.municipality_code is not None]

    def order(view: MemberView) -> tuple[int, int, int, int]:
        ranked = town_hall(homes, view.municipality_code or "")
        return hosted.count(view.person.id), ranked.longest, ranked.total, view.person.id

    return sorted((view for view in members if view.person.id in able - tried), key=order)


async def _accept_one(work: Work, hosting: Hosting, session: Session, now: datetime) -> Hosting:
    accepted = hosting.answered(HostingStatus.ACCEPTED, now)
    await work.hostings.save(accepted)
    await _end_waits(work, hosting, now)
    await settle_place(work, session.id, hosting.municipality_code, hosting.person_id, now)
    return accepted


async def _ask_next(work: Work, session: Session, choice: PlaceChoice | None, now: datetime) -> Hosting | None:
    if not session.is_to_come(now):
        return None
    candidates = [] if too_near(session.starts_at, now) else await next_hosts(work, session)
    if not candidates:
        await want_place(work, session, now, tell=True)
        return None
    view = candidates[0]
    following = await ask_to_host(
        work,
        session,
        view.person.id,
        view.municipality_code or "",
        now,
        choice_id=None if choice is None else choice.id,
        ahead=choice is not None,
    )
    await notify_leader(work, Kind.HOST_PASSED, session.group_id, following.id, now)
    return following


async def _pass_on_town_hall(
    work: Work, hosting: Hosting, choice: PlaceChoice, status: HostingStatus, now: datetime
) -> Hosting | None:
    """Of a central town hall: the whole year goes to the next best, or the leader says where."""
    mine = [each for each in await work.hostings.of_choice(choice.id) if each.person_id == hosting.person_id]
    sessions = [await work.sessions.get(each.session_id) for each in mine]
    for each, session in zip(mine, sessions, strict=True):
        await _end(work, each, status, now)
        await _without_host(work, session, each, now)
    to_come = [session for session in sessions if session.is_to_come(now)]
    if not to_come:
        return None
    # Nobody is asked any more for what is about to begin; the year may still be somebody else's.
    for session in [session for session in to_come if too_near(session.starts_at, now)]:
        await want_place(work, session, now, tell=True)
        to_come.remove(session)
    candidates = await next_hosts(work, to_come[0]) if to_come else []
    homes = [view.municipality_code or "" for view in await may_host(work, choice.group_id)]
    candidates.sort(key=lambda view: (town_hall(homes, view.municipality_code or "").longest, view.person.id))
    if not candidates:
        await work.place_choices.save(choice.at(ChoiceStatus.SETTLED, now))
        for session in to_come:
            await want_place(work, session, now, tell=True)
        return None
    view = candidates[0]
    moved = choice.counted(None).in_town_hall(view.municipality_code or "", None, now).at(ChoiceStatus.ASKING, now)
    await work.place_choices.save(moved)
    following = await ask_for_all(work, moved, to_come, view, now)
    await notify_leader(work, Kind.HOST_PASSED, choice.group_id, following.id, now)
    return following


async def ask_for_all(
    work: Work, choice: PlaceChoice, sessions: list[Session], view: MemberView, now: datetime
) -> Hosting:
    """One question to the member of the central town hall, about every session; the hosting of the first."""
    first = await ask_to_host(work, sessions[0], view.person.id, view.municipality_code or "", now, choice_id=choice.id)
    for session in sessions[1:]:
        await end_wanting(work, session, now, "somebody is asked to host")
        await work.hostings.add(session.id, view.person.id, view.municipality_code or "", now, choice.id)
    return first


async def _without_host(work: Work, session: Session, hosting: Hosting, now: datetime) -> None:
    """Until somebody else has said yes it stays where it was: a place that comes and goes only confuses."""
    if session.planned and session.host_id == hosting.person_id:
        await settle_place(work, session.id, session.municipality_code, None, now)


async def _end(work: Work, hosting: Hosting, status: HostingStatus, now: datetime) -> None:
    answered = status in {HostingStatus.DECLINED, HostingStatus.LAPSED}
    await work.hostings.save(hosting.answered(status, now) if answered else hosting.ended(status, now))
    await _end_waits(work, hosting, now)
    await work.outbox.withdraw((*TO_LEADER, Kind.HOST_ARRANGED), hosting.id, now, "hosts no longer")
    await work.conversations.end_about(ConversationName.HOSTING, hosting.id)


async def _end_waits(work: Work, hosting: Hosting, now: datetime) -> None:
    await work.moves.close(MoveKind.HOST_ASKING, hosting.id, now)
    await work.moves.close(MoveKind.HOST_ANSWER, hosting.id, now)
    await work.outbox.withdraw(TO_HOST, hosting.id, now, "answered or not asked any more")


async def _ask_planned(work: Work, move: Move, now: datetime) -> None:
    hosting = await work.hostings.get(move.subject_id)
    session = await work.sessions.get(hosting.session_id)
    if hosting.status is HostingStatus.PLANNED and session.is_to_come(now):
        await ask_now(work, hosting, session, now)
    else:
        await work.moves.close(move.kind, move.subject_id, now)


async def _remind_host(work: Work, move: Move, now: datetime) -> None:
    hosting = await work.hostings.get(move.subject_id)
    session = await work.sessions.get(hosting.session_id)
    if hosting.status is not HostingStatus.ASKED:
        await work.moves.close(move.kind, move.subject_id, now)
        return
    await notify(work, Kind.HOST_REMINDER, hosting.person_id, now, subject_id=hosting.id, event_at=session.starts_at)


async def _lapse(work: Work, move: Move, now: datetime) -> None:
    hosting = await work.hostings.get(move.subject_id)
    if hosting.status is not HostingStatus.ASKED:
        await work.moves.close(move.kind, move.subject_id, now)
        return
    await pass_on(work, hosting, HostingStatus.LAPSED, now)
    await notify(work, Kind.HOST_LAPSED, hosting.person_id, now, subject_id=hosting.id)


async def _remind_of_place(work: Work, move: Move, now: datetime) -> None:
    session = await _still_without_place(work, move, now)
    if session is not None:
        await tell_of_place(work, session, now)


async def _tell_office_of_place(work: Work, move: Move, now: datetime) -> None:
    session = await _still_without_place(work, move, now)
    if session is not None:
        await notify_coordinators(work, Kind.PLACE_WAITS, now, subject_id=session.group_id)


async def _still_without_place(work: Work, move: Move, now: datetime) -> Session | None:
    session = await work.sessions.get(move.subject_id)
    if session.is_to_come(now):
        return session
    await work.moves.close(move.kind, move.subject_id, now)
    return None


HOSTING_DEEDS: Final[Deeds] = {
    (MoveKind.HOST_ASKING, Deed.ASK): _ask_planned,
    (MoveKind.HOST_ANSWER, Deed.REMIND): _remind_host,
    (MoveKind.HOST_ANSWER, Deed.ASK_NEXT): _lapse,
    (MoveKind.SESSION_PLACE, Deed.REMIND): _remind_of_place,
    (MoveKind.SESSION_PLACE, Deed.TELL_COORDINATOR): _tell_office_of_place,
}
