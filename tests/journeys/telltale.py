"""`python -m tests.journeys.telltale run`: the bot, which tells on stopping what the library remembered of people.

The library keeps what handlers put in user_data and chat_data in memory, where no look from outside reaches.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from telegram.ext import Application

from bot.cli import main

REMEMBERED = "remembered.json"


def _note_down(stop: Any) -> Any:
    async def noting_stop(application: Application[Any, Any, Any, Any, Any, Any]) -> None:
        await stop(application)
        remembered = {
            "user_data": [data for data in application.user_data.values() if data],
            "chat_data": [data for data in application.chat_data.values() if data],
        }
        _write(json.dumps(remembered, default=repr))

    return noting_stop


def _write(remembered: str) -> None:
    Path(REMEMBERED).write_text(remembered, "utf-8")


if __name__ == "__main__":
    Application.stop = _note_down(Application.stop)  # type: ignore[method-assign]  # to look in at the end
    main()
