"""An alderman votes on the dates of the year by clicking, in the group's chat, with the real bot."""

from pathlib import Path

import pytest
from playwright.async_api import Locator, expect

from tests.journeys.grouped import gathers_in_chat
from tests.journeys.harness import town_in
from tests.journeys.test_planning import has_met
from tests.page.conftest import OpenPage

pytestmark = [pytest.mark.page, pytest.mark.asyncio(loop_scope="session")]

PHONE = (390, 844)
TUESDAY = ("--now", "2027-01-12T09:00:00Z")


async def votes(poll: Locator) -> None:
    """For its first date."""
    await poll.get_by_role("checkbox").first.check()
    await poll.get_by_role("button", name="Stemmen").click()
    await expect(poll.locator(".poll-result.chosen")).to_have_count(1)


async def test_an_alderman_votes_in_the_group_and_sees_the_count(open_page: OpenPage, tmp_path: Path) -> None:
    async with town_in(tmp_path, *TUESDAY, "--no-limits", settings={"INTERVISIE_PACING": "false"}) as town:
        gathered, chat = await gathers_in_chat(town, 6)
        await has_met(gathered)
        ellen, marijke = gathered.ellen, gathered.members[0]
        await ellen.within(chat).types("/planning")
        await ellen.taps("Geen reces")
        await ellen.taps("Stemming openen")
        asked = [message for message in await marijke.within(chat).messages() if message["poll"]]
        page = await open_page(marijke.id, size=PHONE, address=town.address)
        phone = page.get_by_role("article", name="Telefoon van Marijke de Groot")
        await phone.get_by_role("navigation", name="Gesprekken").get_by_role("button", name="Intervisie").last.click()
        count = phone.locator(".message.in", has_text="gestemd").last
        await expect(count).to_contain_text("0 van 6 hebben gestemd")

        for message in asked:
            await votes(phone.get_by_role("group", name=f"Stemming: {message['poll']['question']}", exact=True))

        await expect(count).to_contain_text("1 van 6 heeft gestemd")
        assert await page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        await page.screenshot(path=town.folder / "voted-390.png")
        assert town.rows("SELECT count(DISTINCT person_id), count(*) FROM vote WHERE answer = 'yes'") == [
            (1, len(asked))
        ]
