"""`intervisie doctor`: what is wrong, and how to mend it, in plain words."""

from __future__ import annotations

import sqlite3
import stat
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

import httpx
from pydantic import AwareDatetime, BaseModel, ValidationError

from bot.identity import ANSWERS_WITHIN, ask_identity, username_in
from bot.opening import OTHER_KEY
from bot.settings import PREFIX, Settings, SettingsError, load_settings, unknown_settings
from storage.examination import examine as examine_file

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from storage.cipher import MainKey
    from storage.examination import Examination

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
        yield _wrong("settings", str(error))
        return
    yield _examine_names()
    for finding in _examine_key_and_database(settings):
        yield finding
    async for finding in _examine_telegram(settings):
        yield finding
    if settings.clock != "system":
        yield await _examine_clock(str(settings.clock))


def _examine_names() -> Finding:
    unknown = unknown_settings()
    if unknown:
        return _wrong("settings", f"{', '.join(unknown)}: there is no such setting. Is it misspelt? See README.md.")
    return _well("settings", "complete.")


def _examine_key_and_database(settings: Settings) -> Iterator[Finding]:
    try:
        key = settings.main_key()
    except SettingsError as error:
        yield _wrong("key", str(error))
        return
    yield from _examine_key_file(settings)
    if not settings.database.exists():
        yield _well("key", "well formed.")
        yield _well("database", f"none yet at {settings.database}; the first start makes it.")
        return
    yield from _examine_database(settings, key)


def _examine_key_file(settings: Settings) -> Iterator[Finding]:
    if settings.key_file is not None and settings.key_file.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        yield _wrong("key", f"others on this machine can reach it: chmod 600 {settings.key_file}")


def _examine_database(settings: Settings, key: MainKey) -> Iterator[Finding]:
    try:
        found = examine_file(settings.database, key)
    except sqlite3.Error as error:
        yield _wrong(
            "database",
            f"{settings.database} cannot be read ({error}). May this user read it, and is {PREFIX}DATABASE the right"
            " file? If so, stop the bot and put the last backup back.",
        )
        return
    yield _judge(found, settings)
    if found.key_fits is None:
        yield _well("key", "well formed; there was nobody in the database to try it on.")
    else:
        yield _well("key", "fits the database.") if found.key_fits else _wrong("key", OTHER_KEY)


def _judge(found: Examination, settings: Settings) -> Finding:
    if found.version > found.known:
        words = f"written by a later version of this program ({found.version}, this one knows {found.known})."
        return _wrong("database", f"{words} Install that version.")
    if not found.whole:
        return _wrong("database", "damaged. Stop the bot and put the last backup back.")
    return _well("database", f"whole, version {found.version} of {found.known} ({settings.database}).")


async def _examine_telegram(settings: Settings) -> AsyncIterator[Finding]:
    try:
        answer = await ask_identity(settings)
    except httpx.HTTPError as error:
        words = f"{settings.api} cannot be reached ({type(error).__name__}). Check the network and {PREFIX}API."
        yield _wrong("Telegram", words)
        return
    yield _examine_token(answer, settings)
    if settings.clock == "system":
        yield _compare_clocks(answer.headers.get("date"))


def _examine_token(answer: httpx.Response, settings: Settings) -> Finding:
    if answer.status_code in {httpx.codes.UNAUTHORIZED, httpx.codes.NOT_FOUND}:
        return _wrong("token", f"Telegram does not know it. Copy it anew from @BotFather into {PREFIX}TOKEN.")
    if answer.status_code != httpx.codes.OK:
        return _wrong("token", f"Telegram answers {answer.status_code}. Try again in a few minutes.")
    username = username_in(answer)
    if username is None:
        return _wrong("Telegram", f"{settings.api} answers, but not as the Bot API does. Check {PREFIX}API.")
    return _well("token", f"is @{username}.")


def _compare_clocks(theirs: str | None) -> Finding:
    if theirs is None:
        return _well("clock", "the system's; Telegram gave no time to compare it with.")
    off = abs((datetime.now(UTC) - parsedate_to_datetime(theirs)).total_seconds())
    if off > MOST_SECONDS_OFF:
        return _wrong("clock", f"{off:.0f} seconds off. Turn time synchronisation (NTP) on.")
    return _well("clock", "the system's, and right.")


class _TimeGiven(BaseModel):
    now: AwareDatetime


async def _examine_clock(address: str) -> Finding:
    # As the running bot does: the address is next to us, and a proxy is not meant for it.
    async with httpx.AsyncClient(timeout=ANSWERS_WITHIN, trust_env=False) as client:
        try:
            given = _TimeGiven.model_validate_json((await client.get(address)).content)
        except (httpx.HTTPError, ValidationError):
            return _wrong("clock", f"{address} gives no time. Check {PREFIX}CLOCK, or leave it out.")
    return _well("clock", f"set by {address}: {given.now.isoformat(timespec='seconds')}.")


def _well(subject: str, words: str) -> Finding:
    return Finding(subject, well=True, words=words)


def _wrong(subject: str, words: str) -> Finding:
    return Finding(subject, well=False, words=words)
