"""One-time links: handing one out, and what its opener and its maker hear."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.invitation import VALID_FOR, InvitationKind
from messages.links import invitation_link, share_button
from messages.message import Message
from texts.buttons import Keyboard
from texts.dates import day

if TYPE_CHECKING:
    from datetime import datetime

    from domain.invitation import InvitationOutcome
    from texts.buttons import Button
    from texts.speech import Speech


def facilitator_link(speech: Speech, username: str, token: str, now: datetime) -> Message:
    url = invitation_link(username, token)
    words = speech.html("invitation-facilitator", day=last_day(speech, InvitationKind.FACILITATOR, now), url=url)
    share = share_button(speech.plain("invitation-share"), url, speech.plain("invitation-share-facilitator"))
    return Message(words, Keyboard(((share,),)))


def share_registration(speech: Speech, url: str) -> Button:
    return share_button(speech.plain("invitation-share"), url, speech.plain("invitation-share-registration"))


def last_day(speech: Speech, kind: InvitationKind, now: datetime) -> str:
    """The last day on which a link made now can be used all day long."""
    return day(now + VALID_FOR[kind], speech.language, now)


def opened(speech: Speech, outcome: InvitationOutcome, first_name: str | None) -> Message:
    """To the person who opened a link: what it made of them, or why it did not."""
    match outcome.value:
        case "coordinator" | "facilitator" | "registration":
            return Message(speech.html(f"invitation-opened-{outcome}", name=addressed(first_name)))
        case _:
            return Message(speech.html(f"invitation-{outcome}"))


def used(speech: Speech, kind: InvitationKind, name: str | None) -> Message:
    """To the maker of a link."""
    return Message(speech.html(f"invitation-told-{kind}", name=name or speech.plain("invitation-somebody")))


def addressed(first_name: str | None) -> str:
    """Behind a greeting: a comma and the first name, or nothing for somebody whose name is not known."""
    return f", {first_name}" if first_name else ""
