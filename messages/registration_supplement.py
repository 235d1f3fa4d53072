"""The questions of "nog aanvullen": each can be skipped, and all can wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.registration import PartOfDay, Question, Weekday
from messages import registration_buttons as buttons
from messages.message import ContactKeyboard, Message
from messages.registration_card import answer_words, municipality_name, not_with_words
from messages.registration_keyboard import may_skip, navigation, rows_of, skipping, ticked_button
from messages.registration_questions import asked_again
from texts.buttons import Button, Keyboard
from texts.speech import Html

if TYPE_CHECKING:
    from messages.registration_card import Screen

TRAVEL_MINUTES = (30, 45, 60, 90, 120)


def motivation_get(screen: Screen) -> Message:
    return _typed(screen, Question.MOTIVATION_GET)


def motivation_bring(screen: Screen) -> Message:
    return _typed(screen, Question.MOTIVATION_BRING)


def secretariat(screen: Screen) -> Message:
    return _typed(screen, Question.SECRETARIAT)


def billing(screen: Screen) -> Message:
    return _typed(screen, Question.BILLING)


def _typed(screen: Screen, question: Question) -> Message:
    words = screen.speech.html(f"registration-{question}")
    return asked_again(screen, question, words, skipping(screen, question))


def travel(screen: Screen) -> Message:
    choices = [
        Button(
            screen.speech.plain("registration-travel", minutes=minutes),
            buttons.ChooseTravel(screen.registration.id, minutes),
        )
        for minutes in TRAVEL_MINUTES
    ]
    words = screen.speech.html("registration-travel-question")
    return asked_again(screen, Question.TRAVEL, words, (*rows_of(choices, 2), *skipping(screen, Question.TRAVEL)))


def days(screen: Screen) -> Message:
    done = (Button(screen.speech.plain("common-done"), buttons.FinishTicks(screen.registration.id, Question.DAYS)),)
    rows = (
        *rows_of([_weekday_box(screen, each) for each in Weekday], 3),
        *rows_of([_part_box(screen, each) for each in PartOfDay], 3),
        done,
        *skipping(screen, Question.DAYS),
        navigation(screen, Question.DAYS),
    )
    return Message(screen.speech.html("registration-days-question"), Keyboard(rows))


def _weekday_box(screen: Screen, weekday: Weekday) -> Button:
    ticked = weekday in screen.answers.weekdays
    data = buttons.TickWeekday(screen.registration.id, weekday, not ticked)
    return ticked_button(screen.speech, screen.speech.plain(f"registration-day-{weekday}"), data, ticked=ticked)


def _part_box(screen: Screen, part: PartOfDay) -> Button:
    ticked = part in screen.answers.parts_of_day
    data = buttons.TickPartOfDay(screen.registration.id, part, not ticked)
    return ticked_button(screen.speech, screen.speech.plain(f"registration-part-{part}"), data, ticked=ticked)


def phone(screen: Screen) -> Message:
    """Only the keyboard below the chat can share a number, so its other buttons are there as well."""
    speech = screen.speech
    words = speech.html("registration-phone")
    if Question.PHONE in screen.answers.answered:
        now = speech.html("registration-now", answer=answer_words(screen, Question.PHONE))
        words = Html(f"{words}\n\n{now}")
    out = ("common-skip", "common-later") if may_skip(screen, Question.PHONE) else ("common-cancel",)
    others = tuple(speech.plain(key) for key in ("common-back", *out))
    return Message(words, contact_keyboard=ContactKeyboard(speech.plain("registration-phone-share"), others))


def not_with(screen: Screen) -> Message:
    speech, registration, entries = screen.speech, screen.registration, screen.answers.not_with
    nobody = Button(speech.plain("registration-not-with-nobody"), buttons.Nobody(registration.id))
    if not entries:
        rows = ((nobody,), *skipping(screen, Question.NOT_WITH), navigation(screen, Question.NOT_WITH))
        return Message(speech.html("registration-not-with"), Keyboard(rows))
    listed = Html("\n".join(speech.html("registration-item", words=not_with_words(screen, each)) for each in entries))
    done = Button(speech.plain("common-done"), buttons.NotWithDone(registration.id))
    words = speech.html("registration-not-with-more", people=listed)
    return Message(words, Keyboard(((done, nobody), navigation(screen, Question.NOT_WITH))))


def not_with_name(screen: Screen) -> Message:
    speech, registration = screen.speech, screen.registration
    municipality = municipality_name(screen.municipalities, screen.answers.not_with[-1].municipality_code)
    everybody = (Button(speech.plain("registration-not-with-all"), buttons.Everybody(registration.id)),)
    words = speech.html("registration-not-with-name", municipality=municipality)
    return Message(words, Keyboard((everybody, navigation(screen, Question.NOT_WITH_NAME))))
