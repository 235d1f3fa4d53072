"""What lies below a request: the connection can be dropped, and may be gone while we wait."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.types import Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

DROP = "playground.drop"


class DroppableConnection(H11Protocol):
    """uvicorn's connection, which hands the application the means to break it off."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        super().connection_made(transport)
        # asyncio does so only for sockets that it made itself; without it each answer waits 40 ms for an ACK.
        transport.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        application = self.app

        async def with_means_to_drop(scope: Scope, receive: Receive, send: Send) -> None:
            scope.setdefault("extensions", {})[DROP] = transport.abort
            await application(scope, receive, send)

        self.app = with_means_to_drop


async def drop(scope: Scope, receive: Receive) -> None:
    """Breaks the connection off without an answer."""
    scope["extensions"][DROP]()
    await until_gone(receive)


async def until_gone(receive: Receive) -> None:
    """Waits until the client has closed the connection. The body must have been read."""
    while (await receive())["type"] != "http.disconnect":
        pass


@asynccontextmanager
async def watched(receive: Receive) -> AsyncIterator["asyncio.Future[None]"]:
    """A future that is done as soon as the client is gone."""
    gone = asyncio.ensure_future(until_gone(receive))
    try:
        yield gone
    finally:
        gone.cancel()
