import asyncio

import httpx
import pytest

from playground.shapes import JsonObject
from tests.playground.conftest import JEROEN, MARIJKE, TOKEN, Playground, until


async def let_fail(playground: Playground, **fault: object) -> int:
    answer = await playground.http.post("/faults", json=fault)
    assert answer.status_code == 201, answer.text
    number: int = answer.json()["id"]
    return number


async def send(playground: Playground, text: str) -> httpx.Response:
    return await playground.http.post(f"/bot{TOKEN}/sendMessage", data={"chat_id": MARIJKE, "text": text})


async def texts(playground: Playground) -> list[str]:
    return [message["text"] for message in (await playground.sees(MARIJKE))["messages"] if not message["outgoing"]]


@pytest.fixture
async def connected(served: Playground) -> Playground:
    await served.did(MARIJKE, "start")
    return served


@pytest.mark.parametrize(
    ("kind", "code", "description"),
    [
        ("429", 429, "Too Many Requests: retry after 7"),
        ("500", 500, "Internal Server Error"),
        ("502", 502, "Bad Gateway"),
        ("forbidden", 403, "Forbidden: bot was blocked by the user"),
    ],
)
async def test_an_error_comes_as_often_as_asked(started: Playground, kind: str, code: int, description: str) -> None:
    await let_fail(started, kind=kind, times=2, retry_after=7)

    answers = [await started.bot("sendMessage", chat_id=MARIJKE, text=str(n)) for n in range(3)]

    assert [answer.get("error_code") for answer in answers] == [code, code, None]
    assert answers[0]["description"] == description
    assert await texts(started) == ["2"]
    assert (await started.http.get("/faults")).json()[0]["count"] == 2


async def test_a_fault_keeps_to_its_method_and_its_chat(started: Playground) -> None:
    await started.did(JEROEN, "start")
    await let_fail(started, kind="500", method="sendMessage", chat_id=MARIJKE)

    answers = [
        await started.bot("sendMessage", chat_id=MARIJKE, text="x"),
        await started.bot("sendMessage", chat_id=JEROEN, text="x"),
        await started.bot("sendChatAction", chat_id=MARIJKE, action="typing"),
        await started.bot("getUpdates"),
    ]

    assert [answer["ok"] for answer in answers] == [False, True, True, True]


async def test_a_fault_is_removed_or_all_are_cleared(started: Playground) -> None:
    first = await let_fail(started, kind="500")
    await let_fail(started, kind="502")

    await started.http.delete(f"/faults/{first}")
    left = [fault["kind"] for fault in (await started.http.get("/faults")).json()]
    await started.http.delete("/faults")

    assert left == ["502"]
    assert (await started.bot("getMe"))["ok"]
    assert (await started.http.delete("/faults/99")).status_code == 404


@pytest.mark.parametrize(("kind", "delivered"), [("drop_before", []), ("drop_after", ["x"])])
async def test_a_connection_is_dropped_before_or_after_delivery(
    connected: Playground, kind: str, delivered: list[str]
) -> None:
    await let_fail(connected, kind=kind, times=1)

    with pytest.raises(httpx.TransportError):
        await send(connected, "x")

    assert await texts(connected) == delivered
    assert (await send(connected, "y")).status_code == 200


@pytest.mark.parametrize(("kind", "delivered"), [("timeout_before", []), ("timeout_after", ["x"])])
async def test_a_call_hangs_before_or_after_delivery(connected: Playground, kind: str, delivered: list[str]) -> None:
    await let_fail(connected, kind=kind, times=1, seconds=30)

    with pytest.raises(httpx.ReadTimeout):
        await connected.http.post(f"/bot{TOKEN}/sendMessage", data={"chat_id": MARIJKE, "text": "x"}, timeout=0.2)

    assert await texts(connected) == delivered


async def test_an_error_is_lost_as_well_when_the_answer_is_dropped(connected: Playground) -> None:
    await let_fail(connected, kind="drop_after", times=1)

    with pytest.raises(httpx.TransportError):
        await send(connected, "")

    entry = (await connected.http.get("/journal")).json()["entries"][-1]
    assert (entry["ok"], entry["description"]) == (False, "Bad Request: message text is empty")


async def test_the_journal_tells_of_a_call_that_was_cut_off(connected: Playground) -> None:
    await let_fail(connected, kind="drop_before", times=1)

    with pytest.raises(httpx.TransportError):
        await send(connected, "x")

    entry = (await connected.http.get("/journal")).json()["entries"][-1]
    assert (entry["ok"], entry["error_code"], entry["description"]) == (False, None, "fault: drop_before")


async def test_a_hanging_call_keeps_nobody_else_waiting(connected: Playground) -> None:
    await let_fail(connected, kind="timeout_before", times=1, seconds=0.2)
    hanging = asyncio.create_task(send(connected, "hangt"))
    await until(lambda: connected.world.faults.as_json()[0]["count"] == 1)

    other = await send(connected, "gaat door")

    assert other.status_code == 200
    assert not hanging.done()
    with pytest.raises(httpx.TransportError):
        await hanging


async def test_an_outage_ends_open_polls_and_refuses_all_until_it_is_over(connected: Playground) -> None:
    await connected.updates(offset=connected.world.queue.last_update_id + 1)
    open_poll = asyncio.create_task(connected.http.post(f"/bot{TOKEN}/getUpdates", data={"timeout": 20}))
    await until(lambda: connected.world.queue.poll_open)

    fault = await let_fail(connected, kind="outage")

    with pytest.raises(httpx.TransportError):
        await open_poll
    with pytest.raises(httpx.TransportError):
        await send(connected, "x")
    await connected.http.delete(f"/faults/{fault}")
    assert (await send(connected, "y")).status_code == 200


async def test_updates_come_twice_even_when_they_were_confirmed(started: Playground) -> None:
    await let_fail(started, kind="duplicate_updates", times=1)
    await started.did(MARIJKE, "messages", text="dubbel")

    first = await started.updates()
    second = await started.updates(offset=first[-1]["update_id"] + 1)
    third = await started.updates(offset=first[-1]["update_id"] + 1)

    assert len(first) == 1
    assert (second, third) == (first, [])


async def test_updates_come_out_of_order(started: Playground) -> None:
    await let_fail(started, kind="reorder_updates", times=1)
    await started.did(MARIJKE, "messages", text="een")
    await started.did(MARIJKE, "messages", text="twee")

    disordered = await started.updates()
    ordered = await started.updates()

    assert [update["message"]["text"] for update in disordered] == ["twee", "een"]
    assert [update["message"]["text"] for update in ordered] == ["een", "twee"]


async def test_a_lone_update_is_held_until_there_is_one_to_swap_it_with(started: Playground) -> None:
    await let_fail(started, kind="reorder_updates", times=1, seconds=10)
    await started.did(MARIJKE, "messages", text="een")
    poll = asyncio.create_task(started.updates(timeout=10))
    await until(lambda: started.world.queue.poll_open)

    await started.did(MARIJKE, "messages", text="twee")

    assert [update["message"]["text"] for update in await poll] == ["twee", "een"]


@pytest.mark.parametrize("fault", [{}, {"kind": "pest"}, {"kind": "500", "soms": True}, {"kind": "500", "times": "x"}])
async def test_a_fault_that_makes_no_sense_is_refused(playground: Playground, fault: JsonObject) -> None:
    answer = await playground.http.post("/faults", json=fault)

    assert answer.status_code == 400
    assert answer.json()["error"].endswith(".")


async def test_the_journal_tells_every_call_but_empty_polls(started: Playground) -> None:
    start = (await started.http.get("/journal")).json()["next"]
    await started.result("sendMessage", chat_id=MARIJKE, text="geheim", parse_mode="HTML")
    await started.bot("sendMessage", chat_id=MARIJKE, text="")
    await started.updates()

    journal = (await started.http.get(f"/journal?after={start}")).json()

    told = [(entry["method"], entry["ok"], entry["error_code"], entry["fields"]) for entry in journal["entries"]]
    assert told == [
        ("sendMessage", True, None, ["chat_id", "parse_mode", "text"]),
        ("sendMessage", False, 400, ["chat_id", "text"]),
    ]
    assert [entry["n"] for entry in journal["entries"]] == [start + 1, start + 2]
    assert journal["next"] == start + 2
    assert journal["entries"][1]["description"] == "Bad Request: message text is empty"
    assert "geheim" not in str(journal)


async def test_a_group_forbids_in_the_words_of_a_group(started: Playground) -> None:
    group = await started.makes_group(MARIJKE)
    await let_fail(started, kind="forbidden", chat_id=group, times=1)

    refused = await started.refusal("sendMessage", chat_id=group, text="Hallo")
    private = await started.bot("sendMessage", chat_id=MARIJKE, text="Hallo")

    assert refused == "Forbidden: bot was kicked from the group chat"
    assert private["ok"]
