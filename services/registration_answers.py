"""Answering the questions of a registration: each answer one transaction, with the next question written in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.privacy import PRIVACY_VERSION
from domain.registration import (
    SUPPLEMENT,
    NotWith,
    Question,
    Status,
    changeable,
    next_question,
    next_supplement,
    question_before,
)
from services.group_membership import check_municipality
from services.registration_turn import (
    NotAskedError,
    Turn,
    agreed_to_this,
    ask,
    asked,
    go_on,
    own,
    price_for,
    save,
    stay,
)

if TYPE_CHECKING:
    from datetime import datetime

    from domain.portfolios import Portfolio
    from domain.registration import PartOfDay, Weekday
    from storage.database import Database


class RegistrationAnswers:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def answer(self, person_id: int, question: Question, now: datetime, update_id: int, **values: object) -> Turn:
        """Keep an answer and ask the next question. Raises NotAskedError."""
        async with self._database.transaction(applies=update_id) as work:
            here = await asked(work, person_id, question)
            turn = await go_on(work, here, here.registration.answers.settle(question, **values), now)
            if question is Question.MUNICIPALITY and turn.registration.status is Status.ADMITTED:
                await check_municipality(work, person_id, here.registration.answers.municipality_code, now)
            return turn

    async def keep(self, person_id: int, question: Question, now: datetime, update_id: int) -> Turn:
        """Leave an answer as it is, or take the offered name. Raises NotAskedError when there is nothing to keep."""
        async with self._database.transaction(applies=update_id) as work:
            here = await asked(work, person_id, question)
            answers = here.registration.answers
            if question is Question.NAME and answers.name is not None:
                answers = answers.settle(Question.NAME, name=answers.name)
            if question not in answers.answered:
                raise NotAskedError
            return await go_on(work, here, answers, now)

    async def tick(
        self,
        person_id: int,
        question: Question,
        choice: Portfolio | Weekday | PartOfDay,
        now: datetime,
        update_id: int,
        *,
        ticked: bool,
    ) -> Turn:
        """Tick a box or untick it; the question stays. Raises NotAskedError, NothingTicked."""
        async with self._database.transaction(applies=update_id) as work:
            here = await asked(work, person_id, question)
            return await stay(work, here, here.registration.answers.tick(choice, ticked=ticked), now)

    async def word_portfolio(self, person_id: int, words: str | None, now: datetime, update_id: int) -> Turn:
        """Add a portfolio in own words, or take it away. Raises NotAskedError, NothingTicked."""
        async with self._database.transaction(applies=update_id) as work:
            here = await asked(work, person_id, Question.PORTFOLIOS)
            return await stay(work, here, here.registration.answers.word_portfolio(words), now)

    async def finish_ticks(self, person_id: int, question: Question, now: datetime, update_id: int) -> Turn:
        """What is ticked is the answer. Raises NotAskedError, NothingTicked."""
        async with self._database.transaction(applies=update_id) as work:
            here = await asked(work, person_id, question)
            here.registration.answers.require_ticks(question)
            return await go_on(work, here, here.registration.answers.settle(question), now)

    async def keep_apart(self, person_id: int, municipality_code: str, now: datetime, update_id: int) -> Turn:
        """Rather not with anybody from here; who exactly is asked next. Raises NotAskedError, TooManyKeptApart."""
        async with self._database.transaction(applies=update_id) as work:
            here = await asked(work, person_id, Question.NOT_WITH)
            answers = here.registration.answers.keep_apart(NotWith(municipality_code=municipality_code))
            registration = await save(work, here.registration, answers, now)
            return await ask(work, registration, Question.NOT_WITH_NAME, now, from_summary=here.from_summary)

    async def name_apart(self, person_id: int, name: str, now: datetime, update_id: int) -> Turn:
        """Who it is of the municipality just given; without a name everybody there. Raises NotAskedError."""
        async with self._database.transaction(applies=update_id) as work:
            here = await asked(work, person_id, Question.NOT_WITH_NAME)
            *others, last = here.registration.answers.not_with
            entry = last.model_copy(update={"name": name})
            kept = (*(other for other in others if other != entry), entry)
            return await go_on(work, here, here.registration.answers.settle(Question.NOT_WITH, not_with=kept), now)

    async def consent(self, person_id: int, cents: int, version: str, now: datetime, update_id: int) -> Turn:
        """Agree to the price and the privacy text that were shown; when they changed since, they are asked again.

        Raises NotAskedError.
        """
        async with self._database.transaction(applies=update_id) as work:
            here = await asked(work, person_id, Question.CONSENT)
            answers = here.registration.answers
            if (cents, version) != (price_for(answers, now).cents, PRIVACY_VERSION):
                return here
            if agreed_to_this(here.registration, now):
                return await go_on(work, here, answers, now)
            terms = {"privacy_version": version, "consented_at": now, "agreed_cents": cents}
            agreed = Turn(here.registration.model_copy(update=terms), here.question, here.from_summary)
            return await go_on(work, agreed, answers.settle(Question.CONSENT), now)

    async def skip(self, person_id: int, question: Question, now: datetime, update_id: int) -> Turn:
        """Leave a question of "nog aanvullen" open and go on. Raises NotAskedError."""
        async with self._database.transaction(applies=update_id) as work:
            here = await asked(work, person_id, question)
            if question not in SUPPLEMENT:
                raise NotAskedError
            return await go_on(work, here, here.registration.answers, now)

    async def back(self, person_id: int, question: Question, now: datetime, update_id: int) -> Turn:
        """To the question before; before the first, out of the conversation. Raises NotAskedError."""
        async with self._database.transaction(applies=update_id) as work:
            here = await asked(work, person_id, question)
            registration = here.registration
            if question is Question.NOT_WITH_NAME:
                registration = await save(work, registration, registration.answers.take_back_apart(), now)
            before = question_before(question, registration.status, from_summary=here.from_summary)
            if before is Question.SUMMARY:
                # A change may have opened a question again: then that one comes first.
                before = next_question(registration.answers)
            on_the_way = here.from_summary and before is Question.NOT_WITH
            return await ask(work, registration, before, now, from_summary=on_the_way)

    async def pause(self, person_id: int, now: datetime, update_id: int) -> Turn:
        """Stop answering; what was entered stays. Raises NotAskedError when nothing was asked."""
        async with self._database.transaction(applies=update_id) as work:
            here = await asked(work, person_id)
            return await ask(work, here.registration, None, now)

    async def open_changes(self, person_id: int, registration_id: int, now: datetime, update_id: int) -> Turn:
        """Ask which answer is to be changed. Raises NotAskedError."""
        async with self._database.transaction(applies=update_id) as work:
            registration = await own(work, person_id, registration_id)
            if registration.status is Status.DRAFT and not registration.answers.complete:
                raise NotAskedError
            return await ask(work, registration, Question.CHANGE, now)

    async def change(self, person_id: int, question: Question, now: datetime, update_id: int) -> Turn:
        """Ask one question by itself. Raises NotAskedError, also when its answer is settled with the office."""
        async with self._database.transaction(applies=update_id) as work:
            here = await asked(work, person_id, Question.CHANGE)
            if question not in changeable(here.registration.status):
                raise NotAskedError
            return await ask(work, here.registration, question, now, from_summary=True)

    async def supplement(self, person_id: int, registration_id: int, now: datetime, update_id: int) -> Turn:
        """Ask what is still open of "nog aanvullen". Raises NotAskedError while nothing has been sent."""
        async with self._database.transaction(applies=update_id) as work:
            registration = await own(work, person_id, registration_id)
            if registration.status is Status.DRAFT:
                raise NotAskedError
            return await ask(work, registration, next_supplement(registration.answers), now)
