"""What an error of the line or of Telegram means: for good or for now, and whether the message may have arrived."""

from __future__ import annotations

from enum import Enum, auto
from typing import Final

import httpx
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

NO_SUCH_CHAT: Final = ("chat not found", "user is deactivated", "peer_id_invalid")
"""Descriptions of a 400 that say what a 403 says: this person cannot be written to."""

NEVER_SENT: Final = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol)
"""No connection was made, so nothing went over it."""


NO_LONGER_THERE: Final = (*NO_SUCH_CHAT, "group chat was deactivated", "chat was deleted", "channel_private")
"""The same for the chat of a group: it was deleted, or the bot is not in it."""

NO_RIGHT: Final = (
    "not enough rights",
    "have no rights",
    "need administrator rights",
    "chat_admin_required",
    "chat_write_forbidden",
    "chat_restricted",
)
"""Descriptions of a 400 that say that the bot is in the chat, and may not do this there."""


class Failure(Enum):
    # For good: blocked, never started, deactivated.
    UNREACHABLE = auto()
    # For good: Telegram does not take this message.
    REFUSED = auto()
    # Of a group: it became a supergroup, and goes on under another id.
    MIGRATED = auto()
    # Of a group: the bot was taken out.
    PUT_OUT = auto()
    # Of a group: the chat is gone.
    GONE = auto()
    # Of a group: the bot may not do this there.
    POWERLESS = auto()
    # Passing: Telegram asks to wait.
    WAIT = auto()
    # Passing, and it certainly did not arrive.
    UNDELIVERED = auto()
    # Passing, and it may have arrived.
    PERHAPS_DELIVERED = auto()


def judge(error: TelegramError) -> Failure:
    if isinstance(error, RetryAfter):
        return Failure.WAIT
    if isinstance(error, Forbidden):
        return Failure.UNREACHABLE
    if isinstance(error, BadRequest):
        return Failure.UNREACHABLE if _says(error, NO_SUCH_CHAT) else Failure.REFUSED
    if isinstance(error, ChatMigrated):
        return Failure.REFUSED
    if isinstance(error, InvalidToken | Conflict):
        # Not about this message: when the bot's own account is in order again, it goes.
        return Failure.UNDELIVERED
    return Failure.PERHAPS_DELIVERED if perhaps_delivered(error) else Failure.UNDELIVERED


def judge_in_group(error: TelegramError) -> Failure:
    """As `judge`, of what was sent to the chat of a group or done there."""
    if isinstance(error, ChatMigrated):
        return Failure.MIGRATED
    if isinstance(error, Forbidden):
        return Failure.PUT_OUT
    if isinstance(error, BadRequest):
        if _says(error, NO_LONGER_THERE):
            return Failure.GONE
        return Failure.POWERLESS if _says(error, NO_RIGHT) else Failure.REFUSED
    return judge(error)


def is_telegram_away(error: BaseException) -> bool:
    """Telegram could not be reached or did not answer as it should; the request itself was not at fault."""
    return isinstance(error, RetryAfter) or (isinstance(error, NetworkError) and not isinstance(error, BadRequest))


def perhaps_delivered(error: BaseException) -> bool:
    """The request may have been carried out although it raised.

    An answer with an error code says that it was not; a connection that was never made says so too. Anything else on
    the wire (a time-out while waiting, a dropped connection, an answer that cannot be read) leaves it open.
    """
    cause = error.__cause__
    if cause is None or isinstance(cause, NEVER_SENT):
        return False
    # An error code with a page instead of JSON, as gateways send it, is raised from the failure to read that page.
    return not isinstance(cause, TelegramError)


def _says(error: BadRequest, phrases: tuple[str, ...]) -> bool:
    return any(phrase in error.message.lower() for phrase in phrases)
