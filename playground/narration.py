"""What the page tells of a story that plays by itself, and whether it may go on."""

import asyncio
import time

from playground.errors import PersonError
from playground.events import Events
from playground.shapes import JsonObject

NONE = "none"
PLAYING = "playing"
PAUSED = "paused"
OVER = "over"
STATES = (NONE, PLAYING, PAUSED, OVER)


class Narration:
    """One story at a time: its caption, who acts in which chat, and whether a viewer holds it."""

    def __init__(self, events: Events) -> None:
        self._events = events
        self._caption: str | None = None
        self._person: int | None = None
        self._chat: int | None = None
        self._state = NONE
        self._closed = False
        self._turned = asyncio.Event()

    def as_json(self) -> JsonObject:
        return {"state": self._state, "caption": self._caption, "person": self._person, "chat": self._chat}

    def tell(self, caption: str, person: int | None, chat: int | None = None, *, over: bool) -> None:
        """Shows a caption, and the phone of who acts, with this chat or the one where something was said last.

        A story that is held stays held, unless it is over.
        """
        self._caption, self._person, self._chat = caption, person, chat
        if over:
            self._state = OVER
        elif self._state != PAUSED:
            self._state = PLAYING
        self._news()

    def clear(self) -> None:
        """Tells nothing any more."""
        self._caption, self._person, self._chat, self._state = None, None, None, NONE
        self._news()

    def pause(self) -> None:
        """Raises PersonError 409 when no story plays."""
        self._require_story()
        self._state = PAUSED
        self._news()

    def resume(self) -> None:
        """Raises PersonError 409 when no story plays."""
        self._require_story()
        self._state = PLAYING
        self._news()

    async def until_it_may_go_on(self, seconds: float) -> None:
        """Returns at once unless a viewer holds the story. Raises PersonError 504 after `seconds` of that."""
        end = time.monotonic() + seconds
        while self._state == PAUSED and not self._closed:
            left = end - time.monotonic()
            if left <= 0:
                raise PersonError(504, "A viewer holds the story.")
            try:
                await asyncio.wait_for(self._turned.wait(), left)
            except TimeoutError:
                continue

    def close(self) -> None:
        """Lets everyone who waits go, so that the server can stop."""
        self._closed = True
        self._stir()

    def _require_story(self) -> None:
        if self._state not in (PLAYING, PAUSED):
            raise PersonError(409, "No story plays now.")

    def _news(self) -> None:
        self._stir()
        self._events.tell("story", self._person)

    def _stir(self) -> None:
        turned, self._turned = self._turned, asyncio.Event()
        turned.set()
