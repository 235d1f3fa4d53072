"""The intake at the edges: nights on which the clock changes, days that are over, thumbs at once, and who leaves."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from icalendar import Calendar

from domain.person import Role
from domain.time import AMSTERDAM
from tests.journeys.booking import books, comes, is_admitted, opens_the_diary, publishes_one
from tests.journeys.facilitating import becomes_facilitator
from tests.journeys.harness import Phone, Town, free_port, town_in
from tests.journeys.prepared import archive_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

NO_PACING = {"INTERVISIE_PACING": "false"}
# A Tuesday morning.
NOW = datetime(2027, 1, 12, 9, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class ClockChange:
    """A Sunday on which the clocks change, seen from the Friday before."""

    sunday: date
    typed: str
    button: str

    def at(self, hour: int, minute: int = 0, *, days_before: int = 0) -> datetime:
        """When the clocks in Amsterdam show this."""
        day = self.sunday - timedelta(days=days_before)
        return datetime(day.year, day.month, day.day, hour, minute, tzinfo=AMSTERDAM).astimezone(UTC)


# In 2027 the change in spring falls on Easter Sunday, on which nothing is published.
SPRING = ClockChange(date(2028, 3, 26), "26 maart", "zo 26 mrt")
AUTUMN = ClockChange(date(2027, 10, 31), "31 oktober", "zo 31 okt")


@pytest.mark.parametrize("change", [SPRING, AUTUMN], ids=["spring", "autumn"])
async def test_around_a_clock_change_reminders_come_at_the_wall_time(tmp_path: Path, change: ClockChange) -> None:
    friday = change.at(16, days_before=2)
    async with town_in(tmp_path, "--now", friday.isoformat(), "--no-limits", settings=NO_PACING) as town:
        annelies = await town.coordinator()
        ellen = await becomes_facilitator(town, "Ellen", annelies)
        for hour in ("9.00", "10.00"):
            await publishes_one(ellen, change.typed, hour)
        jeroen = await is_admitted(town, annelies, "Jeroen")
        willem = await is_admitted(town, annelies, "Willem", "Goes")
        await books(jeroen, change.button, "9.00")
        await jeroen.sees(f"zondag {change.typed}, 9.00 tot 9.45 uur")

        await comes(town, change.at(19, days_before=1))
        assert await heard_at(jeroen, "Morgen is je intake") == [change.at(9, days_before=1)]
        await willem.types("/intake")
        await books(willem, change.button, "10.00")
        await willem.sees(f"zondag {change.typed}, 10.00 tot 10.45 uur")
        assert (await invited_to(willem)) == change.at(10)

        await comes(town, change.at(12))
        assert await heard_at(jeroen, "Straks is je intake") == [change.at(8)]
        assert await heard_at(willem, "Straks is je intake") == [change.at(9)]
        # It was less than a day ahead.
        assert await heard_at(willem, "Morgen is je intake") == []
        assert await heard_at(ellen, "Straks heb je een intake") == [change.at(8), change.at(9)]


async def test_a_slot_in_the_missing_hour_is_refused_with_the_reason(tmp_path: Path) -> None:
    friday = SPRING.at(16, days_before=2)
    async with town_in(tmp_path, "--now", friday.isoformat(), "--no-limits", settings=NO_PACING) as town:
        ellen = await becomes_facilitator(town, "Ellen")

        await puts_together(ellen, SPRING.typed, "2.30")

        await ellen.sees("Er blijft geen enkel moment over", "zo 26 mrt, 2.30: dat uur bestaat die nacht niet")
        assert "Publiceren" not in await ellen.buttons()
        assert town.rows("SELECT count(*) FROM slot") == [(0,)]


async def test_a_slot_in_the_doubled_hour_is_in_the_first_of_the_two_and_says_by_which_time_it_ends(
    tmp_path: Path,
) -> None:
    friday = AUTUMN.at(16, days_before=2)
    async with town_in(tmp_path, "--now", friday.isoformat(), "--no-limits", settings=NO_PACING) as town:
        annelies = await town.coordinator()
        ellen = await becomes_facilitator(town, "Ellen", annelies)
        await publishes_one(ellen, AUTUMN.typed, "2.30")
        jeroen = await is_admitted(town, annelies, "Jeroen")

        await books(jeroen, AUTUMN.button, "2.30")

        await jeroen.sees("zondag 31 oktober, 2.30 tot 2.15 uur wintertijd")
        assert await invited_to(jeroen) == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)
        assert town.rows("SELECT starts_at, ends_at FROM slot") == [
            ("2027-10-31T00:30:00.000000Z", "2027-10-31T01:15:00.000000Z")
        ]
        await puts_together(ellen, AUTUMN.typed, "2.45")
        await ellen.sees("zo 31 okt, 2.45: daar heb je al iets")


async def test_a_slot_that_is_past_when_it_is_published_is_refused_with_the_reason(town: Town) -> None:
    ellen = await becomes_facilitator(town, "Ellen")
    await puts_together(ellen, "vandaag", "23.00")
    await ellen.sees("Zo wordt het", "Eén moment, op dinsdag 12 januari")

    await comes(town, datetime(2027, 1, 13, 8, 30, tzinfo=AMSTERDAM))
    await ellen.taps("Publiceren")

    await ellen.sees("Er blijft geen enkel moment over", "di 12 jan, 23.00: is al voorbij")
    assert "Publiceren" not in await ellen.buttons()
    assert town.rows("SELECT count(*) FROM slot") == [(0,)]
    await ellen.taps("Wijzigen")
    await ellen.taps("Periode")
    await ellen.types("gisteren")
    await ellen.sees("herken ik geen dag")
    await ellen.types("12 januari")
    await ellen.sees("Die dag is al voorbij")
    await ellen.types("morgen")
    await ellen.sees("Eén moment, op donderdag 14 januari")


async def test_of_two_thumbs_at_once_one_has_the_slot_and_the_other_sees_what_is_left(town: Town) -> None:
    annelies, _ = await opens_the_diary(town)
    both = [await is_admitted(town, annelies, "Jeroen"), await is_admitted(town, annelies, "Willem", "Goes")]
    for phone in both:
        await phone.taps("Kies een moment")
        await phone.taps("wo 20 jan")
        await phone.taps("11.00 telefoon")
    under = [(await phone.last())["message_id"] for phone in both]

    await asyncio.gather(
        *(
            town.ask("POST", f"{phone.path}/taps", {"message_id": message_id, "text": "Vastleggen"})
            for phone, message_id in zip(both, under, strict=True)
        )
    )
    await town.settles()

    seen = [await text_of(phone, message_id) for phone, message_id in zip(both, under, strict=True)]
    has_it = ["staat vast: woensdag 20 januari, 11.00" in words for words in seen]
    assert sorted(has_it) == [False, True]
    beaten = both[has_it.index(False)]
    await beaten.sees("net vergeven", "Dit is er die dag nog", "9.00 telefoon", "10.00 telefoon")
    assert town.rows("SELECT count(*) FROM booking WHERE status = 'booked'") == [(1,)]


async def test_a_thumb_that_taps_twice_has_one_booking_and_one_file(town: Town) -> None:
    annelies, ellen = await opens_the_diary(town)
    jeroen = await is_admitted(town, annelies, "Jeroen")
    await jeroen.taps("Kies een moment")
    await jeroen.taps("wo 20 jan")
    await jeroen.taps("11.00 telefoon")
    tap = {"message_id": (await jeroen.last())["message_id"], "text": "Vastleggen"}

    await asyncio.gather(*(town.ask("POST", f"{jeroen.path}/taps", tap) for _ in range(2)))
    await town.settles()

    assert "staat vast: woensdag 20 januari, 11.00" in await text_of(jeroen, tap["message_id"])
    assert [message["kind"] for message in await jeroen.bot_messages()].count("document") == 1
    assert len(await said_to(ellen, "Een intake met")) == 1
    assert town.rows("SELECT status, sequence FROM booking") == [("booked", 0)]


@dataclass(frozen=True, slots=True)
class Office:
    """Ellen has twelve intakes in two weeks; Joost has two moments that overlap with hers, and Annelies the office."""

    town: Town
    annelies: Phone
    ellen: Phone
    joost: Phone
    people: list[Phone]


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Office]:
    town = Town(tmp_path, free_port())
    try:
        await town.open("--now", NOW.isoformat(), "--no-limits")
        annelies, ellen = await town.phone("Annelies"), await town.phone("Ellen")
        joost = await town.newcomer("Joost", "Kuipers", part="facilitator")
        people = [await town.newcomer(f"Deelnemer{number}", "van Dam") for number in range(12)]
        days = [date(2027, 1, day) for day in (18, 20, 25, 27)]
        async with archive_of(town, NOW) as archive:
            await archive.has(annelies, Role.COORDINATOR)
            ellens = await archive.has(ellen, Role.FACILITATOR)
            joosts = await archive.has(joost, Role.FACILITATOR)
            slots = await archive.publishes(ellens, ((day, hour) for day in days for hour in (9, 10, 11)))
            await archive.publishes(joosts, ((days[0], hour) for hour in (9, 10)))
            for phone, slot in zip(people, slots, strict=True):
                await archive.books(await archive.admits(phone), slot)
            await archive.has_told()
        await town.start_bot(settings=NO_PACING)
        for phone in (annelies, ellen, joost, *people):
            await phone.starts()
        yield Office(town, annelies, ellen, joost, people)
    finally:
        await town.close()


async def test_of_a_facilitator_who_leaves_another_takes_over_what_fits_and_all_are_told(office: Office) -> None:
    town, annelies = office.town, office.annelies
    await stops(annelies, "Joost Kuipers neemt het over", says="De 12 intakes blijven staan")

    await annelies.sees("geen begeleider meer", "Overgenomen: 10. Vervallen: 2.")
    told = [await about_departure(phone) for phone in office.people]
    assert Counter(told) == {"taken over": 10, "cancelled": 2}
    assert town.rows("SELECT status, count(*) FROM booking GROUP BY status ORDER BY status") == [
        ("booked", 10),
        ("cancelled", 2),
    ]
    held_by = town.rows(
        "SELECT DISTINCT person.telegram_id FROM booking JOIN slot ON slot.id = booking.slot_id"
        " JOIN person ON person.id = slot.facilitator_id WHERE status = 'booked'"
    )
    assert held_by == [(office.joost.id,)]
    assert len(await said_to(office.joost, "Een intake met")) == 10
    assert len(await said_to(office.ellen, "vervalt: ")) == 12
    assert still_to_hear(town, office.ellen) == 0
    assert still_to_hear(town, office.joost) > 0
    await nothing_went_wrong(town)


async def test_of_a_facilitator_who_leaves_with_nobody_to_take_over_all_choose_again(office: Office) -> None:
    town, annelies = office.town, office.annelies
    await stops(annelies, "Niemand: alles afzeggen", says="Alle 12 intakes vervallen")

    await annelies.sees("geen begeleider meer", "Overgenomen: 0. Vervallen: 12.")
    assert [await about_departure(phone) for phone in office.people] == ["cancelled"] * 12
    assert town.rows("SELECT status, cancelled_by, count(*) FROM booking GROUP BY 1, 2") == [
        ("cancelled", "office", 12)
    ]
    assert still_to_hear(town, office.ellen) == 0
    await office.ellen.types("/slots")
    await office.ellen.sees_not("Jouw momenten")
    beaten = office.people[-1]
    await books(beaten, "ma 18 jan", "9.00")
    await beaten.sees("staat vast: maandag 18 januari, 9.00", "Joost Kuipers")
    await nothing_went_wrong(town)


async def stops(coordinator: Phone, successor: str, *, says: str) -> None:
    """Ellen Vos does, by the coordinator's hand."""
    await coordinator.types("/begeleiders")
    await coordinator.sees("Ellen Vos: 12 intakes")
    await coordinator.taps("Ellen Vos")
    await coordinator.taps("Stopt als begeleider")
    await coordinator.taps(successor)
    await coordinator.sees(says)
    await coordinator.taps("Ja, zo doen we het")


async def about_departure(phone: Phone) -> str:
    """What somebody who had an intake was told when the facilitator left: one thing, with a calendar file."""
    files = [message for message in await phone.bot_messages() if message["kind"] == "document"]
    assert len(files) == 1, await phone.screen()
    method = Calendar.from_ical(await content_of(phone, files[-1]["file"]["url"]))["METHOD"]
    words = files[-1]["text"]
    if "Joost Kuipers" in words:
        assert method != "CANCEL"
        return "taken over"
    assert method == "CANCEL"
    assert await phone.has_button("Kies een moment")
    return "cancelled"


async def nothing_went_wrong(town: Town) -> None:
    assert '"level": "error"' not in town.bot_log
    assert town.rows("SELECT count(*) FROM outbox WHERE status IN ('failed', 'sending')") == [(0,)]
    assert all(call["ok"] for call in await town.journal())


def still_to_hear(town: Town, phone: Phone) -> int:
    """How many messages wait for this person: reminders, questions."""
    rows = town.rows(
        "SELECT count(*) FROM outbox JOIN person ON person.id = outbox.recipient_id"
        " WHERE outbox.status = 'queued' AND person.telegram_id = :id",
        id=phone.id,
    )
    return int(rows[0][0])


async def puts_together(facilitator: Phone, day: str, time: str) -> None:
    """One slot, until its preview."""
    await facilitator.types("/slots")
    await facilitator.taps("Nieuwe momenten")
    await facilitator.taps("Eén moment")
    await facilitator.types(day)
    await facilitator.types(time)
    await facilitator.taps("Per telefoon")


async def said_to(phone: Phone, words: str) -> list[str]:
    return [message["text"] for message in await phone.bot_messages() if words in (message["text"] or "")]


async def heard_at(phone: Phone, words: str) -> list[datetime]:
    """When the bot said this, to the minute."""
    dates = [message["date"] for message in await phone.bot_messages() if words in (message["text"] or "")]
    return [datetime.fromisoformat(moment).replace(second=0, microsecond=0) for moment in dates]


async def text_of(phone: Phone, message_id: int) -> str:
    return str(next(message["text"] for message in await phone.messages() if message["message_id"] == message_id))


async def invited_to(phone: Phone) -> datetime:
    """When the event begins that the last calendar file on this phone is about."""
    files = [message["file"]["url"] for message in await phone.bot_messages() if message["kind"] == "document"]
    event = Calendar.from_ical(await content_of(phone, files[-1])).walk("VEVENT")[0]
    begins: datetime = event.decoded("DTSTART")
    return begins


async def content_of(phone: Phone, url: str) -> bytes:
    answer = await phone.town.http.get(url)
    answer.raise_for_status()
    return answer.content
