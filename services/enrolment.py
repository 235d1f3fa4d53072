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
        newest = await _with_a_place(reads, now)
        return Enrolment(state=EnrolmentState.NONE if newest is None else EnrolmentState.OPEN, round=newest)
    found = await reads.rounds.by_slug(slug)
    if found is None or found.status is RoundStatus.DRAFT:
        return Enrolment(state=EnrolmentState.NONE, instead=await _with_a_place(reads, now))
    return await _in(reads, found, now)


async def place_for(reads: Reads, draft: Registration, now: datetime) -> Enrolment:
    """Whether there is a place for this draft now.

    Free enrolment always has one: in the round that has opened since it was begun, or else in the next.
    """
    if draft.round_id is None:
        return Enrolment(state=EnrolmentState.OPEN, round=await _with_a_place(reads, now))
    return await _in(reads, await reads.rounds.get(draft.round_id), now)


async def _in(reads: Reads, round_: Round, now: datetime) -> Enrolment:
    state = await _state_of(reads, round_, now)
    instead = None if state is EnrolmentState.OPEN else await _with_a_place(reads, now)
    return Enrolment(state=state, round=round_, instead=instead)


async def _with_a_place(reads: Reads, now: datetime) -> Round | None:
    """The newest round in which there is one."""
    for candidate in await reads.rounds.open_rounds():
        if await _state_of(reads, candidate, now) is EnrolmentState.OPEN:
            return candidate
    return None


async def _state_of(reads: Reads, round_: Round, now: datetime) -> EnrolmentState:
    if not round_.open_on(local(now).date()):
        return EnrolmentState.CLOSED
    if round_.places is not None and await reads.registrations.places_taken(round_.id) >= round_.places:
        return EnrolmentState.FULL
    return EnrolmentState.OPEN
