"""What happens by itself: reminders, standstills, broken lines and kills, seen from the phones."""

from __future__ import annotations

import asyncio
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest

from tests.journeys.stories import registers

if TYPE_CHECKING:
    from tests.journeys.harness import Phone, Town


async def times_seen(phone: Phone, words: str) -> int:
    return sum(words in (message["text"] or "") for message in await phone.bot_messages())


async def test_after_a_standstill_the_coordinator_is_reminded_once_and_daily_from_then_on(town: Town) -> None:
    annelies = await town.coordinator()
    await registers(await town.phone("Jeroen"))
    await town.stop_bot()
    await town.ask("POST", "/clock/forward", {"seconds": 14 * 86400})

    await town.start_bot()
    after_standstill = await times_seen(annelies, "Even een herinnering")
    await town.forward(days=2)

    assert after_standstill == 1
    assert await times_seen(annelies, "Even een herinnering") == 3


async def test_the_office_is_reminded_on_working_days_and_by_day(town: Town) -> None:
    annelies = await town.coordinator()
    await registers(await town.phone("Jeroen"))

    await town.forward(days=14)

    reminders = [message for message in await annelies.bot_messages() if "Even een herinnering" in message["text"]]
    days = [datetime.fromisoformat(message["date"]).strftime("%a %d %H") for message in reminders]
    assert days == ["Tue 19 09", "Wed 20 09", "Thu 21 09", "Fri 22 09", "Mon 25 09", "Tue 26 09"]


@pytest.mark.parametrize(
    ("fault", "most"),
    [
        ({"kind": "500", "times": 3}, 1),
        ({"kind": "429", "times": 2, "retry_after": 1}, 1),
        ({"kind": "drop_after", "times": 1}, 2),
        ({"kind": "drop_after", "times": 9}, 2),
    ],
)
async def test_an_admission_is_told_whatever_the_line_does_and_never_three_times(
    town: Town, fault: dict[str, object], most: int
) -> None:
    annelies, jeroen = await town.coordinator(), await town.phone("Jeroen")
    await registers(jeroen, municipality="Amersfoort")
    await town.fault(method="sendMessage", chat_id=jeroen.id, **fault)

    await annelies.taps("Toelaten als lid")

    assert 1 <= await times_seen(jeroen, "Goed nieuws") <= most
    assert town.rows("SELECT count(*) FROM outbox WHERE status IN ('queued', 'sending')") == [(0,)]


async def test_what_falls_due_in_an_outage_arrives_once_when_it_is_over(town: Town) -> None:
    annelies = await town.coordinator()
    await registers(await town.phone("Jeroen"), municipality="Amersfoort")
    await town.fault(kind="outage")

    week = asyncio.create_task(town.forward(days=7, hours=1))
    await town._until("/journal", has_probed)
    during = await times_seen(annelies, "Even een herinnering")
    await town.clear_faults()
    await week

    assert during == 0
    assert await times_seen(annelies, "Even een herinnering") == 1


def has_probed(journal: dict[str, Any]) -> bool:
    """The bot has asked in vain, several times, whether Telegram answers."""
    return len([entry for entry in journal["entries"] if entry["method"] == "getMe" and not entry["ok"]]) >= 3


async def test_who_blocked_the_bot_is_listed_and_written_to_again_after_the_next_start(town: Town) -> None:
    annelies, jeroen = await town.coordinator(), await town.phone("Jeroen")
    await registers(jeroen, municipality="Amersfoort")
    await jeroen.blocks()

    await annelies.taps("Toelaten als lid")
    failed = town.rows("SELECT kind, status, reason FROM outbox WHERE status = 'failed'")
    await jeroen.starts()

    assert failed == [("admitted", "failed", "unreachable")]
    assert town.rows("SELECT count(*) FROM person WHERE unreachable_since IS NOT NULL") == [(0,)]


async def test_a_kill_while_a_message_is_on_its_way_makes_it_arrive_at_most_twice(town: Town) -> None:
    annelies, jeroen = await town.coordinator(), await town.phone("Jeroen")
    await registers(jeroen, municipality="Amersfoort")
    await town.fault(kind="timeout_after", method="sendMessage", chat_id=jeroen.id, times=1, seconds=20)

    button = next(m for m in reversed(await annelies.bot_messages()) if m["inline_keyboard"])
    tap = {"message_id": button["message_id"], "text": "Toelaten als lid"}
    await town.ask("POST", f"{annelies.path}/taps", tap)
    await town._until(jeroen.path, lambda chat: "Goed nieuws" in str(chat["messages"][-1]["text"]))
    await town.restart_bot()

    assert await times_seen(jeroen, "Goed nieuws") == 2
    assert town.rows("SELECT status, deliveries FROM outbox WHERE kind = 'admitted'") == [("sent", 2)]
