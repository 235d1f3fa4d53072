"""Polls read for whoever shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.poll import PollPurpose
from domain.poll_view import Ballot, PartView, PollView
from domain.travel import journey
from services.group_views import member_views
from services.poll import standings

if TYPE_CHECKING:
    from domain.poll import Poll
    from storage.work import Reads


async def poll_view(reads: Reads, poll_id: int) -> PollView:
    """Raises LookupError when there is no such poll."""
    poll = await reads.polls.get(poll_id)
    return PollView(
        poll=poll,
        group=await reads.groups.get(poll.group_id),
        standings=await standings(reads, poll),
        session=None if poll.session_id is None else await reads.sessions.get(poll.session_id),
        longest_journeys=await _longest_journeys(reads, poll),
    )


async def part_view(reads: Reads, part_id: int) -> PartView:
    """Raises LookupError when there is no such part."""
    part = await reads.polls.part(part_id)
    view = await poll_view(reads, part.poll_id)
    by_id = {option.id: option for option in await reads.polls.options(part.poll_id)}
    return PartView(part, view, tuple(None if each is None else by_id[each] for each in part.option_ids))


async def ballot_of(reads: Reads, poll_id: int, person_id: int) -> Ballot | None:
    """None when there is no such poll, or this person has no vote in it."""
    try:
        view = await poll_view(reads, poll_id)
    except LookupError:
        return None
    if person_id not in view.standings.voters:
        return None
    given = {option.id: view.standings.answer_of(person_id, option.id) for option in view.options}
    answers = {option_id: answer for option_id, answer in given.items() if answer is not None}
    only_before = person_id in view.standings.complete & view.standings.awaited
    return Ballot(view, answers, only_before=only_before)


async def _longest_journeys(reads: Reads, poll: Poll) -> dict[int, int]:
    if poll.purpose is not PollPurpose.TOWN_HALL:
        return {}
    codes = [view.municipality_code for view in await member_views(reads, poll.group_id)]
    homes = [code for code in codes if code is not None]
    return {
        option.id: max((journey(home, option.municipality_code).minutes for home in homes), default=0)
        for option in await reads.polls.options(poll.id)
        if option.municipality_code is not None
    }
