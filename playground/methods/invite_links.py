"""Invite links, and deciding who may come in."""

from playground.errors import bad_request
from playground.invite_links import InviteLink, JoinRequest, new_address
from playground.joining import finish, let_in
from playground.membership import shown_link
from playground.methods.chats import group_chat, need_right
from playground.methods.members import known_user
from playground.shapes import JsonObject
from playground.state import Chat
from playground.world import World

LONGEST_NAME = 32
HIGHEST_LIMIT = 99_999
NO_PRIVATE_LINKS = "chat invite links can't be used in private chats"


def create_chat_invite_link(world: World, fields: JsonObject) -> JsonObject:
    chat = _managed(world, fields)
    _refuse_terms(world, fields)
    return _kept(world, _with_terms(InviteLink(new_address(), chat.id, world.state.bot.id), fields))


def edit_chat_invite_link(world: World, fields: JsonObject) -> JsonObject:
    link = _own_link(world, _managed(world, fields), fields)
    if link.is_primary:
        raise bad_request("CHAT_INVITE_PERMANENT")
    _refuse_terms(world, fields)
    return _kept(world, _with_terms(link, fields))


def revoke_chat_invite_link(world: World, fields: JsonObject) -> JsonObject:
    """Revokes a link; who asked by it still waits. A primary one is followed by another."""
    link = _own_link(world, _managed(world, fields), fields)
    link.is_revoked = True
    if link.is_primary:
        _kept(world, InviteLink(new_address(), link.chat_id, world.state.bot.id, is_primary=True))
    return _kept(world, link)


def export_chat_invite_link(world: World, fields: JsonObject) -> str:
    chat = _managed(world, fields)
    for link in world.state.invite_links.of_chat(chat.id):
        if link.is_primary and link.creator_id == world.state.bot.id:
            link.is_revoked = True
            world.state.invite_links.keep(link)
    address = new_address()
    _kept(world, InviteLink(address, chat.id, world.state.bot.id, is_primary=True))
    return address


def approve_chat_join_request(world: World, fields: JsonObject) -> bool:
    let_in(world, _request(world, fields), world.state.bot.id)
    return True


def decline_chat_join_request(world: World, fields: JsonObject) -> bool:
    finish(world, _request(world, fields))
    return True


def _managed(world: World, fields: JsonObject) -> Chat:
    chat = group_chat(world, fields["chat_id"], NO_PRIVATE_LINKS)
    need_right(world, chat, "can_invite_users", "manage chat invite link")
    return chat


def _request(world: World, fields: JsonObject) -> JoinRequest:
    chat = _managed(world, fields)
    user = known_user(world, fields["user_id"])
    if world.state.groups.member(chat.id, user["id"]).inside:
        raise bad_request("USER_ALREADY_PARTICIPANT")
    request = world.state.invite_links.request(chat.id, user["id"])
    if request is None:
        raise bad_request("HIDE_REQUESTER_MISSING")
    return request


def _own_link(world: World, chat: Chat, fields: JsonObject) -> InviteLink:
    """A link of the bot that still works. Raises ApiError 400 for any other."""
    link = world.state.invite_links.link(fields["invite_link"])
    if link is None or link.chat_id != chat.id or link.creator_id != world.state.bot.id or link.is_revoked:
        raise bad_request("INVITE_HASH_EXPIRED")
    return link


def _refuse_terms(world: World, fields: JsonObject) -> None:
    if len(fields.get("name", "")) > LONGEST_NAME:
        raise bad_request("invite link name is too long")
    if fields.get("creates_join_request") and fields.get("member_limit"):
        raise bad_request("member limit can't be specified for links requiring administrator approval")
    if "member_limit" in fields and not 0 <= fields["member_limit"] <= HIGHEST_LIMIT:
        raise bad_request("wrong member limit specified")
    if fields.get("expire_date") and fields["expire_date"] <= world.clock.unix():
        raise bad_request("EXPIRE_DATE_INVALID")


def _with_terms(link: InviteLink, fields: JsonObject) -> InviteLink:
    """An edit sets all terms: what is not given is lifted."""
    link.name = fields.get("name") or None
    link.expire_date = fields.get("expire_date") or None
    link.member_limit = fields.get("member_limit") or None
    link.creates_join_request = fields.get("creates_join_request", False)
    return link


def _kept(world: World, link: InviteLink) -> JsonObject:
    world.state.invite_links.keep(link)
    return shown_link(world, link)
