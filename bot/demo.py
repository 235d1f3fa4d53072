"""`intervisie demo`: playground and bot as two processes, for whoever wants to see it."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import ExitStack, contextmanager
from typing import IO, TYPE_CHECKING

import httpx

from bot.opening import alone_with
from bot.settings import PREFIX, CannotStartError
from storage.cipher import MainKey

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

HOST = "127.0.0.1"
# The playground gives no secrets away: its token opens nothing but itself, on this machine.
TOKEN = "4200000000:PLAYGROUND-speeltuin-op-deze-machine"  # noqa: S105
# Generous: a small or busy machine takes its time to start two processes.
READY_WITHIN = 60.0
STOP_WITHIN = 15.0
LOOK_EVERY = 0.1

# What a demo leaves behind, and `--fresh` takes away: never more than that, whatever folder is given.
LEFT_BEHIND = ("playground", "backups", "*.log", "main.key", "intervisie.db*")


class _StopAskedError(Exception):
    """Ctrl-C, or another signal that asks for the end."""


def play(*, port: int, fresh: bool, data: Path, story: bool = False) -> int:
    """Start both, say what to try or let a story play, and stop on Ctrl-C; the exit code. Raises CannotStartError."""
    data = data.absolute()
    with alone_with(data / "demo.lock", f"A demo runs already with the data in {data}: stop that one first."):
        require_free(port)
        if fresh:
            empty(data)
        with _stop_asked() as stopped, ExitStack() as processes:
            try:
                return _show(port, data, stopped, processes, story=story)
            except _StopAskedError:
                return 0


def _show(port: int, data: Path, stopped: threading.Event, processes: ExitStack, *, story: bool) -> int:
    address = f"http://{HOST}:{port}"
    environment = _environment(address, data)
    options = ["--port", str(port), "--data", str(data / "playground"), "--token", TOKEN]
    playground = processes.enter_context(_running("playground", options, data, environment))
    _wait_until(playground, lambda: "username" in _bot_info(address), data / "playground.log", stopped)
    link = _coordinator_link(data, environment, stopped)
    bot = processes.enter_context(_running("bot", ["run"], data, environment))
    _wait_until(bot, lambda: _bot_info(address).get("polling") is True, data / "bot.log", stopped)
    sys.stdout.write(_story_welcome(address, data) if story else _welcome(address, link, data))
    sys.stdout.flush()
    if story:
        # When it is over, or stops, the demo lives on.
        telling = ["--address", address, "--coordinator-link", link]
        processes.enter_context(_process("playground.story", telling, data, environment, None))
    return _until_stopped({"playground": playground, "bot": bot}, data, stopped)


def require_free(port: int) -> None:
    """Raises CannotStartError when something listens there: it could pass for our playground."""
    with socket.socket() as probe:
        # Connections of a playground that has just stopped do not count.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except (OSError, OverflowError):
            raise CannotStartError(f"Port {port} is taken or not allowed: choose another, as in PORT=8081.") from None


def empty(data: Path) -> None:
    """Forget the people and chats of earlier demos, and nothing that is not a demo's."""
    for pattern in LEFT_BEHIND:
        for path in data.glob(pattern):
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink()


def _environment(address: str, data: Path) -> dict[str, str]:
    key_file = data / "main.key"
    if not key_file.exists():
        key_file.touch(mode=0o600)
        key_file.write_text(MainKey.generate())
    ours = {
        "INTERVISIE_TOKEN": TOKEN,
        "INTERVISIE_KEY_FILE": str(key_file),
        "INTERVISIE_DATABASE": str(data / "intervisie.db"),
        "INTERVISIE_API": address,
        "INTERVISIE_CLOCK": f"{address}/clock",
        # A proxy for the outside world does not know this machine.
        "NO_PROXY": HOST,
        "no_proxy": HOST,
    }
    others = {name: value for name, value in os.environ.items() if not name.upper().startswith(PREFIX)}
    return {**others, **ours}


@contextmanager
def _stop_asked() -> Iterator[threading.Event]:
    """Set when a signal asks for the end, from now on: nobody is left running when it comes early."""
    stopped = threading.Event()
    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = {number: signal.signal(number, lambda _number, _frame: stopped.set()) for number in numbers}
    try:
        yield stopped
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def _running(
    module: str, arguments: list[str], data: Path, environment: dict[str, str]
) -> Iterator[subprocess.Popen[bytes]]:
    """A module of ours as a process with a log, stopped in good order at the end."""
    with (data / f"{module}.log").open("ab") as log, _process(module, arguments, data, environment, log) as process:
        yield process


@contextmanager
def _process(
    module: str, arguments: list[str], data: Path, environment: dict[str, str], log: IO[bytes] | None
) -> Iterator[subprocess.Popen[bytes]]:
    """Without a log it says what it says on our terminal."""
    # Run in the folder of the data, so that no .env of a real bot is read. And in a session of its own: Ctrl-C
    # reaches us alone.
    process = subprocess.Popen(  # noqa: S603 - our own modules
        [sys.executable, "-m", module, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=log,
        env=environment,
        cwd=data,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        _stop(process)


def _stop(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is not None:
        return
    process.terminate()
    try:
        process.wait(STOP_WITHIN)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _wait_until(
    process: subprocess.Popen[bytes], ready: Callable[[], bool], log: Path, stopped: threading.Event
) -> None:
    deadline = time.monotonic() + READY_WITHIN
    while not ready():
        if process.poll() is not None:
            raise CannotStartError(f"It did not start: {_last_line(log)} ({log})")
        if time.monotonic() > deadline:
            raise CannotStartError(f"It was not ready within {READY_WITHIN:.0f} seconds; see {log}.")
        if stopped.wait(LOOK_EVERY):
            raise _StopAskedError


def _bot_info(address: str) -> dict[str, object]:
    """What the playground knows of the bot; nothing as long as it does not answer."""
    try:
        with httpx.Client(timeout=2, trust_env=False) as client:
            return dict(client.get(f"{address}/bot-info").raise_for_status().json())
    except httpx.HTTPError:
        return {}


def _last_line(log: Path) -> str:
    lines = log.read_text("utf-8", errors="replace").strip().splitlines()
    return lines[-1] if lines else "it said nothing."


def _coordinator_link(data: Path, environment: dict[str, str], stopped: threading.Event) -> str:
    made = subprocess.run(
        [sys.executable, "-m", "bot", "coordinator-link"],
        env=environment,
        cwd=data,
        capture_output=True,
        text=True,
        check=False,
        start_new_session=True,
    )
    if stopped.is_set():
        raise _StopAskedError
    if made.returncode:
        raise CannotStartError(made.stderr.strip())
    return made.stdout.strip()


def _welcome(address: str, link: str, data: Path) -> str:
    return f"""
  Open {address}

  Probeer eerst:
  1. Open de telefoon van Marijke de Groot, druk op Start en meld je aan.
  2. Word coördinator: plak deze link op de telefoon van Annelies Bakker en tik erop:
     {link}
  3. Typ daar /ronde om een inschrijfronde te openen, of /aanmeldingen om Marijke toe te laten.
  4. Zet de klok vooruit, een dag of een week, en kijk wie er een herinnering krijgt.

  Gegevens en logboeken staan in {data}. Stoppen: Ctrl-C. Leeg beginnen: FRESH=1 make demo.
"""


def _story_welcome(address: str, data: Path) -> str:
    return f"""
  Open {address} en kijk: het verhaal speelt vanzelf. Bovenaan staat wat er gebeurt, met [Pauze] en [Verder].

  Gegevens en logboeken staan in {data}. Stoppen: Ctrl-C. Zelf spelen: make demo.

"""


def _until_stopped(processes: dict[str, subprocess.Popen[bytes]], data: Path, stopped: threading.Event) -> int:
    while not stopped.wait(LOOK_EVERY):
        for name, process in processes.items():
            if process.poll() is not None:
                sys.stderr.write(f"The {name} stopped by itself; {data / name}.log says why. The demo is over.\n")
                return 1
    return 0
