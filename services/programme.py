"""What a leader brings to a session: the running order, the rules of feedback, and who practises with whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from random import SystemRandom
from typing import TYPE_CHECKING, Final

from domain.attendance import expected
from domain.outbox import Kind
from domain.pairing import FEWEST, draw_pairs
from domain.programme import running_order
from services.group_views import leads, member_views
from services.notices import notify_group
from services.session_views import view_of

if TYPE_CHECKING:
    from datetime import datetime
    from random import Random

    from domain.group import Group
    from domain.pairing import Pair
    from domain.programme import Item
    from domain.session import Lunch, Session
    from services.group_views import MemberView
    from services.session_views import SessionView
    from storage.database import Database
    from storage.work import Reads, Work

TAPPED_TWICE: Final = timedelta(minutes=1)
"""What is sent to a group within this time after the same was sent, was pressed twice."""


class Handout(StrEnum):
    """What can be sent to the group at a tap."""

    PROGRAMME = "programme"
    RULES = "rules"
    PAIRS = "pairs"


KINDS: Final = {
    Handout.PROGRAMME: Kind.SESSION_PROGRAMME,
    Handout.RULES: Kind.FEEDBACK_RULES,
    Handout.PAIRS: Kind.EXERCISE_PAIRS,
}


@dataclass(frozen=True, slots=True)
class Exercise:
    """One member's part: to whom they give, and from whom they receive."""

    giver: MemberView
    receiver: MemberView


@dataclass(frozen=True, slots=True)
class ProgrammeCard:
    group: Group
    view: SessionView
    items: tuple[Item, ...]
    exercises: tuple[Exercise, ...]
    # Somebody of the pairing does not come, or somebody who comes is not in it.
    outdated: bool
    # The group has a chat that messages go to.
    has_chat: bool

    @property
    def session(self) -> Session:
        return self.view.session


class ProgrammeOutcome(StrEnum):
    DONE = "done"
    # To the chat of the group.
    SENT = "sent"
    # To each in private.
    SENT_IN_PRIVATE = "sent-in-private"
    # A moment ago: it was pressed twice.
    SENT_BEFORE = "sent-before"
    # Fewer than two come.
    TOO_FEW = "too-few"
    # There is no pairing yet, or not of those who come now.
    NO_PAIRS = "no-pairs"
    OUTDATED = "outdated"
    # It is over, was held, or cancelled.
    OVER = "over"
    # Not a session of a group that this person leads, or no such session.
    NOT_YOURS = "not-yours"


@dataclass(frozen=True, slots=True)
class Programmed:
    outcome: ProgrammeOutcome
    card: ProgrammeCard | None = None


class Programmes:
    def __init__(self, database: Database, random: Random | None = None) -> None:
        self._database = database
        self._random = random or SystemRandom()

    async def card(self, session_id: int) -> ProgrammeCard | None:
        """None when there is no such session. Who may see it is for the caller to see to."""
        try:
            session = await self._database.reads.sessions.get(session_id)
        except LookupError:
            return None
        return await card_of(self._database.reads, session)

    async def next_session(self, group_id: int, now: datetime) -> Session | None:
        """The one that is going on, or comes next; None when nothing is planned."""
        upcoming = await self._database.reads.sessions.upcoming(group_id, now)
        return upcoming[0] if upcoming else None

    async def set_lunch(
        self, leader_id: int, session_id: int, lunch: Lunch, now: datetime, update_id: int
    ) -> Programmed:
        """Before or after; pressed again it is left open again."""
        async with self._database.transaction(applies=update_id) as work:
            session, refusal = await _planned_of(work, leader_id, session_id)
            if session is None:
                return refusal
            chosen = None if session.lunch is lunch else lunch
            changed = session.model_copy(update={"lunch": chosen, "changed_at": now})
            await work.sessions.save(changed)
            return Programmed(ProgrammeOutcome.DONE, await card_of(work, changed))

    async def draw(self, leader_id: int, session_id: int, update_id: int, *, again: bool) -> Programmed:
        """Who practises with whom, of those who come; what was drawn stays, unless `again`."""
        async with self._database.transaction(applies=update_id) as work:
            session, refusal = await _planned_of(work, leader_id, session_id)
            if session is None:
                return refusal
            if again or not await work.sessions.pairs(session_id):
                present = await _coming(work, session)
                if len(present) < FEWEST:
                    return Programmed(ProgrammeOutcome.TOO_FEW, await card_of(work, session))
                past = await work.sessions.past_pairs(session)
                await work.sessions.set_pairs(session_id, draw_pairs(present, past, self._random))
            return Programmed(ProgrammeOutcome.DONE, await card_of(work, session))

    async def send(
        self, leader_id: int, session_id: int, handout: Handout, now: datetime, update_id: int
    ) -> Programmed:
        """To the chat of the group; to each in private when it has none."""
        async with self._database.transaction(applies=update_id) as work:
            session, refusal = await _planned_of(work, leader_id, session_id)
            if session is None:
                return refusal
            if session.ends_at <= now:
                return Programmed(ProgrammeOutcome.OVER)
            card = await card_of(work, session)
            if handout is Handout.PAIRS and not card.exercises:
                return Programmed(ProgrammeOutcome.NO_PAIRS, card)
            if handout is Handout.PAIRS and card.outdated:
                return Programmed(ProgrammeOutcome.OUTDATED, card)
            if await work.outbox.added_since(KINDS[handout], session_id, now - TAPPED_TWICE):
                return Programmed(ProgrammeOutcome.SENT_BEFORE, card)
            # The leader stands before the group: it goes at any hour until the session is over.
            await notify_group(
                work,
                KINDS[handout],
                session.group_id,
                now,
                subject_id=session_id,
                event_at=session.ends_at,
                expires_at=session.ends_at,
                in_private=True,
            )
            return Programmed(ProgrammeOutcome.SENT if card.has_chat else ProgrammeOutcome.SENT_IN_PRIVATE, card)


async def card_of(reads: Reads, session: Session) -> ProgrammeCard:
    """Raises LookupError when the group is gone."""
    group = await reads.groups.get(session.group_id)
    members = {view.person.id: view for view in await member_views(reads, group.id)}
    pairs = await reads.sessions.pairs(session.id)
    chat = await reads.chats.of_group(group.id)
    return ProgrammeCard(
        group=group,
        view=await view_of(reads, session),
        items=tuple(running_order(group, session)),
        exercises=tuple(_exercises(pairs, members)),
        outdated=bool(pairs) and {pair.giver for pair in pairs} != set(await _coming(reads, session)),
        has_chat=chat is not None and chat.open,
    )


def _exercises(pairs: list[Pair], members: dict[int, MemberView]) -> list[Exercise]:
    return [
        Exercise(members[pair.giver], members[pair.receiver])
        for pair in pairs
        if pair.giver in members and pair.receiver in members
    ]


async def _coming(reads: Reads, session: Session) -> list[int]:
    members = [each.person_id for each in await reads.groups.members(session.group_id)]
    return expected(members, await reads.attendance.of(session.id))


async def _planned_of(work: Work, leader_id: int, session_id: int) -> tuple[Session | None, Programmed]:
    """The session, or why not."""
    refused = Programmed(ProgrammeOutcome.NOT_YOURS)
    try:
        session = await work.sessions.get(session_id)
    except LookupError:
        return None, refused
    if not await leads(work, session.group_id, leader_id):
        return None, refused
    return (session, refused) if session.planned else (None, Programmed(ProgrammeOutcome.OVER))
