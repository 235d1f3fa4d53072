"""The first words, and what /start says to somebody who is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from messages.message import Message

if TYPE_CHECKING:
    from texts.speech import Speech


def welcome(speech: Speech) -> Message:
    return Message(speech.html("start-welcome"))
