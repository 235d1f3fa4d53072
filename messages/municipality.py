"""Which municipality is meant: what is said to a typed name that is not simply one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.municipality import Merged, Several, Suggestion, Unknown
from messages.message import Message
from texts.buttons import Button, Keyboard
from texts.lists import all_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from domain.municipality import Municipality
    from texts.buttons import ButtonData
    from texts.speech import Html, Speech

LONG_NAME = 18
"""Characters: two buttons with longer names do not fit side by side on a phone."""


@dataclass(frozen=True, slots=True)
class MunicipalityButtons:
    """What the buttons carry in this conversation, and the rows below them."""

    choose: Callable[[str], ButtonData]
    other: ButtonData
    below: tuple[tuple[Button, ...], ...] = ()


def which_municipality(
    speech: Speech, match: Suggestion | Several | Merged | Unknown, buttons: MunicipalityButtons
) -> Message:
    """Ask to confirm, to choose or to try again. An exact match needs no question."""
    match match:
        case Suggestion(municipality=municipality):
            words = speech.html("municipality-suggestion", name=municipality.display_name)
            return Message(words, _confirm(speech, municipality, buttons))
        case Several(candidates=candidates):
            words = speech.html("municipality-several", number=len(candidates))
            return Message(words, _choose(speech, candidates, buttons))
        case Merged(into=into):
            keyboard = _confirm(speech, into[0], buttons) if len(into) == 1 else _choose(speech, into, buttons)
            return Message(_merged(speech, match), keyboard)
        case Unknown(nearest=()):
            return Message(speech.html("municipality-unknown"), Keyboard(buttons.below))
        case Unknown(nearest=nearest):
            return Message(speech.html("municipality-nearest"), _choose(speech, nearest, buttons))


def _merged(speech: Speech, merged: Merged) -> Html:
    into = all_of([municipality.display_name for municipality in merged.into], speech.language)
    key = "municipality-merged-one" if len(merged.into) == 1 else "municipality-merged-several"
    if merged.via is None:
        return speech.html(key, former=merged.former_name, year=merged.year, into=into)
    return speech.html(f"{key}-via", former=merged.former_name, year=merged.year, into=into, via=merged.via)


def _confirm(speech: Speech, municipality: Municipality, buttons: MunicipalityButtons) -> Keyboard:
    yes = Button(speech.plain("common-yes"), buttons.choose(municipality.code))
    return Keyboard(((yes, _other(speech, "municipality-no-other", buttons)), *buttons.below))


def _choose(speech: Speech, candidates: Sequence[Municipality], buttons: MunicipalityButtons) -> Keyboard:
    choices = [Button(each.display_name, buttons.choose(each.code)) for each in candidates]
    per_row = 1 if any(len(choice.text) > LONG_NAME for choice in choices) else 2
    rows = (tuple(choices[at : at + per_row]) for at in range(0, len(choices), per_row))
    return Keyboard((*rows, (_other(speech, "municipality-other", buttons),), *buttons.below))


def _other(speech: Speech, key: str, buttons: MunicipalityButtons) -> Button:
    return Button(speech.plain(key), buttons.other)
