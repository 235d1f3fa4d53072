"""Where someone is in a conversation. The row that holds this is the truth, not the library's memory."""

from __future__ import annotations

from enum import StrEnum

from pydantic import BaseModel, ConfigDict


class ConversationName(StrEnum):
    REGISTRATION = "registration"
    ROUND = "round"
    ENTRY = "entry"
    DECLINE = "decline"
    # Somebody who books, moves or cancels an intake.
    INTAKE = "intake"
    # A facilitator who publishes slots.
    SLOTS = "slots"
    # A facilitator who looks after the intakes: records an outcome, answers a request.
    INTAKES = "intakes"
    GOALS = "goals"
    # A facilitator who puts the dates of a cycle together.
    PLANNING = "planning"
    # A facilitator who types dates for a first session.
    FIRST_DATE = "first-date"
    # A host who says what was arranged.
    HOSTING = "hosting"
    # A leader who looks for another moment for a session.
    MOVE_SESSION = "move-session"


class Conversation(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    name: ConversationName
    # The value of one of the named conversation's questions.
    question: str
    # What it is about: the id of a registration, a round or a person.
    subject_id: int | None = None
    # The answer returns to the summary instead of going on to the next question.
    from_summary: bool = False
    # The message that asks it; None while it is not known.
    message_id: int | None = None
