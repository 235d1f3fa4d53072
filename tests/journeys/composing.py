"""People who wait for a group, for journeys that begin with composing one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from domain.municipality import Exact, Municipalities, Suggestion
from domain.outbox import OutboxStatus
from domain.person import Role
from storage.cipher import MainKey
from storage.database import Database
from tests.journeys.grouped import MEMBERS
from tests.services.group_scene import complete_answers, goes_on

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


async def _id_of(work: Work, phone: Phone) -> int:
    person = await work.people.by_telegram(phone.id)
    assert person is not None
    await work.people.rename(person.id, phone.name)
    return person.id


def _code(municipality: str) -> str:
    match = Municipalities.load().match(municipality)
    assert isinstance(match, Exact | Suggestion), municipality
    return match.municipality.code
