"""The settings, from the environment or `.env`: `INTERVISIE_` and the name in capitals."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal, Self

from pydantic import AnyHttpUrl, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from storage.cipher import MainKey, MainKeyError

PREFIX = "INTERVISIE_"
TELEGRAM = "https://api.telegram.org"

# Where pydantic's own words would not help: what a setting must be.
EXPECTED = {
    "api": f"give an address such as {TELEGRAM}, or leave it out",
    "clock": "give system, or an address such as http://127.0.0.1:8080/clock",
    "pacing": "give true or false",
    "log_level": "give debug, info, warning or error",
}


class CannotStartError(Exception):
    """Something that who runs the program can mend; the sentence says what, and how. It holds no secret."""


class SettingsError(CannotStartError):
    """A setting is missing or wrong."""


class Settings(BaseSettings):
    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_file=".env", extra="ignore", frozen=True, hide_input_in_errors=True
    )

    # From @BotFather.
    token: SecretStr
    # The main key, or the file that holds it: outside the database, and apart from its backups.
    key: SecretStr | None = None
    key_file: Path | None = None
    database: Path = Path("data/intervisie.db")
    # Of the Bot API: Telegram's own, or another server that speaks it.
    api: AnyHttpUrl = AnyHttpUrl(TELEGRAM)
    # "system", or an address that sets the time (design.md, section 4).
    clock: Literal["system"] | AnyHttpUrl = "system"
    # Off only to measure what the bot can do when Telegram's limits are not in the way.
    pacing: bool = True
    log_level: Literal["debug", "info", "warning", "error"] = "info"

    @field_validator("token")
    @classmethod
    def _looks_like_a_token(cls, token: SecretStr) -> SecretStr:
        number, colon, rest = token.get_secret_value().partition(":")
        if not (number.isdecimal() and colon and rest and " " not in rest):
            raise ValueError("a token looks like 123456:ABC-DEF…, as @BotFather gives it")
        return token

    @model_validator(mode="after")
    def _one_key(self) -> Self:
        if (self.key is None) == (self.key_file is None):
            raise ValueError(f"give the main key with either {PREFIX}KEY or {PREFIX}KEY_FILE")
        return self

    @model_validator(mode="after")
    def _real_telegram_has_real_time(self) -> Self:
        if self.clock != "system" and str(self.api).rstrip("/").startswith(TELEGRAM):
            raise ValueError(f"{PREFIX}CLOCK cannot be an address when the bot talks to Telegram itself")
        return self

    @property
    def base_url(self) -> str:
        return f"{str(self.api).rstrip('/')}/bot"

    @property
    def base_file_url(self) -> str:
        return f"{str(self.api).rstrip('/')}/file/bot"

    def main_key(self) -> MainKey:
        """Raises SettingsError when the file cannot be read or holds no key."""
        if self.key is not None:
            encoded, where = self.key.get_secret_value(), f"{PREFIX}KEY"
        else:
            where = f"the file of {PREFIX}KEY_FILE"
            encoded = _read(self.key_file) if self.key_file else ""
        try:
            return MainKey(encoded)
        except MainKeyError:
            raise SettingsError(
                f"{where} holds no main key: it must be 32 bytes in base64, as `intervisie new-key` makes."
            ) from None


def load_settings() -> Settings:
    """Raises SettingsError with one sentence for a person; it never repeats a value that was given."""
    try:
        return Settings()
    except ValidationError as error:
        raise SettingsError(_in_one_sentence(error)) from None
    except (OSError, UnicodeDecodeError):
        raise SettingsError("The file .env cannot be read: make it a text file that this user may read.") from None


def unknown_settings() -> list[str]:
    """Names in the environment that look like settings of ours, and are none: spelling mistakes, most often."""
    known = {f"{PREFIX}{name.upper()}" for name in Settings.model_fields}
    return sorted(name for name in os.environ if name.upper().startswith(PREFIX) and name.upper() not in known)


def _read(path: Path) -> str:
    try:
        return path.read_text("ascii").strip()
    except (OSError, UnicodeDecodeError):
        raise SettingsError(f"The key file {path} ({PREFIX}KEY_FILE) cannot be read.") from None


def _in_one_sentence(error: ValidationError) -> str:
    first = error.errors(include_input=False, include_url=False)[0]
    names = [str(part) for part in first["loc"]]
    if first["type"] == "missing":
        return f"{PREFIX}{names[0].upper()} is missing: set it in the environment or in .env (see README.md)."
    if not names:
        return f"The settings are wrong: {_said(first['msg'])}."
    return f"{PREFIX}{names[0].upper()} is wrong: {EXPECTED.get(names[0]) or _said(first['msg'])}."


def _said(message: str) -> str:
    return message.removeprefix("Value error, ")
