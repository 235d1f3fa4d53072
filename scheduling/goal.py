"""The words of what an owner of learning goals hears by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.goal import GoalReading
from domain.outbox import Kind
from messages import goal
from messages.goal import Numbered
from scheduling.words import Nothing

if TYPE_CHECKING:
    from domain.outbox import OutboxMessage
    from domain.person import Person
    from messages.message import Message
    from scheduling.words import Materials, Renderer


async def proposed(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    goals = await materials.services.goals.mine(recipient.id)
    its = next(
        (Numbered(each, number) for number, each in enumerate(goals, start=1) if each.id == message.subject_id), None
    )
    if its is None or its.goal.proposal is None or its.goal.proposed_by is None:
        return Nothing("the proposal was answered, or the goal changed")
    facilitator = await materials.services.people.get(its.goal.proposed_by)
    return goal.proposed(materials.speech(recipient), its, facilitator)


async def reader_asked(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    """As long as it was not answered, and there is something to read."""
    try:
        facilitator = await materials.services.people.get(message.subject_id or 0)
    except LookupError:
        return Nothing("the facilitator is gone")
    if await materials.services.goals.reading_of(recipient.id, facilitator.id) is not GoalReading.ASKED:
        return Nothing("answered, or not asked any more")
    if not await materials.services.goals.mine(recipient.id):
        return Nothing("there are no goals to read")
    return goal.may_read(materials.speech(recipient), facilitator)


WORDS: dict[Kind, Renderer] = {
    Kind.GOAL_PROPOSED: proposed,
    Kind.GOALS_READER_ASKED: reader_asked,
}
