"""/leerpunten: one's own learning goals, and what others may see of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telegram.ext import CommandHandler, ConversationHandler, MessageHandler, filters

from domain.access import Action, may
from domain.conversation import ConversationName
from domain.goal import GOAL_LONGEST, MOST_GOALS
from domain.typed_text import InvalidWords, parse_lines
from handlers.access import only
from handlers.answers import ANSWERS, complaint_about_words, kind_key, pressed, typed_text, written
from handlers.conversation import RowConversation
from handlers.refusal import old_button
from messages import goal
from messages import goal_buttons as buttons
from messages.goal import Numbered
from services.goal import GoalOutcome, GoalQuestion, ProposalOutcome

if TYPE_CHECKING:
    from collections.abc import Sequence

    from telegram import Update
    from telegram.ext import BaseHandler

    from domain.conversation import Conversation
    from domain.goal import Goal
    from domain.person import Person
    from handlers.context import Context
    from handlers.dependencies import Dependencies
    from messages.message import Message
    from services.goal import GoalChange
    from texts.speech import Html

MAY = Action.WRITE_GOALS
END: int = ConversationHandler.END
Step = GoalQuestion | int | None
"""The question that is asked now, the end of the conversation, or nothing new."""


async def show(update: Update, context: Context) -> None:
    """In a message of its own, for only a new message can be kept from being forwarded."""
    if not may(context.role, MAY):
        await context.say(goal.not_admitted(context.speech))
        return
    await context.say(goal.overview(context.speech, await context.services.goals.mine(context.person.id)))


async def show_in_place(update: Update, context: Context) -> None:
    await context.change(goal.overview(context.speech, await context.services.goals.mine(context.person.id)))


async def show_one(update: Update, context: Context) -> None:
    await context.change(await _one(context, _goal_of(context)))


async def add(update: Update, context: Context) -> Step:
    goals = await context.services.goals.mine(context.person.id)
    if len(goals) >= MOST_GOALS:
        await context.change(goal.overview(context.speech, goals))
        return None
    return await _ask(context, None, goal.question(context.speech, None))


async def reword(update: Update, context: Context) -> Step:
    its = await _numbered(context, _goal_of(context))
    if its is None:
        await context.change(await _one(context, _goal_of(context)))
        return None
    return await _ask(context, its.goal.id, goal.question(context.speech, its))


async def type_words(update: Update, context: Context) -> Step:
    if context.conversation is None:
        return await old_button(context)
    try:
        words = parse_lines(typed_text(update), GOAL_LONGEST)
    except InvalidWords as refusal:
        return await refuse(context, complaint_about_words(context.speech, refusal))
    goal_id = context.conversation.subject_id
    goals, person_id = context.services.goals, context.person.id
    if goal_id is None:
        changed = await goals.add(person_id, words, context.now, context.update_id)
    else:
        changed = await goals.reword(person_id, goal_id, words, context.now, context.update_id)
    if changed.outcome is GoalOutcome.SAVED:
        await context.answered(goal.noted(context.speech))
    await context.say(_after(context, changed, None))
    return END


async def share(update: Update, context: Context) -> None:
    data = context.button
    if not isinstance(data, buttons.ShareGoal):
        await old_button(context)
        return
    changed = await context.services.goals.share(
        context.person.id, data.goal, context.now, context.update_id, shared=data.shared
    )
    if changed.outcome is GoalOutcome.SAVED:
        before = context.speech.html("goal-shared-done" if data.shared else "goal-unshared-done")
        await context.change(await _one(context, data.goal, before))
    else:
        await context.change(await _one(context, data.goal))


async def ask_to_remove(update: Update, context: Context) -> None:
    its = await _numbered(context, _goal_of(context))
    if its is None:
        await context.change(await _one(context, _goal_of(context)))
    else:
        await context.change(goal.sure_to_remove(context.speech, its))


async def remove(update: Update, context: Context) -> None:
    changed = await context.services.goals.remove(context.person.id, _goal_of(context), context.now, context.update_id)
    await context.change(_after(context, changed, "goal-removed"))


async def stop(update: Update, context: Context) -> Step:
    await context.services.goals.leave(context.person.id, context.update_id)
    goals = await context.services.goals.mine(context.person.id)
    await context.change(goal.overview(context.speech, goals, context.speech.html("goal-stopped")))
    return END


async def later(update: Update, context: Context) -> None:
    await context.say(goal.later(context.speech))


async def accept(update: Update, context: Context) -> None:
    await _answer_proposal(context, accepted=True)


async def decline(update: Update, context: Context) -> None:
    await _answer_proposal(context, accepted=False)


async def _answer_proposal(context: Context, *, accepted: bool) -> None:
    """Only of the proposal that was shown."""
    person_id, goal_id = context.person.id, _goal_of(context)
    its = await context.services.goals.get(person_id, goal_id)
    settled = context.speech.html("goal-proposal-settled")
    if its is None or its.proposal is None or goal.proposed_at(its) != getattr(context.button, "at", None):
        await context.change(await _one(context, goal_id, settled))
        return
    answer = context.services.goals.accept_proposal if accepted else context.services.goals.decline_proposal
    outcome = await answer(person_id, goal_id, context.now, context.update_id)
    said = settled if outcome is ProposalOutcome.STALE else await _answered(context, its, accepted=accepted)
    await context.change(await _one(context, goal_id, said))


async def let_read(update: Update, context: Context) -> None:
    data = context.button
    if not isinstance(data, buttons.LetRead):
        await old_button(context)
        return
    let = await context.services.goals.let_read(
        context.person.id, data.facilitator, context.now, context.update_id, granted=data.granted
    )
    if not let:
        await old_button(context)
        return
    facilitator = await context.services.people.get(data.facilitator)
    await context.change(goal.reading_settled(context.speech, facilitator, granted=data.granted))


async def current_question(dependencies: Dependencies, person: Person, conversation: Conversation) -> Message:
    """The words that are asked for; all goals, when the one that it was about is gone."""
    speech = dependencies.texts.speech(person.language)
    goals = await dependencies.services.goals.mine(person.id)
    if conversation.subject_id is None:
        return goal.question(speech, None)
    its = _among(goals, conversation.subject_id)
    return goal.overview(speech, goals) if its is None else goal.question(speech, its)


async def wrong_kind(update: Update, context: Context) -> Step:
    if update.message is None:
        return None
    return await refuse(context, context.speech.html(kind_key(update.message)))


async def edited(update: Update, context: Context) -> Step:
    return await refuse(context, context.speech.html("error-edited"))


async def refuse(context: Context, complaint: Html) -> Step:
    """What was wrong with the answer, and the question again."""
    if context.conversation is None:
        return await old_button(context)
    asked = await current_question(context.dependencies, context.person, context.conversation)
    await context.ask_again(goal.ask_after(complaint, asked))
    return None


async def _ask(context: Context, goal_id: int | None, question: Message) -> Step:
    await context.services.goals.ask(context.person.id, GoalQuestion.WORDS, goal_id, context.now, context.update_id)
    await context.ask_instead(question)
    return GoalQuestion.WORDS


async def _one(context: Context, goal_id: int, before: Html | None = None) -> Message:
    """The goal; all of them, when it is gone."""
    its = await _numbered(context, goal_id)
    if its is not None:
        return goal.one(context.speech, its, before)
    goals = await context.services.goals.mine(context.person.id)
    return goal.overview(context.speech, goals, context.speech.html("goal-gone"))


def _after(context: Context, changed: GoalChange, done: str | None) -> Message:
    """All of them as they are now, after what was done (None: that is plain), or why it was not."""
    if changed.outcome is GoalOutcome.NOT_ADMITTED:
        return goal.not_admitted(context.speech)
    key = {GoalOutcome.UNKNOWN: "goal-gone", GoalOutcome.FULL: None, GoalOutcome.SAME: "goal-stopped"}.get(
        changed.outcome, done
    )
    return goal.overview(context.speech, changed.goals, context.speech.html(key) if key else None)


async def _answered(context: Context, its: Goal, *, accepted: bool) -> Html:
    proposer = await context.services.people.get(its.proposed_by) if its.proposed_by is not None else None
    name = (proposer.name if proposer else None) or context.speech.plain("booking-your-facilitator")
    return context.speech.html("goal-accepted" if accepted else "goal-declined", facilitator=name)


async def _numbered(context: Context, goal_id: int) -> Numbered | None:
    return _among(await context.services.goals.mine(context.person.id), goal_id)


def _among(goals: Sequence[Goal], goal_id: int) -> Numbered | None:
    return next((Numbered(each, number) for number, each in enumerate(goals, start=1) if each.id == goal_id), None)


def _goal_of(context: Context) -> int:
    """0, which is no goal, for a button about none."""
    number = getattr(context.button, "goal", 0)
    return number if isinstance(number, int) else 0


def conversation() -> RowConversation:
    return RowConversation(
        ConversationName.GOALS,
        GoalQuestion,
        entry_points=[
            pressed(MAY, buttons.AddGoal, add),
            pressed(MAY, buttons.RewordGoal, reword),
        ],
        states={
            GoalQuestion.WORDS: [
                pressed(MAY, buttons.StopGoals, stop),
                written(MAY, type_words),
            ],
        },
        fallbacks=[
            CommandHandler("annuleren", only(MAY, stop), filters.ChatType.PRIVATE),
            MessageHandler(filters.ChatType.PRIVATE & filters.UpdateType.EDITED_MESSAGE, only(MAY, edited)),
            MessageHandler(ANSWERS, only(MAY, wrong_kind)),
        ],
    )


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """What belongs to no question."""
    return [
        CommandHandler("leerpunten", only(Action.REGISTER, show), filters.ChatType.PRIVATE),
        pressed(MAY, buttons.OpenGoals, show),
        pressed(MAY, buttons.ShowGoals, show_in_place),
        pressed(MAY, buttons.ShowGoal, show_one),
        pressed(MAY, buttons.ShareGoal, share),
        pressed(MAY, buttons.RemoveGoal, ask_to_remove),
        pressed(MAY, buttons.ConfirmRemoveGoal, remove),
        pressed(MAY, buttons.GoalsLater, later),
        pressed(MAY, buttons.AcceptProposal, accept),
        pressed(MAY, buttons.DeclineProposal, decline),
        pressed(MAY, buttons.LetRead, let_read),
    ]
