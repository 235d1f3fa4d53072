"""What is said about a group's chat by itself, and what is done in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.chat import LINK_LASTS, Place
from domain.outbox import Delivered, Kind
from domain.person import Role
from messages import chat as messages
from messages.registration_card import municipality_name
from scheduling.words import Errand, Nothing
from services.chat_steps import ALL_IN, EXPIRE

if TYPE_CHECKING:
    from collections.abc import Callable

    from domain.chat import Chat, Seat
    from domain.group import Group
    from domain.outbox import OutboxMessage
    from domain.person import Person
    from messages.doorkeeper import Doorkeeper
    from messages.message import Message
    from scheduling.words import GroupRenderer, Materials, Renderer
    from services.chat import ChatCard
    from texts.speech import Speech

GONE = Nothing("the group or its chat is gone")
SETTLED = Nothing("settled")


def _about_group(words: Callable[[Speech, ChatCard, OutboxMessage], Message | Nothing]) -> Renderer:
    """To who leads the group; to the office while nobody does."""

    async def render(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
        card = await _card(materials, message.subject_id or 0, recipient)
        return GONE if card is None else words(materials.speech(recipient), card, message)

    return render


def _about_seat(words: Callable[[Speech, ChatCard, Seat], Message | Nothing]) -> Renderer:
    async def render(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
        seat = await materials.services.chats.seat(message.subject_id or 0)
        card = None if seat is None else await _card(materials, seat.group_id, recipient)
        return GONE if card is None or seat is None else words(materials.speech(recipient), card, seat)

    return render


async def _card(materials: Materials, group_id: int, recipient: Person) -> ChatCard | None:
    if recipient.role is Role.COORDINATOR:
        return await materials.services.chats.card_for_office(group_id)
    return await materials.services.chats.card(group_id, recipient.id)


def _linked(speech: Speech, card: ChatCard, _: OutboxMessage) -> Message | Nothing:
    if card.chat is None or card.chat.lost:
        return GONE
    return messages.linked_told(speech, card.group, len(card.missing))


def _trouble(speech: Speech, card: ChatCard, message: OutboxMessage) -> Message | Nothing:
    if card.chat is None or card.chat.why is None or card.chat.why != message.detail:
        return SETTLED
    return messages.trouble(speech, card, card.chat.why)


def _restored(speech: Speech, card: ChatCard, _: OutboxMessage) -> Message | Nothing:
    if card.chat is None or not card.chat.open:
        return SETTLED
    return messages.restored(speech, card.group)


async def invited(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    group_id = message.subject_id or 0
    chat = await materials.services.chats.of_group(group_id)
    if (
        chat is None
        or chat.invite_link is None
        or not await materials.services.chats.is_missing(group_id, recipient.id)
    ):
        return SETTLED
    group = await materials.services.chats.group(group_id)
    return messages.invited(materials.speech(recipient), group, chat.invite_link, leads=recipient.id in group.leaders)


async def leader_outside(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    """To the leader, and to the office."""
    card = await materials.services.chats.card_for_office(message.subject_id or 0)
    if card is None or card.chat is None or card.chat.lost:
        return GONE
    speech = materials.speech(recipient)
    absent = [person for person in card.missing if person.id in card.group.leaders]
    if not absent:
        return SETTLED
    if recipient.role is Role.COORDINATOR:
        return messages.leader_outside_office(speech, card.group, absent[0].name or "–")
    if all(person.id != recipient.id for person in absent):
        return SETTLED
    return messages.leader_outside(speech, card.group)


async def not_joined(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    member = await materials.services.chats.member(message.subject_id or 0)
    if member is None or not await materials.services.chats.is_missing(member.membership.group_id, member.person.id):
        return SETTLED
    card = await _card(materials, member.membership.group_id, recipient)
    if card is None:
        return GONE
    return messages.not_joined(materials.speech(recipient), card.group, member.first_name)


def _stranger_inside(speech: Speech, card: ChatCard, seat: Seat) -> Message | Nothing:
    if all(each.id != seat.id for each in card.strangers):
        return SETTLED
    return messages.stranger_inside(speech, card, seat.id, seat.name)


async def opened(materials: Materials, message: OutboxMessage, group: Group) -> Message | Nothing:
    return messages.opened(materials.group_speech, group)


async def welcome(materials: Materials, message: OutboxMessage, group: Group) -> Message | Nothing:
    seat = await materials.services.chats.seat(message.subject_id or 0)
    if seat is None or seat.place is not Place.INSIDE or seat.person_id is None:
        return SETTLED
    member = await materials.services.chats.member_of(group.id, seat.person_id)
    if member is None:
        return SETTLED
    municipality = municipality_name(materials.services.municipalities, member.municipality_code)
    return messages.welcome(materials.group_speech, member.first_name, municipality)


async def check(materials: Materials, message: OutboxMessage, group: Group) -> Errand | Nothing:
    telegram_ids = await materials.services.chats.to_look_after(group.id)

    async def look(doorkeeper: Doorkeeper, chat_id: int) -> Delivered:
        return Delivered(chat_id=chat_id, facts=await doorkeeper.look(chat_id, telegram_ids))

    return Errand(look)


async def link(materials: Materials, message: OutboxMessage, group: Group) -> Errand | Nothing:
    """The link that was is revoked; there is another while somebody is missing, and not after its time."""
    chat = await materials.services.chats.of_group(group.id)
    if chat is None:
        return GONE
    anybody_missing = await materials.services.chats.anybody_missing(group.id)
    if message.detail == ALL_IN and anybody_missing:
        return SETTLED
    if message.detail == EXPIRE and not _link_is_over(chat, materials):
        return SETTLED
    old, wanted = chat.invite_link, anybody_missing and message.detail != EXPIRE
    if old is None and not wanted:
        return SETTLED

    async def renew(doorkeeper: Doorkeeper, chat_id: int) -> Delivered:
        if old is not None:
            await doorkeeper.revoke_link(chat_id, old)
        return Delivered(chat_id=chat_id, invite_link=await doorkeeper.new_link(chat_id) if wanted else None)

    return Errand(renew)


def _link_is_over(chat: Chat, materials: Materials) -> bool:
    return chat.link_made_at is not None and chat.link_made_at + LINK_LASTS <= materials.now


async def admit(materials: Materials, message: OutboxMessage, group: Group) -> Errand | Nothing:
    """Who belongs there when they are let in; whoever left the group meanwhile is turned away."""
    seat = await materials.services.chats.seat(message.subject_id or 0)
    if seat is None or seat.group_id != group.id:
        return GONE
    if not await materials.services.chats.belongs(group.id, seat.telegram_id):
        return await turn_away(materials, message, group)
    telegram_id = seat.telegram_id

    async def let_in(doorkeeper: Doorkeeper, chat_id: int) -> Delivered:
        await doorkeeper.admit(chat_id, telegram_id)
        return Delivered(chat_id=chat_id)

    return Errand(let_in)


async def turn_away(materials: Materials, message: OutboxMessage, group: Group) -> Errand | Nothing:
    seat = await materials.services.chats.seat(message.subject_id or 0)
    if seat is None or seat.group_id != group.id:
        return GONE
    telegram_id, writes_to = seat.telegram_id, seat.user_chat_id or seat.telegram_id
    words = messages.turned_away(materials.group_speech)

    async def decline(doorkeeper: Doorkeeper, chat_id: int) -> Delivered:
        await doorkeeper.turn_away(chat_id, telegram_id, writes_to, words)
        return Delivered(chat_id=chat_id)

    return Errand(decline)


async def remove(materials: Materials, message: OutboxMessage, group: Group) -> Errand | Nothing:
    seat = await materials.services.chats.seat(message.subject_id or 0)
    if seat is None or seat.group_id != group.id:
        return GONE
    if await materials.services.chats.belongs(group.id, seat.telegram_id):
        return SETTLED
    telegram_id = seat.telegram_id

    async def take_out(doorkeeper: Doorkeeper, chat_id: int) -> Delivered:
        return Delivered(chat_id=chat_id, missing=not await doorkeeper.remove(chat_id, telegram_id))

    return Errand(take_out)


WORDS: dict[Kind, Renderer] = {
    Kind.CHAT_LINKED: _about_group(_linked),
    Kind.CHAT_TROUBLE: _about_group(_trouble),
    Kind.CHAT_RESTORED: _about_group(_restored),
    Kind.CHAT_INVITED: invited,
    Kind.CHAT_LEADER_OUTSIDE: leader_outside,
    Kind.CHAT_NOT_JOINED: not_joined,
    Kind.CHAT_STRANGER_TURNED_AWAY: _about_seat(
        lambda speech, card, seat: messages.stranger_turned_away(speech, card.group, seat.name)
    ),
    Kind.CHAT_STRANGER_INSIDE: _about_seat(_stranger_inside),
    Kind.CHAT_NOT_REMOVED: _about_seat(lambda speech, card, seat: messages.not_removed(speech, card.group, seat.name)),
}

GROUP_WORDS: dict[Kind, GroupRenderer] = {
    Kind.CHAT_OPENED: opened,
    Kind.CHAT_WELCOME: welcome,
    Kind.CHAT_CHECK: check,
    Kind.CHAT_LINK: link,
    Kind.CHAT_ADMIT: admit,
    Kind.CHAT_TURN_AWAY: turn_away,
    Kind.CHAT_REMOVE: remove,
}
