import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import httpx
import pytest

from playground.shapes import JsonObject
from tests.playground.conftest import MARIJKE, Playground, until

HOUR = timedelta(hours=1)


class IdleBot:
    """A bot that has appointments: it does each when the clock has come to it, and reports when it is idle."""

    def __init__(self, playground: Playground, *appointments: timedelta) -> None:
        self._playground = playground
        now = playground.world.clock.now()
        self.due = [now + ahead for ahead in appointments]
        self.done: list[datetime] = []
        self.last_update_id = 0
        self.lazy = False
        # How many due moments it had seen when it heard of a poll, and when that was.
        self.heard: list[tuple[int, datetime]] = []

    async def live(self) -> None:
        version = 0
        while True:
            if not self.lazy:
                self._keep_appointments()
            await self._handle_updates()
            answer = await self._playground.http.post(
                "/clock/idle",
                json={
                    "seen": version,
                    "next_due": self.due[0].isoformat() if self.due else None,
                    "last_update_id": self.last_update_id or None,
                },
            )
            version = answer.json()["version"]

    def _keep_appointments(self) -> None:
        while self.due and self.due[0] <= self._playground.world.clock.now():
            self.done.append(self.due.pop(0))

    async def _handle_updates(self) -> None:
        for update in await self._playground.updates(offset=self.last_update_id + 1 if self.last_update_id else 0):
            self.last_update_id = update["update_id"]
            if "poll" in update:
                self.heard.append((len(self.done) + 1, self._playground.world.clock.now()))


async def forward(playground: Playground, **body: object) -> httpx.Response:
    return await playground.http.post("/clock/forward", json=body)


@pytest.fixture
async def idle_bot(started: Playground) -> AsyncIterator[IdleBot]:
    bot = IdleBot(started, HOUR, 3 * HOUR, 30 * HOUR)
    living = asyncio.create_task(bot.live())
    yield bot
    living.cancel()
    await asyncio.gather(living, return_exceptions=True)


async def clock(playground: Playground) -> JsonObject:
    answer: JsonObject = (await playground.http.get("/clock")).json()
    return answer


async def test_the_clock_runs_with_real_time(playground: Playground) -> None:
    told = datetime.fromisoformat((await clock(playground))["now"])

    assert abs((datetime.now(UTC) - told).total_seconds()) < 5


async def test_without_a_bot_the_clock_jumps_at_once(playground: Playground) -> None:
    before = await clock(playground)

    answer = (await forward(playground, seconds=86400)).json()

    after = await clock(playground)
    moved = datetime.fromisoformat(after["now"]) - datetime.fromisoformat(before["now"])
    assert answer["bot"] is False
    assert (answer["visited"], after["version"]) == ([], before["version"] + 1)
    assert timedelta(days=1) <= moved < timedelta(days=1, seconds=5)


async def test_messages_carry_the_time_of_the_clock(started: Playground) -> None:
    await forward(started, to="2030-03-01T09:00:00+01:00")

    message = await started.result("sendMessage", chat_id=MARIJKE, text="later")

    assert datetime.fromtimestamp(message["date"], UTC).strftime("%Y-%m-%d %H:%M") == "2030-03-01 08:00"


async def test_each_due_moment_is_visited_in_order(started: Playground, idle_bot: IdleBot) -> None:
    appointments = list(idle_bot.due)

    answer = (await forward(started, seconds=24 * 3600, timeout=10)).json()

    assert answer["bot"] is True
    assert [datetime.fromisoformat(moment) for moment in answer["visited"]] == appointments[:2]
    assert idle_bot.done == appointments[:2]
    assert datetime.fromisoformat(answer["now"]) >= appointments[0] + 23 * HOUR


async def test_on_the_way_the_clock_stops_where_a_poll_closes(started: Playground, idle_bot: IdleBot) -> None:
    appointments = list(idle_bot.due)
    poll = await started.result(
        "sendPoll", chat_id=MARIJKE, question="Wanneer?", options=[{"text": "di"}], open_period=2 * 3600
    )

    answer = (await forward(started, seconds=24 * 3600, timeout=10)).json()

    assert [datetime.fromisoformat(moment) for moment in answer["visited"]] == appointments[:2]
    closed_at = datetime.fromtimestamp(poll["poll"]["close_date"], UTC)
    assert [number for number, _ in idle_bot.heard] == [2]
    assert abs(idle_bot.heard[0][1] - closed_at) < timedelta(minutes=1)


async def test_the_next_due_moment_can_be_gone_to(started: Playground, idle_bot: IdleBot) -> None:
    appointments = list(idle_bot.due)

    answer = (await forward(started, next=True, timeout=10)).json()

    assert answer["visited"] == [appointments[0].isoformat()]
    assert idle_bot.done == appointments[:1]


async def test_a_bot_that_does_not_do_what_is_due_is_named(started: Playground, idle_bot: IdleBot) -> None:
    idle_bot.lazy = True

    answer = await forward(started, seconds=7200, timeout=10)

    assert answer.status_code == 504
    assert "leaves undone" in answer.json()["error"]


async def test_settling_waits_until_every_update_was_received(started: Playground, idle_bot: IdleBot) -> None:
    settled = await started.http.post("/clock/settle", json={"timeout": 5})
    await started.did(MARIJKE, "messages", text="hallo")

    waiting = (await clock(started))["idle"]

    assert settled.status_code == 200
    assert settled.json()["next_due"] == idle_bot.due[0].isoformat()
    assert waiting is False


@pytest.mark.parametrize("last_update_id", [None, 518204001])
async def test_an_idle_report_lapses_when_a_newer_update_was_handed_out(
    started: Playground, last_update_id: int | None
) -> None:
    report = asyncio.create_task(started.http.post("/clock/idle", json={"seen": 1, "last_update_id": last_update_id}))
    await until(lambda: started.world.clock.idle)

    await started.did(MARIJKE, "messages", text="nieuw")
    waiting = started.world.clock.idle
    update = (await started.updates())[0]
    handed_out = started.world.clock.idle
    await started.updates(offset=update["update_id"] + 1)
    confirmed = started.world.clock.idle

    assert (waiting, handed_out, confirmed) == (False, False, False)
    report.cancel()


async def test_a_bot_with_a_call_running_is_not_idle(started: Playground) -> None:
    report = asyncio.create_task(started.http.post("/clock/idle", json={"seen": 1, "last_update_id": 10**9}))
    await until(lambda: started.world.clock.idle)

    started.world.calls_running += 1
    busy = started.world.clock.idle
    started.world.calls_running -= 1

    assert (busy, started.world.clock.idle) == (False, True)
    report.cancel()


async def test_settling_without_a_bot_times_out_with_a_sentence(playground: Playground) -> None:
    answer = await playground.http.post("/clock/settle", json={"timeout": 0.05})

    assert answer.status_code == 504
    assert answer.json() == {"error": "The bot did not become idle in time."}


async def test_a_report_for_an_older_version_is_answered_at_once(playground: Playground) -> None:
    await forward(playground, seconds=60)

    answer = await playground.http.post("/clock/idle", json={"seen": 1, "next_due": None, "last_update_id": None})

    assert answer.json()["version"] == 2
    assert (await clock(playground))["idle"] is False


async def test_a_waiting_report_is_answered_when_the_clock_moves(playground: Playground) -> None:
    report = asyncio.create_task(playground.http.post("/clock/idle", json={"seen": 1}))
    await until(lambda: playground.world.clock.bot_listens)

    playground.world.clock.jump(datetime(2030, 1, 1, tzinfo=UTC))

    assert (await report).json()["version"] == 2


async def test_a_bot_that_was_killed_no_longer_holds_the_clock(served: Playground) -> None:
    async with httpx.AsyncClient(base_url=served.address) as killed:
        with pytest.raises(httpx.ReadTimeout):
            await killed.post("/clock/idle", json={"seen": 1}, timeout=0.1)
    await until(lambda: not served.world.clock.bot_listens)

    answer = (await forward(served, seconds=3600, timeout=5)).json()

    assert answer["bot"] is False


async def test_a_report_that_was_answered_no_longer_counts(
    playground: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("playground.clock.LONG_POLL_SECONDS", 0.05)

    answer = await playground.http.post("/clock/idle", json={"seen": 1})

    assert answer.json()["version"] == 1
    assert (await clock(playground))["idle"] is False


async def test_one_move_at_a_time(started: Playground) -> None:
    report = asyncio.create_task(started.http.post("/clock/idle", json={"seen": 1, "last_update_id": None}))
    await until(lambda: started.world.clock.bot_listens)
    first = asyncio.create_task(forward(started, seconds=60, timeout=0.3))
    await until(lambda: started.world.clock.as_json()["moving"])

    second = await forward(started, seconds=60)

    assert second.status_code == 409
    assert (await first).status_code == 504
    report.cancel()


@pytest.mark.parametrize(
    "body", [{}, {"seconds": 1, "next": True}, {"to": "2001-01-01T00:00:00Z"}, {"to": "morgen"}, {"seconds": "een"}]
)
async def test_a_move_that_makes_no_sense_is_refused(playground: Playground, body: JsonObject) -> None:
    answer = await forward(playground, **body)

    assert answer.status_code == 400
