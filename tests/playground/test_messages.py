import pytest

from playground.shapes import Json, JsonObject
from tests.playground.conftest import JEROEN, MARIJKE, Playground


async def test_a_message_reaches_the_person_with_its_entities(started: Playground) -> None:
    message = await started.result("sendMessage", chat_id=MARIJKE, text="Hoi <b>Marijke</b> 👍", parse_mode="HTML")

    chat = await started.sees(MARIJKE)
    shown = chat["messages"][-1]
    assert shown["message_id"] == message["message_id"]
    assert (shown["text"], shown["outgoing"], shown["kind"]) == ("Hoi Marijke 👍", False, "text")
    assert shown["entities"] == [{"type": "bold", "offset": 4, "length": 7}]
    assert shown["sender"] == {"id": 7123456789, "name": "Intervisie", "is_bot": True}
    assert chat["unread"] == 1


@pytest.mark.parametrize(
    ("fields", "description"),
    [
        ({"text": ""}, "Bad Request: message text is empty"),
        ({"text": " \n "}, "Bad Request: message text is empty"),
        ({"text": "<b> </b>", "parse_mode": "HTML"}, "Bad Request: message text is empty"),
        ({"text": "x" * 4097}, "Bad Request: message is too long"),
        ({"text": "👍" * 2049}, "Bad Request: message is too long"),
        (
            {"text": "<b>x", "parse_mode": "HTML"},
            "Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"b\"",
        ),
        ({"text": "x", "parse_mode": "BBCode"}, "Bad Request: unsupported parse_mode"),
        ({"text": "x", "parse_mode": "MarkdownV2"}, "Not Implemented: parse_mode markdownv2"),
        (
            {"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "a", "callback_data": "a"}] * 8] * 13}},
            "Bad Request: reply markup is too long",
        ),
        (
            {"text": "x", "entities": [{"type": "bold", "offset": 0, "length": 2}]},
            "Bad Request: entity beginning or end lies outside the text",
        ),
        ({"text": "x", "reply_parameters": {"message_id": 999}}, "Bad Request: message to be replied not found"),
        ({"text": "x", "chat_id": 5}, "Bad Request: chat not found"),
        ({"text": "x", "chat_id": "@niemand"}, "Bad Request: chat not found"),
        ({"text": "x", "chat_id": JEROEN}, "Forbidden: bot can't initiate conversation with a user"),
    ],
)
async def test_what_telegram_refuses_is_refused_in_its_words(
    started: Playground, fields: JsonObject, description: str
) -> None:
    before = len((await started.sees(MARIJKE))["messages"])

    refusal = await started.refusal("sendMessage", **{"chat_id": MARIJKE, **fields})

    assert refusal == description
    assert len((await started.sees(MARIJKE))["messages"]) == before


@pytest.mark.parametrize("text", ["x" * 4096, "👍" * 2048, "<b>" + "x" * 4096 + "</b>"])
async def test_the_length_is_counted_after_the_markup_in_utf16_units(started: Playground, text: str) -> None:
    message = await started.result("sendMessage", chat_id=MARIJKE, text=text, parse_mode="HTML")

    assert len(message["text"].encode("utf-16-le")) // 2 == 4096


@pytest.mark.parametrize(
    ("button", "description"),
    [
        ({"text": "a", "callback_data": "é" * 33}, "Bad Request: BUTTON_DATA_INVALID"),
        ({"text": "a", "callback_data": ""}, "Bad Request: BUTTON_DATA_INVALID"),
        (
            {"text": "a"},
            "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            {"text": "a", "url": "zomaar wat"},
            "Bad Request: inline keyboard button URL 'zomaar wat' is invalid: Wrong HTTP URL",
        ),
        ({"text": "a", "web_app": {"url": "https://x.nl"}}, "Not Implemented: web_app of InlineKeyboardButton"),
    ],
)
async def test_a_button_that_telegram_refuses_is_refused(
    started: Playground, button: JsonObject, description: str
) -> None:
    refusal = await started.refusal(
        "sendMessage", chat_id=MARIJKE, text="x", reply_markup={"inline_keyboard": [[button]]}
    )

    assert refusal == description


async def test_callback_data_of_64_bytes_fits(started: Playground) -> None:
    keyboard = {"inline_keyboard": [[{"text": "a", "callback_data": "é" * 32}]]}

    message = await started.result("sendMessage", chat_id=MARIJKE, text="x", reply_markup=keyboard)

    assert message["reply_markup"] == keyboard


async def test_a_reply_shows_what_it_answers(started: Playground) -> None:
    asked = await started.did(MARIJKE, "messages", text="vraag")

    answer = await started.result(
        "sendMessage", chat_id=MARIJKE, text="antwoord", reply_parameters={"message_id": asked["message_id"]}
    )

    assert answer["reply_to_message"]["text"] == "vraag"
    assert (await started.sees(MARIJKE))["messages"][-1]["reply_to"] == asked["message_id"]


async def test_an_edit_replaces_text_and_buttons(started: Playground) -> None:
    keyboard = {"inline_keyboard": [[{"text": "Ja", "callback_data": "ja"}]]}
    sent = await started.result("sendMessage", chat_id=MARIJKE, text="Klopt dit?", reply_markup=keyboard)

    edited = await started.result(
        "editMessageText", chat_id=MARIJKE, message_id=sent["message_id"], text="<b>Klopt</b>", parse_mode="HTML"
    )

    shown = (await started.sees(MARIJKE))["messages"][-1]
    assert edited["edit_date"] >= sent["date"]
    assert (shown["text"], shown["edited"], shown["inline_keyboard"]) == ("Klopt", True, [])


async def test_new_buttons_alone_do_not_mark_a_message_as_edited(started: Playground) -> None:
    sent = await started.result("sendMessage", chat_id=MARIJKE, text="Klopt dit?")
    keyboard = {"inline_keyboard": [[{"text": "Ja", "callback_data": "ja"}]]}

    await started.result(
        "editMessageReplyMarkup", chat_id=MARIJKE, message_id=sent["message_id"], reply_markup=keyboard
    )

    shown = (await started.sees(MARIJKE))["messages"][-1]
    assert (shown["edited"], shown["inline_keyboard"][0][0]["text"]) == (False, "Ja")


@pytest.mark.parametrize("method", ["editMessageText", "editMessageReplyMarkup"])
async def test_an_edit_that_changes_nothing_is_refused(started: Playground, method: str) -> None:
    keyboard = {"inline_keyboard": [[{"text": "Ja", "callback_data": "ja"}]]}
    sent = await started.result("sendMessage", chat_id=MARIJKE, text="Klopt dit?", reply_markup=keyboard)
    same: JsonObject = {"text": "Klopt dit?"} if method == "editMessageText" else {}

    refusal = await started.refusal(
        method, chat_id=MARIJKE, message_id=sent["message_id"], reply_markup=keyboard, **same
    )

    assert refusal == (
        "Bad Request: message is not modified: specified new message content and reply markup are exactly the same "
        "as a current content and reply markup of the message"
    )


@pytest.mark.parametrize(
    ("method", "fields", "description"),
    [
        ("editMessageText", {"message_id": 999, "text": "x"}, "message to edit not found"),
        ("editMessageText", {"message_id": "{own}", "text": "x"}, "message can't be edited"),
        ("editMessageText", {"message_id": "{keyboard}", "text": "x"}, "message can't be edited"),
        ("editMessageText", {"message_id": "{sent}", "text": ""}, "message text is empty"),
        ("editMessageText", {"message_id": "{sent}", "text": "x" * 4097}, "message is too long"),
        ("editMessageText", {"text": "x"}, "message identifier is not specified"),
        ("editMessageCaption", {"message_id": "{sent}", "caption": "x"}, "there is no caption in the message to edit"),
        ("deleteMessage", {"message_id": 999}, "message to delete not found"),
    ],
)
async def test_an_edit_that_cannot_be_done_is_refused(
    started: Playground, method: str, fields: JsonObject, description: str
) -> None:
    below = {"keyboard": [[{"text": "Ja"}]]}
    known = {
        "{own}": (await started.did(MARIJKE, "messages", text="eigen"))["message_id"],
        "{keyboard}": (await started.result("sendMessage", chat_id=MARIJKE, text="a", reply_markup=below))[
            "message_id"
        ],
        "{sent}": (await started.result("sendMessage", chat_id=MARIJKE, text="a"))["message_id"],
    }
    filled: dict[str, Json] = {name: known.get(str(value), value) for name, value in fields.items()}

    refusal = await started.refusal(method, chat_id=MARIJKE, **filled)

    assert refusal == f"Bad Request: {description}"


async def test_a_deleted_message_is_gone(started: Playground) -> None:
    sent = await started.result("sendMessage", chat_id=MARIJKE, text="weg")

    await started.result("deleteMessage", chat_id=MARIJKE, message_id=sent["message_id"])

    assert "weg" not in [message["text"] for message in (await started.sees(MARIJKE))["messages"]]


async def test_a_message_older_than_two_days_cannot_be_deleted(started: Playground) -> None:
    sent = await started.result("sendMessage", chat_id=MARIJKE, text="oud")
    await started.http.post("/clock/forward", json={"seconds": 48 * 3600 + 60})

    refusal = await started.refusal("deleteMessage", chat_id=MARIJKE, message_id=sent["message_id"])

    assert refusal == "Bad Request: message can't be deleted for everyone"


async def test_a_reply_keyboard_stays_until_it_is_removed(started: Playground) -> None:
    keyboard = {
        "keyboard": [[{"text": "Deel nummer", "request_contact": True}], [{"text": "Overslaan"}]],
        "one_time_keyboard": False,
        "input_field_placeholder": "06…",
    }
    await started.result("sendMessage", chat_id=MARIJKE, text="Nummer?", reply_markup=keyboard)
    await started.result("sendMessage", chat_id=MARIJKE, text="nog iets")

    there = (await started.sees(MARIJKE))["reply_keyboard"]
    await started.result("sendMessage", chat_id=MARIJKE, text="weg", reply_markup={"remove_keyboard": True})
    gone = (await started.sees(MARIJKE))["reply_keyboard"]

    assert there == {
        "rows": [
            [{"text": "Deel nummer", "request_contact": True}],
            [{"text": "Overslaan", "request_contact": False}],
        ],
        "placeholder": "06…",
        "one_time": False,
    }
    assert gone is None


async def test_a_forced_reply_is_asked_until_it_comes(started: Playground) -> None:
    await started.result("sendMessage", chat_id=MARIJKE, text="Naam?", reply_markup={"force_reply": True})

    asked = (await started.sees(MARIJKE))["force_reply"]
    await started.did(MARIJKE, "messages", text="Marijke")
    after = (await started.sees(MARIJKE))["force_reply"]

    assert (asked, after) == (True, False)


async def test_typing_shows_until_the_message_comes(started: Playground) -> None:
    await started.result("sendChatAction", chat_id=MARIJKE, action="typing")

    typing = (await started.sees(MARIJKE))["typing"]
    await started.result("sendMessage", chat_id=MARIJKE, text="klaar")
    after = (await started.sees(MARIJKE))["typing"]

    assert (typing, after) == (True, False)
    assert await started.refusal("sendChatAction", chat_id=MARIJKE, action="dancing") == (
        "Bad Request: wrong parameter action in request"
    )


async def test_who_blocked_the_bot_is_not_reached(started: Playground) -> None:
    sent = await started.result("sendMessage", chat_id=MARIJKE, text="oud")
    await started.did(MARIJKE, "block")

    refusals = {
        await started.refusal("editMessageText", chat_id=MARIJKE, message_id=sent["message_id"], text="nieuw"),
        await started.refusal("sendMessage", chat_id=MARIJKE, text="x"),
        await started.refusal("sendChatAction", chat_id=MARIJKE, action="typing"),
    }

    assert refusals == {"Forbidden: bot was blocked by the user"}


async def test_a_chat_is_known_only_once_it_was_started(started: Playground) -> None:
    known = await started.result("getChat", chat_id=MARIJKE)
    unknown = await started.refusal("getChat", chat_id=JEROEN)

    assert (known["first_name"], known["type"]) == ("Marijke", "private")
    assert unknown == "Bad Request: chat not found"
