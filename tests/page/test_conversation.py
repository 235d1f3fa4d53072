"""Writing, tapping, and what the bot says, live."""

import asyncio

import pytest
from playwright.async_api import Page, Request, Route, expect

from tests.page.conftest import OpenPage, comes_by
from tests.page.playground_process import Bot, People

pytestmark = [pytest.mark.page, pytest.mark.asyncio(loop_scope="session")]

TWO_BUTTONS = {"inline_keyboard": [[{"text": "Ja", "callback_data": "yes"}, {"text": "Nee", "callback_data": "no"}]]}


async def test_a_message_is_sent_with_enter_and_a_line_break_with_shift(
    open_page: OpenPage, people: People, bot: Bot
) -> None:
    person = await people.add("Schrijver")
    page = await open_page(person)
    await bot.clear()
    field = page.get_by_role("textbox", name="Bericht van Schrijver Test")

    await field.press_sequentially("Goedemorgen")
    await field.press("Shift+Enter")
    await field.press_sequentially("daar")
    await field.press("Enter")

    assert (await bot.next_update("message"))["text"] == "Goedemorgen\ndaar"
    await expect(page.locator(".message.out .words", has_text="Goedemorgen\ndaar")).to_have_count(1)
    await expect(field).to_have_value("")


async def test_what_could_not_be_sent_stays_and_can_be_sent_again(
    open_page: OpenPage, people: People, bot: Bot
) -> None:
    person = await people.add("Volhouder")
    page = await open_page(person)
    await bot.clear()
    await page.route("**/messages", lambda route: route.abort())

    await page.get_by_role("textbox", name="Bericht van").fill("Kom aan")
    await page.keyboard.press("Enter")
    failed = page.locator(".message.failed")
    await expect(failed).to_contain_text("niet te bereiken")
    await page.unroute("**/messages")
    await failed.get_by_role("button", name="Opnieuw").click()

    assert (await bot.next_update("message"))["text"] == "Kom aan"
    await expect(failed).to_have_count(0)
    await expect(page.locator(".message.out", has_text="Kom aan")).to_have_count(1)


async def test_a_button_is_tapped_answered_and_its_message_edited_live(
    open_page: OpenPage, people: People, bot: Bot
) -> None:
    person = await people.add("Tikker")
    page = await open_page(person)
    message = await bot.say(person, "Klopt dit?", reply_markup=TWO_BUTTONS)

    async with comes_by(page.locator('.key[aria-busy="true"]')):
        await page.get_by_role("button", name="Ja", exact=True).click()
    query = await bot.next_update("callback_query")
    async with comes_by(page.locator(".toast", has_text="Genoteerd")):
        await bot.call("answerCallbackQuery", callback_query_id=query["id"], text="Genoteerd")
    await bot.call("editMessageText", chat_id=person, message_id=message, text="Het klopt.")

    assert query["data"] == "yes"
    await expect(page.locator(".message.in", has_text="Het klopt.")).to_contain_text("bewerkt")
    await expect(page.get_by_role("button", name="Ja", exact=True)).to_have_count(0)


async def held_back(page: Page, pattern: str, until: asyncio.Event) -> None:
    async def hold(route: Route) -> None:
        await until.wait()
        await route.continue_()

    await page.route(pattern, hold)


async def test_what_one_person_does_reaches_the_bot_in_order(open_page: OpenPage, people: People, bot: Bot) -> None:
    person = await people.add("Haastig")
    await bot.say(person, "Heet je zo?", reply_markup=TWO_BUTTONS)
    page = await open_page(person)
    await bot.clear()
    sent: list[str] = []

    def remember(request: Request) -> None:
        sent.append(request.url)

    page.on("request", remember)
    through = asyncio.Event()
    await held_back(page, "**/taps", through)

    async with page.expect_request("**/taps"):
        await page.get_by_role("button", name="Ja", exact=True).click()
    await page.get_by_role("textbox", name="Bericht van").fill("den bosch")
    await page.keyboard.press("Enter")
    await expect(page.locator(".message.pending", has_text="den bosch")).to_be_visible()
    overtaking = [url for url in sent if url.endswith("/messages")]
    through.set()

    assert overtaking == []
    assert "callback_query" in await bot.any_update()
    assert (await bot.any_update())["message"]["text"] == "den bosch"
    await expect(page.locator(".message.out:not(.pending)", has_text="den bosch")).to_be_visible()


async def test_an_alert_asks_to_be_closed(open_page: OpenPage, people: People, bot: Bot) -> None:
    person = await people.add("Lezer")
    page = await open_page(person)
    await bot.say(person, "Zeker?", reply_markup=TWO_BUTTONS)

    await page.get_by_role("button", name="Nee", exact=True).click()
    query = await bot.next_update("callback_query")
    await bot.call("answerCallbackQuery", callback_query_id=query["id"], text="Dit kan niet meer.", show_alert=True)
    alert = page.get_by_role("alertdialog")
    await expect(alert).to_contain_text("Dit kan niet meer.")
    await page.get_by_role("button", name="Oké").click()

    await expect(alert).to_have_count(0)


async def test_a_reply_keyboard_sends_its_words_and_the_own_number(
    open_page: OpenPage, people: People, bot: Bot
) -> None:
    person = await people.add("Beller")
    page = await open_page(person)
    await bot.clear()
    keyboard = {"keyboard": [[{"text": "Deel mijn nummer", "request_contact": True}], [{"text": "Liever niet"}]]}
    await bot.say(person, "Wat is je nummer?", reply_markup={**keyboard, "input_field_placeholder": "Of typ het"})

    await expect(page.get_by_placeholder("Of typ het")).to_be_visible()
    await page.get_by_role("button", name="Liever niet").click()
    assert (await bot.next_update("message"))["text"] == "Liever niet"
    await page.get_by_role("button", name="Deel mijn nummer").click()
    assert (await bot.next_update("message"))["contact"]["user_id"] == person
    await bot.say(person, "Dank je", reply_markup={"remove_keyboard": True})

    await expect(page.get_by_role("button", name="Deel mijn nummer")).to_have_count(0)


async def test_an_own_message_is_edited(open_page: OpenPage, people: People, bot: Bot) -> None:
    person = await people.add("Verbeteraar")
    page = await open_page(person)
    field = page.get_by_role("textbox", name="Bericht van")
    await field.fill("den bsoch")
    await field.press("Enter")
    await expect(page.locator(".message.out:not(.pending)", has_text="den bsoch")).to_be_visible()

    await field.press("ArrowUp")
    await expect(field).to_have_value("den bsoch")
    await field.fill("den bosch")
    await field.press("Enter")

    assert (await bot.next_update("edited_message"))["text"] == "den bosch"
    await expect(page.locator(".message.out", has_text="den bosch")).to_contain_text("bewerkt")


async def test_the_command_menu_sends_a_command(open_page: OpenPage, people: People, bot: Bot) -> None:
    person = await people.add("Commandant")
    await bot.call("setMyCommands", commands=[{"command": "mijn", "description": "Waar sta ik?"}])
    page = await open_page(person)
    await bot.clear()

    await page.get_by_role("button", name="Opdrachten").click()
    await page.get_by_role("button", name="/mijn").click()

    message = await bot.next_update("message")
    assert message["text"] == "/mijn"
    assert message["entities"][0]["type"] == "bot_command"


@pytest.mark.parametrize(
    ("choice", "field"),
    [
        ("Sticker", "sticker"),
        ("Spraakbericht", "voice"),
        ("Foto", "photo"),
        ("Document", "document"),
        ("Mijn telefoonnummer", "contact"),
    ],
)
async def test_wrong_kinds_of_input_can_be_tried(
    open_page: OpenPage, people: People, bot: Bot, choice: str, field: str
) -> None:
    person = await people.add("Proever")
    page = await open_page(person)
    await bot.clear()

    await page.get_by_role("button", name="Bijlage").click()
    await page.get_by_role("menuitem", name=choice).click()

    assert field in await bot.next_update("message")
    await expect(page.locator(".message.out")).to_have_count(2)


async def test_an_own_picture_is_uploaded_and_shown_large(open_page: OpenPage, people: People, bot: Bot) -> None:
    person = await people.add("Fotograaf")
    page = await open_page(person)
    await bot.clear()
    picture = await page.screenshot(clip={"x": 0, "y": 0, "width": 60, "height": 40})

    await page.get_by_role("button", name="Bijlage").click()
    async with page.expect_file_chooser() as chooser:
        await page.get_by_role("menuitem", name="Eigen bestand…").click()
    await (await chooser.value).set_files({"name": "balk.png", "mimeType": "image/png", "buffer": picture})
    assert "photo" in await bot.next_update("message")
    await page.get_by_role("button", name="Groter bekijken").click()

    await expect(page.get_by_role("dialog").get_by_role("img")).to_be_visible()


async def test_typing_is_shown(open_page: OpenPage, people: People, bot: Bot) -> None:
    person = await people.add("Wachter")
    page = await open_page(person)

    async with comes_by(page.locator(".chat-state", has_text="typt…")):
        await bot.call("sendChatAction", chat_id=person, action="typing")

    await expect(page.locator(".chat-state")).to_have_text("bot")


async def test_who_reads_further_up_stays_there_and_is_told_of_what_is_new(
    open_page: OpenPage, people: People, bot: Bot
) -> None:
    person = await people.add("Terugblikker")
    for number in range(30):
        await bot.say(person, f"Bericht {number}")
    page = await open_page(person)
    scroller = page.locator(".scroller")
    await expect(page.get_by_text("Bericht 29", exact=True)).to_be_visible()

    await scroller.evaluate("it => { it.scrollTop = 200; }")
    await expect(page.locator(".jump")).to_be_visible()
    await bot.say(person, "Iets nieuws")
    jump = page.get_by_role("button", name="Naar 1 nieuwe berichten")
    await expect(jump).to_be_visible()
    assert await scroller.evaluate("it => it.scrollTop") == 200
    await jump.click()

    await expect(page.get_by_text("Iets nieuws", exact=True)).to_be_in_viewport()


async def test_a_deep_link_opens_here_or_on_another_phone(open_page: OpenPage, people: People, bot: Bot) -> None:
    coordinator, alderman = await people.add("Bureau"), await people.add("Genodigde", started=False)
    page = await open_page(coordinator)
    await bot.clear()
    await bot.say(coordinator, "De link: https://t.me/intervisie_speeltuin_bot?start=r_XYZ")

    await page.get_by_role("button", name="Open op…").click()
    await page.get_by_role("menuitem", name="Genodigde Test").click()
    elsewhere = await bot.next_update("message")
    await page.get_by_role("button", name="Open hier").click()
    here = await bot.next_update("message")

    assert (elsewhere["from"]["id"], elsewhere["text"]) == (alderman, "/start r_XYZ")
    assert (here["from"]["id"], here["text"]) == (coordinator, "/start r_XYZ")
    await expect(page.get_by_role("article", name="Telefoon van Genodigde Test")).to_be_visible()


async def test_a_deep_link_behind_a_button_starts_here(open_page: OpenPage, people: People, bot: Bot) -> None:
    person = await people.add("Doorklikker")
    page = await open_page(person)
    await bot.clear()
    link = {"text": "Begin hier", "url": "https://t.me/intervisie_speeltuin_bot?start=r_knop"}
    await bot.say(person, "Je kunt je aanmelden.", reply_markup={"inline_keyboard": [[link]]})

    await page.get_by_role("button", name="Begin hier").click()

    assert (await bot.next_update("message"))["text"] == "/start r_knop"


async def test_a_deleted_message_disappears(open_page: OpenPage, people: People, bot: Bot) -> None:
    person = await people.add("Opruimer")
    page = await open_page(person)
    message = await bot.say(person, "Even dit")
    bubble = page.locator(".message.in", has_text="Even dit")
    await expect(bubble).to_be_visible()

    await bot.call("deleteMessage", chat_id=person, message_id=message)

    await expect(bubble).to_have_count(0)


async def test_a_question_that_asks_for_a_reply_gets_one(open_page: OpenPage, people: People, bot: Bot) -> None:
    person = await people.add("Antwoorder")
    page = await open_page(person)
    await bot.clear()
    question = await bot.say(person, "Waarom niet?", reply_markup={"force_reply": True})

    await expect(page.locator(".banner")).to_contain_text("Antwoord op Waarom niet?")
    await page.get_by_role("textbox", name="Bericht van").fill("Te druk")
    await page.keyboard.press("Enter")

    message = await bot.next_update("message")
    assert (message["text"], message["reply_to_message"]["message_id"]) == ("Te druk", question)
    await expect(page.locator(".message.out .quoted")).to_contain_text("Waarom niet?")
    await expect(page.locator(".banner")).to_be_hidden()


async def test_a_link_typed_in_the_composer_can_be_opened_instead(
    open_page: OpenPage, people: People, bot: Bot
) -> None:
    person = await people.add("Linker")
    page = await open_page(person)
    await bot.clear()

    await page.get_by_role("textbox", name="Bericht van").fill("https://t.me/intervisie_speeltuin_bot?start=f_9")
    await page.get_by_role("button", name="Openen").click()

    assert (await bot.next_update("message"))["text"] == "/start f_9"


async def test_everything_goes_by_keyboard(open_page: OpenPage, people: People, bot: Bot) -> None:
    person = await people.add("Toetser")
    await bot.say(person, "Klopt dit?", reply_markup=TWO_BUTTONS)
    page = await open_page(person)
    await bot.clear()
    await expect(page.get_by_role("button", name="Nee", exact=True)).to_be_visible()

    await page.get_by_role("textbox", name="Bericht van").focus()
    await page.keyboard.type("met toetsen")
    await page.keyboard.press("Enter")
    assert (await bot.next_update("message"))["text"] == "met toetsen"
    await expect(page.locator(".message.out:not(.pending)", has_text="met toetsen")).to_be_visible()
    for _ in range(12):
        await page.keyboard.press("Shift+Tab")
        if await page.evaluate("document.activeElement.textContent") == "Nee":
            break
    await page.keyboard.press("Enter")
    query = await bot.next_update("callback_query")
    await bot.call("answerCallbackQuery", callback_query_id=query["id"])
    await bot.call("editMessageText", chat_id=person, message_id=query["message"]["message_id"], text="Toch niet.")

    assert query["data"] == "no"
    await expect(page.get_by_text("Toch niet.")).to_be_visible()
    await expect(page.get_by_role("textbox", name="Bericht van")).to_be_focused()
