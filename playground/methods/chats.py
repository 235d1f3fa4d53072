"""Which chat a call means, and what a bot may know of it."""

from playground.errors import bad_request, forbidden
from playground.shapes import JsonObject
from playground.state import Chat
from playground.world import World

MOST_REACTIONS = 11


def known_chat(world: World, chat_id: int | str) -> Chat:
    """Raises ApiError 400 when there is no such chat."""
    # Only groups and channels can be found by a name, and there are none of these with one.
    chat = world.state.chats.get(chat_id) if isinstance(chat_id, int) else None
    if chat is None:
        raise bad_request("chat not found")
    return chat


def open_chat(world: World, chat_id: int | str) -> Chat:
    """A chat into which the bot may write. Raises ApiError 400, or 403 when the person never started or blocked it."""
    if chat_id == world.state.bot.id:
        raise forbidden("the bot can't send messages to the bot")
    chat = known_chat(world, chat_id)
    if chat.blocked:
        raise forbidden("bot was blocked by the user")
    if not chat.started:
        raise forbidden("bot can't initiate conversation with a user")
    return chat


def get_chat(world: World, fields: JsonObject) -> JsonObject:
    chat = known_chat(world, fields["chat_id"])
    if not chat.started:
        raise bad_request("chat not found")
    person = world.state.people[chat.id]
    full: JsonObject = {
        **world.state.chat_object(chat),
        "accent_color_id": person.id % 7,
        "max_reaction_count": MOST_REACTIONS,
        "accepted_gift_types": {
            "unlimited_gifts": True,
            "limited_gifts": True,
            "unique_gifts": True,
            "premium_subscription": True,
            "gifts_from_channels": True,
        },
    }
    if person.username:
        full["active_usernames"] = [person.username]
    return full
