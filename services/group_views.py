"""A group as everybody who works with it reads it: its members, and who leads it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from domain.group import Group, Membership
    from domain.person import Person
    from domain.registration import PartOfDay, Weekday
    from storage.work import Reads


@dataclass(frozen=True, slots=True)
class MemberView:
    """A member, with what the leader and the rules need to know; no party, no contact, nothing about anybody else."""

    membership: Membership
    person: Person
    # The name as registered; it may be used in full towards members in private, and never in a group.
    name: str
    first_name: str
    municipality_code: str | None
    weekdays: tuple[Weekday, ...]
    parts_of_day: tuple[PartOfDay, ...]
    # How far they will travel one way, in minutes, by their own estimate; None when they did not say.
    travel_minutes: int | None


async def member_views(reads: Reads, group_id: int) -> list[MemberView]:
    """The members of a published group, in the order in which they came."""
    return [await member_view(reads, each) for each in await reads.groups.members(group_id)]


async def member_view(reads: Reads, membership: Membership) -> MemberView:
    """Raises LookupError when who it is of, or their registration, is erased."""
    person = await reads.people.get(membership.person_id)
    answers = (await reads.registrations.get(membership.registration_id)).answers
    name = answers.name or person.name or ""
    return MemberView(
        membership=membership,
        person=person,
        name=name,
        first_name=name.split()[0] if name else "",
        municipality_code=answers.municipality_code,
        weekdays=answers.weekdays,
        parts_of_day=answers.parts_of_day,
        travel_minutes=answers.travel_minutes,
    )


async def leads(reads: Reads, group_id: int, person_id: int) -> bool:
    """Whether this person leads this published group, as facilitator or as stand-in; False for any odd id."""
    try:
        group = await reads.groups.get(group_id)
    except LookupError:
        return False
    return group.published and person_id in group.leaders


async def facilitator_of(reads: Reads, group: Group) -> Person | None:
    """Who leads it now: the stand-in while there is one, else the facilitator; None while the group has neither."""
    leader_id = group.leader_id
    return None if leader_id is None else await reads.people.get(leader_id)
