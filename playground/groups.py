"""Groups as Telegram keeps them: who is in each, with which status and rights."""

from dataclasses import dataclass, field

from playground.changes import Changes
from playground.shapes import JsonObject

# Who speaks for a group when an administrator stays anonymous.
GROUP_ANONYMOUS_BOT: JsonObject = {
    "id": 1_087_968_824,
    "is_bot": True,
    "first_name": "Group",
    "username": "GroupAnonymousBot",
}
RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_pin_messages",
    "can_manage_tags",
)
# What the dialog in Telegram's apps has switched on.
DEFAULT_RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
)
INSIDE = frozenset({"creator", "administrator", "member"})
STATUSES = ("creator", "administrator", "member", "left", "kicked")


@dataclass(slots=True)
class Member:
    """Someone's place in a group, also of who has left. `sees_after` is the last message that stays hidden."""

    chat_id: int
    user_id: int
    status: str = "left"
    rights: list[str] = field(default_factory=list)
    anonymous: bool = False
    until_date: int = 0
    sees_after: int = 0

    @property
    def inside(self) -> bool:
        return self.status in INSIDE

    @property
    def manages(self) -> bool:
        return self.status in ("creator", "administrator")

    def may(self, right: str) -> bool:
        return self.status == "creator" or (self.status == "administrator" and right in self.rights)

    def as_chat_member(self, user: JsonObject) -> JsonObject:
        """As a ChatMember of the Bot API."""
        shown: JsonObject = {"status": self.status, "user": user}
        if self.status == "creator":
            shown["is_anonymous"] = self.anonymous
        if self.status == "administrator":
            shown |= {"can_be_edited": False, "is_anonymous": self.anonymous}
            shown |= {right: right in self.rights for right in RIGHTS}
        if self.status == "kicked":
            shown["until_date"] = self.until_date
        return shown


@dataclass(slots=True)
class Group:
    """What a group has beyond a chat. `pinned` is in the order of pinning."""

    chat_id: int
    creator_id: int
    upgraded_to: int | None = None
    upgraded_from: int | None = None
    history_visible: bool = False
    deleted: bool = False
    pinned: list[int] = field(default_factory=list)

    @property
    def active(self) -> bool:
        return not self.deleted and self.upgraded_to is None


class Groups:
    """All groups and their members; each change is noted for the storage."""

    def __init__(self, changes: Changes) -> None:
        self._changes = changes
        self._groups: dict[int, Group] = {}
        self._members: dict[int, dict[int, Member]] = {}

    def restore(self, groups: list[Group], members: list[Member]) -> None:
        self._groups = {group.chat_id: group for group in groups}
        for member in members:
            self._members.setdefault(member.chat_id, {})[member.user_id] = member

    def active(self) -> list[Group]:
        return [group for group in self._groups.values() if group.active]

    def of(self, chat_id: int) -> Group:
        return self._groups[chat_id]

    def keep(self, group: Group) -> None:
        self._groups[group.chat_id] = group
        self._changes.put("group", group.chat_id, group)

    def keep_member(self, member: Member) -> None:
        self._members.setdefault(member.chat_id, {})[member.user_id] = member
        self._changes.put("member", f"{member.chat_id}:{member.user_id}", member)

    def member(self, chat_id: int, user_id: int) -> Member:
        """Anyone's place in a group; who never was there has left."""
        return self._members.get(chat_id, {}).get(user_id) or Member(chat_id, user_id)

    def knows(self, chat_id: int, user_id: int) -> bool:
        """Whether somebody is, or ever was, in a group."""
        return user_id in self._members.get(chat_id, {})

    def inside(self, chat_id: int) -> list[Member]:
        return [member for member in self._members.get(chat_id, {}).values() if member.inside]
