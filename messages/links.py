"""Deep links to the bot, and the button with which one passes a link on."""

from __future__ import annotations

from urllib.parse import urlencode

from texts.buttons import Button

ROUND = "r-"
INVITATION = "u-"


def round_link(username: str, slug: str) -> str:
    return f"https://t.me/{username}?start={ROUND}{slug}"


def invitation_link(username: str, token: str) -> str:
    return f"https://t.me/{username}?start={INVITATION}{token}"


def share_button(words: str, url: str, about: str) -> Button:
    """Lets one choose in Telegram whom the link goes to; `about` goes with it."""
    return Button(words, url=f"https://t.me/share/url?{urlencode({'url': url, 'text': about})}")
