"""A group becomes a supergroup, loses its bot, or is gone: what the bot can and cannot do then."""

import pytest

from playground.groups import GROUP_ANONYMOUS_BOT
from tests.playground.conftest import JEROEN, MARIJKE, WILLEM, Playground

EVERYTHING = ["message", "callback_query", "my_chat_member", "chat_member", "poll_answer"]
BUTTONS = {"inline_keyboard": [[{"text": "Ja", "callback_data": "ja"}]]}


@pytest.fixture
async def group(started: Playground) -> int:
    await started.updates(allowed_updates=EVERYTHING)
    number = await started.makes_group(MARIJKE, JEROEN)
    await started.news()
    return number


async def test_both_chats_tell_of_an_upgrade_and_the_bot_is_placed_in_the_new_one(
    started: Playground, group: int
) -> None:
    supergroup = await started.manages(MARIJKE, group, "upgrade")

    placed, gone, come = await started.news()

    assert str(supergroup).startswith("-100")
    assert placed["my_chat_member"]["chat"]["id"] == supergroup
    assert placed["my_chat_member"]["new_chat_member"]["status"] == "administrator"
    assert (gone["message"]["chat"]["id"], gone["message"]["migrate_to_chat_id"]) == (group, supergroup)
    assert (come["message"]["chat"]["id"], come["message"]["migrate_from_chat_id"]) == (supergroup, group)
    assert come["message"]["from"] == GROUP_ANONYMOUS_BOT
    assert come["message"]["sender_chat"]["id"] == supergroup
    assert come["message"]["message_id"] == 1


@pytest.mark.parametrize(
    ("method", "fields"),
    [
        ("sendMessage", {"text": "Hallo"}),
        ("getChat", {}),
        ("getChatMemberCount", {}),
        ("createChatInviteLink", {}),
        ("sendPoll", {"question": "?", "options": [{"text": "ja"}]}),
    ],
)
async def test_the_old_number_leads_to_the_new_one(
    started: Playground, group: int, method: str, fields: dict[str, object]
) -> None:
    supergroup = await started.manages(MARIJKE, group, "upgrade")

    answer = await started.bot(method, chat_id=group, **fields)

    assert answer == {
        "ok": False,
        "error_code": 400,
        "description": "Bad Request: group chat was upgraded to a supergroup chat",
        "parameters": {"migrate_to_chat_id": supergroup},
    }


async def test_everybody_goes_along_and_sees_one_group(started: Playground, group: int) -> None:
    supergroup = await started.manages(MARIJKE, group, "upgrade")

    lines = (await started.http.get(f"/people/{JEROEN}/chats")).json()
    shown = await started.sees(JEROEN, supergroup)
    refused = await started.does(JEROEN, "messages", within=group, text="Nog hier?")
    again = await started.tries(MARIJKE, supergroup, "upgrade")

    assert [line["id"] for line in lines] == [JEROEN, supergroup]
    assert [(member["id"], member["status"]) for member in shown["members"]][:2] == [
        (MARIJKE, "creator"),
        (JEROEN, "member"),
    ]
    assert shown["chat"]["upgraded_from"] == group
    assert (refused.status_code, again.status_code) == (409, 409)
    assert str(supergroup) in refused.json()["error"]
    assert [one["chat_id"] for one in (await started.http.get("/groups")).json()] == [supergroup]


async def test_votes_and_taps_in_the_old_history_still_arrive(started: Playground, group: int) -> None:
    poll = await started.result(
        "sendPoll",
        chat_id=group,
        question="Wanneer?",
        options=[{"text": "di"}],
        is_anonymous=False,
        reply_markup=BUTTONS,
    )
    await started.manages(MARIJKE, group, "upgrade")
    await started.news()

    await started.did(JEROEN, "votes", within=group, message_id=poll["message_id"], options=["di"])
    await started.did(JEROEN, "taps", within=group, message_id=poll["message_id"], text="Ja")

    answer, tap = await started.news()
    assert answer["poll_answer"]["poll_id"] == poll["poll"]["id"]
    assert tap["callback_query"]["message"]["chat"]["id"] == group


async def test_an_old_link_leads_nowhere_and_an_old_request_cannot_be_let_in(started: Playground, group: int) -> None:
    link = (await started.result("createChatInviteLink", chat_id=group, creates_join_request=True))["invite_link"]
    await started.http.post(f"/people/{WILLEM}/join", json={"invite_link": link})
    supergroup = await started.manages(MARIJKE, group, "upgrade")

    opened = await started.http.post(f"/people/{JEROEN}/join", json={"invite_link": link})
    refusals = [
        await started.refusal("approveChatJoinRequest", chat_id=number, user_id=WILLEM)
        for number in (group, supergroup)
    ]

    assert opened.json() == {"status": "invalid"}
    assert refusals == [
        "Bad Request: group chat was upgraded to a supergroup chat",
        "Bad Request: HIDE_REQUESTER_MISSING",
    ]
    assert await started.result("getChatMemberCount", chat_id=supergroup) == 3


async def test_showing_the_history_makes_a_supergroup_in_which_newcomers_see_what_was(
    started: Playground, group: int
) -> None:
    supergroup = await started.manages(MARIJKE, group, "history", visible=True)
    await started.did(JEROEN, "messages", within=supergroup, text="Welkom straks")
    visible = await started.result("getChat", chat_id=supergroup)
    await started.manages(MARIJKE, supergroup, "members", person_id=WILLEM)

    seen = [message["text"] for message in (await started.sees(WILLEM, supergroup))["messages"]]

    assert supergroup != group
    assert (await started.sees(WILLEM, supergroup))["chat"]["upgraded_from"] is None
    assert visible["has_visible_history"] is True
    assert "Welkom straks" in seen


async def test_hidden_history_stays_hidden_from_newcomers(started: Playground, group: int) -> None:
    supergroup = await started.manages(MARIJKE, group, "upgrade")
    message = await started.did(JEROEN, "messages", within=supergroup, text="Onder ons")
    await started.manages(MARIJKE, supergroup, "members", person_id=WILLEM)

    seen = await started.sees(WILLEM, supergroup)
    reply = await started.does(
        WILLEM, "messages", within=supergroup, text="Wat?", reply_to_message_id=message["message_id"]
    )

    assert [shown["kind"] for shown in seen["messages"]] == ["service"]
    assert seen["unread"] == 1
    assert reply.status_code == 404
    assert "has_visible_history" not in await started.result("getChat", chat_id=supergroup)


async def test_of_a_basic_group_a_newcomer_sees_the_last_hundred(started: Playground, group: int) -> None:
    for number in range(101):
        await started.did(JEROEN, "messages", within=group, text=str(number))
    await started.manages(MARIJKE, group, "members", person_id=WILLEM)

    seen = (await started.sees(WILLEM, group))["messages"]

    assert [message["text"] for message in seen[:-1]] == [str(number) for number in range(1, 101)]


async def test_a_basic_group_is_deleted_in_silence(started: Playground, group: int) -> None:
    deleted = await started.http.delete(f"/people/{MARIJKE}/groups/{group}")

    assert deleted.status_code == 200
    assert await started.news() == []
    assert await started.refusal("sendMessage", chat_id=group, text="?") == "Forbidden: the group chat was deleted"
    assert (await started.http.get(f"/people/{JEROEN}/chats/{group}")).status_code == 404
    assert (await started.http.get(f"/groups/{group}")).status_code == 404


async def test_of_a_deleted_supergroup_the_bot_hears_that_it_is_out(started: Playground, group: int) -> None:
    supergroup = await started.manages(MARIJKE, group, "upgrade")
    await started.news()

    await started.http.delete(f"/people/{MARIJKE}/groups/{supergroup}")

    assert (await started.http.get(f"/people/{JEROEN}/chats/{group}")).status_code == 404
    (told,) = await started.news("my_chat_member")
    assert told["new_chat_member"]["status"] == "left"
    refusal = await started.refusal("sendMessage", chat_id=supergroup, text="?")
    assert refusal == "Forbidden: bot is not a member of the supergroup chat"


async def test_an_anonymous_administrator_speaks_as_the_group_but_taps_as_a_person(
    started: Playground, group: int
) -> None:
    supergroup = await started.manages(MARIJKE, group, "anonymous", anonymous=True)
    asked = await started.result("sendMessage", chat_id=supergroup, text="Klopt dit?", reply_markup=BUTTONS)
    await started.news()

    await started.did(MARIJKE, "messages", within=supergroup, text="/planning")
    await started.did(MARIJKE, "taps", within=supergroup, message_id=asked["message_id"], text="Ja")

    spoken, tapped = await started.news()
    assert spoken["message"]["from"] == GROUP_ANONYMOUS_BOT
    assert spoken["message"]["sender_chat"]["id"] == supergroup
    assert tapped["callback_query"]["from"]["id"] == MARIJKE
    message = (await started.sees(JEROEN, supergroup))["messages"][-1]
    assert message["sender"] == {"id": supergroup, "name": "Intervisie 12", "is_bot": False}
    assert str(MARIJKE) not in str(spoken)


async def test_staying_anonymous_is_told_as_a_change_of_the_administrator(started: Playground, group: int) -> None:
    await started.manages(MARIJKE, group, "members", person_id=JEROEN, status="administrator", anonymous=True)

    changes = await started.news("chat_member")

    assert changes[-1]["new_chat_member"]["is_anonymous"] is True
    assert changes[-1]["chat"]["type"] == "supergroup"


async def test_the_creator_who_comes_back_is_the_creator_again(started: Playground, group: int) -> None:
    await started.manages(MARIJKE, group, "leave")
    left = await started.result("getChatMember", chat_id=group, user_id=MARIJKE)

    await started.manages(JEROEN, group, "members", person_id=MARIJKE)

    again = await started.result("getChatMember", chat_id=group, user_id=MARIJKE)
    assert (left["status"], again["status"]) == ("left", "creator")


@pytest.mark.parametrize(
    ("deed", "body"),
    [
        ("bot", {"status": "administrator"}),
        ("bot", {"status": "left"}),
        ("members", {"person_id": MARIJKE, "status": "left"}),
        ("members", {"person_id": WILLEM, "status": "administrator"}),
        ("history", {"visible": True}),
        ("upgrade", {}),
        ("anonymous", {"anonymous": True}),
    ],
)
async def test_an_ordinary_member_manages_nothing(
    started: Playground, group: int, deed: str, body: dict[str, object]
) -> None:
    answer = await started.tries(JEROEN, group, deed, **body)

    assert answer.status_code == 403
    assert await started.news() == []


async def test_an_outsider_sees_and_does_nothing(started: Playground, group: int) -> None:
    answers = [
        await started.tries(WILLEM, group, "members", person_id=WILLEM),
        await started.tries(WILLEM, group, "leave"),
        await started.http.delete(f"/people/{WILLEM}/groups/{group}"),
        await started.http.get(f"/people/{WILLEM}/chats/{group}"),
        await started.does(WILLEM, "messages", within=group, text="Hallo"),
    ]

    assert {answer.status_code for answer in answers} == {404}


async def test_a_button_of_a_bot_that_is_out_is_answered_by_nobody(started: Playground, group: int) -> None:
    asked = await started.result("sendMessage", chat_id=group, text="Klopt dit?", reply_markup=BUTTONS)
    await started.manages(MARIJKE, group, "bot", status="kicked")
    await started.news()

    await started.did(JEROEN, "taps", within=group, message_id=asked["message_id"], text="Ja")

    assert await started.news() == []


async def test_pinning_is_told_shown_and_undone(started: Playground, group: int) -> None:
    first, second = [await started.result("sendMessage", chat_id=group, text=text) for text in ("een", "twee")]
    for message in (first, second, second):
        await started.result("pinChatMessage", chat_id=group, message_id=message["message_id"])
    pinned = await started.result("getChat", chat_id=group)
    told = await started.news("message")
    await started.result("unpinChatMessage", chat_id=group)

    below = await started.result("getChat", chat_id=group)

    assert [message["pinned_message"]["text"] for message in told] == ["een", "twee"]
    assert (pinned["pinned_message"]["text"], below["pinned_message"]["text"]) == ("twee", "een")
    assert await started.refusal("unpinChatMessage", chat_id=group, message_id=second["message_id"]) == (
        "Bad Request: message to unpin not found"
    )
    await started.manages(MARIJKE, group, "bot", status="member")
    assert await started.refusal("pinChatMessage", chat_id=group, message_id=first["message_id"]) == (
        "Bad Request: not enough rights to manage pinned messages in the chat"
    )


async def test_an_administrator_deletes_what_anyone_wrote_and_nobody_is_told(started: Playground, group: int) -> None:
    of_the_bot = await started.result("sendMessage", chat_id=group, text="van de bot")
    of_marijke = await started.did(MARIJKE, "messages", within=group, text="van mij")
    await started.news()

    by_member = await started.http.delete(f"/people/{JEROEN}/chats/{group}/messages/{of_the_bot['message_id']}")
    by_creator = await started.http.delete(f"/people/{MARIJKE}/chats/{group}/messages/{of_the_bot['message_id']}")
    by_bot = await started.result("deleteMessage", chat_id=group, message_id=of_marijke["message_id"])

    assert (by_member.status_code, by_creator.status_code, by_bot) == (403, 200, True)
    assert await started.news() == []
    edit = await started.refusal("editMessageText", chat_id=group, message_id=of_the_bot["message_id"], text="x")
    assert edit == "Bad Request: message to edit not found"


async def test_what_an_anonymous_administrator_wrote_is_forwarded_as_the_groups(
    started: Playground, group: int
) -> None:
    supergroup = await started.manages(MARIJKE, group, "anonymous", anonymous=True)
    written = await started.did(MARIJKE, "messages", within=supergroup, text="Tot dinsdag")
    poll = await started.result("sendPoll", chat_id=supergroup, question="?", options=[{"text": "ja"}])
    await started.news()

    await started.did(JEROEN, "forwards", within=supergroup, message_id=written["message_id"])
    refused = await started.does(JEROEN, "forwards", within=supergroup, message_id=poll["message_id"])

    (message,) = await started.news("message")
    assert message["forward_origin"]["sender_chat"]["id"] == supergroup
    assert str(MARIJKE) not in str(message)
    assert refused.status_code == 400
