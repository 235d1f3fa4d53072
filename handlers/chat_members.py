"""What Telegram's kinds of members of a chat mean here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from telegram import ChatMemberAdministrator, ChatMemberOwner, ChatMemberRestricted
from telegram.constants import ChatMemberStatus

from domain.chat import Right

if TYPE_CHECKING:
    from telegram import ChatMember

INSIDE: Final = frozenset({ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR, ChatMemberStatus.MEMBER})


def rights_missing(bot: ChatMember) -> frozenset[Right]:
    """What the bot may not do in a chat and cannot do without, from what it is there."""
    if isinstance(bot, ChatMemberOwner):
        return frozenset()
    if not isinstance(bot, ChatMemberAdministrator):
        return frozenset(Right)
    held = {Right.INVITE: bot.can_invite_users, Right.RESTRICT: bot.can_restrict_members}
    return frozenset(right for right in Right if not held[right])


def is_inside(member: ChatMember) -> bool:
    if isinstance(member, ChatMemberRestricted):
        return member.is_member
    return member.status in INSIDE
