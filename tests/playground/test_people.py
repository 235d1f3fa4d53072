import pytest

from playground.callbacks import Callbacks
from playground.shapes import JsonObject
from tests.playground.conftest import JEROEN, MARIJKE, WILLEM, Playground

KEYBOARD = {
    "inline_keyboard": [
        [{"text": "Ja", "callback_data": "ja"}, {"text": "Nee", "callback_data": "nee"}],
        [{"text": "Aanmelden", "url": "https://t.me/intervisie_speeltuin_bot?start=ronde_7"}],
        [{"text": "Site", "url": "https://wethoudersvereniging.nl"}],
    ]
}


async def asked(playground: Playground, markup: JsonObject = KEYBOARD) -> int:
    message = await playground.result("sendMessage", chat_id=MARIJKE, text="Klopt dit?", reply_markup=markup)
    number: int = message["message_id"]
    return number


async def last_update(playground: Playground) -> JsonObject:
    return (await playground.updates())[-1]


async def test_a_playground_begins_with_a_cast_of_ten(playground: Playground) -> None:
    people = (await playground.http.get("/people")).json()

    parts = [person["part"] for person in people]
    assert (len(people), parts.count("coordinator"), parts.count("facilitator"), parts.count("alderman")) == (
        10,
        1,
        1,
        8,
    )
    assert {person["municipality"] for person in people if person["part"] == "alderman"} >= {"Goes", "Enschede"}


async def test_somebody_can_join(playground: Playground) -> None:
    answer = await playground.http.post("/people", json={"first_name": "Noor", "municipality": "Urk"})

    person = answer.json()
    assert (answer.status_code, person["first_name"], person["part"], person["unread"]) == (201, "Noor", "other", 0)
    assert person["phone_number"].startswith("+316")
    assert (await playground.sees(person["id"]))["started"] is False


@pytest.mark.parametrize(
    "body", [{}, {"first_name": " "}, {"first_name": "A", "part": "koning"}, {"first_name": "A", "id": 3}, {"x": 1}]
)
async def test_somebody_who_makes_no_sense_cannot_join(playground: Playground, body: JsonObject) -> None:
    answer = await playground.http.post("/people", json=body)

    assert answer.status_code == 400
    assert answer.json()["error"].endswith(".")


async def test_a_deep_link_starts_with_its_payload(playground: Playground) -> None:
    await playground.did(WILLEM, "start", payload="ronde_7")

    message = (await last_update(playground))["message"]
    assert message["text"] == "/start ronde_7"
    assert message["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    assert message["from"]["language_code"] == "nl"


@pytest.mark.parametrize("payload", ["x" * 65, "ronde 7", "é"])
async def test_a_deep_link_that_telegram_would_not_follow_is_refused(playground: Playground, payload: str) -> None:
    answer = await playground.does(WILLEM, "start", payload=payload)

    assert answer.status_code == 400
    assert await playground.updates() == []


async def test_a_tap_by_words_reaches_the_bot_with_the_message(started: Playground) -> None:
    message_id = await asked(started)

    tap = await started.did(MARIJKE, "taps", message_id=message_id, text="Nee")

    query = (await last_update(started))["callback_query"]
    assert (query["id"], query["data"], query["from"]["id"]) == (tap["callback_query_id"], "nee", MARIJKE)
    assert query["message"]["message_id"] == message_id
    assert query["chat_instance"]


async def test_a_tap_by_place_finds_the_same_button(started: Playground) -> None:
    message_id = await asked(started)

    await started.did(MARIJKE, "taps", message_id=message_id, row=0, column=1)

    assert (await last_update(started))["callback_query"]["data"] == "nee"


async def test_a_tap_on_a_button_that_is_not_there_names_those_that_are(started: Playground) -> None:
    message_id = await asked(started)

    answer = await started.does(MARIJKE, "taps", message_id=message_id, text="Misschien")

    assert answer.status_code == 404
    assert answer.json()["error"] == (
        "There is no button “Misschien” here. The buttons there are: “Ja”, “Nee”, “Aanmelden”, “Site”."
    )


async def test_a_modified_client_can_send_any_data_also_when_the_buttons_are_gone(started: Playground) -> None:
    message_id = await asked(started)
    await started.result("editMessageReplyMarkup", chat_id=MARIJKE, message_id=message_id)

    await started.did(MARIJKE, "taps", message_id=message_id, callback_data="verzonnen")

    assert (await last_update(started))["callback_query"]["data"] == "verzonnen"


async def test_data_cannot_be_forged_for_a_message_that_never_had_buttons(started: Playground) -> None:
    plain = await started.result("sendMessage", chat_id=MARIJKE, text="zonder")

    answer = await started.does(MARIJKE, "taps", message_id=plain["message_id"], callback_data="verzonnen")

    assert answer.status_code == 404


async def test_a_button_that_links_to_the_bot_acts_as_a_deep_link(started: Playground) -> None:
    message_id = await asked(started)

    tap = await started.did(MARIJKE, "taps", message_id=message_id, text="Aanmelden")

    assert tap == {"callback_query_id": None}
    assert (await last_update(started))["message"]["text"] == "/start ronde_7"


async def test_a_button_that_links_elsewhere_tells_the_bot_nothing(started: Playground) -> None:
    message_id = await asked(started)

    await started.did(MARIJKE, "taps", message_id=message_id, text="Site")

    assert await started.updates() == []


async def test_the_answer_to_a_tap_is_seen_once(started: Playground) -> None:
    message_id = await asked(started)
    query_id = (await started.did(MARIJKE, "taps", message_id=message_id, text="Ja"))["callback_query_id"]

    await started.result("answerCallbackQuery", callback_query_id=query_id, text="Gelukt", show_alert=True)
    await started.result("answerCallbackQuery", callback_query_id=query_id, text="Nog eens")

    answers = (await started.sees(MARIJKE))["callback_answers"]
    assert [(answer["text"], answer["show_alert"]) for answer in answers] == [("Gelukt", True)]
    assert answers[0]["callback_query_id"] == query_id


async def test_a_tap_that_is_answered_too_late_or_never_happened_is_refused(
    started: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    message_id = await asked(started)
    query_id = (await started.did(MARIJKE, "taps", message_id=message_id, text="Ja"))["callback_query_id"]
    monkeypatch.setattr("playground.callbacks.ANSWERABLE_SECONDS", -1.0)

    late = await started.refusal("answerCallbackQuery", callback_query_id=query_id)
    never = await started.refusal("answerCallbackQuery", callback_query_id="123")

    expired = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    assert {late, never} == {expired}


def test_only_the_last_twenty_answers_are_kept() -> None:
    callbacks = Callbacks()

    for number in range(25):
        query = callbacks.ask(MARIJKE, MARIJKE, 1)
        callbacks.answer(query.id, str(number), show_alert=False, date="")

    assert [answer["text"] for answer in callbacks.answers(MARIJKE, MARIJKE)] == [str(n) for n in range(5, 25)]


async def test_an_edited_message_comes_as_such(started: Playground) -> None:
    written = await started.did(MARIJKE, "messages", text="amersfort")

    await started.did(MARIJKE, "edits", message_id=written["message_id"], text="Amersfoort")

    edited = (await last_update(started))["edited_message"]
    assert (edited["message_id"], edited["text"]) == (written["message_id"], "Amersfoort")
    assert edited["edit_date"] >= edited["date"]


async def test_only_own_words_can_be_edited(started: Playground) -> None:
    message_id = await asked(started)
    sticker = await started.did(MARIJKE, "sticker")

    of_the_bot = await started.does(MARIJKE, "edits", message_id=message_id, text="x")
    no_text = await started.does(MARIJKE, "edits", message_id=sticker["message_id"], text="x")

    assert (of_the_bot.status_code, no_text.status_code) == (403, 400)


async def test_a_forwarded_message_says_so(started: Playground) -> None:
    await started.did(MARIJKE, "messages", text="van een ander", forwarded=True)

    origin = (await last_update(started))["message"]["forward_origin"]
    assert origin["type"] == "hidden_user"
    assert (await started.sees(MARIJKE))["messages"][-1]["forwarded"] is True


async def test_a_contact_is_ones_own_unless_said_otherwise(started: Playground) -> None:
    await started.did(MARIJKE, "contact")
    await started.did(MARIJKE, "contact", phone_number="+31201234567", user_id=None)

    own, other = [update["message"]["contact"] for update in await started.updates()]
    assert own == {
        "phone_number": "+31612345003",
        "first_name": "Marijke",
        "last_name": "de Groot",
        "user_id": MARIJKE,
    }
    assert (other["phone_number"], "user_id" in other) == ("+31201234567", False)


async def test_the_keyboard_below_sends_its_words_or_the_contact(started: Playground) -> None:
    keyboard = {
        "keyboard": [[{"text": "Deel nummer", "request_contact": True}, {"text": "Overslaan"}]],
        "one_time_keyboard": True,
    }
    await started.result("sendMessage", chat_id=MARIJKE, text="Nummer?", reply_markup=keyboard)
    await started.did(MARIJKE, "keyboard", text="Deel nummer")
    hidden = (await started.sees(MARIJKE))["reply_keyboard"]
    await started.result("sendMessage", chat_id=MARIJKE, text="Nummer?", reply_markup=keyboard)
    await started.did(MARIJKE, "keyboard", text="Overslaan")

    first, second = [update["message"] for update in await started.updates()]
    assert first["contact"]["user_id"] == MARIJKE
    assert second["text"] == "Overslaan"
    assert hidden is None
    assert (await started.does(MARIJKE, "keyboard", text="Overslaan")).status_code == 404


async def test_blocking_and_coming_back_are_told_to_the_bot(started: Playground) -> None:
    await started.did(MARIJKE, "block")
    blocked = await started.does(MARIJKE, "messages", text="x")
    await started.did(MARIJKE, "start")

    updates = await started.updates()
    members = [update["my_chat_member"] for update in updates if "my_chat_member" in update]
    changes = [(member["old_chat_member"]["status"], member["new_chat_member"]["status"]) for member in members]
    assert blocked.status_code == 409
    assert changes == [("member", "kicked"), ("kicked", "member")]
    assert updates[-1]["message"]["text"] == "/start"


@pytest.mark.parametrize("text", ["", "  ", "\n\t", "\x00"])
async def test_nothing_cannot_be_sent(started: Playground, text: str) -> None:
    assert (await started.does(MARIJKE, "messages", text=text)).status_code == 400


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        ("👍", [2]),
        ("x" * 4096, [4096]),
        ("x" * 5000, [4096, 904]),
        ("👍" * 2049, [4096, 2]),
        ("abc " * 1025, [4095, 3]),
    ],
)
async def test_a_long_text_goes_as_several_messages(started: Playground, text: str, lengths: list[int]) -> None:
    last = await started.did(MARIJKE, "messages", text=text)

    messages = [update["message"] for update in await started.updates()]
    assert [len(message["text"].encode("utf-16-le")) // 2 for message in messages] == lengths
    assert last["message_id"] == messages[-1]["message_id"]


async def test_control_characters_do_not_reach_the_bot(started: Playground) -> None:
    await started.did(MARIJKE, "messages", text="a\x00b\r\nc\td\x1b")

    assert (await last_update(started))["message"]["text"] == "a b\nc d"


async def test_reading_clears_the_unread_mark(started: Playground) -> None:
    await asked(started)
    await asked(started)

    before = (await started.http.get(f"/people/{MARIJKE}/chats")).json()[0]
    await started.did(MARIJKE, "read")
    after = (await started.http.get(f"/people/{MARIJKE}/chats")).json()[0]

    assert (before["unread"], before["last"]["text"], after["unread"]) == (2, "Klopt dit?", 0)


async def test_only_later_messages_can_be_asked_for(started: Playground) -> None:
    first = await asked(started)
    second = await asked(started)

    chat = (await started.http.get(f"/people/{MARIJKE}/chats/{MARIJKE}?after={first}")).json()

    assert [message["message_id"] for message in chat["messages"]] == [second]


@pytest.mark.parametrize("path", ["/people/5/chats", f"/people/{MARIJKE}/chats/{JEROEN}", "/people/5/chats/5"])
async def test_who_or_what_is_not_there_is_not_found(playground: Playground, path: str) -> None:
    answer = await playground.http.get(path)

    assert answer.status_code == 404
    assert "error" in answer.json()


@pytest.mark.parametrize("body", [b"{", b"[]", b'{"text": 5}', b'{"text": true}', b"{}", b'{"text": "\\ud800"}'])
async def test_a_body_that_does_not_fit_is_refused_with_a_sentence(started: Playground, body: bytes) -> None:
    answer = await started.http.post(f"/people/{MARIJKE}/chats/{MARIJKE}/messages", content=body)

    assert answer.status_code == 400
    assert answer.json()["error"].endswith(".")
