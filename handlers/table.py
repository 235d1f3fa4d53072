"""Every handler in order: who is asked first, who takes what nobody else took."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from domain.conversation import ConversationName
from handlers import (
    absence,
    admission,
    arrival,
    attendance,
    booking,
    booking_screen,
    chat,
    entry,
    facilitator,
    fallback,
    first_date,
    general,
    goal,
    goal_proposal,
    group,
    group_led,
    group_own,
    hosting,
    intake,
    intake_outcome,
    invitation,
    leading,
    moving,
    own,
    participant,
    place,
    planning,
    planning_proposal,
    poll_vote,
    price,
    programme,
    registration,
    rota,
    session,
    slot,
    slot_overview,
    start,
    swap,
)
from handlers import round as rounds
from handlers.registration_screen import current_question

if TYPE_CHECKING:
    from collections.abc import Sequence

    from telegram.ext import BaseHandler

    from handlers.conversation import RowConversation
    from handlers.dependencies import CurrentQuestion

# What somebody is asked at this moment, for each conversation: said again after a restart, or a /start in between.
CURRENT_QUESTIONS: dict[ConversationName, CurrentQuestion] = {
    ConversationName.REGISTRATION: current_question,
    ConversationName.ROUND: rounds.current_question,
    ConversationName.ENTRY: entry.current_question,
    ConversationName.DECLINE: admission.current_question,
    ConversationName.SLOTS: slot.current_question,
    ConversationName.INTAKE: booking_screen.current_question,
    ConversationName.INTAKES: intake_outcome.current_question,
    ConversationName.GOALS: goal_proposal.current_question,
    ConversationName.PLANNING: planning.current_question,
    ConversationName.MOVE_SESSION: moving.current_question,
    ConversationName.FIRST_DATE: first_date.current_question,
    ConversationName.HOSTING: hosting.current_question,
}


def conversations() -> tuple[RowConversation, ...]:
    return (
        registration.conversation(),
        rounds.conversation(),
        entry.conversation(),
        admission.conversation(),
        slot.conversation(),
        booking.conversation(),
        intake_outcome.conversation(),
        planning.conversation(),
        # Takes only what a facilitator answers; the rest is for the owners' conversation, of the same name.
        goal_proposal.conversation(),
        goal.conversation(),
        moving.conversation(),
        first_date.conversation(),
        hosting.conversation(),
    )


def in_order(conversations: tuple[RowConversation, ...]) -> dict[int, Sequence[BaseHandler[Any, Any, Any]]]:
    """The handlers by group: in each the first that fits takes the update."""
    return {
        arrival.GROUP: [*arrival.handlers()],
        0: [
            *start.handlers(),
            *conversations,
            *registration.handlers(),
            *own.handlers(),
            *price.handlers(),
            *admission.handlers(),
            *rounds.handlers(),
            *entry.handlers(),
            *slot_overview.handlers(),
            *booking.handlers(),
            *goal.handlers(),
            *goal_proposal.handlers(),
            *intake.handlers(),
            *participant.handlers(),
            *poll_vote.handlers(),
            *planning_proposal.handlers(),
            *leading.handlers(),
            *session.handlers(),
            *attendance.handlers(),
            *programme.handlers(),
            *moving.handlers(),
            *first_date.handlers(),
            *hosting.handlers(),
            *place.handlers(),
            *rota.handlers(),
            *swap.handlers(),
            *absence.handlers(),
            *group.handlers(),
            *group_led.handlers(),
            *group_own.handlers(),
            *facilitator.handlers(),
            *chat.handlers(),
            *invitation.handlers(),
            *general.handlers(),
            *fallback.handlers(),
        ],
    }
