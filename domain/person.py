"""A person as the bot knows one, and the three parts that people play."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from pydantic import BaseModel, ConfigDict


class Role(StrEnum):
    """Participant, facilitator and coordinator are different people: a person has one role, or none yet."""

    COORDINATOR = "coordinator"
    FACILITATOR = "facilitator"
    PARTICIPANT = "participant"


# BCP 47. Dutch for everyone; English by one's own choice.
Language = Literal["nl", "en"]


class Person(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    id: int
    # None until somebody whom the coordinator entered opens the personal link.
    telegram_id: int | None
    role: Role | None
    language: Language
    name: str | None
    # False from the moment that Telegram says the bot was blocked, until the next /start.
    reachable: bool

    @property
    def first_name(self) -> str | None:
        return self.name.split()[0] if self.name else None
