"""The steps of which the use cases of a registration consist, each within a transaction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.conversation import Conversation, ConversationName
from domain.moves import MoveKind
from domain.outbox import Kind
from domain.price import Cycle, Price, price_of
from domain.privacy import PRIVACY_VERSION
from domain.registration import REQUIRED, Answers, Question, Registration, Status, next_question, question_after
from domain.standing import EnrolmentState
from domain.time import local
from services.admission import refresh_cards

if TYPE_CHECKING:
    from datetime import datetime

    from domain.round import Round
    from domain.standing import Enrolment
    from storage.work import Work

# Whatever may still be queued about a registration when it ends.
ABOUT_REGISTRATION = (
    Kind.ADMISSION_ASKED,
    Kind.ADMISSION_CHANGED,
    Kind.ADMISSION_REMINDER,
    Kind.ADMITTED,
    Kind.DECLINED,
    Kind.PRICE_ASKED,
    Kind.PRICE_REMINDER,
    Kind.PRICE_UNANSWERED,
    Kind.REGISTRATION_NUDGE,
    Kind.ENTRY_UNOPENED,
)


class NotAskedError(Exception):
    """The question is not the one that this person is asked now, or the registration is not theirs or has ended."""


# What may be waited for on account of a registration.
WAITS = (MoveKind.ADMISSION, MoveKind.PRICE, MoveKind.HALF_FINISHED)


@dataclass(frozen=True, slots=True)
class Turn:
    """Where a registration is: the question that is asked now, None when nothing is asked."""

    registration: Registration
    question: Question | None
    from_summary: bool = False


def price_for(answers: Answers, now: datetime) -> Price:
    """What the first cycle costs whoever answers so, today in Amsterdam."""
    return price_of(Cycle.FIRST, member=bool(answers.member), on=local(now).date())


async def own(work: Work, person_id: int, registration_id: int, *statuses: Status) -> Registration:
    live = await work.registrations.live_of(person_id)
    if live is None or live.id != registration_id or (statuses and live.status not in statuses):
        raise NotAskedError
    return live


async def asked(work: Work, person_id: int, question: Question | None = None) -> Turn:
    """What this person is asked now, which must be this question when one is given."""
    conversation = await work.conversations.of(person_id)
    if conversation is None or conversation.name is not ConversationName.REGISTRATION:
        raise NotAskedError
    if conversation.subject_id is None or (question is not None and conversation.question != question):
        raise NotAskedError
    registration = await own(work, person_id, conversation.subject_id)
    return Turn(registration, Question(conversation.question), conversation.from_summary)


async def ask(
    work: Work, registration: Registration, question: Question | None, now: datetime, *, from_summary: bool = False
) -> Turn:
    """Make this the question that the person is asked; None ends the conversation."""
    if question is None:
        await work.conversations.end(registration.person_id)
        return Turn(registration, None)
    conversation = Conversation(
        name=ConversationName.REGISTRATION,
        question=question,
        subject_id=registration.id,
        from_summary=from_summary,
    )
    await work.conversations.ask(registration.person_id, conversation, now)
    return Turn(registration, question, from_summary)


async def save(work: Work, registration: Registration, answers: Answers, now: datetime) -> Registration:
    changes: dict[str, object] = {"answers": answers, "changed_at": now}
    if Question.CONSENT not in answers.answered:
        changes |= {"privacy_version": None, "consented_at": None, "agreed_cents": None}
    changed = registration.model_copy(update=changes)
    await work.registrations.save(changed)
    if changed.status is not Status.DRAFT and answers.name != registration.answers.name and answers.name is not None:
        await work.people.rename(registration.person_id, answers.name)
    return changed


async def stay(work: Work, here: Turn, answers: Answers, now: datetime) -> Turn:
    registration = await save(work, here.registration, answers, now)
    return Turn(registration, here.question, here.from_summary)


async def go_on(work: Work, here: Turn, answers: Answers, now: datetime) -> Turn:
    if here.question is None:
        raise NotAskedError
    registration = await save(work, here.registration, answers, now)
    if registration.status is Status.SUBMITTED and here.question in REQUIRED:
        await refresh_cards(work, registration.id, now)
    following = question_after(here.question, answers, registration.status, from_summary=here.from_summary)
    on_the_way = here.from_summary and following is Question.NOT_WITH
    return await ask(work, registration, following, now, from_summary=on_the_way)


async def start(work: Work, person_id: int, round_: Round | None, offered_name: str | None, now: datetime) -> Turn:
    round_id = None if round_ is None else round_.id
    registration = await work.registrations.add(person_id, round_id, Answers(name=offered_name), now)
    await work.moves.open(MoveKind.HALF_FINISHED, registration.id, now, person_id)
    return await ask(work, registration, next_question(registration.answers), now)


async def resume(work: Work, draft: Registration, enrolment: Enrolment, now: datetime) -> Turn:
    if enrolment.state is EnrolmentState.OPEN and enrolment.round is not None:
        draft = draft.model_copy(update={"round_id": enrolment.round.id, "changed_at": now})
        await work.registrations.save(draft)
    await work.moves.open(MoveKind.HALF_FINISHED, draft.id, now, draft.person_id)
    return await ask(work, draft, next_question(draft.answers), now)


def agreed_to_this(registration: Registration, now: datetime) -> bool:
    agreed = (registration.agreed_cents, registration.privacy_version)
    return agreed == (price_for(registration.answers, now).cents, PRIVACY_VERSION)


async def held_to_terms(work: Work, draft: Registration, now: datetime) -> Registration:
    """The draft; without its consent when the price or the privacy text is another one by now."""
    if Question.CONSENT not in draft.answers.answered or agreed_to_this(draft, now):
        return draft
    answered = draft.answers.answered - {Question.CONSENT}
    return await save(work, draft, draft.answers.model_copy(update={"answered": answered}), now)


async def erase(work: Work, draft: Registration, now: datetime) -> None:
    await end_waits(work, draft, now)
    await work.registrations.erase(draft.id)


async def end_waits(work: Work, registration: Registration, now: datetime) -> None:
    for kind in WAITS:
        await work.moves.close(kind, registration.id, now)
    await work.outbox.withdraw(ABOUT_REGISTRATION, registration.id, now, "registration ended")
    conversation = await work.conversations.of(registration.person_id)
    if conversation is not None and conversation.name is ConversationName.REGISTRATION:
        await work.conversations.end(registration.person_id)
