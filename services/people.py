"""Who somebody is, and whether the bot may write to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from services.gathered import Gathered

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from domain.conversation import Conversation
    from domain.person import Language, Person, Role
    from storage.database import Database


class People:
    def __init__(self, database: Database) -> None:
        self._database = database
        self._noting: Gathered[tuple[int, int], None] = Gathered(self._note_each)

    async def find(self, telegram_id: int) -> Person | None:
        return await self._database.reads.people.by_telegram(telegram_id)

    async def get(self, person_id: int) -> Person:
        """Raises LookupError when there is no such person, or no longer."""
        return await self._database.reads.people.get(person_id)

    async def with_role(self, role: Role) -> list[Person]:
        return await self._database.reads.people.with_role(role)

    async def conversation_of(self, person_id: int) -> Conversation | None:
        return await self._database.reads.conversations.of(person_id)

    async def note_asked(self, person_id: int, message_id: int) -> None:
        """Which message asks what this person is asked now; unknown after a kill, which costs nothing but tidiness."""
        await self._noting.ask((person_id, message_id))

    async def _note_each(self, questions: Sequence[tuple[int, int]]) -> Sequence[None]:
        async with self._database.statement() as work:
            await work.conversations.asked_in(dict(questions))
        return [None] * len(questions)

    async def greet(self, telegram_id: int, now: datetime, update_id: int) -> Person:
        """Somebody pressed start: known from now on, and reachable again."""
        async with self._database.transaction(applies=update_id) as work:
            person = await work.people.by_telegram(telegram_id)
            if person is None:
                return await work.people.add(telegram_id, "nl", now)
            await work.people.reachable(person.id)
            return await work.people.get(person.id)

    async def speak(self, person_id: int, language: Language, update_id: int) -> Person:
        async with self._database.transaction(applies=update_id) as work:
            await work.people.speak(person_id, language)
            return await work.people.get(person_id)

    async def lost(self, person_id: int, now: datetime, update_id: int | None = None) -> None:
        """Blocked, or gone from Telegram: unreachable until the next start."""
        async with self._database.transaction(applies=update_id) as work:
            await work.people.unreachable(person_id, now)

    async def stop_conversation(self, person_id: int, update_id: int) -> None:
        async with self._database.transaction(applies=update_id) as work:
            await work.conversations.end(person_id)
