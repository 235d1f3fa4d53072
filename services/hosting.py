"""What a member does who is asked to host: answering, and saying what was arranged."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from domain.conversation import Conversation, ConversationName
from domain.place import Arrangement, Hosting, HostingStatus
from domain.place_view import HostingView
from services.group_views import member_views
from services.hosting_steps import accept, pass_on, tell_arrangements

if TYPE_CHECKING:
    from datetime import datetime

    from storage.database import Database
    from storage.work import Reads, Work


class HostAnswer(StrEnum):
    ACCEPTED = "accepted"
    DECLINED = "declined"
    # It was answered so before.
    ALREADY = "already"
    # It is asked no longer: too late, somebody else hosts, or the session is over.
    STALE = "stale"
    NOT_YOURS = "not-yours"


@dataclass(frozen=True, slots=True)
class HostAnswered:
    outcome: HostAnswer
    view: HostingView | None = None


@dataclass(frozen=True, slots=True)
class Arranging:
    """Where a host is with saying what was arranged; None: everything was asked."""

    view: HostingView
    question: Arrangement | None


class Hosts:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def told(self, hosting_id: int) -> HostingView | None:
        """Whoever asks; None when there is no such hosting."""
        try:
            hosting = await self._database.reads.hostings.get(hosting_id)
        except LookupError:
            return None
        return await hosting_view(self._database.reads, hosting)

    async def view(self, reader_id: int, hosting_id: int) -> HostingView | None:
        """To the host, and once there is one to everybody of the group; None to anybody else."""
        view = await self.told(hosting_id)
        if view is None or reader_id == view.hosting.person_id:
            return view
        members = {each.person_id for each in await self._database.reads.groups.members(view.group.id)}
        accepted = view.hosting.status is HostingStatus.ACCEPTED
        return view if accepted and reader_id in members | view.group.leaders else None

    async def answer(
        self, person_id: int, hosting_id: int, now: datetime, update_id: int, *, yes: bool
    ) -> HostAnswered:
        """Who has said yes can still say no: then somebody else is asked."""
        async with self._database.transaction(applies=update_id) as work:
            view = await _own(work, person_id, hosting_id)
            if view is None:
                return HostAnswered(HostAnswer.NOT_YOURS)
            hosting = view.hosting
            done = HostingStatus.ACCEPTED if yes else HostingStatus.DECLINED
            if hosting.status is done:
                return HostAnswered(HostAnswer.ALREADY, view)
            answerable = hosting.status is HostingStatus.ASKED or (hosting.status is HostingStatus.ACCEPTED and not yes)
            if not answerable or not view.session.is_to_come(now):
                return HostAnswered(HostAnswer.STALE, view)
            if yes:
                accepted = await accept(work, hosting, view.session, now)
                return HostAnswered(HostAnswer.ACCEPTED, await hosting_view(work, accepted))
            await pass_on(work, hosting, HostingStatus.DECLINED, now)
            fresh = await work.hostings.get(hosting.id)
            return HostAnswered(HostAnswer.DECLINED, await hosting_view(work, fresh))

    async def ask(
        self, person_id: int, hosting_id: int, arrangement: Arrangement | None, now: datetime, update_id: int
    ) -> Arranging | None:
        """Ask for this (None: for what is open, one after the other); None to who does not host it."""
        async with self._database.transaction(applies=update_id) as work:
            view = await _hosted_by(work, person_id, hosting_id, now)
            if view is None:
                return None
            question = arrangement or _next_open(view.hosting, None)
            if question is not None:
                await _ask(work, view, question, now, one_only=arrangement is not None)
            return Arranging(view, question)

    async def say(self, person_id: int, words: str | None, now: datetime, update_id: int) -> Arranging | None:
        """The answer to what is asked now (None: skipped); None when nothing is asked any more.

        Everybody of the group hears what was arranged, in one message when it leaves.
        """
        async with self._database.transaction(applies=update_id) as work:
            conversation = await work.conversations.of(person_id)
            if conversation is None or conversation.name is not ConversationName.HOSTING:
                return None
            view = await _hosted_by(work, person_id, conversation.subject_id or 0, now)
            if view is None:
                await work.conversations.end(person_id)
                return None
            asked = Arrangement(conversation.question)
            if words is not None:
                view = await _arrange(work, view, asked, words, now)
            following = None if conversation.from_summary else _next_open(view.hosting, asked)
            if following is None:
                await work.conversations.end(person_id)
            else:
                await _ask(work, view, following, now, one_only=False)
            return Arranging(view, following)

    async def stop(self, person_id: int, update_id: int) -> HostingView | None:
        """Out of the conversation; what was said stays."""
        async with self._database.transaction(applies=update_id) as work:
            conversation = await work.conversations.of(person_id)
            if conversation is None or conversation.name is not ConversationName.HOSTING:
                return None
            await work.conversations.end(person_id)
            return await _own(work, person_id, conversation.subject_id or 0)


async def hosting_view(reads: Reads, hosting: Hosting) -> HostingView:
    session = await reads.sessions.get(hosting.session_id)
    members = await member_views(reads, session.group_id)
    return HostingView(
        hosting=hosting,
        session=session,
        group=await reads.groups.get(session.group_id),
        host=next((view for view in members if view.person.id == hosting.person_id), None),
        sessions=await _sessions_of(reads, hosting),
    )


async def _sessions_of(reads: Reads, hosting: Hosting) -> int:
    if hosting.choice_id is None or (await reads.place_choices.get(hosting.choice_id)).municipality_code is None:
        return 1
    of_choice = await reads.hostings.of_choice(hosting.choice_id)
    return max(sum(each.person_id == hosting.person_id for each in of_choice), 1)


async def _own(reads: Reads, person_id: int, hosting_id: int) -> HostingView | None:
    try:
        hosting = await reads.hostings.get(hosting_id)
    except LookupError:
        return None
    return await hosting_view(reads, hosting) if hosting.person_id == person_id else None


async def _hosted_by(reads: Reads, person_id: int, hosting_id: int, now: datetime) -> HostingView | None:
    view = await _own(reads, person_id, hosting_id)
    if view is None or view.hosting.status is not HostingStatus.ACCEPTED or not view.session.is_to_come(now):
        return None
    return view


def _next_open(hosting: Hosting, after: Arrangement | None) -> Arrangement | None:
    """The first that was not said yet, behind `after`."""
    order = list(Arrangement)
    behind = order if after is None else order[order.index(after) + 1 :]
    return next((each for each in behind if hosting.arrangements.of(each) is None), None)


async def _ask(work: Work, view: HostingView, question: Arrangement, now: datetime, *, one_only: bool) -> None:
    conversation = Conversation(
        name=ConversationName.HOSTING, question=question, subject_id=view.hosting.id, from_summary=one_only
    )
    await work.conversations.ask(view.hosting.person_id, conversation, now)


async def _arrange(work: Work, view: HostingView, asked: Arrangement, words: str, now: datetime) -> HostingView:
    """With a central town hall it is so for every session."""
    hosting = view.hosting
    together = [hosting]
    if view.all_of_them and hosting.choice_id is not None:
        together = [
            each
            for each in await work.hostings.of_choice(hosting.choice_id)
            if each.person_id == hosting.person_id and each.status is HostingStatus.ACCEPTED
        ]
    for each in together:
        await work.hostings.save(each.arranged(each.arrangements.saying(asked, words), now))
    fresh = await work.hostings.get(hosting.id)
    await tell_arrangements(work, fresh, now)
    return await hosting_view(work, fresh)
