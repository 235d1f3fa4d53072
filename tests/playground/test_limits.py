import pytest

from playground.errors import ApiError
from playground.limits import Limits
from tests.playground.conftest import MARIJKE, Playground

GROUP = -1001234567890


class Stopwatch:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def stopwatch() -> Stopwatch:
    return Stopwatch()


@pytest.fixture
def limits(stopwatch: Stopwatch) -> Limits:
    return Limits(enforced=True, now=stopwatch)


def retry_after(limits: Limits, chat_id: int, *, method: str = "sendMessage", group: bool = False) -> int | None:
    """Seconds to wait, None when the call was admitted."""
    try:
        limits.admit(method, chat_id, group=group)
    except ApiError as error:
        return int((error.parameters or {})["retry_after"])
    return None


def test_thirty_a_second_go_out_in_all(limits: Limits, stopwatch: Stopwatch) -> None:
    admitted = [retry_after(limits, chat) for chat in range(31)]
    stopwatch.now += 1.0

    assert admitted == [None] * 30 + [1]
    assert retry_after(limits, 31) is None
    assert limits.incidents == 1


def test_the_second_slides(limits: Limits, stopwatch: Stopwatch) -> None:
    for chat in range(30):
        retry_after(limits, chat)
        stopwatch.now += 0.02

    stopwatch.now += 0.3
    over = retry_after(limits, 99)
    stopwatch.now += 0.11

    assert over == 1
    assert retry_after(limits, 99) is None


def test_one_a_second_goes_to_a_private_chat(limits: Limits, stopwatch: Stopwatch) -> None:
    first = retry_after(limits, MARIJKE)
    stopwatch.now += 0.9
    too_soon = retry_after(limits, MARIJKE)
    stopwatch.now += 0.2
    again = retry_after(limits, MARIJKE)

    assert (first, too_soon, again) == (None, 1, None)


def test_twenty_a_minute_go_to_a_group_edits_too(limits: Limits, stopwatch: Stopwatch) -> None:
    for number in range(20):
        assert retry_after(limits, GROUP, group=True, method=("sendMessage", "editMessageText")[number % 2]) is None
        stopwatch.now += 1

    assert retry_after(limits, GROUP, group=True) == 40


@pytest.mark.parametrize("method", ["editMessageText", "answerCallbackQuery", "sendChatAction", "getMe"])
def test_what_sends_no_message_does_not_count(limits: Limits, method: str) -> None:
    assert [retry_after(limits, MARIJKE, method=method) for _ in range(50)] == [None] * 50


def test_what_is_refused_does_not_count(limits: Limits, stopwatch: Stopwatch) -> None:
    for _ in range(10):
        retry_after(limits, MARIJKE)
        stopwatch.now += 0.05

    stopwatch.now += 0.6

    assert retry_after(limits, MARIJKE) is None


async def test_over_the_limit_telegram_says_when_to_come_back(started: Playground) -> None:
    await started.http.put("/limits", json={"enforced": True})
    await started.result("sendMessage", chat_id=MARIJKE, text="een")

    answer = await started.bot("sendMessage", chat_id=MARIJKE, text="twee")

    assert answer == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 1",
        "parameters": {"retry_after": 1},
    }
    assert (await started.http.get("/limits")).json()["incidents"] == 1
    assert len((await started.sees(MARIJKE))["messages"]) == 2


async def test_limits_can_be_changed_and_lifted(started: Playground) -> None:
    changed = (await started.http.put("/limits", json={"enforced": True, "chat_per_second": 3})).json()
    sent = [await started.bot("sendMessage", chat_id=MARIJKE, text=str(n)) for n in range(4)]
    await started.http.put("/limits", json={"enforced": False})
    free = await started.bot("sendMessage", chat_id=MARIJKE, text="vrij")

    assert changed["chat_per_second"] == 3
    assert [answer["ok"] for answer in sent] == [True, True, True, False]
    assert free["ok"]


async def test_a_group_takes_twenty_a_minute_and_votes_do_not_count(started: Playground) -> None:
    group = await started.makes_group(MARIJKE)
    await started.http.put("/limits", json={"enforced": True})
    poll = await started.result("sendPoll", chat_id=group, question="?", options=[{"text": "ja"}])
    sent = await started.result("sendMessage", chat_id=group, text="0")
    for number in range(18):
        await started.result("editMessageText", chat_id=group, message_id=sent["message_id"], text=str(number + 1))
    await started.did(MARIJKE, "votes", within=group, message_id=poll["message_id"], options=["ja"])

    over = await started.bot("sendMessage", chat_id=group, text="te veel")
    stopped = await started.bot("stopPoll", chat_id=group, message_id=poll["message_id"])

    assert over["error_code"] == 429
    assert 1 <= over["parameters"]["retry_after"] <= 60
    assert stopped["ok"]
