"""What is said everywhere: refusals, odd input, and what to do when something goes wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from messages.message import Message

if TYPE_CHECKING:
    from texts.speech import Speech


def press_start(speech: Speech) -> Message:
    return Message(speech.html("start-press"))


def not_allowed(speech: Speech) -> Message:
    return Message(speech.html("error-not-allowed"))


def unknown_command(speech: Speech) -> Message:
    return Message(speech.html("error-unknown-command"))


def nothing_asked(speech: Speech) -> Message:
    """Somebody says something while no question is open."""
    return Message(speech.html("error-nothing-asked"))


def old_button(speech: Speech) -> Message:
    """The question of this button has been answered, or never was this person's."""
    return Message(speech.html("error-old-button"))


def unknown_button(speech: Speech) -> Message:
    return Message(speech.html("error-unknown-button"))


def edited(speech: Speech) -> Message:
    """An earlier message was edited in the chat: that does not change what was kept."""
    return Message(speech.html("error-edited"))


def broken(speech: Speech, error_id: str) -> Message:
    return Message(speech.html("error-broken", code=error_id))


def broken_for_coordinator(speech: Speech, error_id: str) -> Message:
    return Message(speech.html("error-broken-for-coordinator", code=error_id))


def interrupted(speech: Speech) -> Message:
    """What was asked has been done, but the answer may not have arrived."""
    return Message(speech.html("start-interrupted"))
