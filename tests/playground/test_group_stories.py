"""Whatever people and bot do with a group, in any order: nothing breaks, and the next run finds it as it was."""

import asyncio
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeAlias

import httpx
from hypothesis import given, settings
from hypothesis import strategies as st

from playground.shapes import JsonObject
from tests.playground.conftest import JEROEN, MARIJKE, WILLEM, Playground, running

CAST = (MARIJKE, JEROEN, WILLEM)
EVERYTHING = ["message", "my_chat_member", "chat_member", "chat_join_request", "poll", "poll_answer", "callback_query"]
Deed: TypeAlias = Callable[[Playground, int, int, str], Awaitable[httpx.Response]]


def manages(deed: str, **body: object) -> Deed:
    return lambda playground, person, chat_id, _: playground.tries(person, chat_id, deed, **body)


def places(status: str, *, anonymous: bool = False) -> Deed:
    """What one does with the next of the cast."""

    def act(playground: Playground, person: int, chat_id: int, _: str) -> Awaitable[httpx.Response]:
        other = CAST[(CAST.index(person) + 1) % len(CAST)]
        return playground.tries(person, chat_id, "members", person_id=other, status=status, anonymous=anonymous)

    return act


def calls(method: str, **fields: object) -> Deed:
    """What the bot does, with the person as its subject where there is one."""

    def act(playground: Playground, person: int, chat_id: int, link: str) -> Awaitable[httpx.Response]:
        given_fields = {"user_id": person, "invite_link": link}
        wanted = {name: given_fields[name] for name in fields if fields[name] is None}
        body = {"chat_id": chat_id, **fields, **wanted}
        return playground.http.post(f"/bot{playground.world.token}/{method}", json=body)

    return act


def says(playground: Playground, person: int, chat_id: int, _: str) -> Awaitable[httpx.Response]:
    return playground.does(person, "messages", within=chat_id, text="/planning")


def votes(playground: Playground, person: int, chat_id: int, _: str) -> Awaitable[httpx.Response]:
    polls = [message for message in playground.world.state.messages[chat_id].values() if "poll" in message.content]
    message_id = polls[-1].message_id if polls else 1
    return playground.does(person, "votes", within=chat_id, message_id=message_id, options=[0])


def joins(playground: Playground, person: int, _: int, link: str) -> Awaitable[httpx.Response]:
    return playground.http.post(f"/people/{person}/join", json={"invite_link": link})


def withdraws(playground: Playground, person: int, _: int, link: str) -> Awaitable[httpx.Response]:
    return playground.http.post(f"/people/{person}/join/withdraw", json={"invite_link": link})


DEEDS: dict[str, Deed] = {
    "adds": places("member"),
    "promotes": places("administrator"),
    "promotes anonymously": places("administrator", anonymous=True),
    "removes": places("left"),
    "bans": places("kicked"),
    "leaves": manages("leave"),
    "upgrades": manages("upgrade"),
    "shows history": manages("history", visible=True),
    "promotes the bot": manages("bot", status="administrator"),
    "demotes the bot": manages("bot", status="member"),
    "kicks the bot": manages("bot", status="kicked"),
    "says": says,
    "votes": votes,
    "joins": joins,
    "withdraws": withdraws,
    "the bot polls": calls("sendPoll", question="?", options=[{"text": "ja"}], is_anonymous=False),
    "the bot lets in": calls("approveChatJoinRequest", user_id=None),
    "the bot declines": calls("declineChatJoinRequest", user_id=None),
    "the bot bans": calls("banChatMember", user_id=None),
    "the bot unbans": calls("unbanChatMember", user_id=None),
    "the bot revokes": calls("revokeChatInviteLink", invite_link=None),
    "the bot leaves": calls("leaveChat"),
}
STORIES = st.lists(st.tuples(st.sampled_from(CAST), st.sampled_from(sorted(DEEDS))), max_size=14)


@given(story=STORIES)
@settings(max_examples=60)
def test_nothing_that_is_done_with_a_group_breaks_it_or_is_forgotten(story: list[tuple[int, str]]) -> None:
    asyncio.run(play(story))


async def play(story: list[tuple[int, str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with running(Path(folder)) as first:
            await first.updates(allowed_updates=EVERYTHING)
            chat_id = await first.makes_group(MARIJKE, JEROEN)
            link = (await first.result("createChatInviteLink", chat_id=chat_id, creates_join_request=True))[
                "invite_link"
            ]
            for person, name in story:
                answer = await DEEDS[name](first, person, chat_id, link)
                assert answer.status_code < httpx.codes.INTERNAL_SERVER_ERROR, (name, answer.text)
                chat_id = first.world.state.groups.of(chat_id).upgraded_to or chat_id
            before = await everything(first)
        async with running(Path(folder)) as second:
            assert await everything(second) == before
            assert_is_sound(second)


async def everything(playground: Playground) -> list[JsonObject]:
    """All that anyone sees, and what waits for the bot."""
    shown: list[JsonObject] = list((await playground.http.get("/groups")).json())
    for person in CAST:
        for line in (await playground.http.get(f"/people/{person}/chats")).json():
            shown += [line, await playground.sees(person, line["id"])]
    return shown + await playground.updates()


def assert_is_sound(playground: Playground) -> None:
    """Whoever is in a group has its chat, nobody else has, and no member still asks to be let in."""
    state = playground.world.state
    for group in state.groups.active():
        inside = {member.user_id for member in state.groups.inside(group.chat_id)}
        assert set(state.chats[group.chat_id].participants) == inside - {state.bot.id}
        assert not inside & {request.user_id for request in state.invite_links.requests_in(group.chat_id)}
