"""The words of what the planning of dates sends by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from documents.availability import draw_availability
from documents.poll_picture import availability_of
from domain.outbox import Kind
from messages import planning_proposal as messages
from messages.poll import Teller, date_words
from scheduling.words import Nothing

if TYPE_CHECKING:
    from domain.group import Group
    from domain.outbox import OutboxMessage
    from domain.person import Person
    from messages.message import Message
    from scheduling.words import GroupRenderer, Materials, Renderer


async def proposed(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    its = await materials.services.proposals.of(message.subject_id or 0, materials.now)
    if its is None:
        return Nothing("the poll is open again, settled or gone")
    if recipient.id not in its.view.group.leaders:
        return Nothing("somebody else leads the group")
    speech = materials.speech(recipient)
    picture = await materials.services.worker.run(
        draw_availability, availability_of(speech, its.view, its.people, its.sets)
    )
    return messages.proposed(_to(materials, recipient), its, picture)


async def waits(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    try:
        view = await materials.services.polls.view(message.subject_id or 0)
    except LookupError:
        return Nothing("the poll is gone")
    if view.poll.is_open or not view.poll.is_unsettled:
        return Nothing("it is settled, or open again")
    leader_id = view.group.leader_id
    leader = None if leader_id is None else await materials.services.people.get(leader_id)
    return messages.waits(_to(materials, recipient), view, None if leader is None else leader.name)


async def settled(materials: Materials, message: OutboxMessage, group: Group) -> Message | Nothing:
    planned = await materials.services.planning.planned(message.subject_id or 0)
    if not planned:
        return Nothing("nothing is planned any more")
    speech = materials.group_speech
    teller = Teller(speech, materials.services.municipalities, materials.now)
    said = [(session.number, date_words(speech, session.starts_at, materials.now)) for session in planned]
    return messages.told_to_group(teller, said)


async def plea(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    asked = await materials.services.proposals.plea(message.subject_id or 0, recipient.id)
    if asked is None or not asked.view.poll.is_closed or asked.plea.possible is not None:
        return Nothing("it was settled, answered, or is put to the vote again")
    return messages.plea(_to(materials, recipient), asked.plea.id, asked.view, asked.option)


def _to(materials: Materials, recipient: Person) -> Teller:
    return Teller(materials.speech(recipient), materials.services.municipalities, materials.now)


WORDS: dict[Kind, Renderer] = {
    Kind.DATES_PROPOSED: proposed,
    Kind.PROPOSAL_WAITS: waits,
    Kind.DATES_PLEA: plea,
}

GROUP_WORDS: dict[Kind, GroupRenderer] = {Kind.DATES_SETTLED: settled}
