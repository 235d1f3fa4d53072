"""Rows that come back under the questions of a registration."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.registration import SUPPLEMENT, Question
from messages import registration_buttons as buttons
from texts.buttons import Button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from messages.registration_card import Screen
    from texts.buttons import ButtonData
    from texts.speech import Speech


def rows_of(choices: Sequence[Button], a_row: int) -> tuple[tuple[Button, ...], ...]:
    return tuple(tuple(choices[at : at + a_row]) for at in range(0, len(choices), a_row))


def ticked_button(speech: Speech, words: str, data: ButtonData, *, ticked: bool) -> Button:
    return Button(speech.plain("registration-ticked", words=words) if ticked else words, data)


def navigation(screen: Screen, question: Question) -> tuple[Button, ...]:
    """Back, and out; "later" where leaving is what is meant."""
    out = "common-later" if may_skip(screen, question) else "common-cancel"
    return (
        Button(screen.speech.plain("common-back"), buttons.Back(screen.registration.id, question)),
        Button(screen.speech.plain(out), buttons.Cancel(screen.registration.id, question)),
    )


def may_skip(screen: Screen, question: Question) -> bool:
    return question in SUPPLEMENT and not screen.from_summary


def skipping(screen: Screen, question: Question) -> tuple[tuple[Button, ...], ...]:
    """A row to leave the question open, where it may."""
    if not may_skip(screen, question):
        return ()
    return ((Button(screen.speech.plain("common-skip"), buttons.Skip(screen.registration.id, question)),),)
