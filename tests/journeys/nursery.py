"""Processes that start quickly: born from one that has read the program in already.

A bot takes two seconds to read its libraries in, and the journeys start some two hundred. Here one process reads them
once and forks; what is born is a process of its own, with its own environment, folder, log and end.

`python -m tests.journeys.nursery SOCKET` is that process. It lives until its standard input ends.
"""

from __future__ import annotations

import asyncio
import json
import os
import runpy
import selectors
import signal
import socket
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

# Everything but the modules that are run: those run anew.
READ_IN_BEFOREHAND = (
    "bot.cli",
    "bot.application",
    "playground.app",
    "playground.connection",
    "uvicorn.lifespan.on",
    "uvicorn.loops.auto",
)


class Process(Protocol):
    """What a journey does with a process, wherever it was born."""

    @property
    def pid(self) -> int: ...

    @property
    def returncode(self) -> int | None: ...

    def kill(self) -> None: ...

    def terminate(self) -> None: ...

    async def wait(self) -> int: ...


class Newborn:
    """A process that was born in the nursery, which tells when it has ended."""

    def __init__(self, pid: int, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.pid = pid
        self.returncode: int | None = None
        self._writer = writer
        self._ended = asyncio.create_task(self._until_the_end(reader))

    def kill(self) -> None:
        self._signal(signal.SIGKILL)

    def terminate(self) -> None:
        self._signal(signal.SIGTERM)

    async def wait(self) -> int:
        return await asyncio.shield(self._ended)

    def _signal(self, number: int) -> None:
        # Between its end and our hearing of it there is nobody to signal any more.
        with suppress(ProcessLookupError):
            os.kill(self.pid, number)

    async def _until_the_end(self, reader: asyncio.StreamReader) -> int:
        self.returncode = int(await reader.readline())
        self._writer.close()
        return self.returncode


class Nursery:
    """The nursery of this test run; it ends with us."""

    def __init__(self) -> None:
        # The path of a socket has to be short.
        self._folder = tempfile.TemporaryDirectory(prefix="nursery-")
        self._address = str(Path(self._folder.name) / "socket")
        command = [sys.executable, "-m", "tests.journeys.nursery", self._address]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        if self._process.stdout is None or self._process.stdout.readline() != b"ready\n":
            raise RuntimeError("the nursery did not start")

    async def launch(self, module: str, *arguments: str, env: Mapping[str, str], cwd: Path, log: Path) -> Newborn:
        """A Python module as a process of its own; what it prints is added to the log."""
        reader, writer = await asyncio.open_unix_connection(self._address)
        wish = {"module": module, "arguments": arguments, "env": dict(env), "cwd": str(cwd), "log": str(log)}
        writer.write(json.dumps(wish).encode() + b"\n")
        return Newborn(int(await reader.readline()), reader, writer)

    def close(self) -> None:
        self._process.communicate()
        self._folder.cleanup()


def serve(address: str) -> None:
    """Fork a process for each wish, tell its number, and with which code it ended; in what is born, live its life."""
    for module in READ_IN_BEFOREHAND:
        __import__(module)
    wish = _wait_for_wishes(address)
    if wish is not None:
        _live(wish)


def _wait_for_wishes(address: str) -> dict[str, Any] | None:
    """In the process that is born: what it is to be. In the nursery itself None, when it is over."""
    born: dict[int, socket.socket] = {}
    with socket.socket(socket.AF_UNIX) as listener, selectors.DefaultSelector() as selector:
        listener.bind(address)
        listener.listen(64)
        waking, woken = socket.socketpair()
        with waking, woken:
            woken.setblocking(False)
            signal.set_wakeup_fd(woken.fileno())
            signal.signal(signal.SIGCHLD, lambda _number, _frame: None)
            for each in (listener, waking, sys.stdin):
                selector.register(each, selectors.EVENT_READ)
            sys.stdout.write("ready\n")
            sys.stdout.flush()
            while True:
                ready = [key.fileobj for key, _ in selector.select()]
                if waking in ready:
                    waking.recv(4096)
                    _tell_ends(born)
                if listener in ready and (wish := _bear(listener, born)) is not None:
                    return wish
                if sys.stdin in ready:
                    _end_all(born)
                    return None


def _bear(listener: socket.socket, born: dict[int, socket.socket]) -> dict[str, Any] | None:
    """In the process that is born: what it is to be."""
    line, _ = listener.accept()
    with line.makefile("rb") as file:
        wish: dict[str, Any] = json.loads(file.readline())
    pid = os.fork()
    if pid == 0:
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        for each in (line, *born.values()):
            each.close()
        return wish
    born[pid] = line
    line.sendall(f"{pid}\n".encode())
    return None


def _tell_ends(born: dict[int, socket.socket]) -> None:
    for pid in list(born):
        ended, status = os.waitpid(pid, os.WNOHANG)
        if ended:
            # Whoever wished for it may be gone.
            with born.pop(pid) as line, suppress(OSError):
                line.sendall(f"{os.waitstatus_to_exitcode(status)}\n".encode())


def _end_all(born: dict[int, socket.socket]) -> None:
    for pid in born:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def _live(wish: dict[str, Any]) -> None:
    """Become the process that was wished for, as if Python had been started for it."""
    log = os.open(wish["log"], os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
    nothing = os.open(os.devnull, os.O_RDONLY)
    for ours, standard in ((nothing, 0), (log, 1), (log, 2)):
        os.dup2(ours, standard)
    os.close(nothing)
    os.close(log)
    os.environ.clear()
    os.environ.update(wish["env"])
    os.chdir(wish["cwd"])
    sys.argv = [wish["module"], *wish["arguments"]]
    runpy.run_module(wish["module"], run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    serve(sys.argv[1])
