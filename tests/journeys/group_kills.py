"""Kill -9 while a group votes, its poll closes and its dates are settled, and what must be true afterwards.

Shared by the test (one short round) and by `python -m benchmarks.kills --group` (many), as `kills` is.
"""

from __future__ import annotations

import asyncio
import json
import random
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from domain.date_set import Bounds, DateVotes, best_set
from domain.outbox import Why
from domain.poll import Answer
from domain.time import local
from messages.poll_buttons import CastVote
from tests.journeys.grouped import gathers_in_chat
from tests.journeys.kills import MOST_COPIES, SETTLES_WITHIN, Report, killing
from tests.journeys.test_planning import has_met, opens_the_poll

if TYPE_CHECKING:
    from collections.abc import Callable

    from playground.client import Group
    from tests.journeys.grouped import Gathered
    from tests.journeys.harness import Phone, Town

STRUCK = ("editMessageText", "editMessageText", "sendMessage", "stopPoll", "answerCallbackQuery", "getUpdates")
STRUCK_LATER = ("sendPhoto", "sendDocument", "sendDocument", "sendMessage", "editMessageText", "answerCallbackQuery")
# What is not sent any more when a poll is over.
ABOUT_THE_POLL = {"poll-part", "poll-tally", "poll-stop", "poll-asked", "poll-nudge", "dates-proposed"}
QUORUM = 5
DONE_WITHIN = 180.0
PRESSES_AGAIN_AFTER = 3.0
LOOKS_EVERY = 0.2

Key = tuple[int, int]
"""A person and an option, by their ids."""


@dataclass(frozen=True)
class Paper:
    """One of Telegram's polls, as it stands in the chat."""

    message_id: int
    # "1 van 2"; two that have the same number are one that was sent twice.
    number: int
    # In its order; None: "op geen van deze".
    options: tuple[int | None, ...]


@dataclass
class Voter:
    """A member who changes their mind in the chat and in private; `answers` is what they said last."""

    phone: Phone
    person_id: int
    chat: Group
    papers: list[Paper]
    chance: random.Random
    answers: dict[int, Answer | None] = field(default_factory=dict)
    # What they chose in each of Telegram's polls, by its message.
    _chosen: dict[int, list[int]] = field(default_factory=dict)

    async def changes_their_mind(self, papers: list[Paper], most_changes: int) -> None:
        for _ in range(self.chance.randint(1, most_changes)):
            await asyncio.sleep(self.chance.uniform(0.0, 0.5))
            paper = self.chance.choice(papers)
            if self.chance.random() < 0.3:
                await self._answers_in_private(self.chance.choice(_dates(paper)))
            elif self._chosen.get(paper.message_id) and self.chance.random() < 0.4:
                await self._votes(paper, [])
            else:
                await self._votes(
                    paper, sorted(self.chance.sample(range(len(paper.options)), self.chance.randint(1, 3)))
                )

    async def makes_up_their_mind(self, papers: list[Paper]) -> None:
        """Each part once, in whichever of two that say the same: all dates but one, so that there is a set."""
        for number in sorted({paper.number for paper in papers}):
            left_out = await self.votes_for_all_but_one([paper for paper in papers if paper.number == number])
            await self._answers_in_private(left_out)

    async def votes_for_all_but_one(self, twins: list[Paper]) -> int:
        """In either of these; which option it is not."""
        paper = self.chance.choice(twins)
        left_out = self.chance.choice(_dates(paper))
        wanted = [place for place, each in enumerate(paper.options) if each is not None and each != left_out]
        await self._votes(paper, wanted)
        return left_out

    async def _votes(self, paper: Paper, places: list[int]) -> None:
        if self._chosen.get(paper.message_id) == places:
            # Telegram takes no vote that is there already, and tells of none.
            return
        self._chosen[paper.message_id] = places
        body = {"message_id": paper.message_id, "options": places}
        await self.phone.town.ask("POST", f"{self.phone.within(self.chat).path}/votes", body)
        chosen = {paper.options[place] for place in places}
        for option_id in _dates(paper):
            said = Answer.YES if option_id in chosen else Answer.NO
            self.answers[option_id] = said if places else None

    async def _answers_in_private(self, option_id: int) -> None:
        answer = self.chance.choice(list(Answer))
        asked = [each for each in await self.phone.bot_messages() if each["inline_keyboard"]]
        data = CastVote(poll=1, option=option_id, answer=answer).encode()
        body = {"message_id": asked[-1]["message_id"], "callback_data": data}
        await self.phone.town.ask("POST", f"{self.phone.path}/taps", body)
        self.answers[option_id] = answer


def _dates(paper: Paper) -> list[int]:
    return [option_id for option_id in paper.options if option_id is not None]


async def play_group_round(town: Town, seed: int, *, most_kills: int | None = None, most_changes: int = 30) -> Report:
    """Eight vote and their dates are settled while the bot is killed. Raises AssertionError on whatever is wrong.

    The town is to have nobody in its database yet, and no limits. `most_kills` is how many at the most while they
    vote, and again while the dates are settled; `most_changes` how often one of them changes their mind.
    """
    chance, report, began = random.Random(seed), Report(seed), time.monotonic()
    gathered, chat = await gathers_in_chat(town)
    await has_met(gathered)
    # Whether the first of them arrived is not known, so it is sent again, and stands there twice.
    await town.fault(kind="drop_after", method="sendPoll", times=1)
    await opens_the_poll(gathered, chat)
    await town.clear_faults()
    # Half way each is asked in private as well.
    await town.forward(days=3)
    voters = await _voters(gathered, chat, chance)
    async with killing(town, chance, report, most_kills, STRUCK):
        await _vote(town, voters, most_changes)
    await town.settles(SETTLES_WITHIN)
    await _counted(town, gathered, chat, voters)
    async with killing(town, chance, report, most_kills, STRUCK_LATER):
        await _settle(town, gathered.ellen)
    await town.settles(SETTLES_WITHIN)
    await _settled(town, gathered, voters, report)
    await town.kill_bot()
    await _until(lambda: not _left_behind(town), "a worker outlived its bot")
    report.seconds = time.monotonic() - began
    return report


async def _voters(gathered: Gathered, chat: Group, chance: random.Random) -> list[Voter]:
    town, shown = gathered.town, await gathered.members[0].within(chat).messages()
    options: dict[int, list[int | None]] = {}
    for number, option_id in town.rows(
        "SELECT poll_part.number, poll_part_option.option_id FROM poll_part_option"
        " JOIN poll_part ON poll_part.id = part_id ORDER BY poll_part.number, position"
    ):
        options.setdefault(number, []).append(option_id)
    papers = [
        Paper(message["message_id"], number, tuple(options[number]))
        for message in shown
        if message["poll"]
        for number in [int(message["poll"]["question"].split()[-3])]
    ]
    assert sorted(paper.number for paper in papers) == [1, 1, 2]
    ids = dict(town.rows("SELECT telegram_id, id FROM person"))
    # Each with chances of their own, whatever the order in which they act.
    return [Voter(phone, ids[phone.id], chat, papers, random.Random(chance.random())) for phone in gathered.members]


async def _vote(town: Town, voters: list[Voter], most_changes: int) -> None:
    """The last part of the last member closes the poll, so that comes when everything else has been counted."""
    last, first_papers = voters[-1], [paper for paper in voters[-1].papers if paper.number == 1]
    async with asyncio.TaskGroup() as voting:
        for voter in voters[:-1]:
            voting.create_task(_decides_at_last(voter, voter.papers, most_changes))
        voting.create_task(_decides_at_last(last, first_papers, most_changes))
    await _until(lambda: _votes(town) == _said(voters), "not every vote was counted", town)
    await last.votes_for_all_but_one([paper for paper in last.papers if paper.number == 2])
    await _until(lambda: town.rows("SELECT status FROM poll") == [("closed",)], "the poll did not close", town)


async def _decides_at_last(voter: Voter, papers: list[Paper], most_changes: int) -> None:
    await voter.changes_their_mind(papers, most_changes)
    await voter.makes_up_their_mind(papers)


async def _settle(town: Town, ellen: Phone) -> None:
    """The facilitator presses what she sees, and again when nothing comes of it."""

    def planned() -> bool:
        return town.rows("SELECT count(*) FROM session WHERE status = 'planned'") == [(6,)]

    async with asyncio.timeout(DONE_WITHIN):
        pressed_at = 0.0
        while not planned():
            if time.monotonic() - pressed_at > PRESSES_AGAIN_AFTER:
                for words in ("Ja, vastleggen", "Voorstel 1 vastleggen"):
                    if await _presses(ellen, words):
                        pressed_at = time.monotonic()
                        break
            await asyncio.sleep(LOOKS_EVERY)


async def _presses(phone: Phone, words: str) -> bool:
    for message in reversed(await phone.bot_messages()):
        if words in [button["text"] for row in message["inline_keyboard"] for button in row]:
            body = {"message_id": message["message_id"], "text": words}
            answer = await phone.town.http.post(f"{phone.path}/taps", json=body)
            # The button may go at this very moment.
            assert answer.status_code in {200, 404}, answer.text
            return True
    return False


async def _counted(town: Town, gathered: Gathered, chat: Group, voters: list[Voter]) -> None:
    """Everybody's last word is what is counted; the polls take no more, and the count says all of it."""
    assert _votes(town) == _said(voters)
    assert town.rows("SELECT status, closed_why FROM poll") == [("closed", "all")]
    assert town.rows("SELECT count(*) FROM poll_twin") == [(1,)]
    shown = await gathered.members[0].within(chat).messages()
    known = {message_id for (message_id,) in town.rows("SELECT message_id FROM poll_part")}
    assert {each["message_id"] for each in shown if each["poll"] and each["poll"]["is_closed"]} >= known
    counts = [each["text"] for each in shown if "hebben gestemd" in (each["text"] or "")]
    assert counts, await gathered.members[0].within(chat).screen()
    assert "8 van 8 hebben gestemd" in counts[-1]
    await _nothing_undone(town)


async def _settled(town: Town, gathered: Gathered, voters: list[Voter], report: Report) -> None:
    """One set of five, the best that the votes allow, and a calendar file for each, twice at the most."""
    sessions = town.rows("SELECT number, starts_at FROM session WHERE status <> 'cancelled' ORDER BY number")
    assert [number for number, _ in sessions] == [1, 2, 3, 4, 5, 6]
    assert [starts_at for _, starts_at in sessions[1:]] == _best_dates(town, voters)
    assert town.rows("SELECT status FROM poll WHERE purpose = 'dates'") == [("settled",)]
    for phone in (*gathered.members, gathered.ellen):
        files = Counter(message["kind"] for message in await phone.bot_messages())["document"]
        assert 1 <= files <= MOST_COPIES, f"{phone.name} got {files} calendar files\n{await phone.screen(12)}"
        report.said_twice += files > 1
    assert not town.rows("SELECT kind FROM move WHERE kind IN ('poll', 'proposal') AND closed_at IS NULL")
    still_to_be_said = {kind for (kind,) in town.rows("SELECT kind FROM outbox WHERE status IN ('queued', 'sending')")}
    assert not still_to_be_said & ABOUT_THE_POLL
    await _nothing_undone(town)


def _best_dates(town: Town, voters: list[Voter]) -> list[str]:
    """Worked out from what people said, not from what the bot wrote down."""
    [(settings,)] = town.rows("SELECT settings FROM poll WHERE purpose = 'dates'")
    [(first,)] = town.rows("SELECT starts_at FROM session WHERE number = 1")
    starts = dict(town.rows("SELECT id, starts_at FROM poll_option WHERE starts_at IS NOT NULL ORDER BY starts_at"))
    dates = [
        DateVotes(
            option_id,
            local(datetime.fromisoformat(at)).date(),
            frozenset(each.person_id for each in voters if each.answers[option_id] is Answer.YES),
            frozenset(each.person_id for each in voters if each.answers[option_id] is Answer.RATHER_NOT),
        )
        for option_id, at in starts.items()
    ]
    chosen = json.loads(settings)
    bounds = Bounds(
        number=chosen["sessions"],
        quorum=QUORUM,
        least_weeks=chosen["least_weeks"],
        most_weeks=chosen["most_weeks"],
        after=local(datetime.fromisoformat(first)).date(),
    )
    best = best_set(dates, [each.person_id for each in voters], bounds)
    assert best is not None
    return [starts[option_id] for option_id in best.ids]


def _votes(town: Town) -> dict[Key, str]:
    rows = town.rows("SELECT person_id, option_id, answer FROM vote WHERE answer IS NOT NULL")
    return {(person_id, option_id): answer for person_id, option_id, answer in rows}


def _said(voters: list[Voter]) -> dict[Key, str]:
    return {
        (voter.person_id, option_id): str(answer)
        for voter in voters
        for option_id, answer in voter.answers.items()
        if answer is not None
    }


async def _nothing_undone(town: Town) -> None:
    inbox = town.rows("SELECT update_id, status, attempts, error_id FROM inbox WHERE status <> 'done'")
    assert not inbox, f"{inbox}\n{town.bot_log[-4000:]}"
    # Reminders of the sessions are still to come; one that may have arrived twice is tried no more.
    now = (await town.ask("GET", "/clock"))["now"]
    outbox = town.rows(
        "SELECT id, kind, status, reason FROM outbox WHERE status NOT IN ('sent', 'withdrawn')"
        " AND NOT (status = 'failed' AND reason = :perhaps) AND NOT (status = 'queued' AND due_at > :now)",
        perhaps=Why.PERHAPS_DELIVERED,
        now=now,
    )
    assert not outbox, f"{outbox}\n{town.bot_log[-4000:]}"


async def _until(holds: Callable[[], Any], otherwise: str, town: Town | None = None) -> None:
    """Raises AssertionError when it does not come to hold."""
    deadline = time.monotonic() + DONE_WITHIN
    while not holds():
        assert time.monotonic() < deadline, f"{otherwise}\n{'' if town is None else town.bot_log[-4000:]}"
        await asyncio.sleep(LOOKS_EVERY)


def _left_behind(town: Town) -> list[int]:
    """The processes of worker processes that were started with this town's database."""
    ours = f"INTERVISIE_DATABASE={town.database}".encode()
    return [
        process
        for process in _processes()
        if ours in _read(process, "environ") and b"spawn_main" in _read(process, "cmdline")
    ]


def _processes() -> list[int]:
    return [int(each.name) for each in Path("/proc").iterdir() if each.name.isdecimal()]


def _read(process: int, what: str) -> bytes:
    try:
        return Path(f"/proc/{process}/{what}").read_bytes()
    except OSError:
        # It ended meanwhile, or is somebody else's.
        return b""
