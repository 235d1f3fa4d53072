"""What somebody can register for: an open round with a place, or the next one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.round import RoundStatus
from domain.standing import Enrolment, EnrolmentState
from domain.time import local

if TYPE_CHECKING:
    from datetime import datetime

    from domain.registration import Registration
    from domain.round import Round
    from storage.work import Reads


async def enrolment_by(reads: Reads, slug: str | None, now: datetime) -> Enrolment:
    """What one who comes in by this link can register for; without a link, the newest round with a place."""
    if slug is None:
        for candidate in await reads.rounds.open_rounds():
            if await _state_of(reads, candidate, now) is EnrolmentState.OPEN:
                return Enrolment(state=EnrolmentState.OPEN, round=candidate)
        return Enrolment(state=EnrolmentState.NONE)
    found = await reads.rounds.by_slug(slug)
    if found is None or found.status is RoundStatus.DRAFT:
        return Enrolment(state=EnrolmentState.NONE)
    return Enrolment(state=await _state_of(reads, found, now), round=found)


async def _state_of(reads: Reads, round_: Round, now: datetime) -> EnrolmentState:
    if not round_.open_on(local(now).date()):
        return EnrolmentState.CLOSED
    if round_.places is not None and await reads.registrations.places_taken(round_.id) >= round_.places:
        return EnrolmentState.FULL
    return EnrolmentState.OPEN


async def place_for(reads: Reads, draft: Registration, now: datetime) -> Enrolment:
    """Whether there is a place for this draft now; free enrolment always has one."""
    if draft.round_id is None:
        return Enrolment(state=EnrolmentState.OPEN)
    round_ = await reads.rounds.get(draft.round_id)
    return Enrolment(state=await _state_of(reads, round_, now), round=round_)
