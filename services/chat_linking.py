"""Linking a group's chat with a one-time code, and unlinking it."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from domain.chat import CODE_ALPHABET, CODE_LASTS, CODE_LENGTH, Chat, ChatStatus, LinkOutcome, Why, code_of
from domain.outbox import Kind
from services.chat_steps import RENEW, do_now, look_tomorrow, settle_trouble, take_facts, tell_leader
from services.group_views import leads
from services.planned import offer_next
from services.poll import chat_migrated

if TYPE_CHECKING:
    from datetime import datetime

    from domain.chat import ChatFacts
    from domain.group import Group
    from storage.database import Database
    from storage.work import Reads, Work


class ChatLinking:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def issue_code(self, group_id: int, person_id: int, now: datetime, update_id: int) -> str | None:
        """A one-time code with which this leader links a chat; None for who does not lead this group."""
        async with self._database.transaction(applies=update_id) as work:
            if not await leads(work, group_id, person_id):
                return None
            code = "".join(secrets.choice(CODE_ALPHABET) for _ in range(CODE_LENGTH))
            await work.chats.add_code(group_id, person_id, code, expires_at=now + CODE_LASTS, at=now)
            await work.chats.want(group_id)
            return code

    async def may_link(self, typed: str, chat_id: int, person_id: int, now: datetime) -> LinkOutcome | Group:
        """Why this chat cannot be linked with this code, or the group that it would belong to. Changes nothing."""
        return await _may_link(self._database.reads, code_of(typed), chat_id, person_id, now)

    async def link(
        self, typed: str, place: tuple[int, ChatFacts], person_id: int, now: datetime, update_id: int
    ) -> LinkOutcome:
        """The chat, of which this is known, is the group's from now on; nothing changes unless it is LINKED."""
        chat_id, facts = place
        async with self._database.transaction(applies=update_id) as work:
            group = await _may_link(work, code_of(typed), chat_id, person_id, now)
            if isinstance(group, LinkOutcome):
                return group
            if facts.missing_rights:
                return LinkOutcome.RIGHTS
            if facts.history_visible:
                return LinkOutcome.HISTORY
            given = await work.chats.code(code_of(typed))
            if given is None or not await work.chats.use_code(given.id, now):
                return LinkOutcome.USED
            chat = Chat(
                group_id=group.id,
                chat_id=chat_id,
                status=ChatStatus.LINKED,
                why=None,
                linked_by=person_id,
                linked_at=now,
            )
            await _link(work, chat, facts, now)
            return LinkOutcome.LINKED

    async def unlink(self, group_id: int, person_id: int, now: datetime, update_id: int, *, decline: bool) -> bool:
        """The group has no chat any more; `decline`: and does without. False for who does not lead this group."""
        async with self._database.transaction(applies=update_id) as work:
            if not await leads(work, group_id, person_id):
                return False
            chat = await work.chats.of_group(group_id)
            if chat is not None and not chat.lost:
                await settle_trouble(work, chat, Why.UNLINKED, now, tell=False)
            if chat is not None:
                await work.chats.forget(group_id)
                await _withdraw_for_chat(work, group_id, now)
            if decline:
                await work.chats.decline(group_id, now)
                await offer_next(work, group_id, now, at_once=True)
            return True


async def _may_link(reads: Reads, code: str, chat_id: int, person_id: int, now: datetime) -> LinkOutcome | Group:
    if not await reads.groups.led_by(person_id):
        return LinkOutcome.NOT_ALLOWED
    if not code:
        return LinkOutcome.NO_CODE
    given = await reads.chats.code(code)
    if given is None or given.person_id != person_id or not await leads(reads, given.group_id, person_id):
        return LinkOutcome.UNKNOWN_CODE
    chat = await reads.chats.of_group(given.group_id)
    here = chat is not None and chat.chat_id == chat_id
    if here and chat is not None and not chat.lost:
        return LinkOutcome.DONE_BEFORE
    if given.used_at is not None:
        return LinkOutcome.USED
    if given.expires_at <= now:
        return LinkOutcome.EXPIRED
    owner = await reads.chats.by_chat_id(chat_id)
    if owner is not None and owner.group_id != given.group_id:
        return LinkOutcome.TAKEN
    if chat is not None and not chat.lost:
        return LinkOutcome.HAS_CHAT
    return await reads.groups.get(given.group_id)


async def _link(work: Work, chat: Chat, facts: ChatFacts, now: datetime) -> None:
    group_id = chat.group_id
    before = await work.chats.of_group(group_id)
    another = before is None or before.chat_id != chat.chat_id
    if another:
        await work.chats.clear_out(group_id)
    await work.chats.want(group_id)
    await work.outbox.withdraw((Kind.CHAT_TROUBLE,), group_id, now, "linked again")
    await work.chats.save(chat)
    if another:
        await do_now(work, Kind.CHAT_OPENED, group_id, now, subject_id=group_id)
    await take_facts(work, chat, facts, now)
    await look_tomorrow(work, group_id, now)
    await do_now(work, Kind.CHAT_LINK, group_id, now, detail=RENEW)
    await tell_leader(work, group_id, Kind.CHAT_LINKED, now, subject_id=group_id)
    if another:
        await chat_migrated(work, group_id, now)
        await offer_next(work, group_id, now, at_once=True)


async def _withdraw_for_chat(work: Work, group_id: int, now: datetime) -> None:
    """No chat will take it any more; what can be told in private is on its way."""
    waiting = await work.outbox.queued_for_group(group_id)
    await work.outbox.withdraw_in_group(tuple({each.kind for each in waiting}), group_id, now, "no chat")
