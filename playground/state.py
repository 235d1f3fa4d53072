"""What this Telegram knows: people, chats, messages, files and menus of commands."""

import secrets
from dataclasses import dataclass, field

from playground.changes import Changes
from playground.groups import GROUP_ANONYMOUS_BOT, Groups
from playground.invite_links import InviteLinks
from playground.polls import Polls
from playground.shapes import JsonObject

FIRST_UPDATE_ID = 518_204_000
FIRST_CHAT_ID = 1_000_000_000


@dataclass(slots=True)
class Bot:
    id: int
    first_name: str = "Intervisie"
    username: str = "intervisie_speeltuin_bot"
    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)

    def user(self) -> JsonObject:
        """The bot as a Bot API User."""
        return {"id": self.id, "is_bot": True, "first_name": self.first_name, "username": self.username}


@dataclass(slots=True)
class Person:
    id: int
    first_name: str
    last_name: str = ""
    username: str | None = None
    phone_number: str = ""
    language_code: str = "nl"
    part: str = "other"
    municipality: str | None = None

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()

    def user(self) -> JsonObject:
        """The person as a Bot API User."""
        user: JsonObject = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        if self.last_name:
            user["last_name"] = self.last_name
        if self.username:
            user["username"] = self.username
        user["language_code"] = self.language_code
        return user


@dataclass(slots=True)
class Chat:
    """A chat; in a private one `id` is the person's. `read` holds per person the last message that was read.

    `welcome_until` is until when, in Unix time, the bot may write to someone who asked to join a group and never
    started it. `last_message_id` counts the messages of a supergroup, which has a count of its own.
    """

    id: int
    type: str = "private"
    title: str | None = None
    started: bool = False
    blocked: bool = False
    chat_instance: str = field(default_factory=lambda: str(secrets.randbits(63)))
    reply_markup: JsonObject | None = None
    read: dict[int, int] = field(default_factory=dict)
    participants: list[int] = field(default_factory=list)
    welcome_until: int = 0
    last_message_id: int = 0

    @property
    def private(self) -> bool:
        return self.type == "private"


@dataclass(slots=True)
class Message:
    """A message; `content` holds what the Bot API shows of it apart from who, where, when and the inline keyboard.

    `editable` is False when it was sent with a markup other than an inline keyboard: Telegram then refuses edits.
    `had_keyboard` stays True after the buttons are gone: a tap may have been on its way.
    `anonymous` when the group itself is shown as the sender.
    """

    message_id: int
    chat_id: int
    sender_id: int
    date: int
    content: JsonObject
    reply_to: int | None = None
    edit_date: int | None = None
    inline_keyboard: JsonObject | None = None
    editable: bool = True
    had_keyboard: bool = False
    anonymous: bool = False

    @property
    def protected(self) -> bool:
        return bool(self.content.get("has_protected_content"))


@dataclass(slots=True)
class StoredFile:
    """A file; `path` is what getFile gives, the bytes lie in the data directory under that path."""

    file_id: str
    file_unique_id: str
    kind: str
    path: str
    name: str
    mime_type: str
    size: int
    width: int | None = None
    height: int | None = None


class State:
    """Everything, in memory; each change is noted in `changes` for the storage to write down."""

    def __init__(self, bot: Bot, changes: Changes) -> None:
        self.bot = bot
        self.people: dict[int, Person] = {}
        self.chats: dict[int, Chat] = {}
        self._chats_of: dict[int, list[Chat]] = {}
        self.messages: dict[int, dict[int, Message]] = {}
        self.files: dict[str, StoredFile] = {}
        self.commands: dict[tuple[str, str], list[JsonObject]] = {}
        self.last_message_id = 0
        self.changes = changes
        self.groups = Groups(changes)
        self.invite_links = InviteLinks(changes)
        self.polls = Polls(changes)

    def add_person(self, person: Person) -> None:
        self.people[person.id] = person
        self.changes.put("person", person.id, person)
        self.add_chat(Chat(person.id, participants=[person.id]))

    def add_chat(self, chat: Chat) -> None:
        self.restore_chat(chat)
        self.keep(chat)

    def restore_chat(self, chat: Chat) -> None:
        """Puts a chat in its place without noting it as a change."""
        self.chats[chat.id] = chat
        self.messages[chat.id] = {}
        for person_id in chat.participants:
            self._chats_of.setdefault(person_id, []).append(chat)

    def keep(self, chat: Chat) -> None:
        self.changes.put("chat", chat.id, chat)

    def enter(self, chat: Chat, person_id: int) -> None:
        """Puts a chat among those of a person; nothing changes when it is there already."""
        if person_id not in chat.participants:
            chat.participants.append(person_id)
            self._chats_of.setdefault(person_id, []).append(chat)
            self.keep(chat)

    def exit(self, chat: Chat, person_id: int) -> None:
        """Takes a chat from those of a person; nothing changes when it is not there."""
        if person_id in chat.participants:
            chat.participants.remove(person_id)
            self._chats_of[person_id].remove(chat)
            self.keep(chat)

    def keep_bot(self) -> None:
        self.changes.put("bot", "self", self.bot)

    def next_message_id(self, chat: Chat) -> int:
        """One count for all private chats and basic groups of a bot, one for each supergroup, as in Telegram."""
        if chat.type == "supergroup":
            chat.last_message_id += 1
            self.keep(chat)
            return chat.last_message_id
        self.last_message_id += 1
        self.changes.put("counter", "message", self.last_message_id)
        return self.last_message_id

    def keep_message(self, message: Message) -> None:
        self.messages[message.chat_id][message.message_id] = message
        self.changes.put("message", f"{message.chat_id}:{message.message_id}", message)

    def remove_message(self, message: Message) -> None:
        del self.messages[message.chat_id][message.message_id]
        self.changes.remove("message", f"{message.chat_id}:{message.message_id}")

    def keep_file(self, file: StoredFile) -> None:
        self.files[file.file_id] = file
        self.changes.put("file", file.file_id, file)

    def keep_commands(self, scope: str, language_code: str, commands: list[JsonObject]) -> None:
        """An empty list forgets the menu of that scope and language."""
        key = f"{scope}|{language_code}"
        if commands:
            self.commands[scope, language_code] = commands
            self.changes.put("commands", key, commands)
        else:
            self.commands.pop((scope, language_code), None)
            self.changes.remove("commands", key)

    def message(self, chat_id: int, message_id: int) -> Message | None:
        return self.messages.get(chat_id, {}).get(message_id)

    def user(self, user_id: int) -> JsonObject | None:
        """Anyone known as a Bot API User."""
        if user_id == self.bot.id:
            return self.bot.user()
        person = self.people.get(user_id)
        return person.user() if person else None

    def unread(self, chat: Chat, person_id: int) -> int:
        """How many messages of others this person has not read."""
        read = max(chat.read.get(person_id, 0), self.hidden_until(chat, person_id))
        count = 0
        for message in reversed(self.messages[chat.id].values()):
            if message.message_id <= read:
                break
            count += message.sender_id != person_id
        return count

    def hidden_until(self, chat: Chat, person_id: int) -> int:
        """The last message that this person cannot see, who joined after it; 0 when all can be seen."""
        return 0 if chat.private else self.groups.member(chat.id, person_id).sees_after

    def visible(self, chat: Chat, person_id: int) -> list[Message]:
        hidden = self.hidden_until(chat, person_id)
        return [message for message in self.messages[chat.id].values() if message.message_id > hidden]

    def chats_of(self, person_id: int) -> list[Chat]:
        return self._chats_of.get(person_id, [])

    def chat_object(self, chat: Chat) -> JsonObject:
        """A chat as a Bot API Chat."""
        if not chat.private:
            return {"id": chat.id, "type": chat.type, "title": chat.title}
        person = self.people[chat.id]
        shown: JsonObject = {"id": chat.id, "type": "private", "first_name": person.first_name}
        if person.last_name:
            shown["last_name"] = person.last_name
        if person.username:
            shown["username"] = person.username
        return shown

    def message_object(self, message: Message, *, with_reply: bool = True) -> JsonObject:
        """A message as a Bot API Message, the one it answers inside it if that still exists."""
        shown: JsonObject = {
            "message_id": message.message_id,
            "from": self.user(message.sender_id),
            "chat": self.chat_object(self.chats[message.chat_id]),
            "date": message.date,
            **message.content,
        }
        if message.anonymous:
            shown |= {"from": GROUP_ANONYMOUS_BOT, "sender_chat": shown["chat"]}
        if message.edit_date is not None:
            shown["edit_date"] = message.edit_date
        if with_reply and message.reply_to is not None:
            answered = self.message(message.chat_id, message.reply_to)
            if answered is not None:
                shown["reply_to_message"] = self.message_object(answered, with_reply=False)
        if message.inline_keyboard is not None:
            shown["reply_markup"] = message.inline_keyboard
        return shown
