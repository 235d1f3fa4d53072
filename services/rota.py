"""Who presents: the rota of a group as everybody reads it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from domain.turn import Turn
    from storage.work import Reads


async def turns_of(reads: Reads, session_id: int) -> list[Turn]:
    """What the group was told about this session: presenters in order, then the reserve; empty before it was told.

    `person_id` is who has the turn now, `original_person_id` who had it at first; a place may be empty.
    """
    return [turn for turn in await reads.turns.of_session(session_id) if turn.told]


async def past_turns(reads: Reads, group_id: int, now: datetime) -> dict[int, int]:
    """How often each member has presented, over all cycles; who was absent did not present."""
    members = {each.person_id for each in await reads.groups.members(group_id)}
    over = {each.id for each in await reads.sessions.of_group(group_id) if each.ends_at <= now}
    turns: Counter[int] = Counter()
    for session_id in sorted(over):
        absent = {each.person_id for each in await reads.attendance.of(session_id) if each.absent}
        present = {turn.person_id for turn in await turns_of(reads, session_id) if turn.is_presenter} - absent
        turns.update(each for each in present if each is not None)
    return {person_id: turns[person_id] for person_id in members}
