"""The words of what people hear about their group by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.group import MembershipStatus
from domain.outbox import Kind
from domain.person import Role
from messages import group_told
from messages.intake import Desk
from scheduling.words import Nothing

if TYPE_CHECKING:
    from domain.outbox import OutboxMessage
    from domain.person import Person
    from messages.message import Message
    from scheduling.words import Materials, Renderer
    from services.group_change import MembershipCard, ShortageCard
    from services.group_leading import GroupCard
    from services.group_newcomer import NewcomerCard

GONE = Nothing("the group, the member or the question is gone")
SETTLED = Nothing("settled meanwhile")
NOT_THEIRS = Nothing("the recipient leads it no longer, or is no member any more")


async def published(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    card = await _group(materials, message)
    if card is None:
        return GONE
    if recipient.id not in {each.person.id for each in card.members}:
        return NOT_THEIRS
    return group_told.published(_desk(materials, recipient), card, recipient.id)


async def assigned(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    card = await _group(materials, message)
    if card is None:
        return GONE
    if recipient.id not in card.group.leaders:
        return NOT_THEIRS
    return group_told.assigned(_desk(materials, recipient), card)


async def leader_changed(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    card = await _group(materials, message)
    if card is None or card.leader is None:
        return GONE
    if recipient.id == card.group.facilitator_id:
        return group_told.led_again(materials.speech(recipient), card)
    if recipient.id not in {each.person.id for each in card.members}:
        return NOT_THEIRS
    return group_told.leader_changed(materials.speech(recipient), card)


async def given_back(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    card = await _group(materials, message)
    if card is None:
        return GONE
    if recipient.id in card.group.leaders:
        return Nothing("they lead it again")
    return group_told.given_back(materials.speech(recipient), card)


async def without_leader(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    card = await _group(materials, message)
    if card is None:
        return GONE
    return SETTLED if card.leader is not None else group_told.without_leader(materials.speech(recipient), card)


async def member_left(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    its = await _membership(materials, message)
    if its is None:
        return GONE
    if recipient.id not in its.group.leaders:
        return NOT_THEIRS
    card = await materials.services.leading.told_card(its.group.id)
    members = 0 if card is None else len(card.members)
    return group_told.member_left(_desk(materials, recipient), its.view, its.group, members)


async def member_gone(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    its = await _membership(materials, message)
    if its is None or its.membership.status is not MembershipStatus.LEFT:
        return GONE
    own = await materials.services.group_changes.own_membership(recipient.id)
    if own is None or own.group.id != its.group.id:
        return NOT_THEIRS
    return group_told.member_gone(_desk(materials, recipient), its.view)


def _costs(*, again: bool) -> Renderer:
    async def render(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
        its = await _membership(materials, message)
        if its is None:
            return GONE
        if its.membership.costs is not None:
            return SETTLED
        return group_told.costs_asked(_desk(materials, recipient), its.view, its.group, again=again)

    return render


def _leaver(*, again: bool) -> Renderer:
    async def render(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
        its = await _open_leaver(materials, message)
        if isinstance(its, Nothing):
            return its
        if recipient.id not in its.group.leaders:
            return NOT_THEIRS
        return group_told.leaver_asked(_desk(materials, recipient), its.view, again=again)

    return render


async def leaver_unanswered(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    its = await _open_leaver(materials, message)
    if isinstance(its, Nothing):
        return its
    return group_told.leaver_unanswered(_desk(materials, recipient), its.view, its.group)


async def leaver_settled(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    its = await _membership(materials, message)
    if its is None or its.membership.leader_wish is None:
        return GONE
    return group_told.leaver_settled(materials.speech(recipient), its.view)


async def clash(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    its = await _membership(materials, message)
    if its is None:
        return GONE
    if not its.clashing or not await materials.services.group_changes.clash_open(its.membership.id):
        return SETTLED
    return group_told.clash(_desk(materials, recipient), its.view, its.clashing, its.group)


def _shortage(*, again: bool) -> Renderer:
    async def render(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
        its = await _short(materials, message, recipient)
        if isinstance(its, Nothing):
            return its
        if not its.shortage.open:
            return SETTLED
        return group_told.shortage_asked(materials.speech(recipient), its, again=again)

    return render


async def shortage_settled(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    its = await _short(materials, message, recipient)
    if isinstance(its, Nothing):
        return its
    if its.shortage.open:
        return GONE
    return group_told.shortage_settled(materials.speech(recipient), its, office=recipient.role is Role.COORDINATOR)


def _newcomer(*, again: bool) -> Renderer:
    async def render(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
        its = await _asked_about(materials, message)
        if its is None:
            return GONE
        if not its.newcomer.open or await materials.services.newcomers.has_answered(its.newcomer.id, recipient.id):
            return SETTLED
        return group_told.newcomer_asked(_desk(materials, recipient), its, again=again)

    return render


async def newcomer_settled(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    its = await _asked_about(materials, message)
    if its is None or its.newcomer.open:
        return GONE
    if recipient.role is not Role.COORDINATOR and recipient.id not in its.group.leaders:
        return NOT_THEIRS
    return group_told.newcomer_settled(_desk(materials, recipient), its)


async def newcomer_joined(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    its = await _asked_about(materials, message)
    own = await materials.services.group_changes.own_membership(recipient.id)
    if its is None or own is None or own.group.id != its.group.id:
        return GONE
    return group_told.newcomer_joined(_desk(materials, recipient), its)


async def _group(materials: Materials, message: OutboxMessage) -> GroupCard | None:
    return await materials.services.leading.told_card(message.subject_id or 0)


async def _membership(materials: Materials, message: OutboxMessage) -> MembershipCard | None:
    return await materials.services.group_changes.membership(message.subject_id or 0)


async def _open_leaver(materials: Materials, message: OutboxMessage) -> MembershipCard | Nothing:
    """A member who is no alderman any more, and about whom who leads the group has not said anything yet."""
    its = await _membership(materials, message)
    if its is None:
        return GONE
    undecided = its.membership.status is MembershipStatus.MEMBER and its.membership.leader_wish is None
    return its if undecided and its.membership.out_of_office_at is not None else SETTLED


async def _short(materials: Materials, message: OutboxMessage, recipient: Person) -> ShortageCard | Nothing:
    its = await materials.services.group_changes.shortage(message.subject_id or 0)
    if its is None:
        return GONE
    concerned = recipient.role is Role.COORDINATOR or recipient.id in its.group.leaders
    return its if concerned else NOT_THEIRS


async def _asked_about(materials: Materials, message: OutboxMessage) -> NewcomerCard | None:
    return await materials.services.newcomers.card(message.subject_id or 0)


def _desk(materials: Materials, recipient: Person) -> Desk:
    return Desk(materials.speech(recipient), materials.services.municipalities, materials.now)


WORDS: dict[Kind, Renderer] = {
    Kind.GROUP_PUBLISHED: published,
    Kind.GROUP_ASSIGNED: assigned,
    Kind.GROUP_LEADER_CHANGED: leader_changed,
    Kind.GROUP_GIVEN_BACK: given_back,
    Kind.GROUP_WITHOUT_LEADER: without_leader,
    Kind.MEMBER_LEFT: member_left,
    Kind.MEMBER_GONE: member_gone,
    Kind.LEAVING_COSTS_ASKED: _costs(again=False),
    Kind.LEAVING_COSTS_REMINDER: _costs(again=True),
    Kind.OUT_OF_OFFICE_ASKED: _leaver(again=False),
    Kind.OUT_OF_OFFICE_REMINDER: _leaver(again=True),
    Kind.OUT_OF_OFFICE_SETTLED: leaver_settled,
    Kind.OUT_OF_OFFICE_UNANSWERED: leaver_unanswered,
    Kind.MUNICIPALITY_CLASH: clash,
    Kind.MUNICIPALITY_CLASH_REMINDER: clash,
    Kind.SHORTAGE_ASKED: _shortage(again=False),
    Kind.SHORTAGE_REMINDER: _shortage(again=True),
    Kind.SHORTAGE_SETTLED: shortage_settled,
    Kind.NEWCOMER_ASKED: _newcomer(again=False),
    Kind.NEWCOMER_REMINDER: _newcomer(again=True),
    Kind.NEWCOMER_SETTLED: newcomer_settled,
    Kind.NEWCOMER_JOINED: newcomer_joined,
}
