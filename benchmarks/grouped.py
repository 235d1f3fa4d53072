"""Groups as they are after a year: their chats, sessions, turns, polls with votes, and whose move it is."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from domain.chat import Chat, ChatStatus, Place
from domain.group import GroupStatus, MembershipStatus
from domain.moves import MoveKind
from domain.outbox import Kind, OutboxStatus
from domain.person import Role
from domain.poll import Answer, NewOption, PollPurpose, PollSettings, Venue, Vote
from domain.session import LENGTH
from domain.slot import Interval
from domain.turn import ChosenBy, TurnRole
from services.intake_uid import new_uid

if TYPE_CHECKING:
    import random
    from datetime import datetime

    from domain.poll import Poll
    from storage.work import Work

GROUPS = 35
MEMBERS = 8
SESSIONS = 6
DATES = 18
# Of Telegram's polls that these dates take.
PARTS = 2
# Said in its chat in a year: votes counted, rotas, programmes, changes.
MESSAGES_EACH = 60
FIRST_CHAT_ID = -1_001_000_000_000


async def add_group(
    work: Work, number: int, people: list[tuple[int, int]], leader_id: int, chance: random.Random, *, now: datetime
) -> None:
    """One that has met half of its sessions. `people`: ids of persons with those of their registrations."""
    begun = now - timedelta(days=180)
    group = await work.groups.add(None, begun)
    published = {"status": GroupStatus.PUBLISHED, "facilitator_id": leader_id, "published_at": begun}
    await work.groups.save(group.model_copy(update=published))
    await work.groups.begin_cycle(group.id, 1, begun)
    for person_id, registration_id in people:
        picked = await work.groups.pick(group.id, person_id, registration_id, begun)
        joined = {"status": MembershipStatus.MEMBER, "joined_at": begun}
        await work.groups.save_membership(picked.model_copy(update=joined))
    members = [person_id for person_id, _ in people]
    await _chat(work, group.id, number, members, leader_id, at=begun)
    await _sessions(work, group.id, members, leader_id, now)
    await _poll(work, group.id, members, leader_id, chance, at=begun)
    await _messages(work, group.id, begun)


async def add_leader(work: Work, telegram_id: int, now: datetime) -> int:
    person = await work.people.add(telegram_id, "nl", now)
    await work.people.rename(person.id, f"Begeleider {telegram_id}")
    await work.people.give_role(person.id, Role.FACILITATOR)
    return person.id


async def _chat(work: Work, group_id: int, number: int, members: list[int], leader_id: int, *, at: datetime) -> None:
    chat = Chat(
        group_id=group_id,
        chat_id=FIRST_CHAT_ID - number,
        status=ChatStatus.LINKED,
        why=None,
        linked_by=leader_id,
        linked_at=at,
    )
    await work.chats.save(chat)
    for person_id in (*members, leader_id):
        person = await work.people.get(person_id)
        await work.chats.take_seat(group_id, person.telegram_id or 0, person_id, Place.INSIDE, at)


async def _sessions(work: Work, group_id: int, members: list[int], leader_id: int, now: datetime) -> None:
    first = now - timedelta(weeks=7 * (SESSIONS // 2) - 1)
    for number in range(1, SESSIONS + 1):
        starts = first + timedelta(weeks=7 * (number - 1))
        session = await work.sessions.add(group_id, 1, number, Interval(starts, starts + LENGTH), uid=new_uid(), at=now)
        for place, (role, position) in enumerate(
            ((TurnRole.PRESENTER, 1), (TurnRole.PRESENTER, 2), (TurnRole.RESERVE, 1))
        ):
            presenter = members[(3 * number + place) % len(members)]
            await work.turns.put(session.id, role, position, person_id=presenter, chosen_by=ChosenBy.BOT, at=now)
        await work.moves.open(MoveKind.ATTENDANCE, session.id, starts + LENGTH, leader_id)
        if starts < now:
            await work.moves.close(MoveKind.ATTENDANCE, session.id, starts + timedelta(days=1))


async def _poll(
    work: Work, group_id: int, members: list[int], leader_id: int, chance: random.Random, *, at: datetime
) -> None:
    settings = PollSettings(cycle=1, first_number=2, sessions=5, least_weeks=5, most_weeks=9)
    closes_at = at + timedelta(days=5)
    poll_id = await work.polls.add(
        group_id, PollPurpose.DATES, Venue.CHAT, by=leader_id, at=at, closes_at=closes_at, settings=settings
    )
    poll = await work.polls.get(poll_id)
    options = []
    for position in range(1, DATES + 1):
        starts = at + timedelta(weeks=2 * position)
        options.append(
            await work.polls.add_option(poll_id, position, NewOption(moment=Interval(starts, starts + LENGTH)))
        )
    await _parts(work, poll, options)
    answers = list(Answer)
    for option_id in options:
        for update_id, person_id in enumerate(members):
            vote = Vote(
                option_id=option_id,
                person_id=person_id,
                answer=chance.choice(answers),
                via=Venue.CHAT,
                update_id=update_id,
                answered_at=at,
            )
            await work.polls.keep_vote(vote)


async def _parts(work: Work, poll: Poll, options: list[int]) -> None:
    size = len(options) // PARTS
    for number in range(1, PARTS + 1):
        theirs = (*options[size * (number - 1) : size * number], None)
        part_id = await work.polls.add_part(poll, number, PARTS, theirs)
        await work.polls.part_sent(
            part_id,
            telegram_poll_id=f"{poll.id}-{number}",
            chat_id=FIRST_CHAT_ID - poll.group_id,
            message_id=part_id,
            persistent_ids=[str(position) for position in range(len(theirs))],
        )


async def _messages(work: Work, group_id: int, begun: datetime) -> None:
    for message in range(MESSAGES_EACH):
        at = begun + timedelta(days=message)
        row = await work.outbox.add_to_group(Kind.SESSION_PROGRAMME, group_id, rule_at=at, due_at=at, at=at)
        await work.outbox.settle(row, OutboxStatus.SENT, at, telegram_message_id=row)
