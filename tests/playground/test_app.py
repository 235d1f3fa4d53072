import asyncio
import json
import re
from collections.abc import AsyncIterator

import httpx
import pytest

from playground import app as application
from playground.control_routes import control_routes
from playground.group_routes import group_routes
from playground.openapi import description
from playground.people_routes import people_routes
from playground.shapes import JsonObject
from playground.story_routes import story_routes
from tests.playground.conftest import MARIJKE, Playground, until


def routes_of(playground: Playground) -> set[tuple[str, str]]:
    routes = [
        *people_routes(playground.world),
        *group_routes(playground.world),
        *control_routes(playground.world),
        *story_routes(playground.world),
    ]
    return {
        (re.sub(r":\w+}", "}", route.path), method.lower())
        for route in routes
        for method in (route.methods or set()) - {"HEAD"}
    }


async def test_every_route_is_described_and_every_description_is_a_route(playground: Playground) -> None:
    described = {
        (path, method) for path, item in description()["paths"].items() for method in item if method != "parameters"
    }

    assert described == routes_of(playground)


async def test_what_is_described_is_what_comes(started: Playground) -> None:
    await started.did(MARIJKE, "photo", caption="kijk")
    schemas = (await started.http.get("/openapi.json")).json()["components"]["schemas"]
    chat = await started.sees(MARIJKE)
    person = (await started.http.get("/people")).json()[0]

    assert set(schemas["Chat"]["required"]) == chat.keys()
    assert set(schemas["Message"]["required"]) == chat["messages"][-1].keys()
    assert set(schemas["File"]["properties"]) == chat["messages"][-1]["file"].keys()
    assert set(schemas["Person"]["required"]) == person.keys()
    assert set(schemas["Clock"]["required"]) == (await started.http.get("/clock")).json().keys()
    assert set(schemas["Story"]["required"]) == (await started.http.get("/story")).json().keys()
    assert set(schemas["Limits"]["properties"]) == (await started.http.get("/limits")).json().keys()


def test_every_reference_in_the_description_leads_somewhere() -> None:
    described = description()

    references = set(re.findall(r'"#/components/schemas/(\w+)"', json.dumps(described)))

    assert references <= described["components"]["schemas"].keys()


async def test_the_page_and_what_belongs_to_it_are_served(playground: Playground) -> None:
    page = await playground.http.get("/")
    nothing = await playground.http.get("/static/../world.py")
    icon = await playground.http.get("/static/icon.svg")

    assert page.status_code == 200
    assert page.headers["content-type"].startswith("text/html")
    assert nothing.status_code == 404
    assert (icon.status_code, icon.headers["cache-control"]) == (200, "no-cache")


async def test_a_missing_page_is_a_plain_sentence(playground: Playground, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(application, "STATIC", application.STATIC / "nowhere")

    page = await playground.http.get("/")

    assert "its page" in page.text


@pytest.mark.parametrize(("method", "path"), [("GET", "/nergens"), ("DELETE", "/people")])
async def test_a_route_that_is_not_there_is_refused_with_a_sentence(
    playground: Playground, method: str, path: str
) -> None:
    answer = await playground.http.request(method, path)

    assert answer.status_code in (404, 405)
    assert answer.json()["error"].endswith(".")


async def told(lines: AsyncIterator[str]) -> JsonObject:
    async for line in lines:
        if line.startswith("data: "):
            news: JsonObject = json.loads(line.removeprefix("data: "))
            return news
    raise AssertionError("the stream ended")


async def test_live_news_tell_what_changed_for_whom(served: Playground) -> None:
    news = []
    async with httpx.AsyncClient(base_url=served.address, timeout=5) as page, page.stream("GET", "/events") as events:
        lines = events.aiter_lines()
        await served.did(MARIJKE, "start")
        news.append(await told(lines))
        sent = await served.result("sendMessage", chat_id=MARIJKE, text="een")
        news.append(await told(lines))
        await served.result("editMessageText", chat_id=MARIJKE, message_id=sent["message_id"], text="twee")
        news.append(await told(lines))
        await served.result("sendChatAction", chat_id=MARIJKE, action="typing")
        news.append(await told(lines))
        await served.did(MARIJKE, "read")
        news.append(await told(lines))
        await served.result("deleteMessage", chat_id=MARIJKE, message_id=sent["message_id"])
        news.append(await told(lines))
        await served.http.post("/clock/forward", json={"seconds": 60})
        news.append(await told(lines))

    assert [(item["kind"], item["person"], item["chat"]) for item in news] == [
        ("message", MARIJKE, MARIJKE),
        ("message", MARIJKE, MARIJKE),
        ("edit", MARIJKE, MARIJKE),
        ("typing", MARIJKE, MARIJKE),
        ("read", MARIJKE, MARIJKE),
        ("delete", MARIJKE, MARIJKE),
        ("clock", None, None),
    ]


async def test_a_page_that_is_closed_is_forgotten(served: Playground) -> None:
    events = served.world.events
    async with httpx.AsyncClient(base_url=served.address, timeout=5) as page, page.stream("GET", "/events"):
        await until(lambda: events.listeners == 1)

    await until(lambda: events.listeners == 0)


async def test_a_page_that_does_not_read_is_cut_off(playground: Playground, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("playground.events.BACKLOG", 3)
    stream = playground.world.events.stream()
    await anext(stream)

    for _ in range(5):
        playground.world.events.tell("clock")

    lines = [line async for line in stream]
    await asyncio.sleep(0)
    assert len(lines) == 3
    assert playground.world.events.listeners == 0
