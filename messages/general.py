"""Help, language and stopping."""

from __future__ import annotations

from typing import TYPE_CHECKING

from messages.message import Message
from texts.buttons import Button, ButtonData, Keyboard

if TYPE_CHECKING:
    from domain.person import Role
    from texts.speech import Speech


class ChooseDutch(ButtonData, prefix="nl"):
    """From now on in Dutch."""


class ChooseEnglish(ButtonData, prefix="en"):
    """From now on in English."""


def help_for(speech: Speech, role: Role | None) -> Message:
    return Message(speech.html(f"help-{role or 'nobody'}"))


def choose_language(speech: Speech) -> Message:
    return Message(
        speech.html("language-question"),
        Keyboard(
            (
                (
                    Button(speech.plain("language-dutch"), ChooseDutch()),
                    Button(speech.plain("language-english"), ChooseEnglish()),
                ),
            )
        ),
    )


def language_chosen(speech: Speech) -> Message:
    return Message(speech.html("language-chosen"))


def nothing_to_stop(speech: Speech) -> Message:
    return Message(speech.html("cancel-nothing"))


def stopped(speech: Speech) -> Message:
    return Message(speech.html("cancel-done"), removes_keyboard=True)
