"""Options that voters add to a poll that takes them."""

import secrets

from playground.errors import PersonError
from playground.html_markup import utf16_length
from playground.posting import post, stays_anonymous
from playground.shapes import JsonObject
from playground.state import Chat, Message, Person
from playground.voting import changed, close_what_is_due, poll_of
from playground.world import World

MOST_OPTIONS = 12
LONGEST_OPTION = 100


def add_option(world: World, person: Person, chat: Chat, message: Message, text: str) -> None:
    """Adds an option, of which a message tells everyone. Raises PersonError when Telegram would not let this pass."""
    close_what_is_due(world)
    poll = poll_of(world, message)
    if poll is None:
        raise PersonError(404, f"Message {message.message_id} holds no poll.")
    if poll.is_closed or not poll.takes_options:
        raise PersonError(409, "No options can be added to this poll.")
    text = text.strip()
    if not text or utf16_length(text) > LONGEST_OPTION:
        raise PersonError(400, f"An option has 1 to {LONGEST_OPTION} characters.")
    if len(poll.options) >= MOST_OPTIONS:
        raise PersonError(409, f"A poll has at most {MOST_OPTIONS} options.")
    option: JsonObject = {
        "persistent_id": secrets.token_urlsafe(9),
        "text": text,
        "addition_date": world.clock.unix(),
        **_author(world, person, chat),
    }
    poll.options.append(option)
    changed(world, poll)
    told = {
        "poll_message": world.state.message_object(message, with_reply=False),
        "option_persistent_id": option["persistent_id"],
        "option_text": text,
    }
    post(world, chat, person.id, {"poll_option_added": told})


def _author(world: World, person: Person, chat: Chat) -> JsonObject:
    if stays_anonymous(world, chat, person.id):
        return {"added_by_chat": world.state.chat_object(chat)}
    return {"added_by_user": person.user()}
