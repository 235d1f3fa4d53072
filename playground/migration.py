"""A basic group becomes a supergroup: another chat with another number."""

import secrets
from dataclasses import replace

from playground.groups import Group
from playground.membership import set_member
from playground.posting import post
from playground.state import Chat
from playground.world import World

SUPERGROUPS = -1_000_000_000_000
HIGHEST_NUMBER = 3_999_999_999
LOWEST_NUMBER = 1_000_000_000


def upgrade(world: World, old: Chat, actor_id: int) -> Chat:
    """The supergroup that `old` becomes, with the same people in the same places.

    The bot is told that it is in the new one, then by a message in each that they are one; never that it left the old
    one (tdlib/telegram-bot-api, issue 266). Links, requests and pinned messages stay behind.
    """
    group = world.state.groups.of(old.id)
    new = Chat(_new_number(world), type="supergroup", title=old.title)
    world.state.add_chat(new)
    world.state.groups.keep(Group(new.id, group.creator_id, upgraded_from=old.id))
    group.upgraded_to = new.id
    members = world.state.groups.inside(old.id)
    # The bot comes last, or it would be told of everybody else's coming.
    for member in sorted(members, key=lambda member: member.user_id == world.state.bot.id):
        set_member(world, new, replace(member, chat_id=new.id, sees_after=0), actor_id)
    post(world, old, actor_id, {"migrate_to_chat_id": new.id})
    world.state.groups.keep(group)
    post(world, new, actor_id, {"migrate_from_chat_id": old.id}, as_group=True)
    world.events.tell("people", None, new.id)
    return new


def _new_number(world: World) -> int:
    number = SUPERGROUPS - LOWEST_NUMBER - secrets.randbelow(HIGHEST_NUMBER - LOWEST_NUMBER)
    return number if number not in world.state.chats else _new_number(world)
