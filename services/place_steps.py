"""Choosing where a group meets for the rest of a cycle; each a step of a transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from domain.moves import Deed, MoveKind
from domain.outbox import Kind
from domain.place import TOWN_HALLS_SHOWN, ChoiceStatus, PlaceForm, Votes, how_stood, majority
from domain.poll import NewOption, Poll, PollPurpose, Word, voting_ends
from domain.session import Form
from domain.travel import rank_town_halls, town_hall
from services.hosting_steps import ask_for_all, may_host, notify_leader
from services.notices import notify_coordinators, notify_group
from services.place_wanted import want_place
from services.poll import open_poll, settle, standings

if TYPE_CHECKING:
    from datetime import datetime

    from domain.moves import Move
    from domain.place import PlaceChoice
    from domain.session import Session
    from domain.travel import RankedTownHall
    from services.deeds import Deeds
    from storage.work import Reads, Work

FORMS: Final = {Word.CENTRAL: PlaceForm.CENTRAL, Word.IN_TURN: PlaceForm.IN_TURN}
ABOUT_TIE: Final = (Kind.PLACE_TIED, Kind.PLACE_TIE_REMINDER)


async def sessions_to_place(reads: Reads, group_id: int, cycle: int, now: datetime) -> list[Session]:
    """The cycle's sessions to come for which nobody was picked by hand, in the order of time."""
    found = []
    for session in await reads.sessions.upcoming(group_id, now):
        if session.cycle != cycle or session.form is not Form.PLACE:
            continue
        hosting = await reads.hostings.live(session.id)
        if hosting is None or hosting.choice_id is not None:
            found.append(session)
    return found


async def ranked_town_halls(reads: Reads, group_id: int) -> list[RankedTownHall]:
    """Those of the members who can host, the best first."""
    homes = [view.municipality_code for view in await may_host(reads, group_id) if view.municipality_code is not None]
    return rank_town_halls(homes, homes)


async def ask_form(work: Work, group_id: int, cycle: int, by: int | None, now: datetime) -> PlaceChoice:
    """Ask the members: one central town hall, or everybody's in turn.

    Raises sqlite3.IntegrityError when there is a choice already, AlreadyAskedError when the question is open.
    """
    choice = await work.place_choices.add(group_id, cycle, ChoiceStatus.VOTING, by, now)
    options = [NewOption(word=word) for word in FORMS]
    await open_poll(work, group_id, PollPurpose.PLACE, options, voting_ends(now), by, now)
    return choice


async def count_form(work: Work, poll: Poll, now: datetime) -> None:
    """The majority of the votes cast decides; a tie, or no vote at all, is the leader's."""
    await settle(work, poll, now)
    choice = await _choice_of(work, poll)
    if choice is None or choice.status is not ChoiceStatus.VOTING:
        return
    votes = {
        FORMS[each.option.word]: len(each.yes)
        for each in (await standings(work, poll)).options
        if each.option.word is not None
    }
    form = majority(votes)
    counted = choice.counted(how_stood(votes.values(), decisive=form is not None))
    if form is None:
        await _leave_to_leader(work, counted, now)
    else:
        await decide_form(work, counted, form, now)


async def count_town_halls(work: Work, poll: Poll, now: datetime) -> None:
    """The town hall that suits most; a tie, or no vote at all, is the leader's."""
    await settle(work, poll, now)
    choice = await _choice_of(work, poll)
    if choice is None or choice.status is not ChoiceStatus.VOTING:
        return
    best = await _favourites(work, poll)
    cast = [len(each.able) for each in (await standings(work, poll)).options]
    counted = choice.counted(how_stood(cast, decisive=len(best) == 1))
    if counted.votes is Votes.MAJORITY:
        await decide_town_hall(work, counted, best[0], now)
    else:
        await _leave_to_leader(work, counted, now)


async def decide_form(
    work: Work, choice: PlaceChoice, form: PlaceForm, now: datetime, *, by: int | None = None
) -> PlaceChoice:
    """The members hear what it became; then they choose a town hall, or hosts are put before the leader.

    `by` is who leads the group and decided it, and so sees the hosts already.
    """
    await _end_tie(work, choice, now)
    decided = choice.decided(form, by, now)
    if form is PlaceForm.IN_TURN:
        drafted = decided.at(ChoiceStatus.DRAFTED, now)
        await work.place_choices.save(drafted)
        await _tell_decided(work, drafted, now)
        await _await_confirmation(work, drafted, now)
        return drafted
    best = (await ranked_town_halls(work, choice.group_id))[:TOWN_HALLS_SHOWN]
    if len(best) < 2:  # noqa: PLR2004 - one is no choice
        return await _without_town_halls(work, decided, best, now)
    voting = decided.at(ChoiceStatus.VOTING, now)
    await work.place_choices.save(voting)
    await _tell_decided(work, voting, now)
    options = [NewOption(municipality_code=each.municipality_code) for each in best]
    await open_poll(work, choice.group_id, PollPurpose.TOWN_HALL, options, voting_ends(now), choice.opened_by, now)
    return voting


async def decide_town_hall(
    work: Work, choice: PlaceChoice, code: str, now: datetime, *, by: int | None = None
) -> PlaceChoice:
    """The member of that municipality is asked to host every session. `by`: as for `decide_form`."""
    await _end_tie(work, choice, now)
    view = next((each for each in await may_host(work, choice.group_id) if each.municipality_code == code), None)
    sessions = await sessions_to_place(work, choice.group_id, choice.cycle, now)
    chosen = choice.in_town_hall(code, by, now).at(ChoiceStatus.ASKING, now)
    if view is None or not sessions:
        # Who would have hosted has left meanwhile.
        chosen = chosen.at(ChoiceStatus.SETTLED, now)
        for session in sessions:
            await want_place(work, session, now, tell=session == sessions[0])
    await work.place_choices.save(chosen)
    if view is not None and sessions:
        await ask_for_all(work, chosen, sessions, view, now)
        await _tell_decided(work, chosen, now)
    return chosen


async def count_again(work: Work, poll: Poll, now: datetime) -> None:
    """Somebody's votes count no longer; such a poll is settled the moment it is closed, so nothing changes."""


async def tied_town_halls(reads: Reads, choice: PlaceChoice) -> list[RankedTownHall]:
    """Between which the leader chooses: those with most votes, the shortest journeys first."""
    poll = await reads.polls.latest(choice.group_id, PollPurpose.TOWN_HALL)
    codes = [] if poll is None else await _favourites(reads, poll)
    homes = [view.municipality_code for view in await may_host(reads, choice.group_id) if view.municipality_code]
    ranked = [town_hall(homes, code) for code in codes if code in homes]
    return sorted(ranked, key=lambda each: (each.longest, each.total, each.municipality_code))


async def _favourites(reads: Reads, poll: Poll) -> list[str]:
    """The municipalities with most votes; all of them when nobody voted."""
    counted = (await standings(reads, poll)).options
    most = max((len(each.able) for each in counted), default=0)
    return [
        each.option.municipality_code for each in counted if len(each.able) == most and each.option.municipality_code
    ]


async def _without_town_halls(
    work: Work, choice: PlaceChoice, best: list[RankedTownHall], now: datetime
) -> PlaceChoice:
    """There is one, or none, to choose from."""
    await work.place_choices.save(choice)
    if best:
        return await decide_town_hall(work, choice.counted(None), best[0].municipality_code, now)
    settled = choice.at(ChoiceStatus.SETTLED, now)
    await work.place_choices.save(settled)
    for number, session in enumerate(await sessions_to_place(work, choice.group_id, choice.cycle, now)):
        await want_place(work, session, now, tell=number == 0)
    return settled


async def _leave_to_leader(work: Work, choice: PlaceChoice, now: datetime) -> None:
    await work.place_choices.save(choice.at(ChoiceStatus.DECIDING, now))
    leader_id = (await work.groups.get(choice.group_id)).leader_id
    await work.moves.open(MoveKind.PLACE_TIE, choice.id, now, leader_id)
    await notify_leader(work, Kind.PLACE_TIED, choice.group_id, choice.id, now)


async def _end_tie(work: Work, choice: PlaceChoice, now: datetime) -> None:
    await work.moves.close(MoveKind.PLACE_TIE, choice.id, now)
    await work.outbox.withdraw(ABOUT_TIE, choice.id, now, "decided")


async def _tell_decided(work: Work, choice: PlaceChoice, now: datetime) -> None:
    """What it became last; what is still queued about the same choice says it as it is now."""
    await work.outbox.withdraw((Kind.PLACE_DECIDED,), choice.id, now, "decided further")
    await notify_group(work, Kind.PLACE_DECIDED, choice.group_id, now, subject_id=choice.id, in_private=True)


async def _await_confirmation(work: Work, choice: PlaceChoice, now: datetime) -> None:
    leader_id = (await work.groups.get(choice.group_id)).leader_id
    await work.moves.open(MoveKind.HOSTS_DRAFTED, choice.id, now, leader_id)
    if leader_id is None or leader_id != choice.decided_by:
        await notify_leader(work, Kind.PLACE_HOSTS_DRAFTED, choice.group_id, choice.id, now)


async def _choice_of(reads: Reads, poll: Poll) -> PlaceChoice | None:
    cycle = await reads.groups.current_cycle(poll.group_id)
    return None if cycle is None else await reads.place_choices.of_cycle(poll.group_id, cycle.number)


async def _remind_of_tie(work: Work, move: Move, now: datetime) -> None:
    choice = await _still(work, move, ChoiceStatus.DECIDING, now)
    if choice is not None:
        await notify_leader(work, Kind.PLACE_TIE_REMINDER, choice.group_id, choice.id, now)


async def _make_it_central(work: Work, move: Move, now: datetime) -> None:
    """Nobody decided: central; and among town halls with as many votes, that with the shortest journeys."""
    choice = await _still(work, move, ChoiceStatus.DECIDING, now)
    if choice is None:
        return
    if choice.form is None:
        await decide_form(work, choice, PlaceForm.CENTRAL, now)
        return
    best = await tied_town_halls(work, choice) or await ranked_town_halls(work, choice.group_id)
    if best:
        await decide_town_hall(work, choice, best[0].municipality_code, now)


async def _tell_office(work: Work, move: Move, now: datetime) -> None:
    choice = await _still(work, move, ChoiceStatus.DRAFTED, now)
    if choice is not None:
        await notify_leader(work, Kind.PLACE_HOSTS_DRAFTED, choice.group_id, choice.id, now)
        await notify_coordinators(work, Kind.PLACE_WAITS, now, subject_id=choice.group_id)


async def _still(work: Work, move: Move, status: ChoiceStatus, now: datetime) -> PlaceChoice | None:
    choice = await work.place_choices.get(move.subject_id)
    if choice.status is status:
        return choice
    await work.moves.close(move.kind, move.subject_id, now)
    return None


PLACE_DEEDS: Final[Deeds] = {
    (MoveKind.PLACE_TIE, Deed.REMIND): _remind_of_tie,
    (MoveKind.PLACE_TIE, Deed.CENTRAL): _make_it_central,
    (MoveKind.HOSTS_DRAFTED, Deed.TELL_COORDINATOR): _tell_office,
}
