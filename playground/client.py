"""The people's side over HTTP: phones in people's hands, as a story or a test holds them."""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING, Self

import httpx

if TYPE_CHECKING:
    from playground.shapes import Json, JsonObject

# A move of the clock visits every due moment on its way; a month may hold a hundred of them.
NO_LIMIT = httpx.Timeout(None)


class RefusedError(Exception):
    """The playground refused: HTTP's status, and its sentence."""

    def __init__(self, what: str, status: int, sentence: str) -> None:
        super().__init__(f"{what}: {status} {sentence}")
        self.status = status
        self.sentence = sentence


class NotOnScreenError(Exception):
    """What was expected is not on somebody's screen."""


class Playground:
    """A running playground. Close it after use."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.http = httpx.AsyncClient(base_url=address, timeout=60, trust_env=False)

    async def close(self) -> None:
        await self.http.aclose()

    async def ask(self, method: str, path: str, body: object = None, *, unlimited: bool = False) -> Json:
        """Raises RefusedError with the playground's own sentence, httpx.TransportError when it is not there."""
        timeout = NO_LIMIT if unlimited else httpx.USE_CLIENT_DEFAULT
        answer = await self.http.request(method, path, json=body, timeout=timeout)
        if not answer.is_success:
            raise RefusedError(f"{method} {path}", answer.status_code, _sentence(answer))
        return answer.json() if answer.content else None

    async def settles(self, seconds: float = 30) -> None:
        """Wait until the bot has done all there is to do at this moment."""
        await self.ask("POST", "/clock/settle", {"timeout": seconds})

    async def forward(self, *, seconds: float = 0, minutes: float = 0, hours: float = 0, days: float = 0) -> list[str]:
        """Put the clock forward, past every due moment on the way; the moments that were visited."""
        seconds += 60 * minutes + 3600 * hours + 86400 * days
        return await self._move({"seconds": seconds})

    async def forward_to(self, moment: str) -> list[str]:
        """The same, to a moment in ISO 8601."""
        return await self._move({"to": moment})

    async def to_next(self) -> None:
        await self._move({"next": True})

    async def _move(self, target: JsonObject) -> list[str]:
        answer = await self.ask("POST", "/clock/forward", {**target, "timeout": 60}, unlimited=True)
        await self.settles()
        return list(answer["visited"])

    async def groups(self) -> list[JsonObject]:
        return list(await self.ask("GET", "/groups"))

    async def people(self) -> list[JsonObject]:
        return list(await self.ask("GET", "/people"))

    async def person(self, first_name: str) -> JsonObject:
        """Raises NotOnScreenError when nobody is called so."""
        for person in await self.people():
            if person["first_name"] == first_name:
                return person
        raise NotOnScreenError(f"nobody is called {first_name}")


class Phone:
    """One person's phone: what they do, and what they see of it."""

    def __init__(self, playground: Playground, person: JsonObject) -> None:
        self.playground = playground
        self.id = int(person["id"])
        self.first_name = str(person["first_name"])
        self.name = f"{person['first_name']} {person['last_name'] or ''}".strip()
        self.number = str(person["phone_number"])
        self.path = f"/people/{self.id}/chats/{self.id}"
        # Taps and messages so far: what it costs a person.
        self.acts = 0
        self._seen = 0

    async def starts(self, payload: str | None = None) -> None:
        await self._act("start", {"payload": payload} if payload else {})

    async def follows(self, link: str) -> None:
        """Open a deep link: https://t.me/<bot>?start=<payload>."""
        await self.starts(link.partition("?start=")[2])

    async def types(self, text: str, **more: Json) -> None:
        await self._act("messages", {"text": text, **more})

    async def taps(self, words: str, *, under: str = "", last: bool = False) -> None:
        """Press a button with these words under the lowest message that has one: the first there, or the last."""
        message, button = await self._button(words, under, last=last)
        await self._act("taps", {"message_id": message["message_id"], "text": button})

    async def presses_again(self, message_id: int, words: str) -> None:
        """A button of an earlier message, wherever it is on the screen."""
        await self._act("taps", {"message_id": message_id, "text": words})

    async def votes(self, *options: str | int, under: str = "") -> None:
        """Vote in the lowest poll, or the one with these words in its question; no option takes the vote back."""
        message = await self.poll_message(under)
        await self._act("votes", {"message_id": message["message_id"], "options": list(options)})

    async def poll_message(self, under: str = "") -> JsonObject:
        """The lowest poll, or the lowest with these words in its question."""
        for message in reversed(await self.messages()):
            if message["poll"] is not None and under.lower() in message["poll"]["question"].lower():
                return message
        raise self.surprise(f"{self.name} sees no poll {under!r}:\n{await self.screen()}")

    async def deletes(self, message_id: int) -> None:
        await self.playground.ask("DELETE", f"{self.path}/messages/{message_id}")
        await self.playground.settles()

    async def makes_group(self, title: str, *members: Phone, add_bot: bool = False) -> Group:
        """A basic group of this person and these members."""
        body = {"title": title, "members": [member.id for member in members], "add_bot": add_bot}
        made = await self.playground.ask("POST", f"/people/{self.id}/groups", body)
        await self.playground.settles()
        return Group(self, int(made["chat_id"]))

    def within(self, group: Group) -> Self:
        """The same phone with a group open; open it again after the group became a supergroup."""
        phone = copy.copy(self)
        phone.path = f"/people/{self.id}/chats/{group.chat_id}"
        phone.forget()
        return phone

    def forget(self) -> None:
        """Count acts, and what was seen, from here."""
        self.acts = 0
        self._seen = 0

    async def joins(self, invite_link: str) -> str:
        """Open an invite link: "requested", "joined", "already" or "invalid"."""
        answer = await self.playground.ask("POST", f"/people/{self.id}/join", {"invite_link": invite_link})
        await self.playground.settles()
        return str(answer["status"])

    async def withdraws(self, invite_link: str) -> None:
        """Take the request to join back."""
        await self.playground.ask("POST", f"/people/{self.id}/join/withdraw", {"invite_link": invite_link})
        await self.playground.settles()

    async def invite_link(self) -> str:
        """The lowest invite link in the chat, in the words or on a button."""
        for message in reversed(await self.messages()):
            urls = [button["url"] or "" for row in message["inline_keyboard"] for button in row]
            found = re.search(r"https://t\.me/\+[\w-]+", " ".join([message["text"] or "", *urls]))
            if found:
                return found.group()
        raise self.surprise(f"no invite link on the screen:\n{await self.screen()}")

    async def shares_contact(self, **contact: Json) -> None:
        await self._act("contact", contact)

    async def sends(self, kind: str, **what: Json) -> None:
        """A sticker, photo, voice or document."""
        await self._act(kind, what)

    async def chat(self) -> JsonObject:
        return dict(await self.playground.ask("GET", self.path))

    async def messages(self) -> list[JsonObject]:
        return list((await self.chat())["messages"])

    async def bot_messages(self) -> list[JsonObject]:
        return [message for message in await self.messages() if message["sender"]["is_bot"]]

    async def last(self) -> JsonObject:
        """The lowest message of the bot."""
        messages = await self.bot_messages()
        if not messages:
            raise self.surprise(f"{self.name} has heard nothing")
        return messages[-1]

    async def buttons(self) -> list[str]:
        """The words of the buttons under the bot's lowest message."""
        return button_words(await self.last())

    async def screen(self, lowest: int = 6) -> str:
        """The last messages, as one would read them aloud."""
        lines = []
        for message in (await self.messages())[-lowest:]:
            who = ">" if message["outgoing"] else " "
            buttons = " ".join(f"[{words}]" for words in button_words(message))
            lines.append(f"{who} ({message['kind']}) {message['text'] or ''} {buttons}".rstrip())
        return "\n".join(lines)

    async def link(self) -> str:
        """The lowest deep link in the chat."""
        for message in reversed(await self.bot_messages()):
            found = re.search(r"https://t\.me/\w+\?start=[\w-]+", message["text"] or "")
            if found:
                return found.group()
        raise self.surprise(f"no link on the screen:\n{await self.screen()}")

    async def recent(self) -> str:
        """What the bot said since this person last acted, or its lowest message; and what it edited, buttons too."""
        messages = await self.bot_messages()
        newer = [message for message in messages if message["message_id"] > self._seen] or messages[-1:]
        # An edited message may stand above what was last seen.
        edited = [message for message in messages if message["edited"] and message not in newer][-2:]
        shown = [(message["text"] or "") + " " + " ".join(button_words(message)) for message in [*edited, *newer]]
        # Amounts have a no-break space, which a reader does not see.
        return "\n".join(shown).replace("\N{NO-BREAK SPACE}", " ")

    def surprise(self, sentence: str) -> Exception:
        """What to raise when something is not on the screen."""
        return NotOnScreenError(sentence)

    async def _act(self, what: str, body: JsonObject) -> None:
        before = await self.bot_messages() if what != "start" or self._seen else []
        self._seen = max((message["message_id"] for message in before), default=0)
        await self.playground.ask("POST", f"{self.path}/{what}", body)
        self.acts += 1
        await self.playground.settles()

    async def has_button(self, words: str, *, under: str = "") -> bool:
        return _find_button(await self.bot_messages(), words, under) is not None

    async def _button(self, words: str, under: str, *, last: bool) -> tuple[JsonObject, str]:
        found = _find_button(await self.bot_messages(), words, under, last=last)
        if found is None:
            raise self.surprise(f"{self.name} has no button {words!r}:\n{await self.screen()}")
        return found


class Group:
    """A group in the hands of one who manages it. `chat_id` follows it when it becomes a supergroup."""

    def __init__(self, by: Phone, chat_id: int) -> None:
        self.by = by
        self.chat_id = chat_id

    def through(self, phone: Phone) -> Group:
        """The same group in somebody else's hands."""
        return Group(phone, self.chat_id)

    async def look(self) -> JsonObject:
        return dict(await self.by.playground.ask("GET", f"/groups/{self.chat_id}"))

    async def places_bot(self, status: str, rights: dict[str, bool] | None = None) -> None:
        """Make the bot member or administrator, with only the rights that are named, or take it out."""
        await self._do("bot", {"status": status, "rights": rights})

    async def places(self, phone: Phone, status: str = "member", *, anonymous: bool = False) -> None:
        """Add, promote, demote or take out somebody."""
        await self._do("members", {"person_id": phone.id, "status": status, "anonymous": anonymous})

    async def makes_link(self, *, creates_join_request: bool = False) -> str:
        """An invite link of the person's own, not the bot's."""
        body = {"creates_join_request": creates_join_request}
        return str((await self.by.playground.ask("POST", f"{self._path}/link", body))["invite_link"])

    async def is_left(self) -> None:
        await self._do("leave", {})

    async def shows_history(self, *, visible: bool) -> None:
        await self._do("history", {"visible": visible})

    async def is_upgraded(self) -> None:
        await self._do("upgrade", {})

    async def is_called(self, title: str) -> None:
        await self._do("title", {"title": title})

    async def stays_anonymous(self, *, anonymous: bool = True) -> None:
        await self._do("anonymous", {"anonymous": anonymous})

    async def is_deleted(self) -> None:
        await self.by.playground.ask("DELETE", self._path)
        await self.by.playground.settles()

    async def _do(self, what: str, body: JsonObject) -> None:
        answer = await self.by.playground.ask("POST", f"{self._path}/{what}", body)
        self.chat_id = int(answer["chat_id"])
        await self.by.playground.settles()

    @property
    def _path(self) -> str:
        return f"/people/{self.by.id}/groups/{self.chat_id}"


def _sentence(answer: httpx.Response) -> str:
    """Why it was refused; a server that broke down gives no reason of its own."""
    try:
        return str(answer.json()["error"])
    except (ValueError, KeyError, TypeError):
        return answer.text


def button_words(message: JsonObject) -> list[str]:
    """What stands on the buttons under a message."""
    return [str(button["text"]) for row in message["inline_keyboard"] for button in row]


def _find_button(
    messages: list[JsonObject], words: str, under: str, *, last: bool = False
) -> tuple[JsonObject, str] | None:
    """The lowest message with the button, and all that stands on it."""
    for message in reversed(messages):
        button = _whole_words(message, words, last=last)
        if button is not None and under.lower() in (message["text"] or "").lower():
            return message, button
    return None


def _whole_words(message: JsonObject, words: str, *, last: bool) -> str | None:
    """The button that says just this, or else the first (or last) that has it in its words."""
    found = [text for text in button_words(message) if words.lower() in text.lower()]
    if not found:
        return None
    return next((text for text in found if text.lower() == words.lower()), found[-1 if last else 0])
