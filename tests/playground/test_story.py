"""What the page tells of a story that plays, and a viewer who holds it."""

import asyncio

import httpx

from tests.playground.conftest import MARIJKE, Playground, until
from tests.playground.test_app import told


async def test_without_a_story_there_is_nothing_to_tell(playground: Playground) -> None:
    story = (await playground.http.get("/story")).json()

    assert story == {"state": "none", "caption": None, "person": None, "chat": None}


async def test_a_caption_and_who_acts_are_shown_and_told_to_the_page(served: Playground) -> None:
    async with httpx.AsyncClient(base_url=served.address, timeout=5) as page, page.stream("GET", "/events") as events:
        await served.http.post("/story", json={"caption": "Marijke meldt zich aan", "person": MARIJKE, "chat": -5})
        news = await told(events.aiter_lines())

    assert (news["kind"], news["person"]) == ("story", MARIJKE)
    assert (await served.http.get("/story")).json() == {
        "state": "playing",
        "caption": "Marijke meldt zich aan",
        "person": MARIJKE,
        "chat": -5,
    }


async def test_a_story_may_go_on_at_once_unless_a_viewer_holds_it(playground: Playground) -> None:
    await playground.http.post("/story", json={"caption": "Marijke meldt zich aan"})
    before = await playground.http.post("/story/wait")
    await playground.http.post("/story/pause")

    held = await playground.http.post("/story/wait", json={"timeout": 0.01})
    waiting = asyncio.create_task(playground.http.post("/story/wait"))
    await asyncio.sleep(0)
    resumed = await playground.http.post("/story/resume")

    assert before.status_code == 200
    assert (held.status_code, held.json()) == (504, {"error": "A viewer holds the story."})
    assert resumed.json()["state"] == "playing"
    assert (await waiting).status_code == 200


async def test_a_story_that_is_held_stays_held_by_its_next_caption(playground: Playground) -> None:
    await playground.http.post("/story", json={"caption": "Een"})
    await playground.http.post("/story/pause")

    told_on = await playground.http.post("/story", json={"caption": "Twee"})

    assert told_on.json()["state"] == "paused"


async def test_a_story_that_is_over_can_be_held_no_more(playground: Playground) -> None:
    await playground.http.post("/story", json={"caption": "Uit", "over": True})

    refused = await playground.http.post("/story/pause")

    assert (refused.status_code, refused.json()["error"]) == (409, "No story plays now.")
    assert (await playground.http.post("/story/wait")).status_code == 200


async def test_a_story_that_is_taken_away_leaves_nothing_to_tell(playground: Playground) -> None:
    await playground.http.post("/story", json={"caption": "Een", "person": MARIJKE})

    await playground.http.delete("/story")

    assert (await playground.http.get("/story")).json() == {
        "state": "none",
        "caption": None,
        "person": None,
        "chat": None,
    }


async def test_a_caption_of_somebody_who_does_not_exist_is_refused(playground: Playground) -> None:
    refused = await playground.http.post("/story", json={"caption": "Wie?", "person": 1})

    assert refused.status_code == 404


async def test_who_waits_for_a_held_story_is_let_go_when_the_playground_stops(playground: Playground) -> None:
    await playground.http.post("/story", json={"caption": "Een"})
    await playground.http.post("/story/pause")
    waiting = asyncio.create_task(playground.world.narration.until_it_may_go_on(60))
    await until(lambda: not waiting.done())

    playground.world.narration.close()

    await asyncio.wait_for(waiting, 5)
