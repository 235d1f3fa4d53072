"""All use cases in one place: what handlers and the heartbeat are given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from services.errors import Errors
from services.moves import Moves
from services.outbox import Outbox
from services.people import People
from services.retention import Retention

if TYPE_CHECKING:
    from storage.database import Database


@dataclass(frozen=True, slots=True)
class Services:
    people: People
    outbox: Outbox
    moves: Moves
    errors: Errors
    retention: Retention

    @classmethod
    def over(cls, database: Database) -> Self:
        return cls(
            people=People(database),
            outbox=Outbox(database),
            moves=Moves(database),
            errors=Errors(database),
            retention=Retention(database),
        )
