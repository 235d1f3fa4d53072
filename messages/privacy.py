"""The short privacy text, with its version; docs/privacy.md tells it in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.privacy import PRIVACY_SINCE, PRIVACY_VERSION
from messages.message import Message
from texts.dates import date_with_year

if TYPE_CHECKING:
    from texts.speech import Speech


def privacy(speech: Speech) -> Message:
    return Message(
        speech.html("privacy-text", version=PRIVACY_VERSION, day=date_with_year(PRIVACY_SINCE, speech.language))
    )
