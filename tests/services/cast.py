"""People for the tests of the office's side: coordinators, somebody who registers, an outsider."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import count
from typing import TYPE_CHECKING

from domain.moves import MoveKind
from domain.outbox import Kind
from domain.registration import Answers, Question, Status
from services.notices import notify_coordinators

if TYPE_CHECKING:
    from collections.abc import Iterator

    from domain.person import Person, Role
    from domain.registration import Registration
    from storage.database import Database

# A Tuesday at noon in Amsterdam, weeks before any holiday.
NOW = datetime(2027, 1, 19, 11, 0, tzinfo=UTC)

_update_ids: Iterator[int] = count(1)


def update_id() -> int:
    return next(_update_ids)


async def person(database: Database, name: str | None, telegram_id: int | None, role: Role | None = None) -> Person:
    async with database.transaction() as work:
        added = await work.people.add(telegram_id, "nl", NOW)
        if name is not None:
            await work.people.rename(added.id, name)
        await work.people.give_role(added.id, role)
        return await work.people.get(added.id)


def answers(name: str = "Marijke de Groot", *, member: bool = True) -> Answers:
    given = Answers()
    values_of: dict[Question, dict[str, object]] = {
        Question.NAME: {"name": name},
        Question.MUNICIPALITY: {"municipality_code": "GM0796"},
        Question.PARTY: {"party": "GroenLinks-PvdA"},
        Question.IN_OFFICE_SINCE: {"in_office_since": 2022},
        Question.MEMBER: {"member": member},
        Question.EMAIL: {"email": "marijke@gemeente.nl"},
        Question.CONSENT: {},
    }
    for question, values in values_of.items():
        given = given.settle(question, **values)
    return given


async def submitted(
    database: Database, owner: Person, *, member: bool = True, cents: int = 60_000, round_id: int | None = None
) -> Registration:
    """A registration that waits for admission, as the coordinators were told."""
    async with database.transaction() as work:
        draft = await work.registrations.add(owner.id, round_id, answers(member=member), NOW)
        registration = draft.model_copy(
            update={"status": Status.SUBMITTED, "submitted_at": NOW, "consented_at": NOW, "agreed_cents": cents}
        )
        await work.registrations.save(registration)
        await work.moves.open(MoveKind.ADMISSION, registration.id, NOW)
        await notify_coordinators(work, Kind.ADMISSION_ASKED, NOW, subject_id=registration.id)
        return registration
