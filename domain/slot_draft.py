"""Slots that a facilitator is putting together, question by question, and the questions."""

from __future__ import annotations

from datetime import date, time
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from domain.slot import Medium, Pattern, SlotRules


class SlotQuestion(StrEnum):
    """What a facilitator is asked to publish slots; the conversation's states."""

    # One, or a pattern.
    SHAPE = "shape"
    WEEKDAYS = "weekdays"
    # With one slot it asks for the day alone.
    PERIOD = "period"
    HOURS = "hours"
    PAUSE = "pause"
    MEDIUM = "medium"
    LINK = "link"
    # The week as it would be published.
    PREVIEW = "preview"


class SlotDraft(BaseModel):
    """None is what was not answered yet."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    single: bool | None = None
    # As date.weekday(): 0 is Monday.
    weekdays: frozenset[int] = frozenset()
    first: date | None = None
    last: date | None = None
    # With one slot only its start.
    starts: time | None = None
    until: time | None = None
    # "No pause" is an answer too.
    pause_asked: bool = False
    pause: tuple[time, time] | None = None
    length_minutes: int | None = None
    buffer_minutes: int | None = None
    medium: Medium | None = None
    link: str | None = Field(default=None, repr=False)

    def next_question(self) -> SlotQuestion:
        """The first that is open; the preview when all were answered."""
        return next((question for question, is_open in self._open().items() if is_open), SlotQuestion.PREVIEW)

    def previous_question(self, question: SlotQuestion) -> SlotQuestion | None:
        """The question before this one among those that are asked here; None before the first."""
        asked = [*(each for each in self._open() if self._is_asked(each)), SlotQuestion.PREVIEW]
        place = asked.index(question) if question in asked else 0
        return asked[place - 1] if place else None

    def pattern(self, rules: SlotRules) -> Pattern | None:
        """What the answers come to; None as long as one is missing. The facilitator's rules fill in the rest."""
        if self.next_question() is not SlotQuestion.PREVIEW:
            return None
        if self.first is None or self.last is None or self.starts is None or self.medium is None:
            return None
        length = self.length_minutes or rules.length_minutes
        buffer = rules.buffer_minutes if self.buffer_minutes is None else self.buffer_minutes
        if self.single:
            held_to = rules.model_copy(update={"length_minutes": length, "buffer_minutes": buffer})
            return Pattern.single(self.first, self.starts, held_to, self.medium, self.link)
        if self.until is None:
            return None
        return Pattern(
            weekdays=self.weekdays,
            starts=self.starts,
            until=self.until,
            length_minutes=length,
            buffer_minutes=buffer,
            pause=self.pause,
            first=self.first,
            last=self.last,
            medium=self.medium,
            link=self.link,
        )

    def _open(self) -> dict[SlotQuestion, bool]:
        """In the order in which it is asked: whether it still has to be."""
        pattern = not self.single
        return {
            SlotQuestion.SHAPE: self.single is None,
            SlotQuestion.WEEKDAYS: pattern and not self.weekdays,
            SlotQuestion.PERIOD: self.first is None or self.last is None,
            SlotQuestion.HOURS: self.starts is None or (pattern and self.until is None),
            SlotQuestion.PAUSE: pattern and not self.pause_asked,
            SlotQuestion.MEDIUM: self.medium is None,
            SlotQuestion.LINK: self.medium is Medium.VIDEO and self.link is None,
        }

    def _is_asked(self, question: SlotQuestion) -> bool:
        if question is SlotQuestion.LINK:
            return self.medium is Medium.VIDEO
        return not (self.single and question in (SlotQuestion.WEEKDAYS, SlotQuestion.PAUSE))
