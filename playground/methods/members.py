"""Who is in a group."""

from playground.errors import bad_request
from playground.methods.chats import group_chat, own_place, reachable_chat
from playground.shapes import JsonObject
from playground.world import World


def get_chat_member(world: World, fields: JsonObject) -> JsonObject:
    chat = reachable_chat(world, fields["chat_id"])
    user = known_user(world, fields["user_id"])
    if chat.private:
        if user["id"] not in (chat.id, world.state.bot.id):
            raise bad_request("member not found")
        return {"status": "member", "user": user}
    return world.state.groups.member(chat.id, user["id"]).as_chat_member(user)


def get_chat_member_count(world: World, fields: JsonObject) -> int:
    chat = reachable_chat(world, fields["chat_id"])
    return 2 if chat.private else len(world.state.groups.inside(chat.id))


def get_chat_administrators(world: World, fields: JsonObject) -> list[JsonObject]:
    chat = group_chat(world, fields["chat_id"], "there are no administrators in the private chat")
    manages = own_place(world, chat).manages
    # Who stays anonymous does so for everyone but the other administrators.
    administrators = [
        member for member in world.state.groups.inside(chat.id) if member.manages and (manages or not member.anonymous)
    ]
    return [member.as_chat_member(known_user(world, member.user_id)) for member in administrators]


def known_user(world: World, user_id: int) -> JsonObject:
    """Raises ApiError 400 for somebody whom the bot cannot know."""
    user = world.state.user(user_id)
    if user is None:
        raise bad_request("user not found")
    return user
