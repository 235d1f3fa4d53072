"""Asking Telegram who the bot is, before there is a bot."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx
from pydantic import BaseModel, ValidationError

from bot.settings import CannotStartError

if TYPE_CHECKING:
    from bot.settings import Settings

ANSWERS_WITHIN = 10.0


class _User(BaseModel):
    username: str


class _Answer(BaseModel):
    result: _User


async def ask_identity(settings: Settings) -> httpx.Response:
    """Telegram's answer to getMe, whatever it is. Raises httpx.HTTPError when there is none."""
    async with httpx.AsyncClient(timeout=ANSWERS_WITHIN) as client:
        return await client.get(f"{settings.base_url}{settings.token.get_secret_value()}/getMe")


def username_in(answer: httpx.Response) -> str | None:
    """None when whoever answered is no Bot API, or did not let us in."""
    try:
        return _Answer.model_validate_json(answer.content).result.username
    except ValidationError:
        return None


async def username_of(settings: Settings) -> str:
    """The bot's username. Raises CannotStartError when it cannot be asked."""
    try:
        username = username_in(await ask_identity(settings))
    except httpx.HTTPError:
        username = None
    if username is None:
        raise CannotStartError(
            "Telegram could not be asked for the bot's name: see `intervisie doctor`, or give it with --username."
        )
    return username
