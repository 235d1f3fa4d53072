"""Sending, deleting, and showing that the bot is busy."""

from playground.deletion import delete
from playground.entities import formatted, with_found
from playground.errors import bad_request, not_implemented
from playground.html_markup import utf16_length
from playground.markup import read_markup
from playground.methods.chats import open_chat, own_place, reachable_chat
from playground.shapes import JsonObject
from playground.state import Chat, Message
from playground.world import World

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
DELETABLE_SECONDS = 48 * 3600
ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)


REPLY = frozenset({"message_id", "chat_id", "allow_sending_without_reply"})


def send_message(world: World, fields: JsonObject) -> JsonObject:
    chat = open_chat(world, fields["chat_id"])
    return deliver(world, "sendMessage", chat, text_content(world, fields), fields)


def text_content(world: World, fields: JsonObject) -> JsonObject:
    """The text part of a message. Raises ApiError 400 when it is empty, too long or cannot be parsed."""
    text, entities = formatted(fields["text"], fields.get("parse_mode"), fields.get("entities"), world.state.user)
    if not text:
        raise bad_request("message text is empty")
    if utf16_length(text) > LONGEST_TEXT:
        raise bad_request("message is too long")
    content: JsonObject = {"text": text}
    entities = with_found(text, entities)
    if entities:
        content["entities"] = entities
    if fields.get("link_preview_options"):
        content["link_preview_options"] = fields["link_preview_options"]
    return content


def caption_content(world: World, fields: JsonObject) -> JsonObject:
    """The caption part of a message with a file; empty without one. Raises ApiError 400 as for a text."""
    text, entities = formatted(
        fields.get("caption", ""), fields.get("parse_mode"), fields.get("caption_entities"), world.state.user
    )
    if utf16_length(text) > LONGEST_CAPTION:
        raise bad_request("message caption is too long")
    if not text:
        return {}
    content: JsonObject = {"caption": text}
    entities = with_found(text, entities)
    if entities:
        content["caption_entities"] = entities
    if fields.get("show_caption_above_media"):
        content["show_caption_above_media"] = True
    return content


def deliver(world: World, method: str, chat: Chat, content: JsonObject, fields: JsonObject) -> JsonObject:
    """Puts a message of the bot into a chat; the fields that all sending methods share are read here."""
    markup = read_markup(fields.get("reply_markup"))
    reply_to = _replied(world, chat, fields.get("reply_parameters"))
    world.limits.admit(method, chat.id, group=not chat.private)
    if fields.get("protect_content"):
        content["has_protected_content"] = True
    message = Message(
        message_id=world.state.next_message_id(chat),
        chat_id=chat.id,
        sender_id=world.state.bot.id,
        date=world.clock.unix(),
        content=content,
        reply_to=reply_to,
        inline_keyboard=markup.inline_keyboard,
        editable=markup.below is None,
        had_keyboard=markup.inline_keyboard is not None,
    )
    world.state.keep_message(message)
    if markup.below is not None:
        chat.reply_markup = None if "remove_keyboard" in markup.below else markup.below
        world.state.keep(chat)
    world.stop_typing(chat.id)
    world.events.tell("message", world.person_of(chat.id), chat.id)
    return world.state.message_object(message)


def _replied(world: World, chat: Chat, parameters: JsonObject | None) -> int | None:
    if parameters is None:
        return None
    beyond = parameters.keys() - REPLY
    if beyond:
        raise not_implemented(f"{min(beyond)} of ReplyParameters")
    if parameters.get("chat_id", chat.id) != chat.id:
        raise bad_request("message to be replied not found")
    message_id: int = parameters["message_id"]
    if world.state.message(chat.id, message_id) is not None:
        return message_id
    if parameters.get("allow_sending_without_reply"):
        return None
    raise bad_request("message to be replied not found")


def delete_message(world: World, fields: JsonObject) -> bool:
    chat = reachable_chat(world, fields["chat_id"])
    message = world.state.message(chat.id, fields["message_id"])
    if message is None:
        raise bad_request("message to delete not found")
    if not _may_delete(world, chat, message):
        raise bad_request("message can't be deleted for everyone")
    delete(world, message)
    return True


def _may_delete(world: World, chat: Chat, message: Message) -> bool:
    """In a group an administrator with that right deletes anything at any time; else it is the 48 hours."""
    recent = world.clock.unix() - message.date <= DELETABLE_SECONDS
    if chat.private:
        return recent
    own = message.sender_id == world.state.bot.id
    return own_place(world, chat).may("can_delete_messages") or (own and recent)


def send_chat_action(world: World, fields: JsonObject) -> bool:
    chat = open_chat(world, fields["chat_id"])
    if fields["action"] not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    world.type_in(chat.id)
    return True
