"""An open enrolment."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from pydantic import BaseModel, ConfigDict

from domain.time import to_utc

MOST_PLACES: Final = 200
SUGGESTED_PLACES: Final = (8, 16, 24, 40)
# Groups have 6 to 8 members (the association's flyer): so many people cannot be divided into them.
INDIVISIBLE: Final = frozenset({*range(1, 6), 9, 10, 11, 17})
_NUMBER = re.compile(r"\d+")


class RoundStatus(StrEnum):
    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"


class RoundQuestion(StrEnum):
    """What the coordinator is asked to open a round."""

    NAME = "name"
    CLOSES_ON = "closes-on"
    PLACES = "places"
    SUMMARY = "summary"


# In the order in which it is asked.
ROUND_ORDER = tuple(RoundQuestion)


class InvalidPlaces(ValueError):  # noqa: N818 - an answer that is refused, not a program that fails
    """No number of places from 1 to MOST_PLACES."""


def parse_places(text: str) -> int:
    """The one number in "24" or "24 plaatsen". Raises InvalidPlaces."""
    numbers = _NUMBER.findall(text[:100])
    if len(numbers) != 1 or not 1 <= int(numbers[0]) <= MOST_PLACES or f"-{numbers[0]}" in text:
        raise InvalidPlaces(f"{len(numbers)} numbers were typed")
    return int(numbers[0])


class Round(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    id: int
    status: RoundStatus
    # The payload of the public deep link.
    slug: str
    name: str | None
    # The last day on which one can register, in Europe/Amsterdam.
    closes_on: date | None
    places: int | None
    created_by: int | None
    opened_at: datetime | None
    closed_at: datetime | None

    def open_on(self, day: date) -> bool:
        return self.status is RoundStatus.OPEN and (self.closes_on is None or day <= self.closes_on)

    @property
    def ends_at(self) -> datetime | None:
        """The midnight at which the last day is over; None without a closing date."""
        return None if self.closes_on is None else to_utc(datetime.combine(self.closes_on + timedelta(days=1), time()))

    def next_question(self) -> RoundQuestion:
        """The first that was not answered; the summary when all were."""
        answers = {
            RoundQuestion.NAME: self.name,
            RoundQuestion.CLOSES_ON: self.closes_on,
            RoundQuestion.PLACES: self.places,
        }
        return next((question for question, answer in answers.items() if answer is None), RoundQuestion.SUMMARY)
