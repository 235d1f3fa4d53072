"""A chat as one person sees it."""

from datetime import UTC, datetime

from playground.group_view import about_group, bot_in_group, places, poll_object
from playground.methods.commands import menu_of
from playground.service_words import service_words
from playground.shapes import Json, JsonObject
from playground.state import Chat, Message, Person
from playground.voting import poll_of
from playground.world import World

FILES = ("photo", "document", "sticker", "voice")


def person_object(world: World, person: Person) -> JsonObject:
    unread = sum(world.state.unread(chat, person.id) for chat in open_chats(world, person))
    return {name: getattr(person, name) for name in person.__slots__} | {"unread": unread}


def open_chats(world: World, person: Person) -> list[Chat]:
    """The chats of a person; a group that became a supergroup is history that this one shows."""
    chats = world.state.chats_of(person.id)
    return [chat for chat in chats if chat.private or world.state.groups.of(chat.id).active]


def chat_line(world: World, person: Person, chat: Chat) -> JsonObject:
    """A chat in the list of chats."""
    last = next(reversed(world.state.visible(chat, person.id)), None)
    return {
        "id": chat.id,
        "type": chat.type,
        "title": _title(world, chat),
        "unread": world.state.unread(chat, person.id),
        "last": None if last is None else {"text": _summary(world, last), "date": _iso(last.date)},
    }


def chat_object(world: World, person: Person, chat: Chat, after: int) -> JsonObject:
    """The whole of a chat, its messages from after message `after`."""
    bot = world.state.bot
    keyboard, force_reply = _place_to_type(chat)
    return {
        "chat": {"id": chat.id, "type": chat.type, "title": _title(world, chat)} | about_group(world, person, chat),
        "bot": {"id": bot.id, "first_name": bot.first_name, "username": bot.username} | bot_in_group(world, chat),
        **places(world, person, chat),
        "started": chat.started or not chat.private,
        "blocked": chat.blocked,
        "unread": world.state.unread(chat, person.id),
        "typing": world.is_typing(chat.id),
        "commands": menu_of(world, chat, person),
        "reply_keyboard": keyboard,
        "force_reply": force_reply,
        "messages": [
            message_object(world, person, message)
            for message in world.state.visible(chat, person.id)
            if message.message_id > after
        ],
        "callback_answers": world.callbacks.answers(person.id, chat.id),
    }


def message_object(world: World, person: Person, message: Message) -> JsonObject:
    content = message.content
    kind = kind_of(content)
    poll = poll_of(world, message)
    return {
        "message_id": message.message_id,
        "date": _iso(message.date),
        "sender": _sender(world, message),
        "outgoing": message.sender_id == person.id,
        "kind": kind,
        "text": service_words(world, message) if kind == "service" else content.get("text", content.get("caption")),
        "entities": content.get("entities", content.get("caption_entities", [])),
        "file": file_object(world, person, content, kind),
        "contact": _contact(content),
        "poll": None if poll is None else poll_object(world, person, poll),
        "edited": message.edit_date is not None,
        "forwarded": "forward_origin" in content,
        "protected": message.protected,
        "reply_to": message.reply_to,
        "inline_keyboard": _buttons(message),
    }


def kind_of(content: JsonObject) -> str:
    return next((kind for kind in (*FILES, "contact", "poll", "text") if kind in content), "service")


def file_ids(content: JsonObject) -> set[str]:
    """The files that a message shows."""
    return {_file(content, kind)["file_id"] for kind in FILES if kind in content}


def file_object(world: World, person: Person, content: JsonObject, kind: str) -> JsonObject | None:
    if kind not in FILES:
        return None
    shown = _file(content, kind)
    file = world.state.files[shown["file_id"]]
    described: JsonObject = {
        "name": file.name,
        "mime_type": file.mime_type,
        "size": file.size,
        "url": f"/people/{person.id}/files/{file.file_id}",
    }
    if file.width is not None:
        described |= {"width": file.width, "height": file.height}
    return described


def _file(content: JsonObject, kind: str) -> JsonObject:
    shown: Json = content[kind]
    # A photo comes in several sizes, the last is the largest.
    largest: JsonObject = shown[-1] if isinstance(shown, list) else shown
    return largest


def _title(world: World, chat: Chat) -> str:
    return chat.title or world.state.bot.first_name


def _sender(world: World, message: Message) -> JsonObject:
    bot = world.state.bot
    if message.anonymous:
        return {"id": message.chat_id, "name": world.state.chats[message.chat_id].title or "", "is_bot": False}
    if message.sender_id == bot.id:
        return {"id": bot.id, "name": bot.first_name, "is_bot": True}
    return {"id": message.sender_id, "name": world.state.people[message.sender_id].name, "is_bot": False}


def _contact(content: JsonObject) -> JsonObject | None:
    contact = content.get("contact")
    if contact is None:
        return None
    return {name: contact.get(name) for name in ("phone_number", "first_name", "user_id")}


def _buttons(message: Message) -> list[list[JsonObject]]:
    if message.inline_keyboard is None:
        return []
    return [
        [
            {"text": button["text"], "callback_data": button.get("callback_data"), "url": button.get("url")}
            for button in row
        ]
        for row in message.inline_keyboard["inline_keyboard"]
    ]


def _place_to_type(chat: Chat) -> tuple[JsonObject | None, bool]:
    """The reply keyboard, and whether the bot asks for a reply."""
    markup = chat.reply_markup
    if markup is None or "keyboard" not in markup:
        return None, bool(markup and markup.get("force_reply"))
    rows = [
        [{"text": button["text"], "request_contact": button.get("request_contact", False)} for button in row]
        for row in markup["keyboard"]
    ]
    keyboard = {
        "rows": rows,
        "placeholder": markup.get("input_field_placeholder"),
        "one_time": markup.get("one_time_keyboard", False),
    }
    return keyboard, False


def _summary(world: World, message: Message) -> str:
    kind = kind_of(message.content)
    if kind == "service":
        return service_words(world, message)
    if kind == "poll":
        return f"Peiling: {message.content['poll']['question']}"
    text = message.content.get("text") or message.content.get("caption")
    return str(text) if text else f"[{kind}]"


def _iso(unix: int) -> str:
    return datetime.fromtimestamp(unix, UTC).isoformat()
