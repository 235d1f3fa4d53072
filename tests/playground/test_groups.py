"""Groups: who is in them, and what the bot is told."""

from pathlib import Path

import pytest

from playground.shapes import JsonObject
from tests.playground.conftest import JEROEN, MARIJKE, WILLEM, Playground, running

BOT = 7123456789
POLL = {"question": "Wanneer?", "options": [{"text": "di"}, {"text": "do"}], "is_anonymous": False}
EVERYTHING = ["message", "edited_message", "callback_query", "my_chat_member", "chat_member", "chat_join_request"]


@pytest.fixture
async def asking(started: Playground) -> Playground:
    """A bot that asks for changes of members as well."""
    await started.updates(allowed_updates=EVERYTHING)
    return started


def change(update: JsonObject) -> tuple[str, str]:
    return update["old_chat_member"]["status"], update["new_chat_member"]["status"]


async def test_a_new_group_has_its_creator_and_members_and_the_bot_hears_that_it_is_made(asking: Playground) -> None:
    made = await asking.http.post(
        f"/people/{MARIJKE}/groups", json={"title": "Intervisie 12", "members": [JEROEN], "add_bot": True}
    )

    group = (await asking.http.get(f"/groups/{made.json()['chat_id']}")).json()
    assert [(member["id"], member["status"]) for member in group["members"]] == [
        (MARIJKE, "creator"),
        (JEROEN, "member"),
        (BOT, "member"),
    ]
    assert group["type"] == "group"
    told, created = await asking.news()
    assert change(told["my_chat_member"]) == ("left", "member")
    assert created["message"]["group_chat_created"] is True
    assert created["message"]["from"]["id"] == MARIJKE


async def test_the_bot_is_told_what_becomes_of_it_and_its_rights(asking: Playground) -> None:
    group = await asking.makes_group(MARIJKE, bot=None)
    await asking.manages(MARIJKE, group, "bot", status="member")
    await asking.manages(MARIJKE, group, "bot", status="administrator", rights={"can_invite_users": True})
    await asking.manages(MARIJKE, group, "bot", status="kicked")

    told = await asking.news("my_chat_member")

    assert [change(update) for update in told] == [
        ("left", "member"),
        ("member", "administrator"),
        ("administrator", "kicked"),
    ]
    promoted = told[1]["new_chat_member"]
    assert (promoted["can_invite_users"], promoted["can_restrict_members"]) == (True, False)


async def test_an_administrator_hears_who_comes_and_goes_and_a_member_does_not(asking: Playground) -> None:
    group = await asking.makes_group(MARIJKE, bot="member")
    await asking.manages(MARIJKE, group, "members", person_id=JEROEN)
    await asking.manages(MARIJKE, group, "bot", status="administrator")
    await asking.news()

    await asking.manages(MARIJKE, group, "members", person_id=WILLEM)
    await asking.manages(JEROEN, group, "leave")

    told = await asking.news()
    assert [change(update["chat_member"]) for update in told if "chat_member" in update] == [
        ("left", "member"),
        ("member", "left"),
    ]
    messages = [update["message"] for update in told if "message" in update]
    assert messages[0]["new_chat_members"][0]["id"] == WILLEM
    assert messages[1]["left_chat_member"]["id"] == JEROEN


async def test_a_member_hears_commands_and_replies_to_it_and_an_administrator_everything(asking: Playground) -> None:
    group = await asking.makes_group(MARIJKE, JEROEN, bot="member")
    asked = await asking.result("sendMessage", chat_id=group, text="Wie komt er?")
    await asking.news()
    for text in ("Hallo allemaal", "/planning", "/planning@intervisie_speeltuin_bot", "/planning@andere_bot"):
        await asking.did(JEROEN, "messages", within=group, text=text)
    await asking.did(JEROEN, "messages", within=group, text="Ik!", reply_to_message_id=asked["message_id"])

    heard = [message["text"] for message in await asking.news("message")]
    await asking.manages(MARIJKE, group, "bot", status="administrator")
    await asking.did(JEROEN, "messages", within=group, text="Hoort hij dit?")

    assert heard == ["/planning", "/planning@intervisie_speeltuin_bot", "Ik!"]
    assert [message["text"] for message in await asking.news("message")] == ["Hoort hij dit?"]


async def test_a_group_survives_a_restart_with_its_poll_links_and_requests(tmp_path: Path) -> None:
    async with running(tmp_path / "data") as first:
        basic = await first.makes_group(MARIJKE, JEROEN)
        group = await first.manages(MARIJKE, basic, "anonymous", anonymous=True)
        poll = await first.result("sendPoll", chat_id=group, **POLL)
        await first.result("pinChatMessage", chat_id=group, message_id=poll["message_id"])
        await first.did(JEROEN, "votes", within=group, message_id=poll["message_id"], options=["do"])
        link = await first.result("createChatInviteLink", chat_id=group, creates_join_request=True)
        await first.http.post(f"/people/{WILLEM}/join", json={"invite_link": link["invite_link"]})
        before = [await first.sees(JEROEN, group), await first.sees(JEROEN, basic)]
        known = await first.result("getChat", chat_id=group)

    async with running(tmp_path / "data") as second:
        after = [await second.sees(JEROEN, group), await second.sees(JEROEN, basic)]
        again = await second.result("getChat", chat_id=group)
        await second.result("sendMessage", chat_id=WILLEM, text="Welkom straks")
        await second.result("approveChatJoinRequest", chat_id=group, user_id=WILLEM)
        await second.did(JEROEN, "votes", within=group, message_id=poll["message_id"], options=[])
        told = await second.news("poll_answer")
        moved = await second.bot("getChat", chat_id=basic)
        numbers = [message["message_id"] for message in (await second.sees(JEROEN, group))["messages"]]

    assert after == before
    assert again == known
    assert [answer["option_ids"] for answer in told] == [[1], []]
    assert moved["parameters"] == {"migrate_to_chat_id": group}
    assert numbers == list(range(1, len(numbers) + 1))
