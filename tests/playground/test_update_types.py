"""Every kind of update that the playground sends, against the published Bot API."""

from collections.abc import Iterator
from copy import deepcopy

import pytest

from playground.shapes import Json, JsonObject
from playground.specification import published_specification
from playground.world import BrokenAnswerError
from tests.playground.conftest import JEROEN, MARIJKE, WILLEM, Playground

SPECIFICATION = published_specification()
KINDS = [
    "message",
    "edited_message",
    "callback_query",
    "my_chat_member",
    "chat_member",
    "chat_join_request",
    "poll",
    "poll_answer",
]
BUTTONS = {"inline_keyboard": [[{"text": "Ja", "callback_data": "ja"}]]}


async def play_it_all(playground: Playground) -> list[JsonObject]:
    """Something of everything that makes an update."""
    await playground.updates(allowed_updates=KINDS)
    group = await playground.manages(MARIJKE, await playground.makes_group(MARIJKE, JEROEN), "upgrade")
    written = await playground.did(JEROEN, "messages", within=group, text="Hallo")
    await playground.did(JEROEN, "edits", within=group, message_id=written["message_id"], text="Hallo allemaal")
    asked = await playground.result("sendMessage", chat_id=group, text="Klopt dit?", reply_markup=BUTTONS)
    await playground.did(JEROEN, "taps", within=group, message_id=asked["message_id"], text="Ja")
    poll = await playground.result(
        "sendPoll", chat_id=group, question="?", options=[{"text": "ja"}], is_anonymous=False, allow_adding_options=True
    )
    await playground.did(JEROEN, "options", within=group, message_id=poll["message_id"], text="nee")
    await playground.did(JEROEN, "votes", within=group, message_id=poll["message_id"], options=["nee"])
    await playground.manages(MARIJKE, group, "anonymous", anonymous=True)
    await playground.did(MARIJKE, "votes", within=group, message_id=poll["message_id"], options=["ja"])
    await playground.result("pinChatMessage", chat_id=group, message_id=poll["message_id"])
    link = (await playground.result("createChatInviteLink", chat_id=group, creates_join_request=True))["invite_link"]
    await playground.http.post(f"/people/{WILLEM}/join", json={"invite_link": link})
    await playground.result("approveChatJoinRequest", chat_id=group, user_id=WILLEM)
    await playground.result("banChatMember", chat_id=group, user_id=WILLEM)
    await playground.manages(MARIJKE, group, "title", title="Intervisie 13")
    return await playground.updates()


def kind_of(update: JsonObject) -> str:
    return next(kind for kind in KINDS if kind in update)


async def test_every_kind_of_update_is_sent_as_the_specification_has_it(playground: Playground) -> None:
    updates = await play_it_all(playground)

    assert {kind_of(update) for update in updates} == set(KINDS)
    assert [problem for update in updates if (problem := SPECIFICATION.problem_of("Update", update))] == []


@pytest.mark.parametrize("kind", KINDS)
async def test_an_update_that_lacks_what_is_required_never_leaves(playground: Playground, kind: str) -> None:
    update = next(update for update in await play_it_all(playground) if kind_of(update) == kind)
    type_name = next(field["types"][0] for field in SPECIFICATION.types["Update"]["fields"] if field["name"] == kind)
    pending = playground.world.queue.pending

    for field in required_fields(type_name):
        body = deepcopy(update[kind])
        del body[field]
        with pytest.raises(BrokenAnswerError, match=f"lacks the required field '{field}'"):
            playground.world.post_update(kind, body)

    assert playground.world.queue.pending == pending


def required_fields(type_name: str) -> Iterator[Json]:
    return (field["name"] for field in SPECIFICATION.types[type_name]["fields"] if field["required"])


async def test_what_was_not_asked_for_is_not_sent(playground: Playground) -> None:
    """chat_member is sent only to a bot that names it."""
    await playground.updates(allowed_updates=["message", "poll_answer"])
    group = await playground.makes_group(MARIJKE, JEROEN)
    await playground.manages(MARIJKE, group, "members", person_id=WILLEM)

    kinds = {kind_of(update) for update in await playground.updates()}

    assert kinds == {"message"}
