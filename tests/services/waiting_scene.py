"""What waits to be sent or done, as several scenes look at it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, ClassVar

from domain.outbox import Kind, OutboxMessage, OutboxStatus

if TYPE_CHECKING:
    from domain.moves import MoveKind
    from services.catalogue import Services
    from storage.database import Database


class WaitingScene:
    database: Database
    services: Services
    # When the scene is set.
    now: ClassVar[datetime]

    async def queued(self, *kinds: Kind) -> list[OutboxMessage]:
        rows = await self.database.reads.outbox.waiting(self.now + timedelta(days=1000), 1000)
        messages = [await self.database.reads.outbox.get(row.id) for row in rows]
        return sorted((each for each in messages if not kinds or each.kind in kinds), key=lambda each: each.id)

    async def heard(self, *kinds: Kind) -> list[tuple[Kind, int | None]]:
        """Kind and recipient of what waits to be sent."""
        return [(each.kind, each.recipient_id) for each in await self.queued(*kinds)]

    async def deliver(self) -> None:
        """All that waits is sent."""
        messages = await self.queued()
        async with self.database.transaction() as work:
            for message in messages:
                await work.outbox.settle(message.id, OutboxStatus.SENT, self.now, telegram_message_id=1)

    async def let_pass(self, until: datetime) -> None:
        """The bot carries out whatever falls due, each at its own moment."""
        moves = self.services.moves
        while (moment := await moves.next_due()) is not None and moment <= until:
            for move in await moves.due(moment, 10):
                await moves.carry_out(move, moment)

    async def waits(self, kind: MoveKind, subject_id: int) -> bool:
        return await self.database.reads.moves.current(kind, subject_id) is not None
