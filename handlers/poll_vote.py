"""Voting: in a poll of Telegram's, and with the buttons of the private question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telegram.ext import PollAnswerHandler

from domain.access import Action
from handlers.access import silently
from handlers.answers import pressed
from messages import common, poll_vote
from messages import poll as messages
from messages import poll_buttons as buttons
from messages.poll import Teller
from services.poll_voting import Choice, PollDeed

if TYPE_CHECKING:
    from telegram import Poll, Update
    from telegram.ext import BaseHandler

    from handlers.context import Context


async def vote_in_chat(update: Update, context: Context) -> None:
    """Telegram tells no chat and no message; without a user it is an anonymous administrator, who has no vote."""
    answer = update.poll_answer
    if answer is None or context.known is None:
        return
    await context.services.polls.answer_in_chat(
        answer.poll_id, context.known.id, answer.option_ids, context.now, context.update_id
    )


async def recognise(poll: Poll, context: Context) -> None:
    """How one of Telegram's polls stands. One that was sent twice over a bad line is known by its words alone."""
    in_group = Teller(context.group_speech, context.services.municipalities, context.now)
    words = (poll.question, tuple(option.text for option in poll.options))
    perhaps = await context.services.polls.perhaps_sent(poll.id)
    found = [its for its in perhaps if messages.in_words(in_group, its) == words]
    # Two groups may be asked the same; then who votes in it tells which it is.
    if len({its.view.group.id for its in found}) == 1:
        await context.services.polls.recognise(poll.id, found[0].part.id, context.now, context.update_id)


async def vote(update: Update, context: Context) -> None:
    data = context.button
    if not isinstance(data, buttons.CastVote):
        return await _old_button(context)
    choice = Choice(data.poll, data.option, data.answer)
    await context.services.polls.answer(choice, context.person.id, context.now, context.update_id)
    await _show(context, data.poll)
    return None


async def vote_none(update: Update, context: Context) -> None:
    data = context.button
    if not isinstance(data, buttons.CastNone):
        return await _old_button(context)
    await context.services.polls.answer_none(data.poll, context.person.id, context.now, context.update_id)
    await _show(context, data.poll)
    return None


async def show(update: Update, context: Context) -> None:
    data = context.button
    if not isinstance(data, buttons.ShowBallot):
        return await _old_button(context)
    await _show(context, data.poll, data.option)
    return None


async def close(update: Update, context: Context) -> None:
    data = context.button
    if not isinstance(data, buttons.ClosePoll):
        return await _old_button(context)
    if not data.sure:
        view = await context.services.polls.led(data.poll, context.person.id)
        message = messages.closed_before(context.speech)
        if view is None:
            return await _old_button(context)
        if view.poll.is_open:
            message = messages.sure_to_close(teller(context), view)
        await context.say(message)
        return None
    done = await context.services.polls.close_by_hand(data.poll, context.person.id, context.now, context.update_id)
    match done:
        case PollDeed.NOT_YOURS:
            return await _old_button(context)
        case PollDeed.ALREADY:
            await context.change(messages.closed_before(context.speech))
        case PollDeed.DONE:
            await context.change(messages.closed(context.speech))
    return None


async def send_again(update: Update, context: Context) -> None:
    data = context.button
    if not isinstance(data, buttons.SendPollAgain):
        return await _old_button(context)
    done = await context.services.polls.send_again(data.poll, context.person.id, context.now, context.update_id)
    match done:
        case PollDeed.NOT_YOURS:
            return await _old_button(context)
        case PollDeed.ALREADY:
            await context.change(messages.closed_before(context.speech))
        case PollDeed.DONE:
            await context.change(messages.sent_again(context.speech))
    return None


async def _show(context: Context, poll_id: int, about: int | None = None) -> None:
    """As it stands now: closed by now, or with other dates than the button that was pressed is about."""
    ballot = await context.services.polls.ballot(poll_id, context.person.id)
    if ballot is None:
        await context.change(poll_vote.not_yours(context.speech))
    else:
        await context.change(poll_vote.asked(teller(context), ballot, about))


async def _old_button(context: Context) -> None:
    await context.say(common.old_button(context.speech))


def teller(context: Context) -> Teller:
    return Teller(context.speech, context.services.municipalities, context.now)


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    return [
        PollAnswerHandler(silently(Action.VOTE, vote_in_chat)),
        pressed(Action.VOTE, buttons.CastVote, vote),
        pressed(Action.VOTE, buttons.CastNone, vote_none),
        pressed(Action.VOTE, buttons.ShowBallot, show),
        pressed(Action.PLAN_DATES, buttons.ClosePoll, close),
        pressed(Action.PLAN_DATES, buttons.SendPollAgain, send_again),
    ]
