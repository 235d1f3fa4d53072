"""A link works once, for one role, for a limited time, and is kept as a hash only."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from domain.conversation import ConversationName
from domain.invitation import InvitationKind, InvitationOutcome
from domain.outbox import Kind
from domain.person import Role
from domain.registration import Question, Status
from services.entry import Entries
from services.invitation import Invitations
from services.moves import Moves
from tests.services.cast import NOW, person, submitted, update_id

if TYPE_CHECKING:
    from datetime import datetime

    from domain.person import Person
    from services.entry import Entered
    from storage.database import Database

ELLEN, JEROEN, STRANGER = 51, 52, 53


@pytest.fixture
async def annelies(database: Database) -> Person:
    return await person(database, "Annelies Bakker", 1, Role.COORDINATOR)


async def entered_by(database: Database, coordinator: Person, name: str = "Jeroen Smit") -> Entered:
    entries = Entries(database)
    await entries.begin(coordinator.id, NOW, update_id())
    await entries.name(coordinator.id, name, NOW, update_id())
    await entries.municipality(coordinator.id, "GM0796", NOW, update_id())
    turn = await entries.email(coordinator.id, "jeroen@gemeente.nl", NOW, update_id())
    assert turn is not None
    assert turn.registration is not None
    entered = await entries.finish(coordinator.id, turn.registration.id, NOW, update_id())
    assert entered is not None
    return entered


async def told(database: Database, kind: Kind) -> list[int]:
    return [
        message.recipient_id
        for message in await database.reads.outbox.due(NOW + timedelta(days=60), 100)
        if message.kind is kind and message.recipient_id is not None
    ]


async def test_a_link_makes_a_facilitator_and_its_maker_hears(database: Database, annelies: Person) -> None:
    invitations = Invitations(database)
    token = await invitations.issue(InvitationKind.FACILITATOR, NOW, created_by=annelies.id)

    acceptance = await invitations.accept(token, ELLEN, NOW, update_id(), name="Ellen Vos")

    assert acceptance.outcome is InvitationOutcome.FACILITATOR
    ellen = await database.reads.people.by_telegram(ELLEN)
    assert ellen is not None
    assert (ellen.role, ellen.name, ellen.reachable) == (Role.FACILITATOR, "Ellen Vos", True)
    assert await told(database, Kind.INVITATION_USED) == [annelies.id]


async def test_the_same_person_hears_calmly_that_it_is_done(database: Database, annelies: Person) -> None:
    invitations = Invitations(database)
    token = await invitations.issue(InvitationKind.FACILITATOR, NOW, created_by=annelies.id)
    await invitations.accept(token, ELLEN, NOW, update_id())

    again = await invitations.accept(token, ELLEN, NOW + timedelta(days=90), update_id())

    assert again.outcome is InvitationOutcome.DONE_BEFORE
    assert await told(database, Kind.INVITATION_USED) == [annelies.id]


async def test_somebody_else_cannot_use_it_again(database: Database, annelies: Person) -> None:
    invitations = Invitations(database)
    token = await invitations.issue(InvitationKind.COORDINATOR, NOW, created_by=annelies.id)
    await invitations.accept(token, ELLEN, NOW, update_id())

    late = await invitations.accept(token, STRANGER, NOW, update_id())

    assert late.outcome is InvitationOutcome.USED
    assert late.person.role is None


async def test_two_who_open_it_at_once_do_not_both_get_the_role(database: Database, annelies: Person) -> None:
    invitations = Invitations(database)
    token = await invitations.issue(InvitationKind.FACILITATOR, NOW, created_by=annelies.id)

    both = await asyncio.gather(
        invitations.accept(token, ELLEN, NOW, update_id()), invitations.accept(token, JEROEN, NOW, update_id())
    )

    assert sorted(each.outcome for each in both) == [InvitationOutcome.FACILITATOR, InvitationOutcome.USED]
    assert len(await database.reads.people.with_role(Role.FACILITATOR)) == 1


@pytest.mark.parametrize(
    ("kind", "valid"),
    [(InvitationKind.COORDINATOR, timedelta(hours=24)), (InvitationKind.FACILITATOR, timedelta(days=7))],
)
async def test_a_link_expires(database: Database, kind: InvitationKind, valid: timedelta) -> None:
    invitations = Invitations(database)
    token = await invitations.issue(kind, NOW)

    late = await invitations.accept(token, STRANGER, NOW + valid, update_id())
    in_time = await invitations.accept(token, ELLEN, NOW + valid - timedelta(seconds=1), update_id())

    assert late.outcome is InvitationOutcome.EXPIRED
    assert late.person.role is None
    assert in_time.outcome.value == kind.value


async def test_a_forged_token_opens_nothing_and_still_lets_one_in_as_nobody(database: Database) -> None:
    acceptance = await Invitations(database).accept("forged", STRANGER, NOW, update_id())

    assert acceptance.outcome is InvitationOutcome.UNKNOWN
    assert acceptance.person.role is None


async def test_who_has_a_role_keeps_it_and_the_link_stays_good(database: Database, annelies: Person) -> None:
    invitations = Invitations(database)
    token = await invitations.issue(InvitationKind.FACILITATOR, NOW, created_by=annelies.id)

    own = await invitations.accept(token, 1, NOW, update_id())
    meant = await invitations.accept(token, ELLEN, NOW, update_id())

    assert own.outcome is InvitationOutcome.HAS_ROLE
    assert own.person.role is Role.COORDINATOR
    assert meant.outcome is InvitationOutcome.FACILITATOR


async def test_who_registers_does_not_become_a_facilitator(database: Database, annelies: Person) -> None:
    marijke = await person(database, "Marijke de Groot", 11)
    await submitted(database, marijke)
    token = await Invitations(database).issue(InvitationKind.FACILITATOR, NOW, created_by=annelies.id)

    acceptance = await Invitations(database).accept(token, 11, NOW, update_id())

    assert acceptance.outcome is InvitationOutcome.HAS_REGISTRATION
    assert (await database.reads.people.get(marijke.id)).role is None


async def test_a_new_coordinator_is_told_to_the_others(database: Database, annelies: Person) -> None:
    invitations = Invitations(database)
    token = await invitations.issue(InvitationKind.COORDINATOR, NOW)

    await invitations.accept(token, STRANGER, NOW, update_id(), name="Kees Vreemd")

    assert await told(database, Kind.INVITATION_USED) == [annelies.id]


async def test_only_the_hash_is_kept(database: Database, annelies: Person) -> None:
    token = await Invitations(database).issue(InvitationKind.FACILITATOR, NOW, created_by=annelies.id)

    files = [path.read_bytes() for path in database.path.parent.iterdir() if path.is_file()]

    assert not any(token.encode() in content for content in files)


async def test_what_the_office_entered_becomes_the_account_of_who_opens_it(
    database: Database, annelies: Person
) -> None:
    entered = await entered_by(database, annelies)

    acceptance = await Invitations(database).accept(entered.token, JEROEN, NOW, update_id(), name="J.")

    assert acceptance.outcome is InvitationOutcome.REGISTRATION
    assert acceptance.person.name == "Jeroen Smit"
    assert acceptance.registration is not None
    assert acceptance.registration.person_id == acceptance.person.id
    assert acceptance.registration.answers.email == "jeroen@gemeente.nl"
    conversation = await database.reads.conversations.of(acceptance.person.id)
    assert conversation is not None
    assert conversation.name is ConversationName.REGISTRATION
    assert conversation.question == Question.PARTY
    assert conversation.subject_id == acceptance.registration.id
    assert await told(database, Kind.INVITATION_USED) == [annelies.id]


async def test_somebody_who_pressed_start_before_keeps_one_person(database: Database, annelies: Person) -> None:
    bare = await person(database, None, JEROEN)
    entered = await entered_by(database, annelies)

    acceptance = await Invitations(database).accept(entered.token, JEROEN, NOW, update_id())
    again = await Invitations(database).accept(entered.token, JEROEN, NOW, update_id())

    assert acceptance.person.id == bare.id
    assert again.outcome is InvitationOutcome.DONE_BEFORE
    with pytest.raises(LookupError):
        await database.reads.people.get(entered.registration.person_id)
    assert await database.reads.registrations.entered() == []


async def test_an_earlier_registration_that_ended_stays_beside_what_was_entered(
    database: Database, annelies: Person
) -> None:
    jeroen = await person(database, "Jeroen Smit", JEROEN)
    earlier = await submitted(database, jeroen)
    async with database.transaction() as work:
        await work.registrations.save(earlier.model_copy(update={"status": Status.DECLINED}))
    entered = await entered_by(database, annelies)

    acceptance = await Invitations(database).accept(entered.token, JEROEN, NOW, update_id())

    assert acceptance.outcome is InvitationOutcome.REGISTRATION
    assert (await database.reads.registrations.get(earlier.id)).status is Status.DECLINED
    live = await database.reads.registrations.live_of(jeroen.id)
    assert live is not None
    assert live.answers.name == "Jeroen Smit"


async def test_a_newer_link_takes_the_place_of_a_lost_one(database: Database, annelies: Person) -> None:
    entered = await entered_by(database, annelies)
    newer = await Entries(database).link_again(annelies.id, entered.registration.id, NOW, update_id())
    assert newer is not None

    old = await Invitations(database).accept(entered.token, STRANGER, NOW, update_id())
    new = await Invitations(database).accept(newer.token, JEROEN, NOW, update_id())

    assert old.outcome is InvitationOutcome.UNKNOWN
    assert new.outcome is InvitationOutcome.REGISTRATION
    assert await Entries(database).link_again(annelies.id, entered.registration.id, NOW, update_id()) is None


async def test_a_cancelled_entry_leaves_nobody_behind(database: Database, annelies: Person) -> None:
    entries = Entries(database)
    await entries.begin(annelies.id, NOW, update_id())
    turn = await entries.name(annelies.id, "Jeroen Smit", NOW, update_id())
    assert turn is not None
    assert turn.registration is not None

    await entries.cancel(annelies.id, update_id())

    with pytest.raises(LookupError):
        await database.reads.people.get(turn.registration.person_id)
    assert await database.reads.conversations.of(annelies.id) is None
    assert await database.reads.moves.next_due() is None


async def test_a_step_back_keeps_what_was_entered(database: Database, annelies: Person) -> None:
    entries = Entries(database)
    await entries.begin(annelies.id, NOW, update_id())
    await entries.name(annelies.id, "Jeroen Smid", NOW, update_id())
    await entries.back(annelies.id, NOW, update_id())

    turn = await entries.name(annelies.id, "Jeroen Smit", NOW, update_id())

    assert turn is not None
    assert turn.registration is not None
    assert (await database.reads.people.get(turn.registration.person_id)).name == "Jeroen Smit"
    assert await entries.finish(annelies.id, turn.registration.id, NOW, update_id()) is None
    assert [each.answers.name for each in await database.reads.registrations.with_status(Status.DRAFT)] == [
        "Jeroen Smit"
    ]


async def test_nobody_else_makes_a_link_for_whom_a_colleague_is_still_entering(
    database: Database, annelies: Person
) -> None:
    entries = Entries(database)
    await entries.begin(annelies.id, NOW, update_id())
    turn = await entries.name(annelies.id, "Jeroen Smit", NOW, update_id())
    assert turn is not None
    assert turn.registration is not None

    link = await entries.link_again(annelies.id, turn.registration.id, NOW, update_id())

    assert link is None
    assert await entries.unopened() == []


async def past_every_due_moment(database: Database, end: datetime) -> None:
    moves = Moves(database)
    while (moment := await moves.next_due()) is not None and moment <= end:
        for move in await moves.due(moment, 10):
            await moves.carry_out(move, moment)


async def test_the_office_hears_that_a_link_was_not_opened_and_that_what_it_entered_is_gone(
    database: Database, annelies: Person
) -> None:
    """The person cannot be told: the bot has no chat with them."""
    entered = await entered_by(database, annelies)

    await past_every_due_moment(database, NOW + timedelta(days=29))
    unopened = await told(database, Kind.ENTRY_UNOPENED)
    await past_every_due_moment(database, NOW + timedelta(days=31))

    assert unopened == [annelies.id]
    assert await told(database, Kind.ENTRY_GONE) == [annelies.id]
    assert await told(database, Kind.REGISTRATION_NUDGE) == []
    with pytest.raises(LookupError):
        await database.reads.people.get(entered.registration.person_id)


async def test_a_new_link_is_never_outlived_by_what_it_leads_to(database: Database, annelies: Person) -> None:
    entered = await entered_by(database, annelies)
    late = NOW + timedelta(days=20)
    await past_every_due_moment(database, late)
    newer = await Entries(database).link_again(annelies.id, entered.registration.id, late, update_id())
    assert newer is not None

    await past_every_due_moment(database, late + timedelta(days=13))
    acceptance = await Invitations(database).accept(newer.token, JEROEN, late + timedelta(days=13), update_id())

    assert acceptance.outcome is InvitationOutcome.REGISTRATION


async def test_what_a_coordinator_left_half_entered_is_erased_without_holding_them(
    database: Database, annelies: Person
) -> None:
    entries = Entries(database)
    await entries.begin(annelies.id, NOW, update_id())
    await entries.name(annelies.id, "Jeroen Smit", NOW, update_id())

    await past_every_due_moment(database, NOW + timedelta(days=31))

    assert await told(database, Kind.ENTRY_UNOPENED) == []
    assert await database.reads.conversations.of(annelies.id) is None
    turn = await entries.begin(annelies.id, NOW + timedelta(days=31), update_id())
    assert turn.registration is None
