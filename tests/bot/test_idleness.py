from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot.idleness import Idleness, IdleState
from tests.bot.fakes import NOON, until_nothing_moves


class Incoming:
    def __init__(self) -> None:
        self.busy = False
        self.last_update_id: int | None = None


class Outgoing:
    def __init__(self) -> None:
        self.busy = False
        self.due: list[object] = []

    async def next_due(self) -> object:
        return min(self.due, default=None)  # type: ignore[type-var]  # moments only


class Bot:
    def __init__(self) -> None:
        self.incoming = Incoming()
        self.outgoing = Outgoing()
        self.idleness = Idleness(self.incoming, self.outgoing, lambda: NOON)  # type: ignore[arg-type]  # recording fakes


@pytest.fixture
def bot() -> Bot:
    return Bot()


async def test_a_bot_with_nothing_to_do_is_idle_until_its_next_due_moment(bot: Bot) -> None:
    bot.incoming.last_update_id = 7
    bot.outgoing.due = [NOON + timedelta(hours=1), NOON + timedelta(days=1)]

    state = await bot.idleness.until_idle()

    assert state == IdleState(NOON + timedelta(hours=1), 7)


@pytest.mark.parametrize("who", ["incoming", "outgoing"])
async def test_it_is_idle_only_when_nobody_is_busy_any_more(bot: Bot, who: str) -> None:
    getattr(bot, who).busy = True
    waiting = asyncio.create_task(bot.idleness.until_idle())
    await until_nothing_moves()
    idle_while_busy = waiting.done()

    getattr(bot, who).busy = False
    bot.idleness.stir()

    assert await waiting == IdleState(None, None)
    assert not idle_while_busy


async def test_what_is_due_and_not_done_yet_keeps_it_from_being_idle(bot: Bot) -> None:
    bot.outgoing.due = [NOON]
    waiting = asyncio.create_task(bot.idleness.until_idle())
    await until_nothing_moves()
    idle_while_due = waiting.done()

    bot.outgoing.due = []
    bot.idleness.stir()

    assert await waiting == IdleState(None, None)
    assert not idle_while_due


async def test_what_begins_while_the_database_is_asked_counts(bot: Bot) -> None:
    async def next_due() -> None:
        bot.incoming.busy = True

    bot.outgoing.next_due = next_due  # type: ignore[method-assign]  # something comes in just then
    waiting = asyncio.create_task(bot.idleness.until_idle())
    await until_nothing_moves()

    assert not waiting.done()
    waiting.cancel()


@pytest.mark.parametrize("change", ["busy", "another update", "another plan"])
async def test_a_report_lasts_until_something_changes(bot: Bot, change: str) -> None:
    state = await bot.idleness.until_idle()
    other = asyncio.create_task(bot.idleness.until_other_than(state))
    bot.idleness.stir()
    await until_nothing_moves()
    other_at_first = other.done()

    bot.outgoing.busy = change == "busy"
    bot.incoming.last_update_id = 8 if change == "another update" else None
    bot.outgoing.due = [NOON + timedelta(hours=1)] if change == "another plan" else []
    bot.idleness.stir()
    await other

    assert not other_at_first
