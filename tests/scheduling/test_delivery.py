from __future__ import annotations

import asyncio
import sqlite3
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from telegram.error import BadRequest, InvalidToken, RetryAfter

from domain.outbox import Kind, OutboxStatus, Why
from domain.person import Role
from scheduling.delivery import AT_ONCE
from tests.scheduling.fakes import (
    NOON,
    Gate,
    Scene,
    Sent,
    blocked,
    no_such_chat,
    not_connected,
    server_error,
    timed_out,
    until_nothing_moves,
)

if TYPE_CHECKING:
    from storage.database import Database

EVENING = datetime(2027, 1, 19, 19, 30, tzinfo=UTC)  # 20:30 in Amsterdam
NIGHT = datetime(2027, 1, 19, 22, 0, tzinfo=UTC)  # 23:00 in Amsterdam
NEXT_MORNING = datetime(2027, 1, 20, 7, 0, tzinfo=UTC)  # 08:00 in Amsterdam


@pytest.fixture(autouse=True)
def _durations_as_timedelta(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library warns whenever it makes a RetryAfter, unless it may give durations as timedelta."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


@pytest.fixture
def scene(database: Database) -> Scene:
    return Scene(database)


async def test_what_is_due_is_sent_once_and_its_telegram_id_is_kept(scene: Scene) -> None:
    marijke = await scene.person(11)
    message_id = await scene.queue(marijke)

    await scene.beat()
    await scene.beat()

    assert scene.sender.arrived == [Sent(11, f"admitted {message_id}")]
    row = await scene.row(message_id)
    assert (row.status, row.message_id, row.deliveries) == (OutboxStatus.SENT, 1001, 1)
    assert row.settled_at == NOON


async def test_what_is_not_due_yet_stays(scene: Scene) -> None:
    marijke = await scene.person(11)
    message_id = await scene.queue(marijke, rule_at=NOON + timedelta(seconds=1))

    await scene.beat()

    assert scene.sender.arrived == []
    assert (await scene.row(message_id)).status is OutboxStatus.QUEUED


async def test_one_person_gets_messages_in_the_order_in_which_they_are_due(scene: Scene) -> None:
    marijke = await scene.person(11)
    last = await scene.queue(marijke, subject_id=1)
    first = await scene.queue(marijke, subject_id=2, at=NOON - timedelta(hours=1))
    middle = await scene.queue(marijke, subject_id=3, at=NOON - timedelta(minutes=1))

    await scene.beat_until(scene.nothing_due)

    assert [sent.html for sent in scene.sender.arrived] == [f"admitted {row}" for row in (first, middle, last)]


async def test_a_later_message_waits_while_an_earlier_one_to_the_same_person_is_tried_again(scene: Scene) -> None:
    marijke = await scene.person(11)
    first = await scene.queue(marijke, subject_id=1)
    second = await scene.queue(marijke, subject_id=2)
    scene.sender.errors = [not_connected(), not_connected(), not_connected()]

    await scene.beat_until(scene.nothing_due)

    assert [sent.html for sent in scene.sender.arrived] == [f"admitted {first}", f"admitted {second}"]


async def test_people_are_written_to_side_by_side_but_never_more_than_fit(scene: Scene) -> None:
    for number in range(AT_ONCE + 5):
        await scene.queue(await scene.person(100 + number))
    scene.sender.gate = Gate()

    await scene.heartbeat.beat(NOON)
    await scene.sender.gate.reached_by(AT_ONCE)
    await scene.heartbeat.beat(NOON)

    assert scene.sender.gate.number == AT_ONCE
    scene.sender.gate.open()
    await scene.beat_until(scene.nothing_due)
    assert len(scene.sender.arrived) == AT_ONCE + 5
    assert set(scene.sender.times.values()) == {1}


async def test_what_was_withdrawn_while_it_waited_for_its_turn_does_not_leave(scene: Scene) -> None:
    marijke = await scene.person(11)
    message_id = await scene.queue(marijke, subject_id=5)
    scene.sender.gate = Gate()
    await scene.heartbeat.beat(NOON)
    await scene.sender.gate.reached_by(1)

    async with scene.database.transaction() as work:
        await work.outbox.withdraw((Kind.ADMITTED,), 5, NOON, "left")
    scene.sender.gate.open()
    await scene.delivery.finish()

    assert scene.sender.arrived == []
    row = await scene.row(message_id)
    assert (row.status, row.reason, row.deliveries) == (OutboxStatus.WITHDRAWN, "left", 0)


async def test_waiting_for_a_turn_when_the_process_stops_costs_no_delivery(scene: Scene) -> None:
    marijke = await scene.person(11)
    message_id = await scene.queue(marijke)
    scene.sender.gate = Gate()
    await scene.heartbeat.beat(NOON)
    await scene.sender.gate.reached_by(1)

    await scene.delivery.stop()

    row = await scene.row(message_id)
    assert (row.status, row.deliveries) == (OutboxStatus.QUEUED, 0)


async def test_a_message_without_a_reason_any_more_is_withdrawn(scene: Scene) -> None:
    message_id = await scene.queue(await scene.person(11), detail="gone")

    await scene.beat()

    row = await scene.row(message_id)
    assert (row.status, row.reason) == (OutboxStatus.WITHDRAWN, "its reason is gone")
    assert scene.sender.arrived == []


async def test_words_that_cannot_be_made_fail_their_own_message_only_and_are_told_to_the_coordinator(
    scene: Scene,
) -> None:
    coordinator = await scene.person(1)
    async with scene.database.transaction() as work:
        await work.people.give_role(coordinator.id, Role.COORDINATOR)
    marijke = await scene.person(11)
    broken = await scene.queue(marijke, detail="broken")
    whole = await scene.queue(marijke)

    await scene.beat_until(scene.nothing_due)

    assert (await scene.row(broken)).reason == Why.NO_WORDS
    assert (await scene.row(whole)).status is OutboxStatus.SENT
    assert [sent.html.split()[0] for sent in scene.sender.arrived if sent.chat_id == 1] == ["error-reported"]


async def test_a_message_that_replaces_another_changes_it(scene: Scene) -> None:
    marijke = await scene.person(11)
    asked = await scene.queue(marijke)
    await scene.beat()
    settled = await scene.queue(marijke, Kind.ADMISSION_SETTLED, replaces_id=asked)

    await scene.beat()

    assert scene.sender.arrived[-1] == Sent(11, f"admission-settled {settled}", replaced=1001)
    assert (await scene.row(settled)).message_id == 1001


async def test_a_message_that_replaces_one_that_never_arrived_is_sent_by_itself(scene: Scene) -> None:
    marijke = await scene.person(11)
    asked = await scene.queue(marijke, detail="gone")
    settled = await scene.queue(marijke, Kind.ADMISSION_SETTLED, replaces_id=asked)

    await scene.beat_until(scene.nothing_due)

    assert scene.sender.arrived == [Sent(11, f"admission-settled {settled}")]


# What comes too late, or not at all


async def test_what_expired_is_missed_and_stays_listed(scene: Scene) -> None:
    message_id = await scene.queue(await scene.person(11), expires_at=NOON + timedelta(minutes=5))
    scene.clock.forward(timedelta(minutes=5))

    await scene.beat()

    assert scene.sender.arrived == []
    assert [(row.id, row.status, row.reason) for row in await scene.services.outbox.undelivered()] == [
        (message_id, OutboxStatus.MISSED, Why.EXPIRED)
    ]


async def test_after_a_standstill_only_the_newest_of_several_reminders_is_sent(scene: Scene) -> None:
    coordinator = await scene.person(1)
    rows = [
        await scene.queue(coordinator, Kind.ADMISSION_REMINDER, subject_id=7, at=NOON + timedelta(days=day))
        for day in range(3)
    ]
    about_another = await scene.queue(coordinator, Kind.ADMISSION_REMINDER, subject_id=8)
    scene.clock.forward(timedelta(days=3))

    await scene.beat_until(scene.nothing_due)

    assert {sent.html for sent in scene.sender.arrived} == {
        f"admission-reminder {rows[-1]}",
        f"admission-reminder {about_another}",
    }
    assert [(await scene.row(row)).reason for row in rows] == [Why.OVERTAKEN, Why.OVERTAKEN, None]


async def test_two_errors_are_no_reminders_and_both_are_told(scene: Scene) -> None:
    coordinator = await scene.person(1)
    for detail in ("K7Q2", "M3XA"):
        await scene.queue(coordinator, Kind.ERROR_REPORTED, detail=detail)

    await scene.beat_until(scene.nothing_due)

    assert len(scene.sender.arrived) == 2


async def test_what_was_due_by_day_is_not_sent_at_night_after_a_standstill(scene: Scene) -> None:
    scene.clock.moment = EVENING
    message_id = await scene.queue(await scene.person(11))
    scene.clock.moment = NIGHT

    await scene.beat()

    assert scene.sender.arrived == []
    assert (await scene.row(message_id)).due_at == NEXT_MORNING
    scene.clock.moment = NEXT_MORNING
    await scene.beat()
    assert scene.sender.arrived == [Sent(11, f"admitted {message_id}")]


async def test_what_expires_soon_is_sent_at_night_rather_than_never(scene: Scene) -> None:
    scene.clock.moment = EVENING
    message_id = await scene.queue(await scene.person(11), expires_at=NEXT_MORNING - timedelta(hours=1))
    scene.clock.moment = NIGHT

    await scene.beat()

    assert scene.sender.arrived == [Sent(11, f"admitted {message_id}")]


async def test_what_the_rule_sends_at_night_is_sent_at_night(scene: Scene) -> None:
    scene.clock.moment = NIGHT
    message_id = await scene.queue(await scene.person(11), event_at=NIGHT + timedelta(hours=4))

    await scene.beat()

    assert scene.sender.arrived == [Sent(11, f"admitted {message_id}")]


# Who cannot be reached


@pytest.mark.parametrize("refusal", [blocked(), no_such_chat()])
async def test_somebody_who_cannot_be_reached_is_not_written_to_again_until_the_next_start(
    scene: Scene, refusal: Exception
) -> None:
    marijke = await scene.person(11)
    first, second = await scene.queue(marijke), await scene.queue(marijke)
    scene.sender.errors = [refusal]

    await scene.beat_until(scene.nothing_due)

    assert scene.sender.arrived == []
    assert {(await scene.row(row)).reason for row in (first, second)} == {Why.UNREACHABLE}
    assert not (await scene.services.people.get(marijke.id)).reachable
    await scene.services.people.greet(11, NOON, update_id=1)
    third = await scene.queue(marijke)
    await scene.beat()
    assert scene.sender.arrived == [Sent(11, f"admitted {third}")]


async def test_somebody_without_an_account_yet_is_unreachable(scene: Scene) -> None:
    message_id = await scene.queue(await scene.person(None))

    await scene.beat()

    assert (await scene.row(message_id)).reason == Why.UNREACHABLE


async def test_a_message_that_telegram_refuses_fails_for_good_and_is_reported(scene: Scene) -> None:
    coordinator = await scene.person(1)
    async with scene.database.transaction() as work:
        await work.people.give_role(coordinator.id, Role.COORDINATOR)
    message_id = await scene.queue(await scene.person(11))
    scene.sender.errors = [BadRequest("Message is too long")]

    await scene.beat_until(scene.nothing_due)

    assert (await scene.row(message_id)).reason == Why.REFUSED
    assert [sent.chat_id for sent in scene.sender.arrived] == [1]


# The line


@pytest.mark.parametrize("error", [not_connected(), server_error(), InvalidToken()])
async def test_what_certainly_did_not_arrive_is_tried_until_it_does(scene: Scene, error: Exception) -> None:
    message_id = await scene.queue(await scene.person(11))
    scene.sender.errors = [error] * 9

    await scene.beat_until(scene.nothing_due)

    row = await scene.row(message_id)
    assert (row.status, row.deliveries) == (OutboxStatus.SENT, 1)
    assert scene.sender.times == {f"admitted {message_id}": 1}


async def test_what_may_have_arrived_is_sent_a_second_time_and_never_a_third(scene: Scene) -> None:
    message_id = await scene.queue(await scene.person(11))
    scene.sender.errors = [timed_out(), timed_out(), timed_out()]
    scene.sender.after = True

    await scene.beat_until(scene.nothing_due)

    assert scene.sender.times == {f"admitted {message_id}": 2}
    row = await scene.row(message_id)
    assert (row.status, row.reason) == (OutboxStatus.FAILED, Why.PERHAPS_DELIVERED)


async def test_a_line_that_is_dead_for_long_uses_up_no_deliveries(scene: Scene) -> None:
    rows = [await scene.queue(await scene.person(100 + number)) for number in range(3)]
    scene.sender.errors = [timed_out() for _ in rows]
    scene.probe_errors = [timed_out() for _ in range(50)]

    await scene.beat_until(scene.nothing_due)

    assert [(await scene.row(row)).status for row in rows] == [OutboxStatus.SENT] * 3
    assert scene.sender.times == {f"admitted {row}": 1 for row in rows}


async def test_while_telegram_is_away_it_is_asked_less_and_less_often(scene: Scene) -> None:
    await scene.queue(await scene.person(11))
    scene.sender.errors = [not_connected()]
    scene.probe_errors = [not_connected() for _ in range(9)]

    await scene.beat_until(scene.nothing_due)

    assert scene.time.slept == [0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 30.0, 60.0, 60.0, 60.0]


async def test_a_failure_with_one_person_does_not_keep_the_others_waiting_for_long(scene: Scene) -> None:
    unlucky = await scene.queue(await scene.person(11))
    scene.sender.errors_in = {11: [server_error() for _ in range(6)]}
    await scene.beat_until(lambda: _is(scene, unlucky, OutboxStatus.QUEUED))
    others = [await scene.queue(await scene.person(100 + number)) for number in range(3)]

    await scene.beat()

    assert [(await scene.row(row)).status for row in others] == [OutboxStatus.SENT] * 3
    assert (await scene.row(unlucky)).status is OutboxStatus.QUEUED
    await scene.beat_until(scene.nothing_due)
    assert (await scene.row(unlucky)).status is OutboxStatus.SENT


async def test_when_telegram_asks_to_wait_nothing_is_sent_before_the_end_of_it(scene: Scene) -> None:
    first = await scene.queue(await scene.person(11))
    scene.sender.errors = [RetryAfter(timedelta(seconds=17))]
    scene.time.gate = asyncio.Event()

    await scene.beat()
    second = await scene.queue(await scene.person(12))
    await scene.beat()
    while_waiting = list(scene.sender.arrived)
    scene.time.gate.set()
    await scene.beat_until(scene.nothing_due)

    assert while_waiting == []
    assert scene.time.slept == [17.0]
    assert scene.sender.times == {f"admitted {first}": 1, f"admitted {second}": 1}
    assert (await scene.row(first)).deliveries == 1


async def _is(scene: Scene, message_id: int, status: OutboxStatus) -> bool:
    return (await scene.row(message_id)).status is status


# Kills


async def test_what_a_killed_process_was_sending_is_sent_once_more(scene: Scene) -> None:
    message_id = await scene.queue(await scene.person(11))
    await scene.services.outbox.claim(message_id)

    scene.restart()
    await scene.delivery.recover()
    await scene.beat()

    assert scene.sender.times == {f"admitted {message_id}": 1}
    assert (await scene.row(message_id)).deliveries == 2


async def test_what_was_being_sent_at_two_kills_is_not_sent_a_third_time(scene: Scene) -> None:
    message_id = await scene.queue(await scene.person(11))
    for _ in range(2):
        await scene.services.outbox.claim(message_id)
        scene.restart()
        await scene.delivery.recover()

    await scene.beat()

    assert scene.sender.arrived == []
    row = await scene.row(message_id)
    assert (row.status, row.reason) == (OutboxStatus.FAILED, Why.PERHAPS_DELIVERED)


async def test_an_outcome_is_written_when_the_database_is_busy_for_a_moment(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    message_id = await scene.queue(await scene.person(11))
    sent, busy = scene.services.outbox.sent, [sqlite3.OperationalError("database is locked")] * 2

    async def sent_unless_busy(*about: object) -> None:
        if busy:
            raise busy.pop()
        await sent(*about)  # type: ignore[arg-type]  # passed on as it came

    monkeypatch.setattr(scene.services.outbox, "sent", sent_unless_busy)

    await scene.beat()
    await until_nothing_moves()

    assert (await scene.row(message_id)).status is OutboxStatus.SENT
    assert scene.sender.times == {f"admitted {message_id}": 1}
