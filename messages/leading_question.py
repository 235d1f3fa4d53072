"""Which group a facilitator means who leads several, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from messages.group_buttons import LedGroup
from messages.message import Message
from messages.registration_card import municipality_name
from texts.buttons import Button, Keyboard

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.group import Group
    from domain.municipality import Municipalities
    from texts.speech import Speech

NAMED = 3
"""So many municipalities tell a group from the others."""


class Member(Protocol):
    @property
    def municipality_code(self) -> str | None: ...


class Led(Protocol):
    @property
    def group(self) -> Group: ...
    @property
    def members(self) -> Sequence[Member]: ...


def none(speech: Speech) -> Message:
    return Message(speech.html("group-leads-none"))


def which(speech: Speech, groups: Sequence[Led], municipalities: Municipalities, what: str) -> Message:
    rows = [(Button(_words(speech, each, municipalities), LedGroup(each.group.id, what)),) for each in groups]
    return Message(speech.html("group-which"), Keyboard(tuple(rows)))


def _words(speech: Speech, its: Led, municipalities: Municipalities) -> str:
    """As in "Groep 3 (Delft, Ede, Tiel…)"."""
    places = [municipality_name(municipalities, each.municipality_code) for each in its.members[:NAMED]]
    return speech.plain("group-which-one", number=its.group.number, places=", ".join(places))
