"""The words of what everybody of a group hears about its sessions, with the calendar files that go along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from documents.calendar import CalendarEvent, Method, calendar_file, series_file
from domain.outbox import Kind
from domain.person import Role
from domain.session import Known, SessionStatus, Told
from messages import moving
from messages import session as messages
from messages.message import Attachment
from scheduling.words import Nothing
from services.session import news_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.outbox import OutboxMessage
    from domain.person import Person
    from domain.session import Session
    from messages.message import Message
    from scheduling.words import Materials, Renderer
    from services.session_views import SessionView

GONE = Nothing("the session is gone")
OVER = Nothing("the session is over, cancelled, or back where it was")
NOT_OF_GROUP = Nothing("no longer of the group")


async def planned(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    plan = await materials.services.session_views.plan(message.subject_id or 0, materials.now)
    if plan is None:
        return GONE
    if not _is_of(recipient, plan.group.leaders, [member.person.id for member in plan.members]):
        return NOT_OF_GROUP
    new = news_in(message.detail)
    sessions = [view.session for view in plan.sessions if view.session.id in new]
    if not sessions:
        return OVER
    absent = [view.session for view in plan.sessions if view.session.id in new and recipient.id in view.absent]
    reader = _reader(materials, recipient)
    return messages.planned(reader, plan.group, sessions, _series(reader, sessions, cancelled=False), absent)


async def changed(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    plan = await materials.services.session_views.plan(message.subject_id or 0, materials.now)
    if plan is None or message.detail is None:
        return GONE
    known = Known.read(message.detail).root
    changes = [
        messages.Change(known[view.session.id], view.session, _part(view, recipient))
        for view in plan.sessions
        if view.session.id in known and known[view.session.id] != Told.of(view.session)
    ]
    if not changes:
        return OVER
    reader = _reader(materials, recipient)
    file = _series(reader, [each.session for each in changes], cancelled=False)
    return messages.changed(reader, changes, file)


async def cancelled(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    session = await materials.services.session_views.session(message.subject_id or 0)
    if session is None or session.status is not SessionStatus.CANCELLED:
        return GONE
    reader = _reader(materials, recipient)
    return messages.cancelled(reader, session, _file(reader, session, cancelled=True))


async def dropped(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    plan = await materials.services.session_views.plan(message.subject_id or 0, materials.now)
    if plan is None or not plan.sessions:
        return OVER
    reader = _reader(materials, recipient)
    sessions = [view.session for view in plan.sessions]
    file = _series(reader, sessions, cancelled=True)
    return messages.dropped(reader, sessions, file, led=recipient.role is Role.FACILITATOR)


async def move_proposed(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    done = await materials.services.moving.poll_card(recipient.id, message.subject_id or 0, materials.now)
    if done.card is None or done.card.poll is None or done.card.poll.is_open:
        return OVER
    return moving.card(_reader(materials, recipient), done.card)


def _part(view: SessionView, recipient: Person) -> messages.Part:
    if recipient.role is Role.FACILITATOR:
        return messages.Part.LEADER
    if recipient.id in view.absent:
        return messages.Part.ABSENT
    return messages.Part.HOST if view.session.host_id == recipient.id else messages.Part.MEMBER


def _is_of(recipient: Person, leaders: frozenset[int], members: Sequence[int]) -> bool:
    return recipient.id in leaders or recipient.id in members


def _reader(materials: Materials, recipient: Person) -> messages.Reader:
    return messages.Reader(materials.speech(recipient), materials.services.municipalities, materials.now)


def _file(reader: messages.Reader, session: Session, *, cancelled: bool) -> Attachment:
    method = Method.CANCEL if cancelled else Method.PUBLISH
    content = calendar_file(_event(reader, session), method, reader.now)
    return Attachment(f"intervisie-{session.day.isoformat()}.ics", content)


def _series(reader: messages.Reader, sessions: Sequence[Session], *, cancelled: bool) -> Attachment:
    if len(sessions) == 1:
        return _file(reader, sessions[0], cancelled=cancelled)
    events = [_event(reader, session) for session in sessions]
    return Attachment("intervisie.ics", series_file(events, reader.now, cancelled=cancelled))


def _event(reader: messages.Reader, session: Session) -> CalendarEvent:
    return CalendarEvent(
        uid=session.uid,
        sequence=session.sequence,
        starts_at=session.starts_at,
        ends_at=session.ends_at,
        location=messages.location(reader.speech, reader.municipalities, session.where),
    )


WORDS: dict[Kind, Renderer] = {
    Kind.SESSION_PLANNED: planned,
    Kind.SESSION_CHANGED: changed,
    Kind.SESSION_CANCELLED: cancelled,
    Kind.SESSION_DROPPED: dropped,
    Kind.SESSION_MOVE_PROPOSED: move_proposed,
}
