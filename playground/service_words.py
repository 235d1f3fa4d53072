"""What the page shows of things that happened in a group, in Dutch as Telegram's own app."""

from playground.shapes import JsonObject
from playground.state import Message
from playground.world import World


def service_words(world: World, message: Message) -> str:
    who = _sender(world, message)
    content = message.content
    if "new_chat_members" in content:
        return _joined(who, message.sender_id, content["new_chat_members"])
    if "left_chat_member" in content:
        left = content["left_chat_member"]
        own = left["id"] == message.sender_id
        return f"{who} heeft de groep verlaten" if own else f"{who} heeft {_name(left)} verwijderd"
    if "new_chat_title" in content:
        return f"{who} heeft de groep “{content['new_chat_title']}” genoemd"
    if "group_chat_created" in content:
        return f"{who} heeft deze groep gemaakt"
    if "poll_option_added" in content:
        return f"{who} heeft “{content['poll_option_added']['option_text']}” aan de peiling toegevoegd"
    if "pinned_message" in content:
        return f"{who} heeft een bericht vastgezet"
    return "Deze groep is een supergroep geworden"


def _joined(who: str, sender_id: int, users: list[JsonObject]) -> str:
    if [user["id"] for user in users] == [sender_id]:
        return f"{who} is nu lid van de groep"
    return f"{who} heeft {', '.join(map(_name, users))} toegevoegd"


def _sender(world: World, message: Message) -> str:
    if message.anonymous:
        return world.state.chats[message.chat_id].title or ""
    user = world.state.user(message.sender_id)
    return "Iemand" if user is None else _name(user)


def _name(user: JsonObject) -> str:
    return " ".join(filter(None, (user["first_name"], user.get("last_name"))))
