"""One-time links: making them, and what happens to who opens one."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.conversation import Conversation, ConversationName
from domain.invitation import VALID_FOR, InvitationKind, InvitationOutcome
from domain.moves import MoveKind
from domain.outbox import Kind
from domain.person import Role
from domain.registration import Status, next_question
from services.notices import notify

if TYPE_CHECKING:
    from datetime import datetime

    from domain.invitation import Invitation
    from domain.person import Person
    from domain.registration import Registration
    from storage.database import Database
    from storage.work import Work

# 192 bits: 32 characters of the alphabet that a deep link allows.
TOKEN_BYTES = 24

ROLES = {InvitationKind.COORDINATOR: Role.COORDINATOR, InvitationKind.FACILITATOR: Role.FACILITATOR}


@dataclass(frozen=True, slots=True)
class Acceptance:
    outcome: InvitationOutcome
    # Who the account belongs to from now on: not always who it belonged to before.
    person: Person
    kind: InvitationKind | None = None
    # With REGISTRATION, and with DONE_BEFORE of one that is still going on.
    registration: Registration | None = None


@dataclass(frozen=True, slots=True)
class UsedInvitation:
    invitation: Invitation
    user: Person


class Invitations:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def issue(
        self,
        kind: InvitationKind,
        now: datetime,
        *,
        created_by: int | None = None,
        person_id: int | None = None,
        update_id: int | None = None,
    ) -> str:
        """The token of a new link; it exists nowhere else, for only its hash is kept."""
        async with self._database.transaction(applies=update_id) as work:
            return await issue(work, kind, now, created_by=created_by, person_id=person_id)

    async def accept(
        self, token: str, telegram_id: int, now: datetime, update_id: int, *, name: str | None = None
    ) -> Acceptance:
        """Somebody opened a link: they are known and reachable from now on, whatever comes of it.

        `name` is what their account is called; it serves for somebody with a role, who is asked for no name.
        """
        async with self._database.transaction(applies=update_id) as work:
            person = await _arrived(work, telegram_id, now)
            invitation = await work.invitations.by_token(token)
            if invitation is None:
                return Acceptance(InvitationOutcome.UNKNOWN, person)
            refusal = await _refusal(work, invitation, person, now)
            if refusal is not None:
                return refusal
            if invitation.kind is InvitationKind.REGISTRATION:
                return await _take_over(work, invitation, person, now)
            return await _become(work, invitation, person, now, name)

    async def used(self, invitation_id: int) -> UsedInvitation | None:
        """Who used it; None when nobody did, or they are gone."""
        reads = self._database.reads
        try:
            invitation = await reads.invitations.get(invitation_id)
            if invitation.used_by is None:
                return None
            return UsedInvitation(invitation, await reads.people.get(invitation.used_by))
        except LookupError:
            return None


async def issue(
    work: Work, kind: InvitationKind, now: datetime, *, created_by: int | None, person_id: int | None = None
) -> str:
    token = secrets.token_urlsafe(TOKEN_BYTES)
    await work.invitations.add(
        kind, token, expires_at=now + VALID_FOR[kind], at=now, person_id=person_id, created_by=created_by
    )
    return token


async def _arrived(work: Work, telegram_id: int, now: datetime) -> Person:
    person = await work.people.by_telegram(telegram_id)
    if person is None:
        return await work.people.add(telegram_id, "nl", now)
    await work.people.reachable(person.id)
    return await work.people.get(person.id)


async def _refusal(work: Work, invitation: Invitation, person: Person, now: datetime) -> Acceptance | None:
    """Why this link does nothing for this person; None when it does."""
    live = await work.registrations.live_of(person.id)
    if invitation.used_by == person.id:
        return Acceptance(InvitationOutcome.DONE_BEFORE, person, invitation.kind, live)
    if invitation.used_at is not None:
        return Acceptance(InvitationOutcome.USED, person, invitation.kind)
    if not invitation.usable_at(now):
        return Acceptance(InvitationOutcome.EXPIRED, person, invitation.kind)
    if person.role is not None:
        return Acceptance(InvitationOutcome.HAS_ROLE, person, invitation.kind)
    if live is not None:
        return Acceptance(InvitationOutcome.HAS_REGISTRATION, person, invitation.kind, live)
    if invitation.kind is InvitationKind.REGISTRATION and not await _waits(work, invitation):
        return Acceptance(InvitationOutcome.UNKNOWN, person, invitation.kind)
    return None


async def _waits(work: Work, invitation: Invitation) -> bool:
    """Whether what the office entered is still there, and nobody's yet."""
    if invitation.person_id is None:
        return False
    entered = await work.people.get(invitation.person_id)
    draft = await work.registrations.live_of(entered.id)
    return entered.telegram_id is None and draft is not None and draft.status is Status.DRAFT


async def _become(work: Work, invitation: Invitation, person: Person, now: datetime, name: str | None) -> Acceptance:
    role = ROLES[invitation.kind]
    if not await work.invitations.use(invitation.id, person.id, now):
        return Acceptance(InvitationOutcome.USED, person, invitation.kind)
    await work.people.give_role(person.id, role)
    if person.name is None and name:
        await work.people.rename(person.id, name)
    await work.conversations.end(person.id)
    await _tell(work, invitation, person.id, now)
    return Acceptance(InvitationOutcome(role.value), await work.people.get(person.id), invitation.kind)


async def _take_over(work: Work, invitation: Invitation, person: Person, now: datetime) -> Acceptance:
    """The registration that the office entered becomes this account's, and asks what is still open."""
    entered_id = invitation.person_id
    draft = None if entered_id is None else await work.registrations.live_of(entered_id)
    if entered_id is None or draft is None:
        return Acceptance(InvitationOutcome.UNKNOWN, person, invitation.kind)
    if not await work.invitations.use(invitation.id, person.id, now):
        return Acceptance(InvitationOutcome.USED, person, invitation.kind)
    entered = await work.people.get(entered_id)
    # The account keeps its person, with their language and perhaps an earlier registration: what was entered comes to
    # them, sealed anew with their key.
    await work.moves.close(MoveKind.HALF_FINISHED, draft.id, now)
    await work.outbox.withdraw((Kind.ENTRY_UNOPENED,), draft.id, now, "the link was opened")
    await work.registrations.erase(draft.id)
    registration = await work.registrations.add(person.id, draft.round_id, draft.answers, now)
    await work.moves.open(MoveKind.HALF_FINISHED, registration.id, now, person.id)
    if entered.name is not None:
        await work.people.rename(person.id, entered.name)
    await work.invitations.meant_for(invitation.id, person.id)
    await work.people.erase(entered_id)
    await work.conversations.ask(person.id, first_question(registration), now)
    await _tell(work, invitation, person.id, now)
    return Acceptance(InvitationOutcome.REGISTRATION, await work.people.get(person.id), invitation.kind, registration)


def first_question(registration: Registration) -> Conversation:
    return Conversation(
        name=ConversationName.REGISTRATION,
        question=next_question(registration.answers),
        subject_id=registration.id,
    )


async def _tell(work: Work, invitation: Invitation, user_id: int, now: datetime) -> None:
    """Whoever made the link hears that it was used; a link for a coordinator concerns every other one."""
    if invitation.kind is InvitationKind.COORDINATOR:
        told = [person.id for person in await work.people.with_role(Role.COORDINATOR)]
    else:
        told = [] if invitation.created_by is None else [invitation.created_by]
    for recipient_id in told:
        if recipient_id != user_id:
            await notify(work, Kind.INVITATION_USED, recipient_id, now, subject_id=invitation.id)
