"""A group of fewer than six: its leader and the coordinator choose, and nothing waits for ever."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from domain.group import GroupStatus
from domain.group_change import NewcomerAnswer, ShortageOutcome, ShortageWish
from domain.moves import MoveKind
from domain.outbox import Kind
from services.group_change import DecideOutcome
from tests.services.group_scene import LATER, asked_newcomer, leaves, member_ids, publish, shortage_of

if TYPE_CHECKING:
    from tests.services.intake_scene import Scene


async def test_below_six_going_on_takes_both_and_filling_up_one(scene: Scene) -> None:
    group_id = await publish(scene, 6)
    people = await member_ids(scene, group_id)
    await leaves(scene, people[0])
    shortage_id = await shortage_of(scene, group_id)
    wish = scene.services.group_changes.wish_about_shortage

    by_leader = await wish(scene.ellen, shortage_id, ShortageWish.GO_ON, LATER, scene.update())
    by_stranger = await wish(scene.joost, shortage_id, ShortageWish.FILL_UP, LATER, scene.update())
    by_office = await wish(scene.annelies, shortage_id, ShortageWish.GO_ON, LATER, scene.update())

    assert (by_leader, by_stranger, by_office) == (
        DecideOutcome.NOTED,
        DecideOutcome.NOT_YOURS,
        DecideOutcome.DECIDED,
    )
    shortage = await scene.database.reads.shortages.get(shortage_id)
    assert shortage.outcome is ShortageOutcome.GO_ON
    assert not await scene.waits(MoveKind.SHORTAGE, shortage_id)


async def test_below_six_nobody_says_anything_and_the_group_goes_on(scene: Scene) -> None:
    group_id = await publish(scene, 6)
    await leaves(scene, (await member_ids(scene, group_id))[0])
    shortage_id = await shortage_of(scene, group_id)

    await scene.let_pass(LATER + timedelta(days=8))

    assert (await scene.database.reads.shortages.get(shortage_id)).outcome is ShortageOutcome.GO_ON
    assert sorted(await scene.told(Kind.SHORTAGE_SETTLED)) == sorted(
        [(Kind.SHORTAGE_SETTLED, scene.ellen), (Kind.SHORTAGE_SETTLED, scene.annelies)]
    )


async def test_filling_up_is_the_coordinators_move_until_there_are_six_or_the_group_goes_on_after_all(
    scene: Scene,
) -> None:
    group_id = await publish(scene, 6)
    first, second, *others = await member_ids(scene, group_id)
    await leaves(scene, first)
    shortage_id = await shortage_of(scene, group_id)
    wish = scene.services.group_changes.wish_about_shortage
    await wish(scene.annelies, shortage_id, ShortageWish.FILL_UP, LATER, scene.update())
    told = await scene.told(Kind.SHORTAGE_SETTLED)
    # One more leaves, and one is refused by silence: it is being looked after already.
    await leaves(scene, second)
    await asked_newcomer(scene, group_id)
    await scene.let_pass(LATER + timedelta(days=6))
    await scene.deliver_notices()
    await scene.let_pass(LATER + timedelta(days=8))
    reminded = await scene.told(Kind.SHORTAGE_SETTLED, Kind.SHORTAGE_ASKED)

    by_leader = await wish(scene.ellen, shortage_id, ShortageWish.GO_ON, LATER, scene.update())
    by_office = await wish(scene.annelies, shortage_id, ShortageWish.GO_ON, LATER, scene.update())

    assert len(others) == 4
    assert told == [(Kind.SHORTAGE_SETTLED, scene.ellen)]
    assert reminded == [(Kind.SHORTAGE_SETTLED, scene.annelies)]
    assert (by_leader, by_office) == (DecideOutcome.SETTLED, DecideOutcome.DECIDED)
    assert (await scene.database.reads.shortages.get(shortage_id)).outcome is ShortageOutcome.GO_ON
    assert not await scene.waits(MoveKind.FILLING_UP, shortage_id)


async def test_a_newcomer_who_makes_six_ends_the_search(scene: Scene) -> None:
    group_id = await publish(scene, 6)
    first, *others = await member_ids(scene, group_id)
    await leaves(scene, first)
    shortage_id = await shortage_of(scene, group_id)
    changes, newcomers = scene.services.group_changes, scene.services.newcomers
    await changes.wish_about_shortage(scene.ellen, shortage_id, ShortageWish.FILL_UP, LATER, scene.update())
    newcomer = await asked_newcomer(scene, group_id)

    for person_id in others:
        await newcomers.answer(person_id, newcomer.id, NewcomerAnswer.FITS, LATER, scene.update())

    assert len(await member_ids(scene, group_id)) == 6
    assert not await scene.waits(MoveKind.FILLING_UP, shortage_id)


async def test_a_group_without_members_is_over(scene: Scene) -> None:
    group_id = await publish(scene, 6)

    for person_id in await member_ids(scene, group_id):
        await leaves(scene, person_id)

    assert (await scene.database.reads.groups.get(group_id)).status is GroupStatus.ENDED
    assert await scene.database.reads.shortages.open_of(group_id) is None
    assert await scene.database.reads.groups.current_cycle(group_id) is None
