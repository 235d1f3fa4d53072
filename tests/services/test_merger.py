"""A merger of municipalities, at the first start of a program that knows of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.moves import MoveKind
from domain.municipality import Merger, Municipalities
from domain.outbox import Kind
from domain.registration import NotWith
from services.group_change import DecideOutcome
from services.merger import Mergers
from tests.services.group_scene import LATER, candidate, eight, member_ids, publish

if TYPE_CHECKING:
    from tests.services.intake_scene import Scene

TODAY = Municipalities.load()
ENDED, SPLIT = "GM9998", "GM9999"
# Of the second member of a group of eight.
SUCCESSOR = TODAY.by_code("GM0344")
MERGED = Municipalities(
    list(TODAY),
    [
        Merger(former_name="Oudstad", also=(), year=2028, into=(SUCCESSOR,), via=None, code=ENDED),
        Merger(
            former_name="Deelrade", also=(), year=2028, into=(SUCCESSOR, TODAY.by_code("GM0307")), via=None, code=SPLIT
        ),
    ],
)


async def lived_in(scene: Scene, registration_id: int, code: str) -> None:
    """Before the merger."""
    async with scene.database.transaction() as work:
        registration = await work.registrations.get(registration_id)
        answers = registration.answers.model_copy(update={"municipality_code": code})
        await work.registrations.save(registration.model_copy(update={"answers": answers}))


async def group_with_one_from(scene: Scene, code: str) -> int:
    """A group of which the first member lived there; the id of the membership."""
    group_id = await publish(scene)
    member = (await scene.database.reads.groups.members(group_id))[0]
    await lived_in(scene, member.registration_id, code)
    return member.id


async def starts(scene: Scene) -> None:
    await Mergers(scene.database, MERGED).carry_through(LATER)


async def code_of(scene: Scene, registration_id: int) -> str | None:
    return (await scene.database.reads.registrations.get(registration_id)).answers.municipality_code


async def test_two_who_come_to_be_of_one_municipality_are_for_the_coordinator_who_is_asked_once(scene: Scene) -> None:
    membership_id = await group_with_one_from(scene, ENDED)

    await starts(scene)
    told = await scene.told(Kind.MUNICIPALITY_CLASH)
    card = await scene.services.group_changes.membership(membership_id)
    waits = await scene.waits(MoveKind.MUNICIPALITY_CLASH, membership_id)
    await starts(scene)
    left = await scene.services.group_changes.let_clash_be(membership_id, LATER, scene.update())
    await scene.deliver()
    await starts(scene)

    assert told == [(Kind.MUNICIPALITY_CLASH, scene.annelies)]
    assert waits
    assert card is not None
    assert [each.municipality_code for each in card.clashing] == [SUCCESSOR.code]
    assert left is DecideOutcome.DECIDED
    assert await scene.told(Kind.MUNICIPALITY_CLASH) == []
    assert not await scene.waits(MoveKind.MUNICIPALITY_CLASH, membership_id)


async def test_two_who_were_of_one_municipality_before_are_not_asked_about_again(scene: Scene) -> None:
    group_id = await publish(scene)
    first, second, *_ = await member_ids(scene, group_id)
    registration_ids = [await scene.registration_of(each) for each in (first, second)]
    for registration_id in registration_ids:
        await lived_in(scene, registration_id, ENDED)

    await starts(scene)

    assert [await code_of(scene, each) for each in registration_ids] == [SUCCESSOR.code] * 2
    assert await scene.told(Kind.MUNICIPALITY_CLASH) == []


async def test_of_a_municipality_that_was_split_only_its_people_know_where_they_belong(scene: Scene) -> None:
    membership_id = await group_with_one_from(scene, SPLIT)

    await starts(scene)

    membership = await scene.database.reads.groups.membership(membership_id)
    assert await code_of(scene, membership.registration_id) == SPLIT
    assert await scene.told(Kind.MUNICIPALITY_CLASH) == []


async def test_who_is_in_no_group_yet_is_of_the_successor_with_whom_they_would_rather_not_meet(scene: Scene) -> None:
    apart = (NotWith(municipality_code=ENDED, name="Piet"),)
    waiting = await candidate(scene, "Oude Bekende", ENDED, not_with=apart)

    await starts(scene)

    answers = (await scene.database.reads.registrations.get(waiting)).answers
    assert answers.municipality_code == SUCCESSOR.code
    assert answers.not_with == (NotWith(municipality_code=SUCCESSOR.code, name="Piet"),)


async def test_the_program_as_it_is_changes_nothing(scene: Scene) -> None:
    registration_ids = await eight(scene)
    before = [await code_of(scene, each) for each in registration_ids]

    await scene.services.mergers.carry_through(LATER)

    assert [await code_of(scene, each) for each in registration_ids] == before
