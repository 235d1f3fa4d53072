"""Registering by clicking, in the page, with the real bot: on a phone and on a laptop."""

from pathlib import Path

import pytest
from playwright.async_api import Locator, Page, expect

from tests.journeys.harness import Town, town_in
from tests.page.conftest import LAPTOP, OpenPage

pytestmark = [pytest.mark.page, pytest.mark.asyncio(loop_scope="session")]

PHONE = (390, 844)


async def click(phone: Locator, words: str) -> None:
    await phone.get_by_role("button", name=words, exact=True).last.click()


async def write(phone: Locator, words: str) -> None:
    await phone.get_by_role("textbox", name="Bericht van").fill(words)
    await phone.get_by_role("textbox", name="Bericht van").press("Enter")


async def reads(phone: Locator, words: str) -> None:
    await expect(phone.locator(".message:not(.out)").last).to_contain_text(words)


async def register(page: Page) -> Locator:
    phone = page.get_by_role("article", name="Telefoon van Marijke de Groot")
    await click(phone, "Start")
    await click(phone, "Aanmelden voor een volgende ronde")
    await reads(phone, "In Telegram heet je Marijke de Groot")
    await click(phone, "Ja, zo heet ik")
    await write(phone, "den bosch")
    await reads(phone, "'s-Hertogenbosch")
    await click(phone, "Ja")
    await reads(phone, "Voor welke partij")
    await click(phone, "GroenLinks-PvdA")
    await reads(phone, "Welke portefeuilles")
    await click(phone, "Zorg en Wmo")
    await expect(phone.get_by_role("button", name="✓ Zorg en Wmo")).to_be_visible()
    await click(phone, "Klaar")
    await click(phone, "2022")
    await reads(phone, "Ben je lid")
    await click(phone, "Ja")
    await write(phone, "marijke@s-hertogenbosch.nl")
    await reads(phone, "exclusief btw")
    await click(phone, "Akkoord")
    await reads(phone, "Klopt dit?")
    return phone


@pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=["laptop", "phone"])
async def test_an_alderman_registers_by_clicking(open_page: OpenPage, tmp_path: Path, size: tuple[int, int]) -> None:
    async with town_in(tmp_path, "--no-limits", settings={"INTERVISIE_PACING": "false"}) as town:
        marijke = (await town.phone("Marijke")).id
        page = await open_page(marijke, size=size, address=town.address)

        phone = await register(page)
        overflow = await page.evaluate("document.documentElement.scrollWidth - innerWidth")
        await page.screenshot(path=screenshot(town, size, "summary"))
        await click(phone, "Klopt, ik meld me aan")
        await reads(phone, "je aanmelding is binnen")
        await page.screenshot(path=screenshot(town, size, "received"))

        assert overflow <= 0
        assert town.rows("SELECT status FROM registration") == [("submitted",)]


def screenshot(town: Town, size: tuple[int, int], what: str) -> Path:
    """Where one can look at it afterwards: the folder of the test, which pytest keeps for a while."""
    return town.folder / f"{what}-{size[0]}.png"
