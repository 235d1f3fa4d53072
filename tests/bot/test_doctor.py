"""The doctor names each thing that is wrong, says how to mend it, and ends with 1 when something is."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import TYPE_CHECKING

import pytest

from bot import doctor
from storage.cipher import MainKey
from storage.database import Database
from tests.bot.commands import KEY, environment, intervisie
from tests.journeys.harness import TOKEN, Town, free_port

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from bot.doctor import Finding

NOW = datetime(2027, 1, 12, 9, 0, tzinfo=UTC)


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    """A playground without a bot."""
    town = Town(tmp_path, free_port())
    town.key = KEY
    try:
        await town.open()
        yield town
    finally:
        await town.close()


@pytest.fixture(autouse=True)
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Complete settings of a Telegram that nobody is at; a test changes what it is about."""
    monkeypatch.chdir(tmp_path)
    for name, value in environment(tmp_path).items():
        monkeypatch.setenv(name, value)
    return monkeypatch


async def found(subject: str) -> Finding:
    """The one finding about a subject, without a secret in any."""
    findings = await doctor.examine()
    for finding in findings:
        assert TOKEN not in finding.words
        assert KEY not in finding.words
    return next(finding for finding in findings if finding.subject == subject)


async def a_database(path: Path) -> None:
    database = await Database.open(path, MainKey(KEY))
    try:
        async with database.transaction() as work:
            await work.people.add(1, "nl", NOW)
    finally:
        await database.close()


async def test_all_well(town: Town) -> None:
    await a_database(town.database)

    result = await intervisie(town.folder, "doctor", settings=town.environment)

    assert result.code == 0, result
    assert re.findall(r"^(ok|WRONG) +(\w+):", result.out, re.MULTILINE) == [
        ("ok", "settings"),
        ("ok", "database"),
        ("ok", "key"),
        ("ok", "token"),
        ("ok", "clock"),
    ]
    assert result.err == ""


async def test_something_wrong_is_a_one_at_the_end_and_the_rest_is_told_all_the_same(town: Town) -> None:
    wrong = {**town.environment, "INTERVISIE_TOKEN": "123456:another"}

    result = await intervisie(town.folder, "doctor", settings=wrong)

    assert result.code == 1
    assert "WRONG  token: Telegram does not know it. Copy it anew from @BotFather into INTERVISIE_TOKEN." in result.out
    assert "ok     clock: set by" in result.out
    assert "123456:another" not in result.out + result.err


async def test_a_missing_setting_is_where_it_ends(settings: pytest.MonkeyPatch) -> None:
    settings.delenv("INTERVISIE_TOKEN")

    findings = await doctor.examine()

    assert [(finding.subject, finding.well) for finding in findings] == [("settings", False)]
    assert "INTERVISIE_TOKEN is missing" in findings[0].words


async def test_a_misspelt_setting_is_named(settings: pytest.MonkeyPatch) -> None:
    settings.setenv("INTERVISIE_DATABSE", "x.db")

    finding = await found("settings")

    assert not finding.well
    assert finding.words.startswith("INTERVISIE_DATABSE: there is no such setting")


async def test_a_key_that_is_none(settings: pytest.MonkeyPatch) -> None:
    settings.setenv("INTERVISIE_KEY", "no-key")

    finding = await found("key")

    assert not finding.well
    assert "`intervisie new-key`" in finding.words


async def test_a_key_file_that_is_not_there(settings: pytest.MonkeyPatch, tmp_path: Path) -> None:
    settings.delenv("INTERVISIE_KEY")
    settings.setenv("INTERVISIE_KEY_FILE", str(tmp_path / "nowhere.key"))

    finding = await found("key")

    assert not finding.well
    assert "nowhere.key (INTERVISIE_KEY_FILE) cannot be read" in finding.words


async def test_a_key_file_that_others_can_reach(settings: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "main.key"
    file.write_text(KEY)
    file.chmod(0o644)
    settings.delenv("INTERVISIE_KEY")
    settings.setenv("INTERVISIE_KEY_FILE", str(file))

    finding = await found("key")

    assert not finding.well
    assert f"chmod 600 {file}" in finding.words


async def test_no_database_yet_is_well() -> None:
    finding = await found("database")

    assert finding.well
    assert "the first start makes it" in finding.words


async def test_a_damaged_database(tmp_path: Path) -> None:
    (tmp_path / "intervisie.db").write_bytes(b"this was a database once" * 500)

    finding = await found("database")

    assert not finding.well
    assert "put the last backup back" in finding.words


async def test_a_database_damaged_half_way(tmp_path: Path) -> None:
    """The first pages are in order, so that it opens; a later one is not."""
    path = tmp_path / "intervisie.db"
    await a_database(path)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2] + b"\xff" * 4096 + whole[len(whole) // 2 + 4096 :])

    finding = await found("database")

    assert not finding.well
    assert "put the last backup back" in finding.words


async def test_a_later_database(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "intervisie.db")) as connection:
        connection.execute("PRAGMA user_version = 999")

    finding = await found("database")

    assert not finding.well
    assert "later version of this program (999" in finding.words


async def test_another_key(settings: pytest.MonkeyPatch, tmp_path: Path) -> None:
    await a_database(tmp_path / "intervisie.db")
    settings.setenv("INTERVISIE_KEY", MainKey.generate())

    finding = await found("key")

    assert not finding.well
    assert "does not fit this database" in finding.words


async def test_telegram_out_of_reach() -> None:
    finding = await found("Telegram")

    assert not finding.well
    assert "cannot be reached (ConnectError). Check the network and INTERVISIE_API." in finding.words


async def test_an_address_that_is_no_bot_api(town: Town, settings: pytest.MonkeyPatch) -> None:
    """Whoever gives the playground's page for the Bot API gets a page, or a 404."""
    settings.setenv("INTERVISIE_API", f"{town.address}/people")

    findings = await doctor.examine()

    assert [finding.well for finding in findings if finding.subject in {"token", "Telegram"}] == [False]


async def test_a_clock_that_gives_no_time(settings: pytest.MonkeyPatch) -> None:
    settings.setenv("INTERVISIE_CLOCK", f"http://127.0.0.1:{free_port()}/clock")

    finding = await found("clock")

    assert not finding.well
    assert "gives no time. Check INTERVISIE_CLOCK, or leave it out." in finding.words


def test_the_systems_clock_is_compared_with_telegrams() -> None:
    hour_ago = format_datetime(datetime.now(UTC) - timedelta(hours=1), usegmt=True)

    assert doctor._compare_clocks(format_datetime(datetime.now(UTC), usegmt=True)).well
    assert doctor._compare_clocks(None).well
    assert not doctor._compare_clocks(hour_ago).well
    assert "NTP" in doctor._compare_clocks(hour_ago).words
