"""Registering by clicking, in the page, with the real bot: on a phone and on a laptop."""

from pathlib import Path

import pytest
from playwright.async_api import Locator, Page, expect

from tests.journeys.harness import Town, town_in
from tests.page.conftest import LAPTOP, OpenPage

pytestmark = [pytest.mark.page, pytest.mark.asyncio(loop_scope="session")]

PHONE = (390, 844)


async def taps(phone: Locator, question: str, words: str) -> None:
    """Taps a button of the question, once that has been asked; an earlier message may have the same button."""
    asked = phone.locator(".message.in", has_text=question).last
    await asked.get_by_role("button", name=words, exact=True).click()


async def answers(phone: Locator, question: str, words: str) -> None:
    """Types the answer to a question, once that is the last thing that was said."""
    await reads(phone, question)
    await phone.get_by_role("textbox", name="Bericht van").fill(words)
    await phone.get_by_role("textbox", name="Bericht van").press("Enter")


async def reads(phone: Locator, words: str) -> None:
    await expect(phone.locator(".message.in").last).to_contain_text(words)


async def register(page: Page) -> Locator:
    phone = page.get_by_role("article", name="Telefoon van Marijke de Groot")
    await phone.get_by_role("button", name="Start", exact=True).click()
    await taps(phone, "Welkom", "Aanmelden voor een volgende ronde")
    await taps(phone, "In Telegram heet je Marijke de Groot", "Ja, zo heet ik")
    await answers(phone, "Van welke gemeente", "den bosch")
    await taps(phone, "'s-Hertogenbosch", "Ja")
    await taps(phone, "Voor welke partij", "GroenLinks-PvdA")
    await taps(phone, "Welke portefeuilles", "Zorg en Wmo")
    await expect(phone.get_by_role("button", name="✓ Zorg en Wmo")).to_be_visible()
    await taps(phone, "Welke portefeuilles", "Klaar")
    await taps(phone, "Sinds welk jaar", "2022")
    await taps(phone, "Ben je lid", "Ja")
    await answers(phone, "Op welk e-mailadres", "marijke@s-hertogenbosch.nl")
    await taps(phone, "exclusief btw", "Akkoord")
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
        await taps(phone, "Klopt dit?", "Klopt, ik meld me aan")
        await reads(phone, "je aanmelding is binnen")
        await page.screenshot(path=screenshot(town, size, "received"))

        assert overflow <= 0
        assert town.rows("SELECT status FROM registration") == [("submitted",)]


def screenshot(town: Town, size: tuple[int, int], what: str) -> Path:
    """Where one can look at it afterwards: the folder of the test, which pytest keeps for a while."""
    return town.folder / f"{what}-{size[0]}.png"
