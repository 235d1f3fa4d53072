"""Telegram's limits on sending: in all, to one chat, to one group. Counted in real, monotonic time."""

import math
import time
from collections import deque
from collections.abc import Callable

from playground.errors import too_many_requests
from playground.shapes import JsonObject

SECOND = 1.0
MINUTE = 60.0
ALWAYS_COUNTED = ("copyMessage", "forwardMessage")
NEVER_COUNTED = ("sendChatAction",)


class Window:
    """At most `most` events in any stretch of `seconds`."""

    def __init__(self, most: int, seconds: float) -> None:
        self.most = most
        self.seconds = seconds
        self._moments: deque[float] = deque()

    def wait(self, now: float) -> float:
        """Seconds until one more is allowed; 0 when it is now."""
        while self._moments and now - self._moments[0] >= self.seconds:
            self._moments.popleft()
        if len(self._moments) < self.most:
            return 0.0
        return self._moments[-self.most] + self.seconds - now

    def count(self, now: float) -> None:
        self._moments.append(now)


class Limits:
    """`enforced` can be switched off; `incidents` counts the calls that went over a limit."""

    def __init__(self, *, enforced: bool, now: Callable[[], float] = time.monotonic) -> None:
        self.enforced = enforced
        self.total_per_second = 30
        self.chat_per_second = 1
        self.group_per_minute = 20
        self.incidents = 0
        self._now = now
        self._total = Window(self.total_per_second, SECOND)
        self._chats: dict[int, Window] = {}

    def as_json(self) -> JsonObject:
        return {
            "enforced": self.enforced,
            "total_per_second": self.total_per_second,
            "chat_per_second": self.chat_per_second,
            "group_per_minute": self.group_per_minute,
            "incidents": self.incidents,
        }

    def change(self, *, enforced: bool, total_per_second: int, chat_per_second: int, group_per_minute: int) -> None:
        self.enforced = enforced
        self.total_per_second = total_per_second
        self.chat_per_second = chat_per_second
        self.group_per_minute = group_per_minute
        self._total = Window(total_per_second, SECOND)
        self._chats.clear()

    def admit(self, method: str, chat_id: int, *, group: bool) -> None:
        """Counts a call that sends something. Raises ApiError 429 when it is over a limit; then it does not count."""
        if not self.enforced or not _counts(method, group=group):
            return
        now = self._now()
        chat = self._chats.get(chat_id)
        if chat is None:
            most, seconds = (self.group_per_minute, MINUTE) if group else (self.chat_per_second, SECOND)
            chat = self._chats[chat_id] = Window(most, seconds)
        wait = max(self._total.wait(now), chat.wait(now))
        if wait > 0:
            self.incidents += 1
            raise too_many_requests(max(1, math.ceil(wait)))
        self._total.count(now)
        chat.count(now)


def _counts(method: str, *, group: bool) -> bool:
    if method.startswith("send"):
        return method not in NEVER_COUNTED
    return method in ALWAYS_COUNTED or (group and method.startswith("edit"))
