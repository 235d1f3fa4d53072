"""The coordinator decides, once; the person agrees to another price first if it differs."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from domain.admission import DeclineReason, offered_reason
from domain.moves import MoveKind
from domain.outbox import Kind, OutboxStatus
from domain.person import Role
from domain.registration import Status
from services.admission import Admissions, Outcome
from services.outbox import Outbox
from services.registration import Registrations
from tests.services.cast import NOW, person, submitted, update_id

if TYPE_CHECKING:
    from domain.outbox import OutboxMessage
    from domain.person import Person
    from storage.database import Database

SUNDAY_NIGHT = datetime(2027, 1, 24, 22, 0, tzinfo=UTC)


@pytest.fixture
async def annelies(database: Database) -> Person:
    return await person(database, "Annelies Bakker", 1, Role.COORDINATOR)


@pytest.fixture
async def bram(database: Database) -> Person:
    return await person(database, "Bram de Wit", 2, Role.COORDINATOR)


@pytest.fixture
async def marijke(database: Database) -> Person:
    return await person(database, "Marijke", 11)


async def queued(database: Database, kind: Kind) -> list[OutboxMessage]:
    waiting = await database.reads.outbox.due(NOW + timedelta(days=365), 100)
    return [message for message in waiting if message.kind is kind]


async def deliver_cards(database: Database) -> list[OutboxMessage]:
    """As if every coordinator had received the card."""
    async with database.transaction() as work:
        cards = await work.outbox.due(NOW + timedelta(days=1), 100)
        for card in cards:
            await work.outbox.settle(card.id, OutboxStatus.SENT, NOW, telegram_message_id=1000 + card.id)
    return cards


async def test_admitting_at_the_agreed_price_makes_a_participant_who_hears_what_comes_next(
    database: Database, annelies: Person, marijke: Person
) -> None:
    registration = await submitted(database, marijke)

    decision = await Admissions(database).admit(registration.id, annelies.id, NOW, update_id(), as_member=True)

    assert decision.outcome is Outcome.ADMITTED
    kept = await database.reads.registrations.get(registration.id)
    assert (kept.status, kept.confirmed_member, kept.agreed_cents) == (Status.ADMITTED, True, 60_000)
    assert (kept.decided_by, kept.decided_at) == (annelies.id, NOW)
    admitted = await database.reads.people.get(marijke.id)
    assert (admitted.role, admitted.name) == (Role.PARTICIPANT, "Marijke de Groot")
    assert [message.recipient_id for message in await queued(database, Kind.ADMITTED)] == [marijke.id]
    assert await database.reads.moves.current(MoveKind.ADMISSION, registration.id) is None


async def test_two_coordinators_at_once_settle_it_once(
    database: Database, annelies: Person, bram: Person, marijke: Person
) -> None:
    registration = await submitted(database, marijke)
    admissions = Admissions(database)

    decisions = await asyncio.gather(
        admissions.admit(registration.id, annelies.id, NOW, update_id(), as_member=True),
        admissions.admit(registration.id, bram.id, NOW, update_id(), as_member=False),
    )

    assert [decision.outcome for decision in decisions] == [Outcome.ADMITTED, Outcome.SETTLED_BEFORE]
    card = decisions[1].card
    assert card is not None
    assert card.decided_by is not None
    assert card.decided_by.first_name == "Annelies"
    assert len(await queued(database, Kind.ADMITTED)) == 1


async def test_every_card_that_arrived_is_changed_and_those_on_their_way_stay_away(
    database: Database, annelies: Person, bram: Person, marijke: Person
) -> None:
    registration = await submitted(database, marijke)
    cards = await deliver_cards(database)
    async with database.transaction() as work:
        await work.outbox.add(
            Kind.ADMISSION_ASKED, bram.id, rule_at=NOW, due_at=NOW, at=NOW, subject_id=registration.id
        )

    await Admissions(database).admit(registration.id, annelies.id, SUNDAY_NIGHT, update_id(), as_member=True)

    changes = await queued(database, Kind.ADMISSION_SETTLED)
    assert [(each.recipient_id, each.replaces_id) for each in changes] == [
        (card.recipient_id, card.id) for card in cards
    ]
    assert {each.due_at for each in changes} == {SUNDAY_NIGHT}, "a change makes no sound: it need not wait"
    assert await queued(database, Kind.ADMISSION_ASKED) == []


async def test_the_person_is_left_in_peace_at_night(database: Database, annelies: Person, marijke: Person) -> None:
    registration = await submitted(database, marijke)

    await Admissions(database).admit(registration.id, annelies.id, SUNDAY_NIGHT, update_id(), as_member=True)

    assert [each.due_at.isoformat() for each in await queued(database, Kind.ADMITTED)] == ["2027-01-25T07:00:00+00:00"]


async def test_another_price_is_asked_before_anything_else_happens(
    database: Database, annelies: Person, marijke: Person
) -> None:
    registration = await submitted(database, marijke)

    decision = await Admissions(database).admit(registration.id, annelies.id, NOW, update_id(), as_member=False)

    assert decision.outcome is Outcome.PRICE_ASKED
    kept = await database.reads.registrations.get(registration.id)
    assert (kept.status, kept.agreed_cents) == (Status.PRICE, 60_000)
    assert (await database.reads.people.get(marijke.id)).role is None
    move = await database.reads.moves.current(MoveKind.PRICE, registration.id)
    assert move is not None
    assert move.person_id == marijke.id
    assert await queued(database, Kind.ADMITTED) == []


async def test_agreeing_admits_at_the_new_price_once(database: Database, annelies: Person, marijke: Person) -> None:
    registration = await submitted(database, marijke)
    admissions = Admissions(database)
    await admissions.admit(registration.id, annelies.id, NOW, update_id(), as_member=False)

    agreed = await admissions.agree_to_price(registration.id, marijke.id, NOW, update_id())
    again = await admissions.agree_to_price(registration.id, marijke.id, NOW, update_id())

    assert (agreed.outcome, again.outcome) == (Outcome.ADMITTED, Outcome.SETTLED_BEFORE)
    kept = await database.reads.registrations.get(registration.id)
    assert (kept.status, kept.agreed_cents) == (Status.ADMITTED, 95_000)
    assert (await database.reads.people.get(marijke.id)).role is Role.PARTICIPANT
    assert await queued(database, Kind.PRICE_ASKED) == [], "the question is no longer on its way"
    assert await queued(database, Kind.ADMITTED) == [], "who agrees is answered at once"
    assert await database.reads.moves.current(MoveKind.PRICE, registration.id) is None


async def test_refusing_withdraws_and_tells_every_coordinator(
    database: Database, annelies: Person, bram: Person, marijke: Person
) -> None:
    registration = await submitted(database, marijke)
    admissions = Admissions(database)
    await admissions.admit(registration.id, annelies.id, NOW, update_id(), as_member=False)

    decision = await admissions.refuse_price(registration.id, marijke.id, NOW, update_id())

    assert decision.outcome is Outcome.PRICE_REFUSED
    assert (await database.reads.registrations.get(registration.id)).status is Status.WITHDRAWN
    told = await queued(database, Kind.PRICE_REFUSED)
    assert [each.recipient_id for each in told] == [annelies.id, bram.id]


async def test_nobody_answers_a_price_for_another(database: Database, annelies: Person, marijke: Person) -> None:
    registration = await submitted(database, marijke)
    outsider = await person(database, "Kees Vreemd", 99)
    admissions = Admissions(database)
    await admissions.admit(registration.id, annelies.id, NOW, update_id(), as_member=False)

    agreed = await admissions.agree_to_price(registration.id, outsider.id, NOW, update_id())
    refused = await admissions.refuse_price(registration.id, outsider.id, NOW, update_id())

    assert {agreed.outcome, refused.outcome} == {Outcome.UNKNOWN}
    assert (agreed.card, refused.card) == (None, None)
    assert (await database.reads.registrations.get(registration.id)).status is Status.PRICE


async def test_a_member_who_said_not_to_be_one_is_asked_too_for_the_price_goes_down(
    database: Database, annelies: Person, marijke: Person
) -> None:
    registration = await submitted(database, marijke, member=False, cents=95_000)
    admissions = Admissions(database)

    decision = await admissions.admit(registration.id, annelies.id, NOW, update_id(), as_member=True)
    await admissions.agree_to_price(registration.id, marijke.id, NOW, update_id())

    assert decision.outcome is Outcome.PRICE_ASKED
    assert (await database.reads.registrations.get(registration.id)).agreed_cents == 60_000


async def test_the_office_can_return_to_the_agreed_price(database: Database, annelies: Person, marijke: Person) -> None:
    registration = await submitted(database, marijke)
    admissions = Admissions(database)
    await admissions.admit(registration.id, annelies.id, NOW, update_id(), as_member=False)

    decision = await admissions.admit_as_agreed(registration.id, annelies.id, NOW, update_id())

    assert decision.outcome is Outcome.ADMITTED
    kept = await database.reads.registrations.get(registration.id)
    assert (kept.agreed_cents, kept.confirmed_member) == (60_000, True)
    assert len(await queued(database, Kind.ADMITTED)) == 1


async def test_admitting_after_the_person_withdrew_does_nothing(
    database: Database, annelies: Person, marijke: Person
) -> None:
    registration = await submitted(database, marijke)
    await deliver_cards(database)
    await Registrations(database).withdraw(marijke.id, registration.id, NOW, update_id())

    decision = await Admissions(database).admit(registration.id, annelies.id, NOW, update_id(), as_member=True)

    assert decision.outcome is Outcome.SETTLED_BEFORE
    assert (await database.reads.registrations.get(registration.id)).status is Status.WITHDRAWN
    assert (await database.reads.people.get(marijke.id)).role is None
    assert len(await queued(database, Kind.ADMISSION_SETTLED)) == 1, "the card was settled by the withdrawal"


async def test_a_decision_that_cannot_be_delivered_shows_on_the_card(
    database: Database, annelies: Person, marijke: Person
) -> None:
    registration = await submitted(database, marijke)
    await deliver_cards(database)
    admissions = Admissions(database)
    await admissions.admit(registration.id, annelies.id, NOW, update_id(), as_member=True)
    changed_before = len(await queued(database, Kind.ADMISSION_SETTLED))
    (admitted,) = await queued(database, Kind.ADMITTED)

    await Outbox(database).lose(admitted, NOW)

    assert len(await queued(database, Kind.ADMISSION_SETTLED)) == changed_before + 1
    card = await admissions.card(registration.id)
    assert card is not None
    assert not card.person.reachable


async def test_what_is_gone_is_unknown(database: Database, annelies: Person) -> None:
    decision = await Admissions(database).admit(999, annelies.id, NOW, update_id(), as_member=True)

    assert decision.outcome is Outcome.UNKNOWN


async def test_declining_needs_a_reason_and_a_confirmation(
    database: Database, annelies: Person, marijke: Person
) -> None:
    registration = await submitted(database, marijke)
    admissions = Admissions(database)

    too_early = await admissions.decline(registration.id, annelies.id, NOW, update_id())
    await admissions.ask_reason(registration.id, annelies.id, NOW, update_id())
    await admissions.prepare_decline(annelies.id, DeclineReason.ROUND_FULL, NOW, update_id())
    not_yet = (await database.reads.registrations.get(registration.id)).status
    decision = await admissions.decline(registration.id, annelies.id, NOW, update_id())
    again = await admissions.decline(registration.id, annelies.id, NOW, update_id())

    assert (too_early.outcome, not_yet) == (Outcome.UNKNOWN, Status.SUBMITTED)
    assert (decision.outcome, again.outcome) == (Outcome.DECLINED, Outcome.UNKNOWN)
    kept = await database.reads.registrations.get(registration.id)
    assert kept.status is Status.DECLINED
    assert offered_reason(kept.reason or "") is DeclineReason.ROUND_FULL
    assert [each.recipient_id for each in await queued(database, Kind.DECLINED)] == [marijke.id]
    assert await database.reads.conversations.of(annelies.id) is None


async def test_own_words_stay_own_words(database: Database, annelies: Person, marijke: Person) -> None:
    registration = await submitted(database, marijke)
    admissions = Admissions(database)
    await admissions.ask_reason(registration.id, annelies.id, NOW, update_id())
    await admissions.prepare_decline(annelies.id, "round-full", NOW, update_id())

    await admissions.decline(registration.id, annelies.id, NOW, update_id())

    kept = await database.reads.registrations.get(registration.id)
    assert kept.reason == "round-full"
    assert offered_reason(kept.reason) is None


async def test_nobody_sends_the_reason_of_a_colleague(
    database: Database, annelies: Person, bram: Person, marijke: Person
) -> None:
    registration = await submitted(database, marijke)
    admissions = Admissions(database)
    for coordinator, reason in ((annelies, "Van Annelies"), (bram, "Van Bram")):
        await admissions.ask_reason(registration.id, coordinator.id, NOW, update_id())
        await admissions.prepare_decline(coordinator.id, reason, NOW, update_id())

    decision = await admissions.decline(registration.id, annelies.id, NOW, update_id())

    assert decision.outcome is Outcome.UNKNOWN
    assert (await database.reads.registrations.get(registration.id)).status is Status.SUBMITTED


async def test_a_colleague_who_admits_meanwhile_was_first(
    database: Database, annelies: Person, bram: Person, marijke: Person
) -> None:
    registration = await submitted(database, marijke)
    admissions = Admissions(database)
    await admissions.ask_reason(registration.id, annelies.id, NOW, update_id())
    await admissions.prepare_decline(annelies.id, DeclineReason.NO_ALDERMAN, NOW, update_id())
    await admissions.admit(registration.id, bram.id, NOW, update_id(), as_member=True)

    decision = await admissions.decline(registration.id, annelies.id, NOW, update_id())

    assert decision.outcome is Outcome.SETTLED_BEFORE
    kept = await database.reads.registrations.get(registration.id)
    assert (kept.status, kept.reason, kept.decided_by) == (Status.ADMITTED, None, bram.id)


async def test_stopping_leaves_the_registration_as_it_was(
    database: Database, annelies: Person, marijke: Person
) -> None:
    registration = await submitted(database, marijke)
    admissions = Admissions(database)
    await admissions.ask_reason(registration.id, annelies.id, NOW, update_id())
    await admissions.prepare_decline(annelies.id, "Een harde reden", NOW, update_id())

    await admissions.stop_declining(annelies.id, NOW, update_id())

    kept = await database.reads.registrations.get(registration.id)
    assert (kept.status, kept.reason, kept.decided_by) == (Status.SUBMITTED, None, None)
    assert [each.id for each in await admissions.waiting()] == [registration.id]


async def test_the_oldest_waits_in_front(database: Database, annelies: Person) -> None:
    first = await submitted(database, await person(database, "Een", 21))
    second = await submitted(database, await person(database, "Twee", 22))
    async with database.transaction() as work:
        await work.registrations.save(second.model_copy(update={"submitted_at": NOW - timedelta(days=1)}))

    waiting = await Admissions(database).waiting()

    assert [each.id for each in waiting] == [second.id, first.id]
