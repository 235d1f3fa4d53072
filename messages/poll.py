"""A poll in the group's chat: what Telegram asks, and the bot's own count under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel.dates import format_date

from domain.poll import OPTION_LONGEST, QUESTION_LONGEST, PollPurpose
from domain.time import local
from messages import poll_buttons as buttons
from messages.journey import lasts
from messages.message import Message, NativePoll
from texts.buttons import Button, Keyboard
from texts.dates import hour, moment
from texts.language import LOCALES
from texts.speech import Html, lines

if TYPE_CHECKING:
    from datetime import datetime

    from domain.municipality import Municipalities
    from domain.poll import Option
    from domain.poll_view import PartView, PollView
    from texts.speech import Speech


class Teller:
    """Says things of polls: in a language, at a moment."""

    def __init__(self, speech: Speech, municipalities: Municipalities, now: datetime) -> None:
        self.speech = speech
        self.municipalities = municipalities
        self.now = now

    def option(self, view: PollView, option: Option) -> str:
        """As in "di 9 maart 13.00", or "Amersfoort: langste reis 45 min"."""
        if option.starts_at is not None:
            return date_words(self.speech, option.starts_at, self.now)
        if option.word is not None:
            return self.speech.plain(f"poll-option-{option.word}")
        name = self._municipality(option.municipality_code or "")
        minutes = view.longest_journeys.get(option.id)
        if minutes is None:
            return name
        return self.speech.plain("poll-option-town-hall", name=name, journey=lasts(self.speech, minutes))

    def question(self, view: PollView) -> str:
        key = f"poll-question-{view.poll.purpose}"
        if view.poll.purpose is not PollPurpose.MOVE or view.session is None:
            return self.speech.plain(key)
        was = date_words(self.speech, view.session.starts_at, self.now)
        return self.speech.plain(key, number=view.session.number, was=was)

    def moment(self, at: datetime) -> str:
        return moment(at, self.speech.language, self.now)

    def _municipality(self, code: str) -> str:
        return self.municipalities.by_code(code).display_name


def date_words(speech: Speech, at: datetime, now: datetime) -> str:
    """As in "di 9 maart 13.00"; with the year when it is another one than at `now`."""
    wall = local(at)
    pattern = "EEE d MMMM" if wall.year == local(now).year else "EEE d MMMM y"
    return f"{format_date(wall.date(), pattern, locale=LOCALES[speech.language])} {hour(at, speech.language)}"


def native(teller: Teller, its: PartView) -> Message:
    """One of Telegram's polls."""
    question, options = in_words(teller, its)
    several = not its.view.poll.purpose.takes_one_answer
    return Message(Html(), poll=NativePoll(question, options, several_answers=several))


def in_words(teller: Teller, its: PartView) -> tuple[str, tuple[str, ...]]:
    """The question and the options, as one of Telegram's polls has them."""
    speech, view = teller.speech, its.view
    question = teller.question(view)
    if its.part.total > 1:
        question = speech.plain("poll-question-part", question=question, number=its.part.number, total=its.part.total)
    options = tuple(
        (speech.plain("poll-option-none") if option is None else teller.option(view, option))[:OPTION_LONGEST]
        for option in its.options
    )
    return question[:QUESTION_LONGEST], options


def tally(teller: Teller, view: PollView) -> Message:
    """How many have voted, those in private included; never who has not."""
    speech, its = teller.speech, view.standings.count
    count = speech.html("poll-tally", voted=its.voted, all=its.voters, private=its.in_private)
    if not view.poll.is_open:
        return Message(lines(speech.html("poll-tally-closed"), count))
    again = speech.html("poll-tally-again") if its.earlier_stand else Html()
    until = speech.html("poll-tally-until", moment=teller.moment(view.poll.closes_at))
    return Message(lines(count, again, until))


def too_late(teller: Teller, view: PollView) -> Message:
    """To who voted in the chat when it was closed."""
    return Message(teller.speech.html("poll-too-late", question=teller.question(view)))


def lost(teller: Teller, view: PollView, *, unsent: bool = False) -> Message:
    """To who leads the group; `unsent`: it may never have stood in the chat."""
    again = Button(teller.speech.plain("poll-send-again"), buttons.SendPollAgain(view.poll.id))
    key = "poll-unsent" if unsent else "poll-lost"
    words = teller.speech.html(key, number=view.group.number, question=teller.question(view))
    return Message(words, Keyboard(((again,),)))


def sent_again(speech: Speech) -> Message:
    return Message(speech.html("poll-sent-again"))


def sure_to_close(teller: Teller, view: PollView) -> Message:
    speech = teller.speech
    its = view.standings
    yes = Button(speech.plain("poll-close-yes"), buttons.ClosePoll(view.poll.id, sure=True))
    words = speech.html("poll-close-sure", voted=len(its.complete_now), all=len(its.voters))
    return Message(words, Keyboard(((yes,),)))


def closed(speech: Speech) -> Message:
    return Message(speech.html("poll-closed"))


def closed_before(speech: Speech) -> Message:
    return Message(speech.html("poll-closed-before"))
