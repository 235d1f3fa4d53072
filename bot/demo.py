"""`intervisie demo`: playground and bot as two processes, for whoever wants to see it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import httpx

from bot.settings import Settings, SettingsError
from storage.cipher import MainKey

if TYPE_CHECKING:
    from pathlib import Path

# The playground gives no secrets away: its token opens nothing but itself, on this machine.
TOKEN = "4200000000:PLAYGROUND-speeltuin-op-deze-machine"  # noqa: S105
READY_WITHIN = 30.0
STOP_WITHIN = 15.0


def play(*, port: int, fresh: bool, data: Path) -> int:
    """Start both, say what to try, and stop both on Ctrl-C; the exit code."""
    if fresh and data.exists():
        shutil.rmtree(data)
    data.mkdir(parents=True, exist_ok=True)
    address = f"http://127.0.0.1:{port}"
    environment = _environment(address, data)
    playground = _start(
        [sys.executable, "-m", "playground", "--port", str(port), "--data", str(data / "playground"), "--token", TOKEN],
        data / "playground.log",
        environment,
    )
    bot: subprocess.Popen[bytes] | None = None
    try:
        _wait_for(playground, f"{address}/bot-info", data / "playground.log")
        link = _coordinator_link(environment)
        bot = _start([sys.executable, "-m", "bot", "run"], data / "bot.log", environment)
        _wait_for(bot, f"{address}/bot-info", data / "bot.log", polling=True)
        sys.stdout.write(_welcome(address, link, data))
        sys.stdout.flush()
        return _until_stopped(playground, bot)
    finally:
        _stop(bot)
        _stop(playground)


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
    }
    others = {name: value for name, value in os.environ.items() if not name.startswith("INTERVISIE_")}
    return {**others, **ours}


def _start(command: list[str], log: Path, environment: dict[str, str]) -> subprocess.Popen[bytes]:
    with log.open("ab") as output:
        # A session of its own: Ctrl-C reaches us alone, and we stop both in good order.
        return subprocess.Popen(  # noqa: S603 - our own modules
            command, stdout=output, stderr=output, env=environment, start_new_session=True
        )


def _wait_for(process: subprocess.Popen[bytes], address: str, log: Path, *, polling: bool = False) -> None:
    deadline = time.monotonic() + READY_WITHIN
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise SettingsError(
                f"It did not start; the reason is at the end of {log}. Is the port taken? Try PORT=8081."
            )
        try:
            if not polling or httpx.get(address, timeout=2).json()["polling"]:
                httpx.get(address, timeout=2).raise_for_status()
                return
        except httpx.HTTPError:
            pass
        time.sleep(0.1)
    raise SettingsError(f"It was not ready within {READY_WITHIN:.0f} seconds; see {log}.")


def _coordinator_link(environment: dict[str, str]) -> str:
    made = subprocess.run(
        [sys.executable, "-m", "bot", "coordinator-link"], env=environment, capture_output=True, text=True, check=False
    )
    if made.returncode:
        raise SettingsError(made.stderr.strip())
    return made.stdout.strip()


def _welcome(address: str, link: str, data: Path) -> str:
    return f"""
  Open {address}

  Probeer eerst:
  1. Open de telefoon van Marijke de Groot, druk op Start en meld je aan.
  2. Word coördinator: plak deze link op de telefoon van Annelies Bakker en tik erop:
     {link}
  3. Typ daar /ronde om een inschrijfronde te openen, of /aanmeldingen om Marijke toe te laten.
  4. Zet de klok een dag vooruit en kijk wie er een herinnering krijgt.

  Gegevens en logboeken staan in {data}. Stoppen: Ctrl-C. Leeg beginnen: FRESH=1 make demo.
"""


def _until_stopped(playground: subprocess.Popen[bytes], bot: subprocess.Popen[bytes]) -> int:
    stopped = False

    def stop(_number: int, _frame: object) -> None:
        nonlocal stopped
        stopped = True

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    while not stopped:
        for name, process in (("playground", playground), ("bot", bot)):
            if process.poll() is not None:
                sys.stderr.write(f"The {name} stopped by itself; see its log.\n")
                return 1
        time.sleep(0.2)
    return 0


def _stop(process: subprocess.Popen[bytes] | None) -> None:
    if process is None or process.poll() is not None:
        return
    process.terminate()
    try:
        process.wait(STOP_WITHIN)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


async def username_of(settings: Settings) -> str:
    """The bot's username, from Telegram. Raises SettingsError when it cannot be asked."""
    async with httpx.AsyncClient(timeout=10) as client:
        try:
            answer = await client.get(f"{settings.base_url}{settings.token.get_secret_value()}/getMe")
            answer.raise_for_status()
        except httpx.HTTPError:
            raise SettingsError(
                "Telegram could not be asked for the bot's name: give it with --username, or see `intervisie doctor`."
            ) from None
    return str(answer.json()["result"]["username"])
