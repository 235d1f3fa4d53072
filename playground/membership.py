"""Coming, going and being promoted in a group, with all that Telegram tells the bot of it."""

from dataclasses import replace

from playground.groups import GROUP_ANONYMOUS_BOT, Member
from playground.invite_links import InviteLink, link_object
from playground.posting import post, stays_anonymous
from playground.shapes import JsonObject
from playground.state import Chat
from playground.world import World

# Who joins a basic group gets so many of its last messages along.
FORWARDED_TO_NEWCOMERS = 100


def add(
    world: World,
    chat: Chat,
    user_id: int,
    actor_id: int,
    *,
    link: InviteLink | None = None,
    asked: bool = False,
    created: bool = False,
) -> None:
    """Makes someone a member. `actor_id` is who adds, lets in who `asked`, or joins by a `link`.

    No message tells of it when the group is just being `created`.
    """
    state = world.state
    request = state.invite_links.request(chat.id, user_id)
    if request is not None:
        state.invite_links.forget_request(request)
    old = state.groups.member(chat.id, user_id)
    # Who made the group is its creator again on coming back.
    status = "creator" if state.groups.of(chat.id).creator_id == user_id else "member"
    member = replace(old, status=status, rights=[], anonymous=False, until_date=0)
    member.sees_after = 0 if created else _hidden_from_newcomer(world, chat)
    set_member(world, chat, member, actor_id, link=link)
    if not created:
        post(world, chat, user_id if asked else actor_id, {"new_chat_members": [_user(world, user_id)]})


def remove(world: World, chat: Chat, user_id: int, actor_id: int, *, banned: bool, until_date: int = 0) -> None:
    """Takes someone out, who leaves when it is the actor. A basic group bans nobody: who is out may come back."""
    status = "kicked" if banned and _can_ban(world, chat, user_id) else "left"
    old = world.state.groups.member(chat.id, user_id)
    told_itself = user_id == world.state.bot.id and chat.type == "group" and user_id != actor_id
    left = {"left_chat_member": _user(world, user_id)}
    gone = replace(old, status=status, rights=[], anonymous=False, until_date=until_date if status == "kicked" else 0)
    if told_itself:
        # A basic group still shows this to the bot that was removed; a supergroup is closed to it at once.
        post(world, chat, actor_id, left)
    set_member(world, chat, gone, actor_id)
    if old.inside and not told_itself:
        post(world, chat, actor_id, left)


def set_member(world: World, chat: Chat, member: Member, actor_id: int, *, link: InviteLink | None = None) -> None:
    """Changes someone's place and tells the bot: always of its own, of others when it is an administrator."""
    state = world.state
    old = state.groups.member(chat.id, member.user_id)
    if old == member:
        return
    state.groups.keep_member(member)
    if member.user_id in state.people:
        (state.enter if member.inside else state.exit)(chat, member.user_id)
        _forget_former(world, chat, member)
    world.events.tell("people", None, chat.id)
    own = member.user_id == state.bot.id
    if own or state.groups.member(chat.id, state.bot.id).manages:
        change = _change(world, chat, old, member, actor_id)
        if link is not None:
            change["invite_link"] = shown_link(world, link)
        world.post_update("my_chat_member" if own else "chat_member", change)


def _forget_former(world: World, chat: Chat, member: Member) -> None:
    """Who leaves a supergroup no longer sees the group that it was either."""
    former = world.state.groups.of(chat.id).upgraded_from
    if former is not None and not member.inside:
        world.state.exit(world.state.chats[former], member.user_id)


def shown_link(world: World, link: InviteLink) -> JsonObject:
    """A link as the bot sees it, which gets those of others without their second half."""
    shown = link_object(world.state.invite_links, link, _user(world, link.creator_id))
    if link.creator_id != world.state.bot.id:
        address = link.invite_link
        shown["invite_link"] = address[: -len(address) // 4] + "…"
    return shown


def _change(world: World, chat: Chat, old: Member, new: Member, actor_id: int) -> JsonObject:
    user = _user(world, new.user_id)
    anonymous = stays_anonymous(world, chat, actor_id)
    return {
        "chat": world.state.chat_object(chat),
        "from": GROUP_ANONYMOUS_BOT if anonymous else _user(world, actor_id),
        "date": world.clock.unix(),
        "old_chat_member": old.as_chat_member(user),
        "new_chat_member": new.as_chat_member(user),
    }


def _can_ban(world: World, chat: Chat, user_id: int) -> bool:
    # The bot is told "kicked" of a basic group too, so that it knows that it was not its own doing.
    return chat.type == "supergroup" or user_id == world.state.bot.id


def _hidden_from_newcomer(world: World, chat: Chat) -> int:
    """The last message that somebody who joins now cannot see."""
    if world.state.groups.of(chat.id).history_visible:
        return 0
    messages = list(world.state.messages[chat.id])
    if chat.type == "supergroup":
        return messages[-1] if messages else 0
    return messages[-FORWARDED_TO_NEWCOMERS - 1] if len(messages) > FORWARDED_TO_NEWCOMERS else 0


def _user(world: World, user_id: int) -> JsonObject:
    user = world.state.user(user_id)
    if user is None:
        raise KeyError(user_id)
    return user
