from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from domain.outbox import Kind
from scheduling import (
    admission,
    attendance,
    booking,
    chat,
    errors,
    goal,
    group,
    intake,
    place,
    planning,
    poll,
    programme,
    registration,
    rota,
    session,
)
from scheduling import round as rounds
from scheduling.table import GROUP_WORDS, WORDS
from scheduling.words import Materials, Nothing
from services.catalogue import Services
from tests.services.inline_worker import InlineWorker
from texts.speech import Texts

if TYPE_CHECKING:
    from storage.database import Database

NOON = datetime(2027, 1, 19, 11, 0, tzinfo=UTC)
TEXTS = Texts.load()


def test_every_kind_of_message_gets_its_words_from_one_subject() -> None:
    subjects = (
        admission,
        attendance,
        booking,
        chat,
        errors,
        goal,
        group,
        intake,
        place,
        planning,
        poll,
        programme,
        registration,
        rota,
        rounds,
        session,
    )
    by_kind = Counter(kind for subject in subjects for kind in subject.WORDS)

    assert WORDS.keys() | GROUP_WORDS.keys() == set(Kind)
    assert set(by_kind.values()) == {1}
    assert WORDS.keys() - by_kind.keys() == booking.TO_PERSON.keys()


def test_what_goes_to_either_of_the_two_who_speak_has_words_for_both() -> None:
    assert booking.TO_PERSON.keys() == intake.TO_FACILITATOR.keys()


@pytest.mark.parametrize("kind", sorted(WORDS.keys() - {Kind.REGISTRATION_GONE, Kind.ENTRY_GONE}))
async def test_what_a_message_was_about_may_be_gone_and_then_there_is_nothing_to_say(
    database: Database, kind: Kind
) -> None:
    """Erased, declined, withdrawn: between the moment that asks for a message and the moment that it leaves."""
    async with database.transaction() as work:
        marijke = await work.people.add(11, "nl", NOON)
        row = await work.outbox.add(kind, marijke.id, rule_at=NOON, due_at=NOON, at=NOON, subject_id=4711)
    message = await database.reads.outbox.get(row)
    materials = Materials(Services.over(database, InlineWorker()), TEXTS, NOON, "IntervisieBot")

    words = await WORDS[kind](materials, message, marijke)

    assert isinstance(words, Nothing)
    assert words.reason


@pytest.mark.parametrize("kind", [Kind.SESSION_PROGRAMME, Kind.FEEDBACK_RULES, Kind.EXERCISE_PAIRS])
async def test_what_a_group_was_to_hear_of_a_session_may_be_gone_as_well(database: Database, kind: Kind) -> None:
    async with database.transaction() as work:
        group = await work.groups.add(None, NOON)
        marijke = await work.people.add(11, "nl", NOON)
        row = await work.outbox.add(kind, marijke.id, rule_at=NOON, due_at=NOON, at=NOON, subject_id=4711)
    message = await database.reads.outbox.get(row)
    materials = Materials(Services.over(database, InlineWorker()), TEXTS, NOON, "IntervisieBot")

    assert isinstance(await GROUP_WORDS[kind](materials, message, group), Nothing)


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_an_error_is_told_by_its_code_in_the_language_of_who_hears_it(database: Database, language: str) -> None:
    async with database.transaction() as work:
        annelies = await work.people.add(1, "nl" if language == "nl" else "en", NOON)
        row = await work.outbox.add(Kind.ERROR_REPORTED, annelies.id, rule_at=NOON, due_at=NOON, at=NOON, detail="K7Q2")
    message = await database.reads.outbox.get(row)
    materials = Materials(Services.over(database, InlineWorker()), TEXTS, NOON, "IntervisieBot")

    words = await WORDS[Kind.ERROR_REPORTED](materials, message, annelies)

    assert not isinstance(words, Nothing)
    assert "K7Q2" in words.html
    assert words.html == materials.speech(annelies).html("error-broken-for-coordinator", code="K7Q2")
