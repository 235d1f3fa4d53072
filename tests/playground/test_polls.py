"""Native polls: what Telegram takes, how people vote, and what the bot is told."""

import pytest

from playground.shapes import Json, JsonObject
from tests.playground.conftest import JEROEN, MARIJKE, WILLEM, Playground, until

OPTIONS = [{"text": "di 3 maart, 12.00 uur"}, {"text": "do 5 maart, 12.00 uur"}, {"text": "op geen van deze"}]
OPEN: JsonObject = {
    "question": "Welke data passen?",
    "options": OPTIONS,
    "is_anonymous": False,
    "allows_multiple_answers": True,
}
MONTH = 2_628_000


@pytest.fixture
async def group(started: Playground) -> int:
    number = await started.makes_group(MARIJKE, JEROEN)
    await started.news()
    return number


async def asked(playground: Playground, group: int, **fields: Json) -> JsonObject:
    message: JsonObject = await playground.result("sendPoll", chat_id=group, **{**OPEN, **fields})
    return message


async def votes(playground: Playground, person: int, group: int, message: JsonObject, *options: str | int) -> None:
    await playground.did(person, "votes", within=group, message_id=message["message_id"], options=options)


async def test_a_vote_its_change_and_its_taking_back_reach_the_bot(started: Playground, group: int) -> None:
    message = await asked(started, group)
    await votes(started, JEROEN, group, message, "do 5 maart, 12.00 uur", 0)
    await votes(started, JEROEN, group, message, 1)
    await votes(started, JEROEN, group, message)

    told = await started.news()

    answers = [update["poll_answer"] for update in told if "poll_answer" in update]
    assert [answer["option_ids"] for answer in answers] == [[0, 1], [1], []]
    ids = [option["persistent_id"] for option in message["poll"]["options"]]
    assert [answer["option_persistent_ids"] for answer in answers] == [ids[:2], ids[1:2], []]
    assert {answer["user"]["id"] for answer in answers} == {JEROEN}
    assert [update["poll"]["total_voter_count"] for update in told if "poll" in update] == [1, 1, 0]


async def test_the_same_vote_again_tells_nothing(started: Playground, group: int) -> None:
    message = await asked(started, group)
    await votes(started, JEROEN, group, message, 0)
    await started.news()

    await votes(started, JEROEN, group, message, 0)

    assert await started.news() == []


async def test_people_see_counts_and_names_and_their_own_choice(started: Playground, group: int) -> None:
    message = await asked(started, group)
    await votes(started, JEROEN, group, message, 0, 2)
    await votes(started, MARIJKE, group, message, 0)

    shown = (await started.sees(MARIJKE, group))["messages"][-1]

    assert shown["kind"] == "poll"
    options = shown["poll"]["options"]
    assert [option["voter_count"] for option in options] == [2, 0, 1]
    assert [option["chosen"] for option in options] == [True, False, False]
    assert [len(option["voters"]) for option in options] == [2, 0, 1]


async def test_an_anonymous_poll_tells_counts_and_no_names(started: Playground, group: int) -> None:
    message = await asked(started, group, is_anonymous=True)

    await votes(started, JEROEN, group, message, 0)

    (told,) = await started.news()
    assert told["poll"]["options"][0]["voter_count"] == 1
    shown = (await started.sees(JEROEN, group))["messages"][-1]["poll"]
    assert shown["options"][0]["voters"] == []


async def test_hidden_results_show_when_the_poll_closes(started: Playground, group: int) -> None:
    message = await asked(started, group, hide_results_until_closes=True)
    await votes(started, JEROEN, group, message, 0)
    before = (await started.sees(MARIJKE, group))["messages"][-1]["poll"]

    stopped = await started.result("stopPoll", chat_id=group, message_id=message["message_id"])

    assert (before["results_hidden"], before["options"][0]["voter_count"]) == (True, 0)
    assert stopped["options"][0]["voter_count"] == 1


async def test_an_administrator_who_stays_anonymous_votes_as_the_group(started: Playground, group: int) -> None:
    supergroup = await started.manages(MARIJKE, group, "anonymous", anonymous=True)
    message = await asked(started, supergroup)
    await started.news()

    await votes(started, MARIJKE, supergroup, message, 1)

    (answer,) = await started.news("poll_answer")
    assert "user" not in answer
    assert answer["voter_chat"]["id"] == supergroup
    shown = (await started.sees(MARIJKE, supergroup))["messages"][-1]["poll"]
    assert (shown["options"][1]["chosen"], shown["options"][1]["voters"]) == (True, ["Intervisie 12"])


async def test_a_stopped_poll_takes_no_more_votes_and_cannot_be_stopped_again(started: Playground, group: int) -> None:
    message = await asked(started, group)
    await votes(started, JEROEN, group, message, 0)
    await started.news()

    stopped = await started.result("stopPoll", chat_id=group, message_id=message["message_id"])

    late = await started.does(MARIJKE, "votes", within=group, message_id=message["message_id"], options=[0])
    assert (stopped["is_closed"], stopped["total_voter_count"]) == (True, 1)
    assert (late.status_code, late.json()["error"]) == (409, "This poll is closed.")
    assert [poll["is_closed"] for poll in await started.news("poll")] == [True]
    again = await started.refusal("stopPoll", chat_id=group, message_id=message["message_id"])
    assert again == "Bad Request: poll has already been closed"


async def test_what_is_no_poll_cannot_be_stopped(started: Playground, group: int) -> None:
    text = await started.result("sendMessage", chat_id=group, text="geen stemming")
    message = await asked(started, group)
    deleted = await started.http.delete(f"/people/{MARIJKE}/chats/{group}/messages/{message['message_id']}")

    refusals = [
        await started.refusal("stopPoll", chat_id=group, message_id=text["message_id"]),
        await started.refusal("stopPoll", chat_id=group, message_id=message["message_id"]),
    ]

    assert deleted.status_code == 200
    assert refusals == [
        "Bad Request: message is not a poll",
        "Bad Request: message with poll to stop not found",
    ]


async def test_a_poll_whose_time_is_over_closes_by_itself(started: Playground, group: int) -> None:
    message = await asked(started, group, open_period=600)
    await asked(started, group, close_date=started.world.clock.unix() + 3600)

    await started.http.post("/clock/forward", json={"seconds": 601})

    (closed,) = await started.news("poll")
    assert closed["id"] == message["poll"]["id"]
    assert closed["is_closed"]
    late = await started.does(JEROEN, "votes", within=group, message_id=message["message_id"], options=[0])
    assert late.status_code == 409


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"allows_multiple_answers": False}, "This poll takes one answer only."),
        ({"allows_revoting": False}, "A vote in this poll cannot be changed."),
    ],
)
async def test_a_vote_that_the_poll_does_not_allow_is_refused(
    started: Playground, group: int, fields: JsonObject, sentence: str
) -> None:
    message = await asked(started, group, **fields)
    await votes(started, JEROEN, group, message, 0)

    answer = await started.does(JEROEN, "votes", within=group, message_id=message["message_id"], options=[1, 2])

    assert answer.json()["error"] == sentence


async def test_an_option_that_is_not_there_is_named_with_those_that_are(started: Playground, group: int) -> None:
    message = await asked(started, group, options=OPTIONS[:1])

    answer = await started.does(JEROEN, "votes", within=group, message_id=message["message_id"], options=["zaterdag"])

    assert answer.status_code == 404
    assert "“di 3 maart, 12.00 uur”" in answer.json()["error"]


async def test_who_is_not_in_the_group_cannot_vote(started: Playground, group: int) -> None:
    message = await asked(started, group)

    answer = await started.does(WILLEM, "votes", within=group, message_id=message["message_id"], options=[0])

    assert answer.status_code == 404


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"question": " "}, "poll question must be non-empty"),
        ({"question": "x" * 301}, "poll question length must not exceed 300"),
        ({"options": []}, "poll must have at least 1 option"),
        ({"options": [{"text": str(n)} for n in range(13)]}, "poll can't have more than 12 options"),
        ({"options": [{"text": ""}]}, "poll options must be non-empty"),
        ({"options": [{"text": "x" * 101}]}, "poll options length must not exceed 100"),
        ({"description": "x" * 1025}, "poll description length must not exceed 1024"),
        ({"open_period": 4}, f"open_period must be from 5 to {MONTH} seconds ahead"),
        ({"open_period": MONTH + 1}, f"open_period must be from 5 to {MONTH} seconds ahead"),
        ({"close_date": 1}, f"close_date must be from 5 to {MONTH} seconds ahead"),
        ({"open_period": 60, "close_date": 4_000_000_000}, "can't use both open_period and close_date"),
        ({"members_only": True}, "members_only can be used only in channel chats"),
        ({"country_codes": ["NL"]}, "country_codes can be used only in channel chats"),
        ({"type": "enquête"}, "unsupported poll type specified"),
        ({"type": "quiz"}, "wrong correct option ID specified"),
        ({"type": "quiz", "correct_option_ids": [3]}, "wrong correct option ID specified"),
        ({"type": "quiz", "correct_option_ids": [1, 0]}, "wrong correct option ID specified"),
        ({"correct_option_ids": [0]}, "correct option can be specified only for quiz polls"),
        ({"explanation": "omdat"}, "explanation can be specified only for quiz polls"),
        ({"allow_adding_options": True, "is_anonymous": True}, "options can't be added to anonymous polls"),
    ],
)
async def test_a_poll_that_telegram_refuses(started: Playground, group: int, fields: JsonObject, problem: str) -> None:
    description = await started.refusal("sendPoll", chat_id=group, **{**OPEN, **fields})

    assert description == f"Bad Request: {problem}"


async def test_the_largest_poll_is_taken(started: Playground, group: int) -> None:
    message = await asked(
        started,
        group,
        question="q" * 300,
        description="d" * 1024,
        options=[{"text": f"{number:0100}"} for number in range(12)],
        open_period=MONTH,
    )

    poll = message["poll"]
    assert (len(poll["question"]), len(poll["description"]), len(poll["options"])) == (300, 1024, 12)
    assert len({option["persistent_id"] for option in poll["options"]}) == 12
    assert poll["open_period"] == MONTH
    assert MONTH - 60 < poll["close_date"] - message["date"] <= MONTH


async def test_a_quiz_knows_its_answer(started: Playground, group: int) -> None:
    message = await asked(
        started, group, type="quiz", correct_option_ids=[1], explanation="Zo is het", allows_multiple_answers=False
    )

    assert message["poll"]["correct_option_ids"] == [1]
    assert message["poll"]["allows_revoting"] is False


async def test_a_poll_in_a_private_chat_works_too(started: Playground) -> None:
    message = await asked(started, MARIJKE)

    await votes(started, MARIJKE, MARIJKE, message, 0)

    (answer,) = await started.news("poll_answer")
    assert answer["user"]["id"] == MARIJKE


async def test_an_option_that_a_voter_adds_can_be_voted_for(started: Playground, group: int) -> None:
    message = await asked(started, group, allow_adding_options=True)
    where = {"within": group, "message_id": message["message_id"]}
    await started.did(JEROEN, "options", **where, text="vr 6 maart")
    await started.did(JEROEN, "votes", **where, options=["vr 6 maart"])

    changed, added, _, answer = await started.news()

    option = changed["poll"]["options"][-1]
    assert (option["text"], option["added_by_user"]["id"]) == ("vr 6 maart", JEROEN)
    assert added["message"]["poll_option_added"]["option_persistent_id"] == option["persistent_id"]
    assert answer["poll_answer"]["option_persistent_ids"] == [option["persistent_id"]]


async def test_a_poll_that_takes_no_options_gets_none(started: Playground, group: int) -> None:
    message = await asked(started, group)

    answer = await started.does(JEROEN, "options", within=group, message_id=message["message_id"], text="vr 6 maart")

    assert answer.status_code == 409


async def test_shuffled_options_are_counted_as_each_person_sees_them(started: Playground, group: int) -> None:
    message = await asked(started, group, options=[{"text": str(n)} for n in range(12)], shuffle_options=True)
    orders = {
        person: [option["text"] for option in (await started.sees(person, group))["messages"][-1]["poll"]["options"]]
        for person in (MARIJKE, JEROEN)
    }

    await votes(started, JEROEN, group, message, 3)

    (answer,) = await started.news("poll_answer")
    assert orders[MARIJKE] != orders[JEROEN]
    assert answer["option_ids"] == [int(orders[JEROEN][3])]


async def test_a_poll_closes_as_real_time_goes_on(served: Playground) -> None:
    await served.did(MARIJKE, "start")
    await served.result("sendPoll", chat_id=MARIJKE, **OPEN, open_period=3600)
    (poll,) = served.world.state.polls.closing()

    poll.close_date = served.world.clock.unix()

    await until(lambda: poll.is_closed)
    assert [update["poll"]["is_closed"] for update in await served.updates() if "poll" in update] == [True]


async def test_only_description_and_explanation_keep_their_markup(started: Playground, group: int) -> None:
    message = await asked(
        started,
        group,
        question="<b>Wanneer</b>?",
        question_parse_mode="HTML",
        description="<b>Kies</b> via https://vng.nl",
        description_parse_mode="HTML",
    )

    poll = message["poll"]
    assert (poll["question"], "question_entities" in poll) == ("Wanneer?", False)
    assert [entity["type"] for entity in poll["description_entities"]] == ["bold", "url"]
