"""One running playground: everything that its parts share."""

import asyncio
import logging
import time
from datetime import datetime
from pathlib import Path

from playground.callbacks import Callbacks
from playground.cast import the_cast
from playground.changes import Changes
from playground.clock import Clock
from playground.events import Events
from playground.faults import Faults
from playground.files import Files
from playground.journal import Journal
from playground.limits import Limits
from playground.narration import Narration
from playground.shapes import JsonObject
from playground.specification import published_specification
from playground.state import Bot, State
from playground.storage import Storage
from playground.updates import UpdateQueue

log = logging.getLogger("playground")

TYPING_SECONDS = 5.0


class BrokenAnswerError(Exception):
    """The playground was about to send what the specification forbids: a defect of its own."""


class World:
    """State, queue, clock and the rest, restored from `folder` or begun with the cast of ten.

    `now` sets the bot's clock at the start; without it the clock goes on where it was.
    """

    def __init__(self, folder: Path, token: str, *, now: datetime | None = None, limits: bool = True) -> None:
        self.token = token
        self.specification = published_specification()
        self.storage = Storage(folder)
        self.changes = Changes()
        self.state = State(Bot(_bot_id(token)), self.changes)
        self.events = Events()
        self.queue = UpdateQueue(self.changes)
        self.clock = Clock(self.queue, self.events, self.changes, lambda: self.calls_running)
        self.narration = Narration(self.events)
        self.files = Files(self.state, folder / "files")
        self.callbacks = Callbacks()
        self.faults = Faults()
        self.limits = Limits(enforced=limits)
        self.journal = Journal()
        self.calls_running = 0
        self._typing: dict[int, float] = {}
        self.storage.restore(self.state, self.queue, self.clock)
        if not self.state.people:
            for person in the_cast():
                self.state.add_person(person)
        if now is not None:
            self.clock.jump(now)
        self.save()

    def save(self) -> None:
        """Writes down what has changed; after this a kill of the process loses none of it."""
        self.storage.write(self.changes.take())

    def hang_up(self) -> None:
        """Ends everything that waits: polls, idle reports, live news."""
        self.queue.close()
        self.clock.close()
        self.narration.close()
        self.events.close()

    def close(self) -> None:
        self.save()
        self.storage.close()

    def post_update(self, kind: str, body: JsonObject) -> None:
        """Queues an update for the bot, checked against the specification first."""
        self.ensure(self.specification.problem_of("Update", {"update_id": 0, kind: body}))
        self.queue.add(kind, body)

    def ensure(self, problem: str | None) -> None:
        """Raises BrokenAnswerError, loudly, when there is a problem with what is about to leave."""
        if problem is not None:
            log.error("The playground breaks the specification: %s", problem)
            raise BrokenAnswerError(problem)

    def type_in(self, chat_id: int) -> None:
        self._typing[chat_id] = time.monotonic() + TYPING_SECONDS
        news = ("typing", self.person_of(chat_id), chat_id)
        self.events.tell(*news)
        asyncio.get_running_loop().call_later(TYPING_SECONDS, self.events.tell, *news)

    def stop_typing(self, chat_id: int) -> None:
        self._typing.pop(chat_id, None)

    def is_typing(self, chat_id: int) -> bool:
        return self._typing.get(chat_id, 0.0) > time.monotonic()

    def person_of(self, chat_id: int) -> int | None:
        """Whose private chat it is; None for a group."""
        return chat_id if chat_id in self.state.people else None


def _bot_id(token: str) -> int:
    """A token is "<the bot's id>:<secret>". Raises ValueError for anything else."""
    head, separator, secret = token.partition(":")
    if not (head.isdecimal() and separator and secret):
        raise ValueError('A token looks like "1234567890:AAE…": the number of the bot, a colon, a secret.')
    return int(head)
