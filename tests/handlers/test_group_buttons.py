"""A button in a group's chat counts for who belongs there, and only one that is meant for there."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest
from telegram.ext import ApplicationHandlerStop

from handlers import group_arrival
from messages.chat_buttons import GiveCode
from texts.buttons import ButtonData

if TYPE_CHECKING:
    from telegram import Update

    from handlers.context import Context


class ForTheGroup(ButtonData, prefix="test_group", in_groups=True):
    """Pressed under a message in the chat."""


class Chats:
    """A chat that is a group's, or nobody's."""

    def __init__(self, *, group: object, belongs: bool) -> None:
        self.group, self.inside = group, belongs

    async def of_chat(self, chat_id: int) -> object:
        return self.group

    async def is_news(self, chat_id: int, telegram_id: int) -> bool:
        return False

    async def belongs(self, group_id: int, telegram_id: int) -> bool:
        return self.inside


class People:
    async def find(self, telegram_id: int) -> None:
        return None


def pressed(data: ButtonData, *, group: object, belongs: bool) -> tuple[Update, Context, list[str]]:
    alerts: list[str] = []

    async def acknowledge(words: str, *, alert: bool) -> None:
        alerts.append(words)

    chats = Chats(group=group, belongs=belongs)
    context = SimpleNamespace(
        services=SimpleNamespace(chats=chats, people=People()),
        dependencies=SimpleNamespace(conversations=()),
        group_speech=SimpleNamespace(plain=lambda key: key),
        acknowledge=acknowledge,
        button=data,
    )
    update = SimpleNamespace(
        callback_query=SimpleNamespace(from_user=SimpleNamespace(id=2)),
        effective_chat=SimpleNamespace(id=-5),
        message=None,
        chat_join_request=None,
        chat_member=None,
        my_chat_member=None,
    )
    return cast("Update", update), cast("Context", context), alerts


async def test_a_button_of_the_group_is_heard_from_who_belongs_there() -> None:
    update, context, alerts = pressed(ForTheGroup(), group=SimpleNamespace(id=1), belongs=True)

    await group_arrival.arrive(update, context)

    assert alerts == []
    assert cast("Any", context).group.id == 1


@pytest.mark.parametrize(
    ("data", "group", "belongs"),
    [
        (ForTheGroup(), SimpleNamespace(id=1), False),
        (ForTheGroup(), None, True),
        # As a modified client can send it under any message with buttons.
        (GiveCode(1), SimpleNamespace(id=1), True),
    ],
    ids=["a stranger", "a chat of no group", "a button that is pressed in private"],
)
async def test_any_other_goes_no_further(data: ButtonData, group: object, belongs: bool) -> None:
    update, context, alerts = pressed(data, group=group, belongs=belongs)

    with pytest.raises(ApplicationHandlerStop):
        await group_arrival.arrive(update, context)

    assert alerts == ["chat-button-not-yours"]
