"""The group's chat, between the real delivery and a Telegram that is made up."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from domain.chat import ChatStatus, LinkOutcome, Place, Visitor, Why
from domain.moves import MoveKind
from domain.outbox import Kind, OutboxStatus
from domain.person import Role
from services.chat import LookedOutcome, RemoveOutcome
from services.notices import notify, notify_group
from tests.services.chat_scene import ANNELIES, CHAT, DIRK, ELLEN, MEMBERS, ChatScene, set_chat_scene

if TYPE_CHECKING:
    from storage.database import Database

MARIJKE, JOOST = 11, 4


@pytest.fixture
async def chat(database: Database) -> ChatScene:
    """Not linked yet."""
    return await set_chat_scene(database)


@pytest.fixture
async def linked(chat: ChatScene) -> ChatScene:
    assert await chat.link() is LinkOutcome.LINKED
    await chat.settles()
    return chat


async def comes_in(scene: ChatScene, telegram_id: int) -> None:
    assert scene.telegram.asks(telegram_id, (await scene.chat()).invite_link)
    await scene.settles()


async def test_the_first_thing_said_in_a_chat_is_that_no_case_belongs_there(linked: ChatScene) -> None:
    first = next(sent for sent in linked.sender.arrived if sent.chat_id == CHAT)

    assert "Geen casussen hier" in first.html


async def test_each_member_gets_the_link_in_private_and_nobody_else_does(linked: ChatScene) -> None:
    assert all("Je groep heeft een groepschat" in linked.heard(telegram_id) for telegram_id in MEMBERS)
    assert "Je groep heeft een groepschat" not in linked.heard(ANNELIES) + linked.heard(DIRK) + linked.heard(CHAT)


async def test_a_code_is_good_once(linked: ChatScene) -> None:
    code = await linked.code()
    await linked.services.chat_linking.unlink(
        linked.group_id, linked.ids[ELLEN], linked.now, linked.update(), decline=False
    )
    code = await linked.code()

    first = await linked.link(code)
    await linked.services.chat_linking.unlink(
        linked.group_id, linked.ids[ELLEN], linked.now, linked.update(), decline=False
    )
    second = await linked.link(code)

    assert (first, second) == (LinkOutcome.LINKED, LinkOutcome.USED)


async def test_a_code_is_good_for_a_day(chat: ChatScene) -> None:
    code = await chat.code()
    chat.clock.forward(timedelta(hours=24))

    assert await chat.link(code) is LinkOutcome.EXPIRED


async def test_a_newer_code_takes_the_place_of_the_earlier_one(chat: ChatScene) -> None:
    earlier = await chat.code()
    await chat.code()

    assert await chat.link(earlier) is LinkOutcome.UNKNOWN_CODE


@pytest.mark.parametrize("who", [MARIJKE, ANNELIES])
async def test_only_who_leads_the_group_can_use_its_code(chat: ChatScene, who: int) -> None:
    code = await chat.code()

    assert await chat.link(code, by=who) is LinkOutcome.NOT_ALLOWED
    assert await chat.chat() is None


@pytest.mark.parametrize(
    ("wanting", "outcome"), [("bot_manages", LinkOutcome.RIGHTS), ("history_visible", LinkOutcome.HISTORY)]
)
async def test_what_is_wrong_with_a_chat_is_mended_first_and_the_code_stays_good(
    chat: ChatScene, wanting: str, outcome: LinkOutcome
) -> None:
    code, as_it_should_be = await chat.code(), getattr(chat.telegram, wanting)
    setattr(chat.telegram, wanting, not as_it_should_be)

    refused = await chat.link(code)
    setattr(chat.telegram, wanting, as_it_should_be)

    assert refused is outcome
    assert await chat.link(code) is LinkOutcome.LINKED


async def test_a_group_has_one_chat(linked: ChatScene) -> None:
    assert await linked.link(chat_id=-4002) is LinkOutcome.HAS_CHAT


async def test_linking_again_where_it_is_linked_changes_nothing(linked: ChatScene) -> None:
    said = len(linked.sender.arrived)

    outcome = await linked.link()
    await linked.settles()

    assert outcome is LinkOutcome.DONE_BEFORE
    assert len(linked.sender.arrived) == said


async def test_a_member_is_let_in_and_welcomed_by_first_name_and_municipality(linked: ChatScene) -> None:
    await comes_in(linked, MARIJKE)

    assert MARIJKE in linked.telegram.inside
    assert "Welkom Marijke, uit 's-Hertogenbosch" in linked.heard(CHAT).replace("&#x27;", "'").replace("&#39;", "'")


async def test_a_stranger_is_turned_away_and_the_leader_hears_who(linked: ChatScene) -> None:
    await comes_in(linked, DIRK)

    assert linked.telegram.turned_away == [DIRK]
    assert DIRK not in linked.telegram.inside
    assert f"Iemand {DIRK}" in linked.heard(ELLEN)
    assert f"Iemand {DIRK}" not in linked.heard(CHAT) + linked.heard(MARIJKE)


async def test_who_keeps_asking_is_reported_once_a_day(linked: ChatScene) -> None:
    for _ in range(3):
        await comes_in(linked, DIRK)

    assert linked.telegram.turned_away == [DIRK] * 3
    assert linked.heard(ELLEN).count(f"Iemand {DIRK}") == 1


async def test_the_link_is_revoked_when_all_are_in(linked: ChatScene) -> None:
    for telegram_id in MEMBERS:
        await comes_in(linked, telegram_id)

    assert linked.telegram.links == set()
    assert (await linked.chat()).invite_link is None


async def test_the_link_is_revoked_after_two_weeks(linked: ChatScene) -> None:
    await linked.passes(timedelta(days=14))

    assert linked.telegram.links == set()


async def test_after_that_the_leader_and_nobody_else_sends_a_new_one_to_who_is_missing(linked: ChatScene) -> None:
    await comes_in(linked, MARIJKE)
    await linked.passes(timedelta(days=15))
    invite, late = linked.services.chats.invite_again, MARIJKE + 1
    linked.sender.arrived.clear()

    by_others = [
        await invite(linked.group_id, linked.ids[who], linked.now, linked.update()) for who in (MARIJKE, late, ANNELIES)
    ]
    by_the_leader = await invite(linked.group_id, linked.ids[ELLEN], linked.now, linked.update())
    await linked.settles()

    assert (by_others, by_the_leader) == ([False] * 3, True)
    assert "Je groep heeft een groepschat" in linked.heard(late)
    assert "Je groep heeft een groepschat" not in linked.heard(MARIJKE)
    await comes_in(linked, late)
    assert late in linked.telegram.inside


async def test_at_a_departure_those_still_missing_get_another_link(linked: ChatScene) -> None:
    await comes_in(linked, MARIJKE)
    before = (await linked.chat()).invite_link

    await linked.leaves_group(MARIJKE)
    await linked.settles()

    after = (await linked.chat()).invite_link
    assert linked.telegram.links == {after}
    assert after != before
    assert MARIJKE not in linked.telegram.inside


async def test_who_left_the_group_after_asking_is_not_let_in(linked: ChatScene) -> None:
    linked.telegram.asks(MARIJKE, (await linked.chat()).invite_link)
    await linked.hears()

    await linked.leaves_group(MARIJKE)
    await linked.settles()

    assert MARIJKE not in linked.telegram.inside


async def test_a_removal_is_tried_until_it_is_done(linked: ChatScene) -> None:
    await comes_in(linked, MARIJKE)
    linked.telegram.silent = 4

    await linked.leaves_group(MARIJKE)
    await linked.settles()

    assert MARIJKE not in linked.telegram.inside


async def test_after_a_week_everything_goes_in_private_to_who_did_not_come_in(linked: ChatScene) -> None:
    for telegram_id in (*MEMBERS,)[1:]:
        await comes_in(linked, telegram_id)
    await linked.passes(timedelta(days=7, hours=1))

    async with linked.database.transaction() as work:
        await notify_group(work, Kind.GROUP_LEADER_CHANGED, linked.group_id, linked.now, in_private=True)

    told = await linked.queued(Kind.GROUP_LEADER_CHANGED)
    assert [each.recipient_id for each in told if each.recipient_id] == [linked.ids[MARIJKE]]
    assert "Marijke is na een week nog niet in de chat" in linked.heard(ELLEN)
    assert not await linked.database.reads.moves.open_of(linked.ids[MARIJKE])


async def test_who_comes_in_closes_the_wait(linked: ChatScene) -> None:
    waits = [move.kind for move in await linked.database.reads.moves.open_of(linked.ids[MARIJKE])]

    await comes_in(linked, MARIJKE)

    assert waits == [MoveKind.JOINING_CHAT]
    assert await linked.database.reads.moves.open_of(linked.ids[MARIJKE]) == []


async def test_a_stranger_inside_keeps_the_bot_silent_until_the_leader_has_looked(linked: ChatScene) -> None:
    linked.telegram.is_added(DIRK)
    await linked.settles()
    halted = await linked.chat()

    outcome = await linked.services.chats.looked(
        linked.ids[ELLEN], (linked.group_id, halted.unknown, 1), linked.now, linked.update()
    )

    assert (halted.status, halted.why) == (ChatStatus.HALTED, Why.STRANGER)
    assert outcome is LookedOutcome.SETTLED
    assert (await linked.chat()).open


async def test_a_stranger_is_taken_out_at_a_tap(linked: ChatScene) -> None:
    linked.telegram.is_added(DIRK)
    await linked.settles()
    seat = await linked.database.reads.chats.seat_of(linked.group_id, DIRK)
    assert seat is not None

    outcome = await linked.services.chats.remove_stranger(seat.id, linked.ids[ELLEN], linked.now, linked.update())
    await linked.settles()
    again = await linked.services.chats.remove_stranger(seat.id, linked.ids[ELLEN], linked.now, linked.update())

    assert (outcome, again) == (RemoveOutcome.REMOVING, RemoveOutcome.GONE)
    assert DIRK not in linked.telegram.inside
    assert (await linked.chat()).open


async def test_an_administrator_is_left_to_the_leader_to_take_out(linked: ChatScene) -> None:
    linked.telegram.is_added(DIRK)
    linked.telegram.administrators[DIRK] = "Dirk Jansen"
    await linked.settles()
    seat = await linked.database.reads.chats.seat_of(linked.group_id, DIRK)
    assert seat is not None

    await linked.services.chats.remove_stranger(seat.id, linked.ids[ELLEN], linked.now, linked.update())
    await linked.settles()

    assert "beheerders mag ik niet verwijderen" in linked.heard(ELLEN)


async def test_nobody_but_the_leader_takes_anybody_out(linked: ChatScene) -> None:
    linked.telegram.is_added(DIRK)
    await linked.settles()
    seat = await linked.database.reads.chats.seat_of(linked.group_id, DIRK)
    assert seat is not None

    for who in (MARIJKE, ANNELIES):
        outcome = await linked.services.chats.remove_stranger(seat.id, linked.ids[who], linked.now, linked.update())
        assert outcome is RemoveOutcome.NOT_YOURS
    assert DIRK in linked.telegram.inside


async def test_somebody_whom_nobody_told_of_shows_as_a_number(linked: ChatScene) -> None:
    linked.telegram.inside.add(DIRK)

    await linked.passes(timedelta(days=1))

    found = await linked.chat()
    assert (found.why, found.unknown) == (Why.DIFFERENCE, 1)
    assert "zit iemand" in linked.heard(ELLEN)


async def test_what_the_leader_found_right_is_not_asked_again_but_one_more_is(linked: ChatScene) -> None:
    linked.telegram.inside.add(DIRK)
    await linked.passes(timedelta(days=1))
    shown = (linked.group_id, 1, 0)
    await linked.services.chats.looked(linked.ids[ELLEN], shown, linked.now, linked.update())
    await linked.passes(timedelta(days=1))
    still_open = (await linked.chat()).open

    linked.telegram.inside.add(99)
    await linked.passes(timedelta(days=1))
    stale = await linked.services.chats.looked(linked.ids[ELLEN], shown, linked.now, linked.update())

    assert still_open
    assert stale is LookedOutcome.CHANGED
    assert (await linked.chat()).why is Why.DIFFERENCE


async def test_nothing_goes_to_a_chat_that_is_halted_and_what_can_goes_in_private(linked: ChatScene) -> None:
    linked.telegram.is_added(DIRK)
    await linked.settles()

    async with linked.database.transaction() as work:
        in_chat = await notify_group(work, Kind.GROUP_LEADER_CHANGED, linked.group_id, linked.now, in_private=True)
        waiting = await notify_group(work, Kind.CHAT_OPENED, linked.group_id, linked.now)

    assert in_chat is None
    told = await linked.queued(Kind.GROUP_LEADER_CHANGED)
    assert {each.recipient_id for each in told} == {linked.ids[telegram_id] for telegram_id in MEMBERS}
    assert waiting is not None
    assert waiting not in {row.id for row in await linked.services.outbox.waiting(linked.now, 100)}


async def test_a_send_into_a_chat_that_became_a_supergroup_arrives_there_once(linked: ChatScene) -> None:
    linked.telegram.becomes_supergroup()
    async with linked.database.transaction() as work:
        row = await notify_group(work, Kind.CHAT_OPENED, linked.group_id, linked.now, subject_id=linked.group_id)
    assert row is not None

    await linked.settles()

    assert (await linked.chat()).chat_id == linked.telegram.chat_id
    assert (await linked.database.reads.outbox.get(row)).status is OutboxStatus.SENT
    assert len([sent for sent in linked.sender.arrived if sent.chat_id == linked.telegram.chat_id]) == 1
    assert linked.telegram.links == {(await linked.chat()).invite_link}


async def test_what_was_queued_for_a_chat_that_is_gone_goes_in_private_or_waits(linked: ChatScene) -> None:
    linked.telegram.deleted = True
    async with linked.database.transaction() as work:
        waits = await notify_group(work, Kind.CHAT_OPENED, linked.group_id, linked.now, subject_id=linked.group_id)
        await notify_group(work, Kind.GROUP_LEADER_CHANGED, linked.group_id, linked.now, in_private=True)
    assert waits is not None

    await linked.one_beat()

    assert (await linked.chat()).why is Why.GONE
    assert len(await linked.queued(Kind.GROUP_LEADER_CHANGED)) == len(MEMBERS)
    linked.telegram.deleted = False
    linked.telegram.chat_id = -4009
    assert await linked.link() is LinkOutcome.LINKED
    await linked.settles()
    assert (await linked.database.reads.outbox.get(waits)).status is OutboxStatus.SENT


async def test_a_right_that_is_lost_and_given_back_loses_nothing(linked: ChatScene) -> None:
    await comes_in(linked, MARIJKE)
    linked.telegram.bot_manages = False
    await linked.leaves_group(MARIJKE)
    await linked.settles()
    powerless = await linked.chat()

    linked.telegram.bot_manages = True
    await linked.services.chats.back(CHAT, linked.now, linked.update())
    await linked.settles()

    assert powerless.status is ChatStatus.POWERLESS
    assert (await linked.chat()).open
    assert MARIJKE not in linked.telegram.inside
    assert "Alles is weer in orde" in linked.heard(ELLEN)


async def test_a_leader_who_goes_out_of_the_chat_hears_how_to_come_back_and_the_office_knows(linked: ChatScene) -> None:
    linked.telegram.leaves(ELLEN)
    await linked.settles()

    assert "Je bent niet meer in de chat" in linked.heard(ELLEN)
    assert "Ellen Vos is niet meer in de chat" in linked.heard(ANNELIES)


async def test_a_member_who_goes_out_of_the_chat_gets_everything_in_private(linked: ChatScene) -> None:
    await comes_in(linked, MARIJKE)
    linked.telegram.leaves(MARIJKE)
    await linked.settles()

    async with linked.database.transaction() as work:
        await notify_group(work, Kind.GROUP_LEADER_CHANGED, linked.group_id, linked.now, in_private=True)

    told = await linked.queued(Kind.GROUP_LEADER_CHANGED)
    assert linked.ids[MARIJKE] in {each.recipient_id for each in told}


async def test_without_a_chat_everything_goes_in_private(chat: ChatScene) -> None:
    who = chat.ids[ELLEN]
    assert await chat.services.chat_linking.unlink(chat.group_id, who, chat.now, chat.update(), decline=True)

    async with chat.database.transaction() as work:
        await notify_group(work, Kind.GROUP_LEADER_CHANGED, chat.group_id, chat.now, in_private=True)

    assert len(await chat.queued(Kind.GROUP_LEADER_CHANGED)) == len(MEMBERS)
    assert await chat.database.reads.chats.declined(chat.group_id)


async def test_a_strangers_name_is_forgotten_a_month_after_they_are_gone(linked: ChatScene) -> None:
    await comes_in(linked, DIRK)
    await linked.services.retention.sweep(linked.now + timedelta(days=29))
    kept = await linked.database.reads.chats.seat_of(linked.group_id, DIRK)

    await linked.services.retention.sweep(linked.now + timedelta(days=31))

    assert kept is not None
    assert kept.place is Place.ASKED
    assert await linked.database.reads.chats.seat_of(linked.group_id, DIRK) is None


async def test_the_chat_of_a_group_that_is_over_is_left_alone(linked: ChatScene) -> None:
    for telegram_id in MEMBERS:
        await linked.leaves_group(telegram_id)
    await linked.settles()
    asked = await linked.services.chats.asked(CHAT, Visitor(DIRK, "Dirk"), DIRK, linked.now, linked.update())

    assert await linked.services.chats.of_chat(CHAT) is None
    assert asked == "not-ours"


async def test_messages_for_people_and_for_their_chat_do_not_wait_for_each_other(linked: ChatScene) -> None:
    linked.telegram.is_added(DIRK)
    await linked.settles()
    async with linked.database.transaction() as work:
        await notify_group(work, Kind.CHAT_OPENED, linked.group_id, linked.now, subject_id=linked.group_id)
        mine = await notify(work, Kind.CHAT_LINKED, linked.ids[ELLEN], linked.now, subject_id=linked.group_id)

    await linked.settles()

    assert (await linked.database.reads.outbox.get(mine)).status is OutboxStatus.SENT


async def test_a_stand_in_gets_the_link_and_goes_out_again_when_the_group_is_given_back(linked: ChatScene) -> None:
    async with linked.database.transaction() as work:
        joost = await work.people.add(JOOST, "nl", linked.now)
        await work.people.give_role(joost.id, Role.FACILITATOR)
    leading, who = linked.services.leading, linked.ids[ELLEN]

    await leading.stand_in(linked.group_id, joost.id, who, linked.now, linked.update())
    await linked.settles()
    await comes_in(linked, JOOST)
    was_inside = JOOST in linked.telegram.inside
    await leading.give_back(linked.group_id, who, linked.now, linked.update())
    await linked.settles()

    assert was_inside
    assert JOOST not in linked.telegram.inside
    assert (await linked.chat()).open


async def test_who_asks_to_look_again_hears_what_is_still_wrong(linked: ChatScene) -> None:
    linked.telegram.history_visible = True
    await linked.passes(timedelta(days=1))
    shown = (linked.group_id, 0, 0)

    outcome = await linked.services.chats.looked(linked.ids[ELLEN], shown, linked.now, linked.update())
    await linked.settles()

    assert outcome is LookedOutcome.ASKED_AGAIN
    assert linked.heard(ELLEN).count("oude berichten lezen") == 2
