"""What the bot's own process does without: it is in the worker that pictures are drawn and sets are searched."""

from __future__ import annotations

import subprocess
import sys

HEAVY = ("numpy", "matplotlib", "highspy", "PIL", "scipy", "pandas")


def test_the_bot_imports_nothing_that_only_the_worker_needs() -> None:
    listing = f"import sys, bot.cli, bot.running; print(*(name for name in {HEAVY!r} if name in sys.modules))"

    # In a process of its own: another test may have imported them here.
    imported = subprocess.run(
        [sys.executable, "-c", listing], check=True, capture_output=True, text=True
    ).stdout.split()

    assert imported == []
