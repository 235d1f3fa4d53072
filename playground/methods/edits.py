"""Changing what the bot sent."""

from playground.errors import bad_request
from playground.markup import read_markup
from playground.methods.chats import reachable_chat
from playground.methods.messages import caption_content, text_content
from playground.shapes import JsonObject
from playground.state import Message
from playground.world import World

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)
TEXT_FIELDS = ("text", "entities", "link_preview_options")
CAPTION_FIELDS = ("caption", "caption_entities", "show_caption_above_media")
MEDIA = ("photo", "document")


def edit_message_text(world: World, fields: JsonObject) -> JsonObject:
    message = _editable(world, fields)
    if "text" not in fields:
        raise bad_request("message text is empty")
    if "text" not in message.content:
        raise bad_request("there is no text in the message to edit")
    return _edit(
        world, fields, message, replaced=TEXT_FIELDS, new=text_content(world, fields), method="editMessageText"
    )


def edit_message_caption(world: World, fields: JsonObject) -> JsonObject:
    message = _editable(world, fields)
    if not any(kind in message.content for kind in MEDIA):
        raise bad_request("there is no caption in the message to edit")
    return _edit(
        world, fields, message, replaced=CAPTION_FIELDS, new=caption_content(world, fields), method="editMessageCaption"
    )


def edit_message_reply_markup(world: World, fields: JsonObject) -> JsonObject:
    message = _editable(world, fields)
    return _edit(world, fields, message, replaced=(), new={}, method="editMessageReplyMarkup")


def _editable(world: World, fields: JsonObject) -> Message:
    """Raises ApiError 400 when the message is not there, is not the bot's, or has a keyboard below the chat."""
    if "chat_id" not in fields:
        raise bad_request("chat_id is empty")
    if "message_id" not in fields:
        raise bad_request("message identifier is not specified")
    chat = reachable_chat(world, fields["chat_id"])
    message = world.state.message(chat.id, fields["message_id"])
    if message is None:
        raise bad_request("message to edit not found")
    if message.sender_id != world.state.bot.id or not message.editable:
        raise bad_request("message can't be edited")
    return message


def _edit(
    world: World, fields: JsonObject, message: Message, *, replaced: tuple[str, ...], new: JsonObject, method: str
) -> JsonObject:
    """Replaces the fields named `replaced` by `new`, and the buttons by those given: none given, none left."""
    keyboard = read_markup(fields.get("reply_markup")).inline_keyboard
    content = {name: value for name, value in message.content.items() if name not in replaced} | new
    if content == message.content and keyboard == message.inline_keyboard:
        raise bad_request(NOT_MODIFIED)
    world.limits.admit(method, message.chat_id, group=world.person_of(message.chat_id) is None)
    # New buttons alone do not make a message "edited" in the eyes of people.
    if content != message.content:
        message.content = content
        message.edit_date = world.clock.unix()
    message.inline_keyboard = keyboard
    message.had_keyboard = message.had_keyboard or keyboard is not None
    world.state.keep_message(message)
    world.events.tell("edit", world.person_of(message.chat_id), message.chat_id)
    return world.state.message_object(message)
