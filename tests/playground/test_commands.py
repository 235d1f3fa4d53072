import pytest

from playground.shapes import JsonObject
from tests.playground.conftest import JEROEN, MARIJKE, WILLEM, Playground


def menu(*names: str) -> list[JsonObject]:
    return [{"command": name, "description": f"Doet {name}"} for name in names]


async def seen(playground: Playground, person: int, within: int | None = None) -> list[str]:
    return [command["command"] for command in (await playground.sees(person, within))["commands"]]


async def test_the_narrowest_scope_and_the_own_language_win(started: Playground) -> None:
    order = []
    scopes: list[tuple[JsonObject | None, str, str]] = [
        (None, "", "default"),
        (None, "nl", "default_nl"),
        ({"type": "all_private_chats"}, "", "private"),
        ({"type": "all_private_chats"}, "nl", "private_nl"),
        ({"type": "chat", "chat_id": MARIJKE}, "", "chat"),
        ({"type": "chat", "chat_id": MARIJKE}, "nl", "chat_nl"),
    ]

    for scope, language, name in scopes:
        narrowed = {} if scope is None else {"scope": scope}
        await started.result("setMyCommands", commands=menu(name), language_code=language, **narrowed)
        order += await seen(started, MARIJKE)

    assert order == ["default", "default_nl", "private", "private_nl", "chat", "chat_nl"]
    assert await seen(started, JEROEN) == ["private_nl"]


async def test_a_deleted_menu_gives_way_to_the_next(started: Playground) -> None:
    scope = {"type": "chat", "chat_id": MARIJKE}
    await started.result("setMyCommands", commands=menu("overal"))
    await started.result("setMyCommands", commands=menu("hier"), scope=scope)

    await started.result("deleteMyCommands", scope=scope)

    assert await seen(started, MARIJKE) == ["overal"]
    assert await started.result("getMyCommands", scope=scope) == []


async def test_a_language_that_nobody_speaks_is_not_shown(started: Playground) -> None:
    await started.result("setMyCommands", commands=menu("fries"), language_code="fy")

    assert await seen(started, MARIJKE) == []
    assert await started.result("getMyCommands", language_code="fy") == menu("fries")


@pytest.mark.parametrize(
    ("fields", "description"),
    [
        ({"commands": menu("Groot")}, "BOT_COMMAND_INVALID"),
        ({"commands": menu("a" * 33)}, "BOT_COMMAND_INVALID"),
        ({"commands": [{"command": "a", "description": ""}]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ({"commands": menu(*(f"c{i}" for i in range(101)))}, "BOT_COMMANDS_TOO_MUCH"),
        ({"commands": menu("a"), "scope": {"type": "chat", "chat_id": 5}}, "chat not found"),
        ({"commands": menu("a"), "language_code": "nederlands"}, "invalid language code specified"),
    ],
)
async def test_a_menu_that_telegram_refuses_is_refused(
    started: Playground, fields: JsonObject, description: str
) -> None:
    assert await started.refusal("setMyCommands", **fields) == f"Bad Request: {description}"


async def test_in_a_group_the_menu_depends_on_the_group_and_on_who_manages_it(started: Playground) -> None:
    group = await started.makes_group(MARIJKE, JEROEN, WILLEM)
    scopes: list[JsonObject] = [
        {"type": "default"},
        {"type": "all_private_chats"},
        {"type": "all_group_chats"},
        {"type": "all_chat_administrators"},
        {"type": "chat", "chat_id": group},
        {"type": "chat_administrators", "chat_id": group},
        {"type": "chat_member", "chat_id": group, "user_id": WILLEM},
    ]
    order = []

    for scope in scopes:
        await started.result("setMyCommands", commands=menu(scope["type"]), scope=scope)
        order.append([(await seen(started, person, group))[0] for person in (MARIJKE, JEROEN, WILLEM)])

    assert order == [
        ["default", "default", "default"],
        ["default", "default", "default"],
        ["all_group_chats", "all_group_chats", "all_group_chats"],
        ["all_chat_administrators", "all_group_chats", "all_group_chats"],
        ["chat", "chat", "chat"],
        ["chat_administrators", "chat", "chat"],
        ["chat_administrators", "chat", "chat_member"],
    ]


@pytest.mark.parametrize("kind", ["chat_administrators", "chat_member"])
async def test_a_private_chat_has_no_menu_for_administrators_or_members(started: Playground, kind: str) -> None:
    scope: JsonObject = {"type": kind, "chat_id": MARIJKE}
    if kind == "chat_member":
        scope["user_id"] = MARIJKE

    refusal = await started.refusal("setMyCommands", commands=menu("x"), scope=scope)

    assert refusal == "Bad Request: can't use specified scope in private chats"
