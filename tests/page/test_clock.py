"""The clock in the bar, and the words about the connection."""

import httpx
import pytest
from playwright.async_api import expect

from tests.page.conftest import OpenPage
from tests.page.playground_process import Bot, People

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


async def test_a_refused_move_is_said_calmly(open_page: OpenPage) -> None:
    page = await open_page()
    refusal = {"error": "De klok wordt al verzet."}
    await page.route("**/clock/forward", lambda route: route.fulfill(status=409, json=refusal))

    await page.get_by_role("button", name="+ 1 uur").click()

    await expect(page.locator(".clock-outcome")).to_have_text("De klok wordt al verzet.")
    await expect(page.get_by_role("button", name="+ 1 uur")).to_be_enabled()


async def test_the_page_says_whether_the_bot_is_there(open_page: OpenPage, people: People, bot: Bot) -> None:
    await bot.call("getUpdates", timeout=0)

    page = await open_page()

    await expect(page.locator(".state", has_text="Bot aan")).to_be_visible()
    await expect(page.locator(".state", has_text="Bot uit")).to_be_visible(timeout=15_000)
