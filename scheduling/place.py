"""The words of what is told by itself about first dates, hosts and places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from documents.availability import draw_availability
from documents.poll_picture import availability_of
from domain.outbox import Kind
from domain.place import ChoiceStatus, HostingStatus, answer_by
from messages import first_date, hosting, place
from messages.message import Attachment
from messages.session import Reader
from scheduling.words import Nothing

if TYPE_CHECKING:
    from collections.abc import Callable

    from domain.group import Group
    from domain.outbox import OutboxMessage
    from domain.person import Person
    from domain.place_view import HostingView, PlaceCard
    from messages.message import Message
    from scheduling.words import GroupRenderer, Materials, Renderer

GONE = Nothing("settled, or gone")
NOT_THEIRS = Nothing("not of this group any more")
PICTURE = "wie-kan-wanneer.png"


async def first_date_reminder(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    card = await materials.services.first_dates.card(recipient.id, message.subject_id or 0)
    if card is None or card.session is not None or card.poll is not None:
        return GONE
    return first_date.reminder(materials.speech(recipient), card.group)


async def first_date_proposed(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    card = await materials.services.first_dates.proposal(message.subject_id or 0)
    if card is None or card.poll is None or recipient.id not in card.group.leaders:
        return GONE
    view = await materials.services.polls.view(card.poll.id)
    people = [(each.person.id, each.first_name) for each in card.members]
    speech = materials.speech(recipient)
    png = await materials.services.worker.run(draw_availability, availability_of(speech, view, people))
    return first_date.proposal(_reader(materials, recipient), card, Attachment(PICTURE, png, picture=True))


async def place_wanted(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    card = await materials.services.places.session_card(recipient.id, message.subject_id or 0)
    if card is None:
        return GONE
    match await materials.services.places.wanting(card.group.id, materials.now):
        case []:
            return GONE
        case [session]:
            one = await materials.services.places.session_card(recipient.id, session.id)
            return GONE if one is None else place.wanted(_reader(materials, recipient), one)
        case sessions:
            return place.several_wanted(_reader(materials, recipient), card.group, sessions)


async def host_asked(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    return await _question_to_host(materials, message, recipient, again=False)


async def host_reminder(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    return await _question_to_host(materials, message, recipient, again=True)


async def _question_to_host(
    materials: Materials, message: OutboxMessage, recipient: Person, *, again: bool
) -> Message | Nothing:
    view = await materials.services.hosts.told(message.subject_id or 0)
    if view is None or view.hosting.person_id != recipient.id or view.hosting.asked_at is None:
        return GONE
    if view.hosting.status is not HostingStatus.ASKED or not view.session.is_to_come(materials.now):
        return GONE
    until = answer_by(view.hosting.asked_at, view.session.starts_at)
    return hosting.asked(_reader(materials, recipient), view, until, again=again)


async def host_lapsed(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    return await _to_host(materials, message, recipient, hosting.lapsed)


async def host_released(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    return await _to_host(materials, message, recipient, hosting.released)


async def _to_host(
    materials: Materials,
    message: OutboxMessage,
    recipient: Person,
    words: Callable[[Reader, HostingView], Message],
) -> Message | Nothing:
    """About a session that is to come, of a group in which they still are."""
    view = await materials.services.hosts.told(message.subject_id or 0)
    if view is None or view.host is None or view.hosting.live or not view.session.is_to_come(materials.now):
        return GONE
    return words(_reader(materials, recipient), view)


async def host_found(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    view = await materials.services.hosts.told(message.subject_id or 0)
    if view is None or view.host is None or view.hosting.status is not HostingStatus.ACCEPTED:
        return GONE
    return hosting.found(_reader(materials, recipient), view) if recipient.id in view.group.leaders else NOT_THEIRS


async def host_passed(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    view = await materials.services.hosts.told(message.subject_id or 0)
    if view is None or view.host is None or not view.hosting.live:
        return GONE
    return hosting.passed(_reader(materials, recipient), view) if recipient.id in view.group.leaders else NOT_THEIRS


async def host_arranged(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    view = await materials.services.hosts.view(recipient.id, message.subject_id or 0)
    if view is None or view.host is None or not view.session.is_to_come(materials.now):
        return GONE
    return hosting.arranged(_reader(materials, recipient), view) if view.hosting.arrangements.said else GONE


async def place_tied(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    card = await _led(materials, message, recipient, ChoiceStatus.DECIDING)
    return GONE if card is None else place.tied(_reader(materials, recipient), card)


async def hosts_drafted(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    card = await _led(materials, message, recipient, ChoiceStatus.DRAFTED)
    return GONE if card is None else place.drafted(_reader(materials, recipient), card)


async def place_decided(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    card = await _of_member(materials, message, recipient)
    return GONE if card is None else place.told_decided(_reader(materials, recipient), card)


async def place_settled(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    card = await _of_member(materials, message, recipient)
    if card is None or card.choice is None or card.choice.status is not ChoiceStatus.SETTLED:
        return GONE
    return place.told_settled(_reader(materials, recipient), card)


async def office_waits(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    group = await materials.services.session_views.group(message.subject_id or 0)
    if group is None or not group.published:
        return GONE
    return hosting.office_waits(materials.speech(recipient), group)


async def group_decided(materials: Materials, message: OutboxMessage, group: Group) -> Message | Nothing:
    card = await materials.services.places.told(message.subject_id or 0, materials.now)
    if card is None or card.choice is None or card.choice.form is None:
        return GONE
    return place.told_decided(_group_reader(materials), card)


async def group_settled(materials: Materials, message: OutboxMessage, group: Group) -> Message | Nothing:
    card = await materials.services.places.told(message.subject_id or 0, materials.now)
    if card is None or card.choice is None or card.choice.status is not ChoiceStatus.SETTLED:
        return GONE
    return place.told_settled(_group_reader(materials), card)


async def _led(
    materials: Materials, message: OutboxMessage, recipient: Person, status: ChoiceStatus
) -> PlaceCard | None:
    card = await materials.services.places.led(recipient.id, message.subject_id or 0, materials.now)
    return card if card is not None and card.choice is not None and card.choice.status is status else None


async def _of_member(materials: Materials, message: OutboxMessage, recipient: Person) -> PlaceCard | None:
    card = await materials.services.places.told(message.subject_id or 0, materials.now)
    if card is None or recipient.id not in {each.person.id for each in card.members}:
        return None
    return card if card.choice is not None and card.choice.form is not None else None


def _reader(materials: Materials, recipient: Person) -> Reader:
    return Reader(materials.speech(recipient), materials.services.municipalities, materials.now)


def _group_reader(materials: Materials) -> Reader:
    return Reader(materials.group_speech, materials.services.municipalities, materials.now)


WORDS: dict[Kind, Renderer] = {
    Kind.FIRST_DATE_REMINDER: first_date_reminder,
    Kind.FIRST_DATE_PROPOSED: first_date_proposed,
    Kind.SESSION_PLACE_WANTED: place_wanted,
    Kind.HOST_ASKED: host_asked,
    Kind.HOST_REMINDER: host_reminder,
    Kind.HOST_LAPSED: host_lapsed,
    Kind.HOST_RELEASED: host_released,
    Kind.HOST_FOUND: host_found,
    Kind.HOST_PASSED: host_passed,
    Kind.HOST_ARRANGED: host_arranged,
    Kind.PLACE_TIED: place_tied,
    Kind.PLACE_TIE_REMINDER: place_tied,
    Kind.PLACE_DECIDED: place_decided,
    Kind.PLACE_HOSTS_DRAFTED: hosts_drafted,
    Kind.PLACE_SETTLED: place_settled,
    Kind.PLACE_WAITS: office_waits,
}

GROUP_WORDS: dict[Kind, GroupRenderer] = {
    Kind.PLACE_DECIDED: group_decided,
    Kind.PLACE_SETTLED: group_settled,
}
