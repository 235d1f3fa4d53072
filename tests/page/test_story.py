"""A story that plays by itself: its captions, holding it, and the phone of who acts."""

from collections.abc import AsyncIterator

import httpx
import pytest
import pytest_asyncio
from playwright.async_api import expect

from tests.page.conftest import OpenPage
from tests.page.playground_process import Bot, People

pytestmark = [pytest.mark.page, pytest.mark.asyncio(loop_scope="session")]

PHONE_SCREEN = (390, 844)


@pytest_asyncio.fixture(autouse=True, loop_scope="session")
async def nothing_told(http: httpx.AsyncClient, address: str) -> AsyncIterator[None]:
    """The playground is shared: what is told here must not stand above another test."""
    yield
    await http.delete(f"{address}/story")


async def tells(
    http: httpx.AsyncClient, address: str, caption: str, person: int | None = None, **more: bool | int
) -> None:
    (await http.post(f"{address}/story", json={"caption": caption, "person": person, **more})).raise_for_status()


async def state(http: httpx.AsyncClient, address: str) -> str:
    return str((await http.get(f"{address}/story")).json()["state"])


async def test_the_caption_is_shown_and_the_phone_of_who_acts_opens(
    open_page: OpenPage, people: People, http: httpx.AsyncClient, address: str
) -> None:
    viewer, actor = await people.add("Kijker"), await people.add("Speler")
    page = await open_page(viewer)

    await tells(http, address, "Speler meldt zich aan.", actor)

    await expect(page.get_by_text("Het verhaal: Speler meldt zich aan.")).to_be_visible()
    await expect(page.get_by_role("article", name="Telefoon van Speler Test")).to_be_in_viewport()
    await expect(page.locator(".phone.acting h2")).to_have_text("Speler Test")


async def test_what_is_new_to_who_acts_is_in_sight_without_scrolling(
    open_page: OpenPage, people: People, bot: Bot, http: httpx.AsyncClient, address: str
) -> None:
    viewer, actor = await people.add("Kijker"), await people.add("Speler")
    for number in range(12):
        await bot.say(actor, f"Bericht {number}, lang genoeg voor meer dan een regel op het scherm van een telefoon.")
    page = await open_page(viewer)

    await tells(http, address, "Speler leest.", actor)
    await expect(page.get_by_text("Bericht 11,")).to_be_in_viewport()
    await bot.say(actor, "En nog een.")

    await expect(page.get_by_text("En nog een.")).to_be_in_viewport()
    await people.until_read(actor)


async def test_the_chat_where_something_is_said_is_in_sight_on_the_phone_of_who_acts(
    open_page: OpenPage, people: People, http: httpx.AsyncClient, address: str
) -> None:
    viewer, actor = await people.add("Kijker"), await people.add("Speler")
    group = await people.make_group(actor, "Het gezelschap")
    page = await open_page(viewer)

    await tells(http, address, "Speler praat in de groep.", actor)
    await expect(page.locator(".phone.acting h2")).to_have_text("Speler Test")
    await people.write(actor, group, "Goedemorgen allemaal.")

    acting = page.locator(".phone.acting")
    await expect(acting.get_by_role("heading", name="Het gezelschap")).to_be_visible()
    await expect(acting.locator(".message.out", has_text="Goedemorgen allemaal.")).to_be_in_viewport()


async def test_the_chat_in_which_somebody_acts_is_in_sight_though_nothing_is_said_there(
    open_page: OpenPage, people: People, http: httpx.AsyncClient, address: str
) -> None:
    actor = await people.add("Stemmer")
    group = await people.make_group(actor, "De kring")
    page = await open_page(actor)
    acting = page.locator(".phone.acting")

    await tells(http, address, "Stemmer stemt in de groep.", actor, chat=group)
    await expect(acting.get_by_role("heading", name="De kring")).to_be_visible()
    await tells(http, address, "En antwoordt privé.", actor, chat=actor)

    await expect(acting.get_by_role("heading", name="De kring")).to_be_hidden()


async def test_phones_that_have_acted_make_room_and_what_the_viewer_opened_stays(
    open_page: OpenPage, people: People, http: httpx.AsyncClient, address: str
) -> None:
    names = ("Een", "Twee", "Drie", "Vier", "Vijf")
    _, *actors = [await people.add(name) for name in ("Blijver", *names)]
    page = await open_page(actors[0])
    await page.get_by_role("navigation", name="Telefoons").get_by_role("button", name="Blijver Test").click()

    for name, actor in zip(names, actors, strict=True):
        await tells(http, address, f"{name} is aan de beurt.", actor)
        await expect(page.locator(".phone.acting h2")).to_have_text(f"{name} Test")

    await expect(page.locator(".phone h2")).to_have_text(["Blijver Test", "Vier Test", "Vijf Test"])


async def test_on_a_phone_the_one_who_acts_comes_to_the_front(
    open_page: OpenPage, people: People, http: httpx.AsyncClient, address: str
) -> None:
    viewer, actor = await people.add("Kijker"), await people.add("Speler")
    page = await open_page(viewer, size=PHONE_SCREEN)

    await tells(http, address, "Speler is aan de beurt.", actor)

    await expect(page.locator(".phone.front h2")).to_have_text("Speler Test")
    await expect(page.get_by_role("button", name="Pauze")).to_be_in_viewport()


async def test_who_does_not_follow_keeps_the_phones_as_they_are(
    open_page: OpenPage, people: People, http: httpx.AsyncClient, address: str
) -> None:
    viewer, first, second = await people.add("Kijker"), await people.add("Eerste"), await people.add("Tweede")
    page = await open_page(viewer)
    await tells(http, address, "De eerste.", first)
    await expect(page.locator(".phone h2")).to_have_text(["Kijker Test", "Eerste Test"])
    await page.get_by_label("Volg het verhaal").uncheck()

    await tells(http, address, "De tweede.", second)

    await expect(page.get_by_text("Het verhaal: De tweede.")).to_be_visible()
    await expect(page.locator(".phone h2")).to_have_text(["Kijker Test", "Eerste Test"])


async def test_who_is_typing_keeps_the_phone_in_front(
    open_page: OpenPage, people: People, http: httpx.AsyncClient, address: str
) -> None:
    viewer, actor = await people.add("Kijker"), await people.add("Speler")
    page = await open_page(viewer, size=PHONE_SCREEN)
    await page.get_by_role("textbox", name="Bericht van Kijker Test").fill("half een zin")

    await tells(http, address, "Iemand anders doet iets.", actor)

    await expect(page.get_by_text("Het verhaal: Iemand anders doet iets.")).to_be_visible()
    await expect(page.locator(".phone.front h2")).to_have_text("Kijker Test")


async def test_a_viewer_holds_the_story_and_lets_it_go_on(
    open_page: OpenPage, people: People, http: httpx.AsyncClient, address: str
) -> None:
    page = await open_page(await people.add("Kijker"))
    await tells(http, address, "Het loopt.")

    await page.get_by_role("button", name="Pauze").click()
    await expect(page.get_by_role("button", name="Verder")).to_be_visible()
    held = await state(http, address)
    await page.get_by_role("button", name="Verder").click()
    await expect(page.get_by_role("button", name="Pauze")).to_be_visible()

    assert (held, await state(http, address)) == ("paused", "playing")


async def test_a_story_that_is_over_says_so_and_can_be_closed(
    open_page: OpenPage, people: People, http: httpx.AsyncClient, address: str
) -> None:
    page = await open_page(await people.add("Kijker"))
    await tells(http, address, "Het verhaal is uit; speel zelf verder.", over=True)
    await expect(page.get_by_text("Het verhaal is uit; speel zelf verder.")).to_be_visible()
    await expect(page.get_by_role("button", name="Pauze")).to_be_hidden()

    await page.get_by_role("button", name="Het verhaal sluiten").click()

    await expect(page.get_by_text("Het verhaal is uit")).to_be_hidden()
