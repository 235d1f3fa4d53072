"""Invite links, requests to join, and who is taken out again."""

import pytest

from playground.shapes import Json
from tests.playground.conftest import JEROEN, MARIJKE, WILLEM, Playground

EVERYTHING = ["message", "my_chat_member", "chat_member", "chat_join_request"]


@pytest.fixture
async def asking(started: Playground) -> Playground:
    await started.updates(allowed_updates=EVERYTHING)
    return started


@pytest.fixture
async def group(asking: Playground) -> int:
    """A supergroup of Marijke and Jeroen with the bot as its administrator, which has heard so."""
    number = await asking.manages(MARIJKE, await asking.makes_group(MARIJKE, JEROEN), "upgrade")
    await asking.news()
    return number


async def link_to(playground: Playground, group: int, **terms: Json) -> str:
    link: str = (await playground.result("createChatInviteLink", chat_id=group, **terms))["invite_link"]
    return link


async def opens(playground: Playground, person: int, link: str) -> str:
    answer = await playground.http.post(f"/people/{person}/join", json={"invite_link": link})
    status: str = answer.json()["status"]
    return status


async def test_a_request_reaches_the_bot_once_and_lets_it_write_to_a_stranger(asking: Playground, group: int) -> None:
    link = await link_to(asking, group, creates_join_request=True)
    before = await asking.refusal("sendMessage", chat_id=WILLEM, text="Welkom")

    statuses = [await opens(asking, WILLEM, link) for _ in range(2)]

    assert statuses == ["requested", "requested"]
    (request,) = await asking.news("chat_join_request")
    assert (request["from"]["id"], request["user_chat_id"]) == (WILLEM, WILLEM)
    assert request["invite_link"]["invite_link"] == link
    assert request["invite_link"]["pending_join_request_count"] == 1
    assert before == "Forbidden: bot can't initiate conversation with a user"
    assert (await asking.result("sendMessage", chat_id=request["user_chat_id"], text="Welkom"))["text"] == "Welkom"


async def test_a_link_shows_its_group_before_it_is_opened(asking: Playground, group: int) -> None:
    link = await link_to(asking, group, creates_join_request=True)

    async def seen_by(person: int, address: str = link) -> tuple[str, str | None]:
        answer = await asking.http.post(f"/people/{person}/join/look", json={"invite_link": address})
        return answer.json()["status"], answer.json()["title"]

    before = await seen_by(WILLEM)
    await opens(asking, WILLEM, link)
    title = (await asking.result("getChat", chat_id=group))["title"]

    assert before == ("asks", title)
    assert await seen_by(WILLEM) == ("requested", title)
    assert await seen_by(JEROEN) == ("already", title)
    assert await seen_by(WILLEM, "https://t.me/+nothing") == ("invalid", None)
    assert await seen_by(WILLEM, await link_to(asking, group)) == ("requested", title)


async def test_the_leave_to_write_ends_after_five_minutes_or_with_the_answer(asking: Playground, group: int) -> None:
    link = await link_to(asking, group, creates_join_request=True)
    await opens(asking, WILLEM, link)
    await asking.http.post("/clock/forward", json={"seconds": 301})
    too_late = await asking.bot("sendMessage", chat_id=WILLEM, text="Welkom")
    await asking.http.post(f"/people/{WILLEM}/join/withdraw", json={"invite_link": link})
    await opens(asking, WILLEM, link)
    await asking.result("declineChatJoinRequest", chat_id=group, user_id=WILLEM)

    after = await asking.bot("sendMessage", chat_id=WILLEM, text="Helaas")

    assert (too_late["error_code"], after["error_code"]) == (403, 403)


async def test_an_answer_about_one_group_leaves_the_leave_to_write_about_another(
    asking: Playground, group: int
) -> None:
    other = await asking.makes_group(MARIJKE, title="Intervisie 13")
    for number in (group, other):
        await opens(asking, WILLEM, await link_to(asking, number, creates_join_request=True))

    await asking.result("declineChatJoinRequest", chat_id=group, user_id=WILLEM)

    assert (await asking.bot("sendMessage", chat_id=WILLEM, text="Welkom"))["ok"]
    await asking.result("declineChatJoinRequest", chat_id=other, user_id=WILLEM)
    assert not (await asking.bot("sendMessage", chat_id=WILLEM, text="Welkom"))["ok"]


async def test_who_is_let_in_is_a_member_and_everyone_sees_it(asking: Playground, group: int) -> None:
    link = await link_to(asking, group, creates_join_request=True)
    await opens(asking, WILLEM, link)
    await asking.news()

    await asking.result("approveChatJoinRequest", chat_id=group, user_id=WILLEM)

    told, message = await asking.news()
    assert told["chat_member"]["new_chat_member"]["status"] == "member"
    assert told["chat_member"]["invite_link"]["invite_link"] == link
    assert message["message"]["new_chat_members"][0]["id"] == message["message"]["from"]["id"] == WILLEM
    assert (await asking.result("getChatMember", chat_id=group, user_id=WILLEM))["status"] == "member"
    assert (await asking.sees(JEROEN, group))["messages"][-1]["text"].endswith("is nu lid van de groep")
    assert await opens(asking, WILLEM, link) == "already"


async def test_a_request_that_is_not_there_cannot_be_decided(asking: Playground, group: int) -> None:
    link = await link_to(asking, group, creates_join_request=True)
    await opens(asking, WILLEM, link)
    await asking.http.post(f"/people/{WILLEM}/join/withdraw", json={"invite_link": link})

    refusals = [
        await asking.refusal("approveChatJoinRequest", chat_id=group, user_id=WILLEM),
        await asking.refusal("declineChatJoinRequest", chat_id=group, user_id=WILLEM),
        await asking.refusal("approveChatJoinRequest", chat_id=group, user_id=JEROEN),
        await asking.refusal("approveChatJoinRequest", chat_id=group, user_id=5),
    ]

    assert refusals == [
        "Bad Request: HIDE_REQUESTER_MISSING",
        "Bad Request: HIDE_REQUESTER_MISSING",
        "Bad Request: USER_ALREADY_PARTICIPANT",
        "Bad Request: user not found",
    ]


async def test_an_administrator_can_let_in_who_asked(asking: Playground, group: int) -> None:
    link = await link_to(asking, group, creates_join_request=True)
    await opens(asking, WILLEM, link)

    await asking.manages(MARIJKE, group, "members", person_id=WILLEM)

    (told,) = await asking.news("chat_member")
    assert (told["from"]["id"], told["invite_link"]["invite_link"]) == (MARIJKE, link)
    refusal = await asking.refusal("declineChatJoinRequest", chat_id=group, user_id=WILLEM)
    assert refusal == "Bad Request: USER_ALREADY_PARTICIPANT"


@pytest.mark.parametrize(
    ("terms", "problem"),
    [
        (
            {"creates_join_request": True, "member_limit": 8},
            "member limit can't be specified for links requiring administrator approval",
        ),
        ({"member_limit": 100_000}, "wrong member limit specified"),
        ({"name": "x" * 33}, "invite link name is too long"),
        ({"expire_date": 1}, "EXPIRE_DATE_INVALID"),
    ],
)
async def test_terms_of_a_link_that_telegram_refuses(
    asking: Playground, group: int, terms: dict[str, Json], problem: str
) -> None:
    assert await asking.refusal("createChatInviteLink", chat_id=group, **terms) == f"Bad Request: {problem}"


async def test_a_link_that_is_revoked_full_or_old_leads_nowhere(asking: Playground, group: int) -> None:
    revoked, full, old = [await link_to(asking, group, member_limit=1) for _ in range(3)]
    await asking.result("revokeChatInviteLink", chat_id=group, invite_link=revoked)
    await opens(asking, WILLEM, full)
    await asking.result("banChatMember", chat_id=group, user_id=WILLEM)
    await asking.result("unbanChatMember", chat_id=group, user_id=WILLEM)
    await asking.result(
        "editChatInviteLink", chat_id=group, invite_link=old, expire_date=asking.world.clock.unix() + 60
    )
    await asking.http.post("/clock/forward", json={"seconds": 61})

    statuses = [await opens(asking, WILLEM, link) for link in (revoked, full, old, "https://t.me/+onbekend")]

    assert statuses == ["invalid"] * 4
    refusal = await asking.refusal("revokeChatInviteLink", chat_id=group, invite_link=revoked)
    assert refusal == "Bad Request: INVITE_HASH_EXPIRED"


async def test_without_the_right_the_bot_neither_links_nor_hears_of_requests(asking: Playground, group: int) -> None:
    link = await link_to(asking, group, creates_join_request=True)
    await asking.manages(MARIJKE, group, "bot", status="administrator", rights={"can_pin_messages": True})
    await asking.news()

    status = await opens(asking, WILLEM, link)

    assert status == "requested"
    assert await asking.news() == []
    for method, fields in (
        ("createChatInviteLink", {}),
        ("revokeChatInviteLink", {"invite_link": link}),
        ("approveChatJoinRequest", {"user_id": WILLEM}),
    ):
        refusal = await asking.refusal(method, chat_id=group, **fields)
        assert refusal == "Bad Request: not enough rights to manage chat invite link"
    refusal = await asking.refusal("banChatMember", chat_id=group, user_id=JEROEN)
    assert refusal == "Bad Request: not enough rights to restrict/unrestrict chat member"


async def test_who_is_banned_from_a_supergroup_comes_back_only_after_that_is_lifted(
    asking: Playground, group: int
) -> None:
    link = await link_to(asking, group)
    await asking.result("banChatMember", chat_id=group, user_id=JEROEN)
    banned = await opens(asking, JEROEN, link)
    gone = await asking.http.get(f"/people/{JEROEN}/chats/{group}")

    await asking.result("unbanChatMember", chat_id=group, user_id=JEROEN, only_if_banned=True)

    assert (banned, gone.status_code) == ("invalid", 404)
    assert await opens(asking, JEROEN, link) == "joined"
    await asking.result("unbanChatMember", chat_id=group, user_id=JEROEN, only_if_banned=True)
    assert (await asking.result("getChatMember", chat_id=group, user_id=JEROEN))["status"] == "member"


async def test_a_basic_group_takes_out_but_bans_nobody(asking: Playground) -> None:
    group = await asking.makes_group(MARIJKE, JEROEN)
    link = await link_to(asking, group)
    await asking.result("banChatMember", chat_id=group, user_id=JEROEN)

    again = await asking.refusal("banChatMember", chat_id=group, user_id=JEROEN)
    unban = await asking.refusal("unbanChatMember", chat_id=group, user_id=JEROEN)

    assert again == "Bad Request: USER_NOT_PARTICIPANT"
    assert unban == "Bad Request: method is available for supergroup and channel chats only"
    assert (await asking.result("getChatMember", chat_id=group, user_id=JEROEN))["status"] == "left"
    assert await opens(asking, JEROEN, link) == "joined"


async def test_owner_administrators_and_the_bot_itself_cannot_be_taken_out(asking: Playground, group: int) -> None:
    await asking.manages(MARIJKE, group, "members", person_id=JEROEN, status="administrator")

    refusals = [
        await asking.refusal("banChatMember", chat_id=group, user_id=user_id)
        for user_id in (MARIJKE, JEROEN, asking.world.state.bot.id)
    ]

    assert refusals == [
        "Bad Request: can't remove chat owner",
        "Bad Request: user is an administrator of the chat",
        "Bad Request: can't restrict self",
    ]


async def test_a_primary_link_is_replaced_when_it_is_exported_or_revoked(asking: Playground, group: int) -> None:
    first = await asking.result("exportChatInviteLink", chat_id=group)
    second = await asking.result("exportChatInviteLink", chat_id=group)
    shown = (await asking.result("getChat", chat_id=group))["invite_link"]
    await asking.result("revokeChatInviteLink", chat_id=group, invite_link=second)

    third = (await asking.result("getChat", chat_id=group))["invite_link"]

    assert shown == second
    assert await opens(asking, WILLEM, first) == "invalid"
    assert third not in (first, second)
    assert await opens(asking, WILLEM, third) == "joined"
    refusal = await asking.refusal("editChatInviteLink", chat_id=group, invite_link=third, name="x")
    assert refusal == "Bad Request: CHAT_INVITE_PERMANENT"


async def test_a_bot_that_left_is_out_and_one_that_was_removed_is_told_so(asking: Playground, group: int) -> None:
    await asking.result("leaveChat", chat_id=group)
    left = await asking.bot("sendMessage", chat_id=group, text="Hallo?")
    await asking.manages(MARIJKE, group, "bot", status="member")
    await asking.manages(MARIJKE, group, "bot", status="kicked")

    kicked = await asking.bot("getChat", chat_id=group)

    assert (left["error_code"], left["description"]) == (403, "Forbidden: bot is not a member of the supergroup chat")
    assert (kicked["error_code"], kicked["description"]) == (403, "Forbidden: bot was kicked from the supergroup chat")
    statuses = [update["new_chat_member"]["status"] for update in await asking.news("my_chat_member")]
    assert statuses == ["left", "member", "kicked"]


async def test_of_a_link_that_a_person_made_the_bot_sees_only_the_beginning(asking: Playground, group: int) -> None:
    link = (await asking.tries(MARIJKE, group, "link")).json()["invite_link"]

    status = await opens(asking, WILLEM, link)

    (told,) = await asking.news("chat_member")
    shown = told["invite_link"]
    assert status == "joined"
    assert shown["creator"]["id"] == MARIJKE
    assert shown["invite_link"].endswith("…")
    assert link.startswith(shown["invite_link"].removesuffix("…"))
    refusal = await asking.refusal("revokeChatInviteLink", chat_id=group, invite_link=link)
    assert refusal == "Bad Request: INVITE_HASH_EXPIRED"
    assert (await asking.tries(JEROEN, group, "link")).status_code == 403
