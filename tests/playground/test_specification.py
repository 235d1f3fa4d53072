"""Every method that is played, against the published Bot API: what goes in is checked, what comes out conforms."""

import json
from collections.abc import Callable

import pytest

from playground.methods import GET_UPDATES, GET_UPDATES_FIELDS, IMPLEMENTED, METHODS
from playground.shapes import Json, JsonObject
from playground.specification import MISSING, Specification, published_specification
from playground.world import BrokenAnswerError
from tests.playground.conftest import JEROEN, MARIJKE, TOKEN, WILLEM, Playground

SPECIFICATION = published_specification()
ALL_METHODS = sorted(IMPLEMENTED)
GIF = b"GIF89a\x40\x00\x20\x00" + b"\x00" * 32
COMMANDS = [{"command": "mijn", "description": "Waar je staat"}]
KEYBOARD = {"inline_keyboard": [[{"text": "Ja", "callback_data": "ja"}]]}
# A call that goes well, for every method; {…} is filled in from what the arrangement made.
CALLS: dict[str, JsonObject] = {
    "getMe": {},
    "getUpdates": {"timeout": 0, "limit": 10, "offset": 0, "allowed_updates": ["message", "callback_query"]},
    "deleteWebhook": {"drop_pending_updates": False},
    "getWebhookInfo": {},
    "getMyName": {"language_code": "nl"},
    "setMyName": {"name": "Intervisie", "language_code": "nl"},
    "getMyDescription": {"language_code": "nl"},
    "setMyDescription": {"description": "Organiseert intervisie", "language_code": ""},
    "getMyShortDescription": {"language_code": "nl"},
    "setMyShortDescription": {"short_description": "Intervisie", "language_code": ""},
    "setMyCommands": {"commands": COMMANDS, "scope": {"type": "chat", "chat_id": MARIJKE}, "language_code": "nl"},
    "getMyCommands": {"scope": {"type": "default"}, "language_code": ""},
    "deleteMyCommands": {"scope": {"type": "all_private_chats"}, "language_code": ""},
    "sendMessage": {
        "chat_id": MARIJKE,
        "text": "<b>Hoi</b> /mijn",
        "parse_mode": "HTML",
        "protect_content": True,
        "disable_notification": True,
        "link_preview_options": {"is_disabled": True},
        "reply_parameters": {"message_id": "{text}", "allow_sending_without_reply": True},
        "reply_markup": KEYBOARD,
    },
    "sendPhoto": {"chat_id": MARIJKE, "photo": "{photo}", "caption": "<i>x</i>", "parse_mode": "HTML"},
    "sendDocument": {"chat_id": MARIJKE, "document": "{document}", "caption": "een bestand"},
    "sendChatAction": {"chat_id": MARIJKE, "action": "typing"},
    "deleteMessage": {"chat_id": MARIJKE, "message_id": "{text}"},
    "editMessageText": {"chat_id": MARIJKE, "message_id": "{text}", "text": "nieuw", "reply_markup": KEYBOARD},
    "editMessageCaption": {"chat_id": MARIJKE, "message_id": "{picture}", "caption": "nieuw"},
    "editMessageReplyMarkup": {"chat_id": MARIJKE, "message_id": "{text}", "reply_markup": KEYBOARD},
    "answerCallbackQuery": {"callback_query_id": "{query}", "text": "Klopt", "show_alert": False, "cache_time": 0},
    "getFile": {"file_id": "{document}"},
    "getChat": {"chat_id": "{group}"},
    "getChatMember": {"chat_id": "{group}", "user_id": MARIJKE},
    "getChatMemberCount": {"chat_id": "{group}"},
    "getChatAdministrators": {"chat_id": "{group}", "return_bots": True},
    "sendPoll": {
        "chat_id": "{group}",
        "question": "Welke data passen?",
        "options": [{"text": "di 3 maart"}, {"text": "do 5 maart"}],
        "is_anonymous": False,
        "type": "regular",
        "allows_multiple_answers": True,
        "allows_revoting": True,
        "shuffle_options": False,
        "allow_adding_options": False,
        "hide_results_until_closes": False,
        "open_period": 600,
        "description": "<b>Kies</b> er zoveel als kan",
        "description_parse_mode": "HTML",
        "disable_notification": True,
        "protect_content": True,
        "reply_markup": KEYBOARD,
    },
    "createChatInviteLink": {
        "chat_id": "{group}",
        "name": "Intervisie 12",
        "expire_date": 4_000_000_000,
        "creates_join_request": True,
    },
    "editChatInviteLink": {"chat_id": "{group}", "invite_link": "{link}", "name": "", "member_limit": 8},
    "revokeChatInviteLink": {"chat_id": "{group}", "invite_link": "{link}"},
    "exportChatInviteLink": {"chat_id": "{group}"},
    "approveChatJoinRequest": {"chat_id": "{group}", "user_id": WILLEM},
    "declineChatJoinRequest": {"chat_id": "{group}", "user_id": WILLEM},
    "banChatMember": {"chat_id": "{group}", "user_id": JEROEN, "until_date": 0, "revoke_messages": True},
    "unbanChatMember": {"chat_id": "{supergroup}", "user_id": JEROEN, "only_if_banned": True},
    "leaveChat": {"chat_id": "{group}"},
    "pinChatMessage": {"chat_id": "{group}", "message_id": "{poll}", "disable_notification": True},
    "unpinChatMessage": {"chat_id": "{supergroup}", "message_id": "{pinned}"},
    "stopPoll": {"chat_id": "{group}", "message_id": "{poll}", "reply_markup": KEYBOARD},
}


@pytest.fixture
async def arranged(started: Playground) -> Callable[[str], JsonObject]:
    """Fills in the calls with a message, a picture, files and a tapped button."""
    text = await started.result("sendMessage", chat_id=MARIJKE, text="oud")
    buttons = await started.result("sendMessage", chat_id=MARIJKE, text="knop", reply_markup=KEYBOARD)
    picture = await started.call("sendPhoto", data={"chat_id": MARIJKE}, files={"photo": ("a.gif", GIF, "image/gif")})
    document = await started.call("sendDocument", data={"chat_id": MARIJKE}, files={"document": ("a.txt", b"x")})
    tap = await started.did(MARIJKE, "taps", message_id=buttons["message_id"], text="Ja")
    group = await started.makes_group(MARIJKE, JEROEN)
    poll = await started.result("sendPoll", chat_id=group, question="Wanneer?", options=[{"text": "di 3 maart"}])
    supergroup = await started.manages(MARIJKE, await started.makes_group(MARIJKE, JEROEN), "upgrade")
    pinned = await started.result("sendMessage", chat_id=supergroup, text="vast")
    await started.result("pinChatMessage", chat_id=supergroup, message_id=pinned["message_id"])
    link = (await started.result("createChatInviteLink", chat_id=group, creates_join_request=True))["invite_link"]
    await started.http.post(f"/people/{WILLEM}/join", json={"invite_link": link})
    known: dict[str, Json] = {
        "{group}": group,
        "{poll}": poll["message_id"],
        "{supergroup}": supergroup,
        "{pinned}": pinned["message_id"],
        "{link}": link,
        "{text}": text["message_id"],
        "{picture}": picture["result"]["message_id"],
        "{photo}": picture["result"]["photo"][0]["file_id"],
        "{document}": document["result"]["document"]["file_id"],
        "{query}": tap["callback_query_id"],
    }

    def fill(value: Json) -> Json:
        if isinstance(value, dict):
            return {name: fill(item) for name, item in value.items()}
        return known.get(value, value) if isinstance(value, str) else value

    return lambda method: dict(fill(CALLS[method]))


def test_there_is_a_call_for_every_method_that_is_played() -> None:
    assert CALLS.keys() == IMPLEMENTED


@pytest.mark.parametrize("method", ALL_METHODS)
def test_the_fields_that_are_played_are_fields_of_the_specification(method: str) -> None:
    played = GET_UPDATES_FIELDS if method == GET_UPDATES else METHODS[method].fields

    specified = {field["name"] for field in SPECIFICATION.methods[method].get("fields", [])}

    assert played <= specified


@pytest.mark.parametrize("method", ALL_METHODS)
async def test_a_call_by_the_specification_is_answered_by_the_specification(
    started: Playground, arranged: Callable[[str], JsonObject], method: str
) -> None:
    result = await started.result(method, **arranged(method))

    assert SPECIFICATION.problem_of_answer(method, result) is None


@pytest.mark.parametrize("method", ALL_METHODS)
async def test_a_call_as_json_is_answered_alike(
    started: Playground, arranged: Callable[[str], JsonObject], method: str
) -> None:
    answer = await started.call(method, json=arranged(method))

    assert answer["ok"], answer


@pytest.mark.parametrize("method", ALL_METHODS)
async def test_an_unknown_field_is_refused(
    started: Playground, arranged: Callable[[str], JsonObject], method: str
) -> None:
    description = await started.refusal(method, **arranged(method), kleur="rood")

    assert description == f'Bad Request: unknown field "kleur" of {method}'


@pytest.mark.parametrize(
    ("method", "field"),
    [
        (method, field["name"])
        for method in ALL_METHODS
        for field in SPECIFICATION.methods[method].get("fields", [])
        if field["required"]
    ],
)
async def test_a_missing_field_is_refused(
    started: Playground, arranged: Callable[[str], JsonObject], method: str, field: str
) -> None:
    fields = arranged(method)
    del fields[field]

    description = await started.refusal(method, **fields)

    generic = f'field "{field}" of {method} is missing'
    assert description == f"Bad Request: {MISSING.get(field, generic)}"


@pytest.mark.parametrize(
    ("method", "field"),
    [
        (method, field)
        for method in ALL_METHODS
        for field in (sorted(METHODS[method].fields) if method in METHODS else sorted(GET_UPDATES_FIELDS))
        if "String" not in next(f["types"] for f in SPECIFICATION.methods[method]["fields"] if f["name"] == field)
    ],
)
async def test_a_field_of_the_wrong_type_is_refused(
    started: Playground, arranged: Callable[[str], JsonObject], method: str, field: str
) -> None:
    fields = {**arranged(method), field: "zomaar wat"}

    description = await started.refusal(method, **fields)

    assert description.startswith("Bad Request: ")
    assert field in description or "can't parse" in description


@pytest.mark.parametrize(
    ("markup", "problem"),
    [
        ({"inline_keyboard": [[{"callback_data": "x"}]]}, "lacks the required field 'text'"),
        ({"inline_keyboard": [[{"text": 5, "callback_data": "x"}]]}, ".inline_keyboard[0][0].text must be String"),
        ({"inline_keyboard": [[{"text": "a", "data": "x"}]]}, "has the field 'data', unknown to InlineKeyboardButton"),
        ({"inline_keyboard": [{"text": "a"}]}, ".inline_keyboard[0] must be Array"),
        ({"toetsenbord": []}, "must be one of InlineKeyboardMarkup, ReplyKeyboardMarkup"),
    ],
)
async def test_nested_objects_are_checked_to_the_bottom(started: Playground, markup: JsonObject, problem: str) -> None:
    description = await started.refusal("sendMessage", chat_id=MARIJKE, text="x", reply_markup=markup)

    assert problem in description


async def test_a_method_that_is_not_played_says_so(playground: Playground) -> None:
    others = sorted(SPECIFICATION.methods.keys() - IMPLEMENTED)

    answers = {method: await playground.bot(method) for method in others}

    assert len(answers) > 100
    assert {answer["error_code"] for answer in answers.values()} == {501}
    assert answers["sendVideo"]["description"] == "Not Implemented: method sendVideo"


async def test_a_method_that_does_not_exist_is_not_found(playground: Playground) -> None:
    answer = await playground.bot("sendPigeon")

    assert (answer["ok"], answer["error_code"]) == (False, 404)


async def test_a_field_that_is_specified_but_not_played_says_so(started: Playground) -> None:
    answer = await started.bot("sendMessage", chat_id=MARIJKE, text="x", message_thread_id=3)

    assert answer["error_code"] == 501
    assert "message_thread_id" in answer["description"]


@pytest.mark.parametrize(
    ("deed", "body"),
    [
        ("start", {"payload": "ronde_1"}),
        ("messages", {"text": "/mijn hallo https://vng.nl"}),
        ("messages", {"text": "doorgestuurd", "forwarded": True}),
        ("contact", {}),
        ("contact", {"phone_number": "+31611111111", "user_id": None}),
        ("sticker", {"emoji": "🎉"}),
        ("voice", {}),
        ("photo", {"caption": "kijk"}),
        ("document", {"caption": "lees /mijn"}),
        ("block", {}),
    ],
)
async def test_every_deed_becomes_an_update_by_the_specification(
    started: Playground, deed: str, body: JsonObject
) -> None:
    await started.did(MARIJKE, deed, **body)

    updates = await started.updates()

    assert len(updates) == 1
    assert SPECIFICATION.problem_of("Update", updates[0]) is None


@pytest.mark.parametrize(
    "broken",
    [
        {"id": 1, "first_name": "x"},
        {"id": "1", "is_bot": False, "first_name": "x"},
        {"id": 1, "is_bot": False, "first_name": "x", "kleur": "rood"},
        {"id": True, "is_bot": False, "first_name": "x"},
        [],
    ],
)
def test_an_answer_that_breaks_the_specification_is_noticed(broken: Json) -> None:
    assert SPECIFICATION.problem_of("User", broken) is not None


def test_a_member_of_a_union_is_told_by_its_constant() -> None:
    user = {"id": 1, "is_bot": True, "first_name": "x"}

    assert SPECIFICATION.problem_of("ChatMember", {"status": "member", "user": user}) is None
    assert SPECIFICATION.problem_of("ChatMember", {"status": "lid", "user": user}) is not None
    assert SPECIFICATION.problem_of("ChatMember", {"status": "kicked", "user": user}) is not None


def test_a_type_that_is_none_of_those_named_is_noticed() -> None:
    assert SPECIFICATION.problem_of("Chat", {"id": 1, "type": "private"}) is None
    assert SPECIFICATION.problem_of("Chat", {"id": 1, "type": "kring"}) is not None
    assert SPECIFICATION.problem_of("MessageEntity", {"type": "vet", "offset": 0, "length": 1}) is not None


async def test_a_defect_of_our_own_is_a_loud_error(started: Playground, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Specification, "problem_of_answer", lambda *_: "getMe: result is odd")

    answer = await started.bot("getMe")

    assert answer["error_code"] == 500
    assert "getMe: result is odd" in answer["description"]


async def test_an_update_of_our_own_that_is_wrong_never_leaves_in_silence(started: Playground) -> None:
    with pytest.raises(BrokenAnswerError):
        started.world.post_update("message", {"message_id": 1})

    assert await started.updates() == []


async def test_a_wrong_token_is_unauthorised(playground: Playground) -> None:
    wrong = await playground.http.post("/bot7123456789:wrong/getMe")
    right = await playground.http.post(f"/bot{TOKEN}/getMe")

    assert (wrong.status_code, wrong.json()) == (401, {"ok": False, "error_code": 401, "description": "Unauthorized"})
    assert right.status_code == 200


async def test_a_body_that_is_no_form_is_refused(started: Playground) -> None:
    url = f"/bot{TOKEN}/sendMessage"

    broken_json = await started.http.post(url, content=b"{", headers={"content-type": "application/json"})
    latin = await started.http.post(
        url, content=b"text=%ff&chat_id=1", headers={"content-type": "application/x-www-form-urlencoded"}
    )
    nested = await started.bot("sendMessage", chat_id=JEROEN, text="x", reply_markup="{")
    surrogate = await started.bot("setMyCommands", commands='[{"command":"a","description":"\\ud83d"}]')

    assert broken_json.status_code == 400
    assert latin.json()["description"] == "Bad Request: strings must be encoded in UTF-8"
    assert surrogate["description"] == "Bad Request: can't parse commands JSON object"
    assert nested["description"] == "Bad Request: can't parse reply keyboard markup JSON object"


def test_the_check_of_a_large_message_list_is_exact_about_the_place() -> None:
    update = {"update_id": 1, "message": json.loads('{"message_id":1,"date":1,"chat":{"id":1,"type":"private"}}')}
    update["message"]["entities"] = [{"type": "bold", "offset": 0, "length": 1}, {"type": "bold", "offset": "0"}]

    assert SPECIFICATION.problem_of("Update", update) == (
        "Update.message.entities[1] lacks the required field 'length' of MessageEntity"
    )
