"""Registering, from the first tap to "ontvangen", and taking it back."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from domain.conversation import Conversation, ConversationName
from domain.moves import MoveKind
from domain.outbox import Kind, OutboxStatus
from domain.person import Role
from domain.portfolios import Portfolio
from domain.privacy import PRIVACY_VERSION
from domain.registration import NothingTicked, NotWith, Question, Status, Weekday
from domain.round import RoundStatus
from domain.standing import EnrolmentState
from services.registration import BeginOutcome, Registrations, SubmitOutcome
from services.registration_answers import RegistrationAnswers
from services.registration_turn import NotAskedError
from tests.services.cast import NOW, person, submitted, update_id

if TYPE_CHECKING:
    from domain.person import Person
    from domain.registration import Registration
    from domain.round import Round
    from services.registration import Submission
    from services.registration_turn import Turn
    from storage.database import Database

MEMBER_CENTS, OTHER_CENTS = 60_000, 95_000


@pytest.fixture
async def annelies(database: Database) -> Person:
    return await person(database, "Annelies Bakker", 1, Role.COORDINATOR)


@pytest.fixture
async def marijke(database: Database) -> Person:
    return await person(database, None, 2)


@pytest.fixture
async def outsider(database: Database) -> Person:
    return await person(database, None, 3)


@pytest.fixture
def registrations(database: Database) -> Registrations:
    return Registrations(database)


@pytest.fixture
def answers(database: Database) -> RegistrationAnswers:
    return RegistrationAnswers(database)


async def a_round(database: Database, office: Person, slug: str = "voorjaar", places: int | None = None) -> Round:
    async with database.transaction() as work:
        draft = await work.rounds.add(slug, office.id)
        opened = draft.model_copy(
            update={"status": RoundStatus.OPEN, "name": "Voorjaar", "places": places, "closes_on": date(2027, 2, 12)}
        )
        await work.rounds.save(opened)
        return opened


async def begun(registrations: Registrations, who: Person, slug: str | None = None) -> Turn:
    begun = await registrations.begin(who.id, slug, "Marijke de Groot", NOW, update_id(), free=slug is None)
    assert begun.turn is not None
    return begun.turn


async def answer_all(answers: RegistrationAnswers, who: Person, *, member: bool = True) -> Turn:
    """Everything up to the summary, for who is asked the name."""
    await answers.keep(who.id, Question.NAME, NOW, update_id())
    await answers.answer(who.id, Question.MUNICIPALITY, NOW, update_id(), municipality_code="GM0796")
    await answers.answer(who.id, Question.PARTY, NOW, update_id(), party="CDA")
    await answers.tick(who.id, Question.PORTFOLIOS, Portfolio.SPORT, NOW, update_id(), ticked=True)
    await answers.finish_ticks(who.id, Question.PORTFOLIOS, NOW, update_id())
    await answers.answer(who.id, Question.IN_OFFICE_SINCE, NOW, update_id(), in_office_since=2022)
    await answers.answer(who.id, Question.MEMBER, NOW, update_id(), member=member)
    await answers.answer(who.id, Question.EMAIL, NOW, update_id(), email="marijke@gemeente.nl")
    cents = MEMBER_CENTS if member else OTHER_CENTS
    return await answers.consent(who.id, cents, PRIVACY_VERSION, NOW, update_id())


async def sent(registrations: Registrations, answers: RegistrationAnswers, who: Person) -> Registration:
    turn = await begun(registrations, who)
    await answer_all(answers, who)
    submission = await submit(registrations, who, turn.registration)
    assert submission.outcome is SubmitOutcome.RECEIVED
    return submission.turn.registration


async def submit(
    registrations: Registrations, who: Person, registration: Registration, *, free: bool = False
) -> Submission:
    return await registrations.submit(who.id, registration.id, NOW, update_id(), free=free)


async def conversation_of(database: Database, who: Person) -> Conversation | None:
    return await database.reads.conversations.of(who.id)


async def queued(database: Database, kind: Kind) -> int:
    due = await database.reads.outbox.due(NOW + timedelta(days=30), 100)
    return sum(1 for message in due if message.kind is kind and message.status is OutboxStatus.QUEUED)


# Beginning


async def test_the_name_that_telegram_knows_is_offered_and_not_yet_an_answer(
    database: Database, registrations: Registrations, marijke: Person
) -> None:
    turn = await begun(registrations, marijke)

    assert turn.question is Question.NAME
    assert turn.registration.answers.name == "Marijke de Groot"
    assert Question.NAME not in turn.registration.answers.answered
    assert await conversation_of(database, marijke) == Conversation(
        name=ConversationName.REGISTRATION, question=Question.NAME, subject_id=turn.registration.id
    )


async def test_a_half_finished_registration_is_waited_for_from_the_first_moment(
    database: Database, registrations: Registrations, marijke: Person
) -> None:
    turn = await begun(registrations, marijke)

    move = await database.reads.moves.current(MoveKind.HALF_FINISHED, turn.registration.id)
    assert move is not None
    assert move.person_id == marijke.id


async def test_beginning_again_goes_on_with_the_same_registration(
    registrations: Registrations, answers: RegistrationAnswers, marijke: Person
) -> None:
    first = await begun(registrations, marijke)
    await answers.keep(marijke.id, Question.NAME, NOW, update_id())

    again = await registrations.begin(marijke.id, None, "Iemand Anders", NOW, update_id(), free=True)

    assert again.outcome is BeginOutcome.RESUMED
    assert again.turn is not None
    assert again.turn.registration.id == first.registration.id
    assert again.turn.question is Question.MUNICIPALITY


async def test_who_is_registered_cannot_begin_another(
    registrations: Registrations, answers: RegistrationAnswers, marijke: Person
) -> None:
    await sent(registrations, answers, marijke)

    again = await registrations.begin(marijke.id, None, None, NOW, update_id(), free=False)

    assert again.outcome is BeginOutcome.ALREADY


async def test_without_a_round_nothing_starts_until_free_enrolment_is_chosen(
    database: Database, registrations: Registrations, marijke: Person
) -> None:
    refused = await registrations.begin(marijke.id, None, None, NOW, update_id(), free=False)

    assert refused.outcome is BeginOutcome.NO_PLACE
    assert refused.enrolment.state is EnrolmentState.NONE
    assert await database.reads.registrations.live_of(marijke.id) is None
    assert (await begun(registrations, marijke)).registration.round_id is None


async def test_the_link_of_a_round_registers_for_that_round(
    database: Database, registrations: Registrations, annelies: Person, marijke: Person
) -> None:
    autumn = await a_round(database, annelies, "najaar")
    await a_round(database, annelies, "voorjaar")

    turn = await begun(registrations, marijke, "najaar")

    assert turn.registration.round_id == autumn.id


async def test_without_a_link_one_registers_for_the_newest_open_round(
    database: Database, registrations: Registrations, annelies: Person, marijke: Person
) -> None:
    await a_round(database, annelies, "najaar")
    newest = await a_round(database, annelies, "voorjaar")

    started = await registrations.begin(marijke.id, None, None, NOW, update_id(), free=False)

    assert started.turn is not None
    assert started.turn.registration.round_id == newest.id


@pytest.mark.parametrize(
    ("changes", "state"),
    [
        ({"closes_on": date(2027, 1, 18)}, EnrolmentState.CLOSED),
        ({"status": RoundStatus.CLOSED}, EnrolmentState.CLOSED),
        ({"places": 1}, EnrolmentState.FULL),
    ],
)
async def test_a_round_that_is_over_or_full_is_told_and_not_started(
    database: Database,
    annelies: Person,
    marijke: Person,
    changes: dict[str, object],
    state: EnrolmentState,
) -> None:
    outsider = await person(database, None, 3)
    round_ = await a_round(database, annelies)
    await submitted(database, outsider, round_id=round_.id)
    async with database.transaction() as work:
        await work.rounds.save(round_.model_copy(update=changes))

    refused = await Registrations(database).begin(marijke.id, "voorjaar", None, NOW, update_id(), free=False)

    assert (refused.outcome, refused.enrolment.state) == (BeginOutcome.NO_PLACE, state)


async def test_the_last_day_of_a_round_still_counts(
    database: Database, registrations: Registrations, annelies: Person
) -> None:
    await a_round(database, annelies)

    last_evening = NOW.replace(month=2, day=12, hour=22, minute=59)

    assert (await registrations.enrolment("voorjaar", last_evening)).state is EnrolmentState.OPEN
    assert (await registrations.enrolment("voorjaar", last_evening + timedelta(minutes=2))).state is (
        EnrolmentState.CLOSED
    )


async def test_a_link_to_an_open_round_takes_a_draft_along(
    database: Database, registrations: Registrations, annelies: Person, marijke: Person
) -> None:
    draft = await begun(registrations, marijke)
    round_ = await a_round(database, annelies)

    turn = await registrations.resume(marijke.id, draft.registration.id, "voorjaar", NOW, update_id())

    assert turn.registration.round_id == round_.id


# Answering


async def test_the_straight_way_ends_at_the_summary_with_price_and_privacy_agreed(
    registrations: Registrations, answers: RegistrationAnswers, marijke: Person
) -> None:
    await begun(registrations, marijke)

    turn = await answer_all(answers, marijke)

    assert turn.question is Question.SUMMARY
    assert turn.registration.agreed_cents == MEMBER_CENTS
    assert turn.registration.privacy_version == PRIVACY_VERSION
    assert turn.registration.consented_at == NOW


async def test_an_answer_to_another_question_than_the_one_asked_changes_nothing(
    database: Database, registrations: Registrations, answers: RegistrationAnswers, marijke: Person
) -> None:
    turn = await begun(registrations, marijke)

    with pytest.raises(NotAskedError):
        await answers.answer(marijke.id, Question.EMAIL, NOW, update_id(), email="a@b.nl")

    assert await database.reads.registrations.get(turn.registration.id) == turn.registration


async def test_consent_pressed_twice_counts_once(
    database: Database, registrations: Registrations, answers: RegistrationAnswers, marijke: Person
) -> None:
    turn = await begun(registrations, marijke)
    await answer_all(answers, marijke)

    with pytest.raises(NotAskedError):
        await answers.consent(marijke.id, MEMBER_CENTS, PRIVACY_VERSION, NOW + timedelta(seconds=1), update_id())

    registration = await database.reads.registrations.get(turn.registration.id)
    assert registration.consented_at == NOW


async def test_consent_given_again_after_going_back_keeps_its_first_moment(
    registrations: Registrations, answers: RegistrationAnswers, marijke: Person
) -> None:
    await begun(registrations, marijke)
    await answer_all(answers, marijke)
    await answers.back(marijke.id, Question.SUMMARY, NOW, update_id())

    later = NOW + timedelta(hours=1)
    turn = await answers.consent(marijke.id, MEMBER_CENTS, PRIVACY_VERSION, later, update_id())

    assert turn.registration.consented_at == NOW


async def test_consent_to_another_price_than_holds_is_asked_again(
    registrations: Registrations, answers: RegistrationAnswers, marijke: Person
) -> None:
    await begun(registrations, marijke)
    await answer_all(answers, marijke)
    await answers.back(marijke.id, Question.SUMMARY, NOW, update_id())

    turn = await answers.consent(marijke.id, 1, PRIVACY_VERSION, NOW, update_id())

    assert turn.question is Question.CONSENT


async def test_another_membership_from_the_summary_asks_for_consent_to_the_other_price(
    registrations: Registrations, answers: RegistrationAnswers, marijke: Person
) -> None:
    turn = await begun(registrations, marijke)
    await answer_all(answers, marijke)
    await answers.open_changes(marijke.id, turn.registration.id, NOW, update_id())
    await answers.change(marijke.id, Question.MEMBER, NOW, update_id())

    changed = await answers.answer(marijke.id, Question.MEMBER, NOW, update_id(), member=False)
    agreed = await answers.consent(marijke.id, OTHER_CENTS, PRIVACY_VERSION, NOW, update_id())

    assert changed.question is Question.CONSENT
    assert changed.registration.agreed_cents is None
    assert agreed.question is Question.SUMMARY
    assert agreed.registration.agreed_cents == OTHER_CENTS


async def test_one_answer_is_changed_by_itself_and_leads_back_to_the_summary(
    registrations: Registrations, answers: RegistrationAnswers, marijke: Person
) -> None:
    turn = await begun(registrations, marijke)
    before = (await answer_all(answers, marijke)).registration.answers
    await answers.open_changes(marijke.id, turn.registration.id, NOW, update_id())
    await answers.change(marijke.id, Question.EMAIL, NOW, update_id())

    changed = await answers.answer(marijke.id, Question.EMAIL, NOW, update_id(), email="nieuw@gemeente.nl")

    assert changed.question is Question.SUMMARY
    assert changed.registration.answers == before.model_copy(update={"email": "nieuw@gemeente.nl"})


async def test_back_and_forth_keeps_what_was_answered(
    registrations: Registrations, answers: RegistrationAnswers, marijke: Person
) -> None:
    await begun(registrations, marijke)
    await answers.keep(marijke.id, Question.NAME, NOW, update_id())
    await answers.answer(marijke.id, Question.MUNICIPALITY, NOW, update_id(), municipality_code="GM0796")

    back = await answers.back(marijke.id, Question.PARTY, NOW, update_id())
    forth = await answers.keep(marijke.id, Question.MUNICIPALITY, NOW, update_id())

    assert back.question is Question.MUNICIPALITY
    assert forth.question is Question.PARTY
    assert forth.registration.answers.municipality_code == "GM0796"


async def test_back_from_the_first_question_leaves_the_conversation_and_keeps_the_draft(
    database: Database, registrations: Registrations, answers: RegistrationAnswers, marijke: Person
) -> None:
    turn = await begun(registrations, marijke)

    left = await answers.back(marijke.id, Question.NAME, NOW, update_id())

    assert left.question is None
    assert await conversation_of(database, marijke) is None
    assert await database.reads.registrations.live_of(marijke.id) == turn.registration


async def test_done_with_nothing_ticked_is_refused_and_asks_on(
    database: Database, registrations: Registrations, answers: RegistrationAnswers, marijke: Person
) -> None:
    await begun(registrations, marijke)
    await answers.keep(marijke.id, Question.NAME, NOW, update_id())
    await answers.answer(marijke.id, Question.MUNICIPALITY, NOW, update_id(), municipality_code="GM0796")
    await answers.answer(marijke.id, Question.PARTY, NOW, update_id(), party=None)

    with pytest.raises(NothingTicked):
        await answers.finish_ticks(marijke.id, Question.PORTFOLIOS, NOW, update_id())

    conversation = await conversation_of(database, marijke)
    assert conversation is not None
    assert conversation.question == Question.PORTFOLIOS


async def test_what_is_left_half_way_is_taken_up_where_it_was(
    database: Database, registrations: Registrations, answers: RegistrationAnswers, marijke: Person
) -> None:
    turn = await begun(registrations, marijke)
    await answers.keep(marijke.id, Question.NAME, NOW, update_id())
    await answers.pause(marijke.id, NOW, update_id())
    assert await conversation_of(database, marijke) is None

    resumed = await registrations.resume(marijke.id, turn.registration.id, None, NOW, update_id())

    assert resumed.question is Question.MUNICIPALITY
    assert resumed.registration.answers.name == "Marijke de Groot"


# Sending in


async def test_sending_in_tells_the_office_and_waits_for_it(
    database: Database,
    registrations: Registrations,
    answers: RegistrationAnswers,
    annelies: Person,
    marijke: Person,
) -> None:
    received = await sent(registrations, answers, marijke)

    reads = database.reads
    assert received.status is Status.SUBMITTED
    assert await queued(database, Kind.ADMISSION_ASKED) == 1
    assert await reads.moves.current(MoveKind.HALF_FINISHED, received.id) is None
    assert await reads.moves.current(MoveKind.ADMISSION, received.id) is not None
    assert await conversation_of(database, marijke) is None
    assert (await reads.people.get(marijke.id)).name == "Marijke de Groot"


async def test_sent_twice_is_received_once(
    database: Database,
    registrations: Registrations,
    answers: RegistrationAnswers,
    annelies: Person,
    marijke: Person,
) -> None:
    received = await sent(registrations, answers, marijke)

    again = await submit(registrations, marijke, received)

    assert again.outcome is SubmitOutcome.ALREADY
    assert await queued(database, Kind.ADMISSION_ASKED) == 1


async def test_two_people_never_get_the_one_place_that_is_left(
    database: Database,
    annelies: Person,
    marijke: Person,
    outsider: Person,
) -> None:
    registrations, answers = Registrations(database), RegistrationAnswers(database)
    round_ = await a_round(database, annelies, places=1)
    turns = [await begun(registrations, who, "voorjaar") for who in (marijke, outsider)]
    for who in (marijke, outsider):
        await answer_all(answers, who)

    outcomes = [
        (await submit(registrations, who, turn.registration)).outcome
        for who, turn in zip((marijke, outsider), turns, strict=True)
    ]

    assert outcomes == [SubmitOutcome.RECEIVED, SubmitOutcome.NO_PLACE]
    assert await database.reads.registrations.places_taken(round_.id) == 1


async def test_who_found_no_place_loses_nothing_and_can_wait_for_the_next_round(
    database: Database,
    registrations: Registrations,
    answers: RegistrationAnswers,
    annelies: Person,
    marijke: Person,
) -> None:
    round_ = await a_round(database, annelies)
    turn = await begun(registrations, marijke, "voorjaar")
    await answer_all(answers, marijke)
    async with database.transaction() as work:
        await work.rounds.save(round_.model_copy(update={"status": RoundStatus.CLOSED}))
    refused = await submit(registrations, marijke, turn.registration)

    received = await submit(registrations, marijke, turn.registration, free=True)

    assert (refused.outcome, refused.enrolment.state) == (SubmitOutcome.NO_PLACE, EnrolmentState.CLOSED)
    assert refused.turn.question is Question.SUMMARY
    assert received.outcome is SubmitOutcome.RECEIVED
    assert received.turn.registration.round_id is None


@pytest.mark.parametrize("slug", ["voorjaar", "no such round"])
async def test_where_there_is_no_place_a_round_that_has_one_is_offered(
    database: Database, registrations: Registrations, annelies: Person, marijke: Person, slug: str
) -> None:
    ended = await a_round(database, annelies)
    other = await a_round(database, annelies, "najaar")
    async with database.transaction() as work:
        await work.rounds.save(ended.model_copy(update={"status": RoundStatus.CLOSED}))

    refused = await registrations.begin(marijke.id, slug, None, NOW, update_id(), free=False)

    assert refused.outcome is BeginOutcome.NO_PLACE
    assert refused.enrolment.instead == other


async def test_who_found_no_place_sends_the_same_answers_in_to_the_round_that_has_one(
    database: Database,
    registrations: Registrations,
    answers: RegistrationAnswers,
    annelies: Person,
    marijke: Person,
) -> None:
    ended = await a_round(database, annelies)
    turn = await begun(registrations, marijke, "voorjaar")
    await answer_all(answers, marijke)
    other = await a_round(database, annelies, "najaar")
    async with database.transaction() as work:
        await work.rounds.save(ended.model_copy(update={"status": RoundStatus.CLOSED}))
    refused = await submit(registrations, marijke, turn.registration)

    resumed = await registrations.resume(marijke.id, turn.registration.id, "najaar", NOW, update_id())
    received = await submit(registrations, marijke, turn.registration)

    assert refused.enrolment.instead == other
    assert resumed.question is Question.SUMMARY
    assert received.turn.registration.round_id == other.id


async def test_what_was_begun_without_a_round_is_sent_in_to_one_that_opened_since(
    database: Database,
    registrations: Registrations,
    answers: RegistrationAnswers,
    annelies: Person,
    marijke: Person,
) -> None:
    turn = await begun(registrations, marijke)
    await answer_all(answers, marijke)
    opened = await a_round(database, annelies)

    received = await submit(registrations, marijke, turn.registration)

    assert turn.registration.round_id is None
    assert received.turn.registration.round_id == opened.id


async def test_another_privacy_text_since_consent_is_agreed_to_first(
    database: Database, registrations: Registrations, answers: RegistrationAnswers, marijke: Person
) -> None:
    turn = await begun(registrations, marijke)
    complete = (await answer_all(answers, marijke)).registration
    async with database.transaction() as work:
        await work.registrations.save(complete.model_copy(update={"privacy_version": "0.9"}))

    submission = await submit(registrations, marijke, turn.registration)

    assert submission.outcome is SubmitOutcome.INCOMPLETE
    assert submission.turn.question is Question.CONSENT


async def test_an_old_summary_does_not_send_what_is_being_changed(
    registrations: Registrations, answers: RegistrationAnswers, marijke: Person
) -> None:
    turn = await begun(registrations, marijke)
    await answer_all(answers, marijke)
    await answers.open_changes(marijke.id, turn.registration.id, NOW, update_id())

    with pytest.raises(NotAskedError):
        await submit(registrations, marijke, turn.registration)


async def test_the_answer_is_promised_within_five_working_days(
    registrations: Registrations, answers: RegistrationAnswers, marijke: Person
) -> None:
    turn = await begun(registrations, marijke)
    await answer_all(answers, marijke)

    submission = await submit(registrations, marijke, turn.registration)

    # From a Tuesday over a weekend to the next Tuesday.
    assert submission.answer_by == NOW + timedelta(days=7)
    assert (await registrations.standing(marijke.id)).deadline == submission.answer_by
    assert (await registrations.standing(marijke.id)).owner is Role.COORDINATOR


# What can wait


async def test_what_can_wait_is_asked_in_order_skipped_or_answered(
    registrations: Registrations, answers: RegistrationAnswers, marijke: Person
) -> None:
    received = await sent(registrations, answers, marijke)

    first = await answers.supplement(marijke.id, received.id, NOW, update_id())
    second = await answers.skip(marijke.id, Question.MOTIVATION_GET, NOW, update_id())
    third = await answers.answer(marijke.id, Question.MOTIVATION_BRING, NOW, update_id(), motivation_bring="Ervaring")
    await answers.pause(marijke.id, NOW, update_id())
    again = await answers.supplement(marijke.id, received.id, NOW, update_id())

    assert [first.question, second.question, third.question] == [
        Question.MOTIVATION_GET,
        Question.MOTIVATION_BRING,
        Question.TRAVEL,
    ]
    assert again.question is Question.MOTIVATION_GET


async def test_a_question_that_is_needed_cannot_be_skipped(
    registrations: Registrations, answers: RegistrationAnswers, marijke: Person
) -> None:
    await begun(registrations, marijke)

    with pytest.raises(NotAskedError):
        await answers.skip(marijke.id, Question.NAME, NOW, update_id())


async def at_not_with(registrations: Registrations, answers: RegistrationAnswers, who: Person) -> Registration:
    received = await sent(registrations, answers, who)
    await answers.open_changes(who.id, received.id, NOW, update_id())
    await answers.change(who.id, Question.NOT_WITH, NOW, update_id())
    return received


async def test_several_people_can_be_kept_apart_by_name_or_by_municipality(
    registrations: Registrations, answers: RegistrationAnswers, marijke: Person
) -> None:
    await at_not_with(registrations, answers, marijke)

    await answers.keep_apart(marijke.id, "GM0307", NOW, update_id())
    await answers.name_apart(marijke.id, "Piet de Vries", NOW, update_id())
    await answers.keep_apart(marijke.id, "GM0363", NOW, update_id())
    turn = await answers.name_apart(marijke.id, "", NOW, update_id())
    finished = await answers.keep(marijke.id, Question.NOT_WITH, NOW, update_id())

    assert turn.registration.answers.not_with == (
        NotWith(municipality_code="GM0307", name="Piet de Vries"),
        NotWith(municipality_code="GM0363"),
    )
    assert turn.question is Question.NOT_WITH
    assert finished.question is None


async def test_back_before_the_name_takes_the_municipality_back(
    registrations: Registrations, answers: RegistrationAnswers, marijke: Person
) -> None:
    await at_not_with(registrations, answers, marijke)
    await answers.keep_apart(marijke.id, "GM0307", NOW, update_id())

    back = await answers.back(marijke.id, Question.NOT_WITH_NAME, NOW, update_id())

    assert back.question is Question.NOT_WITH
    assert back.registration.answers.not_with == ()
    assert Question.NOT_WITH not in back.registration.answers.answered


async def test_once_sent_the_name_changes_everywhere_and_the_conversation_ends(
    database: Database, registrations: Registrations, answers: RegistrationAnswers, marijke: Person
) -> None:
    received = await sent(registrations, answers, marijke)
    await answers.open_changes(marijke.id, received.id, NOW, update_id())
    await answers.change(marijke.id, Question.NAME, NOW, update_id())

    turn = await answers.answer(marijke.id, Question.NAME, NOW, update_id(), name="Marijke Jansen")

    assert turn.question is None
    assert (await database.reads.people.get(marijke.id)).name == "Marijke Jansen"


@pytest.mark.parametrize("question", [Question.MEMBER, Question.CONSENT])
async def test_once_sent_what_the_price_hangs_on_cannot_be_changed(
    registrations: Registrations, answers: RegistrationAnswers, marijke: Person, question: Question
) -> None:
    received = await sent(registrations, answers, marijke)
    await answers.open_changes(marijke.id, received.id, NOW, update_id())

    with pytest.raises(NotAskedError):
        await answers.change(marijke.id, question, NOW, update_id())


async def test_ticking_the_same_day_twice_keeps_it_ticked(
    registrations: Registrations, answers: RegistrationAnswers, marijke: Person
) -> None:
    received = await sent(registrations, answers, marijke)
    await answers.open_changes(marijke.id, received.id, NOW, update_id())
    await answers.change(marijke.id, Question.DAYS, NOW, update_id())

    await answers.tick(marijke.id, Question.DAYS, Weekday.TUESDAY, NOW, update_id(), ticked=True)
    turn = await answers.tick(marijke.id, Question.DAYS, Weekday.TUESDAY, NOW, update_id(), ticked=True)

    assert turn.registration.answers.weekdays == (Weekday.TUESDAY,)


# Erasing and withdrawing


async def test_erasing_a_draft_leaves_nothing_of_who_only_had_that(
    database: Database, registrations: Registrations, marijke: Person
) -> None:
    turn = await begun(registrations, marijke)

    await registrations.erase_draft(marijke.id, turn.registration.id, NOW, update_id())

    reads = database.reads
    assert await reads.people.by_telegram(2) is None
    assert await reads.conversations.of(marijke.id) is None
    assert await reads.moves.next_due() is None


async def test_beginning_anew_forgets_the_answers_and_keeps_the_round(
    database: Database,
    registrations: Registrations,
    answers: RegistrationAnswers,
    annelies: Person,
    marijke: Person,
) -> None:
    round_ = await a_round(database, annelies)
    first = await begun(registrations, marijke, "voorjaar")
    await answer_all(answers, marijke)

    turn = await registrations.start_over(marijke.id, first.registration.id, "Marijke", NOW, update_id())

    assert turn.question is Question.NAME
    assert turn.registration.answers.answered == frozenset()
    assert turn.registration.round_id == round_.id


async def the_office_sees_it(database: Database) -> None:
    """The card has left the outbox."""
    async with database.transaction() as work:
        for row in await work.outbox.due(NOW, 10):
            await work.outbox.settle(row.id, OutboxStatus.SENT, NOW, telegram_message_id=row.id)


async def test_withdrawing_ends_what_waits_and_tells_the_office(
    database: Database,
    registrations: Registrations,
    answers: RegistrationAnswers,
    annelies: Person,
    marijke: Person,
) -> None:
    received = await sent(registrations, answers, marijke)
    await the_office_sees_it(database)
    await answers.supplement(marijke.id, received.id, NOW, update_id())

    withdrawn = await registrations.withdraw(marijke.id, received.id, NOW, update_id())

    assert withdrawn.status is Status.WITHDRAWN
    assert await queued(database, Kind.REGISTRATION_WITHDRAWN) == 1
    assert await database.reads.moves.current(MoveKind.ADMISSION, received.id) is None
    assert await conversation_of(database, marijke) is None


async def test_who_withdraws_after_admission_is_no_participant_any_more(
    database: Database, registrations: Registrations, answers: RegistrationAnswers, marijke: Person
) -> None:
    received = await sent(registrations, answers, marijke)
    async with database.transaction() as work:
        await work.registrations.save(received.model_copy(update={"status": Status.ADMITTED}))
        await work.people.give_role(marijke.id, Role.PARTICIPANT)

    await registrations.withdraw(marijke.id, received.id, NOW, update_id())

    assert (await database.reads.people.get(marijke.id)).role is None


async def test_withdrawing_twice_is_told_once(
    database: Database,
    registrations: Registrations,
    answers: RegistrationAnswers,
    annelies: Person,
    marijke: Person,
) -> None:
    received = await sent(registrations, answers, marijke)
    await the_office_sees_it(database)
    await registrations.withdraw(marijke.id, received.id, NOW, update_id())

    with pytest.raises(NotAskedError):
        await registrations.withdraw(marijke.id, received.id, NOW, update_id())

    assert await queued(database, Kind.REGISTRATION_WITHDRAWN) == 1


async def test_the_office_hears_nothing_of_what_was_withdrawn_before_it_heard_of_it(
    database: Database,
    registrations: Registrations,
    answers: RegistrationAnswers,
    annelies: Person,
    marijke: Person,
) -> None:
    received = await sent(registrations, answers, marijke)

    await registrations.withdraw(marijke.id, received.id, NOW, update_id())

    assert await queued(database, Kind.ADMISSION_ASKED) == 0
    assert await queued(database, Kind.REGISTRATION_WITHDRAWN) == 0


async def test_after_withdrawing_one_can_begin_again(
    registrations: Registrations, answers: RegistrationAnswers, marijke: Person
) -> None:
    received = await sent(registrations, answers, marijke)
    await registrations.withdraw(marijke.id, received.id, NOW, update_id())

    again = await begun(registrations, marijke)

    assert again.registration.id != received.id
    assert again.question is Question.NAME


async def test_nobody_touches_the_registration_of_somebody_else(
    database: Database,
    registrations: Registrations,
    answers: RegistrationAnswers,
    marijke: Person,
    outsider: Person,
) -> None:
    received = await sent(registrations, answers, marijke)

    for attempt in (
        registrations.withdraw(outsider.id, received.id, NOW, update_id()),
        registrations.erase_draft(outsider.id, received.id, NOW, update_id()),
        registrations.resume(outsider.id, received.id, None, NOW, update_id()),
        registrations.start_over(outsider.id, received.id, None, NOW, update_id()),
        submit(registrations, outsider, received),
        answers.open_changes(outsider.id, received.id, NOW, update_id()),
        answers.supplement(outsider.id, received.id, NOW, update_id()),
    ):
        with pytest.raises(NotAskedError):
            await attempt

    assert await database.reads.registrations.get(received.id) == received
