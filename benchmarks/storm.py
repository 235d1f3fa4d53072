"""Eight vote in all polls of their group within seconds, limits and pacing on (aim: no 429, the count at once)."""

from __future__ import annotations

import asyncio
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.journeys.grouped import gathers_in_chat
from tests.journeys.harness import Town, free_port
from tests.journeys.test_planning import NONE, has_met, opens_the_poll

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from playground.client import Group
    from tests.journeys.grouped import Gathered
    from tests.journeys.harness import Phone

TUESDAY_MORNING = "2027-01-12T09:00:00Z"
NO_PACING = {"INTERVISIE_PACING": "false"}
# Each votes, takes it back and votes anew in every poll.
CHANGES = 3
BETWEEN = 0.5
ALL_VOTED = "8 van 8 hebben gestemd"
WITHIN = 120.0
LOOK_EVERY = 0.1


async def measure() -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        town = Town(Path(folder), free_port())
        try:
            await town.open("--now", TUESDAY_MORNING, "--no-limits")
            await town.start_bot(settings=NO_PACING)
            gathered, chat = await gathers_in_chat(town)
            await has_met(gathered)
            await opens_the_poll(gathered, chat)
            await town.stop_bot()
            await town.start_bot(settings={})
            await town.ask("PUT", "/limits", {"enforced": True})
            cast, voted_in, counted_in, shown_in = await _storm(gathered, chat)
            incidents = (await town.ask("GET", "/limits"))["incidents"]
        finally:
            await town.close()
    return [
        f"{cast} votes, changes and votes taken back within {voted_in:.1f} s, by eight in two polls",
        f"all counted, and the poll closed, {counted_in:.1f} s after the last; said in the chat after {shown_in:.1f} s",
        f"over a limit of Telegram's: {incidents} times",
    ]


async def _storm(gathered: Gathered, chat: Group) -> tuple[int, float, float, float]:
    town, first = gathered.town, gathered.members[0]
    polls = [message for message in await first.within(chat).messages() if message["poll"]]
    began = time.monotonic()
    cast = sum(await asyncio.gather(*(_changes_their_mind(phone, chat, polls) for phone in gathered.members)))
    last = time.monotonic()
    await _until(lambda: _closed(town))
    counted = time.monotonic()
    await _until(lambda: _is_said(first, chat))
    return cast, last - began, counted - last, time.monotonic() - last


async def _changes_their_mind(phone: Phone, chat: Group, polls: list[dict[str, Any]]) -> int:
    """How many votes it took. The last of them is for every date of every poll."""
    here, cast = phone.within(chat), 0
    for change in range(CHANGES):
        # In the last poll nobody votes before the end, or it would close half-way.
        for message in polls if change == CHANGES - 1 else polls[:-1]:
            options = [option["text"] for option in message["poll"]["options"]]
            chosen = [] if change == 1 else [each for each in options if (each == NONE) is (change == 0)]
            await phone.town.ask("POST", f"{here.path}/votes", {"message_id": message["message_id"], "options": chosen})
            cast += 1
            await asyncio.sleep(BETWEEN)
    return cast


async def _closed(town: Town) -> bool:
    return town.rows("SELECT status FROM poll") == [("closed",)]


async def _is_said(phone: Phone, chat: Group) -> bool:
    return any(ALL_VOTED in (message["text"] or "") for message in await phone.within(chat).messages())


async def _until(holds: Callable[[], Awaitable[bool]]) -> None:
    async with asyncio.timeout(WITHIN):
        while not await holds():
            await asyncio.sleep(LOOK_EVERY)
