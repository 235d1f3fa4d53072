"""The group chat: who belongs there, what keeps the bot silent there, and codes that link it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from pydantic import BaseModel, ConfigDict

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

LINK_LASTS: Final = timedelta(days=14)
"""After this the invite link is revoked, whoever is still missing."""

STRANGERS_KEPT: Final = timedelta(days=30)
"""How long the name of a stranger is kept who is not in the chat (any more)."""

CODE_LASTS: Final = timedelta(hours=24)

CODE_LENGTH: Final = 8

# Without the letters and digits that are easily taken for each other when read aloud or typed over.
CODE_ALPHABET: Final = "ABCDEFGHJKMNPQRTUVWXYZ2346789"


class ChatStatus(StrEnum):
    LINKED = "linked"
    # Nothing is said there until the leader has looked.
    HALTED = "halted"
    # The bot misses a right that it cannot do without.
    POWERLESS = "powerless"
    # The bot is not in it (any more).
    LOST = "lost"


class Why(StrEnum):
    """Why a chat is anything but linked."""

    # More people than the bot knows of.
    DIFFERENCE = "difference"
    # Somebody was seen who does not belong there.
    STRANGER = "stranger"
    # Newcomers would read what was said before they came.
    HISTORY = "history"
    RIGHTS = "rights"
    # Somebody took the bot out.
    REMOVED = "removed"
    # The chat was deleted, or cannot be reached.
    GONE = "gone"
    # The leader took the chat from the group.
    UNLINKED = "unlinked"


STATUS_OF: Final[dict[Why, ChatStatus]] = {
    Why.DIFFERENCE: ChatStatus.HALTED,
    Why.STRANGER: ChatStatus.HALTED,
    Why.HISTORY: ChatStatus.HALTED,
    Why.RIGHTS: ChatStatus.POWERLESS,
    Why.REMOVED: ChatStatus.LOST,
    Why.GONE: ChatStatus.LOST,
    Why.UNLINKED: ChatStatus.LOST,
}


class Right(StrEnum):
    """What the bot cannot do without as an administrator (Bot API, ChatMemberAdministrator)."""

    # To make the link and to let members in.
    INVITE = "can_invite_users"
    # To take out who left the group, and who does not belong there.
    RESTRICT = "can_restrict_members"


class Place(StrEnum):
    """Where somebody is, as far as the bot knows."""

    INVITED = "invited"
    # Waits before the door.
    ASKED = "asked"
    INSIDE = "inside"
    OUTSIDE = "outside"


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Chat(_Frozen):
    group_id: int
    # Telegram's; negative.
    chat_id: int
    status: ChatStatus
    why: Why | None
    linked_by: int | None
    linked_at: datetime
    invite_link: str | None = None
    link_made_at: datetime | None = None
    # How many more people are in it than the bot knows of: as counted last, and as the leader found right.
    unknown: int = 0
    unknown_accepted: int = 0
    checked_at: datetime | None = None

    @property
    def open(self) -> bool:
        """Whether messages go there."""
        return self.status is ChatStatus.LINKED

    @property
    def lost(self) -> bool:
        return self.status is ChatStatus.LOST

    def because(self, why: Why | None) -> Chat:
        """With the status that this reason brings; None: all is well."""
        return self.model_copy(update={"why": why, "status": ChatStatus.LINKED if why is None else STATUS_OF[why]})


class Seat(_Frozen):
    """Somebody in a chat, or before its door."""

    id: int
    group_id: int
    telegram_id: int
    # None for a stranger.
    person_id: int | None
    place: Place
    # Of a stranger only.
    name: str | None = None
    # Whose key the name is sealed with.
    sealed_for: int | None = None
    # Where the bot may write to who asked to be let in.
    user_chat_id: int | None = None
    reported_at: datetime | None = None
    # The leader has looked: nothing is halted because of this stranger.
    accepted_at: datetime | None = None
    # Everything goes in private from then on to a member who did not come in.
    wait_over_at: datetime | None = None
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody at the door of a chat or in it, as Telegram names them."""

    telegram_id: int
    name: str | None


class ChatFacts(_Frozen):
    """What Telegram says of a chat when asked."""

    missing_rights: frozenset[Right]
    # Newcomers can read what was said before they came.
    history_visible: bool
    # Everybody, the bot included.
    members: int
    # Telegram ids: after whom was asked, and who of those is in it.
    asked_after: frozenset[int]
    inside: frozenset[int]
    # Administrators, by Telegram id, with their names: the only ones whom Telegram lists. Without the bot.
    administrators: dict[int, str]


class ChatCode(_Frozen):
    id: int
    group_id: int
    person_id: int
    expires_at: datetime
    used_at: datetime | None


class LinkOutcome(StrEnum):
    LINKED = "linked"
    # It is linked to this group already: nothing to be done.
    DONE_BEFORE = "done-before"
    NO_CODE = "no-code"
    # Also for somebody else's code: that it exists is told to nobody.
    UNKNOWN_CODE = "unknown-code"
    USED = "used"
    EXPIRED = "expired"
    # The group has another chat.
    HAS_CHAT = "has-chat"
    # This chat belongs to another group.
    TAKEN = "taken"
    RIGHTS = "rights"
    HISTORY = "history"
    NOT_ALLOWED = "not-allowed"


class Door(StrEnum):
    """What became of a request to be let in."""

    ADMITTED = "admitted"
    TURNED_AWAY = "turned-away"
    # The chat is no group's, or the bot cannot decide there now.
    NOT_OURS = "not-ours"


def code_of(typed: str) -> str:
    """A code as it is kept, from how people type it over: any case, with spaces or dashes."""
    return "".join(letter for letter in typed.upper() if letter.isalnum())


def trouble(
    missing_rights: Collection[Right], *, history_visible: bool, strangers: Iterable[Seat], unknown: int, accepted: int
) -> Why | None:
    """What keeps the bot silent in a chat; the first that has to be mended. None: nothing does.

    `strangers`: who is inside and does not belong there. `unknown`: how many more are there than the bot knows of.
    """
    if missing_rights:
        return Why.RIGHTS
    if history_visible:
        return Why.HISTORY
    if any(seat.accepted_at is None for seat in strangers):
        return Why.STRANGER
    return Why.DIFFERENCE if unknown > accepted else None
