"""The command line: `intervisie`."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
import uvloop
from rich.console import Console

from bot import demo as demo_
from bot.doctor import examine
from bot.identity import username_of
from bot.logs import set_up_logs
from bot.opening import open_database
from bot.running import clock_of
from bot.running import run as run_
from bot.settings import CannotStartError, Settings, load_settings
from domain.invitation import InvitationKind
from services.invitation import Invitations
from storage.cipher import MainKey
from storage.database import backup as copy_database

app = typer.Typer(
    help="The assistant that organises intervisie for the Wethoudersvereniging.",
    no_args_is_help=True,
    add_completion=False,
    # A traceback shows the values of variables; what goes wrong is said in a sentence.
    pretty_exceptions_enable=False,
)
# Seconds in which a clock on this machine or beside it has long answered.
CLOCK_WITHIN = 10.0
DEMO_DATA = Path("data/demo")
STORY_DATA = Path("data/story")
console = Console()
errors = Console(stderr=True)


@app.command()
def run() -> None:
    """Run the bot until it is stopped."""
    settings = load_settings()
    set_up_logs(settings.log_level, (settings.token.get_secret_value(),))
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        code = runner.run(run_(settings))
    raise typer.Exit(code)


@app.command()
def demo(
    port: Annotated[int, typer.Option(help="The port of the playground on 127.0.0.1.")] = 8080,
    fresh: Annotated[bool, typer.Option("--fresh", help="Begin empty: forget the people and chats of before.")] = False,
    story: Annotated[
        bool, typer.Option("--story", help="A story plays by itself, with data of its own that begin empty.")
    ] = False,
    data: Annotated[
        Path | None,
        typer.Option(help="Where the demo keeps its data between runs; data/demo or data/story by default."),
    ] = None,
) -> None:
    """Playground and bot on this machine, with nothing of Telegram's."""
    # A story begins at the beginning; what somebody played themselves is never thrown away for it.
    fresh = fresh or (story and data is None)
    chosen = data or (STORY_DATA if story else DEMO_DATA)
    raise typer.Exit(demo_.play(port=port, fresh=fresh, data=chosen, story=story))


@app.command()
def doctor() -> None:
    """Examine settings, key, database, clock and token; say what is wrong and how to mend it."""
    healthy = True
    for finding in asyncio.run(examine()):
        healthy = healthy and finding.well
        verdict = "ok   " if finding.well else "WRONG"
        console.print(f"{verdict}  {finding.subject}: {finding.words}", markup=False, soft_wrap=True)
    raise typer.Exit(0 if healthy else 1)


@app.command()
def backup(
    target: Annotated[Path | None, typer.Argument(help="The file to write; by default one in backups/.")] = None,
) -> None:
    """Copy the database, whole, also while the bot is running. The main key is not in it: keep that elsewhere."""
    settings = load_settings()
    _require_database(settings)
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
    chosen = target or settings.database.parent / "backups" / f"{settings.database.stem}-{stamp}.db"
    try:
        asyncio.run(copy_database(settings.database, chosen))
    except FileExistsError:
        raise CannotStartError(f"{chosen} exists already: choose another name.") from None
    except OSError as error:
        raise CannotStartError(f"{chosen} cannot be written: {error.strerror}.") from None
    except sqlite3.Error as error:
        raise CannotStartError(f"No backup was made: {error}. See `intervisie doctor`.") from None
    console.print(f"Backup written: {chosen} ({chosen.stat().st_size:,} bytes)", markup=False, soft_wrap=True)


@app.command(name="coordinator-link")
def coordinator_link(
    username: Annotated[str, typer.Option(help="The bot's username, without @; asked of Telegram by default.")] = "",
) -> None:
    """Print a one-time link, valid for a day, with which somebody becomes coordinator."""
    settings = load_settings()
    # What is printed is the link alone.
    set_up_logs("error", (settings.token.get_secret_value(),))
    console.print(asyncio.run(_coordinator_link(settings, username)), markup=False, soft_wrap=True)


@app.command(name="new-key")
def new_key() -> None:
    """Print a new main key. Without it nothing confidential can be read: keep it, and keep it apart from backups."""
    console.print(MainKey.generate(), markup=False)


async def _coordinator_link(settings: Settings, username: str) -> str:
    bot = username.removeprefix("@") or await username_of(settings)
    now = await _time_of(settings)
    database = await open_database(settings)
    try:
        token = await Invitations(database).issue(InvitationKind.COORDINATOR, now)
    finally:
        await database.close()
    return f"https://t.me/{bot}?start=u-{token}"


async def _time_of(settings: Settings) -> datetime:
    """The bot's time: how long a link is valid counts in that."""
    clock = clock_of(settings)
    try:
        await asyncio.wait_for(clock.start(), CLOCK_WITHIN)
        return clock.now()
    except TimeoutError:
        raise CannotStartError(f"The clock {settings.clock} (INTERVISIE_CLOCK) gives no time.") from None
    finally:
        await clock.stop()


def _require_database(settings: Settings) -> None:
    if not settings.database.exists():
        raise CannotStartError(f"There is no database at {settings.database} (INTERVISIE_DATABASE).")


def main() -> None:
    """The entry point: what a person can mend is one sentence, not a traceback."""
    # Whatever is written here, backups and the journal of the database too, is for its owner's eyes only.
    os.umask(0o077)
    try:
        app()
    except CannotStartError as error:
        errors.print(str(error), markup=False, soft_wrap=True)
        sys.exit(2)
