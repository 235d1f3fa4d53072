"""What a person can do in a chat; each deed becomes an update for the bot."""

import re
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import parse_qs, urlsplit

from playground.bodies import need, take
from playground.deletion import delete
from playground.entities import as_typed
from playground.errors import ApiError, PersonError
from playground.files import document_object, photo_object, photo_size
from playground.group_deeds import refuse_closed
from playground.groups import Member
from playground.html_markup import utf16_length
from playground.pictures import FLAT_PHOTO, SILENT_VOICE, SMALL_DOCUMENT, STICKER_PICTURE
from playground.poll_options import add_option
from playground.posting import hears, is_service, post
from playground.shapes import Json, JsonObject
from playground.specification import Upload
from playground.state import Chat, Message, Person
from playground.view import file_ids
from playground.voting import hears_votes, vote
from playground.world import World

LONGEST_TEXT = 4096
EDITABLE_SECONDS = 48 * 3600
PARTS = ("coordinator", "facilitator", "alderman", "other")
HIGHEST_ID = 7_999_999_999
LOWEST_ID = 1_000_000
FORWARDED_FROM = "Petra de Wit"
STICKER_SIDE = 512
PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")


def join(world: World, fields: JsonObject) -> Person:
    """A new person. Raises PersonError 400 for a field that there is not, or a name that is missing."""
    known = Person.__slots__
    strange = [name for name in fields if name not in known or name == "id"]
    if strange:
        raise PersonError(400, f"A person has no {strange[0]}.")
    if not need(fields, "first_name", str).strip():
        raise PersonError(400, "A person needs a first_name.")
    if (fields.get("part") or "other") not in PARTS:
        raise PersonError(400, f"The part is one of {', '.join(PARTS)}.")
    number = LOWEST_ID + secrets.randbelow(HIGHEST_ID - LOWEST_ID)
    while number in world.state.people:
        number = LOWEST_ID + secrets.randbelow(HIGHEST_ID - LOWEST_ID)
    person = Person(
        id=number,
        first_name=need(fields, "first_name", str).strip(),
        last_name=take(fields, "last_name", str, default=""),
        username=take(fields, "username", str),
        phone_number=take(fields, "phone_number", str, default=f"+316{secrets.randbelow(10**8):08}"),
        language_code=take(fields, "language_code", str, default="nl"),
        part=fields.get("part") or "other",
        municipality=take(fields, "municipality", str),
    )
    world.state.add_person(person)
    world.events.tell("people")
    return person


@dataclass(frozen=True, slots=True)
class Deeds:
    """The deeds of one person in one chat. Each raises PersonError with a sentence when it cannot be done."""

    world: World
    person: Person
    chat: Chat

    def start(self, payload: str | None) -> Message:
        """What the Start button and a deep link do; lifts a block as well."""
        if payload and not PAYLOAD.fullmatch(payload):
            raise PersonError(400, "What follows start= in a link is 1 to 64 of A-Z, a-z, 0-9, _ and -.")
        if self.chat.blocked:
            self.unblock()
        return self.write(f"/start {payload}" if payload else "/start")

    def write(self, text: str, *, reply_to: int | None = None, forwarded: bool = False) -> Message:
        """Sends a text; one that is too long goes as several messages, as apps do, of which this is the last."""
        content: JsonObject = {"forward_origin": self._origin()} if forwarded else {}
        sent = None
        for part in _parts(text):
            plain, entities = as_typed(part)
            if plain:
                sent = self._send({**content, "text": plain, **_with(entities=entities)}, reply_to)
        if sent is None:
            raise PersonError(400, "There is nothing to send: the text is empty.")
        return sent

    def edit(self, message_id: int, text: str) -> Message:
        message = self._message(message_id)
        text, entities = as_typed(text)
        if message.sender_id != self.person.id:
            raise PersonError(403, "Only your own messages can be edited.")
        if "text" not in message.content or "forward_origin" in message.content:
            raise PersonError(400, "Only a text that you wrote can be edited.")
        if self.world.clock.unix() - message.date > EDITABLE_SECONDS:
            raise PersonError(400, "This message is too old to be edited: that can be done for 48 hours.")
        if not text or utf16_length(text) > LONGEST_TEXT:
            raise PersonError(400, f"A text has 1 to {LONGEST_TEXT} characters.")
        if text == message.content["text"]:
            raise PersonError(400, "The text is the same as before.")
        self._refuse_when_blocked()
        message.content = {"text": text, **_with(entities=entities)}
        message.edit_date = self.world.clock.unix()
        self.world.state.keep_message(message)
        self._tell("edit")
        if hears(self.world, message):
            self.world.post_update("edited_message", self.world.state.message_object(message))
        return message

    def forward(self, message_id: int) -> Message:
        """Forwards a message of this chat into it again; refused for what is protected."""
        message = self._message(message_id)
        if message.protected:
            raise PersonError(403, "This message is protected: it cannot be forwarded.")
        if is_service(message.content) or "poll" in message.content:
            raise PersonError(
                400, "The playground forwards what somebody wrote or sent, no poll and no news of the group."
            )
        shown = self.world.state.message_object(message, with_reply=False)
        origin = {"type": "user", "sender_user": shown["from"], "date": message.date}
        if message.anonymous:
            origin = {"type": "chat", "sender_chat": shown["sender_chat"], "date": message.date}
        return self._send({"forward_origin": origin, **message.content}, None)

    def share_contact(self, phone_number: str | None, user_id: int | None) -> Message:
        contact: JsonObject = {
            "phone_number": phone_number or self.person.phone_number,
            "first_name": self.person.first_name,
        }
        if self.person.last_name:
            contact["last_name"] = self.person.last_name
        if user_id is not None:
            contact["user_id"] = user_id
        return self._send({"contact": contact}, None)

    def send_sticker(self, emoji: str) -> Message:
        upload = Upload("sticker.png", "image/png", STICKER_PICTURE)
        file = self.world.files.add("sticker", upload, (STICKER_SIDE, STICKER_SIDE))
        sticker = photo_object(file) | {
            "type": "regular",
            "is_animated": False,
            "is_video": False,
            "emoji": emoji,
            "set_name": "speeltuin_by_intervisie_speeltuin_bot",
        }
        return self._send({"sticker": sticker}, None)

    def send_voice(self) -> Message:
        file = self.world.files.add("voice", Upload("voice.ogg", "audio/ogg", SILENT_VOICE))
        voice = {
            "file_id": file.file_id,
            "file_unique_id": file.file_unique_id,
            "duration": 2,
            "mime_type": file.mime_type,
            "file_size": file.size,
        }
        return self._send({"voice": voice}, None)

    def send_photo(self, caption: str | None, upload: Upload | None, name: str | None) -> Message:
        picture = upload or Upload(name or "foto.png", "image/png", FLAT_PHOTO)
        try:
            size = photo_size(picture.content)
        except ApiError as error:
            raise PersonError(400, "That is no picture that Telegram can show (JPEG, PNG or GIF).") from error
        file = self.world.files.add("photo", picture, size)
        return self._send({"photo": [photo_object(file)]} | self._caption(caption), None)

    def send_document(self, caption: str | None, upload: Upload | None, name: str | None) -> Message:
        document = upload or Upload(name or "notitie.txt", "text/plain", SMALL_DOCUMENT)
        file = self.world.files.add("document", document)
        return self._send({"document": document_object(file)} | self._caption(caption), None)

    def tap_keyboard(self, text: str) -> Message:
        """Taps a button of the keyboard at the place where people type."""
        markup = self.chat.reply_markup or {}
        buttons = [button for row in markup.get("keyboard", []) for button in row]
        button = next((button for button in buttons if button["text"] == text), None)
        if button is None:
            raise PersonError(404, _no_button(text, [button["text"] for button in buttons]))
        if markup.get("one_time_keyboard"):
            self.chat.reply_markup = None
            self.world.state.keep(self.chat)
        if button.get("request_contact"):
            return self.share_contact(None, self.person.id)
        return self.write(text)

    def tap(
        self,
        message_id: int,
        *,
        text: str | None = None,
        row: int | None = None,
        column: int | None = None,
        callback_data: str | None = None,
    ) -> str | None:
        """Taps a button under a message, found by its words or by its place.

        With `callback_data` alone it sends that, as a modified client can. Returns the id of the callback query, None
        for a button that is a link.
        """
        message = self._message(message_id)
        if text is None and row is None and callback_data is not None:
            if not message.had_keyboard:
                raise PersonError(404, f"Message {message_id} never had buttons.")
            return self._ask(message, callback_data)
        button = _button(message, text, row, column)
        if "url" in button:
            self._open(button["url"])
            return None
        return self._ask(message, button["callback_data"])

    def block(self) -> None:
        self._refuse_in_group()
        if self.chat.blocked:
            raise PersonError(409, "The bot is blocked already.")
        self.chat.blocked = True
        self._membership("member", "kicked")

    def unblock(self) -> None:
        self._refuse_in_group()
        if not self.chat.blocked:
            raise PersonError(409, "The bot is not blocked.")
        self.chat.blocked = False
        self._membership("kicked", "member")

    def vote(self, message_id: int, options: list[str | int]) -> Message:
        message = self._message(message_id)
        vote(self.world, self.person, self.chat, message, options)
        return message

    def add_option(self, message_id: int, text: str) -> Message:
        message = self._message(message_id)
        if not self.chat.private:
            refuse_closed(self.world, self.chat)
        add_option(self.world, self.person, self.chat, message, text)
        return message

    def delete(self, message_id: int) -> None:
        """Deletes a message for everyone: one's own, or anybody's as an administrator with that right."""
        message = self._message(message_id)
        if message.sender_id != self.person.id and not self._manages_messages():
            raise PersonError(403, "Only the author, or an administrator who may, can delete this message.")
        delete(self.world, message)

    def read(self) -> None:
        last = next(reversed(self.world.state.messages[self.chat.id]), 0)
        if self.chat.read.get(self.person.id) != last:
            self.chat.read[self.person.id] = last
            self.world.state.keep(self.chat)
            self.world.events.tell("read", self.person.id, self.chat.id)

    def _message(self, message_id: int) -> Message:
        message = self.world.state.message(self.chat.id, message_id)
        if message is None or message_id <= self.world.state.hidden_until(self.chat, self.person.id):
            raise PersonError(404, f"There is no message {message_id} in this chat.")
        return message

    def _manages_messages(self) -> bool:
        # In a private chat anyone may delete what the other wrote.
        return self.chat.private or self._place().may("can_delete_messages")

    def _place(self) -> Member:
        return self.world.state.groups.member(self.chat.id, self.person.id)

    def _refuse_in_group(self) -> None:
        if not self.chat.private:
            raise PersonError(409, "In a group nobody blocks the bot; an administrator takes it out.")

    def _refuse_when_blocked(self) -> None:
        if not self.chat.private:
            refuse_closed(self.world, self.chat)
        if self.chat.blocked:
            raise PersonError(409, "You have blocked this bot; unblock it first.")

    def _send(self, content: JsonObject, reply_to: int | None) -> Message:
        self._refuse_when_blocked()
        if reply_to is not None:
            self._message(reply_to)
        self.chat.started = True
        message = post(self.world, self.chat, self.person.id, content, reply_to=reply_to)
        self.chat.read[self.person.id] = message.message_id
        if self.chat.reply_markup and self.chat.reply_markup.get("force_reply"):
            self.chat.reply_markup = None
        self.world.state.keep(self.chat)
        return message

    def _ask(self, message: Message, data: str) -> str:
        if self.chat.private:
            self._refuse_when_blocked()
        query = self.world.callbacks.ask(self.person.id, self.chat.id, message.message_id)
        body: JsonObject = {
            "id": query.id,
            "from": self.person.user(),
            "message": self.world.state.message_object(message),
            "chat_instance": self.chat.chat_instance,
            "data": data,
        }
        # Of a bot that is out of the group the buttons stay, and nobody answers.
        if hears_votes(self.world, self.chat):
            self.world.post_update("callback_query", body)
        return query.id

    def _open(self, url: str) -> None:
        """A link to the bot itself acts as a deep link; any other leads out of Telegram."""
        parts = urlsplit(url)
        bot = self.world.state.bot.username.lower()
        if parts.netloc in ("t.me", "telegram.me") and parts.path.strip("/").lower() == bot:
            own = replace(self, chat=self.world.state.chats[self.person.id])
            own.start(parse_qs(parts.query).get("start", [None])[0])

    def _membership(self, old: str, new: str) -> None:
        self.world.state.keep(self.chat)
        self._tell("people")
        bot = self.world.state.bot.user()
        body: JsonObject = {
            "chat": self.world.state.chat_object(self.chat),
            "from": self.person.user(),
            "date": self.world.clock.unix(),
            "old_chat_member": _member(old, bot),
            "new_chat_member": _member(new, bot),
        }
        self.world.post_update("my_chat_member", body)

    def _origin(self) -> JsonObject:
        """Somebody else, who hides the account."""
        return {"type": "hidden_user", "sender_user_name": FORWARDED_FROM, "date": self.world.clock.unix()}

    def _tell(self, kind: str) -> None:
        self.world.events.tell(kind, self.world.person_of(self.chat.id), self.chat.id)

    @staticmethod
    def _caption(caption: str | None) -> JsonObject:
        if not caption:
            return {}
        plain, entities = as_typed(caption)
        return {"caption": plain, **_with(caption_entities=entities)}


def sees_file(world: World, person: Person, file_id: str) -> tuple[bool, bool]:
    """Whether a file stands in a chat of this person, and whether it may be saved: not where all of it is protected."""
    shown = [
        message.protected
        for chat in world.state.chats_of(person.id)
        for message in world.state.visible(chat, person.id)
        if file_id in file_ids(message.content)
    ]
    return bool(shown), not all(shown)


def _with(**entities: list[JsonObject]) -> JsonObject:
    """The field for entities, which is left out when there are none."""
    return {name: found for name, found in entities.items() if found}


def _parts(text: str) -> Iterator[str]:
    """A text in parts of at most 4,096 UTF-16 units, cut at white space where there is some."""
    while utf16_length(text) > LONGEST_TEXT:
        fitting = text.encode("utf-16-le")[: LONGEST_TEXT * 2].decode("utf-16-le", "ignore")
        end = max(fitting.rfind("\n"), fitting.rfind(" "))
        end = end if end > 0 else len(fitting)
        yield text[:end]
        text = text[end:]
    yield text


def _member(status: str, user: JsonObject) -> JsonObject:
    member: JsonObject = {"user": user, "status": status}
    # 0 means for ever.
    return member | {"until_date": 0} if status == "kicked" else member


def _button(message: Message, text: str | None, row: int | None, column: int | None) -> JsonObject:
    rows: list[list[JsonObject]] = (message.inline_keyboard or {}).get("inline_keyboard", [])
    words = [button["text"] for line in rows for button in line]
    if text is not None:
        found: Json = next((button for line in rows for button in line if button["text"] == text), None)
        if found is None:
            raise PersonError(404, _no_button(text, words))
        return dict(found)
    if row is None:
        raise PersonError(400, "Say which button: its text, its row and column, or the callback_data.")
    if not (0 <= row < len(rows) and 0 <= (column or 0) < len(rows[row])):
        raise PersonError(404, _no_button(f"row {row}, column {column or 0}", words))
    return rows[row][column or 0]


def _no_button(wanted: str, words: list[str]) -> str:
    there = ", ".join(f"“{word}”" for word in words) if words else "none at all"
    return f"There is no button “{wanted}” here. The buttons there are: {there}."
