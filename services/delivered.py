"""What is done in the transaction that settles a message: some wait for what only Telegram can tell.

A poll gets its id from Telegram, a chat its invite link. Written down with the outcome, a kill loses neither.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Final

from domain.outbox import Delivered, Kind, OutboxMessage
from services.chat_waits import CHAT_FAILED, CHAT_SENT
from services.poll_voting import POLL_FAILED, POLL_SENT
from storage.work import Work

OnSent = Callable[[Work, OutboxMessage, Delivered, datetime], Awaitable[None]]
"""Told once that it left, and with what; a try that perhaps arrived and was made again is told of the last."""

OnFailed = Callable[[Work, OutboxMessage, datetime], Awaitable[None]]
"""Told that it will never leave (again): Telegram refused it, it had no words, or it may have arrived twice already."""

# One line for each subject that has to know.
ON_SENT: Final[dict[Kind, OnSent]] = {**CHAT_SENT, **POLL_SENT}

ON_FAILED: Final[dict[Kind, OnFailed]] = {**CHAT_FAILED, **POLL_FAILED}
