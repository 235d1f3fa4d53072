"""A link to a meeting on screen, as somebody pastes it."""

from __future__ import annotations

import re
from enum import StrEnum
from urllib.parse import urlsplit

from domain.slot import LINK_LONGEST
from domain.typed_text import tidy

_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,}", re.IGNORECASE)
_ANYWHERE = re.compile(r"https://\S+", re.IGNORECASE)


class LinkFault(StrEnum):
    # No web address in it.
    NONE = "none"
    # Several: which is meant?
    SEVERAL = "several"
    TOO_LONG = "too-long"


class InvalidLink(ValueError):  # noqa: N818 - an answer that is refused, not a program that fails
    def __init__(self, reason: LinkFault) -> None:
        super().__init__(f"No link: {reason}")
        self.reason = reason


def parse_link(text: str) -> str:
    """The one https address in a text, with or without "https://" when it stands alone. Raises InvalidLink."""
    typed = tidy(text)
    found = list(dict.fromkeys(link.rstrip(".,;)>") for link in _ANYWHERE.findall(typed)))
    if len(found) > 1:
        raise InvalidLink(LinkFault.SEVERAL)
    link = found[0] if found else f"https://{typed}"
    if " " in link or not _is_address(link):
        raise InvalidLink(LinkFault.NONE)
    if len(link) > LINK_LONGEST:
        raise InvalidLink(LinkFault.TOO_LONG)
    return link


def _is_address(link: str) -> bool:
    try:
        parts = urlsplit(link)
        host = parts.hostname or ""
    except ValueError:
        return False
    return parts.username is None and _HOST.fullmatch(host) is not None
