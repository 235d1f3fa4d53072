"""Answering a poll in private: one message, one tap for each option, until it closes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from domain.poll import Answer
from messages import poll_buttons as buttons
from messages.message import Message
from messages.registration_keyboard import rows_of
from texts.buttons import Button, Keyboard
from texts.speech import Html, lines

if TYPE_CHECKING:
    from domain.poll import Option
    from domain.poll_view import Ballot
    from messages.poll import Teller
    from texts.speech import Speech

ANSWERS: Final = (Answer.YES, Answer.RATHER_NOT, Answer.NO)


def asked(teller: Teller, ballot: Ballot, about: int | None = None) -> Message:
    """The poll with what was answered; it asks about this option, or the first that is open."""
    if not ballot.view.poll.is_open:
        return _shown(teller, ballot)
    if ballot.view.poll.purpose.takes_one_answer:
        return _choice(teller, ballot)
    option = next((each for each in ballot.view.options if each.id == about), None)
    if option is None:
        option = next(iter(ballot.unanswered), None)
    return _complete(teller, ballot) if option is None else _question(teller, ballot, option)


def nudged(teller: Teller, ballot: Ballot) -> Message:
    """The same, to who has yet to answer."""
    message = asked(teller, ballot)
    poll = ballot.view.poll
    reminder = teller.speech.html("vote-nudge", moment=teller.moment(poll.closes_at), venue=poll.venue)
    return Message(lines(reminder, message.html, between="\n\n"), message.keyboard)


def closed(teller: Teller, ballot: Ballot) -> Message:
    """The same, once it takes no votes any more."""
    return _shown(teller, ballot)


def not_yours(speech: Speech) -> Message:
    return Message(speech.html("vote-not-yours"))


def _question(teller: Teller, ballot: Ballot, option: Option) -> Message:
    speech, poll = teller.speech, ballot.view.poll
    words = speech.html("vote-question", option=teller.option(ballot.view, option))
    answers = tuple(
        Button(speech.plain(f"vote-answer-{answer}"), buttons.CastVote(poll.id, option.id, answer))
        for answer in ANSWERS
    )
    rows = [answers]
    if len(ballot.unanswered) > 1:
        none = speech.plain("vote-none" if len(ballot.unanswered) == len(ballot.view.options) else "vote-none-left")
        rows.append((Button(none, buttons.CastNone(poll.id)),))
    return Message(lines(_head(teller, ballot), _answers(teller, ballot), words, between="\n\n"), Keyboard(tuple(rows)))


def _complete(teller: Teller, ballot: Ballot) -> Message:
    speech, poll = teller.speech, ballot.view.poll
    key = "vote-before" if ballot.only_before else "vote-complete"
    thanks = speech.html(key, moment=teller.moment(poll.closes_at))
    options = [
        Button(teller.option(ballot.view, option), buttons.ShowBallot(poll.id, option.id))
        for option in ballot.view.options
    ]
    words = lines(_head(teller, ballot), _answers(teller, ballot), thanks, between="\n\n")
    keep = ((Button(speech.plain("vote-keep"), buttons.CastNone(poll.id)),),) if ballot.only_before else ()
    return Message(words, Keyboard((*keep, *rows_of(options, 2))))


def _choice(teller: Teller, ballot: Ballot) -> Message:
    speech, poll = teller.speech, ballot.view.poll
    rows = tuple(
        (Button(teller.option(ballot.view, option), buttons.CastVote(poll.id, option.id, Answer.YES)),)
        for option in ballot.view.options
    )
    chosen = next((each for each in ballot.view.options if ballot.answers.get(each.id) is Answer.YES), None)
    said = (
        speech.html("vote-choose")
        if chosen is None
        else speech.html("vote-chosen", option=teller.option(ballot.view, chosen), moment=teller.moment(poll.closes_at))
    )
    return Message(lines(_head(teller, ballot), said, between="\n\n"), Keyboard(rows))


def _shown(teller: Teller, ballot: Ballot) -> Message:
    """Without buttons: how this person had answered."""
    closed = teller.speech.html("vote-closed")
    return Message(lines(_head(teller, ballot), _answers(teller, ballot), closed, between="\n\n"))


def _head(teller: Teller, ballot: Ballot) -> Html:
    speech, poll = teller.speech, ballot.view.poll
    title = speech.html("vote-title", number=ballot.view.group.number, question=teller.question(ballot.view))
    how = speech.html("vote-how") if poll.is_open and poll.purpose.is_about_dates else Html()
    return lines(title, how)


def _answers(teller: Teller, ballot: Ballot) -> Html:
    speech = teller.speech
    return lines(
        *(
            speech.html(
                "vote-line",
                option=teller.option(ballot.view, option),
                answer=speech.plain(f"vote-said-{ballot.answers[option.id]}"),
            )
            for option in ballot.view.options
            if option.id in ballot.answers
        )
    )
