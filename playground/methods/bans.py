"""Taking people out of a group, and leaving it."""

from dataclasses import replace

from playground.errors import bad_request
from playground.membership import remove, set_member
from playground.methods.chats import group_chat, need_right
from playground.methods.members import known_user
from playground.shapes import JsonObject
from playground.state import Chat
from playground.world import World

SHORTEST_BAN_SECONDS = 30
LONGEST_BAN_SECONDS = 366 * 24 * 3600
RESTRICT = "restrict/unrestrict chat member"


def ban_chat_member(world: World, fields: JsonObject) -> bool:
    """Takes someone out, for good from a supergroup. Done twice it is done once, as in Telegram."""
    chat = group_chat(world, fields["chat_id"], "can't ban members in private chats")
    need_right(world, chat, "can_restrict_members", RESTRICT)
    user_id = _restrictable(world, chat, fields["user_id"])
    inside = world.state.groups.member(chat.id, user_id).inside
    if chat.type == "group" and not inside:
        raise bad_request("USER_NOT_PARTICIPANT")
    until_date = _until(world, fields.get("until_date", 0))
    remove(world, chat, user_id, world.state.bot.id, banned=True, until_date=until_date)
    return True


def unban_chat_member(world: World, fields: JsonObject) -> bool:
    chat = group_chat(world, fields["chat_id"], "method is available for supergroup and channel chats only")
    if chat.type != "supergroup":
        raise bad_request("method is available for supergroup and channel chats only")
    need_right(world, chat, "can_restrict_members", RESTRICT)
    user_id = known_user(world, fields["user_id"])["id"]
    member = world.state.groups.member(chat.id, user_id)
    if member.status == "kicked":
        set_member(world, chat, replace(member, status="left", until_date=0), world.state.bot.id)
    elif member.inside and not fields.get("only_if_banned"):
        _restrictable(world, chat, user_id)
        remove(world, chat, user_id, world.state.bot.id, banned=False)
    return True


def leave_chat(world: World, fields: JsonObject) -> bool:
    chat = group_chat(world, fields["chat_id"], "chat member status can't be changed in private chats")
    remove(world, chat, world.state.bot.id, world.state.bot.id, banned=False)
    return True


def _restrictable(world: World, chat: Chat, user_id: int) -> int:
    """Raises ApiError 400 for somebody whom the bot cannot take out."""
    known_user(world, user_id)
    status = world.state.groups.member(chat.id, user_id).status
    if user_id == world.state.bot.id:
        raise bad_request("can't restrict self")
    if status == "creator":
        raise bad_request("can't remove chat owner")
    if status == "administrator":
        raise bad_request("user is an administrator of the chat")
    return user_id


def _until(world: World, until_date: int) -> int:
    """Less than 30 seconds or more than 366 days ahead is for ever, which is 0."""
    ahead = until_date - world.clock.unix()
    return until_date if SHORTEST_BAN_SECONDS <= ahead <= LONGEST_BAN_SECONDS else 0
