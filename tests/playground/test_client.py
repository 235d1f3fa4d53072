"""The phones that a story and the journeys hold, in groups."""

from collections.abc import AsyncIterator

import pytest

from playground.client import NotOnScreenError, Phone
from playground.client import Playground as Client
from tests.playground.conftest import MARIJKE, Playground


class WithoutBot(Client):
    """Nothing to wait for: there is no bot that would do anything."""

    async def settles(self, seconds: float = 30) -> None:
        pass


@pytest.fixture
async def client(served: Playground) -> AsyncIterator[Client]:
    client = WithoutBot(served.address)
    yield client
    await client.close()


@pytest.fixture
async def cast(client: Client) -> dict[str, Phone]:
    return {person["first_name"]: Phone(client, person) for person in await client.people()}


async def test_a_group_is_made_managed_and_followed_when_it_moves(
    served: Playground, client: Client, cast: dict[str, Phone]
) -> None:
    marijke, jeroen, willem = cast["Marijke"], cast["Jeroen"], cast["Willem"]
    group = await marijke.makes_group("Intervisie 12", jeroen, add_bot=True)
    await group.places_bot("administrator", {"can_invite_users": True})
    first = group.chat_id
    await group.is_upgraded()
    await group.is_called("Intervisie 13")
    await group.places(willem, "administrator")
    await group.through(willem).places(jeroen, "left")
    await group.shows_history(visible=True)
    await group.stays_anonymous()

    look = await group.look()

    assert group.chat_id != first
    assert (look["title"], look["history_visible"]) == ("Intervisie 13", True)
    assert [member["name"].split()[0] for member in look["members"]] == ["Marijke", "Intervisie", "Willem"]
    assert look["bot"]["rights"]["can_invite_users"]
    assert not look["bot"]["rights"]["can_restrict_members"]
    await group.through(willem).is_left()
    await group.is_deleted()
    assert await client.groups() == []


async def test_a_phone_votes_talks_and_joins_within_a_group(served: Playground, cast: dict[str, Phone]) -> None:
    marijke, willem = cast["Marijke"], cast["Willem"]
    group = await marijke.makes_group("Intervisie 12", add_bot=True)
    await group.places_bot("administrator")
    link = (await served.result("createChatInviteLink", chat_id=group.chat_id, creates_join_request=True))[
        "invite_link"
    ]
    await served.result("sendMessage", chat_id=group.chat_id, text=f"Kom erbij: {link}")
    await served.result("sendPoll", chat_id=group.chat_id, question="Wanneer?", options=[{"text": "di"}])
    shown = await marijke.within(group).invite_link()
    asked = await willem.joins(shown)
    await willem.withdraws(shown)
    again = await willem.joins(shown)
    await served.result("approveChatJoinRequest", chat_id=group.chat_id, user_id=willem.id)

    inside = willem.within(group)
    await inside.types("Hallo allemaal")
    await inside.votes("di", under="wanneer")

    assert (asked, again, await willem.joins(shown)) == ("requested", "requested", "already")
    poll = await marijke.within(group).poll_message()
    assert poll["poll"]["options"][0]["voter_count"] == 1
    assert inside.acts == 2
    assert (await willem.messages()) == []


async def test_what_was_deleted_is_on_nobodys_screen(served: Playground, cast: dict[str, Phone]) -> None:
    group = await cast["Marijke"].makes_group("Intervisie 12", cast["Jeroen"], add_bot=True)
    poll = await served.result("sendPoll", chat_id=group.chat_id, question="Wanneer?", options=[{"text": "di"}])

    await cast["Marijke"].within(group).deletes(poll["message_id"])

    with pytest.raises(NotOnScreenError, match="sees no poll"):
        await cast["Jeroen"].within(group).votes("di")


async def test_what_the_bot_says_in_a_group_is_told_from_what_people_say(
    served: Playground, cast: dict[str, Phone]
) -> None:
    group = await cast["Marijke"].makes_group("Intervisie 12", cast["Jeroen"], add_bot=True)
    await served.result("sendMessage", chat_id=group.chat_id, text="Welkom")

    await cast["Jeroen"].within(group).types("Dag")

    last = await cast["Marijke"].within(group).last()
    assert (last["text"], last["sender"]["id"] == MARIJKE) == ("Welkom", False)
