"""`python -m playground`: the playground in a process of its own, until it is told to stop."""

import argparse
import logging
import sys
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from socket import socket

import uvicorn

from playground.app import create_app
from playground.connection import DroppableConnection
from playground.storage import StorageError
from playground.world import World

STOP_SECONDS = 2
KEEP_ALIVE_SECONDS = 75


def main() -> None:
    options = _options()
    try:
        world = World(options.data, options.token, now=options.now, limits=not options.no_limits)
    except (ValueError, StorageError) as error:
        sys.exit(str(error))
    logging.basicConfig(level=logging.WARNING)
    config = uvicorn.Config(
        create_app(world),
        host=options.host,
        port=options.port,
        http=DroppableConnection,
        log_level="warning",
        access_log=False,
        # Longer than clients keep a connection: else both close it, and the one that asks just then sees an error.
        timeout_keep_alive=KEEP_ALIVE_SECONDS,
        timeout_graceful_shutdown=STOP_SECONDS,
    )
    # uvicorn stops in good order at Ctrl-C and then raises it once more.
    with suppress(KeyboardInterrupt):
        _Server(config, world).run()


class _Server(uvicorn.Server):
    """Says in one line that it listens, once it does; hangs up on all who wait before it stops."""

    def __init__(self, config: uvicorn.Config, world: World) -> None:
        super().__init__(config)
        self._world = world

    async def startup(self, sockets: list[socket] | None = None) -> None:
        await super().startup()
        if self.started:
            print(f"The playground listens at http://{self.config.host}:{self.config.port}/", flush=True)

    async def shutdown(self, sockets: list[socket] | None = None) -> None:
        self._world.hang_up()
        await super().shutdown(sockets)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m playground", description="A local Telegram with people to play.")
    parser.add_argument("--port", type=int, default=8080)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--data", type=Path, required=True, help="the directory that keeps everything between runs")
    parser.add_argument("--token", required=True, help="the bot's token: its number, a colon, a secret")
    parser.add_argument("--now", type=_moment, help="the bot's time at the start, ISO 8601")
    parser.add_argument("--no-limits", action="store_true", help="start without Telegram's limits on sending")
    return parser.parse_args()


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


if __name__ == "__main__":
    main()
