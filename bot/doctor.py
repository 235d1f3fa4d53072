"""`intervisie doctor`: what is wrong, and how to mend it, in plain words."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

import httpx

from bot.settings import Settings, SettingsError, load_settings
from storage.cipher import UnreadableError
from storage.migrate import load_migrations

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from storage.cipher import MainKey

# A minute off already makes a reminder of an hour ahead look careless.
MOST_SECONDS_OFF = 60


@dataclass(frozen=True, slots=True)
class Finding:
    subject: str
    well: bool
    words: str


async def examine() -> list[Finding]:
    """Every check whose ground is sound; the first that fails takes those that stand on it along."""
    return [finding async for finding in _examine()]


async def _examine() -> AsyncIterator[Finding]:
    try:
        settings = load_settings()
    except SettingsError as error:
        yield Finding("settings", well=False, words=str(error))
        return
    yield Finding("settings", well=True, words="complete.")
    for finding in _examine_key_and_database(settings):
        yield finding
    async for finding in _examine_telegram_and_clock(settings):
        yield finding


def _examine_key_and_database(settings: Settings) -> Iterator[Finding]:
    try:
        key = settings.main_key()
    except SettingsError as error:
        yield Finding("key", well=False, words=str(error))
        return
    if not settings.database.exists():
        yield Finding("key", well=True, words="well formed.")
        yield Finding("database", well=True, words=f"none yet at {settings.database}; the first start makes it.")
        return
    with closing(sqlite3.connect(f"file:{settings.database}?mode=ro", uri=True)) as connection:
        try:
            yield _examine_database(connection, settings)
            yield _examine_fit(connection, key)
        except sqlite3.DatabaseError as error:
            yield Finding("database", well=False, words=f"cannot be read ({error}). Put the last backup back.")


def _examine_database(connection: sqlite3.Connection, settings: Settings) -> Finding:
    version, known = connection.execute("PRAGMA user_version").fetchone()[0], len(load_migrations())
    if version > known:
        return Finding("database", well=False, words=f"of a later program (version {version}, this knows {known}).")
    state = connection.execute("PRAGMA quick_check").fetchone()[0]
    if state != "ok":
        return Finding("database", well=False, words="damaged. Stop the bot and put the last backup back.")
    words = f"whole, version {version} of {known} ({settings.database})."
    return Finding("database", well=True, words=words)


def _examine_fit(connection: sqlite3.Connection, key: MainKey) -> Finding:
    row = connection.execute("SELECT id, wrapped_key FROM person LIMIT 1").fetchone()
    try:
        if row is not None:
            key.person_key(*row)
    except UnreadableError:
        words = "does not fit this database: use the key with which it was made."
        return Finding("key", well=False, words=words)
    return Finding(
        "key", well=True, words="fits the database." if row else "well formed; nobody is in the database yet."
    )


async def _examine_telegram_and_clock(settings: Settings) -> AsyncIterator[Finding]:
    async with httpx.AsyncClient(timeout=10) as client:
        try:
            answer = await client.get(f"{settings.base_url}{settings.token.get_secret_value()}/getMe")
            me = answer.json()
        except (httpx.HTTPError, ValueError) as error:
            words = f"{settings.api} cannot be reached ({type(error).__name__}). Check the network and INTERVISIE_API."
            yield Finding("Telegram", well=False, words=words)
            return
        yield _examine_token(answer.status_code, me)
        yield await _examine_clock(settings, client, answer)


def _examine_token(status: int, me: dict[str, dict[str, str]]) -> Finding:
    if status == httpx.codes.OK:
        return Finding("token", well=True, words=f"is @{me['result']['username']}.")
    if status in {httpx.codes.UNAUTHORIZED, httpx.codes.NOT_FOUND}:
        return Finding("token", well=False, words="Telegram does not know it. Copy it anew from @BotFather.")
    return Finding("token", well=False, words=f"Telegram answers {status}. Try again in a few minutes.")


async def _examine_clock(settings: Settings, client: httpx.AsyncClient, answer: httpx.Response) -> Finding:
    if settings.clock != "system":
        try:
            now = (await client.get(str(settings.clock))).json()["now"]
        except (httpx.HTTPError, ValueError, KeyError):
            return Finding("clock", well=False, words=f"{settings.clock} gives no time. Check INTERVISIE_CLOCK.")
        return Finding("clock", well=True, words=f"set by {settings.clock}: {now}.")
    if "date" not in answer.headers:
        return Finding("clock", well=True, words="the system's; Telegram gave no time to compare it with.")
    off = abs((datetime.now(UTC) - parsedate_to_datetime(answer.headers["date"])).total_seconds())
    if off > MOST_SECONDS_OFF:
        return Finding("clock", well=False, words=f"{off:.0f} seconds off. Turn time synchronisation (NTP) on.")
    return Finding("clock", well=True, words="the system's, and right.")
