"""A facilitator reads the learning goals of the own participants, and proposes other words for one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telegram.ext import CommandHandler, ConversationHandler, MessageHandler, filters

from domain.access import Action
from domain.conversation import ConversationName
from domain.goal import GOAL_LONGEST
from domain.typed_text import InvalidWords, parse_lines
from handlers import goal
from handlers.access import only
from handlers.answers import ANSWERS, complaint_about_words, kind_key, pressed, typed_text, written
from handlers.conversation import RowConversation
from handlers.screen import number_of
from messages import common, goal_reading
from messages import intake_buttons as buttons
from messages.goal import ask_after
from services.goal import GoalQuestion, ProposeOutcome

if TYPE_CHECKING:
    from telegram import Update
    from telegram.ext import BaseHandler

    from domain.conversation import Conversation
    from domain.person import Person
    from handlers.context import Context
    from handlers.dependencies import Dependencies
    from messages.message import Message
    from texts.speech import Html

MAY = Action.READ_GOALS
EDITED = filters.ChatType.PRIVATE & filters.UpdateType.EDITED_MESSAGE
END: int = ConversationHandler.END
Step = GoalQuestion | int | None
"""The question that is asked now, the end of the conversation, or nothing new."""


async def show(update: Update, context: Context) -> None:
    await context.change(await goals_of(context, number_of(context, "person")))


async def goals_of(context: Context, person_id: int, before: Html | None = None) -> Message:
    reading = await context.services.goals.read(context.person.id, person_id)
    if before is None:
        return goal_reading.goals(context.speech, reading)
    return goal_reading.goals(context.speech, reading, before)


async def begin(update: Update, context: Context) -> Step:
    goal_id = number_of(context, "goal")
    its = await context.services.goals.ask_proposal(context.person.id, goal_id, context.now, context.update_id)
    owner = await context.services.goals.owner(context.person.id, goal_id)
    if its is None or owner is None:
        await context.change(goal_reading.gone(context.speech))
        return None
    await context.change(goal_reading.proposal_question(context.speech, its, owner))
    return GoalQuestion.PROPOSAL


async def propose(update: Update, context: Context) -> Step:
    try:
        words = parse_lines(typed_text(update), GOAL_LONGEST)
    except InvalidWords as refusal:
        return await refuse(context, complaint_about_words(context.speech, refusal))
    goal_id = subject_of(context)
    owner = await context.services.goals.owner(context.person.id, goal_id)
    outcome = await context.services.goals.propose(context.person.id, goal_id, words, context.now, context.update_id)
    if owner is None or outcome is ProposeOutcome.UNKNOWN:
        await context.say(goal_reading.gone(context.speech))
        return END
    if outcome is ProposeOutcome.SAME:
        said = context.speech.html("intake-goal-same")
    else:
        said = context.speech.html("intake-goal-proposed", name=owner.first_name or "–")
    await context.say(await goals_of(context, owner.id, said))
    return END


async def leave(update: Update, context: Context) -> Step:
    owner = await context.services.goals.owner(context.person.id, subject_of(context))
    await context.services.goals.leave(context.person.id, context.update_id)
    if owner is None:
        await context.change(goal_reading.gone(context.speech))
    else:
        await context.change(await goals_of(context, owner.id, context.speech.html("intake-goal-left")))
    return END


async def current_question(dependencies: Dependencies, person: Person, conversation: Conversation) -> Message:
    """Of the two kinds of people who talk about goals, the owners are asked by handlers/goal.py."""
    if conversation.question != GoalQuestion.PROPOSAL:
        return await goal.current_question(dependencies, person, conversation)
    speech, goal_id = dependencies.texts.speech(person.language), conversation.subject_id or 0
    its = await dependencies.services.goals.readable(person.id, goal_id)
    owner = await dependencies.services.goals.owner(person.id, goal_id)
    if its is None or owner is None:
        return goal_reading.gone(speech)
    return goal_reading.proposal_question(speech, its, owner)


async def wrong_kind(update: Update, context: Context) -> Step:
    if update.message is None:
        return None
    return await refuse(context, context.speech.html(kind_key(update.message)))


async def edited(update: Update, context: Context) -> Step:
    return await refuse(context, context.speech.html("error-edited"))


async def refuse(context: Context, complaint: Html) -> Step:
    """What was wrong with the answer, and the question again."""
    if context.conversation is None:
        await context.say(common.old_button(context.speech))
        return None
    asked = await current_question(context.dependencies, context.person, context.conversation)
    await context.say(ask_after(complaint, asked))
    return None


def subject_of(context: Context) -> int:
    """The goal that the conversation is about; 0, which is none, when there is no conversation."""
    return 0 if context.conversation is None else context.conversation.subject_id or 0


def conversation() -> RowConversation:
    """Beside that of the owners, and before it: whatever comes at PROPOSAL is taken here, and nothing else is."""
    return RowConversation(
        ConversationName.GOALS,
        GoalQuestion,
        entry_points=[pressed(MAY, buttons.ProposeWording, begin)],
        states={
            GoalQuestion.PROPOSAL: [
                pressed(MAY, buttons.LeaveProposal, leave),
                written(MAY, propose),
                CommandHandler("annuleren", only(Action.STOP, leave)),
                MessageHandler(EDITED, only(MAY, edited)),
                MessageHandler(ANSWERS, only(MAY, wrong_kind)),
            ]
        },
        fallbacks=[],
    )


def handlers() -> list[BaseHandler[Any, Any, Any]]:
    return [pressed(MAY, buttons.ReadGoals, show)]
