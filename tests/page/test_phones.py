"""Opening and closing phones, what is unread, and the page on a small screen."""

import pytest
from playwright.async_api import expect

from tests.page.conftest import OpenPage
from tests.page.playground_process import Bot, People

pytestmark = [pytest.mark.page, pytest.mark.asyncio(loop_scope="session")]

PHONE_SCREEN = (390, 844)


async def test_a_newcomer_finds_ten_people_and_three_open_phones(open_page: OpenPage) -> None:
    page = await open_page()

    names = page.locator(".roster .who-name")
    await expect(names.filter(has_text="Annelies Bakker")).to_have_count(1)
    await expect(names.nth(9)).to_be_visible()
    await expect(page.locator(".phone")).to_have_count(3)
    await expect(page.locator(".phone h2")).to_have_text(["Marijke de Groot", "Annelies Bakker", "Jeroen Visser"])


async def test_a_phone_opens_and_closes_from_the_roster_and_is_remembered(open_page: OpenPage, people: People) -> None:
    person = await people.add("Onthouden")
    page = await open_page(person)
    roster = page.get_by_role("navigation", name="Telefoons")

    await roster.get_by_role("button", name="Ellen Vos").click()
    await expect(page.locator(".phone")).to_have_count(2)
    await roster.get_by_role("button", name="Onthouden Test").click()
    await expect(page.locator(".phone")).to_have_count(1)
    await page.reload()

    await expect(page.locator(".phone h2")).to_have_text(["Ellen Vos"])
    await expect(roster.get_by_role("button", name="Ellen Vos")).to_have_attribute("aria-pressed", "true")


async def test_a_closed_phone_shows_what_is_unread_until_it_is_opened(
    open_page: OpenPage, people: People, bot: Bot
) -> None:
    person, other = await people.add("Ongelezen"), await people.add("Ander")
    page = await open_page(other)
    row = page.get_by_role("button", name="Ongelezen Test")

    await bot.say(person, "Een")
    await bot.say(person, "Twee")
    await expect(row.locator(".badge")).to_have_text("2 ongelezen berichten")
    await row.click()

    await expect(page.get_by_text("Nieuwe berichten")).to_be_visible()
    await expect(row.locator(".badge")).to_be_hidden()
    await people.until_read(person)


async def test_who_has_not_started_gets_a_start_button(open_page: OpenPage, people: People, bot: Bot) -> None:
    person = await people.add("Nieuw", started=False)
    page = await open_page(person)

    await page.get_by_role("button", name="Start", exact=True).click()

    assert (await bot.next_update("message"))["text"] == "/start"
    await expect(page.get_by_role("textbox", name="Bericht van Nieuw Test")).to_be_visible()


async def test_a_start_link_can_be_pasted_by_who_has_not_started(open_page: OpenPage, people: People, bot: Bot) -> None:
    person = await people.add("Plakker", started=False)
    page = await open_page(person)
    field = page.get_by_label("Startlink")

    await field.fill("https://example.org/")
    await page.get_by_role("button", name="Openen").click()
    await expect(page.get_by_text("Dat is geen startlink van deze bot")).to_be_visible()
    await field.fill("t.me/intervisie_speeltuin_bot?start=r_AB12")
    await page.get_by_role("button", name="Openen").click()

    assert (await bot.next_update("message"))["text"] == "/start r_AB12"


async def test_blocking_closes_the_composer_and_unblocking_brings_it_back(open_page: OpenPage, people: People) -> None:
    person = await people.add("Blokkade")
    page = await open_page(person)
    field = page.get_by_role("textbox", name="Bericht van Blokkade Test")
    await expect(field).to_be_visible()

    await page.get_by_role("button", name="Meer met het gesprek").click()
    await page.get_by_role("menuitem", name="Bot blokkeren").click()
    await expect(field).to_be_hidden()
    assert (await people.chat(person))["blocked"] is True
    await page.get_by_role("button", name="Deblokkeren").click()

    await expect(field).to_be_visible()
    assert (await people.chat(person))["blocked"] is False


async def test_a_person_can_be_added_on_the_page(open_page: OpenPage) -> None:
    page = await open_page()

    await page.get_by_role("button", name="Persoon erbij").click()
    await page.get_by_label("Voornaam").fill("<b>Noor</b>")
    await page.get_by_label("Gemeente").fill("Texel")
    await page.get_by_role("button", name="Toevoegen").click()

    await expect(page.get_by_role("article", name="Telefoon van <b>Noor</b>")).to_be_visible()
    await expect(page.locator(".phone .owner", has_text="<b>Noor</b>")).to_contain_text("wethouder, Texel")


@pytest.mark.parametrize("width", [320, 390])
async def test_on_a_phone_screen_there_is_one_phone_and_nothing_sticks_out(
    open_page: OpenPage, people: People, bot: Bot, width: int
) -> None:
    person, other = await people.add("Smal"), await people.add("Buurman")
    await bot.say(
        person,
        "Eenheellangwoordzonderspaties" * 8,
        reply_markup={
            "inline_keyboard": [[{"text": f"Een knop met woorden {n}", "callback_data": "x"} for n in range(3)]]
        },
    )
    page = await open_page(person, other, size=(width, PHONE_SCREEN[1]))

    await expect(page.locator(".phone:visible h2")).to_have_text(["Smal Test"])
    await expect(page.get_by_role("button", name="Een knop met woorden 2")).to_be_visible()
    overflow = await page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert overflow <= 0
    inside = await page.locator(".phone.front .scroller").evaluate("it => it.scrollWidth - it.clientWidth")
    assert inside <= 0


async def test_on_a_phone_screen_the_switcher_brings_another_to_the_front(
    open_page: OpenPage, people: People, bot: Bot
) -> None:
    person, other = await people.add("Voor"), await people.add("Achter")
    page = await open_page(person, other, size=PHONE_SCREEN)

    await bot.say(other, "Psst")
    row = page.locator(f'.roster [data-person="{other}"]')
    await expect(row.locator(".badge")).to_have_text("1 ongelezen bericht")
    await row.click()

    await expect(page.locator(".phone:visible h2")).to_have_text(["Achter Test"])
    await expect(page.locator(".phone:visible .words", has_text="Psst")).to_be_visible()
    await expect(page.locator(".phone:visible").get_by_text("Nieuwe berichten")).to_be_visible()
    await expect(row.locator(".badge")).to_be_hidden()
