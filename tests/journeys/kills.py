"""Kill -9 while eight people register and are admitted, and what must be true afterwards.

Shared by the test (few rounds) and by `python -m benchmarks.kills` (many). Chance is seeded, and the seed is printed:
it decides when the process is killed and what is wrong with the line, though not how fast it all runs.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
import time
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from domain.moves import MoveKind
from domain.outbox import Why
from domain.person import Role
from domain.portfolios import Portfolio
from domain.registration import PartOfDay, Status
from storage.cipher import MainKey
from storage.database import Database
from tests.journeys.registrant import Plan, Registrant
from tests.journeys.stories import opens_a_round

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from tests.journeys.harness import Phone, Town

PLANS = {
    "Marijke": Plan("den bosch", "GM0796", party="GroenLinks-PvdA", apart=("Vught", "GM0865", "Jan Jansen")),
    "Jeroen": Plan("Amersfoort", "GM0307", other_name="Jeroen Visser-Maas", member=False),
    "Fatima": Plan("Almere", "GM0034", party="Stadspartij Almere & Co", party_typed=True, email="f.elamrani@almere.nl"),
    "Koen": Plan(
        "Súdwest-Fryslân", "GM1900", year=2014, parts=(("ochtend", PartOfDay.MORNING), ("avond", PartOfDay.EVENING))
    ),
    "Sanne": Plan("Venlo", "GM0983", portfolios=(("Wonen", Portfolio.HOUSING), ("Water", Portfolio.WATER))),
    "Pieter-Jan": Plan("Bergen", "GM0373", meant="Bergen (Noord-Holland)", billing="PO <2027> & zo"),
    "Ayşe": Plan(
        "Enschede", "GM0153", get="Ik wil leren loslaten.\nEn lachen.", apart=("Hengelo", "GM0164", "Els Bos")
    ),
    "Willem": Plan("Goes", "GM0664", party="SGP", other_name="Willem Dekker sr.", year=2026),
}

# What a line can do to a request once; `seconds` and `retry_after` are short, for a test has no patience.
FAULTS: tuple[dict[str, Any], ...] = (
    {"kind": "drop_after"},
    {"kind": "drop_before"},
    {"kind": "timeout_after", "seconds": 0.3},
    {"kind": "502"},
    {"kind": "429", "retry_after": 1},
)
# More often what carries words: a poll that fails has the library pause before the next.
STRUCK = ("sendMessage", "sendMessage", "editMessageText", "editMessageText", "answerCallbackQuery", "getUpdates")
EARLY = 0.25
SETTLES_WITHIN = 60
PRESSES_AGAIN_AFTER = 3.0
ADMITTED_WITHIN = 240.0
MOST_COPIES = 2


@dataclass
class Report:
    """One round, as printed."""

    seed: int
    kills: int = 0
    faults: int = 0
    said_twice: int = 0
    seconds: float = 0.0

    def __str__(self) -> str:
        return (
            f"seed {self.seed}: {self.kills} kills, {self.faults} faults, "
            f"{self.said_twice} messages said twice, {self.seconds:.0f} s"
        )


async def play_round(town: Town, seed: int, *, most_kills: int | None = None) -> Report:
    """Eight register and are admitted while the bot is killed. Raises AssertionError on whatever is not as it must be.

    The town is to have nobody in its database yet, and no limits. `most_kills` is how many at the most while they
    register, and again while they are admitted.
    """
    chance, report, began = random.Random(seed), Report(seed), time.monotonic()
    coordinator = await town.coordinator()
    link = await opens_a_round(coordinator)
    people = [Registrant(await town.phone(name), plan, link) for name, plan in PLANS.items()]
    async with killing(town, chance, report, most_kills):
        await asyncio.gather(*(person.registers() for person in people))
    await town.settles(SETTLES_WITHIN)
    await _registered(town, people, report)
    desk = _Desk(coordinator)
    async with killing(town, chance, report, most_kills):
        await desk.admits(people)
    await town.settles(SETTLES_WITHIN)
    await _admitted(town, people, desk, report)
    report.seconds = time.monotonic() - began
    return report


@contextlib.asynccontextmanager
async def killing(
    town: Town, chance: random.Random, report: Report, most: int | None, struck: Sequence[str] = STRUCK
) -> AsyncIterator[None]:
    """Kills, and faults of these methods, until the block ends; then the bot runs, on a line that works."""
    tasks = [
        asyncio.create_task(_kill_again_and_again(town, chance, report, most)),
        asyncio.create_task(_strike_again_and_again(town, chance, report, struck)),
    ]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        outcomes = await asyncio.gather(*tasks, return_exceptions=True)
    for outcome in outcomes:
        if isinstance(outcome, Exception):
            raise outcome
    await town.clear_faults()
    if town.bot is None or town.bot.returncode is not None:
        await town.start_bot(wait=False)


async def _kill_again_and_again(town: Town, chance: random.Random, report: Report, most: int | None) -> None:
    kills, died_early = 0, False
    while most is None or kills < most:
        # One in four dies while it starts; never two in a row, or an update that is begun in three lives and settled in
        # none would be failed, as an update must be that kills the process itself.
        died_early = not died_early and chance.random() < EARLY
        if died_early:
            await asyncio.sleep(chance.uniform(0.0, 1.0))
        else:
            start = await _seconds_to_start(town) if kills else 0.0
            # On a machine that has other things to do, a life is longer as well: something is to happen in it.
            await asyncio.sleep(chance.uniform(0.3, 2.0) * max(1.0, start))
        await town.kill_bot()
        kills += 1
        report.kills += 1
        await town.start_bot(wait=False)


async def _seconds_to_start(town: Town) -> float:
    began = time.monotonic()
    await town.until_polling()
    return time.monotonic() - began


async def _strike_again_and_again(town: Town, chance: random.Random, report: Report, struck: Sequence[str]) -> None:
    while True:
        await asyncio.sleep(chance.uniform(0.3, 1.5))
        # Never two at a time: they would pile up on polls that pause.
        await town.clear_faults()
        await town.fault(**chance.choice(FAULTS), method=chance.choice(struck), times=1)
        report.faults += 1


class _Desk:
    """The coordinator, who admits whoever comes by as what they said to be."""

    def __init__(self, phone: Phone) -> None:
        self._phone = phone
        self._pressed_at: dict[int, float] = {}
        # The messages in which each person was brought.
        self.cards: Counter[str] = Counter()
        self._known: set[int] = set()

    async def admits(self, people: list[Registrant]) -> None:
        async with asyncio.timeout(ADMITTED_WITHIN):
            while not await self._all_have_heard(people):
                await self._press_what_waits(people)
                await asyncio.sleep(0.1)

    async def look(self, people: list[Registrant]) -> list[dict[str, Any]]:
        """The cards; each is counted once, also when it is changed later."""
        cards = [m for m in await self._phone.bot_messages() if "Een nieuwe aanmelding" in (m["text"] or "")]
        for card in cards:
            if card["message_id"] not in self._known:
                self._known.add(card["message_id"])
                self.cards[next(person.phone.first_name for person in people if person.name in card["text"])] += 1
        return cards

    async def _press_what_waits(self, people: list[Registrant]) -> None:
        for card in await self.look(people):
            id_ = card["message_id"]
            if time.monotonic() - self._pressed_at.get(id_, -PRESSES_AGAIN_AFTER) >= PRESSES_AGAIN_AFTER:
                self._pressed_at[id_] = time.monotonic()
                body = {"message_id": id_, "row": 0, "column": 0}
                answer = await self._phone.town.http.post(f"{self._phone.path}/taps", json=body)
                assert answer.status_code in {200, 404}, answer.text

    @staticmethod
    async def _all_have_heard(people: list[Registrant]) -> bool:
        return all([await _copies(person.phone, "je doet mee met de intervisie") for person in people])


async def _copies(phone: Phone, words: str) -> int:
    return sum(words in (message["text"] or "") for message in await phone.bot_messages())


async def _registered(town: Town, people: list[Registrant], report: Report) -> None:
    """Once, complete, as entered; and nothing left undone or said too often."""
    database = await Database.open(town.database, MainKey(town.key))
    try:
        for person in people:
            found = await database.reads.people.by_telegram(person.phone.id)
            assert found is not None, f"{person.phone.name} is not known"
            registration = await database.reads.registrations.live_of(found.id)
            assert registration is not None, f"{person.phone.name} has no registration"
            assert registration.status is Status.SUBMITTED
            assert registration.answers == person.answers, _differences(registration.answers, person.answers)
            assert registration.agreed_cents == (60_000 if person.plan.member else 95_000)
            assert await database.reads.moves.current(MoveKind.ADMISSION, registration.id) is not None
    finally:
        await database.close()
    assert town.rows("SELECT count(*), count(DISTINCT person_id) FROM registration") == [(len(people), len(people))]
    _nothing_left(town)
    for person in people:
        report.said_twice += _questions_said_twice(person)


def _questions_said_twice(person: Registrant) -> int:
    said_twice = 0
    for question, messages in person.asked_in.items():
        acts = person.acts_that_may_ask(question)
        most = MOST_COPIES * acts
        assert len(messages) <= most, (
            f"{person.phone.name} was asked {question!r} {len(messages)} times, {most} at most"
        )
        said_twice += len(messages) > acts
    return said_twice


async def _admitted(town: Town, people: list[Registrant], desk: _Desk, report: Report) -> None:
    """Everybody is in, and heard it; the coordinator got each card; nobody got anything more than twice."""
    await desk.look(people)
    for person in people:
        heard = await _copies(person.phone, "je doet mee met de intervisie")
        assert 1 <= heard <= MOST_COPIES, f"{person.phone.name} heard {heard} times of the admission"
        cards = desk.cards[person.phone.first_name]
        assert 1 <= cards <= MOST_COPIES, f"{person.phone.name} was brought to the coordinator {cards} times"
        report.said_twice += (heard > 1) + (cards > 1)
    statuses = town.rows("SELECT status, count(*) FROM registration GROUP BY status")
    assert statuses == [(Status.ADMITTED, len(people))], statuses
    roles = town.rows("SELECT count(*) FROM person WHERE role = 'participant'")
    assert roles == [(len(people),)], f"{Role.PARTICIPANT}: {roles}"
    _nothing_left(town)


def _nothing_left(town: Town) -> None:
    inbox = town.rows("SELECT update_id, status, attempts, error_id FROM inbox WHERE status <> 'done'")
    assert not inbox, f"{inbox}\n{town.bot_log[-4000:]}"
    assert not town.rows("SELECT update_id FROM inbox WHERE payload_sealed IS NOT NULL")
    # Two deliveries that may have arrived are the most there can be; whether one did is checked on the screens.
    outbox = town.rows(
        "SELECT id, kind, status, reason FROM outbox WHERE status NOT IN ('sent', 'withdrawn')"
        " AND NOT (status = 'failed' AND reason = :perhaps)",
        perhaps=Why.PERHAPS_DELIVERED,
    )
    assert not outbox, f"{outbox}\n{town.bot_log[-4000:]}"


def _differences(found: Any, expected: Any) -> str:
    """Which answers are not as entered; these people are nobody, so their words may be shown."""
    return "; ".join(
        f"{name}: {getattr(found, name)!r}, entered {getattr(expected, name)!r}"
        for name in type(expected).model_fields
        if getattr(found, name) != getattr(expected, name)
    )
