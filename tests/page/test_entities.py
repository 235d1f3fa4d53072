"""Formatted text: every entity as the element that it means, and nothing that people wrote as markup."""

import pytest
from playwright.async_api import expect

from tests.page.conftest import OpenPage
from tests.page.playground_process import Bot, People

pytestmark = [pytest.mark.page, pytest.mark.asyncio(loop_scope="session")]


async def test_entities_become_elements_counted_in_utf_16(open_page: OpenPage, people: People, bot: Bot) -> None:
    person = await people.add("Opmaak")
    page = await open_page(person)

    await bot.say(
        person,
        "👩‍👧 <b>vet <i>en schuin</i></b> <u>onder</u> <s>weg</s> <code>code</code> "
        '<a href="https://example.org/">elders</a> <tg-spoiler>geheim</tg-spoiler>'
        "<blockquote>een citaat</blockquote>\n<pre>regel 1\nregel 2</pre>",
        parse_mode="HTML",
    )
    words = page.locator(".message.in .words")

    await expect(words.locator("strong")).to_have_text("vet en schuin")
    await expect(words.locator("strong > em")).to_have_text("en schuin")
    await expect(words.locator("u")).to_have_text("onder")
    await expect(words.locator("s")).to_have_text("weg")
    await expect(words.locator(":scope > code")).to_have_text("code")
    await expect(words.locator("a")).to_have_attribute("href", "https://example.org/")
    await expect(words.locator("blockquote")).to_have_text("een citaat")
    await expect(words.locator("pre")).to_have_text("regel 1\nregel 2")


async def test_a_spoiler_is_read_after_a_tap(open_page: OpenPage, people: People, bot: Bot) -> None:
    person = await people.add("Nieuwsgierig")
    page = await open_page(person)
    await bot.say(person, "De dader is <tg-spoiler>de butler</tg-spoiler>", parse_mode="HTML")
    secret = page.get_by_text("de butler")
    await expect(secret).to_be_hidden()

    await page.get_by_role("button", name="Verborgen tekst").click()

    await expect(secret).to_be_visible()


async def test_a_moment_is_shown_in_dutch_time_across_the_clock_change(
    open_page: OpenPage, people: People, bot: Bot
) -> None:
    person = await people.add("Klokkijker")
    page = await open_page(person)
    # 25 October 2026: at 00:30 UTC it is 2.30 summer time, an hour later 2.30 winter time.
    for unix in (1792888200, 1792891800):
        entity = {"type": "date_time", "offset": 0, "length": 4, "unix_time": unix, "date_time_format": "wDt"}
        await bot.say(person, "toen", entities=[entity])

    moments = page.locator(".words time")
    await expect(moments).to_have_text(["zondag 25 oktober 2026 2.30", "zondag 25 oktober 2026 2.30"])
    await expect(moments.first).to_have_attribute("datetime", "2026-10-25T00:30:00.000Z")


async def test_markup_in_names_and_messages_is_text(open_page: OpenPage, people: People, bot: Bot) -> None:
    attack = "<img src=x onerror=\"document.title='gehackt'\">"
    person = await people.add(attack)
    await bot.say(person, f"Hoi {attack}", reply_markup={"inline_keyboard": [[{"text": attack, "callback_data": "x"}]]})
    page = await open_page(person)

    await expect(page.locator(".message.in .words")).to_have_text(f"Hoi {attack}")
    await expect(page.locator(".inline-keyboard .key")).to_have_text(attack)
    await expect(page.locator(".owner h2")).to_have_text(f"{attack} Test")
    assert await page.locator('img[src="x"]').count() == 0
    assert await page.title() == "Intervisie – speeltuin"


async def test_a_protected_message_says_so_and_is_not_forwarded(open_page: OpenPage, people: People, bot: Bot) -> None:
    person = await people.add("Vertrouwelijk")
    page = await open_page(person)
    await bot.say(person, "Onder ons", protect_content=True)
    message = page.locator(".message.in", has_text="Onder ons")

    await expect(message).to_contain_text("beschermd")
    await message.hover()
    await message.get_by_role("button", name="Meer met dit bericht").click()

    await expect(page.get_by_role("menuitem", name="Doorsturen")).to_be_disabled()


@pytest.mark.parametrize(("protected", "ways_to_save"), [(False, 1), (True, 0)])
async def test_a_document_opens_and_is_saved_only_when_it_is_not_protected(
    open_page: OpenPage, people: People, bot: Bot, protected: bool, ways_to_save: int
) -> None:
    person = await people.add("Bewaarder")
    page = await open_page(person)

    file = {"document": ("verslag.txt", b"Wat besproken is")}
    await bot.call("sendDocument", files=file, chat_id=person, protect_content=protected)
    card = page.locator(".file", has_text="verslag.txt")
    async with page.context.expect_page() as opened:
        await card.get_by_title("verslag.txt openen").click()

    await expect((await opened.value).locator("body")).to_contain_text("Wat besproken is")
    await expect(card.get_by_role("link", name="verslag.txt opslaan")).to_have_count(ways_to_save)
