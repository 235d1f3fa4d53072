"""Whatever people do, in whatever order and however late: the promises of the intake hold.

No slot with two people, no person with two bookings, no reminder for what is gone, no offer outstanding for ever.
"""

from __future__ import annotations

import asyncio
import json
import sqlite3
import tempfile
from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, assume, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from domain.booking import IntakeOutcome, Wish
from domain.slot import Selection
from domain.time import local
from services.intake_steps import PLANNED, bookable, obstacle
from storage.cipher import MainKey
from storage.database import Database
from storage.moments import stored
from tests.services.intake_scene import NOW, Scene, set_scene

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from domain.slot import Slot

PERSON = st.integers(0, 4)
NUMBER = st.integers(0, 30)
FACILITATOR = st.booleans()


class Intakes(RuleBasedStateMachine):
    """Real services on a real file; time goes forward only, and what falls due is carried out on the way."""

    def __init__(self) -> None:
        super().__init__()
        self._directory = tempfile.TemporaryDirectory()
        self._path = Path(self._directory.name) / "machine.db"
        self._loop = asyncio.new_event_loop()
        self.now = NOW

    def _run(self, work: Coroutine[Any, Any, Any]) -> Any:
        return self._loop.run_until_complete(work)

    @initialize()
    def set_the_scene(self) -> None:
        self.scene: Scene = self._run(self._opened())
        # A connection beside the bot's own: what it sees is what was committed.
        self._beside = sqlite3.connect(self._path, isolation_level=None)

    async def _opened(self) -> Scene:
        scene = await set_scene(await Database.open(self._path, MainKey(MainKey.generate())))
        await scene.publish()
        return scene

    def teardown(self) -> None:
        if hasattr(self, "scene"):
            self._beside.close()
            self._run(self.scene.database.close())
        self._loop.close()
        self._directory.cleanup()

    def _facilitator(self, ellen: bool) -> int:
        return self.scene.ellen if ellen else self.scene.joost

    def _slot(self, number: int) -> Slot:
        """Any slot there ever was: withdrawn, past, taken or free."""
        rows = self._rows("SELECT id FROM slot ORDER BY id")
        assume(rows)
        slot: Slot = self._run(self.scene.database.reads.slots.get(rows[number % len(rows)][0]))
        return slot

    def _rows(self, sql: str, **values: object) -> list[tuple[Any, ...]]:
        return self._beside.execute(sql, values).fetchall()

    @rule(ellen=FACILITATOR, days=st.integers(1, 9), hour=st.integers(8, 17))
    def publish(self, *, ellen: bool, days: int, hour: int) -> None:
        day = local(self.now).date() + timedelta(days=days)
        self._run(self.scene.publish(day, (hour,), by=self._facilitator(ellen), now=self.now))

    @rule(person=PERSON, number=NUMBER)
    def book(self, person: int, number: int) -> None:
        self._run(self.scene.book(self.scene.people[person], self._slot(number), self.now))

    @rule(number=NUMBER)
    def two_book_the_same_at_once(self, number: int) -> None:
        slot = self._slot(number)
        first, second = self.scene.people[:2]

        async def race() -> None:
            await asyncio.gather(self.scene.book(first, slot, self.now), self.scene.book(second, slot, self.now))

        self._run(race())

    @rule(person=PERSON, number=NUMBER)
    def move(self, person: int, number: int) -> None:
        slot = self._slot(number)
        intakes = self.scene.services.intakes
        self._run(intakes.move(self.scene.people[person], slot.id, self.now, self.scene.update()))

    @rule(person=PERSON)
    def cancel(self, person: int) -> None:
        intakes = self.scene.services.intakes
        self._run(intakes.cancel(self.scene.people[person], "Toch niet", self.now, self.scene.update()))

    @rule(person=PERSON, wish=st.sampled_from(Wish), granted=st.booleans())
    def ask_after_the_cut_off(self, person: int, wish: Wish, *, granted: bool) -> None:
        intakes, facilitators = self.scene.services.intakes, self.scene.services.facilitator_intakes
        asked = self._run(intakes.ask_change(self.scene.people[person], wish, None, self.now, self.scene.update()))
        if asked.request is not None:
            answer = facilitators.grant if granted else facilitators.refuse
            self._run(answer(asked.card.facilitator.id, asked.request.id, self.now, self.scene.update()))

    @rule(number=NUMBER, tell=st.booleans())
    def facilitator_withdraws_a_slot(self, number: int, *, tell: bool) -> None:
        slot = self._slot(number)
        told = int(bool(self._rows("SELECT 1 FROM booking WHERE slot_id = :id AND status <> 'cancelled'", id=slot.id)))
        self._run(
            self.scene.services.slots.withdraw(
                slot.facilitator_id, Selection.one(slot.id), self.now, self.scene.update(), bookings_told=told
            )
        )

    @rule(number=NUMBER, to=NUMBER, tell=st.booleans())
    def facilitator_moves_somebody(self, number: int, to: int, *, tell: bool) -> None:
        booked = self._rows("SELECT id, slot_id FROM booking WHERE status = 'booked' ORDER BY id")
        assume(booked)
        booking_id, slot_id = booked[number % len(booked)]
        owner = self._run(self.scene.database.reads.slots.get(slot_id)).facilitator_id
        self._run(
            self.scene.services.facilitator_intakes.move_for(
                owner, booking_id, self._slot(to).id, self.now, self.scene.update(), tell=tell
            )
        )

    @rule(number=NUMBER, outcome=st.sampled_from(IntakeOutcome))
    def facilitator_records_an_outcome(self, number: int, outcome: IntakeOutcome) -> None:
        booked = self._rows(
            "SELECT booking.id, facilitator_id FROM booking JOIN slot ON slot.id = slot_id"
            " WHERE status = 'booked' AND starts_at <= :now ORDER BY booking.id",
            now=stored(self.now),
        )
        assume(booked)
        booking_id, owner = booked[number % len(booked)]
        record = self.scene.services.facilitator_intakes.record
        self._run(record(owner, booking_id, outcome, "Past niet", self.now, update_id=self.scene.update()))

    @rule(person=PERSON, ellen=st.none() | FACILITATOR)
    def join_the_waiting_list(self, person: int, ellen: bool | None) -> None:
        wish = None if ellen is None else self._facilitator(ellen)
        waiting = self.scene.services.waiting
        self._run(waiting.join(self.scene.people[person], wish, self.now, self.scene.update()))

    @rule(person=PERSON)
    def leave_the_waiting_list(self, person: int) -> None:
        self._run(self.scene.services.waiting.leave(self.scene.people[person], self.now, self.scene.update()))

    @precondition(lambda self: self._rows("SELECT 1 FROM offer"))
    @rule(number=NUMBER, accept=st.booleans())
    def answer_an_offer(self, number: int, *, accept: bool) -> None:
        offers = self._rows("SELECT id, person_id FROM offer ORDER BY status = 'open' DESC, id")
        offer_id, person_id = offers[number % min(len(offers), 2)]
        waiting = self.scene.services.waiting
        answer = waiting.accept if accept else waiting.decline
        self._run(answer(person_id, offer_id, self.now, self.scene.update()))

    @rule(person=PERSON)
    def is_taken_out(self, person: int) -> None:
        registration = self._run(self.scene.registration_of(self.scene.people[person]))
        leaving = self.scene.services.leaving
        self._run(leaving.take_out(registration, self.scene.annelies, None, self.now, self.scene.update()))

    @rule(hours=st.sampled_from((1, 3, 5, 14, 26, 75, 200)), standstill=st.booleans())
    def time_passes(self, hours: int, *, standstill: bool) -> None:
        """In a standstill nothing is carried out before its end."""
        self.now += timedelta(hours=hours)
        if standstill:
            self._run(self._catch_up())
        else:
            self._run(self.scene.let_pass(self.now))

    @rule()
    def what_is_due_is_sent(self) -> None:
        self._beside.execute(
            "UPDATE outbox SET status = 'sent', message_id = id WHERE status = 'queued' AND due_at <= :now",
            {"now": stored(self.now)},
        )

    async def _catch_up(self) -> None:
        moves = self.scene.services.moves
        while due := await moves.due(self.now, 10):
            for move in due:
                await moves.carry_out(move, self.now)

    @invariant()
    def no_slot_has_two_people_and_nobody_two_slots(self) -> None:
        rows = self._rows("SELECT slot_id, person_id, status FROM booking WHERE status <> 'cancelled'")
        live = Counter(person for _, person, status in rows if status == "booked")
        assert max(Counter(slot for slot, _, _ in rows).values(), default=1) == 1
        assert max(live.values(), default=1) == 1

    @invariant()
    def what_is_shown_is_what_the_rules_let_be_booked(self) -> None:
        """The list that is read at once, against the rule that is asked of each slot when it is booked."""
        reads, person = self.scene.database.reads, self.scene.people[0]

        async def one_by_one() -> list[Slot]:
            free = await reads.slots.free_after(self.now, person_id=person)
            return [slot for slot in free if await obstacle(reads, slot, self.now) is None]

        assert self._run(bookable(reads, self.now, person_id=person)) == self._run(one_by_one())

    @invariant()
    def nothing_is_planned_for_what_is_gone(self) -> None:
        stray = self._rows(
            "SELECT outbox.kind, outbox.id FROM outbox JOIN booking ON booking.id = subject_id"
            " JOIN slot ON slot.id = slot_id WHERE outbox.status = 'queued'"
            " AND outbox.kind IN (SELECT value FROM json_each(:planned))"
            " AND (booking.status <> 'booked' OR slot.withdrawn_at IS NOT NULL"
            " OR (detail IS NOT NULL AND detail <> cast(slot_id AS TEXT))"
            " OR recipient_id NOT IN (booking.person_id, slot.facilitator_id))",
            planned=json.dumps(PLANNED),
        )
        assert stray == []

    @invariant()
    def what_is_to_come_is_planned_for_both(self) -> None:
        booked = self._rows(
            "SELECT booking.id, booking.person_id, slot.facilitator_id FROM booking JOIN slot ON slot.id = slot_id"
            " WHERE status = 'booked' AND starts_at > :soon",
            soon=stored(self.now + timedelta(hours=1)),
        )
        for booking_id, person_id, facilitator_id in booked:
            reminded = self._rows(
                "SELECT recipient_id FROM outbox WHERE kind = 'intake-soon' AND subject_id = :id AND status = 'queued'",
                id=booking_id,
            )
            assert sorted(row[0] for row in reminded) == sorted((person_id, facilitator_id))

    @invariant()
    def no_offer_stands_for_ever_or_for_what_is_gone(self) -> None:
        stray = self._rows(
            "SELECT offer.id FROM offer JOIN slot ON slot.id = slot_id WHERE offer.status = 'open'"
            " AND (slot.withdrawn_at IS NOT NULL"
            " OR EXISTS (SELECT 1 FROM booking WHERE slot_id = slot.id AND status <> 'cancelled')"
            " OR EXISTS (SELECT 1 FROM booking WHERE person_id = offer.person_id AND status = 'booked')"
            " OR NOT EXISTS (SELECT 1 FROM waiting WHERE person_id = offer.person_id)"
            " OR NOT EXISTS (SELECT 1 FROM move WHERE kind = 'intake-offer' AND subject_id = offer.id"
            " AND closed_at IS NULL AND due_at > :now))",
            now=stored(self.now),
        )
        assert stray == []

    @invariant()
    def nobody_who_was_admitted_is_forgotten(self) -> None:
        """Everybody has an intake to come, a place in line, a nudge to come, or waits for a group."""
        forgotten = self._rows(
            "SELECT registration.id FROM registration WHERE status = 'admitted' AND NOT EXISTS"
            " (SELECT 1 FROM booking WHERE person_id = registration.person_id AND status = 'booked')"
            " AND NOT EXISTS (SELECT 1 FROM move WHERE closed_at IS NULL AND due_at IS NOT NULL"
            " AND subject_id = registration.id AND kind IN ('no-booking', 'waiting-list', 'no-group'))"
        )
        assert forgotten == []

    @invariant()
    def every_booking_has_somebody_who_will_say_what_came_of_it(self) -> None:
        unheld = self._rows(
            "SELECT booking.id FROM booking JOIN slot ON slot.id = slot_id WHERE status = 'booked' AND NOT EXISTS"
            " (SELECT 1 FROM move WHERE kind = 'intake-outcome' AND subject_id = booking.id AND closed_at IS NULL"
            " AND person_id = slot.facilitator_id)"
        )
        assert unheld == []

    @invariant()
    def who_has_an_intake_neither_waits_nor_is_nudged(self) -> None:
        both = self._rows(
            "SELECT booking.id FROM booking JOIN registration ON registration.person_id = booking.person_id"
            " AND registration.status = 'admitted' WHERE booking.status = 'booked'"
            " AND (EXISTS (SELECT 1 FROM waiting WHERE person_id = booking.person_id)"
            " OR EXISTS (SELECT 1 FROM move WHERE closed_at IS NULL AND subject_id = registration.id"
            " AND kind IN ('no-booking', 'waiting-list', 'no-group')))"
        )
        assert both == []

    @invariant()
    def nobody_who_left_keeps_anything(self) -> None:
        kept = self._rows(
            "SELECT registration.id FROM registration WHERE status IN ('withdrawn', 'declined') AND ("
            " EXISTS (SELECT 1 FROM booking WHERE person_id = registration.person_id AND status = 'booked')"
            " OR EXISTS (SELECT 1 FROM waiting WHERE person_id = registration.person_id)"
            " OR EXISTS (SELECT 1 FROM move WHERE closed_at IS NULL AND subject_id = registration.id"
            " AND kind IN ('no-booking', 'waiting-list', 'no-group')))"
        )
        assert kept == []


# Bounded by what it may cost in the suite: some fifteen seconds.
Intakes.TestCase.settings = settings(
    max_examples=15,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
)
TestIntakes = Intakes.TestCase
