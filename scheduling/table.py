"""Every kind of message of the outbox, and who gives it its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scheduling import (
    admission,
    attendance,
    booking,
    chat,
    errors,
    goal,
    group,
    intake,
    place,
    planning,
    poll,
    programme,
    registration,
    rota,
    session,
)
from scheduling import round as rounds
from scheduling.either import either

if TYPE_CHECKING:
    from domain.outbox import Kind
    from scheduling.words import GroupRenderer, Renderer

WORDS: dict[Kind, Renderer] = {
    **errors.WORDS,
    **admission.WORDS,
    **rounds.WORDS,
    **registration.WORDS,
    **booking.WORDS,
    **goal.WORDS,
    **group.WORDS,
    **intake.WORDS,
    **session.WORDS,
    **attendance.WORDS,
    **programme.WORDS,
    **poll.WORDS,
    **planning.WORDS,
    **chat.WORDS,
    **place.WORDS,
    **rota.WORDS,
    **either(booking.TO_PERSON, intake.TO_FACILITATOR),
}

GROUP_WORDS: dict[Kind, GroupRenderer] = {
    **programme.GROUP_WORDS,
    **poll.GROUP_WORDS,
    **planning.GROUP_WORDS,
    **chat.GROUP_WORDS,
    **place.GROUP_WORDS,
    **rota.GROUP_WORDS,
}
"""The same for what goes to the chat of a group."""
