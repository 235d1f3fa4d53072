"""Photos and documents."""

from playground.errors import bad_request
from playground.files import document_object, file_object, photo_object
from playground.methods.chats import open_chat
from playground.methods.messages import caption_content, deliver
from playground.shapes import JsonObject
from playground.world import World


def send_photo(world: World, fields: JsonObject) -> JsonObject:
    chat = open_chat(world, fields["chat_id"])
    caption = caption_content(world, fields)
    photo = world.files.given("photo", fields["photo"])
    content: JsonObject = {"photo": [photo_object(photo)], **caption}
    if fields.get("has_spoiler"):
        content["has_media_spoiler"] = True
    return deliver(world, "sendPhoto", chat, content, fields)


def send_document(world: World, fields: JsonObject) -> JsonObject:
    chat = open_chat(world, fields["chat_id"])
    caption = caption_content(world, fields)
    document = world.files.given("document", fields["document"])
    return deliver(world, "sendDocument", chat, {"document": document_object(document), **caption}, fields)


def get_file(world: World, fields: JsonObject) -> JsonObject:
    file = world.state.files.get(fields["file_id"])
    if file is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    return file_object(file)
