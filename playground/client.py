"""The people's side over HTTP: phones in people's hands, as a story or a test holds them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

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
        return [message for message in await self.messages() if not message["outgoing"]]

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
