"""The clock in the bar, the words about the connection, and faults."""

import asyncio
from datetime import datetime, timedelta
from pathlib import Path

import httpx
import pytest
from playwright.async_api import expect

from tests.page.conftest import OpenPage
from tests.page.playground_process import PATIENCE_SECONDS, Bot, People, free_port, running_playground

pytestmark = [pytest.mark.page, pytest.mark.asyncio(loop_scope="session")]


async def test_the_clock_goes_a_week_forward(open_page: OpenPage, http: httpx.AsyncClient, address: str) -> None:
    page = await open_page()
    before = (await http.get(f"{address}/clock")).json()
    day = await page.locator(".clock-day").inner_text()

    await page.get_by_role("button", name="+ 1 week").click()

    await expect(page.locator(".clock-outcome")).to_contain_text("Verzet")
    await expect(page.locator(".clock-day")).not_to_have_text(day)
    after = (await http.get(f"{address}/clock")).json()
    assert after["version"] > before["version"]


async def test_the_next_moment_is_named_and_gone_to(
    open_page: OpenPage, bot: Bot, http: httpx.AsyncClient, address: str
) -> None:
    await bot.clear()
    clock = (await http.get(f"{address}/clock")).json()
    due = datetime.fromisoformat(clock["now"]) + timedelta(hours=5)
    page = await open_page()

    async def idle(version: int, next_due: datetime | None) -> int:
        """Reports as the bot does, again after each answer, until the clock has jumped; its version then."""
        report = {"seen": version, "next_due": next_due and next_due.isoformat(), "last_update_id": 2**40}
        while (newer := int((await http.post(f"{address}/clock/idle", json=report)).json()["version"])) == version:
            pass
        return newer

    waiting = asyncio.create_task(idle(clock["version"], due))
    following = page.get_by_role("button", name="Naar het volgende")
    await expect(page.locator(".clock-next")).to_contain_text("hierna: ")
    await expect(following).to_be_enabled()
    await following.click()
    jumped = await waiting
    resting = asyncio.create_task(idle(jumped, None))

    await expect(page.locator(".clock-outcome")).to_have_text("Verzet, via één moment.")
    now = datetime.fromisoformat((await http.get(f"{address}/clock")).json()["now"])
    assert timedelta(0) <= now - due < timedelta(hours=1)
    resting.cancel()


@pytest.mark.parametrize(
    ("status", "error", "words"),
    [
        (
            409,
            "The clock is being moved already; wait until that is done.",
            "De klok is al onderweg. Wacht tot hij er is.",
        ),
        (
            504,
            "The bot did not become idle in time at 2026-11-24T09:00:00+00:00.",
            "De bot kwam niet tot rust op di 24 nov 10.00.",
        ),
    ],
)
async def test_a_move_that_failed_is_said_calmly(open_page: OpenPage, status: int, error: str, words: str) -> None:
    page = await open_page()
    await page.route("**/clock/forward", lambda route: route.fulfill(status=status, json={"error": error}))

    await page.get_by_role("button", name="+ 1 uur").click()

    await expect(page.locator(".clock-outcome")).to_have_text(words)
    await expect(page.get_by_role("button", name="+ 1 uur")).to_be_enabled()


async def test_the_page_says_whether_the_bot_is_there(open_page: OpenPage, people: People, bot: Bot) -> None:
    polling = asyncio.create_task(bot.call("getUpdates", timeout=PATIENCE_SECONDS))

    page = await open_page()

    await expect(page.locator(".state", has_text="Bot aan")).to_be_visible()
    await people.add("Afronder")
    await polling
    await expect(page.locator(".state", has_text="Bot uit")).to_be_visible()


async def test_the_page_finds_its_way_back_when_the_playground_was_away(open_page: OpenPage, tmp_path: Path) -> None:
    port = free_port()
    with running_playground(tmp_path / "data", port) as address:
        page = await open_page(address=address)
        await page.get_by_role("button", name="Start", exact=True).first.click()
        await expect(page.locator(".message.out")).to_have_count(1)

    await expect(page.locator(".state", has_text="Verbinden…")).to_be_visible()
    await expect(page.locator(".state", has_text="Speeltuin weg")).to_be_visible()
    with running_playground(tmp_path / "data", port):
        await expect(page.locator(".state", has_text="Live")).to_be_visible()
        await expect(page.locator(".message.out")).to_have_count(1)


async def test_a_fault_is_put_on_and_taken_away(open_page: OpenPage, http: httpx.AsyncClient, address: str) -> None:
    page = await open_page()
    await page.get_by_role("button", name="Storingen").click()

    await page.get_by_label("Soort storing").select_option("Fout bij Telegram (500)")
    await page.get_by_label("Hoe vaak").select_option("vijf keer")
    await page.get_by_role("button", name="Aanzetten").click()
    await expect(page.get_by_text("bij alles, nog 5 keer; 0 keer gebeurd")).to_be_visible()
    faults = (await http.get(f"{address}/faults")).json()
    await page.get_by_role("button", name="Fout bij Telegram (500) weghalen").click()

    assert [(fault["kind"], fault["times"]) for fault in faults] == [("500", 5)]
    await expect(page.get_by_text("Er staat geen storing aan.")).to_be_visible()
    assert (await http.get(f"{address}/faults")).json() == []
