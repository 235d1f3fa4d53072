"""A published group, and its chat, for journeys that begin there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from domain.group import GroupStatus, MembershipStatus
from domain.municipality import Exact, Municipalities, Suggestion
from domain.person import Role
from domain.registration import Answers, Status
from storage.cipher import MainKey
from storage.database import Database

if TYPE_CHECKING:
    from playground.client import Group as TelegramGroup
    from storage.work import Work
    from tests.journeys.harness import Phone, Town

MEMBERS = ("Marijke", "Jeroen", "Fatima", "Koen", "Sanne", "Pieter-Jan", "Ayşe", "Willem")

# As Telegram's dialog switches them on by itself; anonymity it leaves off.
ADMINISTRATOR = {
    "can_manage_chat": True,
    "can_invite_users": True,
    "can_restrict_members": True,
    "can_delete_messages": True,
    "can_pin_messages": True,
    "can_change_info": True,
}


@dataclass
class Gathered:
    """A group as it is just after its publication: everybody knows, and nothing is planned."""

    town: Town
    group_id: int
    annelies: Phone
    ellen: Phone
    members: list[Phone]


async def gathers(town: Town, size: int = 8) -> Gathered:
    """Ellen leads the first `size` of the cast's aldermen; Annelies is the office. The bot is running."""
    annelies, ellen = await town.phone("Annelies"), await town.phone("Ellen")
    members = [await town.phone(name) for name in MEMBERS[:size]]
    for phone in (annelies, ellen, *members):
        await phone.starts()
    now = datetime.fromisoformat((await town.ask("GET", "/clock"))["now"])
    homes = {each["id"]: each["municipality"] for each in await town.people()}
    database = await Database.open(town.database, MainKey(town.key))
    try:
        async with database.transaction() as work:
            await _becomes(work, annelies, Role.COORDINATOR)
            leader_id = await _becomes(work, ellen, Role.FACILITATOR)
            group = await work.groups.add(None, now)
            for phone in members:
                await _joins(work, group.id, phone, homes[phone.id], now)
            published = {"status": GroupStatus.PUBLISHED, "facilitator_id": leader_id, "published_at": now}
            await work.groups.save(group.model_copy(update=published))
            await work.groups.begin_cycle(group.id, 1, now)
    finally:
        await database.close()
    return Gathered(town, group.id, annelies, ellen, members)


async def makes_chat(gathered: Gathered, *others: Phone) -> TelegramGroup:
    """Ellen makes a group in Telegram, with these in it, and the bot as its administrator."""
    chat = await gathered.ellen.makes_group("Intervisie", *others, add_bot=True)
    await chat.places_bot("administrator", ADMINISTRATOR)
    return chat


async def code_for(ellen: Phone) -> str:
    """The one-time code with which Ellen links a chat."""
    await ellen.types("/koppel")
    await ellen.taps("koppel")
    words = (await ellen.last())["text"]
    return str(words.partition("/koppel ")[2].split()[0])


async def links(gathered: Gathered, *others: Phone) -> TelegramGroup:
    """The group's chat, linked; who is invited has not come in yet."""
    chat = await makes_chat(gathered, *others)
    code = await code_for(gathered.ellen)
    await gathered.ellen.within(chat).types(f"/koppel {code}")
    return chat


async def all_come_in(gathered: Gathered) -> None:
    for phone in gathered.members:
        await phone.joins(await phone.invite_link())


async def gathers_in_chat(town: Town, size: int = 8) -> tuple[Gathered, TelegramGroup]:
    """A published group with everybody in its chat."""
    gathered = await gathers(town, size)
    chat = await links(gathered)
    await all_come_in(gathered)
    return gathered, chat


async def _becomes(work: Work, phone: Phone, role: Role) -> int:
    person = await work.people.by_telegram(phone.id)
    assert person is not None
    await work.people.rename(person.id, phone.name)
    await work.people.give_role(person.id, role)
    return person.id


async def _joins(work: Work, group_id: int, phone: Phone, municipality: str, now: datetime) -> None:
    person_id = await _becomes(work, phone, Role.PARTICIPANT)
    code = _code(municipality)
    draft = await work.registrations.add(person_id, None, Answers(name=phone.name, municipality_code=code), now)
    await work.registrations.save(draft.model_copy(update={"status": Status.ADMITTED, "decided_at": now}))
    picked = await work.groups.pick(group_id, person_id, draft.id, now)
    member = picked.model_copy(update={"status": MembershipStatus.MEMBER, "joined_at": now})
    await work.groups.save_membership(member)


def _code(municipality: str) -> str:
    match = Municipalities.load().match(municipality)
    assert isinstance(match, Exact | Suggestion), municipality
    return match.municipality.code
