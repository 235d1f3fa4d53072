"""The command line: `intervisie`."""

from __future__ import annotations

import asyncio
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from bot import demo as demo_
from bot.doctor import examine
from bot.logs import set_up_logs
from bot.running import clock_of
from bot.running import run as run_
from bot.settings import Settings, SettingsError, load_settings
from domain.invitation import InvitationKind
from services.invitation import Invitations
from storage.cipher import MainKey, UnreadableError
from storage.database import Database
from storage.database import backup as copy_database
from storage.migrate import NewerDatabaseError

app = typer.Typer(
    help="De assistent die intervisie organiseert voor de Wethoudersvereniging.",
    no_args_is_help=True,
    add_completion=False,
    # A traceback shows the values of variables; what goes wrong is said in a sentence.
    pretty_exceptions_enable=False,
)
# Seconds in which a clock on this machine or beside it has long answered.
CLOCK_WITHIN = 10.0
console = Console()
errors = Console(stderr=True)


@app.command()
def run() -> None:
    """Run the bot until it is stopped."""
    settings = load_settings()
    set_up_logs(settings.log_level, (settings.token.get_secret_value(),))
    raise typer.Exit(asyncio.run(run_(settings)))


@app.command()
def demo(
    port: Annotated[int, typer.Option(help="The port of the playground on 127.0.0.1.")] = 8080,
    fresh: Annotated[bool, typer.Option("--fresh", help="Begin empty: forget the people and chats of before.")] = False,
    data: Annotated[Path, typer.Option(help="Where the demo keeps its data between runs.")] = Path("data/demo"),
) -> None:
    """Playground and bot on this machine, with nothing of Telegram's."""
    raise typer.Exit(demo_.play(port=port, fresh=fresh, data=data))


@app.command()
def doctor() -> None:
    """Examine settings, key, database, clock and token; say what is wrong and how to mend it."""
    healthy = True
    for finding in asyncio.run(examine()):
        healthy = healthy and finding.well
        console.print(f"{'goed' if finding.well else 'MIS '}  {finding.subject}: {finding.words}", markup=False)
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
        raise SettingsError(f"{chosen} exists already: choose another name.") from None
    console.print(f"Backup written: {chosen} ({chosen.stat().st_size:,} bytes)", markup=False, soft_wrap=True)


@app.command(name="coordinator-link")
def coordinator_link(
    username: Annotated[str, typer.Option(help="The bot's username, without @; asked of Telegram by default.")] = "",
) -> None:
    """Print a one-time link, valid for a day, with which somebody becomes coordinator."""
    settings = load_settings()
    console.print(asyncio.run(_coordinator_link(settings, username)), markup=False, soft_wrap=True)


@app.command(name="new-key")
def new_key() -> None:
    """Print a new main key. Without it nothing confidential can be read: keep it, and keep it apart from backups."""
    console.print(MainKey.generate(), markup=False)


async def _coordinator_link(settings: Settings, username: str) -> str:
    # The bot's own clock: by the system's, a link would be born expired in a playground that is a month ahead.
    now = await _now(settings)
    database = await Database.open(settings.database, settings.main_key())
    try:
        token = await Invitations(database).issue(InvitationKind.COORDINATOR, now)
    finally:
        await database.close()
    return f"https://t.me/{username or await demo_.username_of(settings)}?start=u-{token}"


async def _now(settings: Settings) -> datetime:
    clock = clock_of(settings)
    try:
        async with asyncio.timeout(CLOCK_WITHIN):
            await clock.start()
        return clock.now()
    except TimeoutError:
        raise SettingsError(f"{settings.clock} (INTERVISIE_CLOCK) gives no time: see `intervisie doctor`.") from None
    finally:
        await clock.stop()


def _require_database(settings: Settings) -> None:
    if not settings.database.exists():
        raise SettingsError(f"There is no database at {settings.database} (INTERVISIE_DATABASE).")


def main() -> None:
    """The entry point: what a person can mend is one sentence, not a traceback."""
    try:
        app()
    except SettingsError as error:
        _give_up(str(error))
    except NewerDatabaseError as error:
        _give_up(f"This database is of a later version of the program: {error}. Install that version.")
    except UnreadableError:
        _give_up("The main key does not fit this database: use the key with which it was made.")


def _give_up(sentence: str) -> None:
    errors.print(sentence, markup=False, soft_wrap=True)
    sys.exit(2)
