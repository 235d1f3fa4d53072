"""That everyone can read and work the page."""

import pytest
from playwright.async_api import Page, expect

from tests.page.conftest import OpenPage
from tests.page.playground_process import Bot, People

pytestmark = [pytest.mark.page, pytest.mark.asyncio(loop_scope="session")]

# The lowest contrast of text that WCAG 2.2 AA allows (success criterion 1.4.3).
LEAST_CONTRAST = 4.5

# The visible texts whose contrast is too low. Colours are read back from a canvas, which knows every notation;
# a translucent ground is painted over what lies behind it. Disabled buttons are exempt, as in the criterion.
FAINT_TEXTS = """(least) => {
  const brush = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const paint = (colours) => {
    brush.fillStyle = "#fff";
    brush.fillRect(0, 0, 1, 1);
    for (const colour of colours) { brush.fillStyle = colour; brush.fillRect(0, 0, 1, 1); }
    return [...brush.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const grounds = (element) => {
    const found = [];
    for (let at = element; at; at = at.parentElement) found.unshift(getComputedStyle(at).backgroundColor);
    return found;
  };
  const luminance = (rgb) => {
    const [r, g, b] = rgb.map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const faint = [];
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || !element.checkVisibility({ visibilityProperty: true })) continue;
    if (element.closest(":disabled, .visually-hidden")) continue;
    const behind = grounds(element);
    const measured = contrast(paint([...behind, getComputedStyle(element).color]), paint(behind));
    if (measured < least) faint.push(`${texts.currentNode.data.trim()}: ${measured.toFixed(2)}`);
  }
  return faint;
}"""

NAMELESS_CONTROLS = """() => [...document.querySelectorAll("button, a[href], input, textarea, select")]
  .filter((it) => it.checkVisibility())
  .filter((it) => !(it.textContent.trim() || it.getAttribute("aria-label") || it.labels?.length))
  .map((it) => it.outerHTML)"""


async def conversation_of_all_sorts(open_page: OpenPage, people: People, bot: Bot) -> Page:
    person, new = await people.add("Bonte"), await people.add("Vers", started=False)
    await bot.say(
        person,
        "<b>Dag</b> <a href='https://example.org'>elders</a> <blockquote>citaat</blockquote><code>code</code> /mijn",
        parse_mode="HTML",
        reply_markup={"inline_keyboard": [[{"text": "Knop", "callback_data": "x"}]]},
    )
    await bot.say(person, "Link: https://t.me/intervisie_speeltuin_bot?start=r_1", protect_content=True)
    await bot.say(person, "Kies", reply_markup={"keyboard": [[{"text": "Toets"}]]})
    page = await open_page(person, new, await member_of_a_group(people, bot))
    await page.get_by_role("textbox", name="Bericht van Bonte").fill("Een antwoord")
    await page.keyboard.press("Enter")
    await expect(page.locator(".message.out:not(.pending)", has_text="Een antwoord")).to_be_visible()
    await page.get_by_role("navigation", name="Gesprekken").get_by_role("button", name="Kring").click()
    await page.get_by_role("button", name="Kan wel").click()
    await expect(page.get_by_role("button", name="Stem wijzigen")).to_be_visible()
    return page


async def member_of_a_group(people: People, bot: Bot) -> int:
    """Someone with two chats, in whose group there are a poll to vote in with a tap and one with ticks."""
    member = await people.add("Groepslid")
    group = await people.make_group(member, "Kring")
    options = [{"text": "Kan wel"}, {"text": "Kan niet"}]
    await bot.call("sendPoll", chat_id=group, question="Kun je?", options=options, is_anonymous=False)
    ticks = [{"text": "Ma"}, {"text": "Di"}]
    await bot.call("sendPoll", chat_id=group, question="Wanneer?", options=ticks, allows_multiple_answers=True)
    return member


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_all_text_has_contrast_enough(open_page: OpenPage, people: People, bot: Bot, scheme: str) -> None:
    page = await conversation_of_all_sorts(open_page, people, bot)

    await page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
    await page.wait_for_function("document.getAnimations().length === 0")

    assert await page.evaluate(FAINT_TEXTS, LEAST_CONTRAST) == []


async def test_every_control_has_a_name(open_page: OpenPage, people: People, bot: Bot) -> None:
    page = await conversation_of_all_sorts(open_page, people, bot)

    assert await page.evaluate(NAMELESS_CONTROLS) == []


async def test_new_messages_are_read_aloud_and_old_ones_are_not(open_page: OpenPage, people: People, bot: Bot) -> None:
    page = await conversation_of_all_sorts(open_page, people, bot)

    log = page.get_by_role("log").first

    await expect(log).to_have_attribute("aria-live", "polite")


async def test_a_menu_is_walked_with_arrows_and_left_with_escape(open_page: OpenPage, people: People) -> None:
    person = await people.add("Pijlen")
    page = await open_page(person)
    attach = page.get_by_role("button", name="Bijlage")

    await attach.focus()
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("menuitem", name="Foto")).to_be_focused()
    await page.keyboard.press("ArrowDown")
    await expect(page.get_by_role("menuitem", name="Document")).to_be_focused()
    await page.keyboard.press("Escape")

    await expect(page.get_by_role("menu")).to_have_count(0)
    await expect(attach).to_be_focused()
