"""A database as it is after some years: 1,500 people, 280 of them in 35 groups that are on their way."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from benchmarks.grouped import GROUPS, MEMBERS, add_group, add_leader
from domain.moves import MoveKind
from domain.municipality import Municipalities
from domain.outbox import Kind, OutboxStatus
from domain.person import Role
from domain.portfolios import Portfolio
from domain.registration import REQUIRED, SUPPLEMENT, Answers, Status
from domain.round import RoundStatus
from storage.cipher import MainKey
from storage.database import Database

if TYPE_CHECKING:
    from pathlib import Path

    from domain.round import Round
    from storage.work import Work

PEOPLE = 1_500
PLACED = GROUPS * MEMBERS
# A facilitator leads up to seven of them.
LEADERS = 5
# What one person hears in two years.
MESSAGES_EACH = 40
FIRST_TELEGRAM_ID = 700_000_000


async def populate(path: Path, key: str, now: datetime | None = None) -> None:
    database = await Database.open(path, MainKey(key))
    now = now or datetime.now(UTC)
    chance = random.Random(2027)
    municipalities = [municipality.code for municipality in Municipalities.load()]
    try:
        async with database.transaction() as work:
            office = await work.people.add(FIRST_TELEGRAM_ID - 1, "nl", now)
            await work.people.give_role(office.id, Role.COORDINATOR)
            round_ = await _open_round(work, office.id)
            people = [
                await _person(work, number, round_.id, municipalities[number % len(municipalities)], chance, now=now)
                for number in range(PEOPLE)
            ]
            leaders = [await add_leader(work, FIRST_TELEGRAM_ID - 2 - number, now) for number in range(LEADERS)]
            for number in range(GROUPS):
                theirs = people[MEMBERS * number : MEMBERS * (number + 1)]
                await add_group(work, number, theirs, leaders[number % LEADERS], chance, now=now)
    finally:
        await database.close()


async def open_round(path: Path, key: str) -> None:
    """Nothing but a coordinator and a round that is open to everybody."""
    database = await Database.open(path, MainKey(key))
    try:
        async with database.transaction() as work:
            office = await work.people.add(FIRST_TELEGRAM_ID - 1, "nl", datetime.now(UTC))
            await work.people.give_role(office.id, Role.COORDINATOR)
            await _open_round(work, office.id)
    finally:
        await database.close()


async def _open_round(work: Work, created_by: int) -> Round:
    round_ = await work.rounds.add("bench", created_by)
    opened = round_.model_copy(update={"status": RoundStatus.OPEN, "name": "Voorjaar"})
    await work.rounds.save(opened)
    return opened


async def _person(
    work: Work, number: int, round_id: int, municipality: str, chance: random.Random, *, now: datetime
) -> tuple[int, int]:
    """Somebody who registered, and with whom much was said; the ids of the person and of the registration."""
    person = await work.people.add(FIRST_TELEGRAM_ID + number, "nl", now)
    await work.people.rename(person.id, f"Deelnemer {number} van der Meer")
    registration = await work.registrations.add(person.id, round_id, _answers(number, municipality, chance), now)
    if number < PLACED:
        await work.people.give_role(person.id, Role.PARTICIPANT)
    status = Status.ADMITTED if number < PLACED else chance.choice([Status.DRAFT, Status.SUBMITTED, Status.ADMITTED])
    await work.registrations.save(registration.model_copy(update={"status": status, "submitted_at": now}))
    if status is Status.SUBMITTED:
        await work.moves.open(MoveKind.ADMISSION, registration.id, now)
    for message in range(MESSAGES_EACH if number < PLACED else 3):
        at = now - timedelta(days=message)
        row = await work.outbox.add(Kind.ADMITTED, person.id, rule_at=at, due_at=at, at=at, subject_id=registration.id)
        await work.outbox.settle(row, OutboxStatus.SENT, at, telegram_message_id=row)
    return person.id, registration.id


def _answers(number: int, municipality: str, chance: random.Random) -> Answers:
    return Answers(
        answered=frozenset({*REQUIRED, *SUPPLEMENT}),
        name=f"Deelnemer {number} van der Meer",
        municipality_code=municipality,
        party="Lokale partij",
        portfolios=tuple(chance.sample(list(Portfolio), 3)),
        in_office_since=2022,
        member=chance.random() < 0.7,
        email=f"deelnemer{number}@gemeente.nl",
        motivation_get="Leren van anderen. " * 10,
        motivation_bring="Ervaring met samenwerken. " * 10,
        travel_minutes=60,
        phone=f"+316{number:08d}",
    )
