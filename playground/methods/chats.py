"""Which chat a call means, whether the bot may reach it, and what it may know of it."""

from playground.errors import ApiError, bad_request, forbidden
from playground.groups import Group, Member
from playground.membership import shown_link
from playground.shapes import JsonObject
from playground.state import Chat
from playground.world import World

MOST_REACTIONS = 11
GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
# What members may do where nobody has changed it.
MEMBERS_MAY = {
    "can_send_messages": True,
    "can_send_audios": True,
    "can_send_documents": True,
    "can_send_photos": True,
    "can_send_videos": True,
    "can_send_video_notes": True,
    "can_send_voice_notes": True,
    "can_send_polls": True,
    "can_send_other_messages": True,
    "can_add_web_page_previews": True,
    "can_react_to_messages": True,
    "can_edit_tag": True,
    "can_change_info": True,
    "can_invite_users": True,
    "can_pin_messages": True,
    "can_manage_topics": False,
}


def known_chat(world: World, chat_id: int | str) -> Chat:
    """Raises ApiError 400 when the bot knows no such chat."""
    # Only groups and channels can be found by a name, and there are none of these with one.
    chat = world.state.chats.get(chat_id) if isinstance(chat_id, int) else None
    if chat is None or not (chat.private or world.state.groups.knows(chat.id, world.state.bot.id)):
        raise bad_request("chat not found")
    return chat


def reachable_chat(world: World, chat_id: int | str) -> Chat:
    """A chat in which the bot can do something. Raises ApiError 400 or 403, as for a person who blocked it."""
    chat = known_chat(world, chat_id)
    if chat.private:
        if chat.blocked:
            raise forbidden("bot was blocked by the user")
        return chat
    _refuse_closed(world.state.groups.of(chat.id), chat)
    status = world.state.groups.member(chat.id, world.state.bot.id).status
    if status == "kicked":
        raise forbidden(f"bot was kicked from the {chat.type} chat")
    if status == "left":
        raise forbidden(f"bot is not a member of the {chat.type} chat")
    return chat


def open_chat(world: World, chat_id: int | str) -> Chat:
    """A chat into which the bot may write. Raises ApiError 400, or 403 when the person never started or blocked it."""
    if chat_id == world.state.bot.id:
        raise forbidden("the bot can't send messages to the bot")
    chat = reachable_chat(world, chat_id)
    if chat.private and not chat.started and chat.welcome_until < world.clock.unix():
        raise forbidden("bot can't initiate conversation with a user")
    return chat


def group_chat(world: World, chat_id: int | str, what: str) -> Chat:
    """A group in which the bot is. `what` says what cannot be done in a private chat."""
    chat = reachable_chat(world, chat_id)
    if chat.private:
        raise bad_request(what)
    return chat


def need_right(world: World, chat: Chat, right: str, deed: str) -> None:
    """Raises ApiError 400 when the bot has not this right in a group."""
    if not own_place(world, chat).may(right):
        raise bad_request(f"not enough rights to {deed}")


def own_place(world: World, chat: Chat) -> Member:
    return world.state.groups.member(chat.id, world.state.bot.id)


def _refuse_closed(group: Group, chat: Chat) -> None:
    if group.upgraded_to is not None:
        raise ApiError(
            400,
            "Bad Request: group chat was upgraded to a supergroup chat",
            {"migrate_to_chat_id": group.upgraded_to},
        )
    if group.deleted and chat.type == "group":
        raise forbidden("the group chat was deleted")


def get_chat(world: World, fields: JsonObject) -> JsonObject:
    chat = known_chat(world, fields["chat_id"])
    full: JsonObject = {
        **world.state.chat_object(chat),
        "accent_color_id": abs(chat.id) % 7,
        "max_reaction_count": MOST_REACTIONS,
        "accepted_gift_types": dict.fromkeys(GIFTS, chat.private),
    }
    if not chat.private:
        return full | _of_group(world, reachable_chat(world, chat.id))
    if not chat.started:
        raise bad_request("chat not found")
    username = world.state.people[chat.id].username
    return full | {"active_usernames": [username]} if username else full


def _of_group(world: World, chat: Chat) -> JsonObject:
    """What the bot gets to know of a group; some of it only as an administrator."""
    group, place = world.state.groups.of(chat.id), own_place(world, chat)
    shown: JsonObject = {"permissions": MEMBERS_MAY}
    if group.pinned:
        pinned = world.state.message(chat.id, max(group.pinned))
        if pinned is not None:
            shown["pinned_message"] = world.state.message_object(pinned, with_reply=False)
    primary = [link for link in world.state.invite_links.of_chat(chat.id) if link.is_primary and not link.is_revoked]
    own = [link for link in primary if link.creator_id == world.state.bot.id]
    if own and place.may("can_invite_users"):
        shown["invite_link"] = shown_link(world, own[-1])["invite_link"]
    if chat.type == "supergroup" and place.manages and group.history_visible:
        shown["has_visible_history"] = True
    return shown
