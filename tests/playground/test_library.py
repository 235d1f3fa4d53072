"""The bot library itself as the client: it must understand all that it is sent."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from io import BytesIO

import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeChat,
    ChatMemberAdministrator,
    ChatMemberBanned,
    ChatMemberLeft,
    ChatMemberMember,
    ChatMemberOwner,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    InputPollOption,
    KeyboardButton,
    LinkPreviewOptions,
    MessageEntity,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
    Update,
)
from telegram.constants import ChatAction, ParseMode
from telegram.error import BadRequest, ChatMigrated, Conflict, Forbidden, InvalidToken, RetryAfter

from playground.pictures import FLAT_PHOTO
from tests.playground.conftest import JEROEN, MARIJKE, TOKEN, WILLEM, Playground, until

GROUP_UPDATES = ("my_chat_member", "chat_member", "chat_join_request", "poll", "poll_answer")


@pytest.fixture
async def bot(served: Playground) -> AsyncIterator[Bot]:
    await served.did(MARIJKE, "start", payload="ronde_7")
    async with Bot(TOKEN, base_url=f"{served.address}/bot", base_file_url=f"{served.address}/file/bot") as bot:
        yield bot


async def test_it_sends_all_that_we_send(bot: Bot) -> None:
    buttons = InlineKeyboardMarkup(
        [[InlineKeyboardButton("Ja", callback_data="ja"), InlineKeyboardButton("Site", url="https://vng.nl/")]]
    )
    below = ReplyKeyboardMarkup(
        [[KeyboardButton("Deel nummer", request_contact=True)]],
        resize_keyboard=True,
        one_time_keyboard=True,
        input_field_placeholder="06…",
    )
    bold = MessageEntity(MessageEntity.BOLD, 0, 3)

    first = await bot.send_message(
        MARIJKE,
        "<b>Hoi</b> 👍",
        parse_mode=ParseMode.HTML,
        reply_markup=buttons,
        protect_content=True,
        link_preview_options=LinkPreviewOptions(is_disabled=True),
    )
    others = [
        await bot.send_message(MARIJKE, "Nummer?", reply_markup=below),
        await bot.send_message(MARIJKE, "Weg", reply_markup=ReplyKeyboardRemove()),
        await bot.send_message(MARIJKE, "Naam?", reply_markup=ForceReply(input_field_placeholder="Naam")),
        await bot.send_message(MARIJKE, "Hoi jij", entities=[bold], reply_parameters=ReplyParameters(first.id)),
        await bot.send_photo(MARIJKE, InputFile(FLAT_PHOTO, "qr.png"), caption="<i>QR</i>", parse_mode="HTML"),
        await bot.send_document(MARIJKE, BytesIO(b"BEGIN:VCALENDAR"), filename="intervisie.ics", caption="Agenda"),
    ]

    assert first.entities[0].type == MessageEntity.BOLD
    assert first.reply_markup == buttons
    assert first.has_protected_content
    assert others[3].reply_to_message is not None
    assert others[4].photo[-1].width == 320
    document = others[5].document
    assert document is not None
    assert bytes(await (await document.get_file()).download_as_bytearray()) == b"BEGIN:VCALENDAR"


async def test_it_edits_deletes_and_looks_around(bot: Bot) -> None:
    sent = await bot.send_message(MARIJKE, "een")
    picture = await bot.send_photo(MARIJKE, FLAT_PHOTO)

    edited = await bot.edit_message_text("twee", chat_id=MARIJKE, message_id=sent.id)
    captioned = await bot.edit_message_caption(MARIJKE, picture.id, caption="QR")
    await bot.send_chat_action(MARIJKE, ChatAction.TYPING)
    commands = [BotCommand("mijn", "Waar je staat")]
    await bot.set_my_commands(commands, scope=BotCommandScopeChat(MARIJKE), language_code="nl")
    chat = await bot.get_chat(MARIJKE)

    assert getattr(edited, "text", None) == "twee"
    assert getattr(captioned, "caption", None) == "QR"
    assert await bot.get_my_commands(scope=BotCommandScopeChat(MARIJKE), language_code="nl") == tuple(commands)
    assert (chat.first_name, (await bot.get_me()).username) == ("Marijke", "intervisie_speeltuin_bot")
    assert await bot.delete_message(MARIJKE, sent.id)
    assert await bot.delete_webhook()
    assert (await bot.get_webhook_info()).url == ""


async def test_it_understands_every_update(bot: Bot, served: Playground) -> None:
    buttons = InlineKeyboardMarkup([[InlineKeyboardButton("Ja", callback_data="ja")]])
    asked = await bot.send_message(MARIJKE, "Klopt dit?", reply_markup=buttons)
    written = await served.did(MARIJKE, "messages", text="hallo", reply_to_message_id=asked.id)
    await served.did(MARIJKE, "edits", message_id=written["message_id"], text="hallo!")
    await served.did(MARIJKE, "messages", text="van een ander", forwarded=True)
    for deed in ("contact", "sticker", "voice", "photo", "document"):
        await served.did(MARIJKE, deed)
    await served.did(MARIJKE, "taps", message_id=asked.id, text="Ja")
    await served.did(MARIJKE, "block")

    updates = await bot.get_updates(allowed_updates=Update.ALL_TYPES)

    kinds = [
        next(kind for kind in ("edited_message", "callback_query", "my_chat_member", "message") if update[kind])
        for update in updates
    ]
    assert kinds == ["message", "message", "edited_message", *["message"] * 6, "callback_query", "my_chat_member"]
    messages = [update.message for update in updates if update.message]
    assert messages[0].text == "/start ronde_7"
    assert messages[1].reply_to_message is not None
    query = updates[-2].callback_query
    assert query is not None
    assert await query.answer("Gelukt")
    member = updates[-1].my_chat_member
    assert member is not None
    assert member.new_chat_member.status == "kicked"


async def test_it_understands_every_update_of_a_group(bot: Bot, served: Playground) -> None:
    await bot.get_updates(offset=-1, allowed_updates=Update.ALL_TYPES)
    await bot.get_updates(offset=served.world.queue.last_update_id + 1)
    group = await served.makes_group(MARIJKE, JEROEN, bot=None)
    await served.manages(MARIJKE, group, "bot", status="administrator")
    supergroup = await served.manages(MARIJKE, group, "upgrade")
    await served.manages(MARIJKE, supergroup, "title", title="Intervisie 13")
    link = await bot.create_chat_invite_link(supergroup, creates_join_request=True, name="Groep 13")
    await served.http.post(f"/people/{WILLEM}/join", json={"invite_link": link.invite_link})
    await bot.approve_chat_join_request(supergroup, WILLEM)
    sent = await bot.send_poll(supergroup, "Wanneer?", ["di", InputPollOption("do")], is_anonymous=False)
    await bot.pin_chat_message(supergroup, sent.id)
    await served.did(WILLEM, "votes", within=supergroup, message_id=sent.id, options=["do"])
    await served.manages(MARIJKE, supergroup, "anonymous", anonymous=True)
    await served.did(MARIJKE, "votes", within=supergroup, message_id=sent.id, options=["di"])
    await served.did(MARIJKE, "messages", within=supergroup, text="Als groep")
    stopped = await bot.stop_poll(supergroup, sent.id)
    await served.manages(WILLEM, supergroup, "leave")

    updates = await bot.get_updates()

    kinds = [next(kind for kind in (*GROUP_UPDATES, "message") if update[kind]) for update in updates]
    assert kinds == [
        "my_chat_member",
        "message",
        "my_chat_member",
        "my_chat_member",
        *["message"] * 3,
        "chat_join_request",
        "chat_member",
        *["message"] * 2,
        "poll",
        "poll_answer",
        "chat_member",
        "poll",
        "poll_answer",
        "message",
        "poll",
        "chat_member",
        "message",
    ]
    answers = [update.poll_answer for update in updates if update.poll_answer]
    assert [(answer.user is None, answer.voter_chat is None) for answer in answers] == [(False, True), (True, False)]
    assert (stopped.total_voter_count, stopped.is_closed) == (2, True)


async def test_it_understands_all_that_it_asks_of_a_group(bot: Bot, served: Playground) -> None:
    group = await served.manages(MARIJKE, await served.makes_group(MARIJKE, JEROEN), "history", visible=True)
    await served.did(MARIJKE, "messages", within=group, text="Welkom")
    sent = await bot.send_photo(group, InputFile(FLAT_PHOTO, "raster.png"), caption="Wie kan wanneer")
    await bot.pin_chat_message(group, sent.id)

    chat = await bot.get_chat(group)
    owner, member, stranger = [await bot.get_chat_member(group, user) for user in (MARIJKE, JEROEN, WILLEM)]
    administrators = await bot.get_chat_administrators(group)

    assert (chat.type, chat.has_visible_history) == ("supergroup", True)
    assert chat.pinned_message is not None
    assert [type(one) for one in (owner, member, stranger)] == [ChatMemberOwner, ChatMemberMember, ChatMemberLeft]
    assert [one.user.id for one in administrators] == [MARIJKE, bot.id]
    own = administrators[1]
    assert isinstance(own, ChatMemberAdministrator)
    assert own.can_restrict_members
    assert not own.can_promote_members
    assert await bot.get_chat_member_count(group) == 3
    assert await bot.ban_chat_member(group, JEROEN)
    assert isinstance(await bot.get_chat_member(group, JEROEN), ChatMemberBanned)
    assert await bot.unban_chat_member(group, JEROEN, only_if_banned=True)
    link = await bot.edit_chat_invite_link(group, await bot.create_chat_invite_link(group), member_limit=8)
    assert (link.member_limit, (await bot.revoke_chat_invite_link(group, link)).is_revoked) == (8, True)


async def test_it_follows_a_group_that_has_moved(bot: Bot, served: Playground) -> None:
    group = await served.makes_group(MARIJKE, JEROEN)
    supergroup = await served.manages(MARIJKE, group, "upgrade")

    with pytest.raises(ChatMigrated) as moved:
        await bot.send_message(group, "Hallo?")
    await served.manages(MARIJKE, supergroup, "bot", status="kicked")
    with pytest.raises(Forbidden, match="bot was kicked from the supergroup chat"):
        await bot.send_message(supergroup, "Hallo?")

    assert moved.value.new_chat_id == supergroup


async def test_it_tells_the_errors_apart(bot: Bot, served: Playground, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(5, "x")
    with pytest.raises(BadRequest, match="Message text is empty"):
        await bot.send_message(MARIJKE, " ")
    await served.http.post("/faults", json={"kind": "429", "retry_after": 3, "times": 1})
    with pytest.raises(RetryAfter) as later:
        await bot.send_message(MARIJKE, "x")
    await served.did(MARIJKE, "block")
    with pytest.raises(Forbidden, match="blocked by the user"):
        await bot.send_message(MARIJKE, "x")

    assert later.value.retry_after == timedelta(seconds=3)


async def test_a_wrong_token_is_an_invalid_token(served: Playground) -> None:
    stranger = Bot("1:wrong", base_url=f"{served.address}/bot")

    with pytest.raises(InvalidToken):
        await stranger.initialize()

    await stranger.shutdown()


async def test_a_second_poller_is_a_conflict(bot: Bot, served: Playground) -> None:
    await bot.get_updates(offset=served.world.queue.last_update_id + 1)
    older = asyncio.create_task(bot.get_updates(offset=served.world.queue.last_update_id + 1, timeout=20))
    await until(lambda: served.world.queue.poll_open)

    async with Bot(TOKEN, base_url=f"{served.address}/bot") as newer:
        await newer.get_updates(offset=served.world.queue.last_update_id + 1)

    with pytest.raises(Conflict):
        await older
