"""People who wait for a group, for journeys that begin with composing one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from domain.municipality import Exact, Municipalities, Suggestion
from domain.outbox import OutboxStatus
from domain.person import Role
from services.catalogue import Services
from services.group_composing import PublishOutcome
from storage.cipher import MainKey
from storage.database import Database
from tests.journeys.grouped import MEMBERS
from tests.services.group_scene import complete_answers, goes_on
from tests.services.inline_worker import InlineWorker

if TYPE_CHECKING:
    from storage.work import Work
    from tests.journeys.harness import Phone, Town


@dataclass
class Waiting:
    """Nine who had their intake with Ellen and heard that they go on; the ninth is from Amersfoort, as Jeroen is."""

    annelies: Phone
    ellen: Phone
    eight: list[Phone]
    ninth: Phone


async def nine_wait(town: Town) -> Waiting:
    annelies, ellen = await town.phone("Annelies"), await town.phone("Ellen")
    eight = [await town.phone(name) for name in MEMBERS]
    ninth = await town.newcomer("Piet", "Puk", municipality="Amersfoort")
    for phone in (annelies, ellen, *eight, ninth):
        await phone.starts()
    now = datetime.fromisoformat((await town.ask("GET", "/clock"))["now"])
    homes = {each["id"]: each["municipality"] for each in await town.people()}
    database = await Database.open(town.database, MainKey(town.key))
    try:
        async with database.transaction() as work:
            await work.people.give_role(await _id_of(work, annelies), Role.COORDINATOR)
            held_by = await _id_of(work, ellen)
            await work.people.give_role(held_by, Role.FACILITATOR)
            for phone in (*eight, ninth):
                answers = complete_answers(phone.name, _code(homes[phone.id]), travel_minutes=90)
                await goes_on(work, await _id_of(work, phone), answers, held_by, now)
            for message in await work.outbox.waiting(now, 1000):
                await work.outbox.settle(message.id, OutboxStatus.SENT, now, telegram_message_id=1)
    finally:
        await database.close()
    return Waiting(annelies, ellen, eight, ninth)


async def six_are_published(town: Town) -> Waiting:
    """The first six are in group 1, led by Ellen, and everybody has heard so; the others still wait."""
    waiting = await nine_wait(town)
    now = datetime.fromisoformat((await town.ask("GET", "/clock"))["now"])
    database = await Database.open(town.database, MainKey(town.key))
    try:
        async with database.transaction() as work:
            office = await _id_of(work, waiting.annelies)
            people = [await _id_of(work, phone) for phone in waiting.eight[:6]]
        composing = Services.over(database, InlineWorker()).composing
        draft = await composing.begin(office, now, -1)
        registrations = [await database.reads.registrations.live_of(person_id) for person_id in people]
        done = await composing.put(draft.group.id, [each.id for each in registrations if each], now, -2)
        assert done.card is not None
        published = await composing.publish(draft.group.id, done.card.version, now, -3)
        assert published.outcome is PublishOutcome.PUBLISHED
    finally:
        await database.close()
    await town.settles()
    return waiting


async def _id_of(work: Work, phone: Phone) -> int:
    person = await work.people.by_telegram(phone.id)
    assert person is not None
    await work.people.rename(person.id, phone.name)
    return person.id


def _code(municipality: str) -> str:
    match = Municipalities.load().match(municipality)
    assert isinstance(match, Exact | Suggestion), municipality
    return match.municipality.code
