"""Live news for the page: server-sent events that say what changed; the page fetches it."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager

# A page that does not read for so long is told to start over by closing its stream.
BACKLOG = 1000
KEEP_ALIVE_SECONDS = 15


class Events:
    def __init__(self) -> None:
        self._listeners: set[asyncio.Queue[str | None]] = set()

    def tell(self, kind: str, person: int | None = None, chat: int | None = None) -> None:
        """Tells every listener; costs nothing when there is none."""
        if not self._listeners:
            return
        line = f"data: {json.dumps({'kind': kind, 'person': person, 'chat': chat})}\n\n"
        for queue in list(self._listeners):
            if queue.qsize() >= BACKLOG:
                self._listeners.discard(queue)
                queue.put_nowait(None)
            else:
                queue.put_nowait(line)

    @property
    def listeners(self) -> int:
        return len(self._listeners)

    def close(self) -> None:
        """Ends every stream, so that the server can stop."""
        for queue in self._listeners:
            queue.put_nowait(None)
        self._listeners.clear()

    @contextmanager
    def _listening(self) -> Iterator[asyncio.Queue[str | None]]:
        queue: asyncio.Queue[str | None] = asyncio.Queue()
        self._listeners.add(queue)
        try:
            yield queue
        finally:
            self._listeners.discard(queue)

    async def stream(self) -> AsyncIterator[str]:
        """The lines of one listener's stream, a comment now and then to keep the connection open."""
        with self._listening() as queue:
            yield ": listening\n\n"
            while True:
                try:
                    line = await asyncio.wait_for(queue.get(), KEEP_ALIVE_SECONDS)
                except TimeoutError:
                    line = ": still here\n\n"
                if line is None:
                    return
                yield line
