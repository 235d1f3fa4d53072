"""Groups in the page: their chats, their polls, making them, getting in, and what is shown in them."""

import re
from typing import Any

import pytest
from playwright.async_api import Locator, Page, expect

from tests.page.conftest import OpenPage
from tests.page.playground_process import Bot, People

pytestmark = [pytest.mark.page, pytest.mark.asyncio(loop_scope="session")]

PHONE_SCREEN = (390, 844)
DATES = ["wo 3 maart, 12.00 uur", "do 11 maart, 9.30 uur", "op geen van deze"]


async def polled(bot: Bot, group: int, **more: Any) -> None:
    options = [{"text": date} for date in DATES]
    await bot.call("sendPoll", chat_id=group, question="Wanneer kun je?", options=options, is_anonymous=False, **more)


def phone_of(page: Page, name: str) -> Locator:
    return page.get_by_role("article", name=f"Telefoon van {name} Test")


def chat_tab(phone: Locator, title: str) -> Locator:
    return phone.get_by_role("navigation", name="Gesprekken").get_by_role("button", name=title)


async def test_a_vote_is_given_changed_and_taken_back(open_page: OpenPage, people: People, bot: Bot) -> None:
    maker, voter = await people.add("Maker"), await people.add("Stemmer")
    group = await people.make_group(maker, "Datums", voter)
    await polled(bot, group, allows_multiple_answers=True)
    await bot.clear()
    page = await open_page(voter)
    await chat_tab(phone_of(page, "Stemmer"), "Datums").click()
    poll = page.get_by_role("group", name="Stemming: Wanneer kun je?")

    await poll.get_by_label(DATES[0]).check()
    await poll.get_by_label(DATES[1]).check()
    await poll.get_by_role("button", name="Stemmen").click()
    given = await bot.next_update("poll_answer")
    await expect(poll.locator(".poll-result.chosen .poll-text")).to_contain_text(DATES[:2])
    await poll.get_by_role("button", name="Stem wijzigen").click()
    await poll.get_by_label(DATES[0]).uncheck()
    await poll.get_by_role("button", name="Stemmen").click()
    changed = await bot.next_update("poll_answer")
    await expect(poll.locator(".poll-result.chosen .poll-text")).to_contain_text([DATES[1]])
    await poll.get_by_role("button", name="Wie stemde wat").click()
    voters = page.get_by_role("dialog", name="Wie stemde wat")
    await expect(voters.locator(".voters", has_text=DATES[1])).to_contain_text("Stemmer Test")
    await expect(voters.locator(".voters", has_text=DATES[0])).to_contain_text("Niemand")
    await voters.get_by_role("button", name="Sluiten").click()
    await poll.get_by_role("button", name="Stem wijzigen").click()
    await poll.get_by_role("button", name="Stem intrekken").click()
    taken_back = await bot.next_update("poll_answer")

    assert [answer["option_ids"] for answer in (given, changed, taken_back)] == [[0, 1], [1], []]
    await expect(poll.get_by_label(DATES[0])).to_be_visible()
    await expect(poll).to_contain_text("Nog geen stemmen")


async def test_with_one_answer_a_tap_is_the_vote_and_a_closed_poll_takes_none(
    open_page: OpenPage, people: People, bot: Bot
) -> None:
    maker = await people.add("Maker")
    group = await people.make_group(maker, "Plaats")
    sent = await bot.call("sendPoll", chat_id=group, question="Waar?", options=[{"text": "Ede"}, {"text": "Epe"}])
    page = await open_page(maker)
    await chat_tab(phone_of(page, "Maker"), "Plaats").click()
    poll = page.get_by_role("group", name="Stemming: Waar?")

    await poll.get_by_role("button", name="Epe").click()
    await expect(poll.locator(".poll-result.chosen")).to_contain_text("Epe")
    await bot.call("stopPoll", chat_id=group, message_id=sent["message_id"])

    await expect(poll).to_contain_text("Stemming gesloten")
    await expect(poll.get_by_role("button")).to_have_count(0)


async def test_a_vote_goes_by_keyboard_and_keeps_the_focus_in_the_poll(
    open_page: OpenPage, people: People, bot: Bot
) -> None:
    voter = await people.add("Toetser")
    group = await people.make_group(voter, "Toetsen")
    await polled(bot, group, allow_adding_options=True)
    await bot.clear()
    page = await open_page(voter)
    await chat_tab(phone_of(page, "Toetser"), "Toetsen").click()
    poll = page.get_by_role("group", name="Stemming: Wanneer kun je?")

    await poll.get_by_role("button", name="Optie erbij").press("Enter")
    await page.get_by_role("dialog").get_by_role("textbox").fill("vr 19 maart, 10.00 uur")
    await page.keyboard.press("Enter")
    await poll.get_by_role("button", name="vr 19 maart").press("Enter")

    assert (await bot.next_update("poll_answer"))["option_ids"] == [len(DATES)]
    await expect(poll.get_by_role("button", name="Stem wijzigen")).to_be_focused()


async def test_chats_are_switched_and_tell_what_is_unread(open_page: OpenPage, people: People, bot: Bot) -> None:
    reader, talker = await people.add("Lezer"), await people.add("Prater")
    group = await people.make_group(talker, "Overleg", reader)
    page = await open_page(reader)
    phone = phone_of(page, "Lezer")
    await chat_tab(phone, "Overleg").click()
    await expect(phone.locator(".service", has_text="Prater Test")).not_to_have_count(0)
    await chat_tab(phone, "Intervisie").click()
    await expect(chat_tab(phone, "Intervisie")).to_have_attribute("aria-current", "true")

    await people.write(talker, group, "Wie rijdt er mee?")
    await people.write(talker, group, "Ik heb plaats voor drie.")
    await expect(chat_tab(phone, "Overleg")).to_contain_text("2 ongelezen berichten")
    await chat_tab(phone, "Overleg").click()

    first = phone.locator(".message", has_text="Wie rijdt er mee?")
    await expect(first.locator(".sender")).to_have_text("Prater Test")
    await expect(phone.get_by_text("Nieuwe berichten")).to_be_visible()
    await expect(chat_tab(phone, "Overleg").locator(".badge")).to_have_count(0)
    await page.reload()
    await expect(chat_tab(phone, "Overleg")).to_have_attribute("aria-current", "true")


async def test_a_group_is_made_with_the_bot_as_administrator(open_page: OpenPage, people: People, bot: Bot) -> None:
    maker, member = await people.add("Oprichter"), await people.add("Aanhanger")
    page = await open_page(maker, member)
    await bot.clear()
    phone = phone_of(page, "Oprichter")

    await phone.get_by_role("button", name="Meer met het gesprek").click()
    await page.get_by_role("menuitem", name="Nieuwe groep").click()
    sheet = page.get_by_role("dialog", name="Nieuwe groep")
    await sheet.get_by_label("Naam van de groep").fill("Intervisie Oost")
    await sheet.get_by_label("Aanhanger Test").check()
    await sheet.get_by_label("Berichten vastzetten").uncheck()
    await sheet.get_by_role("button", name="Groep maken").click()
    await expect(phone.get_by_role("heading", name="Intervisie Oost")).to_be_visible()
    await expect(phone.locator(".chat-state")).to_have_text("2 leden, de bot is beheerder")
    update = await bot.next_update("my_chat_member")
    while update["new_chat_member"]["status"] != "administrator":
        update = await bot.next_update("my_chat_member")

    assert update["new_chat_member"]["can_invite_users"] is True
    assert update["new_chat_member"]["can_pin_messages"] is False
    await expect(chat_tab(phone_of(page, "Aanhanger"), "Intervisie Oost")).to_be_visible()


async def test_the_bot_is_promoted_from_the_sheet_of_a_group(open_page: OpenPage, people: People, bot: Bot) -> None:
    maker = await people.add("Beheerder")
    group = await people.make_group(maker, "Groeiend", bot_status="member")
    page = await open_page(maker)
    await bot.clear()
    phone = phone_of(page, "Beheerder")
    await chat_tab(phone, "Groeiend").click()
    await expect(phone.locator(".chat-state")).to_have_text("1 lid, met de bot")

    await phone.get_by_role("button", name="Meer met het gesprek").click()
    await page.get_by_role("menuitem", name="Leden en rechten").click()
    sheet = page.get_by_role("dialog", name="Leden en rechten")
    await sheet.get_by_role("button", name="Meer met Intervisie").click()
    await page.get_by_role("menuitem", name="Beheerder maken").click()
    await page.get_by_role("dialog", name="De bot als beheerder").get_by_role("button", name="Opslaan").click()
    await expect(sheet.locator(".member-list li", has_text="Intervisie")).to_contain_text("beheerder, bot")
    promoted = await bot.next_update("my_chat_member")
    await sheet.get_by_role("button", name="Uitnodigingslink maken").click()
    link = page.get_by_role("dialog", name="Een link naar “Groeiend”")
    await link.get_by_role("button", name="Link maken").click()
    await expect(link.get_by_label("Uitnodigingslink")).to_have_value(re.compile(r"https://t\.me/\+.+"))
    await link.get_by_role("button", name="Sluiten").click()
    await sheet.get_by_role("button", name="Sluiten").click()

    assert (promoted["chat"]["id"], promoted["new_chat_member"]["status"]) == (group, "administrator")
    await expect(phone.locator(".chat-state")).to_have_text("1 lid, de bot is beheerder")


async def test_a_group_that_becomes_a_supergroup_goes_on_with_what_was_said_and_asked(
    open_page: OpenPage, people: People, bot: Bot
) -> None:
    maker = await people.add("Verhuizer")
    group = await people.make_group(maker, "Groter")
    await polled(bot, group)
    page = await open_page(maker)
    await bot.clear()
    phone = phone_of(page, "Verhuizer")
    await chat_tab(phone, "Groter").click()
    await phone.get_by_role("textbox", name="Bericht van").fill("half een zin")

    await phone.get_by_role("button", name="Meer met het gesprek").click()
    await page.get_by_role("menuitem", name="Leden en rechten").click()
    sheet = page.get_by_role("dialog", name="Leden en rechten")
    await sheet.get_by_role("button", name="Er een supergroep van maken").click()
    await expect(sheet).to_contain_text("Supergroep")
    await sheet.get_by_role("button", name="Sluiten").click()
    await phone.get_by_role("button", name=DATES[1]).click()
    answer = await bot.next_update("poll_answer")
    await phone.get_by_role("textbox", name="Bericht van").press("Enter")
    message = await bot.next_update("message")

    assert answer["option_ids"] == [1]
    assert (message["text"], message["chat"]["type"]) == ("half een zin", "supergroup")
    await expect(phone.locator(".poll-result.chosen")).to_contain_text(DATES[1])
    await expect(chat_tab(phone, "Groter")).to_have_attribute("aria-current", "true")


async def test_a_link_into_a_group_asks_to_be_let_in(open_page: OpenPage, people: People, bot: Bot) -> None:
    maker, guest = await people.add("Gastheer"), await people.add("Gast")
    group = await people.make_group(maker, "Besloten kring")
    link = (await bot.call("createChatInviteLink", chat_id=group, creates_join_request=True))["invite_link"]
    await bot.say(guest, "Je groep praat hier.", reply_markup={"inline_keyboard": [[{"text": "Erheen", "url": link}]]})
    await bot.clear()
    page = await open_page(guest)

    await page.get_by_role("button", name="Erheen").click()
    sheet = page.get_by_role("dialog", name="Toegang tot een groep")
    await expect(sheet).to_contain_text("Je vraagt om toegang tot “Besloten kring”")
    await sheet.get_by_role("button", name="Toegang vragen").click()
    request = await bot.next_update("chat_join_request")
    await expect(sheet).to_contain_text("Zodra je wordt toegelaten")
    await sheet.get_by_role("button", name="Sluiten").click()
    await bot.call("approveChatJoinRequest", chat_id=group, user_id=guest)

    assert (request["chat"]["id"], request["from"]["id"]) == (group, guest)
    await expect(chat_tab(phone_of(page, "Gast"), "Besloten kring")).to_be_visible()
    await page.get_by_role("button", name="Erheen").click()
    await page.get_by_role("button", name="Naar de groep").click()
    await expect(chat_tab(phone_of(page, "Gast"), "Besloten kring")).to_have_attribute("aria-current", "true")


async def test_a_picture_opens_as_wide_as_a_phone_and_larger_at_a_tap(
    open_page: OpenPage, people: People, bot: Bot
) -> None:
    reader = await people.add("Kijker")
    group = await people.make_group(reader, "Rooster")
    drawing = await open_page(size=(1080, 1400))
    picture = await drawing.screenshot()
    await bot.call("sendPhoto", files={"photo": ("rooster.png", picture)}, chat_id=group, caption="Wie brengt wat in")
    page = await open_page(reader, size=PHONE_SCREEN)
    await chat_tab(phone_of(page, "Kijker"), "Rooster").click()

    await page.get_by_role("button", name="Groter bekijken").click()
    shown = page.get_by_role("dialog").get_by_role("img")
    await expect(shown).to_have_js_property("complete", True)
    fitting = await shown.evaluate("it => it.getBoundingClientRect().width")
    await page.get_by_role("button", name="Vergroten").click()
    await expect(page.get_by_role("button", name="Passend")).to_be_visible()
    larger = await shown.evaluate("it => it.getBoundingClientRect().width")
    sideways = await page.evaluate("document.documentElement.scrollWidth - innerWidth")

    assert (fitting, larger) == (PHONE_SCREEN[0], 1080)
    assert sideways <= 0


async def test_an_administrator_deletes_a_poll_of_the_bot(open_page: OpenPage, people: People, bot: Bot) -> None:
    maker, member = await people.add("Opruimer"), await people.add("Toeschouwer")
    group = await people.make_group(maker, "Netjes", member)
    await polled(bot, group)
    page = await open_page(maker, member)
    for name in ("Opruimer", "Toeschouwer"):
        await chat_tab(phone_of(page, name), "Netjes").click()
        await expect(phone_of(page, name).get_by_role("group", name="Stemming:")).to_be_visible()

    message = phone_of(page, "Opruimer").locator(".message", has=page.locator(".poll"))
    await message.hover()
    await message.get_by_role("button", name="Meer met dit bericht").click()
    await page.get_by_role("menuitem", name="Verwijderen").click()

    await expect(page.get_by_role("group", name="Stemming:")).to_have_count(0)


@pytest.mark.parametrize("size", [(1440, 900), PHONE_SCREEN])
async def test_a_group_chat_and_its_sheet_do_not_stick_out(
    open_page: OpenPage, people: People, bot: Bot, size: tuple[int, int]
) -> None:
    maker = await people.add("Breedspraak")
    group = await people.make_group(maker, "Eenlangenaamzonderspaties" * 4)
    await bot.call(
        "sendPoll", chat_id=group, question="Zonderspaties" * 12, options=[{"text": "Optiezonderspatie" * 5}]
    )
    page = await open_page(maker, size=size)
    phone = phone_of(page, "Breedspraak")
    await chat_tab(phone, "Eenlangenaam").click()
    await expect(phone.get_by_role("group", name="Stemming:")).to_be_visible()

    widths = [await sticking_out(phone.locator(".scroller")), await sticking_out(page.locator("html"))]
    await phone.get_by_role("button", name="Meer met het gesprek").click()
    await page.get_by_role("menuitem", name="Leden en rechten").click()
    sheet = page.get_by_role("dialog")
    await expect(sheet).to_contain_text("Gewone groep")
    widths.append(await sticking_out(sheet))

    assert max(widths) <= 0


async def sticking_out(what: Locator) -> int:
    width: int = await what.evaluate("it => it.scrollWidth - it.clientWidth")
    return width
