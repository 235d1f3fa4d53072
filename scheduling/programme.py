"""The words of what a leader sends to the group at a tap: to its chat, or to each in private."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.outbox import Kind
from messages import programme as messages
from messages.message import Message
from messages.session import Reader
from scheduling.words import Nothing

if TYPE_CHECKING:
    from collections.abc import Callable

    from domain.group import Group
    from domain.outbox import OutboxMessage
    from domain.person import Person
    from scheduling.words import GroupRenderer, Materials, Renderer
    from services.programme import ProgrammeCard
    from texts.speech import Html, Speech

OVER = Nothing("the session is over, cancelled or gone")
NO_PAIRS = Nothing("there is no pairing, or they are not in it")


def _order(reader: Reader, its: ProgrammeCard) -> Html | None:
    return messages.order(reader, its)


def _rules(reader: Reader, its: ProgrammeCard) -> Html | None:
    return messages.rules_words(reader.speech)


def _pairs(reader: Reader, its: ProgrammeCard) -> Html | None:
    return messages.pairs_words(reader.speech, its.exercises) if its.exercises else None


def _to_group(words: Callable[[Reader, ProgrammeCard], Html | None]) -> GroupRenderer:
    async def render(materials: Materials, message: OutboxMessage, group: Group) -> Message | Nothing:
        return await _said(materials, message, materials.group_speech, words)

    return render


def _to_person(words: Callable[[Reader, ProgrammeCard], Html | None]) -> Renderer:
    async def render(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
        return await _said(materials, message, materials.speech(recipient), words)

    return render


async def own_pair(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    """In private one hears the own part alone."""
    card = await materials.services.programmes.card(message.subject_id or 0)
    if card is None or not card.session.planned:
        return OVER
    gives = next((each for each in card.exercises if each.giver.person.id == recipient.id), None)
    receives = next((each for each in card.exercises if each.receiver.person.id == recipient.id), None)
    if gives is None or receives is None:
        return NO_PAIRS
    return messages.own_pair(materials.speech(recipient), gives.receiver, receives.giver)


async def _said(
    materials: Materials,
    message: OutboxMessage,
    speech: Speech,
    words: Callable[[Reader, ProgrammeCard], Html | None],
) -> Message | Nothing:
    card = await materials.services.programmes.card(message.subject_id or 0)
    if card is None or not card.session.planned:
        return OVER
    said = words(Reader(speech, materials.services.municipalities, materials.now), card)
    return NO_PAIRS if said is None else Message(said)


WORDS: dict[Kind, Renderer] = {
    Kind.SESSION_PROGRAMME: _to_person(_order),
    Kind.FEEDBACK_RULES: _to_person(_rules),
    Kind.EXERCISE_PAIRS: own_pair,
}

GROUP_WORDS: dict[Kind, GroupRenderer] = {
    Kind.SESSION_PROGRAMME: _to_group(_order),
    Kind.FEEDBACK_RULES: _to_group(_rules),
    Kind.EXERCISE_PAIRS: _to_group(_pairs),
}
