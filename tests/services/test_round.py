"""Opening a round step by step, and closing it, by hand or by its date."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from domain.outbox import Kind
from domain.person import Role
from domain.round import Round, RoundQuestion, RoundStatus
from domain.standing import EnrolmentState
from services.enrolment import enrolment_by
from services.moves import Moves
from services.round import Rounds, RoundTurn
from tests.services.cast import NOW, person, submitted, update_id

if TYPE_CHECKING:
    from domain.person import Person
    from storage.database import Database

LAST_DAY = date(2027, 2, 12)


@pytest.fixture
async def annelies(database: Database) -> Person:
    return await person(database, "Annelies Bakker", 1, Role.COORDINATOR)


async def filled_in(rounds: Rounds, coordinator: Person, places: int = 24) -> RoundTurn:
    await rounds.begin(coordinator.id, NOW, update_id())
    await rounds.name(coordinator.id, "Voorjaar 2027", NOW, update_id())
    await rounds.close_on(coordinator.id, LAST_DAY, NOW, update_id())
    turn = await rounds.limit(coordinator.id, places, NOW, update_id())
    assert turn is not None
    return turn


async def opened(rounds: Rounds, coordinator: Person, places: int = 24) -> Round:
    turn = await filled_in(rounds, coordinator, places)
    round_ = await rounds.open(coordinator.id, turn.round.id, NOW, update_id())
    assert isinstance(round_, Round)
    return round_


async def test_it_asks_name_closing_day_and_places_and_then_shows_it(database: Database, annelies: Person) -> None:
    rounds = Rounds(database)

    asked = [
        await rounds.begin(annelies.id, NOW, update_id()),
        await rounds.name(annelies.id, "Voorjaar 2027", NOW, update_id()),
        await rounds.close_on(annelies.id, LAST_DAY, NOW, update_id()),
        await rounds.limit(annelies.id, 24, NOW, update_id()),
    ]

    assert [turn.question for turn in asked if turn] == list(RoundQuestion)


async def test_an_answer_to_another_question_than_the_one_asked_changes_nothing(
    database: Database, annelies: Person
) -> None:
    rounds = Rounds(database)
    begun = await rounds.begin(annelies.id, NOW, update_id())

    turn = await rounds.limit(annelies.id, 24, NOW, update_id())

    assert turn is None
    assert (await rounds.get(begun.round.id)).places is None


async def test_a_change_from_the_summary_returns_to_the_summary(database: Database, annelies: Person) -> None:
    rounds = Rounds(database)
    await filled_in(rounds, annelies)

    asked = await rounds.change(annelies.id, RoundQuestion.NAME, NOW, update_id())
    turn = await rounds.name(annelies.id, "Najaar 2027", NOW, update_id())

    assert asked is not None
    assert asked.question is RoundQuestion.NAME
    assert turn is not None
    assert (turn.question, turn.round.name, turn.round.places) == (RoundQuestion.SUMMARY, "Najaar 2027", 24)


async def test_a_step_back_asks_the_question_before(database: Database, annelies: Person) -> None:
    rounds = Rounds(database)
    await rounds.begin(annelies.id, NOW, update_id())
    await rounds.name(annelies.id, "Voorjaar 2027", NOW, update_id())

    back = await rounds.back(annelies.id, NOW, update_id())
    no_further = await rounds.back(annelies.id, NOW, update_id())

    assert back is not None
    assert back.question is RoundQuestion.NAME
    assert no_further is None


async def test_opening_twice_opens_once(database: Database, annelies: Person) -> None:
    rounds = Rounds(database)
    round_ = await opened(rounds, annelies)

    again = await rounds.open(annelies.id, round_.id, NOW, update_id())

    assert again is None
    assert [each.id for each in await database.reads.rounds.open_rounds()] == [round_.id]
    assert await database.reads.conversations.of(annelies.id) is None


async def test_a_day_that_passed_meanwhile_is_asked_again(database: Database, annelies: Person) -> None:
    rounds = Rounds(database)
    turn = await filled_in(rounds, annelies)

    answer = await rounds.open(annelies.id, turn.round.id, NOW + timedelta(days=60), update_id())

    assert isinstance(answer, RoundTurn)
    assert answer.question is RoundQuestion.CLOSES_ON
    assert await database.reads.rounds.open_rounds() == []


async def test_a_colleague_cannot_open_what_another_is_filling_in(database: Database, annelies: Person) -> None:
    rounds = Rounds(database)
    turn = await filled_in(rounds, annelies)
    bram = await person(database, "Bram de Wit", 2, Role.COORDINATOR)

    assert await rounds.open(bram.id, turn.round.id, NOW, update_id()) is None


async def test_cancelling_leaves_no_round(database: Database, annelies: Person) -> None:
    rounds = Rounds(database)
    turn = await filled_in(rounds, annelies)

    await rounds.cancel(annelies.id, update_id())

    with pytest.raises(LookupError):
        await rounds.get(turn.round.id)


async def test_free_enrolments_join_in_their_order_as_far_as_there_are_places(
    database: Database, annelies: Person
) -> None:
    waiting = [await submitted(database, await person(database, f"Wethouder {n}", 20 + n)) for n in range(3)]
    rounds = Rounds(database)

    round_ = await opened(rounds, annelies, places=2)

    overview = await rounds.overview()
    assert [each.id for each in overview.rounds[0].registrations] == [each.id for each in waiting[:2]]
    assert overview.rounds[0].free == 0
    assert [each.id for each in overview.waiting] == [waiting[2].id]
    assert (await enrolment_by(database.reads, round_.slug, NOW)).state is EnrolmentState.FULL


async def test_the_round_closes_when_its_last_day_in_amsterdam_is_over_and_the_office_hears_once(
    database: Database, annelies: Person
) -> None:
    round_ = await opened(Rounds(database), annelies)
    moves = Moves(database)
    assert round_.ends_at is not None
    just_before = round_.ends_at - timedelta(seconds=1)

    before = await moves.due(just_before, 10)
    due = await moves.due(round_.ends_at, 10)
    first = await moves.carry_out(due[0], round_.ends_at)
    second = await moves.carry_out(due[0], round_.ends_at)

    assert before == []
    assert round_.ends_at.isoformat() == "2027-02-12T23:00:00+00:00"
    assert (first, second) == (True, False)
    assert (await database.reads.rounds.get(round_.id)).status is RoundStatus.CLOSED
    told = await database.reads.outbox.due(round_.ends_at + timedelta(days=3), 10)
    assert [(message.kind, message.recipient_id) for message in told] == [(Kind.ROUND_CLOSED, annelies.id)]
    assert await moves.next_due() is None


async def test_who_closes_a_round_tells_the_colleagues_and_closes_it_once(database: Database, annelies: Person) -> None:
    bram = await person(database, "Bram de Wit", 2, Role.COORDINATOR)
    rounds = Rounds(database)
    round_ = await opened(rounds, annelies)

    closed = await rounds.close(round_.id, annelies.id, NOW, update_id())
    again = await rounds.close(round_.id, bram.id, NOW, update_id())

    assert closed is not None
    assert again is None
    told = await database.reads.outbox.due(NOW + timedelta(days=1), 10)
    assert [(message.kind, message.recipient_id) for message in told] == [(Kind.ROUND_CLOSED, bram.id)]
    assert await Moves(database).next_due() is None
