"""Entering somebody who phoned or mailed: the office begins their registration, they finish it by a personal link."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.conversation import Conversation, ConversationName
from domain.entry import EntryQuestion, question_before
from domain.invitation import InvitationKind
from domain.moves import MoveKind
from domain.outbox import Kind
from domain.registration import Answers, Question, Status
from services.enrolment import enrolment_by
from services.invitation import issue
from services.notices import notify_coordinators
from services.registration_turn import end_waits

if TYPE_CHECKING:
    from datetime import datetime

    from domain.registration import Registration
    from domain.round import Round
    from storage.database import Database
    from storage.work import Reads, Work


@dataclass(frozen=True, slots=True)
class EntryTurn:
    question: EntryQuestion
    # None until there is a name.
    registration: Registration | None = None
    # None: free enrolment, that waits for the next round.
    round: Round | None = None


@dataclass(frozen=True, slots=True)
class Entered:
    registration: Registration
    token: str


class Entries:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def unopened(self) -> list[Registration]:
        """What was entered for people who have not opened their link, the oldest first."""
        return await self._database.reads.registrations.entered()

    async def current(self, conversation: Conversation) -> EntryTurn:
        """What is asked now. Raises LookupError when what was entered is gone."""
        return await _turn(self._database.reads, conversation)

    async def begin(self, coordinator_id: int, now: datetime, update_id: int) -> EntryTurn:
        """What this coordinator left half-finished makes way."""
        async with self._database.transaction(applies=update_id) as work:
            await _drop(work, coordinator_id)
            return await _ask(work, coordinator_id, EntryQuestion.NAME, None, now)

    async def name(self, coordinator_id: int, name: str, now: datetime, update_id: int) -> EntryTurn | None:
        """None when this is not what is asked; so with every answer."""
        async with self._database.transaction(applies=update_id) as work:
            asked = await _asked(work, coordinator_id, EntryQuestion.NAME)
            if asked is None:
                return None
            registration = await _named(work, asked.subject_id, name, now)
            return await _ask(work, coordinator_id, EntryQuestion.MUNICIPALITY, registration.id, now)

    async def municipality(self, coordinator_id: int, code: str, now: datetime, update_id: int) -> EntryTurn | None:
        async with self._database.transaction(applies=update_id) as work:
            asked = await _asked(work, coordinator_id, EntryQuestion.MUNICIPALITY)
            if asked is None:
                return None
            await _settle(work, asked, Question.MUNICIPALITY, now, municipality_code=code)
            return await _ask(work, coordinator_id, EntryQuestion.EMAIL, asked.subject_id, now)

    async def email(self, coordinator_id: int, email: str | None, now: datetime, update_id: int) -> EntryTurn | None:
        """None as address: it is not known, and they are asked for it themselves."""
        async with self._database.transaction(applies=update_id) as work:
            asked = await _asked(work, coordinator_id, EntryQuestion.EMAIL)
            if asked is None:
                return None
            if email is not None:
                await _settle(work, asked, Question.EMAIL, now, email=email)
            return await _ask(work, coordinator_id, EntryQuestion.SUMMARY, asked.subject_id, now)

    async def back(self, coordinator_id: int, now: datetime, update_id: int) -> EntryTurn | None:
        async with self._database.transaction(applies=update_id) as work:
            asked = await _asked(work, coordinator_id)
            before = None if asked is None else question_before(EntryQuestion(asked.question))
            if asked is None or before is None:
                return None
            return await _ask(work, coordinator_id, before, asked.subject_id, now)

    async def cancel(self, coordinator_id: int, update_id: int) -> None:
        """What was entered so far is erased: nobody but the office knows of it."""
        async with self._database.transaction(applies=update_id) as work:
            await _drop(work, coordinator_id)
            await work.conversations.end(coordinator_id)

    async def finish(self, coordinator_id: int, registration_id: int, now: datetime, update_id: int) -> Entered | None:
        """The personal link. None when this is not what is being entered."""
        async with self._database.transaction(applies=update_id) as work:
            asked = await _asked(work, coordinator_id, EntryQuestion.SUMMARY)
            if asked is None or asked.subject_id != registration_id:
                return None
            await work.conversations.end(coordinator_id)
            return await _link(work, registration_id, coordinator_id, now)

    async def link_again(
        self, coordinator_id: int, registration_id: int, now: datetime, update_id: int
    ) -> Entered | None:
        """Another link, in the place of one that was lost. None when the person has opened theirs, or is gone."""
        async with self._database.transaction(applies=update_id) as work:
            waiting = {registration.id for registration in await work.registrations.entered()}
            if registration_id not in waiting:
                return None
            return await _link(work, registration_id, coordinator_id, now)


async def is_nobodys_yet(work: Reads, draft: Registration) -> bool:
    """Whether the office entered it, and no account has taken it over."""
    return (await work.people.get(draft.person_id)).telegram_id is None


async def tell_unopened(work: Work, draft: Registration, now: datetime) -> None:
    """The person cannot be told, for they have no chat with the bot yet; so the office is, once there is a link."""
    if draft.id in {entered.id for entered in await work.registrations.entered()}:
        await notify_coordinators(work, Kind.ENTRY_UNOPENED, now, subject_id=draft.id)


async def erase_entered(work: Work, draft: Registration, now: datetime) -> None:
    """Nobody else ever knew of it: the person goes along with it, and the office is told."""
    await end_waits(work, draft, now)
    await work.conversations.end_about(ConversationName.ENTRY, draft.id)
    await work.people.erase(draft.person_id)
    await notify_coordinators(work, Kind.ENTRY_GONE, now, subject_id=draft.id)


async def _named(work: Work, registration_id: int | None, name: str, now: datetime) -> Registration:
    if registration_id is not None:
        registration = await work.registrations.get(registration_id)
        answers = registration.answers.settle(Question.NAME, name=name)
        await work.registrations.save(registration.model_copy(update={"answers": answers, "changed_at": now}))
        await work.people.rename(registration.person_id, name)
        return registration
    person = await work.people.add(None, "nl", now)
    await work.people.rename(person.id, name)
    round_ = (await enrolment_by(work, None, now)).round
    answers = Answers().settle(Question.NAME, name=name)
    registration = await work.registrations.add(person.id, round_.id if round_ else None, answers, now)
    await work.moves.open(MoveKind.HALF_FINISHED, registration.id, now, person.id)
    return registration


async def _settle(work: Work, asked: Conversation, question: Question, now: datetime, **values: object) -> None:
    registration = await work.registrations.get(_registration_id(asked))
    answers = registration.answers.settle(question, **values)
    await work.registrations.save(registration.model_copy(update={"answers": answers, "changed_at": now}))


async def _link(work: Work, registration_id: int, coordinator_id: int, now: datetime) -> Entered:
    registration = (await work.registrations.get(registration_id)).model_copy(update={"changed_at": now})
    # It is kept from now on for as long as any draft: never shorter than its link holds.
    await work.registrations.save(registration)
    await work.invitations.revoke_unused(registration.person_id)
    token = await issue(
        work, InvitationKind.REGISTRATION, now, created_by=coordinator_id, person_id=registration.person_id
    )
    return Entered(registration, token)


async def _drop(work: Work, coordinator_id: int) -> None:
    """Erase whom this coordinator is entering; whoever has a link already stays."""
    asked = await _asked(work, coordinator_id)
    if asked is None or asked.subject_id is None:
        return
    registration = await work.registrations.get(asked.subject_id)
    person = await work.people.get(registration.person_id)
    if person.telegram_id is None and registration.status is Status.DRAFT:
        await work.moves.close(MoveKind.HALF_FINISHED, registration.id, registration.changed_at)
        await work.people.erase(person.id)


async def _asked(work: Work, coordinator_id: int, question: EntryQuestion | None = None) -> Conversation | None:
    conversation = await work.conversations.of(coordinator_id)
    if conversation is None or conversation.name is not ConversationName.ENTRY:
        return None
    return conversation if question in (None, EntryQuestion(conversation.question)) else None


async def _ask(
    work: Work, coordinator_id: int, question: EntryQuestion, registration_id: int | None, now: datetime
) -> EntryTurn:
    conversation = Conversation(name=ConversationName.ENTRY, question=question, subject_id=registration_id)
    await work.conversations.ask(coordinator_id, conversation, now)
    return await _turn(work, conversation)


async def _turn(reads: Reads, conversation: Conversation) -> EntryTurn:
    question = EntryQuestion(conversation.question)
    if conversation.subject_id is None:
        return EntryTurn(question)
    registration = await reads.registrations.get(conversation.subject_id)
    round_ = None if registration.round_id is None else await reads.rounds.get(registration.round_id)
    return EntryTurn(question, registration, round_)


def _registration_id(conversation: Conversation) -> int:
    if conversation.subject_id is None:
        raise LookupError("an entry that has a name has a registration")
    return conversation.subject_id
