"""The command line: what can be mended is one sentence, and no secret shows."""

from __future__ import annotations

import asyncio
import os
import socket
import sqlite3
import stat
import time
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from bot import cli
from bot.settings import CannotStartError, Settings
from storage.cipher import MainKey
from storage.database import Database
from storage.invitation import token_hash
from tests.bot.commands import KEY, environment, intervisie, says, started, stopped
from tests.journeys.harness import Town, free_port

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

NOW = datetime(2027, 1, 12, 9, 0, tzinfo=UTC)
SOON = 6.0


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    """A playground without a bot."""
    town = Town(tmp_path, free_port())
    town.key = KEY
    try:
        await town.open("--now", NOW.isoformat())
        yield town
    finally:
        await town.close()


@pytest.fixture
def deaf() -> Iterator[str]:
    """An address that takes every call and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield f"http://127.0.0.1:{server.getsockname()[1]}"


async def somebody_in(path: Path) -> None:
    database = await Database.open(path, MainKey(KEY))
    try:
        async with database.transaction() as work:
            await work.people.add(1, "nl", NOW)
    finally:
        await database.close()


def backups_in(folder: Path) -> list[Path]:
    return list(folder.glob("backups/*"))


def invitations_in(path: Path) -> list[bytes]:
    with closing(sqlite3.connect(path)) as connection:
        return [row[0] for row in connection.execute("SELECT token_hash FROM invitation")]


@pytest.mark.parametrize("command", ["run", "backup", "coordinator-link"])
async def test_a_missing_setting_is_one_sentence(tmp_path: Path, command: str) -> None:
    refused = await intervisie(tmp_path, command, settings=environment(tmp_path, token=""))

    assert refused.is_one_sentence(), refused
    assert refused.err.startswith("INTERVISIE_TOKEN is missing")


async def test_a_wrong_key_is_one_sentence(tmp_path: Path) -> None:
    refused = await intervisie(tmp_path, "run", settings=environment(tmp_path, key="not-a-key"))

    assert refused.is_one_sentence(), refused
    assert "`intervisie new-key`" in refused.err


async def test_a_later_database_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "intervisie.db")) as connection:
        connection.execute("PRAGMA user_version = 999")

    refused = await intervisie(tmp_path, "run")

    assert refused.is_one_sentence(), refused
    assert "later version" in refused.err
    with closing(sqlite3.connect(tmp_path / "intervisie.db")) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (999,)


async def test_another_key_is_refused(tmp_path: Path) -> None:
    await somebody_in(tmp_path / "intervisie.db")

    refused = await intervisie(tmp_path, "run", settings=environment(tmp_path, key=MainKey.generate()))

    assert refused.is_one_sentence(), refused
    assert "does not fit this database" in refused.err


@pytest.mark.parametrize("command", ["run", "coordinator-link", "backup"])
async def test_a_damaged_database_is_one_sentence_and_no_half_backup(tmp_path: Path, command: str) -> None:
    (tmp_path / "intervisie.db").write_bytes(b"this was a database once" * 500)
    arguments = (command, "--username", "x_bot") if command == "coordinator-link" else (command,)

    refused = await intervisie(tmp_path, *arguments)

    assert refused.is_one_sentence(), refused
    assert "not a database" in refused.err
    assert backups_in(tmp_path) == []


async def test_a_database_where_no_file_can_be_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    refused = await intervisie(
        tmp_path, "run", settings=environment(tmp_path, database=str(tmp_path / "file" / "x.db"))
    )

    assert refused.is_one_sentence(), refused


async def test_a_backup_of_nothing_is_refused(tmp_path: Path) -> None:
    refused = await intervisie(tmp_path, "backup")

    assert refused.is_one_sentence(), refused
    assert "There is no database" in refused.err


async def test_a_token_that_telegram_does_not_know_is_one_sentence(town: Town) -> None:
    settings = {**town.environment, "INTERVISIE_TOKEN": "123456:another"}

    refused = await intervisie(town.folder, "run", settings=settings)

    assert refused.code == 2
    assert "Telegram does not know the token in INTERVISIE_TOKEN" in refused.err.splitlines()[-1]
    assert "Traceback" not in refused.err
    assert "123456:another" not in refused.err


async def test_a_backup_of_a_running_bot_is_whole_private_and_opens_with_the_key(town: Town) -> None:
    await town.start_bot()
    await (await town.phone("Marijke")).starts()
    target = town.folder / "copy.db"

    made = await intervisie(town.folder, "backup", str(target), settings=town.environment)
    again = await intervisie(town.folder, "backup", str(target), settings=town.environment)

    assert made.code == 0, made
    assert str(target) in made.out
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert again.is_one_sentence(), again
    assert "exists already" in again.err
    copy = await Database.open(target, MainKey(KEY))
    try:
        marijke = await copy.reads.people.by_telegram((await town.phone("Marijke")).id)
        assert marijke is not None
    finally:
        await copy.close()


async def test_a_coordinators_link_is_printed_once_and_kept_as_a_hash(town: Town) -> None:
    made = await intervisie(town.folder, "coordinator-link", settings=town.environment)

    address, _, token = made.out.strip().partition("?start=u-")
    assert made.out.count("\n") == 1
    assert address == f"https://t.me/{(await town.ask('GET', '/bot-info'))['username']}"
    assert invitations_in(town.database) == [token_hash(token)]
    for file in town.folder.glob("intervisie.db*"):
        assert token.encode() not in file.read_bytes()


async def test_a_link_is_valid_by_the_bots_own_clock(town: Town) -> None:
    await town.start_bot()
    await town.forward(days=40)

    annelies = await town.coordinator()

    await annelies.types("/help")
    await annelies.sees("/ronde")


async def test_no_link_is_made_when_telegram_cannot_be_asked_for_the_name(tmp_path: Path) -> None:
    refused = await intervisie(tmp_path, "coordinator-link")

    assert refused.is_one_sentence(), refused
    assert "--username" in refused.err
    assert not (tmp_path / "intervisie.db").exists()


async def test_a_name_that_is_given_needs_no_telegram(tmp_path: Path) -> None:
    made = await intervisie(tmp_path, "coordinator-link", "--username", "@ons_bot")

    assert made.out.startswith("https://t.me/ons_bot?start=u-")


async def test_a_clock_that_stays_silent_is_told_of(tmp_path: Path, deaf: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cli, "CLOCK_WITHIN", 0.2)
    for name, value in environment(tmp_path, clock=f"{deaf}/clock").items():
        monkeypatch.setenv(name, value)

    with pytest.raises(CannotStartError, match=r"INTERVISIE_CLOCK\) gives no time"):
        await cli._time_of(Settings())


async def test_what_the_bot_writes_is_for_its_owner_alone(town: Town) -> None:
    await town.start_bot()

    for file in town.folder.glob("intervisie.db*"):
        assert stat.S_IMODE(file.stat().st_mode) == 0o600, file


async def test_a_new_key_is_a_key(tmp_path: Path) -> None:
    made = await intervisie(tmp_path, "new-key", settings={"PATH": os.environ["PATH"]})

    assert isinstance(MainKey(made.out.strip()), MainKey)


async def test_a_running_bot_stops_in_good_order(town: Town) -> None:
    bot = await started(town.folder, "run", settings=town.environment)
    await says(bot, '"started"')

    code, seconds = await stopped(bot)

    assert (code, seconds < SOON) == (0, True), seconds


async def test_it_stops_while_telegram_has_gone_away(town: Town) -> None:
    bot = await started(town.folder, "run", settings=town.environment)
    await says(bot, '"started"')
    await town.fault(kind="outage")
    await says(bot, "poll_failed", times=3)

    code, seconds = await stopped(bot)

    assert (code, seconds < SOON) == (0, True), seconds


async def test_it_stops_while_telegram_keeps_it_waiting(town: Town) -> None:
    await town.fault(kind="timeout_before", method="deleteWebhook", seconds=60)
    bot = await started(town.folder, "run", settings=town.environment)
    await says(bot, "library_log")

    code, seconds = await stopped(bot)

    assert (code, seconds < SOON) == (0, True), seconds


async def test_it_stops_while_telegram_was_never_there(tmp_path: Path) -> None:
    bot = await started(tmp_path, "run", settings=environment(tmp_path))
    await says(bot, "telegram_not_reached")

    code, seconds = await stopped(bot)

    assert (code, seconds < SOON) == (0, True), seconds


async def test_it_stops_while_the_clock_is_silent(tmp_path: Path) -> None:
    nobody = f"http://127.0.0.1:{free_port()}/clock"
    bot = await started(tmp_path, "run", settings=environment(tmp_path, clock=nobody))
    await says(bot, "clock_not_reached")

    code, seconds = await stopped(bot)

    assert (code, seconds < SOON) == (0, True), seconds


async def test_a_second_bot_with_the_same_database_is_refused(town: Town) -> None:
    await town.start_bot()

    refused = await intervisie(town.folder, "run", settings=town.environment)

    assert refused.is_one_sentence(), refused
    assert "runs already" in refused.err


async def test_two_bots_with_one_token_say_so_and_do_not_spin(town: Town) -> None:
    """Telegram ends the poll of the one when the other asks: both go on, slower each time, until one is stopped."""
    ours = await started(town.folder, "run", settings=town.environment)
    await says(ours, '"started"')
    settings = {**town.environment, "INTERVISIE_DATABASE": str(town.folder / "other.db")}
    theirs = await started(town.folder, "run", settings=settings)
    began = time.monotonic()

    await asyncio.gather(says(ours, "another_poller", times=3), says(theirs, "another_poller", times=1))

    assert time.monotonic() - began > 2
    assert [(await stopped(bot))[0] for bot in (theirs, ours)] == [0, 0]
