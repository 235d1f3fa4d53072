"""Two hundred people tap the last ten slots within one second, limits and pacing on.

Shared by the test, which holds what must be true, and by `make bench`, which prints how long it took.
"""

from __future__ import annotations

import asyncio
import random
import statistics
import time
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, Final, TypeVar

from domain.person import Role
from tests.journeys.prepared import archive_of

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from tests.journeys.harness import Phone, Town

Who = TypeVar("Who")

PEOPLE: Final = 200
# Two days with five: within the most that a facilitator wants on one day.
DAYS: Final = ((date(2027, 1, 18), "ma 18 jan"), (date(2027, 1, 20), "wo 20 jan"))
HOURS: Final = (9, 10, 11, 13, 14)
SLOTS: Final = len(DAYS) * len(HOURS)
TAPPED_WITHIN: Final = 1.0
ANSWERED_WITHIN: Final = 60.0

NOW: Final = datetime(2027, 1, 12, 9, 0, tzinfo=UTC)
TUESDAY_MORNING: Final = NOW.isoformat()
NO_PACING: Final = {"INTERVISIE_PACING": "false"}
SIDE_BY_SIDE: Final = 16
LOOK_EVERY: Final = 0.25
# In which order they tap.
SEED: Final = 2027


@dataclass(frozen=True, slots=True)
class Racer:
    """Somebody with the summary of one slot, and [Vastleggen], on the screen."""

    phone: Phone
    message_id: int
    # "ma 18 jan", "9.00".
    wants: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Finish:
    """What became of one of them."""

    racer: Racer
    # From the tap until the message under the thumb had changed.
    seconds: float
    screen: str
    buttons: tuple[str, ...]
    won: bool


@dataclass(frozen=True, slots=True)
class Race:
    finishes: tuple[Finish, ...]
    # From the first tap to the last.
    tapped_within: float
    # What the bot asked of Telegram from the first tap on, until all was said.
    calls: tuple[dict[str, Any], ...]
    facilitator: Phone

    @property
    def winners(self) -> list[Finish]:
        return [each for each in self.finishes if each.won]

    @property
    def others(self) -> list[Finish]:
        return [each for each in self.finishes if not each.won]

    def count(self, method: str) -> Counter[int]:
        """How often each chat was reached by a method that begins so."""
        return Counter(int(call["chat_id"]) for call in self.calls if call["method"].startswith(method))


class Thumb:
    """Just above a button: the line is open and the request written, so that two hundred fit into a second."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, request: bytes) -> None:
        self._reader = reader
        self._writer = writer
        self._request = request

    @classmethod
    async def above(cls, racer: Racer, words: str) -> Thumb:
        town = racer.phone.town
        request = town.http.build_request(
            "POST", f"{racer.phone.path}/taps", json={"message_id": racer.message_id, "text": words}
        )
        request.headers["Connection"] = "close"
        head = "".join(f"{name}: {value}\r\n" for name, value in request.headers.items())
        reader, writer = await asyncio.open_connection("127.0.0.1", town.port)
        return cls(reader, writer, f"POST {request.url.path} HTTP/1.1\r\n{head}\r\n".encode() + request.content)

    def press(self) -> None:
        self._writer.write(self._request)

    async def lift(self) -> None:
        """Close the line; raises AssertionError when the tap was not taken."""
        answer = await self._reader.read()
        self._writer.close()
        await self._writer.wait_closed()
        assert answer.startswith((b"HTTP/1.1 200", b"HTTP/1.1 201")), answer


async def run_race(town: Town, people: int = PEOPLE) -> Race:
    """In a town whose playground was opened at NOW, without limits; its bot has not been started yet."""
    ellen = await town.newcomer("Ellen", "Vos")
    phones = [await town.newcomer(f"Deelnemer{number}") for number in range(people)]
    await _admit_all(town, ellen, phones)
    await town.start_bot(settings=NO_PACING)
    await _act(ellen, "start", {})
    racers = await _walk_to_the_last_step(town, phones)
    await town.stop_bot()
    await town.ask("PUT", "/limits", {"enforced": True})
    await town.start_bot(settings={})
    return await _tap_all(town, racers, ellen)


def latencies(finishes: Sequence[Finish]) -> str:
    """Median, 95th percentile and maximum."""
    seconds = [each.seconds for each in finishes]
    p95 = statistics.quantiles(seconds, n=20, method="inclusive")[-1]
    return f"median {statistics.median(seconds):.2f} s, 95% within {p95:.2f} s, the slowest {max(seconds):.2f} s"


async def _admit_all(town: Town, ellen: Phone, phones: Sequence[Phone]) -> None:
    async with archive_of(town, NOW) as archive:
        facilitator_id = await archive.has(ellen, Role.FACILITATOR)
        await archive.publishes(facilitator_id, ((day, hour) for day, _ in DAYS for hour in HOURS))
        for phone in phones:
            await archive.admits(phone)


async def _walk_to_the_last_step(town: Town, phones: Sequence[Phone]) -> list[Racer]:
    """Everybody sees a summary, asked for tap by tap; in some order, each slot on as many screens."""
    await _all_do(town, phones, lambda phone: _act(phone, "start", {}))
    await _all_do(town, phones, _open_choice)
    wants = [(name, f"{hour}.00") for _, name in DAYS for hour in HOURS]
    racers = [
        Racer(phone, (await phone.last())["message_id"], wants[number % len(wants)])
        for number, phone in enumerate(phones)
    ]
    await _all_do(town, racers, lambda racer: _tap(racer, racer.wants[0]))
    await _all_do(town, racers, lambda racer: _tap(racer, f"{racer.wants[1]} telefoon"))
    return random.Random(SEED).sample(racers, len(racers))


async def _tap_all(town: Town, racers: Sequence[Racer], ellen: Phone) -> Race:
    read = (await town.ask("GET", "/journal"))["next"]
    thumbs = [await Thumb.above(racer, "Vastleggen") for racer in racers]
    tapped: dict[int, datetime] = {}
    began = time.monotonic()
    for number, (racer, thumb) in enumerate(zip(racers, thumbs, strict=True)):
        # An open loop: nobody waits for another's answer.
        await asyncio.sleep(max(0.0, began + number * TAPPED_WITHIN / len(racers) - time.monotonic()))
        tapped[racer.phone.id] = datetime.now(UTC)
        thumb.press()
    answered = await _answers(town, read, len(racers))
    for thumb in thumbs:
        await thumb.lift()
    await town.settles(ANSWERED_WITHIN)
    calls = (await town.ask("GET", f"/journal?after={read}"))["entries"]
    finishes = [
        await _finish(racer, (answered[racer.phone.id] - tapped[racer.phone.id]).total_seconds()) for racer in racers
    ]
    span = (max(tapped.values()) - min(tapped.values())).total_seconds()
    return Race(tuple(finishes), span, tuple(calls), ellen)


async def _answers(town: Town, read: int, expected: int) -> dict[int, datetime]:
    """When the message under each thumb had changed for the first time."""
    answered: dict[int, datetime] = {}
    async with asyncio.timeout(ANSWERED_WITHIN):
        while len(answered) < expected:
            await asyncio.sleep(LOOK_EVERY)
            journal = await town.ask("GET", f"/journal?after={read}")
            read = journal["next"]
            for call in journal["entries"]:
                if call["method"] == "editMessageText" and call["ok"]:
                    answered.setdefault(int(call["chat_id"]), datetime.fromisoformat(call["at"]))
    return answered


async def _finish(racer: Racer, seconds: float) -> Finish:
    messages = await racer.phone.bot_messages()
    pressed = next(message for message in messages if message["message_id"] == racer.message_id)
    words = tuple(button["text"] for row in pressed["inline_keyboard"] for button in row)
    return Finish(racer, seconds, pressed["text"], words, won="staat vast" in pressed["text"])


async def _all_do(town: Town, those: Sequence[Who], act: Callable[[Who], Awaitable[None]]) -> None:
    """Side by side, until the bot has answered all."""
    places = asyncio.Semaphore(SIDE_BY_SIDE)

    async def one(who: Who) -> None:
        async with places:
            await act(who)

    await asyncio.gather(*(one(who) for who in those))
    await town.settles(ANSWERED_WITHIN)


async def _open_choice(phone: Phone) -> None:
    await _act(phone, "taps", {"message_id": (await phone.last())["message_id"], "text": "Kies een moment"})


async def _tap(racer: Racer, words: str) -> None:
    await _act(racer.phone, "taps", {"message_id": racer.message_id, "text": words})


async def _act(phone: Phone, what: str, body: dict[str, Any]) -> None:
    """Without waiting until the bot has answered."""
    await phone.town.ask("POST", f"{phone.path}/{what}", body)
