"""The languages the bot speaks."""

from typing import Final, Literal

Language = Literal["nl", "en"]

LANGUAGES: Final[tuple[Language, ...]] = ("nl", "en")

LOCALES: Final[dict[Language, str]] = {"nl": "nl_NL", "en": "en_GB"}
