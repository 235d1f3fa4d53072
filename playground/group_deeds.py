"""What a person can do with a group; each deed becomes what Telegram would tell the bot."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, replace

from playground.errors import PersonError
from playground.groups import DEFAULT_RIGHTS, RIGHTS, Group, Member
from playground.invite_links import InviteLink, new_address
from playground.joining import let_in
from playground.membership import add, remove, set_member
from playground.migration import upgrade
from playground.posting import post
from playground.shapes import JsonObject
from playground.state import Chat, Person
from playground.world import World

LONGEST_TITLE = 128
HIGHEST_NUMBER = 4_999_999_999
LOWEST_NUMBER = 100_000_000


def make_group(world: World, creator: Person, title: str, members: Iterable[int], *, add_bot: bool) -> Chat:
    """A basic group with its creator and these members."""
    title = _checked_title(title)
    invited = [_known(world, person_id).id for person_id in dict.fromkeys(members) if person_id != creator.id]
    chat = Chat(_new_number(world), type="group", title=title)
    world.state.add_chat(chat)
    world.state.groups.keep(Group(chat.id, creator.id))
    set_member(world, chat, Member(chat.id, creator.id, "creator"), creator.id)
    for person_id in invited:
        add(world, chat, person_id, creator.id, created=True)
    if add_bot:
        add(world, chat, world.state.bot.id, creator.id, created=True)
    post(world, chat, creator.id, {"group_chat_created": True})
    world.events.tell("people", None, chat.id)
    return chat


def refuse_closed(world: World, chat: Chat) -> None:
    """Raises PersonError 409 for a group that is a supergroup by now."""
    upgraded_to = world.state.groups.of(chat.id).upgraded_to
    if upgraded_to is not None:
        raise PersonError(409, f"This group has become a supergroup, with the number {upgraded_to}.")


@dataclass(slots=True)
class GroupDeeds:
    """The deeds of one person with one group. Each raises PersonError with a sentence when it cannot be done.

    `chat` is another after a deed that made the group a supergroup.
    """

    world: World
    person: Person
    chat: Chat

    def place_bot(self, status: str, rights: JsonObject | None) -> None:
        """Adds, promotes, demotes or takes out the bot."""
        self._place(self.world.state.bot.id, status, rights, anonymous=False)

    def place(self, person_id: int, status: str, rights: JsonObject | None, *, anonymous: bool) -> None:
        """The same with a person."""
        member = self._member(_known(self.world, person_id).id)
        if member.status == "creator":
            raise PersonError(403, "The creator of a group cannot be removed or demoted.")
        self._place(person_id, status, rights, anonymous=anonymous)

    def make_link(self, *, creates_join_request: bool) -> str:
        """An invite link of this administrator's own, of which the bot never sees the whole."""
        self._need("can_invite_users", "Only the creator, or an administrator who may, makes links.")
        link = InviteLink(new_address(), self.chat.id, self.person.id, creates_join_request=creates_join_request)
        self.world.state.invite_links.keep(link)
        return link.invite_link

    def leave(self) -> None:
        remove(self.world, self.chat, self.person.id, self.person.id, banned=False)

    def stay_anonymous(self, *, anonymous: bool) -> None:
        """Lets this administrator act as the group, which only a supergroup knows: a basic one becomes it."""
        own = self._own()
        if not own.manages:
            raise PersonError(403, "Only administrators can stay anonymous.")
        if anonymous:
            self._become_supergroup()
        changed = replace(self._own(), anonymous=anonymous)
        set_member(self.world, self.chat, changed, self.person.id)

    def rename(self, title: str) -> None:
        title = _checked_title(title)
        if title == self.chat.title:
            raise PersonError(409, "The group has this name already.")
        self.chat.title = title
        self.world.state.keep(self.chat)
        post(self.world, self.chat, self.person.id, {"new_chat_title": title})

    def show_history(self, *, visible: bool) -> None:
        """Whether newcomers see what was written before; only a supergroup can show it: a basic one becomes it."""
        if not self._own().may("can_change_info"):
            raise PersonError(403, "Only an administrator who may change the group can do this.")
        if visible:
            self._become_supergroup()
        group = self.world.state.groups.of(self.chat.id)
        group.history_visible = visible
        self.world.state.groups.keep(group)
        self.world.events.tell("people", None, self.chat.id)

    def upgrade(self) -> None:
        if self.chat.type == "supergroup":
            raise PersonError(409, "This is a supergroup already.")
        self._need_creator()
        self._become_supergroup()

    def delete(self) -> None:
        """Deletes the whole chat, for everyone."""
        self._need_creator()
        group = self.world.state.groups.of(self.chat.id)
        group.deleted = True
        self.world.state.groups.keep(group)
        former = self.world.state.chats.get(group.upgraded_from or 0)
        for chat in filter(None, (self.chat, former)):
            for person_id in list(chat.participants):
                self.world.state.exit(chat, person_id)
        self._tell_of_deletion()
        self.world.events.tell("people", None, self.chat.id)

    def _tell_of_deletion(self) -> None:
        """Only of a supergroup the bot hears that it is out; a basic group is gone in silence (tdlib, issue 266)."""
        bot = self._member(self.world.state.bot.id)
        if self.chat.type == "supergroup" and bot.inside:
            gone = replace(bot, status="left", rights=[])
            set_member(self.world, self.chat, gone, self.person.id)

    def _place(self, user_id: int, status: str, rights: JsonObject | None, *, anonymous: bool) -> None:
        if status not in ("member", "administrator", "left", "kicked"):
            raise PersonError(400, "The status is one of member, administrator, left, kicked.")
        if status in ("left", "kicked"):
            self._take_out(user_id, banned=status == "kicked")
            return
        named = _rights(rights)
        if self._member(user_id).manages or status == "administrator":
            self._need("can_promote_members", "Only the creator, or an administrator who may, changes administrators.")
        if not self._member(user_id).inside:
            self._let_in(user_id)
        if self._member(user_id).status == "creator":
            return
        if anonymous:
            self._become_supergroup()
        administrator = status == "administrator"
        changed = replace(
            self._member(user_id),
            status=status,
            rights=named if administrator else [],
            anonymous=anonymous and administrator,
        )
        set_member(self.world, self.chat, changed, self.person.id)

    def _let_in(self, user_id: int) -> None:
        """Adds someone; who had asked is let in by it, as when an administrator says yes to the request."""
        request = self.world.state.invite_links.request(self.chat.id, user_id)
        if request is not None and self._own().may("can_invite_users"):
            let_in(self.world, request, self.person.id)
        else:
            add(self.world, self.chat, user_id, self.person.id)

    def _take_out(self, user_id: int, *, banned: bool) -> None:
        self._need("can_restrict_members", "Only the creator, or an administrator who may, takes members out.")
        if not self._member(user_id).inside and not banned:
            raise PersonError(409, "That one is not in the group.")
        remove(self.world, self.chat, user_id, self.person.id, banned=banned)

    def _become_supergroup(self) -> None:
        if self.chat.type == "group":
            self.chat = upgrade(self.world, self.chat, self.person.id)

    def _own(self) -> Member:
        return self._member(self.person.id)

    def _member(self, user_id: int) -> Member:
        return self.world.state.groups.member(self.chat.id, user_id)

    def _need(self, right: str, sentence: str) -> None:
        if not self._own().may(right):
            raise PersonError(403, sentence)

    def _need_creator(self) -> None:
        if self._own().status != "creator":
            raise PersonError(403, "Only the creator of the group can do this.")


def _rights(named: JsonObject | None) -> list[str]:
    """The rights that are on: those named so, or what Telegram's apps propose. Managing comes with any of them."""
    if named is None:
        return list(DEFAULT_RIGHTS)
    strange = [right for right in named if right not in RIGHTS]
    if strange:
        raise PersonError(400, f"There is no right {strange[0]}.")
    return [right for right in RIGHTS if right == "can_manage_chat" or named.get(right) is True]


def _known(world: World, person_id: int) -> Person:
    person = world.state.people.get(person_id)
    if person is None:
        raise PersonError(404, f"There is no person {person_id}.")
    return person


def _checked_title(title: str) -> str:
    title = title.strip()
    if not 1 <= len(title) <= LONGEST_TITLE:
        raise PersonError(400, f"The name of a group has 1 to {LONGEST_TITLE} characters.")
    return title


def _new_number(world: World) -> int:
    number = -(LOWEST_NUMBER + secrets.randbelow(HIGHEST_NUMBER - LOWEST_NUMBER))
    return number if number not in world.state.chats else _new_number(world)
