"""Steps of the planning of dates that are part of other transactions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.outbox import Kind
from services.notices import notify

if TYPE_CHECKING:
    from datetime import datetime

    from domain.poll import Poll
    from storage.work import Work


async def propose_dates(work: Work, poll: Poll, now: datetime) -> None:
    """Put what the votes come to (anew) before who leads the group; it is worked out when the message is made."""
    await work.polls.save(poll.model_copy(update={"proposed_at": None}))
    await work.outbox.withdraw((Kind.DATES_PROPOSED,), poll.id, now, "worked out anew")
    leader_id = (await work.groups.get(poll.group_id)).leader_id
    if leader_id is not None:
        await notify(work, Kind.DATES_PROPOSED, leader_id, now, subject_id=poll.id, event_at=now)
